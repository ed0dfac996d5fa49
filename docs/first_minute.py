"""Renew the film strip of a beginner's first minute: python -m docs.first_minute.

Lesson 03 is opened on a phone's width and on a wide screen, and nothing is pressed that a beginner
would have to know of: they scroll, and start a plank. A picture every two seconds.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from base64 import b64encode
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Browser, Page

from browser.chromium import launched
from lab.conftest import Lab

ROOT = Path(__file__).parents[1]
LESSON = "03-core.ipynb"
PICTURES, EVERY_MS = 30, 2000
SIZES = {"360 pixels wide": (360, 740, 144), "1200 pixels wide": (1200, 780, 288)}
STYLE = """
body { margin: 12px; width: 1500px; font: 14px system-ui, sans-serif; background: #fff; }
div { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 12px; }
figure { margin: 0; } img { display: block; border: 1px solid #bbb; } h2 { margin: 8px 0; }
"""


def move_on(page: Page, number: int) -> None:
    """Do what a reader does between two pictures: read on, and try the plank when it comes."""
    start = page.get_by_role("region", name="Front plank", exact=True).get_by_role(
        "button", name="Start", exact=True
    )
    if number == PICTURES - 8 and start.count() > 0:
        start.evaluate("(button) => button.scrollIntoView({block: 'center'})")
    elif number == PICTURES - 6 and start.count() > 0:
        start.click()
    elif 4 < number < PICTURES - 8:
        page.mouse.move(page.viewport_size["width"] / 2, 400)
        page.mouse.wheel(0, 350)


def minute(browser: Browser, home: Path, width: int, height: int) -> list[bytes]:
    """Take the pictures of one minute."""
    shutil.copytree(ROOT / "course", home / "course")
    lab = Lab(home, browser)
    try:
        lab.clear()
        page = lab.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{lab.address}/lab/tree/{LESSON}?token={lab.token}&reset")
        pictures = []
        for number in range(PICTURES):
            page.wait_for_timeout(EVERY_MS)
            move_on(page, number)
            pictures.append(page.screenshot())
        return pictures
    finally:
        lab.stop()


def strip(title: str, pictures: list[bytes], width: int) -> str:
    """Lay pictures out in rows, each with its second."""
    figures = "".join(
        f'<figure><img width="{width}" src="data:image/png;base64,{b64encode(picture).decode()}">'
        f"{(number + 1) * EVERY_MS // 1000} s</figure>"
        for number, picture in enumerate(pictures)
    )
    return f"<h2>{title}</h2><div>{figures}</div>"


def join(browser: Browser, strips: list[str], name: str) -> None:
    """Write strips below each other into a picture beside this file."""
    page = browser.new_page(viewport={"width": 1524, "height": 400})
    page.set_content(f"<style>{STYLE}</style>{''.join(strips)}")
    page.screenshot(path=ROOT / "docs" / name, full_page=True)


def main() -> None:
    """Take both minutes and join them."""
    with launched() as browser, tempfile.TemporaryDirectory() as place:
        strips = [
            strip(title, minute(browser, Path(place) / title, width, height), small)
            for title, (width, height, small) in SIZES.items()
        ]
        join(browser, strips, "first-minute.png")


if __name__ == "__main__":
    main()
