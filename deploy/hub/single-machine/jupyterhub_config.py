"""JupyterHub's settings on one machine. What is peculiar to a hub stands in its hub.toml."""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from academy import servers, settings

c = get_config()
servers.configure(
    c, settings.load(Path(os.environ.get("RUNNING_MUSCLES_HUB", "/etc/running-muscles/hub.toml")))
)
