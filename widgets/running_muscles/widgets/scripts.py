"""Where the built scripts and style sheets of the widgets lie; `widgets/js` is their source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from running_muscles.translation.script import with_words
from running_muscles.widgets.speaking import settle

STATIC = Path(__file__).parent / "static"


class Script:
    """A class attribute `_esm`: the script in the language that is spoken when a widget is made.

    Parameters
    ----------
    name : str
        File name of the built script.
    """

    def __init__(self, name: str) -> None:
        self.path = STATIC / name

    def __get__(self, widget: object | None, _: type) -> Any:
        """Return the script's text for a widget, and itself for a class."""
        return self if widget is None else script(self.path.name)


def script(name: str) -> str:
    """Return a built script as it is sent to the browser, with the learner's words before it."""
    settle()
    return with_words(STATIC / name)
