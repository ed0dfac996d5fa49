"""The documentation beside the site, as both are published: found, whole, and not kept offline."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from docs.site import check
from playwright.sync_api import expect

from serverless.visit import Visit

pytestmark = pytest.mark.lab


@pytest.fixture(scope="module")
def docs(site: Path) -> Path:
    if not (site / "docs" / "index.html").is_file():
        pytest.fail("The documentation does not lie beside the site. Run `make site-docs`.")
    return site / "docs"


def test_every_link_of_what_is_published_leads_somewhere(site, docs):
    pages = [site / "index.html", *docs.rglob("*.html")]
    assert check.faults(site, pages=pages) == []
    assert len(pages) > 40


def test_a_browser_keeps_the_course_and_not_the_documentation(site, docs):
    told = re.match(r"const SITE = (.+);\n", (site / "service-worker.js").read_text("utf-8"))
    assert told
    kept = json.loads(told[1])
    assert "index.html" in kept["files"]
    assert [name for name in kept["files"] if name.startswith("docs/")] == []
    assert kept["bytes"] < 50_000_000


def test_it_is_found_from_the_first_page_and_asks_no_other_host(visit: Visit, docs):
    page = visit.context.new_page()
    page.goto(f"{visit.address}/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.get_by_role("link", name="Guides for learners").click()
    expect(page.get_by_role("heading", name="Running Muscles", level=1)).to_be_visible()
    # JupyterLite's worker has an address of its own with this word.
    page.goto(f"{visit.address}/docs/api/index.html")
    expect(page.get_by_role("heading", name="API", level=1)).to_be_visible()
    page.close()
