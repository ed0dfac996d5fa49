"""Which exercises a learner may do, from which of them to start, and what comes after them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from running_muscles import tables
from running_muscles.measure.limits import limited
from running_muscles.plan.rules import choices_of, number, rule
from running_muscles.plan.standing import FIRST_LEVEL, Standing
from running_muscles.plan.wishes import Wishes
from running_muscles.tables import Exercise, PlanRule

# Drills and warm-up moves are one set long; a dose that cannot grow is no strength work.
FEWEST_SETS_OF_STRENGTH = 2


@dataclass(frozen=True)
class Learner:
    """What the learner is, beside wishes and results.

    ``age`` in years; ``gentle`` tells that the health questions ask for a gentle start.
    """

    age: int | None = None
    gentle: bool = False

    @property
    def older(self) -> bool:
        """Whether the slower steps and the balance work are for this age."""
        return self.age is not None and self.age >= number("older_from")


def kept_level(wishes: Wishes) -> tuple[PlanRule, ...]:
    """Return why the plan of a learner begins at level 1 and does not grow; mostly nothing."""
    return tuple(
        each
        for each in choices_of("keep-level")
        if not set(each.words).isdisjoint(wishes.conditions)
    )


def _begins_gently(wishes: Wishes, learner: Learner) -> bool:
    return learner.gentle or bool(kept_level(wishes))


def allowed(wishes: Wishes, learner: Learner) -> tuple[Exercise, ...]:
    """Return the exercises that equipment, pain, health and age leave, in the table's order."""
    pains = [rule(pain) for pain in wishes.pain]
    out = {*wishes.pain, *wishes.conditions}
    have = {"none", *wishes.equipment}
    unwanted = [word for each in choices_of("leave-out") for word in each.words]
    moves = _moves_left_out(wishes, learner)
    return tuple(
        exercise
        for exercise in tables.exercises().values()
        if exercise.sets_max >= FEWEST_SETS_OF_STRENGTH
        and have.issuperset(exercise.equipment)
        and out.isdisjoint(limited(exercise.movement))
        and moves.isdisjoint(exercise.movement)
        and not any(touches(exercise, pain) for pain in pains)
        and not any(word in exercise.name.lower() for word in unwanted)
    )


def _moves_left_out(wishes: Wishes, learner: Learner) -> frozenset[str]:
    """Return moves that only some goals lead to, and those that an age leaves out."""
    special = {move for goal in choices_of("goal") for move in goal.words}
    older = [move for each in choices_of("older-leave-out") for move in each.words]
    return frozenset(
        (special - _sought(wishes, learner)) | (set(older) if learner.older else set())
    )


def _sought(wishes: Wishes, learner: Learner) -> frozenset[str]:
    """Return the moves that the chosen goals lead to; none for a gentle start."""
    if _begins_gently(wishes, learner):
        return frozenset()
    return frozenset(move for goal in wishes.goals for move in rule(goal).words)


def touches(exercise: Exercise, pain: PlanRule) -> bool:
    """Tell whether an exercise uses a painful region; helping muscles count as main ones.

    The easiest forms of the moves that the rule names are let through where only helping
    muscles are concerned: in a march the front of the thigh helps, and the knee bends freely.
    """
    if exercise.level == FIRST_LEVEL and set(exercise.movement) <= set(pain.words):
        return not trained_by(exercise).isdisjoint(pain.groups)
    return not groups_of(exercise).isdisjoint(pain.groups)


@lru_cache(maxsize=256)
def groups_of(exercise: Exercise) -> frozenset[str]:
    """Return every muscle group that an exercise uses."""
    muscles = tables.muscles()
    used = (*exercise.primary, *exercise.secondary)
    return frozenset({exercise.group, *(muscles[muscle].group for muscle in used)})


@lru_cache(maxsize=256)
def trained_by(exercise: Exercise) -> frozenset[str]:
    """Return the muscle groups that an exercise works most, its own and those of main muscles."""
    muscles = tables.muscles()
    return frozenset({exercise.group, *(muscles[muscle].group for muscle in exercise.primary)})


