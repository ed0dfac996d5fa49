"""Where Python runs inside the page itself, as on a site without a server.

Between a widget and its Python lies another way there than over a server. Two things of it are
mended here, both when the first widget is loaded.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from typing import Any

from running_muscles.measure.page_storage import in_page


def talk_as_over_a_server() -> None:
    """Let messages arrive and leave in a page as they do anywhere else."""
    if in_page():
        _say_none_as_null()
        _listen_where_one_may_wait()


def _say_none_as_null() -> None:
    """Send by JSON: straight to JavaScript None becomes `undefined`, which is not `null`."""
    from IPython.core.getipython import get_ipython

    from js import JSON

    shell = get_ipython()
    sends: dict[str, Callable[..., Any]] = {}

    def by_json(kind: str, content: Any, metadata: Any, ident: Any, buffers: Any) -> Any:
        plain = (JSON.parse(json.dumps(each)) for each in (content, metadata))
        return sends["comm"](kind, *plain, ident, buffers)

    # The kernel tells how to send when it is whole, which may be before or after this.
    if told := vars(shell).get("send_comm"):
        sends["comm"] = told
    type(shell).send_comm = property(lambda _: by_json, lambda _, told: sends.update(comm=told))


def _listen_where_one_may_wait() -> None:
    """Handle what the page says in turns of the event loop.

    Who opens the browser's files has to wait for them, and Python may wait in such a turn, but
    not while JavaScript waits for it.
    """
    from IPython.core.getipython import get_ipython
    from pyodide_kernel import kernel_instance

    comms, events = kernel_instance.comm_manager, get_ipython().events
    listen = OneByOne(comms.comm_msg, asyncio.get_running_loop().call_soon)
    listen.pause()  # the cell that loads this is running
    events.register("pre_run_cell", lambda _: listen.pause())
    events.register("post_run_cell", lambda _: listen.go_on())
    comms.comm_msg = listen


class OneByOne:
    """Handle messages later, in order, each after the one before has been done.

    While one waits for a file, the event loop takes its next turn: without an order, two would
    change the same widget at once, or one while a cell still builds it. A kernel with a server
    keeps this order too.

    Parameters
    ----------
    handle : callable
        What handles a message.
    soon : callable
        Calls a function in a turn of its own.
    """

    def __init__(self, handle: Callable[..., Any], soon: Callable[..., Any]) -> None:
        self._handle, self._soon = handle, soon
        self._waiting: deque[tuple[Any, ...]] = deque()
        self._busy = self._paused = False

    def pause(self) -> None:
        """Let messages wait: a cell runs."""
        self._paused = True

    def go_on(self) -> None:
        """Handle what has waited, and what comes."""
        self._paused = False
        self._soon(self._work)

    def __call__(self, *message: Any) -> None:
        """Take a message; it is handled in a later turn."""
        self._waiting.append(message)
        self._soon(self._work)

    def _work(self) -> None:
        if self._busy:
            return  # whoever is at work takes what waits
        self._busy = True
        try:
            while self._waiting and not self._paused:
                self._handle(*self._waiting.popleft())
        finally:
            self._busy = False
            if self._waiting and not self._paused:  # one failed; the others do not wait for it
                self._soon(self._work)
