"""A class in its folder: nbgrader's configuration, course and gradebook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from traitlets.config import PyFileConfigLoader

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
        return cls(folder, CourseDirectory(config=config))

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
