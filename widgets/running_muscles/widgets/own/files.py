"""A learner's results as a file to keep, a file to bring back, or nothing at all."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from running_muscles.measure import transfer
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store

FORMATS: dict[str, tuple[str, Callable[[tuple[Result, ...]], str]]] = {
    "csv": ("text/csv", transfer.as_csv),
    "json": ("application/json", transfer.as_json),
}


def count(number: int, of: str = "result") -> str:
    """Return a number of things in words, such as ``"1 result"``."""
    return f"{number} {of}{'' if number == 1 else 's'}"


def export(store: Store, body: dict[str, Any]) -> dict[str, Any]:
    """Return every result as a file in the format that was asked for.

    Raises
    ------
    ValueError
        If the format is not known.
    StoreError
    """
    if body["format"] not in FORMATS:
        raise ValueError(f"Results can be downloaded as {' or '.join(FORMATS)} only.")
    mime, write = FORMATS[body["format"]]
    results = store.results()
    # The learner's day, which a server far away need not share.
    today = body.get("today") or f"{datetime.now(UTC).astimezone():%Y-%m-%d}"
    name = f"running-muscles-{today}.{body['format']}"
    sentence = f"Saved {count(len(results))} as {name}. Look in your downloads."
    return {"name": name, "mime": mime, "text": write(results), "sentence": sentence}


def upload(store: Store, body: dict[str, Any]) -> dict[str, Any]:
    """Merge a file into the store and report what was new.

    Raises
    ------
    ValueError
        If the file is damaged; nothing is merged then.
    StoreError
    """
    try:
        content = base64.b64decode(body["base64"], validate=True)
    except binascii.Error as error:
        raise ValueError("The file did not arrive whole. Please choose it again.") from error
    came = transfer.bring_in(store, content, str(body["name"]))
    old = f" {count(came.known)} stayed as they were."
    if came.known == 1:
        old = " 1 result stayed as it was."
    back = f" {count(came.restored)} that you had deleted came back."
    sentence = f"{count(came.new)} added.{back if came.restored else ''}{old if came.known else ''}"
    return {"sentence": sentence}


def erase(store: Store, _: dict[str, Any]) -> dict[str, Any]:
    """Delete every result, the health answers, and what the learner told about themselves.

    Raises
    ------
    StoreError
    """
    return {"sentence": f"Deleted {count(store.erase())} and everything you had told the course."}
