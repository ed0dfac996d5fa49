"""hub.toml: what it may say, and the sentence for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from academy import settings
from academy.settings import HubError

EXAMPLE = Path(__file__).parents[2] / "deploy/hub/single-machine/hub.toml.example"


def test_the_example_is_a_hub():
    hub = settings.load(EXAMPLE)
    assert (hub.course, hub.teacher, hub.spawner) == ("autumn", "teacher", "systemd")
    assert hub.class_folder.parent == hub.home(hub.teacher)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("memroy = '1G'", "memroy is no setting"),
        ("memory = '1 GB'", 'Write it like "1G"'),
        ("cpu = true", "Write a number"),
        ("cpu = 0", "above 0"),
        ("port = '8000'", "Write a whole number"),
        ("exchange = 'here'", "Write the whole path"),
        ("spawner = 'docker'", "Choose one of: systemd, local"),
        ("group = 'Learners'", "Use a-z"),
        ("course = [", "cannot be read"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, line, said):
    path = tmp_path / "hub.toml"
    key = line.split(" ")[0]
    kept = [row for row in EXAMPLE.read_text("utf-8").splitlines() if not row.startswith(key)]
    path.write_text("\n".join([*kept, line]), encoding="utf-8")
    with pytest.raises(HubError, match=r"hub\.toml") as caught:
        settings.load(path)
    assert said in str(caught.value)


def test_a_class_outside_its_teachers_home_is_refused(tmp_path):
    path = tmp_path / "hub.toml"
    text = EXAMPLE.read_text("utf-8").replace("/home/teacher/autumn", "/srv/autumn")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HubError, match="Put the class into /home/teacher"):
        settings.load(path)


def test_a_missing_file_says_what_to_copy(tmp_path):
    with pytest.raises(HubError, match=r"hub\.toml\.example"):
        settings.load(tmp_path / "hub.toml")
