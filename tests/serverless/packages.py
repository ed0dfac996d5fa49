"""The file that holds every package of the site, read as `packages.mjs` reads it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path


def files(site: Path) -> list[tuple[str, bytes]]:
    """Return the path and the content of each file."""
    whole = gzip.decompress((site / "static" / "pyodide" / "packages.bin").read_bytes())
    at = 4 + int.from_bytes(whole[:4], "little")
    found = []
    for path, length in json.loads(whole[4:at])["files"]:
        found.append((path, whole[at : at + length]))
        at += length
    assert at == len(whole)
    return found
