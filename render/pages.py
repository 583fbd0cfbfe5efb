"""Published values in, the text of HTML pages out. Pure: nothing is read but templates, nothing written, no clock.

Every page goes through `Pages.render`, so that what is true of one is true of all: text is escaped, characters that
could break or turn a page are taken out, an unknown name in a template is an error, links are relative to the page.
"""
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from gettext import NullTranslations
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol
from urllib.parse import urlsplit

from markupsafe import Markup

from . import PACKAGED, addresses
from .case_page import Use, agenda, confirmed, documents_of, upwards, use
from .charts import bar
from .coverage import Coverage
from .excerpt import cut, excerpt, fit
from .glossary import Glossary
from .languages import SOURCE, Language
from .list_data import filters
from .measures import DURATIONS, GROUPS, MEASURE
from .notes import render_note
from .output import File
from .overview import (
    DECIDING,
    FRONT_CHANGES,
    FRONT_DATES,
    FRONT_EARLIER,
    LISTS,
    Listing,
    Overview,
    Row,
    last_active,
    last_checked,
    status_list,
    weight,
)
from .places import court_name, district_map, full_name
from .procedure.courts import COURTS
from .published import (
    Proof,
    PublishedCase,
    PublishedDocket,
    PublishedEvent,
    PublishedParty,
    Shown,
    is_by_record,
    undone_ruling,
)
from .reading_words import said
from .templates import Templates
from .withheld import tellable
from .wording import EVENTS, N_, SIDES, Wording, due_time, on_hold, tone

ROWS_A_PAGE: Final = 200
MOMENTS_SHOWN: Final = 60
ROUTINE_FOLDED: Final = 3
UNREAD_SHOWN: Final = 5

POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The content security policy of every page. What cannot be said in a page (frame-ancestors) `_headers` adds.

The search is WebAssembly from this site; no script or style stands within a page.
"""

NAVIGATION: Final = (
    (addresses.FRONT, N_("Front")),
    (addresses.ALL_CASES, N_("All cases")),
    (addresses.CHANGES, N_("What changed")),
    (addresses.CALENDAR, N_("Calendar")),
    (addresses.NUMBERS, N_("Numbers")),
    (addresses.COURTS, N_("Courts and judges")),
    (addresses.METHOD, N_("How we know")),
    (addresses.SEARCH, N_("Search")),
)
"""What stands at the top of every page."""

ENGLISH: Final = Language(SOURCE, "English", NullTranslations())


class SiteLook(NamedTuple):
    """What an editor decides about the look of the site; from site/config.toml.

    `base_url` is where the site will stand ("https://example.org/tracker/"), "" where nobody knows: then there are no
    canonical links and no sitemap. `contact` is an address or a URL for corrections. `accent`, `accent_dark` are
    "#rrggbb". With `fictional` every page says that its cases are invented.
    """

    name: str = "Writwatch"
    tagline: str = N_(
        "Detention and enforcement in federal court: what each docket says, and the entry that proves it")
    base_url: str = ""
    contact: str = ""
    note: str = ""
    fictional: bool = False
    accent: str = ""
    accent_dark: str = ""
    timezone: str = "UTC"


class RuleFacts(Protocol):
    """A rule as the method page tells it: `procedure.rules.Rule` is one."""

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def outcome(self) -> Any: ...
    @property
    def pattern(self) -> str: ...
    @property
    def reads(self) -> str: ...
    @property
    def leaves(self) -> Sequence[str]: ...
    @property
    def says(self) -> str: ...


class StatusFacts(Protocol):
    """A row of the table of statuses: `procedure.status.Row` is one."""

    @property
    def status(self) -> str: ...
    @property
    def when(self) -> str: ...


class MethodFacts(NamedTuple):
    """How the reading is done: the rules, the table of statuses in order, and {axis: {value: sentence}}."""

    rules: Sequence[RuleFacts] = ()
    statuses: Sequence[StatusFacts] = ()
    axes: Mapping[str, Mapping[str, str]] = {}


class EventKind(NamedTuple):
    """A type of event: its name in the data, how many rules read it, and whether it decides something."""

    type: str
    rules: int
    decides: bool


class Page(NamedTuple):
    """A page and its place in the site: "lists/open-2.html"."""

    path: str
    html: str

    @property
    def file(self) -> File:
        return File(self.path, self.html.encode(), is_page=True)


class Moment(NamedTuple):
    """One entry on the timeline: what was read in it, and the proofs of what is not routine.

    `found`: the breach, or the cure, that a person confirmed in it, where no event says so."""

    date_filed: dt.date | None
    entry_id: int
    events: tuple[PublishedEvent, ...]
    proofs: tuple[Proof, ...]
    deciding: bool
    found: Shown | None = None


BEGINNINGS: Final = frozenset(
    {"complaint_or_petition_filed", "removal_to_federal_court", "transfer_in", "notice_of_appeal"})

def web_link(url: str) -> str:
    """The URL where it leads to the web, else "": a value from a docket can never become a script."""
    return url if url.startswith(("https://", "http://")) else ""


def contact_link(contact: str) -> str:
    """An address as a mailto: link, a URL as it is."""
    return f"mailto:{contact}" if "@" in contact and "/" not in contact else web_link(contact)


def rule_name(name: str) -> str:
    """The rule behind a finding: what a ruling entails carries its rule and itself, "granted>tro_entered"."""
    return name.partition(">")[0]


def anchor(name: str) -> str:
    """The name of a rule as the id of its place on the method page."""
    return "rule-" + re.sub(r"[^A-Za-z0-9_.-]+", "-", name)


def initial(text: str) -> str:
    """The text with a capital first: a month stands at the head of a page."""
    return text[:1].upper() + text[1:]


def whole(cause: str) -> str:
    """A cause of action, with an ellipsis where the court's system cut it off within a bracket."""
    return cause + "…" if cause.count("(") > cause.count(")") else cause


