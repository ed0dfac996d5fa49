"""The core as a box: push down its lid, and something else must give.

What the lid pushes away has to go somewhere, because what is inside can hardly be squeezed. Walls
share it by how soft they are: a firm one takes less, and all others more. How soft each wall is
drawn is our choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from running_muscles.translation.spoken import N_
from running_muscles.widgets.drawing import Shape, outline, shape
from running_muscles.widgets.figures.figure import Table
from running_muscles.widgets.mechanism.frames import (
    Frame,
    Mechanism,
    Positions,
    Slider,
    still_frame,
)
from running_muscles.widgets.mechanism.parts import Point, arrow, bar, soft, word
from running_muscles.widgets.speaking import _

BREATHS = (N_("breathed out"), N_("a little in"), N_("half in"), N_("well in"), N_("fully in"))
# How soft the belly wall is, and the other two walls, which stay as they are.
BELLIES = ((N_("loose"), 1.0), (N_("a little firm"), 0.45), (N_("firm"), 0.12))
FLOOR, BACK = 0.22, 0.12


@dataclass(frozen=True)
class Given:
    """How far each wall gives way, and the pressure; shares of what a full breath pushes down."""

    push: float
    belly: float
    floor: float
    back: float
    pressure: float


def given(positions: Positions) -> Given:
    """Return what gives way at a breath and a firmness."""
    breath, firm = positions
    push = breath / (len(BREATHS) - 1)
    belly = BELLIES[firm][1]
    pressure = push / (belly + FLOOR + BACK)
    return Given(push, pressure * belly, pressure * FLOOR, pressure * BACK, pressure)


def sentence(positions: Positions) -> str:
    """Return the answer at a position."""
    breath, firm = positions
    if breath == 0:
        return _("Breathed out: the lid is up, and nothing presses.")
    if firm == 0:
        return _("The lid comes down, and the soft belly wall moves out to make room.")
    if firm == 1:
        return _("The belly gives less, so more of the push reaches floor and back.")
    return _("The belly hardly gives: the pressure rises, and floor and back hold against it.")


def frame(positions: Positions) -> Frame:
    """Return the box from the side."""
    at = given(positions)
    most = given((len(BREATHS) - 1, len(BELLIES) - 1))
    widest = given((len(BREATHS) - 1, 0))
    shapes = [
        *_box(at, positions[1]),
        *bar("care", _("Pressure"), at.pressure / most.pressure, (196, 40), 92),
        *bar("soft", _("Belly gives"), at.belly / widest.belly, (196, 82), 92),
        *bar("soft", _("Floor gives"), at.floor / widest.belly, (196, 124), 92),
        *bar("soft", _("Back gives"), at.back / widest.belly, (196, 166), 92),
    ]
    return still_frame(shapes, sentence(positions))


def _box(at: Given, firm: int) -> list[Shape]:
    lid = 50 + at.push * 24
    side = lid + (82 - lid) * 0.3
    front = 140 + at.belly * 36
    low = 188 + at.floor * 22
    back = 52 - at.back * 26
    top_back: Point = (54.0, 82.0)
    top_front: Point = (132.0, 82.0)
    bottom_back: Point = (62.0, 182.0)
    bottom_front: Point = (128.0, 186.0)
    dome = [top_back, (74.0, side), (94.0, lid), (113.0, side), top_front]
    wall = [
        top_front,
        (132 + (front - 132) * 0.72, 106.0),
        (front, 136.0),
        (128 + (front - 128) * 0.66, 166.0),
        bottom_front,
    ]
    floor = [bottom_front, (112.0, low + 5), (94.0, low + 8), (76.0, low + 4), bottom_back]
    spine = [bottom_back, (back + 5, 158.0), (back, 130.0), (back + 1, 104.0), top_back]
    middle = (95.0, 132.0)
    return [
        outline("skin", soft(_body(front, back))),
        outline("inside", soft([*dome, *wall[1:], *floor[1:], *spine[1:-1]])),
        outline("muscle-line", soft(spine, closed=False)),
        outline(f"muscle-line-{firm}", soft(wall, closed=False)),
        outline("muscle-line", soft(floor, closed=False)),
        outline("yours-line", soft(dome, closed=False)),
        *_vertebrae(back),
        *arrow("yours", (95, lid + 8), (95, lid + 8 + at.push * 28), 6),
        *arrow("soft", middle, (middle[0] + at.belly * 36, middle[1]), 4),
        *arrow("soft", (95, 156), (95, 156 + at.floor * 46), 4),
        word("word-accent", _("lid"), 95, 36),
        word("word-ember", _("floor"), 95, 232),
    ]


def _body(front: float, back: float) -> list[Point]:
    """Return the outline of the trunk round the box."""
    return [
        (60.0, 12.0),
        (128.0, 12.0),
        (146.0, 58.0),
        (146.0, 84.0),
        (front + 12, 136.0),
        (front + 2, 170.0),
        (140.0, 208.0),
        (96.0, 216.0),
        (40.0, 208.0),
        (28.0, 176.0),
        (back - 22, 130.0),
        (26.0, 80.0),
        (34.0, 44.0),
    ]


def _vertebrae(back: float) -> list[Shape]:
    """Return the spine behind the back wall."""
    return [
        shape("rect", "bone", x=back - 17 + (abs(y - 130) / 16), y=y - 8, width=12, height=14, rx=4)
        for y in range(84, 188, 20)
    ]


def mechanism() -> Mechanism:
    """Return the mechanism."""
    rows = [
        (
            _("{breath}, belly {firmness}").format(
                breath=_(BREATHS[breath]), firmness=_(BELLIES[firm][0])
            ),
            sentence((breath, firm)),
        )
        for breath, firm in product((0, 2, 4), range(len(BELLIES)))
    ]
    return Mechanism(
        name="core-box",
        title=_("The box of the core"),
        scene=_("The trunk cut open from the side: lid, belly wall, floor and back."),
        height=240.0,
        sliders=(
            Slider(_("Breathe in"), [_(breath) for breath in BREATHS]),
            Slider(_("Firm up the belly"), [_(name) for name, _soft in BELLIES]),
        ),
        frame=frame,
        stills=((0, 0), (4, 0), (4, 2)),
        table=Table((_("Breath and belly"), _("What the walls do")), rows),
        note=_("Schematic: shape only, no measured values."),
        more=_(
            "What is inside keeps its room, and we chose how soft each wall is. In a real breath "
            "the ribs move too."
        ),
        sources=("openstax_anatomy",),
    )
