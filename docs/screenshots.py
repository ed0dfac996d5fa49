"""Renew the pictures that the README shows: python -m docs.screenshots.

A lesson in a real JupyterLab (light, dark) and in Notebook on a phone's width, in the middle of a
plank; and a feedback page, made by nbgrader from a made-up student's answers.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import yaml
from playwright.sync_api import Browser, Page

from browser.chromium import launched
from lab.conftest import Lab

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
QUIZ = LESSON = "03-core"
THEME = "lab/user-settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
AT = "2026-11-21T10:00:00.000Z"


def use_theme(home: Path, name: str) -> None:
    """Let JupyterLab and Notebook open in a theme."""
    settings = home / "config" / THEME
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"theme": name}), encoding="utf-8")


def hold_on(page: Page) -> None:
    """Start the plank and wait until the clock shows some seconds."""
    plank = page.get_by_role("region", name="Front plank", exact=True)
    plank.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_function(
        "() => parseFloat(document.querySelector('.rm-running .rm-clock-time')?.textContent) >= 3"
    )
    plank.evaluate("(plank) => plank.scrollIntoView({block: 'center'})")


def lesson(browser: Browser, home: Path, theme: str, picture: str, *, phone: bool = False) -> None:
    """Take one picture of the plank in lesson 03."""
    use_theme(home, theme)
    shutil.copytree(ROOT / "course", home / "course")
    lab = Lab(home, browser)
    try:
        lab.clear()
        if phone:
            page = lab.context.new_page()
            page.set_viewport_size({"width": 360, "height": 740})
            page.goto(f"{lab.address}/notebooks/{LESSON}.ipynb?token={lab.token}")
            lab.wait_for_kernel(page, f"{LESSON}.ipynb")
            page.keyboard.press("Escape")
            lab.menu(page, "Run", "Run All Cells")
        else:
            page = lab.open(f"{LESSON}.ipynb")
        hold_on(page)
        page.screenshot(path=DOCS / picture)
    finally:
        lab.stop()


def some_answers() -> dict[str, Any]:
    """Answer every question of the built quiz: the first option, the first order, a short text."""
    built = ROOT / f"assessments/source/{QUIZ}/questions.json"
    answers: dict[str, Any] = {}
    for question in yaml.safe_load(built.read_text(encoding="utf-8"))["questions"]:
        options = [option["id"] for option in question.get("options", ())]
        made_up = {
            "single": lambda options=options: options[0],
            "multiple": lambda options=options: options[:2],
            "order": lambda question=question: [item["id"] for item in question["items"]],
            "numeric": lambda question=question: {"number": 2, "unit": question["units"][0]},
            "text": lambda: "The study did not show it. Train your core, and enjoy your runs.",
        }.get(question["type"])
        if made_up is not None:
            answers[question["id"]] = {"value": made_up(), "at": AT}
    return answers


def feedback(browser: Browser, folder: Path) -> None:
    """Let nbgrader make a feedback page, and take its picture."""
    course = folder / "assessments"
    for part in ("bank", "source"):
        shutil.copytree(ROOT / "assessments" / part, course / part)
    shutil.copy(ROOT / "assessments/nbgrader_config.py", course)

    def nbgrader(*words: str) -> None:
        command = [sys.executable, "-m", "nbgrader", *words]
        subprocess.run(command, cwd=course, check=True, capture_output=True)

    nbgrader("generate_assignment", QUIZ)
    handed_in = course / "submitted" / "ada" / QUIZ
    shutil.copytree(course / "release" / QUIZ, handed_in)
    responses = {"format": 1, "quiz": QUIZ, "responses": some_answers()}
    (handed_in / "responses.json").write_text(json.dumps(responses), encoding="utf-8")
    nbgrader("autograde", QUIZ)
    nbgrader("generate_feedback", QUIZ)
    page = browser.new_page(viewport={"width": 900, "height": 1100})
    page.goto((course / "feedback" / "ada" / QUIZ / f"{QUIZ}.html").as_uri())
    page.screenshot(path=DOCS / "feedback.png")
    page.close()


def main() -> None:
    """Take every picture."""
    with launched() as browser, tempfile.TemporaryDirectory() as place:
        root = Path(place)
        lesson(browser, root / "light", "JupyterLab Light", "lesson-light.png")
        lesson(browser, root / "dark", "JupyterLab Dark", "lesson-dark.png")
        lesson(browser, root / "phone", "JupyterLab Light", "lesson-phone.png", phone=True)
        feedback(browser, root)


if __name__ == "__main__":
    main()
