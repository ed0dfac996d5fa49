"""The exchange: what is collected from it, what is kept aside, and what is given back."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from classroom.bad.answers import GOOD, QUIZ, saved
from classroom.conftest import COURSE, Classroom
from running_muscles.classroom.folder import Classroom as OurClassroom

pytestmark = pytest.mark.classroom

NOON = "2026-11-21 12:00:00.000000 UTC"
LATER = "2026-11-21 13:00:00.000000 UTC"


def send(room: Classroom, student: str, stamp: str = NOON, letters: str = "abcdefghijkl") -> Path:
    """Put a hand-in into the exchange as `nbgrader submit` does; return its folder there."""
    folder = inbound(room) / f"{student}+{QUIZ}+{stamp}+{letters}"
    shutil.copytree(room.root / "students" / "fetcher" / QUIZ, folder)
    saved(GOOD)(folder)
    (folder / "timestamp.txt").write_text(stamp)
    (folder / "submission_secret.txt").write_text(f"secret of {student} {stamp}")
    return folder


def inbound(room: Classroom) -> Path:
    return room.root / "exchange" / COURSE / "inbound"


def submitted(room: Classroom, student: str) -> Path:
    return room.assessments / "submitted" / student / QUIZ


def collect(room: Classroom, *more: str, code: int) -> str:
    (result,) = room.run(room.teach("collect", QUIZ, *more), codes=(code,))
    return str(result["log"])


def link(folder: Path) -> None:
    (folder / "key.html").symlink_to(folder.parents[3] / "assessments" / "bank" / f"{QUIZ}.yaml")


def link_in_a_folder(folder: Path) -> None:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "me.png").symlink_to("/etc/passwd")


def linked_folder(folder: Path) -> None:
    (folder / "more").symlink_to(folder.parents[3] / "assessments")


def dangling_link(folder: Path) -> None:
    (folder / "gone").symlink_to("nowhere")


def linked_answers(folder: Path) -> None:
    (folder / "responses.json").rename(folder.parents[1] / "elsewhere.json")
    (folder / "responses.json").symlink_to(folder.parents[1] / "elsewhere.json")


def only_a_link(folder: Path) -> None:
    folder.rename(folder.parents[1] / "real")
    folder.symlink_to(folder.parents[1] / "real")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def door(folder: Path) -> None:
    # The path of a socket must be short.
    here = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("s")
    finally:
        os.chdir(here)


def hard_link(folder: Path) -> None:
    os.link(folder.parents[3] / "assessments" / "gradebook.db", folder / "book.html")


def giant(folder: Path) -> None:
    with (folder / "film.mp4").open("wb") as file:
        file.truncate(50_000_000)


def many(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").touch()


def deep(folder: Path) -> None:
    (folder / "a" / "b" / "c" / "d" / "e" / "f").mkdir(parents=True)


UNSAFE: dict[str, tuple[Callable[[Path], None], str]] = {
    "link": (link, "a link to another file ('key.html')"),
    "link-in-a-folder": (link_in_a_folder, "a link to another file ('pictures/me.png')"),
    "linked-folder": (linked_folder, "a link to another file ('more')"),
    "dangling-link": (dangling_link, "a link to another file ('gone')"),
    "linked-answers": (linked_answers, "a link to another file ('responses.json')"),
    "only-a-link": (only_a_link, "The hand-in itself is a link"),
    "pipe": (pipe, "a pipe or a device ('pipe')"),
    "socket": (door, "a pipe or a device ('s')"),
    "hard-link": (hard_link, "a file with a second name elsewhere ('book.html')"),
    "giant": (giant, "too large: 'film.mp4'"),
    "many": (many, "more than 200 files"),
    "deep": (deep, "folders nested too deeply"),
}


@pytest.fixture(scope="module")
def collected(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class in which one hand-in is sound and every other one is odd."""
    room = released.copy(tmp_path_factory.mktemp("collected"))
    send(room, "sound")
    for student, (change, _) in UNSAFE.items():
        change(send(room, student))
    send(room, "no-time", "yesterday, I think")
    (send(room, "odd-stamp") / "timestamp.txt").write_text("soon")
    (send(room, "own-stamp") / "timestamp.txt").write_text("2026-11-01 00:00:00 UTC")
    send(room, "second-try", NOON)
    link(send(room, "second-try", LATER))
    room.logs["collect"] = collect(room, code=1)
    return room


@pytest.mark.parametrize("student", UNSAFE)
def test_a_hand_in_that_reaches_beyond_itself_stays_in_the_exchange(
    collected: Classroom, student: str
) -> None:
    lines = [line for line in collected.logs["collect"].splitlines() if f"'{student}'" in line]
    assert any(UNSAFE[student][1] in line and "stays in" in line for line in lines), lines
    assert not os.path.lexists(submitted(collected, student))
    assert list(inbound(collected).glob(f"{student}+*"))


def test_the_others_are_collected_in_the_same_run(collected: Classroom) -> None:
    there = {path.name for path in (collected.assessments / "submitted").iterdir()}
    assert there == {"sound", "odd-stamp", "own-stamp", "second-try"}
    names = {path.name for path in submitted(collected, "sound").iterdir()}
    assert names == {
        "responses.json", f"{QUIZ}.ipynb", "questions.json", "timestamp.txt",
        "submission_secret.txt",
    }  # fmt: skip


