"""`writwatch measures`: a table of cases, however large and wherever it lies, in; measures.csv or durations.csv out.

The site's own tables are counted with pandas when it is built. This is for tables too large for that: many sites' cases
in one database, or a warehouse. `cli.py` adds the command with `writwatch.add_command(measures)`.
"""
from importlib.util import find_spec

import click

from . import SiteError

# ibis is imported only by the command: cli.py imports this module for every command.

DIALECTS = ("duckdb", "postgres", "bigquery", "pyspark", "clickhouse", "snowflake")


@click.command()
@click.argument("places", nargs=-1, metavar="[FILE…|URL]")
@click.option("--durations", is_flag=True, help="How long things take, instead of the counts.")
@click.option("--table", default="cases", show_default=True, help="In a database: the table of cases.")
@click.option("--sql", "dialect", type=click.Choice(DIALECTS), help="Count nothing: print the SQL to run elsewhere.")
def measures(places: tuple[str, ...], durations: bool, table: str, dialect: str | None) -> None:
    """Count every measure of the method page over a table of cases, and print it as CSV.

    \b
    writwatch measures public/data/cases.parquet
    writwatch measures --durations postgresql://reader@db.example.org/newsroom
    writwatch measures --sql bigquery --table tracker.cases

    Parquet files are counted by DuckDB; of a database, each row of the answer is counted where the table lies. The
    table has the columns of cases.parquet. All numbers are exact, in every dialect.
    """
    if find_spec("ibis") is None:
        raise SiteError("counting elsewhere needs ibis, which is not here: `pip install 'writwatch[scale]'` adds it.")
    if bool(places) == bool(dialect):
        raise click.UsageError("give Parquet files or the URL of a database, or --sql alone.")
    from . import scale
    from .downloads import csv_pieces
    from .measures import DURATIONS
    from .tables import CURVES, NUMBERS

    if dialect:
        for name, statement in scale.sql(dialect, table):
            click.echo(f"-- {name}\n{statement};\n")
        return
    cases = scale.cases_at(places, table)
    if durations:
        counted, described = [row for each in DURATIONS for row in scale.rows(scale.curve(each, cases))], CURVES
    else:
        counted, described = scale.rows(scale.count_all(cases)), NUMBERS
    for piece in csv_pieces(described, counted):
        click.echo(piece, nl=False)
