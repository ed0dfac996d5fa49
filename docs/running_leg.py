"""Renew the film strip of the running leg: python -m docs.running_leg.

Two rows of the drawing alone: one stride in light from the side, and other sides, muscles and
speeds in dark.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Browser, Page

from browser.chromium import launched
from browser.conftest import Host
from browser.test_leg import opened, slider

PICTURE = Path(__file__).parent / "running-leg.png"
WIDTH, FRAME = 1240, 248


class Frame(NamedTuple):
    """One picture of the strip."""

    percent: int
    turn: int = 0
    speed: float = 3.5


class Row(NamedTuple):
    """Pictures of the same muscles in one theme."""

    scheme: str
    muscles: tuple[str, ...]
    frames: tuple[Frame, ...]


ROWS = (
    Row(
        "light",
        ("biceps_femoris", "vastus_lateralis", "soleus", "psoas_major"),
        tuple(Frame(percent) for percent in (0, 16, 36, 64, 90)),
    ),
    Row(
        "dark",
        ("gluteus_maximus", "semitendinosus", "rectus_femoris", "gastrocnemius"),
        (Frame(82, 0, 2.5), Frame(82, 0, 4.5), Frame(34, 45), Frame(20, 90), Frame(96, -125)),
    ),
)
# The frames stand beside each other on a page of their own.
STRIP = """
(rows) => {
  document.body.innerHTML = "";
  document.body.style.cssText = "margin: 0; background: none";
  for (const { paper, frames } of rows) {
    const row = document.createElement("div");
    row.style.cssText = `display: flex; background: ${paper}`;
    for (const source of frames) {
      const image = document.createElement("img");
      image.src = source;
      image.style.cssText = "width: 20%; display: block";
      row.append(image);
    }
    document.body.append(row);
  }
}
"""


def frames(browser: Browser, row: Row) -> dict[str, Any]:
    """Draw a row's pictures."""
    host = Host(browser, width=FRAME * 2, color_scheme=row.scheme)
    page = opened(host, *row.muscles)
    taken = [_frame(page, frame) for frame in row.frames]
    paper = page.evaluate("getComputedStyle(document.querySelector('.rm-leg')).backgroundColor")
    host.context.close()
    if host.errors or host.strangers:
        raise RuntimeError("; ".join([*host.errors, *host.strangers]))
    return {"paper": paper, "frames": taken}


def _frame(page: Page, frame: Frame) -> str:
    slider(page, "Running speed").fill(str(frame.speed))
    slider(page, "Turn the runner").fill(str(frame.turn))
    slider(page, "Moment in the stride").fill(str(frame.percent))
    return str(page.evaluate("document.querySelector('canvas').toDataURL()"))


def main() -> None:
    """Take the strip."""
    with launched() as browser:
        rows = [frames(browser, row) for row in ROWS]
        page = browser.new_page(viewport={"width": WIDTH, "height": 400})
        page.evaluate(STRIP, rows)
        page.wait_for_function("[...document.images].every((image) => image.complete)")
        page.screenshot(path=PICTURE, full_page=True)


if __name__ == "__main__":
    main()
