"""The legal words of the pages: each with what it means in plain words; our own text in, the same with links out.

A term is found by its `forms`, which are translated like its meaning: another language finds its own words. Only what
we say is ever linked, each term once a page; the court's words stay as they are.
"""
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from . import addresses
from .wording import N_, as_sorted, in_context


class Term(NamedTuple):
    """A legal word. `place`: its anchor, the same in every language. `forms`: how it is written, with | between.

    No forms: it is explained and never linked.
    """

    place: str
    word: str
    meaning: str
    forms: str = ""


TERMS: Final = (
    Term("administrative-stay", N_("administrative stay"),
         N_("A short pause of an order, so that judges have time to read what they are asked. It says nothing about "
            "who will win."),
         N_("administrative stay")),
    Term("affirmed", N_("affirmed"), N_("The higher court left the lower court’s ruling as it was."), N_("affirmed")),
    Term("appeal", N_("appeal"),
         N_("A request that a higher court look again at a ruling. The ruling counts in the meantime, unless a court "
            "stays it."),
         N_("on appeal|appeal|appealed")),
    Term("bond-hearing", N_("bond hearing"),
         N_("A hearing, mostly before an immigration judge, on whether somebody in detention may be free while the "
            "case goes on, often against a sum of money."),
         N_("bond hearing")),
    Term("class-certification", N_("class certification"),
         N_("A ruling that the case may be brought for everybody in the same situation, and not only for those who "
            "sued."),
         N_("certified a class|certify a class")),
    Term("consolidated", N_("consolidated"), N_("Two or more cases were joined and go on together.")),
    Term("contempt", N_("contempt"),
         N_("A judge’s finding that somebody disobeyed an order. It is purged when the order is obeyed after all."),
         N_("contempt")),
    Term("deadline", N_("deadline"), N_("The day by which something has to be filed or done.")),
    Term("dismissal", N_("dismissal"),
         N_("The end of a case, or of a part of it, without a ruling for the side that brought it. It may be because "
            "the court may not hear it, because nothing is left to decide, or because that side withdrew."),
         N_("dismissed|dismissal|dismiss")),
    Term("docket", N_("docket"),
         N_("The court’s list of everything filed and ordered in one case, under one number. A case here may join "
            "several dockets."),
         N_("docket")),
    Term("docket-entry", N_("docket entry"),
         N_("One line of a docket: what was filed or ordered, and when. Most entries are public even where the "
            "document behind them is not.")),
    Term("enforcement", N_("motion to enforce"),
         N_("A request that the judge see to it that an order is obeyed."), N_("motion to enforce")),
    Term("expedited-removal", N_("expedited removal"),
         N_("Removal ordered by an officer, without a hearing before an immigration judge (8 U.S.C. § 1225(b)(1)).")),
    Term("habeas", N_("habeas corpus"),
         N_("A request that a judge decide whether somebody is held lawfully. If not, the judge orders release, or a "
            "hearing on it (28 U.S.C. § 2241)."),
         N_("habeas petition|habeas corpus|habeas")),
    Term("immigration-detention-law", N_("8 U.S.C. §§ 1225 and 1226"),
         N_("The two sections of the law on detention that most of these cases turn on. § 1226(a) lets a person ask "
            "for bond; § 1225(b) does not. Which of the two covers somebody arrested inside the country, perhaps years "
            "after coming, is what judges are asked.")),
    Term("interim-relief", N_("temporary relief"),
         N_("An order that protects somebody while the case goes on, such as a temporary restraining order. The ruling "
            "on what was asked is still to come."),
         N_("temporary relief")),
    Term("judgment", N_("judgment"), N_("The paper that ends a case in one court and from which an appeal may be "
                                        "taken."), N_("judgment")),
    Term("magistrate-judge", N_("magistrate judge"),
         N_("A judge who helps a district judge: hears motions, writes recommendations. Appointed by the court, not by "
            "a president."),
         N_("magistrate judge|magistrate")),
    Term("mandate", N_("mandate"),
         N_("The appeals court’s paper that sends the case back with its ruling. Until it issues, that ruling mostly "
            "does not bind."),
         N_("mandate")),
    Term("mandatory-detention", N_("mandatory detention"),
         N_("Detention without a bond hearing, where the law is read so that nobody may be released while the case "
            "goes on.")),
    Term("merits", N_("merits"),
         N_("What was asked for, as against how and where it was asked. On these pages: the ruling on what was "
            "asked.")),
    Term("moot", N_("moot"),
         N_("There is nothing left to decide, often because the person was released or removed. A case dismissed as "
            "moot is not lost."),
         N_("as moot|moot")),
    Term("multidistrict", N_("multidistrict court"),
         N_("One judge to whom like cases from many districts are sent for the time before trial."),
         N_("multidistrict court")),
    Term("nature-of-suit", N_("nature of suit"),
         N_("The code that whoever files a case gives it. 463 is habeas corpus of somebody in immigration detention. "
            "It is sometimes wrong or missing."),
         N_("nature of suit")),
    Term("next-friend", N_("next friend"),
         N_("Somebody who brings a case for a person who cannot, such as a child or somebody held out of reach.")),
    Term("no-transfer-order", N_("no-transfer order"),
         N_("An order that somebody stay where they are while the judge reads the petition. Some courts enter it in "
            "every case; it says nothing about who will win."),
         N_("no-transfer order|barred transfer or removal|order against transfer or removal")),
    Term("order-to-show-cause", N_("order to show cause"),
         N_("An order to explain something by a day. In a habeas case the first one is routine: the respondents "
            "have to say why the person is held. Later it can be a warning."),
         N_("order to show cause|show cause")),
    Term("petition", N_("petition"), N_("The paper that begins a habeas case; in other cases it is called a "
                                        "complaint."), N_("petition|complaint")),
    Term("petitioner", N_("petitioner"),
         N_("Who brings a petition. In these cases mostly the person in detention; in other suits it is the "
            "plaintiff.")),
    Term("preliminary-injunction", N_("preliminary injunction"),
         N_("An order that lasts until the case is decided. The judge has to find that the side asking is likely to "
            "win and would be harmed by waiting."),
         N_("preliminary injunction|injunction")),
    Term("prejudice", N_("with or without prejudice"),
         N_("A case dismissed without prejudice may be brought again; one dismissed with prejudice may not.")),
    Term("pro-se", N_("pro se"), N_("Without a lawyer: somebody who speaks for themselves.")),
    Term("purged", N_("purged"),
         N_("Of contempt: the order was obeyed in the end, and the contempt is over."), N_("purged")),
    Term("reassigned", N_("reassigned"), N_("The case went from one judge to another of the same court.")),
    Term("relief", N_("relief"),
         N_("What was asked of the court: release, a hearing, an order to do or not to do something. “Granted” means "
            "that the court ordered it, not that it has happened."),
         N_("granted relief|denied relief|relief granted|relief denied")),
    Term("remand", N_("remand"),
         N_("To send a case back: to a lower court, to an agency, or to the state court it came from. Of a person it "
            "means back into custody."),
         N_("sent back|remand")),
    Term("removal", N_("removal"),
         N_("Two things. Of a person: being made to leave the country (deportation). Of a case: its move from a state "
            "court to a federal one."),
         N_("removal from the country|removal")),
    Term("report-and-recommendation", N_("report and recommendation"),
         N_("What a magistrate judge would decide, and why. It is no ruling: a district judge adopts it, changes it or "
            "rejects it."),
         N_("magistrate’s recommendation|magistrate judge recommended")),
    Term("respondent", N_("respondent"),
         N_("Who has to answer a petition: here mostly the officers who hold the person, such as a warden, by their "
            "office.")),
    Term("restricted-filing", N_("restricted filing"),
         N_("In immigration cases the public can read the docket and the orders online, and most other filings only at "
            "the courthouse (Federal Rule of Civil Procedure 5.2(c)). That is why we say “no report seen on the public "
            "docket”, and never that there was none."),
         N_("seen on the public docket|no report seen|restricted")),
    Term("reversed", N_("reversed"), N_("The higher court decided the other way."), N_("reversed")),
    Term("sealed", N_("sealed"), N_("Closed to the public by the court."), N_("sealed")),
    Term("section-705", N_("5 U.S.C. § 705"),
         N_("The section of law by which a court may hold back what an agency decided until the case is over."),
         N_("5 U.S.C. § 705")),
    Term("settlement", N_("settlement"), N_("The sides agreed, and the case ends without a ruling."), N_("settlement")),
    Term("status-report", N_("status report"),
         N_("A filing that tells the judge what has happened, often whether an order was carried out."),
         N_("status report")),
    Term("stay", N_("stay"),
         N_("A hold. What is held makes the difference: a stay of removal keeps somebody in the country, a stay of an "
            "order takes its force away for a time, a stay of the case is a pause."),
         N_("stay")),
    Term("stipulation", N_("stipulation"), N_("An agreement of both sides, filed with the court.")),
    Term("summary-judgment", N_("summary judgment"),
         N_("A ruling without a trial, because the facts are not in dispute."), N_("summary judgment")),
    Term("temporary-restraining-order", N_("temporary restraining order (TRO)"),
         N_("An emergency order for a short time, mostly two weeks. It may come before the other side has been heard."),
         N_("temporary restraining order")),
    Term("transfer", N_("transfer"),
         N_("Of a person: to another place of detention. Of a case: to another court, mostly because it was filed in "
            "the wrong one."),
         N_("transferred|transfer")),
    Term("vacated", N_("vacated"), N_("Set aside: the order no longer counts."), N_("set aside|vacated")),
    Term("voluntary-dismissal", N_("voluntary dismissal"),
         N_("The side that brought the case ended it. That may be because it got what it wanted."),
         N_("withdrew it|withdrew|withdrawn")),
    Term("writ", N_("writ"), N_("A court’s written command. A writ of habeas corpus commands a jailer to justify a "
                                "detention.")),
)
"""Every legal word that is explained."""


