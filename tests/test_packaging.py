"""The wheel: is everything in it, and does it run alone?"""
import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def folders_with_python(top: str) -> set[str]:
    found = {path.parent for path in (CHECKOUT / top).rglob("*.py") if "migrations" not in path.parts}
    return {".".join(["writwatch", *folder.relative_to(CHECKOUT).parts]) for folder in found}


def test_every_folder_is_listed():
    """A sub-package must be listed by hand: is each?"""
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    assert listed == folders_with_python("fetch") | folders_with_python("render") | {"writwatch.site"}


def test_every_dependency_has_its_reason():
    """CONTRIBUTING.md names each with why it is here."""
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    extras = PROJECT["project"]["optional-dependencies"]
    for line in [*PROJECT["project"]["dependencies"], *extras["postgres"], *extras["dev"]]:
        name = line.split(">=")[0].split("[")[0].lower()
        assert f"| {name} |" in text, name


def test_pins_name_no_host():
    for path in (CHECKOUT / "requirements").iterdir():
        assert "://" not in path.read_text(encoding="utf-8"), path.name


def test_what_users_install_is_what_is_tested():
    """Each pin of run.txt stands in dev.txt, of the same version and for the same Pythons."""
    run, dev = ({line.removesuffix(" \\") for line in (CHECKOUT / "requirements" / name).read_text("utf-8").splitlines()
                 if line.endswith(" \\") and not line.startswith(" ")} for name in ("run.txt", "dev.txt"))
    assert len(run) > 20
    assert run - dev == set()


def tracked() -> list[str]:
    """The files of the checkout that git knows or would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [name for name in names if name and (CHECKOUT / name).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that no leftover of an earlier build gets in and none is left in the checkout."""
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in tracked():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CHECKOUT / name, source / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(source)], check=True)
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_what_the_checkout_does(wheel: Path):
    """Templates, static files, cases and migrations too."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    ours = {f"writwatch/{name}" for name in tracked() if name.startswith(("fetch/", "render/", "site/"))}
    assert len(ours) > 100
    assert ours - packed == set()


@pytest.mark.slow
def test_the_wheel_runs_alone(wheel: Path, tmp_path: Path):
    """Installed in an empty environment, elsewhere: does `writwatch demo` make a site?"""
    venv.create(tmp_path / "env")
    pinned = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(tmp_path / "env"),
              "install", "--quiet", "--no-compile"]
    subprocess.run([*pinned, "--require-hashes", "-r", str(CHECKOUT / "requirements" / "run.txt")], check=True)
    subprocess.run([*pinned, "--no-deps", str(wheel)], check=True)
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COURTLISTENER"))}
    command = [str(tmp_path / "env" / "bin" / "writwatch"), "demo"]
    done = subprocess.run(command, cwd=tmp_path, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    index = (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    assert "invented" in index
    assert len(list((tmp_path / "public" / "cases").glob("*.html"))) > 90


@pytest.mark.xdist_group("a group")
def test_the_groups_of_tests_hold(request: pytest.FixtureRequest):
    """What is marked as one group is run by one process, or what it has in common is built three times over."""
    if not hasattr(request.config, "workerinput"):
        pytest.skip("one process runs all tests")
    assert request.node.nodeid.endswith("@a group")
