"""Values for the Helm chart, and the images: what can be told without a cluster."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from traitlets.config import Config

from academy import jupyter_files

HUB = Path(__file__).parents[2] / "deploy/hub"
LTI = ("LTI_ISSUER", "LTI_CLIENT_ID", "LTI_AUTHORIZE_URL", "LTI_JWKS_ENDPOINT")


@pytest.fixture(scope="module")
def values():
    return yaml.safe_load((HUB / "kubernetes/values.yaml").read_text("utf-8"))


@pytest.fixture
def configured(values, monkeypatch):
    """What JupyterHub is told when the chart runs the Python of the values."""
    for name in LTI:
        monkeypatch.setenv(name, f"https://lms.example/{name}")
    monkeypatch.setenv("LTI_USERNAME_KEY", values["hub"]["extraEnv"]["LTI_USERNAME_KEY"])
    monkeypatch.setenv("RUNNING_MUSCLES_TEACHERS", "grace, alan")
    monkeypatch.setenv("RUNNING_MUSCLES_TEACHER_IMAGE", "registry/teacher:1")
    c = Config()
    for name, code in sorted(values["hub"]["extraConfig"].items()):
        exec(compile(code, name, "exec"), {"c": c})
    return c


def spawned(c, name):
    spawner = SimpleNamespace(
        user=SimpleNamespace(name=name), environment={"A": "1"}, image="learner", uid=1000
    )
    c.KubeSpawner.pre_spawn_hook(spawner)
    return spawner


def test_everybody_has_a_number_of_their_own_that_stays(configured):
    names = [f"learner-{number}" for number in range(2000)]
    numbers = [spawned(configured, name).uid for name in names]
    assert len(set(numbers)) == len(names)
    assert all(100_000 <= number < 2**31 for number in numbers)
    # Files of a term ago must still be their owner's.
    assert spawned(configured, "ada").uid == 252_790_398


def test_only_who_teaches_gets_the_teachers_image(configured):
    assert spawned(configured, "ada").image == "learner"
    assert "JUPYTER_CONFIG_PATH" not in spawned(configured, "ada").environment
    for name in ("grace", "alan"):
        teacher = spawned(configured, name)
        assert teacher.image == "registry/teacher:1"
        assert teacher.environment["JUPYTER_CONFIG_PATH"].endswith("/teacher")
        assert teacher.environment["A"] == "1"


def test_login_is_what_the_secret_says(configured):
    assert configured.LTI13Authenticator.issuer == "https://lms.example/LTI_ISSUER"
    assert configured.LTI13Authenticator.client_id == {"https://lms.example/LTI_CLIENT_ID"}


@pytest.mark.parametrize("name", LTI)
def test_no_setting_of_the_login_stands_in_the_file(values, name):
    assert values["hub"]["extraEnv"][name]["valueFrom"]["secretKeyRef"]["name"] == "lti"


@pytest.mark.parametrize("name", LTI)
def test_a_hub_without_its_login_does_not_start(values, monkeypatch, name):
    for other in (*LTI, "LTI_USERNAME_KEY"):
        monkeypatch.setenv(other, "x")
    monkeypatch.delenv(name)
    with pytest.raises(KeyError, match=name):
        exec(values["hub"]["extraConfig"]["10-login"], {"c": Config()})


def test_chart_rehearsal_and_images_have_one_jupyterhub(values):
    text = (HUB / "kubernetes/values.yaml").read_text("utf-8")
    chart, hub = re.search(r"chart (\S+) \(JupyterHub (\S+),", text).groups()
    lock = (HUB / "requirements.lock").read_text("utf-8")
    assert f"\njupyterhub=={hub} " in lock
    assert f"--version {chart}" in text
    assert f"--version {chart}" in (HUB / "kubernetes/README.md").read_text("utf-8")


def test_images_are_stages_of_the_dockerfile(values):
    stages = re.findall(
        r"^FROM \S+ AS (\w+)", (HUB / "image/Dockerfile").read_text("utf-8"), re.MULTILINE
    )
    own = yaml.safe_load((HUB / "kubernetes/own.yaml.example").read_text("utf-8"))
    learner = own["singleuser"]["image"]["name"].rpartition("-")[2]
    teacher = own["hub"]["extraEnv"]["RUNNING_MUSCLES_TEACHER_IMAGE"]
    assert [learner, re.search(r"muscles-(\w+):", teacher)[1]] == stages
    assert values["singleuser"]["image"]["name"].endswith(f"-{learner}")


def test_the_learners_image_is_made_without_the_bank():
    learner, teacher = (HUB / "image/Dockerfile").read_text("utf-8").split("FROM learner AS")
    assert "bank" in teacher
    copied = " ".join(re.findall(r"^COPY (.*)$", learner, re.MULTILINE))
    assert "assessments" not in copied
    assert "COPY . " not in learner
    let_in = (HUB / "image/Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert "*" in let_in
    assert {line.split("/")[0] for line in let_in if line.startswith("!")} == {
        *("!dist", "!deploy", "!assessments")
    }


def test_learners_see_the_same_menus_there_as_on_one_machine(hub):
    laid = jupyter_files.files(hub)
    learner = hub.etc / jupyter_files.LEARNER
    for path in (HUB / "image/learner").rglob("*.json"):
        same = laid[learner / path.relative_to(HUB / "image/learner")]
        assert json.loads(path.read_text("utf-8")) == json.loads(same), path


def test_the_exchange_can_be_mounted_by_many_and_is_the_one_that_is_mounted(values):
    claim, job = yaml.safe_load_all((HUB / "kubernetes/exchange.yaml").read_text("utf-8"))
    assert claim["spec"]["accessModes"] == ["ReadWriteMany"]
    (volume,) = values["singleuser"]["storage"]["extraVolumes"]
    assert volume["persistentVolumeClaim"]["claimName"] == claim["metadata"]["name"]
    (mount,) = values["singleuser"]["storage"]["extraVolumeMounts"]
    (container,) = job["spec"]["template"]["spec"]["containers"]
    assert container["command"] == ["chmod", "1777", mount["mountPath"]]
    for path in (HUB / "image").rglob("nbgrader_config.py"):
        assert f'c.Exchange.root = "{mount["mountPath"]}"' in path.read_text("utf-8")


def test_what_starts_a_server_is_sound_shell():
    subprocess.run(("sh", "-n", str(HUB / "start-server")), check=True)


def test_the_locks_have_hashes_and_name_no_host():
    lock = (HUB / "requirements.lock").read_text("utf-8")
    entries = [one for one in re.split(r"\n(?=\S)", lock) if re.match(r"\S+==", one)]
    assert len(entries) > 100
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in lock
    assert '"resolved"' not in (HUB / "package-lock.json").read_text("utf-8")