def is_proved(case: PublishedCase) -> bool:
    """Whether the status has an entry to quote. What proves an open case is the entry it began with, or the one that
    undid a ruling, and no other."""
    proof = case.status.proof
    if proof is None or is_by_record(case.status):
        return False
    if case.status.value != "open_pending" or undone_ruling(case):
        return True
    return any(event.entry_id == proof.entry_id and event.type in BEGINNINGS for event in case.timeline)


def moments(case: PublishedCase) -> list[Moment]:
    """The timeline by entry, the newest first; within an entry the weightiest event first."""
    grouped = groupby(case.timeline, key=attrgetter("entry_id"))
    told = [_moment(list(events)) for _, events in grouped]
    for found in case.confirmed_findings:
        _find(told, found)
    return told[::-1]


def _find(told: list[Moment], found: Shown) -> None:
    """Put a confirmed finding in its place on the timeline: at its entry, or where nothing was read there, by its day.
    """
    if found.proof is None:
        return
    day = found.since or dt.date.min
    here = next((at for at, each in enumerate(told) if each.entry_id == found.proof.entry_id), None)
    if here is None:
        here = next((at for at, each in enumerate(told) if (each.date_filed or dt.date.min) > day), len(told))
        told.insert(here, Moment(found.since, found.proof.entry_id, (), (), deciding=True))
    if not any(event.type == "contempt_finding" for event in told[here].events):
        told[here] = told[here]._replace(proofs=(found.proof, *told[here].proofs), deciding=True, found=found)


def _moment(events: list[PublishedEvent]) -> Moment:
    if len(events) > 1:
        events.sort(key=weight, reverse=True)
    proofs = tuple(event.proof for event in events if weight(event) >= DECIDING)
    return Moment(events[0].date_filed, events[0].entry_id, tuple(events), proofs, deciding=bool(proofs))


def runs(told: Sequence[Moment]) -> list[list[Moment]]:
    """The moments in their order; neighbours that are routine together, to be folded where they are many."""
    told_apart: list[list[Moment]] = []
    for deciding, together in groupby(told, key=attrgetter("deciding")):
        run = list(together)
        told_apart += [[each] for each in run] if deciding or len(run) < ROUTINE_FOLDED else [run]
    return told_apart


