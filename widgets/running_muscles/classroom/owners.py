"""Whose hand-ins these are: the account that owns the files against the student who is named.

``nbgrader submit --student`` lets anybody name anybody. The files tell, where students have
accounts of their own.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from running_muscles.quiz import safe_folder

# What one account owns cannot be told apart.
ONE_ACCOUNT = (
    "All hand-ins belong to one account, so it cannot be told who put them there."
    " Whoever may write into the exchange can hand in for anybody."
)
# The Littlest JupyterHub gives the user "ada" the account "jupyter-ada".
PREFIXES = ("", "jupyter-")


@dataclass(frozen=True, slots=True)
class Owned:
    """A hand-in, the accounts that own its files, and since when these are there.

    Attributes
    ----------
    accounts
        By number; one, where nobody has put anything beside it.
    since
        Seconds of the system's clock. Unlike the other times of a file, nobody can set it.
    """

    student: str
    accounts: frozenset[int]
    since: float


def owned(student: str, path: Path) -> Owned:
    """Look up who owns a hand-in; files and folders in it count as well."""
    infos = [path.lstat()]
    if not path.is_symlink():
        infos += [info for _, info in safe_folder.walk(path)]
    return Owned(
        student,
        frozenset(info.st_uid for info in infos),
        min(info.st_ctime for info in infos),
    )


def account_name(number: int) -> str:
    """Return the name of an account; its number where it has no name."""
    try:
        return str(importlib.import_module("pwd").getpwuid(number).pw_name)
    except (ImportError, KeyError):
        return str(number)


class Owners:
    """Who may have handed in what.

    Parameters
    ----------
    everything
        All hand-ins of the exchange: of one alone nobody can tell whether accounts differ.
    name_of
        Gives the name of an account.
    """

    def __init__(
        self, everything: Iterable[Owned], name_of: Callable[[int], str] = account_name
    ) -> None:
        everything = list(everything)
        self._name_of = name_of
        self._accounts = {number for one in everything for number in one.accounts}
        students = {one.student for one in everything}
        named = {one.student for one in everything if self._is_named(one)}
        # Some sites run students under accounts that are not named like them.
        self._by_name = 2 * len(named) >= len(students)
        self._keeper = {student: self._keeper_of(student, everything) for student in students}

    @property
    def tell_apart(self) -> bool:
        """Whether hand-ins belong to several accounts."""
        return len(self._accounts) > 1

    def problem(self, one: Owned) -> str:
        """Return why a hand-in is not taken for that of the student it names; "" when it is."""
        if not self.tell_apart:
            return ""
        names = ", ".join(f"'{self._name_of(number)}'" for number in sorted(one.accounts))
        if len(one.accounts) > 1:
            return f"its files belong to several accounts ({names})"
        if self._by_name:
            return "" if self._is_named(one) else f"its files belong to the account {names}"
        if one.accounts == {self._keeper[one.student]}:
            return ""
        return f"its files belong to the account {names}, and another hands in for this student"

    def _keeper_of(self, student: str, everything: list[Owned]) -> int:
        """Return the account of a student where accounts are not named like students.

        An account that hands in for this student alone, or for most of the class (where all work
        under one), and not one that hands in for a few: the first of these that did.
        """
        most = len({one.student for one in everything}) / 2
        hands_in_for: dict[int, set[str]] = defaultdict(set)
        for one in everything:
            for number in one.accounts:
                hands_in_for[number].add(one.student)
        own = sorted((one.since, min(one.accounts)) for one in everything if one.student == student)
        accounts = [number for _, number in own]
        likely = [
            number
            for number in accounts
            if hands_in_for[number] == {student} or len(hands_in_for[number]) >= most
        ]
        return (likely or accounts)[0]

    def _is_named(self, one: Owned) -> bool:
        names = {self._name_of(number) for number in one.accounts}
        return names <= {prefix + one.student for prefix in PREFIXES}
