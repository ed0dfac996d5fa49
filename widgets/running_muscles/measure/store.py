"""The learner's results, in one SQLite file on their own machine."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import platformdirs

from running_muscles.measure.result import Result

HOME_VARIABLE = "RUNNING_MUSCLES_HOME"
FILE_NAME = "results.sqlite3"
BUSY_SECONDS = 10.0

# One entry a schema version; a file at version n runs the entries from n on.
MIGRATIONS = (
    """
    CREATE TABLE results (
        id TEXT PRIMARY KEY,
        test TEXT NOT NULL,
        side TEXT NOT NULL,
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        trial INTEGER NOT NULL,
        effort INTEGER,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        protocol_version TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        details TEXT NOT NULL,
        rev INTEGER NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX results_by_test ON results (test, side, recorded_at);
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    """,
)


class StoreError(RuntimeError):
    """The results file cannot be used now; the message tells a learner what to do."""


def default_path() -> Path:
    """Return where results live: the user's data folder, or `RUNNING_MUSCLES_HOME`."""
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home).expanduser() if home else platformdirs.user_data_path("running-muscles")
    return folder / FILE_NAME


class Store:
    """The results file.

    Every call opens its own connection, because a widget's messages may be handled
    on any thread of the kernel.

    Parameters
    ----------
    path : pathlib.Path, optional
        The SQLite file; made with its folder when missing. Default: `default_path`.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else default_path()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=BUSY_SECONDS)) as connection:
                connection.row_factory = sqlite3.Row
                connection.execute("PRAGMA journal_mode = WAL")
                _migrate(connection, self.path)
                with connection:
                    yield connection
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"Your results file {self.path} cannot be used ({error}). "
                "Close other programs that use it, check that the disk is not full and that you "
                f"may write there, or set {HOME_VARIABLE} to another folder."
            ) from error

    def owner(self) -> str:
        """Return the id of this file, made with it; browsers keep waiting results by it."""
        with self._connection() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO settings VALUES ('owner', ?)", (uuid.uuid4().hex,)
            )
            row = connection.execute("SELECT value FROM settings WHERE name = 'owner'").fetchone()
            return str(row["value"])

    def record(self, result: Result, rev: int = 1, *, deleted: bool = False) -> bool:
        """Keep a result, or a later revision of one.

        The same revision may arrive many times; it is kept once. A deleted result leaves
        a marked row, so that an older message cannot bring it back.

        Returns
        -------
        bool
            True if the file changed.
        """
        row = {**result.as_row(), "rev": rev, "deleted": int(deleted)}
        columns = ", ".join(row)
        values = ", ".join(f":{name}" for name in row)
        news = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
        with self._connection() as connection:
            cursor = connection.execute(
                f"INSERT INTO results ({columns}) VALUES ({values}) "
                f"ON CONFLICT (id) DO UPDATE SET {news} WHERE excluded.rev > results.rev",
                row,
            )
            return cursor.rowcount > 0

    def add_missing(self, results: Iterable[Result]) -> int:
        """Add results whose id is not here yet, all or none; return how many were new."""
        with self._connection() as connection:
            before = connection.total_changes
            for result in results:
                row = {**result.as_row(), "rev": 1}
                connection.execute(
                    f"INSERT OR IGNORE INTO results ({', '.join(row)}) "
                    f"VALUES ({', '.join(':' + name for name in row)})",
                    row,
                )
            return connection.total_changes - before

    def results(self, test: str | None = None, side: str | None = None) -> tuple[Result, ...]:
        """Return results in order of time, without deleted ones."""
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT * FROM results WHERE deleted = 0 AND (?1 IS NULL OR test = ?1) "
                "AND (?2 IS NULL OR side = ?2) ORDER BY recorded_at, rowid",
                (test, side),
            ).fetchall()
        return tuple(_result(row) for row in rows)

    def set_deleted(self, result_id: str, deleted: bool) -> bool:
        """Mark a result as deleted, or bring it back; return whether it is known."""
        with self._connection() as connection:
            cursor = connection.execute(
                "UPDATE results SET deleted = ?, rev = rev + 1 WHERE id = ?",
                (int(deleted), result_id),
            )
            return cursor.rowcount > 0

    def setting(self, name: str) -> Any:
        """Return a remembered setting, or None."""
        with self._connection() as connection:
            row = connection.execute(
                "SELECT value FROM settings WHERE name = ?", (f"set:{name}",)
            ).fetchone()
            return None if row is None else json.loads(row["value"])

    def remember(self, name: str, value: Any) -> None:
        """Remember a setting, such as the outcome of the screening."""
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO settings VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (f"set:{name}", json.dumps(value, ensure_ascii=False)),
            )

    def erase(self) -> int:
        """Delete every result and setting for good; return how many results there were."""
        with self._connection() as connection:
            (count,) = connection.execute("SELECT count(*) FROM results").fetchone()
            connection.execute("DELETE FROM results")
            connection.execute("DELETE FROM settings")
            return int(count)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StoreError(
            f"Your results file {path} was written by a newer Running Muscles (format {version}; "
            f"this one knows {len(MIGRATIONS)}). Update Running Muscles; nothing was changed."
        )
    if version == len(MIGRATIONS):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have migrated while this one waited for the lock.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for step in MIGRATIONS[version:]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _result(row: sqlite3.Row) -> Result:
    values = {name: row[name] for name in row.keys() if name not in ("rev", "deleted")}  # noqa: SIM118
    values["details"] = json.loads(values["details"])
    return Result(**values)
