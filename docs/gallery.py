"""Renew the pictures of the design language and of every widget: python -m docs.gallery.

One long page with all of `docs.gallery_items`, in light, in dark, and as wide as a phone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Browser, Page

from browser.chromium import launched
from browser.conftest import Host
from browser.families import still_clock
from docs.gallery_items import checked_question, items, sheets
from running_muscles.widgets.body import figure

DOCS = Path(__file__).parent
PICTURES: dict[str, dict[str, Any]] = {
    "gallery-light.png": {"width": 1000, "color_scheme": "light"},
    "gallery-dark.png": {"width": 1000, "color_scheme": "dark"},
    "gallery-phone.png": {"width": 360, "color_scheme": "light"},
}
LAYOUT = """
main > :is(h1, h2) { display: none; }
#views { display: grid; gap: 20px; align-items: start; }
@media (min-width: 700px) { #views { grid-template-columns: 1fr 1fr; } }
.gallery-column { min-width: 0; }
.gallery-column h2 { margin: 16px 2px 4px; font-size: 15px; }
"""
# The side that comes first is drawn by lot: always left here, so that the picture stays the same.
# Names of fields are drawn by lot too, and must differ between scripts.
LOT = "let drawn = 0; Math.random = () => (drawn = (drawn + 0.0137) % 0.5)"
COLUMNS = """
(count) => {
  for (let made = 0; made < count; made += 1) {
    const column = document.createElement("div");
    column.className = "gallery-column";
    document.querySelector("#views").append(column);
  }
}
"""
# The newest widget goes below its name, into the column that is shorter so far.
PLACE = """
(title) => {
  const views = document.querySelector("#views");
  const shown = views.lastElementChild;
  const columns = [...views.querySelectorAll(".gallery-column")];
  const bottoms = columns.map((column) => {
    const last = column.lastElementChild;
    return last === null ? 0 : last.getBoundingClientRect().bottom;
  });
  const heading = document.createElement("h2");
  heading.textContent = title;
  columns[bottoms.indexOf(Math.min(...bottoms))].append(heading, shown);
  shown.dataset.title = title;
}
"""
# A page without a script, as a lesson shows it.
SHEET = """
(html) => {
  const shown = document.createElement("div");
  shown.innerHTML = html;
  document.querySelector("#views").append(shown);
}
"""
# The kernel side: every entry is stored, a question that is checked gets its answer, and whoever
# asks for a movement gets it.
ANSWERS = """
([checked, figures]) => {
  window.answers = ({ id, rev, kind, body }) => {
    if (kind === "check") return { ...checked, id };
    if (kind === "figure") return { kind: "answered", id, ...figures[body.name] };
    return { kind: "stored", id, rev };
  };
}
"""
MOVEMENTS = ("standing_march", "side_plank")  # of the session


def fill_page(page: Page, columns: int) -> None:
    """Show every widget and bring it into its state."""
    page.add_style_tag(content=LAYOUT)
    page.evaluate(COLUMNS, columns)
    figures = {name: figure.answer({"name": name, "script": True}) for name in MOVEMENTS}
    page.evaluate(ANSWERS, [checked_question()[1], figures])
    for title, html in sheets():
        page.evaluate(SHEET, html)
        page.evaluate(PLACE, title)
    for item in items():
        page.evaluate("([script, state]) => window.show(script, state)", [item.script, item.state])
        page.evaluate(PLACE, item.title)
        widget = page.locator(f'[data-title="{item.title}"]')
        for act in item.acts:
            act(page, widget)
    page.evaluate("document.activeElement?.blur()")


def take(browser: Browser, picture: str, width: int, **options: Any) -> None:
    """Take one picture.

    Raises
    ------
    RuntimeError
        If the page reported an error, asked the network, or is wider than its window.
    """
    host = Host(browser, width=width, reduced_motion="reduce", **options)
    host.context.add_init_script(LOT)
    first, *_ = items()
    page = still_clock(host.open(first.script, first.state))
    page.evaluate("window.closeWidget()")
    page.evaluate("document.querySelector('#views').replaceChildren()")
    fill_page(page, columns=2 if width > 700 else 1)
    spare = page.evaluate("innerWidth - document.documentElement.scrollWidth")
    page.screenshot(path=DOCS / picture, full_page=True)
    host.context.close()
    wrong = [*host.errors, *host.strangers, *([f"{-spare} px too wide"] if spare < 0 else [])]
    if wrong:
        raise RuntimeError(f"{picture}: {'; '.join(wrong)}")


def main() -> None:
    """Take every picture."""
    with launched() as browser:
        for picture, options in PICTURES.items():
            take(browser, picture, **options)


if __name__ == "__main__":
    main()
