"""A built site in, every number of it that the published tables do not bear out: by the standard library alone.

Whoever has the folder can run it: `python tests/recount.py public`. Nothing of the project is imported; what is counted
is defined once more, by hand, from the sentences of the pages, so that two hands must agree. Tables first
(recount_tables.py), then every page in English that counts our cases: each number against cases.csv, events.csv,
dates.csv and dockets.csv, and against the list of cases that it leads to, filtered as static/lists.js does
(recount_site.py); each number and line that is drawn (recount_charts.py); figures of others, agreements and what is
missed (recount_beside.py); the digest. Last every page in another language, element by element, beside its English twin
(recount_languages.py).

Not counted again: how many docket numbers of cases without a page are known, and on second lists (the estimates made
from these are), how the fetching is doing, how many rules there are, entry numbers, and images.
"""
import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl

from recount_beside import wrong_beside
from recount_charts import wrong_bars, wrong_charts, wrong_strips, wrong_times
from recount_languages import wrong_languages
from recount_pages import Line, Page, Wrong, day_of, goal_of, number, numbers_in, share, unequal
from recount_site import Site
from recount_tables import (
    COUNTED,
    Case,
    count,
    petition,
    table,
    wrong_dockets,
    wrong_durations,
    wrong_judges,
    wrong_marks,
    wrong_measures,
    wrong_numbering,
    wrong_recaptures,
    wrong_tables,
)

# What any page says.


def wrong_links(site: Site, page: Page) -> Wrong:
    """Every number that leads to cases: are there as many by the tables, and as many in the list it leads to?"""
    for line in page.lines:
        for goal, text in line.links:
            shown = beside(line, text)
            if shown is None:
                continue
            if found := re.search(r"lists/all\.html#(.+)$", goal):
                asked = dict(parse_qsl(found[1]))
                right, listed = len(site.where(asked)), site.filtered(asked)
                if not shown == right == listed:
                    yield f"{page.path}: {found[1]}: {shown} published, {right} counted, {listed} in the list"
            elif found := re.fullmatch(r"(?:\.\./)*(lists/)?([a-z-]+)\.html", goal):
                if (found[1] or page.folder == "lists") and found[2] in site.list_names and not OF_DATES.search(text):
                    yield from unequal(page, found[2], [shown], [len(site.lists.get(found[2], ()))])
                elif not found[1] and page.folder == "numbers" and found[2] in COUNTED:
                    yield from unequal(page, found[2], [shown], [site.totals[found[2]]])
            elif "key" not in line.within and Path(goal).stem in COUNTED and "numbers/" in goal:
                yield from unequal(page, Path(goal).stem, [shown], [site.totals[Path(goal).stem]])


OF_DATES = re.compile(r"(?:hearings|due) this week$")
"""Links whose number counts dates, of which a case may have several."""


def beside(line: Line, text: str) -> int | None:
    """The number that a link is about: its own, or the next in its row or its line of a list."""
    if own := numbers_in(text):
        return own[0]
    if line.tag == "tr":
        return next(iter(line.numbers), None)
    after = numbers_in(line.text.partition(text)[2]) if line.tag == "li" and len(line.links) == 1 else []
    return next(iter(after), None)


def wrong_measured(site: Site, page: Page) -> Wrong:
    """Cells that say which measure they hold: the number seen, the denominator of its block, its share of that."""
    if page.folder not in ("courts", "judges", "topics"):
        return
    for line in page.lines:
        if not any("data-measure" in cell.attributes for cell in line.cells):
            continue
        cases = own_cases(site, page) if page.name != "index" else in_line(site, page, line)
        totals = count(cases or ())
        for place, cell in enumerate(line.cells):
            if name := cell.attributes.get("data-measure"):
                where = f"{name}" if page.name != "index" else f"{goal_of(line)}: {name}"
                of = cell.attributes.get("data-of", name)
                right = [totals[name], totals[of]] if page.name == "index" else [totals[name]]
                shown = cell.numbers or ([0, 0][:len(right)] if cell.text.strip() == "–" else [])
                yield from unequal(page, where, [*shown, int(cell.attributes["data-value"])], [*right, totals[name]])
                told = line.cells[place + 1].text.strip() if place + 1 < len(line.cells) else ""
                if told and page.name != "index":
                    yield from unequal(page, f"share of {name}", [told], [share(totals[name], totals[of])])


