"""What is peculiar to one class, in its ``class.toml``."""

from __future__ import annotations

import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from running_muscles.classroom import sittings
from running_muscles.classroom.late import LateRule
from running_muscles.classroom.sittings import SettingsError
from running_muscles.quiz.build import OPEN
from running_muscles.quiz.public import COURSE
from running_muscles.quiz.sitting import Sitting

__all__ = ["FILE_NAME", "Settings", "SettingsError", "as_text", "load", "new_edition"]

FILE_NAME = "class.toml"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True)
class Settings:
    """One class.

    Attributes
    ----------
    course
        nbgrader's course id: the name of the class in the exchange.
    edition
        The seed of the draws: another edition asks other questions.
    late
        What handing in late costs.
    sittings
        Which quizzes are exams, and when, by the name of the quiz.
    """

    course: str = COURSE
    edition: str = OPEN
    late: LateRule = field(default_factory=LateRule)
    sittings: Mapping[str, Sitting] = field(default_factory=dict)


def load(folder: Path) -> Settings:
    """Read the settings of the class in a folder; without a file, those of the worked example.

    Raises
    ------
    SettingsError
        When the file says something else than settings.
    """
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: it cannot be read ({error}). Mend it.") from error
    late = data.pop("late", {})
    quizzes = data.pop("quiz", {})
    unknown = [key for key in data if key not in ("course", "edition")]
    if unknown or not isinstance(late, dict):
        raise SettingsError(
            f"{path}: `{(unknown or ['late'])[0]}` means nothing here."
            " Known: course, edition, a table [late], and a table [quiz.NAME] for an exam."
        )
    return Settings(
        _name(path, "course", data.get("course", COURSE)),
        _name(path, "edition", data.get("edition", OPEN)),
        _late(path, late),
        sittings.read(path, quizzes),
    )


def _name(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise SettingsError(
            f"{path}: `{key}` is {value!r}. Use letters, digits, full stops and hyphens."
        )
    return value


def _late(path: Path, raw: dict[str, Any]) -> LateRule:
    known = {each.name for each in fields(LateRule)}
    for key, value in raw.items():
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if key not in known or not number or not 0 <= value <= 100_000:
            raise SettingsError(
                f"{path}: `late.{key}` is {value!r}. Known are {', '.join(sorted(known))},"
                " each a number that is not negative."
            )
    return LateRule(**{key: float(value) for key, value in raw.items()})


def new_edition() -> str:
    """Return a seed that nobody has had: six letters and digits that are not mixed up."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(6))


def as_text(course: str, edition: str) -> str:
    """Return a ``class.toml`` for a new class."""
    return (
        "# What is peculiar to this class. The quizzes are drawn by the edition: change it for\n"
        "# the next class, never while one is working.\n"
        f'course = "{course}"\nedition = "{edition}"\n\n'
        "# What handing in late costs, reckoned when marks are shown or exported.\n"
        "[late]\n"
        "percent_per_day = 0     # of the quiz's points, for each day that has begun\n"
        "grace_minutes = 0       # so late is not late\n"
        "at_most_percent = 100   # no more than this, however late\n\n"
        "# A quiz that is an exam; then run: running-muscles quiz build\n"
        "# [quiz.03-core]\n"
        '# kind = "exam"\n'
        "# opens = 2026-12-01T09:00:00+01:00\n"
        "# closes = 2026-12-01T12:00:00+01:00\n"
        "# minutes = 60\n"
    )
