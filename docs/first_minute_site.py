"""Renew the film strip of a first minute on the site: python -m docs.first_minute_site.

The same minute as `docs.first_minute`, on the built site (`make site`) behind a plain file server.
The browser reaches no other host.
"""

from __future__ import annotations

from docs import first_minute  # before the tests' own: it tells where they are

from playwright.sync_api import Browser, Page, sync_playwright  # isort: skip
from browser.chromium import FLAGS, chromium_path  # isort: skip
from serverless.conftest import SITE, served  # isort: skip
from serverless.visit import PLANK, answer_health  # isort: skip

NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def move_on(page: Page, left: int) -> None:
    """Read on; near the end try the plank, which asks about health first."""
    plank = page.locator(PLANK)
    ahead = plank.count() > 0
    if left > 8:
        first_minute.move_on(page, first_minute.PICTURES - left)
    elif left == 8 and ahead:
        plank.evaluate("(section) => section.scrollIntoView({block: 'center'})")
    elif left == 6 and ahead:
        answer_health(plank)
    elif left == 4 and ahead:
        plank.get_by_role("button", name="Start", exact=True).click()


def minute(browser: Browser, address: str, width: int, height: int) -> list[bytes]:
    """Take the pictures of one minute, as somebody who was never there."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{address}/notebooks/index.html?path={first_minute.LESSON}")
    pictures = []
    for number in range(first_minute.PICTURES):
        page.wait_for_timeout(first_minute.EVERY_MS)
        move_on(page, first_minute.PICTURES - number)
        pictures.append(page.screenshot())
    context.close()
    return pictures


def main() -> None:
    """Take both minutes and join them."""
    with sync_playwright() as playwright, served(SITE) as address:
        flags = [*FLAGS, NO_OTHER_HOST]
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=flags)
        strips = [
            first_minute.strip(title, minute(browser, address, width, height), small)
            for title, (width, height, small) in first_minute.SIZES.items()
        ]
        first_minute.join(browser, strips, "first-minute-site.png")
        browser.close()


if __name__ == "__main__":
    main()
