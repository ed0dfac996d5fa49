"""How late one student's hand-in is, with the rule, due date and extra time of the class."""

from __future__ import annotations

from datetime import datetime, timedelta

from running_muscles.classroom import late, roster, settings
from running_muscles.classroom.folder import Classroom


class Lateness:
    """Lateness in one assignment.

    Parameters
    ----------
    classroom
        The class, with its rule and its roster.
    max_points
        What the assignment gives.
    due
        When it is due, in UTC without offset, as nbgrader keeps it; None when it never is.

    Raises
    ------
    SheetError, SettingsError
        When the roster or the settings of the class cannot be read.
    """

    def __init__(self, classroom: Classroom, max_points: float, due: datetime | None) -> None:
        self._max = max_points
        self._due = due
        self._rule = settings.load(classroom.folder).late
        self._entries = roster.kept(classroom.folder)

    @property
    def students(self) -> set[str]:
        """The ids in the roster."""
        return set(self._entries)

    def of(
        self, student: str, handed_in: datetime | None, extension: timedelta | None
    ) -> tuple[float, str]:
        """Return the points that lateness takes off, and how late in words; "" when in time.

        Parameters
        ----------
        handed_in
            When, in UTC without offset.
        extension
            What nbgrader's gradebook grants this student for this assignment.
        """
        extra = extension or timedelta()
        if student in self._entries:
            extra += self._entries[student].extra
        seconds = late.seconds_late(handed_in, self._due, extra)
        words = late.in_words(seconds) if late.is_late(self._rule, seconds) else ""
        return late.penalty(self._rule, self._max, seconds), words
