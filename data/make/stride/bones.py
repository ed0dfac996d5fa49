"""Bones in few triangles, and their outlines from the side for still pictures."""

from __future__ import annotations

from typing import Any

import fast_simplification
import mujoco
import numpy as np
from leg import BODIES, Leg
from shapely import Polygon, unary_union
from shapely.geometry import MultiPolygon

# Triangles that a mesh keeps at most; what has fewer stays as it is.
MOST_TRIANGLES = {"r_foot": 420, "r_bofoot": 420, "r_femur": 640}
# Outlines may leave out what is smaller than this.
OUTLINE_MM = 0.7
LIGHT = np.array([0.62, 0.42, 0.66])
LIT = 0.62


def simplified(leg: Leg, body: str) -> dict[str, Any]:
    """Give the triangles of a body of the drawing.

    Returns
    -------
    dict
        ``points``: x, y, z one after the other, whole millimetres in the frame of the body;
        ``triangles``: three numbers of points each, turning left seen from outside.
    """
    points, triangles, count = [], [], 0
    for name, mesh in _meshes(leg, body).items():
        corners, faces = _fewer(*mesh, MOST_TRIANGLES.get(name, len(mesh[1])))
        points.append(corners)
        triangles.append(faces + count)
        count += len(corners)
    return {
        "points": np.rint(np.concatenate(points)).astype(int).flatten().tolist(),
        "triangles": np.concatenate(triangles).astype(int).flatten().tolist(),
    }


def _fewer(corners: np.ndarray, faces: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    if len(faces) <= most:
        return corners, faces
    return fast_simplification.simplify(
        corners.astype(np.float32), faces.astype(np.int32), 1 - most / len(faces)
    )


def _meshes(leg: Leg, body: str) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    model, data = leg.model, leg.data
    found = {}
    for geom in range(model.ngeom):
        owner = model.body(model.geom_bodyid[geom]).name
        if owner not in BODIES[body] or model.geom_type[geom] != mujoco.mjtGeom.mjGEOM_MESH:
            continue
        mesh = model.mesh(model.geom_dataid[geom])
        if not mesh.name.startswith("r_"):
            continue  # the left half is the right one, mirrored
        place = slice(mesh.vertadr[0], mesh.vertadr[0] + mesh.vertnum[0])
        world = model.mesh_vert[place] @ data.geom_xmat[geom].reshape(3, 3).T + data.geom_xpos[geom]
        faces = model.mesh_face[mesh.faceadr[0] : mesh.faceadr[0] + mesh.facenum[0]]
        found[mesh.name] = (leg.seen_from(BODIES[body][0], world), faces)
    return found


def outlines(mesh: dict[str, Any]) -> dict[str, list[list[int]]]:
    """Give what a bone looks like from the right: its shadow, and the part that is lit.

    Returns
    -------
    dict
        ``shape`` and ``lit``: polygons, x and y one after the other, in millimetres.
    """
    points = np.array(mesh["points"]).reshape(-1, 3)
    corners = points[np.array(mesh["triangles"]).reshape(-1, 3)]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = normals / np.where(lengths == 0, 1, lengths)
    shown = normals[:, 2] > 0
    lit = shown & (normals @ LIGHT > LIT)
    return {"shape": _union(corners, 0), "lit": _union(corners[lit], 1.5)}


def _union(corners: np.ndarray, inset: float) -> list[list[int]]:
    flat = [Polygon(triangle[:, :2]) for triangle in corners]
    joined = unary_union([each.buffer(0.3) for each in flat if each.area > 0])
    joined = joined.buffer(2).buffer(-2 - inset).buffer(inset / 2).simplify(OUTLINE_MM)
    parts = joined.geoms if isinstance(joined, MultiPolygon) else [joined]
    return [
        np.rint(np.array(part.exterior.coords)[:-1]).astype(int).flatten().tolist()
        for part in parts
        if not part.is_empty and part.area > 25
    ]
