"""Bridges, what is done lying on one side or face down, and the pull drills on the floor."""

from __future__ import annotations

from make.poses.core import QUADRUPED
from make.poses.say import (
    CROOK,
    FOURS,
    HANDS_DOWN,
    HIPS,
    MAT,
    PLANK_HANDS,
    PRONE,
    SIDE,
    SUPINE,
    TIPTOES,
    Key,
    Movement,
    Together,
    each,
    flat,
    on,
    pose,
    prop,
    way,
)

HEAD_AND_BLADES = ["head_back", *each("blade")]
LYING = ["sacrum", "back", "head_back"]
PALMS = each("palm")
BRIDGE = pose(
    SUPINE, at=(0, 0.27, 0), tilt=-116, hip=2, knee=98, ankle=0, low=-2, chest=8, neck=18,
    arm=(-60, 16, 0), turn=88,
)  # fmt: skip
LOW_CROOK = pose(CROOK, hip=55, knee=102, ankle=0)
WALKED = pose(BRIDGE, at=(0, 0.17, 0), tilt=-104, hip=2, knee=38, ankle=0)
# On the left side, head on the arm.
ON_SIDE = pose(
    SIDE, arm_l=(70, 160, 0), elbow_l=95, turn_l=0, neck=(0, 6, 0),
    arm_r=(88, 46, 78), elbow_r=118, turn_r=60,
)  # fmt: skip
SIDE_DOWN = ["hip_out_l", on("shoulder_out_l", y=0.01)]
CLAM = pose(ON_SIDE, hip=48, knee=88, ankle=0)
FEET_MEET = Together("foot_in_r", "foot_in_l", 0.012)
SEAT = 0.45
ON_CHAIR = pose(SUPINE, hip=58, knee=78, ankle=-5)
CHAIR_UP = pose(BRIDGE, at=(0, 0.3, 0), tilt=-118, hip=2, knee=34, ankle=-5)


def heels_on(height: float, *sides: str) -> list[object]:
    """Heels resting on something as high as this."""
    return [on(f"heel_back_{side}", y=height) for side in sides or "rl"]


FACE_DOWN = pose(PRONE, arm=(10, 120, 60), elbow=115, turn=60, neck=(4, 0, 0), hip=-2)
BELLY_DOWN = ["belly", on("chest", y=0.015)]
KNEEL = pose(at=(0, 0.5, 0), hip=0, knee=90, ankle=-48, arm=(85, 30, 20), elbow=95, turn=20)

