"""The plan builder: a form in the browser, the plan made here.

A learner's wishes arrive as a message, are kept beside the results together with where the
results stood, and are acknowledged. So the plan stays the same, also after a restart, until
the learner asks for a new one.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import traitlets

from running_muscles.measure import about, moment, screening
from running_muscles.measure.profile import profile
from running_muscles.measure.result import clock_of
from running_muscles.measure.store import Store
from running_muscles.plan import page as plan_page
from running_muscles.plan.export import as_csv, as_ics, session_days
from running_muscles.plan.parts import Plan as MadePlan
from running_muscles.plan.standing import standings
from running_muscles.plan.wishes import Wishes, check_start
from running_muscles.widgets.body.stills import figure_style, still
from running_muscles.widgets.message import RefusedError
from running_muscles.widgets.page import page, paragraph
from running_muscles.widgets.panel import Answer, Front, Keep, Panel
from running_muscles.widgets.plan import view as plan_view
from running_muscles.widgets.plan.kept import SETTING, plan_of
from running_muscles.widgets.speaking import _

PICTURES = plan_page.Pictures(figure_style(), still)


class PlanFront(Front):
    """The form, and the plan with its files; the page comes here without its heavy pictures."""

    choices = traitlets.Dict().tag(sync=True)
    wishes = traitlets.Dict().tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    files = traitlets.Dict().tag(sync=True)


class Plan(Panel):
    """A strength plan for a learner's week, from their results and wishes.

    Parameters
    ----------
    store : Store, optional
        Where results and the plan are kept; the learner's own file by default.
    """

    script = "plan"
    base = PlanFront

    def __init__(self, store: Store | None = None) -> None:
        self._made: MadePlan | None = None
        first = _first_wishes(moment.today(None))
        super().__init__(store, choices=plan_view.choices(), wishes=first)

    def _keepers(self) -> dict[str, Keep]:
        return {**super()._keepers(), "plan": self._keep_wishes}

    def _answers(self) -> dict[str, Answer]:
        return {"page": lambda _: {"html": self._printed()}}

    def _printed(self) -> str:
        """Return the page to print with its pictures: too heavy to lie in every state."""
        if self._made is None:
            raise RefusedError(_("There is no plan to print. Please make it again."))
        return plan_page.as_page(self._made, PICTURES)

    def _keep_wishes(self, body: dict[str, Any], rev: int) -> None:
        before = self._store.setting(SETTING)
        if before is not None and int(before["rev"]) >= rev:
            return
        wishes = Wishes.from_mapping(body)
        results = self._store.results()
        today = self._day(body.get("utc_offset_minutes", clock_of(results)))
        check_start(wishes.start, today)
        told = about.load(self._store)
        found = standings(profile(results, told))
        kept = {
            "rev": rev,
            # A revision counts on where a clock was put back, so it is no time.
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "wishes": wishes.as_mapping(),
            "standings": [asdict(standing) for standing in found],
            "age": told.age,
        }
        made = plan_of(kept)  # what no plan can be made from is refused, not kept
        self._store.remember(SETTING, {**kept, **_after(before, made, today)})

    def _day(self, clock: int | None) -> date:
        """Return the learner's day: as the browser tells it, or by what is known of their clock."""
        return self.today if self.front.today else moment.today(clock)

    def _show(self) -> None:
        """Make the plan that the kept wishes ask for."""
        kept = self._store.setting(SETTING)
        if kept is None:
            self._made = None
            today = self._day(clock_of(self._store.results()))
            self.front.wishes, self.front.plan, self.front.files = _first_wishes(today), {}, {}
            return
        try:
            outcome = screening.current(self._store.setting("screening"))
            made, rev = plan_of(kept, outcome), int(kept["rev"])
        except (ValueError, KeyError, TypeError) as error:
            # A goal may have left the rules since; the form is there to choose again.
            said = _("Your plan cannot be shown ({error}). Please make it again.")
            self.front.problem = said.format(error=error)
            return
        # Plans that were kept before they had a time of their own.
        made_at = (
            datetime.fromisoformat(kept["made_at"])
            if "made_at" in kept
            else datetime.fromtimestamp(rev / 1000, UTC).replace(microsecond=0)
        )
        self._made = made
        self.front.wishes = made.wishes.as_mapping()
        self.front.files = {
            "ics": as_ics(
                made,
                made_at,
                owner=self._store.owner(),
                sequence=int(kept.get("number", 0)),
                gone=[date.fromisoformat(day) for day in kept.get("gone", ())],
            ),
            "csv": as_csv(made),
            "html": plan_page.as_page(made),
        }
        self.front.plan = {**plan_view.view(made), "rev": rev}

    def _asleep(self) -> str:
        return static_plan(None)

    def _still(self) -> str:
        return static_plan(self._made)


def static_plan(made: MadePlan | None) -> str:
    """Return a plan as HTML without a script; a sentence when there is none yet."""
    title = f'<p class="rm-title">{_(plan_page.TITLE)}</p>'
    if made is None:
        return page(title, paragraph(_("Open this lesson in Jupyter to make your plan.")))
    return page(title, plan_page.as_part(made, pictures=PICTURES))


def next_monday(today: date) -> date:
    """Return the first Monday that is not over: today, if it is one."""
    return today + timedelta(days=-today.weekday() % 7)


def _after(before: dict[str, Any] | None, made: MadePlan, today: date) -> dict[str, Any]:
    """Return what a calendar must know about earlier plans: how many, and which days are gone."""
    if before is None:
        return {"number": 0, "gone": []}
    try:
        earlier = {day.isoformat() for day in session_days(plan_of(before))}
    except (ValueError, KeyError, TypeError):
        earlier = set()  # its rules are gone; nobody knows its days any more
    planned = {day.isoformat() for day in session_days(made)}
    # What is over stays in the calendar: it may have been done.
    gone = {day for day in earlier | set(before.get("gone", ())) if day >= today.isoformat()}
    return {"number": int(before.get("number", 0)) + 1, "gone": sorted(gone - planned)}


def _first_wishes(today: date) -> dict[str, Any]:
    return Wishes(next_monday(today)).as_mapping()
