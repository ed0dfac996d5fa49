"""Several graders of one class at once: on PostgreSQL they share it, on SQLite one waits."""

import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from classroom.bad.answers import ANSWERS, GOOD, QUIZ, SLOTS, saved
from classroom.conftest import Classroom, needs_postgres
from classroom.hosts import SERVER, Host, in_own_network, why_no_hosts
from classroom.killed import in_a_process
from classroom.postgres import ACCOUNT, Server, running
from classroom.rows_of import files_of, rows_at, rows_of
from running_muscles.classroom import connections
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.folder import ClassroomError
from running_muscles.classroom.grade import grade
from running_muscles.classroom.journal import Journal, unfinished

pytestmark = pytest.mark.classroom
CLASS = [f"runner-{number:02}" for number in range(24)]


@pytest.fixture(scope="module")
def handed_in(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class of 24 in which nobody is graded; two hand-ins are odd."""
    room = released.copy(tmp_path_factory.mktemp("handed-in"))
    for number, student in enumerate(CLASS):
        change = (
            ANSWERS["cut-short"].change
            if number % 12 == 5
            else saved(
                GOOD | {"write-how": f"Answer {number}.", "pick-red": ("blood", "rust")[number % 2]}
            )
        )
        room.hand_in(student, change)
    return room


@pytest.fixture(scope="module")
def alone(handed_in: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The same class as one process grades it on SQLite."""
    room = handed_in.copy(tmp_path_factory.mktemp("alone"))
    in_a_process(lambda: grade(our(room), QUIZ))
    return room


def our(room: Classroom) -> OurClassroom:
    return OurClassroom.of(room.assessments)


class Graders:
    """Forked graders, each in the middle of its work when it is let go on or killed.

    Before each transaction and each move of files a grader asks through a pipe and waits.
    """

    def __init__(self, room: Classroom, number: int) -> None:
        self._room = room
        self.living: dict[int, tuple[int, int]] = {}
        for _ in range(number):
            self.start()

    def start(self, again: bool = False) -> None:
        asks, ask = os.pipe()
        answer, answers = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                _stop_at_each_step(ask, answer)
                grade(our(self._room), QUIZ, again=again)
                os._exit(0)
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
        os.close(ask)
        os.close(answer)
        self.living[child] = (asks, answers)

    def run(self, kills: int, lot: random.Random) -> int:
        """Let all go on until each has ended; kill some, and start another one for each."""
        killed = step = 0
        deadly = sorted(lot.sample(range(3, 3 + 8 * kills), kills))
        while self.living:
            ready, _, _ = select.select([asks for asks, _ in self.living.values()], [], [], 30)
            assert ready, "no grader goes on"
            pid = lot.choice([pid for pid, (asks, _) in self.living.items() if asks in ready])
            asks, answers = self.living[pid]
            if not os.read(asks, 1):
                self._ended(pid)
                continue
            step += 1
            begun = unfinished(self._room.assessments, QUIZ)
            if killed < kills and step >= deadly[killed] and begun:
                os.kill(pid, signal.SIGKILL)
                self._ended(pid, -signal.SIGKILL)
                killed += 1
                self.start()
            else:
                os.write(answers, b".")
        return killed

    def _ended(self, pid: int, code: int = 0) -> None:
        _, status = os.waitpid(pid, 0)
        assert os.waitstatus_to_exitcode(status) == code
        for handle in self.living.pop(pid):
            os.close(handle)


def _stop_at_each_step(ask: int, answer: int) -> None:
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    from running_muscles.classroom import together

    def stop(*_: object) -> None:
        os.write(ask, b".")
        os.read(answer, 1)

    event.listen(Engine, "commit", stop)
    moved = together.move
    together.move = lambda job, one: (stop(), moved(job, one))  # type: ignore[assignment, func-returns-value]
    together.SHARE = 3


@needs_postgres
@pytest.mark.parametrize("seed", [1, 12])
def test_graders_that_are_killed_lose_nothing_and_end_as_one_alone(
    handed_in: Classroom, alone: Classroom, server: Server, tmp_path: Path, seed: int
) -> None:
    url = server.database(f"killed-{seed}")
    room = handed_in.copy(tmp_path).on(url)
    assert Graders(room, 3).run(4, random.Random(seed)) == 4
    assert rows_at(url) == rows_of(alone.assessments)
    assert files_of(room.assessments / "autograded", QUIZ) == files_of(
        alone.assessments / "autograded", QUIZ
    )
    assert unfinished(room.assessments, QUIZ) == set()
    assert {path.name for path in (room.assessments / ".grading" / QUIZ).glob("*")} == {"by-hand"}


@needs_postgres
@pytest.mark.skipif(bool(why_no_hosts()), reason=why_no_hosts() or "they can be had")
def test_what_a_machine_had_claimed_that_lost_its_power_is_graded_by_another(
    handed_in: Classroom, alone: Classroom, tmp_path: Path
) -> None:
    assert in_own_network(lambda: _one_of_two_hosts_dies(handed_in, alone, tmp_path)) == 0


def _one_of_two_hosts_dies(handed_in: Classroom, alone: Classroom, folder: Path) -> None:
    with running(address=SERVER) as server:
        room = handed_in.copy(folder).on(server.database("hosts"))
        url = f"postgresql+pg8000://{ACCOUNT}@{SERVER}/hosts"
        with (room.assessments / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
        with our(room).gradebook() as gradebook:
            rows = gradebook.db.execute(text("SELECT name, setting FROM pg_settings"))
            told = {name: setting for name, setting in rows}
        assert {name: int(told[name]) for name in connections.POSTGRES} == connections.POSTGRES
        connections.POSTGRES.update(dict.fromkeys(connections.POSTGRES, 1))
        connections.POSTGRES["tcp_user_timeout"] = 1000
        asks, ask = os.pipe()
        answer, answers = os.pipe()

        def first() -> None:
            assert (os.getpid(), socket.gethostname()) == (1, "grader-1")
            _stop_at_each_step(ask, answer)
            grade(our(room), QUIZ)

        def second() -> None:
            assert (os.getpid(), socket.gethostname()) == (1, "grader-2")
            grade(our(room), QUIZ)

        doomed = Host(1, folder / "home-1", first)
        os.close(ask)
        while not (claimed := unfinished(room.assessments, QUIZ)):
            assert os.read(asks, 1), "the first machine has ended"
            if not unfinished(room.assessments, QUIZ):
                os.write(answers, b".")
        # It is about to commit its first marks.
        other = Host(2, folder / "home-2", second)
        waits_for_a_lock(url)
        odd = {CLASS[5], CLASS[17]}
        assert len(claimed) == 3
        assert graded_in(room) == set(CLASS) - claimed - odd
        doomed.lose_power()
        assert other.wait() == 0
        assert rows_at(url) == rows_of(alone.assessments)
        assert files_of(room.assessments / "autograded", QUIZ) == files_of(
            alone.assessments / "autograded", QUIZ
        )
        assert unfinished(room.assessments, QUIZ) == set()


def graded_in(room: Classroom) -> set[str]:
    return {path.name for path in (room.assessments / "autograded").glob("*")}


def waits_for_a_lock(url: str) -> None:
    """Return when some session waits for what another one has locked."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    ask = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    with engine.connect() as connection:
        while not connection.scalar(ask):
            pass
    engine.dispose()


@needs_postgres
def test_a_mark_by_hand_and_a_wish_to_mark_again_outlast_a_killed_grader(
    handed_in: Classroom, server: Server, tmp_path: Path
) -> None:
    url = server.database("by-hand")
    room = handed_in.copy(tmp_path).on(url)
    for student in CLASS[2:]:
        shutil.rmtree(room.assessments / "submitted" / student)
    grade(our(room), QUIZ)
    with our(room).gradebook() as gradebook:
        for student in CLASS[:2]:
            mark = gradebook.find_grade(SLOTS["write-how"], QUIZ, QUIZ, student)
            mark.manual_score, mark.needs_manual_grade = 1.5, False
        gradebook.db.commit()
    room.hand_in(CLASS[1], saved(GOOD | {"write-how": "Quite another answer."}))
    graders = Graders(room, 0)
    graders.start(again=True)
    assert graders.run(1, random.Random(3)) == 1  # the one that goes on is not asked for it again
    with our(room).gradebook() as gradebook:
        found = [
            gradebook.find_grade(SLOTS["write-how"], QUIZ, QUIZ, student) for student in CLASS[:2]
        ]
        assert [(mark.manual_score, mark.needs_manual_grade) for mark in found] == [
            (1.5, False), (1.5, True),
        ]  # fmt: skip


@needs_postgres
def test_a_grader_that_loses_its_database_says_so_and_leaves_nothing_half_written(
    handed_in: Classroom, server: Server, tmp_path: Path
) -> None:
    room = handed_in.copy(tmp_path).on(server.database("lost"))
    command = [str(Path(sys.executable).with_name("running-muscles")), "grade", QUIZ]
    script = (
        "import sys; from running_muscles.classroom import together;"
        "from running_muscles.cli import main; begin = together.Begun.begin;"
        "together.Begun.begin = lambda self, cells: (begin(self, cells),"
        " print('begun', flush=True), sys.stdin.readline());"
        f"sys.argv = ['running-muscles', 'grade', {QUIZ!r}]; main()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=room.assessments, stdin=pipe, stdout=pipe, stderr=pipe, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        server.stop()
        _, told = process.communicate("\n")
    assert process.returncode == 1
    assert told.startswith("running-muscles: The gradebook's database cannot be reached")
    assert "Traceback" not in told
    refused = subprocess.run(
        command, cwd=room.assessments, capture_output=True, text=True, check=False
    )
    server.start()
    assert refused.returncode == 1
    assert "nbgrader_config.py" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not list((room.assessments / "autograded").glob("*"))
    assert len(grade(our(room), QUIZ)) == len(CLASS)
    assert unfinished(room.assessments, QUIZ) == set()


def test_on_sqlite_a_second_run_is_refused_in_a_sentence(
    handed_in: Classroom, tmp_path: Path
) -> None:
    room = handed_in.copy(tmp_path)
    journal = Journal(room.assessments, QUIZ)
    journal.keep_others_out()
    with pytest.raises(ClassroomError, match="is being graded by another process"):
        grade(our(room), QUIZ)
    (refused,) = room.run(room.teach("autograde", QUIZ), codes=(1,))
    assert "is being graded by another process" in refused["log"]
    journal.close()
    assert not (room.assessments / "autograded").exists()
    assert len(grade(our(room), QUIZ, students=CLASS[0])) == 1
