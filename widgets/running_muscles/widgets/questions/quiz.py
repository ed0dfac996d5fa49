"""A graded quiz in the student's notebook."""

from __future__ import annotations

from pathlib import Path

from running_muscles.quiz.public import FILE_NAME
from running_muscles.widgets.notice import Notice
from running_muscles.widgets.questions.clock import ExamClock
from running_muscles.widgets.questions.progress import ProgressFront
from running_muscles.widgets.questions.question import QuestionFront
from running_muscles.widgets.questions.sheet import AnswerSheet
from running_muscles.widgets.speaking import _, settle

# By folder and by the content of its questions: a cell that runs twice meets the same widgets,
# a quiz that was fetched again gets new ones.
_SHEETS: dict[tuple[Path, bytes], AnswerSheet] = {}


class Quiz:
    """The quiz whose ``questions.json`` is in a folder. Answers are saved beside it.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Where the quiz is; by default the folder of the notebook.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._sheet: AnswerSheet | None = None
        self._problem = ""
        settle()
        try:
            self._sheet = _open((folder if folder is not None else Path.cwd()).resolve())
        except ValueError as error:
            self._problem = str(error)
        except OSError as error:
            self._problem = _(
                "The folder of this quiz cannot be used ({error}). "
                "Check that you may read and write in it, then run all cells again."
            ).format(error=error)

    def ask(self, slot_id: str) -> QuestionFront | Notice:
        """Return the student's question of a slot to show."""
        if self._sheet is None:
            return Notice(self._problem)
        try:
            return self._sheet.front(slot_id)
        except KeyError:
            said = _(
                "This quiz has no place named {name}. Fetch the quiz again: "
                "your answers stand in a file of their own."
            )
            return Notice(said.format(name=repr(slot_id)))

    def progress(self) -> ProgressFront | Notice:
        """Return how many questions have an answer, which are open, and how to hand in."""
        return Notice(self._problem) if self._sheet is None else self._sheet.progress

    def clock(self) -> ExamClock | Notice:
        """Return how much time of an exam is left."""
        if self._sheet is None:
            return Notice(self._problem)
        return self._sheet.clock or Notice(_("This quiz has no clock. Take your time."))


def _open(folder: Path) -> AnswerSheet:
    try:
        content = (folder / FILE_NAME).read_bytes()
    except OSError:
        content = b""
    key = (folder, content)
    if key in _SHEETS:
        _SHEETS[key].refresh()
    else:
        _SHEETS[key] = AnswerSheet(folder)
    return _SHEETS[key]
