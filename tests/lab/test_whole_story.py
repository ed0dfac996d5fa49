"""The main job, from a first plank to a mark in the grade book, in a real browser."""

from __future__ import annotations

import csv
import os
import pwd
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from classroom.made_up_class import asked, mark
from lab.conftest import Lab

pytestmark = [pytest.mark.lab, pytest.mark.classroom]

ROOT = Path(__file__).parents[2]
QUIZ = "03-core"
# The account that nbgrader hands in for.
STUDENT = pwd.getpwuid(os.getuid()).pw_name
GIVEN_BY_HAND = 3


class Course:
    """An instructor's folder and the exchange between it and a student."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "assessments"
        self.exchange = root / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o777)
        for part in ("bank", "source"):
            shutil.copytree(ROOT / "assessments" / part, self.folder / part)
        shutil.copy(ROOT / "assessments/nbgrader_config.py", self.folder)

    def nbgrader(self, *words: str) -> str:
        command = [sys.executable, "-m", "nbgrader", *words, f"--Exchange.root={self.exchange}"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def settle(self, home: Path) -> None:
        """Write what a student's Jupyter must know: where the exchange is."""
        config = home / "config"
        config.mkdir(parents=True)
        (config / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.Exchange.root = {str(self.exchange)!r}\n"
            "c.CourseDirectory.course_id = 'running-muscles'\n",
            encoding="utf-8",
        )


@pytest.fixture
def course(tmp_path):
    course = Course(tmp_path)
    course.nbgrader("generate_assignment", QUIZ)
    course.nbgrader("release_assignment", QUIZ)
    return course


@pytest.fixture
def student(course, tmp_path, chromium):
    home = tmp_path / "student"
    course.settle(home)
    shutil.copytree(ROOT / "course", home / "course")
    lab = Lab(home, chromium)
    yield lab
    lab.stop()


@pytest.fixture
def instructor(course, tmp_path, chromium):
    lab = Lab(tmp_path / "instructor", chromium, course.folder)
    yield lab
    lab.stop()


def hold_a_plank(lab: Lab) -> None:
    """Open the lesson, answer the health questions, hold, restart the kernel, see the result."""
    # The course door runs the lesson; a second run would take the health questions away.
    page = lab.open("03-core.ipynb", run=False)
    plank = page.locator(PLANK)
    plank.scroll_into_view_if_needed()
    for question in plank.locator("fieldset").all():
        question.get_by_label("No").check()
    plank.get_by_label("I have read when to stop").check()
    plank.get_by_role("button", name="Continue").click()
    plank.get_by_role("button", name="Start").click()
    plank.locator(".rm-running").wait_for()
    page.wait_for_function(
        "() => parseFloat(document.querySelector('.rm-running .rm-clock-time').textContent) >= 2"
    )
    plank.get_by_role("button", name="Stop").first.click()
    lab.call("POST", f"kernels/{lab.kernel_of('03-core.ipynb')}/restart")
    plank.get_by_role("button", name="Save", exact=True).click()
    lab.wait_for_kernel(page, "03-core.ipynb")
    lab.run_all(page)
    (result,) = lab.wait_for_results(1, page)
    assert result.value >= 2
    shown = f"{result.value:.1f} s"
    fresh = page.locator(PLANK)
    expect(fresh.locator(".rm-tiles").first).to_contain_text(shown)
    expect(fresh.locator(".rm-reading")).to_contain_text("Strand")
    page.close()


# The lesson opens with a figure of the same name.
PLANK = 'section[aria-label="Front plank"]:not(.rm-figure-player)'


def assignment_list(lab: Lab, page: Page, button: str) -> None:
    """Press a button of the quiz in JupyterLab's Assignment List."""
    page.goto(f"{lab.address}/lab?token={lab.token}&reset")
    lab.menu(page, "Nbgrader", "Assignment List")
    row = page.locator(".list_item", has_text=QUIZ)
    row.get_by_role("button", name=button).first.click()


def answer(question, own: dict) -> float:
    """Answer one question by hand, some of them wrong; return the points it is worth."""
    question.scroll_into_view_if_needed()
    kind, points = own["type"], own["points"]
    options = own.get("options", [])
    right = [option["id"] for option in options if option.get("correct")]
    wrong = [option["id"] for option in options if not option.get("correct")]
    if kind == "single":
        question.locator(f"input[value='{right[0]}']").check()
        return points
    if kind == "multiple":
        ticked = [*right[:2], wrong[0]]
        for option in ticked:
            question.locator(f"input[value='{option}']").check()
        return mark(own, ticked)
    if kind == "numeric":
        question.get_by_label("Your answer").fill(str(own["answer"]["value"]))
        if len(own.get("units", {})) > 1:
            question.get_by_label("Unit").select_option(own["answer"]["unit"])
        return points
    if kind == "order":
        put_in_order(question, [item["id"] for item in own["items"]])
        return points
    if kind == "hotspot":
        region = next(one["id"] for one in own["regions"] if one.get("correct"))
        question.get_by_label("Place on the body").select_option(region)
        return points
    question.get_by_label("Your answer").fill("A stiff trunk <b>helps</b> me & my balance.")
    return GIVEN_BY_HAND


