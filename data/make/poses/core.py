"""Planks, and what is done on the back, on the hands and knees."""

from __future__ import annotations

from make.poses.say import (
    FOREARMS_DOWN,
    FOURS,
    HANDS_DOWN,
    MAT,
    PLANK_ELBOWS,
    PLANK_HANDS,
    SUPINE,
    TIPTOES,
    Key,
    Movement,
    each,
    on,
    pose,
)

ON_TOES = [*FOREARMS_DOWN, *TIPTOES]
KNEE_PLANK = pose(
    at=(0, 0.25, 0), tilt=76, hip=0, knee=80, ankle=-45, arm=(90, 85, 0), elbow=88, turn=60, neck=2
)  # fmt: skip
ON_ELBOW = ["elbow_l", on("forearm_l", y=0.0)]
SIDE_PLANK = pose(
    at=(0, 0.3, 0), list=-66, arm_l=(4, 78, 0), elbow_l=88, turn_l=80, wrist_l=0,
    arm_r=(0, 8, 40), elbow_r=75, turn_r=80, ankle=-5,
)  # fmt: skip
FEET_OUT = ["ankle_out_l", on("foot_out_l", y=0.0)]
QUADRUPED = [*HANDS_DOWN, *each("kneecap")]
DEAD_BUG = pose(SUPINE, hip=90, knee=90, ankle=0, arm=(90, 88, 0), elbow=4, turn=20)
ON_BACK = ["sacrum", "back"]
TWIST = pose(
    at=(0, 0.1, 0), tilt=-46, hip=100, knee=86, ankle=4, low=6, chest=8, neck=2,
    arm=(80, 55, 30), elbow=70, turn=40,
)  # fmt: skip
SITTING = [*each("seat"), *each("heel")]
CYCLE = pose(
    at=(0, 0.1, 0), tilt=-82, low=12, chest=14, neck=18, arm=(20, 92, 70), elbow=140, turn=0,
    ankle=-25,
)  # fmt: skip

