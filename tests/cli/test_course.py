"""`running-muscles course`: lessons in a folder of the learner's, whose changes always stay."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from running_muscles import cli
from running_muscles.cli import course, edition, lab, lessons
from running_muscles.cli.errors import CommandError
from running_muscles.measure.store import HOME_VARIABLE
from running_muscles.tables.locate import START, course_path

CORE, HEART = "03-core.ipynb", "10-heart.ipynb"


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A home folder of one's own, and a place outside every checkout to type commands in."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv(HOME_VARIABLE, str(home / "results"))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Läufe und niños 日本"


@pytest.fixture
def as_installed(monkeypatch):
    """Look for lessons as an installed package does, which no checkout is near to."""
    monkeypatch.setattr(lessons, "in_checkout", lambda: False)


@pytest.fixture
def newer(monkeypatch, tmp_path):
    """Make this installation a newer edition, in which the named lessons say something new."""

    def install(*names: str, word: str = "newer") -> Path:
        there = tmp_path / f"edition {word}"
        shutil.copytree(course_path(), there)
        for name in names:
            write_in(there / name, word)
        monkeypatch.setattr(course, "course_path", lambda: there)
        return there

    return install


@pytest.fixture
def started(monkeypatch):
    """Remember the commands that would start JupyterLab."""
    calls: list[tuple[list[str], Path]] = []

    def call(command, cwd, env):
        calls.append((command, cwd))
        return 0

    monkeypatch.setattr(lab.subprocess, "call", call)
    return calls


def run(*words):
    return CliRunner().invoke(cli.app, list(words), catch_exceptions=False)


def notebook(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


def write_in(path: Path, words: str) -> bytes:
    """Write a sentence into the first text cell, as a learner takes notes."""
    content = notebook(path)
    cell = next(cell for cell in content["cells"] if cell["cell_type"] == "markdown")
    cell["source"] = ["".join(cell["source"]), f"\n\n{words}"]
    path.write_text(json.dumps(content), encoding="utf-8")
    return path.read_bytes()


def read_and_run(path: Path) -> None:
    """Do what "Run all" and saving do: outputs, counts, the kernel's name, an empty last cell."""
    execute = ("--execute", "--inplace", "--to=notebook", str(path))
    subprocess.run((sys.executable, "-m", "nbconvert", *execute), check=True, capture_output=True)
    content = nbformat.read(path, as_version=4)
    content.cells.append(nbformat.v4.new_code_cell(""))
    for cell in content.cells:
        cell.metadata.setdefault("jupyter", {})["source_hidden"] = False
    nbformat.write(content, path)


# ---- Laying out ------------------------------------------------------------


def test_a_new_folder_holds_every_lesson_as_it_was_shipped(folder):
    assert run("course", str(folder)).exit_code == 0
    shipped = sorted(path.name for path in course_path().glob("*.ipynb"))
    assert sorted(path.name for path in folder.glob("*.ipynb")) == shipped
    assert all((folder / n).read_bytes() == (course_path() / n).read_bytes() for n in shipped)
    assert (folder / "LICENSE.md").is_file()
    assert len(shipped) == 13


