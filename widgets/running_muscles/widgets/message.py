"""The place where messages from the browser arrive: every one is answered, whatever is raised.

A refusal says whether it is for now or for good. For now: the results file cannot be written, so
the browser keeps the entry and tries again. For good: what the entry holds cannot be kept, so
trying again would not help, and the browser shows it to the learner.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import Any

from running_muscles.measure.store import StoreError
from running_muscles.translation.spoken import N_, _

LOG = logging.getLogger("running_muscles.widgets")

Message = dict[str, Any]
Send = Callable[[Message], Any]

# The place is at fault, not the entry: another try may succeed.
FOR_NOW = (StoreError, OSError, sqlite3.Error, MemoryError, KeyboardInterrupt)
UNSPOKEN_NOW = N_(
    "This cannot be kept just now. It waits in this browser and is tried again by itself."
)
UNSPOKEN = N_("This cannot be kept: something in it is not as it should be.")
UNREADABLE = N_("This message could not be read. Run this cell again and try once more.")
LARGEST_REVISION = 2**53  # what a browser counts exactly


class RefusedError(ValueError):
    """Refused for good, with a sentence for the learner."""


class NotNowError(RuntimeError):
    """Cannot be done now and may be later, with a sentence for the learner."""


def answered(content: Any, send: Send, handle: Callable[[Message], Message]) -> bool:
    """Handle a message and answer it.

    Parameters
    ----------
    content
        What the browser sent; it may be anything.
    send
        What takes an answer to the browser.
    handle
        Returns the answer, without the message's id. Whatever it raises becomes a refusal.

    Returns
    -------
    bool
        True when it was handled, False when it was refused.
    """
    name = content.get("id") if isinstance(content, dict) else None
    try:
        if not isinstance(content, dict):
            raise RefusedError(UNREADABLE)
        reply = handle(content)
    except BaseException as error:  # even an interrupt: the browser waits for an answer
        rev = content.get("rev") if isinstance(content, dict) else None
        _say(send, {"id": name, "rev": rev, **refusal(error)})
        return False
    _say(send, {"id": name, **reply})
    return True


def refusal(error: BaseException) -> Message:
    """Return the answer to a message whose handling raised; the trace of the unexpected is logged.

    Returns
    -------
    dict
        `kind` (``"refused"``), `sentence` for the learner, and `for_good`.
    """
    now = isinstance(error, (*FOR_NOW, NotNowError))
    if not _spoken(error):
        LOG.error("A message from the browser could not be handled.", exc_info=error)
    words = _words(error) if _spoken(error) else ""
    sentence = _(words or (UNSPOKEN_NOW if now else UNSPOKEN))
    return {"kind": "refused", "sentence": sentence, "for_good": not now}


def _spoken(error: BaseException) -> bool:
    """Say whether an error carries a sentence for the learner, as our own checks do."""
    checked = isinstance(error, ValueError) and not isinstance(error, UnicodeError)
    return checked or isinstance(error, StoreError | NotNowError)


def _words(error: BaseException) -> str:
    try:
        return str(error).encode("utf-8", "replace").decode("utf-8")
    except Exception:  # an error may fail even to say what it is
        return ""


def revision(content: Message) -> int:
    """Return the revision of an entry.

    Raises
    ------
    RefusedError
        If it is no whole number that a browser can count to.
    """
    rev = content.get("rev")
    if isinstance(rev, bool) or not isinstance(rev, int) or not 0 <= rev <= LARGEST_REVISION:
        raise RefusedError(UNREADABLE)
    return rev


def _say(send: Send, reply: Message) -> None:
    try:
        send(reply)
    except Exception as error:
        # An answer that cannot be written down as JSON, or a line that is closed.
        LOG.error("An answer could not be sent to the browser.", exc_info=error)
        try:
            lost = {"kind": "refused", "sentence": _(UNSPOKEN_NOW), "for_good": False}
            send({"id": reply.get("id"), "rev": None, **lost})
        except Exception as again:
            LOG.error("The browser cannot be reached.", exc_info=again)
