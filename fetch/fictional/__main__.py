"""`python -m writwatch.fetch.fictional FOLDER`: invented dockets for benchmarks and trials."""
import argparse
from pathlib import Path

from . import write


def main() -> None:
    """`python -m writwatch.fetch.fictional FOLDER`."""
    parser = argparse.ArgumentParser(description="Write invented dockets in the API's shape.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dockets", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries-per-docket", type=float, default=None)
    parser.add_argument("--cases", action=argparse.BooleanOptionalAction, help="write the case files")
    asked = parser.parse_args()
    print(
        write(
            asked.folder,
            dockets=asked.dockets,
            seed=asked.seed,
            entries_per_docket=asked.entries_per_docket,
            cases=asked.cases,
        )
    )


main()
