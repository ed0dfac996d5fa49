"""Calves, shins and feet."""

from __future__ import annotations

from make.poses.say import SEATED, STAND, Key, Movement, each, flat, hop, on, pose, prop, way

TIP = each("ball", "toe", "hallux")
TIP_R = ["ball_r", "toe_r", "hallux_r"]
UP = pose(STAND, at=(0, 1.0, 0), ankle=-50, toes=54)
RAIL = dict(arm=(86, 46, 0), elbow=50, turn=80)
HOLD = [on("grip_r", x=0.48, y=1.28), on("grip_l", x=0.48, y=1.28)]
WALL_AHEAD = prop("wall", at=(0.52, 0, 0), size=(0.05, 1.9, 0.9))
FINGERTIPS = dict(arm=(90, 62, 0), elbow=52, turn=80, wrist=-55)
AT_WALL = [on("fingertips_r", x=0.49), on("fingertips_l", x=0.49)]
CHAIR = prop("chair", at=(-0.02, 0, 0))
ON_SEAT = [on("seat_r", y=0.45), on("seat_l", y=0.45)]
SIT = pose(SEATED, at=(0, 0.54, 0), arm=(70, 24, 20), elbow=62, turn=80)
# Sitting barefoot, with the eye close to the feet.
BARE_SIT = pose(SIT, hip_l=(88, -14), knee_l=78)
ROPE = dict(arm=(-20, 22, -12), elbow=62, turn=20)
BACK_TO_WALL = pose(STAND, at=(0, 0.86, 0), tilt=-12, hip=(10, -2), ankle=0, arm=(0, 14, 0))
HEELS = each("heel")
TOES_RISE = [way(f"toe_tip_{side}", (0.035, 0.02, 0), 1, r=0.006) for side in "rl"]
LIFTED = dict(ankle=22, toes=20)