def in_line(site: Site, page: Page, line: Line) -> list[Case]:
    """The cases of the court, the judge or the state that a line of an index leads to."""
    column = {"courts": "court_id", "judges": "judge_id", "states": "state"}[page.folder]
    return [case for case in site.cases if case[column].lower() == goal_of(line)]


def own_cases(site: Site, page: Page) -> list[Case] | None:
    """The cases that a page is about, by cases.csv; None where it is about no part of them."""
    name = page.name
    if page.folder == "courts":
        return [case for case in site.cases if case["court_id"] == name]
    if page.folder == "judges":
        return [case for case in site.cases if case["judge_id"] == name]
    if page.folder == "states":
        return [case for case in site.cases if case["state"].lower() == name]
    if page.folder == "months":
        return [case for case in site.cases if case["date_filed"][:7] == name]
    if page.folder == "topics":
        within = next((goal_of(line) for line in page.lines if line.within.endswith("crumb")), "index")
        return [case for case in site.cases if case["topic"] == (name if within == "index" else within)]
    if page.folder == "lists":
        return [site.by_slug[slug] for slug in site.lists.get(name, ())]
    if page.folder == "numbers" and name in COUNTED and name != "cases":
        return [case for case in site.cases if COUNTED[name][0](case)]
    return None


def wrong_place(site: Site, page: Page) -> Wrong:
    """A page with cases of its own: how many it says, how many it lists, how many have each status."""
    cases = own_cases(site, page)
    if cases is None or page.name == "index":
        return
    listed = sorted(page.cases)
    for following in following_pages(site, page):
        listed = sorted([*listed, *following.cases])
    right = sorted(case["slug"] for case in cases)
    if listed != right:
        yield f"{page.path}: lists {len(listed)} cases, {len(right)} are its own"
    if said := page.said(r"^([\d,]+) cases? of ([\d,]+) followed"):
        yield from unequal(page, "cases", [number(each) for each in said.groups()], [len(cases), len(site.cases)])
    if said := page.said(r"^Cases ([\d,]+) to ([\d,]+) of ([\d,]+),"):
        yield from unequal(page, "cases listed", [number(each) for each in said.groups()],
                           [1, len(page.cases), len(cases)])
    yield from wrong_standing(page, cases)


def following_pages(site: Site, page: Page) -> Iterator[Page]:
    """The pages that a list goes on with."""
    place = 2
    while (file := site.folder / page.folder / f"{page.name}-{place}.html").is_file():
        yield Page(f"{page.folder}/{file.name}", file.read_text(encoding="utf-8"))
        place += 1


def wrong_standing(page: Page, cases: list[Case]) -> Wrong:
    """The table of statuses and the bar above it."""
    rows = [line for line in page.lines if line.tag == "tr" and (
        "standing" in line.within or line.caption == "Cases by status") and line.numbers]
    if not rows:
        return
    statuses = Counter(case["status"] for case in cases)
    shown = [(line.numbers[0], line.cells[2].text.strip() if len(line.cells) > 2 else "") for line in rows]
    right = [(n, share(n, len(cases))) for n in statuses.values()]
    if not any(told for _, told in shown):
        right = [(n, "") for n, _ in right]
        total = (len(cases), "")
    else:
        total = (len(cases), "100%")
    yield from unequal(page, "statuses", sorted(shown[:-1]), sorted(right))
    yield from unequal(page, "all statuses", [shown[-1]], [total])
    drawn = Counter(int(line.text.replace(",", "")) for line in page.lines
                    if line.tag == "text" and "bar" in line.within.split() and line.text)
    if drawn - Counter(statuses.values()):
        yield f"{page.path}: the bar says {sorted(drawn)}, {sorted(statuses.values())} counted"


