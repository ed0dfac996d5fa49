"""Push-ups, rows and arm swing."""

from __future__ import annotations

from make.poses.say import (
    HANDS_DOWN,
    MAT,
    PLANK_HANDS,
    STAND,
    TIPTOES,
    Key,
    Movement,
    each,
    flat,
    on,
    pose,
    prop,
)

WALL = 0.62
AT_WALL = [on(f"{point}_{side}", x=WALL) for side in "rl" for point in ("palm", "palm_heel")]
LEAN = pose(
    STAND, at=(0, 0.9, 0), tilt=10, hip=0, ankle=10, arm=(86, 78, 0), elbow=8, turn=88, wrist=-80
)
LOW_UP = pose(
    PLANK_HANDS, at=(0, 0.24, 0), tilt=86, arm=(-30, 46, -6), elbow=98, turn=88, wrist=-80
)
KNEES = pose(PLANK_HANDS, at=(0, 0.35, 0), tilt=62, knee=80, ankle=-45, toes=0)
KNEES_LOW = pose(KNEES, at=(0, 0.2, 0), tilt=84, arm=(-30, 46, -6), elbow=98, wrist=-80)
KNEES_DOWN = [*HANDS_DOWN, *each("kneecap")]
ROW_OUT = pose(
    STAND, at=(0, 0.88, 0), tilt=4, hip=14, knee=18, ankle=6, arm=(90, 62, 0), elbow=14, turn=10
)
ROW_IN = pose(ROW_OUT, arm=(-90, 34, -6), elbow=98, turn=10, clavicle=(0, -14), chest=-4)
LONG_SIT = pose(at=(0, 0.1, 0), tilt=-6, hip=84, knee=6, ankle=0)
SWING = dict(arm_r=(-90, 46, 6), elbow_r=92, arm_l=(90, 26, 14), elbow_l=98, turn=10)
SITTING = [*each("seat"), *each("heel_back")]

MOVEMENTS = {
    "wall_push_up": Movement(
        [
            Key(LEAN, [*flat(), *AT_WALL]),
            Key(pose(LEAN, tilt=24, ankle=24, arm=(50, 46, -4), elbow=88, wrist=-80), [*flat(), *AT_WALL], 1.3),
        ],
        view=(12, 7), rest=0.2, props=[prop("wall", at=(WALL + 0.03, 0, 0), size=(0.05, 1.9, 1.1))],
    ),
    "knee_push_up": Movement(
        [Key(KNEES, KNEES_DOWN), Key(KNEES_LOW, [*KNEES_DOWN, on("chest", y=0.07)], 1.3)],
        view=(14, 9), rest=0.2, props=[MAT],
        fault=(Key(pose(KNEES_LOW, tilt=100, low=-34, hip=-20), KNEES_DOWN), "The hips sag."),
    ),
    "push_up": Movement(
        [Key(PLANK_HANDS, [*HANDS_DOWN, *TIPTOES]), Key(LOW_UP, [*HANDS_DOWN, *TIPTOES, on("chest", y=0.07)], 1.3)],
        view=(14, 9), rest=0.2, props=[MAT],
        fault=(Key(pose(PLANK_HANDS, at=(0, 0.28, 0), tilt=94, low=-36, hip=-22), [*HANDS_DOWN, *TIPTOES]), "The hips sag."),
    ),
    "band_row": Movement(
        [Key(ROW_OUT, flat()), Key(ROW_IN, flat(), 1.1)],
        view=(20, 8), rest=0.4, fists="rl",
        props=[
            prop("post", at=(1.15, 0, 0), size=(0.06, 1.35, 0.06)),
            prop("band", through=["grip_r", (1.15, 1.08, 0.0)]),
            prop("band", through=["grip_l", (1.15, 1.08, 0.0)]),
        ],
    ),
    "seated_arm_swing": Movement(
        [Key(pose(LONG_SIT, chest=(0, 0, -8), **SWING), SITTING), Key(pose(LONG_SIT, arm=(0, 14, 0), elbow=94, turn=10), SITTING, 0.22)],
        view=(24, 9), loop="round", mirrored=True, still=(0,), fists="rl", props=[MAT],
    ),
}  # fmt: skip
