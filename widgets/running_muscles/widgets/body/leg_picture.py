"""One still picture of the running leg, seen from the right, as SVG.

The same figure as in the browser, with bones as outlines in place of triangles. Coordinates are
millimetres with y down; colours come from the style sheet of the widget.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from running_muscles.movement import stride, stride_pose
from running_muscles.movement.stride_pose import Place
from running_muscles.tables import StridePath
from running_muscles.widgets.body.leg_lines import Ball, Flat, closed, hull, ribbon, rims, smooth

MOMENTS = (0, 16, 36, 64, 90)
SOFT = Path(__file__).parent / "leg_soft.json"
BOX = "-670 -880 1270 1840"
LOWER_BACK = (-96, 58, 0)
HAZE = 0.5
# As in the script: how far lengths are told apart by colour, and how wide muscles are drawn.
FULL, BEND = 0.17, 0.55
BELLY, ON, SHARED = 13, 1.75, 0.8


@cache
def _soft() -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(SOFT.read_text(encoding="utf-8"))
    return drawn


class _Runner:
    """The runner at one moment: where points of the pelvis's frame lie on the picture."""

    def __init__(self, speed: float, percent: float, name: str) -> None:
        self.speed, self.name = speed, name
        tilt, self.height = stride_pose.pelvis(speed, percent)
        self.sine, self.cosine = math.sin(math.radians(tilt)), math.cos(math.radians(tilt))

    def stand(self, point: Sequence[float]) -> Flat:
        x, y = point[0], point[1]
        across = x * self.cosine + y * self.sine
        return across, -(y * self.cosine - x * self.sine + self.height)


def picture(paths: Sequence[StridePath], speed: float, percent: int, name: str, label: str) -> str:
    """Return the runner at one of `MOMENTS`.

    Parameters
    ----------
    name : str
        The one that `outlines` was given.
    label : str
        What the picture shows, in words.
    """
    runner = _Runner(speed, percent, name)
    upper = {part["name"]: part for part in _soft()["upper"][str(percent)]}
    back = runner.stand(LOWER_BACK)
    above = {name: _above(part, back) for name, part in upper.items()}
    level = -stride_pose.drawing()["ground"]
    parts = [
        f'<rect x="-520" y="{level}" width="1040" height="12" fill="var(--rm-leg-ground)"/>',
        _painted(above["arm-left"], upper["arm-left"]["look"], HAZE),
        _leg_veil(runner, percent + 50, HAZE),
        _leg(runner, paths, percent + 50, HAZE),
        *(
            _painted(above[name], upper[name]["look"], 0)
            for name in ("trunk", "neck", "head", "hair")
        ),
        _veil(_soft()["seat"], runner.stand, 0),
        _leg_veil(runner, percent, 0),
        _bone("pelvis", stride_pose.HOME, runner, 0),
        _leg(runner, paths, percent, 0),
        _painted(above["arm-right"], upper["arm-right"]["look"], 0),
    ]
    return f'<svg viewBox="{BOX}" role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>'


def _leg_veil(runner: _Runner, percent: float, haze: float) -> str:
    """Draw the flesh of a leg that is at a moment of its own stride."""
    bones = stride_pose.places(runner.speed, percent)

    def lie(ball: Sequence[Any]) -> Flat:
        return runner.stand(bones[ball[0]].put(ball[1:4]))

    return "".join(_veil(part, lie, haze) for part in _soft()["legs"])


def _leg(runner: _Runner, paths: Sequence[StridePath], percent: float, haze: float) -> str:
    """Draw bones and muscles of a leg that is at a moment of its own stride."""
    bones = stride_pose.places(runner.speed, percent)
    drawn = "".join(
        _bone(bone, place, runner, haze) for bone, place in bones.items() if bone != "pelvis"
    )
    counts = {path.muscle: sum(each.muscle == path.muscle for each in paths) for path in paths}
    muscles = "".join(
        _muscle(path, runner, percent % 100, haze, SHARED if counts[path.muscle] > 1 else 1)
        for path in paths
    )
    return drawn + muscles