def wrong_map(site: Site, page: Page) -> Wrong:
    """The districts as tiles, coloured by a measure or by all cases, and the table of the same."""
    measure = re.sub(r"^(?:chart-)?map-", "", page.name) if "map-" in page.name else "cases"
    by_court = Counter(case["court_id"] for case in site.cases if COUNTED[measure][0](case))
    tiles = [line for line in page.lines if "tiles" in line.within and line.links]
    for line in tiles:
        yield from unequal(page, goal_of(line), [numbers_in(line.text)[-1]], [by_court[goal_of(line)]])
    shown = [n for line in page.lines if "legend" in line.within.split() for n in line.cells[0].numbers]
    values = {by_court[goal_of(line)] for line in tiles}
    ends = {min(values - {0}, default=0), max(values)} if values else set()
    if tiles and not (set(shown) <= values and ends <= set(shown)):
        yield f"{page.path}: the key says {shown}, {sorted(values)} counted"
    if page.folder == "numbers" or page.path == "index.html":
        for line in page.lines:
            if line.tag == "tr" and "courts/" in next((goal for goal, _ in line.links[:1]), "") and line.numbers:
                court = goal_of(line)
                if page.name == "index":
                    yield from unequal(page, court, line.numbers, [by_court[court]])
                elif page.name in COUNTED or "map-" in page.name:
                    name = page.name.removeprefix("map-")
                    yield from unequal(page, court, line.numbers, by_measure(site, name, court))
    if said := page.said(r"^Cases are followed in (\d+) of the (\d+) districts"):
        yield from unequal(page, "districts", [int(each) for each in said.groups()],
                           [sum(by_court[goal_of(line)] > 0 for line in tiles), len(tiles)])
    if said := page.said(r"All: ([\d,]+)\.$"):
        yield from unequal(page, "all", [number(said[1])], [site.totals[measure]])


def by_measure(site: Site, name: str, court: str) -> list[int]:
    holds, of, _ = COUNTED[name]
    here = [case for case in site.cases if case["court_id"] == court]
    return [sum(map(holds, here)), *([sum(map(COUNTED[of][0], here))] if of != name else [])]


# What single pages say.


def wrong_sentences(site: Site, page: Page) -> Wrong:
    """Sentences that count, wherever they stand: each pattern with what its numbers should be."""
    ours = own_cases(site, page) or []
    total, named = len(site.cases), [case for case in site.cases if case["judge_id"]]
    checked = [row["last_checked"] for row in site.dockets if row["last_checked"]]
    now = dt.datetime.fromisoformat(site.created)
    ages = [now - dt.datetime.fromisoformat(each) for each in checked]
    later = sum(age < dt.timedelta() for age in ages)
    fresh = sum(dt.timedelta() <= age <= dt.timedelta(hours=24) for age in ages)
    entries, unread = (sum(int(row[name]) for row in site.dockets) for name in ("entries", "unread"))
    due = Counter(row["result"] or "due" for row in site.dates if row["kind"] == "due")
    dated = {row["slug"] for row in site.dates if row["kind"] == "due"}
    silent = len(site.lists["past-due"])
    told: dict[str, list[int]] = {
        r"([\d,]+) of ([\d,]+) dockets? checked in 24 hours": [fresh, len(site.dockets)],
        r"from dockets fetched later \(([\d,]+) of ([\d,]+)\)": [later, len(site.dockets)],
        r"^Of ([\d,]+) cases? followed": [total],
        r"^([\d,]+) cases? followed": [total],
        r"all cases that changed in seven days: ([\d,]+)": [len(site.lists["changed"])],
        r"All ([\d,]+) hearings this week": [len(site.hearings())],
        r"All ([\d,]+) due this week": [len(site.due())],
        r"(?:All|The) ([\d,]+) cases?, and how we count": [silent],
        r"In ([\d,]+) cases? at least one entry": [len(site.lists["unread"])],
        r"one or more in ([\d,]+) of ([\d,]+) cases?": [len(site.lists["unread"]), total],
        r"^([\d,]+) dockets? with ([\d,]+) entries, in ([\d,]+) cases?": [len(site.dockets), entries, total],
        r"([\d,]+) of ([\d,]+) entries looks? like an order": [unread, entries],
        r"In ([\d,]+) of ([\d,]+) cases? people appear by initials": [
            sum(case["policy"] == "initials" for case in site.cases), total],
        r"^([\d,]+) things? ordered, .*in ([\d,]+) of ([\d,]+) (?:cases|followed)": [
            due.total(), len(dated), total],
        r"^([\d,]+) past due, no report seen on the public docket$": [
            due["no_report_seen"] if page.name == "compliance" else silent],
        r"^([\d,]+) still to fall due": [due["due"]],
        r"^([\d,]+) with a report on the docket": [due["reported"]],
        r"^([\d,]+) cases? in which a judge found an order not followed": [
            sum(case["compliance"] in ("violation_found", "cured") for case in site.cases)],
        r"^([\d,]+) judges? .* ([\d,]+) cases? without a judge’s name": [
            len({case["judge_id"] for case in named}), total - len(named)],
        r"· ([\d,]+) without a date of filing": [sum(not case["date_filed"] for case in site.cases)],
        r"Of the ([\d,]+) cases of this topic": [len(ours)],
        r"Too few for a share \(([\d,]+) decided petitions?\)": [count(ours)["decided"]],
        r"Of ([\d,]+) cases? followed, of any topic": [total],
        r"Counted among all ([\d,]+) cases? followed": [total],
        r"Followed as a whole: ([\d,]+) of ([\d,]+)\.": followed_whole(site),
        r"in each of the ([\d,]+) courts with petitions here": followed_whole(site)[1:],
    }
    for pattern, right in told.items():
        for said in filter(None, (re.search(pattern, line.text) for line in page.lines if line.tag != "tr")):
            yield from unequal(page, said[0], [number(each) for each in said.groups()], right)


