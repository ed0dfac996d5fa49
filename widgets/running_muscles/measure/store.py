"""The learner's results, in one SQLite file on their own machine."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import platformdirs

from running_muscles.measure import database
from running_muscles.measure.database import HOME_VARIABLE, MIGRATIONS, ReadOnlyError, StoreError
from running_muscles.measure.plain_data import problem_with_data
from running_muscles.measure.result import Result, ResultError
from running_muscles.translation.spoken import _

__all__ = ["HOME_VARIABLE", "MIGRATIONS", "ReadOnlyError", "Store", "StoreError", "default_path"]

FILE_NAME = "results.sqlite3"
NOBODY = "unnamed"
LATEST_REVISION = 2**62
# The learner's day: texts of moments are kept in a form that SQLite reads.
_DAY = "date({at}, {offset} || ' minutes')"


def default_path() -> Path:
    """Return where results live: the user's data folder, or `RUNNING_MUSCLES_HOME`.

    A relative `RUNNING_MUSCLES_HOME` counts from the user's home folder, so that it means one
    place in a lesson, in a terminal and tomorrow.
    """
    home = os.environ.get(HOME_VARIABLE)
    if not home:
        return platformdirs.user_data_path("running-muscles") / FILE_NAME
    return Path.home() / Path(home).expanduser() / FILE_NAME


class Store:
    """The results file.

    Every call opens its own connection, because a widget's messages may be handled
    on any thread of the kernel.

    What cannot be kept for now raises `StoreError`: it may be tried again. What can never be
    kept raises `ResultError`.

    Parameters
    ----------
    path : pathlib.Path, optional
        The SQLite file; made with its folder when missing. Default: `default_path`.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = (path if path is not None else default_path()).absolute()

    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        return database.reading(self.path)

    def _writing(self) -> AbstractContextManager[sqlite3.Connection]:
        return database.writing(self.path)

    def owner(self) -> str:
        """Return the id of this file, made with it; browsers keep waiting results by it."""
        find = "SELECT value FROM settings WHERE name = 'owner'"
        with self._reading() as connection:
            row = connection.execute(find).fetchone()
        if row is not None:
            return str(row["value"])
        try:
            with self._writing() as connection:
                connection.execute(
                    "INSERT OR IGNORE INTO settings (name, value) VALUES ('owner', ?)",
                    (uuid.uuid4().hex,),
                )
                return str(connection.execute(find).fetchone()["value"])
        except ReadOnlyError:
            return NOBODY  # an archive that no browser ever opened; nothing can wait for it

    def record(self, result: Result, rev: int = 1, *, deleted: bool = False) -> bool:
        """Keep a result, or a later revision of one.

        The same revision may arrive many times; it is kept once. A deleted result leaves
        a marked row, so that an older message cannot bring it back, and frees its trial. A trial
        that another result of the day has already becomes the first free one.

        Returns
        -------
        bool
            True if the file changed.

        Raises
        ------
        ResultError
            If the revision cannot be right.
        StoreError
        """
        if not 0 <= rev <= LATEST_REVISION:
            told = _("rev: {value} is not a revision.")
            raise ResultError(told.format(value=f"{rev!r:.40}"))
        with self._writing() as connection:
            if not deleted:
                result = replace(result, trial=_free_trial(connection, result))
            row = {**result.as_row(), "rev": rev, "deleted": int(deleted)}
            columns = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            news = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
            cursor = connection.execute(
                f"INSERT INTO results ({columns}) VALUES ({values}) "
                f"ON CONFLICT (id) DO UPDATE SET {news} WHERE excluded.rev > results.rev",
                row,
            )
            return cursor.rowcount > 0

    def add_missing(self, results: Iterable[Result]) -> tuple[int, int]:
        """Add results whose id is not here, and bring back those that were deleted; all or none.

        Returns
        -------
        tuple[int, int]
            How many were new, and how many had been deleted here.
        """
        new = back = 0
        with self._writing() as connection:
            for result in results:
                row = {**result.as_row(), "rev": 1}
                new += connection.execute(
                    f"INSERT OR IGNORE INTO results ({', '.join(row)}) "
                    f"VALUES ({', '.join(':' + name for name in row)})",
                    row,
                ).rowcount
                back += connection.execute(
                    "UPDATE results SET deleted = 0, rev = rev + 1 WHERE id = ? AND deleted = 1",
                    (result.id,),
                ).rowcount
        return new, back

    def results(self, test: str | None = None, side: str | None = None) -> tuple[Result, ...]:
        """Return results in order of time, without deleted ones and those of `unreadable`."""
        with self._reading() as connection:
            rows = _kept(connection, test, side)
        return tuple(found for row in rows if isinstance(found := _read(row), Result))

    def unreadable(self) -> tuple[str, ...]:
        """Return a sentence about each kept row that is no result, as another program left it."""
        with self._reading() as connection:
            found = [(row["id"], _read(row)) for row in _kept(connection, None, None)]
        said = _("Result {id}: {why}")
        return tuple(said.format(id=name, why=why) for name, why in found if isinstance(why, str))

    def set_deleted(self, result_id: str, deleted: bool) -> bool:
        """Mark a result as deleted, or bring it back; return whether it is known."""
        with self._writing() as connection:
            row = connection.execute("SELECT * FROM results WHERE id = ?", (result_id,)).fetchone()
            if row is None:
                return False
            kept = _read(row)
            trial = row["trial"]
            if not deleted and isinstance(kept, Result):
                trial = _free_trial(connection, kept)
            connection.execute(
                "UPDATE results SET deleted = ?, trial = ?, rev = rev + 1 WHERE id = ?",
                (int(deleted), trial, result_id),
            )
            return True

    def setting(self, name: str) -> Any:
        """Return a remembered setting, or None."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT value FROM settings WHERE name = ?", (f"set:{name}",)
            ).fetchone()
            return None if row is None else json.loads(row["value"])

    def remember(self, name: str, value: Any) -> None:
        """Remember a setting, such as the outcome of the screening.

        Raises
        ------
        ResultError
            If the value is no plain data.
        StoreError
        """
        problem = problem_with_data(value)
        if problem:
            raise ResultError(_("{part}: {problem}.").format(part=name, problem=problem))
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO settings VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (f"set:{name}", json.dumps(value, ensure_ascii=False)),
            )

    def erase(self) -> int:
        """Delete every result, answer and setting for good; return how many results there were."""
        with self._writing() as connection:
            (count,) = connection.execute("SELECT count(*) FROM results").fetchone()
            connection.execute("DELETE FROM results")
            connection.execute("DELETE FROM answers")
            connection.execute("DELETE FROM settings")
            return int(count)


def _free_trial(connection: sqlite3.Connection, result: Result) -> int:
    """Return the result's own trial, or the first that no other result of its day has."""
    theirs = _DAY.format(at="recorded_at", offset="utc_offset_minutes")
    ours = _DAY.format(at=":recorded_at", offset=":utc_offset_minutes")
    rows = connection.execute(
        "SELECT trial FROM results WHERE deleted = 0 AND test = :test AND side = :side "
        f"AND id != :id AND {theirs} = {ours}",
        result.as_row(),
    )
    taken = {row["trial"] for row in rows}
    if result.trial not in taken:
        return result.trial
    return next(trial for trial in range(1, len(taken) + 2) if trial not in taken)


def _kept(connection: sqlite3.Connection, test: str | None, side: str | None) -> list[sqlite3.Row]:
    return connection.execute(
        "SELECT * FROM results WHERE deleted = 0 AND (?1 IS NULL OR test = ?1) "
        "AND (?2 IS NULL OR side = ?2) ORDER BY recorded_at, rowid",
        (test, side),
    ).fetchall()


def _read(row: sqlite3.Row) -> Result | str:
    """Return a row as a result, or why it is none."""
    values = {name: row[name] for name in row.keys() if name not in ("rev", "deleted")}  # noqa: SIM118
    try:
        values["details"] = json.loads(values["details"])
        return Result(**values)
    except (ValueError, RecursionError) as error:
        return str(error)
