"""Let Python start while the page still loads: changes a built site in three places, each checked.

The worker begins by itself, Pyodide's module hands over what was begun, and each page that runs
lessons makes the worker at once.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from pages import into_head

HERE = Path(__file__).parent
WORKERS = "extensions/@jupyterlite/pyodide-kernel-extension/static"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
PAGES = ("lab", "notebooks")
BEGIN = 'import("../../../../static/pyodide/pyodide.mjs").then(({ begin }) => begin());\n'
# What the kernel and every lesson import. Only importing: a learner's language and results are
# read when a lesson runs.
IMPORTS = """
import pyodide_kernel, ipywidgets, anywidget, running_muscles
for name in running_muscles.__all__:
    getattr(running_muscles, name)
"""
# What every start has of its own.
GO_ON = """
import random
random.seed()
"""


def main(out: Path) -> None:
    """Change a built site."""
    (worker,) = (out / WORKERS).glob("comlink.worker.*.js")
    worker.write_text(BEGIN + worker.read_text(encoding="utf-8"), encoding="utf-8")
    _wrap(out / "static" / "pyodide")
    address = json.dumps(f"../{worker.relative_to(out).as_posix()}")
    script = (HERE / "early.js").read_text(encoding="utf-8").replace("WORKER", address)
    for page in PAGES:
        into_head(out / page / "index.html", f"<script>\n{script}</script>")


def options() -> dict[str, object]:
    """Return what the kernel tells Pyodide, but for packages: they are there from the start."""
    settings = json.loads((HERE / "jupyter-lite.json").read_text(encoding="utf-8"))
    kernel = settings["jupyter-config-data"]["litePluginSettings"][KERNEL]
    told: dict[str, object] = kernel["loadPyodideOptions"]
    return {name: value for name, value in told.items() if name != "packages"}


def _wrap(pyodide: Path) -> None:
    """Keep a Python that has started, and lay our module in the place of Pyodide's own."""
    told = {"OPTIONS": options(), "IMPORTS": IMPORTS, "GO_ON": GO_ON}
    settings = json.dumps({"options": told["OPTIONS"], "imports": IMPORTS})
    subprocess.run(["node", str(HERE / "snapshot.mjs"), str(pyodide), settings], check=True)
    own = pyodide / "pyodide.mjs"
    own.rename(pyodide / "pyodide-core.mjs")
    shutil.copyfile(HERE / "packages.mjs", pyodide / "packages.mjs")
    constants = (f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    script = (HERE / "early.mjs").read_text(encoding="utf-8")
    own.write_text("".join(constants) + script, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
