"""A session of the plan step by step: what to do, how long to rest, which form is easier.

The rests are those that the plan counts with (`plan/pace.py`), so that a led session takes the
minutes that the plan has told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from running_muscles import tables
from running_muscles.plan.pace import Pace
from running_muscles.plan.parts import Dose, Session
from running_muscles.tables import Exercise

WORK, REST = "work", "rest"
LEFT, RIGHT, IN_TURN = "left", "right", "in turn"
# The steps on their cards tell to change sides in each repetition, so the sides are no two steps.
TURNING = frozenset(
    {
        "band_march",
        "bicycle_crunch",
        "bird_dog",
        "dead_bug",
        "russian_twist",
        "standing_march",
        "walking_lunge_reach",
    }
)


@dataclass(frozen=True)
class Step:
    """One thing to do, or a rest before the next.

    Attributes
    ----------
    kind : str
        `WORK` or `REST`.
    set, of : int
        Which set it belongs to, counted from 1, and of how many; a rest belongs to the set before.
    side : str
        `LEFT`, `RIGHT`, `IN_TURN`, or empty where an exercise has no sides.
    unit : str
        ``"s"`` or ``"reps"``.
    amount : int
        In `unit`; both sides together where they take turns.
    seconds : float
        How long it takes by the rules of the plan.
    """

    kind: str
    set: int
    of: int
    side: str
    unit: str
    amount: int
    seconds: float


@dataclass(frozen=True)
class Form:
    """An exercise in one of its forms, with its steps from the first set to the last."""

    dose: Dose
    steps: tuple[Step, ...]

    @property
    def exercise(self) -> str:
        """Id of the exercise, which is also that of its movement."""
        return self.dose.exercise


@dataclass(frozen=True)
class Item:
    """A place in the session: the planned form first, then easier ones.

    ``change`` is the time until the next exercise, in seconds; 0 after the last.
    """

    forms: tuple[Form, ...]
    change: float

    @property
    def planned(self) -> Form:
        """The form that the plan asks for."""
        return self.forms[0]

    @property
    def easier(self) -> tuple[str, ...]:
        """Ids of the easier forms, the nearest first."""
        return tuple(form.exercise for form in self.forms[1:])


def items_of(session: Session, may: Iterable[Exercise]) -> tuple[Item, ...]:
    """Lay out a session step by step.

    Parameters
    ----------
    session : Session
    may : iterable of Exercise
        What the learner may do (`ladders.allowed`): no easier form is outside of it.

    Returns
    -------
    tuple of Item
        In the order of the session.
    """
    pace, known, rows = Pace(), tuple(may), tables.exercises()
    last = len(session.doses) - 1
    return tuple(
        Item(
            tuple(
                Form(each, tuple(_steps(each, rows[each.exercise], pace)))
                for each in _doses(dose, known)
            ),
            0.0 if at == last else pace.rest_of(rows[dose.exercise]) + pace.change,
        )
        for at, dose in enumerate(session.doses)
    )


def seconds_of(items: Iterable[Item]) -> float:
    """Return how long the planned forms take, without the warm-up."""
    return sum(item.change + sum(step.seconds for step in item.planned.steps) for item in items)


def easier_forms(exercise: Exercise, may: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """Return the way down the ladder of an exercise, as far as the learner may do its forms.

    At each rung a form for the same muscle group comes first, then the nearest level, then the
    table's order.
    """
    known = {each.exercise: each for each in may}
    way: list[Exercise] = []
    seen, now = {exercise.exercise}, exercise
    while True:
        below = [known[name] for name in now.easier if name in known and name not in seen]
        if not below:
            return tuple(way)
        now = min(below, key=lambda each: (each.group != exercise.group, -each.level))
        seen.add(now.exercise)
        way.append(now)


def _doses(dose: Dose, may: Iterable[Exercise]) -> Iterator[Dose]:
    """Yield the planned dose, then that of each easier form: as many sets, within its own range."""
    yield dose
    planned = tables.exercises()[dose.exercise]
    for form in easier_forms(planned, may):
        first = dose.first if form.per_side else ""
        yield Dose(form.exercise, form.group, dose.sets, _amount(dose, planned, form), first)


def _amount(dose: Dose, planned: Exercise, form: Exercise) -> int:
    """Return the amount of an easier form: the planned one within its range, or its least."""
    if form.amount_unit != planned.amount_unit:
        return form.amount_min
    return max(form.amount_min, min(form.amount_max, dose.amount))


def _steps(dose: Dose, exercise: Exercise, pace: Pace) -> Iterator[Step]:
    sides, amount = _sides(dose, exercise)
    seconds = pace.work(exercise, 1, dose.amount) / len(sides)
    rest = pace.rest_of(exercise)
    for number in range(1, dose.sets + 1):
        for side in sides:
            yield Step(WORK, number, dose.sets, side, exercise.amount_unit, amount, seconds)
        if number < dose.sets:
            yield Step(REST, number, dose.sets, "", "s", int(rest), rest)


def _sides(dose: Dose, exercise: Exercise) -> tuple[tuple[str, ...], int]:
    """Return the sides of a set in their order, the weaker first, and the amount of each."""
    if not exercise.per_side:
        return ("",), dose.amount
    if exercise.exercise in TURNING:
        return (IN_TURN,), 2 * dose.amount
    return ((RIGHT, LEFT) if dose.first == RIGHT else (LEFT, RIGHT)), dose.amount
