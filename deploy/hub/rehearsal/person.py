"""Somebody at the hub, in a browser of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import APIResponse, Browser, Locator, Page, expect
from playwright.sync_api import Error as BrowserError

from rehearsal.stage import Stage
from rehearsal.steps import wait_until

PATIENCE_MS = 90_000
WRITTEN = "A stiff trunk lets my legs push against something, says {}."


class Person:
    """One account, logged in."""

    def __init__(self, browser: Browser, stage: Stage, name: str) -> None:
        self.stage, self.name = stage, name
        self.says = WRITTEN.format(name)
        self.home = stage.hub.home(name)
        self.context = browser.new_context(viewport={"width": 1300, "height": 950})
        self.context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)

    def log_in(self, lesson: str = "") -> Page:
        """Log in with the first password, straight to a lesson if one is named."""
        page = self.context.new_page()
        there = f"/hub/user/{self.name}/lab/tree/course/{lesson}.ipynb"
        page.goto(f"{self.stage.address}/hub/login" + (f"?next={quote(there)}" if lesson else ""))
        page.locator("input[name=username]").fill(self.name)
        page.locator("input[name=password]").fill(self.stage.passwords[self.name])
        page.locator("#login_submit").click()
        page.locator("#jp-main-dock-panel").wait_for()
        return page

    def open(self, path: str) -> Page:
        """Open a notebook in JupyterLab."""
        page = self.context.new_page()
        page.goto(f"{self.stage.address}/user/{self.name}/lab/tree/{path}?reset")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        return page

    def ask(self, path: str, of: str = "") -> APIResponse:
        """Ask a server's REST interface with this person's cookies; their own by default."""
        url = f"{self.stage.address}/user/{of or self.name}/api/{path}"
        return self.context.request.get(url, fail_on_status_code=False)

    def run_all(self, page: Page, path: str) -> None:
        """Run a notebook; too early, JupyterLab would ask for a kernel instead."""
        wait_until(lambda: self._kernel_is_idle(path), f"the kernel of {path} did not come")
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(
            state="attached"
        )
        self.menu(page, "Run", "Run All Cells")

    def _kernel_is_idle(self, path: str) -> bool:
        kernels = [one["kernel"] for one in self.ask("sessions").json() if one["path"] == path]
        return any(one["connections"] and one["execution_state"] == "idle" for one in kernels)

    def lesson(self, name: str) -> Page:
        """Open a lesson; it comes alive by itself."""
        page = self.open(f"course/{name}.ipynb")
        awake(page)
        return page

    def menu(self, page: Page, bar: str, item: str) -> None:
        """Choose from JupyterLab's menu bar."""
        page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{bar}$")).click()
        page.locator(".lm-Menu-item", has=page.get_by_text(item, exact=True)).click()

    def menu_items(self, page: Page, bar: str) -> list[str]:
        """Return what a menu offers."""
        page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{bar}$")).click()
        page.locator(".lm-Menu-item").first.wait_for()
        found = page.locator(".lm-Menu-item .lm-Menu-itemLabel").all_inner_texts()
        page.keyboard.press("Escape")
        return [text for text in found if text]

    def assignment_list(self, quiz: str, button: str, done: Callable[[], Any]) -> None:
        """Press a button of a quiz in the Assignment List, and wait for what it does."""
        page = self.context.new_page()
        page.goto(f"{self.stage.address}/user/{self.name}/lab?reset")
        page.locator("#jp-main-dock-panel").wait_for()
        self.menu(page, "Nbgrader", "Assignment List")
        row = page.locator(".list_item", has_text=quiz)
        row.get_by_role("button", name=button).first.click()
        wait_until(done, f"{button} of {quiz} did nothing for {self.name}")
        page.close()

    def stop_server(self) -> None:
        """Stop the server as the idle culler does, through the hub."""
        page = self.context.new_page()
        page.goto(f"{self.stage.address}/hub/home")
        page.locator("#stop").click()
        expect(page.locator("#stop")).to_be_hidden()
        page.close()

    def start_server(self) -> None:
        """Start it again."""
        page = self.context.new_page()
        page.goto(f"{self.stage.address}/hub/spawn/{self.name}")
        page.locator("#jp-main-dock-panel").wait_for()
        page.close()

    def own_file(self, *parts: str) -> Path:
        """Return a path in this person's home."""
        return self.home.joinpath(*parts)

    def picture(self, page: Page, path: Path) -> None:
        """Keep a picture of a page; a rehearsal does not fail for want of one."""
        try:
            page.screenshot(path=path)
        except BrowserError as error:
            print(f"  no picture {path.name}: {error}")


def awake(page: Page) -> None:
    """Wait until a lesson has come alive."""
    page.locator('.rm-door[data-state="awake"]').wait_for()


def answer(question: Locator, own: Any, name: str) -> None:
    """Answer one question rightly, as a learner does: by clicking and typing."""
    question.scroll_into_view_if_needed()
    if own.type in ("single", "multiple"):
        for option in own.options:
            if option.correct:
                question.locator(f"input[value='{option.id}']").check()
    elif own.type == "numeric":
        question.get_by_label("Your answer").fill(f"{own.value:.10g}")
        if len(own.units) > 1:
            question.get_by_label("Unit").select_option(own.unit)
    elif own.type == "order":
        _order(question, [item.id for item in own.items])
    elif own.type == "hotspot":
        region = next(region.id for region in own.regions if region.correct)
        question.get_by_label("Place on the body").select_option(region)
    else:
        question.get_by_label("Your answer").fill(WRITTEN.format(name))


def _order(question: Locator, wanted: list[str]) -> None:
    shown = question.locator("[data-id]")
    for place, item in enumerate(wanted):
        while shown.nth(place).get_attribute("data-id") != item:
            question.locator(f"[data-id='{item}']").get_by_role(
                "button", name=re.compile("^Move up")
            ).click()
    confirm = question.get_by_role("button", name="This order is right")
    if confirm.is_visible():
        confirm.click()
