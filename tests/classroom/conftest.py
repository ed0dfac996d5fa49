"""A whole class in a temporary folder, with a real exchange, handled by nbgrader's commands."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from classroom.bad.answers import ANSWERS, QUESTIONS, QUIZ, SLOTS
from classroom.bad.notebooks import NOTEBOOKS
from classroom.postgres import Server, running, why_not
from running_muscles.quiz import bank, build

REPOSITORY = Path(__file__).parents[2]
COURSE = "running-muscles"
CLASS = ANSWERS | NOTEBOOKS
needs_postgres = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it is there")


def one_to_a_slot() -> str:
    """The sample bank with one question to a slot, so that the whole class is asked the same."""
    text = (REPOSITORY / "tests" / "quiz" / "banks" / f"{QUIZ}.yaml").read_text(encoding="utf-8")
    head, *questions = re.split(r"(?=^  - id: )", text, flags=re.MULTILINE)
    return head + "".join(one for one in questions if one.split()[2] in QUESTIONS)


@dataclass
class Classroom:
    """Folders of one course and the commands to work in them."""

    root: Path
    nbgrader: subprocess.Popen[str]
    logs: dict[str, str] = field(default_factory=dict)

    @property
    def assessments(self) -> Path:
        return self.root / "assessments"

    @property
    def exchange(self) -> list[str]:
        return [f"--Exchange.root={self.root / 'exchange'}"]

    def copy(self, folder: Path) -> "Classroom":
        """A course of its own in the same state."""
        shutil.copytree(self.root, folder / "course")
        return Classroom(folder / "course", self.nbgrader)

    def on(self, url: str) -> "Classroom":
        """Keep the gradebook elsewhere, as its guide says, and generate the quiz there."""
        with (self.assessments / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
        (self.assessments / "gradebook.db").unlink()
        self.run(self.teach("generate_assignment", QUIZ, "--force"))
        return self

    def set_up(self) -> None:
        """Build the sample quiz into a course folder of its own."""
        (self.assessments / "bank").mkdir(parents=True)
        (self.root / "exchange").mkdir()
        (self.root / "exchange").chmod(0o777)
        shutil.copy(REPOSITORY / "assessments" / "nbgrader_config.py", self.assessments)
        path = self.assessments / "bank" / f"{QUIZ}.yaml"
        path.write_text(one_to_a_slot(), encoding="utf-8")
        banks = [bank.load(path)]
        build.write(build.everything(self.assessments, banks))

    def teach(self, *argv: str) -> dict[str, Any]:
        return {"cwd": str(self.assessments), "argv": [*argv, *self.exchange]}

    def learn(self, student: str, *argv: str) -> dict[str, Any]:
        home = self.root / "students" / student
        home.mkdir(parents=True, exist_ok=True)
        own = [f"--course={COURSE}", f"--Exchange.cache={home / 'cache'}"]
        return {"cwd": str(home), "argv": [*argv, *own, *self.exchange]}

    def run(self, *steps: dict[str, Any], codes: tuple[int, ...] = (0,)) -> list[dict[str, Any]]:
        """Run commands in one process; each must end with one of the exit codes."""
        assert self.nbgrader.stdin
        assert self.nbgrader.stdout
        self.nbgrader.stdin.write(json.dumps(steps) + "\n")
        self.nbgrader.stdin.flush()
        results: list[dict[str, Any]] = json.loads(self.nbgrader.stdout.readline())
        for step, result in zip(steps, results, strict=True):
            assert result["code"] in codes, f"{step['argv']}\n{result['log']}"
        return results

    def fetched(self, student: str) -> Path:
        """A student's own copy of the released quiz."""
        copy = self.root / "students" / student / QUIZ
        if not copy.exists():
            shutil.copytree(self.root / "students" / "fetcher" / QUIZ, copy)
        return copy

    def hand_in(self, student: str, change: Callable[[Path], None]) -> Path:
        """Put a submission where `nbgrader collect` would put it."""
        folder = self.assessments / "submitted" / student / QUIZ
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.root / "students" / "fetcher" / QUIZ, folder)
        change(folder)
        return folder

    def mark_by_hand(self, student: str, question: str, points: float, comment: str) -> None:
        """Do what Formgrader does when a person enters points and a comment."""
        self.mark_class_by_hand(QUIZ, question, {student: points}, comment)

    def mark_class_by_hand(
        self, quiz: str, question: str, points: dict[str, float], comment: str
    ) -> None:
        """The same for several students, with the points of each."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.assessments / 'gradebook.db'}") as gradebook:
            for student, given in points.items():
                grade = gradebook.find_grade(SLOTS.get(question, question), quiz, quiz, student)
                grade.manual_score = given
                grade.needs_manual_grade = False
                if comment:
                    own = gradebook.find_comment(SLOTS.get(question, question), quiz, quiz, student)
                    own.manual_comment = comment
            gradebook.db.commit()

    def marks(self, student: str, assignment: str = QUIZ) -> dict[str, Any]:
        """Marks by question as the gradebook has them; None while a person has to give one."""
        return self.marks_of((student,), assignment)[student]

    def marks_of(
        self, students: Iterable[str], assignment: str = QUIZ
    ) -> dict[str, dict[str, Any]]:
        """Marks of several, with the gradebook opened once: opening it takes longest."""
        from nbgrader.api import Gradebook

        names = {slot: question for question, slot in SLOTS.items()}
        with Gradebook(f"sqlite:///{self.assessments / 'gradebook.db'}") as gradebook:
            return {
                student: {
                    names.get(grade.name, grade.name): (
                        None if grade.needs_manual_grade else grade.score
                    )
                    for grade in gradebook.find_submission_notebook(
                        assignment, assignment, student
                    ).grades
                }
                for student in students
            }

    def page(self, student: str, assignment: str = QUIZ) -> str:
        folder = self.assessments / "feedback" / student / assignment
        return (folder / f"{assignment}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nbgrader() -> Iterator[subprocess.Popen[str]]:
    """A process that has loaded nbgrader and waits for command lines."""
    command = [sys.executable, str(Path(__file__).with_name("commands.py"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL of our own; for tests that are marked with `needs_postgres`."""
    with running() as found:
        yield found


