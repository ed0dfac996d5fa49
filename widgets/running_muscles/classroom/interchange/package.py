"""QTI packages: a zip with a list of what is in it, written and read in memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from running_muscles.classroom.interchange.carried import InterchangeError

MANIFEST = "imsmanifest.xml"
MOST_FILES = 2_000
MOST_BYTES = 100_000_000
# So that the same questions give the same file, whenever they are written.
_WHEN = (2020, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as one zip; the same ones always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, _WHEN)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = _READABLE
            archive.writestr(about, content)
    return out.getvalue()


def xml_files(content: bytes, name: str) -> dict[str, bytes]:
    """Return the XML files of a package, the manifest apart; nothing is written to the disk.

    Raises
    ------
    InterchangeError
        When it is no zip, is damaged, or would unpack to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if len(members) > MOST_FILES:
                raise InterchangeError(f"{name}: more than {MOST_FILES} files. This is no quiz.")
            if any(one.flag_bits & 1 for one in members):
                raise InterchangeError(f"{name}: it needs a password. Export it without one.")
            wanted = [one for one in members if one.filename.lower().endswith(".xml")]
            return _unpacked(archive, wanted, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise InterchangeError(f"{name}: the zip is damaged ({error}). Export it again.") from error


def _unpacked(
    archive: zipfile.ZipFile, wanted: list[zipfile.ZipInfo], name: str
) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for one in wanted:
        # What a zip says of its sizes may be a lie: count what comes out.
        with archive.open(one) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            most = MOST_BYTES // 1_000_000
            raise InterchangeError(f"{name}: it unpacks to more than {most} MB. This is no quiz.")
        if not one.filename.lower().endswith(MANIFEST):
            found[one.filename] = content
    return found
