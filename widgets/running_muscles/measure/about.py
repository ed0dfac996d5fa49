"""What a learner may tell about themselves, so that a comparison fits better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from running_muscles.measure.store import Store
from running_muscles.translation.spoken import _

YOUNGEST, OLDEST = 10, 110
SEXES = ("", "F", "M")
SETTING = "about"


@dataclass(frozen=True)
class About:
    """Age and sex, both optional.

    Attributes
    ----------
    age : int or None
        In whole years.
    sex : str
        ``"F"``, ``"M"`` or ``""`` for not given.
    """

    age: int | None = None
    sex: str = ""

    def __post_init__(self) -> None:
        """Refuse an age or sex that no reference knows.

        Raises
        ------
        ValueError
        """
        if self.age is not None and not YOUNGEST <= self.age <= OLDEST:
            told = _("Please give an age from {youngest} to {oldest}, or leave it empty.")
            raise ValueError(told.format(youngest=YOUNGEST, oldest=OLDEST))
        if self.sex not in SEXES:
            raise ValueError(_("Please choose female, male, or rather not say."))


def load(store: Store) -> About:
    """Return what the learner last told, a year older for every year since.

    What another program has damaged counts as not told: the form asks again.
    """
    kept: Mapping[str, Any] | None = store.setting(SETTING)
    if kept is None:
        return About()
    try:
        years = datetime.now(UTC).year - int(kept["year"])
        age = None if kept["age"] is None else min(OLDEST, int(kept["age"]) + max(0, years))
        return About(age, str(kept["sex"]))
    except (KeyError, TypeError, ValueError):
        return About()


def save(store: Store, about: About) -> None:
    """Remember age and sex beside the results."""
    told = {"age": about.age, "sex": about.sex, "year": datetime.now(UTC).year}
    store.remember(SETTING, told)
