"""What stands in place of a widget when its notebook is opened again the next day.

A widget lives in the kernel that made it. JupyterLab writes "Error displaying widget: model not
found" where that kernel is gone, and looks at no other form of the same output. So a widget is
shown as two outputs: itself, and a still picture with one line on how to wake it. A style sheet
shows the picture where the widget does not live, and the widget alone where it does.
"""

from __future__ import annotations

from typing import Any

from running_muscles.measure.privacy import results_asked_for
from running_muscles.translation.content import page_lang
from running_muscles.translation.spoken import N_
from running_muscles.widgets.page import style
from running_muscles.widgets.speaking import _

LIVE = "application/vnd.jupyter.widget-view+json"
WAKE = N_("This part is asleep. To wake it, choose Run \u203a Run All Cells.")
STYLE = """
/* A still picture may be drawn with the widget's own style; it does not live for that. */
.jp-OutputArea:has(.rm:not(.rm-asleep *)) .rm-asleep { display: none; }
/* "Loading widget..." and "Error displaying widget" are words without an element around them. */
.jp-OutputArea:has(.rm-asleep)
  .jp-OutputArea-child:has(> .jp-OutputArea-output:not(:has(*))) { display: none; }
.rm-asleep .rm-wake { display: none; }
.jp-NotebookPanel .rm-asleep .rm-wake { display: block; }
.jp-NotebookPanel .rm-asleep .rm-elsewhere { display: none; }
"""


def picture(html: str) -> str:
    """Return a still picture with its style and the line that tells how to wake the widget."""
    return (
        f'<style>{style()}{STYLE}</style><section class="rm-page rm-asleep"{page_lang()}>'
        f'<p class="rm-wake" role="note">{_(WAKE)}</p>{html}</section>'
    )


class Asleep:
    """A widget that leaves a still picture of itself in the notebook."""

    def _asleep(self) -> str:
        """Return what the notebook keeps; it holds nothing that is the learner's own."""
        raise NotImplementedError

    def _still(self) -> str:
        """Return what a page may show that its learner asked for."""
        return self._asleep()

    def _picture(self) -> str:
        """Return the still picture, with what is the learner's own only where it is asked for."""
        return self._still() if results_asked_for() else self._asleep()

    def _ipython_display_(self, **_: Any) -> None:
        from IPython.display import display

        # A widget's own words would tell its whole state, and with it the learner's results.
        words = {"text/plain": type(self).__name__}
        live = self._repr_mimebundle_().get(LIVE)  # type: ignore[attr-defined]
        if live is not None:
            # Empty, not absent: a page without scripts would show the words.
            display({LIVE: live, "text/html": "", **words}, raw=True)
        display({"text/html": picture(self._picture()), **words}, raw=True)
