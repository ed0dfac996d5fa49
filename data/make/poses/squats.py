"""What is done standing: squats, lunges, hinges, steps."""

from __future__ import annotations

from make.poses.say import (
    AHEAD,
    HIPS,
    STAND,
    Key,
    Movement,
    Together,
    flat,
    flat_at,
    on,
    pose,
    prop,
    way,
)

FLAT = flat()
SQUAT = pose(
    STAND,
    at=(-0.12, 0.52, 0),
    tilt=42,
    hip=(112, -8, -12),
    knee=108,
    ankle=26,
    low=-6,
    neck=-24,
    **AHEAD,
)
SIT = pose(
    STAND, at=(-0.28, 0.54, 0), tilt=24, hip=(100, -6, -8), knee=92, ankle=8, neck=-12, **AHEAD
)
CHAIR = prop("chair", at=(-0.3, 0, 0))
ON_SEAT = [on("seat_r", y=0.45), on("seat_l", y=0.45)]
SUMO = pose(STAND, at=(0, 0.86, 0), hip=(4, -28, -38), knee=4)
SUMO_LOW = pose(STAND, at=(0, 0.52, 0), tilt=14, hip=(78, -42, -40), knee=94, ankle=16, neck=-8)
SPLIT = pose(
    STAND,
    at=(0, 0.84, 0),
    hip_r=28,
    knee_r=12,
    ankle_r=-16,
    hip_l=-24,
    knee_l=14,
    ankle_l=-4,
    toes_l=24,
)
SPLIT_LOW = pose(
    STAND,
    at=(0, 0.5, 0),
    tilt=6,
    hip_r=92,
    knee_r=92,
    ankle_r=8,
    hip_l=-4,
    knee_l=92,
    ankle_l=4,
    toes_l=50,
)
BACK_FOOT = ["ball_l", "toe_l", "hallux_l"]
ONE_LEG = pose(STAND, hip_l=28, knee_l=60)
ONE_LOW = pose(
    STAND,
    at=(-0.1, 0.62, 0),
    tilt=34,
    hip_r=(96, 2),
    knee_r=92,
    ankle_r=28,
    hip_l=70,
    knee_l=36,
    neck=-18,
    **AHEAD,
)
STEP = prop("box", at=(0.34, 0, 0), size=(0.36, 0.22, 0.5))
HINGE = pose(STAND, at=(-0.16, 0.86, 0), tilt=70, hip_r=76, knee_r=16, ankle_r=4, low=-6, neck=-30)
ARMS_HANG = dict(arm=(90, 68, 0), elbow=6)
GOBLET = dict(arm=(80, 30, 24), elbow=132, turn=-20)
AT_CHEST = [Together("grip_r", "grip_l", 0.1)]
DUMBBELL = prop("weight", through=["middle:grip_r:grip_l", "grip_r"], r=0.06, size=(0.15, 0, 0))
BAND_KNEES = HIPS

