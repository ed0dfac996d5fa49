"""The course's lesson pages, as `running-muscles page` writes them."""

from __future__ import annotations

import re
from pathlib import Path

from running_muscles.cli import page
from running_muscles.tables import lessons

BACK = '<p class="rm-to-site"><a href="../index.html">Running Muscles: all guides</a></p>'


def turned(html: str) -> str:
    """Let links between lessons lead to the pages, and add the way back."""
    html = re.sub(r'href="(\d\d-[\w-]+)\.ipynb(["#])', r'href="\1.html\2', html)
    return re.sub(r"(<main\b[^>]*>)", rf"\1{BACK}", html, count=1)


def listed() -> str:
    """Return the lessons as a list of links, Markdown for the front page."""
    return "\n".join(
        f"- [{lesson.title}](../../course/{lesson.lesson}.ipynb): {lesson.summary}"
        for lesson in sorted(lessons().values(), key=lambda one: one.number)
    )


def write(out: Path) -> None:
    """Run each lesson, and write it as a page into a folder; what was there is replaced."""
    out.mkdir(parents=True, exist_ok=True)
    for lesson in lessons().values():
        target = out / f"{lesson.lesson}.html"
        target.unlink(missing_ok=True)
        page.write(lesson.lesson, target)
        target.write_text(turned(target.read_text(encoding="utf-8")), encoding="utf-8")
