"""Answers in the files that a learner keeps: beside the results in JSON, in a CSV of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePath
from typing import Any

from running_muscles.measure.answer import COLUMNS, Answer, AnswerError
from running_muscles.measure.file_places import column_wrong, columns_missing, line_of, mended
from running_muscles.tables.sheet import SheetError, SheetRow, read_sheet, text_of, write_sheet
from running_muscles.tables.typed_number import NumberError, whole
from running_muscles.translation.spoken import _

KEY = "answers"
TRUTHS = {"true": True, "false": False, "1": True, "0": False}


def as_csv(answers: Iterable[Answer]) -> str:
    """Return answers as CSV text with a header row."""
    rows = ({**one.as_row(), "shown": str(one.shown).lower()} for one in answers)
    return write_sheet(rows, COLUMNS).decode("utf-8")


def is_csv(content: bytes, name: str) -> bool:
    """Return whether a file is a CSV of answers, by its header."""
    if PurePath(name).suffix.lower() != ".csv":
        return False
    try:
        header = read_sheet(content, name, COLUMNS).header
    except SheetError:
        return False  # whoever reads it as results says what is wrong
    return {"question", "verdict"} <= set(header)


def read(content: bytes, name: str, latest: datetime) -> list[Answer]:
    """Return every answer of a file; none from an older file, which holds no answers.

    Parameters
    ----------
    content : bytes
        The whole file.
    name : str
        Its name; messages name it.
    latest : datetime.datetime
        What was given after this moment has a wrong date.

    Raises
    ------
    ValueError
        With a sentence that names place and mend, when one of them cannot be right.
    """
    found = list(_from_csv(content, name) if is_csv(content, name) else _from_json(content, name))
    seen: dict[str, str] = {}
    for place, answer in found:
        if answer.id in seen:
            told = _("{place}: the same id as {other} ({id}). Remove one of the two.")
            raise ValueError(told.format(place=place, other=seen[answer.id], id=answer.id))
        if answer.at > latest:
            late = _("recorded_at: {time} has not come yet.").format(time=answer.recorded_at)
            raise ValueError(mended(place, late))
        seen[answer.id] = place.removeprefix(f"{name}, ")
    return [answer for _, answer in found]


def _from_csv(content: bytes, name: str) -> Iterator[tuple[str, Answer]]:
    sheet = read_sheet(content, name, COLUMNS)
    missing = [column for column in COLUMNS if column not in sheet.header]
    if missing:
        raise ValueError(columns_missing(name, sheet.line, missing))
    for row in sheet.rows:
        place = line_of(name, row.line)
        yield place, _build(_values(row, place), place)


def _values(row: SheetRow, place: str) -> dict[str, Any]:
    values: dict[str, Any] = {name: row.cells.get(name, "").strip() for name in COLUMNS}
    values["shown"] = TRUTHS.get(values["shown"].lower())
    try:
        values["utc_offset_minutes"] = whole(values["utc_offset_minutes"])
    except NumberError as error:
        raise ValueError(column_wrong(place, "utc_offset_minutes", error)) from error
    return values


def _from_json(content: bytes, name: str) -> Iterator[tuple[str, Answer]]:
    if PurePath(name).suffix.lower() != ".json":
        return
    rows = json.loads(text_of(content, name)).get(KEY, [])
    if not isinstance(rows, list):
        told = _("{file}: {list} is no list. Export the file again.")
        raise ValueError(told.format(file=name, list=repr(KEY)))
    for number, row in enumerate(rows, start=1):
        place = _("{file}, answer {n}").format(file=name, n=number)
        if not isinstance(row, dict):
            told = _("{place}: not an answer. Take it out or export again.")
            raise ValueError(told.format(place=place))
        yield place, _build(row, place)


def _build(values: dict[str, Any], place: str) -> Answer:
    try:
        return Answer.from_mapping(values)
    except AnswerError as error:
        raise ValueError(mended(place, error)) from error
