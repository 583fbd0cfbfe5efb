"""Catalogues in, languages out: `locales/es.po` is Spanish. A language is added by adding a file.

The catalogues are plain .po files, read as they are. English is the language of the source and needs none. A catalogue
that would break a sentence is refused: every place in it ("{on}", "%(n)s") must stand in its translation too.
"""
import gettext
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from . import SiteError
from .wording import CONTEXT

SOURCE: Final = "en"
_PLACE: Final = re.compile(r"\{\w+\}|%\(\w+\)s")
_BROKEN: Final = re.compile(r"[{}]|%(?!%)")
"""What must not be left of a translation once its places are taken out."""


class Language(NamedTuple):
    """`code` is what stands in `lang` and in addresses, `name` what its readers call it."""

    code: str
    name: str
    translations: gettext.NullTranslations


def language(code: str, folders: Sequence[Path]) -> Language:
    """The language with its words from `folders` (each holding CODE.po); those of the first folder count first.

    Raises SiteError where a catalogue cannot be read, breaks a sentence, or no folder has one.
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


def texts(language: Language) -> Iterator[str]:
    """Every text that its catalogues hold: what a site says in it whatever its cases are."""
    translations = language.translations
    while isinstance(translations, _Catalogue):
        yield from translations.texts()
        translations = translations.further


def words_of(language: Language) -> bytes:
    """A digest of all that its catalogues say and to what they say it: the same one, the same words everywhere."""
    whole, translations = hashlib.sha256(), language.translations
    while isinstance(translations, _Catalogue):
        whole.update(repr(translations.said()).encode())
        translations = translations.further
    return whole.digest()


def mistake(message: Message) -> str:
    """What is wrong with a translation, "" where nothing is: places that are missing, unknown or broken."""
    told = _forms(message.string)
    for number, form in enumerate(told):
        if not form:
            continue
        sources = _forms(message.id)
        wanted = set(_PLACE.findall(sources[-1]))
        known = wanted.union(*map(_PLACE.findall, sources))
        given = set(_PLACE.findall(form))
        # "One case" may leave its number out.
        spared = wanted if len(told) > 1 and number == 0 else set[str]()
        if missing := wanted - given - spared:
            return f"lacks {', '.join(sorted(missing))}"
        if strange := given - known:
            return f"has {', '.join(sorted(strange))}, which the text has not"
        if _BROKEN.search(_PLACE.sub("", form)) and not _BROKEN.search(_PLACE.sub("", sources[-1])):
            return "has a brace or a percent sign by itself"
    return ""


def _forms(of: str | Sequence[str] | None) -> Sequence[str]:
    return (of,) if isinstance(of, str) else of or ("",)


class _Catalogue(gettext.NullTranslations):
    """A .po file as gettext knows it. A text without a translation, or with an uncertain one, is asked further on."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.further: gettext.NullTranslations | None = None
        """Where a text is asked that is not here."""
        try:
            with place.open("rb") as file:
                catalogue = read_po(file, abort_invalid=True)
            self._plural = catalogue.plural_expr
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            raise SiteError(f"{place} cannot be read as a catalogue: {error}") from None
        self._which = gettext.c2py(self._plural)
        told = [message for message in catalogue if message.id and message.string and not message.fuzzy]
        for message in told:
            if wrong := mistake(message):
                raise SiteError(f"{place}: the translation of {_forms(message.id)[0]!r} {wrong}.")
        self._texts = {_key(message): message.string for message in told}

    def add_fallback(self, fallback: gettext.NullTranslations) -> None:
        super().add_fallback(fallback)
        self.further = fallback

    def texts(self) -> Iterator[str]:
        for told in self._texts.values():
            yield from _forms(told)

    def said(self) -> list[tuple[str, object]]:
        return sorted((repr(asked), told) for asked, told in self._texts.items())

    def gettext(self, message: str) -> str:
        told = self._texts.get(message)
        text = told[0] if isinstance(told, tuple | list) else told
        return text or super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        told = self._texts.get(msgid1)
        if not isinstance(told, tuple | list):
            return super().ngettext(msgid1, msgid2, n)
        return told[min(self._which(n), len(told) - 1)] or super().ngettext(msgid1, msgid2, n)


def _key(message: Message) -> str:
    text = _forms(message.id)[0]
    return f"{message.context}{CONTEXT}{text}" if message.context else text
