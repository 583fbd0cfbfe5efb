"""Catalogues in, languages out: `locales/es.po` is Spanish. A language is added by adding a file.

The catalogues are plain .po files, read as they are. English is the language of the source and needs none.
"""
import gettext
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import PoFileError, read_po

from . import SiteError

SOURCE: Final = "en"


class Language(NamedTuple):
    """`code` is what stands in `lang` and in addresses, `name` what its readers call it."""

    code: str
    name: str
    translations: gettext.NullTranslations


def language(code: str, folders: Sequence[Path]) -> Language:
    """The language with its words from `folders` (each holding CODE.po); those of the first folder count first.

    Raises SiteError where a catalogue cannot be read or no folder has one.
    """
    try:
        name = Locale.parse(code, sep="-").get_display_name(code.replace("-", "_")) or code
    except (ValueError, UnknownLocaleError):
        raise SiteError(f'{code!r} is no language: write its code in config.toml, such as "es".') from None
    found = [place for folder in folders if (place := folder / f"{code}.po").is_file()]
    if not found and code != SOURCE:
        raise SiteError(
            f"There are no words in {code!r}: add locales/{code}.po to the site, or leave it out of config.toml.")
    translations: gettext.NullTranslations = gettext.NullTranslations()
    for place in reversed(found):
        nearer = _Catalogue(place)
        nearer.add_fallback(translations)
        translations = nearer
    return Language(code, name[:1].upper() + name[1:], translations)


def languages(first: str, wanted: Sequence[str], folders: Sequence[Path]) -> tuple[Language, ...]:
    """The languages of a site, `first` first. Without `wanted`: every one that has a catalogue in a folder."""
    there = sorted({place.stem for folder in folders for place in folder.glob("*.po")})
    codes = dict.fromkeys((first, *(wanted or (SOURCE, *there))))
    return tuple(language(code, folders) for code in codes)


class _Catalogue(gettext.NullTranslations):
    """A .po file as gettext knows it. A text without a translation, or with an uncertain one, is asked further on."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        try:
            with place.open("rb") as file:
                catalogue = read_po(file, abort_invalid=True)
            self._plural = catalogue.plural_expr
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            raise SiteError(f"{place} cannot be read as a catalogue: {error}") from None
        self._which = gettext.c2py(self._plural)
        self._texts = {message.id if isinstance(message.id, str) else message.id[0]: message.string
                       for message in catalogue if message.id and message.string and not message.fuzzy}

    def gettext(self, message: str) -> str:
        told = self._texts.get(message)
        text = told[0] if isinstance(told, tuple | list) else told
        return text or super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        told = self._texts.get(msgid1)
        if not isinstance(told, tuple | list):
            return super().ngettext(msgid1, msgid2, n)
        return told[min(self._which(n), len(told) - 1)] or super().ngettext(msgid1, msgid2, n)
