"""What the teacher does: hand out, collect, mark, give back."""

from __future__ import annotations

import csv
import io
from typing import Any

from playwright.sync_api import Page, expect

from rehearsal.person import WRITTEN, Person
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.source import quiz_source

COMMENT = "Good: you name the trunk."


class Teacher(Person):
    """The account that owns the class."""

    def run(self, *words: str) -> str:
        """Run a command in the class's folder, as in a terminal of the teacher's JupyterLab."""
        return self.stage.run_as(self.name, *words, folder=self.stage.hub.class_folder)

    def asked(self, quiz: str, student: str) -> list[Any]:
        """Return what a student is asked, with the key, in the order of the quiz."""
        source = quiz_source(Classroom.of(self.stage.hub.class_folder).coursedir, quiz, quiz)
        assert source is not None
        return list(source.asked(student).values())

    def formgrader(self, path: str = "") -> Page:
        """Open Formgrader."""
        page = self.context.new_page()
        page.goto(f"{self.stage.address}/user/{self.name}/formgrader/{path}")
        return page

    def mark_by_hand(self, quiz: str, student: str, points: float) -> None:
        """Mark a written answer, with a comment."""
        (slot,) = [one.slot for one in self.asked(quiz, student) if one.type == "text"]
        page = self.formgrader(f"gradebook/{quiz}/{quiz}")
        hrefs = page.locator("a", has_text="Submission #")
        hrefs.first.wait_for()
        count = hrefs.count()
        for number in range(count):
            # Formgrader hides names, as marking should; the answer says whose it is.
            with page.expect_response(lambda answer: "/api/comments" in answer.url):
                hrefs.nth(number).click()
            page.locator("input.score").first.wait_for()
            if page.get_by_text(WRITTEN.format(student)).count():
                break
            page.go_back()
            hrefs.first.wait_for()
        box = page.locator(f"input.score[id='{slot}']")
        expect(box).to_have_value("")
        with _stored(page, "grade"):
            box.fill(f"{points:g}")
            box.blur()
        comment = page.locator("textarea.comment").first
        with _stored(page, "comment"):
            comment.fill(COMMENT)
            comment.blur()
        page.close()

    def marks(self, quiz: str) -> dict[str, dict[str, str]]:
        """Return the exported marks of a quiz, by student."""
        self.run("nbgrader", "export", "--to=grades.csv")
        text = (self.stage.hub.class_folder / "grades.csv").read_text("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text))
        return {row["student_id"]: row for row in rows if row["assignment"] == quiz}


def _stored(page: Page, what: str) -> Any:
    return page.expect_response(
        lambda answer: f"/api/{what}/" in answer.url and answer.request.method == "PUT"
    )
