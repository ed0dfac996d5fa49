"""Accounts from a roster: which names are refused, and what the system is asked."""

from __future__ import annotations

import csv
import stat
from dataclasses import replace

import pytest

from academy import accounts
from academy.accounts import PASSWORDS
from academy.settings import HubError


class System:
    """Notes what it is asked to run."""

    def __init__(self):
        self.asked = []

    def __call__(self, command, given):
        self.asked.append((tuple(command), given))


@pytest.mark.parametrize(
    "name",
    ["Ada", "ada@example.org", "-ada", "1ada", "ada;reboot", "a" * 32, "ada\n", "../ada", "", "ä"],
)
def test_a_name_that_can_be_no_account_is_refused(hub, name):
    with pytest.raises(HubError) as caught:
        accounts.checked(hub, ["ok", name])
    assert repr(name) in str(caught.value)
    assert "No account was made" in str(caught.value)


@pytest.mark.parametrize("name", ["root", "daemon", "nobody"])
def test_an_account_of_the_system_is_never_taken_for_a_learners(hub, name):
    with pytest.raises(HubError, match="there already, and is no learner's"):
        accounts.checked(hub, [name])


def test_the_teacher_is_no_learner(hub):
    with pytest.raises(HubError, match="teacher's account"):
        accounts.checked(hub, [hub.teacher])


def test_all_bad_names_are_told_at_once(hub):
    with pytest.raises(HubError) as caught:
        accounts.checked(hub, ["Ada", "fine", "Bob"])
    assert "'Ada'" in str(caught.value)
    assert "'Bob'" in str(caught.value)
    assert "'fine'" not in str(caught.value)


def test_everybody_gets_an_account_a_group_and_a_password_of_their_own(hub):
    system = System()
    assert accounts.make(hub, ["ada", "bob"], system) == ["ada", "bob", "teacher"]
    made = {words[-1]: words for words, _ in system.asked if words[0] == "useradd"}
    assert set(made) == {"ada", "bob", "teacher"}
    for name, words in made.items():
        assert ("--groups" in words) == (name != "teacher")
        assert {"--create-home", "--user-group"} <= set(words)
    (given,) = [given for words, given in system.asked if words[0] == "chpasswd"]
    told = dict(line.split(":") for line in given.splitlines())
    assert len(set(told.values())) == 3
    path = hub.etc / PASSWORDS
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with path.open(newline="") as file:
        assert {row["student_id"]: row["first_password"] for row in csv.DictReader(file)} == told


def test_a_password_is_never_among_the_words_of_a_command(hub):
    """Anybody on the machine can list those."""
    system = System()
    accounts.make(hub, ["ada"], system)
    (given,) = [given for words, given in system.asked if words[0] == "chpasswd"]
    word = given.splitlines()[0].split(":")[1]
    assert len(word) == 12
    assert not any(word in part for words, _ in system.asked for part in words)


def test_who_has_an_account_keeps_it_and_its_password(hub):
    system = System()
    assert accounts.make(replace(hub, teacher="root"), ["daemon"], system) == []
    assert [words[0] for words, _ in system.asked] == ["groupadd"]
    assert not (hub.etc / PASSWORDS).exists()


def test_earlier_first_passwords_stay_written_down(hub):
    accounts.make(hub, ["ada"], System())
    before = (hub.etc / PASSWORDS).read_text()
    accounts.make(hub, ["bob"], System())
    assert (hub.etc / PASSWORDS).read_text().startswith(before)


def test_what_a_program_of_the_system_says_is_passed_on(hub):
    with pytest.raises(HubError, match="false failed"):
        accounts._run(("false",), "")
