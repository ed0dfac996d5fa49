"""The rehearsal itself, act by act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from rehearsal import secrecy
from rehearsal.person import PATIENCE_MS, Person, answer
from rehearsal.stage import TEACHER, Stage
from rehearsal.steps import expect as must
from rehearsal.steps import step, wait_until
from rehearsal.teacher import COMMENT, Teacher
from running_muscles.measure.store import FILE_NAME, Store

LESSON = QUIZ = "03-core"
# The lesson opens with a figure of the same name.
PLANK = 'section[aria-label="Front plank"]:not(.rm-figure-player)'
BY_HAND = 2.0


class Act:
    """Three learners, a teacher and a quiz."""

    def __init__(
        self, stage: Stage, browser: Browser, learners: Sequence[str], pictures: Path | None
    ) -> None:
        self.stage, self.pictures = stage, pictures
        self.teacher = Teacher(browser, stage, TEACHER)
        self.learners = [Person(browser, stage, name) for name in learners]

    def _picture(self, person: Person, page: Page, name: str) -> None:
        if self.pictures is not None:
            person.picture(page, self.pictures / f"{name}.png")

    def hand_out(self) -> None:
        """Let the teacher release the quiz."""
        with step("the teacher hands out the quiz"):
            self.teacher.run("nbgrader", "generate_assignment", QUIZ)
            self.teacher.run("nbgrader", "release_assignment", QUIZ)

    def arrive(self) -> None:
        """Let everybody log in; a learner sees the lessons and no teacher's menu."""
        for person in self.learners:
            with step(f"{person.name} logs in, and JupyterLab is open"):
                page = person.log_in()
                must(person.own_file("course", f"{LESSON}.ipynb").is_file(), "no lessons came")
            page.close()
        with step("a learner has the Assignment List, and none of the teacher's menus"):
            page = self.learners[0].context.new_page()
            page.goto(f"{self.stage.address}/user/{self.learners[0].name}/lab?reset")
            page.locator("#jp-main-dock-panel").wait_for()
            found = self.learners[0].menu_items(page, "Nbgrader")
            must("Assignment List" in found, f"the menu has only {found}")
            must(not {"Formgrader", "Course List"} & set(found), f"the menu has {found}")
            page.close()
        for person in self.learners:
            with step(f"{person.name} opens lesson 03, and it comes alive"):
                page = person.lesson(LESSON)
                expect(page.locator(PLANK)).to_have_count(1)
                self._picture(person, page, f"lesson-{person.name}")
            page.close()

    def lose_the_server(self) -> None:
        """Stop a server before a result has reached it, and look that nothing is lost."""
        person = self.learners[0]
        with step("a plank is held; the server is stopped while the clock runs"):
            page = person.lesson(LESSON)
            plank = page.locator(PLANK)
            plank.scroll_into_view_if_needed()
            for question in plank.locator("fieldset").all():
                question.get_by_label("No").check()
            plank.get_by_label("I have read when to stop").check()
            plank.get_by_role("button", name="Continue").click()
            plank.get_by_role("button", name="Start").click()
            plank.locator(".rm-running").wait_for()
            page.wait_for_function(
                "() => parseFloat(document.querySelector("
                "'.rm-running .rm-clock-time').textContent) >= 2"
            )
            person.stop_server()
            # JupyterLab tells the learner, and offers to start the server again.
            page.get_by_role("dialog").get_by_role("button", name="Dismiss").click()
            plank.get_by_role("button", name="Stop").first.click()
            plank.get_by_role("button", name="Save", exact=True).click()
            self._picture(person, page, "server-gone")
            kept = (store := self._store(person)) and Store(store).results()
            must(not kept, f"the result was there too early: {kept}")
            page.close()
        with step("the server starts anew, and the result that waited in the browser arrives"):
            person.start_server()
            page = person.lesson(LESSON)
            wait_until(
                lambda: (found := self._store(person)) and Store(found).results(),
                "the result did not arrive",
            )
            page.close()

    def _store(self, person: Person) -> Path | None:
        return next(person.home.rglob(FILE_NAME), None)

    def answer_and_submit(self) -> None:
        """Let everybody fetch, answer and submit in JupyterLab; each leaves more open."""
        for number, person in enumerate(self.learners):
            with step(f"{person.name} fetches the quiz, answers and submits"):
                fetched = person.own_file(QUIZ, f"{QUIZ}.ipynb")
                person.assignment_list(QUIZ, "Fetch", fetched.exists)
                self._answer(person, left_open=2 * number)
                person.assignment_list(QUIZ, "Submit", partial(self._handed_in, person))

    def _answer(self, person: Person, left_open: int) -> None:
        """Answer the quiz but for some questions; the written one is always answered."""
        page = person.open(f"{QUIZ}/{QUIZ}.ipynb")
        person.run_all(page, f"{QUIZ}/{QUIZ}.ipynb")
        own = self.teacher.asked(QUIZ, person.name)
        questions = page.locator(".rm-question")
        expect(questions).to_have_count(len(own))
        for place, one in enumerate(own):
            if place < len(own) - left_open or one.type == "text":
                answer(questions.nth(place), one, person.name)
        written = person.own_file(QUIZ, "responses.json")
        wait_until(lambda: person.says in written.read_text("utf-8"), "no answer was written down")
        expect(page.locator(".rm-progress")).to_contain_text(f"of {len(own)}")
        self._picture(person, page, f"quiz-{person.name}")
        page.close()

    def _handed_in(self, person: Person) -> bool:
        inbound = self.stage.hub.exchange / self.stage.hub.course / "inbound"
        return any(inbound.glob(f"{person.name}+{QUIZ}+*/{QUIZ}.ipynb"))

    def keep_out(self) -> None:
        """Look that no learner reaches what is another's."""
        for person in self.learners:
            others = [other for other in self.learners if other is not person]
            with step(f"{person.name} cannot read or change what is another's"):
                tried = secrecy.check(self.stage, person, others)
            print(f"  {tried} attempts, all refused")

    def mark(self) -> None:
        """Let the teacher collect, grade, and mark one written answer by hand."""
        with step("the teacher collects what all three handed in"):
            self.teacher.run("nbgrader", "collect", QUIZ)
            submitted = {one.name for one in (self.stage.hub.class_folder / "submitted").iterdir()}
            must(submitted == {one.name for one in self.learners}, f"only {submitted} came")
        with step("running-muscles grade marks them"):
            said = self.teacher.run("running-muscles", "grade", QUIZ)
            must("3 graded" in said, said)
        with step("the teacher logs in, and Formgrader shows the quiz"):
            self.teacher.log_in().close()
            page = self.teacher.formgrader()
            row = page.locator("tr", has_text=QUIZ).first
            expect(row).to_contain_text("released", timeout=PATIENCE_MS)
            # By its tag: the page's own script makes a cell a grid's cell, sooner or later.
            expect(row.locator("td", has_text=re.compile(r"^\s*3\s*$"))).to_be_visible()
            self._picture(self.teacher, page, "formgrader")
            page.close()
        with step("one written answer is marked by hand"):
            self.teacher.mark_by_hand(QUIZ, self.learners[0].name, BY_HAND)

    def give_back(self) -> None:
        """Give the feedback back; everybody finds their own."""
        with step("the marks are what the answers are worth"):
            marks = self.teacher.marks(QUIZ)
            own = self.teacher.asked(QUIZ, self.learners[0].name)
            worth = sum(one.points for one in own if one.type != "text") + BY_HAND
            got = float(marks[self.learners[0].name]["score"])
            must(abs(got - worth) < 1e-6, f"{got} points, and {worth} were earned")
        with step("the teacher writes the feedback and gives it back"):
            self.teacher.run("running-muscles", "feedback", QUIZ)
            self.teacher.run("nbgrader", "release_feedback", QUIZ)
        for person in self.learners:
            with step(f"{person.name} fetches feedback and finds their own"):
                folder = person.own_file(QUIZ, "feedback")
                person.assignment_list(QUIZ, "Fetch Feedback", partial(_has_page, folder))
                (page,) = folder.rglob("*.html")
                text = page.read_text("utf-8")
                must(person.says in text, "the page is not theirs")
                strangers = [o.name for o in self.learners if o is not person and o.name in text]
                must(not strangers, f"the page names {strangers}")
                must((COMMENT in text) == (person is self.learners[0]), "the comment is not there")


def _has_page(folder: Path) -> bool:
    return any(folder.rglob("*.html"))
