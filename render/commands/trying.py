"""`writwatch demo`, `sandbox`, `read`: everything tried without a token or a network."""
import contextlib
import datetime as dt
import threading
import time
from pathlib import Path
from typing import TextIO

import click

from ..options import Options
from ..screen import say, shown_json
from .fetching import run_fetch
from .joined import listening, load
from .rendering import run_render

DAY, HOUR = 86_400, 3_600


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
@click.option("--docket", is_flag=True, help="Whole dockets in, their status out.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, the only form there is; accepted for clarity.")
def read(file: TextIO, docket: bool, as_json: bool) -> int:
    """Docket entries in, one JSON object a line; events and dates out, in the same order."""
    from ..reading import read_lines

    failed = False
    for answer, good in read_lines(file, docket=docket):
        failed |= not good
        click.echo(shown_json(answer))
    return 1 if failed else 0


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), help="[invented dockets]")
@click.option("--port", type=int, default=8765, show_default=True)
@click.option("--throttle", default="5/min,50/hour,125/day", show_default=True, help='Or "none".')
def sandbox(data: Path | None, port: int, throttle: str) -> None:
    """Serve JSON lines as CourtListener would; any token is an account."""
    import tempfile

    from ...fetch import fictional
    from ...fetch.sandbox import serve as start

    with tempfile.TemporaryDirectory(prefix="writwatch-") as folder:
        if data is None:
            data = Path(folder)
            fictional.write(data)
        with listening(port, lambda: start(data, port=port, throttle=throttle)) as server:
            click.echo(f"{server.url}  (Ctrl-C ends it)")
            with contextlib.suppress(KeyboardInterrupt):
                threading.Event().wait()


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
def demo(out: Path) -> int:
    """Everything on invented dockets: no token, no network."""
    import tempfile

    from ...fetch import fictional
    from ...fetch.sandbox import serve as start

    with tempfile.TemporaryDirectory(prefix="writwatch-") as folder:
        data = Path(folder)
        say("Inventing dockets …")
        fictional.write(data)
        (data / "config.toml").write_text('name = "Writwatch, a demonstration"\nfictional = true\n', encoding="utf-8")
        noon = dt.datetime.combine(fictional.AS_OF, dt.time(12), dt.UTC)
        clock = Clock(noon.timestamp() - DAY)
        with start(data, throttle="none", earlier=True, clock=clock) as server:
            options = Options(data, str(data / "demo.db"), server.url)
            site = load(options)
            # Two days: what the court's feed first said, and what the docket sheet says now.
            run_fetch(options, site, "demo", token="demo", clock=clock)  # noqa: S106 - any will do
            clock.start = noon.timestamp() - HOUR
            server.rows.arrive_later()
            run_fetch(options, site, "demo", token="demo", clock=clock)  # noqa: S106
        return run_render(options, site, out, noon)


class Clock:
    """A clock that runs as ours does, from another day."""

    def __init__(self, start: float) -> None:
        self.start, self.began = start, time.monotonic()

    def __call__(self) -> float:
        return self.start + time.monotonic() - self.began
