"""Walking, running and what warms up for it."""

from __future__ import annotations

from make.poses.say import (
    HIPS,
    STAND,
    Key,
    Movement,
    flat,
    flat_at,
    hop,
    on,
    pose,
    prop,
    swapped,
    way,
)

PUSH_R = ["toe_r", "hallux_r", "ball_r"]
SOLE_R = ("heel_r", "ball_r", "ball_out_r", "toe_r", "hallux_r")


def arms(forward: str, much: float = 1.0, bend: float = 95) -> dict[str, object]:
    """Arms as in running: one forward, the other back."""
    back = "l" if forward == "r" else "r"
    return {
        f"arm_{forward}": (90, 32 * much, 16),
        f"arm_{back}": (-90, 46 * much, 4),
        "elbow": bend,
        "turn": 10,
    }


TALL = pose(STAND, tilt=7, neck=-4)
RUN = [
    Key(
        pose(
            TALL,
            at=(0, 0.86, 0),
            hip_r=30,
            knee_r=20,
            ankle_r=4,
            hip_l=-6,
            knee_l=80,
            ankle_l=-14,
            chest=(0, 0, 6),
            **arms("l"),
        ),
        ["heel_r", on("ball_r", y=0.015)],
    ),
    Key(
        pose(
            TALL,
            at=(0, 0.83, 0),
            hip_r=18,
            knee_r=42,
            ankle_r=22,
            hip_l=24,
            knee_l=112,
            ankle_l=-8,
            **arms("l", 0.3),
        ),
        flat("r"),
        0.11,
        slides=SOLE_R,
    ),
    Key(
        pose(
            TALL,
            at=(0, 0.9, 0),
            hip_r=-18,
            knee_r=16,
            ankle_r=-24,
            toes_r=34,
            hip_l=56,
            knee_l=88,
            ankle_l=0,
            chest=(0, 0, -8),
            **arms("r"),
        ),
        PUSH_R,
        0.13,
        slides=SOLE_R,
    ),
    Key(
        pose(
            TALL,
            at=(0, 0.93, 0),
            hip_r=-14,
            knee_r=48,
            ankle_r=-26,
            hip_l=44,
            knee_l=50,
            ankle_l=2,
            chest=(0, 0, -8),
            **arms("r", 0.9),
        ),
        [],
        0.1,
    ),
]
WALK = [
    Key(
        pose(
            STAND,
            at=(0, 0.88, 0),
            tilt=4,
            hip_r=27,
            knee_r=4,
            ankle_r=4,
            toes_r=8,
            hip_l=-20,
            knee_l=22,
            ankle_l=-2,
            toes_l=30,
            arm_l=(90, 26, 10),
            arm_r=(-90, 26, 0),
            elbow=32,
            turn=10,
        ),
        ["heel_r", "toe_l", "ball_l"],
    ),
    Key(
        pose(
            STAND,
            at=(0, 0.9, 0),
            tilt=4,
            hip_r=3,
            knee_r=8,
            ankle_r=4,
            hip_l=22,
            knee_l=58,
            ankle_l=0,
            arm=(20, 7, 6),
            elbow=30,
            turn=10,
        ),
        flat("r"),
        0.26,
        slides=SOLE_R,
    ),
]


def other(keys: list[Key], first: float) -> list[Key]:
    """Return the same keys for the other side; the way to the first takes so long."""
    return [
        Key(swapped(key.pose), [_other(touch) for touch in key.touches], first if number == 0 else key.seconds, tuple(name[:-1] + "l" for name in key.slides))
        for number, key in enumerate(keys)
    ]  # fmt: skip


def _other(touch: object) -> object:
    name = touch if isinstance(touch, str) else touch.name  # type: ignore[attr-defined]
    turned = name[:-1] + ("l" if name[-1] == "r" else "r")
    return turned if isinstance(touch, str) else on(turned, y=touch.y)  # type: ignore[attr-defined]