def followed_whole(site: Site) -> list[int]:
    """Courts with petitions: how many are followed as a whole, and how many there are."""
    courts = {case["court_id"] for case in site.cases if petition(case)}
    return [sum(bool(site.courts[court]["complete_until"]) for court in courts), len(courts)]


def wrong_indexes(site: Site, page: Page) -> Wrong:
    """Indexes of courts, judges, states and months, the topics on the front, the judges of a court, the courts of a
    state: each line against the cases it leads to.
    """
    for line in page.lines:
        goal = next((goal for goal, _ in line.links[:1]), "")
        found = re.search(r"(?:(courts|judges|states|months|topics)/)?([a-z0-9-]+)\.html$", goal)
        folder = found and (found[1] or page.folder)
        if found is None or folder not in ("courts", "judges", "states", "months", "topics") or "tiles" in line.within:
            continue
        those = own_cases(site, Page(f"{folder}/{found[2]}.html", ""))
        if page.folder == "courts" and folder == "judges":
            those = [case for case in those or () if case["court_id"] == page.name]
        cards = line.tag == "li" and ("cards" in line.within or ("names" in line.within and page.name != "index"))
        row = line.tag == "tr" and page.name == "index" and page.folder == folder and bool(line.numbers)
        if those is not None and (cards or row):
            shown = numbers_in(line.text.partition(line.links[0][1])[2])[:1] if cards else line.numbers[:1]
            yield from unequal(page, found[2], shown, [len(those)])
    if said := page.said(r"^([\d,]+) judges? named on these dockets"):
        judges = {case["judge_id"] for case in own_cases(site, page) or () if case["judge_id"]}
        yield from unequal(page, "judges", [number(said[1])], [len(judges)])


def wrong_named(site: Site, page: Page) -> Wrong:
    """Cities, companies, places and agencies: how many cases are said, and how many are linked."""
    for line in page.lines:
        if line.tag != "tr" or [cell.tag for cell in line.cells] != ["th", "td", "td"]:
            continue
        name, last = line.cells[0].text.strip(), line.cells[-1]
        if line.caption == "Cities with reported operations":
            court = goal_of(line)
            those = [case for case in own_cases(site, page) or () if case["court_id"] == court]
        elif line.caption.startswith("Contractors"):
            those = [case for case in site.cases if any(name.startswith(each) for each in cell_of(case, "contractors"))]
        elif line.caption.startswith("Places of detention"):
            those = [case for case in site.cases if line.id in case["facilities"].split()]
        elif line.caption.startswith("Agencies with an agreement"):
            state = Path(line.links[0][0]).stem.upper()
            those = [case for case in site.cases
                     if any(each == f"{name.partition(',')[0]} ({state})" for each in cell_of(case, "agencies"))]
        else:
            continue
        linked = {Path(goal).stem for goal, _ in last.links}
        shown = last.numbers[0] if linked else 0
        right = {case["slug"] for case in those}
        if shown != len(right) or not linked <= right or len(linked) != min(len(right), 40):
            yield f"{page.path}: {name}: {shown} published, {len(linked)} linked, {len(right)} counted"


def cell_of(case: Case, column: str) -> list[str]:
    return [each for each in case[column].split("; ") if each]


def wrong_measures_told(site: Site, page: Page) -> Wrong:
    """Each measure: the number, its denominator, its share, and how sure it is."""
    if page.folder != "numbers":
        return
    name = page.name.removeprefix("map-")
    for line in page.lines:
        if line.tag == "p" and "figure" in line.within.split():
            name = goal_of(line) if line.links else name
            if name in COUNTED:
                of = COUNTED[name][1]
                shown = re.fullmatch(r"([\d,]+)(?: ?of ([\d,]+)(?: ?\((.+)\))?)?", line.text)
                right = [site.totals[name], site.totals[of] if of != name else None]
                told = [number(each) if each else None for each in shown.groups()[:2]] if shown else []
                yield from unequal(page, name, told, right)
                if shown and shown[3]:
                    yield from unequal(page, f"share of {name}", [shown[3]],
                                       [share(site.totals[name], site.totals[of])])
        if said := re.search(r"person: ([\d,]+); read by machine: ([\d,]+); inferred: ([\d,]+)\.", line.text):
            by = Counter(case[COUNTED[name][2]] or "inferred" for case in site.cases if COUNTED[name][0](case))
            yield from unequal(page, f"how sure {name} is", [number(each) for each in said.groups()],
                               [by["confirmed"], by["read"], by["inferred"]])


