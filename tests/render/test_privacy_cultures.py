"""Names of many cultures in many forms in many docket sentences: does any survive? Everybody here is made up of parts.

Parts that are ordinary words, places, months and offices besides may stand elsewhere; of such names only two parts side
by side are a leak.
"""
import datetime as dt
import random
import re
import string
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from writwatch.render.privacy import CaseNotes, Policy, policy_for
from writwatch.render.procedure.facts import Attorney, Docket, Document, Entry, Party


class Culture(NamedTuple):
    given: tuple[str, ...]
    surnames: tuple[str, ...]


CULTURES = {
    "Spanish": Culture(("Yamileth", "Ángel Gustavo", "María del Carmen", "Heidy Marisela"),
                       ("Chinchilla Orantes", "de Paz y Paz", "Ávalos-Ñáñez", "del Cid Marroquín", "Cantarero")),
    "Portuguese": Culture(("Edivânia", "Wanderson", "Lucilene Aparecida"),
                          ("Gonçalves Sobrinho", "da Conceição Neto", "Rezende Tavares", "de Assunção")),
    "Haitian": Culture(("Wislande", "Jean Rony", "Guerdy"), ("Pierre-Louis", "Saint-Fleur", "Exantus", "Jn Baptiste")),
    "Vietnamese": Culture(("Thanh Tùng", "Ngọc Ánh", "Van Khoa"), ("Phạm", "Huỳnh", "Trần", "Đoàn")),
    "Chinese": Culture(("Xiuying", "Guo Qiang", "Zhi", "Yi"), ("Ou", "Xie", "Zhuang", "Ouyang", "Qu")),
    "Korean": Culture(("Min-jun", "Hye Jin", "Seung-ho"), ("Baek", "Jeong", "Noh", "Seo")),
    "Indian": Culture(("Venkatesh", "Thangaraj", "Lakshmi Priya"), ("Subramaniyam", "Patelwar", "Muthukumaran")),
    "Punjabi": Culture(("Lovepreet", "Manjinder", "Simranjit"), ("Singh", "Kaur", "Singh Dhillon", "Kaur Brar")),
    "Arabic": Culture(("Mohannad", "Abdel Rahman", "Hanan"),
                      ("al-Zoubi", "El Ghandour", "Abu Shanab", "bin Saleh", "Abd al-Latif", "Al Jabouri")),
    "Somali": Culture(("Faduma Nur", "Liban Cabdulle", "Ayaan"), ("Hersi", "Xuseen", "Geedi", "Samatar")),
    "Ethiopian": Culture(("Mekdes", "Yohannes", "Frehiwot"), ("Tesfaye Woldemichael", "Gebru", "Haileselassie")),
    "Ghanaian and Nigerian": Culture(("Afua", "Yaw", "Ngozi"),
                                     ("Owusu-Ansah", "Agyemang", "Nwachukwu", "Okonkwo-Eze", "Ogunleye")),
    "Russian": Culture(("Vyacheslav Igorevich", "Zhanna Petrovna", "Ilya"), ("Shcherbakov", "Yurchenkov", "Tsvetkova")),
    "Ukrainian": Culture(("Taras", "Oksana Mykolayivna"), ("Lukʼyanenko", "Kovalʹchuk", "Hryhorenko")),
    "Turkish": Culture(("Işık", "Gökçe", "Ümit"), ("Yılmazer", "Kılıçdoğan", "Şahinöz")),
    "Polish": Culture(("Zdzisława", "Krzysztof"), ("Brzęczyszczak", "Wójcicki", "Łąkowska")),
    "Hmong": Culture(("Pa Nhia", "Chue Yeng"), ("Vang", "Xiong", "Thao")),
    "Mayan": Culture(("Petrona", "Domingo"), ("Ixim Choc", "Tzul Ajanel", "Ic Coc")),
    "Burmese": Culture(("Aung Kyaw", "Mu Mu"), ("Htwe", "Thant Zin")),
    "Pacific": Culture(("Sione", "Losaline"), ("Tuʻipulotu", "Faʻasavalu", "Vaitu'u")),
    "one name": Culture(("FNU",), ("Khalilzai", "Sukarti")),
    "apostrophes": Culture(("Ama", "D'Andre", "Ng'endo"), ("O'Shaughnaugh", "N'Dour", "D’Souzah", "Ng'ang'a")),
    "particles": Culture(("Sander", "Ludo"), ("van den Bosschaert", "ter Horstman", "Di Lorenzi", "Le Goffic")),
    "suffixes": Culture(("Pedro", "Luis Alberto"), ("Ajcip Jr.", "Tolentino III", "Barahono, Sr.")),
    "ordinary words": Culture(("Grace", "Angel", "Victor", "Prince"), ("Young", "Rivers", "Hope", "Bishop", "Stone")),
    "places": Culture(("Israel", "Milan", "Florida"), ("Cordova", "London", "Valencia")),
    "offices": Culture(("Lionel", "Edwin"), ("Judge", "Marshall", "Sheriff", "Warden", "Constable")),
}
WORDS_TOO = {"ordinary words", "places", "offices"}
"""Cultures whose names are words besides."""

