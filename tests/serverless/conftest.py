"""The built site behind a plain file server, in Chromium; whatever else a page asks for fails."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browser.chromium import launched
from serverless.visit import PATIENCE_MS, Visit

ROOT = Path(__file__).parents[2]
SITE = ROOT / "dist" / "site"


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves files with the types that browsers insist on, as a host of static pages does."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Serves until the test ends; a browser may leave before an answer has come."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a line that the browser has cut."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, files: type[Files] = Files) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    handler = functools.partial(files, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Give Python in a page its time: each expectation waits as long as the page's own do."""
    expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser that learners have: what it keeps for a site is tried here."""
    with launched(whole=True) as browser:
        yield browser


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail("The site is not built. Run `make site`.")
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@contextmanager
def visiting(chromium: Browser, address: str) -> Iterator[Visit]:
    visit = Visit(chromium, address)
    yield visit
    visit.context.close()
    assert visit.strangers == [], "the site asked somebody else"
    assert visit.errors == [], "a page reported errors"


@pytest.fixture(scope="module")
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """A browser that comes back from test to test, with what it was left."""
    with visiting(chromium, address) as visit:
        yield visit


@pytest.fixture
def newcomer(chromium: Browser, address: str) -> Iterator[Visit]:
    """A browser that was never there: no language chosen, no trial of today, nothing kept."""
    with visiting(chromium, address) as visit:
        yield visit
