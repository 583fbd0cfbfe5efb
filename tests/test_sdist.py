"""The source archive: is everything in it that the checkout has, and is the wheel made from it the same?"""
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from .test_packaging import CHECKOUT, tracked

ONLY_HERE = (".github/", ".gitignore", "MANIFEST.in")
"""What belongs to the repository and to no archive; the list of what does is written into the archive by setuptools."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in an archive built from a copy, without its first folder."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("archive")
    for name in tracked():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes((CHECKOUT / name).read_bytes())
    build = f"from setuptools import build_meta; build_meta.build_sdist({str(out)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    with tarfile.open(next(out.glob("*.tar.gz"))) as tar:
        return {name.partition("/")[2] for name in tar.getnames()}


@pytest.mark.slow
def test_the_archive_holds_what_the_checkout_does(archive: set[str]):
    """Documents, tests and the databases that they keep too?"""
    ours = {name for name in tracked() if not name.startswith(ONLY_HERE)}
    assert len(ours) > 300
    assert ours - archive == set()
    for name in ("docs/editors.md", "tests/fetch/old/0001.sql", "CHANGELOG.md", "Makefile", ".ci/run"):
        assert name in archive, name


@pytest.mark.slow
def test_nothing_else_is_in_it(archive: set[str]):
    """No database, no compiled file, nothing that git does not know?"""
    files = {name for name in archive if name and not name.startswith("writwatch.egg-info")}
    folders = {str(parent) for name in files for parent in Path(name).parents}
    assert files - folders - set(tracked()) <= {"PKG-INFO", "setup.cfg"}