MARCH = pose(
    STAND, hip_l=88, knee_l=92, ankle_l=2, arm_r=(90, 38, 10), arm_l=(-90, 34, 0), elbow=80, turn=10
)
KNEE_HIGH = pose(
    TALL,
    at=(0, 0.97, 0),
    tilt=2,
    ankle_r=-26,
    toes_r=30,
    hip_l=112,
    knee_l=112,
    ankle_l=4,
    **arms("r", 1.2),
)
KICK = pose(
    TALL,
    at=(0, 0.96, 0),
    ankle_r=-22,
    toes_r=28,
    hip_l=0,
    knee_l=132,
    ankle_l=-18,
    **arms("r", 0.8),
)
WALL_BESIDE = prop("wall", at=(0.05, 0, -0.62), size=(0.8, 1.5, 0.05))
HOLD_BESIDE = dict(arm_l=(20, 72, 0), elbow_l=12, turn_l=60, wrist_l=-60)
HAND_L = [on("palm_l", z=-0.59)]
WALL_AHEAD = prop("wall", at=(0.58, 0, 0), size=(0.05, 1.6, 1.3))
HOLD_AHEAD = dict(arm=(88, 74, 0), elbow=30, turn=88, wrist=-76)
BOTH_HANDS = [on("palm_r", x=0.55), on("palm_l", x=0.55)]
LUNGE = pose(
    STAND,
    at=(0, 0.5, 0),
    tilt=4,
    hip_r=94,
    knee_r=92,
    ankle_r=8,
    hip_l=-6,
    knee_l=86,
    ankle_l=4,
    toes_l=50,
)
STAIRS = prop("stairs", at=(0.32, 0, 0))
FOOT_CIRCLE = pose(STAND, hip_l=38, knee_l=44, **HIPS)
BOX = prop("box", at=(0.03, 0, 0.06), size=(0.42, 0.24, 0.3))

