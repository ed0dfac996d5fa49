"""The course's own rules for questions that are answered row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from running_muscles.quiz.by_row import GAP, Gaps, Labels, Match, in_reading_order


def repeated(ids: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each id that stands twice."""
    for one, times in Counter(ids).items():
        if times > 1:
            yield f"The id {one!r} stands twice in this question. Rename one."


def match(question: Match) -> Iterator[str]:
    """Yield what is wrong with the pairs."""
    yield from repeated(row.id for row in question.rows)
    yield from repeated(choice.id for choice in question.choices)
    known = {choice.id for choice in question.choices}
    for row in question.rows:
        if row.answer not in known:
            yield (
                f"The row {row.id!r} has the answer {row.answer!r}, which is none of `choices`:"
                f" {', '.join(sorted(known))}. Mend it."
            )
        if row.answer == row.id:
            yield (
                f"The row {row.id!r} and its answer have the same id, and learners can see ids."
                " Rename one."
            )
    taken = {row.answer for row in question.rows}
    for choice in question.choices:
        if choice.id not in taken and not choice.reason:
            yield (
                f"The choice {choice.id!r} belongs to no row. Say in its `reason` what is wrong"
                " with it."
            )
    answers = [row.answer for row in question.rows]
    shown = in_reading_order([(choice.id, choice.text) for choice in question.choices])
    if answers == [one["id"] for one in shown][: len(answers)]:
        yield (
            "The choices stand in alphabetical order, and line up with the rows that they belong"
            " to. Put the rows in another order."
        )
    if answers == sorted(known)[: len(answers)]:
        yield (
            "The choice ids in alphabetical order line up with the rows that they belong to, and"
            " learners can see ids. Rename them, for example after what they say."
        )


def gaps(question: Gaps) -> Iterator[str]:
    """Yield what is wrong with the gaps."""
    ids = [gap.id for gap in question.gaps]
    yield from repeated(ids)
    marks = GAP.findall(question.text)
    for gap in question.gaps:
        if marks.count(gap.id) != 1:
            yield f"`text` must hold {{{{{gap.id}}}}} once: the place of the gap. Mend it."
        yield from repeated(option.id for option in gap.options)
        right = sum(option.correct for option in gap.options)
        if right != 1:
            yield (
                f"{right} options of the gap {gap.id!r} are right. Mark exactly one with"
                " `correct: true`."
            )
    for mark in marks:
        if mark not in ids:
            yield f"`text` holds {{{{{mark}}}}}, and `gaps` has none of this id. Mend it."
    if ids != sorted(ids, key=lambda one: marks.index(one) if one in marks else 0):
        yield "`gaps` stand in another order than in `text`. Put them in the order of the text."


def labels(question: Labels) -> Iterator[str]:
    """Yield what is wrong with the labels."""
    yield from repeated(label.id for label in question.labels)
    yield from repeated(region for label in question.labels for region in label.regions)
    for label in question.labels:
        if label.id in label.regions:
            yield (
                f"The label {label.id!r} has the id of its place, and learners can see ids."
                " Rename it."
            )
