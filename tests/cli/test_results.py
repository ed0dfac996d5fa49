"""`running-muscles results`: as a learner types it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from typer.testing import CliRunner

from running_muscles.cli import app
from running_muscles.cli.errors import CommandError
from running_muscles.measure import answers, transfer
from running_muscles.measure.answer import Answer
from running_muscles.measure.result import Result
from running_muscles.measure.store import HOME_VARIABLE, Store


@pytest.fixture
def store(monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    store = Store()
    at = "2026-11-21T10:00:00+00:00"
    store.record(Result(id="r1", test="front_plank", value=62.0, unit="s", recorded_at=at))
    return store


def run(*words, answer=None):
    return CliRunner().invoke(app, ["results", *map(str, words)], input=answer)


def test_path_is_in_the_chosen_home(store):
    assert run("path").output.strip() == str(store.path)


def test_export_then_import_elsewhere(store, tmp_path, monkeypatch):
    out = tmp_path / "mine.json"
    assert run("export", out).exit_code == 0
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
    assert "1 new results added" in run("import", out).output
    assert Store().results() == store.results()


@pytest.mark.parametrize(("name", "more"), [("mine.json", ()), ("mine.csv", ("--answers",))])
def test_answers_to_questions_come_along(store, tmp_path, monkeypatch, name, more):
    at = "2026-11-21T10:00:00Z"
    given = Answer("x", "03-core", "core-check-bag", "core-stability", "right", False, "check", at)
    answers.add(store, [given])
    out = tmp_path / name
    assert run("export", out, *more).exit_code == 0
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
    assert "1 new answers to questions added" in run("import", out).output
    assert answers.load(Store()) == [given]
    assert "answers" not in run("import", out).output


def test_a_table_of_answers_is_csv(store, tmp_path):
    assert "id,lesson,question" in run("export", "--answers").output
    with pytest.raises(CommandError, match=r"must end in \.csv"):
        CliRunner().invoke(
            app,
            ["results", "export", "--answers", str(tmp_path / "a.json")],
            catch_exceptions=False,
        )


def test_standard_output_is_utf_8_whatever_the_console(store):
    at = "2026-11-21T10:00:00Z"
    store.record(Result("r2", "front_plank", 1.0, "s", at, note="müde \U0001f4aa"))
    program = "from running_muscles.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "results", "export"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert transfer.read(done.stdout, "copy.csv") == store.results()


def test_import_tells_what_came_back(store, tmp_path):
    out = tmp_path / "mine.csv"
    assert run("export", out).exit_code == 0
    store.set_deleted("r1", True)
    assert "1 that you had deleted since are back" in run("import", out).output
    assert len(store.results()) == 1


def test_export_names_what_it_leaves_out(store):
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE results SET recorded_at = 'once'")
    result = run("export")
    assert "Result r1: recorded_at: 'once' is not a time" in result.output


def test_export_never_overwrites(store, tmp_path):
    out = tmp_path / "mine.csv"
    out.write_text("precious", encoding="utf-8")
    result = run("export", out)
    assert isinstance(result.exception, CommandError)
    assert "already there" in str(result.exception)
    assert out.read_text(encoding="utf-8") == "precious"


def test_a_damaged_import_names_the_line(store, tmp_path):
    bad = tmp_path / "bad.csv"
    assert run("export", bad).exit_code == 0
    bad.write_text(bad.read_text(encoding="utf-8").replace("62.0", "many"), encoding="utf-8")
    result = run("import", bad)
    assert isinstance(result.exception, CommandError)
    assert "bad.csv, line 2, column value" in str(result.exception)


def test_delete_asks_and_takes_no_for_an_answer(store):
    assert run("delete", answer="n\n").exit_code == 1
    assert len(store.results()) == 1
    assert run("delete", answer="y\n").exit_code == 0
    assert store.results() == ()
