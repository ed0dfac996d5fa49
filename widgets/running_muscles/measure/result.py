"""One result of one self-assessment."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

SIDES = ("", "left", "right")
LONGEST_TEXT = 500


class ResultError(ValueError):
    """A result that cannot be right; the message says which part and why."""


@dataclass(frozen=True)
class Result:
    """What a learner recorded.

    Attributes
    ----------
    id : str
        Random, made where the result was made, so that it can be sent twice.
    test : str
        A test of `data/protocols.csv`.
    side : str
        ``"left"``, ``"right"`` or ``""``.
    value : float
        In `unit`.
    trial : int
        Counted from 1 within a day and side.
    effort : int or None
        0 (no effort) to 10 (all they had), as the learner felt it.
    reason : str
        Why the attempt ended.
    recorded_at : str
        UTC, ISO 8601.
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
            _check(
                isinstance(getattr(self, name), str) and getattr(self, name) != "", name, "is empty"
            )
        _check(len(self.id) <= 64, "id", "is longer than 64 characters")
        _check(self.side in SIDES, "side", "is not left, right or empty")
        _check(
            isinstance(self.value, int | float)
            and not isinstance(self.value, bool)
            and math.isfinite(self.value)
            and self.value >= 0,
            "value",
            "is not a number of 0 or more",
        )
        _check(isinstance(self.trial, int) and self.trial >= 1, "trial", "is not 1 or more")
        _check(
            self.effort is None or (isinstance(self.effort, int) and 0 <= self.effort <= 10),
            "effort",
            "is not a whole number from 0 to 10",
        )
        for name in ("reason", "note", "protocol_version"):
            text = getattr(self, name)
            _check(
                isinstance(text, str) and len(text) <= LONGEST_TEXT,
                name,
                f"is not a text of at most {LONGEST_TEXT} characters",
            )
        _check(
            isinstance(self.utc_offset_minutes, int) and abs(self.utc_offset_minutes) <= 24 * 60,
            "utc_offset_minutes",
            "is not a number of minutes within a day",
        )
        _check(isinstance(self.details, dict), "details", "is not a table of names and values")
        self.local_time  # noqa: B018  a bad time is refused here, not later

    @property
    def local_time(self) -> datetime:
        """The moment of the attempt on the learner's own clock.

        Raises
        ------
        ResultError
            If `recorded_at` is not an ISO 8601 time.
        """
        try:
            at = datetime.fromisoformat(self.recorded_at)
        except ValueError as error:
            raise ResultError(
                f"recorded_at: {self.recorded_at!r} is not an ISO 8601 time, "
                "such as 2026-11-21T10:00:00+00:00."
            ) from error
        if at.tzinfo is None:
            at = at.replace(tzinfo=UTC)
        return at.astimezone(timezone(timedelta(minutes=self.utc_offset_minutes)))

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
            raise ResultError(f"A part of the result is missing: {error}.") from error

    def as_row(self) -> dict[str, Any]:
        """Return flat values, `details` as JSON text."""
        row = asdict(self)
        row["details"] = json.dumps(self.details, ensure_ascii=False, sort_keys=True)
        return row


def _check(holds: bool, name: str, what: str) -> None:
    if not holds:
        raise ResultError(f"{name}: {what}.")
