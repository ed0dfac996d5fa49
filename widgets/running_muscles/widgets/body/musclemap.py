"""The muscles of the course on the body, from the front and from the back."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from running_muscles.measure.muscle_groups import group_name
from running_muscles.measure.profile import Profile
from running_muscles.tables import Muscle, muscles, references
from running_muscles.translation.spoken import N_
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.body import highlights
from running_muscles.widgets.body.still import map_page
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _

PHASES = {
    "early_stance": N_("Foot lands"),
    "late_stance": N_("Push-off"),
    "early_swing": N_("Leg lifts"),
    "late_swing": N_("Leg reaches forward"),
}


class MuscleMap(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """A body on which muscles can be picked and read about.

    Parameters
    ----------
    group, exercise, lesson : str, optional
        What to mark: a muscle group, the muscles of an exercise, those of a lesson.
    profile : Profile, optional
        Mark every group by the learner's own results instead.

    Attributes
    ----------
    selected : list of str
        Ids of the muscles picked, as in ``data/muscles.csv``; empty at the start.
    region : str
        The region picked, or ``""`` when a muscle was chosen by name.

    Raises
    ------
    ValueError
        If more than one thing is to be marked, or the course does not know it.
    """

    _esm = Script("musclemap.js")
    _css = STATIC / "musclemap.css"

    title = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    muscles = traitlets.List().tag(sync=True)
    highlights = traitlets.Dict().tag(sync=True)
    legend = traitlets.List().tag(sync=True)
    region = traitlets.Unicode().tag(sync=True)
    selected = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        group: str | None = None,
        exercise: str | None = None,
        profile: Profile | None = None,
        lesson: str | None = None,
    ) -> None:
        asked = {"group": group, "exercise": exercise, "profile": profile, "lesson": lesson}
        given = {name: value for name, value in asked.items() if value is not None}
        if len(given) > 1:
            raise ValueError(f"A map marks one thing, not {' and '.join(given)}. Choose one.")
        self._marks = highlights.everything()
        # A profile is the learner's own and does not stay in the notebook.
        self._public = profile is None
        for name, value in given.items():
            self._marks = _MARKS[name](value)
        super().__init__(
            title=self._marks.title,
            note=self._marks.note,
            muscles=[_described(row) for row in muscles().values()],
            highlights={
                region: {"tone": tone, "label": self._marks.legend.get(tone, "")}
                for region, tone in self._marks.tones.items()
            },
            legend=[{"tone": tone, "label": label} for tone, label in self._marks.legend.items()],
            selected=list(self._marks.first),
        )

    @traitlets.validate("selected")  # type: ignore[untyped-decorator]
    def _known_muscles(self, proposal: Any) -> list[str]:
        chosen: list[str] = proposal["value"]
        for muscle in chosen:
            if muscle not in muscles():
                raise traitlets.TraitError(
                    f'There is no muscle "{muscle}". There are: {", ".join(muscles())}.'
                )
        return chosen

    def _still(self) -> str:
        return map_page(self._marks, self.muscles)

    def _asleep(self) -> str:
        return map_page(self._marks if self._public else highlights.everything(), self.muscles)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the map where widgets live, and a still drawing with a table anywhere else."""
        data, _meta = super()._repr_mimebundle_() or ({}, {})
        return {**data, "text/html": self._picture()}


_MARKS: dict[str, Any] = {
    "group": highlights.of_group,
    "exercise": highlights.of_exercise,
    "lesson": highlights.of_lesson,
    "profile": highlights.of_profile,
}


def _described(row: Muscle) -> dict[str, Any]:
    sources = (references()[key] for key in row.source_key)
    return {
        "muscle": row.muscle,
        "name": row.name,
        "group": group_name(row.group),
        "origin": row.origin,
        "insertion": row.insertion,
        "actions": row.actions,
        "running_role": row.running_role,
        "phases": [
            {"name": _(name), "text": getattr(row, phase)}
            for phase, name in PHASES.items()
            if getattr(row, phase)
        ],
        "regions": list(row.regions),
        "sources": [{"text": source.short, "url": source.url} for source in sources],
    }
