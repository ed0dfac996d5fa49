"""What a plan could not do, and what to know beside it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from running_muscles.measure.muscle_groups import GROUP_NAMES, STRENGTH_GROUPS
from running_muscles.plan.days import WEEK, sessions_wanted
from running_muscles.plan.rules import choices_of, rule
from running_muscles.plan.wishes import Wishes
from running_muscles.tables import PlanRule


@dataclass(frozen=True)
class Note:
    """A sentence to the learner; ``kind`` is ``pain``, ``days``, ``short`` or ``advice``."""

    kind: str
    title: str
    text: str
    basis: str = "ours"
    source_key: tuple[str, ...] = ()


def notes(
    wishes: Wishes, days: tuple[int, ...], trainable: Iterable[str], short: Mapping[str, int]
) -> tuple[Note, ...]:
    """Say what a plan leaves out and why, then the advice that every plan carries.

    Parameters
    ----------
    wishes : Wishes
    days : tuple of int
        The days of strength training.
    trainable : iterable of str
        The muscle groups for which there is an exercise.
    short : mapping of str to int
        How often a week a group is trained that should be trained more often.
    """
    pains = [rule(pain) for pain in wishes.pain]
    found = [Note("pain", f"{pain.label} hurts", _pain(pain)) for pain in pains]
    hurting = {group for pain in pains for group in pain.groups}
    out = [each for each in STRENGTH_GROUPS if each not in set(trainable)]
    unfit = [group for group in out if group not in hurting]
    if unfit:
        reach = "with your equipment and level" + (" and with what hurts" if pains else "")
        found.append(
            Note("short", "No exercise fits", f"{_names(unfit)}: no exercise fits {reach}.")
        )
    if len(out) < len(STRENGTH_GROUPS):
        found += _about_days(wishes, days)
    if short and days:
        found.append(_about_time(wishes, short))
    found += [
        Note("advice", each.label, each.text, each.basis, each.source_key)
        for each in choices_of("advice")
    ]
    return tuple(found)


def _pain(pain: PlanRule) -> str:
    if set(STRENGTH_GROUPS) <= set(pain.groups):
        return f"{pain.text} This plan holds no session until then."
    return (
        f"{pain.text} A doctor or physiotherapist can say what suits you. "
        f"This plan leaves out every exercise that uses: {_names(pain.groups)}."
    )


def _about_days(wishes: Wishes, days: tuple[int, ...]) -> list[Note]:
    if not days:
        return [
            Note(
                "days",
                "No day is free",
                "You run hard on every day, so no strength session fits. Free or ease a day.",
            )
        ]
    found = []
    wanted = sessions_wanted(wishes.minutes)
    if len(days) < wanted:
        found.append(
            Note(
                "days",
                "Fewer sessions",
                f"Only {len(days)} of {wanted} sessions a week fit between your hard runs. "
                "With one more easy or free day there could be more.",
            )
        )
    busy = set(days) | {day for day, run in enumerate(wishes.runs) if run}
    if len(busy) == WEEK:
        found.append(
            Note(
                "days",
                "No day off",
                "This week has no day without training. Leave out an easy run when you can: "
                "muscles grow stronger while they rest.",
            )
        )
    return found


def _about_time(wishes: Wishes, short: Mapping[str, int]) -> Note:
    times = {0: "not at all", 1: "once a week"}
    parts = [
        f"{GROUP_NAMES[group]} {times.get(count, f'{count} times a week')}"
        for group, count in short.items()
    ]
    return Note(
        "short",
        "Not everything fits",
        f"{wishes.minutes} minutes a week do not hold all that we would like. "
        f"Trained less often than planned: {', '.join(parts)}.",
    )


def _names(groups: Iterable[str]) -> str:
    return ", ".join(GROUP_NAMES[group] for group in groups)
