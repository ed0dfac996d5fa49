"""Walk a lesson of each kind in a real JupyterLab, and keep pictures: python -m docs.walks.

By mouse, by keys alone and at 360 pixels: a guess, a term, a slider, a test, a question, and in the
plan lesson the guided session. It fails where the focus is lost or out of sight, or something does
not fit; ``python -m docs.walks 12-your-plan`` walks one lesson alone.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Browser, Error, Locator

from browser.chromium import launched
from docs.walking import WAYS, Keys, Walker
from lab.conftest import Lab
from running_muscles.plan.wishes import Wishes

ROOT = Path(__file__).parents[1]
AWAKE = '.rm-door[data-state="awake"]'
PATIENCE_MS = 12_000
STYLE = """
body { margin: 8px; width: max-content; font: 13px system-ui, sans-serif; background: #fff; }
div { display: flex; gap: 6px; margin-bottom: 8px; } h2 { margin: 2px 0; font-size: 14px; }
figure { margin: 0; } img { display: block; border: 1px solid #bbb; height: 172px; }
"""

Act = Callable[[Walker], None]


def button(inside: Locator, name: str) -> Locator:
    """Return a button by its whole name."""
    return inside.get_by_role("button", name=name, exact=True)


def question(kind: str, number: int = 0) -> Act:
    """Answer a guess, a quick check or a question of the checkpoint."""
    done = {"Guess": "This is my guess", "Check": "Check"}[kind]

    def act(walker: Walker) -> None:
        has = walker.page.get_by_role("button", name=done, exact=True)
        asked = walker.page.locator("section.rm").filter(has=has).nth(number)
        asked.wait_for()
        there = asked.element_handle()
        walker.choose(asked.get_by_role("radio").nth(1))
        walker.press(button(asked, done))
        walker.page.wait_for_timeout(600)
        there.scroll_into_view_if_needed()
        walker.picture(kind)

    return act


def term(walker: Walker) -> None:
    """Open the meaning of the first term."""
    fold = walker.page.locator("details.rm-term > summary").first
    walker.press(fold)
    walker.picture("A term")


def slider(selector: str, title: str) -> Act:
    """Move the first slider of a widget."""

    def act(walker: Walker) -> None:
        widget = walker.page.locator(selector).first
        widget.wait_for()
        walker.slide(widget.get_by_role("slider").first)
        walker.page.wait_for_timeout(400)
        walker.picture(title)

    return act


def test(name: str, end: str) -> Act:
    """Start a self-assessment, let it run for some seconds, and leave it."""

    def act(walker: Walker) -> None:
        shown = walker.page.get_by_role("region", name=name, exact=True)
        walker.press(button(shown, "Start"))
        walker.page.wait_for_timeout(4_000)
        walker.picture(name)
        # Its count-in may be over: then the clock itself is the button that ends it.
        walker.press(button(shown, end).or_(shown.locator("button.rm-clock")).first)

    return act


def session(walker: Walker) -> None:
    """Start the guided session, pause it, go on, and end it."""
    shown = walker.page.get_by_role("region", name="Your session", exact=True)
    if button(shown, "Start").count() == 0:
        walker.choose(shown.get_by_role("radio").first)
    walker.picture("The day's list")
    walker.press(button(shown, "Start"))
    walker.press(button(shown, "Skip this one"))
    walker.page.wait_for_timeout(3_000)
    walker.picture("A set")
    walker.press(button(shown, "Pause"))
    walker.picture("Paused")
    walker.press(button(shown, "Go on"))
    walker.press(button(shown, "Stop"))
    walker.press(button(shown, "Finished for today"))
    walker.picture("The end")


LESSONS: dict[str, tuple[Act, ...]] = {
    "00-start-here": (
        question("Check"),
        question("Guess"),
        test("Ten seconds by feel", "Cancel"),
        term,
    ),
    "07-hamstrings": (
        question("Guess"),
        term,
        slider(".rm-leg", "The running leg"),
        test("Single-leg hamstring bridge", "Cancel"),
        question("Check", -1),
    ),
    "09-big-toe": (
        question("Guess"),
        slider(".rm-mechanism", "A mechanism"),
        question("Check"),
        test("Single-leg stance, eyes open", "Cancel"),
    ),
    "11-running-form": (
        question("Guess"),
        slider(".rm-compare", "Pose, fall, pull"),
        question("Check"),
        slider(".rm-mechanism", "Braking"),
        term,
    ),
    "12-your-plan": (question("Guess"), question("Check"), session, question("Check", -1)),
}


def keep_plan(lab: Lab) -> None:
    """Let the learner have a plan of this week."""
    monday = date.today() - timedelta(days=date.today().weekday())
    wishes = Wishes(monday, weeks=4).as_mapping()
    lab.store.remember("plan", {"rev": 1, "wishes": wishes, "standings": [], "age": None})


def walk(lab: Lab, lesson: str, way: type[Walker]) -> Walker:
    """Walk one lesson in one way."""
    lab.clear()
    keep_plan(lab)
    page = lab.context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.set_viewport_size({"width": way.size[0], "height": way.size[1]})
    reset = "&reset" if way.app == "lab/tree" else ""
    page.goto(f"{lab.address}/{way.app}/{lesson}.ipynb?token={lab.token}{reset}")
    page.locator(AWAKE).wait_for(timeout=90_000)
    page.locator(".rm").first.wait_for(state="attached")
    walker = way(page)
    if isinstance(walker, Keys):
        page.locator(".jp-Notebook").first.focus()
    if way.app == "lab/tree":
        page.keyboard.press("Control+b")  # the list of files
    for act in LESSONS[lesson]:
        try:
            act(walker)
        except (Error, RuntimeError) as error:
            walker.faults.append(str(error).split("\n===")[0])
            walker.picture("Here it stopped")
    page.close()
    for session in lab.call("GET", "sessions"):
        lab.call("DELETE", f"sessions/{session['id']}")
    return walker


def row(walker: Walker) -> str:
    """Return a walker's pictures in a row."""
    figures = "".join(
        f'<figure><img src="data:image/png;base64,{b64encode(data).decode()}">{title}</figure>'
        for title, data in walker.pictures
    )
    return f"<h2>{walker.name}</h2><div>{figures}</div>"


def keep(browser: Browser, lesson: str, walkers: list[Walker]) -> None:
    """Join the pictures of a lesson."""
    page = browser.new_page(viewport={"width": 1256, "height": 400})
    page.set_content(f"<style>{STYLE}</style>{''.join(map(row, walkers))}")
    page.locator("body").screenshot(path=ROOT / f"docs/walk-{lesson[:2]}.png")
    page.close()


def main() -> None:
    """Walk the lessons that are named, or all."""
    faults = []
    with launched() as browser, tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "course", Path(place) / "course")
        lab = Lab(Path(place), browser)
        try:
            for lesson in sys.argv[1:] or LESSONS:
                walkers = [walk(lab, lesson, way) for way in WAYS]
                keep(browser, lesson, walkers)
                for each in walkers:
                    print(lesson, each.name, *each.faults, sep="\n  ", flush=True)
                faults += [
                    f"{lesson}, {each.name}: {told}" for each in walkers for told in each.faults
                ]
        finally:
            lab.stop()
    if faults:
        raise RuntimeError("\n".join(faults))


if __name__ == "__main__":
    main()
