"""The Achilles tendon as a spring, through one contact of the foot.

Measured is the length of muscle and tendon together: the soleus path of the running leg. How the
two share it is our assumption: the muscle gets shorter evenly all through the contact, and the
tendon is slack at the landing and again when the foot leaves. With that, the tendon's stretch
follows from the measured length alone. The energy in a spring grows with the square of its stretch.
"""

from __future__ import annotations

import math
from functools import cache

from running_muscles.movement import stride
from running_muscles.tables import stride_angles, strides
from running_muscles.translation.written import number
from running_muscles.widgets.drawing import Shape, outline, shape
from running_muscles.widgets.figures.figure import Table
from running_muscles.widgets.figures.parts import fact
from running_muscles.widgets.mechanism.frames import (
    Frame,
    Mechanism,
    Positions,
    Slider,
    still_frame,
)
from running_muscles.widgets.mechanism.parts import Point, bar, disc, limb, line, soft, word
from running_muscles.widgets.speaking import _

SPEED = 3.5
PATH = "soleus"
STEPS = 10  # of the contact
GROUND = 210.0
BALL = 88.0
SHANK = 112.0
SHARE = 0.42  # of the tendon, as drawn on the leg
# The strip beside the leg: changes are drawn so large that they can be seen.
CHANGE = 640.0
MUSCLE, TENDON = 70.0, 38.0  # drawn lengths at the landing
STRIP: Point = (204.0, 20.0)


@cache
def lengths() -> tuple[float, ...]:
    """Return muscle and tendon together at each step of the contact, in multiples of standing."""
    contact = stride.contact_percent(SPEED)
    return tuple(stride.length_at(PATH, SPEED, contact * at / STEPS) for at in range(STEPS + 1))


@cache
def shortening() -> float:
    """Return by how much the muscle gets shorter in all, so that the tendon ends as it began."""
    return lengths()[0] - lengths()[-1]


def muscle_change(at: int) -> float:
    """Return the change of the muscle since the landing; negative is shorter."""
    return -shortening() * at / STEPS


def stretch(at: int) -> float:
    """Return the stretch of the tendon, in lengths of both in standing; a tendon cannot push."""
    return max(0.0, lengths()[at] - lengths()[0] - muscle_change(at))


def energy(at: int) -> float:
    """Return the energy in the tendon, as a share of its most in this contact."""
    return (stretch(at) / max(stretch(each) for each in range(STEPS + 1))) ** 2


@cache
def fullest() -> int:
    """Return the step at which the tendon holds most."""
    return max(range(STEPS + 1), key=stretch)


def sentence(at: int) -> str:
    """Return the answer at a step."""
    if energy(at) < 0.02:
        return (
            _("The foot leaves: the tendon has given back what it held.")
            if at > fullest()
            else _("The foot lands: the tendon is still slack.")
        )
    if at == fullest():
        return _("The spring is full: the tendon is stretched most, though the muscle is not.")
    if at < fullest():
        return _(
            "The tendon is drawn out and stores energy, while the muscle already gets shorter."
        )
    return _("The tendon springs back and helps to push the heel up.")


def strip_lengths(at: int) -> tuple[float, float]:
    """Return the drawn lengths of muscle and tendon at a step."""
    return MUSCLE + muscle_change(at) * CHANGE, TENDON + stretch(at) * CHANGE


def frame(positions: Positions) -> Frame:
    """Return the lower leg at a step of the contact, and beside it muscle and tendon, larger."""
    (at,) = positions
    shapes = [
        line("ground", (8, GROUND + 5), (176, GROUND + 5)),
        *_leg(at),
        *_strip(at),
        *bar("spring-bar", _("Spring energy"), energy(at), (192, GROUND - 8), 96),
    ]
    return still_frame(shapes, sentence(at))


def _strip(at: int) -> list[Shape]:
    """Return muscle and tendon in a row, hung up at the top."""
    muscle, tendon = strip_lengths(at)
    x, y = STRIP
    meet, end = y + muscle, y + muscle + tendon
    width = 11 + 5 * at / STEPS
    belly = [(x, y), (x + width, y + muscle * 0.45), (x, meet), (x - width, y + muscle * 0.45)]
    return [
        outline("muscle", soft(belly)),
        outline("spring", _coil((x, meet), (x, end))),
        line("beam", (x - 14, y - 2), (x + 14, y - 2)),
        line("beam", (x - 8, end + 2), (x + 8, end + 2)),
        word("word-ember-start", _("muscle"), x + 24, y + muscle / 2),
        word("word-good-start", _("tendon"), x + 24, meet + tendon / 2 + 6),
        word(
            "word-start", _("{n} %").format(n=number(lengths()[at] * 100, ".0f")), x + 24, end + 8
        ),
    ]


