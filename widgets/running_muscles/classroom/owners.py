"""Whose hand-ins these are: the account that owns the files against the student who is named.

``nbgrader submit --student`` lets anybody name anybody. The files tell, where students have
accounts of their own.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from running_muscles.quiz import hand_in

# What one account owns cannot be told apart.
ONE_ACCOUNT = (
    "All hand-ins belong to one account, so it cannot be told who put them there."
    " Whoever may write into the exchange can hand in for anybody."
)
# The Littlest JupyterHub gives the user "ada" the account "jupyter-ada".
PREFIXES = ("", "jupyter-")


@dataclass(frozen=True, slots=True)
class Owned:
    """A hand-in and the accounts that own its files, by number."""

    student: str
    path: Path
    accounts: frozenset[int]


def owned(student: str, path: Path) -> Owned:
    """Look up who owns a hand-in; files and folders in it count as well."""
    accounts = {path.lstat().st_uid, *(info.st_uid for _, info in hand_in.walk(path))}
    return Owned(student, path, frozenset(accounts))


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
        self._of_student, self._of_account = _who_uses_what(everything)

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
        (account,) = one.accounts
        own = self._of_student[one.student]
        if len(own) == 1:
            return ""
        # Several accounts hand in for this student: the one that hands in for nobody else.
        alone = {number for number in own if len(self._of_account[number]) == 1}
        if alone == {account}:
            return ""
        return f"its files belong to the account {names}, and others hand in for this student too"

    def _is_named(self, one: Owned) -> bool:
        names = {self._name_of(number) for number in one.accounts}
        return names <= {prefix + one.student for prefix in PREFIXES}


def _who_uses_what(
    everything: Iterable[Owned],
) -> tuple[Mapping[str, set[int]], Mapping[int, set[str]]]:
    of_student: dict[str, set[int]] = defaultdict(set)
    of_account: dict[int, set[str]] = defaultdict(set)
    for one in everything:
        for number in one.accounts:
            of_student[one.student].add(number)
            of_account[number].add(one.student)
    return of_student, of_account
