"""One answer to one question of the course: an event that is kept and never changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from running_muscles.measure import moment
from running_muscles.measure.result import LONGEST_NAME
from running_muscles.translation.spoken import N_, _

RIGHT, PARTLY, MISSED = "right", "partly", "missed"
VERDICTS = (RIGHT, PARTLY, MISSED)
# Where it was asked. A guess, before the explanation, shows no knowledge and is no event.
CHECKPOINT, CHECK, REVIEW = "checkpoint", "check", "review"
PLACES = (CHECKPOINT, CHECK, REVIEW)
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9:_-]*")


class AnswerError(ValueError):
    """An answer that cannot be right, now or later; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner answered.

    Attributes
    ----------
    id : str
        Random, made where the answer was given, so that it can be sent twice.
    lesson, question, objective : str
        Ids: what was asked, and which goal of which lesson it belongs to.
    verdict : str
        ``"right"``, ``"partly"`` or ``"missed"``.
    shown : bool
        Whether the answer had been shown before, on the same day: then it tells nothing.
    asked_in : str
        ``"checkpoint"``, ``"check"`` or ``"review"``.
    recorded_at : str
        UTC, as `moment.normal` writes it; any ISO 8601 time is brought into that form.
    utc_offset_minutes : int
        The learner's clock against UTC at that moment.
    """

    id: str
    lesson: str
    question: str
    objective: str
    verdict: str
    shown: bool
    asked_in: str
    recorded_at: str
    utc_offset_minutes: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be stored honestly.

        Raises
        ------
        AnswerError
        """
        for name in ("id", "lesson", "question", "objective"):
            _check(
                _is_name(getattr(self, name), ID if name == "id" else NAME), name, N_("is no id")
            )
        _check(self.verdict in VERDICTS, "verdict", N_("is not one of {these}"), VERDICTS)
        _check(self.asked_in in PLACES, "asked_in", N_("is not one of {these}"), PLACES)
        _check(isinstance(self.shown, bool), "shown", N_("is neither true nor false"))
        offset: object = self.utc_offset_minutes
        _check(
            isinstance(offset, int)
            and not isinstance(offset, bool)
            and moment.WEST <= offset <= moment.EAST,
            "utc_offset_minutes",
            N_("is not a number of minutes from 12 hours behind UTC to 14 hours ahead of it"),
        )
        _check(isinstance(self.recorded_at, str), "recorded_at", N_("is no text"))
        try:
            at = moment.normal(self.recorded_at, self.utc_offset_minutes)
        except moment.MomentError as error:
            raise AnswerError(f"recorded_at: {error}.") from error
        object.__setattr__(self, "recorded_at", at)

    @property
    def at(self) -> datetime:
        """The moment, in UTC."""
        return datetime.fromisoformat(self.recorded_at)

    @property
    def day(self) -> date:
        """The day on the learner's own clock."""
        return moment.on_clock(self.recorded_at, self.utc_offset_minutes).date()

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Answer:
        """Build an answer from loose values, ignoring names that it does not know.

        Raises
        ------
        AnswerError
            If a part is missing or cannot be right.
        """
        known = {name: values[name] for name in COLUMNS if name in values}
        try:
            return cls(**known)
        except TypeError as error:
            told = _("A part of the answer is missing: {what}.").format(what=error)
            raise AnswerError(told) from error

    def as_row(self) -> dict[str, Any]:
        """Return flat values."""
        return asdict(self)


COLUMNS = tuple(each.name for each in fields(Answer))


def _is_name(value: object, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_NAME and bool(form.fullmatch(value))


def _check(holds: bool, name: str, what: str, these: tuple[str, ...] = ()) -> None:
    if not holds:
        problem = _(what).format(these=", ".join(these))
        raise AnswerError(_("{part}: {problem}.").format(part=name, problem=problem))
