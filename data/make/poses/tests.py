"""The self-assessments that are no exercise of the course."""

from __future__ import annotations

from dataclasses import replace

from make.poses.hips import BRIDGE, HEAD_AND_BLADES, LOW_CROOK, LYING
from make.poses.lower import CHAIR as FOOT_CHAIR
from make.poses.lower import MOVEMENTS as LOWER
from make.poses.lower import ON_SEAT
from make.poses.running import RUN, WALK
from make.poses.say import (
    CROSSED,
    MAT,
    SEATED,
    STAND,
    SUPINE,
    Key,
    Movement,
    Together,
    each,
    flat,
    hop,
    on,
    pose,
    prop,
)
from make.poses.squats import CHAIR, ONE_LOW, SIT

STANCE = pose(STAND, hip_l=16, knee_l=56, ankle_l=-8, **CROSSED)
PULSE = pose(
    SEATED,
    arm_l=(70, 30, 40),
    elbow_l=86,
    turn_l=-40,
    arm_r=(70, 26, 55),
    elbow_r=92,
    turn_r=80,
    neck=18,
)
AT_WRIST = [Together("fingertips_r", "wrist_l", 0.045)]
TABLE = prop("table", at=(-0.72, 0, 0))
THOMAS = pose(
    SUPINE,
    at=(-0.06, 0.86, 0),
    hip_l=118,
    knee_l=128,
    ankle_l=-15,
    hip_r=-6,
    knee_r=72,
    ankle_r=-20,
    neck=6,
    arm=(90, 62, 30),
    elbow=70,
)
ON_TABLE = [on("back", y=0.75), on("head_back", y=0.75), on("sacrum", y=0.75)]
HUG = [Together("palm_l", "shin_top_l", 0.03), Together("palm_r", "shin_top_l", 0.06)]
CROUCH = pose(
    STAND,
    at=(-0.03, 0.84, 0),
    tilt=10,
    hip=34,
    knee=42,
    ankle=16,
    neck=-4,
    arm=(20, 14, 0),
    elbow=50,
)
JUMP = pose(STAND, at=(0, 1.12, 0), hip=4, knee=6, ankle=-42, toes=4, arm=(20, 26, 0), elbow=40)
MILE = prop("sign", at=(0.75, 0, -0.3), says="1 mile")
WATCH = dict(arm_l=(70, 44, 62), elbow_l=84, turn_l=80, neck=22)

