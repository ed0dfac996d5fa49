"""Once a lesson has been awake, the site opens again without anybody who serves it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from serverless.conftest import Files, served
from serverless.visit import Visit

pytestmark = pytest.mark.lab

KEPT_WHOLE = """async () => {
  for (;;) {
    const names = (await caches.keys()).filter((name) => name.startsWith("running-muscles:"));
    const marks = await Promise.all(names.map(async (name) =>
      (await caches.open(name)).match(new URL("../kept-whole", location.href))));
    if (marks.some(Boolean)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
}"""


class Leaving(Files):
    """Serves until it is gone; a line that a browser has kept open goes with it."""

    gone = threading.Event()

    def do_GET(self) -> None:  # noqa: N802
        if self.gone.is_set():
            self.close_connection = True
        else:
            super().do_GET()


def test_the_next_visit_needs_no_server(chromium: Browser, site: Path):
    with served(site, Leaving) as address:
        visit = Visit(chromium, address)
        page = visit.open("03-core")
        assert page.evaluate(KEPT_WHOLE)
        page.close()
        Leaving.gone.set()
    # A lesson that was never opened, and the first page.
    page = visit.open("10-heart")
    expect(page.get_by_role("region", name="Resting pulse").first).to_be_visible()
    page.goto(f"{visit.address}/")
    expect(page.get_by_role("heading", name="Running Muscles")).to_be_visible()
    visit.context.close()
    assert visit.errors == []
    assert visit.strangers == []
