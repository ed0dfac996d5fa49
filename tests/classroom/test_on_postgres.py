"""A quiz from the roster to the marks, once on SQLite and once on PostgreSQL: the same in all."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from classroom.bad.answers import ANSWERS, GOOD, QUIZ, saved
from classroom.conftest import Classroom, needs_postgres
from classroom.marking_class import desk_of, of
from classroom.postgres import Server
from classroom.rows_of import files_of, rows_at
from running_muscles.classroom.marking import replies
from running_muscles.classroom.marking import server as marking_server
from running_muscles.classroom.marking.desk import Desk
from running_muscles.cli import _add_quiz, app

pytestmark = pytest.mark.classroom
_add_quiz()

ROSTER = """\
student_id,first_name,last_name,email,extra_minutes,lms_id
ada,Ada,Lovelace,ada@example.org,,11
bob,Bob,Olinger,,30,12
cleo,Cleo,"O'Hara, Jr.",,,13
dora,Dörte,Weiß,,,14
eve,Eve,Éluard,,,15
"""
PAPER = "student_id,1,2,3,4,5,6\neve,1,1,60 min,1 2 3 4,,1.5\n"
THEIRS = (
    "First name,Last name,ID number,Email address,Assignment: 90-sample (Real)\n"
    "Ada,Lovelace,ada,ada@example.org,-\nBob,Olinger,12,,-\nCleo,Hara,cleo,,-\n"
)
# A hand-in that cannot be read, and pages that no secret lets the exchange give back.
ENDS = [f"[{code}]" for code in (0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 1)]
STANDINGS = [
    "ada   graded  11 of 11",
    "bob   graded  6.3 of 11  (late by 1 day 21 h)",
    "cleo  graded  9 of 11",
    "dora  answers unreadable",
    "eve   graded  4.81 of 11",
]
# What a run leaves for people and other programs; the gradebook itself is compared by its rows.
TABLES = ("grades.csv", "dropped.csv", "corrections.csv", "theirs-filled.csv")


class Cycle:
    """What instructors do with a quiz, and all that they are told on the way."""

    def __init__(self, room: Classroom, url: str) -> None:
        self.room = room
        self.url = url
        self.told: list[str] = []
        config = room.assessments / "nbgrader_config.py"
        with config.open("a", encoding="utf-8") as file:
            file.write(f"\nc.Exchange.root = {str(room.root / 'exchange')!r}\n")

    def type(self, *words: str) -> None:
        folder = "--class" if words[0] == "report" else "--course"
        done = CliRunner().invoke(app, [*words, folder, str(self.room.assessments)])
        assert isinstance(done.exception, SystemExit | None), f"{words}: {done.exception!r}"
        said = f"$ {' '.join(words)}\n{done.output}[{done.exit_code}]\n"
        self.told.append(said.replace(str(self.room.root), ""))

    def write(self, name: str, text: str) -> str:
        path = self.room.assessments / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def hand_in(self) -> None:
        self.room.hand_in("ada", saved(GOOD))
        self.room.hand_in(
            "bob", saved(GOOD | {"pick-red": "rust", "write-how": "It pulls. \U0001f9f2"})
        )
        self.room.hand_in("cleo", saved({**GOOD, "write-how": None}))
        self.room.hand_in("dora", ANSWERS["cut-short"].change)
        late = self.room.assessments / "submitted" / "bob" / QUIZ / "timestamp.txt"
        late.write_text("2026-11-23 10:00:00.000000 UTC", encoding="utf-8")

    def run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Go through all of it."""
        roster = self.write("students.csv", ROSTER)
        self.type("class", "students", roster)
        self.type("class", "due", QUIZ, "2026-11-21 12:00+00:00")
        self.write("class.toml", self._with_late_rule())
        self.hand_in()
        self.type("grade", QUIZ, "--workers", "2")
        paper = self.write("paper.csv", PAPER)
        at = ("--at", "2026-11-21 10:00+00:00")
        self.type("grade", QUIZ, "--from-paper", paper, *at)
        monkeypatch.setattr(marking_server, "serve", self._marker)
        self.type("mark", QUIZ, "--no-browser")
        self.type("feedback", QUIZ)
        self.type("report", QUIZ)
        self.type("report", "--course")
        self.type("quiz", "drop", "sort-planets", "--how", "exclude", "--reason", "Both fit.")
        self.type("renew", QUIZ)
        theirs = self.write("theirs.csv", THEIRS)
        self.type("marks", QUIZ, "--for", "moodle", "--file", theirs)
        self.room.run(
            self.room.teach("export", "--to", "grades.csv"),
            self.room.teach("autograde", QUIZ, "--force"),
            codes=(0, 1),
        )
        self.type("quiz", "status", QUIZ)

    def _with_late_rule(self) -> str:
        path = self.room.assessments / "class.toml"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        return before + "\n[late]\npercent_per_day = 10\n"

    def _marker(self, desk: Desk, _port: int, started: Callable[[str], None]) -> None:
        started("http://127.0.0.1:1/")
        other = desk_of(self.room)
        for student, points, comment in (("ada", 2, ""), ("bob", 0.5, "Näher: what 'pulls'?")):
            shown = of(desk, student)
            reply = desk.save(shown.key, shown.answer.version, points, comment, [0])
            assert reply.kind == replies.SAVED
        # A second marker has the page of before.
        shown = of(other, "ada")
        reply = other.save(shown.key, shown.answer.version, 1, "", [])
        assert reply.kind == replies.MARKED_ELSEWHERE
        self.told.append(re.sub(r"\d\d:\d\d|\(on this page, .*?\)", "THEN", reply.told))
        shown = of(desk, "bob")
        assert desk.save(shown.key, shown.answer.version, 1, "", []).kind == replies.SAVED
        assert desk.undo().kind == replies.SAVED

    def made(self) -> dict[str, Any]:
        """All that it has left, by name."""
        folder = self.room.assessments
        found: dict[str, Any] = {"told": self.told, "rows": rows_at(self.url)}
        for step in ("submitted", "autograded", "feedback"):
            found[step] = files_of(folder / step, QUIZ)
        for path in (*(folder / name for name in TABLES), *sorted((folder / "reports").iterdir())):
            found[path.name] = path.read_text(encoding="utf-8-sig")
        return found


@needs_postgres
def test_the_whole_cycle_is_the_same_on_both_databases(
    released: Classroom, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {}
    for name in ("sqlite", "postgres"):
        room = released.copy(tmp_path / name)
        url = f"sqlite:///{room.assessments / 'gradebook.db'}"
        if name == "postgres":
            url = server.database("cycle")
            room.on(url)
        cycle = Cycle(room, url)
        cycle.run(monkeypatch)
        made[name] = cycle.made()
        assert (room.assessments / "gradebook.db").exists() == (name == "sqlite")
    one, other = made.values()
    assert one["told"] == other["told"]
    for part, found in one.items():
        assert found == other[part], part
    assert list(one) == list(other)
    assert [said.split("\n")[-2] for said in one["told"] if said.startswith("$")] == ENDS
    assert one["told"][-1].split("\n")[1:6] == STANDINGS
