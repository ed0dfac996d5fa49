"""The learner's profile: a picture, the same in words, and the body map coloured by it."""

from __future__ import annotations

from typing import Any

from IPython.display import display

from running_muscles.measure import about
from running_muscles.measure import profile as measured
from running_muscles.measure.privacy import NOT_SAVED, results_asked_for
from running_muscles.measure.store import Store, StoreError
from running_muscles.widgets import notice, still
from running_muscles.widgets.body.musclemap import MuscleMap
from running_muscles.widgets.chart import PLOTLY
from running_muscles.widgets.own.profile_figure import profile_figure
from running_muscles.widgets.own.profile_page import profile_page, profile_text
from running_muscles.widgets.speaking import _, settle
from running_muscles.widgets.unsaved import Unsaved


class Profile:
    """All results of the learner by muscle group, as they stand when the cell is run.

    Parameters
    ----------
    store : Store, optional
        Where results are; the learner's own file by default.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._store = store if store is not None else Store()

    @property
    def groups(self) -> tuple[measured.GroupProfile, ...]:
        """What is known about each muscle group, for code of your own.

        Raises
        ------
        StoreError
            If the results file cannot be read.
        """
        return self._read().groups

    def __repr__(self) -> str:
        try:
            return profile_text(self._read())
        except StoreError as error:
            return str(error)

    def _ipython_display_(self) -> None:
        """Show picture, words and map; a sentence if the results file cannot be read."""
        try:
            profile = self._read()
        except StoreError as error:
            display(notice.Notice(str(error)))
            return
        if results_asked_for():
            for bundle in _bundles(profile):
                display(bundle, raw=True)
            display(MuscleMap(profile=profile))
        else:
            saved = still.words(_("Your profile"), _(NOT_SAVED))
            display(Unsaved(_bundles(profile), saved, [MuscleMap(profile=profile)]))

    def _read(self) -> measured.Profile:
        settle()
        return measured.profile(self._store.results(), about.load(self._store))


def _bundles(profile: measured.Profile) -> list[dict[str, Any]]:
    words = profile_text(profile)
    shown: list[dict[str, Any]] = [{"text/html": profile_page(profile), "text/plain": words}]
    if any(group.tested for group in profile.groups):
        shown.insert(0, {PLOTLY: profile_figure(profile), "text/plain": words})
    return shown
