"""An editor's folder in: its files, or a sentence where it cannot be read."""
from pathlib import Path

import pytest
from writwatch.render import SiteError
from writwatch.render.own_files import files_in, strays_in


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    """In the order of their names, those with the ending alone; and of no folder, none?"""
    for name in ("b.toml", "a.toml", "a.md", ".b.toml.tmp"):
        (tmp_path / name).touch()
    assert files_in(tmp_path, ".toml") == [tmp_path / "a.toml", tmp_path / "b.toml"]
    assert files_in(tmp_path / "nowhere", ".toml") == files_in(tmp_path / "a.md", ".toml") == []


def test_what_is_passed_over_for_its_name(tmp_path: Path) -> None:
    """A slip of the name or of the place: is it found, and no hidden file, README or example of ours?"""
    folder = tmp_path / "cases"
    slips = ["2026/x.toml", "x.TOML", "x.tml", "x.toml.txt", "y"]
    for name in (*slips, "x.toml", ".x.toml.tmp", ".git/x.tml", "README.md", "detention.toml.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert [path.relative_to(folder).as_posix() for path in strays_in(folder, ".toml")] == slips
    assert strays_in(tmp_path / "nowhere", ".toml") == []


def test_a_folder_that_cannot_be_read_is_not_empty(tmp_path: Path) -> None:
    """What is in it would be taken for gone: is it said instead?"""
    with pytest.raises(SiteError, match=r"cannot be read \(File name too long\): mend its place or its permissions"):
        files_in(tmp_path / ("a" * 300), ".toml")
