"""nbgrader's settings for a class of this course; its ``nbgrader_config.py`` calls `configure`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from running_muscles.classroom import settings
from running_muscles.classroom.connections import look_after_connections

HERE = "running_muscles.classroom"
OUR_STUBS = f"{HERE}.stubs.ClearOurSolutions"
NO_ALARM = f"{HERE}.stubs.NoFalseAlarm"


def configure(c: Any, folder: str | Path) -> None:
    """Set what makes nbgrader mark the quizzes of this course.

    Parameters
    ----------
    c
        nbgrader's configuration.
    folder
        The folder of the class.
    """
    root = Path(folder).absolute()
    own = settings.load(root)
    # nbgrader makes a new gradebook with `alembic`, which it looks for by name: it is beside
    # Python, but in nobody's PATH when nbgrader was started as .venv/bin/nbgrader.
    os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ.get("PATH", "")

    c.CourseDirectory.course_id = own.course
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    look_after_connections()

    # Quizzes are marked from responses.json; nothing that a student handed in is run.
    c.Autograde.exporter_class = f"{HERE}.submission.QuizSubmission"
    c.Autograde.autograde_preprocessors = [
        f"{HERE}.score_answers.ScoreAnswers",
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        f"{HERE}.save_marks.SaveMarks",
        f"{HERE}.save_marks.LatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    # The text of an unanswered written question, which nbgrader compares answers with. Only ours:
    # other assignments in this course keep nbgrader's.
    c.GenerateAssignment.preprocessors = [
        OUR_STUBS if name == "ClearSolutions" else f"nbgrader.preprocessors.{name}"
        for name in (
            "IncludeHeaderFooter", "InstantiateTests", "LockCells", "ClearSolutions", "ClearOutput",
            "CheckCellMetadata", "ComputeChecksums", "SaveCells", "ClearHiddenTests",
            "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata",
        )
    ] + [NO_ALARM]  # fmt: skip
    c.GenerateFeedback.exporter_class = f"{HERE}.feedback_page.FeedbackPage"
    c.GenerateFeedback.preprocessors = [
        f"{HERE}.grades.GetMarks",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    # Hand-ins are looked at before they are taken, and only pages of feedback are given back.
    c.ExchangeFactory.collect = f"{HERE}.exchange.SafeCollect"
    c.ExchangeFactory.list = f"{HERE}.exchange_list.SafeList"
    c.ExchangeFactory.release_feedback = f"{HERE}.exchange.SafeReleaseFeedback"
    c.ZipCollectApp.extractor_plugin = f"{HERE}.archives.SafeExtractor"
    c.ZipCollectApp.collector_plugin = f"{HERE}.archives.HandInCollector"
    c.ExportApp.plugin_class = f"{HERE}.export.GradesWithState"
