"""Once a lesson has been awake, the site opens again without anybody who serves it."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from serverless.conftest import Files
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
    handler = functools.partial(Leaving, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    visit = Visit(chromium, f"http://127.0.0.1:{server.server_port}")
    try:
        page = visit.open("03-core")
        assert page.evaluate(KEPT_WHOLE)
        page.close()
    finally:
        Leaving.gone.set()
        server.shutdown()
        server.server_close()
    # A lesson that was never opened, and the first page.
    page = visit.open("10-heart")
    expect(page.get_by_role("region", name="Resting pulse").first).to_be_visible()
    page.goto(f"{visit.address}/")
    expect(page.get_by_role("heading", name="Running Muscles")).to_be_visible()
    visit.context.close()
    assert visit.errors == []
    assert visit.strangers == []
