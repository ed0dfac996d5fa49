"""What every self-assessment widget shares: storing, history, meaning.

The front end owns the clock and the learner's clicks; this side owns the results file.
A result arrives as a message with an id and a revision, is stored, and is acknowledged.
It may arrive many times; it is stored once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets

from running_muscles.measure import about, screening
from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.store import Store, StoreError
from running_muscles.tables import protocols
from running_muscles.widgets import still
from running_muscles.widgets.chart import history_output
from running_muscles.widgets.history import history
from running_muscles.widgets.reading import reading

STATIC = Path(__file__).parent / "static"


class Front(anywidget.AnyWidget):  # type: ignore[misc]
    """The visible part of one self-assessment. `SelfAssessment` puts a chart below it."""

    protocol = traitlets.Dict().tag(sync=True)
    screening = traitlets.Dict().tag(sync=True)
    history = traitlets.Dict().tag(sync=True)
    reading = traitlets.List().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    owner = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)

    def __init__(self, on_entry: Callable[[dict[str, Any]], None], **state: Any) -> None:
        super().__init__(**state)
        self.on_msg(lambda _, content, __: on_entry(content))


@cache
def front(script: str) -> type[Front]:
    """Return the front that runs a script; anywidget ties files to classes, not to instances."""
    files = {"_esm": STATIC / f"{script}.js", "_css": STATIC / f"{script}.css"}
    return type(f"{script.capitalize()}Front", (Front,), files)


class SelfAssessment(ipywidgets.VBox):  # type: ignore[misc]
    """One self-assessment with its chart.

    Parameters
    ----------
    store : Store, optional
        Where results go; the learner's own file by default.
    """

    test: ClassVar[str]
    script: ClassVar[str]
    reasons: ClassVar[tuple[tuple[str, str], ...]] = ()
    options: ClassVar[dict[str, Any]] = {}

    def __init__(self, store: Store | None = None) -> None:
        self._store = store if store is not None else Store()
        self._handlers: dict[str, Callable[[dict[str, Any], int], None]] = {
            "result": self._keep_result,
            "screening": self._keep_screening,
            "about": self._keep_about,
        }
        self.chart = ipywidgets.Output()
        self.chart.add_class("rm-chart")
        self.front = front(self.script)(
            self._receive,
            protocol=self._describe(),
            screening={
                "questions": list(screening.QUESTIONS),
                "stop_rules": list(screening.STOP_RULES),
                "outcome": "",
            },
            history=history((), self.protocol),
            about={"age": None, "sex": ""},
        )
        super().__init__([self.front, self.chart])
        self.refresh()

    @property
    def protocol(self) -> Any:
        """The row of `data/protocols.csv` that this widget runs."""
        return protocols()[self.test]

    def _describe(self) -> dict[str, Any]:
        row = self.protocol
        return {
            "test": row.test,
            "name": row.name,
            "sides": list(row.sides),
            "unit": row.unit,
            "trials": row.trials,
            "rest_s": row.rest_s or 0,
            "count_in_s": row.count_in_s or 0,
            "max_value": row.max_value,
            "steps": list(row.steps),
            "stop_criteria": list(row.stop_criteria),
            "equipment": [item for item in row.equipment if item != "none"],
            "skip_if": list(row.skip_if),
            "what_it_tells": row.what_it_tells,
            "version": row.version,
            "scored": row.scored,
            "reasons": [{"value": value, "label": label} for value, label in self.reasons],
            "options": self.options,
        }

    def refresh(self) -> None:
        """Read the results file again and show what it holds."""
        try:
            results = self._store.results(self.test)
            told = about.load(self._store)
            outcome = self._store.setting("screening")
            with self.front.hold_sync():
                self.front.owner = self._store.owner()
                self.front.history = history(results, self.protocol)
                self.front.reading = reading(results, self.protocol, told)
                self.front.about = {"age": told.age, "sex": told.sex}
                self.front.problem = ""
                if outcome is not None and outcome.get("version") == screening.VERSION:
                    self.front.screening = {**self.front.screening, "outcome": outcome["outcome"]}
            self.chart.outputs = history_output(results, self.protocol)
        except StoreError as error:
            self.front.problem = str(error)

    def _receive(self, entry: dict[str, Any]) -> None:
        """Store an entry of the browser's outbox, then say so. Errors go to the learner."""
        name, rev = entry.get("id"), entry.get("rev")
        try:
            self._handlers[entry["kind"]](entry["body"], int(entry["rev"]))
        except (StoreError, ResultError, ValueError, KeyError, TypeError) as error:
            sentence = str(error) if isinstance(error, StoreError | ValueError) else repr(error)
            self.front.send({"kind": "refused", "id": name, "sentence": sentence})
            return
        self.front.send({"kind": "stored", "id": name, "rev": rev})
        self.refresh()

    def _keep_result(self, body: dict[str, Any], rev: int) -> None:
        result = Result.from_mapping(body)
        self._store.record(result, rev, deleted=bool(body.get("discarded")))

    def _keep_screening(self, body: dict[str, Any], rev: int) -> None:
        if body["outcome"] not in screening.OUTCOMES:
            raise ValueError("This outcome of the health questions is not known.")
        kept = {"outcome": body["outcome"], "version": screening.VERSION, "at": rev}
        self._store.remember("screening", kept)

    def _keep_about(self, body: dict[str, Any], rev: int) -> None:
        about.save(self._store, about.About(body["age"], body["sex"]))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widget where widgets live, and its protocol and results anywhere else."""
        bundle: dict[str, Any] | None = super()._repr_mimebundle_()
        return still.with_html(
            bundle, still.assessment(self.front.protocol, self.front.history, self.front.reading)
        )
