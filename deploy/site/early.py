"""Let Python start while the page still loads: changes a built site in three places, each checked.

The worker begins by itself, Pyodide's module hands over what was begun, and each page that runs
lessons makes the worker at once.
"""

from __future__ import annotations

import json
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


def main(out: Path) -> None:
    """Change a built site."""
    (worker,) = (out / WORKERS).glob("comlink.worker.*.js")
    worker.write_text(BEGIN + worker.read_text(encoding="utf-8"), encoding="utf-8")
    _wrap(out / "static" / "pyodide")
    address = json.dumps(f"../{worker.relative_to(out).as_posix()}")
    script = (HERE / "early.js").read_text(encoding="utf-8").replace("WORKER", address)
    for page in PAGES:
        into_head(out / page / "index.html", f"<script>\n{script}</script>")


def _wrap(pyodide: Path) -> None:
    """Lay our module in the place of Pyodide's own, which it imports."""
    settings = json.loads((HERE / "jupyter-lite.json").read_text(encoding="utf-8"))
    kernel = settings["jupyter-config-data"]["litePluginSettings"][KERNEL]
    own = pyodide / "pyodide.mjs"
    own.rename(pyodide / "pyodide-core.mjs")
    told = (
        f"const OPTIONS = {json.dumps(kernel['loadPyodideOptions'])};\n"
        f"const IMPORTS = {json.dumps(IMPORTS)};\n"
    )
    own.write_text(told + (HERE / "early.mjs").read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
