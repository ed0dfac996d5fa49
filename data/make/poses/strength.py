"""Heavier and quicker forms, and steady standing."""

from __future__ import annotations

from make.poses.hips import BRIDGE, HEAD_AND_BLADES, LOW_CROOK, LYING
from make.poses.lower import TIP_R, UP, WALL_AHEAD
from make.poses.running import SOLE_R, arms
from make.poses.say import (
    HIPS,
    MAT,
    STAND,
    Key,
    Movement,
    Together,
    flat,
    flat_at,
    hop,
    on,
    pose,
    prop,
)
from make.poses.squats import AT_CHEST, GOBLET, SQUAT, STEP

ON_HIPS = dict(arm=(40, 34, 44), elbow=62, turn=80)
HELD = [Together("palm_r", "lap_r", 0.06), Together("palm_l", "lap_l", 0.06)]
LOAD = prop("weight", through=["lap", "lap_r"], r=0.085, size=(0.3, 0, 0))
HEAVY = prop("weight", through=["middle:grip_r:grip_l", "grip_r"], r=0.095, size=(0.2, 0, 0))
HINGE = pose(STAND, at=(-0.2, 0.84, 0), tilt=68, hip=78, knee=20, ankle=0, low=-6, neck=-22, **HIPS)
CROUCH = pose(
    STAND,
    at=(-0.12, 0.56, 0),
    tilt=36,
    hip=100,
    knee=104,
    ankle=28,
    neck=-12,
    arm=(-80, 40, 0),
    elbow=20,
)
LEAP = pose(STAND, at=(0, 1.22, 0), hip=2, knee=4, ankle=-44, toes=4, arm=(90, 150, 0), elbow=14)
ONE_HOP = pose(
    STAND,
    at=(0, 0.86, 0),
    tilt=6,
    hip_r=24,
    knee_r=34,
    ankle_r=12,
    hip_l=14,
    knee_l=74,
    arm=(20, 20, 0),
    elbow=80,
)
LINE = pose(
    STAND,
    at=(0, 0.89, 0),
    hip_r=(16, 6),
    knee_r=4,
    hip_l=(-12, 8),
    knee_l=4,
    ankle_l=10,
    arm_l=(20, 16, 0),
    arm_r=(10, 50, 0),
    elbow_r=10,
)
IN_LINE = [
    *[on(f"{point}_r", y=0.0, z=0.0) for point in ("heel", "ball")],
    *[on(f"{point}_l", y=0.0, z=0.0) for point in ("heel", "ball")],
    Together("toe_tip_l", "heel_back_r", 0.05),
]
COUNTER = prop("box", at=(0.1, 0, -0.5), size=(0.9, 0.88, 0.36))
ROW = pose(
    STAND,
    at=(-0.1, 0.8, 0),
    tilt=72,
    hip=84,
    knee=30,
    ankle=4,
    low=-6,
    neck=-18,
    arm_l=(90, 74, 0),
    elbow_l=8,
    turn_l=80,
    wrist_l=-60,
)
ON_CHAIR = [on("palm_l", x=0.55, y=0.45, z=-0.12)]