MOVEMENTS = {
    "knee_plank": Movement(
        [
            Key(pose(KNEE_PLANK, at=(0, 0.2, 0), tilt=70, hip=45, knee=70), [*FOREARMS_DOWN, *each("kneecap")]),
            Key(KNEE_PLANK, [*FOREARMS_DOWN, *each("kneecap")], 1.6, slides=("kneecap_r", "kneecap_l")),
        ],
        view=(12, 10), props=[MAT], rest=3, still=(1,),
        fault=(Key(pose(KNEE_PLANK, tilt=92, low=-34, hip=-24, chest=6), [*FOREARMS_DOWN, *each("kneecap")]), "The hips sag and the lower back hangs through."),
    ),
    "front_plank": Movement(
        [
            Key(pose(KNEE_PLANK), [*FOREARMS_DOWN, *each("kneecap")]),
            Key(PLANK_ELBOWS, ON_TOES, 1.6),
        ],
        view=(12, 10), props=[MAT], rest=3, still=(0, 1),
        fault=(Key(pose(PLANK_ELBOWS, tilt=96, low=-36, hip=-20), ON_TOES), "The hips sag and the lower back hangs through."),
    ),
    "advanced_plank": Movement(
        [
            Key(PLANK_ELBOWS, ON_TOES),
            Key(pose(PLANK_ELBOWS, arm_r=(90, 80, 0), elbow_r=50, turn_r=88, wrist_r=-75), ["palm_r", "palm_heel_r", "elbow_l", "forearm_l", *TIPTOES], 1.2),
            Key(PLANK_HANDS, [*HANDS_DOWN, *TIPTOES], 1.2),
        ],
        view=(14, 10), props=[MAT], rest=0.6, still=(0, 2),
    ),
    "side_plank_knees": Movement(
        [
            Key(pose(SIDE_PLANK, at=(0, 0.17, 0), list=-82, hip=12, knee=85), [*ON_ELBOW, "knee_out_l", "hip_out_l"]),
            Key(pose(SIDE_PLANK, at=(0, 0.3, 0), list=-62, hip=5, knee=85), [*ON_ELBOW, "knee_out_l"], 1.4),
        ],
        view=(86, 10), props=[MAT], rest=3, still=(1,), working="l",
        fault=(Key(pose(SIDE_PLANK, at=(0, 0.2, 0), list=-76, low=(0, -16, 0), hip=10, knee=85), [*ON_ELBOW, "knee_out_l", on("hip_out_l", y=0.06)]), "The hips drop towards the floor."),
    ),
    "side_plank": Movement(
        [
            Key(pose(SIDE_PLANK, at=(0, 0.17, 0), list=-84, hip_r=12), [*ON_ELBOW, *FEET_OUT, "hip_out_l"]),
            Key(pose(SIDE_PLANK, hip_r=(10, -4)), [*ON_ELBOW, *FEET_OUT, on("foot_in_r", y=0.0)], 1.4),
        ],
        view=(86, 10), props=[MAT], rest=3, still=(0, 1), working="l",
        fault=(Key(pose(SIDE_PLANK, at=(0, 0.2, 0), list=-78, low=(0, -18, 0), hip_r=12), [*ON_ELBOW, *FEET_OUT, on("hip_out_l", y=0.05)]), "The hips drop towards the floor."),
    ),
    "side_plank_leg_lift": Movement(
        [
            Key(SIDE_PLANK, [*ON_ELBOW, *FEET_OUT]),
            Key(pose(SIDE_PLANK, hip_r=(0, -36)), [*ON_ELBOW, *FEET_OUT], 1.2),
        ],
        view=(86, 10), props=[MAT], rest=0.5, still=(1,),
    ),
    "mountain_climber": Movement(
        [
            Key(pose(PLANK_HANDS, hip_r=98, knee_r=105, ankle_r=0, toes_r=10), [*HANDS_DOWN, "ball_l", "toe_l", "hallux_l"]),
            Key(pose(PLANK_HANDS, hip=50, knee=65, ankle=0, toes=20), HANDS_DOWN, 0.28),
        ],
        view=(12, 10), loop="round", mirrored=True, props=[MAT], still=(0,),
    ),
    "bicycle_crunch": Movement(
        [
            Key(pose(CYCLE, low=(10, 0, 10), chest=(14, 0, 28), hip_r=30, knee_r=12, hip_l=108, knee_l=100), ["sacrum"]),
            Key(pose(CYCLE, hip=75, knee=75), ["sacrum"], 0.9),
        ],
        view=(28, 22), loop="round", mirrored=True, props=[MAT], still=(0,),
    ),
    "russian_twist": Movement(
        [
            Key(pose(TWIST, chest=(8, 0, 36), low=(12, 0, 10), arm_r=(105, 60, 40), arm_l=(40, 45, 50), neck=(2, 0, 10)), SITTING),
            Key(TWIST, SITTING, 1.0),
        ],
        view=(38, 14), loop="round", mirrored=True, props=[MAT], still=(0,), fists="rl",
    ),
    "leg_raise": Movement(
        [
            Key(pose(SUPINE, hip=18, knee=10, ankle=-20), ["sacrum", "back", "head_back", *each("palm")]),
            Key(pose(SUPINE, hip=88, knee=12, ankle=-20), ["sacrum", "back", "head_back", *each("palm")], 2.0),
        ],
        view=(8, 12), props=[MAT], rest=0.4, still=(0, 1),
        fault=(Key(pose(SUPINE, tilt=-74, low=-30, hip=4, knee=6, ankle=-20), ["back", "head_back", *each("palm")]), "The lower back comes off the floor."),
    ),
    "dead_bug": Movement(
        [
            Key(DEAD_BUG, [*ON_BACK, "head_back"]),
            Key(pose(DEAD_BUG, arm_l=(90, 158, 0), hip_r=22, knee_r=8), [*ON_BACK, "head_back"], 1.8),
        ],
        view=(16, 14), props=[MAT], rest=0.5, still=(0, 1),
    ),
    "bird_dog": Movement(
        [
            Key(FOURS, QUADRUPED),
            Key(pose(FOURS, hip_r=-2, knee_r=3, ankle_r=-5, arm_l=(90, 172, 0), turn_l=20, wrist_l=0), ["palm_r", "palm_heel_r", "kneecap_l"], 1.5),
        ],
        view=(14, 9), props=[MAT], rest=1.5, still=(0, 1),
        fault=(Key(pose(FOURS, tilt=100, low=-24, hip_r=8, knee_r=20, ankle_r=-5, arm_l=(90, 150, 0), turn_l=20, wrist_l=0, neck=10), ["palm_r", "palm_heel_r", "kneecap_l"]), "The lower back sags while the leg goes up."),
    ),
}  # fmt: skip