def test_a_time_that_is_none_is_told_and_stops_nobody(collected: Classroom) -> None:
    assert "'yesterday, I think' where a time belongs" in collected.logs["collect"]
    assert "Traceback" not in collected.logs["collect"]


@pytest.mark.parametrize("student", ["odd-stamp", "own-stamp"])
def test_the_time_is_that_of_handing_in_and_not_the_student_s_own(
    collected: Classroom, student: str
) -> None:
    assert (submitted(collected, student) / "timestamp.txt").read_text() == NOON
    assert f"'{student}': timestamp.txt says" in collected.logs["collect"]


def test_a_sound_hand_in_is_taken_when_a_later_one_is_refused(collected: Classroom) -> None:
    assert (submitted(collected, "second-try") / "timestamp.txt").read_text() == NOON


def test_that_all_belongs_to_one_account_is_said_once(collected: Classroom) -> None:
    assert collected.logs["collect"].count("belong to one account") == 1


def test_an_odd_time_of_what_is_there_stops_no_update(small: Classroom) -> None:
    for student in ("ada", "bob"):
        send(small, student)
    collect(small, code=0)
    (submitted(small, "ada") / "timestamp.txt").write_text("garbage")
    send(small, "bob", LATER)
    log = collect(small, code=0)
    assert log.count("use --update") == 2
    collect(small, "--update", code=0)
    assert (submitted(small, "ada") / "timestamp.txt").read_text() == NOON
    assert (submitted(small, "bob") / "timestamp.txt").read_text() == LATER
    assert "No newer submission to collect: ada" in collect(small, "--update", code=0)
    assert not list(small.assessments.glob(".collecting-*"))


def test_an_earlier_hand_in_stays_when_a_newer_one_is_refused(small: Classroom) -> None:
    send(small, "ada")
    collect(small, code=0)
    many(send(small, "ada", LATER))
    assert "'ada': The hand-in holds more than" in collect(small, "--update", code=1)
    assert (submitted(small, "ada") / "timestamp.txt").read_text() == NOON
    assert (submitted(small, "ada") / "responses.json").exists()


def test_before_the_due_date_means_before_it(small: Classroom) -> None:
    send(small, "ada")
    send(small, "ada", LATER)
    due = small.teach("db", "assignment", "add", QUIZ, "--duedate=2026-11-21 12:30:00 UTC")
    due["argv"] = [part for part in due["argv"] if not part.startswith("--Exchange")]
    small.run(due)
    collect(small, code=0)
    assert (submitted(small, "ada") / "timestamp.txt").read_text() == LATER
    collect(small, "--before-duedate", code=0)
    assert (submitted(small, "ada") / "timestamp.txt").read_text() == NOON


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to other accounts")
def test_what_another_account_put_there_is_never_taken_in_its_place(small: Classroom) -> None:
    own, forged = send(small, "daemon"), send(small, "daemon", LATER, "mnopqrstuvwx")
    for folder, account in ((own, "daemon"), (forged, "games")):
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, account)
    saved({})(forged)
    shutil.chown(forged / "responses.json", "games")
    log = collect(small, code=1)
    assert "its files belong to the account 'games'" in log
    assert (submitted(small, "daemon") / "timestamp.txt").read_text() == NOON
    collect(small, "--update", code=1)
    assert (submitted(small, "daemon") / "timestamp.txt").read_text() == NOON


