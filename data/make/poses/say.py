"""Words with which poses are written down: a few angles in degrees, and what touches what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from running_muscles.movement.skeleton import DOFS
from running_muscles.movement.solve import Contact, Together

Pose = dict[str, float]

# Short word -> angles; one number turns the first, several turn them in this order.
SPINE = ("flexion", "bending", "rotation")
LIMB_WORDS = {
    "hip": ("hip_flexion", "hip_adduction", "hip_rotation"),
    "knee": ("knee_flexion",),
    "ankle": ("ankle_dorsiflexion", "ankle_inversion"),
    "toes": ("mtp_extension", "hallux_extension"),
    "clavicle": ("clavicle_elevation", "clavicle_protraction"),
    "arm": ("shoulder_plane", "shoulder_elevation", "shoulder_rotation"),
    "elbow": ("elbow_flexion",),
    "turn": ("forearm_pronation",),
    "wrist": ("wrist_flexion",),
}
WORDS: dict[str, tuple[str, ...]] = {
    "at": ("pelvis_x", "pelvis_y", "pelvis_z"),
    "face": ("pelvis_rotation",),
    "tilt": ("pelvis_tilt",),
    "list": ("pelvis_list",),
    "low": tuple(f"lumbar_{term}" for term in SPINE),
    "chest": tuple(f"thoracic_{term}" for term in SPINE),
    "neck": tuple(f"neck_{term}" for term in SPINE),
} | {
    f"{word}_{side}": tuple(f"{angle}_{side}" for angle in angles)
    for word, angles in LIMB_WORDS.items()
    for side in "rl"
}
# The shoulder blade turns along when the arm goes up.
RHYTHM_FROM, RHYTHM = 40, 0.22


def pose(base: Pose | None = None, **said: Any) -> Pose:
    """Return a pose: another one, with what is said changed. ``hip=90`` speaks of both sides."""
    angles = dict(base) if base else dict.fromkeys(DOFS, 0.0)
    for word, value in said.items():
        sides = [word] if word in WORDS else [f"{word}_r", f"{word}_l"]
        values = value if isinstance(value, tuple) else (value,)
        for each in sides:
            for angle, number in zip(WORDS[each], values, strict=False):
                angles[angle] = float(number)
            if each.startswith("toes") and len(values) == 1:
                angles[WORDS[each][1]] = float(values[0])
            if each.startswith("arm") and f"clavicle_{each[-1]}" not in said:
                raised = max(0.0, angles[f"shoulder_elevation_{each[-1]}"] - RHYTHM_FROM)
                angles[f"clavicle_elevation_{each[-1]}"] = raised * RHYTHM
    return angles


def swapped(one: Pose) -> Pose:
    """Return the mirror image of a pose."""
    other = {}
    for name, value in one.items():
        if name[-2:] in ("_r", "_l"):
            other[name[:-1] + ("l" if name[-1] == "r" else "r")] = value
        else:
            turns = name.endswith(("_bending", "_rotation", "_list", "_z"))
            other[name] = -value if turns else value
    return other


Touch = str | Contact | Together


def on(
    name: str, x: float | None = None, y: float | None = None, z: float | None = None
) -> Contact:
    """Say where a point of the skin is; what is left out is free."""
    return Contact(name, x, y, z)


def flat(*sides: str) -> list[Touch]:
    """Put the whole sole on the floor."""
    return [f"{point}_{side}" for side in sides or "rl" for point in ("heel", "ball", "ball_out")]


def flat_at(height: float, *sides: str) -> list[Touch]:
    """Put the whole sole on something as high as this."""
    return [
        Contact(f"{point}_{side}", None, height, None)
        for side in sides or "rl"
        for point in ("heel", "ball", "ball_out")
    ]


def each(*points: str) -> list[Touch]:
    """Put the same points of both sides on the floor."""
    return [f"{point}_{side}" for point in points for side in "rl"]


@dataclass
class Key:
    """A key pose: how long the way to it takes, and what touches what."""

    pose: Pose
    touches: Sequence[Touch] = ()
    seconds: float = 1.0
    slides: tuple[str, ...] = ()  # touching points that may move along the floor
    firm: dict[str, float] = field(default_factory=dict)
    floor: float | None = 0.0


@dataclass
class Movement:
    """A movement as it is written down.

    Attributes
    ----------
    loop : str
        "back": there and back; "round": from the last key to the first.
    mirrored : bool
        The second half is the first half of the other side, as in walking.
    rest : float
        Seconds for which the last key is held.
    working : str
        The sides whose muscles are lit.
    still : tuple of int
        Which keys the static picture shows.
    fault : tuple
        A usual mistake, what it is, and the view that shows it where the best view does not.
    name : str
        What learners read where no exercise or test of this id gives it a name.
    marks : list of dict
        Lines that point out what a comparison is about; see `widgets/js/lib/figure/marks.js`.
    """

    keys: list[Key]
    view: tuple[float, float] = (0, 8)
    props: list[dict[str, Any]] = field(default_factory=list)
    loop: str = "back"
    mirrored: bool = False
    rest: float = 0.4
    working: str = "rl"
    bare: bool = False
    fists: str = ""
    like: str = ""  # the exercise whose muscles are lit
    near: str = ""  # one foot, which alone is shown
    inset: str = ""  # "feet" or "head": shown large beside the still person
    behind: int | None = None  # the key that stands faintly behind the still pictures of the others
    fault: tuple[Key, str] | tuple[Key, str, tuple[float, float]] | None = None
    still: tuple[int, ...] | None = None
    name: str = ""
    marks: list[dict[str, Any]] = field(default_factory=list)


def prop(kind: str, **more: Any) -> dict[str, Any]:
    """Say what stands about; see `widgets/js/lib/figure/props.js` for the kinds."""
    return {"kind": kind, **more}


def mark(kind: str, *of: str, when: Sequence[Sequence[float]] = (), **more: Any) -> dict[str, Any]:
    """Say a line through points of the skin, seen only in these shares of the loop."""
    said: dict[str, Any] = {"kind": kind, "of": list(of), **more}
    return said | ({"when": [list(span) for span in when]} if when else {})


def way(
    point: str, off: tuple[float, float, float], *keys: int, start: int | None = None, **more: Any
) -> dict[str, Any]:
    """Show by an arrow which way a point has come; only still pictures of these keys need it.

    Parameters
    ----------
    off : tuple of float
        How far beside the point the arrow is drawn, in metres.
    start : int, optional
        The key at which the way begins; the one before by default.
    """
    if start is not None:
        more["from"] = start
    return prop("arrow", trail=point, off=list(off), keys=list(keys), **more)


def hop(x: float, high: float, *keys: int) -> dict[str, Any]:
    """Show beside the feet how high somebody is off the floor."""
    return prop("arrow", through=[(x, 0.03, 0.12), (x, high, 0.12)], keys=list(keys), both=True)


MAT = prop("mat")
STAND = pose(at=(0, 0.905, 0), hip=(0, -2, -6), arm=(20, 9, 0), elbow=12)
HIPS = dict(arm=(-14, 42, 66), elbow=96, turn=60)  # hands near the hips
AHEAD = dict(arm=(90, 85, 0), elbow=8)
CROSSED = dict(arm=(95, 38, 78), elbow=115, turn=60)
SUPINE = pose(at=(0, 0.1, 0), tilt=-90, neck=8, arm=(30, 22, 0), turn=80)
CROOK = pose(SUPINE, hip=50, knee=95, ankle=-20)
PRONE = pose(at=(0, 0.1, 0), tilt=90, hip=-2, ankle=-48, arm=(0, 10, 0))
FOURS = pose(
    at=(0, 0.45, 0), tilt=88, hip=88, knee=90, ankle=-45, arm=(90, 86, 0), turn=88,
    wrist=-85, neck=-15, low=-6,
)  # fmt: skip
PLANK_HANDS = pose(
    at=(0, 0.42, 0), tilt=72, hip=0, ankle=15, toes=55, arm=(90, 70, 0), turn=88, wrist=-75, neck=2,
)  # fmt: skip
PLANK_ELBOWS = pose(
    at=(0, 0.28, 0), tilt=82, hip=0, ankle=15, toes=55, arm=(90, 85, 0), elbow=88, turn=60, neck=2,
)  # fmt: skip
SIDE = pose(at=(0, 0.17, 0), list=-90, arm=(90, 40, 0), elbow=20)
SEATED = pose(at=(0, 0.54, 0), hip=(88, -6), knee=90, arm=(40, 22, 0), elbow=70, turn=60)
HANDS_DOWN = each("palm", "palm_heel")
FOREARMS_DOWN = each("elbow", "forearm")
TIPTOES = each("ball", "toe", "hallux")
ARMS_DOWN = each("back_of_hand")
