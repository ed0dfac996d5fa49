"""Which results are in no file that the learner took away, and whether that matters here.

On Binder the machine goes when the learner leaves, and a browser may clear what it keeps.
"""

from __future__ import annotations

import os
from typing import Literal

from running_muscles.measure.page_storage import in_page
from running_muscles.measure.store import Store

SETTING = "taken_away"
# BinderHub tells what it starts where it comes from (jupyterhub/binderhub#1010).
BINDER = ("BINDER_REPO_URL", "BINDER_LAUNCH_HOST")

Lasting = Literal["disk", "browser", "visit"]


def lasting() -> Lasting:
    """Return how long results stay where they are: as long as a disk, a browser, or this visit."""
    if in_page():
        return "browser"
    return "visit" if any(name in os.environ for name in BINDER) else "disk"


def take(store: Store) -> None:
    """Remember that all results of now are in a file.

    Raises
    ------
    StoreError
    """
    store.remember(SETTING, [result.id for result in store.results()])


def left_behind(store: Store) -> int:
    """Return how many results are in no file that was taken away.

    Raises
    ------
    StoreError
    """
    taken = set(store.setting(SETTING) or ())
    return sum(result.id not in taken for result in store.results())