@pytest.fixture(scope="module")
def given_back(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class whose feedback is out, with students who wanted more than that."""
    room = released.copy(tmp_path_factory.mktemp("given-back"))
    for student in ("ada", "bob", "cleo", "dora", "emil", "key-page", "own-page", "excluded"):
        send(room, student)
    collect(room, code=0)
    bank = (room.assessments / "bank" / f"{QUIZ}.yaml").read_text()
    (submitted(room, "key-page") / "key.html").write_text(bank)
    (submitted(room, "own-page") / f"{QUIZ}.html").write_text("SECRET page of mine")
    (submitted(room, "bob") / "submission_secret.txt").unlink()
    (submitted(room, "cleo") / "submission_secret.txt").write_bytes(b"\xff\xfe\x00")
    room.run(room.teach("autograde", QUIZ), room.teach("generate_feedback", QUIZ))
    feedback = room.assessments / "feedback"
    (feedback / "dora" / QUIZ / "timestamp.txt").unlink()
    # As nbgrader alone would have left it.
    (feedback / "emil" / QUIZ / "book.html").write_text("SECRET")
    (feedback / "emil" / QUIZ / "key.html").symlink_to(room.assessments / "bank" / f"{QUIZ}.yaml")
    command = room.teach("release_feedback", QUIZ, "--CourseDirectory.student_id_exclude=excluded")
    (result,) = room.run(command, codes=(1,))
    room.logs["release_feedback"] = result["log"]
    return room


def test_only_pages_that_were_generated_are_given_back(given_back: Classroom) -> None:
    pages = list((given_back.root / "exchange" / COURSE / "feedback").iterdir())
    assert len(pages) == 5  # ada, dora, emil and the two who brought pages of their own
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<h1>Feedback:" in text
        assert "SECRET page" not in text
        assert "slots:" not in text


def test_feedback_holds_nothing_that_a_student_brought(given_back: Classroom) -> None:
    for student in ("key-page", "own-page"):
        folder = given_back.assessments / "feedback" / student / QUIZ
        names = {path.name for path in folder.iterdir()}
        assert names == {f"{QUIZ}.html", "timestamp.txt", "submission_secret.txt"}
        assert "SECRET page" not in given_back.page(student)


@pytest.mark.parametrize(
    ("student", "sentence"),
    [
        ("bob", "There is no readable submission_secret.txt"),
        ("cleo", "There is no readable submission_secret.txt"),
        ("dora", "There is no readable timestamp.txt"),
    ],
)
def test_what_kept_a_page_back_is_told(given_back: Classroom, student: str, sentence: str) -> None:
    log = given_back.logs["release_feedback"]
    assert any(f"'{student}': {sentence}" in line for line in log.splitlines())
    assert "Traceback" not in log


def test_a_student_fetches_the_page(small: Classroom) -> None:
    saved(GOOD)(small.fetched("ada"))
    small.run(
        small.learn("ada", "submit", QUIZ, "--student=ada"),
        small.teach("collect", QUIZ),
        small.teach("autograde", QUIZ),
        small.teach("generate_feedback", QUIZ),
        small.teach("release_feedback", QUIZ),
        small.learn("ada", "fetch_feedback", QUIZ, "--student=ada"),
    )
    (page,) = (small.root / "students" / "ada" / QUIZ / "feedback").glob("*/*.html")
    assert page.name == f"{QUIZ}.html"
    assert page.read_text(encoding="utf-8") == small.page("ada")


def test_one_odd_hand_in_hides_no_other_from_the_list(small: Classroom) -> None:
    send(small, "ada")
    (send(small, "bytes") / "submission_secret.txt").write_bytes(b"\xff\xfe")
    only_a_link(send(small, "linked"))
    (inbound(small) / f"file+{QUIZ}+{NOON}+abcdefghijkl").touch()
    (result,) = small.run(small.teach("list", "--inbound"))
    assert f"ada {QUIZ} {NOON}" in result["log"]
    for student in ("bytes", "linked", "file"):
        assert f"Not listed. '{student}+{QUIZ}" in result["log"]
    assert "Traceback" not in result["log"]
    small.run(small.teach("list", "--inbound", "--remove"))
    assert not list(inbound(small).iterdir())
    assert (inbound(small).parent / "real").is_dir()


def test_the_gradebook_s_own_commands_work_in_a_class(small: Classroom) -> None:
    send(small, "ada")
    small.run(small.teach("collect", QUIZ), small.teach("autograde", QUIZ))
    (small.assessments / "list.csv").write_text("id,first_name\nada,Ada\nzoe,Zoe\n")
    commands = (
        ["student", "import", "list.csv"],
        ["student", "list"],
        ["assignment", "list"],
        ["student", "remove", "ada"],
    )
    steps = [{"cwd": str(small.assessments), "argv": ["db", *argv]} for argv in commands]
    logs = [result["log"] for result in small.run(*steps, codes=(0, 1))]
    assert "ada (None, Ada)" in logs[1]
    assert QUIZ in logs[2]
    assert "There are grades in the database" in logs[3]
    # In a process of its own: it turns the logs of the others off.
    upgrade = [sys.executable, "-m", "nbgrader", "db", "upgrade"]
    subprocess.run(upgrade, cwd=small.assessments, check=True, capture_output=True)
    with OurClassroom.of(small.assessments).gradebook() as gradebook:
        assert gradebook.db.execute(text("PRAGMA busy_timeout")).scalar() == 60_000
    assert small.marks("ada")["pick-red"] == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # nbgrader misspells an argument
def test_formgrader_s_buttons_go_the_same_way(small: Classroom) -> None:
    from nbgrader.apps.api import NbGraderAPI
    from traitlets.config import PyFileConfigLoader

    send(small, "ada")
    link(send(small, "eve"))
    loader = PyFileConfigLoader("nbgrader_config.py", path=str(small.assessments))
    config = loader.load_config()
    config.Exchange.root = str(small.root / "exchange")
    formgrader = NbGraderAPI(config=config)
    result = formgrader.collect(QUIZ)
    assert not result["success"]
    assert "'eve': The hand-in holds a link" in result["log"]
    assert {path.name for path in (small.assessments / "submitted").iterdir()} == {"ada"}
    small.run(small.teach("autograde", QUIZ), small.teach("generate_feedback", QUIZ))
    (small.assessments / "feedback" / "ada" / QUIZ / "key.html").write_text("SECRET")
    assert formgrader.release_feedback(QUIZ)["success"]
    (page,) = (small.root / "exchange" / COURSE / "feedback").iterdir()
    assert page.read_text(encoding="utf-8") == small.page("ada")
