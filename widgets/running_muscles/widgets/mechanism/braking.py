"""Where the foot lands: the further ahead of the body, the more the ground brakes.

The ground's push is drawn along the line from the foot to the centre of mass, as it must run on
average for a body that does not turn over. Its backward part is the brake. How large the push is,
and where exactly it points in each moment, was measured in none of this: it is a sketch.
"""

from __future__ import annotations

import math

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
from running_muscles.widgets.mechanism.parts import Point, arrow, bar, disc, limb, line, word
from running_muscles.widgets.speaking import _

GROUND = 206.0
MASS: Point = (92.0, 100.0)  # the centre of mass
HIP: Point = (90.0, 114.0)
BONE = 52.0  # thigh and shank alike
PUSH = 84.0  # the drawn length of the ground's push
# The landing place and how far it is ahead of the centre of mass, in units of the drawing.
STOPS = (
    (N_("close to under the body"), 8.0),
    (N_("a little ahead"), 20.0),
    (N_("ahead"), 32.0),
    (N_("well ahead"), 44.0),
    (N_("far ahead"), 54.0),
)
ANSWERS = (
    N_("The ground pushes almost straight up: very little brake."),
    N_("The push leans back a little: a small brake."),
    N_("The push leans back: the ground brakes you."),
    N_("The push leans back clearly: more brake, and more speed to win back."),
    N_("The push leans back most: the largest brake, on an almost straight leg."),
)


def landing(place: int) -> Point:
    """Return where the foot touches the ground."""
    return MASS[0] + STOPS[place][1], GROUND


def push(place: int) -> tuple[float, float]:
    """Return the ground's push as its parts: against the run, and upward (of `PUSH` in all)."""
    x, y = landing(place)
    run = math.dist((x, y), MASS)
    return PUSH * (x - MASS[0]) / run, PUSH * (y - MASS[1]) / run


def knee(place: int) -> Point:
    """Return where the knee is: thigh and shank keep their lengths, and it bends forward."""
    foot = landing(place)
    ankle = (foot[0] - 4, foot[1] - 9)
    run = math.dist(HIP, ankle)
    out = math.sqrt(max(BONE**2 - (run / 2) ** 2, 0.0))
    middle = ((HIP[0] + ankle[0]) / 2, (HIP[1] + ankle[1]) / 2)
    return (
        middle[0] + out * (ankle[1] - HIP[1]) / run,
        middle[1] - out * (ankle[0] - HIP[0]) / run,
    )


def frame(positions: Positions) -> Frame:
    """Return the runner at the landing."""
    (place,) = positions
    foot = landing(place)
    back, up = push(place)
    most = push(len(STOPS) - 1)[0]
    shapes = [
        line("ground", (8, GROUND), (176, GROUND)),
        *_runner(place),
        line("beam-soft", (MASS[0], MASS[1]), (MASS[0], GROUND)),
        line("distance", (MASS[0], GROUND + 9), (foot[0], GROUND + 9)),
        *arrow("push", foot, (foot[0] - back, foot[1] - up), 6),
        shape("circle", "joint", cx=MASS[0], cy=MASS[1], r=5),
        word("word-accent", _("landing ahead"), (MASS[0] + foot[0]) / 2, GROUND + 27),
        *bar("care", _("Brake"), back / most, (190, 96), 96),
        *arrow("care", (286, 130), (286 - back, 130), 6),
        word("word-end", _("against you"), 288, 154),
        *arrow("soft", (12, 22), (44, 22), 4),
        word("word-start", _("you run"), 12, 44),
    ]
    return still_frame(shapes, _(ANSWERS[place]))


def _runner(place: int) -> list[Shape]:
    foot = landing(place)
    ankle: Point = (foot[0] - 4, foot[1] - 9)
    bend = knee(place)
    neck: Point = (100.0, 52.0)
    far = [
        limb(HIP, (96, 158), 12, 9),
        limb((96, 158), (56, 172), 8, 5),
        limb((56, 172), (50, 186), 5, 3.5),
        limb((98, 60), (118, 88), 7, 5.5),
        limb((118, 88), (138, 74), 5.5, 4),
    ]
    near = [
        limb(HIP, bend, 13, 9.5),
        limb(bend, ankle, 9, 5.5),
        limb((ankle[0] - 4, ankle[1] + 4), (ankle[0] + 17, ankle[1] + 1 - (place > 1) * 2), 5, 3.5),
        limb(neck, HIP, 17, 15),
        limb(neck, (106, 38), 8, 8),
        disc((108, 32), 14),
        limb((98, 60), (76, 86), 7, 5.5),
        limb((76, 86), (84, 106), 5.5, 4),
    ]
    return [outline("far", "".join(far)), outline("skin", "".join(near))]


def mechanism() -> Mechanism:
    """Return the mechanism."""
    return Mechanism(
        name="braking",
        title=_("Where the foot lands"),
        scene=_("A runner from the side, as one foot touches the ground."),
        height=240.0,
        sliders=(
            Slider(_("Move the landing place"), [_(name) for name, _ahead in STOPS], start=1),
        ),
        frame=frame,
        stills=((0,), (2,), (4,)),
        table=Table(
            (_("The foot lands"), _("What the ground does")),
            [(_(name), _(answer)) for (name, _ahead), answer in zip(STOPS, ANSWERS, strict=True)],
        ),
        note=_("Schematic: shape only, no measured values."),
        more=_(
            "The push is drawn from the foot to the centre of mass. The knee is left out, because "
            "its share comes later in the step. In studies, runners braked more the further the "
            "foot landed ahead of the hip, and the knee took up less with slightly shorter steps."
        ),
        sources=("lieberman2015stride", "heiderscheit2011"),
    )
