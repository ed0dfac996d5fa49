"""Renew the sheets of all movements, and the row in the README: python -m docs.movements."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


from browser.chromium import launched
from running_muscles.movement.poses import movements
from running_muscles.widgets.body.stills import figure_style, movement_name, still

DOCS = Path(__file__).parent
SHEETS = {"light": "#ffffff", "dark": "#16191d"}
PARTS = 2
ROW = ("squat", "clamshell", "lunge", "high_knees", "toe_yoga", "seated_toe_raise")
LAYOUT = """
body { margin: 8px; display: grid; grid-template-columns: repeat(10, 1fr); gap: 4px;
  font: 9px system-ui, sans-serif; color: #5c6873; }
figure { margin: 0; } svg { display: block; width: 100%; height: 78px; }
figcaption { text-align: center; }
"""
ROW_LAYOUT = """
body { grid-template-columns: repeat(6, 1fr); font-size: 13px; } svg { height: 130px; }
"""


def sheet(names: list[str], background: str) -> str:
    """Return a page of pictures."""
    figures = "".join(
        f"<figure>{still(name)}<figcaption>{escape(movement_name(name))}</figcaption></figure>"
        for name in names
    )
    style = f"{LAYOUT}{figure_style()} body {{ background: {background}; }}"
    return f"<!doctype html><meta charset='utf-8'><style>{style}</style><body>{figures}</body>"


def main() -> None:
    """Take every sheet."""
    with launched() as browser:
        names = list(movements())
        half = -(-len(names) // PARTS)
        for scheme, background in SHEETS.items():
            page = browser.new_page(viewport={"width": 1100, "height": 500}, color_scheme=scheme)  # type: ignore[arg-type]
            for part in range(PARTS):
                page.set_content(sheet(names[part * half : (part + 1) * half], background))
                page.screenshot(path=DOCS / f"movements-{scheme}-{part + 1}.png", full_page=True)
        page = browser.new_page(viewport={"width": 1100, "height": 170})
        page.set_content(sheet(list(ROW), SHEETS["light"]))
        page.add_style_tag(content=ROW_LAYOUT)
        page.screenshot(path=DOCS / "movements-row.png")


if __name__ == "__main__":
    main()
