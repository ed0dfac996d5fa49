"""Each lesson has a badge that opens it on Binder, in JupyterLab and on a phone."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
table = runpy.run_path(str(ROOT / "docs/badges.py"))["table"]


def test_every_lesson_has_a_link_for_each():
    text = table("someone/course")
    for app in ("lab/tree", "notebooks"):
        opened = re.findall(rf"gh/someone/course/HEAD\?urlpath={app}/([\w-]+\.ipynb)\)", text)
        assert opened == sorted(path.name for path in (ROOT / "course").glob("[0-9]*.ipynb"))


@pytest.mark.parametrize("name", ["", "course", "https://example.org/a/b", "a/b?x=y", "a b/c"])
def test_what_is_no_repository_is_told(name):
    with pytest.raises(ValueError, match="OWNER/REPOSITORY"):
        table(name)
