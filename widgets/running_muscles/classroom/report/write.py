"""Write a report into the class's own folder: a page to read, a table to reckon with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.report import course_page, people, quiz_page
from running_muscles.classroom.report.course_page import Row
from running_muscles.classroom.report.objectives import NOT_MET, Learned, learned
from running_muscles.classroom.report.questions import Figures, figures
from running_muscles.classroom.report.sat import sat
from running_muscles.classroom.whole_file import write_whole
from running_muscles.tables.sheet import write_sheet

FOLDER = "reports"
COURSE = "course"
COLUMNS = (
    "quiz",
    "question",
    "slot",
    "objective",
    "type",
    "asked",
    "left_open",
    "seconds_recorded",
    "seconds_median",
    "points_share",
    "points_low",
    "points_high",
    "rest_correlation",
    "most_chosen_wrong",
    "most_chosen_wrong_share",
    "most_chosen_wrong_reason",
    "against_siblings",
    "against_siblings_chance",
    "dropped",
    "flags",
)


@dataclass(frozen=True)
class Report:
    """What was written, and what it says in short."""

    page: Path
    table: Path
    people: int
    flags: tuple[str, ...]


def write_quiz(classroom: Classroom, quiz: str, *, anonymous: bool, on: date) -> Report:
    """Write the report on one quiz.

    Raises
    ------
    ClassroomError, SheetError, SettingsError
        With what to mend; nothing is written then.
    """
    one = sat(classroom, quiz)
    met = learned([one])
    found = figures(one, _not_met(met))
    words = None if anonymous else people.words(one.standings, _earlier(classroom, quiz))
    page = quiz_page.page(one, found, met, words, on)
    rows = [_row(quiz, each, one.source.dropped) for each in found]
    flags = [f"{each.question.id}: {flag.rule.title}" for each in found for flag in each.flags]
    flags += [f"{each.objective}: not met" for each in met if each.state == NOT_MET]
    return _written(classroom, quiz, page, rows, one.people, flags)


def write_course(classroom: Classroom, *, anonymous: bool, on: date) -> Report:
    """Write the report on all quizzes that somebody has handed in.

    Raises
    ------
    ClassroomError, SheetError, SettingsError
        With what to mend; nothing is written then.
    """
    names = [name for name in people.quizzes(classroom) if classroom.submitted_folders(name)]
    sats = [sat(classroom, name) for name in names]
    met = learned(sats)
    found = [figures(one, _not_met(met)) for one in sats]
    summary = [Row.of(one, each) for one, each in zip(sats, found, strict=True)]
    words = None if anonymous else list(_words(classroom, names, sats))
    page = course_page.page(summary, met, words, on)
    rows = [
        _row(name, each, one.source.dropped)
        for name, one, part in zip(names, sats, found, strict=True)
        for each in part
    ]
    flags = [f"{each.question.id}: {flag.rule.title}"
             for part in found for each in part for flag in each.flags]  # fmt: skip
    flags += [f"{each.objective}: not met" for each in met if each.state == NOT_MET]
    everybody = {student for one in sats for student in one.answers["student"]}
    return _written(classroom, COURSE, page, rows, len(everybody), flags)


def _not_met(met: list[Learned]) -> set[str]:
    return {each.objective for each in met if each.state == NOT_MET}


def _earlier(classroom: Classroom, quiz: str) -> list[dict[str, float]]:
    before = [name for name in people.quizzes(classroom) if name < quiz]
    return [people.shares(classroom, name) for name in before]


def _words(classroom: Classroom, names: list[str], sats: list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the quiz and the word: falls in the newest quiz, and all that is missing."""
    shares = [people.shares(classroom, name) for name in names]
    for name, one in zip(names, sats, strict=True):
        last = shares[:-1] if name == names[-1] else []
        for word in people.words(one.standings, last):
            yield name, word


def _row(quiz: str, one: Figures, dropped: Any) -> dict[str, Any]:
    mistake, sibling = one.mistake, one.sibling
    return {
        "quiz": quiz,
        "question": one.question.id,
        "slot": one.question.slot,
        "objective": one.question.objective,
        "type": one.question.type,
        "asked": one.asked,
        "left_open": one.asked - one.answered,
        "seconds_recorded": one.time.people if one.time else 0,
        "seconds_median": one.time.median if one.time else None,
        "points_share": one.facility.value if one.facility else None,
        "points_low": one.facility.low if one.facility else None,
        "points_high": one.facility.high if one.facility else None,
        "rest_correlation": one.discrimination.value if one.discrimination else None,
        "most_chosen_wrong": mistake.choice.text if mistake else "",
        "most_chosen_wrong_share": mistake.share if mistake else None,
        "most_chosen_wrong_reason": mistake.choice.reason if mistake else "",
        "against_siblings": sibling.difference if sibling else None,
        "against_siblings_chance": sibling.chance if sibling else None,
        "dropped": "yes" if one.question.id in dropped else "",
        "flags": "; ".join(flag.rule.title for flag in one.flags),
    }


def _written(  # noqa: PLR0913, PLR0917
    classroom: Classroom,
    name: str,
    page: str,
    rows: list[dict[str, Any]],
    count: int,
    flags: list[str],
) -> Report:
    folder = classroom.folder / FOLDER
    folder.mkdir(exist_ok=True)
    folder.chmod(0o700)  # on a shared machine, nobody else's to read
    html, table = folder / f"{name}.html", folder / f"{name}.csv"
    write_whole(html, page.encode("utf-8"))
    write_whole(table, write_sheet(rows, COLUMNS))
    return Report(html, table, count, tuple(flags))
