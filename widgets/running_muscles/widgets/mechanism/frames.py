"""What a mechanism consists of: sliders with a few stops each, and a frame for every position.

All is worked out here, once. The browser and an exported page show frames and work out nothing.
Shapes stand once in a pool, and a frame names them by their places, since most stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from running_muscles.widgets.drawing import Drawing, Shape, drawing
from running_muscles.widgets.figures.figure import Table
from running_muscles.widgets.mechanism.parts import WIDTH

Positions = tuple[int, ...]


@dataclass(frozen=True)
class Slider:
    """Something to move.

    Attributes
    ----------
    label : str
        What it moves.
    stops : sequence of str
        What each position is called; it is spoken.
    start : int
        The position at first.
    """

    label: str
    stops: Sequence[str]
    start: int = 0


@dataclass(frozen=True)
class Frame:
    """What is seen and said at one position.

    Attributes
    ----------
    shapes : sequence of dict
        In the order in which they are drawn.
    sentence : str
        The answer, in one short sentence.
    beat : mapping
        Empty, or ``seconds`` of a beat and ``squeeze``, the size of what beats when it is smallest.
    """

    shapes: Sequence[Shape]
    sentence: str
    beat: Mapping[str, float]


@dataclass(frozen=True)
class Mechanism:
    """A mechanism that can be moved.

    Attributes
    ----------
    scene : str
        What the drawing shows, for those who cannot see it.
    height : float
        Of the drawing; all are equally wide.
    frame : callable
        Makes the frame of a position.
    stills : sequence of tuple of int
        The positions that stand on an exported page.
    note : str
        In one line, what it stands on; a mechanism without numbers says "Schematic".
    more : str
        What else is to say about that; folded.
    sources : sequence of str
        Keys of ``references.bib``.
    presets : sequence of tuple
        Names of positions to jump to.
    """

    name: str
    title: str
    scene: str
    height: float
    sliders: Sequence[Slider]
    frame: Callable[[Positions], Frame]
    stills: Sequence[Positions]
    table: Table
    note: str
    more: str
    sources: Sequence[str] = ()
    presets: Sequence[tuple[str, Positions]] = ()

    def positions(self) -> list[Positions]:
        """Return every position, the last slider running fastest."""
        return list(product(*(range(len(slider.stops)) for slider in self.sliders)))

    def drawing(self, positions: Positions) -> Drawing:
        """Return the drawing at a position."""
        frame = self.frame(positions)
        return drawing(WIDTH, self.height, f"{self.scene} {frame.sentence}", frame.shapes)

    def called(self, positions: Positions) -> str:
        """Return a position in words."""
        stops = (slider.stops[at] for slider, at in zip(self.sliders, positions, strict=True))
        return ", ".join(stops)

    def state(self) -> dict[str, Any]:
        """Return all frames as plain data: what the browser is sent once."""
        places: dict[str, int] = {}
        pool: list[Shape] = []
        frames: list[dict[str, Any]] = []
        for positions in self.positions():
            frame = self.frame(positions)
            shown = []
            for each in frame.shapes:
                key = json.dumps(each, sort_keys=True)
                if key not in places:
                    places[key] = len(pool)
                    pool.append(each)
                shown.append(places[key])
            beat = {"beat": dict(frame.beat)} if frame.beat else {}
            frames.append({"shapes": shown, "sentence": frame.sentence, **beat})
        return {
            "width": WIDTH,
            "height": self.height,
            "label": self.scene,
            "pool": pool,
            "frames": frames,
        }


def still_frame(shapes: Sequence[Shape], sentence: str) -> Frame:
    """Return a frame in which nothing beats."""
    return Frame(shapes, sentence, {})
