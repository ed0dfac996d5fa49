"""Where Chromium is, and how the tests start it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# Draws the same pages without a browser's own windows, in two thirds of the time. What it lacks is
# around a page: it gives a site no more room for storage than it likes.
SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path(*, whole: bool = False) -> str:
    """Return the path of Chromium.

    Parameters
    ----------
    whole : bool
        Whether it is to be the browser that people have, and not the shell around its pages.

    Raises
    ------
    RuntimeError
        If there is none; the message says what to install.
    """
    names = (*NAMES, SHELL) if whole else (SHELL, *NAMES)
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise RuntimeError(
            "Chromium is not installed. On Debian run `apt-get install chromium`; "
            "elsewhere install Chromium or Chrome, or set CHROMIUM to its path."
        )
    return found


@contextmanager
def launched(*, whole: bool = False) -> Iterator[Browser]:
    """Start Chromium, and end it; Playwright can be started once in a process."""
    with sync_playwright() as playwright:
        path = chromium_path(whole=whole)
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
