"""The learner's answers in the results file: added once, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Row

from running_muscles.measure import database
from running_muscles.measure.answer import COLUMNS, Answer, AnswerError
from running_muscles.measure.store import Store

INSERT = (
    f"INSERT OR IGNORE INTO answers ({', '.join(COLUMNS)}) "
    f"VALUES ({', '.join(':' + name for name in COLUMNS)})"
)


def add(store: Store, answers: Iterable[Answer]) -> int:
    """Keep answers whose id is not here, all or none; return how many were new.

    Raises
    ------
    StoreError
    """
    with database.writing(store.path) as connection:
        return sum(connection.execute(INSERT, each.as_row()).rowcount for each in answers)


def load(store: Store, lesson: str | None = None, question: str | None = None) -> list[Answer]:
    """Return what was answered, in order of time; rows that are no answer are left out.

    Raises
    ------
    StoreError
    """
    with database.reading(store.path) as connection:
        rows = connection.execute(
            "SELECT * FROM answers WHERE (?1 IS NULL OR lesson = ?1) "
            "AND (?2 IS NULL OR question = ?2) ORDER BY recorded_at, id",
            (lesson, question),
        ).fetchall()
    return [answer for row in rows if (answer := _read(row)) is not None]


def _read(row: Row) -> Answer | None:
    values = {name: row[name] for name in COLUMNS}
    values["shown"] = {0: False, 1: True}.get(values["shown"])
    try:
        return Answer.from_mapping(values)
    except AnswerError:
        return None  # another program wrote it; it stays in the file and counts for nothing
