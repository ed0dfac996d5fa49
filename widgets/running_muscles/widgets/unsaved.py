"""What is shown live and not saved: in the notebook's file stands something for anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from running_muscles.measure.privacy import NOT_SAVED
from running_muscles.widgets import still
from running_muscles.widgets.page import page, paragraph


class Unsaved(ipywidgets.VBox):  # type: ignore[misc]
    """Outputs and widgets below each other that a saved notebook does not hold.

    Parameters
    ----------
    bundles : sequence of dict
        Representations by MIME type, as `IPython.display.display` takes them raw.
    saved : mapping
        What is saved instead: ``text/html`` and ``text/plain``.
    below : sequence of widgets
        What stands below the outputs.
    """

    def __init__(
        self,
        bundles: Sequence[dict[str, Any]],
        saved: Mapping[str, str],
        below: Sequence[Any] = (),
    ) -> None:
        self._saved = saved
        self.shown = ipywidgets.Output(
            outputs=tuple(
                {"output_type": "display_data", "data": bundle, "metadata": {}}
                for bundle in bundles
            )
        )
        super().__init__([self.shown, *below])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widgets where widgets live, and what is for anybody elsewhere."""
        return {**still.with_html(super()._repr_mimebundle_(), ""), **self._saved}


def sentence(title: str) -> dict[str, str]:
    """Return what is saved where there is nothing but results: where these are."""
    heading = f'<p class="rm-title">{title}</p>'
    return {
        "text/html": page(heading, paragraph(NOT_SAVED)),
        "text/plain": f"{title}. {NOT_SAVED}",
    }
