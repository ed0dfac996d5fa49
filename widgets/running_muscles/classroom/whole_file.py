"""Write a file so that whoever reads it sees all of it, and several may write it at once."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_whole(path: Path, data: bytes, *, on_disk: bool = False) -> None:
    """Put a file into its place in one step; of several who do so, one has the last word.

    Parameters
    ----------
    on_disk
        Return only when it outlasts a power cut.
    """
    # Not by the number of the process: another machine may have the same, and in a container
    # it is often 1.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            if on_disk:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
