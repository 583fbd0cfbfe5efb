"""A case's happenings in court order in, what stands at the end out: one state, one step an event.

The axes are independent. Each step may set an axis; the value keeps its date and its evidence. What an event does to
an axis stands in one function named after it, among those of its kind. The fold looks only back: what it says of a day
never changes with what comes later (course.py remembers the days).
"""

from .entry import MOVES, take
from .state import State

__all__ = ["MOVES", "State", "take"]
