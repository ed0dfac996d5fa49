"""Who can read whose files: every folder of the hub with its owner and mode, and nothing else.

The table in README.md says the same in words; a test holds one to the other.
"""

from __future__ import annotations

import os
import pwd
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from academy.accounts import PASSWORDS
from academy.settings import Hub

ROOT = "root"


@dataclass(frozen=True)
class Place:
    """A folder or file, the account that owns it, and its mode. `is_file` is never made here."""

    what: str
    path: Path
    owner: str
    mode: int
    is_file: bool = False


def places(hub: Hub, students: Iterable[str]) -> list[Place]:
    """Return every place of a hub, outer folders first.

    The exchange is open to all, as nbgrader wants it, but for the sticky bit: nobody renames or
    removes what is another's. Its ``inbound`` takes files in and shows none of them.
    """
    exchange = hub.exchange / hub.course
    return [
        *(Place("a learner's home", hub.home(name), name, 0o700) for name in students),
        Place("the teacher's home", hub.home(hub.teacher), hub.teacher, 0o700),
        Place("the class", hub.class_folder, hub.teacher, 0o700),
        Place("the exchange", hub.exchange, ROOT, 0o1777),
        Place("its course", exchange, hub.teacher, 0o755),
        Place("quizzes handed out", exchange / "outbound", hub.teacher, 0o755),
        Place("hand-ins", exchange / "inbound", hub.teacher, 0o1733),
        Place("feedback given back", exchange / "feedback", hub.teacher, 0o711),
        Place("the hub's settings", hub.etc, ROOT, 0o755),
        Place("the roster", hub.roster, ROOT, 0o600, is_file=True),
        Place("first passwords", hub.etc / PASSWORDS, ROOT, 0o600, is_file=True),
        Place("the hub's database", hub.state, ROOT, 0o700),
    ]


def settle(place: Place) -> None:
    """Make a folder where it is missing, and set owner and mode.

    A link is never followed: whoever owns the folder around it could have put it there.
    """
    if not place.is_file and not place.path.exists():
        place.path.mkdir(parents=True)
    if not place.path.exists():
        return
    flags = os.O_RDONLY | os.O_NOFOLLOW | (0 if place.is_file else os.O_DIRECTORY)
    descriptor = os.open(place.path, flags)
    try:
        account = pwd.getpwnam(place.owner)
        os.fchown(descriptor, account.pw_uid, account.pw_gid)
        os.fchmod(descriptor, place.mode)
    finally:
        os.close(descriptor)


def problem(place: Place) -> str:
    """Return what is wrong with a place, in a sentence; "" when nothing is."""
    try:
        found = place.path.lstat()
    except FileNotFoundError:
        return "" if place.is_file else f"{place.path} ({place.what}) is not there."
    wrong = []
    if stat.S_ISLNK(found.st_mode):
        wrong.append("is a link")
    if stat.S_IMODE(found.st_mode) != place.mode:
        wrong.append(f"has mode {stat.S_IMODE(found.st_mode):04o} and not {place.mode:04o}")
    if (owner := _name(found.st_uid)) != place.owner:
        wrong.append(f"belongs to {owner} and not to {place.owner}")
    return f"{place.path} ({place.what}) {', '.join(wrong)}." if wrong else ""


def _name(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)
