"""Once a lesson has been awake, the site opens again without anybody who serves it."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from serverless.conftest import Files
from serverless.visit import PATIENCE_MS, Visit

pytestmark = pytest.mark.lab

KEPT_WHOLE = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("running-muscles:"));
  const marks = await Promise.all(names.map(async (name) =>
    (await caches.open(name)).match(new URL("../kept-whole", location.href))));
  return marks.some(Boolean);
}"""


def test_the_next_visit_needs_no_server(chromium: Browser, site: Path):
    handler = functools.partial(Files, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    visit = Visit(chromium, f"http://127.0.0.1:{server.server_port}")
    try:
        page = visit.open("03-core")
        page.wait_for_function(KEPT_WHOLE, timeout=PATIENCE_MS)
        page.close()
    finally:
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
