"""A lesson as a page of its own: whole, readable without scripts, asking nobody for anything."""

from __future__ import annotations

import re

import pytest

from running_muscles.cli.errors import CommandError
from running_muscles.cli.page import lesson_path, write
from running_muscles.measure.store import HOME_VARIABLE


def test_a_lesson_becomes_a_page(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    page = write("03", tmp_path / "core.html")
    html = page.read_text(encoding="utf-8")
    assert "Core" in html
    assert "elbows under your shoulders" in html  # the plank's static picture
    assert "Claim 1" in html
    assert "PlankHold()" not in html
    assert re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']https?:[^\"']+", html) == []


def test_an_existing_file_stays(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    target = tmp_path / "start.html"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(CommandError, match="already there"):
        write("00-start-here", target)
    assert target.read_text(encoding="utf-8") == "mine"


def test_an_unknown_lesson_names_the_known_ones():
    with pytest.raises(CommandError, match="03-core"):
        lesson_path("99")
