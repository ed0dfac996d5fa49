"""The preprocessor that leaves our text where a written answer goes, and nbgrader's elsewhere."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions

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
