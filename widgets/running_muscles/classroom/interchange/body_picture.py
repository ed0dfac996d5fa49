"""The body map as a picture with places: hotspots for systems that know no map of ours.

A PNG, since learning management systems take no drawing in every place; the same outlines as in
the course, filled by the rule of even crossings.
"""

from __future__ import annotations

import re
import struct
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from running_muscles.tables import body_outlines

# As tall as Moodle lets a picture be to which markers are dragged.
HEIGHT = 400
_FINER = 4
_SKIN, _LINE = (222, 214, 203), (92, 84, 76)
_LINE_WIDTH = 0.9
_RED_GREEN_BLUE = 2


def file_name(view: str) -> str:
    """Return what the picture of a view is called."""
    return f"running-muscles-body-{view}.png"


def size(view: str) -> tuple[int, int]:
    """Return width and height of the picture of a view, in pixels."""
    _, _, width, height = _box(view)
    return round(width * HEIGHT / height), HEIGHT


Ring = list[tuple[int, int]]


def outline(view: str, regions: list[str]) -> Ring:
    """Return the corners of one outline around all parts of some regions, in pixels.

    Its parts are joined by lines that are walked there and back. Such a line holds no place, so a
    point lies inside the outline when it lies in a part.
    """
    rings = [ring for region in regions for ring in rings_of(view, region)]
    first = rings[0]
    corners = [*first, first[0]]
    for ring in rings[1:]:
        corners += [*ring, ring[0], first[0]]
    return corners


def rings_of(view: str, region: str) -> list[Ring]:
    """Return the corners of each part of a region, in pixels of the picture of its view."""
    return [[(round(x), round(y)) for x, y in ring] for ring in _rings(view)[region]]


def regions_in(view: str, corners: Ring) -> list[str]:
    """Return the regions that an outline goes around, as `outline` has made it."""
    there = set(corners)
    return [
        region
        for region in _rings(view)
        if all(corner in there for ring in rings_of(view, region) for corner in ring)
    ]


def regions(view: str) -> list[str]:
    """Return the regions of a view; a later one lies on top where two meet."""
    return list(_rings(view))


@cache
def png(view: str) -> bytes:
    """Return the picture of a view as A PNG file."""
    width, height = size(view)
    fine = np.full((height * _FINER, width * _FINER, 3), 255, dtype=np.float32)
    for rings in _rings(view).values():
        _fill(fine, [np.array(ring) * _FINER for ring in rings])
    pixels = fine.reshape(height, _FINER, width, _FINER, 3).mean(axis=(1, 3))
    # Whoever takes the picture further takes its origin along.
    return _png(np.rint(pixels).astype(np.uint8), str(body_outlines()["notice"]))


def _fill(picture: NDArray[np.float32], rings: list[NDArray[np.float64]]) -> None:
    """Fill one region, and draw its edge."""
    edge = _LINE_WIDTH * _FINER
    corners = np.concatenate(rings)
    low = np.maximum(np.floor(corners.min(axis=0) - edge).astype(int), 0)
    high = np.ceil(corners.max(axis=0) + edge).astype(int) + 1
    part = picture[low[1] : high[1], low[0] : high[0]]
    ys, xs = np.mgrid[low[1] : low[1] + part.shape[0], low[0] : low[0] + part.shape[1]] + 0.5
    within = np.zeros(xs.shape, dtype=bool)
    near = np.full(xs.shape, np.inf)
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            if y1 != y2:
                within ^= ((y1 > ys) != (y2 > ys)) & (xs < (x2 - x1) * (ys - y1) / (y2 - y1) + x1)
            length = max((x2 - x1) ** 2 + (y2 - y1) ** 2, 1e-9)
            along = np.clip(((xs - x1) * (x2 - x1) + (ys - y1) * (y2 - y1)) / length, 0, 1)
            near = np.minimum(
                near, np.hypot(xs - x1 - along * (x2 - x1), ys - y1 - along * (y2 - y1))
            )
    part[within] = _SKIN
    part[near < edge / 2] = _LINE


@cache
def _rings(view: str) -> dict[str, list[list[tuple[float, float]]]]:
    left, top, _, height = _box(view)
    scale = HEIGHT / height
    return {
        region: [
            [
                ((float(x) - left) * scale, (float(y) - top) * scale)
                for x, y in re.findall(r"(-?[0-9.]+),(-?[0-9.]+)", ring)
            ]
            for ring in drawn.split("z")
            if ring
        ]
        for region, drawn in body_outlines()[view]["regions"].items()
    }


def _box(view: str) -> tuple[float, float, float, float]:
    left, top, width, height = (float(each) for each in body_outlines()[view]["viewBox"].split())
    return left, top, width, height


def _png(pixels: NDArray[np.uint8], origin: str) -> bytes:
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, _RED_GREEN_BLUE, 0, 0, 0)
    told = b"Source\0" + origin.encode("latin-1", "replace")
    parts = (b"IHDR", head), (b"tEXt", told), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, content) for kind, content in parts)
