"""What a name is made of: names as courts write them in; their words, initials and kind out.

Nothing here knows a case. A name is handled as *words*: runs of letters, folded to lower case without accents,
apostrophes or the possessive, so that "O'BRIEN's", "O’Brien" and "OBrien" are one word.
"""
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from . import words as lists

WORD = re.compile(
    r"[^\W\d_]+[\u0300-\u036f]*"
    r"(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060'’ʼ`´?\ufffd]*[^\W\d_]+[\u0300-\u036f]*)*"
)
"""A word of a raw text: letters, with the marks, apostrophes and lost characters that software leaves inside."""

_ASCII_WORD = re.compile(r"[A-Za-z]+(?:['`?]+[A-Za-z]+)*")
"""The same where there is nothing but ASCII: twice as quick."""

_POSSESSIVE = re.compile(r"['’ʼ`´]s$", re.IGNORECASE)
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
RELATOR = re.compile(r"\bex\.? rel(?:\.|atione\b)?,?\s+", re.IGNORECASE)
"""In "United States ex rel. Ruiz" Ruiz asks the court, in the government's name."""

_MATTERS = (
    r"(?:matter|estate|application|petition|complaint|motion|detention|extradition|habeas(?: corpus)?(?: petition)?"
    r"|naturalization|removal|deportation|custody|guardianship|arrest|citizenship|release|exclusion)"
)
_WRIT = (
    r"(?:petition for |issuance of |writs? of |an? |the )*"
    r"(?:habeas corpus|mandamus|prohibition|certiorari|review|relief|release|naturalization|citizenship|removal|asylum)"
)
_OPENING = re.compile(
    r"^(?:\s*\((?:HC|PC|PS|SS|DP)\))?\W*(?:.{0,60}?" + RELATOR.pattern + r")?"
    rf"(?:(?:in re|ex parte)\b\W*|(?:the )?(?:family|parents?|mother|father|wife|husband|spouse|widow|heirs?) of "
    r"|detained (?:immigrants?|noncitizens?|aliens?|individuals?|persons?) "
    rf"|(?:in )?(?:(?:the|an?) )?(?:verified |amended |emergency )?{_MATTERS}"
    rf"(?: for {_WRIT}(?: ad \w+)?)? (?:of|by|from) )*"
    r"(?:the )?\s*(?:(?:and|or|his|her|their|as)\b\s*)*",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:petitioner|plaintiff|appell(?:ant|ee)|movant|debtor|respondent|defendant|applicant|relator|claimant|detainee)s?"
)
_CLAUSE = re.compile(
    r"[,;]?\s*\b(?:by and through|by (?:his|her|their|and)"
    r"|as (?:the )?(?:next friends?|parents?|mother|father|guardian(?: ad litem)?|sponsor)"
    r"(?: and next friends?)?(?: of| to| for)?|next friends?(?: of| to| for)?"
    r"|(?:(?:individually|and) )*on behalf of|individually|parent and|mother of|father of"
    r"|also known as|[afdn]\W?k\W?a\b\W?|formerly|(?:and )?(?:all )?(?:other(?:s|wise)?|those) similarly situated"
    r"|(?:him|her|them)sel(?:f|ves)|(?:his|her|their) minor|an? (?:minor|infant|individual|juvenile)(?: child)?"
    r"|et,? al\b\.?|in (?:his|her|their) [^,;]*capacity|o/?b/?o\b"
    r"|(?:for|seeking) (?:an? |the |issuance of )*(?:writ|petition|order|habeas|mandamus|naturalization|review|relief"
    r"|release|leave|admission|citizenship|extradition|permission)\b[^,]*"
    rf"|to (?:the )?(?:(?:government|republic|kingdom|united) (?:of )?)*(?:{'|'.join(sorted(lists.PLACES))})\b[^,]*$"
    rf"|(?:in|pro) (?:pro(?:pria)? )?(?:per(?:sona?m?)?|se)\b|{_ROLE}(?:\W+(?:and\W+)?{_ROLE})*(?=\W*(?:$|,))"
    r"|\(?\bA\W{0,3}\d[\d -]{5,}\)?)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\bCo\.(?:\W|$)|,\s*(?:L\.?\s?P|P\.?\s?[AC]|N\.?\s?A|S\.?\s?A|A\.?\s?G)\b\.?\s*$")
