"""README and the tutorial typed by a newcomer: a folder with a clone, wheels and a court in, what went wrong out.

    unshare --net --map-root-user python3 tests/newcomer.py FOLDER

FOLDER holds `clone` (this repository), `wheels` (its pinned packages) and `court` (JSON lines for the sandbox). Nothing
but the standard library, since nothing is installed yet. Every command is typed as it is written, in one shell, which
knows what a new user's shell knows and two things more: the address of the sandbox, and where pip finds wheels. After
each command of which the text promises something, that is looked up.
"""
import contextlib
import fcntl
import os
import re
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

PORT: Final = 8799
API: Final = f"http://127.0.0.1:{PORT}/api/rest/v4/"
PATH: Final = os.environ.get("PATH", os.defpath)
"""Where this machine's Python, make and git are."""
_UP: Final = 0x1
_SET_FLAGS: Final = 0x8914
_BLOCK: Final = re.compile(r"^```(sh|toml)\n(.*?)^```$", re.M | re.S)


class Done(NamedTuple):
    """What became of a command: its exit status (-1: it ended the shell), what it printed, how many seconds it took."""

    typed: str
    status: int
    said: str
    seconds: float


Check = Callable[[Path, str], bool]
"""What was promised of a command, looked up: the folder the shell is in and what was printed in, kept or not out."""


def steps(text: str) -> list[str]:
    """Every command in order; a ```toml block that begins with a file's name is that file, written."""
    found: list[str] = []
    for kind, block in _BLOCK.findall(text):
        if kind == "sh":
            found += [line for line in block.splitlines() if line.strip()]
        elif place := re.match(r"# (\S+\.toml)\n", block):
            found.append(f"cat > {place[1]} <<'END'\n{block}END")
    return found


