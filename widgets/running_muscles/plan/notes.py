"""What a plan could not do, and what to know beside it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from running_muscles.measure.muscle_groups import GROUP_NAMES, STRENGTH_GROUPS
from running_muscles.plan.days import WEEK, sessions_wanted
from running_muscles.plan.ladders import Learner, allowed, groups_of, kept_level
from running_muscles.plan.parts import Note, Week
from running_muscles.plan.rules import choices_of, number, rule
from running_muscles.plan.week import BALANCE
from running_muscles.plan.wishes import Wishes
from running_muscles.tables import PlanRule
from running_muscles.translation.spoken import N_, _, ngettext
from running_muscles.translation.written import listed

_NAMES = {**GROUP_NAMES, BALANCE: N_("Balance")}
_CALENDAR = (
    "This plan holds no session and lists no run. If you have put an older plan into your "
    "calendar, take its sessions out."
)


def stop_notes(wishes: Wishes) -> tuple[Note, ...]:
    """Return why nobody should train with what was answered; empty when nothing speaks against."""
    signs = [each for each in choices_of("stop") if each.rule in wishes.pain]
    return tuple(
        Note("stop", each.label, f"{each.text} {_CALENDAR}", each.basis, each.source_key)
        for each in signs
    )


@dataclass(frozen=True)
class Outcome:
    """What came of the wishes.

    Attributes
    ----------
    days : sequence of int
        The days of strength training.
    trainable : sequence of str
        The muscle groups, and balance, for which there is an exercise.
    weeks : sequence of Week
    short : mapping of str to int
        How often a week a group is trained that should be trained more often.
    """

    days: Sequence[int]
    trainable: Sequence[str]
    weeks: Sequence[Week]
    short: Mapping[str, int]


def notes(wishes: Wishes, learner: Learner, outcome: Outcome) -> tuple[Note, ...]:
    """Say what a plan leaves out and why, then the advice that every plan carries.

    Parameters
    ----------
    wishes : Wishes
    learner : Learner
    outcome : Outcome
    """
    found = [
        *_about_pain(wishes, learner),
        *_about_health(wishes, learner),
        # Who has no day free has no session either: nothing of one is promised.
        *_about_age(learner, outcome.trainable if outcome.days else ()),
    ]
    found += _about_groups(wishes, learner, set(outcome.trainable))
    if outcome.trainable:
        found += _about_days(wishes, outcome.days)
        if outcome.days and outcome.short:
            found.append(_about_short(wishes, outcome.short))
        if outcome.days:
            found += _about_spare_time(wishes, outcome.days, outcome.weeks)
    return (*found, *(_note("advice", each) for each in choices_of("advice")))


def _note(kind: str, said: PlanRule, title: str = "") -> Note:
    return Note(kind, title or said.label, said.text, said.basis, said.source_key)


def _about_pain(wishes: Wishes, learner: Learner) -> list[Note]:
    """For each sore place: what the plan leaves out, and what it means for running."""
    found = []
    may = allowed(wishes, learner) if wishes.pain else ()
    for name in wishes.pain:
        pain = rule(name)
        text = (
            f"{pain.text} A doctor or physiotherapist can say what suits you. This plan leaves "
            f"out exercises that use it: {_rule_names(pain.groups)}, and moves that press on it."
        )
        mild = [each.name for each in may if not groups_of(each).isdisjoint(pain.groups)]
        if mild:
            text += f" These use it only a little and stay: {', '.join(mild)}. Stop if one hurts."
        found.append(Note("pain", f"{pain.label} hurts", text, pain.basis, pain.source_key))
        found += [
            _note("running", each, f"{each.label} while this hurts")
            for each in choices_of("running")
            if name in each.words
        ]
    return found


def _about_health(wishes: Wishes, learner: Learner) -> list[Note]:
    gentle = [_note("condition", rule("gentle_start"))] if learner.gentle else []
    conditions = (*map(rule, wishes.conditions), *kept_level(wishes))
    return gentle + [_note("condition", each) for each in conditions]


def _about_age(learner: Learner, trainable: Sequence[str]) -> list[Note]:
    if not learner.older:
        return []
    said = [rule("older_volume_rise"), *choices_of("older-leave-out")]
    if BALANCE in trainable:
        said.insert(0, rule("balance_times"))
    return [_note("age", each) for each in said]


def _about_groups(wishes: Wishes, learner: Learner, trainable: set[str]) -> list[Note]:
    hurting = {group for name in wishes.pain for group in rule(name).groups}
    groups = (*STRENGTH_GROUPS, BALANCE) if learner.older else STRENGTH_GROUPS
    unfit = [each for each in groups if each not in trainable and each not in hurting]
    if not unfit:
        return []
    said = (
        _("{groups}: no exercise here suits your equipment, your level and what is to be spared.")
        if wishes.pain or wishes.conditions
        else _("{groups}: no exercise here suits your equipment and level.")
    )
    return [Note("short", _("No exercise fits"), said.format(groups=_names(unfit)))]


def _about_days(wishes: Wishes, days: Sequence[int]) -> list[Note]:
    if not days:
        return [
            Note(
                "days",
                _("No day is free"),
                _("You run hard on every day, so no strength session fits. Free or ease a day."),
            )
        ]
    found = []
    wanted = sessions_wanted(wishes.minutes)
    if len(days) < wanted:
        found.append(
            Note(
                "days",
                _("Fewer sessions"),
                _(
                    "Only {n} of {of} sessions a week fit between your hard runs. "
                    "With one more easy or free day there could be more."
                ).format(n=len(days), of=wanted),
            )
        )
    busy = set(days) | {day for day, run in enumerate(wishes.runs) if run}
    if len(busy) == WEEK:
        found.append(
            Note(
                "days",
                _("No day off"),
                _(
                    "This week has no day without training. Leave out an easy run when you can: "
                    "muscles grow stronger while they rest."
                ),
            )
        )
    return found


def _about_short(wishes: Wishes, short: Mapping[str, int]) -> Note:
    parts = [
        _times(count).format(group=_(_NAMES[group]), times=count) for group, count in short.items()
    ]
    said = _(
        "{minutes} minutes a week do not hold every muscle group twice. "
        "Trained less often: {groups}."
    )
    return Note(
        "short",
        _("Not everything fits"),
        said.format(minutes=wishes.minutes, groups=", ".join(parts)),
    )


def _times(count: int) -> str:
    if count < 2:
        return _("{group} once a week") if count else _("{group} not at all")
    return _("{group} {times} times a week")


def _about_spare_time(wishes: Wishes, days: Sequence[int], weeks: Sequence[Week]) -> list[Note]:
    """Explain the minutes that were offered and that even the fullest week does not use."""
    used = max(week.minutes for week in weeks)
    if wishes.minutes - used <= number("spare_minutes"):
        return []
    longest = int(number("session_longest"))
    reasons = []
    if wishes.minutes > longest * len(days):
        holds = ngettext(
            "it holds {n} session of at most {longest} minutes",
            "it holds {n} sessions of at most {longest} minutes",
            len(days),
        )
        reasons.append(holds.format(n=len(days), longest=longest))
    if wishes.pain or wishes.conditions:
        reasons.append(_("it leaves out what is to be spared"))
    steady = kept_level(wishes)
    reasons.append(_("the work keeps its level") if steady else _("the work grows in small steps"))
    said = _(
        "You offered {minutes} minutes a week. The fullest week of this plan uses about {used}, "
        "because {why}. Use the rest for easy running, walking, balance or sleep. More strength "
        "work at once mostly brings soreness."
    )
    return [
        Note(
            "spare",
            _("Minutes that stay free"),
            said.format(minutes=wishes.minutes, used=used, why=listed(reasons)),
        )
    ]


def _names(groups: Iterable[str]) -> str:
    return ", ".join(_(_NAMES[group]) for group in groups)


def _rule_names(groups: Iterable[str]) -> str:
    """Return names as they stand in the rules' own language."""
    return ", ".join(_NAMES[group] for group in groups)
