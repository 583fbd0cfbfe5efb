"""Written dockets through the whole path, from the API to the files: is nobody named, and everybody who may be?

The forms of each name stand in a list beside the dockets. What the list leaves out is looked for as well: other cases
and accents, no blanks, the escapes of addresses, HTML and JSON, and every single part of a name.
"""
import gzip
import html
import json
import re
import unicodedata
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from writwatch.fetch.sandbox import serve
from writwatch.render import cli

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("names gone")]

SHORTEST_PART = 4
SHORTEST_JOINED = 8
LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O"})
MARKS = re.compile("['’ʼʻ`´\u00ad\u200b\u2060]")


class Built(NamedTuple):
    """What one run left: the files by path, what the commands printed, the dockets as served, the lists of names."""

    files: dict[str, str]
    printed: str
    raw: dict[str, str]
    listed: dict[str, dict[str, list[str]]]


def bare(text: str) -> str:
    """Small letters without accents or apostrophes."""
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS).casefold())
    return MARKS.sub("", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def words(text: str) -> str:
    """The words of a text between blanks, with one before and one after."""
    return f" {re.sub(r'[^a-z0-9]+', ' ', bare(text)).strip()} "


def joined(text: str) -> str:
    return re.sub(r"[\W_]", "", bare(text))


def unescaped(text: str) -> str:
    """A text without the escapes of HTML, JSON and addresses, one within the other too."""
    for _ in range(2):
        text = urllib.parse.unquote(html.unescape(text))
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    return text


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def texts_of_files(public: Path) -> Iterator[tuple[str, str]]:
    for place in sorted(public.rglob("*")):
        if place.is_file() and place.suffix not in {".woff2", ".png", ".parquet"}:
            content = place.read_bytes()
            content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
            yield place.relative_to(public).as_posix(), content.decode(errors="replace")
        elif place.suffix == ".parquet":
            parquet = pytest.importorskip("pyarrow.parquet")
            yield place.relative_to(public).as_posix(), json.dumps(parquet.read_table(place).to_pylist(), default=str)


def raw_texts(data: Path) -> dict[str, str]:
    """Docket → all that a case's page could say of it, as the API serves it."""
    found = {str(row["id"]): [row["case_name"], row["assigned_to_str"], row["referred_to_str"]]
             for row in rows(data, "dockets")}
    for entry in rows(data, "docket-entries"):
        found[entry["docket"].rstrip("/").rsplit("/", 1)[-1]].append(entry["description"])
    for party in rows(data, "parties"):
        for role in party["party_types"]:
            found[str(role["docket_id"])].append(party["name"])
    for lawyer in rows(data, "attorneys"):
        for each in lawyer["parties_represented"]:
            found[each["docket"].rstrip("/").rsplit("/", 1)[-1]].append(lawyer["name"])
    return {number: "\n".join(texts) for number, texts in found.items()}


@pytest.fixture(scope="module")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A tracker begun by `init` that follows every docket: served, fetched, read, rendered."""
    data, folder = shared / "data" / "habeas-dockets-dev", tmp_path_factory.mktemp("gone")
    printed = []

    def run(*command: str) -> None:
        done = CliRunner().invoke(cli.writwatch, command, env={"COURTLISTENER_API_TOKEN": "x"}, standalone_mode=False)
        if done.exception:
            raise done.exception
        assert not done.return_value, done.output
        printed.append(done.output)

    raw = raw_texts(data)
    run("init", str(folder / "tracker"))
    with serve(data, throttle="none") as server:
        at = ("--site", str(folder / "tracker"), "--db", str(folder / "dockets.db"), "--api", server.url)
        run(*at, "follow", *raw)
        run(*at, "fetch")
    run(*at, "render", "--out", str(folder / "public"), "--as-of", "2026-04-10")
    run(*at, "status", "--json")
    listed = json.loads((data / "privacy.json").read_text(encoding="utf-8"))
    return Built(dict(texts_of_files(folder / "public")), "\n".join(printed), raw, listed)


def protected(built: Built) -> list[tuple[str, str]]:
    """(docket, form) of all that must be nowhere."""
    return [(number, form) for number, each in built.listed.items()
            for form in (*each["petitioner"], *each["others_to_hide"])]


def everything(built: Built) -> Iterator[tuple[str, str, str]]:
    """(where, raw text, unescaped text) of every file, its name included, and of what was printed."""
    for path, text in (*built.files.items(), ("printed", built.printed)):
        plain = re.sub(r"</?(?:mark|b|i|em|strong|span|wbr|cite)\b[^<>]*>", "", text)
        yield path, text, f"{path} {unescaped(plain)}"


def public_places(built: Built) -> re.Pattern[str]:
    """Names that stay, as `words` has them, the longest first."""
    names = {words(name).strip() for each in built.listed.values() for name in each["public"]}
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?= )")


def test_no_listed_form_is_anywhere(built: Built) -> None:
    """In any case, with accents or without, in whatever escapes, in a file's name or on the terminal?"""
    stays = public_places(built)
    leaks = []
    for where, _, text in everything(built):
        spoken = stays.sub("", words(re.sub(r"<[^<>]*>", " ", text)))
        marked = stays.sub("", words(text))
        leaks += [(where, number) for number, form in protected(built)
                  if words(form) in spoken or words(form) in marked]
    assert leaks == []
    assert len(protected(built)) > 50


def test_no_form_is_there_without_its_blanks(built: Built) -> None:
    leaks = []
    for where, _, text in everything(built):
        letters = joined(re.sub(r"<[^<>]*>", " ", text))
        leaks += [(where, number) for number, form in protected(built)
                  if len(joined(form)) >= SHORTEST_JOINED and joined(form) in letters]
    assert leaks == []


def test_no_form_is_there_escaped(built: Built) -> None:
    """As an address, HTML and JSON would have it, without undoing any escape?"""
    leaks = []
    for where, text, _ in everything(built):
        for number, form in protected(built):
            escaped = {urllib.parse.quote(form), urllib.parse.quote_plus(form), re.sub(r"\W+", "-", bare(form)),
                       html.escape(form), form.encode("ascii", "xmlcharrefreplace").decode(), json.dumps(form)[1:-1]}
            leaks += [(where, number) for each in escaped if len(each) >= SHORTEST_JOINED and each in text]
    assert leaks == []


def test_no_part_of_a_name_is_on_the_page_of_its_case(built: Built) -> None:
    """A surname or a given name alone, outside the names that stay?"""
    stays = public_places(built)
    leaks = []
    for number, each in built.listed.items():
        known = {part for form in each["petitioner"] for part in words(form).split() if len(part) >= SHORTEST_PART}
        for path, text in built.files.items():
            if number in path:
                left = set(stays.sub("", words(unescaped(re.sub(r"<[^<>]*>", " ", text)))).split())
                leaks += [(path, number) for part in known - {"petitioner"} if part in left]
    assert leaks == []


def test_every_public_name_is_still_there(built: Built) -> None:
    """Officials, judges, lawyers, organisations, the court's own pseudonyms: does each stand on its case's page that
    stands in its docket?"""
    lost, found = [], 0
    for number, each in built.listed.items():
        raw = " ".join(built.raw[number].split())
        page = " ".join(html.unescape(re.sub(r"<[^<>]*>", "", built.files[f"cases/docket-{number}.html"])).split())
        belongs = [name for name in each["public"] if name in raw]
        found += len(belongs)
        lost += [(number, name) for name in belongs if name not in page]
    assert lost == []
    assert found > 100


def test_links_to_courtlistener_hold_no_slug(built: Built) -> None:
    """CourtListener puts the caption into its addresses: do ours go by numbers alone?"""
    links = [link for text in built.files.values()
             for link in re.findall(r"courtlistener\.com/docket/[^\"\s<,?#]*", text)]
    assert len(links) > len(built.raw)
    assert [link for link in links if re.search(r"/docket/.*[a-z]", link)] == []
