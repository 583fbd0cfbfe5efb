"""`writwatch judges`: how old the list is that says who appointed whom, and a newer one put in its place.

In: a tracker's folder, a file of the Federal Judicial Center. Out: lines on the terminal, the tracker's judges.csv.
"""
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import Options

if TYPE_CHECKING:
    from .judges import Judges

# Heavy imports wait until the command runs: cli.py imports this module for every command.

EXPORT = "https://www.fjc.gov/history/judges/biographical-directory-article-iii-federal-judges-export"


@click.command()
@click.option("--refresh", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.csv",
              help="Put a newer export of the Federal Judicial Center in the list's place.")
@click.pass_obj
def judges(options: Options, refresh: Path | None) -> None:
    """Say how old the list of judges is, or make it anew from a newer export."""
    from .judges import judges_table, read_export, read_judges
    from .tracker import write_whole

    place = options.site / "data" / "judges.csv"
    folders = options.layers("data")
    before = read_judges(folders)
    if refresh is None:
        click.echo(f"{told(before)} {place if place.is_file() else 'The list that comes with the program.'}")
        click.echo(f"A newer one: download judges.csv from {EXPORT}, then `writwatch judges --refresh judges.csv`.")
        return
    options.refuse_packaged()
    write_whole({place: judges_table(read_export(refresh), refresh)})
    after = read_judges(folders)
    click.echo(f"{told(after)} Before: {told(before)}")
    click.echo(f"made {place}; the next render uses it.")
    if before.as_of and (after.as_of is None or after.as_of < before.as_of):
        click.echo(f"The newest appointment in it is older than in the list before: is {refresh} the file you meant?",
                   err=True)


def told(judges: "Judges") -> str:
    """How many appointments a list has, and how new it is."""
    newest = f"the newest of {judges.as_of:%-d %B %Y}" if judges.as_of else "none with a date"
    return f"{judges.size:,} appointments, {newest}."