def _leg(at: int) -> list[Shape]:
    heel, ankle, ball, toe, knee = _joints(at)
    down = _unit(knee, ankle)
    behind = (-down[1], down[0])  # towards the calf
    origin = (knee[0] + down[0] * 14 + behind[0] * 9, knee[1] + down[1] * 14 + behind[1] * 9)
    insertion = (heel[0] - 2, heel[1] - 8)
    meet = _between(insertion, origin, SHARE)
    belly = _between(origin, meet, 0.42)
    bulge = 14 + 6 * at / STEPS
    skin = [
        limb(knee, belly, 15, 13),
        limb(knee, ankle, 14, 8),
        limb(ankle, heel, 9, 8),
        limb(ankle, ball, 9, 6),
        limb(ankle, _between(heel, ball, 0.45), 9, 5.5),
        limb(heel, ball, 7, 5.5),
        limb(ball, toe, 6, 4),
    ]
    side = _across(origin, meet, bulge)
    muscle = soft([origin, side[0], meet, side[1]])
    return [
        outline("skin", "".join(skin)),
        outline("bone", limb(knee, ankle, 4.5, 3.5) + disc(heel, 5)),
        outline("muscle", muscle),
        outline("spring", _coil(meet, insertion)),
        shape("circle", "joint", cx=ankle[0], cy=ankle[1], r=3.5),
    ]


def _joints(at: int) -> tuple[Point, Point, Point, Point, Point]:
    """Return heel, ankle, ball, tip of the toes and knee, by the measured angles."""
    thigh, bend, pitch = _angles(stride.contact_percent(SPEED) * at / STEPS)
    turn = math.radians(pitch)
    cos, sin = math.cos(turn), math.sin(turn)
    # In the frame of a flat foot, from the ball; toes forward, up is negative.
    heel0, ankle0 = (-46.0, 0.0), (-34.0, -24.0)
    ball: Point = (BALL, GROUND - 1)
    if pitch > 0:  # on the heel: the ball hangs in the air
        ball = (BALL - 46 + 46 * cos, GROUND - 1 - 46 * sin)

    def placed(point: Point) -> Point:
        x, y = point
        return ball[0] + x * cos + y * sin, ball[1] - x * sin + y * cos

    ankle = placed(ankle0)
    shank = math.radians(thigh - bend)
    knee = (ankle[0] - SHANK * math.sin(shank), ankle[1] - SHANK * math.cos(shank))
    toe = placed((18.0, 0.0)) if pitch > 0 else (ball[0] + 18, ball[1])
    return placed(heel0), ankle, ball, toe, knee


def _angles(percent: float) -> tuple[float, float, float]:
    """Return thigh, knee and foot in degrees, mixed between the two samples around a moment."""
    rows = [row for row in stride_angles() if row.speed_mps == SPEED]
    rows.sort(key=lambda row: row.percent)
    place = percent / stride.STEP_PERCENT
    first, share = rows[int(place)], place % 1
    then = rows[int(place) + 1]
    return (
        first.thigh_deg * (1 - share) + then.thigh_deg * share,
        first.knee_deg * (1 - share) + then.knee_deg * share,
        first.foot_deg * (1 - share) + then.foot_deg * share,
    )


def _coil(start: Point, end: Point, turns: int = 5) -> str:
    """Return a spring between two points."""
    points = [start]
    ux, uy = _unit(start, end)
    for turn in range(turns * 2):
        x, y = _between(start, end, (turn + 0.5) / (turns * 2))
        side = 5 if turn % 2 else -5
        points.append((x - uy * side, y + ux * side))
    return soft([*points, end], closed=False)


def _unit(start: Point, end: Point) -> Point:
    run = math.dist(start, end)
    return (end[0] - start[0]) / run, (end[1] - start[1]) / run


def _between(start: Point, end: Point, share: float) -> Point:
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
    )


def _across(start: Point, end: Point, width: float) -> tuple[Point, Point]:
    """Return two points beside the middle of a line."""
    (x, y), (ux, uy) = _between(start, end, 0.42), _unit(start, end)
    return (x - uy * width / 2, y + ux * width / 2), (x + uy * width / 2, y - ux * width / 2)


def _stop(at: int) -> str:
    """Return a step in words."""
    said = _("{n} % of the contact: {phase}")
    return said.format(n=at * 100 // STEPS, phase=_(stride.phase(at / STEPS, 1)))


def mechanism() -> Mechanism:
    """Return the mechanism."""
    stops = [_stop(at) for at in range(STEPS + 1)]
    return Mechanism(
        name="achilles-recoil",
        title=_("The tendon as a spring"),
        scene=_(
            "A lower leg from the side, with the calf muscle and the Achilles tendon as a coil."
        ),
        height=228.0,
        sliders=(Slider(_("Move through the contact"), stops),),
        frame=frame,
        stills=((0,), (fullest(),), (STEPS,)),
        table=Table(
            (_("Moment"), _("Both together, % of standing"), _("What the tendon does")),
            [
                (stops[at], number(lengths()[at] * 100, ".0f"), sentence(at))
                for at in range(STEPS + 1)
            ],
        ),
        note=_("The length of both together is measured. How the two share it is schematic."),
        more=_(
            "The legs of runners were filmed, and the length follows from that in a generic "
            "skeleton, in % of standing. We let the muscle get shorter evenly, as ultrasound saw a "
            "calf muscle shorten all through the contact. Beside the leg, changes are drawn "
            "larger. In a study of {people} people, the tendon gave back {low} to {high} joules "
            "at the push-off, walking and running."
        ).format(
            people=fact("tendon-recoil-low").n,
            low=number(fact("tendon-recoil-low").value, ".0f"),
            high=number(fact("tendon-recoil-high").value, ".0f"),
        ),
        sources=(
            *dict.fromkeys(row.source_key for row in strides().values()),
            "monte2020",
            fact("tendon-recoil-low").source_key,
        ),
    )
