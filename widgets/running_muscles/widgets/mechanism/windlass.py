"""The windlass of the foot: lift the big toe, and the band below pulls heel and ball closer.

Two stiff rods stand for the bones from the heel to the top of the arch and on to the ball. The band
under them winds round the ball, like a rope round a drum. What is wound up is missing below, so the
feet of the rods come closer, and the top of the arch rises. The lengths are those of our drawing.
"""

from __future__ import annotations

import math

from running_muscles.widgets.drawing import Shape, outline, shape
from running_muscles.widgets.figures.figure import Table
from running_muscles.widgets.mechanism.frames import (
    Frame,
    Mechanism,
    Positions,
    Slider,
    still_frame,
)
from running_muscles.widgets.mechanism.parts import Point, arrow, bar, limb, line, soft, word
from running_muscles.widgets.speaking import _

REAR, FRONT = 82.0, 74.0  # the rods: heel to top, top to ball
BAND = 134.0  # of the band from heel to ball when the toe lies flat
DRUM = 15.0  # the radius of the ball
BALL: Point = (186.0, 176.0)
TOE = 46.0
GROUND = 194.0
ANGLES = (0, 10, 20, 30, 40, 50, 60)


def wound(degrees: float) -> float:
    """Return how much of the band is wound round the ball."""
    return DRUM * math.radians(degrees)


def heel(degrees: float) -> Point:
    """Return where the heel is; the ball stays."""
    return BALL[0] - (BAND - wound(degrees)), BALL[1]


def top(degrees: float) -> Point:
    """Return the top of the arch: where both rods meet."""
    base = BAND - wound(degrees)
    along = (REAR**2 - FRONT**2 + base**2) / (2 * base)
    return heel(degrees)[0] + along, BALL[1] - math.sqrt(REAR**2 - along**2)


def rise(degrees: float) -> float:
    """Return how much the top of the arch has risen, as a share of the most."""
    return (top(0)[1] - top(degrees)[1]) / (top(0)[1] - top(ANGLES[-1])[1])


def sentence(degrees: float) -> str:
    """Return the answer at an angle."""
    if degrees == 0:
        return _("The toe lies flat: the band is loose, and the arch is low.")
    if degrees <= 20:
        return _("The toe bends up, the band begins to wind, and the arch starts to rise.")
    if degrees <= 40:
        return _("The band is tighter: heel and ball come closer, and the arch rises.")
    return _("The band is tightest, the arch is highest, and the foot is firm.")


def frame(positions: Positions) -> Frame:
    """Return the foot with the toe at an angle."""
    degrees = ANGLES[positions[0]]
    share = degrees / ANGLES[-1]
    shapes = [
        line("ground", (8, GROUND), (292, GROUND)),
        *_foot(degrees),
        line("before", (top(0)[0] - 30, top(0)[1]), (top(0)[0] + 34, top(0)[1])),
        *arrow("soft", top(0), top(degrees), 4),
        *_lifted(degrees),
        word("word-accent-end", _("big toe"), 292, GROUND + 18),
        word("word-good", _("band"), (heel(degrees)[0] + BALL[0]) / 2 - 4, GROUND + 18),
        *bar("soft", _("Arch"), rise(degrees), (176, 36), 112),
        *bar("spring-bar", _("Pull in the band"), share, (176, 78), 112),
    ]
    return still_frame(shapes, sentence(degrees))


def _foot(degrees: float) -> list[Shape]:
    back, high = heel(degrees), top(degrees)
    angle = math.radians(degrees)
    tip = (BALL[0] + TOE * math.cos(angle), BALL[1] - TOE * math.sin(angle) + 4)
    ankle = (high[0] - 24, high[1] - 20)
    skin = [
        limb((ankle[0] - 4, 24), ankle, 20, 20),
        limb(ankle, back, 20, 16),
        limb(ankle, high, 20, 15),
        limb(high, BALL, 17, 15),
        limb(back, high, 15, 14),
        limb(BALL, tip, 14, 8),
    ]
    # From below the heel, along the sole, round the ball and into the toe.
    under = [(back[0], BALL[1] + DRUM - 2), (BALL[0], BALL[1] + DRUM)]
    round_the_ball = [
        (
            BALL[0] + DRUM * math.sin(angle * part / 4),
            BALL[1] + DRUM * math.cos(angle * part / 4),
        )
        for part in range(1, 5)
        if degrees
    ]
    end = round_the_ball[-1] if degrees else under[1]
    into_toe = (end[0] + 20 * math.cos(angle), end[1] - 20 * math.sin(angle) - 3)
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in (*under, *round_the_ball, into_toe))
    return [
        outline("skin", "".join(skin)),
        outline("bone", limb(back, high, 6, 5) + limb(high, BALL, 5, 6) + limb(BALL, tip, 5, 3.5)),
        outline("band", f"M{way}"),
        shape("circle", "joint", cx=BALL[0], cy=BALL[1], r=5),
    ]


def _lifted(degrees: float) -> list[Shape]:
    """Return the way of the toe, which the learner lifts."""
    if not degrees:
        return []
    reach = TOE + 20
    points = [
        (
            BALL[0] + reach * math.cos(math.radians(degrees) * part / 4),
            BALL[1] - reach * math.sin(math.radians(degrees) * part / 4) + 4,
        )
        for part in range(5)
    ]
    return [outline("yours-way", soft(points, closed=False))]


def mechanism() -> Mechanism:
    """Return the mechanism."""
    lifted = _("lifted by {n} degrees")
    stops = [_("flat"), *(lifted.format(n=degrees) for degrees in ANGLES[1:])]
    return Mechanism(
        name="windlass",
        title=_("The band under the arch"),
        scene=_("A foot from its inner side, with the bones of the arch and the band below them."),
        height=224.0,
        sliders=(Slider(_("Lift the big toe"), stops),),
        frame=frame,
        stills=((0,), (3,), (6,)),
        table=Table(
            (_("Big toe"), _("What band and arch do")),
            [(stop, sentence(each)) for stop, each in zip(stops, ANGLES, strict=True)],
        ),
        note=_("Schematic: shape only, no measured values."),
        more=_(
            "Two stiff rods stand for the bones, and the band does not stretch, in lengths of our "
            "drawing. A living arch gives more, and feet differ."
        ),
        sources=("openstax_anatomy",),
    )
