"""What is published beside the pages and the tables: the look of a site and its languages in, its outputs out."""
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from .cards import Cards
from .digest import Digest
from .languages import Language
from .output import Output
from .pages import SiteLook
from .search import Search


def standard_outputs(
    look: SiteLook,
    as_of: dt.datetime,
    languages: Sequence[Language],
    *,
    templates: Sequence[Path] = (),
) -> tuple[Output, ...]:
    """What a site publishes beside its pages and what those link to, which `build` publishes itself.

    The first of `languages` is that of what comes in one only. `templates`: folders that go before the packaged one.
    """
    return (
        Cards(look, as_of, languages[0]),
        Digest(look, as_of, languages, templates),
        Search(languages),
    )
