"""A gradebook and a folder of graded hand-ins as plain data, to hold two of them together."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

# Every table that grading writes, by names instead of by nbgrader's random ids.
QUERIES = {
    "student": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
    "submitted_assignment": """
        SELECT a.name, s.student_id, s.timestamp, s.extension
        FROM submitted_assignment s JOIN assignment a ON a.id = s.assignment_id""",
    "submitted_notebook": """
        SELECT a.name, n.name, s.student_id, sn.flagged, sn.late_submission_penalty
        FROM submitted_notebook sn
        JOIN notebook n ON n.id = sn.notebook_id
        JOIN submitted_assignment s ON s.id = sn.assignment_id
        JOIN assignment a ON a.id = s.assignment_id""",
    "grade": """
        SELECT a.name, s.student_id, c.name, g.auto_score, g.manual_score, g.extra_credit,
               g.needs_manual_grade
        FROM grade g
        JOIN base_cell c ON c.id = g.cell_id
        JOIN submitted_notebook sn ON sn.id = g.notebook_id
        JOIN submitted_assignment s ON s.id = sn.assignment_id
        JOIN assignment a ON a.id = s.assignment_id""",
    "comment": """
        SELECT a.name, s.student_id, c.name, m.auto_comment, m.manual_comment
        FROM comment m
        JOIN base_cell c ON c.id = m.cell_id
        JOIN submitted_notebook sn ON sn.id = m.notebook_id
        JOIN submitted_assignment s ON s.id = sn.assignment_id
        JOIN assignment a ON a.id = s.assignment_id""",
}


def rows_of(folder: Path) -> set[tuple[Any, ...]]:
    """All rows of the gradebook of a class, each behind the name of its table."""
    with sqlite3.connect(folder / "gradebook.db") as base:
        rows = [(table, *row) for table, query in QUERIES.items() for row in base.execute(query)]
    base.close()
    assert len(set(rows)) == len(rows)
    return set(rows)


def rows_at(url: str) -> set[tuple[Any, ...]]:
    """The rows of a gradebook on any database, as `rows_of` tells those of SQLite."""
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = [
            (table, *(int(one) if isinstance(one, bool) else _plain(one) for one in row))
            for table, query in QUERIES.items()
            for row in connection.execute(text(query))
        ]
    engine.dispose()
    assert len(set(rows)) == len(rows)
    return set(rows)


def _plain(value: object) -> object:
    return f"{value:%Y-%m-%d %H:%M:%S.%f}" if hasattr(value, "strftime") else value


def files_of(folder: Path, quiz: str) -> dict[str, Any]:
    """Name, mode and content of every file of every graded hand-in of a quiz."""
    found: dict[str, Any] = {}
    for path in sorted(folder.glob(f"*/{quiz}/**/*")):
        if path.is_file():
            data: Any = path.read_bytes()
            if path.suffix == ".ipynb":
                data = json.loads(data)
            found[str(path.relative_to(folder))] = (path.stat().st_mode, data)
    return found
