"""Raw bodies in, the keys that fields= and omit= ask for out; a double underscore reaches into nested objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from .answers import Request

Names = dict[str, "Names"]
"""Wanted names, each with those wanted inside it; an empty inside means all of it."""


def select_fields(bodies: Sequence[bytes], request: Request) -> list[bytes]:
    """The bodies, untouched where nothing is asked for; names nobody knows are ignored."""
    fields, omit = request.param("fields"), request.param("omit")
    if not fields and not omit:
        return list(bodies)
    wanted, dropped = _names(fields) if fields else None, _names(omit)
    return [msgspec.json.encode(_kept(msgspec.json.decode(body), wanted, dropped)) for body in bodies]


def filter_nested(bodies: Sequence[bytes], request: Request) -> list[bytes]:
    """Where filter_nested_results asks for it, only those nested rows of a party or attorney that are of `docket`."""
    docket = request.param("docket")
    if (request.param("filter_nested_results") or "").lower() not in ("true", "1", "on") or not docket:
        return list(bodies)
    return [msgspec.json.encode(_of_docket(msgspec.json.decode(body), f"/dockets/{docket}/")) for body in bodies]


def _names(text: str | None) -> Names:
    names: Names = {}
    for path in filter(None, (text or "").split(",")):
        inside = names
        for name in path.strip().split("__"):
            inside = inside.setdefault(name, {})
    return names


def _kept(value: Any, wanted: Names | None, dropped: Names) -> Any:
    if isinstance(value, list):
        return [_kept(item, wanted, dropped) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _kept(inner, (wanted or {}).get(key) or None, dropped.get(key, {}))
        for key, inner in value.items()
        if (wanted is None or key in wanted) and (key not in dropped or dropped[key])
    }


def _of_docket(row: dict[str, Any], link: str) -> dict[str, Any]:
    return {
        key: [item for item in value if str(item["docket"]).endswith(link)]
        if key in ("attorneys", "party_types", "parties_represented") else value
        for key, value in row.items()
    }  # fmt: skip
