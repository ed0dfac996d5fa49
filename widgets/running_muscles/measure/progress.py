"""How far a learner has come: checkpoints answered, tests taken, what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from running_muscles import tables
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store


@dataclass(frozen=True)
class Standing:
    """One lesson and what the learner has done of it.

    Attributes
    ----------
    right, questions : int
        Checkpoint questions answered right, and how many there are; 0 of 0 before the first.
    taken, tests : tuple[str, ...]
        Names of the lesson's self-assessments that have a result, and of all of them.
    """

    lesson: tables.Lesson
    right: int
    questions: int
    taken: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether every checkpoint question is answered right. Tests are never a duty."""
        return 0 < self.questions <= self.right

    @property
    def begun(self) -> bool:
        """Whether anything of the lesson is done."""
        return self.right > 0 or bool(self.taken)


def standings(
    results: Sequence[Result], checkpoints: Mapping[str, Mapping[str, object]]
) -> tuple[Standing, ...]:
    """Return where a learner stands in every lesson, in order.

    Parameters
    ----------
    results : sequence of Result
        All that the learner has recorded.
    checkpoints : mapping
        What each lesson's checkpoint remembers: ``{"right": [question ids], "of": number}``.
    """
    recorded = {result.test for result in results}
    return tuple(
        _standing(lesson, recorded, checkpoints.get(lesson.lesson) or {})
        for lesson in sorted(tables.lessons().values(), key=lambda lesson: lesson.number)
    )


def load(store: Store) -> tuple[Standing, ...]:
    """Return where the owner of a results file stands.

    Raises
    ------
    StoreError
    """
    kept = {lesson: store.setting(f"checkpoint:{lesson}") for lesson in tables.lessons()}
    return standings(store.results(), {name: value for name, value in kept.items() if value})


def next_step(all_standings: Sequence[Standing]) -> Standing | None:
    """Return the lesson to go on with: the first that is not done; None when all are."""
    return next((standing for standing in all_standings if not standing.done), None)


def _standing(lesson: tables.Lesson, recorded: set[str], kept: Mapping[str, object]) -> Standing:
    rows = [row for row in tables.protocols().values() if row.lesson == lesson.lesson]
    right, of = kept.get("right", ()), kept.get("of", 0)
    return Standing(
        lesson,
        len(right) if isinstance(right, list) else 0,
        of if isinstance(of, int) else 0,
        tuple(row.name for row in rows if row.test in recorded),
        tuple(row.name for row in rows),
    )
