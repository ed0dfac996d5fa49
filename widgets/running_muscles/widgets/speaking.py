"""The learner's language: chosen once, kept with the results, asked for by every lesson."""

from __future__ import annotations

import os
import re
from pathlib import Path

from running_muscles.measure.page_storage import in_page
from running_muscles.measure.store import Store, StoreError, default_path
from running_muscles.translation import spoken
from running_muscles.translation.spoken import N_
from running_muscles.widgets.notice import Notice

KEPT = "language"
# JupyterLab's own choice: Settings, Language. Its file may hold comments, so it is no plain JSON.
LAB_SETTINGS = "lab/user-settings/@jupyterlab/translation-extension/plugin.jupyterlab-settings"
LOCALE = re.compile(r'"locale"\s*:\s*"([\w-]+)"')
SPOKEN = N_(
    "The tools of the course speak English, here and in each lesson that you open from now on."
)


def language(name: str) -> Notice:
    """Let the course speak another language, and keep the choice for every lesson.

    What is on a page already stays as it is until its cell is run again.

    Parameters
    ----------
    name : str
        Code of a language, such as ``"de"`` or ``"en"``.

    Raises
    ------
    ValueError
        If there is no catalogue of it; the message names those that there are.
    """
    spoken.speak(name)
    needs_no_file = _lab_language() in (None, spoken.ENGLISH) and not _has_file()
    if spoken.current() == spoken.ENGLISH and needs_no_file:
        return Notice(SPOKEN)  # what nobody has to be told the next time
    try:
        Store().remember(KEPT, spoken.current())
    except StoreError:
        return Notice(_("This page speaks English. Next time, choose it again."))
    return Notice(_(SPOKEN))


def _(text: str) -> str:
    """Return a sentence in the learner's language."""
    settle()
    return spoken._(text)


def ngettext(one: str, other: str, count: float) -> str:
    """Return the form of a sentence that goes with a count, in the learner's language."""
    settle()
    return spoken.ngettext(one, other, count)


def settle() -> None:
    """Speak as the learner chose: before in this course, or else in JupyterLab."""
    if spoken.chosen() is None:
        spoken.speak(_kept() or _lab_language() or spoken.ENGLISH)


def _kept() -> str | None:
    if not _has_file():
        return None
    try:
        return spoken.known(Store().setting(KEPT))
    except StoreError:
        return None


def _has_file() -> bool:
    # A results file is made when there is something to keep, not by looking.
    return in_page() or default_path().exists()


def _lab_language() -> str | None:
    home = os.environ.get("JUPYTER_CONFIG_DIR") or Path.home() / ".jupyter"
    try:
        found = LOCALE.search((Path(home) / LAB_SETTINGS).read_text(encoding="utf-8"))
    except (OSError, UnicodeError):
        return None
    return spoken.known(found.group(1)) if found else None
