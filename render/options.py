"""What stands before the command, and what follows from it: where a tracker's own files are, and those that builds keep
from one to the next.

Heavy imports wait until something needs them: every command imports this module.
"""
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from . import PACKAGED, SiteError

if TYPE_CHECKING:
    from .cases import Site
    from .kept import Kept
    from .languages import Language
    from .pages import SiteLook


class Options(NamedTuple):
    """What stands before the command. `api` is "" for CourtListener itself."""

    site: Path
    db: str
    api: str

    @property
    def is_packaged(self) -> bool:
        """Is it the site that comes with the program, by whatever path?"""
        return self.site.resolve() == PACKAGED.resolve()

    def refuse_packaged(self) -> None:
        """Raise SiteError where an editor's file would be written into the site that comes with the program."""
        if self.is_packaged:
            raise SiteError("the packaged site is only read: `writwatch init DIR` starts your own, for --site DIR.")

    def own_folders(self, *names: str) -> list[Path]:
        """Those of these folders that the site has of its own: they go before the packaged ones."""
        return [folder for name in names if (folder := self.site / name).is_dir()]

    def layers(self, name: str) -> tuple[Path, Path]:
        """The site's own folder of that name, there or not, and the packaged one that it goes before."""
        return self.site / name, PACKAGED / name

    @property
    def trail_at(self) -> Path | None:
        """Where the trail of what the site said stands between builds."""
        from .trail import NAME

        return self._beside(NAME, "trail.jsonl")

    @property
    def kept_at(self) -> Path | None:
        """Where what a build made of each case is kept for the next."""
        from .kept import NAME

        return self._beside(NAME, "pages.built")

    def _beside(self, name: str, alone: str) -> Path | None:
        """Where a file stands that builds keep: beside the database, or, called `alone`, with the site's own files
        where the database is a server's. The files of a site that ship have none."""
        from .store import file_of

        if (file := file_of(self.db)) is not None:
            return file.with_name(name.format(db=file.name))
        return None if self.is_packaged else self.site / alone

    def kept(self, site: "Site") -> "AbstractContextManager[Kept | None]":
        """What builds keep of each case, in a context; None where they keep nothing."""
        from .kept import Kept

        return Kept(self.kept_at, self._version(site)) if self.kept_at else nullcontext()

    def forget_kept(self) -> None:
        """What builds keep says whom each case protects: away with all of it. The next build reads every docket
        anew."""
        from .kept import forget

        if self.kept_at:
            forget(self.kept_at)

    def _version(self, site: "Site") -> bytes:
        """Of this program, its data, and all that an editor says of the site beside its cases."""
        from .kept import version

        code = PACKAGED.parent
        packaged = (code / "render", code / "fetch", *(PACKAGED / name for name in ("templates", "locales", "data")))
        own = self.own_folders("templates", "static", "locales")
        return version((*packaged, *own), sys.version, look(site), [each.code for each in self.spoken(site)])

    def spoken(self, site: "Site") -> Sequence["Language"]:
        """The languages of the site, the one at its root first."""
        from .languages import languages

        return languages(site.config.language or "en", site.config.languages, self.layers("locales"))


def default_site() -> Path:
    """./site where it is a tracker's folder, else this folder where it is one, else the packaged one, only read.

    Raises SiteError where a folder has cases and no config: the packaged site would take the place of that tracker's.
    """
    for here in (Path("site"), Path()):
        if (here / "config.toml").is_file():
            return here
        if found := next((here / name for name in ("cases", "decisions") if (here / name).is_dir()), None):
            config = here / "config.toml"
            raise SiteError(f"{found} is there and {config} is not: put it back, or name a tracker by --site.")
    return PACKAGED


def look(site: "Site") -> "SiteLook":
    """The editor's config in the words of the pages."""
    import msgspec

    from .pages import SiteLook

    given = msgspec.structs.asdict(site.config)
    return SiteLook(**{name: given[name] for name in SiteLook._fields if given.get(name)})
