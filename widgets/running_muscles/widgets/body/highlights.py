"""Which regions of the body a muscle map marks, and what each mark means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from running_muscles.measure.muscle_groups import GROUP_NAMES, group_name
from running_muscles.measure.profile import Profile
from running_muscles.plan.standing import Standing, standings
from running_muscles.tables import Muscle, exercises, lessons, muscles
from running_muscles.translation.content import Content, in_sentence
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import listed
from running_muscles.widgets.speaking import _

Row = TypeVar("Row")
INSIDE = N_("The drawing does not show {muscles}. Choose the name in the list to read about it.")


@dataclass(frozen=True)
class Marks:
    """What a map shows.

    Attributes
    ----------
    tones : dict of str to str
        Region id to tone; the tones are those of the front end's ``bodymap.js``.
    legend : dict of str to str
        Tone to what it means; also said of each region.
    members : dict of str to tuple of str
        Tone to the muscle ids that are meant. A region may show other muscles as well.
    first : tuple of str
        Muscle ids whose cards are open at the start, because no region shows them.
    """

    title: str
    tones: Mapping[str, str] = field(default_factory=dict)
    legend: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    first: tuple[str, ...] = ()


def everything() -> Marks:
    """Mark nothing: the map of all muscles of the course."""
    return Marks(_("Muscles of running"))


def of_group(group: str) -> Marks:
    """Mark one muscle group.

    Raises
    ------
    ValueError
        If the course has no such group.
    """
    _known(group, GROUP_NAMES, "muscle group")
    return _plain(group_name(group), [row for row in muscles().values() if row.group == group])


def of_lesson(lesson: str) -> Marks:
    """Mark the muscles that a lesson is about.

    Raises
    ------
    ValueError
        If the course has no such lesson.
    """
    row = _known(lesson, lessons(), "lesson")
    return _plain(
        Content(row.title), [each for each in muscles().values() if each.lesson == lesson]
    )


def of_exercise(exercise: str) -> Marks:
    """Mark the muscles that an exercise works most, and those that help.

    Raises
    ------
    ValueError
        If the course has no such exercise.
    """
    row = _known(exercise, exercises(), "exercise")
    main = [muscles()[muscle] for muscle in row.primary]
    helping = [muscles()[muscle] for muscle in row.secondary]
    # Where both lie in one region, the main one gives the mark.
    tones = _tones(helping, "secondary") | _tones(main, "primary")
    legend = {"primary": _("works most"), "secondary": _("helps")}
    shown = {tone: words for tone, words in legend.items() if tone in tones.values()}
    members = {"primary": row.primary, "secondary": row.secondary}
    hidden = [each for each in main if not each.regions]
    return Marks(Content(row.name), tones, shown, members, _note(hidden), _first(main, tones))


def of_profile(profile: Profile) -> Marks:
    """Mark each muscle group by where the learner's results stand."""
    legend = {
        "first": _("tested: first in a plan"),
        "tested": _("tested: no need to come first"),
        "untested": _("not tested yet"),
    }
    tones: dict[str, str] = {}
    tone_members: dict[str, tuple[str, ...]] = {}
    for standing in standings(profile):
        members = [row for row in muscles().values() if row.group == standing.group]
        tone = _standing_tone(standing)
        tone_members[tone] = tone_members.get(tone, ()) + tuple(row.muscle for row in members)
        for region in _tones(members, ""):
            # A region that several groups share belongs to the muscle named first.
            owner = next(row for row in muscles().values() if region in row.regions)
            if owner.group == standing.group:
                tones[region] = tone
    shown = {tone: words for tone, words in legend.items() if tone in tones.values()}
    return Marks(_("Your muscle groups"), tones, shown, tone_members)


def _standing_tone(standing: Standing) -> str:
    if standing.first:
        return "first"
    return "tested" if standing.tested else "untested"


def _known(name: str, rows: Mapping[str, Row], what: str) -> Row:
    if name not in rows:
        raise ValueError(f'There is no {what} "{name}". There are: {", ".join(rows)}.')
    return rows[name]


def _plain(title: str, members: list[Muscle]) -> Marks:
    tones = _tones(members, "primary")
    hidden = [row for row in members if not row.regions]
    legend = {"primary": title} if tones else {}
    ids = {"primary": tuple(row.muscle for row in members)}
    return Marks(title, tones, legend, ids, _note(hidden), _first(members, tones))


def _tones(members: Iterable[Muscle], tone: str) -> dict[str, str]:
    return {region: tone for row in members for region in row.regions}


def _first(members: list[Muscle], tones: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.muscle for row in members[:1] if not tones)


def _note(hidden: list[Muscle]) -> str:
    names = [_("the {muscle}").format(muscle=in_sentence(row.name)) for row in hidden]
    return _(INSIDE).format(muscles=listed(names)) if hidden else ""
