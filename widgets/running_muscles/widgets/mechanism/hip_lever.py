"""The hip as a seesaw: on one leg, the side muscles balance the body's weight.

Two levers meet at the hip joint. On the inner side hangs the body without the leg that carries it,
on the outer side pull the side muscles, the gluteus medius above all. What hangs further out pulls
harder: weight times lever must be equal on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass

from running_muscles.translation.spoken import N_
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
from running_muscles.widgets.mechanism.parts import Point, arrow, disc, limb, line, soft, word
from running_muscles.widgets.speaking import _

MUSCLE_LEVER = 1.0  # the unit of all levers
# How much of the body's lever is left, as the learner chooses it.
LEANS = (
    (N_("leaning away from the standing leg"), 1.25),
    (N_("upright"), 1.0),
    (N_("leaning a little over the standing leg"), 0.75),
    (N_("leaning clearly over the standing leg"), 0.5),
    (N_("leaning far over the standing leg"), 0.25),
)
# A made-up bag, and levers of the hands as they hang in the drawing: outside the hip or across.
BAG = 0.1
OUTSIDE, ACROSS = -3.0, 7.0
BAGS = (
    (N_("no bag"), 0.0, 0.0),
    (N_("a bag in the hand of the standing side"), BAG, OUTSIDE),
    (N_("a bag in the other hand"), BAG, ACROSS),
)


@dataclass(frozen=True)
class Balance:
    """The seesaw at rest. Weights and forces in body weights, levers in those of the muscle."""

    weight: float
    lever: float
    bag: float
    bag_lever: float

    @property
    def muscle(self) -> float:
        """The pull of the side muscles."""
        return (self.weight * self.lever + self.bag * self.bag_lever) / MUSCLE_LEVER

    @property
    def hip(self) -> float:
        """The force on the hip joint: it carries all that pulls down on either side."""
        return self.muscle + self.weight + self.bag


def balance(positions: Positions) -> Balance:
    """Return the seesaw at a position of lean and bag."""
    lean, carried = positions
    bag, bag_lever = BAGS[carried][1:]
    weight = 1 - 1 / fact("hip-leg").value
    return Balance(weight, fact("hip-lever").value * LEANS[lean][1], bag, bag_lever)


def frame(positions: Positions) -> Frame:
    """Return person, seesaw and answer at a position."""
    at = balance(positions)
    sentence = _(
        "The side muscles pull with {muscle} body weights, and the hip joint carries {hip}."
    ).format(muscle=number(at.muscle, ".1f"), hip=number(at.hip, ".1f"))
    return still_frame([*_person(positions), *_seesaw(at)], sentence)


HIP, GROUND = 82.0, 208.0  # of the person: the standing hip, the floor
HIP_HEIGHT = 118.0
UNIT = 7.0  # of the person: a lever of the muscle


def _person(positions: Positions) -> list[Shape]:
    """Return somebody on the right leg, seen from behind; the foot stays under the weight."""
    at = balance(positions)
    carried = positions[1]
    middle = HIP - 14
    tilt = (fact("hip-lever").value - at.lever) * 13
    chest: Point = (middle + tilt, 62.0)
    head: Point = (middle + tilt * 1.3, 28.0)
    total = at.weight + at.bag
    below = HIP - UNIT * (at.weight * at.lever + at.bag * at.bag_lever) / total
    foot: Point = (below, GROUND - 6)
    knee: Point = ((HIP + foot[0]) / 2 + 1, (HIP_HEIGHT + GROUND) / 2)
    shoulders = ((chest[0] - 23, chest[1] - 7), (chest[0] + 23, chest[1] - 7))
    hands = ((shoulders[0][0] - 11, 112.0), (shoulders[1][0] + 11, 112.0))
    arms = [limb(shoulder, hand, 7, 4.5) for shoulder, hand in zip(shoulders, hands, strict=True)]
    skin = [
        limb((middle - 13, HIP_HEIGHT), (middle - 17, 156), 12, 8.5),
        limb((middle - 17, 156), (middle - 14, 176), 8, 6),
        limb((HIP, HIP_HEIGHT), knee, 13, 9),
        limb(knee, foot, 8.5, 5),
        limb(foot, (foot[0] + 7, GROUND - 4), 5, 4),
        limb(shoulders[0], shoulders[1], 9, 9),
        limb(chest, (middle, 108), 25, 20),
        limb((middle - 12, HIP_HEIGHT - 2), (middle + 12, HIP_HEIGHT - 2), 17, 17),
        limb(chest, head, 8, 8),
        disc(head, 15),
    ]
    muscle = [(HIP - 3, 93.0), (HIP + 9, 100.0), (HIP + 13, 124.0), (HIP + 3, 110.0)]
    shapes = [
        line("ground", (8, GROUND), (126, GROUND)),
        outline("skin", "".join(skin)),
        outline("skin", "".join(arms)),
        outline("muscle", soft(muscle)),
        shape("circle", "joint", cx=HIP, cy=HIP_HEIGHT, r=4.5),
    ]
    if carried:
        x, y = hands[1] if BAGS[carried][2] < 0 else hands[0]
        shapes.append(shape("rect", "yours", x=x - 9, y=y + 3, width=18, height=18, rx=4))
    return shapes


PIVOT = 250.0
BEAM = 70.0
LEVER = 14.0  # of the seesaw: a lever of the muscle
FORCE = 40.0  # a body weight


def _seesaw(at: Balance) -> list[Shape]:
    """Return the two levers with what hangs on them."""
    muscle_at = PIVOT + LEVER * MUSCLE_LEVER
    weight_at = PIVOT - LEVER * at.lever
    ends = [muscle_at, weight_at]
    shapes: list[Shape] = []
    if at.bag:
        bag_at = PIVOT - LEVER * at.bag_lever
        ends.append(bag_at)
        shapes.append(shape("rect", "yours", x=bag_at - 6, y=BEAM + 2, width=12, height=12, rx=3))
    low, high = min(ends), max(ends)
    post = f"M{PIVOT - 10:g} {BEAM + 22:g}L{PIVOT:g} {BEAM:g}L{PIVOT + 10:g} {BEAM + 22:g}Z"
    return [
        outline("bone", post),
        line("beam", (low - 4, BEAM), (high + 4, BEAM)),
        *shapes,
        *arrow("weight", (weight_at, BEAM), (weight_at, BEAM + at.weight * FORCE), 7),
        *arrow("muscle", (muscle_at, BEAM), (muscle_at, BEAM + at.muscle * FORCE), 7),
        shape("circle", "joint", cx=PIVOT, cy=BEAM, r=5),
        word("word", _("hip joint"), PIVOT - 6, BEAM - 28),
        word("word-strong", number(at.hip, ".1f"), PIVOT - 6, BEAM - 12),
        word("word-end", _("body"), weight_at - 10, BEAM + 30),
        word("word-ember-end", _("muscle"), muscle_at - 14, BEAM + 76),
        word("word-ember-end", number(at.muscle, ".1f"), muscle_at - 14, BEAM + 92),
        word("word-end", _("in body weights"), 292, GROUND - 2),
    ]


def _table() -> Table:
    """Return a row for each lean, and in it both forces for each way to carry the bag."""
    rows = []
    said = _("muscle {muscle}, hip {hip}")
    for lean, (name, _left) in enumerate(LEANS):
        found = [balance((lean, carried)) for carried in range(len(BAGS))]
        cells = (
            said.format(muscle=number(at.muscle, ".1f"), hip=number(at.hip, ".1f")) for at in found
        )
        rows.append((_(name), *cells))
    return Table(
        (_("In body weights"), _("No bag"), _("Bag on standing side"), _("Bag on other side")), rows
    )


def mechanism() -> Mechanism:
    """Return the mechanism."""
    return Mechanism(
        name="hip-lever",
        title=_("The hip as a seesaw"),
        scene=_(
            "A person on the right leg, seen from behind; beside it a seesaw on the hip joint."
        ),
        height=216.0,
        sliders=(
            Slider(_("Move the trunk"), [_(name) for name, _left in LEANS], start=1),
            Slider(_("Carry a bag"), [_(name) for name, *_bag in BAGS]),
        ),
        frame=frame,
        stills=((1, 0), (3, 0), (1, 2)),
        table=_table(),
        note=_("Worked out from two textbook numbers. The lean and the bag are made up."),
        more=_(
            "The body's lever at the hip is about twice that of the muscles, and a leg is about a "
            "seventh of the body. How far the lean goes and where the hands hang is as we drew it; "
            "the bag is a tenth of the body. As a check: in four people whose hip implant could "
            "measure, the joint carried {force} body weights in walking, and a little less on one "
            "leg."
        ).format(force=number(fact("hip-force-walk").value / 100, ".1f")),
        sources=tuple(fact(name).source_key for name in ("hip-lever", "hip-leg", "hip-force-walk")),
    )
