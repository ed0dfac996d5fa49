"""Set-up files agree with each other and name no download host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEARN, TEACH, DEVELOP = ".binder/requirements.txt", "requirements.lock", "requirements-dev.lock"
LOCKS = (LEARN, TEACH, DEVELOP)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash_and_no_host_is_named(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(pins(name)) > 50
    for entry in re.split(r"\n(?=\S)", text):
        if PIN.match(entry):
            assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text


def test_each_lock_pins_what_the_smaller_one_does():
    learn, teach, develop = (pins(name) for name in LOCKS)
    # Notebook's phone page is Binder's alone; nbgrader brings it where a class is graded.
    assert learn.items() <= teach.items() <= develop.items()


def test_npm_lock_names_no_host():
    assert "://" not in (ROOT / "widgets/js/package-lock.json").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(d for extra in project["project"]["optional-dependencies"].values() for d in extra),
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    names = [re.match(r"[A-Za-z0-9._-]+", line)[0] for line in wanted]
    stubs = ("types-", "pandas-stubs")
    assert [n for n in names if n not in reasons and not n.startswith(stubs)] == []
