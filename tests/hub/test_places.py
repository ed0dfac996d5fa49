"""Who can read whose files: the modes that are set are those that README.md promises."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from academy import jupyter_files
from academy.accounts import PASSWORDS
from academy.places import places, problem, settle
from hub.conftest import ME

README = Path(__file__).parents[2] / "deploy/hub/README.md"


@pytest.fixture
def mine(hub):
    """All places of a hub, as folders and files of whoever runs the test."""
    found = [replace(place, owner=ME) for place in places(hub, ["ada", "bob"])]
    for place in found:
        settle(place)
    for name in ("roster.csv", PASSWORDS):
        (hub.etc / name).write_text("x", encoding="utf-8")
    for place in found:
        settle(place)
    return found


def test_every_folder_has_the_mode_that_the_table_names(mine):
    for place in mine:
        assert stat.S_IMODE(place.path.stat().st_mode) == place.mode, place.path
        assert problem(place) == ""


def test_settling_twice_changes_nothing(mine):
    before = [place.path.stat().st_mtime_ns for place in mine]
    for place in mine:
        settle(place)
    assert [place.path.stat().st_mtime_ns for place in mine] == before


def test_only_the_owner_reads_homes_class_and_secrets(hub):
    found = {place.path: place for place in places(hub, ["ada"])}
    closed = [hub.home("ada"), hub.home("teacher"), hub.class_folder, hub.state, hub.roster]
    for path in (*closed, hub.etc / PASSWORDS):
        assert found[path].mode & 0o077 == 0, path
    assert found[hub.class_folder].owner == hub.teacher
    assert found[hub.home("ada")].owner == "ada"


def test_hand_ins_are_taken_in_and_shown_to_nobody(hub):
    found = {place.path.name: place.mode for place in places(hub, [])}
    assert found["inbound"] & 0o044 == 0
    assert found["inbound"] & 0o033 == 0o033
    assert found["feedback"] & 0o066 == 0
    # Without the sticky bit a learner could put another course in the place of this one.
    assert found["exchange"] == 0o1777


def test_what_was_opened_is_named(mine):
    (home,) = [place for place in mine if place.path.name == "ada"]
    home.path.chmod(0o755)
    assert "has mode 0755 and not 0700" in problem(home)
    assert "belongs to" in problem(replace(home, owner="nobody"))


def test_a_link_in_the_place_of_a_folder_is_not_followed(hub, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    hub.homes.mkdir()
    hub.home("ada").symlink_to(elsewhere)
    (home, *_) = places(hub, ["ada"])
    with pytest.raises(OSError, match="ada"):
        settle(replace(home, owner=ME))
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o755
    assert "is a link" in problem(home)


def test_the_table_in_the_readme_says_the_same(hub):
    section = README.read_text("utf-8").split("## Who can read")[1].split("\n## ")[0]
    rows = re.findall(r"^\| .+? \| `(.+?)` \| (.+?), `(\d+)` \|", section, re.MULTILINE)
    told = [(path, owner, int(mode, 8)) for path, owner, mode in rows]
    words = {
        str(hub.home("ada")): "/home/STUDENT",
        str(hub.class_folder): "/home/TEACHER/COURSE",
        str(hub.home("teacher")): "/home/TEACHER",
        str(hub.exchange / hub.course): "EXCHANGE/COURSE",
        str(hub.exchange): "EXCHANGE",
        str(hub.etc): "/etc/running-muscles",
        str(hub.state): "/var/lib/running-muscles-hub",
    }
    owners = {"ada": "the learner", "teacher": "the teacher", "root": "root"}

    def named(path: Path) -> str:
        found = next(one for one in words if str(path) == one or str(path).startswith(one + "/"))
        return words[found] + str(path)[len(found) :]

    assert told == [(named(p.path), owners[p.owner], p.mode) for p in places(hub, ["ada"])]


def test_jupyter_reads_its_settings_and_learners_have_no_path_to_the_class(hub):
    written = jupyter_files.lay(hub)
    assert jupyter_files.lay(hub) == []
    for path in written:
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        if "learner" in path.parts:
            assert str(hub.class_folder) not in path.read_text("utf-8")
    teacher = (hub.etc / "teacher" / "nbgrader_config.py").read_text("utf-8")
    assert f"load_subconfig('{hub.class_folder}/nbgrader_config.py')" in teacher
