"""A learner's results as a file to keep, a file to bring back, or nothing at all."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from running_muscles.measure import answer_transfer, answers, transfer
from running_muscles.measure.store import Store
from running_muscles.widgets.speaking import _, ngettext


@dataclass(frozen=True)
class Format:
    """One kind of file: the ending of its name, its type, what it holds, and how it is written."""

    ending: str
    mime: str
    of: str
    held: Callable[[Store], int]
    write: Callable[[Store], str]


def _results(store: Store) -> int:
    return len(store.results())


FORMATS = {
    "csv": Format(
        ".csv", "text/csv", "result", _results, lambda store: transfer.as_csv(store.results())
    ),
    "json": Format(
        ".json",
        "application/json",
        "result",
        _results,
        lambda store: transfer.as_json(store.results(), answers.load(store)),
    ),
    "answers": Format(
        "-answers.csv",
        "text/csv",
        "answer",
        lambda store: len(answers.load(store)),
        lambda store: answer_transfer.as_csv(answers.load(store)),
    ),
}


def count(number: int, of: str = "result") -> str:
    """Return a number of things in words, such as ``"1 result"``."""
    forms = {
        "result": ngettext("{n} result", "{n} results", number),
        "answer": ngettext("{n} answer", "{n} answers", number),
    }
    return forms[of].format(n=number)


def export(store: Store, body: dict[str, Any]) -> dict[str, Any]:
    """Return every result, or every answer, as a file in the format that was asked for.

    Raises
    ------
    ValueError
        If the format is not known.
    StoreError
    """
    if body["format"] not in FORMATS:
        # Only a page that is not ours asks for another.
        raise ValueError(f"Results can be downloaded as {' or '.join(FORMATS)} only.")
    form = FORMATS[body["format"]]
    # The learner's day, which a server far away need not share.
    today = body.get("today") or f"{datetime.now(UTC).astimezone():%Y-%m-%d}"
    name = f"running-muscles-{today}{form.ending}"
    sentence = _("Saved {what} as {name}. Look in your downloads.").format(
        what=count(form.held(store), form.of), name=name
    )
    return {"name": name, "mime": form.mime, "text": form.write(store), "sentence": sentence}


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
        raise ValueError(_("The file did not arrive whole. Please choose it again.")) from error
    came = transfer.bring_in(store, content, str(body["name"]))
    said = [ngettext("{n} result added.", "{n} results added.", came.new).format(n=came.new)]
    if came.restored:
        back = ngettext(
            "{n} result that you had deleted came back.",
            "{n} results that you had deleted came back.",
            came.restored,
        )
        said.append(back.format(n=came.restored))
    if came.known:
        old = ngettext(
            "{n} result stayed as it was.", "{n} results stayed as they were.", came.known
        )
        said.append(old.format(n=came.known))
    if came.answers:
        added = ngettext(
            "{n} answer to questions added.", "{n} answers to questions added.", came.answers
        )
        said.append(added.format(n=came.answers))
    return {"sentence": " ".join(said)}


def erase(store: Store, _body: dict[str, Any]) -> dict[str, Any]:
    """Delete every result and answer, and what the learner told about health and themselves.

    Raises
    ------
    StoreError
    """
    gone = count(store.erase())
    told = _("Deleted {what} and everything you had told the course.").format(what=gone)
    return {"sentence": told}