@pytest.fixture(scope="session")
def released(
    tmp_path_factory: pytest.TempPathFactory, nbgrader: subprocess.Popen[str]
) -> Classroom:
    """A course that has released its quiz, and a student who has fetched it."""
    room = Classroom(tmp_path_factory.mktemp("class"), nbgrader)
    room.set_up()
    room.run(
        room.teach("generate_assignment", QUIZ),
        room.teach("release_assignment", QUIZ),
        room.learn("fetcher", "fetch_assignment", QUIZ),
    )
    return room


@pytest.fixture(scope="session")
def graded(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The whole class has submitted and has been graded in one run; feedback is out."""
    room = released.copy(tmp_path_factory.mktemp("graded"))
    for name, submission in CLASS.items():
        submission.change(room.fetched(name))
    submits = [room.learn(name, "submit", QUIZ, f"--student={name}") for name in CLASS]
    steps = [
        room.teach("collect", QUIZ),
        room.teach("autograde", QUIZ),
        room.teach("generate_feedback", QUIZ),
        room.teach("release_feedback", QUIZ),
        room.teach("export", "--to", "grades.csv"),
    ]
    results = room.run(*submits, *steps, codes=(0, 1))
    for step, result in zip(steps, results[len(submits) :], strict=True):
        room.logs[step["argv"][0]] = result["log"]
        # Some of the class cannot be graded, which is an error of that step and of no other.
        assert result["code"] == (step["argv"][0] == "autograde"), result["log"]
    return room


@pytest.fixture
def small(released: Classroom, tmp_path: Path) -> Classroom:
    """A course of one's own, released but with nobody's answers yet."""
    return released.copy(tmp_path)