MOVEMENTS = {
    "single_leg_bridge_hold": Movement(
        [
            Key(pose(LOW_CROOK, **CROSSED), [*LYING, *flat()]),
            Key(pose(BRIDGE, knee_l=3, hip_l=2, **CROSSED), [*HEAD_AND_BLADES, *flat("r")], 1.4),
        ],
        like="single_leg_bridge", view=(8, 10), props=[MAT], rest=4, working="r", still=(0, 1),
    ),
    "single_leg_stance_eyes_open": Movement(
        [Key(pose(STAND, **CROSSED), flat()), Key(STANCE, flat("r"), 1.0)],
        like="single_leg_balance", view=(62, 7), rest=4, working="r", bare=True, still=(1,), inset="head",
        props=[prop("wall", at=(-0.45, 0, 0), size=(0.05, 1.9, 1.2)), prop("eyes", through=["eye_r", "eye_l"])],
    ),
    "single_leg_stance_eyes_closed": Movement(
        [Key(pose(STAND, **CROSSED), flat()), Key(STANCE, flat("r"), 1.0)],
        like="single_leg_balance", view=(62, 7), rest=4, working="r", bare=True, still=(1,),
        props=[prop("wall", at=(-0.45, 0, 0), size=(0.05, 1.9, 1.2)), prop("lids", through=["eye_r", "eye_l"])], inset="head",
    ),
    "single_leg_squat_count": Movement(
        [
            Key(pose(SIT, tilt=14, hip_l=92, knee_l=34, ankle_l=0, **CROSSED), [*flat("r"), *ON_SEAT]),
            Key(pose(STAND, hip_l=40, knee_l=34, **CROSSED), flat("r"), 1.3),
        ],
        like="single_leg_squat_chair", view=(26, 9), rest=0.3, working="r", props=[CHAIR],
    ),
    "single_leg_heel_raise": replace(LOWER["single_leg_calf_raise"], like="single_leg_calf_raise"),
    "resting_hr": Movement(
        [Key(PULSE, [*flat(), *ON_SEAT, *AT_WRIST])],
        view=(44, 10), props=[FOOT_CHAIR, prop("pulse", through=["wrist_l"])],
    ),
    "hr_recovery_1min": Movement(
        [
            Key(RUN[2].pose, RUN[2].touches),
            Key(pose(STAND, **WATCH, arm_r=(88, 40, 66), elbow_r=90, turn_r=80), [*flat(), *AT_WRIST], 1.6),
        ],
        view=(30, 8), rest=2, fists="", props=[],
    ),
    "cadence": Movement(RUN, like="easy_run", view=(16, 8), loop="round", mirrored=True, still=(2,), rest=0, fists="rl", props=[prop("pulse", through=["toe_r"])]),
    "single_leg_squat_quality": Movement(
        [
            Key(STANCE, flat("r")),
            Key(pose(ONE_LOW, hip_l=50, knee_l=80, **CROSSED), flat("r"), 1.8),
        ],
        like="single_leg_squat", view=(74, 8), rest=0.3, working="r",
        fault=(Key(pose(ONE_LOW, hip_l=50, knee_l=80, list=14, hip_r=(86, 24, 22), low=(0, -14, 0), **CROSSED), flat("r")), "The knee falls inward and the pelvis drops."),
    ),
    "modified_thomas": Movement(
        [
            Key(pose(THOMAS, hip_r=104, knee_r=120), [*ON_TABLE, *HUG], floor=None),
            Key(THOMAS, [*ON_TABLE, *HUG], 1.4, floor=None),
        ],
        like="hip_flexor_stretch", view=(10, 10), rest=3, working="r", still=(0, 1), props=[TABLE],
    ),
    "paper_grip": Movement(
        [Key(LOWER["big_toe_press"].keys[1].pose, [*flat(), *ON_SEAT])],
        like="big_toe_press", view=(122, 24), bare=True, near="foot_r", working="r", rest=2,
        props=[FOOT_CHAIR, prop("card", under=["hallux_r"], ahead=0.03, size=(0.17, 0.005, 0.06)), prop("arrow", through=["card_r", "card_away_r"], r=0.005)],
    ),
    "jump_in_place": Movement(
        [Key(CROUCH, flat()), Key(JUMP, [on("toe_r", y=0.22), on("toe_l", y=0.22)], 0.4)],
        like="small_bounces", view=(22, 8), rest=0.05, props=[hop(0.3, 0.2, 1)],
        fault=(Key(pose(STAND, at=(0, 0.9, 0), hip=16, knee=6, ankle=16, tilt=-2), each("heel")), "The landing is on the heels with stiff knees."),
    ),
    "cooper_12min": Movement(RUN, like="easy_run", view=(34, 8), loop="round", mirrored=True, still=(3,), rest=0, fists="rl", props=[prop("watch", at=(0.66, 1.5, 0), r=0.17, says="12:00")]),
    "rockport_mile": Movement(WALK, like="brisk_walk", view=(34, 8), loop="round", mirrored=True, still=(0,), rest=0, props=[MILE]),
    "one_mile_jog": Movement(
        [Key(pose(key.pose, **({"knee_l": 62} if number == 1 else {})), key.touches, key.seconds * 1.15, key.slides) for number, key in enumerate(RUN)],
        like="easy_run", view=(34, 8), loop="round", mirrored=True, still=(2,), rest=0, fists="rl", props=[MILE],
    ),
    "reaction_warm_up": Movement(
        [Key(pose(SEATED, arm_r=(88, 44, 10), elbow_r=50, turn_r=88, neck=4), [*flat(), *ON_SEAT])],
        view=(40, 9), props=[FOOT_CHAIR, prop("lids", through=["eye_r", "eye_l"]), prop("thought", at=(0.5, 1.68, 0), r=0.24, says="10 s", through=["head_top"])],
    ),
}  # fmt: skip
