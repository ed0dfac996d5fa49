"""Let a lesson be read at once: its text as a small page, shown until JupyterLite has loaded."""

from __future__ import annotations

import html
import json
import posixpath
import re
import sys
from pathlib import Path

import nbformat
from nbconvert.filters import markdown2html

from pages import into_head

HERE = Path(__file__).parent
FOLDER = "texts"
PAGE = "notebooks"
LINK = re.compile(r'href="([\w./-]+\.ipynb)(#[^"]*)?"')
ANCHOR = re.compile(r'<a class="anchor-link".*?</a>')
TOOL = '<p class="rm-text-tool" lang="en">A tool is waking up here.</p>'


def text(lesson: Path, name: str) -> str:
    """Return what a lesson says, with a place for each of its tools.

    Parameters
    ----------
    name : str
        Its path on the site, from which its links lead.
    """

    def leads(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), link[1]))
        return f'href="index.html?path={path}"'

    notebook = nbformat.read(lesson, as_version=4)
    parts = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(LINK.sub(leads, ANCHOR.sub("", markdown2html(cell.source))))
        elif cell.cell_type == "code" and not cell.source.startswith("import "):
            parts.append(TOOL)
    return "\n".join(parts)


def main(out: Path) -> None:
    """Write the texts of a built site, and let its page of lessons show them."""
    lessons = {
        path.relative_to(out / "files").as_posix(): path
        for path in sorted((out / "files").rglob("[0-9]*.ipynb"))
    }
    for name, path in lessons.items():
        written = (out / FOLDER / name).with_suffix(".html")
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text(path, name), encoding="utf-8")
    names = json.dumps(list(lessons))
    script = (HERE / "reading.js").read_text(encoding="utf-8").replace("LESSONS", names)
    style = html.escape((HERE / "reading.css").read_text(encoding="utf-8"), quote=False)
    into_head(out / PAGE / "index.html", f"<style>{style}</style>\n<script>\n{script}</script>")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
