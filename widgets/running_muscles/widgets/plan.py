"""The plan builder: a form in the browser, the plan made here.

A learner's wishes arrive as a message, are kept beside the results together with where the
results stood, and are acknowledged. So the plan stays the same, also after a restart, until
the learner asks for a new one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from running_muscles.measure import about, plan_page, screening
from running_muscles.measure.plan import Plan as MadePlan
from running_muscles.measure.plan import make_plan
from running_muscles.measure.plan_export import as_csv, as_ics
from running_muscles.measure.profile import profile
from running_muscles.measure.standing import Standing, standings
from running_muscles.measure.store import Store, StoreError
from running_muscles.measure.wishes import Wishes
from running_muscles.widgets import plan_view, still
from running_muscles.widgets.page import page, paragraph

STATIC = Path(__file__).parent / "static"
SETTING = "plan"
NOBODY = "unnamed"  # the owner while the results file cannot be opened (outbox.js)


class Plan(anywidget.AnyWidget):  # type: ignore[misc]
    """A strength plan for a learner's week, from their results and wishes.

    Parameters
    ----------
    store : Store, optional
        Where results and the plan are kept; the learner's own file by default.
    """

    _esm = STATIC / "plan.js"
    _css = STATIC / "plan.css"

    choices = traitlets.Dict().tag(sync=True)
    wishes = traitlets.Dict().tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    files = traitlets.Dict().tag(sync=True)
    screening = traitlets.Dict().tag(sync=True)
    owner = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)

    def __init__(self, store: Store | None = None) -> None:
        self._store = store if store is not None else Store()
        self._made: MadePlan | None = None
        self._handlers: dict[str, Callable[[dict[str, Any], int], None]] = {
            "plan": self._keep_wishes,
            "screening": self._keep_screening,
        }
        super().__init__(
            choices=plan_view.choices(),
            wishes=Wishes(next_monday(date.today())).as_mapping(),
            screening={
                "questions": list(screening.QUESTIONS),
                "stop_rules": list(screening.STOP_RULES),
                "outcome": "",
            },
        )
        self.on_msg(lambda _, content, __: self._receive(content))
        self.refresh()

    def refresh(self) -> None:
        """Read the kept wishes again and make the plan that they ask for."""
        try:
            kept = self._store.setting(SETTING)
            outcome = self._store.setting("screening")
            owner = self._store.owner()
            made = None if kept is None else _make(kept)
        except (StoreError, ValueError, KeyError, TypeError) as error:
            self.problem = _sentence(error)
            return
        with self.hold_sync():
            self.owner = owner
            self.problem = ""
            if outcome is not None and outcome.get("version") == screening.VERSION:
                self.screening = {**self.screening, "outcome": outcome["outcome"]}
            if kept is not None and made is not None:
                self._show(made, int(kept["rev"]))

    def _show(self, made: MadePlan, rev: int) -> None:
        made_at = datetime.fromtimestamp(rev / 1000, UTC).replace(microsecond=0)
        self._made = made
        self.wishes = made.wishes.as_mapping()
        self.plan = {**plan_view.view(made), "rev": rev}
        self.files = {
            "ics": as_ics(made, made_at),
            "csv": as_csv(made),
            "html": plan_page.as_page(made),
        }

    def _receive(self, entry: dict[str, Any]) -> None:
        """Keep an entry of the browser's outbox, then say so. Errors go to the learner."""
        name, rev = entry.get("id"), entry.get("rev")
        try:
            # What was on its way when its owner erased everything does not come back.
            if entry.get("owner", NOBODY) in (NOBODY, self._store.owner()):
                self._handlers[entry["kind"]](entry["body"], int(entry["rev"]))
        except (StoreError, ValueError, KeyError, TypeError) as error:
            self.send({"kind": "refused", "id": name, "sentence": _sentence(error)})
            return
        self.send({"kind": "stored", "id": name, "rev": rev})
        self.refresh()

    def _keep_wishes(self, body: dict[str, Any], rev: int) -> None:
        wishes = Wishes.from_mapping(body)
        before = self._store.setting(SETTING)
        if before is not None and int(before["rev"]) >= rev:
            return
        found = standings(profile(self._store.results(), about.load(self._store)))
        kept = {
            "rev": rev,
            "wishes": wishes.as_mapping(),
            "standings": [asdict(standing) for standing in found],
        }
        _make(kept)  # what no plan can be made from is refused, not kept
        self._store.remember(SETTING, kept)

    def _keep_screening(self, body: dict[str, Any], rev: int) -> None:
        if body["outcome"] not in screening.OUTCOMES:
            raise ValueError("This outcome of the health questions is not known.")
        kept = {"outcome": body["outcome"], "version": screening.VERSION, "at": rev}
        self._store.remember("screening", kept)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the builder where widgets live, and the plan itself anywhere else."""
        bundle: dict[str, Any] | None = super()._repr_mimebundle_()
        return still.with_html(bundle, static_plan(self._made))


def static_plan(made: MadePlan | None) -> str:
    """Return a plan as HTML without a script; a sentence when there is none yet."""
    title = f'<p class="rm-title">{plan_page.TITLE}</p>'
    if made is None:
        return page(title, paragraph("Open this lesson in Jupyter to make your plan."))
    return page(title, plan_page.as_part(made))


def next_monday(today: date) -> date:
    """Return the first Monday that is not over: today, if it is one."""
    return today + timedelta(days=-today.weekday() % 7)


def _make(kept: dict[str, Any]) -> MadePlan:
    found = [Standing.from_mapping(each) for each in kept["standings"]]
    return make_plan(Wishes.from_mapping(kept["wishes"]), found)


def _sentence(error: Exception) -> str:
    if isinstance(error, StoreError | ValueError):
        return str(error)
    return f"The plan could not be made ({error!r}). Please choose your answers again."
