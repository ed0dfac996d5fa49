"""What is peculiar to one hub, read from its ``hub.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

FILE_NAME = "hub.toml"
SPAWNERS = ("systemd", "local")
# As useradd takes it, and short enough for every tool that prints it.
ACCOUNT = re.compile(r"[a-z][a-z0-9_-]{0,30}")
COURSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
MEMORY = re.compile(r"[1-9][0-9]*[MG]")


class HubError(Exception):
    """What keeps the hub from being set up; the message says what to do."""


@dataclass(frozen=True)
class Hub:
    """One hub. Paths are absolute.

    Attributes
    ----------
    course
        nbgrader's course id, as in the class's ``class.toml``.
    teacher
        The account that owns the class.
    group
        Holds every learner's account, and nobody else's: only who is in it may log in.
    roster, class_folder, exchange
        The list of students; the class with its bank and marks; where hand-ins travel.
    environment
        Where Python and JupyterHub are installed; `proxy` is configurable-http-proxy's program.
    state
        The hub's own database and secrets.
    homes
        The folder of the home folders.
    spawner
        ``systemd`` (with limits) or ``local`` (without).
    memory, cpu, idle_minutes
        What one learner gets: such as ``1G``; cores; when an idle server is stopped.
    port
        On the loopback, where the web server in front finds the hub.
    """

    course: str
    teacher: str
    roster: Path
    class_folder: Path
    etc: Path
    group: str = "rm-learners"
    exchange: Path = Path("/srv/running-muscles/exchange")
    environment: Path = Path("/opt/running-muscles/venv")
    proxy: Path = Path("/opt/running-muscles/node_modules/.bin/configurable-http-proxy")
    state: Path = Path("/var/lib/running-muscles-hub")
    homes: Path = Path("/home")
    spawner: str = "systemd"
    memory: str = "1G"
    cpu: float = 1.0
    idle_minutes: float = 60
    port: int = 8000

    def home(self, account: str) -> Path:
        """Return the home folder of an account."""
        return self.homes / account


def load(path: Path) -> Hub:
    """Read the settings of a hub.

    Raises
    ------
    HubError
        With file, key and mend.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise HubError(
            f"{path} is not there. Copy hub.toml.example to it, and fill it in."
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HubError(f"{path} cannot be read: {error}") from None
    known = {field.name: str(field.type) for field in fields(Hub) if field.name != "etc"}
    for key in told:
        if key not in known:
            raise HubError(f"{path}: {key} is no setting. There are: {', '.join(known)}.")
    for key in ("course", "teacher", "roster", "class_folder"):
        if key not in told:
            raise HubError(f"{path}: {key} is missing. hub.toml.example shows it.")
    values = {key: _value(path, key, known[key], value) for key, value in told.items()}
    hub = Hub(**values, etc=path.parent.absolute())
    _check(path, hub)
    return hub


def _value(path: Path, key: str, kind: str, value: Any) -> Any:
    if not isinstance(value, _KINDS[kind]) or isinstance(value, bool):
        raise HubError(f"{path}: {key} is {value!r}. Write a {_WORDS[kind]}.")
    if kind == "Path" and not Path(str(value)).is_absolute():
        raise HubError(f"{path}: {key} is {value!r}. Write the whole path, from / on.")
    return Path(str(value)) if kind == "Path" else value


_KINDS: dict[str, tuple[type, ...]] = {
    **{"Path": (str,), "str": (str,)},
    **{"int": (int,), "float": (int, float)},
}
_WORDS = {
    "Path": "path in quotes",
    "str": "text in quotes",
    "int": "whole number",
    "float": "number",
}


def _check(path: Path, hub: Hub) -> None:
    rules = (
        ("course", bool(COURSE.fullmatch(hub.course)), "Use letters, digits, hyphens and _."),
        ("teacher", bool(ACCOUNT.fullmatch(hub.teacher)), "Use a-z, 0-9, hyphens and _."),
        ("group", bool(ACCOUNT.fullmatch(hub.group)), "Use a-z, 0-9, hyphens and _."),
        ("spawner", hub.spawner in SPAWNERS, f"Choose one of: {', '.join(SPAWNERS)}."),
        ("memory", bool(MEMORY.fullmatch(hub.memory)), 'Write it like "1G" or "700M".'),
        ("cpu", hub.cpu > 0, "Use a number of cores above 0."),
        ("idle_minutes", hub.idle_minutes > 0, "Use a number of minutes above 0."),
        (
            "class_folder",
            hub.class_folder.parent == hub.home(hub.teacher),
            f"Put the class into {hub.home(hub.teacher)}, where its teacher works.",
        ),
    )
    for key, is_good, mend in rules:
        if not is_good:
            raise HubError(f"{path}: {key} is {str(getattr(hub, key))!r}. {mend}")
