"""What lies in the exchange for an instructor to collect: one folder for each time of handing in.

nbgrader names such a folder ``student+assignment+time+random``. Students choose these names, so
one that cannot be read is one odd hand-in and no reason to stop.
"""

from __future__ import annotations

import fnmatch
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from running_muscles.classroom.owners import ONE_ACCOUNT, Owners, owned
from running_muscles.quiz.safe_folder import UnsafeError, check_name, check_safe
from running_muscles.quiz.shown_text import shown

# What nbgrader puts behind the time, so that nobody guesses the name of a hand-in.
_RANDOM = re.compile(r"\+[\w-]{12}$")


@dataclass(frozen=True, slots=True)
class Sent:
    """A hand-in in the exchange. `stamp` is its time as its name has it, `moment` in UTC."""

    student: str
    path: Path
    stamp: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class KeptAside:
    """A hand-in that stays in the exchange, and why."""

    student: str
    path: Path
    why: str

    def __str__(self) -> str:
        return f"Student '{shown(self.student, 80)}': {self.why} It stays in {self.path}."


@dataclass(frozen=True, slots=True)
class Inbound:
    """What can be collected, by student, the newest first; what is kept aside; and a remark."""

    sent: dict[str, list[Sent]]
    aside: list[KeptAside]
    note: str


def moment_of(text: str) -> datetime | None:
    """Return a time as nbgrader writes it, in UTC without offset; None when it is no time."""
    try:
        found: datetime = parse_utc(text)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return found


def look(inbound: Path, assignment: str, students: str = "*", by_owner: bool = True) -> Inbound:
    """Look through the exchange without changing anything in it.

    Parameters
    ----------
    inbound
        The folder that students hand in to.
    assignment
        nbgrader's name of it.
    students
        A pattern of ids such as ``a*``, or one id.
    by_owner
        Keep aside what belongs to another account than the student it names.
    """
    folders = [(path, parts) for path in sorted(inbound.iterdir()) if (parts := _parts(path.name))]
    owners = Owners(owned(parts[0], path) for path, parts in folders) if by_owner else None
    sent: dict[str, list[Sent]] = defaultdict(list)
    aside: list[KeptAside] = []
    for path in sorted(inbound.iterdir()):
        student, between, rest = path.name.partition(f"+{assignment}+")
        if not between or not (student == students or fnmatch.fnmatchcase(student, students)):
            continue
        stamp = _RANDOM.sub("", rest)
        why = problem(path, student, owners)
        moment = moment_of(stamp)
        if not why and moment is None:
            why = f"Its name says {shown(stamp, 60)!r} where a time belongs."
        if why or moment is None:
            aside.append(KeptAside(student, path, why))
        else:
            sent[student].append(Sent(student, path, stamp, moment))
    for each in sent.values():
        each.sort(key=lambda one: one.moment, reverse=True)
    blind = owners is not None and bool(sent) and not owners.tell_apart
    return Inbound(dict(sent), aside, ONE_ACCOUNT if blind else "")


def _parts(name: str) -> list[str]:
    """Return the parts of a name that says who handed in what; nothing when it does not."""
    parts = name.split("+")
    return parts if len(parts) > 2 and all(parts[:2]) else []


def problem(path: Path, student: str, owners: Owners | None) -> str:
    """Return why a hand-in cannot be collected; "" when it can."""
    if not path.is_symlink() and not path.is_dir():
        return f"'{shown(path.name, 120)}' is no folder."
    try:
        check_name(student)
        check_safe(path)
    except UnsafeError as error:
        return f"{error} Ask the student to hand in again without it."
    foreign = owners.problem(owned(student, path)) if owners else ""
    if foreign:
        return (
            f"A hand-in names this student, but {foreign}. Ask who handed it in. If it is right:"
            f" nbgrader collect --student={student} --ExchangeCollect.check_owner=False ..."
        )
    return ""
