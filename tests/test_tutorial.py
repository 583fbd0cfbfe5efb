"""README and the tutorial as a new user has them: a fresh clone, an empty home, no network. Does every step do what the
text says?

Installing wants packages: the pinned ones are downloaded before, and pip finds them in a folder.
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .newcomer import steps
from .test_docs import court  # noqa: F401 - a fixture
from .test_packaging import tracked

CHECKOUT = Path(__file__).parent.parent
PYTHON = Path(sys.base_prefix) / "bin" / "python3"
APART = ["unshare", "--net", "--map-root-user"]
OPTIONAL = re.compile(r"pagefind(-bin)?==")
"""What the tutorial installs beside what every writwatch needs."""


LONGEST = 3_600
"""Seconds until it is taken for stuck: a slow machine needs a sixth of it."""


def pinned() -> str:
    """The packages of the documents' commands, each with its hashes."""
    run, dev = ((CHECKOUT / "requirements" / f"{name}.txt").read_text("utf-8") for name in ("run", "dev"))
    return run + "".join(each for each in re.findall(r"^\S.*?(?=^\S|\Z)", dev, re.M | re.S) if OPTIONAL.match(each))


def test_what_a_document_has_its_reader_type():
    """Commands line by line, a file that is shown and named written, and examples of other files left?"""
    blocks = ["sh\na b\n\nc\n", "toml\n# cases/x.toml\nk = 1\n", "toml\nk = 2\n", "\nd\n", "sh\ne\n"]
    written = "cat > cases/x.toml <<'END'\n# cases/x.toml\nk = 1\nEND"
    assert steps("x\n" + "".join(f"```{each}```\n" for each in blocks)) == ["a b", "c", written, "e"]


@pytest.mark.soak
def test_a_newcomer(court: Path, tmp_path: Path):  # noqa: F811
    """Typed as it is written, step by step, in a network namespace of its own with the sandbox as CourtListener."""
    if not shutil.which("unshare") or subprocess.run([*APART, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this kernel gives no network namespace of its own (unshare --net --map-root-user)")
    for name in tracked():
        (tmp_path / "clone" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, tmp_path / "clone" / name)
    (tmp_path / "pinned.txt").write_text(pinned(), encoding="utf-8")
    download = [sys.executable, "-m", "pip", "--quiet", "download", "--only-binary", ":all:", "--require-hashes"]
    subprocess.run([*download, "-r", str(tmp_path / "pinned.txt"), "-d", str(tmp_path / "wheels")], check=True)
    driver = [*APART, str(PYTHON), str(tmp_path / "clone" / "tests" / "newcomer.py"), str(tmp_path)]
    bare = {"PATH": f"{PYTHON.parent}:/usr/bin:/bin"}
    done = subprocess.run(driver, check=False, capture_output=True, text=True, env=bare, timeout=LONGEST)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
