"""Every command typed over dockets of protected people: does anything that it prints name one of them?

`review` shows entries as the court wrote them, since an editor must see them: it is the exception, and says so.
"""
import html
import json
import re
import shutil
import unicodedata
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from writwatch.fetch import FetchError, fictional
from writwatch.fetch.sandbox import Server, serve
from writwatch.render import SiteError, cli, progress

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("nobody named")]

NOWHERE = "http://127.0.0.1:9/api/rest/v4/"
CONFIG = """\
name = "Trial"
fictional = true

[[cohort]]
name = "detained"
nature_of_suit = "463"
accept = "review"
topic = "detention"

[[search]]
name = "wardens"
query = "warden"
accept = "review"
topic = "detention"
"""
EXCEPTIONS = {"review", "review --names", "read"}
"""What shows an editor the court's own words, or answers with the words that it was given."""


class Person:
    """Of one docket whom nothing may name, and its address with a name in it."""

    def __init__(self, docket_id: int, names: list[str], slug: str) -> None:
        self.docket_id, self.names, self.slug = docket_id, names, slug


class Terminal:
    """Runs commands in a tracker and keeps what they print, whatever becomes of them."""

    def __init__(self, folder: Path, api: str) -> None:
        self.folder, self.api = folder, api
        self.printed: dict[str, str] = {}

    def type(self, *words: str, label: str = "", api: str = "") -> None:
        command = ["--site", str(self.folder), "--db", str(self.folder / "dockets.db"), "--api", api or self.api]
        done = CliRunner().invoke(
            cli.writwatch, [*command, *words], env={"COURTLISTENER_API_TOKEN": "x"}, standalone_mode=False)
        told = done.output
        if isinstance(done.exception, FetchError | SiteError):
            told += str(done.exception)
        elif done.exception:
            raise done.exception
        self.printed[label or " ".join(words)] = told


@pytest.fixture(scope="module", params=[
    "invented here", pytest.param("recorded beside", marks=pytest.mark.soak)])
def court(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Person]]:
    """A folder of JSON lines, and who is protected in it."""
    folder = tmp_path_factory.mktemp("court")
    if request.param == "invented here":
        fictional.write(folder, dockets=30)
        truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
        protected = {row["docket_id"]: row["privacy"] for row in truth}
    else:
        shared: Path = request.getfixturevalue("shared")
        shutil.copytree(shared / "data" / "habeas-dockets-dev", folder, dirs_exist_ok=True)
        told = json.loads((folder / "privacy.json").read_text("utf-8"))
        protected = {int(number): row for number, row in told.items()}
    people, others = [], []
    for line in (folder / "dockets.jsonl").read_text("utf-8").splitlines():
        docket = json.loads(line)
        of = protected[docket["id"]]
        names = [name for name in (*of["petitioner"], *of["others_to_hide"]) if len(name) > 3]
        slug = re.sub(r"[^a-z]+", "-", plain(docket["case_name"])).strip("-")
        (people if docket["nature_of_suit"].startswith("463") else others).append(Person(docket["id"], names, slug))
    return folder, [person for person in (*people, *others) if person.names]


@pytest.fixture(scope="module")
def terminal(
    court: tuple[Path, list[Person]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Terminal, list[Person]]]:
    """All commands, one after the other; every line of progress is said."""
    folder, people = court
    with serve(folder, throttle="none") as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress, "EVERY", 0.0)
        there = Terminal(tmp_path_factory.mktemp("tracker") / "t", server.url)
        type_all(there, server, people)
        yield there, people