_LIST = re.compile(r"\s*(?:[,;]|\band\b|&)\s*", re.IGNORECASE)
_VOWELS = frozenset("aeiouy")
_MOST_INITIALS = 4
_NOBODY = lists.NOBODY | lists.ROLES | lists.KEPT_ROLES
_LONG_FOR_A_PERSON = 3  # that many unknown words before "Union" or "Bank" are rather an organisation's


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A raw word as it is compared: "Guamán's" → "guaman"."""
    word = _POSSESSIVE.sub("", word).lower()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS)).casefold()
        word = "".join(sign for sign in word if unicodedata.category(sign) in ("Ll", "Lo", "Lu"))
    return word if word.isalpha() else re.sub(r"[\W\d_]", "", word)


def word_of(text: str) -> re.Pattern[str]:
    """The pattern of the words of this text: WORD or its like."""
    return _ASCII_WORD if text.isascii() else WORD


@lru_cache(maxsize=1 << 14)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name or of a few words, in order."""
    return tuple(fold(raw) for raw in word_of(text).findall(text))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a clerk gets from one to the other by one letter left out, added, mistaken, or two swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    mine, theirs = one[same:], other[same:]
    return (mine[1:] == theirs[1:] or mine == theirs[1:] or mine[1:] == theirs
            or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]))


_ARTICLE = re.compile(r"^(?:el|al|ul)(?=.{6})")
_ONE_SOUND = tuple((re.compile(letters), one) for letters, one in (
    (r"^h|gh", "g"), (r"[kc]h|ck|[qc]", "k"), (r"ph", "f"), (r"x", "ks"), (r"w$", "v"), (r"dzh|dj|zh", "j"),
    (r"dh", "d"), (r"(.)\1+", r"\1"),
))
_VOWELS_AND_MUTE = re.compile(r"[aeiouywh]+")
_FEWEST_CONSONANTS = 4
_FEWEST_OF_A_LONG_WORD = 3
_LONG_WORD = 8


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> str:
    """What stays the same of a folded word however its letters are carried over from another script: its consonants,
    and where there are vowels. "Elgharbawy" is "Gharbawi", "Hrytsaienko" "Gritsayenko"; "" where that says too little.
    """
    spelt = _ARTICLE.sub("", word)
    for letters, one in _ONE_SOUND:
        spelt = letters.sub(one, spelt)
    heard = _VOWELS_AND_MUTE.sub("-", spelt)
    least = _FEWEST_OF_A_LONG_WORD if len(word) >= _LONG_WORD else _FEWEST_CONSONANTS
    return heard if len(heard.replace("-", "")) >= least else ""


@lru_cache(maxsize=1 << 14)
def is_pseudonym(name: str) -> bool:
    """Whether a court gave this name to hide another: J.O.P., Doe 1, John Doe, Jane Roe, Petitioner H."""
    raw = WORD.findall(name)
    folded = [fold(word) for word in raw]
    if not folded:
        return False
    if all(len(word) == 1 for word in folded):
        return True
    if len(raw) == 1:
        return folded[0] in {"doe", "does"} or (len(raw[0]) == 3 and raw[0].isupper() and _VOWELS.isdisjoint(folded[0]))
    known = lists.PLACEHOLDERS | lists.PLACEHOLDER_COMPANIONS | lists.ROLES
    others = [word for word in folded if len(word) > 1 and word not in known]
    if others:
        return False
    return bool(lists.PLACEHOLDERS & set(folded)) or (
        folded[0] in lists.ROLES | {"minor", "child", "student"} and any(len(word) == 1 for word in folded))


@lru_cache(maxsize=1 << 14)
def parts(name: str) -> tuple[str, ...]:
    """Given names and surname as folded words in the order of speech; particles, titles and suffixes left out.

    "GARCÍA LÓPEZ, Juan de la Cruz" → juan, cruz, garcia, lopez. A name of particles only keeps them all.
    """
    spoken = _forwards(name)
    found = [(fold(match[0]), spoken[match.end():match.end() + 1]) for match in WORD.finditer(spoken)
             if match[0] not in {"y", "e", "i"} and fold(match[0])]
    plain = [word for word, _ in found if word not in lists.SUFFIXES | lists.HONORIFICS]
    kept = [word for word, after in found if word in plain and word not in lists.PARTICLES
            and not (word in lists.HYPHENATED_PARTICLES and after == "-")]
    ending = [plain[-1]] if kept and plain[-1] in lists.PARTICLES else []  # "Pham Anh Le": a surname, no particle
    return tuple([*kept, *ending] or plain)


def _forwards(name: str) -> str:
    """ "LAST, First" turned round; "First Last, Jr." as it is."""
    last, comma, first = _OPENING.sub("", name).partition(",")
    if not comma or not words(first) or set(words(first)) <= lists.SUFFIXES:
        return last + comma + first
    return f"{first} {last}"


_MARKUP = re.compile(r"[<>]|&(?:[lg]t\b|#0*6[02]\b|#x0*3[ce]\b)", re.IGNORECASE)


def has_markup(name: str) -> bool:
    """Whether angle brackets stand in a name, as they are or as entities: in the name of nobody, and a text cannot be
    read for such a name and be kept."""
    return _MARKUP.search(name) is not None