def put_in_order(question, wanted: list[str]) -> None:
    shown = question.locator("[data-id]")
    for place, item in enumerate(wanted):
        while shown.nth(place).get_attribute("data-id") != item:
            question.locator(f"[data-id='{item}']").get_by_role(
                "button", name=re.compile("^Move up")
            ).click()
    confirm = question.get_by_role("button", name="This order is right")
    if confirm.is_visible():
        confirm.click()


def take_the_quiz(lab: Lab, course: Course) -> float:
    """Fetch, answer by clicking and submit, all in JupyterLab; return the expected mark."""
    page = lab.context.new_page()
    assignment_list(lab, page, "Fetch")
    fetched = lab.folder / QUIZ / f"{QUIZ}.ipynb"
    lab.poll(page, fetched.exists, "the quiz was not fetched")
    page.close()

    own = asked(QUIZ, STUDENT)
    page = lab.open(f"{QUIZ}/{QUIZ}.ipynb")
    questions = page.locator(".rm-question")
    count = len(own)
    expect(questions).to_have_count(count)
    expected = sum(answer(questions.nth(n), question) for n, question in enumerate(own))
    progress = page.locator(".rm-progress")
    expect(progress).to_contain_text(f"{count} of {count}")
    expect(questions.last).to_contain_text("Saved.")
    page.close()

    page = lab.context.new_page()
    assignment_list(lab, page, "Submit")
    page.locator(".list_item", has_text=QUIZ).first.wait_for()
    inbound = course.exchange / "running-muscles" / "inbound"
    lab.poll(page, lambda: any(inbound.glob(f"*+{QUIZ}+*/{QUIZ}.ipynb")), "nothing was submitted")
    page.close()
    return expected


def written_slot() -> str:
    """Return the graded cell of the one answer that a person marks."""
    (written,) = [one["slot"] for one in asked(QUIZ, STUDENT) if one["type"] == "text"]
    return str(written)


def saved(page: Page, what: str):
    """Wait until Formgrader has stored a mark or a comment."""
    return page.expect_response(
        lambda answer: f"/api/{what}/" in answer.url and answer.request.method == "PUT"
    )


def mark_by_hand(lab: Lab) -> None:
    """Mark the free text in Formgrader."""
    page = lab.context.new_page()
    page.goto(f"{lab.address}/lab?token={lab.token}")  # signs in
    page.goto(f"{lab.address}/formgrader/gradebook/{QUIZ}/{QUIZ}")
    # A comment that is typed before Formgrader has fetched those that there are is lost.
    with page.expect_response(lambda answer: "/api/comments" in answer.url):
        page.locator("a", has_text="Submission #1").click()
    expect(page.get_by_text("A stiff trunk <b>helps</b> me & my balance.").first).to_be_visible()
    box = page.locator(f"input.score[id='{written_slot()}']")
    expect(box).to_have_value("")
    with saved(page, "grade"):
        box.fill(str(GIVEN_BY_HAND))
        box.blur()
    comment = page.locator("textarea.comment").first
    with saved(page, "comment"):
        comment.fill("Good: you name the trunk.")
        comment.blur()
    page.close()


def test_a_learner_holds_a_plank_and_an_instructor_grades_a_quiz(course, student, instructor):
    hold_a_plank(student)
    expected = take_the_quiz(student, course)

    course.nbgrader("collect", QUIZ)
    course.nbgrader("autograde", QUIZ)
    mark_by_hand(instructor)
    course.nbgrader("generate_feedback", QUIZ)
    course.nbgrader("release_feedback", QUIZ)
    course.nbgrader("export", "--to=grades.csv")

    with (course.folder / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["assignment"] == QUIZ]
    assert row["student_id"] == STUDENT
    assert float(row["score"]) == pytest.approx(expected)
    page = (course.folder / "feedback" / STUDENT / QUIZ / f"{QUIZ}.html").read_text("utf-8")
    assert "Good: you name the trunk." in page
    assert "<b>helps</b>" not in page
