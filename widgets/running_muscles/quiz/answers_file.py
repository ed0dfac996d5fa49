"""The learner's side of ``responses.json``: save each answer at once, lose none.

A write goes to a new file that then takes the place of the old one, so that a full disk or a
killed kernel leaves the last whole version. Threads and processes take turns.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from running_muscles.quiz import answer_time
from running_muscles.quiz.answers_lock import alone
from running_muscles.quiz.responses import (
    FORMAT,
    MAX_BYTES,
    UnreadableError,
    begun,
    content,
    decoded,
    entries,
)
from running_muscles.translation.spoken import ENGLISH, _, current

# ipykernel 7 may call two handlers on two threads.
_LOCK = threading.Lock()


class Responses:
    """The answers of one learner to one quiz, in one file.

    Parameters
    ----------
    path
        Where the answers are kept. Made with the first answer.
    quiz
        The quiz they belong to.
    edition, student
        The class and the name that the learner's draw was made for. The file names them, so that
        the grader knows which questions were on the screen.

    Attributes
    ----------
    notice
        A sentence for the learner when a file was there that could not be used and was moved
        aside; otherwise empty.
    """

    def __init__(self, path: Path, quiz: str, edition: str, student: str) -> None:
        self.path = path
        self.quiz = quiz
        self._about = {"edition": edition, "student": student}
        self._begun = ""
        self.notice = ""
        with self._turn():
            self._load()

    def answers(self) -> dict[str, Any]:
        """Return the saved values by question id."""
        with self._turn():
            return {name: entry["value"] for name, entry in self._load().items()}

    def set(
        self,
        question_id: str,
        value: Any,
        at: str,
        certainty: str = "",
        seconds: float | None = None,
    ) -> bool:
        """Save one answer; None clears it.

        Parameters
        ----------
        question_id
            The question.
        value
            The answer in the form of ``responses.json``.
        at
            When it was given: ISO 8601 with an offset or Z. An answer given later stays.
        certainty
            How sure the learner is, where that was asked; "" says nothing.
        seconds
            How long the question was on the screen until then; None says nothing.

        Returns
        -------
        bool
            False when a later answer is saved already.

        Raises
        ------
        ValueError
            When `at` is no such time, or the value is too long or cannot be written as JSON.
        OSError
            When the file cannot be written. The old one is then whole.
        """
        when = _time(at)
        with self._turn():
            responses = self._load()
            before = responses.get(question_id)
            if before and _time(before["at"]) > when:
                return False
            if value is None:
                responses.pop(question_id, None)
            else:
                said: dict[str, Any] = {"certainty": certainty} if certainty else {}
                took = {} if seconds is None else {answer_time.KEY: seconds}
                responses[question_id] = {"value": value, "at": at, **said, **took}
            self._write(responses)
        return True

    @property
    def begun(self) -> str:
        """When the learner first saw an exam, by the learner's own clock; "" without that."""
        with self._turn():
            self._load()
            return self._begun

    def begin(self, at: str) -> str:
        """Keep when the learner first saw an exam, and return it. What is kept already stays.

        Raises
        ------
        ValueError
            When `at` is no time with an offset.
        OSError
            When the file cannot be written.
        """
        _time(at)
        with self._turn():
            responses = self._load()
            if not self._begun:
                self._begun = at
                self._write(responses)
            return self._begun

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with _LOCK, alone(self.path):
            yield

    def _load(self) -> dict[str, dict[str, Any]]:
        try:
            data = decoded(content(self.path))
            found = entries(data, self.quiz)
            self._begun = begun(data) or self._begun
        except UnreadableError as error:
            if self.path.exists() or self.path.is_symlink():
                self._move_aside(_why(error))
            return {}
        whole = {name: entry for name, entry in found.items() if _is_entry(entry)}
        if len(whole) < len(found):
            self._move_aside(_("Some answers in the file were damaged."))
            self._write(whole)
        return whole

    def _move_aside(self, why: str) -> None:
        n = 1
        while (aside := self.path.with_name(f"{self.path.stem}.damaged-{n}.json")).exists():
            n += 1
        os.replace(self.path, aside)
        said = _(
            "{why} The old file was kept as {file}, and a new one was started."
            " Please look through your answers."
        )
        self.notice = said.format(why=why, file=aside.name)

    def _write(self, responses: dict[str, dict[str, Any]]) -> None:
        about = {**self._about, "begun": self._begun} if self._begun else self._about
        document = {"format": FORMAT, "quiz": self.quiz, **about, "responses": responses}
        text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
        # A half surrogate pair, which a browser can send, has no UTF-8 form.
        data = text.encode("utf-8", "replace")
        if len(data) > MAX_BYTES:
            raise ValueError(
                _("your answers are too long to be saved; please shorten the last one")
            )
        handle, temporary = tempfile.mkstemp(
            dir=self.path.parent, prefix=".responses-", suffix=".tmp"
        )
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp makes a file for its owner alone; whoever collects must be able to read it.
            os.chmod(temporary, 0o644)
            os.replace(temporary, self.path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _time(at: Any) -> datetime:
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise ValueError(f"the time {at!r} has no offset; write it with one, or with Z")
    return when


def _why(error: UnreadableError) -> str:
    """Say why a file was moved aside; the exact reason is English, as a grader reads it."""
    return str(error) if current() == ENGLISH else _("The file with your answers was unreadable.")


def _is_entry(entry: Any) -> bool:
    try:
        _time(entry["at"])
    except (KeyError, TypeError, ValueError):
        return False
    return "value" in entry