def initials(name: str) -> str:
    """ "Juan de la Cruz Pérez" → "J.C.P."; at most four letters; a pseudonym stays as the court wrote it."""
    if is_pseudonym(name):
        return " ".join(name.split())
    return "".join(f"{part[0].upper()}." for part in parts(name)[:_MOST_INITIALS])


@lru_cache(maxsize=1 << 14)
def is_organisation(name: str) -> bool:
    """Whether the words are those of an organisation, a government, an agency or an office; doubt is a person."""
    raw = WORD.findall(name)
    folded = [fold(word) for word in raw]
    if len(folded) == 1:
        return folded[0] in lists.ORGANISATIONS_OF_ONE_WORD
    if not folded or is_pseudonym(name):
        return False
    opening = folded[2] if folded[:2] == ["u", "s"] else folded[0]
    return (
        opening in lists.OFFICES_AS_PARTY
        or tuple(folded) in lists.STATES_OF_TWO_WORDS
        or _has_a_word_of_organisations(folded)
        or not lists.FUNCTION_WORDS.isdisjoint(folded)
        or not lists.LOWER_FUNCTION_WORDS.isdisjoint(raw)
        or "&" in name
        or _SUFFIX.search(name) is not None
        or (len(folded) > 2 and _is_ordinary(folded) and lists.WEAK_GIVEN.isdisjoint(folded))
    )


def _has_a_word_of_organisations(folded: list[str]) -> bool:
    """Whether such a word is there, and is not merely the surname in "Amadou Bank"."""
    found = [word for word in folded if word in lists.ORGANISATIONS]
    others = [word for word in folded if word not in found]
    is_surname = len(found) == 1 and found[0] in lists.SURNAMES_OF_ORGANISATIONS
    is_person = is_surname and 0 < len(others) < _LONG_FOR_A_PERSON and lists.ORDINARY.isdisjoint(others)
    return bool(found) and not is_person


def _is_person(name: str) -> bool:
    folded = words(name)
    if _NOBODY.issuperset(folded) or is_organisation(name):
        return False
    return not (name.islower() and _is_ordinary(folded))


def _is_ordinary(folded: Sequence[str]) -> bool:
    return all(word in lists.ORDINARY or word in lists.MEDICAL or word in lists.ORGANISATIONS for word in folded)


@lru_cache(maxsize=1 << 14)
def persons_in_party(name: str) -> tuple[str, ...]:
    """The natural persons in the name of one party: itself, its aliases, and whom it acts for."""
    return tuple(_persons_in_party(name))


def _persons_in_party(name: str) -> Iterator[str]:
    for piece in _CLAUSE.split(name):
        piece = _OPENING.sub("", piece).strip(" ,;.-()")
        if " and " not in piece.lower() and _is_person(piece):
            yield piece
        else:
            yield from (piece[start:end] for start, end in persons_in_side(piece, 0, len(piece)))


def persons_in_side(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the natural persons stand in one side of a caption, `text[start:end]`; pseudonyms included."""
    if opening := _OPENING.match(text[start:end]):
        start += opening.end()
    side = words(text[start:end])
    in_organisation = is_organisation(_CLAUSE.sub(" ", text[start:end]))
    of_an_office = in_organisation and bool(side) and side[0] in lists.OFFICES_AS_PARTY
    after_a_person = False
    for begin, stop in _pieces(text, start, end):
        if opening := _OPENING.match(text[begin:stop]):
            begin += opening.end()
        piece = text[begin:stop]
        spoken = words(piece)
        is_title = after_a_person and lists.OFFICES.issuperset(spoken)  # "Odile Kestrel, Warden"
        is_place = of_an_office and not lists.FACILITY_KINDS.isdisjoint(spoken[-1:])  # "Warden, Alder Facility"
        after_a_person = _is_person(piece) and not (
            is_title or is_place or (in_organisation and _is_ordinary(spoken)))
        if after_a_person:
            yield begin + len(piece) - len(piece.lstrip(" ,;-(")), begin + len(piece.rstrip(" ,;-("))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The side cut at commas, "and" and clauses; "Inc." stays with the name before it."""
    cuts = sorted([*(match.span() for match in _CLAUSE.finditer(text, start, end)),
                   *(match.span() for match in _LIST.finditer(text, start, end))])
    begin = start
    for stop, resume in [*cuts, (end, end)]:
        following = words(text[resume:end])
        if resume < end and following and (
                following[0] in lists.CORPORATE_SUFFIXES | lists.SUFFIXES or _SUFFIX.match(text[stop:end])):
            continue
        if begin < stop:
            yield begin, stop
        begin = max(begin, resume)