def sides(dockets: Sequence[PublishedDocket]) -> dict[str, list[PublishedParty]]:
    """The parties of all dockets under their headings, each once, with every role and lawyer they have."""
    merged: dict[tuple[str, str], PublishedParty] = {}
    for party in (party for docket in dockets for party in docket.parties):
        # A plaintiff who is an appellee is one party; the same initials on two sides are two people.
        key = (party.name, _side(party) if party.protected else "")
        known = merged.get(key, party)
        roles = tuple(dict.fromkeys(known.roles + party.roles))
        lawyers = tuple(dict.fromkeys(known.lawyers + party.lawyers))
        merged[key] = known._replace(roles=roles, lawyers=lawyers)
    headed: dict[str, list[PublishedParty]] = {heading: [] for heading in SIDES}
    for party in merged.values():
        headed[_side(party)].append(party)
    return {heading: parties for heading, parties in headed.items() if parties}


def _side(party: PublishedParty) -> str:
    roles = {role.lower() for role in party.roles}
    return next((side for side, known in SIDES.items() if roles.intersection(known)), list(SIDES)[-1])


class Pages:
    """Renders every page of one site in one language as of one moment.

    `languages` are all that the site has: the first stands at the root, each other in a folder of its code.
    """

    def __init__(
        self,
        look: SiteLook,
        as_of: dt.datetime,
        method: MethodFacts | None = None,
        templates: Sequence[Path] = (),
        language: Language = ENGLISH,
        languages: Sequence[Language] = (ENGLISH,),
    ) -> None:
        self.look = look
        self.method = method or MethodFacts()
        self.language = language
        self.prefix = "" if language == languages[0] else f"{language.code}/"
        self.words = Wording(language.translations.gettext, look.timezone)
        self.today = self.words.local(as_of).date()
        self.legal_words = Glossary(language.translations.gettext)
        self._templates = _environment(templates, language)
        self._templates.filters.update(role=self.words.role, initial=initial)
        self._rows: dict[tuple[str, str], Markup] = {}
        self._templates.globals.update(
            language=language, languages=languages, prefix=self.prefix, addresses=addresses, navigation=NAVIGATION,
            look=look, words=self.words, as_of=as_of, policy=POLICY, tone=tone, court=court_name, court_title=full_name,
            courts=COURTS,
            contact=contact_link(look.contact), status_list=status_list, lists=LISTS,
            UNREAD_SHOWN=UNREAD_SHOWN, row_of=self.case_row,
            said=partial(said, gettext=language.translations.gettext),
            rules={rule.name for rule in self.method.rules}, measure_groups=GROUPS, measures=MEASURE,
            durations=DURATIONS,
        )

    def front(self, overview: Overview) -> Page:
        today, earlier = overview.today, overview.earlier
        return self.render(
            "index.html", addresses.FRONT, overview=overview, segments=bar(overview.counts),
            today=today, earlier=earlier[:max(FRONT_EARLIER, FRONT_CHANGES - len(today))],
            hearings=overview.hearings, due=overview.due, silent=overview.silent, shown=FRONT_DATES,
            numbers=[each for each in LISTS if each.counts], districts=district_map(overview.courts),
            topics={topic: bar(counts) for topic, counts in overview.topics.items()},
        )

    def leaves(self, case: PublishedCase) -> Iterator[File]:
        yield self.case(case).file

    def leaf_paths(self, case: PublishedCase) -> tuple[str, ...]:
        return (self.prefix + addresses.case(case.slug),)

    def case(self, case: PublishedCase) -> Page:
        case = tellable(case)
        told = moments(case)
        entries = [entry for docket in case.dockets for entry in docket.entries]
        return self.render(
            "case.html", addresses.case(case.slug), case=case, lede=self.words.lede(case), on_hold=on_hold(case),
            proved=is_proved(case), by_record=is_by_record(case.status), sides=sides(case.dockets),
            told=runs(told[:MOMENTS_SHOWN]), earlier=runs(told[MOMENTS_SHOWN:]), folded=len(told[MOMENTS_SHOWN:]),
            active=last_active(case), checked=last_checked(case), protected=case.policy != "public",
            anchors={entry.id: entry.text for entry in entries},
            docket_of={docket.id: docket for docket in case.dockets}, dockets=upwards(case.dockets),
            documents_of=documents_of,
            readable={docket.id: sum(map(bool, map(documents_of, docket.entries))) for docket in case.dockets},
            confirmed=confirmed(case, self.words), findings=self.words.findings(case), feed=f"case-{case.slug}",
            note=Markup(render_note(case.note)),  # noqa: S704 - it has been cleaned
            explain=self.legal_words.linker("../"), **agenda(case, self.today)._asdict(), **self._use(case)._asdict(),
        )

    def _use(self, case: PublishedCase) -> Use:
        page, look = addresses.case(case.slug), self.look
        return use(
            case, look.name, self.today, self.words, page=page, address=self.address(self.prefix + page),
            card=self.address(addresses.card(f"case-{case.slug}")), contact=contact_link(look.contact))

    def address(self, path: str) -> str:
        """Where a path from the root of the site stands on the web; "" where nobody knows."""
        return f"{self.look.base_url.rstrip('/')}/{path}" if self.look.base_url else ""

    def glossary(self) -> Page:
        return self.render("glossary.html", addresses.GLOSSARY, terms=self.legal_words.terms)

    def listing(self, listing: Listing, overview: Overview) -> Iterator[Page]:
        """The pages of a list, `ROWS_A_PAGE` rows each."""
        rows = list(overview.rows(listing=listing.name))
        yield from self.table(
            "list.html", partial(addresses.listing, listing.name), rows, listing=listing, overview=overview,
            reasons=overview.reasons(listing.name),
            filters=filters(rows) if listing.name == "all" else None,
            months=[self.words.month_name(number) for number in range(1, 13)])

    def method_page(self, overview: Overview, coverage: Coverage | None = None) -> Page:
        """How the reading is done, from the rules themselves; `coverage`: what is held, from the cases."""
        by_type: dict[str, list[RuleFacts]] = {}
        for rule in self.method.rules:
            by_type.setdefault(str(rule.type), []).append(rule)
        kinds = [EventKind(name, len(by_type[name]), telling.weight >= DECIDING)
                 for name, telling in EVENTS.items() if name in by_type]
        return self.render(
            "method.html", addresses.METHOD, method=self.method, by_type=by_type, overview=overview, kinds=kinds,
            coverage=coverage)

    def not_found(self) -> Page:
        """The page for any address that leads nowhere; its links cannot be relative where `base_url` is known."""
        if not self.look.base_url:
            return self.render("404.html", addresses.NOT_FOUND)
        base = urlsplit(self.look.base_url).path.rstrip("/") + "/"
        return self.render("404.html", addresses.NOT_FOUND, root=base + self.prefix, top=base)

    def table(self, template: str, address: Callable[[int], str], rows: Sequence[Row], **values: Any) -> Iterator[Page]:
        """The pages of a table of cases, `ROWS_A_PAGE` rows each, at `address(0)`, `address(1)` …; at least one."""
        last = max(len(rows) - 1, 0) // ROWS_A_PAGE
        paths = [address(number) for number in range(last + 1)]
        for number, path in enumerate(paths):
            start = number * ROWS_A_PAGE
            yield self.render(
                template, path, rows=rows[start:start + ROWS_A_PAGE], total=len(rows), first=start + 1, number=number,
                names=[Path(name).name for name in paths],
                near=[page for page in range(last + 1) if page in (0, last) or abs(page - number) <= 2], **values)

    def case_row(self, row: Row, root: str) -> Markup:
        """A case as a row of any table of cases, made once for all that lie as deep."""
        if (row.slug, root) not in self._rows:
            macro = self._templates.get_template("macros.html").module.case_row  # pyright: ignore[reportAttributeAccessIssue]
            self._rows[row.slug, root] = macro(row, root)
        return self._rows[row.slug, root]

    def compile(self, source: str) -> None:
        """Raises what Jinja raises where the text of a template cannot be used."""
        self._templates.compile(source)

    def render(self, template: str, path: str, **values: Any) -> Page:
        """`root` leads to the root of this language, `top` to the root of the site: static files, feeds, data."""
        values.setdefault("root", "../" * path.count("/"))
        values.setdefault("top", values["root"] + "../" * self.prefix.count("/"))
        html = self._templates.get_template(template).render(path=path, **values)
        return Page(self.prefix + path, fit(html))


def _environment(templates: Sequence[Path], language: Language) -> Templates:
    environment = Templates((*templates, PACKAGED / "templates"), language)
    environment.filters.update(
        cut=cut, excerpt=excerpt, web=web_link, anchor=anchor, rule=rule_name, due_time=due_time, whole=whole,
        joined="; ".join)
    return environment
