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
from running_muscles.translation.content import content
from running_muscles.translation.spoken import N_, current
from running_muscles.translation.written import dated_in_full
from running_muscles.widgets.body.stills import figure_style
from running_muscles.widgets.own.trail import SIGNS, Goals, goals_held, state, trail, trail_style
from running_muscles.widgets.page import Page, page, paragraph
from running_muscles.widgets.speaking import _

RENEW = N_("Run this page again to bring this up to date.")
ALL_DONE = N_("You have done every lesson. Test yourself again in a few weeks.")
RECORD_NAME = "running-muscles-record.html"
TITLE = N_("Running Muscles: my record")
NOT_A_CREDENTIAL = N_(
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
            paragraph(_(MEANING), "soft") if any(map(goals_held, held.values())) else "",
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
            paragraph(_("{n} of {of} lessons are done.").format(n=done, of=len(standings))),
            f"<p>{_save(address)}</p>",
            paragraph(_(NOT_A_CREDENTIAL), "soft"),
        )
        super().__init__(html, "\n".join(_line(standing) for standing in standings))


def _save(address: str) -> str:
    # For translators: what stands between the two marks is a link
    said = _("[Save this record as a page] that you can open in any browser and print.")
    before, _mark, rest = escape(said).partition("[")
    words, _mark, after = rest.partition("]")
    return f'{before}<a download="{RECORD_NAME}" href="{address}">{words}</a>{after}'


def _state(standing: Standing) -> str:
    return _(SIGNS[state(standing)])


def _checkpoint(standing: Standing) -> str:
    if standing.questions == 0:
        return _("not yet")
    return _("{n} of {of} right").format(n=standing.right, of=standing.questions)


def _tests(standing: Standing) -> str:
    if not standing.tests:
        return _("none")
    return _("{n} of {of}").format(n=len(standing.taken), of=len(standing.tests))


def _length(standing: Standing) -> str:
    return _("{n} min").format(n=standing.lesson.minutes)


COLUMNS: dict[str, Callable[[Standing], str]] = {
    N_("Length"): _length,
    N_("State"): _state,
    N_("Checkpoint"): _checkpoint,
    N_("Tests taken"): _tests,
}


def _table(standings: Sequence[Standing]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{content(escape(each.lesson.title))}</th>{_cells(each)}</tr>'
        for each in standings
    )
    heads = (_("Lesson"), *map(_, COLUMNS))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    return (
        f'<div class="rm-rows"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cells(standing: Standing) -> str:
    return "".join(
        f'<td data-label="{escape(_(name), quote=True)}">{escape(tell(standing))}</td>'
        for name, tell in COLUMNS.items()
    )


def _line(standing: Standing, held: Goals | None = None) -> str:
    lesson = standing.lesson
    said = _("{state}  {lesson} ({minutes}), checkpoint {checkpoint}, tests {tests}").format(
        state=_state(standing),
        lesson=lesson.title,
        minutes=_length(standing),
        checkpoint=_checkpoint(standing),
        tests=_tests(standing),
    )
    told = goals_held(held)
    return f"{said}, {told}" if told else said


def _document(standings: Sequence[Standing], day: date) -> str:
    body = page(
        f"<h1>{escape(_(TITLE))}</h1>",
        paragraph(dated_in_full(day)),
        f'<p>{escape(_("Name:"))} <span style="display:inline-block;min-width:16rem;'
        'border-bottom:1px solid currentColor">&nbsp;</span></p>',
        _table(standings),
        paragraph(_(NOT_A_CREDENTIAL), "soft"),
    )
    return (
        f'<!doctype html><html lang="{current()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(_(TITLE))}</title></head><body><main>{body}</main></body></html>"
    )
