"""Preprocessors for the written answer of a quiz that is handed out: its text, and no alarm."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor

from running_muscles.quiz.notebook import ANSWER_STUB, METADATA


class ClearOurSolutions(ClearSolutions):  # type: ignore[misc]
    """Clear solutions as nbgrader does, with the text for an unanswered question of a quiz."""

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Clear the solutions of one notebook."""
        before = str(self.text_stub)  # type: ignore[has-type]
        if METADATA in nb.metadata:
            # nbgrader compares this text with the answer: unchanged means not answered.
            self.text_stub = ANSWER_STUB
        try:
            nb, resources = super().preprocess(nb, resources)
        finally:
            self.text_stub = before
        return nb, resources


class NoFalseAlarm(NbGraderPreprocessor):  # type: ignore[misc]
    """Let nbgrader's Validate pass a quiz whose written answer is in its box.

    Validate takes a cell that still holds its first text for unanswered and says that it failed.
    Ours always holds it, as the answer is saved beside the notebook. Without a checksum in the
    students' copy nothing is compared; for grading, the gradebook has it.
    """

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Take the checksums off the written answers of one notebook."""
        if METADATA in nb.metadata:
            for cell in nb.cells:
                about = cell.metadata.get("nbgrader", {})
                if about.get("solution") and cell.cell_type == "markdown":
                    about.pop("checksum", None)
        return nb, resources
