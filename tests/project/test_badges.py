"""Each lesson has a badge that opens it on Binder, in JupyterLab and on a phone."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
badges = runpy.run_path(str(ROOT / "docs/badges.py"))
table = badges["table"]


def test_every_lesson_has_a_link_for_each():
    text = table("someone/course")
    for app in ("lab/tree", "notebooks"):
        opened = re.findall(rf"gh/someone/course/HEAD\?urlpath={app}/([\w-]+\.ipynb)\)", text)
        assert opened == sorted(path.name for path in (ROOT / "course").glob("[0-9]*.ipynb"))


def test_binder_reads_each_link_as_owner_repository_branch_and_a_page_of_the_image():
    links = re.findall(r"\]\((https:[^)]+)\) \|", table("someone/course", "spring"))
    assert len(links) == 2 * len(list((ROOT / "course").glob("[0-9]*.ipynb")))
    for link in links:
        parts = urlsplit(link)
        assert (parts.scheme, parts.netloc) == ("https", "mybinder.org")
        assert parts.path == "/v2/gh/someone/course/spring"
        (opened,) = parse_qs(parts.query, strict_parsing=True)["urlpath"]
        # postBuild lays the lessons into the folder that the server starts in.
        app, _, lesson = opened.rpartition("/")
        assert app in ("lab/tree", "notebooks")
        assert (ROOT / "course" / lesson).is_file()


def test_each_link_has_words_of_its_own():
    words = re.findall(r"!\[([^\]]+)\]|(?<!!)\[([^\]!]+)\]\(", table("someone/course"))
    said = [picture or text for picture, text in words]
    assert len(said) == len(set(said)) == 26


@pytest.mark.parametrize("words", [[], ["a/b", "main", "more"]])
def test_who_names_no_repository_is_told_what_to_write(words):
    with pytest.raises(SystemExit, match="OWNER/REPOSITORY"):
        badges["main"](words)


@pytest.mark.parametrize("name", ["", "course", "https://example.org/a/b", "a/b?x=y", "a b/c"])
def test_what_is_no_repository_is_told(name):
    with pytest.raises(ValueError, match="OWNER/REPOSITORY"):
        table(name)
