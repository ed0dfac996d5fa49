"""How Sphinx builds the site. Its sources are laid out by `docs.site.build`."""

import re
from typing import Any

project = "Running Muscles"
author = project_copyright = "The Running Muscles authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
napoleon_google_docstring = False
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_member_order = "bysource"
myst_heading_anchors = 3
# A type's short name may be that of several classes; then Sphinx links to the nearest.
suppress_warnings = ["ref.python"]

html_theme = "furo"
html_title = project
html_copy_source = False
html_show_sphinx = False
html_static_path = ["look"]
html_css_files = ["look.css"]
# The two accents of `widgets/tokens.css`: blue is what the learner has and does.
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#0b5cad",
        "color-brand-content": "#0b5cad",
        "color-brand-visited": "#0b5cad",
    },
    "dark_css_variables": {
        "color-brand-primary": "#8cc4ff",
        "color-brand-content": "#8cc4ff",
        "color-brand-visited": "#8cc4ff",
    },
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def number_sources(app: Any, what: str, name: str, *rest: Any) -> None:
    """Make a list of the numbered sources of a docstring: as footnotes, a page has one [1] only."""
    lines: list[str] = rest[-1]
    for at, line in enumerate(lines):
        listed = re.sub(r"^\.\. \[(\d+)\] ", r"\1. ", line)
        lines[at] = re.sub(r"\[(\d+)\]_", r"[\1]", listed)


def setup(app: Any) -> None:
    """Let Sphinx ask for each docstring, before the sections are read."""
    app.connect("autodoc-process-docstring", number_sources, priority=100)
