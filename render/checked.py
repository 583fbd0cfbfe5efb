"""Published cases in; when each was last checked out, by the court that it is in, for a script to read.

A case is looked at every day and changes seldom. So its page says when it was last checked as of the day on which it
was written, "or later", and a script puts in the moment from here: only these files change daily.
"""
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from . import addresses
from .activity import last_checked
from .languages import Language
from .output import File
from .published import PublishedCase
from .wording import Wording

VARIABLE: Final = "writwatchChecked"


class Checked:
    """The moments of one site, told in all its languages."""

    def __init__(self, languages: Sequence[Language], timezone: str) -> None:
        self._words = {each.code: Wording(each.translations.gettext, timezone) for each in languages}
        self._cases: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def case(self, case: PublishedCase) -> tuple[File, ...]:
        """Nothing: its moment is remembered."""
        if case.dockets and (at := last_checked(case)):
            told = {code: words.moment(at) for code, words in self._words.items()}
            stamp = json.dumps({"at": at.isoformat(timespec="minutes"), **told})
            self._cases[case.current.court_id][case.slug] = stamp
        return ()

    def whole(self) -> Iterator[File]:
        """Of each court the moment that most of its cases have, and the others' beside it."""
        for court_id, stamps in sorted(self._cases.items()):
            often = [stamp for stamp, _ in Counter(sorted(stamps.values())).most_common()]
            place = {stamp: number for number, stamp in enumerate(often)}
            others = {slug: place[stamp] for slug, stamp in sorted(stamps.items()) if place[stamp]}
            body = f'{{"moments":[{",".join(often)}],"others":{json.dumps(others, separators=(",", ":"))}}}'
            yield File(addresses.checked(court_id), f"var {VARIABLE} = {body};\n".replace("<", "\\u003c").encode())
