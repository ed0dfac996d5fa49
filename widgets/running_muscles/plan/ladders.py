"""Which exercises a learner may do, and which of them come first."""

from __future__ import annotations

from functools import lru_cache

from running_muscles import tables
from running_muscles.plan.rules import choices_of, rule, rules_of
from running_muscles.plan.standing import Standing
from running_muscles.plan.wishes import Wishes
from running_muscles.tables import Exercise, PlanRule

# Drills and warm-up moves are one set long; a dose that cannot grow is no strength work.
FEWEST_SETS_OF_STRENGTH = 2


def allowed(wishes: Wishes) -> tuple[Exercise, ...]:
    """Return the exercises that equipment and pain leave, in the order of the table."""
    pains = [rule(pain) for pain in wishes.pain]
    have = {"none", *wishes.equipment}
    unwanted = [word for each in choices_of("leave-out") for word in each.words]
    return tuple(
        exercise
        for exercise in tables.exercises().values()
        if exercise.sets_max >= FEWEST_SETS_OF_STRENGTH
        and have.issuperset(exercise.equipment)
        and not any(word in exercise.name.lower() for word in unwanted)
        and not any(touches(exercise, pain) for pain in pains)
    )


def touches(exercise: Exercise, pain: PlanRule) -> bool:
    """Tell whether an exercise uses a painful region, or its caution speaks of it.

    Helping muscles count as well as main ones.
    """
    caution = exercise.cautions.lower()
    return not groups_of(exercise).isdisjoint(pain.groups) or any(
        word.lower() in caution for word in pain.words
    )


@lru_cache(maxsize=256)
def groups_of(exercise: Exercise) -> frozenset[str]:
    """Return every muscle group that an exercise uses."""
    muscles = tables.muscles()
    used = (*exercise.primary, *exercise.secondary)
    return frozenset({exercise.group, *(muscles[muscle].group for muscle in used)})


def start_level(standing: Standing, wishes: Wishes) -> int:
    """Return the level, 1 to 3, at which a muscle group starts.

    Without a result that is level 1; a goal may set a ceiling.
    """
    floors = [each.value or 0.0 for each in rules_of("level")]
    reached = sum(standing.low >= floor for floor in floors) if standing.tested else 1
    ceilings = [value for goal in wishes.goals if (value := rule(goal).value) is not None]
    return max(1, int(min([reached, *ceilings])))


def ladder(group: str, level: int, may: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """Return the exercises of a group that suit a level, best first.

    Those at the level come before easier ones, those with an easier or harder step before
    those that stand alone, and those with more sets to grow into before the rest; then the
    order of the table counts. Harder ones are never returned.
    """
    suited = [each for each in may if each.group == group and each.level <= level]
    return tuple(
        sorted(
            suited, key=lambda each: (-each.level, not (each.easier or each.harder), -each.sets_max)
        )
    )


def one_step_harder(exercise: Exercise, may: tuple[Exercise, ...]) -> Exercise:
    """Return the next harder exercise of the same group that is allowed, else the same one."""
    by_id = {each.exercise: each for each in may}
    steps = (by_id[name] for name in exercise.harder if name in by_id)
    return next((each for each in steps if each.group == exercise.group), exercise)
