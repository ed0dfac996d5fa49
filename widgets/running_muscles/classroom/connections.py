"""What each connection to a gradebook is told: how long to wait, and when the other end is dead."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

PATIENCE_MS = 60_000
# A machine that lost its power says nothing, and its locks would stand for hours: PostgreSQL asks
# after half a minute of silence, and lets go after another.
POSTGRES = {
    "tcp_keepalives_idle": 30,
    "tcp_keepalives_interval": 10,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": 60_000,  # milliseconds; for what was sent and never taken
}
_DRIVERS = frozenset({"pg8000", "psycopg", "psycopg2"})


def look_after_connections() -> None:
    """Tell every new connection of this process.

    Not by the address of the gradebook: ``nbgrader db upgrade`` takes all of that for a path.
    """
    if not event.contains(Engine, "connect", _tell):
        event.listen(Engine, "connect", _tell)


def _tell(connection: Any, _record: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    elif type(connection).__module__.partition(".")[0] in _DRIVERS:
        cursor = connection.cursor()
        for name, value in POSTGRES.items():
            cursor.execute(f"SET {name} = {value}")
        cursor.close()
        connection.commit()
