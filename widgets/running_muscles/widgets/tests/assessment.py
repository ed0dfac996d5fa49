"""What every self-assessment widget shares: storing, history, meaning."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import traitlets

from running_muscles.measure import about
from running_muscles.measure.limits import leave_out
from running_muscles.measure.store import Store
from running_muscles.tables import protocols
from running_muscles.widgets import corrections, recording, still
from running_muscles.widgets.body import stills
from running_muscles.widgets.history import history
from running_muscles.widgets.panel import Front, Keep, Panel
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.card import card
from running_muscles.widgets.tests.reading import reading

HARD_EFFORT = "hard-effort"


class AssessmentFront(Front):
    """The visible part of one self-assessment."""

    protocol = traitlets.Dict().tag(sync=True)
    picture = traitlets.Unicode().tag(sync=True)
    history = traitlets.Dict().tag(sync=True)
    reading = traitlets.List().tag(sync=True)
    card = traitlets.Dict().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)


class SelfAssessment(Panel):
    """One self-assessment with the card of its results.

    Parameters
    ----------
    store : Store, optional
        Where results go; the learner's own file by default.
    """

    test: ClassVar[str]
    base = AssessmentFront
    reasons: ClassVar[tuple[tuple[str, str], ...]] = ()
    options: ClassVar[dict[str, Any]] = {}

    def __init__(self, store: Store | None = None) -> None:
        super().__init__(
            store,
            protocol=self._describe(),
            picture=stills.still(self.test),
            history=history((), self.protocol, date.min),
            about={"age": None, "sex": ""},
        )

    @property
    def protocol(self) -> Any:
        """The row of `data/protocols.csv` that this widget runs."""
        return protocols()[self.test]

    def _describe(self) -> dict[str, Any]:
        row = self.protocol
        return {
            "test": row.test,
            "name": _(row.name),
            "sides": list(row.sides),
            "unit": row.unit,
            "trials": row.trials,
            "rest_s": row.rest_s or 0,
            "count_in_s": row.count_in_s or 0,
            "max_value": row.max_value,
            "steps": list(row.steps),
            "stop_criteria": list(row.stop_criteria),
            "equipment": [item for item in row.equipment if item != "none"],
            "skip_if": list(leave_out(row)),
            # Hard tests stay closed to those who are asked to begin gently.
            "hard": HARD_EFFORT in row.movement,
            "what_it_tells": row.what_it_tells,
            "version": row.version,
            "scored": row.scored,
            "reasons": [{"value": value, "label": _(label)} for value, label in self.reasons],
            "options": self._options(),
        }

    def _options(self) -> dict[str, Any]:
        """Return what this family's script alone needs."""
        return self.options

    def _keepers(self) -> dict[str, Keep]:
        store = self._store
        return {
            **super()._keepers(),
            "result": lambda body, rev: recording.keep_result(store, body, rev),
            "about": self._keep_about,
            "edit": lambda body, rev: corrections.keep_edit(store, body, rev),
            "delete": lambda body, rev: corrections.keep_deleted(store, body, rev),
        }

    def _keep_about(self, body: dict[str, Any], rev: int) -> None:
        about.save(self._store, about.About(body["age"], body["sex"]))

    def _show(self) -> None:
        results = self._store.results(self.test)
        told = about.load(self._store)
        self.front.history = history(results, self.protocol, self.today)
        self.front.reading = reading(results, self.protocol, told)
        self.front.card = card(results, self.protocol, told)
        self.front.about = {"age": told.age, "sex": told.sex}

    def _asleep(self) -> str:
        return still.assessment(self.front.protocol, {"latest": (), "recent": ()}, (), {})

    def _still(self) -> str:
        return still.assessment(
            self.front.protocol, self.front.history, self.front.reading, self.front.card
        )
