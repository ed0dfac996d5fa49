"""The start page in another language: the same cells, its paragraphs from a catalogue.

A paragraph, a heading or one line of a list is one sentence of the catalogue. What the catalogue
does not hold, because its English has changed since, stands in English.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

COURSE = Path(__file__).parents[3] / "course"
NAME = "00-start-here.ipynb"
PLACE = f"course/{NAME}"
# The mark of a heading or of a list stays outside.
LINE = re.compile(r"^(#+ |- |\d+\. )?(.*)$", re.DOTALL)
# `make minutes` counts these anew; a catalogue has places for them.
MINUTES = re.compile(r"\*\*(\d+) minutes to read, (\d+) to do\.\*\*")
PLACES = "**{read} minutes to read, {do} to do.**"
# Cells about health and stopping.
SAFETY = ("screening", "stop-rules", "screening-intro")
# The English page asks; a page in another language was opened for it.
LANGUAGE_CELL = re.compile(r"rm\.Language\(\)")
# Of a link to another lesson: the page in another language lies one folder deeper.
LINK = re.compile(r"\]\((?=\d\d-)")

Notebook = dict[str, Any]


def english() -> Notebook:
    """Return the start page as it is shipped."""
    page: Notebook = json.loads((COURSE / NAME).read_text(encoding="utf-8"))
    return page


def texts(page: Notebook, cells: tuple[str, ...] = ()) -> list[str]:
    """Return every sentence of the page's text cells, or of a few, each once."""
    found: dict[str, None] = {}

    def hear(text: str) -> str:
        found[text] = None
        return text

    for cell in page["cells"]:
        if cell["cell_type"] == "markdown" and (not cells or cell["id"] in cells):
            _spoken("".join(cell["source"]), hear)
    return list(found)


def translated(page: Notebook, say: Callable[[str], str], language: str) -> Notebook:
    """Return the page in another language.

    Parameters
    ----------
    page : dict
        The English notebook; it is left as it is.
    say : callable
        Gives the translation of a sentence, or the sentence itself.
    language : str
        Its code, such as ``"de"``.
    """
    made = copy.deepcopy(page)
    for cell in made["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            text = LINK.sub("](../", _spoken(text, say))
        else:
            text = LANGUAGE_CELL.sub(f'rm.language("{language}")', text)
        cell["source"] = text.splitlines(keepends=True)
    made["metadata"]["running_muscles"]["language"] = language
    return made


def written(page: Notebook) -> str:
    """Return the page as the file that is committed."""
    return json.dumps(page, indent=1, ensure_ascii=False) + "\n"


def _spoken(source: str, say: Callable[[str], str]) -> str:
    return "\n\n".join("\n".join(_lines(block, say)) for block in source.split("\n\n"))


def _lines(block: str, say: Callable[[str], str]) -> Iterator[str]:
    for line in block.split("\n"):
        found = LINE.match(line)
        assert found is not None  # it matches anything
        mark, text = found.group(1) or "", found.group(2)
        yield mark + (_said(text, say) if text.strip() else text)


def _said(text: str, say: Callable[[str], str]) -> str:
    minutes = MINUTES.search(text)
    if minutes is None:
        return say(text)
    said = say(MINUTES.sub(PLACES, text))
    return said.replace("{read}", minutes.group(1)).replace("{do}", minutes.group(2))
