"""A browser on the site."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE_MS = 120_000  # the machine may be busy with other work


class Visit:
    """A browser on the site; the tabs of a visit share what the browser keeps."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.context: BrowserContext = browser.new_context(
            viewport={"width": 1200, "height": 900}, service_workers="allow"
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.strangers: list[str] = []
        self.errors: list[str] = []
        self.context.on("request", lambda request: self._look(request.url))

    def _look(self, url: str) -> None:
        if not url.startswith((f"{self.address}/", "data:", "blob:")):
            self.strangers.append(url)

    def open(self, lesson: str, *, alive: bool = True) -> Page:
        """Open a lesson in a tab of its own, by default until its first tool stands there."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(f"{self.address}/notebooks/index.html?path={lesson}.ipynb")
        if alive:
            self.wait(page)
        return page

    def wait(self, page: Page) -> None:
        """Wait until the lesson has run to its end."""
        page.locator('.rm-door[data-state="awake"]').wait_for()
