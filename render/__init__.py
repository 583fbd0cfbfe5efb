"""What the record means, and the pages that show it. The store in, `public/` out; never asks the network."""


class SiteError(Exception):
    """A mistake in what an editor wrote: one sentence that names the file, the line, the key and the mend."""
