"""What the published data files look like, as one object: tables, columns and types; the keys of each JSON file.

`data_format.json` keeps it as it was promised. What is new is free, and comes in at the next release, or at once:

    python -m tests.render.data_format

What went away or has another type breaks the programs of others. Where that must be, raise `FORMAT` in
render/downloads.py (or the version in render/health.py), say "Data format N" in CHANGELOG.md, and keep it anew.
"""
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from writwatch.render import downloads
from writwatch.render.downloads import case_data
from writwatch.render.health import Health, health_json
from writwatch.render.tables import TABLES
from writwatch.render.trail import Trail

from .factory import AS_OF, TODAY, accused, many, overdue, pending, released

KEPT: Final = Path(__file__).with_name("data_format.json")
CHANGELOG: Final = Path(__file__).parent.parent.parent / "CHANGELOG.md"

_TYPES: Final = {str: "string", int: "integer", float: "number", bool: "boolean"}
Shape = dict[str, list[str]]
"""The path of each key → the types that its values have, null aside."""


def format_now() -> dict[str, Any]:
    """What the present code writes."""
    cases = [released(), pending(), overdue(), accused("confirmed"), *many(30)]
    trail = Trail(None, TODAY)
    for case in cases:
        list(trail.case(case))
    health = json.loads(health_json(_health()))
    return {
        "data/": {"version": downloads.FORMAT, "tables": {
            table.name: {"key": list(table.key),
                         "columns": {name: column.type for name, column in table.columns.items()}}
            for table in TABLES}},
        "data/cases/SLUG.json": {"version": downloads.FORMAT, "keys": shape(map(_as_json, cases))},
        "health.json": {"version": health["version"], "keys": shape([health])},
        "trail.jsonl": {"version": downloads.FORMAT, "keys": shape(map(json.loads, trail.lines()))},
    }


def _as_json(case: Any) -> Any:
    return json.loads(downloads.encoded(downloads._JSON, case_data(case)))


def _health() -> Health:
    """Of which everything is known."""
    kinds = Health.__annotations__
    known = {name: AS_OF if "datetime" in str(kind) else "done" if kind is str else 1 for name, kind in kinds.items()}
    return Health(**known | {"as_of": AS_OF + dt.timedelta(hours=1), "behind": 900,
                             "worked_off": AS_OF + dt.timedelta(days=9)})


def shape(values: Iterable[Any]) -> Shape:
    found: dict[str, set[str]] = {}
    for value in values:
        for path, kind in _walk(value, ""):
            found.setdefault(path, set()).update(kind)
    return {path: sorted(kinds) for path, kinds in sorted(found.items())}


def _walk(value: Any, path: str) -> Iterator[tuple[str, set[str]]]:
    if isinstance(value, dict):
        yield path or ".", {"object"}
        for name, each in value.items():
            yield from _walk(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        yield path, {"array"}
        for each in value:
            yield from _walk(each, f"{path}[]")
    else:
        yield path, set() if value is None else {_TYPES[type(value)]}


def broken(kept: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """What programs that read the kept format could stumble over in the present one, of the same version."""
    for name, was in kept.items():
        become = now.get(name)
        if become is None:
            yield f"{name} is gone"
        elif become["version"] == was["version"]:
            yield from (f"{name}: {each}" for each in (*_tables(was, become), *_keys(was, become)))


def _tables(was: dict[str, Any], become: dict[str, Any]) -> Iterator[str]:
    for name, table in was.get("tables", {}).items():
        there = become["tables"].get(name)
        if there is None:
            yield f"the table {name} is gone"
            continue
        if there["key"] != table["key"]:
            yield f"the key of {name} is another"
        for column, kind in table["columns"].items():
            found = there["columns"].get(column)
            if found != kind:
                yield f"{name}.{column} was {kind}, is {found or 'gone'}"


def _keys(was: dict[str, Any], become: dict[str, Any]) -> Iterator[str]:
    for path, kinds in was.get("keys", {}).items():
        there = become["keys"].get(path)
        if there is None:
            yield f"{path} is gone"
        elif kinds and not set(there) <= set(kinds):
            yield f"{path} was {' or '.join(kinds)}, is {' or '.join(there)}"


def lacking(kept: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether the present format has anything that is not kept yet, or another version."""
    return any(kept.get(name) != become for name, become in now.items())


def main() -> None:
    now = format_now()
    wrong = list(broken(json.loads(KEPT.read_text("utf-8")), now)) if KEPT.exists() else []
    if wrong:
        sys.exit("\n".join([*wrong, "Raise the version first, and say so in CHANGELOG.md."]))
    KEPT.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
