"""The page of the desk, as HTML: what a student wrote is text in it and nothing else.

It holds no script and no style of its own, so that a browser can be told to run none but ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from running_muscles.classroom.marking.answers import Apart
from running_muscles.classroom.marking.desk import Desk
from running_muscles.classroom.marking.replies import MAX_COMMENT, Shown
from running_muscles.quiz.markup import block, count_words, inline
from running_muscles.quiz.questions import Criterion

# What a key does, and the words of its button; `desk.js` knows the same keys.
KEYS = (
    ("1 to 9", "tick a line of the rubric, or take the tick away"),
    ("0", "no points"),
    ("Enter", "save, and go to the next answer"),
    ("j or ↓", "next answer"),
    ("k or ↑", "previous answer"),
    ("n", "next answer without a mark"),
    ("p", "type the points yourself, halves too"),
    ("c", "write a comment; Ctrl+Enter there saves"),
    ("Esc", "leave a box"),
    ("u", "undo the last mark"),
    ("?", "this help"),
)


def page(desk: Desk) -> str:
    """Return the whole page."""
    title = escape(desk.source.title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Marking: {title}</title>\n"
        '<link rel="icon" href="data:,">\n'
        '<link rel="stylesheet" href="tokens.css">\n<link rel="stylesheet" href="desk.css">\n'
        '<script type="module" src="desk.js"></script>\n</head>\n<body>\n'
        f'<div class="rm-page rm-desk">\n{_bar(desk, title)}\n<main>\n{_before(desk)}\n'
        f"{_groups(desk)}\n{_after(desk)}\n</main>\n{_help()}\n</div>\n</body>\n</html>\n"
    )


def progress(desk: Desk) -> str:
    """Return how far the marking has come, in words."""
    return f"{desk.marked} of {len(desk.shown)} marked"


def article(shown: Shown) -> str:
    """Return one answer with its rubric, points and comment."""
    answer, mark = shown.answer, shown.answer.mark
    key, question = shown.key, answer.question
    points = "" if mark.points is None else f"{mark.points:g}"
    state = "done" if mark.given else "again" if mark.points is not None else "open"
    lines = "".join(
        _line(key, at, line, at in shown.ticked) for at, line in enumerate(question.rubric)
    )
    return (
        f'<article id="{key}" class="rm-card rm-{state}" tabindex="-1"'
        f' aria-labelledby="{key}-name" data-version="{escape(answer.version)}"'
        f' data-most="{question.points:g}" data-given="{"yes" if mark.given else ""}">'
        f'<header><h3 id="{key}-name" dir="auto">{escape(shown.title)}</h3>'
        f'<p class="rm-state">{_state(shown)}</p></header>'
        f'<div class="rm-both"><div class="rm-read"><div class="rm-stem">{block(question.stem)}'
        f"</div>{_answer(shown)}"
        f"<details><summary>A model answer</summary>{block(question.model_answer)}</details></div>"
        f'<form autocomplete="off" novalidate><fieldset><legend>What earns points</legend>{lines}'
        "</fieldset>"
        f'<div class="rm-points"><label for="{key}-points">Points</label>'
        f'<input id="{key}-points" name="points" inputmode="decimal" maxlength="6"'
        f' value="{points}" aria-describedby="{key}-of">'
        f'<span id="{key}-of">of {question.points:g}</span>'
        f'<button type="button" name="none">No points <kbd>0</kbd></button></div>'
        f'<label for="{key}-comment">Comment for the student</label>'
        f'<textarea id="{key}-comment" name="comment" rows="2" maxlength="{MAX_COMMENT}"'
        f' dir="auto">\n{escape(mark.comment or "")}</textarea>'
        f'<div class="rm-told" role="alert"></div>'
        '<button type="submit" class="rm-save">Save and next <kbd>Enter</kbd></button>'
        "</form></div></article>"
    )


def _line(key: str, at: int, line: Criterion, ticked: bool) -> str:
    number = f"<kbd>{at + 1}</kbd>" if at < 9 else ""
    return (
        f'<label class="rm-line"><input type="checkbox" name="line" value="{at}"'
        f' data-points="{line.points:g}"{" checked" if ticked else ""}>'
        f'<span>{number} <span dir="auto">{inline(line.criterion)}</span>'
        f" <small>{_points(line.points)}</small></span></label>"
    )


def _answer(shown: Shown) -> str:
    answer = shown.answer
    words = count_words(answer.text)
    if not words:
        return '<h4>The answer</h4><p class="rm-soft">It was left open.</p>'
    most = answer.question.max_words
    over = f", and the question asks for at most {most}" if words > most else ""
    cut = '<p class="rm-soft">The answer goes on; the rest is not shown.</p>' if answer.cut else ""
    # The line break right after the tag is no part of the text, whatever the text begins with.
    return (
        f"<h4>The answer <small>{words} {'word' if words == 1 else 'words'}{over}</small></h4>"
        f'<pre class="rm-answer" dir="auto">\n{escape(answer.text)}</pre>{cut}'
    )


def _state(shown: Shown) -> str:
    mark, most = shown.answer.mark, shown.answer.question.points
    extra = f" {mark.extra:+g} extra credit, from Formgrader." if mark.extra else ""
    if mark.points is None:
        return f"Not marked yet.{extra}"
    told = f"{mark.points:g} of {most:g} points"
    again = ", before the answer or its question changed: look again" if mark.waits else ""
    return f"{told}{again}.{extra}"


def _bar(desk: Desk, title: str) -> str:
    hidden = ' <span class="rm-badge">Names are hidden</span>' if desk.anonymous else ""
    return (
        f'<header class="rm-bar"><div><h1>Marking: {title}</h1>{hidden}</div>'
        f'<div class="rm-progress"><progress max="{len(desk.shown) or 1}" value="{desk.marked}"'
        f' aria-label="Marked"></progress><b id="progress">{progress(desk)}</b></div>'
        '<nav aria-label="Answers">'
        '<button type="button" data-do="previous">Previous <kbd>k</kbd></button>'
        '<button type="button" data-do="next">Next <kbd>j</kbd></button>'
        '<button type="button" data-do="unmarked"><span class="rm-long">Next </span>unmarked'
        " <kbd>n</kbd></button>"
        '<button type="button" data-do="undo" disabled>Undo <kbd>u</kbd></button>'
        '<button type="button" data-do="help">Keys <kbd>?</kbd></button></nav>'
        '<p id="said" role="status"></p></header>'
    )


def _before(desk: Desk) -> str:
    parts = [
        "<noscript><p>This page saves marks with JavaScript, which is switched off here."
        " Allow it, or mark in Formgrader.</p></noscript>"
    ]
    if desk.old:
        parts.append(
            '<p class="rm-care">The bank has changed since some of this was graded. Mark after'
            f" <code>running-muscles grade {escape(desk.quiz)} --again</code>, or you will be"
            " asked to look again.</p>"
        )
    if desk.apart:
        parts.append(_without_a_mark(desk))
    if not desk.shown:
        parts.append("<p>There is no written answer to mark yet.</p>")
    return "".join(parts)


def _without_a_mark(desk: Desk) -> str:
    count = len(desk.apart)
    what = "1 hand-in has" if count == 1 else f"{count} hand-ins have"
    if desk.anonymous:
        states = sorted(one.state for one in desk.apart)
        rows = "".join(f"<li>{len(list(same))} {state}</li>" for state, same in groupby(states))
        rows += (
            f"<li>Who and why: <code>running-muscles quiz status {escape(desk.quiz)}</code></li>"
        )
    else:
        rows = "".join(map(_apart, desk.apart))
    return (
        f'<details class="rm-care"><summary>{what} no mark, and that is no zero</summary>'
        f"<ul>{rows}</ul></details>"
    )


def _apart(one: Apart) -> str:
    why = " ".join(one.told)
    return f'<li dir="auto"><b>{escape(one.student)}</b>: {one.state}. {escape(why)}</li>'


def _groups(desk: Desk) -> str:
    """Return the answers under a heading for each slot and question."""
    numbers = {slot: at for at, slot in enumerate(desk.source.slots, 1)}
    parts = []
    same = groupby(desk.shown.values(), key=lambda one: (one.answer.slot, one.answer.question_id))
    for (slot, question), members in same:
        shown = list(members)
        count = f"{len(shown)} {'answer' if len(shown) == 1 else 'answers'}"
        parts.append(
            f'<section aria-label="Question {numbers[slot]}, {escape(question)}">'
            f"<h2>Question {numbers[slot]} <small>{escape(question)}, {count}</small></h2>"
            f"{''.join(map(article, shown))}</section>"
        )
    return "".join(parts)


def _after(desk: Desk) -> str:
    parts = list(_also(desk))
    every = desk.shown and desk.marked == len(desk.shown)
    parts.append(
        f'<section id="done" class="rm-done" aria-label="When all are marked"'
        f"{'' if every else ' hidden'}><h2>All are marked</h2>"
        "<p>Every mark is in the gradebook. Stop this page with Ctrl-C in its terminal, then:</p>"
        f"<pre><code>{escape(following(desk.quiz))}</code></pre></section>"
    )
    return "".join(parts)


def following(quiz: str) -> str:
    """Return the command that comes after marking."""
    return f"running-muscles feedback {quiz}"


def _also(desk: Desk) -> Iterable[str]:
    if desk.left_open:
        who = "1 student" if desk.left_open == 1 else f"{desk.left_open} students"
        yield f'<p class="rm-soft">{who} left it open: 0 points, and nothing to mark.</p>'
    if desk.second_looks:
        count = desk.second_looks
        what = "1 mark" if count == 1 else f"{count} marks"
        yield (
            f'<p class="rm-soft">{what} by hand of machine-marked questions wait for another'
            " look, in Formgrader.</p>"
        )


def _help() -> str:
    rows = "".join(f"<div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>" for key, what in KEYS)
    return (
        f'<dialog id="help" aria-labelledby="help-name"><h2 id="help-name">Keys</h2><dl>{rows}</dl>'
        '<p><label><input type="checkbox" id="keys-on" checked> Letters and digits are keys</label>'
        '</p><p class="rm-soft">Each mark is saved at once, into the gradebook that Formgrader'
        ' shows too.</p><form method="dialog"><button class="rm-save">Close</button></form>'
        "</dialog>"
    )


def _points(points: float) -> str:
    return f"{points:g} point" + ("" if points == 1 else "s")