def wrong_actions(site: Site, page: Page) -> Wrong:
    """Cases against a policy by what the government did: how many, in how many relief is in force, and the list."""
    if page.path != "numbers/actions.html":
        return
    for line in page.lines:
        if line.tag == "tr" and line.links and len(line.numbers) == 2:
            goal, action = line.links[0][0].partition("#")[2], line.cells[0].text.strip()
            those = [case for case in site.cases if COUNTED["impact"][0](case) and (not goal or (
                case["government_action"] or "Not said by its editor") == action)]
            right = [len(those), sum(map(COUNTED["in_force"][0], those))]
            yield from unequal(page, action, line.numbers, right)
            if goal and page.by_section[goal] != len(those):
                yield f"{page.path}: {action}: {page.by_section[goal]} listed, {len(those)} counted"


def wrong_coverage(site: Site, page: Page) -> Wrong:
    """What is held of each court, on the page of the method. A court of none of our cases has its name in no table."""
    if page.path != "method.html":
        return
    now = dt.datetime.fromisoformat(site.created)
    held: dict[str, list[int]] = {}
    for row in site.dockets:
        fresh = row["last_checked"] and now - dt.datetime.fromisoformat(row["last_checked"]) <= dt.timedelta(hours=24)
        dockets = held.setdefault(row["court_id"], [0, 0, 0])
        for place, counts in enumerate((True, bool(fresh), not row["last_checked"])):
            dockets[place] += counts
    cited = {row["court"] or row["court_id"]: row["court_id"] for row in site.courts.values()}
    unnamed: list[list[int]] = []
    for line in page.lines:
        if line.tag == "tr" and len(line.numbers) == 2:
            name = line.cells[0].text.strip()
            said = re.search(r"([\d,]+) dockets? (?:was|were) never checked", line.text)
            shown = [*line.numbers, number(said[1]) if said else 0]
            if cited.get(name, name) in held:
                yield from unequal(page, name, shown, held.pop(cited.get(name, name)))
            else:
                unnamed.append(shown)
    yield from unequal(page, "other courts", sorted(unnamed), sorted(held.values()))


def wrong_orders(site: Site, page: Page) -> Wrong:
    """What judges ordered by a day, by what became of it: each table with its number, and how many it leaves out."""
    if page.path != "compliance.html":
        return
    due = Counter(row["result"] or "due" for row in site.dates if row["kind"] == "due")
    told = [numbers_in(line.text) for line in page.lines if re.search(r"of [\d,]+ things? ordered$", line.text)]
    groups = [due[result] for result in ("no_report_seen", "due", "reported")]
    yield from unequal(page, "things ordered", told, [
        [n, due.total()] for n in (*groups, due.total() - sum(groups)) if n])
    more = [numbers_in(line.text)[0] for line in page.lines
            if re.search("more (?:is|are) in the table of dates", line.text)]
    listed = sum(line.tag == "tr" and "orders" in line.within.split() and line.cells[1].tag == "td"
                 for line in page.lines)
    yield from unequal(page, "things listed", [listed + sum(more)], [sum(shown for shown, _ in told)])


def wrong_days(site: Site, page: Page) -> Wrong:
    """How many entries of weight each day and month has."""
    if page.folder != "changes":
        return
    for line in page.lines:
        goal = goal_of(line)
        if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", goal) and (
                said := re.search(r"(?:\d{4}|so far) ?([\d,]+)(?: entr|$)", line.text)):
            right = sum(n for day, n in site.weighty.items() if day.startswith(goal))
            yield from unequal(page, goal, [number(said[1])], [right])
    if said := page.said(r"^([\d,]+) entr(?:y|ies) of weight bears? this date"):
        yield from unequal(page, "entries", [number(said[1])], [site.weighty[page.name]])
    if said := page.said(r"^([\d,]+) routine entr(?:y was|ies were) filed besides"):
        day = site.day.isoformat() if page.name == "index" else page.name
        yield from unequal(page, "routine entries", [number(said[1])], [site.routine[day]])


