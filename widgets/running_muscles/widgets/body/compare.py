"""The same moment of a run in two or three ways, side by side, moved by one slider."""

from __future__ import annotations

from html import escape
from typing import Any

import anywidget
import traitlets

from running_muscles.movement.poses import movement, skeleton
from running_muscles.tables import references, strides
from running_muscles.translation.content import content
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.body.comparisons import (
    MEASURED,
    POSE_FALL_PULL,
    Comparison,
    comparison,
)
from running_muscles.widgets.body.figure import NOT_SENT
from running_muscles.widgets.body.stills import figure_style, movement_name, still
from running_muscles.widgets.page import cited, items, page, paragraph, terms
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _
from running_muscles.widgets.still import with_html

LAYOUT = """
.rm-page .rm-compare-still { display: grid; gap: .5rem; margin: .25rem 0 .5rem;
  grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); }
.rm-page .rm-compare-still figure { display: grid; grid-template-rows: subgrid; grid-row: span 2;
  align-items: end; margin: 0; text-align: center; }
.rm-page .rm-compare-still figcaption { align-self: start; }
"""


class _Shown(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    _esm = Script("compare.js")
    _css = STATIC / "compare.css"

    title = traitlets.Unicode().tag(sync=True)
    figures = traitlets.List().tag(sync=True)
    skeleton = traitlets.Dict().tag(sync=True)
    stops = traitlets.List().tag(sync=True)
    differs = traitlets.Unicode().tag(sync=True)
    notes = traitlets.List().tag(sync=True)
    sources = traitlets.List().tag(sync=True)
    begins = traitlets.Int().tag(sync=True)
    slower = traitlets.Float().tag(sync=True)

    def __init__(self, shown: Comparison) -> None:
        self._shown = shown
        super().__init__(
            title=_(shown.title),
            figures=[
                {
                    "name": movement_name(name),
                    "caption": _(caption),
                    "movement": _sent(name),
                }
                for name, caption in zip(shown.movements, shown.captions, strict=True)
            ],
            skeleton=skeleton(),
            stops=[
                {"share": stop.share, "name": _(stop.name), "words": _(stop.words)}
                for stop in shown.stops
            ],
            differs=_differs(shown),
            notes=notes(shown),
            sources=[
                {"text": references()[key].short, "url": references()[key].url}
                for key in _keys(shown)
            ],
            begins=shown.begins,
            slower=shown.slower,
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the slider where widgets live, and still pictures anywhere else."""
        data, _meta = super()._repr_mimebundle_() or ({}, {})
        return with_html(data, self._asleep())

    def _asleep(self) -> str:
        return still_page(self._shown)


class Compare(_Shown):
    """Two or three ways of one movement, side by side; one slider moves them together.

    Parameters
    ----------
    *movements : str
        Ids that belong together, such as ``"overstriding", "landing_near"``.

    Raises
    ------
    ValueError
        If they do not belong together; the message names those that do.
    """

    def __init__(self, *movements: str) -> None:
        super().__init__(comparison(movements))


class PoseFallPull(_Shown):
    """The three words of the pose method as three stops on one slider."""

    def __init__(self) -> None:
        super().__init__(POSE_FALL_PULL)


def notes(shown: Comparison) -> list[str]:
    """Return how a comparison was drawn: what was measured, and what was not."""
    runners = next(iter(strides().values())).runners
    measured = [_(MEASURED).format(runners=runners)] if shown.measured else []
    return [*measured, *(_(note) for note in shown.notes)]


def _differs(shown: Comparison) -> str:
    return " ".join(_(sentence) for sentence in shown.differs)


def still_page(shown: Comparison) -> str:
    """Return a comparison as a page without a script: its pictures, and what to see in them."""
    figures = "".join(
        f"<figure>{still(name)}<figcaption>{_caption(shown, name, caption)}</figcaption></figure>"
        for name, caption in zip(shown.movements, shown.captions, strict=True)
    )
    sources = cited(_keys(shown))
    return page(
        f"<style>{figure_style()}{LAYOUT}</style>",
        f'<p class="rm-title">{escape(_(shown.title))}</p>',
        f'<div class="rm-compare-still">{figures}</div>',
        terms((_(stop.name), escape(_(stop.words))) for stop in shown.stops),
        paragraph(_differs(shown)),
        items(notes(shown)),
        f"<p>{sources}</p>" if sources else "",
    )


def _caption(shown: Comparison, name: str, caption: str) -> str:
    if len(shown.movements) == 1:
        return ""
    return f"<strong>{content(escape(movement_name(name)))}</strong><br>{escape(_(caption))}"


def _sent(name: str) -> dict[str, Any]:
    return {key: value for key, value in movement(name).items() if key not in NOT_SENT}


def _keys(shown: Comparison) -> list[str]:
    """Return the sources: of the measured stride, and of what is said."""
    stride = [row.source_key for row in strides().values()] if shown.measured else []
    return list(dict.fromkeys([*shown.sources, *stride]))
