"""What words are in their place: a country between names, ordinary words that are names, names in pieces.

Everybody here is invented.
"""
import pytest
from writwatch.render.privacy.people import People, Person
from writwatch.render.privacy.policy import Policy

POLICY = Policy(People((Person("Ulises Tacuri", "U.T.", known_in_full=True),), (), ()), "initials")


@pytest.mark.parametrize(("text", "shown"), [
    ("NOTICE by Ulises Tacuri, U.S. Department of Justice", "NOTICE by [name], U.S. Department of Justice"),
    ("COMPLAINT by Ulises Tacuri U.S. Attorney", "COMPLAINT by [name] U.S. Attorney"),
    ("Declaration of Odalys Vireo U. S. Department of State", "Declaration of [name] U. S. Department of State"),
    ("MOTION by Tacuri, U.S.", "MOTION by [name]"),
    ("MOTION by Tacuri, U.", "MOTION by [name]."),
    ("Petitioner Ulises U.S. Tacuri moves", "Petitioner [name] moves"),
])
def test_the_united_states_are_no_initials(text: str, shown: str) -> None:
    """Beside a name that begins with U: does the country stay whole, and do real initials still go?"""
    assert POLICY.hide(text) == shown


ORDINARY_NAMES = [
    ("Everton Bond", "bond may be posted by Shanice Bond.", "bond may be posted by [name]."),
    ("Everton Bond", "Wexford Bond Hearing; Motion for Bond", "Wexford Bond Hearing; Motion for Bond"),
    ("Robert Court", "the Court's Order for Mirlande Court", "the Court's Order for [name]"),
    ("Rosa Long", "The court orders Long released today.", "The court orders [name] released today."),
    ("Rosa Long", "release Long from custody", "release [name] from custody"),
    ("Rosa Long", "Long is released.", "[name] is released."),
    ("Rosa Long", "NOTICE of Long Form Agreement", "NOTICE of Long Form Agreement"),
    ("Rosa Long", "A long time passed. Long hearings tire.", "A long time passed. Long hearings tire."),
    ("Rosa Long", "MOTION BY LONG IN OPPOSITION", "MOTION BY [name] IN OPPOSITION"),
    ("Rosa Long", "LONG FORM; ROSA LONG MOVES", "LONG FORM; [name] MOVES"),
    ("Rosa Long", "the Long petition and the Long Island office", "the [name] petition and the Long Island office"),
    ("Rosa Long", "sent to Long Beach", "sent to Long Beach"),
    ("Rosa Long", "Long, Petitioner, moves", "[name], Petitioner, moves"),
    ("Will Grant", "the Motion to Grant; GRANTING 3 Motion", "the Motion to Grant; GRANTING 3 Motion"),
    ("Will Grant", "custody of Grant and Will", "custody of [name] and [name]"),
    ("Will Grant", "that Grant was moved", "that [name] was moved"),
    ("Will Grant", "on behalf of Grant", "on behalf of [name]"),
    ("Will Grant", "Respondents will not move. Will they?", "Respondents will not move. Will they?"),
    ("Will Grant", "filed by will grant", "filed by will grant"),
    ("Will Tacuri", "filed by will tacuri", "filed by [name]"),
    ("Ana May", "due May 3, 2026; in May; by May", "due May 3, 2026; in May; by May"),
    ("Ana May", "PETITION filed by May. Petitioner May moves", "PETITION filed by [name]. Petitioner [name] moves"),
    ("Ana May", "they released May last week", "they released [name] last week"),
    ("Ana May", "that Petitioner may reply; RESPONDENTS MAY REPLY", "that Petitioner may reply; RESPONDENTS MAY REPLY"),
    ("Ana May", "as to May (1), May's reply", "as to [name] (1), [name]'s reply"),
    ("Eva Banks", "Banks and other institutions", "Banks and other institutions"),
    ("Eva Banks", "subpoena to banks", "subpoena to banks"),
    ("Eva Banks", "Banks' motion; Order re Banks", "[name]' motion; Order re [name]"),
    ("Eva Banks", "BANKS MOTION TO STAY", "[name] MOTION TO STAY"),
    ("Rose Quispe", "Costs rose. Rose was moved.", "Costs rose. [name] was moved."),
    ("Rose Quispe", "by Rose, and by rose quispe", "by [name], and by [name]"),
    ("Iris Young", "Young Center for Children as amicus", "Young Center for Children as amicus"),
    ("Iris Young", "young adults; detained Young today", "young adults; detained [name] today"),
    ("Ines Bond", "set Bond at $5; Bond was posted; Bond Hearing", "set Bond at $5; Bond was posted; Bond Hearing"),
    ("Ines Bond", "Ms. Bond posted bond", "Ms. [name] posted bond"),
    ("Ines Bond", "Declaration of Bond; Bond testified", "Declaration of [name]; [name] testified"),
    ("Sami Jordan", "removed to Jordan; Amman, Jordan", "removed to Jordan; Amman, Jordan"),
    ("Sami Jordan", "ordered Jordan released", "ordered [name] released"),
    ("Sami Jordan", "Judge Jordan Vale presides", "Judge Jordan Vale presides"),
    ("Noor King", "held in King County", "held in King County"),
    ("Noor King", "King moves for release", "[name] moves for release"),
    ("Luis Dean", "the Dean of Students; Dean appeals", "the Dean of Students; [name] appeals"),
]


