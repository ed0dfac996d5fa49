"""What a learner reads about one marked question, as HTML.

Everything a learner has written is escaped. Stems, options and reasons come from the bank and
may hold the marks of `running_muscles.quiz.markup`; raw HTML in them is escaped too. The HTML
holds no script and no style: it is shown on the feedback page and inside Formgrader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape, unescape
from typing import Any

from running_muscles.quiz import certainty
from running_muscles.quiz.by_row import Gaps, Labels, Match, Rowed, asked
from running_muscles.quiz.markup import block, count_words, flow, inline
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.quiz.scoring import NO_ANSWER, PARTLY, RIGHT, WRONG, Part, Score
from running_muscles.quiz.shown_text import clean

MAX_SHOWN = 6_000
_SIGNS = {RIGHT: "✓", PARTLY: "◐", WRONG: "✗", NO_ANSWER: "○"}
_CLASSES = {RIGHT: "right", PARTLY: "partly", WRONG: "wrong", NO_ANSWER: "none"}


def question_html(question: Question, value: Any, score: Score) -> str:
    """Return stem, verdict, the learner's answer, the right one, and reasons.

    Parameters
    ----------
    question
        A question with a key, not a `Text`.
    value
        The learner's valid answer, None without one.
    score
        What `running_muscles.quiz.scoring.score` made of it.
    """
    state = _CLASSES[score.verdict]
    verdict = score.verdict[0].upper() + score.verdict[1:]
    return (
        f'<section class="rm-question rm-{state}">'
        f"{stem_html(question)}"
        f'<p class="rm-verdict"><b><span aria-hidden="true">{_SIGNS[score.verdict]}</span> '
        f"{verdict}</b></p>"
        f"{_BODIES[type(question)](question, value, score)}</section>"
    )


def marking_html(question: Text, value: str | None) -> str:
    """Return what the person needs who marks a written answer: it stands above the answer."""
    state = "none" if value is None else "marked"
    return (
        f'<section class="rm-question rm-{state}">{stem_html(question)}'
        f"{rubric_html(question)}{words_html(question, value)}</section>"
    )


def stem_html(question: Question) -> str:
    """Return the question itself."""
    return f'<div class="rm-stem">{block(asked(question))}</div>'


def rubric_html(question: Text) -> str:
    """Return the rubric and a model answer."""
    rows = "".join(
        f"<li>{inline(line.criterion)} <small>({_points(line.points)})</small></li>"
        for line in question.rubric
    )
    return (
        f'<h4>What earns points</h4><ul dir="auto">{rows}</ul>'
        f"<h4>A model answer</h4>{block(question.model_answer)}"
    )


def words_html(question: Text, value: str | None) -> str:
    """Return the length of a written answer, or that there is none."""
    words = count_words(value) if value else 0
    if not words:
        return f'<p class="rm-words"><b>{NO_ANSWER.capitalize()}</b></p>'
    over = f" The question asks for at most {question.max_words}." * (words > question.max_words)
    return f'<p class="rm-words">The answer has {words} words.{over}</p>'


def answer_html(text: str) -> str:
    """Return a learner's text so that every renderer shows it letter by letter.

    It goes into a Markdown cell. One line inside ``<pre>`` is neither Markdown nor mathematics
    to nbconvert, JupyterLab and MathJax.
    """
    kept = clean(text)[:MAX_SHOWN]
    cut = (
        f"<p><em>(The answer goes on; only its first {MAX_SHOWN} characters are shown.)</em></p>"
        if len(clean(text)) > MAX_SHOWN
        else ""
    )
    shown = escape(kept).translate(_LITERAL)
    return f'<pre class="rm-answer" style="white-space: pre-wrap">{shown}</pre>{cut}'


def answer_text(html: str) -> tuple[str, bool] | None:
    """Return the text in what `answer_html` wrote, and whether it was cut; None in anything else.

    As written, it cannot hold a tag of its own: what a learner typed is escaped.
    """
    found = _ANSWER.fullmatch(html)
    return (unescape(found[1]), bool(found[2])) if found else None


_ANSWER = re.compile(r'<pre class="rm-answer"[^<>]*>([^<>]*)</pre>(<p>.*</p>)?', re.DOTALL)
_LITERAL = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\n\t$\\`*_[]~"})


STANDS = (
    '<p class="rm-dropped">The key was corrected after you had your points back. The points that'
    " you had stand.</p>"
)


def dropped_html(reason: str, *, excluded: bool = False) -> str:
    """Return the words on a question that was taken out of the marking."""
    why = f" Why: {inline(reason)}" if reason else ""
    what = (
        "it does not count, and its points follow your points in the rest of the quiz."
        if excluded
        else "everybody who was asked it has its full points."
    )
    return (
        f'<p class="rm-dropped"><b>This question was taken out of the marking:</b> {what}{why}</p>'
    )


def certainty_html(mark: str, score: Score) -> str:
    """Return a sentence on how sure the learner was; nothing where that was not said."""
    sentence = certainty.told(mark, score.verdict)
    return f'<p class="rm-certainty">{sentence}</p>' if sentence else ""


def notes_html(notes: Iterable[str]) -> str:
    """Return remarks about the submission as a whole."""
    rows = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f'<section class="rm-notes"><h4>About your submission</h4><ul>{rows}</ul></section>'


def _options(_question: Single | Multiple, _value: Any, score: Score) -> str:
    chosen = [part for part in score.parts if part.chosen]
    missed = [part for part in score.parts if part.correct and not part.chosen]
    heading = "Also right" if any(part.correct for part in chosen) else "The right answer"
    return _parts("Your answer", chosen) + _parts(heading, missed)


def _numeric(question: Numeric, _value: Any, score: Score) -> str:
    given = [part for part in score.parts if part.chosen]
    answer = [part for part in score.parts if not part.chosen]
    slack = (
        f"<p><small>Every answer within {question.tolerance:.10g} {escape(question.unit)}"
        " of the right one counts.</small></p>"
        if question.tolerance
        else ""
    )
    return _parts("Your answer", given) + _parts("The right answer", answer) + slack


def _order(question: Order, value: Any, score: Score) -> str:
    texts = {item.id: item.text for item in question.items}
    if score.verdict == RIGHT:
        own = {part.id: part for part in score.parts}
        parts = "".join(_part(own[there]) for there in value)
        return f'<h4>Your order</h4><ol class="rm-parts">{parts}</ol>{_any_order(question)}'
    rows = "".join(
        _line(part.chosen, texts[there])
        for part, there in zip(score.parts, value or (), strict=False)
    )
    given = f"<h4>Your order</h4><ol>{rows}</ol>" if rows else ""
    right = "".join(
        f'<li dir="auto">{inline(item.text)}<div class="rm-reason">{flow(item.reason)}</div></li>'
        for item in question.items
    )
    return f"{given}<h4>The right order</h4><ol>{right}</ol>{_any_order(question)}"


def _any_order(question: Order) -> str:
    told = any_order_told(question)
    return f"<p><small>{told}</small></p>" if told else ""


def any_order(question: Order) -> list[tuple[int, int]]:
    """Return the first and last line of each part of the right order that has no order."""
    names = [item.id for item in question.items]
    return sorted(
        (min(places), max(places))
        for group in question.any_order
        if (places := [names.index(name) + 1 for name in group])
    )


def any_order_told(question: Order) -> str:
    """Say which lines of the right order may stand in any order; nothing where none may."""
    spans = any_order(question)
    return " ".join(f"Lines {first} to {last} may stand in any order." for first, last in spans)


def _hotspot(_question: Hotspot, _value: Any, score: Score) -> str:
    chosen = [part for part in score.parts if part.chosen]
    right = [part for part in score.parts if part.correct and not part.chosen]
    heading = "Also right" if any(part.correct for part in chosen) else "The right answer"
    return _parts("You clicked", chosen) + _parts(heading, _told_once(right))


def _rows(_question: Rowed, _value: Any, score: Score) -> str:
    given = [part for part in score.parts if part.chosen]
    missed = [part for part in score.parts if not part.chosen]
    return _parts("Your answer", given) + _parts("Right would be", missed)


def _told_once(parts: list[Part]) -> list[Part]:
    """Put places together that share a reason, such as the left and the right side."""
    names: dict[str, list[str]] = {}
    for part in parts:
        names.setdefault(part.reason, []).append(part.text)
    return [Part(reason, "; ".join(texts), False, True, reason) for reason, texts in names.items()]


def _parts(heading: str, parts: list[Part]) -> str:
    if not parts:
        return ""
    rows = "".join(_part(part) for part in parts)
    return f'<h4>{heading}</h4><ul class="rm-parts">{rows}</ul>'


def _part(part: Part) -> str:
    reason = f'<div class="rm-reason">{flow(part.reason)}</div>' if part.reason else ""
    own = f" <small>({_share(part.credit)})</small>" if part.credit else ""
    return _line(part.correct, part.text, own + reason, half=not part.correct and part.credit > 0)


def _share(credit: float) -> str:
    """Return what an option gives or takes by itself: ``50% of the points``."""
    sign = "\N{MINUS SIGN}" if credit < 0 else ""
    return f"{sign}{abs(credit):.0%} of the points"


def _line(right: bool, text: str, reason: str = "", half: bool = False) -> str:
    kind = "rm-yes" if right else "rm-half" if half else "rm-no"
    sign = _sign(PARTLY if half else RIGHT if right else WRONG)
    return f'<li class="{kind}" dir="auto">{sign} {inline(text)}{reason}</li>'


def _sign(verdict: str) -> str:
    # A sign as well as a colour, and a word for those who hear the page.
    return f'<span class="rm-sign" role="img" aria-label="{verdict}">{_SIGNS[verdict]}</span>'


def _points(points: float) -> str:
    return f"{points:g} point" + ("" if points == 1 else "s")


_BODIES: dict[type, Callable[..., str]] = {
    Single: _options,
    Multiple: _options,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Match: _rows,
    Gaps: _rows,
    Labels: _rows,
}
