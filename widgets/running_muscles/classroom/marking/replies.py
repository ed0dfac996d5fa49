"""What a marker is told: saved, refused, or asked because something has changed meanwhile."""

from __future__ import annotations

import math
from dataclasses import dataclass

from running_muscles.classroom.marking.answers import Answer
from running_muscles.classroom.marking.history import Given, who

MAX_COMMENT = 5_000

SAVED = "saved"
REFUSED = "refused"  # what was sent cannot be a mark, or the answer is out of reach now
MARKED_ELSEWHERE = "marked elsewhere"
ANSWERED_ANEW = "answered anew"
HANDED_IN_ANEW = "handed in anew"


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as the page shows it.

    Attributes
    ----------
    key
        Names the answer in the page, and says nothing about the student.
    title
        The student, or a number where names are hidden.
    ticked
        Lines of the rubric behind its mark, as far as they are known.
    """

    key: str
    title: str
    answer: Answer
    ticked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a request.

    Attributes
    ----------
    kind
        One of `SAVED`, `REFUSED` and the three that ask the marker.
    told
        A sentence for the marker.
    shown
        The answer as it is now; None when there is none.
    """

    kind: str
    told: str
    shown: Shown | None = None


def changed(version: str, shown: Shown, given: Given | None, quiz: str) -> Reply | None:
    """Ask the marker when an answer or its mark is not what the page showed.

    Parameters
    ----------
    version
        `Answer.version` of what the page showed.
    shown
        The answer as it is now.
    given
        The last mark that this page gave it.
    quiz
        The assignment, for the command that mends it.
    """
    answer = shown.answer
    if version == answer.version:
        return None
    mark, seen, newer = (*version.split(".", 2), "", "", "")[:3]
    if seen != answer.seen:
        told = f"{shown.title}: handed in anew, or its question was changed, since you saw it."
        return Reply(ANSWERED_ANEW, f"{told} Nothing was saved. Here is the new one.", shown)
    if mark != answer.mark.version:
        return marked_elsewhere(shown, given)
    if newer != answer.newer and answer.newer:
        told = f"{shown.title}: a newer hand-in has come, which is not graded yet."
        mend = f"To see it here: running-muscles grade {quiz}, then load this page again."
        return Reply(HANDED_IN_ANEW, f"{told} {mend} Nothing of yours is saved.", shown)
    return None


def marked_elsewhere(shown: Shown, given: Given | None) -> Reply:
    """Say who has marked an answer meanwhile, and how."""
    mark, most = shown.answer.mark, shown.answer.question.points
    name = who(given, mark)
    if mark.points is None:
        told = f"{name} has taken the mark of this answer back."
    else:
        said = f", with the comment “{mark.comment}”" if mark.comment else ", without a comment"
        told = f"{name} gave this answer {mark.points:g} of {most:g} points{said}."
    if mark.points is not None and mark.waits:
        told += " It waits for another look."
    return Reply(MARKED_ELSEWHERE, f"{told} Nothing of yours is saved.", shown)


def wrong(answer: Answer, points: object, comment: object) -> str:
    """Return why something cannot be a mark; empty when it can."""
    most = answer.question.points
    if isinstance(points, bool) or not isinstance(points, int | float) or not math.isfinite(points):
        return f"Points: that is no number. Give 0 to {most:g}. Nothing was saved."
    if not 0 <= points <= most:
        return f"Points: {points:g} is not within 0 to {most:g}. Nothing was saved."
    if not isinstance(comment, str):
        return "Comment: that is no text. Nothing was saved."
    if len(comment) > MAX_COMMENT:
        return (
            f"Comment: it has {len(comment)} characters, and {MAX_COMMENT} are kept."
            " Shorten it. Nothing was saved."
        )
    return ""


OUT_OF_REACH = (
    "This hand-in is being graded right now, or a run was cut off, or it is gone. Nothing was"
    " saved. Run running-muscles grade {} and load this page again."
)
