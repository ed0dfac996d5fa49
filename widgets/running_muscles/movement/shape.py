"""The shape of the drawn person: rows of ellipsoids in the axes of each segment, in metres.

Z grows outward, so that one table serves both sides; what a side bears gets its letter in the
front end (`widgets/js/lib/figure/shape.js`), which reads these tables from `data/poses.json`.
"""

from __future__ import annotations

from typing import Any

Vector = tuple[float, float, float]
# Segment, middle, and radius or half the length of each axis.
Node = tuple[str, Vector, float | Vector]

THIGH: list[Node] = [
    ("thigh", (-0.006, -0.005, 0.008), 0.087),
    ("thigh", (0.006, -0.1, 0.006), 0.083),
    ("thigh", (0.009, -0.2, 0.003), 0.073),
    ("thigh", (0.004, -0.31, 0), 0.058),
    ("thigh", (0.003, -0.405, 0), 0.051),
    ("shank", (0.004, 0, 0), 0.0495),
]
SHANK: list[Node] = [
    ("shank", (0.004, 0, 0), 0.0495),
    ("shank", (-0.008, -0.06, 0), 0.049),
    ("shank", (-0.016, -0.13, 0), 0.0515),
    ("shank", (-0.011, -0.21, 0), 0.043),
    ("shank", (-0.003, -0.31, 0), 0.0325),
    ("foot", (-0.004, 0.005, 0), 0.0305),
]
FOOT: list[Node] = [
    ("foot", (-0.004, 0.005, 0), 0.0335),
    ("foot", (-0.02, -0.031, 0), (0.052, 0.044, 0.035)),
    ("foot", (0.13, -0.05, 0), (0.032, 0.025, 0.045)),
]
TOES: list[Node] = [
    FOOT[2],
    ("toes", (0.045, 0, -0.002), (0.026, 0.02, 0.038)),
]
ARM: list[Node] = [
    ("arm", (0, -0.004, -0.004), 0.054),
    ("arm", (0, -0.07, 0.003), 0.05),
    ("arm", (0.003, -0.16, 0), 0.043),
    ("arm", (0, -0.27, 0), 0.035),
    ("forearm", (0, 0, 0), 0.0345),
]
FOREARM: list[Node] = [
    ("forearm", (0, 0, 0), 0.0345),
    ("forearm", (0.004, -0.07, 0), 0.0385),
    ("forearm", (0.002, -0.16, 0), 0.03),
    ("hand", (0, 0, 0), 0.0235),
]
# From below; zones of muscles count along this row.
TRUNK: list[Node] = [
    ("pelvis", (-0.012, -0.045, 0), (0.09, 0.075, 0.14)),
    ("pelvis", (-0.01, 0.03, 0), (0.1, 0.08, 0.152)),
    ("pelvis", (-0.008, 0.085, 0), (0.092, 0.06, 0.138)),
    ("abdomen", (0.004, 0.06, 0), (0.085, 0.075, 0.122)),
    ("thorax", (0.004, 0.02, 0), (0.098, 0.075, 0.137)),
    ("thorax", (0.008, 0.11, 0), (0.112, 0.085, 0.152)),
    ("thorax", (-0.002, 0.185, 0), (0.086, 0.05, 0.14)),
]
FIST: list[Node] = [
    ("hand", (0, 0, 0), 0.0235),
    ("hand", (0.002, -0.055, -0.006), (0.038, 0.036, 0.026)),
    ("hand", (0, -0.085, -0.016), (0.036, 0.024, 0.026)),
]
PALM: list[Node] = [
    ("hand", (0, 0, 0), 0.0235),
    ("hand", (0.002, -0.072, 0), (0.039, 0.046, 0.017)),
    ("hand", (-0.004, -0.158, -0.004), (0.024, 0.022, 0.01)),
]
THUMB: list[Node] = [
    ("hand", (0.024, -0.03, -0.004), 0.014),
    ("hand", (0.048, -0.085, -0.012), 0.0105),
]
# The toes of a bare foot, from the inside.
SMALL_TOES: list[list[Node]] = [
    [
        ("foot", (round(0.122 - index * 0.01, 4), -0.056, round(z - 0.002, 4)), 0.0135),
        ("toes", (round(0.034 - index * 0.012, 4), 0.001, z), 0.0095),
        ("toes", (round(0.056 - index * 0.0135, 4), -0.007, round(z + 0.001, 4)), 0.0102),
    ]
    for index, z in enumerate((-0.006, 0.011, 0.027, 0.041))
]
BIG_TOE: list[Node] = [
    ("foot", (0.124, -0.055, -0.029), 0.0195),
    ("hallux", (0.028, -0.003, -0.001), 0.0148),
    ("hallux", (0.056, -0.005, 0.001), 0.0158),
]
NAILS: list[Node] = [("hallux", (0.062, 0.008, 0.001), (0.0085, 0.0035, 0.0105))]
# A bare foot is slimmer than a shoe, and its inner arch does not touch the floor.
BARE: list[Node] = [
    ("foot", (-0.004, 0.005, 0), 0.031),
    ("foot", (-0.03, -0.042, 0), (0.034, 0.033, 0.03)),
    ("foot", (0.035, -0.018, 0.004), (0.04, 0.031, 0.031)),
    ("foot", (0.09, -0.038, 0), (0.03, 0.021, 0.038)),
    ("foot", (0.124, -0.054, 0.003), (0.026, 0.0205, 0.042)),
]


