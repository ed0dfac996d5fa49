"""The course's lesson pages, as `running-muscles page` writes them."""

from __future__ import annotations

import re
from pathlib import Path

from running_muscles.cli import page
from running_muscles.tables import lessons
from running_muscles.tables.locate import course_path

# Beside a lesson's own look, which knows no link outside its cells.
BACK = (
    '<p style="margin: 8px; font: 14px system-ui, sans-serif">'
    '<a href="{}index.html" style="color: #0b5cad">Running Muscles: all guides</a></p>'
)


def turned(html: str, up: str = "../") -> str:
    """Let links between lessons lead to the pages, and add the way back, which leads up."""
    html = re.sub(r'href="((?:\.\./|[a-z]{2}/)?\d\d-[\w-]+)\.ipynb(["#])', r'href="\1.html\2', html)
    return re.sub(r"(<main\b[^>]*>)", rf"\1{BACK.format(up)}", html, count=1)


def listed() -> str:
    """Return the lessons as a list of links, Markdown for the front page."""
    return "\n".join(
        f"- [{lesson.title}](../../course/{lesson.lesson}.ipynb): {lesson.summary}"
        for lesson in sorted(lessons().values(), key=lambda one: one.number)
    )


def write(out: Path) -> None:
    """Run each lesson, and write it as a page into a folder; what was there is replaced."""
    translated = sorted(course_path().glob("[a-z][a-z]/*.ipynb"))
    for name in (*lessons(), *(f"{path.parent.name}/{path.stem}" for path in translated)):
        target = out / f"{name}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        page.write(name, target)
        up = "../" * (name.count("/") + 1)
        target.write_text(turned(target.read_text(encoding="utf-8"), up), encoding="utf-8")