@pytest.mark.parametrize(("name", "text", "shown"), ORDINARY_NAMES)
def test_an_ordinary_word_is_hidden_where_it_stands_as_a_name(name: str, text: str, shown: str) -> None:
    """A surname that is also a word: gone as the person, still there as the word?"""
    person = Person(name, "".join(f"{part[0]}." for part in name.split()), known_in_full=True)
    assert Policy(People((person,), (), ()), "initials").hide(text) == shown


BROKEN = [
    "Hernan- dez", "Hernan-\ndez", "Hernan\ndez", "Hernan dez", "HERNAN- DEZ", "Her- nan- dez", "H ernandez", "Di- az",
    "D I A Z", "D. I. A. Z", "R O S A  D I A Z", "D-I-A-Z", "Rosa  Diaz", "Rosa\tDiaz", "Rosa\u00a0Diaz",
    "Hern&aacute;ndez", "Hern&#225;ndez", "Hern&#xe1;ndez", "Hern&amp;aacute;ndez", "Rosa&nbsp;Diaz", "Hern%C3%A1ndez",
    "Rosa%20Diaz", r"Hern\u00e1ndez", "Her\u200bnan\u200cdez", "Her\ufeffnandez", "Her\u200enandez", "Hern\u00adandez",
    "Hern\u00c3\u00a1ndez", "Hern@ndez", "Hern ndez", "Hern? ndez", "\uff24\uff29\uff21\uff3a", "Hern<b>an</b>dez",
]


@pytest.mark.parametrize("written", BROKEN)
def test_a_broken_name_is_hidden(written: str) -> None:
    """By the end of a line, software's escapes, lost or unseen signs: is the name still known, and the rest kept?"""
    person = Person("Rosa María Hernández Diaz", "R.M.H.D.", known_in_full=True)
    policy = Policy(People((person,), (), ()), "initials")
    assert policy.hide(f"MOTION by {written} today (R&amp;R)") == "MOTION by [name] today (R&amp;R)"


@pytest.mark.parametrize("text", [
    "Exhibits A B C D E", "her dez iree", "the U. S. A. and I. C. E.", "100%20 of it; R&D; a < b > c", "Hern and so",
    "her nan came", "di az",
])
def test_what_only_looks_broken_stays(text: str) -> None:
    """Pieces of other words, rows of letters, signs that escape nothing: are they left alone?"""
    person = Person("Rosa María Hernández Diaz", "R.M.H.D.", known_in_full=True)
    assert Policy(People((person,), (), ()), "initials").hide(text) == text


def test_a_cut_through_an_escape_hides_it_whole() -> None:
    """Is a span of an escaped text that of the raw text?"""
    text = "by Hern&aacute;ndez&nbsp;today"
    person = Person("Rosa Hernández", "R.H.", known_in_full=True)
    policy = Policy(People((person,), (), ()), "initials")
    assert policy.find(text) == ((3, 19, "name"),)
    assert policy.hide(text, 5, 9) == "[name]"