MOVEMENTS = {
    "calf_raise": Movement(
        [Key(STAND, flat()), Key(UP, TIP, 1.1, slides=("ball_r", "ball_l"))],
        view=(-40, 6), rest=0.6, props=[way("heel_back_r", (-0.06, 0, 0.03), 1)],
        fault=(Key(pose(UP, ankle=(-38, -22)), [*each("toe"), on("ball_r", y=0.01), on("ball_l", y=0.01)]), "The weight rolls to the small toes."),
    ),
    "single_leg_calf_raise": Movement(
        [
            Key(pose(STAND, hip_l=14, knee_l=70, **FINGERTIPS), [*flat("r"), *AT_WALL]),
            Key(pose(UP, hip_l=14, knee_l=70, ankle_l=-20, toes_l=0, **FINGERTIPS), [*TIP_R, *AT_WALL], 1.1),
        ],
        view=(-28, 7), rest=0.5, working="r", props=[WALL_AHEAD, way("heel_back_r", (-0.06, 0, 0.03), 1)],
    ),
    "bent_knee_calf_raise": Movement(
        [
            Key(pose(STAND, at=(0, 0.82, 0), tilt=6, hip=40, knee=52, ankle=20, arm=(70, 30, 0), elbow=40), flat()),
            Key(pose(STAND, at=(0, 0.88, 0), tilt=6, hip=40, knee=52, ankle=-28, toes=50, arm=(70, 30, 0), elbow=40), TIP, 1.1),
        ],
        view=(-26, 6), rest=0.5, props=[way("heel_back_r", (-0.06, 0, 0.03), 1)],
    ),
    "slow_heel_drop": Movement(
        [
            Key(pose(UP, at=(0, 1.16, 0), **RAIL), [*[on(f"{point}_{side}", y=0.2) for side in "rl" for point in ("ball", "toe")], *HOLD]),
            Key(pose(STAND, at=(0, 1.04, 0), ankle_r=24, toes_r=-24, hip_l=26, knee_l=70, ankle_l=-10, **RAIL), [on("ball_r", y=0.2), on("heel_r", y=0.16), *HOLD], 2.6, firm={"pelvis_tilt": 8}),
        ],
        view=(-22, 8), rest=0.4, working="r", fists="rl",
        props=[prop("box", at=(0.33, 0, 0), size=(0.5, 0.2, 0.56)), prop("post", at=(0.5, 0.2, 0.3), size=(0.04, 1.06, 0.04)), prop("post", at=(0.5, 0.2, -0.3), size=(0.04, 1.06, 0.04)), prop("post", at=(0.5, 1.24, 0), size=(0.04, 0.04, 0.64))],
    ),
    "jump_rope": Movement(
        [
            Key(pose(STAND, at=(0, 1.0, 0), hip=8, knee=14, ankle=-34, toes=10, **ROPE), [on("toe_r", y=0.1), on("toe_l", y=0.1)]),
            Key(pose(STAND, at=(0, 0.87, 0), tilt=4, hip=24, knee=34, ankle=10, toes=6, **ROPE), TIP, 0.25),
        ],
        view=(58, 8), fists="rl", rest=0, still=(0,), props=[prop("rope", through=["grip_r", "grip_l"])],
    ),
    "small_bounces": Movement(
        [
            Key(pose(STAND, at=(0, 0.87, 0), tilt=5, hip=22, knee=30, ankle=10, toes=4, arm=(20, 14, 0), elbow=70), TIP),
            Key(pose(STAND, at=(0, 0.99, 0), hip=5, knee=8, ankle=-34, toes=8, arm=(20, 14, 0), elbow=70), [on("toe_r", y=0.06), on("toe_l", y=0.06)], 0.25),
        ],
        view=(24, 6), rest=0, fists="rl", still=(1,), behind=0,
        props=[hop(0.3, 0.16, 1)],
    ),
    "seated_toe_raise": Movement(
        [
            Key(SIT, [*flat(), *ON_SEAT]),
            Key(pose(SIT, ankle=24, toes=12), [*HEELS, *ON_SEAT], 0.9),
        ],
        view=(26, 8), rest=0.5, props=[CHAIR, *TOES_RISE], still=(1,), behind=0, inset="feet",
    ),
    "tibialis_raise": Movement(
        [
            Key(BACK_TO_WALL, [*flat(), on("blade_r", x=-0.3), on("blade_l", x=-0.3), on("sacrum", x=-0.3)]),
            Key(pose(BACK_TO_WALL, **LIFTED), [*HEELS, on("blade_r", x=-0.3), on("blade_l", x=-0.3), on("sacrum", x=-0.3)], 0.9),
        ],
        view=(26, 7), rest=0.5, still=(1,), behind=0, inset="feet", props=[*TOES_RISE, prop("wall", at=(-0.33, 0, 0), size=(0.05, 1.9, 0.9))],
    ),
    "heel_walk": Movement(
        [
            Key(pose(STAND, at=(0, 0.9, 0), hip_r=22, hip_l=-8, knee_l=4, ankle_l=34, arm_r=(-90, 18, 0), arm_l=(90, 18, 0), elbow=25, toes=24, ankle_r=22), HEELS),
            Key(pose(STAND, at=(0, 0.9, 0), hip_r=2, knee_r=2, hip_l=14, knee_l=26, arm=(20, 10, 0), elbow=25, **LIFTED), ["heel_r"], 0.4, slides=("heel_r",)),
        ],
        view=(14, 6), loop="round", mirrored=True, still=(0,), inset="feet",
    ),
    "toe_yoga": Movement(
        [
            Key(pose(BARE_SIT, toes_r=(-8, 55)), [*flat("r"), *flat("l"), *ON_SEAT]),
            Key(pose(BARE_SIT, toes_r=(48, -10)), [*flat("r"), *flat("l"), *ON_SEAT], 1.2),
        ],
        view=(112, 36), rest=0.8, bare=True, near="foot_r", working="r",
        props=[CHAIR, way("hallux_tip_r", (0.026, 0.0, -0.012), 0, start=1, r=0.004), way("toe_tip_r", (0.03, 0.0, 0.03), 1, r=0.004)],
    ),
    "short_foot": Movement(
        [
            Key(BARE_SIT, [*flat(), *ON_SEAT]),
            Key(pose(BARE_SIT, ankle_r=(0, 7)), ["heel_r", "ball_r", *flat("l"), *ON_SEAT], 1.4),
        ],
        view=(188, 8), rest=1.5, bare=True, near="foot_r", working="r", still=(1,),
        props=[CHAIR, prop("arrow", through=["under_ball_r", "under_heel_r"], r=0.004), prop("arrow", through=["arch_r", "over_arch_r"], r=0.004)],
    ),
    "towel_curl": Movement(
        [
            Key(pose(BARE_SIT, toes_r=24), [*flat(), *ON_SEAT]),
            Key(pose(BARE_SIT, toes_r=-30, ankle_r=4), ["heel_r", on("ball_r", y=0.012), *flat("l"), *ON_SEAT], 1.0),
        ],
        view=(128, 28), rest=0.4, bare=True, near="foot_r", working="r",
        props=[CHAIR, prop("cloth", under=["ball_r"]), way("hallux_tip_r", (0.06, 0.01, -0.07), 1, r=0.004)],
    ),
    "big_toe_press": Movement(
        [
            Key(pose(BARE_SIT, toes_r=(8, 12)), [*flat(), *ON_SEAT]),
            Key(pose(BARE_SIT, toes_r=(8, -4)), [*flat(), *ON_SEAT], 1.0),
        ],
        view=(112, 30), rest=1.5, bare=True, near="foot_r", working="r", still=(1,),
        props=[CHAIR, prop("arrow", through=["above_hallux_r", "on_hallux_r"], r=0.004)],
    ),
    "single_leg_balance": Movement(
        [
            Key(pose(STAND, arm=(0, 24, 0)), flat()),
            Key(pose(STAND, hip_l=46, knee_l=84, ankle_l=-14, arm=(10, 52, 0), elbow=10), flat("r"), 1.2),
        ],
        view=(48, 8), rest=4, bare=True, working="r", still=(1,),
        fault=(Key(pose(STAND, hip_l=40, knee_l=70, hip_r=(0, 14), list=9, low=(0, -20, 0), arm_l=(10, 80, 0), arm_r=(10, 30, 0), elbow=10), flat("r")), "The hip drops and the trunk sways."),
    ),
}  # fmt: skip
