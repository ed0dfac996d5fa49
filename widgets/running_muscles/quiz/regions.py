"""What the places on the body map are called."""

from __future__ import annotations

from running_muscles.tables import body_regions


def region_name(region: str) -> str:
    """Return what the body map calls a region: ``Buttock (gluteus maximus), left``.

    A file may name a region that no map has; its id is then shown in words.
    """
    row = body_regions().get(region)
    return row.name if row else region.replace("-", " ")
