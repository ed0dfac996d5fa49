"""The site's first page leads to the documentation where that is there; no browser keeps it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "deploy" / "site"


@pytest.mark.parametrize("there", [True, False])
def test_the_first_page_leads_to_the_documentation_where_it_is(there):
    front = runpy.run_path(str(SITE / "front.py"))["front"]
    assert ('href="docs/index.html"' in front(there)) == there


def test_no_browser_keeps_the_documentation(tmp_path):
    edition = runpy.run_path(str(SITE / "offline.py"))["edition"]
    (tmp_path / "docs" / "api").mkdir(parents=True)
    (tmp_path / "index.html").write_text("the course", encoding="utf-8")
    alone = edition(tmp_path)
    (tmp_path / "docs" / "api" / "index.html").write_text("a guide", encoding="utf-8")
    assert edition(tmp_path) == alone
    assert alone["files"] == ["index.html"]