MOVEMENTS = {
    "weighted_bridge": Movement(
        [
            Key(pose(LOW_CROOK, **ON_HIPS), [*LYING, *flat(), *HELD]),
            Key(pose(BRIDGE, **ON_HIPS), [*HEAD_AND_BLADES, *flat(), *HELD], 1.3),
        ],
        view=(10, 10), props=[MAT, LOAD], rest=0.8,
    ),
    "heavy_half_squat": Movement(
        [
            Key(pose(STAND, **GOBLET), [*flat(), *AT_CHEST]),
            Key(pose(SQUAT, at=(-0.08, 0.68, 0), tilt=30, hip=(76, -8, -12), knee=76, ankle=22, neck=-14, **GOBLET), [*flat(), *AT_CHEST], 1.0),
        ],
        view=(34, 8), fists="rl", rest=0.2, props=[HEAVY],
    ),
    "quick_step_up": Movement(
        [
            Key(pose(STAND, at=(0.02, 0.88, 0), tilt=16, hip_r=64, knee_r=72, ankle_r=14, **arms("r")), [*flat("l"), *flat_at(0.22, "r")]),
            Key(pose(STAND, at=(0.3, 1.16, 0), tilt=4, hip_l=92, knee_l=92, ankle_l=4, **arms("r", 1.2)), flat_at(0.22, "r"), 0.5),
        ],
        view=(14, 9), props=[STEP], fists="rl", rest=0.3, working="r",
    ),
    "squat_jump": Movement(
        [Key(CROUCH, flat()), Key(LEAP, [on("toe_r", y=0.3), on("toe_l", y=0.3)], 0.4)],
        view=(24, 8), rest=0.05, props=[hop(0.3, 0.28, 1)],
        fault=(Key(pose(CROUCH, hip=(76, 14, 18)), flat()), "The knees fall inward on landing.", (80, 8)),
    ),
    "band_march": Movement(
        [
            Key(pose(STAND, hip_l=84, knee_l=90, ankle_l=6, **HIPS), flat("r")),
            Key(pose(STAND, **HIPS), flat(), 0.7),
        ],
        view=(30, 8), loop="round", mirrored=True, still=(0,), rest=0.2, props=[prop("band", through=["instep_r", "instep_l"])],
    ),
    "hip_hinge": Movement(
        [Key(pose(STAND, **HIPS), flat()), Key(HINGE, flat(), 1.5)],
        view=(12, 8), rest=0.4,
        fault=(Key(pose(HINGE, tilt=34, hip=44, low=44, chest=32), flat()), "The back rounds."),
    ),
    "heavy_calf_raise": Movement(
        [
            Key(pose(STAND, hip_l=12, knee_l=66, arm_l=(90, 62, 0), elbow_l=52, turn_l=80, arm_r=(20, 10, 0), elbow_r=4), [*flat("r"), on("fingertips_l", x=0.49)]),
            Key(pose(UP, hip_l=12, knee_l=66, ankle_l=-20, toes_l=0, arm_l=(90, 62, 0), elbow_l=52, turn_l=80, arm_r=(20, 10, 0), elbow_r=4), [*TIP_R, on("fingertips_l", x=0.49)], 1.4),
        ],
        view=(-28, 7), rest=0.5, working="r", fists="r", props=[WALL_AHEAD, prop("weight", through=["grip_r", "grip_ahead_r"], r=0.08, size=(0.16, 0, 0))],
    ),
    "single_leg_hops": Movement(
        [
            Key(ONE_HOP, TIP_R),
            Key(pose(ONE_HOP, at=(0, 1.0, 0), hip_r=6, knee_r=8, ankle_r=-36, toes_r=8), [on("toe_r", y=0.08)], 0.25),
        ],
        view=(22, 7), rest=0, working="r", fists="rl", props=[hop(0.32, 0.18, 1)],
    ),
    "tandem_stance": Movement(
        [Key(pose(LINE), [*IN_LINE, on("palm_l", y=0.9, z=-0.42)])],
        view=(46, 14), props=[COUNTER], rest=4, inset="feet",
    ),
    "heel_toe_walk": Movement(
        [
            Key(pose(LINE, arm=(0, 46, 0), elbow=8), IN_LINE),
            Key(pose(LINE, at=(0.1, 0.9, 0), hip_r=(2, 4), hip_l=(34, 6), knee_l=52, ankle_l=4, arm=(0, 46, 0), elbow=8), [on("heel_r", y=0.0, z=0.0), on("ball_r", y=0.0, z=0.0)], 0.8, slides=SOLE_R),
        ],
        view=(38, 16), loop="round", mirrored=True, still=(0,), rest=0.2, inset="feet", props=[prop("arrow", through=[(0.3, 0.02, 0.14), (0.7, 0.02, 0.14)], keys=[0]), prop("strip", at=(0, 0, 0), size=(1.7, 0.006, 0.05))],
    ),
    "bent_row": Movement(
        [
            Key(pose(ROW, arm_r=(90, 76, 0), elbow_r=4, turn_r=10), [*flat(), *ON_CHAIR]),
            Key(pose(ROW, arm_r=(-90, 14, 0), elbow_r=92, turn_r=10, clavicle_r=(0, -14)), [*flat(), *ON_CHAIR], 1.1),
        ],
        view=(14, 9), fists="r", rest=0.3, working="r",
        props=[prop("chair", at=(0.62, 0, -0.12), turn=180), prop("weight", through=["grip_r", "grip_ahead_r"], r=0.06, size=(0.14, 0, 0))],
    ),
}  # fmt: skip
