"""The published blueprint: what each quiz asks for, and a final exam over all lessons.

It is built from the banks, so it cannot say anything else than the quizzes do. It names no
question and no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from running_muscles import tables
from running_muscles.quiz.questions import Bank, Slot
from running_muscles.quiz.rules import MAX_WRITTEN_SHARE

FILE_NAME = "blueprint.md"
EXAM_POINTS = 40
LEVELS = ("recall", "understand", "apply")
_HEAD = """\
# Blueprint

What each quiz asks for, built from the question banks by `running-muscles quiz build`. Each student
gets one question of each slot. A cell reads *slot*: points (how many questions may fill it).

*Recall* asks for what the lesson says, *understand* for what it means, *apply* for what follows in
a case that the lesson does not name. A slot with ✎ is a written answer, marked by a person, and
gives at most a fifth of the points. One with Σ may be a sum that needs nothing but its own stem;
a quiz has at most one.
"""
_EXAM = """\
## Final exam

A plan for an exam of {points:g} points over all lessons, from the same slots. This is how the slots
are chosen:

1. Written answers come first, from the slots with the most points, and of equal ones from the later
   lesson, as long as all of them together give at most a fifth of the points.
2. In each lesson the other slots are put in order. The objective with the most points in them goes
   first with its largest slot, then the next objective. Once each has its turn, they all have
   another.
3. The next slot always comes from the lesson with the fewest points so far, the written ones not
   counted, and of equal ones from the later lesson. A slot that would lead past {points:g} points
   is left out.
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One slot of the final exam, with the bank it comes from."""

    bank: Bank
    slot: Slot


def text(banks: Iterable[Bank]) -> str:
    """Return the blueprint of these quizzes as Markdown."""
    loaded = list(banks)
    parts = [_HEAD]
    for bank in loaded:
        parts.append(f"## {bank.quiz}: {bank.title}\n\n" + "\n".join(_quiz_table(bank)) + "\n")
    chosen = final_exam(loaded)
    points = sum(one.slot.points for one in chosen)
    parts.append(_EXAM.format(points=points))
    parts.append("\n".join(_exam_table(chosen)) + "\n")
    return "\n".join(parts)


def final_exam(banks: Iterable[Bank]) -> list[Chosen]:
    """Choose the slots of the final exam, in the order of the lessons and their quizzes.

    The rule stands in the blueprint itself. With few quizzes the exam has fewer points.
    """
    loaded = list(banks)
    goal = min(EXAM_POINTS, sum(slot.points for bank in loaded for slot in bank.slots))
    chosen = _written(loaded, MAX_WRITTEN_SHARE * goal)
    room = goal - sum(one.slot.points for one in chosen)
    waiting = {bank.quiz: _in_turn(bank) for bank in loaded}
    points = dict.fromkeys(waiting, 0.0)
    later = {bank.quiz: -n for n, bank in enumerate(loaded)}
    by_quiz = {bank.quiz: bank for bank in loaded}
    while any(waiting.values()):
        quiz = min((one for one in waiting if waiting[one]), key=lambda q: (points[q], later[q]))
        slot = waiting[quiz].pop(0)
        if slot.points <= room:
            room -= slot.points
            points[quiz] += slot.points
            chosen.append(Chosen(by_quiz[quiz], slot))
    return [Chosen(b, slot) for b in loaded for slot in b.slots if Chosen(b, slot) in chosen]


def _written(banks: list[Bank], room: float) -> list[Chosen]:
    found = [
        Chosen(bank, slot) for bank in banks for slot in bank.slots if bank.is_written(slot.id)
    ]
    chosen = []
    for one in sorted(reversed(found), key=lambda each: -each.slot.points):
        if one.slot.points <= room:
            room -= one.slot.points
            chosen.append(one)
    return chosen


def _in_turn(bank: Bank) -> list[Slot]:
    """Return the machine-marked slots, one of each objective in turn, the weightiest first."""
    by_objective: dict[str, list[Slot]] = {}
    for slot in bank.slots:
        if not bank.is_written(slot.id):
            by_objective.setdefault(slot.objective, []).append(slot)
    groups = [
        sorted(group, key=lambda slot: -slot.points)
        for group in sorted(by_objective.values(), key=lambda g: -sum(s.points for s in g))
    ]
    rounds = max(map(len, groups), default=0)
    return [group[turn] for turn in range(rounds) for group in groups if turn < len(group)]


def _quiz_table(bank: Bank) -> Iterator[str]:
    yield f"| Objective | {' | '.join(map(str.capitalize, LEVELS))} | Points |"
    yield "|---|---|---|---|--:|"
    for objective in dict.fromkeys(slot.objective for slot in bank.slots):
        slots = [slot for slot in bank.slots if slot.objective == objective]
        cells = ["<br>".join(_cell(bank, s) for s in slots if s.level == at) for at in LEVELS]
        total = sum(slot.points for slot in slots)
        yield f"| {_named(objective)} | {' | '.join(cells)} | {total:g} |"
    yield _sums("**All**", bank.slots)


def _exam_table(chosen: list[Chosen]) -> Iterator[str]:
    yield f"| Lesson | Objective | {' | '.join(map(str.capitalize, LEVELS))} | Points |"
    yield "|---|---|---|---|---|--:|"
    for bank, slot in ((one.bank, one.slot) for one in chosen):
        cells = [_cell(bank, slot) if slot.level == level else "" for level in LEVELS]
        named = _named(slot.objective)
        yield f"| {bank.quiz} | {named} | {' | '.join(cells)} | {slot.points:g} |"
    yield _sums("**All** |", [one.slot for one in chosen])


def _sums(name: str, slots: Iterable[Slot]) -> str:
    listed = list(slots)
    cells = [sum(s.points for s in listed if s.level == level) for level in LEVELS]
    whole = sum(slot.points for slot in listed)
    return f"| {name} | {' | '.join(f'**{one:g}**' for one in cells)} | **{whole:g}** |"


def _cell(bank: Bank, slot: Slot) -> str:
    sign = " ✎" if bank.is_written(slot.id) else " Σ" if slot.arithmetic else ""
    return f"*{slot.id}*{sign}: {slot.points:g} ({len(bank.filling(slot.id))})"


def _named(objective: str) -> str:
    row = tables.objectives().get(objective)
    return row.text.replace("|", "\\|") if row else objective
