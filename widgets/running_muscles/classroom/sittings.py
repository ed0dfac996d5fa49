"""Which quizzes of a class are exams, and when: the tables ``[quiz.NAME]`` of ``class.toml``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from running_muscles.quiz.sitting import EXAM, KINDS, Sitting

PRACTICE = "practice"
MOST_MINUTES = 7 * 24 * 60
_KEYS = ("kind", "opens", "closes", "minutes")


class SettingsError(ValueError):
    """A ``class.toml`` that cannot be used; the message names file, key and mend."""


def read(path: Path, raw: Any) -> dict[str, Sitting]:
    """Return how each named quiz is sat.

    Parameters
    ----------
    path
        The file, for what is told.
    raw
        What stands in its table ``quiz``.

    Raises
    ------
    SettingsError
    """
    if not isinstance(raw, dict) or not all(isinstance(one, dict) for one in raw.values()):
        raise SettingsError(f"{path}: `quiz` is no table. Write [quiz.03-core], and below it keys.")
    return {name: _sitting(path, f"quiz.{name}", table) for name, table in raw.items()}


def _sitting(path: Path, where: str, table: Mapping[str, Any]) -> Sitting:
    for key in table:
        if key not in _KEYS:
            raise SettingsError(
                f"{path}: `{where}.{key}` means nothing here. Known: {', '.join(_KEYS)}."
            )
    kind = table.get("kind")
    if kind == PRACTICE:
        raise SettingsError(
            f'{path}: `{where}.kind` cannot be "practice": instant feedback would need the keys of'
            " graded questions on the students' machines. For practice, give students"
            ' rm.Practice("03-core"), which asks the open questions of a lesson.'
        )
    if kind not in KINDS:
        raise SettingsError(
            f"{path}: `{where}.kind` is {kind!r}. Write one of: {', '.join(KINDS)}."
        )
    if kind != EXAM:
        if len(table) > 1:
            raise SettingsError(
                f'{path}: `{where}` has times, and is no exam. Write kind = "exam", or take them'
                " out. When a quiz is due is set with: running-muscles class due"
            )
        return Sitting(kind)
    opens, closes = (_moment(path, where, key, table.get(key)) for key in ("opens", "closes"))
    if closes is None:
        raise SettingsError(
            f"{path}: `{where}.closes` is missing. An exam closes, and feedback waits for it."
        )
    if opens is not None and opens >= closes:
        raise SettingsError(f"{path}: `{where}` closes before it opens. Mend one of the two.")
    return Sitting(kind, opens, closes, _minutes(path, where, table.get("minutes")))


def _moment(path: Path, where: str, key: str, value: Any) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, datetime):
        raise SettingsError(
            f"{path}: `{where}.{key}` is {value!r}. Write a date and a time without quotes, such as"
            " 2026-12-01T09:00:00+01:00."
        )
    if value.tzinfo is None:
        here = value.astimezone().isoformat(timespec="seconds")
        raise SettingsError(
            f"{path}: `{where}.{key}` does not say by which clock. By the one of this machine it"
            f" is {here}; write that, or another offset."
        )
    return value


def _minutes(path: Path, where: str, value: Any) -> float | None:
    if value is None:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not math.isfinite(value) or not 0 < value <= MOST_MINUTES:
        raise SettingsError(
            f"{path}: `{where}.minutes` is {value!r}. Write a number of minutes from 1 to"
            f" {MOST_MINUTES}, or leave it out."
        )
    return float(value)
