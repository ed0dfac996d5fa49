"""The learner's choice of a language: made once, kept with the results, asked for by every lesson."""

from __future__ import annotations

import os
import re
from pathlib import Path

from running_muscles.translation import spoken
from running_muscles.translation.spoken import _
from running_muscles.measure.page_storage import in_page
from running_muscles.measure.store import Store, StoreError, default_path
from running_muscles.widgets.notice import Notice

KEPT = "language"
# JupyterLab's own choice: Settings, Language. Its file may hold comments, so it is no plain JSON.
LAB_SETTINGS = "lab/user-settings/@jupyterlab/translation-extension/plugin.jupyterlab-settings"
LOCALE = re.compile(r'"locale"\s*:\s*"([\w-]+)"')


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
    try:
        Store().remember(KEPT, spoken.current())
    except StoreError:
        return Notice(_("The tools on this page speak English. Next time, choose it again."))
    return Notice(_("The tools of the course speak English."))


def settle() -> None:
    """Speak as the learner chose: before in this course, or else in JupyterLab."""
    if spoken.chosen() is None:
        spoken.speak(_kept() or _lab_language() or spoken.ENGLISH)


def _kept() -> str | None:
    # A results file is made when there is something to keep, not by looking.
    if not in_page() and not default_path().exists():
        return None
    try:
        return spoken.known(Store().setting(KEPT))
    except StoreError:
        return None


def _lab_language() -> str | None:
    home = os.environ.get("JUPYTER_CONFIG_DIR") or Path.home() / ".jupyter"
    try:
        found = LOCALE.search((Path(home) / LAB_SETTINGS).read_text(encoding="utf-8"))
    except (OSError, UnicodeError):
        return None
    return spoken.known(found.group(1)) if found else None
