"""An editor's folders: the files in one, those whose names keep them from being read, and no link among them that would
publish what lies elsewhere."""
import errno
from pathlib import Path

from . import PACKAGED, SiteError


def mend_of(error: OSError) -> str:
    """What to do about a file that the disk did not take or give."""
    return "make room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "mend its place or its permissions"


def files_in(folder: Path, ending: str) -> list[Path]:
    """The files of a folder with this ending, by name; none where there is no such folder.

    Raises SiteError where it cannot be read: what is in it would be taken for gone.
    """
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise SiteError(f"{folder} cannot be read ({error.strerror}): {mend_of(error)}.") from None
    return [path for path in paths if path.name.endswith(ending)]


def strays_in(folder: Path, ending: str) -> list[Path]:
    """What `files_in` passes over, at any depth: X.TOML, X.toml.txt, 2026/X.toml. Somebody meant it to be read.

    Nobody did with a hidden file, a README or an example of those that `init` makes.
    """
    examples = PACKAGED / "starter" / folder.name
    return [path for path in sorted(folder.rglob("*"))
            if not (path.parent == folder and path.name.endswith(ending)) and path.is_file()
            and not any(part.startswith((".", "README")) for part in path.relative_to(folder).parts)
            and not (examples / path.relative_to(folder)).is_file()]


def refuse_links(folder: Path) -> None:
    """Whatever stands in a folder that is published stands in it: a link may lead within it, and nowhere else.

    A link such as static/logo.svg → ../dockets.db looks harmless in a proposed change and would publish the database.
    """
    if folder.is_symlink():
        raise SiteError(f"{folder} is a link: make it a folder of its own, since what is in it is published.")
    root = folder.resolve()
    for each in sorted(folder.rglob("*")):
        if each.is_symlink() and not each.resolve().is_relative_to(root):
            raise SiteError(f"{each} is a link that leads out of {folder}: put the file itself there.")
