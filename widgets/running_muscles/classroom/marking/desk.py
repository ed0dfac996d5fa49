"""The desk: what is asked of it by a marker, and what it answers. It knows no browser."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.marking import history
from running_muscles.classroom.marking.answers import (
    Answer,
    Apart,
    Written,
    read,
    read_one,
    source_of,
    written_slots,
)
from running_muscles.classroom.marking.history import Given
from running_muscles.classroom.marking.marks import Mark, change
from running_muscles.classroom.marking.order import lot, ordered
from running_muscles.classroom.marking.replies import (
    OUT_OF_REACH,
    REFUSED,
    SAVED,
    Reply,
    Shown,
    changed,
    marked_elsewhere,
    wrong,
)
from running_muscles.quiz.shown_text import clean


@dataclass(frozen=True, slots=True)
class _Step:
    """What a mark of this desk has changed, to be taken back."""

    student: str
    slot: str
    before: Mark
    after: Mark
    ticked: tuple[int, ...]


@dataclass
class Desk:
    """One marker's session with the written answers of a quiz.

    Parameters
    ----------
    classroom, quiz
        The class and the assignment.
    anonymous
        Whether names are hidden, and the order says nothing about them.

    Raises
    ------
    ClassroomError
        When the quiz cannot be marked.
    """

    classroom: Classroom
    quiz: str
    anonymous: bool = False
    shown: dict[str, Shown] = field(default_factory=dict)
    apart: tuple[Apart, ...] = ()
    left_open: int = 0
    second_looks: int = 0
    old: bool = False
    _steps: list[_Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.source = source_of(self.classroom, self.quiz)
        self.load()

    def load(self) -> None:
        """Read the class anew.

        Raises
        ------
        ClassroomError, SheetError, SettingsError
            With what to mend.
        """
        self.source = source_of(self.classroom, self.quiz)
        written: Written = read(self.classroom, self.quiz, self.source)
        given = history.last(self.classroom.folder, self.quiz)
        edition = self.source.released.edition
        in_order = ordered(
            written.answers,
            written_slots(self.source),
            list(self.source.questions),
            edition if self.anonymous else None,
        )
        self.shown = {}
        for number, answer in enumerate(in_order, 1):
            key = self._key(answer.student, answer.slot)
            known = given.get((answer.student, answer.slot))
            ticked = history.ticks(known, answer.mark, answer.seen)
            self.shown[key] = Shown(key, self._title(answer, number), answer, ticked)
        self.apart, self.left_open = written.apart, written.left_open
        self.second_looks, self.old = written.second_looks, written.old

    def _key(self, student: str, slot: str) -> str:
        return "a" + lot(self.source.released.edition, self.quiz, slot, student)[:16]

    def _title(self, answer: Answer, number: int) -> str:
        if self.anonymous:
            return f"Answer {number}"
        return f"{answer.name} ({answer.student})" if answer.name else answer.student

    @property
    def marked(self) -> int:
        """How many of the answers are marked."""
        return sum(one.answer.mark.given for one in self.shown.values())

    @property
    def may_undo(self) -> bool:
        """Whether a mark of this session can be taken back."""
        return bool(self._steps)

    def save(
        self, key: str, version: str, points: object, comment: object, ticked: Sequence[object]
    ) -> Reply:
        """Give an answer its points, if nothing has changed since it was shown.

        Parameters
        ----------
        key
            Which answer.
        version
            `Answer.version` of what the marker has seen.
        points
            A number from 0 to the points of the question.
        comment
            Text for the student; empty for none.
        ticked
            The lines of the rubric that earned the points, for the marker to see again.
        """
        if key not in self.shown:
            return Reply(REFUSED, "This page is old: load it again. Nothing was saved.")
        before = self.shown[key]
        refusal = wrong(before.answer, points, comment)
        if refusal:
            return Reply(REFUSED, refusal, before)
        assert isinstance(points, int | float)
        assert isinstance(comment, str)
        lines = range(len(before.answer.question.rubric))
        chosen = tuple(sorted({one for one in ticked if type(one) is int and one in lines}))
        said = clean(comment).strip() or None
        return self._enter(before, version, float(points), said, chosen)

    def _enter(
        self,
        before: Shown,
        version: str,
        points: float,
        comment: str | None,
        ticked: tuple[int, ...],
    ) -> Reply:
        found = self._now(before)
        if found is None:
            return Reply(REFUSED, OUT_OF_REACH.format(self.quiz))
        told = changed(version, found, self._given(found), self.quiz)
        if told is not None:
            return told
        answer = found.answer
        after = replace(answer.mark, points=points, waits=False, comment=comment)
        with self.classroom.gradebook() as gradebook:
            done = change(gradebook, self.quiz, answer.student, answer.slot, answer.mark, after)
        if not done:
            now = self._now(before)
            if now is None:
                return Reply(REFUSED, OUT_OF_REACH.format(self.quiz))
            return marked_elsewhere(now, self._given(now))
        self._note(answer, after, ticked)
        step = _Step(answer.student, answer.slot, answer.mark, after, found.ticked)
        self._steps.append(step)
        words = f"Saved: {found.title}, {points:g} of {answer.question.points:g}."
        return Reply(SAVED, words, self._now(found))

    def undo(self) -> Reply:
        """Take the last mark of this session back, if it still stands as it was given."""
        if not self._steps:
            return Reply(REFUSED, "There is nothing to undo: you have given no mark yet.")
        step = self._steps[-1]
        shown = self.shown.get(self._key(step.student, step.slot))
        with self.classroom.gradebook() as gradebook:
            done = shown is not None and change(
                gradebook, self.quiz, step.student, step.slot, step.after, step.before
            )
        self._steps.pop()
        if shown is None:
            return Reply(REFUSED, "That answer is not on this page any more. Nothing was undone.")
        if done and step.before.points is not None:
            self._note(shown.answer, step.before, step.ticked)
        now = self._now(shown)
        if not done:
            name = history.who(self._given(now), now.answer.mark) if now else "Somebody"
            told = f"{name} has changed that mark since. It stays as it is; nothing was undone."
            return Reply(REFUSED, told, now)
        back = "has no mark again" if step.before.points is None else "has its earlier mark again"
        return Reply(SAVED, f"Undone: {shown.title} {back}.", now)

    def _note(self, answer: Answer, mark: Mark, ticked: tuple[int, ...]) -> None:
        given = Given(
            answer.student,
            answer.slot,
            mark.points,
            mark.comment or "",
            ticked,
            answer.seen,
            history.marker(),
            history.now(),
        )
        # The mark is in the gradebook. Without this note nobody will know who gave it, no more.
        with suppress(OSError):
            history.add(self.classroom.folder, self.quiz, given)

    def _now(self, shown: Shown) -> Shown | None:
        """Return an answer as it is now, and show it from here on."""
        self.source = source_of(self.classroom, self.quiz)
        old = shown.answer
        answer = read_one(self.classroom, self.source, old.student, old.slot)
        if answer is None:
            return None
        ticked = history.ticks(self._given(shown), answer.mark, answer.seen)
        self.shown[shown.key] = replace(shown, answer=answer, ticked=ticked)
        return self.shown[shown.key]

    def _given(self, shown: Shown) -> Given | None:
        """Return the last mark that this page gave an answer, by whomever."""
        answer = shown.answer
        return history.last(self.classroom.folder, self.quiz).get((answer.student, answer.slot))
