"""Opening the results file: on any disk, in any state, or a sentence that says why not."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from running_muscles.measure import moment, page_storage
from running_muscles.measure.page_file import UnkeptError
from running_muscles.translation.spoken import N_, _

BUSY_SECONDS = 10.0
HOME_VARIABLE = "RUNNING_MUSCLES_HOME"


def _moments_in_one_form(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT id, recorded_at, utc_offset_minutes FROM results").fetchall()
    for name, at, offset in rows:
        # A time that nobody can read stays as it is, and its result is told as unreadable.
        with suppress(moment.MomentError, OverflowError, ValueError):
            kept = moment.normal(at, offset)
            connection.execute("UPDATE results SET recorded_at = ? WHERE id = ?", (kept, name))


# One entry a schema version; a file at version n runs the entries from n on.
MIGRATIONS = (
    (
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
        ) STRICT
        """,
        "CREATE INDEX results_by_test ON results (test, side, recorded_at)",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    ),
    (_moments_in_one_form,),
    (
        """
        CREATE TABLE answers (
            id TEXT PRIMARY KEY,
            lesson TEXT NOT NULL,
            question TEXT NOT NULL,
            objective TEXT NOT NULL,
            verdict TEXT NOT NULL,
            shown INTEGER NOT NULL,
            asked_in TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            utc_offset_minutes INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX answers_by_question ON answers (lesson, question, recorded_at)",
    ),
)


class StoreError(RuntimeError):
    """The results file cannot be used for now; the message tells a learner what to do."""


class ReadOnlyError(StoreError):
    """The results file can be read where it is, but not written."""


# What SQLite says, as what a learner can do about it.
_MENDS = {
    "SQLITE_BUSY": N_("Another program is using it. Close that program and try again."),
    "SQLITE_FULL": N_("The disk is full. Make room and try again."),
    "SQLITE_NOTADB": N_(
        "It is damaged, or no results file. Move it to another folder to start anew."
    ),
    "SQLITE_CORRUPT": N_(
        "It is damaged. Move it to another folder to start anew, and bring your results back "
        "from an export."
    ),
}
_FULL = {errno.ENOSPC, errno.EDQUOT}
_MAY_NOT = {errno.EROFS, errno.EACCES, errno.EPERM}
_OTHERWISE = N_(
    "Check that the disk is not full and that you may write there, or set {variable} to another "
    "folder."
)


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a results file to change it; all of the change is kept, or none.

    Raises
    ------
    StoreError
    """
    with _told(path), page_storage.kept(path, changed=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_opened(path)) as connection, connection:
            # The lock comes first: what was read may not change before the write.
            connection.execute("BEGIN IMMEDIATE")
            yield connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a results file to read it, also where nothing can be written.

    Raises
    ------
    StoreError
    """
    with _told(path), page_storage.kept(path, changed=False), ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _opened(path)
        except (sqlite3.Error, OSError) as error:
            if not (_may_not_write(error, path) and path.is_file()):
                raise
            # An older format or a crash leaves work to do before reading; it is done on a copy.
            aside = stack.enter_context(tempfile.TemporaryDirectory(prefix="running-muscles-"))
            connection = _opened(_copied(path, Path(aside)))
        stack.enter_context(closing(connection))
        yield connection


def writable(path: Path) -> bool:
    """Return whether a results file and its folder may be written to, so far as they exist."""
    return all(os.access(each, os.W_OK) for each in (path, path.parent) if each.exists())


def _opened(path: Path) -> sqlite3.Connection:
    if _has_write_ahead_log(path):
        _leave_write_ahead_log(path)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        connection.row_factory = sqlite3.Row
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_write_ahead_log(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(20)[18:] == b"\2\2"
    except FileNotFoundError:
        return False


def _leave_write_ahead_log(path: Path) -> None:
    """Turn the write-ahead log off, which earlier versions used.

    It needs memory that programs share, which network and shared folders often lack, and it
    cannot be read where nothing can be written. Whoever is alone with the file needs none.
    """
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _copied(path: Path, folder: Path) -> Path:
    for suffix in ("", "-wal", "-journal"):
        source = path.with_name(path.name + suffix)
        if source.is_file():
            shutil.copyfile(source, folder / source.name)
    return folder / path.name


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        told = _(
            "Your results file {path} was written by a newer Running Muscles (format {format}; "
            "this one knows {known}). Update Running Muscles; nothing was changed."
        )
        raise StoreError(told.format(path=path, format=version, known=len(MIGRATIONS)))
    if version == len(MIGRATIONS):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have migrated while this one waited for the lock.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for step in (step for steps in MIGRATIONS[version:] for step in steps):
            if isinstance(step, str):
                connection.execute(step)
            else:
                step(connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except UnkeptError as error:
        raise StoreError(str(error)) from error
    except (sqlite3.Error, OSError) as error:
        if _may_not_write(error, path):
            told = _(
                "Your results file {path} cannot be used for writing: it lies in a place that "
                "you may only read. What is in it can still be read and exported. To go on, set "
                "{variable} to a folder that you may write to."
            ).format(path=path, variable=HOME_VARIABLE)
            raise ReadOnlyError(told) from error
        told = _("Your results file {path} cannot be used ({why}).").format(path=path, why=error)
        raise StoreError(f"{told} {_mend(error)}") from error


def _may_not_write(error: sqlite3.Error | OSError, path: Path) -> bool:
    if isinstance(error, OSError):
        return error.errno in _MAY_NOT
    # A file that is locked or no database is that wherever it lies.
    if _name(error).startswith(("SQLITE_BUSY", "SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return False
    return not writable(path)


def _mend(error: sqlite3.Error | OSError) -> str:
    name = "SQLITE_FULL" if isinstance(error, OSError) and error.errno in _FULL else _name(error)
    mends = (mend for start, mend in _MENDS.items() if name.startswith(start))
    return _(next(mends, _OTHERWISE)).format(variable=HOME_VARIABLE)


def _name(error: BaseException) -> str:
    return str(getattr(error, "sqlite_errorname", ""))
