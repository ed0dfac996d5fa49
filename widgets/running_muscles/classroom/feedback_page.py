"""The exporter that nbgrader's GenerateFeedback uses: one page, one file, no network."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import Exporter

from running_muscles.classroom.exam_time import refuse_while_open
from running_muscles.classroom.feedback_files import prepare
from running_muscles.classroom.feedback_pictures import picture_of, picture_style
from running_muscles.classroom.paper import DRAWN_FOR
from running_muscles.classroom.source import QuizSource, quiz_source
from running_muscles.quiz.exam import Cut
from running_muscles.quiz.feedback import rubric_html, stem_html, words_html
from running_muscles.quiz.markup import block
from running_muscles.quiz.notebook import ANSWER_STUB, METADATA, SETUP
from running_muscles.quiz.questions import Question, Text

STYLE_FILE = "feedback.css"


class FeedbackPage(HTMLExporter):  # type: ignore[misc]
    """Write our own page for a quiz of this course, nbgrader's page for anything else."""

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)
        prepare(self.parent)

    def from_notebook_node(
        self, nb: Any, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Export a graded notebook.

        Raises
        ------
        CannotGradeError
            When the quiz and its bank do not belong together any more.
        """
        about = (resources or {}).get("nbgrader", {})
        source = None
        if about and hasattr(self.parent, "coursedir"):
            source = quiz_source(self.parent.coursedir, about["assignment"], about["notebook"])
        if source is None or source.handwritten:
            text, resources = super().from_notebook_node(nb, resources, **kwargs)
            return str(text), resources
        refuse_while_open(self.parent.coursedir, about["assignment"])
        # Only the preprocessors, which fetch the marks; no template of nbconvert.
        graded, resources = Exporter.from_notebook_node(self, nb, resources, **kwargs)
        return page(graded, resources["nbgrader"], source), resources


def page(nb: Any, marks: dict[str, Any], source: QuizSource) -> str:
    """Return the feedback page.

    Parameters
    ----------
    nb
        The autograded notebook, with marks and comments in its metadata.
    marks
        ``score``, ``max_score`` and ``late_penalty`` of the submission, in points, and
        ``exam_time``, a sentence about the time of an exam.
    source
        The quiz.
    """
    cells = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in nb["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id")
    }
    waits = any(cells[name]["metadata"]["nbgrader"].get("waits") for name in source.slots)
    asked = source.asked(nb["metadata"].get(METADATA, {}).get(DRAWN_FOR, ""))
    articles, links = [], []
    for number, (slot, question) in enumerate(asked.items(), 1):
        mark = _mark(cells[slot])
        links.append(
            f'<li><a href="#question-{number}">Question {number}<span>{mark}</span></a></li>'
        )
        articles.append(_article(number, question, cells[slot], mark))
    style = files("running_muscles.classroom").joinpath(STYLE_FILE).read_text(encoding="utf-8")
    style += picture_style("".join(articles))
    title = escape(source.title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Feedback: {title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{_header(title, marks, waits, source.cut)}\n{_html(cells.get(SETUP))}\n"
        f'<nav aria-label="Questions"><ol>{"".join(links)}</ol></nav>\n'
        + "\n".join(articles)
        + "\n</main>\n</body>\n</html>\n"
    )


def _header(title: str, marks: dict[str, Any], waits: bool, cut: Cut | None) -> str:
    points, most = float(marks["score"]), float(marks["max_score"])
    told = ""
    if waits:
        told += "<p>Your written answer is not marked yet, so points may still be added.</p>"
    if marks.get("late_penalty"):
        told += f"<p>{marks['late_penalty']:g} points were taken off for handing in late.</p>"
    if marks.get("exam_time"):
        told += (
            f'<p class="rm-exam-time">{escape(marks["exam_time"])} The points are those of your'
            " answers; what the time means for your result, your instructor decides.</p>"
        )
    if cut is not None:
        told += _cut(cut, points, most, waits)
    return (
        f"<header><p>Running Muscles</p><h1>Feedback: {title}</h1>"
        f'<p class="rm-total"><b>{_number(points)}</b> of {_number(most)} points'
        f"{' so far' if waits else ''}</p>"
        f'<meter min="0" max="{most:g}" value="{points:g}" aria-label="Points"></meter>'
        f"{told}</header>"
    )


def _cut(cut: Cut, points: float, most: float, waits: bool) -> str:
    """Return whether the exam is passed, and why the cut score is what it is."""
    reached = cut.is_reached(points, most)
    # Points may still be added, so nobody is told of a failure before all are there.
    told = "<b>Passed.</b>" if reached else "" if waits else "<b>Not passed.</b>"
    return (
        f'<p class="rm-cut">{told} The exam is passed with {_number(cut.points(most))} points'
        f" ({cut.percent:g}%). Why so many: {escape(cut.why)}</p>"
    )


def _article(number: int, question: Question, cell: Any, mark: str) -> str:
    body = _written(question, cell) if isinstance(question, Text) else _html(cell)
    if cell["metadata"]["nbgrader"].get("by_hand"):
        body += '<p class="rm-by-hand">Your instructor has changed the points by hand.</p>'
    return (
        f'<article id="question-{number}"><h2>Question {number}'
        f'<span class="rm-points">{mark}</span></h2>{body}{picture_of(question)}</article>'
    )


def _written(question: Text, cell: Any) -> str:
    # The cell holds either our own HTML with the escaped answer or the untouched stub, and
    # nbgrader's automatic comment on the latter says no more than that.
    answered = cell["source"] != ANSWER_STUB
    shown = f"<h4>Your answer</h4>{cell['source']}" if answered else words_html(question, None)
    comment = (cell["metadata"]["nbgrader"].get("comment") or "").strip()
    if answered and comment:
        shown += f'<h4>From your instructor</h4><div class="rm-comment">{block(comment)}</div>'
    return (
        f'<section class="rm-question rm-{"marked" if answered else "none"}">'
        f"{stem_html(question)}{shown}{rubric_html(question)}</section>"
    )


def _mark(cell: Any) -> str:
    grade = cell["metadata"]["nbgrader"]
    if grade.get("waits"):
        return "not marked yet"
    return f"{_number(grade['score'])} of {_number(grade['points'])}"


def _number(points: float) -> str:
    return f"{round(float(points), 2):g}"


def _html(cell: Any) -> str:
    """Return the HTML that grading wrote into a cell's output."""
    outputs = cell["outputs"] if cell and cell["cell_type"] == "code" else []
    return "".join("".join(output.get("data", {}).get("text/html", "")) for output in outputs)
