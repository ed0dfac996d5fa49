"""A profile as a table in words: the same as its picture says, and more."""

from __future__ import annotations

from html import escape

from running_muscles.measure.norms import Asymmetry, Change, Reading
from running_muscles.measure.profile import GroupProfile, Measured, Profile, SideProfile
from running_muscles.translation.content import plain_text, with_content
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import dated, number
from running_muscles.widgets.history import result_text, value_text
from running_muscles.widgets.page import cited, page, paragraph
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import sided

LEAD = N_(
    "Compare yourself with yourself first: before and now, left and right. A place among other "
    "people is no grade and no diagnosis, and it says nothing about injury. A percentile tells "
    "how many of 100 people had a lower result."
)
NO_RESULTS = N_(
    "You have no results yet. Take a test in one of the lessons, then run this cell again."
)
HEADINGS = (N_("Test"), N_("Result"), N_("What it means"))
_NOISE = {
    True: N_("This stands out from the noise of the test."),
    False: N_("This may be noise."),
    None: N_("How large the noise of this test is, is not known."),
}


def profile_page(profile: Profile) -> str:
    """Return a profile as HTML that follows the theme and needs no script."""
    head = "".join(f'<th scope="col">{escape(_(each))}</th>' for each in HEADINGS)
    rows = "".join(_group(group) for group in profile.groups)
    return page(
        paragraph(_("Your profile in words"), "title"),
        paragraph(_(LEAD)),
        "" if _any_result(profile) else paragraph(_(NO_RESULTS)),
        f'<div class="rm-rows"><table><thead><tr>{head}</tr></thead>{rows}</table></div>',
    )


def profile_text(profile: Profile) -> str:
    """Return a profile as plain text: a line a result, and the groups not tested yet."""
    lines = [
        _line(group.name, test, side)
        for group in profile.groups
        for test in group.measured
        for side in test.sides
    ]
    untested = ", ".join(group.name for group in profile.groups if not group.tested)
    return "\n".join([*(lines or [_(NO_RESULTS)]), _not_tested(untested or _("nothing"))])


def _line(group: str, test: Measured, side: SideProfile) -> str:
    said = _("{group}: {test} {value}").format(
        group=group,
        test=_test_name(test, side),
        value=value_text(side.latest.value, test.unit),
    )
    return f"{said}, {plain_text(_place(side.reading))}" if side.reading else said


def _not_tested(names: str) -> str:
    return _("Not tested yet: {names}.").format(names=names)


def _any_result(profile: Profile) -> bool:
    return any(group.tested for group in profile.groups)


def _group(group: GroupProfile) -> str:
    columns = len(HEADINGS)
    rows = [f'<tr><th scope="rowgroup" colspan="{columns}">{escape(group.name)}</th></tr>']
    rows += [_row(test, side) for test in group.measured for side in test.sides]
    if group.untested:
        names = _("Not tested yet: {names}").format(names=", ".join(group.untested))
        rows.append(f'<tr><td colspan="{columns}" class="rm-soft">{escape(names)}</td></tr>')
    elif not group.measured:
        words = _("The course has no test of its own for this group.")
        rows.append(f'<tr><td colspan="{columns}" class="rm-soft">{escape(words)}</td></tr>')
    return f"<tbody>{''.join(rows)}</tbody>"


def _row(test: Measured, side: SideProfile) -> str:
    result = escape(result_text(side.latest))
    if side.best is not None and side.best.value != side.latest.value:
        best = _("best {value}").format(value=value_text(side.best.value, test.unit))
        result += f'<br><span class="rm-soft">{escape(best)}</span>'
    cells = (
        f'<th scope="row">{escape(_test_name(test, side))}</th>',
        f'<td style="overflow-wrap:normal">{result}</td>',
        f"<td>{_meaning(test, side)}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _test_name(test: Measured, side: SideProfile) -> str:
    return sided(test.name, side.side)


def _meaning(test: Measured, side: SideProfile) -> str:
    if not test.scored:
        return paragraph(_("Observation only: no number to compare."), "soft")
    parts = []
    if side.change is not None and side.earlier is not None:
        when = dated(side.earlier.local_time)
        parts.append(paragraph(_change_words(side.change, when, test.unit)))
    # Said once, beside the last side of the test.
    if test.gap is not None and side is test.sides[-1]:
        parts.append(paragraph(_gap_words(test.gap, test.unit)))
    parts.append(_reading(side.reading))
    return "".join(parts)


def _change_words(change: Change, when: str, unit: str) -> str:
    if change.difference == 0:
        return _("The same as on {day}.").format(day=when)
    said = (
        _("More than on {day} by {size}.")
        if change.difference > 0
        else _("Less than on {day} by {size}.")
    )
    size = value_text(abs(change.difference), unit)
    return f"{said.format(day=when, size=size)} {_(_NOISE[change.beyond_noise])}"


def _gap_words(gap: Asymmetry, unit: str) -> str:
    if not gap.larger:
        return _("Left and right are the same.")
    said = (
        _("The left side has more, by {size} ({percent} %).")
        if gap.larger == "left"
        else _("The right side has more, by {size} ({percent} %).")
    )
    size, percent = value_text(abs(gap.difference), unit), number(gap.percent, ".0f")
    beyond = None if gap.within_error is None else not gap.within_error
    return f"{said.format(size=size, percent=percent)} {_(_NOISE[beyond])}"


def _place(reading: Reading) -> str:
    """Return where a result stands, in few words."""
    if reading.percentile_text:
        return _("{place} percentile").format(place=reading.percentile_text)
    if reading.band:
        band = reading.band.replace(chr(34), "")
        return _("in the words of the source: {band}").format(band=band)
    if reading.mean is None:
        return ""
    return _("the mean of the group was {mean}").format(mean=number(reading.mean))


def _reading(reading: Reading | None) -> str:
    if reading is None:
        return paragraph(_("We found no published group that fits."), "soft")
    outside = reading.includes_learner is False
    place = _("A group of other people, not like you") if outside else _place(reading)
    shown = place[:1].upper() + place[1:]
    return (
        f"<details><summary>{with_content(escape(shown))}</summary>"
        f"<p>{with_content(escape(reading.sentence))} {cited([reading.citation])}</p></details>"
    )
