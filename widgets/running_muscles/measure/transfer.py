"""Results as files that a learner can keep: CSV and JSON, out and in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from typing import Any

from running_muscles.measure import answer_transfer, answers
from running_muscles.measure.answer import Answer
from running_muscles.measure.file_places import column_wrong, columns_missing, line_of, mended
from running_muscles.measure.fit import fitted
from running_muscles.measure.plain_data import LONGEST
from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.store import Store
from running_muscles.tables.sheet import SheetError, SheetRow, read_sheet, text_of, write_sheet
from running_muscles.tables.typed_number import NumberError, number, whole
from running_muscles.translation.spoken import _

COLUMNS = tuple(field.name for field in fields(Result))
FORMAT = 1
WHOLE_NUMBERS = ("trial", "utc_offset_minutes", "effort")
# Clocks on earth differ by a day and a little; a result from later than that has a wrong date.
AHEAD = timedelta(days=1, hours=2)


class TransferError(ValueError):
    """A file of results that cannot be read; the message names file, place and mend."""


@dataclass(frozen=True)
class Import:
    """What came of a file: results that were new, deleted here before, and here already.

    `answers` are answers to questions that were new; those that were here stay as they are.
    """

    new: int
    restored: int
    known: int
    answers: int = 0


def as_csv(results: tuple[Result, ...]) -> str:
    """Return results as CSV text with a header row; a spreadsheet opens it rightly."""
    return write_sheet((result.as_row() for result in results), COLUMNS).decode("utf-8")


def as_json(results: tuple[Result, ...], given: Iterable[Answer] = ()) -> str:
    """Return results, and answers to questions, as JSON text that names its own format."""
    rows = [{**result.as_row(), "details": result.details} for result in results]
    # An older program leaves out what it does not know, so the format stays the same.
    more = {answer_transfer.KEY: [answer.as_row() for answer in given]}
    document = {"running_muscles_results": FORMAT, "results": rows, **more}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read(content: bytes, name: str) -> tuple[Result, ...]:
    """Read exported results.

    Parameters
    ----------
    content : bytes
        The whole file.
    name : str
        Its name; the ending (.csv or .json) says how to read it, and messages name it.

    Raises
    ------
    TransferError
        If anything in the file is damaged. Nothing is returned then, so nothing is half imported.
    """
    return tuple(result for _, result in _placed(content, name))


def bring_in(store: Store, content: bytes, name: str) -> Import:
    """Import a file into the store; what is already there, by its id, stays as it is.

    A result that was deleted here comes back: whoever brings back a copy wants what is in it.
    Each result is held against the protocol of its test first.

    Raises
    ------
    TransferError, StoreError
    """
    results: list[Result] = []
    if not answer_transfer.is_csv(content, name):
        results = [_plausible(result, place) for place, result in _placed(content, name)]
    try:
        given = answer_transfer.read(content, name, datetime.now(UTC) + AHEAD)
    except ValueError as error:
        raise TransferError(str(error)) from error
    new, restored = store.add_missing(results)
    added = answers.add(store, given) if given else 0
    return Import(new, restored, len(results) - new - restored, added)


def merge(store: Store, content: bytes, name: str) -> tuple[int, int]:
    """Import a file into the store as `bring_in` does.

    Returns
    -------
    tuple[int, int]
        How many results were added or brought back, and how many were there before.

    Raises
    ------
    TransferError, StoreError
    """
    came = bring_in(store, content, name)
    return came.new + came.restored, came.known


def _placed(content: bytes, name: str) -> list[tuple[str, Result]]:
    """Return every result with its place in the file, in words."""
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        told = _("{file}: the name must end in .csv or .json.")
        raise TransferError(told.format(file=name))
    try:
        placed = list(reader(content, name))
    except SheetError as error:
        raise TransferError(str(error)) from error
    seen: dict[str, str] = {}
    for place, result in placed:
        if result.id in seen:
            told = _("{place}: the same id as {other} ({id}). Remove one of the two.")
            raise TransferError(told.format(place=place, other=seen[result.id], id=result.id))
        seen[result.id] = place.removeprefix(f"{name}, ")
    return placed


def _plausible(result: Result, place: str) -> Result:
    try:
        if datetime.fromisoformat(result.recorded_at) > datetime.now(UTC) + AHEAD:
            late = _("recorded_at: {time} has not come yet.").format(time=result.recorded_at)
            raise ResultError(late)
        return fitted(result)
    except ResultError as error:
        raise TransferError(mended(place, error)) from error


def _from_csv(content: bytes, name: str) -> Iterator[tuple[str, Result]]:
    sheet = read_sheet(content, name, COLUMNS)
    missing = [column for column in COLUMNS if column not in sheet.header]
    if missing:
        raise TransferError(columns_missing(name, sheet.line, missing))
    for row in sheet.rows:
        place = line_of(name, row.line)
        yield place, _from_row(row, sheet.decimal, place)


def _from_row(row: SheetRow, decimal: str, place: str) -> Result:
    if any(column not in row.cells for column in COLUMNS):
        told = _(
            "{place}: this line has more or fewer than {n} fields. "
            "The line is damaged; take it out or export again."
        )
        raise TransferError(told.format(place=place, n=len(COLUMNS)))
    values: dict[str, Any] = {column: row.cells[column] for column in COLUMNS}
    for column in ("value", *WHOLE_NUMBERS):
        text = values[column]
        try:
            if column == "effort" and not text.strip():
                values[column] = None
            else:
                values[column] = number(text, decimal) if column == "value" else whole(text)
        except NumberError as error:
            raise TransferError(column_wrong(place, column, error)) from error
    for column in ("id", "test", "unit", "recorded_at", "side"):
        values[column] = values[column].strip()
    values["side"] = values["side"].lower()
    # A program that takes it for a number writes version 1 as 1.0.
    values["protocol_version"] = values["protocol_version"].strip().removesuffix(".0")
    try:
        values["details"] = _json(values["details"] or "{}")
    except ValueError as error:
        told = _("{place}, column details: not JSON ({why}). Leave it empty or export again.")
        raise TransferError(told.format(place=place, why=error)) from error
    return _build(values, place)


def _from_json(content: bytes, name: str) -> Iterator[tuple[str, Result]]:
    text = text_of(content, name)
    try:
        document = json.loads(text, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        where = name
        if isinstance(error, json.JSONDecodeError):
            where = line_of(name, error.lineno)
        told = _("{place}: not whole JSON. The file is damaged or cut short; export it again.")
        raise TransferError(told.format(place=where)) from error
    if not isinstance(document, dict) or document.get("running_muscles_results") != FORMAT:
        told = _(
            "{file}: not a file of Running Muscles results of format {format}. "
            "Choose a file that the Download button or `running-muscles results export` made."
        )
        raise TransferError(told.format(file=name, format=FORMAT))
    rows = document.get("results")
    if not isinstance(rows, list):
        told = _("{file}: the list 'results' is missing. Export the file again.")
        raise TransferError(told.format(file=name))
    for index, row in enumerate(rows, start=1):
        place = _("{file}, result {n}").format(file=name, n=index)
        if not isinstance(row, dict):
            told = _("{place}: not a result. Take it out or export again.")
            raise TransferError(told.format(place=place))
        values = {name: _plain(name, value) for name, value in row.items() if value is not None}
        yield place, _build(values, place)


def _plain(name: str, value: Any) -> Any:
    # Other programs write whole numbers with a point, and null for what is empty.
    is_whole = name in WHOLE_NUMBERS and isinstance(value, float) and value.is_integer()
    return int(value) if is_whole else value


def _build(values: dict[str, Any], place: str) -> Result:
    try:
        return Result.from_mapping(values)
    except ResultError as error:
        raise TransferError(mended(place, error)) from error


def _json(text: str) -> Any:
    if len(text) > LONGEST:
        raise ValueError(_("longer than {most} characters").format(most=LONGEST))
    try:
        return json.loads(text, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise ValueError(error.msg) from error
    except RecursionError as error:
        raise ValueError(_("nested too deeply")) from error


def _integer(digits: str) -> float:
    # Python refuses to read very long integers; what is too large is told by whoever uses it.
    return int(digits) if len(digits) <= 100 else float("inf")


_READERS: dict[str, Callable[[bytes, str], Iterator[tuple[str, Result]]]] = {
    ".csv": _from_csv,
    ".json": _from_json,
}
