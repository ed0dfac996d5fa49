"""Let the site open without a network: its service worker learns which files make an edition."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
WORKER = "service-worker.js"
# Nobody reads these on a page; what else there is, a lesson or its menus may ask for. The
# documentation lies beside the course, and is read with a network.
LEFT_OUT = ("doc/", "docs/", "build/third-party-licenses.json")
LEFT_OUT_ENDS = (".LICENSE.txt", ".svg", WORKER)


def edition(out: Path) -> dict[str, object]:
    """Return the name, files and bytes of what a browser keeps of a built site."""
    files = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
    kept = {
        name: content
        for name, content in files.items()
        if not (name.startswith(LEFT_OUT) or name.endswith(LEFT_OUT_ENDS))
    }
    digest = hashlib.sha256()
    for name, content in kept.items():
        digest.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return {
        "edition": digest.hexdigest()[:16],
        "bytes": sum(map(len, kept.values())),
        "files": list(kept),
    }


def main(out: Path) -> None:
    """Write the service worker of a built site: ours, then JupyterLite's."""
    theirs = (out / "build" / WORKER).read_text(encoding="utf-8")
    ours = (HERE / "offline.js").read_text(encoding="utf-8")
    told = f"const SITE = {json.dumps(edition(out))};\n"
    (out / WORKER).write_text(f"{told}{ours}\n{theirs}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
