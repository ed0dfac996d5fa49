"""The preprocessor that takes the place of nbgrader's Execute: marks without running anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import compute_checksum

from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource, quiz_source
from running_muscles.classroom.submitted_notebook import remark
from running_muscles.quiz import feedback, responses
from running_muscles.quiz.notebook import ANSWER_STUB, SETUP, box
from running_muscles.quiz.questions import Question, Text
from running_muscles.quiz.scoring import NO_ANSWER, score


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
                self._mark(nb, about, source)
            except CannotGradeError as error:
                self.log.error("Student '%s' cannot be graded: %s", about["student"], error)
                raise
        return nb, resources

    def _mark(self, nb: Any, about: dict[str, str], source: QuizSource) -> None:
        coursedir = self.parent.parent.coursedir
        folder = Path(
            coursedir.format_path(
                coursedir.submitted_directory, about["student"], about["assignment"]
            )
        )
        answers = responses.read(folder / responses.FILE_NAME, source.quiz, source.questions)
        notes = list(answers.problems)
        if not source.handwritten:
            changed = remark(folder / f"{about['notebook']}.ipynb", source.notebook)
            notes += [changed] if changed else []
        for note in notes:
            self.log.warning("Student '%s', %s: %s", about["student"], source.quiz, note)
        cells = {
            cell.metadata.nbgrader.grade_id: cell
            for cell in nb.cells
            if cell.metadata.get("nbgrader", {}).get("grade_id")
        }
        for question in source.questions.values():
            if question.id not in cells:
                raise CannotGradeError(f"The graded cell {question.id!r} is missing.")
            value = answers.values.get(question.id)
            if isinstance(question, Text):
                self._hand_over(question, value, cells, source)
            else:
                self._write_mark(question, value, cells[question.id], source)
        if notes and SETUP in cells:
            cells[SETUP].outputs = [_display(feedback.notes_html(notes))]

    def _write_mark(self, question: Question, value: Any, cell: Any, source: QuizSource) -> None:
        if float(cell.metadata.nbgrader.points) != question.points:
            raise CannotGradeError(STALE.format(source.quiz))
        marked = score(question, value)
        if marked.points is None or not 0 <= marked.points <= question.points:
            raise CannotGradeError(
                f"The mark of {question.id!r} is {marked.points}, which cannot be."
            )
        data = {
            # A plain float is the only output that nbgrader reads as partial credit.
            "text/plain": repr(float(marked.points)),
            "text/html": feedback.question_html(question, value, marked),
        }
        cell.outputs = [new_output("execute_result", data=data, execution_count=None)]

    def _hand_over(
        self, question: Text, value: str | None, cells: dict[str, Any], source: QuizSource
    ) -> None:
        """Put the text into the cell that a person marks; untouched, nbgrader gives it 0."""
        cell = cells[question.id]
        cell.source = ANSWER_STUB
        if compute_checksum(cell) != cell.metadata.nbgrader.checksum:
            raise CannotGradeError(STALE.format(source.quiz))
        text = None if score(question, value).verdict == NO_ANSWER else value
        if text is not None:
            cell.source = feedback.answer_html(text)
        if box(question.id) in cells:
            cells[box(question.id)].outputs = [_display(feedback.marking_html(question, text))]


def _display(html: str) -> Any:
    return new_output("display_data", data={"text/html": html})
