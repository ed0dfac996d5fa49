"""How a run may look: the measured stride with arms, and what a lesson sets side by side.

The legs of the stride are the mean of measured runners (``data/stride_angles.csv``). All else is
by eye: trunk, arms and toes, and every departure from that mean.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, pi

from make.poses.say import CROSSED, STAND, Key, Movement, Pose, flat, mark, on, pose
from running_muscles.movement import stride
from running_muscles.tables import stride_angles

SPEED = 3.5  # m/s, the middle one of those measured
EVERY = 5  # percent of the stride between two poses; half a stride is mirrored
SAMPLES = {row.percent: row for row in stride_angles() if row.speed_mps == SPEED}
SECONDS = stride.stride_seconds(SPEED) * EVERY / 100
CONTACT = stride.contact_percent(SPEED)
OUT = 10  # how far the arms stand away from the body, in degrees
TOES_BEND = 45
TOUCHES = ("heel", "ball", "toe")


def measured(percent: float, name: str) -> float:
    """Return a measured angle at a moment of the stride of one leg, mixed between two samples."""
    before = int(percent // stride.STEP_PERCENT) * stride.STEP_PERCENT
    share = (percent - before) / stride.STEP_PERCENT
    rows = [SAMPLES[each % 100] for each in (before, before + stride.STEP_PERCENT)]
    first, second = (float(getattr(row, name)) for row in rows)
    return first + (second - first) * share


def near(percent: float, wide: float) -> float:
    """Return how near a moment is to the landing, 0 to 1."""
    away = (percent + 50) % 100 - 50
    return exp(-((away / wide) ** 2))


def leg(side: str, percent: float, reach: float) -> dict[str, object]:
    """Say a leg at its own moment of the stride.

    Parameters
    ----------
    reach : float
        How much further ahead the foot lands than measured: 1 is an overstride, -1 is near.
    """
    percent %= 100
    much = reach * near(percent, 13)
    bend = 8 if much > 0 else 14  # a knee cannot get much straighter than measured
    thigh = measured(percent, "thigh_deg") + (10 if much > 0 else 3) * much
    knee = max(measured(percent, "knee_deg") - bend * much, 2)
    foot = measured(percent, "foot_deg") + 12 * much
    tilt = measured(percent, "pelvis_tilt_deg")
    toes = min(max(-foot, 0), TOES_BEND) if percent < CONTACT + EVERY else 0
    return {
        f"hip_{side}": (thigh + tilt, -4),
        f"knee_{side}": knee,
        f"ankle_{side}": foot - (thigh - knee),
        f"toes_{side}": toes,
    }


def swing(side: str, percent: float) -> dict[str, object]:
    """Say an arm that swings with the leg of the other side."""
    wave = cos(2 * pi * (percent + (50 if side == "r" else 0)) / 100)
    ahead = -8 + 34 * wave
    return {
        f"arm_{side}": (degrees(atan2(ahead, OUT)), hypot(ahead, OUT), 12 if ahead > 0 else 4),
        f"elbow_{side}": 92 + 8 * wave,
        f"turn_{side}": 10,
    }


def runner(percent: float, hips: float, shoulders: float, reach: float, still: bool) -> Pose:
    """Return the whole runner at a moment; the right foot lands at 0 percent.

    Parameters
    ----------
    hips, shoulders : float
        How far they turn against each other at most, in degrees, by eye.
    """
    turn = cos(2 * pi * percent / 100)
    arms = dict(CROSSED) if still else swing("r", percent) | swing("l", percent)
    height = 0.9 + measured(percent, "pelvis_height_mm") / 1000
    return pose(
        at=(0, height, 0),
        tilt=measured(percent, "pelvis_tilt_deg"),
        face=hips * turn,
        low=(1, 0, -(hips + shoulders) / 2 * turn),
        chest=(1, 0, -(hips + shoulders) / 2 * turn),
        neck=(-4, 0, shoulders * turn),
        **leg("r", percent, reach),
        **leg("l", percent + 50, reach),
        **arms,
    )


def strides(
    hips: float = 4, shoulders: float = 5, reach: float = 0, still: bool = False
) -> list[Key]:
    """Return half a stride, from the landing of the right foot to that of the left."""
    keys = []
    for percent in range(0, 50, EVERY):
        down = percent <= CONTACT
        place = runner(percent, hips, shoulders, reach, still)
        keys.append(Key(place, lowest(percent, reach) if down else [], SECONDS, SLIDES, STIFF))
    return keys


def lowest(percent: float, reach: float) -> list[str]:
    """Say what of the right foot is on the floor, by how the foot is inclined."""
    foot = measured(percent, "foot_deg") + 12 * reach * near(percent, 13)
    return ["heel_r"] if foot > 2 else ["ball_r"] if foot > -20 else ["toe_r"]


SLIDES = tuple(f"{name}_r" for name in TOUCHES)
# The angles stay as measured: the whole person is lifted or lowered instead.
STIFF = {f"{angle}_r": 30.0 for angle in ("hip_flexion", "knee_flexion", "ankle_dorsiflexion")}

TURNED = [mark("bar", "shoulder_r", "shoulder_l"), mark("bar", "hip_out_r", "hip_out_l")]
# How far the foot is from below the hips, as one foot lands and as the next one does.
FAR = [
    mark("plumb", "pelvis"),
    mark("gap", "pelvis", "heel_r", when=[(0, 0.06)]),
    mark("gap", "pelvis", "heel_l", when=[(0.47, 0.5)]),
]
ROUND = dict(loop="round", mirrored=True, rest=0, still=(0,), fists="rl")

# One foot at the landing. The shank comes down on it, goes over it, and is lifted again.
FOOT = pose(STAND, hip_r=(28, -10, 20), knee_r=24, arm=(20, 10, 0))
AWAY = on("heel_r", x=0, y=0.075)
HEEL = on("heel_r", x=0, y=0)
BALL = on("ball_r", x=0.175, y=0)


def landing(name: str, first: list[Key], *touch: str) -> Movement:
    """Return how one foot comes down, stands and leaves; what differs is `first`, and what touches."""
    stands = pose(FOOT, hip_r=24, knee_r=42, ankle_r=18)
    leaves = pose(FOOT, hip_r=-12, knee_r=20, ankle_r=-18, toes_r=34)
    keys = [
        *first,
        Key(stands, ["heel_r", "ball_r"], 0.16, STAYS),
        Key(leaves, [BALL, "toe_r", "hallux_r"], 0.3, STAYS),
    ]
    marks = [mark("touch", point, when=[TOUCHED]) for point in touch]
    return Movement(
        keys, view=(8, 0), loop="round", rest=0, still=(1,), near="foot_r", name=name, marks=marks
    )


# From just before to just after the first touch, in shares of the loop.
TOUCHED = (0.18, 0.36)
STAYS = ("toe_r", "hallux_r")
SOLE = ("heel_r", "ball_r", "ball_out_r", "toe_r", "hallux_r")

# The method's three words: the springy letter S, the tip forward, the foot drawn up.
S_SHAPE = pose(
    STAND,
    at=(0, 0.86, 0),
    tilt=10,
    low=(2,),
    neck=-8,
    hip_r=(16, -2),
    knee_r=30,
    ankle_r=24,
    hip_l=(20, -2),
    knee_l=106,
    ankle_l=-8,
    arm_r=(40, 22, 8),
    arm_l=(-40, 20, 4),
    elbow=96,
    turn=10,
)
FALLS = pose(
    S_SHAPE,
    at=(0.16, 0.83, 0),
    tilt=17,
    hip_r=(11, -2),
    knee_r=24,
    ankle_r=20,
    hip_l=(40, -2),
    knee_l=98,
    arm_r=(-70, 20, 4),
    arm_l=(70, 24, 8),
)
PULLS = pose(
    S_SHAPE,
    at=(0.3, 0.9, 0),
    tilt=14,
    hip_r=(10, -2),
    knee_r=112,
    ankle_r=-10,
    hip_l=(34, -2),
    knee_l=34,
    ankle_l=2,
    arm_r=(-80, 30, 4),
    arm_l=(80, 30, 8),
)

MOVEMENTS = {
    "running": Movement(strides(), view=(12, 6), name="Running", **ROUND),
    "arms_swinging": Movement(strides(4, 6), view=(90, 32), name="Arms that swing", marks=TURNED, **ROUND),
    "arms_still": Movement(strides(10, 14, still=True), view=(90, 32), name="Arms held still", marks=TURNED, **ROUND),
    "overstriding": Movement(strides(reach=1), view=(0, 4), name="Overstriding", marks=FAR, **ROUND),
    "landing_near": Movement(strides(reach=-0.55), view=(0, 4), name="Landing nearer", marks=FAR, **ROUND),
    "heel_landing": landing("Heel first", [
        Key(pose(FOOT, hip_r=30, knee_r=12, ankle_r=6), [AWAY, on("ball_r", y=0.13)]),
        Key(pose(FOOT, hip_r=30, knee_r=14, ankle_r=4), [HEEL, on("ball_r", y=0.055)], 0.14),
    ], "heel_r"),
    "midfoot_landing": landing("The whole foot", [
        Key(pose(FOOT, hip_r=28, knee_r=24, ankle_r=-2), [AWAY, on("ball_r", y=0.075)]),
        Key(pose(FOOT, hip_r=28, knee_r=26, ankle_r=-2), [HEEL, "ball_r"], 0.14),
    ], "heel_r", "ball_r"),
    "forefoot_landing": landing("Forefoot first", [
        Key(pose(FOOT, hip_r=26, knee_r=26, ankle_r=-18), [on("ball_r", x=0.175, y=0.05)]),
        Key(pose(FOOT, hip_r=26, knee_r=28, ankle_r=-18), [BALL, on("heel_r", y=0.05)], 0.14),
    ], "ball_r"),
    "pose_fall_pull": Movement(
        [
            Key(S_SHAPE, [*flat("r")]),
            Key(FALLS, ["toe_r", "ball_r", on("heel_r", y=0.05)], 0.5, SOLE),
            Key(PULLS, [on("ball_l", y=0.05)], 0.4, SOLE),
        ],
        view=(0, 4), loop="round", mirrored=True, rest=0, still=(0, 1, 2), fists="rl", name="Pose, fall, pull",
        marks=[
            mark("lean", "ball_r", "pelvis", when=[(0, 0.25)]),
            mark("arrow", "ball_r", by=(0, -0.36, 0), when=[(0.29, 0.45)]),
        ],
    ),
}  # fmt: skip
