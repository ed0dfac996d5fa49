"""What a learner asks of a plan: goals, days, time, equipment and where it hurts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from running_muscles import tables
from running_muscles.plan.rules import choices_of, number
from running_muscles.translation.spoken import N_, _
from running_muscles.translation.written import WEEKDAYS, whole_day

DAYS = WEEKDAYS
EASY, HARD = "easy", "hard"
RUNS = ("", EASY, HARD)
# A plan may be made again while it runs, and ahead for a season; our own bounds.
EARLIER, LATER = timedelta(weeks=26), timedelta(weeks=53)
# Days for which a whole plan can be made, with room before and after.
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 1, 1)


class WishError(ValueError):
    """A wish that no plan can be made from; the message says which and what to do."""


@dataclass(frozen=True)
class Wishes:
    """What a plan is made from, beside the results.

    Attributes
    ----------
    start : datetime.date
        A day of the first week; weeks run from Monday to Sunday.
    weeks : int
    minutes : int
        For strength, a week.
    runs : tuple of str
        Seven entries from Monday on: ``""``, ``"easy"`` or ``"hard"`` (fast, hilly or long).
    goals, pain, conditions : tuple of str
        Rules in `data/plan_rules.csv`: of the kind ``goal``, of the kinds ``pain`` and
        ``stop``, and of the kind ``condition``.
    equipment : tuple of str
        What the learner has, in the words of `data/exercises.csv`.
    in_a_row : bool
        Whether two strength days may follow each other.
    """

    start: date
    weeks: int = 8
    minutes: int = 60
    runs: tuple[str, ...] = ("",) * 7
    goals: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    pain: tuple[str, ...] = ()
    in_a_row: bool = False
    conditions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no plan can be made from, and bring lists into one order.

        Raises
        ------
        WishError
        """
        _check_whole("weeks", self.weeks)
        _check_whole("minutes", self.minutes)
        if len(self.runs) != len(DAYS) or any(run not in RUNS for run in self.runs):
            raise WishError(
                _("runs: please say for each of the seven days if you run, and if it is hard.")
            )
        for name, known in (
            ("goals", choices("goal")),
            ("pain", choices("pain", "stop")),
            ("conditions", choices("condition")),
            ("equipment", equipment()),
        ):
            chosen = getattr(self, name)
            strange = [item for item in chosen if item not in known]
            if strange:
                raise WishError(f'{name}: "{strange[0]}" is not one of {", ".join(known)}.')
            # The same wishes in another order must give the same plan.
            ordered = tuple(item for item in known if item in chosen)
            object.__setattr__(self, name, ordered)

    @property
    def monday(self) -> date:
        """The first day of the first week."""
        return self.start - timedelta(days=self.start.weekday())

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Wishes:
        """Build wishes from loose values, such as those of a form.

        Raises
        ------
        WishError
            If a part is missing or cannot be used.
        """
        try:
            return cls(
                start=_date(values["start"]),
                weeks=values["weeks"],
                minutes=values["minutes"],
                runs=_texts("runs", values["runs"]),
                goals=_texts("goals", values["goals"]),
                equipment=_texts("equipment", values["equipment"]),
                pain=_texts("pain", values["pain"]),
                in_a_row=values["in_a_row"] is True,
                # Wishes of an older version did not have them.
                conditions=_texts("conditions", values.get("conditions", ())),
            )
        except KeyError as error:
            raise WishError(f"{error.args[0]}: this answer is missing.") from None

    def as_mapping(self) -> dict[str, Any]:
        """Return loose values that `from_mapping` reads."""
        return {
            "start": self.start.isoformat(),
            "weeks": self.weeks,
            "minutes": self.minutes,
            "runs": list(self.runs),
            "goals": list(self.goals),
            "equipment": list(self.equipment),
            "pain": list(self.pain),
            "in_a_row": self.in_a_row,
            "conditions": list(self.conditions),
        }


def choices(*kinds: str) -> tuple[str, ...]:
    """Return the ids of the rules of some kinds, in their order."""
    return tuple(each.rule for each in choices_of(*kinds))


def equipment() -> tuple[str, ...]:
    """Return everything that some exercise needs, in order of the alphabet."""
    needed = {item for row in tables.exercises().values() for item in row.equipment}
    return tuple(sorted(needed - {"none"}))


def limits(name: str) -> tuple[int, int]:
    """Return the least and the most of ``"weeks"`` or ``"minutes"``."""
    return int(number(f"{name}_fewest")), int(number(f"{name}_most"))


def check_start(start: date, today: date) -> None:
    """Refuse a first day that is too far from today to be meant.

    Raises
    ------
    WishError
    """
    if not today - EARLIER <= start <= today + LATER:
        said = _("start: {day} is far from today. Please give a day near today, such as {today}.")
        raise WishError(said.format(day=whole_day(start), today=whole_day(today)))


_WHOLE = {
    "weeks": N_("weeks: please give a whole number from {least} to {most} weeks."),
    "minutes": N_("minutes: please give a whole number from {least} to {most} minutes a week."),
}


def _check_whole(name: str, value: object) -> None:
    least, most = limits(name)
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not least <= value <= most:  # type: ignore[operator]
        raise WishError(_(_WHOLE[name]).format(least=least, most=most))


def _date(value: object) -> date:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        raise WishError(_("start: please give the first day as a date.")) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        said = _("start: the year {year} is far away. Please give a day near today.")
        raise WishError(said.format(year=day.year))
    return day


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise WishError(f"{name}: this is not a list.")
    return tuple(str(item) for item in value)