class Shell:
    """One bash, as a newcomer's: an empty home and next to no environment."""

    def __init__(self, home: Path, here: Path, wheels: Path, path: str) -> None:
        home.mkdir()
        env = {"HOME": str(home), "PATH": path, "LANG": "C.UTF-8", "COURTLISTENER_API_URL": API,
               "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels),
               "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        self.bash = subprocess.Popen(["bash", "--norc"], cwd=here, env=env, stdin=subprocess.PIPE, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def type(self, typed: str) -> Done:
        """The command, its own input empty, as no terminal's is read."""
        assert self.bash.stdin
        assert self.bash.stdout
        began, said = time.monotonic(), []
        self.bash.stdin.write(f"{{ {typed}\n}} </dev/null\nprintf '\\n@@ %s %s\\n' $? \"$PWD\"\n")
        self.bash.stdin.flush()
        for line in self.bash.stdout:
            if ended := re.fullmatch(r"@@ (\d+) (.+)\n", line):
                self.here = Path(ended[2])
                return Done(typed, int(ended[1]), "".join(said), time.monotonic() - began)
            said.append(line)
        return Done(typed, -1, "".join(said), time.monotonic() - began)

    def end(self) -> None:
        assert self.bash.stdin
        self.bash.stdin.close()
        self.bash.wait(60)


def pages(folder: str, *names: str) -> Check:
    return lambda here, _: all((here / folder / name).is_file() for name in names)


def says(*words: str) -> Check:
    """Whether all of these were printed; "a|b": one of them."""
    return lambda _, said: all(any(one in said for one in word.split("|")) for word in words)


def both(*checks: Check) -> Check:
    return lambda here, said: all(check(here, said) for check in checks)


def page_says(page: str, *words: str) -> Check:
    return lambda here, _: all(word in (here / page).read_text("utf-8") for word in words)


def lacks(*names: str) -> Check:
    return lambda here, _: not any((here / name).exists() for name in names)


README: Final[dict[str, Check]] = {
    "make demo": both(pages("public", "index.html", "data/cases.csv"), says("Open ", "pages in public"),
                      lambda here, _: 80 < len(list((here / "public" / "cases").glob("*.html"))) < 160),
    "writwatch init tracker": pages("tracker", "config.toml", "README.md", ".github/workflows/update.yml"),
    "writwatch follow 69741724": lambda here, _: len(list((here / "cases").glob("*.toml"))) == 3,
    "writwatch fetch --plan": both(says("requests at least"), lacks("dockets.db")),
    "writwatch fetch": both(says("rows new or changed"), pages(".", "dockets.db")),
    "writwatch status": says("3 dockets followed, 0 of them never seen"),
    "writwatch render": both(pages("public", "index.html", "es/index.html", "health.html", "health.json", "health.svg",
                                   "trail.jsonl", "cases/cand-3-25-cv-01766.html"), says("writwatch serve")),
    "writwatch --db elsewhere.db update": pages(".", "elsewhere.db"),
    "writwatch --site . --db elsewhere.db render": pages("public-3-february", "index.html"),
    "writwatch doctor": says("token: COURTLISTENER_API_TOKEN is set", "what editors wrote: 3 cases, no mistake"),
    "WRITWATCH_STATE_KEY": lambda here, _: (here / ".." / "kept" / "state.age").is_file(),
    "writwatch discover": says("Nothing|nothing|no search|No "),
    "writwatch import list.csv": says("case files made"),
    "writwatch alerts --plan": says("requests."),
    "WRITWATCH_HOOK_SECRET": says("http://127.0.0.1:8766"),
    "writwatch review": says("Nothing to review|writwatch review"),
    "writwatch quarantine": says("Nothing in quarantine waits"),
    "writwatch notify --dry-run": says("no [[notify]]"),
    "writwatch purge 69655305 --name": says("A name taken out of"),
    "writwatch purge 69655305": both(says("1 docket forgotten"), lambda here, _: not (
        here / "public" / "cases" / "cand-3-25-cv-01766.html").exists()),
    "echo": says('"type": "habeas_ruling"|"type":"habeas_ruling"'),
    "timeout 10 writwatch sandbox": says("http://127.0.0.1:8765/"),
}
"""What README promises of a command, by how it begins; the longest beginning goes."""

_CASE: Final = "public/cases/cand-3-25-cv-01766.html"
TUTORIAL: Final[dict[str, Check]] = {
    "python3 -m venv": lambda here, _: (Path(os.environ["NEWCOMER_HOME"]) / "writwatch/bin/activate").is_file(),
    "pip install": lambda here, _: (Path(os.environ["NEWCOMER_HOME"]) / "writwatch/bin/writwatch").is_file(),
    "writwatch init": both(pages("tracker", "config.toml"), page_says("tracker/config.toml", "The Harbor Ledger")),
    "writwatch doctor": says("Nothing is wrong.", "note"),
    "writwatch follow": lambda here, _: len(list((here / "cases").glob("*.toml"))) == 2,
    "writwatch fetch --plan": both(says("requests at least"), lacks("dockets.db")),
    "writwatch update": both(pages("public", "index.html"), says("pages in public")),
    "writwatch status": says("2 dockets followed, 0 of them never seen"),
    "ls public": says(_CASE),
    "writwatch render": page_says(_CASE, "Harbor League v. Office of Permits", "what a league has published",
                                  "We asked the office", "The Harbor Ledger", "desk@example.org"),
    "writwatch review": says("Nothing to review|writwatch review"),
    "writwatch state key": lambda here, _: (here / ".." / "state.key").read_text("utf-8").startswith("AGE-SECRET-KEY-"),
    "writwatch state save": both(says("Saved:"), lambda here, _: (here / ".." / "kept" / "state.age").is_file()),
}
ENDS: Final[dict[str, tuple[str, Check]]] = {
    "Make a mistake on purpose": (
        "cp cases/cand-3-25-cv-01766.toml ../right; sed -i 's/^topic = .*/topic = \"operation\"/' "
        "cases/cand-3-25-cv-01766.toml; writwatch render; cp ../right cases/cand-3-25-cv-01766.toml; ls public/cases",
        says("cand-3-25-cv-01766.toml:3: topic: must be one of", "docket-69741724.html")),
    "`writwatch state restore": (
        "rm dockets.db*; writwatch state restore --folder ../kept && writwatch status",
        says("Restored:", "2 dockets followed, 0 of them never seen")),
    "The page \"How this site is doing\"": (
        "writwatch render; cat public/health.html", says("The updates work")),
}
"""What the tutorial says beside its commands: a command that tries it, and what must hold."""


def look_up(promised: dict[str, Check], typed: str) -> Check | None:
    begins = [start for start in promised if typed.startswith(start)]
    return promised[max(begins, key=len)] if begins else None


def typed_all(shell: Shell, commands: list[str], promised: dict[str, Check]) -> Iterator[str]:
    """Type each; a sentence for each that failed or broke its promise."""
    tried: set[str] = set()
    for typed in commands:
        done = shell.type(typed)
        first = typed.partition("\n")[0]
        check = look_up(promised, typed)
        tried |= {start for start in promised if typed.startswith(start)}
        kept = check is None or done.status != 0 or _holds(check, shell.here, done.said)
        mark = "ok  " if done.status == 0 and kept else "BAD "
        print(f"{mark} {done.seconds:6.1f} s  {'checked' if check else '       '}  $ {first}", flush=True)
        if done.status or not kept:
            what = f"ended with {done.status}" if done.status else "did not do what the text says"
            yield f"{first}: {what}\n{done.said}"
    yield from (f"{start}: no document types it any more" for start in promised if start not in tried)


def _holds(check: Check, here: Path, said: str) -> bool:
    try:
        return check(here, said)
    except OSError:
        return False


@contextlib.contextmanager
def court(program: Path, data: Path) -> Iterator[None]:
    """The sandbox in CourtListener's place, until it answers and then as long as this lasts."""
    command = [str(program), "sandbox", "--data", str(data), "--port", str(PORT), "--throttle", "none"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={"PATH": PATH}) as sandbox:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", PORT), 1):
                    break
                time.sleep(0.1)
            yield
        finally:
            sandbox.terminate()


def alone() -> str:
    """Bring up the loopback; "" where there is nothing else, or what there is."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14x", b"lo", _UP))
    return ", ".join(name for _, name in socket.if_nameindex() if name != "lo")


def tour(folder: Path) -> Iterator[str]:
    """README in a folder of its own, after `make demo` in the clone; then the tutorial in another home."""
    clone, wheels = folder / "clone", folder / "wheels"
    readme = steps((clone / "README.md").read_text("utf-8"))
    if readme[:2] != ["make demo", "make test"]:
        yield "README.md does not begin with make demo and make test"
        return
    shell = Shell(folder / "first home", clone, wheels, PATH)
    demo = {start: check for start, check in README.items() if start.startswith("make")}
    trouble = list(typed_all(shell, readme[:1], demo))
    shell.end()
    yield from trouble
    if trouble:
        return
    program, work = clone / ".venv" / "bin" / "writwatch", folder / "work"
    work.mkdir()
    with court(program, folder / "court"):
        shell = Shell(folder / "second home", work, wheels, f"{program.parent}{os.pathsep}{PATH}")
        yield from typed_all(shell, readme[2:], {start: each for start, each in README.items() if start not in demo})
        shell.end()
        text = (clone / "docs" / "tutorial.md").read_text("utf-8")
        home = folder / "third home"
        os.environ["NEWCOMER_HOME"] = str(home)
        shell = Shell(home, clone, wheels, PATH)
        yield from typed_all(shell, steps(text), TUTORIAL)
        for words, (command, check) in ENDS.items():
            if words not in text:
                yield f"the tutorial does not say any more: {words}"
                continue
            yield from _tried(shell.type(command), check, shell.here)
        shell.end()


def _tried(done: Done, check: Check, here: Path) -> Iterator[str]:
    good = _holds(check, here, done.said)
    print(f"{'ok  ' if good else 'BAD '} {done.seconds:6.1f} s  checked  $ {done.typed}", flush=True)
    if not good:
        yield f"{done.typed}: did not do what the text says\n{done.said}"


def main(folder: Path) -> int:
    if others := alone():
        print(f"There is a network here ({others}): run it within `unshare --net --map-root-user`.")
        return 2
    began = time.monotonic()
    trouble = list(tour(folder))
    print(f"{time.monotonic() - began:.0f} s in all, {len(trouble)} to mend.", *trouble, sep="\n\n")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute()))
