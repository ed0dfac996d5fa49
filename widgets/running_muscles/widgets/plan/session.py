"""The guided session: one day of the learner's plan, led in the notebook.

The browser leads, counts and times; this side says what the day holds and keeps what was done.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import traitlets

from running_muscles.measure import screening
from running_muscles.measure.store import Store
from running_muscles.measure.training import is_training
from running_muscles.plan.parts import Plan, Week
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import short_day, weekday
from running_muscles.widgets import recording
from running_muscles.widgets.panel import Front, Keep, Panel
from running_muscles.widgets.plan import session_view as view
from running_muscles.widgets.plan.kept import SETTING, allowed_of, plan_of
from running_muscles.widgets.speaking import _

NO_PLAN = N_("You have no plan yet. Make one with the plan builder of lesson 12, then come back.")
EMPTY = N_("Your plan holds no session now. The plan builder of lesson 12 says why.")
OVER = N_("The weeks of your plan are over. Make a new plan in lesson 12.")
BEFORE = N_("Your plan begins on {weekday}, {day}. This is its first week.")
NOT_READ = N_("Your plan cannot be read any more ({error}). Make it again in lesson 12.")


class SessionFront(Front):
    """What the browser knows: a week's sessions, and the one to begin with.

    `note` says what the learner should know about the plan; `chosen` is a date of `days`, or
    empty where none is for this day.
    """

    days = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    warm_up = traitlets.Dict().tag(sync=True)


class Session(Panel):
    """A session of the learner's plan, step by step.

    Parameters
    ----------
    store : Store, optional
        Where plan and results are kept; the learner's own file by default.
    day : datetime.date or str, optional
        A day of the plan, such as ``"2026-11-30"``; the learner's today by default.

    Raises
    ------
    ValueError
        If `day` is no date.
    """

    script = "session"
    base = SessionFront

    def __init__(self, store: Store | None = None, *, day: date | str | None = None) -> None:
        self._asked = None if day is None else _date(day)
        super().__init__(store, warm_up=view.warm_up())

    def _keepers(self) -> dict[str, Keep]:
        store = self._store
        return {
            **super()._keepers(),
            "result": lambda body, rev: recording.keep_result(store, body, rev),
        }

    def _show(self) -> None:
        kept = self._store.setting(SETTING)
        self.front.days, self.front.chosen = [], ""
        if kept is None:
            self.front.note = _(NO_PLAN)
            return
        outcome = screening.current(self._store.setting("screening"))
        try:
            plan, may = plan_of(kept, outcome), allowed_of(kept, outcome)
        except (ValueError, KeyError, TypeError) as error:
            # The rules may have changed since.
            self.front.note = _(NOT_READ).format(error=error)
            return
        at = self._asked or self.today
        week, self.front.note = _week(plan, at)
        if week is not None:
            self.front.days = view.days_of(week, may, self._done())
            today = at.isoformat()
            self.front.chosen = today if any(d["date"] == today for d in self.front.days) else ""

    def _done(self) -> set[str]:
        """Return the days of the plan of which something was done."""
        trained = (each for each in self._store.results() if is_training(each.test))
        return {str(each.details.get("plan_day", "")) for each in trained}

    def _asleep(self) -> str:
        return view.still_page((), "", _(view.ASLEEP))

    def _still(self) -> str:
        days = self.front.days
        return view.still_page(days, self.front.chosen or _first(days), self.front.note)


def _week(plan: Plan, at: date) -> tuple[Week | None, str]:
    """Return the week of a day, and what to say about it."""
    if not any(week.sessions for week in plan.weeks):
        return None, _(EMPTY)
    first, last = plan.weeks[0], plan.weeks[-1]
    begins = first.days[0].date
    if at < begins:
        return first, _(BEFORE).format(weekday=weekday(begins), day=short_day(begins))
    if at > last.days[-1].date:
        return None, _(OVER)
    return plan.weeks[(at - begins).days // 7], ""


def _first(days: list[dict[str, Any]]) -> str:
    return str(days[0]["date"]) if days else ""


def _date(day: date | str) -> date:
    try:
        return day if isinstance(day, date) else date.fromisoformat(day)
    except (TypeError, ValueError):
        raise ValueError(
            f'Session(day={day!r}): this is no day. Write it as "2026-11-30", '
            "or leave it out for today."
        ) from None