def _layer(cloth: str, *rows: list[Node], extra: float = 0, when: str = "") -> dict[str, Any]:
    """Say what covers a part: `extra` is how thick it is, `when` the foot or hand that has it."""
    said: dict[str, Any] = {"cloth": cloth, "rows": list(rows)}
    return said | ({"extra": extra} if extra else {}) | ({"when": when} if when else {})


def _part(name: str, *layers: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "layers": list(layers)}


def _hip(side: str) -> Node:
    return (f"thigh_{side}", THIGH[0][1], THIGH[0][2])


def _buttock(sign: int) -> list[Node]:
    return [("pelvis", (-0.058, -0.03, sign * 0.07), (0.064, 0.082, 0.075))]


def _yoke(side: str, sign: int) -> list[list[Node]]:
    """Return what joins neck and chest to a shoulder."""
    arm = f"arm_{side}"
    return [
        [
            ("thorax", (-0.014, 0.222, sign * 0.035), (0.054, 0.042, 0.045)),
            (arm, (0, 0.004, -0.012), 0.052),
        ],
        [
            ("thorax", (0.006, 0.125, sign * 0.075), (0.1, 0.09, 0.07)),
            (arm, (0, -0.004, -0.008), 0.052),
        ],
    ]


MIDDLE = [
    _part(
        "trunk",
        _layer(
            "shorts",
            TRUNK[:3],
            _buttock(1),
            _buttock(-1),
            [_hip("r"), TRUNK[1]],
            [_hip("l"), TRUNK[1]],
        ),
        _layer("shirt", TRUNK[2:], *_yoke("r", 1), *_yoke("l", -1), extra=0.004),
    ),
    _part(
        "head",
        _layer(
            "skin",
            [("thorax", (-0.012, 0.235, 0), 0.053), ("head", (0, 0.075, 0), 0.049)],
            [
                ("head", (0.03, 0.115, 0), (0.06, 0.045, 0.052)),
                ("head", (0.012, 0.185, 0), (0.092, 0.108, 0.074)),
            ],
            [("head", (0.092, 0.165, 0), 0.012), ("head", (0.1, 0.148, 0), 0.0125)],
        ),
    ),
]
LIMBS = [
    _part("thigh", _layer("skin", THIGH[2:]), _layer("shorts", THIGH[:3], extra=0.007)),
    _part("shank", _layer("skin", SHANK)),
    _part(
        "foot",
        _layer("shoe", FOOT, TOES, when="shod"),
        _layer("skin", BARE, when="bare"),
        *(_layer("skin", toe, when="bare") for toe in reversed(SMALL_TOES)),
        _layer("skin", BIG_TOE, when="bare"),
        _layer("nail", NAILS, when="bare"),
    ),
    _part("arm", _layer("skin", ARM[2:]), _layer("shirt", ARM[:3], extra=0.006)),
    _part("forearm", _layer("skin", FOREARM)),
    _part(
        "hand",
        _layer("skin", FIST, THUMB, when="fist"),
        _layer("skin", PALM, THUMB, when="open"),
    ),
]
# Rows on which zones of muscles lie.
ROWS = {
    "thigh": THIGH,
    "shank": SHANK,
    "foot": FOOT,
    "arm": ARM,
    "forearm": FOREARM,
    "trunk": TRUNK,
}


def _joint(
    of: tuple[str, str], joint: Node, through: list[Node], cloth: str = "skin", extra: float = 0
) -> dict[str, Any]:
    """Say where two parts meet without a seam: the joint, and a row that runs through it."""
    return {
        "of": list(of),
        "joint": joint,
        "through": through,
        "cloth": cloth,
        "extra": extra,
    }


PALM_START: Node = ("hand", (0, -0.035, 0), 0.02)
GROIN: Node = ("pelvis", (-0.01, 0.0, 0.05), 0.08)
UNDER_COLLAR: Node = ("thorax", (0, 0.175, 0.11), 0.052)
JOINTS = [
    _joint(("thigh", "shank"), SHANK[0], [*THIGH[4:], *SHANK[1:3]]),
    _joint(("arm", "forearm"), FOREARM[0], [*ARM[3:], *FOREARM[1:2]]),
    _joint(("forearm", "hand"), FOREARM[3], [*FOREARM[2:], PALM_START]),
    _joint(("trunk", "thigh"), THIGH[0], [GROIN, *THIGH[:2]], "shorts", 0.006),
    _joint(("trunk", "arm"), ARM[0], [UNDER_COLLAR, *ARM[:2]], "shirt", 0.005),
]
SHAPE: dict[str, Any] = {"middle": MIDDLE, "limbs": LIMBS, "rows": ROWS, "joints": JOINTS}