def outlines(name: str) -> str:
    """Return the outlines of the bones once, unseen, for every `picture` of the same output.

    Parameters
    ----------
    name : str
        Unique in the page.
    """
    paths = "".join(
        f'<path id="{name}-{bone}-{kind}" d="{"".join(map(_polygon, polygons))}"/>'
        for bone, drawn in stride_pose.drawing()["bones"].items()
        for kind, polygons in drawn["outlines"].items()
    )
    hidden = 'width="0" height="0" style="position:absolute" aria-hidden="true"'
    return f"<svg {hidden}><defs>{paths}</defs></svg>"


def _bone(bone: str, place: Place, runner: _Runner, haze: float) -> str:
    """Draw a bone: its outline goes wherever its frame lies."""
    home, ahead, above = (
        runner.stand(place.put(each)) for each in ((0, 0, 0), (1, 0, 0), (0, 1, 0))
    )
    across = (ahead[0] - home[0], ahead[1] - home[1], above[0] - home[0], above[1] - home[1])
    moved = " ".join([*(f"{part:.4f}" for part in across), *(f"{part:.1f}" for part in home)])
    edge, shade, light = (
        _hazed(f"var(--rm-leg-{colour})", haze) for colour in ("edge", "shade", "bone")
    )
    return (
        f'<g transform="matrix({moved})"><use href="#{runner.name}-{bone}-shape" style="fill:'
        f"color-mix(in srgb, {light} 55%, {shade});stroke:{edge};stroke-width:5;"
        f'stroke-linejoin:round"/><use href="#{runner.name}-{bone}-lit" style="fill:{light}"/></g>'
    )


def _polygon(numbers: Sequence[float]) -> str:
    return closed((numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2))


def _muscle(path: StridePath, runner: _Runner, percent: float, haze: float, share: float) -> str:
    on = any(start <= percent <= end for start, end in stride.active(path.muscle))
    width = BELLY * share * (ON if on else 1)
    line = smooth(
        [runner.stand(point) for point in stride_pose.way(path.path, runner.speed, percent)]
    )
    colour = _hazed(length_colour(stride.length_at(path.path, runner.speed, percent)), haze)
    edge = f"color-mix(in srgb, {colour} 40%, {_hazed('var(--rm-leg-edge)', haze)})"
    return (
        f'<path class="rm-leg-strand" d="{closed(ribbon(line, width))}" '
        f'style="fill:{colour};stroke:{edge};stroke-width:4;stroke-linejoin:round"/>'
    )


def length_colour(length: float) -> str:
    """Return the colour of a length, a multiple of standing, in the style sheet's words."""
    share = min(abs(length - 1) / FULL, 1) ** BEND
    end = "short" if length < 1 else "long"
    return f"color-mix(in srgb, var(--rm-leg-{end}) {share * 100:.0f}%, var(--rm-leg-same))"


def _above(part: dict[str, Any], back: Flat) -> list[list[Ball]]:
    return [[(back[0] + x, back[1] - y, radius) for x, y, _, radius in row] for row in part["rows"]]


def _veil(part: dict[str, Any], lie: Any, haze: float) -> str:
    rows = [[(*lie(ball), ball[-1]) for ball in row] for row in part["rows"]]
    return _painted(rows, "veil", haze)


def _painted(rows: list[list[Ball]], look: str, haze: float) -> str:
    """Draw the skin over rows of balls: the hulls of neighbouring rows, joined."""
    groups = [before + here for before, here in pairwise(rows)] or rows
    path = "".join(closed(hull(rims(balls))) for balls in groups)
    if look == "veil":
        fill = _hazed("var(--rm-leg-skin)", 0.35 + haze * 0.7)
        return f'<path d="{path}" style="fill:{fill}"/>'
    edge = _hazed("var(--rm-leg-edge)", 0.25 + haze * 0.6)
    fill = _hazed(f"var(--rm-leg-{look})", haze)
    # First the edges of all hulls, then their fills: no seam shows at a joint.
    return (
        f'<path d="{path}" style="fill:{fill};stroke:{edge};stroke-width:8;'
        f'stroke-linejoin:round;paint-order:stroke"/>'
    )


def _hazed(colour: str, haze: float) -> str:
    clear = min(max(1 - haze, 0), 1) * 100
    return (
        colour if haze == 0 else f"color-mix(in srgb, {colour} {clear:.0f}%, var(--rm-leg-paper))"
    )