def wrong_frames(site: Site, page: Page) -> Wrong:
    """Frames for other sites: the number of a list, the statuses of all cases or of a topic."""
    if page.folder != "embed":
        return
    name = page.name.removeprefix("number-")
    if page.name.startswith("number-"):
        shown = next((numbers_in(line.text) for line in page.lines if line.tag == "h1"), [])
        yield from unequal(page, name, shown, [len(site.lists.get(name, ()))])
    topic = page.name.removeprefix("chart-")
    if page.name.startswith("chart-"):
        yield from wrong_standing(page, [case for case in site.cases if topic in ("statuses", case["topic"])])


def wrong_digest(site: Site) -> Wrong:
    """What the day's digest counts, in each of its forms."""
    for place in sorted((site.folder / "digest").glob("latest.*")):
        kind = place.suffix[1:]
        words = place.read_text(encoding="utf-8")
        if kind != "html":
            words = "<main>" + "".join(f"<p>{escape(line)}</p>" for line in words.replace("\\", "").splitlines())
        page = Page(f"digest/latest.{kind}", words)
        yield from wrong_sentences(site, page)
        since = page.said(r"In ([\d,]+) of ([\d,]+) cases? followed, something of weight was docketed since (.+?)\.")
        silent = page.said(r"In ([\d,]+) of ([\d,]+), something ordered is past due")
        if since is None or silent is None:
            yield f"{page.path}: it does not count what it is said to count"
            return
        fresh = {row["slug"] for row in site.table("events") if row["decides"] == "true"
                 and day_of(since[3]) <= row["date"] <= site.day.isoformat()}
        yield from unequal(page, since[0], [*map(number, since.groups()[:2])], [len(fresh), len(site.cases)])
        yield from unequal(page, silent[0], [*map(number, silent.groups())],
                           [len(site.lists["past-due"]), len(site.cases)])


def wrong_front(site: Site, page: Page) -> Wrong:
    if page.path == "index.html":
        yield from wrong_standing(page, site.cases)


ON_PAGES: tuple[Callable[[Site, Page], Wrong], ...] = (
    wrong_links, wrong_measured, wrong_place, wrong_map, wrong_sentences, wrong_indexes, wrong_beside, wrong_named,
    wrong_measures_told, wrong_charts, wrong_times, wrong_actions, wrong_coverage, wrong_orders, wrong_days,
    wrong_frames, wrong_front, wrong_bars, wrong_strips)
IN_TABLES: tuple[Callable[[Path, list[Case]], Wrong], ...] = (
    wrong_measures, wrong_durations, wrong_tables, wrong_marks, wrong_judges, wrong_dockets, wrong_numbering,
    wrong_recaptures)
COUNTING = ("courts", "judges", "states", "months", "topics", "lists", "numbers", "changes", "embed")
ALONE = ("index", "method", "privacy", "compliance")


def pages(site: Site) -> Iterator[Page]:
    """Every page that counts, in English; those that a list goes on with are read with the first."""
    alone = [site.folder / f"{name}.html" for name in ALONE]
    for place in (*alone, *(place for folder in COUNTING for place in sorted((site.folder / folder).glob("*.html")))):
        first = place.with_name(re.sub(r"-\d+\.html$", ".html", place.name))
        follows = first != place and first.is_file() and place.parent.name in COUNTING[:7]
        if place.is_file() and not follows and not place.name.startswith("case-"):
            yield Page(place.relative_to(site.folder).as_posix(), place.read_text(encoding="utf-8"))


def wrong_page(site: Site, page: Page) -> list[str]:
    """A sentence for every number of a page that differs."""
    return list(dict.fromkeys(sentence for check in ON_PAGES for sentence in check(site, page)))


def wrong_in_tables(folder: Path) -> list[str]:
    """A sentence for every number of a table that differs."""
    cases = table(folder, "cases")
    return [sentence for check in IN_TABLES for sentence in check(folder, cases)]


def recount(folder: Path) -> list[str]:
    """A sentence for every number that differs."""
    site = Site(folder)
    return [*wrong_in_tables(folder), *(sentence for page in pages(site) for sentence in wrong_page(site, page)),
            *wrong_digest(site), *wrong_languages(site)]


if __name__ == "__main__":
    found = recount(Path(sys.argv[1] if len(sys.argv) > 1 else "public"))
    print("\n".join(found) or "Every number is borne out by the published tables.")
    sys.exit(1 if found else 0)
