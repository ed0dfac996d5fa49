"""Messages in a page: one after the other, although each may wait in the midst."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from running_muscles.widgets.in_page import OneByOne, in_page


class Loop:
    """An event loop that runs a turn when it is told to."""

    def __init__(self) -> None:
        self.turns: deque[Callable[[], Any]] = deque()

    def soon(self, turn: Callable[[], Any]) -> None:
        self.turns.append(turn)

    def run(self) -> None:
        while self.turns:
            self.turns.popleft()()


def test_here_is_no_page():
    assert not in_page()


def test_one_that_waits_is_done_before_the_next_begins():
    loop, said = Loop(), []

    def handle(name: str) -> None:
        said.append(f"begin {name}")
        if name == "first":
            listen("third")
        loop.run()  # what a file that is waited for lets happen
        said.append(f"end {name}")

    listen = OneByOne(handle, loop.soon)
    listen("first")
    listen("second")
    assert said == []
    loop.run()
    assert said == [
        f"{word} {name}" for name in ("first", "second", "third") for word in ("begin", "end")
    ]


def test_what_comes_while_a_cell_runs_waits_for_its_end():
    loop, said = Loop(), []
    listen = OneByOne(said.append, loop.soon)
    listen.pause()
    listen("early")
    loop.run()
    assert said == []
    listen.go_on()
    listen("late")
    loop.run()
    assert said == ["early", "late"]


def test_one_that_fails_keeps_nobody_waiting():
    loop, said = Loop(), []

    def handle(name: str) -> None:
        if name == "bad":
            raise ValueError(name)
        said.append(name)

    listen = OneByOne(handle, loop.soon)
    listen("bad")
    listen("good")
    with pytest.raises(ValueError, match="bad"):
        loop.run()
    loop.run()
    assert said == ["good"]
