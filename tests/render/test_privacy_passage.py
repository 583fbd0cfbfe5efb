"""A country between names: "U.S." is nobody's initials where it names an office. Everybody here is invented."""
import pytest
from writwatch.render.privacy.people import People, Person
from writwatch.render.privacy.policy import Policy

POLICY = Policy(People((Person("Ulises Tacuri", "U.T.", known_in_full=True),), (), ()), "initials")


@pytest.mark.parametrize(("text", "shown"), [
    ("NOTICE by Ulises Tacuri, U.S. Department of Justice", "NOTICE by [name], U.S. Department of Justice"),
    ("COMPLAINT by Ulises Tacuri U.S. Attorney", "COMPLAINT by [name] U.S. Attorney"),
    ("Declaration of Odalys Vireo U. S. Department of State", "Declaration of [name] U. S. Department of State"),
    ("MOTION by Tacuri, U.S.", "MOTION by [name]"),
    ("MOTION by Tacuri, U.", "MOTION by [name]."),
    ("Petitioner Ulises U.S. Tacuri moves", "Petitioner [name] moves"),
])
def test_the_united_states_are_no_initials(text: str, shown: str) -> None:
    """Beside a name that begins with U: does the country stay whole, and do real initials still go?"""
    assert POLICY.hide(text) == shown
