"""A lesson as a page of its own: whole, readable without scripts, asking nobody for anything."""

from __future__ import annotations

import re

import pytest

from running_muscles.cli.errors import CommandError
from running_muscles.cli.page import lesson_path, write
from running_muscles.measure.result import Result
from running_muscles.measure.store import HOME_VARIABLE, Store


def test_a_lesson_becomes_a_page(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    page = write("03", tmp_path / "core.html")
    html = page.read_text(encoding="utf-8")
    assert "Core" in html
    assert "elbows under your shoulders" in html  # the plank's static picture
    assert "Claim 1" in html
    assert "PlankHold()" not in html
    assert re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']https?:[^\"']+", html) == []


def test_a_translated_start_page_says_which_language_it_is_in(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    html = write("de/00-start-here", tmp_path / "start.html").read_text(encoding="utf-8")
    assert re.findall(r"<html[^>]*>", html) == ['<html lang="de">']
    assert "Hier geht es los" in html


def test_a_page_holds_results_only_when_asked_for_them(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Store().record(Result("r", "front_plank", 87.65, "s", "2026-11-20T09:00:00Z", note="my note"))
    marks = ("1:27.7", "87.65", "my note", str(tmp_path))
    shared = write("03", tmp_path / "shared.html").read_text(encoding="utf-8")
    assert [mark for mark in marks if mark in shared] == []
    own = write("03", tmp_path / "own.html", own_results=True).read_text(encoding="utf-8")
    assert "1:27.7" in own


def test_what_is_folded_is_open_on_paper(tmp_path, monkeypatch, chromium):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    page = chromium.new_page()
    page.goto(write("03", tmp_path / "core.html").as_uri())
    hidden = """[...document.querySelectorAll("details")].filter((each) =>
      each.getBoundingClientRect().height
        <= each.querySelector("summary").getBoundingClientRect().height + 1).length"""
    assert page.evaluate(hidden) > 20
    page.emulate_media(media="print")
    assert page.evaluate(hidden) == 0
    page.close()


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