_REMEMBERED: Final = 1000
"""Texts of which it is remembered where they have terms: pages of cases say the same sentences again and again."""


class Glossary:
    """The terms in one language."""

    def __init__(self, gettext: Callable[[str], str] = str) -> None:
        told = (Term(each.place, gettext(each.word), gettext(each.meaning),
                     each.forms and in_context(gettext, "forms", each.forms)) for each in TERMS)
        self.terms = tuple(sorted(told, key=lambda term: (as_sorted(term.word), term.place)))
        self._by_form = {form.strip().casefold(): term.place for term in self.terms for form in term.forms.split("|")
                         if form.strip()}
        self._pattern = _any_of(tuple(sorted(self._by_form, key=lambda form: (-len(form), form))))
        self._terms_in = lru_cache(_REMEMBERED)(self._look_up)

    def linker(self, root: str) -> "Callable[[str], Markup]":
        """What links each term where one page first says it. `root` leads from that page to the glossary's folder."""
        linked: set[str] = set()

        def link(text: str) -> Markup:
            text = str(text)
            found = self._terms_in(text)
            if all(place in linked for _, _, place in found):
                return escape(text)
            return Markup("".join(self._linked(text, found, root, linked)))  # noqa: S704 - each part is escaped

        return link

    @staticmethod
    def _linked(text: str, found: Sequence[tuple[int, int, str]], root: str, linked: set[str]) -> Iterator[Markup]:
        read = 0
        for start, end, place in found:
            if place in linked:
                continue
            linked.add(place)
            yield escape(text[read:start])
            address = escape(f"{root}{addresses.term(place)}")
            yield Markup(f'<a class="term" href="{address}">{escape(text[start:end])}</a>')  # noqa: S704
            read = end
        yield escape(text[read:])

    def _look_up(self, text: str) -> list[tuple[int, int, str]]:
        """Where a text has a term, and which."""
        return [(*found.span(), self._by_form[found[0].casefold()]) for found in self._pattern.finditer(text)]


@cache
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words in any case, the longest first; nothing where there are none."""
    joined = "|".join(map(re.escape, forms))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
