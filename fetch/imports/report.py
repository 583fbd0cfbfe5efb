"""What became of an import: rows by line, dockets to follow, counts; and the same in sentences."""

from typing import NamedTuple

from ..counted import counted


class Row(NamedTuple):
    """One row of a list. `follow` is the docket as `writwatch follow` takes it, an id or court:number.

    It is "" where the row cannot be used (`mistake` says why and `column` where), and where the docket stands in line
    `same_as` already.
    """

    line: int
    follow: str = ""
    column: str = ""
    mistake: str = ""
    same_as: int = 0


class ImportReport(NamedTuple):
    """What a file held. Of a list, its rows; of an export, what became of its objects, and their dockets' ids.

    `saved`: new or changed. `held`: the store has them as new or newer. `others`: objects that are not imported, such
    as parties. An export has rows only for lines that could not be read at all.
    """

    rows: tuple[Row, ...] = ()
    docket_ids: tuple[int, ...] = ()
    saved: int = 0
    held: int = 0
    quarantined: int = 0
    others: int = 0
    notes: tuple[str, ...] = ()

    @property
    def follow(self) -> tuple[str, ...]:
        """What to hand to `writwatch follow`: each docket once."""
        return tuple(row.follow for row in self.rows if row.follow)

    @property
    def mistakes(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.mistake)


def tell_import(report: ImportReport) -> str:
    """The report for a person, with every row that could not be used."""
    lines = list(report.notes)
    if report.docket_ids or report.quarantined or report.others:
        lines.append(
            f"{counted(report.saved, 'object')} of {counted(len(report.docket_ids), 'docket')} saved; "
            f"{counted(report.held, 'was', 'were')} in the store as new or newer."
        )
    else:
        lines.append(f"{counted(len(report.follow), 'docket')} to follow.")
    for row in report.mistakes:
        lines.append(f"line {row.line:,}{f', column {row.column}' if row.column else ''}: {row.mistake}.")
    again = (row for row in report.rows if row.same_as)
    lines += [f"line {row.line:,} names the docket of line {row.same_as:,} again." for row in again]
    if report.quarantined:
        lines.append(counted(
            report.quarantined, "row could not be understood and is kept in quarantine.",
            "rows could not be understood and are kept in quarantine."))
    if report.others:
        lines.append(counted(
            report.others, "row is neither a docket nor a docket entry, and was left out.",
            "rows are neither dockets nor docket entries, and were left out."))
    return "\n".join(lines)
