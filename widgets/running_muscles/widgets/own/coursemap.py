"""The course at a glance, and a record of it to keep."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from running_muscles.measure import answers, moment, progress
from running_muscles.measure.progress import Standing
from running_muscles.measure.result import clock_of
from running_muscles.measure.store import Store, StoreError
from running_muscles.review.mastery import MEANING, goals
from running_muscles.translation.spoken import N_
from running_muscles.widgets.body.stills import figure_style
from running_muscles.widgets.own.trail import SIGNS, Goals, goals_held, state, trail, trail_style
from running_muscles.widgets.page import Page, page, paragraph
from running_muscles.widgets.speaking import _

RENEW = N_("Run this page again to bring this up to date.")
ALL_DONE = N_("You have done every lesson. Test yourself again in a few weeks.")
RECORD_NAME = "running-muscles-record.html"
NOT_A_CREDENTIAL = (
    "This is a record of what was done in this course. It is not a certificate, a licence or "
    "a statement about anybody's health or fitness."
)


class CourseMap(Page):
    """Every lesson as a stop of a trail, and a good next step."""

    def __init__(self, store: Store | None = None) -> None:
        kept = store if store is not None else Store()
        try:
            standings, held, problem = progress.load(kept), goals(answers.load(kept)), ""
        except StoreError as error:
            standings, held, problem = progress.standings((), {}), {}, str(error)
        following = progress.next_step(standings)
        html = page(
            f"<style>{figure_style()}{trail_style()}</style>",
            paragraph(problem, "bad") if problem else "",
            "" if following else paragraph(_(ALL_DONE), "card"),
            trail(standings, following, held),
            paragraph(MEANING, "soft") if any(map(goals_held, held.values())) else "",
            paragraph(_(RENEW), "soft"),
        )
        lines = (_line(each, held.get(each.lesson.lesson)) for each in standings)
        super().__init__(html, "\n".join(lines))


class CourseRecord(Page):
    """What the learner did, as a page to save and print.

    Parameters
    ----------
    store : Store, optional
        The learner's own file by default.
    """

    def __init__(self, store: Store | None = None) -> None:
        try:
            kept = store if store is not None else Store()
            standings = progress.load(kept)
            # The day where the learner is, so far as it is known; the server may live elsewhere.
            day = moment.today(clock_of(kept.results()))
        except StoreError as error:
            super().__init__(page(paragraph(str(error), "bad")), str(error))
            return
        document = _document(standings, day)
        address = f"data:text/html;base64,{b64encode(document.encode()).decode()}"
        done = sum(standing.done for standing in standings)
        html = page(
            paragraph(f"{done} of {len(standings)} lessons are done."),
            f'<p><a download="{RECORD_NAME}" href="{address}">Save this record as a page</a> '
            "that you can open in any browser and print.</p>",
            paragraph(NOT_A_CREDENTIAL, "soft"),
        )
        super().__init__(html, "\n".join(_line(standing) for standing in standings))


def _state(standing: Standing) -> str:
    return _(SIGNS[state(standing)])


def _checkpoint(standing: Standing) -> str:
    if standing.questions == 0:
        return "not yet"
    return f"{standing.right} of {standing.questions} right"


def _tests(standing: Standing) -> str:
    return f"{len(standing.taken)} of {len(standing.tests)}" if standing.tests else "none"


COLUMNS: dict[str, Callable[[Standing], str]] = {
    "Length": lambda standing: f"{standing.lesson.minutes} min",
    "State": _state,
    "Checkpoint": _checkpoint,
    "Tests taken": _tests,
}


def _table(standings: Sequence[Standing]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(each.lesson.title)}</th>{_cells(each)}</tr>'
        for each in standings
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Lesson", *COLUMNS))
    return (
        f'<div class="rm-rows"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cells(standing: Standing) -> str:
    return "".join(
        f'<td data-label="{name}">{tell(standing)}</td>' for name, tell in COLUMNS.items()
    )


def _line(standing: Standing, held: Goals | None = None) -> str:
    lesson = standing.lesson
    told = goals_held(held)
    return (
        f"{_state(standing)}  {lesson.title} ({lesson.minutes} min), "
        f"checkpoint {_checkpoint(standing)}, tests {_tests(standing)}"
        f"{', ' if told else ''}{told}"
    )


def _document(standings: Sequence[Standing], day: date) -> str:
    body = page(
        "<h1>Running Muscles: my record</h1>",
        paragraph(f"{day:%d %B %Y}"),
        '<p>Name: <span style="display:inline-block;min-width:16rem;'
        'border-bottom:1px solid currentColor">&nbsp;</span></p>',
        _table(standings),
        paragraph(NOT_A_CREDENTIAL, "soft"),
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Running Muscles: my record</title></head><body><main>{body}</main></body></html>"
    )
