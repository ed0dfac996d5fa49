"""How the hub starts the server of one learner: what ``jupyterhub_config.py`` calls."""

from __future__ import annotations

import sys
from typing import Any

from academy.jupyter_files import LEARNER, TEACHER
from academy.settings import Hub

# Laid into the environment, since learners cannot read the checkout.
START = "running-muscles-start-server"
SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"


def environment(hub: Hub, account: str) -> dict[str, str]:
    """Return what an account's server, and each terminal in it, finds in its environment."""
    role = TEACHER if account == hub.teacher else LEARNER
    return {
        "JUPYTER_CONFIG_PATH": str(hub.etc / role),
        "PATH": f"{hub.environment / 'bin'}:{SYSTEM_PATH}",
    }


def configure(c: Any, hub: Hub) -> None:
    """Set JupyterHub up for one academy on one machine.

    Parameters
    ----------
    c
        JupyterHub's configuration.
    hub
        The settings of this hub.
    """
    _hub_itself(c, hub)
    _who_may_come_in(c, hub)
    _one_server_each(c, hub)
    _stop_idle_servers(c, hub)


def _hub_itself(c: Any, hub: Hub) -> None:
    # Nobody reaches the hub from outside but through the web server that speaks https.
    c.JupyterHub.bind_url = f"http://127.0.0.1:{hub.port}"
    c.JupyterHub.hub_ip = "127.0.0.1"
    c.JupyterHub.hub_port = hub.port + 1
    c.JupyterHub.db_url = f"sqlite:///{hub.state / 'jupyterhub.sqlite'}"
    c.JupyterHub.cookie_secret_file = str(hub.state / "cookie-secret")
    c.ConfigurableHTTPProxy.command = [str(hub.proxy)]
    c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{hub.port + 2}"
    c.ConfigurableHTTPProxy.pid_file = str(hub.state / "proxy.pid")
    # An address of a lesson, opened after the server was stopped, starts it by itself.
    c.JupyterHub.implicit_spawn_seconds = 1
    # A hub that is started anew finds the servers that went on without it.
    c.JupyterHub.cleanup_servers = False
    c.JupyterHub.cleanup_proxy = True


def _who_may_come_in(c: Any, hub: Hub) -> None:
    """Let learners and the teacher in; nobody is an administrator, so nobody reads for others."""
    c.JupyterHub.authenticator_class = "pam"
    c.PAMAuthenticator.open_sessions = False
    # By group, so that a longer roster needs no new start of the hub.
    c.PAMAuthenticator.allowed_groups = {hub.group}
    c.PAMAuthenticator.allowed_users = {hub.teacher}
    c.PAMAuthenticator.admin_users = set()


def _one_server_each(c: Any, hub: Hub) -> None:
    spawners = {
        "systemd": "systemd",
        "local": "jupyterhub.spawner.LocalProcessSpawner",
    }
    c.JupyterHub.spawner_class = spawners[hub.spawner]
    c.Spawner.cmd = [str(hub.environment / "bin" / START)]
    c.Spawner.notebook_dir = "~"
    c.Spawner.default_url = "/lab/tree/course/00-start-here.ipynb"
    c.Spawner.pre_spawn_hook = lambda spawner: _before(hub, spawner)
    c.Spawner.start_timeout = 120
    c.Spawner.http_timeout = 60
    # LocalProcessSpawner tells a server its limits, and enforces none.
    c.Spawner.mem_limit = hub.memory
    c.Spawner.cpu_limit = hub.cpu
    c.SystemdSpawner.dynamic_users = False
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.isolate_devices = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.extra_paths = [str(hub.environment / "bin")]


def _before(hub: Hub, spawner: Any) -> None:
    spawner.environment = {**spawner.environment, **environment(hub, spawner.user.name)}
    if spawner.user.name == hub.teacher:
        spawner.default_url = f"/lab/tree/{hub.class_folder.name}"


def _stop_idle_servers(c: Any, hub: Hub) -> None:
    """Stop servers that nobody uses; an answer or a result on its way waits in the browser."""
    c.JupyterHub.load_roles = [
        {
            "name": "stops-idle-servers",
            "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
            "services": ["idle-culler"],
        }
    ]
    seconds = int(hub.idle_minutes * 60)
    c.JupyterHub.services = [
        {
            "name": "idle-culler",
            "command": [
                *(sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={seconds}"),
                f"--cull-every={max(5, min(300, seconds // 2))}",
            ],
        }
    ]