_SMALL = frozenset({
    "al", "abu", "abd", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "fnu", "ii", "iii",
    "jr", "la", "le", "sr", "ter", "van", "y",
})
"""Particles and the like: what they say by themselves is nothing."""

SHORTEST_RUN_TOGETHER = 4
_OF_FORMS = frozenset({"mr", "ms", "et", "al", "q"})
"""What `FORMS` add to a name."""

_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "Đ": "D", "đ": "d", "ø": "o"})
_SUFFIX = re.compile(r",? (?:[JS]r\.|II+)")


def unaccented(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def folded(text: str) -> str:
    return re.sub("['’ʻʹʼ`´]", "", unaccented(text)).casefold()


def in_order(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", folded(text))


def words(text: str) -> set[str]:
    return set(in_order(text))


def misspelt(name: str, chance: random.Random) -> str:
    """A letter inside one of the longest words left out, doubled, changed or swapped with the next."""
    found = max(re.finditer(r"[^\W\d_]+", name), key=lambda match: len(match[0]))
    if len(found[0]) < 6:
        return name
    at = chance.randrange(found.start() + 1, found.end() - 1)
    return chance.choice([
        name[:at] + name[at + 1:], name[:at] + name[at] + name[at:],
        name[:at] + name[at + 1] + name[at] + name[at + 2:],
        name[:at] + chance.choice(string.ascii_lowercase) + name[at + 1:],
    ])


def run_together(name: str) -> str:
    """The name without its blanks, where its parts are long enough to be known."""
    parts = re.split("[ -]", name)
    return "".join(parts) if min(map(len, parts)) >= SHORTEST_RUN_TOGETHER else name


Form = Callable[[str, str, random.Random], str]
FORMS: dict[str, Form] = {
    "full": lambda given, surname, _: f"{given} {surname}",
    "surname": lambda given, surname, _: f"Ms. {surname}",
    "reversed": lambda given, surname, _: f"{surname}, {given}",
    "capitals": lambda given, surname, _: f"{given} {surname}".upper(),
    "surname in capitals first": lambda given, surname, _: f"{surname.upper()}, {given}",
    "surname in capitals last": lambda given, surname, _: f"{given} {surname.upper()}",
    "no accents": lambda given, surname, _: unaccented(f"{given} {surname}"),
    "marks apart": lambda given, surname, _: unicodedata.normalize("NFD", f"{given} {surname}"),
    "title in capitals": lambda given, surname, _: f"MR. {surname.upper()}",
    "given name alone": lambda given, surname, _: f"Ms. {given}",
    "an initial": lambda given, surname, _: f"{given[0]}. {surname}",
    "first given name": lambda given, surname, _: f"{given.split()[0]} {surname}",
    "middle initial": lambda given, surname, _: f"{given} Q. {surname}",
    "possessive": lambda given, surname, _: f"{given} {surname}’s",
    "over two lines": lambda given, surname, _: f"{given}\n{surname}",
    "broken after a hyphen": lambda given, surname, _: f"{given} {surname}".replace("-", "- "),
    "two blanks": lambda given, surname, _: f"{given} {surname}".replace(" ", "  "),
    "a blank that does not break": lambda given, surname, _: f"{given} {surname}".replace(" ", "\u00a0"),
    "no hyphens": lambda given, surname, _: f"{given} {surname}".replace("-", " "),
    "hyphens": lambda given, surname, _: f"{given} {surname}".replace(" ", "-"),
    "run together": lambda given, surname, _: run_together(f"{given} {surname}"),
    "in quotes": lambda given, surname, _: f"“{given} {surname}”",
    "and others": lambda given, surname, _: f"{surname} et al",
    "underscores": lambda given, surname, _: unaccented(f"{given} {surname}").replace(" ", "_"),
    "misspelt": lambda given, surname, chance: misspelt(f"{given} {surname}", chance),
}

SENTENCES = (
    "PETITION for Writ of Habeas Corpus, filed by {}. (Attachments: # 1 Civil Cover Sheet)(Ferrow, Dana)",
    "ORDER: {} shall not be removed. Signed by Judge Ingrid Holmquist on 1/2/2026.",
    "Minute Entry as to {} held before Judge Ingrid Holmquist.",
    "STATUS REPORT by Odile Kestrel re: transfer of {} to Texas",
    "Letter from {} dated 1/2/2026", "JUDGMENT in favor of {} against Odile Kestrel", "In re {}", "{}",
    "USCA Case Number for 6 Notice of Appeal filed by {}.", "***Attorney Dana Ferrow for {} added.",
    "Related case: {} v. Kestrel, No. 26-55", "Notice to Appear - {}", "Exhibit 1 - {} I-94 record",
    "Petitioner, {}, a native of Belize, moves for release", "docket text modified to reflect that {} filed 3 Reply",
    "(Attachments: # 1 Declaration of {}, # 2 Exhibit A)(Ferrow, Dana)", "ORDER granting the motion of {}",
    "Mail returned as undeliverable: {}", "APPEARANCE by Dana Ferrow on behalf of {}", "ENTERED IN ERROR: {}",
)
STAYING = ("Ingrid Holmquist", "Dana Ferrow", "Ferrow, Dana", "Odile Kestrel")


def policy(name: str, text: str, title: str, *, listed: bool) -> Policy:
    """The policy of a docket of this petitioner, with party rows or with nothing but its caption."""
    document = Document(2, "1", 1, title, None, None)
    entry = Entry(1, 7, "mnd", 1, "2026-01-02.001", dt.date(2026, 1, 2), text, (document,))
    parties = (Party(1, 7, name, ("Petitioner",)), Party(2, 7, "Odile Kestrel", ("Respondent",))) if listed else ()
    docket = Docket(
        7, "mnd", "0:26-cv-00101", f"{name} v. Odile Kestrel", nature_of_suit="463 Habeas Corpus - Alien Detainee",
        assigned_to_str="Ingrid Holmquist", entries=(entry,), parties=parties,
        attorneys=(Attorney(3, 7, "Dana Ferrow", (1,)),) if listed else (),
    )
    notes = CaseNotes("mnd-26-101", "", "detention", "core", "", "", None, "")
    return policy_for(notes, [docket], "individual_detention")


def betrayed(shown: str, written: str, name: str, culture: str, around: str) -> set[str]:
    """What a text that was hidden still tells of a name; `around`: the sentence, whose words tell nothing."""
    if culture in WORDS_TOO:
        both, left = f" {' '.join(in_order(written))} ", f" {' '.join(in_order(shown))} "
        return {both} if " " in both.strip() and both in left and both.strip() not in folded(around) else set()
    parts = {part for part in words(name) | words(written) if len(part) > 1} - _SMALL - words(around) - _OF_FORMS
    letters = re.sub(r"[\W_]", "", folded(shown))
    return parts & words(shown) | {part for part in parts if len(part) > 5 and part in letters}


@given(st.sampled_from(sorted(CULTURES)), st.sampled_from(sorted(FORMS)), st.sampled_from(SENTENCES), st.booleans(),
       st.randoms(use_true_random=False))
@settings(max_examples=examples(600), deadline=None)
def test_no_name_of_any_culture_survives(
    culture: str, form: str, sentence: str, listed: bool, chance: random.Random,
) -> None:
    """In an entry, in a document's title: is nothing of it left, and everybody else still named?"""
    given_name, surname = chance.choice(CULTURES[culture].given), chance.choice(CULTURES[culture].surnames)
    written = FORMS[form](given_name, surname, chance)
    text, title, name = sentence.format(written), f"Exhibit B - Declaration of {written}", f"{given_name} {surname}"
    made = policy(name, text, title, listed=listed)
    for raw, shown in ((text, made.hide(text)), (title, made.hide(title, is_title=True))):
        around = raw.replace(written, " ")
        assert betrayed(shown, written, name, culture, around) == set(), (raw, shown)
        assert all(each in shown for each in STAYING if each in raw), (raw, shown)


@pytest.mark.parametrize("culture", sorted(CULTURES))
def test_a_caption_has_initials_and_no_name(culture: str) -> None:
    """Whichever the name, and whether it has party rows: one label, and nothing else before "v."?"""
    for given_name in CULTURES[culture].given:
        for surname in CULTURES[culture].surnames:
            name = f"{given_name} {surname}"
            for listed in (True, False):
                shown = policy(name, "ORDER.", "", listed=listed).caption(f"{name} v. Odile Kestrel")
                bare = _SUFFIX.sub("", shown)
                assert re.fullmatch(r"(?:[A-Z]\.){1,4} v\. Odile Kestrel", bare), (name, shown)


RELATIVES = (
    "his wife, {},", "her husband {}", "her fiancé {}", "her marriage to {}", "his minor son {}", "their daughter, {},",
    "sister of Petitioner, {},", "next friend {}", "uncle {}", "the child’s mother, {},", "sponsor {}",
    "released to the care of {}", "lives with {}", "affidavit of {}", "letter of support from {}", "passport of {}",
)


@given(st.sampled_from(sorted(set(CULTURES) - WORDS_TOO - {"one name", "suffixes"})), st.sampled_from(RELATIVES),
       st.randoms(use_true_random=False))
@settings(max_examples=examples(200), deadline=None)
def test_nor_that_of_a_relative(culture: str, how: str, chance: random.Random) -> None:
    """A person whom only the text presents, by a full name: hidden where presented and wherever else it stands?"""
    relative = f"{chance.choice(CULTURES[culture].given)} {chance.choice(CULTURES[culture].surnames)}"
    text = f"REPLY by Dana Ferrow: {how.format(relative)} came. The Court heard {relative}. (Ferrow, Dana)"
    shown = policy("Ofelia Zarqui Quiñelo", text, "", listed=True).hide(text)
    around = text.replace(relative, " ")
    assert betrayed(shown, relative, relative, culture, around) == set(), (text, shown)
    assert "Ferrow, Dana" in shown
