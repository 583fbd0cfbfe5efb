"""What the court recorded. CourtListener's answers in, rows in the store out; no opinions about what they mean."""


class FetchError(Exception):
    """Something the operator can mend: one sentence that says what happened, where, and what to do."""
