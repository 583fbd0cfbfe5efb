"""The address of a service in, a target that messages are sent to out: apprise, the extra `notify`.

An address is a secret. It is read from the environment, and nothing that apprise writes of it, or of what went wrong,
gets out of here: only whether a message was taken.
"""
import contextlib
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from . import SiteError
from .notice_text import Message
from .notify_rules import Notify
from .posting import Answer

_LOST: Final = re.compile(
    r"read timed out|timed out|aborted|reset by peer|disconnected|broken pipe|IncompleteRead|unhandled", re.IGNORECASE)
"""How it sounds when a service may have taken what it did not answer."""
_NOT_THERE: Final = re.compile(
    r"connect timeout|ConnectTimeout|NameResolution|refused|NewConnectionError", re.IGNORECASE)
"""How it sounds when nothing reached it."""


class AppriseTarget:
    """A service that apprise knows."""

    def __init__(self, service: Any) -> None:
        self._service = service
        self.longest = int(service.body_maxlen)
        self.has_title = int(service.title_maxlen) > 0

    def send(self, message: Message) -> Answer:
        import apprise

        with _unheard() as heard:
            taken = self._service.notify(
                title=message.title, body=message.body, body_format=apprise.NotifyFormat.TEXT)
        if taken:
            return "sent"
        return "unsure" if heard.lost else "refused"


def target_of(rule: Notify, environ: Mapping[str, str]) -> AppriseTarget:
    """Where a rule's messages go. SiteError: the variable is not set, apprise is missing or does not know it."""
    address = environ.get(rule.variable, "").strip()
    if not address:
        raise SiteError(f"nothing is sent: set {rule.variable} to the address that `target` stands for")
    try:
        import apprise
    except ModuleNotFoundError:
        raise SiteError("nothing is sent: `pip install 'writwatch[notify]'` adds what sends notifications") from None
    asset = apprise.AppriseAsset(app_id="writwatch", app_desc="writwatch", async_mode=False)
    with _unheard():
        service = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if service is None:
        raise SiteError(
            f"nothing is sent: {rule.variable} holds no address that apprise knows, as in slack://… or mailtos://…")
    return AppriseTarget(service)


class _Heard(logging.Handler):
    """Notes how a failure sounds, and keeps no word of it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lost = False

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        self.lost |= bool(_LOST.search(said)) and not _NOT_THERE.search(said)


@contextlib.contextmanager
def _unheard() -> Iterator[_Heard]:
    """Nothing that apprise logs is written anywhere meanwhile."""
    logger, heard = logging.getLogger("apprise"), _Heard()
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [heard], False
    logger.setLevel(logging.DEBUG)
    try:
        yield heard
    finally:
        logger.handlers, logger.propagate = before[:2]
        logger.setLevel(before[2])
