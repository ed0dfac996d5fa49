"""Whether hand-ins of an exam came in time, and when feedback on it may be given.

Judged by the server's time stamp. Worked out anew whenever it is told, as lateness is, so that
extra time that is granted later counts.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from running_muscles.classroom import roster, settings
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.paper import handed_in
from running_muscles.classroom.source import CannotGradeError, QuizSource
from running_muscles.quiz.hand_in import HandIn
from running_muscles.quiz.sitting import EXAM, PLAIN, Timing, shut, timing


class ExamTime:
    """The time of one exam of a class.

    Parameters
    ----------
    classroom
        The class, with its settings and its roster.
    quiz
        The exam; of another quiz, nothing is told.

    Raises
    ------
    SheetError, SettingsError
        When the roster or the settings of the class cannot be read.
    """

    def __init__(self, classroom: Classroom, quiz: str) -> None:
        own = settings.load(classroom.folder)
        self._classroom = classroom
        self._quiz = quiz
        self.sitting = own.sittings.get(quiz, PLAIN)
        self._grace = timedelta(minutes=own.late.grace_minutes)
        self._entries = roster.kept(classroom.folder) if self.is_exam else {}

    @property
    def is_exam(self) -> bool:
        """Whether the quiz is an exam with a window."""
        return self.sitting.kind == EXAM

    def extra(self, student: str, extension: timedelta | None = None) -> timedelta:
        """Return the time that a student has on top: by the roster, and by the gradebook."""
        entry = self._entries.get(student)
        return (entry.extra if entry else timedelta()) + (extension or timedelta())

    def of(
        self,
        student: str,
        moment: datetime | None,
        extension: timedelta | None,
        found: HandIn | None,
    ) -> Timing | None:
        """Judge a hand-in; None when the quiz is no exam.

        Parameters
        ----------
        moment
            The time stamp, in UTC without offset.
        found
            What was handed in; it tells when the student began.
        """
        if not self.is_exam:
            return None
        return timing(
            self.sitting,
            moment.replace(tzinfo=UTC) if moment else None,
            found.begun if found else None,
            self.extra(student, extension),
            self._grace,
        )

    def told_to(
        self,
        student: str,
        moment: datetime | None,
        extension: timedelta | None,
        source: QuizSource,
    ) -> str:
        """Return what the feedback page says about the time; "" where all is well."""
        if not self.is_exam:
            return ""
        folder = self._classroom.place("submitted", student, self._quiz)
        try:
            found = handed_in(folder, source, student)
        except CannotGradeError:
            found = None
        judged = self.of(student, moment, extension, found)
        return judged.told if judged else ""

    def refuse_while_open(self, now: datetime | None = None) -> None:
        """Refuse to give feedback before the window has closed for everybody.

        Raises
        ------
        ClassroomError
            With when it may be given.
        """
        longest = max((entry.extra for entry in self._entries.values()), default=timedelta())
        end = shut(self.sitting, longest)
        if end is None or (now or datetime.now(UTC)) >= end:
            return
        extra = f", the longest extra time ({longest.total_seconds() / 60:g} min) included"
        raise ClassroomError(
            f"{self._quiz} is an exam that is open until {end.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
            f"{extra if longest else ''}. Feedback would tell the answers to those who still sit"
            " it. Give it after that."
        )


def refuse_while_open(coursedir: Any, quiz: str) -> None:
    """Do so for nbgrader's own commands, which know a CourseDirectory."""
    ExamTime(Classroom(Path(coursedir.root), coursedir), quiz).refuse_while_open()
