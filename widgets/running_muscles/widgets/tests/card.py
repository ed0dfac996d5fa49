"""The card of a result: one drawing and one sentence; what else there is to say is folded.

Which two results are compared, how large the noise is and which group may stand first is
decided in `measure`; here it is only shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from running_muscles.measure import norms
from running_muscles.measure.about import About
from running_muscles.measure.noise import noise
from running_muscles.measure.result import Result
from running_muscles.tables import Protocol, references
from running_muscles.translation import spoken
from running_muscles.translation.content import inside
from running_muscles.translation.spoken import N_
from running_muscles.widgets.history import OBSERVED, value_text
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import headed
from running_muscles.widgets.tests.strip import Lane, People, strip
from running_muscles.widgets.tests.trend import trend

PRACTICE = N_("This is practice. It counts for nothing, and nothing is compared.")
FIRST = N_("This is your first result: from here on you compare yourself with yourself.")
FIRST_NOISE = N_(
    "This is your first result. The next one can land anywhere in the shaded band "
    "with nothing changed."
)
INSIDE = N_("That lies inside the shaded band, so it may be noise.")
OUTSIDE = N_("That lies outside the shaded band, so it stands out from the noise.")
NO_NOISE = N_("We found no study of this test's noise, so look at the trend over some weeks.")


def card(results: Sequence[Result], protocol: Protocol, about: About) -> dict[str, Any]:
    """Return the drawing of a test's results, its sentence and whom the group consists of.

    Parameters
    ----------
    results : sequence of Result
        In order of time, all of `protocol`'s test.

    Returns
    -------
    dict
        ``drawing``; ``trend`` over time, or ``None``; ``sentence``; ``group``, a caption with
        its ``links``, or ``None``. Empty without a result, and for an observation, which has
        no number.
    """
    sides = protocol.sides or ("",)
    # A file that was brought may hold a result without the side that its test asks for.
    shown = [result for result in results if result.side in sides]
    if not shown or protocol.unit == OBSERVED:
        return {}
    lanes = [
        Lane(side, rows, _band(rows, protocol))
        for side in sides
        if (rows := [result for result in shown if result.side == side])
    ]
    groups = _groups(lanes, protocol, about)
    drawn = [People(side, one.spread) for side, one in groups.items() if one.spread is not None]
    return {
        "drawing": strip(lanes, drawn, protocol.unit),
        "trend": trend(lanes, protocol.unit),
        "sentence": _sentence(shown[-1], lanes, protocol),
        "group": _caption(next(iter(groups.values()))) if drawn else None,
    }


def _band(rows: Sequence[Result], protocol: Protocol) -> tuple[float, float] | None:
    """Return the band of noise around the result before, or around the only one."""
    error = noise(protocol.test, protocol.unit) if protocol.scored else None
    return error.band(rows[-2 if len(rows) > 1 else -1].value) if error else None


def _groups(lanes: Sequence[Lane], protocol: Protocol, about: About) -> dict[str, norms.Reading]:
    """Return the one group that may stand first; by side where its study tells left from right."""
    found: dict[str, norms.Reading] = {}
    for lane in lanes if protocol.scored else ():
        first, *__ = norms.compare(
            protocol.test,
            lane.results[-1].value,
            side=lane.side,
            sex=about.sex or None,
            age=about.age,
        ) or (None,)
        if first is not None and first.includes_learner is not False:
            found[lane.side] = first
    same = len({one.reference for one in found.values()}) == 1
    return {"": next(iter(found.values()))} if same else found


def _caption(group: norms.Reading) -> dict[str, Any]:
    source = references().get(group.citation)
    links = [] if source is None else [{"text": source.short, "url": source.url}]
    text = _("The group: {people}.").format(people=inside(group.who))
    if group.spread:
        text += " " + _("Drawn: {meaning}.").format(meaning=group.spread.meaning)
    return {"text": text, "links": links}


def _sentence(latest: Result, lanes: Sequence[Lane], protocol: Protocol) -> str:
    if not protocol.scored:
        return _(PRACTICE)
    lane = next(each for each in lanes if each.side == latest.side)
    if len(lane.results) == 1:
        words = _(FIRST if lane.noise is None else FIRST_NOISE)
    else:
        words = _compared(lane, protocol)
    return headed(lane.side, _inside(words)) if lane.side else words


def _inside(words: str) -> str:
    """Return a sentence as it stands behind a colon: in English it begins small there."""
    small = spoken.current() == spoken.ENGLISH
    return words[0].lower() + words[1:] if small else words


def _compared(lane: Lane, protocol: Protocol) -> str:
    change = norms.change(protocol.test, lane.results[-2].value, lane.results[-1].value)
    if round(change.difference, 1) == 0:
        return _("The same as before.")
    size = value_text(abs(change.difference), protocol.unit)
    more = change.difference > 0
    start = (_("{size} more than before.") if more else _("{size} less than before.")).format(
        size=size
    )
    verdicts = {True: OUTSIDE, False: INSIDE, None: NO_NOISE}
    return f"{start} {_(verdicts[change.beyond_noise])}"
