"""The preprocessor that takes the place of nbgrader's Execute: marks without running anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import Execute
from nbgrader.utils import compute_checksum

from running_muscles.classroom.by_hand import points_by_hand
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.paper import graded_cells, handed_in, mark
from running_muscles.classroom.points import is_excluded
from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource, quiz_source
from running_muscles.quiz.notebook import ANSWER_STUB


class ScoreAnswers(Execute):  # type: ignore[misc]
    """Score ``responses.json`` and write mark and feedback into each graded cell.

    Notebooks that are no quiz of this course are executed as nbgrader does it. A cell without
    output earns full marks in nbgrader, so this step runs for a quiz even when execution is
    switched off (``--no-execute``).
    """

    def __call__(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Mark a quiz, or hand any other notebook to nbgrader's Execute."""
        about = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        source = quiz_source(coursedir, about["assignment"], about["notebook"])
        if source is None or source.handwritten:
            nb, resources = super().__call__(nb, resources)
        if source is not None:
            try:
                nb = self._marked(nb, about, source)
            except CannotGradeError as error:
                self.log.error("Student '%s' cannot be graded: %s", about["student"], error)
                raise
        return nb, resources

    def _marked(self, nb: Any, about: dict[str, str], source: QuizSource) -> Any:
        coursedir = self.parent.parent.coursedir
        folder = Path(
            coursedir.format_path(
                coursedir.submitted_directory, about["student"], about["assignment"]
            )
        )
        check_stubs(nb, source)
        found = handed_in(folder, source, about["student"])
        own: Mapping[str, float] = {}
        if any(is_excluded(source, question) for question in found.asked.values()):
            classroom = Classroom(Path(coursedir.root), coursedir)
            own = points_by_hand(classroom, about["assignment"]).get(about["student"], {})
        for note in mark(nb, source, found, about["student"], folder, own):
            self.log.warning("Student '%s', %s: %s", about["student"], source.quiz, note)
        return nbformat.from_dict(nb)


def check_stubs(nb: Any, source: QuizSource) -> None:
    """Make sure that an untouched written answer is one for nbgrader too.

    Raises
    ------
    CannotGradeError
        When the gradebook knows another text for it.
    """
    for name, cell in graded_cells(nb).items():
        if name in source.slots and cell["metadata"]["nbgrader"].get("solution"):
            cell["source"] = ANSWER_STUB
            if compute_checksum(cell) != cell["metadata"]["nbgrader"].get("checksum"):
                raise CannotGradeError(STALE.format(source.quiz, source.quiz))
