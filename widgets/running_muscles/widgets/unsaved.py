"""What is shown live and not saved: in the notebook's file stands something for anybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from running_muscles.widgets import still
from running_muscles.widgets.asleep import Asleep


class Unsaved(Asleep, ipywidgets.VBox):  # type: ignore[misc]
    """Outputs and widgets below each other that a saved notebook does not hold.

    Parameters
    ----------
    bundles : sequence of dict
        Representations by MIME type, as `IPython.display.display` takes them raw.
    saved : str
        What is saved instead, as HTML.
    below : sequence of widgets
        What stands below the outputs.
    """

    def __init__(
        self,
        bundles: Sequence[dict[str, Any]],
        saved: str,
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

    def _asleep(self) -> str:
        return self._saved

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return still.with_html(super()._repr_mimebundle_(), self._saved)
