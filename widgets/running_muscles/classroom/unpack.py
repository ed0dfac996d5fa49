"""Unpack an archive of hand-ins: plain files below one folder, and not without end.

Whatever an archive says of itself may be made up: names that lead elsewhere, links, sizes. So
each name is checked, and what comes out is counted while it comes out. A file that is not taken
is named; it concerns the student who sent it and nobody else.
"""

from __future__ import annotations

import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from running_muscles.quiz.safe_folder import MAX_BYTES, MAX_FILE_BYTES, MAX_FILES
from running_muscles.quiz.shown_text import shown

ENDINGS = (".zip", ".tar.gz", ".tgz")
CHUNK = 1 << 16
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come out of an archive."""

    files: int
    total: int


# What a whole class may have handed in, and what one student may.
OF_A_CLASS = Limits(files=50_000, total=5_000_000_000)
OF_A_STUDENT = Limits(files=MAX_FILES, total=MAX_BYTES)


class ArchiveError(ValueError):
    """An archive that cannot be unpacked, or not to its end; the message says why."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A plain file in an archive. `problem` says why it is not taken."""

    name: str
    size: int
    source: Any
    problem: str = ""


def is_archive(path: Path) -> bool:
    """Say by its name whether a file is unpacked."""
    return path.name.lower().endswith(ENDINGS)


def folder_name(path: Path) -> str:
    """Return the name of an archive without its ending."""
    name = path.name
    ending = next(end for end in ENDINGS if name.lower().endswith(end))
    return name[: -len(ending)] or "archive"


def unpack(archive: Path, target: Path, limits: Limits = OF_A_CLASS) -> list[str]:
    """Unpack an archive into a new folder.

    Parameters
    ----------
    archive
        A zip or a tar.gz.
    target
        The folder; it must not be there yet.
    limits
        How much may come out.

    Returns
    -------
    list of str
        Sentences about what was not taken.

    Raises
    ------
    ArchiveError
        When the archive is damaged or holds too much. What has come out until then is there.
    """
    target.mkdir(parents=True)
    told: list[str] = []
    left, files = limits.total, 0
    try:
        with _opened(archive) as (members, opened):
            for member in members:
                files += 1
                if files > limits.files:
                    raise ArchiveError(f"It holds more than {limits.files} files.")
                path, problem = _place(target, member)
                if not problem:
                    with opened(member.source) as source:
                        taken, problem = _write(source, path, min(left, MAX_FILE_BYTES))
                    left -= taken
                if left <= 0:
                    raise ArchiveError(
                        f"It holds more than {max(1, limits.total // 1_000_000)} MB."
                    )
                if problem:
                    told.append(f"'{shown(member.name, 120)}' {problem}")
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError) as error:
        raise ArchiveError(f"It is damaged ({error}).") from error
    except (RuntimeError, NotImplementedError) as error:
        # A password, or a way of packing that Python does not know.
        raise ArchiveError(f"It cannot be opened ({error}).") from error
    return told


@contextmanager
def _opened(archive: Path) -> Iterator[tuple[Iterator[_Member], Any]]:
    if archive.name.lower().endswith(".zip"):
        with zipfile.ZipFile(archive) as opened:
            yield _zip_members(opened), opened.open
    else:
        with tarfile.open(archive, "r:gz") as tar:
            yield _tar_members(tar), tar.extractfile


def _zip_members(archive: zipfile.ZipFile) -> Iterator[_Member]:
    for info in archive.infolist():
        if info.is_dir():
            continue
        name, problem = info.filename, ""
        if not info.flag_bits & 0x800:
            # Without this mark a name counts as an old code page, and hardly ever is.
            try:
                name = name.encode("cp437").decode("utf-8")
            except UnicodeError:
                name = info.filename
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind and not stat.S_ISREG(kind):
            problem = "is a link or a device, so it was not taken."
        elif info.flag_bits & 1:
            problem = "is locked with a password, so it was not taken."
        yield _Member(name, info.file_size, info, problem)


def _tar_members(archive: tarfile.TarFile) -> Iterator[_Member]:
    passed = 0
    for info in archive:
        if info.isdir():
            continue
        # To get past a member, all of it is unpacked: a false size would cost hours.
        passed += info.size
        if passed > OF_A_CLASS.total:
            raise ArchiveError(f"It holds more than {OF_A_CLASS.total // 1_000_000} MB.")
        problem = "" if info.isreg() else "is a link or a device, so it was not taken."
        yield _Member(info.name, info.size, info, problem)


def _place(target: Path, member: _Member) -> tuple[Path, str]:
    """Return where a member belongs, and why it is not taken; "" when it is."""
    name = member.name.replace("\\", "/")
    parts = PurePosixPath(name).parts
    path = target.joinpath(*parts) if parts else target
    if member.problem:
        return path, member.problem
    leads_away = name.startswith("/") or ".." in parts or ":" in name.partition("/")[0][1:2]
    if not parts or leads_away:
        return path, "has a name that leads out of its folder, so it was not taken."
    if _CONTROL.search(name):
        return path, "has control characters in its name, so it was not taken."
    if len(parts) > DEEPEST:
        return path, "lies too deep in folders, so it was not taken."
    if member.size > MAX_FILE_BYTES:
        return path, f"is larger than {MAX_FILE_BYTES // 1_000_000} MB, so it was not taken."
    return path, ""


def _write(source: IO[bytes], path: Path, most: int) -> tuple[int, str]:
    """Write one file; return how many bytes came, and why it was not kept."""
    count = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as copy:
            while data := source.read(min(CHUNK, most - count + 1)):
                count += len(data)
                if count > most:
                    break
                copy.write(data)
    except (FileExistsError, NotADirectoryError):
        return 0, "stands there twice; only the first was taken."
    except OSError as error:
        if not path.exists():
            return 0, f"cannot be written ({error.strerror})."
        raise
    if count > most:
        path.unlink()
        return count, "is larger than it says, so it was not taken."
    return count, ""