@dataclass(frozen=True)
class Ladders:
    """The exercises a learner may do, with where to start and how to go on.

    Attributes
    ----------
    may : tuple of Exercise
    standing : mapping of str to Standing
        By muscle group.
    ceiling : int
        Highest level at which this learner starts.
    older : bool
        Whether the slower steps and the balance work are for this learner.
    steady : bool
        Whether the plan keeps its level.
    sought : frozenset of str
        Moves that a goal of the learner leads to.
    """

    may: tuple[Exercise, ...]
    standing: Mapping[str, Standing]
    ceiling: int
    older: bool = False
    steady: bool = False
    sought: frozenset[str] = frozenset()

    def level(self, exercise: Exercise) -> int:
        """Return the level at which the learner starts the moves of an exercise.

        A test of the same move speaks first, then the lowest level of the group. At the most
        the ceiling: hard forms come after their easier ones.
        """
        return min(self.ceiling, self.reach(exercise))

    def reach(self, exercise: Exercise) -> int:
        """Return the level of an exercise's moves that the learner's own results open."""
        return self.shown(exercise) or FIRST_LEVEL

    def shown(self, exercise: Exercise) -> int:
        """Return the level that the learner's own results show; 0 where no test speaks."""
        standing = self.standing.get(exercise.group, Standing(exercise.group))
        same = [
            each.level
            for each in standing.tests
            if not set(exercise.movement).isdisjoint(_moves_of(each.test))
        ]
        return min(same, default=standing.level if standing.tests else 0)

    def start(self, group: str) -> tuple[Exercise, ...]:
        """Return the exercises of a group to start with, best first.

        None is above the learner's level, and none is an easier form of one that the learner
        can do. Who begins gently, or is older, begins level 1 with its easiest forms. The
        highest level comes first, then those that can grow, then the table's order.
        """
        return tuple(
            sorted(
                (each for each in self.may if each.group == group and self._suits(each)),
                key=lambda each: (-each.level, not (each.easier or each.harder), -each.sets_max),
            )
        )

    def _suits(self, exercise: Exercise) -> bool:
        level = self.level(exercise)
        if level == FIRST_LEVEL and (self.older or self.ceiling == FIRST_LEVEL):
            return exercise.level == FIRST_LEVEL and not self._easier(exercise)
        return exercise.level <= level and not any(
            harder.group == exercise.group and harder.level <= level
            for harder in self._steps(exercise)
            if harder.level > exercise.level
        )

    def harder(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """Return the next harder forms in the same group that are allowed, the best first.

        Those that a goal leads to come first, then the hardest that the learner's results
        open, then the nearest.
        """
        steps = [each for each in self._steps(exercise) if each.group == exercise.group]
        reach = self.reach(exercise)
        return tuple(
            sorted(
                steps,
                key=lambda each: (
                    each.level - exercise.level > 1,
                    self.sought.isdisjoint(each.movement),
                    -each.level if each.level <= reach else each.level,
                ),
            )
        )

    def _easier(self, exercise: Exercise) -> bool:
        """Tell whether the learner may do an easier form of the same group."""
        return any(
            each.exercise in exercise.easier and each.group == exercise.group for each in self.may
        )

    def _steps(self, exercise: Exercise) -> tuple[Exercise, ...]:
        by_id = {each.exercise: each for each in self.may}
        return tuple(by_id[name] for name in exercise.harder if name in by_id)

    def first_amount(self, exercise: Exercise) -> int:
        """Return the amount to start with, from the learner's own result where there is one."""
        standing = self.standing.get(exercise.group, Standing(exercise.group))
        results = [
            each.value
            for each in standing.tests
            if not set(exercise.movement).isdisjoint(_moves_of(each.test))
            and _unit_of(each.test) == exercise.amount_unit
        ]
        if not results or self.ceiling == FIRST_LEVEL:
            return exercise.amount_min
        step = int(number("step_seconds" if exercise.amount_unit == "s" else "step_reps"))
        wished = step * int(min(results) * number("start_share") / step)
        return max(exercise.amount_min, min(exercise.amount_max, wished))


def ladders(wishes: Wishes, standing: Mapping[str, Standing], learner: Learner) -> Ladders:
    """Put together what a learner may do; a goal or a gentle start sets a lower ceiling."""
    ceilings = [value for goal in wishes.goals if (value := rule(goal).value) is not None]
    gentle = _begins_gently(wishes, learner)
    ceilings.append(number("gentle_start" if gentle else "highest_start"))
    ceiling = int(min(ceilings))
    return Ladders(
        allowed(wishes, learner),
        standing,
        max(FIRST_LEVEL, ceiling),
        learner.older,
        bool(kept_level(wishes)),
        _sought(wishes, learner),
    )


def _moves_of(test: str) -> frozenset[str]:
    protocol = tables.protocols().get(test)
    return frozenset(protocol.movement) if protocol else frozenset()


def _unit_of(test: str) -> str:
    protocol = tables.protocols().get(test)
    return protocol.unit if protocol else ""
