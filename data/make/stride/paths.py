"""The way of each muscle over the bones, with the same number of points at every sample."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np
from leg import BODIES, Leg

SITE, PULLEY = -1, -2
BODY_OF = {name: body for body, names in BODIES.items() for name in names}
AROUND = 3  # points of a path round a bone: where it meets it, midway, where it leaves


class Recorder:
    """Collect the paths sample by sample.

    A path is a row of slots. A *fixed* slot is a point of a body. A *round* slot has three points
    in the pelvis's frame for each sample, where the path bends round a bone; at samples at which it
    does not touch that bone, the three lie on the straight line, so that neighbours can be mixed.
    """

    def __init__(self, leg: Leg, names: dict[str, str]) -> None:
        self._leg = leg
        self._names = names
        self._fixed = {path: self._sites(name) for path, name in names.items()}
        self._round: dict[str, dict[int, list[np.ndarray]]] = {path: {} for path in names}
        self._touched: dict[str, set[int]] = {path: set() for path in names}

    def record(self) -> None:
        """Take down every path as it lies now."""
        for path, name in self._names.items():
            self._record(path, name)

    def slots(self) -> dict[str, list[dict[str, Any]]]:
        """Give each path's slots in order; those that never touch their bone are left out."""
        return {path: list(self._slots(path)) for path in self._names}

    def _slots(self, path: str) -> Any:
        for place, (kind, value) in enumerate(self._fixed[path]):
            if kind == "site":
                yield value
            elif place in self._touched[path]:
                rows = np.rint(np.array(self._round[path][place])).astype(int)
                yield {"round": rows.reshape(len(rows), -1).tolist()}

    def _definition(self, name: str) -> range:
        model = self._leg.model
        tendon = model.tendon(name).id
        first = model.tendon_adr[tendon]
        return range(first, first + model.tendon_num[tendon])

    def _sites(self, name: str) -> list[tuple[str, Any]]:
        model, data = self._leg.model, self._leg.data
        found: list[tuple[str, Any]] = []
        for row in self._definition(name):
            thing = model.wrap_objid[row]
            if model.wrap_type[row] == mujoco.mjtWrap.mjWRAP_SITE:
                body = BODY_OF[model.body(model.site_bodyid[thing]).name]
                place = self._leg.seen_from(BODIES[body][0], data.site_xpos[thing])
                found.append(("site", {"on": body, "at": np.rint(place).astype(int).tolist()}))
            else:
                found.append(("geom", int(thing)))
        return found

    def _record(self, path: str, name: str) -> None:
        data = self._leg.data
        tendon = self._leg.model.tendon(name).id
        rows = range(data.ten_wrapadr[tendon], data.ten_wrapadr[tendon] + data.ten_wrapnum[tendon])
        places, things = data.wrap_xpos.reshape(-1, 3)[rows], data.wrap_obj.reshape(-1)[rows]
        at = 0
        for slot, (kind, geom) in enumerate(self._fixed[path]):
            if kind == "site":
                at += 1
                continue
            if things[at] == geom:
                meets, leaves = places[at], places[at + 1]
                self._touched[path].add(slot)
                points = np.array([meets, self._midway(geom, meets, leaves), leaves])
                at += 2
            else:
                points = self._straight(geom, places[at - 1], places[at])
            in_pelvis = self._leg.seen_from("pelvis", points)
            self._round[path].setdefault(slot, []).append(in_pelvis)

    def _midway(self, geom: int, meets: np.ndarray, leaves: np.ndarray) -> np.ndarray:
        """Lift the middle of the chord to the surface of the sphere or cylinder."""
        model, data = self._leg.model, self._leg.data
        middle = (meets + leaves) / 2
        out = middle - data.geom_xpos[geom]
        if model.geom_type[geom] == mujoco.mjtGeom.mjGEOM_CYLINDER:
            axis = data.geom_xmat[geom].reshape(3, 3)[:, 2]
            out = out - (out @ axis) * axis
        far = np.linalg.norm(out)
        reach = model.geom_size[geom, 0]
        # A path inside its ring only touches it at one point.
        if far == 0 or np.linalg.norm(meets - leaves) < 1e-6:
            return middle
        return middle + out * (reach / far - 1)

    def _straight(self, geom: int, before: np.ndarray, after: np.ndarray) -> np.ndarray:
        line = after - before
        nearest = (self._leg.data.geom_xpos[geom] - before) @ line / (line @ line)
        middle = min(max(nearest, 0.1), 0.9)
        return np.array([before + share * line for share in (middle - 0.05, middle, middle + 0.05)])
