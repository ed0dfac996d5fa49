"""Results as files that a learner can keep: CSV and JSON, out and in."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from pathlib import PurePath
from typing import Any

from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.store import Store

COLUMNS = tuple(field.name for field in fields(Result))
FORMAT = 1
LARGEST_FILE = 20_000_000
NUMBERS = {"value": float, "trial": int, "utc_offset_minutes": int, "effort": int}


class TransferError(ValueError):
    """A file of results that cannot be read; the message names file, place and mend."""


def as_csv(results: tuple[Result, ...]) -> str:
    """Return results as CSV text with a header row."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(result.as_row() for result in results)
    return out.getvalue()


def as_json(results: tuple[Result, ...]) -> str:
    """Return results as JSON text that names its own format."""
    rows = [{**result.as_row(), "details": result.details} for result in results]
    document = {"running_muscles_results": FORMAT, "results": rows}
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
    if len(content) > LARGEST_FILE:
        raise TransferError(f"{name}: larger than 20 MB. This is not a file of results.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TransferError(
            f"{name}, byte {error.start}: not UTF-8 text. Export the results again, "
            "and do not open the file in another program in between."
        ) from error
    readers = {".csv": _from_csv, ".json": _from_json}
    reader = readers.get(PurePath(name).suffix.lower())
    if reader is None:
        raise TransferError(f"{name}: the name must end in .csv or .json.")
    results = reader(text, name)
    seen: dict[str, int] = {}
    for number, result in enumerate(results, start=1):
        if result.id in seen:
            raise TransferError(
                f"{name}, result {number}: the same id as result {seen[result.id]} ({result.id}). "
                "Remove one of the two."
            )
        seen[result.id] = number
    return results


def merge(store: Store, content: bytes, name: str) -> tuple[int, int]:
    """Import a file into the store; results that are already there stay as they are.

    Returns
    -------
    tuple[int, int]
        How many results were new, and how many were there before.

    Raises
    ------
    TransferError, StoreError
    """
    results = read(content, name)
    new = store.add_missing(results)
    return new, len(results) - new


def _from_csv(text: str, name: str) -> tuple[Result, ...]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise TransferError(
                f"{name}, line 1: the columns {', '.join(missing)} are missing. "
                "The first line must name the columns, as an export writes them."
            )
        return tuple(_from_row(row, f"{name}, line {reader.line_num}") for row in reader)
    except csv.Error as error:
        raise TransferError(
            f"{name}, line {reader.reader.line_num}: {error}. "
            "The file is damaged there; export again."
        ) from error


def _from_row(row: dict[Any, Any], place: str) -> Result:
    if None in row or None in row.values():
        raise TransferError(
            f"{place}: this line has more or fewer than {len(COLUMNS)} fields. "
            "The line is damaged; take it out or export again."
        )
    values: dict[str, Any] = {column: row[column] for column in COLUMNS}
    for column, number in NUMBERS.items():
        if column == "effort" and values[column] == "":
            values[column] = None
            continue
        try:
            values[column] = number(values[column])
        except ValueError as error:
            raise TransferError(
                f"{place}, column {column}: {values[column]!r} is not a number. "
                "Correct it or take the line out."
            ) from error
    try:
        values["details"] = json.loads(values["details"] or "{}")
    except json.JSONDecodeError as error:
        raise TransferError(
            f"{place}, column details: not JSON ({error.msg}). Leave it empty or export again."
        ) from error
    return _build(values, place)


def _from_json(text: str, name: str) -> tuple[Result, ...]:
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise TransferError(
            f"{name}{where}: not whole JSON. The file is damaged or cut short; export it again."
        ) from error
    if not isinstance(document, dict) or document.get("running_muscles_results") != FORMAT:
        raise TransferError(
            f"{name}: not a file of Running Muscles results of format {FORMAT}. "
            "Choose a file that the Download button or `running-muscles results export` made."
        )
    rows = document.get("results")
    if not isinstance(rows, list):
        raise TransferError(f"{name}: the list 'results' is missing. Export the file again.")
    results = []
    for number, row in enumerate(rows, start=1):
        place = f"{name}, result {number}"
        if not isinstance(row, dict):
            raise TransferError(f"{place}: not a result. Take it out or export again.")
        results.append(_build(row, place))
    return tuple(results)


def _build(values: dict[str, Any], place: str) -> Result:
    try:
        return Result.from_mapping(values)
    except ResultError as error:
        raise TransferError(f"{place}, {error} Correct it or take it out.") from error