MOVEMENTS = {
    "standing_march": Movement(
        [Key(MARCH, flat("r")), Key(pose(STAND, arm=(20, 8, 6), elbow=70, turn=10), flat(), 0.45)],
        view=(28, 8), loop="round", mirrored=True, still=(0,), fists="rl", props=[way("kneecap_l", (0.12, 0.0, 0), 0, start=1, both=True)],
    ),
    "leg_swing_front": Movement(
        [
            Key(pose(STAND, hip_r=-26, knee_r=22, ankle_r=-20, arm_r=(90, 30, 0), **HOLD_BESIDE), [*flat("l"), *HAND_L]),
            Key(pose(STAND, hip_r=64, knee_r=8, arm_r=(-60, 30, 0), tilt=-4, **HOLD_BESIDE), [*flat("l"), *HAND_L], 0.8),
        ],
        view=(14, 8), rest=0, working="r", still=(1,), behind=0, props=[WALL_BESIDE, way("toe_tip_r", (0, -0.02, 0.12), 1, both=True)],
    ),
    "leg_swing_side": Movement(
        [
            Key(pose(STAND, hip_r=(6, 30, 0), **HOLD_AHEAD), [*flat("l"), *BOTH_HANDS]),
            Key(pose(STAND, hip_r=(6, -46, 0), list=-4, **HOLD_AHEAD), [*flat("l"), *BOTH_HANDS], 0.8),
        ],
        view=(-72, 10), rest=0, working="r", still=(1,), behind=0, props=[WALL_AHEAD, way("heel_r", (-0.12, -0.02, 0), 1, both=True)],
    ),
    "walking_lunge_reach": Movement(
        [
            Key(pose(LUNGE, low=(0, 10, 0), chest=(0, 14, 0), arm_l=(30, 168, 0), arm_r=(0, 14, 0), elbow=10), [*flat("r"), "toe_l", "ball_l", "hallux_l"]),
            Key(pose(STAND, at=(0, 0.9, 0), hip_r=6, knee_r=8, hip_l=30, knee_l=60, arm=(20, 14, 0)), flat("r"), 1.2, slides=SOLE_R),
        ],
        view=(34, 8), loop="round", mirrored=True, rest=0.5, still=(0,),
    ),
    "high_knees": Movement(
        [Key(KNEE_HIGH, [on("toe_r", y=0.06)]), Key(pose(TALL, at=(0, 0.97, 0), hip=42, knee=64, ankle=-14, arm=(20, 10, 6), elbow=95, turn=10), [], 0.13)],
        view=(16, 8), loop="round", mirrored=True, still=(0,), fists="rl", props=[hop(0.3, 0.16, 0), way("kneecap_l", (0.12, 0.0, 0), 0, start=1, both=True)],
        fault=(Key(pose(KNEE_HIGH, tilt=-16, neck=8), PUSH_R), "The trunk leans back."),
    ),
    "butt_kicks": Movement(
        [Key(KICK, PUSH_R), Key(pose(TALL, at=(0, 0.95, 0), knee=58, hip=12, ankle=-14, arm=(20, 10, 6), elbow=95, turn=10), [], 0.13)],
        view=(12, 8), loop="round", mirrored=True, still=(0,), fists="rl", props=[way("heel_back_l", (-0.1, 0, 0), 0, start=1)],
        fault=(Key(pose(KICK, tilt=24, hip_l=44), PUSH_R), "The knee swings forward and the trunk tips."),
    ),
    "ankle_circles": Movement(
        [
            Key(pose(FOOT_CIRCLE, ankle_l=(-34, 0)), flat("r")),
            Key(pose(FOOT_CIRCLE, ankle_l=(-4, 26)), flat("r"), 0.5),
            Key(pose(FOOT_CIRCLE, ankle_l=(24, 0)), flat("r"), 0.5),
            Key(pose(FOOT_CIRCLE, ankle_l=(-4, -22)), flat("r"), 0.5),
        ],
        view=(34, 8), loop="round", rest=0, working="l", still=(0,),
        props=[prop("ring", through=["toe_tip_l"], r=0.11)],
    ),
    "brisk_walk": Movement(WALK, view=(16, 8), loop="round", mirrored=True, still=(0,)),
    "run_walk": Movement(
        [*RUN, *other(RUN, 0.1), *[Key(key.pose, key.touches, 0.4 if number == 0 else key.seconds, key.slides) for number, key in enumerate(WALK)], *other(WALK, 0.26)],
        view=(16, 8), loop="round", still=(2, 8), rest=0, fists="rl",
    ),
    "easy_run": Movement(
        RUN, view=(12, 8), loop="round", mirrored=True, still=(3,), rest=0, fists="rl",
        fault=(Key(pose(TALL, at=(0, 0.88, 0), tilt=-6, hip_r=48, knee_r=2, ankle_r=14, hip_l=-14, knee_l=60, **arms("l")), ["heel_r"]), "The foot lands far ahead with a straight knee."),
    ),
    "stair_climb": Movement(
        [
            Key(pose(STAND, at=(0.0, 0.98, 0), tilt=12, hip_r=66, knee_r=72, ankle_r=10, hip_l=-8, knee_l=14, ankle_l=-10, toes_l=26, arm_l=(90, 34, 10), arm_r=(-90, 30, 0), elbow=70, turn=10), [*flat_at(0.18, "r"), "toe_l", "ball_l"]),
            Key(pose(STAND, at=(0.24, 1.06, 0), tilt=10, hip_r=22, knee_r=26, ankle_r=6, hip_l=70, knee_l=88, arm=(20, 10, 0), elbow=70, turn=10), flat_at(0.18, "r"), 0.7),
        ],
        view=(14, 9), rest=0.1, still=(0,), props=[STAIRS],
    ),
    "pull_standing_band": Movement(
        [
            Key(pose(STAND, at=(0, 1.145, 0), hip_l=2, knee_l=10, ankle_l=-20, arm=(20, 12, 6), elbow=70), flat_at(0.24, "r")),
            Key(pose(STAND, at=(0, 1.145, 0), hip_l=40, knee_l=108, ankle_l=0, arm=(20, 12, 6), elbow=70), flat_at(0.24, "r"), 0.4),
        ],
        view=(196, 8), rest=0.2, working="l", props=[BOX, prop("post", at=(0.06, 0, -0.2), size=(0.1, 0.07, 0.1)), prop("band", through=["ankle_l", (0.06, 0.06, -0.2)])],
    ),
}  # fmt: skip
