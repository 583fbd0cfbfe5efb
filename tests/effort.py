"""How many examples a test draws that says so itself: so many before every change, twenty times as many in `make soak`."""
import os

_TIMES = 20 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 1


def examples(number: int) -> int:
    return number * _TIMES
