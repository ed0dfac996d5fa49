"""nbgrader's settings for this course, read by its commands and by Formgrader in this folder."""

import os
import sys

from running_muscles.quiz.notebook import ANSWER_STUB

c = get_config()

here = os.path.dirname(os.path.abspath(__file__))
grading = "running_muscles.classroom"

# nbgrader makes a new gradebook with `alembic`, which it looks for by name: it is beside Python,
# but in nobody's PATH when nbgrader was started as .venv/bin/nbgrader.
os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ.get("PATH", "")

c.CourseDirectory.course_id = "running-muscles"
c.CourseDirectory.root = here
# Wait for another process that writes, instead of giving up at once.
c.CourseDirectory.db_url = "sqlite:///" + os.path.join(here, "gradebook.db") + "?timeout=60"

# The text of an unanswered written question; nbgrader compares answers with it.
c.ClearSolutions.text_stub = ANSWER_STUB

# Quizzes are marked from responses.json; nothing that a student handed in is run.
c.Autograde.exporter_class = f"{grading}.submission.QuizSubmission"
c.Autograde.autograde_preprocessors = [
    f"{grading}.score_answers.ScoreAnswers",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    f"{grading}.save_marks.SaveMarks",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.GenerateFeedback.exporter_class = f"{grading}.feedback_page.FeedbackPage"
c.GenerateFeedback.preprocessors = [
    f"{grading}.grades.GetMarks",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

c.ExportApp.plugin_class = f"{grading}.export.GradesWithState"
