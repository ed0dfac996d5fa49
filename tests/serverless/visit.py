"""A browser on the site."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Locator, Page

PATIENCE_MS = 120_000  # the machine may be busy with other work
PLANK = 'section[aria-label="Front plank"]'


def answer_health(plank: Locator) -> None:
    """Answer the health questions before a test, which are asked once."""
    for question in plank.locator("fieldset").all():
        question.get_by_label("No").check()
    plank.get_by_label("I have read when to stop").check()
    plank.get_by_role("button", name="Continue").click()


def start_plank(page: Page) -> Locator:
    """Start the front plank, with the health questions before it where they are asked."""
    plank = page.locator(PLANK)
    plank.scroll_into_view_if_needed()
    ready = plank.get_by_role("button", name="Start", exact=True)
    ready.or_(plank.get_by_role("button", name="Continue")).first.wait_for()
    if not ready.count():
        answer_health(plank)
    ready.click()
    return plank


def hold_and_save(page: Page) -> Locator:
    """Take the plank for half a second, and save it; return the test."""
    plank = start_plank(page)
    page.wait_for_function(
        "() => parseFloat(document.querySelector('.rm-running .rm-clock-time')?.textContent) >= 0.5"
    )
    plank.get_by_role("button", name="Stop").first.click()
    plank.get_by_role("button", name="Save", exact=True).click()
    return plank.locator(".rm-status").first


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

    def open(self, lesson: str, *, alive: bool = True, width: int | None = None) -> Page:
        """Open a lesson in a tab of its own, by default until it has run to its end."""
        page = self.context.new_page()
        if width is not None:
            page.set_viewport_size({"width": width, "height": 800})
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(f"{self.address}/notebooks/index.html?path={lesson}.ipynb")
        if alive:
            self.wait(page)
        return page

    def wait(self, page: Page) -> None:
        """Wait until the lesson has run to its end."""
        page.locator('.rm-door[data-state="awake"]').wait_for()
