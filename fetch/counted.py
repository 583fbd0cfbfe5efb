"""A number and what is counted in, words out: "1 request", "2,400 requests". Pure."""


def counted(number: int, one: str, many: str = "") -> str:
    """`many`: what stands after any number but one, where that is not `one` with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
