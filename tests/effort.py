"""How many examples a test draws that names a number: that many at each change, in `make soak` twenty times as many."""
import os

_TIMES = 20 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 1


def examples(number: int) -> int:
    return number * _TIMES
