"""Every result of every test: a table to correct and clean, and the charts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets
import traitlets

from running_muscles.measure.privacy import NOT_SAVED
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.measure.training import exercise_of
from running_muscles.tables import protocols
from running_muscles.translation.content import page_lang
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import stamped
from running_muscles.widgets import corrections, still
from running_muscles.widgets.chart import history_output
from running_muscles.widgets.history import result_text
from running_muscles.widgets.own import files
from running_muscles.widgets.panel import Answer, Front, Keep, Panel
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import side_inside

TITLE = N_("Your results")


class LogFront(Front):
    """What the browser knows of the log; `chosen` is the test that the learner looks at."""

    rows = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)


class Log(Panel):
    """A history of all tests, with edit and delete, charts, download and upload.

    Parameters
    ----------
    store : Store, optional
        Where results live; the learner's own file by default.
    """

    script = "log"
    base = LogFront

    def __init__(self, store: Store | None = None) -> None:
        self.chart = ipywidgets.Output()
        self.chart.add_class("rm-chart")
        super().__init__(store, (self.chart,))
        self.front.observe(lambda __: self.refresh(), "chosen")

    def _keepers(self) -> dict[str, Keep]:
        store = self._store
        return {
            **super()._keepers(),
            "edit": lambda body, rev: corrections.keep_edit(store, body, rev),
            "delete": lambda body, rev: corrections.keep_deleted(store, body, rev),
        }

    def _answers(self) -> dict[str, Answer]:
        store = self._store
        return {
            "export": lambda body: files.export(store, body),
            "upload": lambda body: files.upload(store, body),
        }

    def _show(self) -> None:
        results = self._store.results()
        self.front.rows = [_row(result) for result in reversed(results)]
        chosen = protocols().get(self.front.chosen)
        shown = [result for result in results if chosen and result.test == chosen.test]
        self.chart.outputs = history_output(shown, chosen) if chosen and chosen.scored else ()

    def _asleep(self) -> str:
        return still.words(_(TITLE), _(NOT_SAVED))

    def _still(self) -> str:
        return _table(self.front.rows)


def _row(result: Result) -> dict[str, Any]:
    protocol = protocols().get(result.test)
    return {
        "id": result.id,
        "test": result.test,
        "name": _name(result.test),
        "side": result.side,
        "value": result.value,
        "unit": result.unit,
        "most": protocol.max_value if protocol else None,
        "text": result_text(result),
        "when": stamped(result.local_time),
        "effort": result.effort,
        "note": result.note,
    }


def _name(test: str) -> str:
    """Return what was tested or trained; a test and an exercise may have one name."""
    exercise = exercise_of(test)
    if exercise is not None:
        return _("{name}, exercise").format(name=exercise.name)
    protocol = protocols().get(test)
    return _(protocol.name) if protocol else test


def _table(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return still.words(_(TITLE), _("No result yet."))
    heads = (_("When"), _("Test"), _("Side"), _("Result"), _("Effort"), _("Note"))
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, _cells(row)))}</tr>" for row in rows)
    return (
        f'<section class="rm-still"{page_lang()}><h3>{escape(_(TITLE))}</h3>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
    )


def _cells(row: dict[str, Any]) -> tuple[Any, ...]:
    side = side_inside(row["side"])
    return row["when"], row["name"], side, row["text"], row["effort"], row["note"]


def _cell(value: Any) -> str:
    return f"<td>{escape('' if value is None else str(value))}</td>"