def type_all(there: Terminal, server: Server, people: list[Person]) -> None:
    first, second, third, fourth, fifth, *others = people
    server.rows.upsert("dockets", [{"id": person.docket_id, "cause": "28:2241, as of now"} for person in people])
    name, folder = first.names[0], there.folder
    there.type("init", str(folder))
    (folder / "config.toml").write_text(CONFIG, "utf-8")
    there.type("follow", str(first.docket_id), f"https://www.courtlistener.com/docket/{second.docket_id}/{second.slug}/",
               label="follow")
    there.type("follow", f"https://www.courtlistener.com/c/{second.slug}/", label="follow a wrong address")
    there.type("follow", f"https://www.courtlistener.com/docket/{second.docket_id}/{second.slug}/",
               label="follow again")
    there.type("follow", "4711")  # which nobody has
    there.type("fetch", "--plan")
    spoil(server, first)
    spoil(server, third)
    there.type("fetch")
    there.type("follow", "4712", label="follow one more")
    there.type("fetch", api=NOWHERE, label="fetch from nowhere")
    for words in ("status", "status --json", "discover", "discover --json", "discover --limit 1"):
        there.type(*words.split())
    decide = ("--by", "Dana Whitlow", "--why", f"As {fourth.names[0]} asked.")
    there.type("discover", "--accept", str(fifth.docket_id), *decide, label="discover --accept")
    there.type("discover", "--reject", str(fourth.docket_id), *decide, label="discover --reject")
    there.type("discover", "--accept", "4712", "--by", "Dana Whitlow")
    rows = [f"https://www.courtlistener.com/docket/{one.docket_id}/{one.slug}/,{one.names[0]}" for one in others]
    rows += [f"https://www.courtlistener.com/c/{first.slug}/,{name}", f"={name},x", f"{first.slug}\u200b,{name}"]
    (folder / "list.csv").write_text("url,note\n" + "".join(f"{row}\n" for row in rows), "utf-8")
    there.type("import", str(folder / "list.csv"), label="import a list")
    bad = [{"id": 1, "docket": second.slug, "description": name, "recap_documents": name}, {"case_name": name}]
    (folder / "export.jsonl").write_text("".join(json.dumps(row) + "\n" for row in bad) + f"{name}\n", "utf-8")
    there.type("import", str(folder / "export.jsonl"), label="import an export")
    settle = ("quarantine", "settle", "1", "--by", "Dana Whitlow", "--why", f"{name} is garbled.")
    there.type(*settle, label="quarantine settle")
    there.type(*settle, label="quarantine settle again")
    there.type("quarantine", "reopen", "1", label="quarantine reopen")
    there.type("quarantine", "settle", "4711", "--by", name, label="quarantine settle what is not there")
    there.type("alerts", "--plan")
    there.type("alerts", label="alerts")
    there.type("update", "--out", str(folder / "public"), label="update")
    (folder / "cases" / "wrong.toml").write_text(
        f'title = "{name}"\ntopic = "{name}"\ntitel = "{name}"\n[[docket]]\nid = "{name}"\n', "utf-8")
    (folder / "decisions" / "wrong.toml").write_text(f'[[decision]]\naction = "{name}"\n', "utf-8")
    there.type("render", "--out", str(folder / "public"), label="render with mistakes")
    there.type("review")
    there.type("review", "--names", str(second.docket_id), label="review --names")
    there.type("review", "--names", str(first.docket_id), label="review --names of what is not there")
    there.type("review", "--names", label="review --names of all")
    there.type("review", "confirm", "nowhere", "--event", "contempt_finding", "--entry", "1", "--by", "Me")
    (folder / "cases" / "wrong.toml").unlink()
    (folder / "decisions" / "wrong.toml").unlink()
    there.type("purge", str(second.docket_id), "--out", str(folder / "public"), label="purge a docket")
    there.type("purge", "--name", f"{name} Invented", "--yes", "--out", str(folder / "public"), label="purge a person")
    there.type("status", label="status at the end")


def spoil(server: Server, person: Person) -> None:
    """A docket with fields that no schema knows, and an entry too."""
    name = person.names[0]
    server.rows.upsert("dockets", [{"id": person.docket_id, "date_filed": name, "case_name": name}])
    entry = {"id": 1_000_000 + person.docket_id, "docket": f"http://x/api/rest/v4/dockets/{person.docket_id}/"}
    with_name = {"description": name, "entry_number": name, "date_filed": name, "recap_documents": []}
    server.rows.upsert("docket-entries", [entry | with_name])


def plain(text: str) -> str:
    """Lower case, no accents, one space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", html.unescape(text)) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", bare).casefold()


def forms(name: str) -> set[str]:
    """As text, as an address has it, as a slug has it, as JSON escapes it."""
    bare = plain(name)
    quoted = {plain(urllib.parse.quote(name)), plain(urllib.parse.quote_plus(name)), json.dumps(name)[1:-1].lower()}
    return {bare, re.sub(r"[^a-z0-9]+", "-", bare).strip("-"), *quoted}


def test_nothing_printed_names_anybody(terminal: tuple[Terminal, list[Person]]):
    there, people = terminal
    spelled = {form: person.docket_id for person in people for name in person.names for form in forms(name)}
    leaks = [
        (label, docket_id)
        for label, told in there.printed.items() if label not in EXCEPTIONS
        for form, docket_id in spelled.items() if form in plain(told) or form in told.lower()
    ]
    assert leaks == []
    assert len(spelled) > 40


DONE = {
    "follow": "made ",
    "follow a wrong address": "the address: ",
    "follow again": "is followed already",
    "fetch": "rows could not be understood and are kept in quarantine",
    "fetch from nowhere": "refuses connections",
    "discover": "for a decision, the newest first",
    "discover --accept": "added to",
    "discover --reject": "added to",
    "import a list": "case files made",
    "import an export": "kept in quarantine",
    "quarantine settle": "1 settled",
    "quarantine reopen": "1 wait again",
    "alerts": "alerts made",
    "update": "pages in",
    "render with mistakes": "wrong.toml:",
    "review": "writwatch review confirm",
    "review --names": "shown as initials",
    "review --names of what is not there": "has not been fetched yet",
    "purge a docket": "1 docket forgotten",
    "purge a person": "A name taken out of",
}
"""What each command says when it does what it was typed for."""


@pytest.mark.parametrize("label", DONE)
def test_the_commands_did_their_work(terminal: tuple[Terminal, list[Person]], label: str):
    assert DONE[label] in terminal[0].printed[label]


def test_the_test_would_see_a_name(terminal: tuple[Terminal, list[Person]]):
    """`review --names` does show names: are they found in it by the same search?"""
    there, people = terminal
    told = plain(there.printed["review --names"])
    assert any(form in told for name in people[1].names for form in forms(name))


def test_commands_that_show_names_say_so():
    """Each help text of the exceptions: does it say for whom?"""
    told: Any = CliRunner().invoke(cli.writwatch, ["review", "--help"]).output
    assert "names and all" in " ".join(told.split())
