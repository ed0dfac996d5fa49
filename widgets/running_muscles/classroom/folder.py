"""A class in its folder: nbgrader's configuration, course and gradebook."""

from __future__ import annotations

import fnmatch
import glob
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_ignored
from traitlets.config import PyFileConfigLoader

from running_muscles.quiz.notebook import METADATA

CONFIG = "nbgrader_config.py"


class ClassroomError(Exception):
    """What keeps a command from working on a class; the message says what to do."""


@dataclass(frozen=True)
class Classroom:
    """One class.

    Attributes
    ----------
    folder
        Where its ``nbgrader_config.py`` stands.
    coursedir
        nbgrader's CourseDirectory, as that configuration makes it.
    """

    folder: Path
    coursedir: Any

    @classmethod
    def of(cls, folder: Path) -> Classroom:
        """Open the class in a folder."""
        config = PyFileConfigLoader(CONFIG, path=str(folder)).load_config()
        return cls(folder.absolute(), CourseDirectory(config=config))

    def __reduce__(self) -> tuple[Any, ...]:
        # A worker opens the class anew: what nbgrader keeps of it cannot be sent.
        return Classroom.of, (self.folder,)

    @contextmanager
    def gradebook(self) -> Iterator[Any]:
        """Open the gradebook for as long as it is needed."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            yield gradebook

    def assignment(self, gradebook: Any, name: str) -> Any:
        """Return an assignment of the gradebook.

        Raises
        ------
        ClassroomError
            When it was never generated.
        """
        try:
            return gradebook.find_assignment(name)
        except MissingEntry:
            raise ClassroomError(
                f"The gradebook has no assignment {name!r}."
                f" Run in {self.folder}: nbgrader generate_assignment {name}"
            ) from None

    def is_quiz(self, assignment: str) -> bool:
        """Say whether an assignment is a quiz of this course, from its own notebook."""
        path = self.place("source", ".", assignment) / f"{assignment}.ipynb"
        try:
            about = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return METADATA in about

    def set_due(self, assignment: str, moment: datetime) -> str:
        """Set when an assignment is due, and say so.

        Parameters
        ----------
        moment
            With an offset; nbgrader keeps it in UTC.

        Raises
        ------
        ClassroomError
            When the assignment was never generated.
        """
        utc = moment.astimezone(UTC).replace(tzinfo=None)
        with self.gradebook() as gradebook:
            found = self.assignment(gradebook, assignment)
            found.duedate = utc
            gradebook.db.commit()
        return (
            f"{assignment} is due {moment:%Y-%m-%d %H:%M} ({moment:%z}),"
            f" that is {utc:%Y-%m-%d %H:%M} UTC."
        )

    def place(self, step: str, student: str, assignment: str) -> Path:
        """Return the folder of one hand-in at one of nbgrader's steps, such as ``submitted``."""
        pattern = getattr(self.coursedir, f"{step}_directory")
        return Path(self.coursedir.format_path(pattern, student, assignment))

    def submitted(self, assignment: str, students: str = "*") -> list[str]:
        """Return the ids of the students who have handed something in, in order."""
        return list(submitted(self.coursedir, assignment, students))

    def submitted_folders(self, assignment: str) -> dict[str, Path]:
        """Return the folder of each student who has handed something in, by id."""
        return submitted(self.coursedir, assignment)

    def ignored(self, path: Path) -> bool:
        """Say whether nbgrader leaves a file behind when it copies a hand-in."""
        return bool(is_ignored(str(path), self.coursedir.ignore))


def submitted(coursedir: Any, assignment: str, students: str = "*") -> dict[str, Path]:
    """Return the submitted folder of each student whose id matches a pattern, by id."""
    return handled(coursedir, "submitted", assignment, students)


def handled(coursedir: Any, step: str, assignment: str, students: str = "*") -> dict[str, Path]:
    """Return each student's folder at one of nbgrader's steps, by id.

    Parameters
    ----------
    coursedir
        nbgrader's CourseDirectory.
    step
        Such as ``submitted`` or ``feedback``.
    assignment
        nbgrader's name of it.
    students
        A pattern such as ``a*``, or one id; brackets in an id are letters, not a pattern.
    """
    directory = getattr(coursedir, f"{step}_directory")
    # The class may lie in a folder whose name holds what means something in a pattern.
    place = Path(coursedir.format_path(directory, "\0", assignment))
    depth = place.parts.index("\0")
    found = {
        Path(path).parts[depth]: Path(path)
        for path in glob.glob(glob.escape(str(place)).replace("\0", "*"))
        if Path(path).is_dir()
    }
    return {
        student: found[student]
        for student in sorted(found)
        if student == students or fnmatch.fnmatchcase(student, students)
    }
