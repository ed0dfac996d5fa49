"""Sequences of drills, led step by step: nothing is measured, only "done" is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Any, ClassVar

import traitlets

from running_muscles.measure import moment
from running_muscles.measure.limits import care
from running_muscles.measure.store import Store
from running_muscles.tables import Exercise, exercises
from running_muscles.translation.content import content, page_lang
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import dated
from running_muscles.widgets.panel import Front, Keep, Panel
from running_muscles.widgets.speaking import _, ngettext

# Left and right take turns within one set, so that the sides are not two steps.
IN_TURN = ("standing_march", "walking_lunge_reach")


class RunnerFront(Front):
    """What the browser knows of a sequence; `done` says in words when it was done before."""

    runner = traitlets.Unicode().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    lead = traitlets.Unicode().tag(sync=True)
    steps = traitlets.List().tag(sync=True)
    done = traitlets.Unicode().tag(sync=True)


class Runner(Panel):
    """A sequence of exercises from `data/exercises.csv`.

    Parameters
    ----------
    store : Store, optional
        Where "done" is remembered; the learner's own file by default.
    """

    script = "runner"
    base = RunnerFront
    name: ClassVar[str]
    title: ClassVar[str]
    lead: ClassVar[str]
    sequence: ClassVar[tuple[str, ...]]

    def __init__(self, store: Store | None = None) -> None:
        rows = exercises()
        steps = [step for name in self.sequence for step in _steps(rows[name])]
        super().__init__(
            store, runner=self.name, title=_(self.title), lead=_(self.lead), steps=steps
        )

    def _keepers(self) -> dict[str, Keep]:
        return {**super()._keepers(), "done": self._keep_done}

    def _keep_done(self, body: dict[str, Any], __: int) -> None:
        try:
            at = moment.on_clock(moment.normal(body["at"]), body["utc_offset_minutes"]).isoformat()
        except moment.MomentError as error:
            told = _("When you did the drills cannot be kept: {why}.")
            raise ValueError(told.format(why=error)) from error
        before = self._store.setting(self._setting) or {"last": "", "times": 0}
        # The same entry may arrive again.
        if before["last"] != at:
            self._store.remember(self._setting, {"last": at, "times": before["times"] + 1})

    @property
    def _setting(self) -> str:
        return f"runner:{self.name}"

    def _show(self) -> None:
        kept = self._store.setting(self._setting)
        if kept is None:
            self.front.done = ""
            return
        told = ngettext("once, last on {day}", "{n} times, last on {day}", kept["times"])
        day = dated(datetime.fromisoformat(kept["last"]))
        self.front.done = told.format(n=kept["times"], day=day)

    def _still(self) -> str:
        items = "".join(
            f"<li><strong>{content(escape(drill.name))}</strong>: {escape(_amount(drill))}."
            # A drill that comes back is explained once.
            f"{'' if drill.exercise in self.sequence[:index] else _how(drill)}</li>"
            for index, drill in enumerate(exercises()[name] for name in self.sequence)
        )
        return (
            f'<section class="rm-still"{page_lang()}><h3>{escape(_(self.title))}</h3>'
            f"<p>{escape(_(self.lead))}</p><ol>{items}</ol></section>"
        )


class WarmUpRunner(Runner):
    """A dynamic warm-up, from gentle to brisk."""

    name = "warm_up"
    title = N_("Dynamic warm-up")
    lead = N_(
        "Seven moves that wake up your legs, from gentle to brisk. "
        "The order and the numbers are our own suggestion."
    )
    sequence = (
        "ankle_circles",
        "standing_march",
        "leg_swing_front",
        "leg_swing_side",
        "walking_lunge_reach",
        "high_knees",
        "butt_kicks",
    )


class PullDrills(Runner):
    """Five pull drills, ten a side, and small bounces after each of them."""

    name = "pull_drills"
    title = N_("Pull drills")
    lead = N_(
        "Five drills for the pull of the foot, ten times on each side. "
        "Small bounces follow each drill; how many is our own suggestion. "
        "Two of the drills need a band, and one of these a box; leave out what you cannot set up."
    )
    sequence = (
        "pull_standing_band",
        "small_bounces",
        "pull_supine",
        "small_bounces",
        "pull_push_up",
        "small_bounces",
        "pull_prone",
        "small_bounces",
        "pull_prone_band",
        "small_bounces",
    )


def _steps(row: Exercise) -> Iterator[dict[str, Any]]:
    step = {
        "name": row.name,
        "how": list(row.steps),
        "caution": care(row),
        "unit": row.amount_unit,
        "amount": row.amount_min,
        "side": "",
    }
    if not row.per_side:
        yield step
    elif row.exercise in IN_TURN:
        yield {**step, "amount": 2 * row.amount_min, "side": "both"}
    else:
        yield {**step, "side": "left"}
        yield {**step, "side": "right"}


def _how(row: Exercise) -> str:
    return " " + content(f"{escape(' '.join(row.steps))} <em>{escape(care(row))}</em>")


def _amount(row: Exercise) -> str:
    n = row.amount_min
    timed = row.amount_unit == "s"
    if row.per_side:
        said = _("{n} seconds on each side") if timed else _("{n} times on each side")
    else:
        said = _("{n} seconds") if timed else _("{n} times")
    return said.format(n=n)
