"""`writwatch` at another time, as a program: the arguments in, what the command does at the moment that the file named
by WRITWATCH_CLOCK holds, in seconds since 1970. Who waits there moves that moment on.
"""
import ctypes
import datetime
import gc
import os
import sys
import time
from importlib import import_module
from pathlib import Path

CLOCK = Path(os.environ.get("WRITWATCH_CLOCK", "clock"))
SLEEP = time.sleep


def now() -> float:
    return float(CLOCK.read_text())


def set_to(clock: Path, moment: float) -> None:
    beside = clock.with_name(f"{clock.name}.new")
    beside.write_text(repr(moment))
    beside.replace(clock)


def sleep(seconds: float) -> None:
    if seconds < 0.5:
        SLEEP(seconds)
    set_to(CLOCK, now() + seconds)


def moment(cls: type[datetime.datetime], tz: datetime.tzinfo | None = None) -> datetime.datetime:
    return cls.fromtimestamp(now(), tz)


def today(cls: type[datetime.date]) -> datetime.date:
    return cls.fromtimestamp(now())


def turn_the_clock() -> None:
    """Every clock that Python code looks at. The types stay what they are: only their own dictionaries are written."""
    time.time, time.sleep = now, sleep
    for kind, name, ours in ((datetime.datetime, "now", moment), (datetime.date, "today", today)):
        gc.get_referents(kind.__dict__)[0][name] = classmethod(ours)
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


if __name__ == "__main__":
    turn_the_clock()
    sys.argv[0] = "writwatch"
    import_module("writwatch.render.cli").main()
