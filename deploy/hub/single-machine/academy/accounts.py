"""An account for everybody in the roster; nothing else of the machine is touched."""

from __future__ import annotations

import csv
import grp
import os
import pwd
import secrets
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from academy.settings import ACCOUNT, Hub, HubError

PASSWORDS = "first-passwords.csv"
# Letters and digits that nobody mistakes for another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"

Run = Callable[[Sequence[str], str], None]


def checked(hub: Hub, students: Iterable[str]) -> list[str]:
    """Return the names of the students' accounts.

    Raises
    ------
    HubError
        With every name that can be none, and why; nothing has been made then.
    """
    names = list(students)
    wrong = [f"{name!r}: {why}" for name in names if (why := _problem(hub, name))]
    if wrong:
        raise HubError(
            f"No account was made. In {hub.roster.name}, mend the student_id of:\n  "
            + "\n  ".join(wrong)
        )
    return names


def _problem(hub: Hub, name: str) -> str:
    if not ACCOUNT.fullmatch(name):
        return "an account has a-z, 0-9, hyphens and _, begins with a letter, at most 31 of them."
    if name == hub.teacher:
        return "this is the teacher's account."
    if exists(name) and name not in members(hub.group):
        return (
            f"this account is there already, and is no learner's of this hub."
            f" If it is: usermod --append --groups {hub.group} {name}"
        )
    return ""


def exists(name: str) -> bool:
    """Say whether the machine has an account."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def members(group: str) -> set[str]:
    """Return who is in a group; nobody where there is no such group."""
    try:
        return set(grp.getgrnam(group).gr_mem)
    except KeyError:
        return set()


def make(hub: Hub, students: Sequence[str], run: Run | None = None) -> list[str]:
    """Make the accounts that are missing, each with a first password; return their names.

    Accounts that are there stay as they are, passwords too. Nobody is ever removed: what a
    student has handed in is theirs.

    Raises
    ------
    HubError
        When a program of the system refuses; its own words are in the message.
    """
    run = run or _run
    run(("groupadd", "--force", hub.group), "")
    new = [name for name in (*students, hub.teacher) if not exists(name)]
    for name in new:
        groups = ("--groups", hub.group) if name != hub.teacher else ()
        run(
            (*("useradd", "--create-home", "--base-dir", str(hub.homes), "--user-group"),
             *("--shell", "/bin/bash", *groups, name)),
            "",
        )  # fmt: skip
    if new:
        words = {name: "".join(secrets.choice(LETTERS) for _ in range(12)) for name in new}
        # Written down before they count: a password that nobody knows helps nobody.
        _keep(hub.etc / PASSWORDS, words)
        run(("chpasswd",), "".join(f"{name}:{word}\n" for name, word in words.items()))
    return new


def _keep(path: Path, words: dict[str, str]) -> None:
    """Add first passwords to the file that only root reads; earlier ones stay."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with open(descriptor, "a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        if is_new:
            rows.writerow(("student_id", "first_password"))
        rows.writerows(words.items())


def _run(command: Sequence[str], given: str) -> None:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise HubError(f"{command[0]} failed: {done.stderr.strip() or done.returncode}")
