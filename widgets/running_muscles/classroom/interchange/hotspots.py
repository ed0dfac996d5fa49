"""Regions of the body map in words, for systems that know no regions."""

from __future__ import annotations

from collections.abc import Iterable

from running_muscles.quiz.questions import Region
from running_muscles.quiz.regions import region_name
from running_muscles.tables import body_regions

_BETWEEN = "; "


def grouped(regions: Iterable[Region]) -> list[tuple[str, str]]:
    """Return the names of the regions that share a reason, with that reason."""
    names: dict[str, list[str]] = {}
    for region in regions:
        names.setdefault(region.reason, []).append(region_name(region.id))
    return [(_BETWEEN.join(every), reason) for reason, every in names.items()]


def named(text: str, view: str) -> list[str]:
    """Return the regions of a view that `grouped` has named in one line."""
    ids = {row.name: name for name, row in body_regions().items() if row.view == view}
    return [ids[one] for one in text.split(_BETWEEN) if one in ids]


def view_of(file: str) -> str:
    """Return the view that a picture of ours shows; "" for any other picture."""
    from running_muscles.classroom.interchange.body_picture import file_name

    views = (view for view in ("front", "back") if file.endswith(file_name(view)))
    return next(views, "")
