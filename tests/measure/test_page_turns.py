"""The file of a page goes from one user to the next in order, and other tabs are waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from running_muscles.measure import page_turns
from running_muscles.measure.page_file import UnkeptError
from running_muscles.measure.page_turns import InTurn, TakenError, Turns


class Browser:
    """Opens one file for one user at a time, after some turns of the loop, as a browser does."""

    def __init__(self, taken: int = 0) -> None:
        self.open, self.taken, self.refused, self.data = False, taken, 0, b""

    async def opened(self) -> Browser:
        await asyncio.sleep(0)
        if self.taken or self.open:
            self.taken -= 1
            self.refused += 1
            raise TakenError
        self.open = True
        await asyncio.sleep(0)  # the spare is opened after it
        return self

    def read(self) -> bytes:
        return self.data

    def write(self, data: bytes) -> None:
        self.data = data

    def close(self) -> None:
        self.open = False


def in_a_loop(page: Coroutine[Any, Any, None]) -> None:
    """Run in a thread of its own: a browser of other tests may keep a loop of this one at work."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, page).result()


def use(browser: Browser, users: int) -> list[int]:
    """Let so many users of one page come at once; return who wrote, in order."""
    order: list[int] = []

    async def one(turns: Turns, user: int) -> None:
        file = await turns.held()
        assert isinstance(file, InTurn)
        file.write(b"%d" % user)
        await asyncio.sleep(0)
        order.append(int(browser.data))
        file.close()

    async def page() -> None:
        turns = Turns(browser.opened)
        await asyncio.gather(*(one(turns, user) for user in range(users)))

    in_a_loop(page())
    assert not browser.open
    return order


def test_who_comes_while_another_has_the_file_is_next_and_meets_no_refusal():
    browser = Browser()
    assert use(browser, 9) == list(range(9))
    assert browser.refused == 0


def test_another_tab_is_waited_for_and_the_order_stays(monkeypatch):
    monkeypatch.setattr(page_turns, "PAUSE_SECONDS", 0)
    browser = Browser(taken=3)
    assert use(browser, 4) == [0, 1, 2, 3]
    assert browser.refused == 3


def test_a_tab_that_never_lets_go_is_told_and_the_next_has_its_turn(monkeypatch):
    monkeypatch.setattr(page_turns, "PAUSE_SECONDS", 0)
    browser = Browser(taken=10**9)

    async def page() -> None:
        turns = Turns(browser.opened, patience=0.01)
        waited = await asyncio.gather(turns.held(), turns.held())
        assert all(isinstance(each, UnkeptError) for each in waited)
        assert "Another tab" in str(waited[0])
        browser.taken = 0
        assert isinstance(await turns.held(), InTurn)

    in_a_loop(page())


def test_what_the_browser_says_is_an_answer_and_the_next_has_its_turn():
    async def forbidden() -> Browser:
        raise UnkeptError("forbidden")

    async def page() -> None:
        turns = Turns(forbidden)
        for answer in await asyncio.gather(turns.held(), turns.held()):
            assert str(answer) == "forbidden"

    in_a_loop(page())
