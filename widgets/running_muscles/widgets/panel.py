"""What every widget that keeps or shows results shares: a front in the browser, a store behind it.

The front end owns the clock and the learner's clicks; this side owns the results file.
An entry arrives as a message with an id and a revision, is kept, and is acknowledged. It may
arrive many times; it is kept once. A request, such as for a file, is answered. So is everything
else that arrives (`message`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, ClassVar
from weakref import WeakSet

import anywidget
import ipywidgets
import traitlets

from running_muscles.measure import screening
from running_muscles.measure.store import Store, StoreError
from running_muscles.translation.spoken import N_
from running_muscles.widgets import message, still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.body import figure
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _, settle

NOBODY = "unnamed"  # the owner while the results file cannot be opened (outbox.js)
REVISIONS = "revisions"
# Dates outside these are a typing error or a clock that was never set.
FIRST_YEAR, LAST_YEAR = 2000, 2100

# Things of which there is one, so that an older word must not replace a newer one.
SETTINGS = frozenset({"about", "screening"})
FIGURE = "figure"  # a request: the moving person
LOOK = "look"  # a request: another page has changed the results file
QUIET = frozenset({LOOK, FIGURE})  # after these nothing is other than before
UNSHOWN = N_(
    "Your results could not be shown. Nothing was changed. "
    "Run this cell again; if that does not help, restart the kernel and run all cells."
)

Keep = Callable[[dict[str, Any], int], None]
Answer = Callable[[dict[str, Any]], dict[str, Any]]


class Front(anywidget.AnyWidget):  # type: ignore[misc]
    """The visible part of a panel: what every front tells the browser, and the day it tells back.

    Attributes
    ----------
    revision : int
        The latest revision that the results file has seen; the browser counts on from there.
    today : str
        The learner's date, ISO 8601, as the browser tells it.
    utc_offset_minutes : int
        The learner's clock against UTC.
    """

    revision = traitlets.Int().tag(sync=True)
    today = traitlets.Unicode().tag(sync=True)
    utc_offset_minutes = traitlets.Int().tag(sync=True)
    owner = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    screening = traitlets.Dict().tag(sync=True)

    def __init__(self, on_entry: Callable[[Any], None], **state: Any) -> None:
        super().__init__(**state)
        self.on_msg(lambda _, content, __: on_entry(content))


@cache
def front(script: str, base: type[Front]) -> type[Front]:
    """Return the front that runs a script; anywidget ties files to classes, not to instances."""
    files = {"_esm": Script(f"{script}.js"), "_css": STATIC / f"{script}.css"}
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
    # ipykernel 7 may call two handlers on two threads; one at a time decides a trial's number.
    _turn: ClassVar[Any] = threading.RLock()

    def __init__(
        self, store: Store | None = None, below: tuple[Any, ...] = (), **state: Any
    ) -> None:
        self._store = store if store is not None else Store()
        settle()
        self.front = front(self.script, self.base)(
            self._receive,
            screening={
                "version": screening.VERSION,
                "questions": list(screening.questions()),
                "groups": screening.groups(),
                "stop_rules": screening.stop_rules(),
                "outcome": "",
            },
            **state,
        )
        super().__init__([self.front, *below])
        self.refresh()
        self.front.observe(self._turn_day, "today")
        self._open.add(self)

    @property
    def today(self) -> date:
        """The learner's day: as the browser tells it, until then the day of this machine."""
        told = _plausible_day(self.front.today)
        return told if told is not None else datetime.now(UTC).astimezone().date()

    def _turn_day(self, _: Any) -> None:
        if self.today != self._shown_day:
            self.refresh()

    def refresh(self) -> None:
        """Read the results file again and show what it holds."""
        self._shown_day = self.today
        try:
            kept = self._store.setting("screening")
            outcome = screening.current(kept)
            with self.front.hold_sync():
                self.front.owner = self._store.owner()
                self.front.problem = ""
                self.front.revision = int(self._revisions().get("last", 0))
                self.front.screening = {
                    **self.front.screening,
                    "outcome": outcome or "",
                    "again": kept is not None and outcome is None,
                }
                self._show()
        except StoreError as error:
            self.front.problem = str(error)
        except Exception as error:
            message.LOG.error("The results file could not be shown.", exc_info=error)
            self.front.problem = _(UNSHOWN)

    @classmethod
    def look_again(cls, store: Store) -> None:
        """Let every open panel of this kind read a results file again."""
        for panel in tuple(cls._open):
            if isinstance(panel, cls) and panel._store.path == store.path:
                panel.refresh()

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

    def _receive(self, content: Any) -> None:
        """Keep an entry of the browser's outbox, or answer a request. Errors go to the learner."""
        if message.answered(content, self.front.send, self._reply) and content["kind"] not in QUIET:
            for panel in tuple(self._open):
                if panel is not self and panel._store.path == self._store.path:
                    panel.refresh()

    def _reply(self, content: dict[str, Any]) -> dict[str, Any]:
        kind, body = content["kind"], content["body"]
        self._hear_day(content)
        answers, keepers = self._answers(), self._keepers()
        if kind == FIGURE:
            return {"kind": "answered", **figure.answer(body)}
        if kind == LOOK:
            reply: dict[str, Any] = {"kind": "answered"}
        elif kind in answers:
            reply = {"kind": "answered", **answers[kind]({**body, "today": self.today.isoformat()})}
        elif kind in keepers:
            rev = message.revision(content)
            with self._turn:
                self._keep(kind, keepers[kind], content, rev)
            reply = {"kind": "stored", "rev": rev}
        else:
            told = _("This widget does not keep {what}. Run this cell again.")
            raise message.RefusedError(told.format(what=repr(kind)))
        # First the new state, then the word that it is kept: nothing flickers in between.
        self.refresh()
        return reply

    def _keep(self, kind: str, keep: Keep, content: dict[str, Any], rev: int) -> None:
        # What was on its way when its owner erased everything does not come back.
        if content.get("owner", NOBODY) not in (NOBODY, self._store.owner()):
            return
        seen = self._revisions()
        if kind in SETTINGS and rev < seen.get(kind, -1):
            return  # the learner has said something else since
        keep(content["body"], rev)
        last = {"last": max(rev, int(seen.get("last", 0)))}
        self._store.remember(
            REVISIONS, {**seen, **last, **({kind: rev} if kind in SETTINGS else {})}
        )

    def _revisions(self) -> dict[str, Any]:
        seen = self._store.setting(REVISIONS)
        return seen if isinstance(seen, dict) else {}

    def _hear_day(self, content: dict[str, Any]) -> None:
        """Take the learner's day from a message: every one tells it."""
        today, offset = content.get("today"), content.get("utc_offset_minutes")
        if _plausible_day(today) is not None:
            self.front.today = today
        if isinstance(offset, int) and abs(offset) <= 24 * 60:
            self.front.utc_offset_minutes = offset

    def _keep_screening(self, body: dict[str, Any], rev: int) -> None:
        # Empty: a learner who was clear has answered again, with a yes.
        if body["outcome"] not in (*screening.OUTCOMES, ""):
            raise message.RefusedError(_("This outcome of the health questions is not known."))
        kept = {"outcome": body["outcome"], "version": screening.VERSION, "at": rev}
        self._store.remember("screening", kept)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widget where widgets live, and a static picture anywhere else."""
        bundle: dict[str, Any] | None = super()._repr_mimebundle_()
        return still.with_html(bundle, self._picture())


def _plausible_day(told: Any) -> date | None:
    """Return a date that somebody may live on, or None."""
    try:
        day = date.fromisoformat(told)
    except (TypeError, ValueError):
        return None
    return day if FIRST_YEAR <= day.year < LAST_YEAR else None
