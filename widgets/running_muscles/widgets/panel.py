"""What every widget that keeps or shows results shares: a front in the browser, a store behind it.

The front end owns the clock and the learner's clicks; this side owns the results file.
An entry arrives as a message with an id and a revision, is kept, and is acknowledged. It may
arrive many times; it is kept once. A request, such as for a file, is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar
from weakref import WeakSet

import anywidget
import ipywidgets
import traitlets

from running_muscles.measure import screening
from running_muscles.measure.result import ResultError
from running_muscles.measure.store import Store, StoreError
from running_muscles.widgets import still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.scripts import STATIC

NOBODY = "unnamed"  # the owner while the results file cannot be opened (outbox.js)

Keep = Callable[[dict[str, Any], int], None]
Answer = Callable[[dict[str, Any]], dict[str, Any]]


class Front(anywidget.AnyWidget):  # type: ignore[misc]
    """The visible part of a panel: what every front tells the browser."""

    owner = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    screening = traitlets.Dict().tag(sync=True)

    def __init__(self, on_entry: Callable[[dict[str, Any]], None], **state: Any) -> None:
        super().__init__(**state)
        self.on_msg(lambda _, content, __: on_entry(content))


@cache
def front(script: str, base: type[Front]) -> type[Front]:
    """Return the front that runs a script; anywidget ties files to classes, not to instances."""
    files = {"_esm": STATIC / f"{script}.js", "_css": STATIC / f"{script}.css"}
    return type(f"{script.capitalize()}{base.__name__}", (base,), files)


class Panel(Asleep, ipywidgets.VBox):  # type: ignore[misc]
    """A front and what stands below it, over one results file.

    Parameters
    ----------
    store : Store, optional
        Where results live; the learner's own file by default.
    below : sequence of widgets
        What stands below the front, such as a chart.
    state
        First values of the front's own traits.
    """

    script: ClassVar[str]
    base: ClassVar[Any] = Front  # a class of fronts
    # Open panels hear of each other's changes: health questions answered once open every test.
    _open: ClassVar[WeakSet[Panel]] = WeakSet()

    def __init__(
        self, store: Store | None = None, below: tuple[Any, ...] = (), **state: Any
    ) -> None:
        self._store = store if store is not None else Store()
        self.front = front(self.script, self.base)(
            self._receive,
            screening={
                "questions": list(screening.QUESTIONS),
                "stop_rules": list(screening.STOP_RULES),
                "outcome": "",
            },
            **state,
        )
        super().__init__([self.front, *below])
        self.refresh()
        self._open.add(self)

    def refresh(self) -> None:
        """Read the results file again and show what it holds."""
        try:
            outcome = self._store.setting("screening")
            current = outcome is not None and outcome.get("version") == screening.VERSION
            with self.front.hold_sync():
                self.front.owner = self._store.owner()
                self.front.problem = ""
                self.front.screening = {
                    **self.front.screening,
                    "outcome": outcome["outcome"] if current else "",
                }
                self._show()
        except StoreError as error:
            self.front.problem = str(error)

    def _keepers(self) -> dict[str, Keep]:
        """Return what keeps each kind of outbox entry; it is told the body and the revision."""
        return {"screening": self._keep_screening}

    def _answers(self) -> dict[str, Answer]:
        """Return what answers each kind of request."""
        return {}

    def _show(self) -> None:
        """Put what the results file holds into the front's own traits."""

    def _still(self) -> str:
        """Return this panel as static HTML."""
        raise NotImplementedError

    def _asleep(self) -> str:
        """Return what the notebook keeps of this panel: nothing of the learner's own."""
        return self._still()

    def _receive(self, entry: dict[str, Any]) -> None:
        """Keep an entry of the browser's outbox, or answer a request. Errors go to the learner."""
        name = entry.get("id")
        try:
            reply = self._reply(entry)
        except (StoreError, ResultError, ValueError, KeyError, TypeError) as error:
            sentence = str(error) if isinstance(error, StoreError | ValueError) else repr(error)
            self.front.send({"kind": "refused", "id": name, "sentence": sentence})
            return
        # First the new state, then the word that it is kept: nothing flickers in between.
        self.refresh()
        self.front.send({"id": name, **reply})
        for panel in tuple(self._open):
            if panel is not self and panel._store.path == self._store.path:
                panel.refresh()

    def _reply(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        kind, body = entry["kind"], entry["body"]
        answers = self._answers()
        if kind in answers:
            return {"kind": "answered", **answers[kind](body)}
        # What was on its way when its owner erased everything does not come back.
        if entry.get("owner", NOBODY) in (NOBODY, self._store.owner()):
            self._keepers()[kind](body, int(entry["rev"]))
        return {"kind": "stored", "rev": entry["rev"]}

    def _keep_screening(self, body: dict[str, Any], rev: int) -> None:
        # Empty: a learner who was clear has answered again, with a yes.
        if body["outcome"] not in (*screening.OUTCOMES, ""):
            raise ValueError("This outcome of the health questions is not known.")
        kept = {"outcome": body["outcome"], "version": screening.VERSION, "at": rev}
        self._store.remember("screening", kept)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widget where widgets live, and a static picture anywhere else."""
        bundle: dict[str, Any] | None = super()._repr_mimebundle_()
        return still.with_html(bundle, self._picture())
