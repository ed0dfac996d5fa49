"""Chromium, and a plain page with a fake kernel side in which one widget runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STATIC = ROOT / "widgets/running_muscles/widgets/static"
AXE = ROOT / "widgets/js/node_modules/axe-core/axe.min.js"
ORIGIN = "http://lesson.test"
FILES = {
    "/": (HERE / "host.html", "text/html"),
    "/host.js": (HERE / "host.js", "text/javascript"),
}


class Host:
    """One browser context on the plain page.

    Any request that the page makes beyond its own files fails the test: widgets may not
    use the network.
    """

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(
            viewport={"width": options.pop("width", 1000), "height": 900}, **options
        )
        self.context.set_default_timeout(8_000)
        self.strangers: list[str] = []
        self.errors: list[str] = []
        self.context.route("**/*", self._serve)

    def _serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            route.fulfill(path=STATIC / path.removeprefix("/static/"), content_type=kind)
        elif path in FILES:
            file, kind = FILES[path]
            route.fulfill(path=file, content_type=kind)
        elif path == "/favicon.ico":
            route.fulfill(status=204)
        else:
            self.strangers.append(route.request.url)
            route.abort()

    def open(
        self,
        script: str,
        state: dict[str, Any],
        *,
        views: int = 1,
        clock: bool = True,
        stored: bool = True,
    ) -> Page:
        """Show a widget in a new page.

        Parameters
        ----------
        clock : bool
            Put time under the test's control: `page.clock.run_for(60_000)` is a minute,
            for timers and for event stamps alike.
        stored : bool
            The fake kernel acknowledges every entry. Otherwise it stays silent.
        """
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        if clock:
            page.clock.install()
        page.goto(ORIGIN + "/")
        page.wait_for_function("window.hostReady")
        if stored:
            page.evaluate("window.acknowledgeAll()")
        page.evaluate(
            "([script, state, views]) => window.show(script, state, views)", [script, state, views]
        )
        return page

    def sent(self, page: Page, kind: str | None = None) -> list[dict[str, Any]]:
        """Messages that the widget sent, oldest first."""
        messages: list[dict[str, Any]] = page.evaluate("window.model.sent")
        return [message for message in messages if kind in (None, message["kind"])]

    def axe(self, page: Page) -> list[str]:
        """Accessibility violations, one sentence each."""
        if not AXE.exists():
            pytest.fail("axe-core is not installed. Run `make setup-dev` (npm ci in widgets/js).")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{violation['id']}: {violation['help']}: {node['target']} {node.get('failureSummary')}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]


@pytest.fixture
def host(chromium: Browser) -> Iterator[Host]:
    host = Host(chromium)
    yield host
    host.context.close()
    assert host.strangers == [], "the widget asked the network"
    assert host.errors == [], "the page reported errors"


@pytest.fixture
def make_host(chromium: Browser) -> Iterator[Any]:
    """For other widths, themes and motion: `make_host(width=360, color_scheme="dark")`."""
    made: list[Host] = []

    def make(**options: Any) -> Host:
        made.append(Host(chromium, **options))
        return made[-1]

    yield make
    for host in made:
        host.context.close()
        assert host.strangers == [], "the widget asked the network"
        assert host.errors == [], "the page reported errors"


def plain(state: Any) -> Any:
    """State as it crosses to the browser."""
    return json.loads(json.dumps(state))
