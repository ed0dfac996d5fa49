"""One result of one self-assessment."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from running_muscles.measure import moment
from running_muscles.measure.plain_data import problem_with_data, problem_with_text
from running_muscles.translation.spoken import N_, _
from running_muscles.translation.written import number

SIDES = ("", "left", "right")
TEXTS = ("id", "test", "unit", "recorded_at", "reason", "note", "protocol_version")
LONGEST_NAME = 64
LONGEST_TEXT = 500
LARGEST_VALUE = 1_000_000_000
MOST_TRIALS = 10_000


class ResultError(ValueError):
    """A result that cannot be right, now or later; the message says which part and why."""


@dataclass(frozen=True)
class Result:
    """What a learner recorded.

    Attributes
    ----------
    id : str
        Random, made where the result was made, so that it can be sent twice.
    test : str
        A test of `data/protocols.csv`, or an exercise that was trained (`measure/training.py`).
    side : str
        ``"left"``, ``"right"`` or ``""``.
    value : float
        In `unit`, to twelve digits.
    trial : int
        Counted from 1 within a day and side.
    effort : int or None
        0 (no effort) to 10 (all they had), as the learner felt it.
    reason : str
        Why the attempt ended.
    recorded_at : str
        UTC, as `moment.normal` writes it; any ISO 8601 time is brought into that form.
    utc_offset_minutes : int
        The learner's clock against UTC at that moment.
    details : dict
        What one family of tests alone records, such as ratings.
    """

    id: str
    test: str
    value: float
    unit: str
    recorded_at: str
    side: str = ""
    trial: int = 1
    effort: int | None = None
    reason: str = ""
    note: str = ""
    protocol_version: str = ""
    utc_offset_minutes: int = 0
    details: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be stored honestly.

        Raises
        ------
        ResultError
        """
        for name in ("id", "test", "unit", "recorded_at"):
            text = getattr(self, name)
            _check(isinstance(text, str) and text.strip() != "", name, N_("is empty or no text"))
            _check(
                len(text) <= LONGEST_NAME,
                name,
                N_("is longer than {most} characters"),
                most=LONGEST_NAME,
            )
        for name in ("reason", "note", "protocol_version"):
            text = getattr(self, name)
            _check(
                isinstance(text, str) and len(text) <= LONGEST_TEXT,
                name,
                N_("is not a text of at most {most} characters"),
                most=LONGEST_TEXT,
            )
        for name in TEXTS:
            problem = problem_with_text(getattr(self, name))
            _check(not problem, name, problem)
        _check(self.side in SIDES, "side", N_("is not left, right or empty"))
        _check(
            isinstance(self.value, int | float)
            and not isinstance(self.value, bool)
            and 0 <= self.value < math.inf,
            "value",
            N_("is not a number of 0 or more"),
        )
        _check(self.value <= LARGEST_VALUE, "value", N_("is larger than any test can give"))
        _check(
            _is_whole(self.trial, 1, MOST_TRIALS),
            "trial",
            N_("is not a whole number from 1 to {most}"),
            most=MOST_TRIALS,
        )
        _check(
            self.effort is None or _is_whole(self.effort, 0, 10),
            "effort",
            N_("is not a whole number from 0 to 10"),
        )
        _check(
            _is_whole(self.utc_offset_minutes, moment.WEST, moment.EAST),
            "utc_offset_minutes",
            N_("is not a number of minutes from 12 hours behind UTC to 14 hours ahead of it"),
        )
        _check(isinstance(self.details, dict), "details", N_("is not a table of names and values"))
        problem = problem_with_data(self.details)
        _check(not problem, "details", problem)
        self._bring_into_normal_form()

    def _bring_into_normal_form(self) -> None:
        try:
            at = moment.normal(self.recorded_at, self.utc_offset_minutes)
        except moment.MomentError as error:
            raise ResultError(f"recorded_at: {error}.") from error
        object.__setattr__(self, "recorded_at", at)
        # Nobody measures to a millionth of a millionth: what stands there is noise of arithmetic.
        if isinstance(self.value, float):
            object.__setattr__(self, "value", float(f"{self.value:.12g}"))

    @property
    def local_time(self) -> datetime:
        """The moment of the attempt on the learner's own clock."""
        return moment.on_clock(self.recorded_at, self.utc_offset_minutes)

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Result:
        """Build a result from loose values, ignoring names that it does not know.

        Raises
        ------
        ResultError
            If a part is missing or cannot be right.
        """
        known = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        try:
            return cls(**known)
        except TypeError as error:
            told = _("A part of the result is missing: {what}.").format(what=error)
            raise ResultError(told) from error

    def as_row(self) -> dict[str, Any]:
        """Return flat values, `details` as JSON text."""
        row = asdict(self)
        row["details"] = json.dumps(self.details, ensure_ascii=False, sort_keys=True)
        return row


def clock_of(results: Sequence[Result]) -> int | None:
    """Return the learner's clock against UTC in minutes, as their latest result tells it."""
    return results[-1].utc_offset_minutes if results else None


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _check(holds: bool, name: str, what: str, *, most: int = 0) -> None:
    if not holds:
        problem = _(what).format(most=number(most, ",d"))
        raise ResultError(_("{part}: {problem}.").format(part=name, problem=problem))