def contents(folder):
    """Every file, also those in the folder of a language, and when it was written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_laying_again_changes_nothing_and_says_so(folder):
    run("course", str(folder))
    before = contents(folder)
    said = run("course", str(folder)).output
    assert "Nothing was changed" in said
    after = contents(folder)
    assert after == before


def test_what_was_never_changed_is_renewed(folder, newer):
    course.lay(folder)
    there = newer(CORE, HEART)
    laid = course.lay(folder)
    assert laid.renewed == [CORE, HEART]
    assert (folder / CORE).read_bytes() == (there / CORE).read_bytes()
    assert not laid.new
    assert not laid.beside


def test_what_a_learner_wrote_stays_and_the_new_edition_lies_beside_it(folder, newer):
    course.lay(folder)
    mine = write_in(folder / CORE, "my own note")
    there = newer(CORE)
    laid = course.lay(folder)
    assert (folder / CORE).read_bytes() == mine
    assert laid.beside == [(CORE, "03-core (new).ipynb")]
    assert (folder / "03-core (new).ipynb").read_bytes() == (there / CORE).read_bytes()
    assert "Kept as you changed it: 03-core.ipynb" in "\n".join(laid.lines())


def test_the_new_edition_is_offered_once(folder, newer):
    course.lay(folder)
    write_in(folder / CORE, "my own note")
    newer(CORE)
    course.lay(folder)
    (folder / "03-core (new).ipynb").unlink()
    again = course.lay(folder)
    assert not list(again.lines())
    assert not (folder / "03-core (new).ipynb").exists()


def test_a_changed_lesson_is_left_alone_while_the_edition_is_the_same(folder):
    course.lay(folder)
    mine = write_in(folder / CORE, "my own note")
    assert not list(course.lay(folder).lines())
    assert (folder / CORE).read_bytes() == mine
    assert not list(folder.glob("*(new)*"))


def test_an_untouched_copy_beside_is_renewed_and_a_changed_one_stays_too(folder, newer):
    course.lay(folder)
    write_in(folder / CORE, "my own note")
    newer(CORE, word="second")
    course.lay(folder)
    third = newer(CORE, word="third")
    assert course.lay(folder).beside == [(CORE, "03-core (new).ipynb")]
    beside = folder / "03-core (new).ipynb"
    assert beside.read_bytes() == (third / CORE).read_bytes()
    noted = write_in(beside, "a note in the copy")
    newer(CORE, word="fourth")
    assert course.lay(folder).beside == [(CORE, "03-core (new 2).ipynb")]
    assert beside.read_bytes() == noted


def test_a_lesson_that_was_only_run_is_unchanged(folder, newer):
    course.lay(folder)
    read_and_run(folder / CORE)
    assert any(cell.get("outputs") for cell in notebook(folder / CORE)["cells"])
    assert not list(course.lay(folder).lines())
    newer(CORE)
    assert course.lay(folder).renewed == [CORE]


def emptied(content):
    content["cells"][1]["source"] = ""


def shortened(content):
    del content["cells"][-1]


def extended(content):
    extra = {"cell_type": "code", "id": "mine", "metadata": {}, "source": "1 + 1"}
    content["cells"].append({**extra, "outputs": [], "execution_count": None})


def moved(content):
    content["cells"].reverse()


def retyped(content):
    cell = next(cell for cell in content["cells"] if cell["cell_type"] == "markdown")
    cell["cell_type"] = "raw"


def tagged(content):
    content["cells"][0]["metadata"]["tags"] = ["look again"]


def illustrated(content):
    content["cells"][0]["attachments"] = {"me.png": {"image/png": "iVBORw0KGgo="}}


@pytest.mark.parametrize(
    "change", [emptied, shortened, extended, moved, retyped, tagged, illustrated]
)
def test_every_way_to_change_a_lesson_counts(folder, newer, change):
    course.lay(folder)
    content = notebook(folder / CORE)
    change(content)
    (folder / CORE).write_text(json.dumps(content), encoding="utf-8")
    mine = (folder / CORE).read_bytes()
    newer(CORE)
    assert [kept for kept, _ in course.lay(folder).beside] == [CORE]
    assert (folder / CORE).read_bytes() == mine


@pytest.mark.parametrize(
    "content", [b"", b"mine", b"\xff\xfe\x00", b"[]", b'{"cells": 1}', b'{"cells": [{"x": 1}]}']
)
def test_a_file_that_is_no_notebook_is_somebody_s_own(folder, content):
    folder.mkdir()
    (folder / CORE).write_bytes(content)
    laid = course.lay(folder)
    assert laid.beside == [(CORE, "03-core (new).ipynb")]
    assert (folder / CORE).read_bytes() == content


def test_a_folder_named_like_a_lesson_stays(folder):
    (folder / CORE).mkdir(parents=True)
    assert course.lay(folder).beside == [(CORE, "03-core (new).ipynb")]
    assert (folder / CORE).is_dir()


def test_a_deleted_lesson_comes_back(folder):
    course.lay(folder)
    (folder / CORE).unlink()
    assert course.lay(folder).new == [CORE]
    assert (folder / CORE).is_file()


def test_a_lesson_that_the_course_gave_up_stays_and_is_named_once(folder, newer):
    course.lay(folder)
    (newer() / HEART).unlink()
    assert course.lay(folder).retired == [HEART]
    assert (folder / HEART).is_file()
    assert not list(course.lay(folder).lines())


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"lessons": 3, "beside": {}}', "\0"])
def test_without_its_memory_a_folder_loses_nothing(folder, newer, text):
    course.lay(folder)
    mine = write_in(folder / CORE, "my own note")
    (folder / edition.MANIFEST).write_text(text, encoding="utf-8")
    newer(CORE)
    laid = course.lay(folder)
    assert laid.beside == [(CORE, "03-core (new).ipynb")]
    assert not laid.renewed
    assert (folder / CORE).read_bytes() == mine


def test_a_full_disk_leaves_no_half_lesson_and_the_next_run_ends_the_work(
    folder, newer, monkeypatch
):
    course.lay(folder)
    old = (folder / HEART).read_bytes()
    newer(CORE, HEART)
    write = Path.write_bytes

    def fill(path, content):
        if HEART in path.name:
            write(path, content[:100])
            raise OSError(28, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(CommandError, match="No space left on device"):
        course.lay(folder)
    assert (folder / HEART).read_bytes() == old
    assert not list(folder.glob("*.part"))
    assert not list(folder.glob(".*.part"))
    monkeypatch.setattr(Path, "write_bytes", write)
    assert course.lay(folder).renewed == [HEART]


# ---- Where to --------------------------------------------------------------


def test_a_file_in_the_way_is_a_sentence(tmp_path):
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    for name in ("mine", "mine/below"):
        with pytest.raises(CommandError, match=r"mine.* (is a file|a file is in the way)"):
            course.lay(lessons.find(str(tmp_path / name)))
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "x"


def test_a_folder_that_cannot_be_written_is_a_sentence(folder, monkeypatch):
    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(CommandError, match=r"cannot be written \(Permission denied\).*FOLDER"):
        course.lay(folder)


@pytest.mark.parametrize("mark", ["nbgrader_config.py", "gradebook.db"])
def test_a_class_is_no_place_for_lessons(tmp_path, mark):
    (tmp_path / "class" / "bank").mkdir(parents=True)
    (tmp_path / "class" / mark).touch()
    for folder in (tmp_path / "class", tmp_path / "class" / "bank", tmp_path / "class" / "new"):
        with pytest.raises(CommandError, match=mark):
            lessons.find(str(folder))


def test_settings_in_the_home_folder_make_no_class_of_it(home):
    (home / "nbgrader_config.py").touch()
    assert lessons.find(str(home / "lessons")) == home / "lessons"


def test_the_repository_takes_no_lessons():
    for folder in (course_path(), course_path().parent):
        with pytest.raises(CommandError):
            course.lay(lessons.find(str(folder)))


def test_without_a_name_they_go_into_documents_or_the_home_folder(home):
    assert lessons.usual() == home / "Running Muscles"
    (home / "Documents").mkdir()
    assert lessons.usual() == home / "Documents" / "Running Muscles"
    course.lay(home / "Running Muscles")
    assert lessons.usual() == home / "Running Muscles"


@pytest.mark.parametrize(
    ("word", "lesson"),
    [
        ("03-core", "03-core"),
        ("03", "03-core"),
        ("3", "03-core"),
        ("core", "03-core"),
        ("0", "00-start-here"),
    ],
)
def test_a_lesson_has_a_number_and_a_name(word, lesson):
    assert lessons.lesson_id(word) == lesson


# ---- Opening ---------------------------------------------------------------


def opened(started):
    """Folder and page that JupyterLab was started with."""
    ((command, cwd),) = started
    given = dict(word.split("=", 1) for word in command if "=" in word)
    assert cwd == Path(given["--ServerApp.root_dir"])
    return cwd, given["--LabApp.default_url"]


def test_open_lays_the_course_out_the_first_time(home, started, as_installed):
    assert run("open", "--no-browser").exit_code == 0
    assert opened(started) == (home / "Running Muscles", f"/lab/tree/{START}")
    assert (home / "Running Muscles" / CORE).is_file()


def test_open_takes_a_folder_or_a_lesson(folder, started, as_installed, monkeypatch):
    run("open", str(folder))
    assert opened(started) == (folder, f"/lab/tree/{START}")
    monkeypatch.chdir(folder)
    started.clear()
    run("open", "03")
    assert opened(started) == (folder, f"/lab/tree/{CORE}")
    started.clear()
    run("open", str(folder / HEART))
    assert opened(started) == (folder, f"/lab/tree/{HEART}")


def test_open_renews_a_folder_that_was_laid_and_no_other(folder, started, newer, tmp_path):
    course.lay(folder)
    copied = tmp_path / "copied"
    shutil.copytree(folder, copied, ignore=lambda *_: [edition.MANIFEST])
    newer(CORE)
    assert "Renewed" in run("open", str(folder)).output
    assert run("open", str(copied)).output == ""
    assert b"newer" not in (copied / CORE).read_bytes()


@pytest.mark.parametrize("inside", ["", "course", "assessments", "data"])
def test_in_a_checkout_the_root_is_the_course_never_the_repository(started, monkeypatch, inside):
    monkeypatch.chdir(course_path().parent / inside)
    run("open")
    assert opened(started)[0] == course_path()
    assert not (course_path() / edition.MANIFEST).exists()


def test_the_repository_as_a_folder_opens_its_course(started):
    run("open", str(course_path().parent))
    assert opened(started)[0] == course_path()


def test_a_lesson_that_is_not_there_names_those_that_are(started, home):
    with pytest.raises(CommandError, match="03-core"):
        run("open", "99")
    assert not started
    assert os.listdir(home) == []


def test_words_for_a_checkout_stay_there(monkeypatch):
    from running_muscles.cli import installation

    assert "make" in installation.mend()
    monkeypatch.setattr(installation, "in_checkout", lambda: False)
    for sentence in (installation.mend(), installation.teaching_mend()):
        assert "pip install" in sentence
        assert "make" not in sentence
        assert "clone" not in sentence


def test_what_only_instructors_have_is_asked_for_in_a_sentence(monkeypatch, capsys):
    def lacking():
        raise ModuleNotFoundError("No module named 'nbgrader.api'", name="nbgrader.api")

    monkeypatch.setattr(cli, "app", lacking)
    monkeypatch.setattr(cli, "_add_quiz", lambda: None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("running-muscles: This command is for instructors and needs nbgrader.")
