"""What the record means, and the pages that show it. The store in, `public/` out; never asks the network."""
from pathlib import Path
from typing import Final

PACKAGED: Final = Path(__file__).parent.parent / "site"
"""The site folder that comes with the program: in a checkout, an editable install and a wheel."""


class SiteError(Exception):
    """A mistake in what an editor wrote: one sentence that names the file, the line, the key and the mend."""