MOVEMENTS = {
    "chair_squat": Movement(
        [Key(pose(STAND, **AHEAD), FLAT), Key(SIT, [*FLAT, *ON_SEAT], 1.5)],
        view=(24, 9), props=[CHAIR], rest=0.3,
        fault=(Key(pose(SIT, hip=(100, 14, 20), knee=90), [*FLAT, *ON_SEAT]), "The knees fall inward.", (78, 9)),
    ),
    "squat": Movement(
        [Key(STAND, FLAT), Key(SQUAT, FLAT, 1.5)],
        view=(24, 8), rest=0.3,
        fault=(Key(pose(SQUAT, tilt=24, low=40, chest=24, hip=(98, -4), ankle=-10, toes=20, at=(0.1, 0.56, 0)), ["ball_r", "ball_l", on("heel_r", y=0.07), on("heel_l", y=0.07)]), "The heels come up and the back rounds."),
    ),
    "sumo_squat": Movement(
        [Key(pose(SUMO, **HIPS), FLAT), Key(pose(SUMO_LOW, **HIPS), FLAT, 1.5)],
        view=(84, 9), rest=0.3,
        fault=(Key(pose(SUMO_LOW, hip=(78, -24, 6), **HIPS), FLAT), "The knees fall inward of the feet."),
    ),
    "weighted_squat": Movement(
        [
            Key(pose(STAND, **GOBLET), [*FLAT, *AT_CHEST]),
            Key(pose(SQUAT, **GOBLET), [*FLAT, *AT_CHEST], 1.6),
        ],
        view=(34, 8), rest=0.3, fists="rl", props=[DUMBBELL],
    ),
    "split_squat": Movement(
        [Key(pose(SPLIT, **HIPS), [*flat("r"), *BACK_FOOT]), Key(pose(SPLIT_LOW, **HIPS), [*flat("r"), *BACK_FOOT], 1.4)],
        view=(12, 8), rest=0.3, working="r", props=[way("sacrum", (-0.12, 0, 0), 1, both=True)],
        fault=(Key(pose(SPLIT_LOW, tilt=40, hip_r=120, ankle_r=26, **HIPS), [*flat("r"), *BACK_FOOT]), "The trunk tips over the front leg."),
    ),
    "single_leg_squat_chair": Movement(
        [
            Key(pose(ONE_LEG, hip_l=40, knee_l=30, **AHEAD), flat("r")),
            Key(pose(SIT, hip_l=92, knee_l=30, ankle_l=0), [*flat("r"), *ON_SEAT], 1.7),
        ],
        view=(26, 9), props=[CHAIR], rest=0.3, working="r",
    ),
    "single_leg_squat": Movement(
        [Key(pose(ONE_LEG, **AHEAD), flat("r")), Key(ONE_LOW, flat("r"), 1.6)],
        view=(38, 8), rest=0.3, working="r",
        fault=(Key(pose(ONE_LOW, list=14, hip_r=(86, 24, 22), low=(0, -12, 0)), flat("r")), "The knee falls inward and the pelvis drops.", (82, 8)),
    ),
    "step_up": Movement(
        [
            Key(pose(STAND, at=(0.02, 0.88, 0), tilt=10, hip_r=62, knee_r=70, ankle_r=12), [*flat("l"), *flat_at(0.22, "r")]),
            Key(pose(STAND, at=(0.3, 1.12, 0), hip_l=44, knee_l=70), flat_at(0.22, "r"), 1.3),
        ],
        view=(14, 9), props=[STEP], rest=0.4, working="r",
    ),
    "lunge": Movement(
        [
            Key(pose(STAND, at=(-0.5, 0.905, 0), **HIPS), FLAT),
            Key(pose(SPLIT_LOW, **HIPS), [*flat("r"), *BACK_FOOT], 1.2, slides=("heel_r", "ball_r", "ball_out_r")),
        ],
        view=(14, 8), rest=0.3, working="r", still=(1,), behind=0, props=[way("heel_r", (0, 0.02, 0.1), 1, hops=1)],
        fault=(Key(pose(SPLIT_LOW, hip_r=(92, 22, 20), list=8, **HIPS), [*flat("r"), *BACK_FOOT]), "The front knee falls inward.", (72, 8)),
    ),
    "side_lunge": Movement(
        [
            Key(pose(STAND, hip=(0, -4), **HIPS), FLAT),
            Key(
                pose(STAND, at=(-0.1, 0.6, 0.5), tilt=34, hip_r=(98, -14, -10), knee_r=98, ankle_r=22, hip_l=(40, -48, 0), neck=-16, **HIPS),
                FLAT, 1.3, slides=("heel_r", "ball_r", "ball_out_r"),
            ),
        ],
        view=(82, 9), rest=0.3, working="r", props=[way("ball_r", (0.1, 0.02, 0), 1, hops=1)],
    ),
    "band_side_step": Movement(
        [
            Key(pose(STAND, at=(0, 0.83, 0), tilt=16, hip=(40, -8), knee=40, ankle=16, neck=-10, **BAND_KNEES), FLAT),
            Key(pose(STAND, at=(0, 0.81, 0.14), tilt=16, hip_r=(42, -26), hip_l=(40, -20), knee=40, ankle=16, neck=-10, **BAND_KNEES), FLAT, 0.8, slides=("heel_r", "ball_r", "ball_out_r")),
        ],
        view=(76, 8), rest=0.2, props=[prop("loop", through=["band_r", "band_l"], r=0.072), way("ball_r", (0.14, 0.0, 0.06), 1)],
        fault=(Key(pose(STAND, at=(0, 0.83, 0), tilt=16, hip=(40, 8, 16), knee=40, ankle=16, **BAND_KNEES), FLAT), "The band pulls the knees inward."),
    ),
    "single_leg_deadlift": Movement(
        [
            Key(pose(STAND, hip_l=8, knee_l=20), flat("r")),
            Key(pose(HINGE, hip_l=-6, knee_l=6, ankle_l=-10, **ARMS_HANG), flat("r"), 1.7),
        ],
        view=(10, 8), rest=0.4, working="r",
        fault=(Key(pose(HINGE, tilt=52, low=44, chest=28, hip_l=2, knee_l=20, list=-14, **ARMS_HANG), flat("r")), "The back rounds and the hip opens."),
    ),
    "weighted_deadlift": Movement(
        [
            Key(pose(STAND, arm=(88, 24, 20), elbow=4, turn=80), [*FLAT, Together("grip_r", "grip_l", 0.3)]),
            Key(pose(STAND, at=(-0.2, 0.8, 0), tilt=66, hip=82, knee=30, ankle=2, low=-8, neck=-24, arm=(90, 62, 20), elbow=4, turn=80), [*FLAT, Together("grip_r", "grip_l", 0.3)], 1.7),
        ],
        view=(20, 8), rest=0.3, fists="rl", props=[prop("weight", through=["middle:grip_r:grip_l", "grip_r"], r=0.11, size=(0.42, 0, 0))],
        fault=(Key(pose(STAND, at=(-0.1, 0.82, 0), tilt=40, hip=56, knee=24, low=44, chest=30, arm=(90, 62, 20), elbow=4, turn=80), [*FLAT, Together("grip_r", "grip_l", 0.3)]), "The back rounds."),
    ),
}  # fmt: skip
