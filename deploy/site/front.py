"""The first page of the site: the lessons as a trail, readable before anything has started."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from running_muscles.measure import progress
from running_muscles.widgets.body.stills import figure_style
from running_muscles.widgets.own.trail import OPEN, SIGNS, trail, trail_style
from running_muscles.widgets.page import page, paragraph

TITLE = "Running Muscles"
LEAD = "Which muscles running uses, how yours are doing, and how to train them. No sign-up."
FACTS = (
    "Choose a lesson. You can read it at once; its tools wake up after some seconds, "
    "the first time a little later. After that, the course opens without the internet too.",
    "Everything happens in your browser. What you measure stays there, on this device, and is "
    "sent nowhere. Download your results on the start page before you clear your browser.",
    "This course teaches. It is no medical advice. Every test asks about your health first and "
    "says when to stop.",
)
# Fetched while somebody reads this page, so that the first lesson starts sooner.
AHEAD = (
    "pyodide.asm.wasm",
    "snapshot.bin",
    "packages.bin",
    "python_stdlib.zip",
    "pyodide.asm.mjs",
)
# Under the very address that the lessons' page gives it, so that there is one.
WORKER = """
<script>
navigator.serviceWorker?.register("service-worker.js?enableCache=false").catch(() => {});
</script>
"""
# Every page of the site looks here for what is set for all of them.
SET = (
    '<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">'
    "{}</script>"
)
# The documentation lies beside the course where it was published with it.
DOCS = "docs/index.html"
TO_DOCS = (
    f'<p class="rm-soft"><a href="{DOCS}">Guides for learners, instructors and authors</a></p>'
)
LOOK = """
body { margin: 0; background: #fff; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem 16px 3rem;
  font: 1rem/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; } body { background: #14181d; } }
"""


def lesson_address(lesson: str) -> str:
    """Return the address of a lesson on the site, seen from its first page."""
    return f"notebooks/index.html?path={lesson}.ipynb"


def front(with_docs: bool) -> str:
    """Return the page, with a small link to the documentation where that is there."""
    standings = progress.standings((), {})
    stops = re.sub(
        r'href="([0-9][\w-]+)\.ipynb"',
        lambda found: f'href="{lesson_address(found[1])}"',
        trail(standings, progress.next_step(standings), {}).replace(f" · {SIGNS[OPEN]}", ""),
    )
    body = page(
        f"<style>{figure_style()}{trail_style()}</style>",
        f"<h1>{TITLE}</h1>",
        paragraph(LEAD),
        stops,
        *(paragraph(fact, "soft") for fact in FACTS),
        TO_DOCS if with_docs else "",
    )
    ahead = "".join(f'<link rel="prefetch" href="static/pyodide/{name}">' for name in AHEAD)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{TITLE}</title><link rel="icon" href="lab/favicon.ico">{ahead}{SET}'
        f"<style>{LOOK}</style></head><body><main>{body}</main>{WORKER}</body></html>\n"
    )


if __name__ == "__main__":
    out = Path(sys.argv[1])
    (out / "index.html").write_text(front((out / DOCS).is_file()), encoding="utf-8")
