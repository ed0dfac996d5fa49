"""A runner of two bone legs: how long each muscle is at every moment of a measured stride."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import anywidget
import traitlets

from running_muscles.movement import stride, stride_pose
from running_muscles.tables import StridePath, references, strides
from running_muscles.translation.spoken import N_
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.body.leg_still import stills
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _
from running_muscles.widgets.still import with_html

TITLE = N_("The running leg")
# Above the pelvis and around the bones, the drawing is ours; so is what it leaves out.
MEASURED = N_(
    "Measured: how the legs of {runners} runners moved on a treadmill, as a mean. We read these "
    "means second-hand."
)
DRAWN = N_(
    "Drawn by us, not measured: trunk, arms, and the veil round the bones. The legs move forward "
    "and back only, and the foot is set a little lower at the landing, so that it meets the ground."
)
TIMING = N_(
    "On and off come from a table for running in general, not from these runners. It does not say "
    "how hard a muscle works."
)
TOES = N_(
    "The toes stay straight here, because their bend was not measured. A bent toe would change the "
    "length of this muscle further."
)
TOE_MUSCLES = ("flexor_hallucis_longus", "extensor_hallucis_longus")


class RunningLeg(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """A runner whose muscles show their length, to play, hold and turn.

    Parameters
    ----------
    muscles : iterable of str
        Ids of muscles, as in ``data/muscles.csv``; those of the stride are in
        ``data/stride_paths.csv``.
    speed : float
        At first, in metres a second; the learner can change it.

    Raises
    ------
    ValueError
        If the stride does not know a muscle, or was not measured at such a speed.
    """

    _esm = Script("leg.js")
    _css = STATIC / "leg.css"

    title = traitlets.Unicode().tag(sync=True)
    speed = traitlets.Float().tag(sync=True)
    muscles = traitlets.List().tag(sync=True)
    stride = traitlets.Dict().tag(sync=True)
    notes = traitlets.List().tag(sync=True)
    sources = traitlets.List().tag(sync=True)

    def __init__(self, muscles: Iterable[str] = ("biceps_femoris",), speed: float = 3.5) -> None:
        self._paths = stride.paths_of(muscles)
        super().__init__(
            title=_(TITLE),
            speed=stride.checked_speed(speed),
            muscles=described(self._paths),
            stride=measured(),
            notes=notes(self._paths),
            sources=cited(self._paths),
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widget where widgets live, and five still pictures anywhere else."""
        data, _meta = super()._repr_mimebundle_() or ({}, {})
        return with_html(data, self._asleep())

    def _asleep(self) -> str:
        return stills(self.title, self._paths, self.speed, self.notes, self.sources)


def measured() -> dict[str, Any]:
    """Return the stride and the bones as the browser needs them, whatever the muscles."""
    speeds = stride.speeds()
    body = stride_pose.drawing()
    return {
        "notice": body["notice"],
        "speeds": list(speeds),
        "samples": stride.SAMPLES,
        "seconds": [strides()[each].stride_s for each in speeds],
        "contact": [strides()[each].contact_percent for each in speeds],
        "pelvis": [list(row) for row in stride_pose.pelvis_rows()],
        "lift": body["lift"],
        "ground": body["ground"],
        "bones": {
            name: {"points": bone["points"], "triangles": bone["triangles"]}
            for name, bone in body["bones"].items()
        },
        "poses": body["poses"],
        "phases": {
            part: [[until, _(words)] for until, words in rows]
            for part, rows in stride.PHASES.items()
        },
    }


def described(paths: Iterable[StridePath]) -> list[dict[str, Any]]:
    """Return the chosen muscles with their paths, lengths and timing."""
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        active = stride.active(path.muscle)
        muscle = found.setdefault(
            path.muscle,
            {
                "muscle": path.muscle,
                "name": path.name,
                "active": [list(span) for span in active] or None,
                "paths": [],
            },
        )
        if path.main and path.part:
            muscle["name"] = f"{path.name} ({path.part})"
        muscle["paths"].append(
            {
                "main": path.main,
                "slots": stride_pose.drawing()["paths"][path.path],
                "lengths": [list(stride.lengths(path.path, each)) for each in stride.speeds()],
            }
        )
    return list(found.values())


def notes(paths: Iterable[StridePath]) -> list[str]:
    """Return what a learner should know about the limits of the drawing."""
    runners = next(iter(strides().values())).runners
    toes = any(path.muscle in TOE_MUSCLES for path in paths)
    said = [_(MEASURED).format(runners=runners), _(DRAWN), _(TIMING)]
    return [*said, _(TOES)] if toes else said


def cited(paths: Iterable[StridePath]) -> list[dict[str, str]]:
    """Return the sources of stride, skeleton and timing."""
    keys = [row.source_key for row in strides().values()]
    keys += [key for path in paths for key in path.source_key]
    keys += [row.source_key for path in paths for row in stride.timing_rows(path.muscle)]
    found = (references()[key] for key in dict.fromkeys(keys))
    return [{"text": source.short, "url": source.url} for source in found]
