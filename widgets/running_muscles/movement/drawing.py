"""What the drawing of the person is told by data: where muscles lie on the skin, and furniture.

The front end reads these tables from the skeleton in `data/poses.json`, so that its script stays
small. Lengths in metres; Z grows outward, so that one table serves both sides.
"""

from __future__ import annotations

from typing import Any

Patch = dict[str, Any]


def _band(part: str, start: float, end: float, around: float, wide: float) -> Patch:
    """Say a band along the row of ellipsoids of a part.

    Parameters
    ----------
    start, end : float
        From which to which ellipsoid.
    around : float
        Its middle, in degrees: 0 in front, 90 outside, 180 behind.
    wide : float
        How far it goes to each side, in degrees.
    """
    return {"part": part, "from": start, "to": end, "round": around, "wide": wide}


def _cap(part: str, node: tuple[str, list[float], Any], towards: list[float], wide: float) -> Patch:
    """Say a cap on one ellipsoid: its middle, and how many degrees it goes from there."""
    return {"part": part, "node": list(node), "towards": towards, "wide": wide}


# One side each.
ZONES: dict[str, list[Patch]] = {
    "glutes": [
        _cap(
            "thigh",
            ("pelvis", [-0.058, -0.03, 0.07], [0.066, 0.084, 0.077]),
            [-0.9, -0.05, 0.42],
            74,
        )
    ],
    "glute_side": [
        _cap("thigh", ("pelvis", [-0.01, 0.03, 0.045], [0.1, 0.09, 0.108]), [-0.22, 0.2, 0.95], 44)
    ],
    "hip_flexors": [
        _band("thigh", -0.2, 1.3, 6, 34),
        _cap("thigh", ("pelvis", [0.006, 0.01, 0.06], [0.088, 0.085, 0.085]), [1, 0.3, 0.1], 44),
    ],
    "quads": [_band("thigh", 0.5, 4.1, 12, 66)],
    "hamstrings": [_band("thigh", 0.55, 4.4, 180, 62)],
    "adductors": [_band("thigh", 0.1, 3.2, -78, 40)],
    "thigh_side": [_band("thigh", 0, 1.9, 66, 26)],
    "calves": [_band("shank", 0.15, 4, 180, 78)],
    "soleus": [_band("shank", 1.6, 4.6, 180, 84)],
    "achilles": [_band("shank", 3.2, 5, 180, 50)],
    "shin": [_band("shank", 0.7, 4.6, 22, 46)],
    "shank_side": [_band("shank", 0.7, 4.4, 92, 30)],
    "foot": [_band("foot", 0.7, 1.9, 0, 179)],
    "abs": [_band("trunk", 0.5, 4.7, 12, 26)],
    "belt": [_band("trunk", 1.2, 3.8, 34, 56)],
    "obliques": [_band("trunk", 1.2, 4.6, 66, 32)],
    "low_back_side": [_band("trunk", 1.3, 3.8, 128, 30)],
    "back": [_band("trunk", 0.9, 5.4, 166, 18)],
    "low_back": [_band("trunk", 0.8, 3.4, 166, 22)],
    "lats": [_band("trunk", 2.3, 5.4, 132, 32)],
    "blades": [_band("trunk", 4.3, 6.1, 152, 30)],
    "traps": [_band("trunk", 4.2, 6.3, 160, 30)],
    "ribs": [_band("trunk", 3.6, 5.3, 84, 26)],
    "chest": [_band("trunk", 4.4, 6, 32, 32)],
    "shoulders": [_band("arm", -0.6, 2.2, 90, 120)],
    "biceps": [_band("arm", 1.2, 4, 0, 64)],
    "triceps": [_band("arm", 0.9, 4, 180, 68)],
}

# Boards of which furniture is made: kind, middle of the foot, size.
Board = tuple[str, tuple[float, float, float], tuple[float, float, float]]


def _legs(x: float, z: float, high: float, wide: float) -> list[Board]:
    return [("leg", (a * x, 0, b * z), (wide, high, wide)) for a in (1, -1) for b in (1, -1)]


FURNITURE: dict[str, list[Board]] = {
    "chair": [
        ("seat", (0, 0.405, 0), (0.42, 0.045, 0.42)),
        *_legs(0.185, 0.185, 0.405, 0.035),
        ("leg", (-0.195, 0.45, 0.185), (0.03, 0.42, 0.03)),
        ("leg", (-0.195, 0.45, -0.185), (0.03, 0.42, 0.03)),
        ("back", (-0.195, 0.68, 0), (0.03, 0.2, 0.4)),
    ],
    "table": [("seat", (0, 0.68, 0), (1.5, 0.07, 0.62)), *_legs(0.65, 0.25, 0.68, 0.05)],
    "stairs": [("step", (step * 0.3, 0, 0), (0.3, 0.18 * (step + 1), 0.9)) for step in range(3)],
}
