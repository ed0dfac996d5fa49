"""The instructors' guide: every command in it runs, and prints what the page shows.

Pages follow one another in one class. `guides.shell` says how a page is read.
"""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from classroom.conftest import REPOSITORY
from guides.shell import BLOCK, Shell, as_pattern, steps
from running_muscles.quiz import public
from running_muscles.quiz.answers_file import Responses

pytestmark = pytest.mark.classroom

ASSESSMENTS = REPOSITORY / "assessments"
ORDER = (
    "marking",
    "questions",
    "dates",
    "hand-ins",
    "report",
    "mending",
    "interchange",
    "exam",
    "systems",
    "machines",
)
PAGES = ["README.md", *(f"guide/{name}.md" for name in ORDER)]
AT = "2026-11-21T10:00:00.000Z"


def hand_in(class_folder: Path, exchange: Path) -> None:
    """Two students answer what they were asked, and submit."""
    quiz = public.load(class_folder / "release" / "03-core" / "questions.json")
    for student in ("ada", "bob"):
        inbound = exchange / "autumn" / "inbound"
        stamp = "2026-11-21 10:00:00.000000 UTC"
        folder = inbound / f"{student}+03-core+{stamp}+random"
        shutil.copytree(class_folder / "release" / "03-core", folder)
        (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")
        (folder / "submission_secret.txt").write_text(student * 20, encoding="utf-8")
        answers = Responses(folder / "responses.json", "03-core", quiz.edition, student)
        for entry in quiz.asked(student).values():
            if entry["type"] == "single":
                answers.set(entry["id"], entry["options"][0]["id"], AT)
            if entry["type"] == "text":
                answers.set(entry["id"], "It holds the trunk.", AT)


def download(class_folder: Path) -> None:
    """The instructor downloads from Canvas what three have uploaded; one is of another class."""
    archive = class_folder / "downloaded" / "03-core" / "archive" / "submissions.zip"
    archive.parent.mkdir(parents=True)
    quiz = public.load(class_folder / "release" / "03-core" / "questions.json")
    given = {
        entry["id"]: {"value": entry["options"][0]["id"], "at": AT}
        for entry in quiz.asked("cleo").values()
        if entry["type"] == "single"
    }
    about = {"format": 1, "quiz": "03-core", "edition": quiz.edition, "student": "cleo"}
    answers = json.dumps(about | {"responses": given})
    names = ("lovelaceada_4709_81", "oldnamecleopatra_4711_82", "strangersam_4799_83")
    with zipfile.ZipFile(archive, "w") as file:
        for name in names:
            file.writestr(f"{name}_responses.json", answers)


def test_every_command_of_the_guide_prints_what_the_guide_shows(
    tmp_path: Path, nbgrader: "subprocess.Popen[str]"
) -> None:
    shell = Shell(tmp_path, nbgrader)
    # The checkout's own bank is found from the package; the class lies outside of it.
    for page in PAGES:
        text = (ASSESSMENTS / page).read_text(encoding="utf-8")
        for kind, name, body in BLOCK.findall(text):
            if kind == "text":
                if name:
                    before = ""
                    if name == "class.toml":
                        kept = (shell.here / name).read_text(encoding="utf-8")
                        before = kept.split("[late]")[0]
                    (shell.here / name).write_text(before + body, encoding="utf-8")
                if name == "class.toml":
                    # `renew` asks the class itself where its exchange is.
                    with (shell.here / "nbgrader_config.py").open("a", encoding="utf-8") as file:
                        file.write(f"\nc.Exchange.root = {str(shell.exchange)!r}\n")
                continue
            for line, shown in steps(body):
                if line.startswith("nbgrader collect 03-core") and "--update" not in line:
                    hand_in(shell.here, shell.exchange)
                if line.startswith("nbgrader zip_collect"):
                    download(shell.here)
                printed = shell.type(line)
                assert re.fullmatch(as_pattern(shown), printed), f"{page}: $ {line}\n{printed}"
    feedback = list((shell.exchange / "autumn" / "feedback").glob("*.html"))
    assert len(feedback) == 2


def test_every_page_is_walked_through() -> None:
    there = {f"guide/{path.name}" for path in (ASSESSMENTS / "guide").glob("*.md")} | {"README.md"}
    assert there == set(PAGES)
    text = (ASSESSMENTS / "README.md").read_text(encoding="utf-8")
    for page in there - {"README.md"}:
        assert f"({page})" in text
