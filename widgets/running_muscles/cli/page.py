"""Turn a lesson into a page that opens anywhere, without Jupyter and without the network."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from running_muscles.cli.errors import CommandError
from running_muscles.cli.installation import mend
from running_muscles.cli.lessons import around
from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.store import HOME_VARIABLE
from running_muscles.tables.locate import course_path

# A widget is worth its static picture here: live ones need a kernel and scripts from elsewhere.
SHOWN = ["text/html", "text/markdown", "image/svg+xml", "image/png", "text/plain"]


def lesson_path(lesson: str) -> Path:
    """Return the notebook of a lesson, by its id or its number; `de/00-start-here` is translated.

    Raises
    ------
    CommandError
        With the lessons that there are.
    """
    course = around(Path.cwd()) or course_path()
    known = sorted(course.glob("*.ipynb"))
    for path in known:
        if lesson in (path.stem, path.stem.split("-")[0]):
            return path
    for path in course.glob("[a-z][a-z]/*.ipynb"):
        if lesson == f"{path.parent.name}/{path.stem}":
            return path
    names = ", ".join(path.stem for path in known)
    raise CommandError(f"There is no lesson {lesson!r}. The lessons are: {names}.")


# Lines as short as in a book; texts and tools on one edge, for no cell of a page has a number.
# On paper nothing can be opened, in our own parts and in the text between them.
LOOK = """<style>
main { max-width: 52rem; margin: 0 auto; }
.jp-Cell .jp-InputPrompt, .jp-Cell .jp-OutputPrompt { display: none; }
@media print { details::details-content { content-visibility: visible; block-size: auto; } }
</style>"""


def write(lesson: str, out: Path | None, own_results: bool = False) -> Path:
    """Run a lesson and write it as one HTML file; never over an existing one.

    Parameters
    ----------
    own_results : bool
        Whether the page shows the results of whoever writes it. A page is made to be passed on,
        so by default it is that of somebody who has none.

    Raises
    ------
    CommandError
    """
    path = lesson_path(lesson)
    target = out if out is not None else Path(f"{path.stem}.html")
    html = _own_html(path) if own_results else _nobodys_html(path)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(html)
    except FileExistsError as error:
        raise CommandError(
            f"{target} is already there. Choose another name with --out; nothing was changed."
        ) from error
    except OSError as error:
        raise CommandError(f"{target} cannot be written ({error.strerror}).") from error
    return target


def _own_html(path: Path) -> str:
    return _html(path, {**os.environ, SHOW_RESULTS: "1"})


def _nobodys_html(path: Path) -> str:
    with TemporaryDirectory() as home:
        return _html(path, {**os.environ, HOME_VARIABLE: home})


def _html(path: Path, environment: dict[str, str]) -> str:
    try:
        import nbformat
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError
        from nbconvert import HTMLExporter
        from traitlets.config import Config
    except ImportError as error:
        raise CommandError(f"Jupyter is not installed. {mend()}") from error
    notebook = nbformat.read(path, as_version=4)
    settings: dict[str, Any] = {"metadata": {"path": str(path.parent)}}
    try:
        NotebookClient(
            notebook,
            store_widget_state=False,
            resources=settings,
            # What a kernel warns of is for its makers, and would frighten whoever wants a page.
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
        ).execute(env=environment)
    except CellExecutionError as error:
        raise CommandError(f"{path} does not run: {error.ename}: {error.evalue}") from error
    own = notebook.metadata.get("running_muscles", {})
    config = Config()
    config.HTMLExporter.language_code = own.get("language", "en")
    config.NbConvertBase.display_data_priority = SHOWN
    exporter = HTMLExporter(
        config=config,
        exclude_input=True,
        exclude_output_prompt=True,
        mathjax_url="",
        require_js_url="",
    )
    body, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": path.stem}})
    return str(body).replace("</head>", f"{LOOK}</head>", 1)
