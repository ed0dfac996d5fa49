"""The course as a trail: lessons are stops, and the next step is the largest of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

from running_muscles.measure.progress import Standing
from running_muscles.translation.content import content
from running_muscles.translation.spoken import N_, languages
from running_muscles.widgets.body.stills import still
from running_muscles.widgets.lesson.opening import FIGURES
from running_muscles.widgets.page import icon
from running_muscles.widgets.speaking import _

DONE, BEGUN, OPEN = "done", "begun", "open"
Goals = tuple[int, int]  # how many goals of a lesson are held, and how many it has
SIGNS = {DONE: N_("✓ done"), BEGUN: N_("◐ begun"), OPEN: N_("○ to do")}


@cache
def trail_style() -> str:
    """Return the look of the trail, which its page alone needs."""
    return (Path(__file__).parent / "trail.css").read_text(encoding="utf-8")


def state(standing: Standing) -> str:
    """Return how far a lesson is done: a key of `SIGNS`."""
    if standing.done:
        return DONE
    return BEGUN if standing.begun else OPEN


def goals_held(goals: Goals | None) -> str:
    """Return how many goals are held, in words; none yet needs no nought."""
    if not goals or not goals[0]:
        return ""
    return _("{n} of {of} goals held").format(n=goals[0], of=goals[1])


def trail(
    standings: Sequence[Standing], following: Standing | None, held: Mapping[str, Goals]
) -> str:
    """Return every lesson as a stop, with its figure, its minutes and what is done of it.

    Parameters
    ----------
    following : Standing or None
        The stop to go on with; it says so, and tells what it is about.
    held : mapping
        Of each lesson, how many goals are held and how many there are.
    """
    stops = "".join(
        (_next if each is following else _stop)(each, goals_held(held.get(each.lesson.lesson)))
        for each in standings
    )
    return f'<ol class="rm-trail">{stops}</ol>'


def link(standing: Standing) -> str:
    """Return a lesson's title as a link to its notebook."""
    lesson = standing.lesson
    title = content(escape(lesson.title))
    return f'<a href="{escape(_address(lesson.lesson))}">{title}</a>'


def _address(lesson: str) -> str:
    """Return where a lesson lies, seen from the notebook that runs.

    A translated start page lies in a folder of its language, below the lessons.
    """
    name = f"{lesson}.ipynb"
    translated = Path.cwd().name in languages() and not Path(name).is_file()
    return f"../{name}" if translated and Path("..", name).is_file() else name


def _stop(standing: Standing, held: str) -> str:
    return _line(standing, held, "", f'<p class="rm-stop-title">{link(standing)}</p>')


def _next(standing: Standing, held: str) -> str:
    verb = _("Go on with") if standing.begun else _("A good next step:")
    title = f'<p class="rm-stop-title"><strong>{verb}</strong> {link(standing)}</p>'
    about = f'<p class="rm-stop-about">{content(escape(standing.lesson.summary))}</p>'
    return _line(standing, held, " rm-stop-next", f"{title}{about}")


def _line(standing: Standing, held: str, more: str, words: str) -> str:
    name = state(standing)
    return (
        f'<li class="rm-stop rm-stop-{name}{more}">'
        f'<span class="rm-stop-mark" aria-hidden="true">{_mark(standing)}</span>'
        f'<div class="rm-stop-figure" aria-hidden="true">{_figure(standing)}</div>'
        f'<div class="rm-stop-words">{words}{_facts(standing, held)}</div></li>'
    )


def _mark(standing: Standing) -> str:
    return icon("done") if standing.done else str(standing.lesson.number)


def _figure(standing: Standing) -> str:
    return still(FIGURES[standing.lesson.lesson])


def _facts(standing: Standing, held: str) -> str:
    """Say how long it takes and what is done; what is not begun needs no noughts."""
    minutes = _("{n} minutes").format(n=standing.lesson.minutes)
    facts = [f"{icon('clock')} {minutes}", _(SIGNS[state(standing)])]
    if standing.questions and not standing.done:
        facts.append(
            _("{n} of {of} questions right").format(n=standing.right, of=standing.questions)
        )
    if held:
        facts.append(held)
    if standing.taken:
        taken, tests = len(standing.taken), len(standing.tests)
        facts.append(_("{n} of {of} tests taken").format(n=taken, of=tests))
    return f'<p class="rm-soft">{" · ".join(facts)}</p>'
