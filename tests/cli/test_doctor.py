"""`running-muscles doctor` and the command line's manners."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from running_muscles import cli
from running_muscles.cli import doctor
from running_muscles.measure.result import Result
from running_muscles.measure.store import HOME_VARIABLE, Store


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def run(*words):
    return CliRunner().invoke(cli.app, list(words))


def test_a_sound_set_up_is_all_ok():
    result = run("doctor")
    assert result.exit_code == 0
    assert "MISSING" not in result.output
    assert "nbgrader" in result.output


def test_data_lists_the_tables():
    output = run("doctor", "--data").output
    for table in ("norms", "claims", "muscle_timing", "primary", "secondary", "calculated"):
        assert table in output


def test_a_missing_package_is_named_with_the_mend(monkeypatch):
    monkeypatch.setattr(doctor, "NEEDED", {"no-such-package": "a test"})
    result = run("doctor")
    assert result.exit_code == 1
    assert "MISSING  no-such-package (a test)" in result.output
    assert "make setup" in result.output


def test_a_broken_results_file_is_named(home):
    (home / "results.sqlite3").write_text("no database " * 100, encoding="utf-8")
    result = run("doctor")
    assert result.exit_code == 1
    assert "results.sqlite3 cannot be used" in result.output


@pytest.mark.parametrize("sign", ["[2026] course", "what?", "a*b"])
def test_a_folder_that_nbgrader_takes_for_a_pattern_is_named(tmp_path, monkeypatch, sign):
    folder = tmp_path / sign
    (folder / "course").mkdir(parents=True)
    (folder / "course" / "00-start-here.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(folder)
    result = run("doctor")
    assert result.exit_code == 1
    assert f"this is {folder}" in result.output
    assert "Rename the folder" in result.output


@pytest.mark.parametrize("sign", ["two words", "größe+1 (neu)"])
def test_a_folder_with_other_signs_is_no_matter(tmp_path, monkeypatch, sign):
    folder = tmp_path / sign
    (folder / "course").mkdir(parents=True)
    (folder / "course" / "00-start-here.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert "MISSING" not in run("doctor").output


def test_a_result_that_cannot_be_read_is_named(home):
    store = Store()
    store.record(Result("r1", "front_plank", 1.0, "s", "2026-11-21T10:00:00Z"))
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE results SET value = -1")
    result = run("doctor")
    assert result.exit_code == 1
    assert "Result r1: value: is not a number of 0 or more. It is kept, but" in result.output


def test_failures_are_sentences_with_exit_code_1(monkeypatch, capsys, home):
    monkeypatch.setattr("sys.argv", ["running-muscles", "results", "import", str(home / "no.csv")])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("running-muscles: ")
    assert "no.csv cannot be read" in said


def test_help_names_every_command():
    output = run("--help").output
    for command in ("open", "doctor", "page", "results"):
        assert command in output
