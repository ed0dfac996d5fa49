"""Let a lesson be read at once: its text as a small page, shown until JupyterLite has loaded."""

from __future__ import annotations

import html
import json
import re
import sys
from pathlib import Path

import nbformat
from nbconvert.filters import markdown2html
from pages import into_head

HERE = Path(__file__).parent
FOLDER = "texts"
PAGE = "notebooks"
LINK = re.compile(r'href="(?:\./)?([0-9][\w-]+\.ipynb)(#[^"]*)?"')
ANCHOR = re.compile(r'<a class="anchor-link".*?</a>')
TOOL = '<p class="rm-text-tool">A tool is waking up here.</p>'


def text(lesson: Path) -> str:
    """Return what a lesson says, with a place for each of its tools."""
    notebook = nbformat.read(lesson, as_version=4)
    parts = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            said = ANCHOR.sub("", markdown2html(cell.source))
            parts.append(LINK.sub(lambda found: f'href="index.html?path={found[1]}"', said))
        elif cell.cell_type == "code" and not cell.source.startswith("import "):
            parts.append(TOOL)
    return "\n".join(parts)


def main(out: Path) -> None:
    """Write the texts of a built site, and let its page of lessons show them."""
    folder = out / FOLDER
    folder.mkdir(exist_ok=True)
    lessons = sorted((out / "files").glob("[0-9]*.ipynb"))
    for lesson in lessons:
        (folder / f"{lesson.stem}.html").write_text(text(lesson), encoding="utf-8")
    names = json.dumps([lesson.stem for lesson in lessons])
    script = (HERE / "reading.js").read_text(encoding="utf-8").replace("LESSONS", names)
    style = html.escape((HERE / "reading.css").read_text(encoding="utf-8"), quote=False)
    into_head(out / PAGE / "index.html", f"<style>{style}</style>\n<script>\n{script}</script>")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
