"""What JupyterHub is told on one machine, and how the rehearsal counts."""

from __future__ import annotations

import os
from types import SimpleNamespace

import pytest
from traitlets.config import Config

from academy import servers
from rehearsal import cost
from rehearsal.steps import StepError, step, wait_until


@pytest.fixture
def told(hub):
    c = Config()
    servers.configure(c, hub)
    return c


def started(told, name):
    spawner = SimpleNamespace(
        user=SimpleNamespace(name=name), environment={}, default_url=told.Spawner.default_url
    )
    told.Spawner.pre_spawn_hook(spawner)
    return spawner


def test_learner_and_teacher_read_different_settings(told, hub):
    assert started(told, "ada").environment["JUPYTER_CONFIG_PATH"] == str(hub.etc / "learner")
    teacher = started(told, "teacher")
    assert teacher.environment["JUPYTER_CONFIG_PATH"] == str(hub.etc / "teacher")
    assert teacher.default_url.endswith("/autumn")
    # Nothing of the teacher's stays for who comes next.
    assert started(told, "bob").environment["JUPYTER_CONFIG_PATH"] == str(hub.etc / "learner")


def test_only_the_class_may_log_in_and_nobody_is_an_administrator(told, hub):
    assert told.PAMAuthenticator.allowed_groups == {hub.group}
    assert told.PAMAuthenticator.allowed_users == {hub.teacher}
    assert told.PAMAuthenticator.admin_users == set()
    assert "allow_all" not in told.PAMAuthenticator


def test_the_hub_is_not_to_be_reached_from_outside(told):
    assert told.JupyterHub.bind_url.startswith("http://127.0.0.1:")
    assert told.JupyterHub.hub_ip == "127.0.0.1"


def test_the_culler_may_stop_servers_and_no_more(told):
    (role,) = told.JupyterHub.load_roles
    assert set(role["scopes"]) == {
        *("list:users", "read:users:activity", "read:servers", "delete:servers")
    }
    (service,) = told.JupyterHub.services
    assert "--timeout=3600" in service["command"]


def test_a_cost_is_the_sum_of_its_processes(tmp_path):
    ticks = os.sysconf("SC_CLK_TCK")
    for number, name in ((7, "python"), (8, "a (odd) name")):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "smaps_rollup").write_text("Rss: 9000 kB\nPss: 2048 kB\n")
        times = f"{3 * ticks} {ticks} 0 0"
        (tmp_path / str(number) / "stat").write_text(
            f"{number} ({name}) S 1 {'0 ' * 9}{times} 20 0\n"
        )
    found = cost.of([7, 8, 9], tmp_path)  # 9 has ended
    assert (found.memory, found.cpu) == (4.0, 8.0)


def test_own_costs_are_more_than_nothing():
    found = cost.of(cost.family(os.getpid()))
    assert found.memory > 5
    assert found.cpu > 0


def test_a_step_says_how_it_ended(capsys):
    with step("one"):
        pass
    with pytest.raises(StepError, match="never"), step("two"):
        wait_until(lambda: False, "never", seconds=0)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("✓ one")
    assert second.startswith("✗ two")
