"""Where Chromium is, and how the tests start it."""

from __future__ import annotations

import os
import shutil

# The first draws the same pages without a browser's own windows, in two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """Return the path of Chromium.

    Raises
    ------
    RuntimeError
        If there is none; the message says what to install.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise RuntimeError(
            "Chromium is not installed. On Debian run `apt-get install chromium-headless-shell`; "
            "elsewhere install Chromium or Chrome, or set CHROMIUM to its path."
        )
    return found
