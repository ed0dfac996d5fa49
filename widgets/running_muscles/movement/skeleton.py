"""Segments, joints and points of the drawn person.

Axes follow the standard of the International Society of Biomechanics (ISB): X forward, Y up,
Z to the person's right. Angles are in degrees, lengths in metres. The lengths are those of our
own drawing, near those of an adult of 1.72 m; they are no measurement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from running_muscles.movement.drawing import FURNITURE, ZONES
from running_muscles.movement.shape import SHAPE

Vector = tuple[float, float, float]

# The angles of one side, without the side. Wu et al. 2002 and 2005 (ISB) name the terms.
SIDE_ANGLES = (
    "hip_flexion",
    "hip_adduction",
    "hip_rotation",
    "knee_flexion",
    "ankle_dorsiflexion",
    "ankle_inversion",
    "mtp_extension",
    "hallux_extension",
    "clavicle_elevation",
    "clavicle_protraction",
    "shoulder_plane",
    "shoulder_elevation",
    "shoulder_rotation",
    "elbow_flexion",
    "forearm_pronation",
    "wrist_flexion",
)
TRUNK = ("lumbar", "thoracic", "neck")
PLACE = ("pelvis_x", "pelvis_y", "pelvis_z")
DOFS = (
    *PLACE,
    "pelvis_rotation",
    "pelvis_tilt",
    "pelvis_list",
    *(f"{part}_{term}" for part in TRUNK for term in ("flexion", "bending", "rotation")),
    *(f"{angle}_{side}" for side in "rl" for angle in SIDE_ANGLES),
)
INDEX = {name: place for place, name in enumerate(DOFS)}


@dataclass(frozen=True)
class Segment:
    """A part that moves as one piece.

    Attributes
    ----------
    offset : tuple of float
        Where its joint lies in the parent's axes, in metres.
    turns : tuple
        Rotations in their order: axis (0 X, 1 Y, 2 Z), name of the angle, sign.
    """

    name: str
    parent: str
    offset: Vector
    turns: tuple[tuple[int, str, int], ...]


def _spine(part: str) -> tuple[tuple[int, str, int], ...]:
    return ((2, f"{part}_flexion", -1), (0, f"{part}_bending", 1), (1, f"{part}_rotation", 1))


def _limbs(side: str) -> list[Segment]:
    right = 1 if side == "r" else -1

    def out(offset: Vector) -> Vector:
        x, y, z = offset
        return (x, y, right * z)

    def turn(axis: int, angle: str, sign: int = 1) -> tuple[int, str, int]:
        # A mirrored person turns the other way about X and Y, and the same way about Z.
        return (axis, f"{angle}_{side}", sign if axis == 2 else sign * right)

    return [
        Segment(
            f"thigh_{side}",
            "pelvis",
            out((0, 0, 0.086)),
            (turn(2, "hip_flexion"), turn(0, "hip_adduction"), turn(1, "hip_rotation")),
        ),
        Segment(f"shank_{side}", f"thigh_{side}", (0, -0.42, 0), (turn(2, "knee_flexion", -1),)),
        Segment(
            f"foot_{side}",
            f"shank_{side}",
            (0, -0.41, 0),
            (turn(2, "ankle_dorsiflexion"), turn(0, "ankle_inversion")),
        ),
        Segment(f"toes_{side}", f"foot_{side}", (0.13, -0.055, 0), (turn(2, "mtp_extension"),)),
        Segment(
            f"hallux_{side}",
            f"foot_{side}",
            out((0.13, -0.055, -0.028)),
            (turn(2, "hallux_extension"),),
        ),
        Segment(
            f"clavicle_{side}",
            "thorax",
            out((0.01, 0.215, 0.025)),
            (turn(0, "clavicle_elevation", -1), turn(1, "clavicle_protraction")),
        ),
        Segment(
            f"arm_{side}",
            f"clavicle_{side}",
            out((-0.01, -0.012, 0.147)),
            (
                turn(1, "shoulder_plane"),
                turn(0, "shoulder_elevation", -1),
                turn(1, "shoulder_plane", -1),
                turn(1, "shoulder_rotation"),
            ),
        ),
        Segment(f"forearm_{side}", f"arm_{side}", (0, -0.29, 0), (turn(2, "elbow_flexion"),)),
        Segment(
            f"hand_{side}",
            f"forearm_{side}",
            (0, -0.25, 0),
            (turn(1, "forearm_pronation"), turn(0, "wrist_flexion")),
        ),
    ]


SEGMENTS = (
    Segment(
        "pelvis",
        "",
        (0, 0, 0),
        ((1, "pelvis_rotation", 1), (2, "pelvis_tilt", -1), (0, "pelvis_list", 1)),
    ),
    Segment("abdomen", "pelvis", (-0.015, 0.095, 0), _spine("lumbar")),
    Segment("thorax", "abdomen", (0, 0.155, 0), _spine("thoracic")),
    Segment("head", "thorax", (0, 0.243, 0), _spine("neck")),
    *_limbs("r"),
    *_limbs("l"),
)

# Points of the skin that touch something: segment, place in its axes. Z grows outward.
_SIDE_POINTS: dict[str, tuple[str, Vector]] = {
    "heel": ("foot", (-0.045, -0.075, 0)),
    "heel_back": ("foot", (-0.07, -0.045, 0)),
    "ball": ("foot", (0.13, -0.075, 0)),
    "ball_out": ("foot", (0.11, -0.075, 0.035)),
    "strap": ("foot", (-0.085, -0.01, 0.06)),
    "instep": ("foot", (0.1, -0.012, 0)),
    "ankle_out": ("foot", (0, -0.01, 0.04)),
    "ankle_in": ("foot", (0, -0.01, -0.04)),
    "foot_in": ("foot", (0.06, -0.055, -0.04)),
    "foot_out": ("foot", (0.06, -0.055, 0.04)),
    "ankle": ("foot", (0, 0, 0)),
    "toe": ("toes", (0.055, -0.02, 0)),
    "hallux": ("hallux", (0.058, -0.02, 0)),
    "toe_tip": ("toes", (0.07, 0, 0)),
    "kneecap": ("shank", (0.055, -0.02, 0)),
    "knee": ("shank", (0, 0, 0)),
    "band": ("thigh", (0, -0.34, 0)),
    "knee_in": ("shank", (0, 0, -0.05)),
    "beside_knee": ("shank", (0, 0, 0.24)),
    "near_knee": ("shank", (0, 0, 0.1)),
    "knee_out": ("shank", (0, 0, 0.052)),
    "shin_top": ("shank", (0.05, -0.1, 0)),
    "under_ball": ("foot", (0.13, -0.075, -0.06)),
    "under_heel": ("foot", (0.0, -0.075, -0.06)),
    "arch": ("foot", (0.05, -0.07, -0.05)),
    "over_arch": ("foot", (0.05, 0.0, -0.055)),
    "above_hallux": ("hallux", (0.05, 0.13, 0)),
    "on_hallux": ("hallux", (0.05, 0.04, 0)),
    "hallux_tip": ("hallux", (0.068, 0.004, 0)),
    "card": ("hallux", (0.1, -0.01, 0)),
    "card_away": ("hallux", (0.2, -0.01, 0)),
    "calf": ("shank", (-0.06, -0.12, 0)),
    "thigh_front": ("thigh", (0.07, -0.22, 0)),
    "thigh_back": ("thigh", (-0.075, -0.2, 0)),
    "thigh_out": ("thigh", (0, -0.1, 0.085)),
    "seat": ("pelvis", (-0.035, -0.09, 0.075)),
    "hip_out": ("pelvis", (0, -0.01, 0.17)),
    "blade": ("thorax", (-0.105, 0.13, 0.09)),
    "shoulder": ("arm", (0, 0, 0)),
    "shoulder_out": ("arm", (0, -0.02, 0.055)),
    "elbow": ("forearm", (-0.042, -0.01, 0)),
    "elbow_joint": ("forearm", (0, 0, 0)),
    "forearm": ("forearm", (-0.03, -0.2, 0)),
    "forearm_out": ("forearm", (0, -0.12, 0.04)),
    "wrist": ("hand", (0, 0, 0)),
    "palm_heel": ("hand", (0, -0.02, -0.022)),
    "palm": ("hand", (0, -0.09, -0.02)),
    "grip": ("hand", (0, -0.085, -0.03)),
    "grip_ahead": ("hand", (0.1, -0.085, -0.03)),
    "lap": ("pelvis", (0.14, 0.02, 0.13)),
    "back_of_hand": ("hand", (0, -0.08, 0.02)),
    "fingertips": ("hand", (0, -0.18, -0.005)),
}
_MIDDLE_POINTS: dict[str, tuple[str, Vector]] = {
    "sacrum": ("pelvis", (-0.11, 0.04, 0)),
    "lap": ("pelvis", (0.17, 0.02, 0)),
    "belly": ("pelvis", (0.11, 0.06, 0)),
    "back": ("thorax", (-0.108, 0.1, 0)),
    "chest": ("thorax", (0.118, 0.13, 0)),
    "head_back": ("head", (-0.09, 0.19, 0)),
    "forehead": ("head", (0.1, 0.2, 0)),
    "eye_r": ("head", (0.081, 0.183, 0.027)),
    "eye_l": ("head", (0.081, 0.183, -0.027)),
    "head_top": ("head", (0.05, 0.27, 0)),
    "crown": ("head", (0, 0.3, 0)),
    "temple_r": ("head", (0.05, 0.19, 0.08)),
    "temple_l": ("head", (0.05, 0.19, -0.08)),
    "head_side_r": ("head", (0, 0.18, 0.075)),
    "head_side_l": ("head", (0, 0.18, -0.075)),
}


def _point(place: tuple[str, Vector], side: str) -> tuple[str, Vector]:
    segment, (x, y, z) = place
    named = segment if segment in ("pelvis", "thorax") else f"{segment}_{side}"
    return named, (x, y, z if side == "r" else -z)


POINTS: dict[str, tuple[str, Vector]] = _MIDDLE_POINTS | {
    f"{name}_{side}": _point(place, side) for name, place in _SIDE_POINTS.items() for side in "rl"
}

# Balls inside the skin, by which we see that nothing goes through the floor: place and radius.
_SIDE_BALLS: tuple[tuple[str, Vector, float], ...] = (
    ("thigh", (0, -0.2, 0), 0.065),
    ("shank", (0, 0, 0), 0.048),
    ("shank", (-0.008, -0.13, 0), 0.045),
    ("shank", (0, -0.3, 0), 0.036),
    ("foot", (0, 0, 0), 0.032),
    ("foot", (-0.03, -0.045, 0), 0.03),
    ("foot", (0.12, -0.05, 0), 0.025),
    ("toes", (0.05, 0, 0), 0.018),
    ("arm", (0, 0, 0), 0.05),
    ("arm", (0, -0.15, 0), 0.038),
    ("forearm", (0, 0, 0), 0.038),
    ("forearm", (0, -0.24, 0), 0.025),
    ("hand", (0, -0.09, 0), 0.02),
    ("hand", (0, -0.165, 0), 0.012),
    ("pelvis", (-0.03, -0.02, 0.08), 0.07),
)
_MIDDLE_BALLS: tuple[tuple[str, Vector, float], ...] = (
    ("pelvis", (0, 0.05, 0), 0.1),
    ("abdomen", (0, 0.08, 0), 0.09),
    ("thorax", (0, 0.1, 0), 0.1),
    ("head", (0.01, 0.19, 0), 0.085),
)
BALLS: tuple[tuple[str, Vector, float], ...] = _MIDDLE_BALLS + tuple(
    (*_point((segment, place), side), radius)
    for segment, place, radius in _SIDE_BALLS
    for side in "rl"
)

# What a joint can do, in degrees; the rest is free.
LIMITS: dict[str, tuple[float, float]] = {
    "hip_flexion": (-30, 130),
    "hip_adduction": (-60, 35),
    "hip_rotation": (-50, 45),
    "knee_flexion": (0, 150),
    "ankle_dorsiflexion": (-55, 40),
    "ankle_inversion": (-25, 30),
    "mtp_extension": (-35, 75),
    "hallux_extension": (-35, 75),
    "clavicle_elevation": (-8, 35),
    "clavicle_protraction": (-25, 25),
    "shoulder_elevation": (0, 180),
    "elbow_flexion": (0, 150),
    "forearm_pronation": (-90, 95),
    "wrist_flexion": (-90, 85),
}


def described() -> dict[str, Any]:
    """Return the skeleton, and what else the front end draws by, as plain data."""
    return {
        "angles": list(DOFS),
        "segments": [
            [each.name, each.parent, list(each.offset), [list(turn) for turn in each.turns]]
            for each in SEGMENTS
        ],
        "points": {name: [segment, list(place)] for name, (segment, place) in POINTS.items()},
        "shape": SHAPE,
        "zones": ZONES,
        "furniture": FURNITURE,
    }