MOVEMENTS = {
    "bridge": Movement(
        [
            Key(LOW_CROOK, [*LYING, *flat(), *PALMS]),
            Key(BRIDGE, [*HEAD_AND_BLADES, *flat(), *PALMS], 1.3, slides=("palm_r", "palm_l")),
        ],
        view=(10, 10), props=[MAT], rest=1.2,
        fault=(Key(pose(BRIDGE, tilt=-130, low=-38, hip=14, chest=10), [*HEAD_AND_BLADES, *flat(), *PALMS]), "The back arches and the ribs stick out."),
    ),
    "single_leg_bridge": Movement(
        [
            Key(pose(LOW_CROOK, hip_l=40, knee_l=4), [*LYING, *flat("r"), *PALMS]),
            Key(pose(BRIDGE, knee_l=3, hip_l=2), [*HEAD_AND_BLADES, *flat("r"), *PALMS], 1.3, slides=("palm_r", "palm_l")),
        ],
        view=(8, 10), props=[MAT], rest=0.6, working="r",
        fault=(Key(pose(BRIDGE, at=(0, 0.2, 0), tilt=-104, hip_r=16, knee_l=3, hip_l=8, list=10), [*HEAD_AND_BLADES, *flat("r"), *PALMS, on("sacrum", y=0.07)]), "The hips sink before the set is over."),
    ),
    "donkey_kick": Movement(
        [
            Key(FOURS, QUADRUPED),
            Key(pose(FOURS, hip_r=-14, knee_r=88, ankle_r=5), [*HANDS_DOWN, "kneecap_l"], 1.1),
        ],
        view=(12, 9), props=[MAT], rest=0.5, working="r",
        fault=(Key(pose(FOURS, tilt=106, low=-32, hip_r=-10, knee_r=88, ankle_r=5, neck=-20), [*HANDS_DOWN, "kneecap_l"]), "The lower back does the work."),
    ),
    "clamshell": Movement(
        [
            Key(CLAM, [*SIDE_DOWN, "knee_out_l", "ankle_out_l", FEET_MEET]),
            Key(pose(CLAM, hip_r=(46, -34, -34)), [*SIDE_DOWN, "knee_out_l", "ankle_out_l", FEET_MEET], 1.1, firm={"hip_adduction_r": 6}),
        ],
        view=(66, 22), props=[MAT], rest=0.6, working="r",
        fault=(Key(pose(CLAM, list=-62, hip_r=(40, -36, -40), hip_l=(50, 12, 20)), ["hip_out_l", "knee_out_l", FEET_MEET]), "The pelvis rolls back."),
    ),
    "side_lying_leg_raise": Movement(
        [
            Key(pose(ON_SIDE, hip_l=50, knee_l=80, hip_r=(-2, 8, 0), ankle_r=0), [*SIDE_DOWN, "knee_out_l"]),
            Key(pose(ON_SIDE, hip_l=50, knee_l=80, hip_r=(-8, -34, 0), ankle_r=0), [*SIDE_DOWN, "knee_out_l"], 1.2),
        ],
        view=(84, 14), props=[MAT], rest=0.5, working="r",
        fault=(Key(pose(ON_SIDE, hip_l=50, knee_l=80, hip_r=(48, -28, -30), ankle_r=0), [*SIDE_DOWN, "knee_out_l"]), "The leg swings forward and the toes point up."),
    ),
    "adductor_squeeze": Movement(
        [
            Key(pose(LOW_CROOK, hip=(55, -14)), [*LYING, *flat(), *PALMS]),
            Key(pose(LOW_CROOK, hip=(55, -9)), [*LYING, *flat(), *PALMS], 1.0),
        ],
        view=(46, 24), rest=2, still=(1,),
        props=[MAT, prop("ball", through=["middle:knee_in_r:knee_in_l"], r=0.085), *[prop("arrow", through=[f"beside_knee_{side}", f"near_knee_{side}"]) for side in "rl"]],
    ),
    "inner_leg_lift": Movement(
        [
            Key(pose(ON_SIDE, hip_r=(72, -4, 10), knee_r=92, ankle_r=0, hip_l=-2), [*SIDE_DOWN, *flat("r"), "ankle_out_l"]),
            Key(pose(ON_SIDE, hip_r=(72, -4, 10), knee_r=92, ankle_r=0, hip_l=(-2, 20)), [*SIDE_DOWN, *flat("r")], 1.1),
        ],
        view=(68, 18), props=[MAT], rest=0.5, working="l",
    ),
    "hamstring_walkout": Movement(
        [
            Key(BRIDGE, [*HEAD_AND_BLADES, *each("heel"), *PALMS]),
            Key(pose(BRIDGE, at=(0, 0.22, 0), tilt=-110, knee_r=60, knee_l=78, hip_l=12, ankle=5), [*HEAD_AND_BLADES, "heel_r", on("heel_l", y=0.05), *PALMS], 0.7, slides=("heel_r", "heel_l")),
            Key(pose(WALKED, ankle=5), [*HEAD_AND_BLADES, *each("heel"), *PALMS], 0.7, slides=("heel_r", "heel_l")),
        ],
        view=(8, 10), rest=0.3, still=(0, 2), props=[MAT, way("heel_r", (0, 0.02, 0.2), 2, start=0, hops=4)],
    ),
    "heel_slide_curl": Movement(
        [
            Key(BRIDGE, [*HEAD_AND_BLADES, *each("heel"), *PALMS]),
            Key(pose(SUPINE, at=(0, 0.13, 0), tilt=-97, hip=4, knee=14, ankle=0, arm=(-60, 16, 0), turn=88), [*HEAD_AND_BLADES, *each("heel_back"), *PALMS], 2.2),
        ],
        view=(8, 10), props=[prop("towel", under=["heel_r", "heel_l"], size=(0.34, 0.02, 0.4)), way("heel_r", (0, 0.0, 0.24), 1)], rest=0.3,
    ),
    "ball_curl": Movement(
        [
            Key(pose(BRIDGE, at=(0, 0.3, 0), tilt=-114, hip=0, knee=8, ankle=-10), [*HEAD_AND_BLADES, *heels_on(0.5), *PALMS]),
            Key(pose(BRIDGE, at=(0, 0.33, 0), tilt=-118, hip=8, knee=92, ankle=-20), [*HEAD_AND_BLADES, *[on(f"heel_{side}", y=0.5) for side in "rl"], *PALMS], 1.6),
        ],
        view=(8, 10), props=[MAT, prop("ball", under=["heel_r", "heel_l"], r=0.25)], rest=0.4,
    ),
    "hamstring_bridge": Movement(
        [
            Key(ON_CHAIR, [*LYING, *heels_on(SEAT), *PALMS]),
            Key(CHAIR_UP, [*HEAD_AND_BLADES, *heels_on(SEAT), *PALMS], 1.3, slides=("palm_r", "palm_l")),
        ],
        view=(10, 10), props=[MAT, prop("chair", turn=180, under=["heel_r", "heel_l"], ahead=0.1)], rest=0.6,
    ),
    "single_leg_hamstring_bridge": Movement(
        [
            Key(pose(ON_CHAIR, hip_l=92, knee_l=80), [*LYING, *heels_on(SEAT, "r"), *PALMS]),
            Key(pose(CHAIR_UP, hip_l=78, knee_l=78), [*HEAD_AND_BLADES, *heels_on(SEAT, "r"), *PALMS], 1.3, slides=("palm_r", "palm_l")),
        ],
        view=(10, 10), props=[MAT, prop("chair", turn=180, under=["heel_r"], ahead=0.1)], rest=0.6, working="r",
    ),
    "nordic": Movement(
        [
            Key(KNEEL, [*each("kneecap"), *each("instep")]),
            Key(pose(KNEEL, tilt=44, knee=46, arm=(88, 52, 20), elbow=90, turn=60, wrist=-40), [*each("kneecap"), *each("instep")], 2.6),
        ],
        view=(10, 9), props=[MAT, prop("roll", through=["strap_r", "strap_l"], r=0.045)], rest=0.2,
        fault=(Key(pose(KNEEL, tilt=62, hip=52, knee=72, arm=(88, 52, 20)), [*each("kneecap"), *each("instep")]), "The hips fold instead of staying straight."),
    ),
    "hip_flexor_stretch": Movement(
        [
            Key(pose(at=(0, 0.5, 0), hip_r=2, knee_r=88, ankle_r=-40, hip_l=88, knee_l=90, **HIPS), ["kneecap_r", "instep_r", *flat("l")]),
            Key(pose(at=(0.12, 0.46, 0), tilt=-6, hip_r=-22, knee_r=62, ankle_r=-45, hip_l=102, knee_l=104, ankle_l=14, **HIPS), ["kneecap_r", "instep_r", *flat("l")], 1.4),
        ],
        view=(-14, 9), props=[MAT], rest=3, working="r", still=(1,),
        fault=(Key(pose(at=(0.1, 0.46, 0), tilt=22, low=-30, hip_r=-6, knee_r=66, ankle_r=-45, hip_l=112, knee_l=104, **HIPS), ["kneecap_r", "instep_r", *flat("l")]), "The lower back arches in place of the hip."),
    ),
    "prone_arm_lift": Movement(
        [
            Key(pose(PRONE, at=(0, 0.11, 0), arm=(0, 12, 0), elbow=2, turn=-60, neck=12), ["belly"]),
            Key(pose(PRONE, arm=(-60, 26, 0), elbow=2, clavicle=(0, -22), turn=-60, neck=6, chest=-4), ["belly"], 1.0),
        ],
        view=(30, 22), rest=1, props=[MAT, *[way(f"fingertips_{side}", (-0.05, 0, 0), 1) for side in "rl"]],
    ),
    "pull_supine": Movement(
        [
            Key(pose(BRIDGE, at=(0, 0.2, 0), tilt=-104, hip=0, knee=14, ankle=0), [*HEAD_AND_BLADES, *each("heel_back"), *PALMS]),
            Key(pose(BRIDGE, at=(0, 0.2, 0), tilt=-104, hip=0, knee_l=14, ankle=0, knee_r=92, hip_r=32), [*HEAD_AND_BLADES, "heel_back_l", "heel_r", *PALMS], 0.5),
        ],
        view=(8, 10), props=[MAT, way("heel_back_r", (0, 0.03, 0.12), 1)], rest=0.2, working="r",
    ),
    "pull_push_up": Movement(
        [
            Key(PLANK_HANDS, [*HANDS_DOWN, *TIPTOES]),
            Key(pose(PLANK_HANDS, hip_r=4, knee_r=115, ankle_r=-10, toes_r=0), [*HANDS_DOWN, "ball_l", "toe_l", "hallux_l"], 0.5),
        ],
        view=(12, 9), props=[MAT, way("heel_back_r", (-0.06, 0, 0), 1)], rest=0.2, working="r",
    ),
    "pull_prone": Movement(
        [
            Key(FACE_DOWN, [*BELLY_DOWN, *each("thigh_front"), *each("instep")]),
            Key(pose(FACE_DOWN, knee_r=115, ankle_r=-8), [*BELLY_DOWN, *each("thigh_front"), "instep_l"], 0.5),
        ],
        view=(16, 11), props=[MAT, way("heel_back_r", (-0.06, 0, 0), 1)], rest=0.2, working="r",
    ),
    "pull_prone_band": Movement(
        [
            Key(FACE_DOWN, [*BELLY_DOWN, *each("thigh_front"), *each("instep")]),
            Key(pose(FACE_DOWN, knee_r=112, ankle_r=0), [*BELLY_DOWN, *each("thigh_front"), "instep_l"], 0.9),
        ],
        view=(16, 11), rest=0.2, working="r",
        props=[MAT, prop("post", at=(-1.55, 0, 0.1), size=(0.07, 0.5, 0.07)), prop("band", through=["ankle_r", (-1.55, 0.12, 0.1)])],
    ),
}  # fmt: skip
