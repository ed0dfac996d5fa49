"""Look for answers to graded questions in what leaves this repository, however it is packed."""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import html
import io
import json
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

ROOT = Path(__file__).parents[2]
# What tells an answer, as the banks name it.
TELLING = ("reason", "elsewhere", "model_answer")
KEY_FIELDS = {*TELLING, "answer", "any_order", "correct", "credit", "mistakes", "tolerance"}
# A sentence this short may stand in a lesson that teaches it.
IN_PASSING = 60
WINDOW = 4
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{32,}={0,2}")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
OPENERS: tuple[Callable[[bytes], bytes], ...] = (
    gzip.decompress,
    bz2.decompress,
    lzma.decompress,
    zlib.decompress,
)


@cache
def graded() -> tuple[dict[str, Any], ...]:
    """Every graded question, as its bank writes it."""
    banks = sorted((ROOT / "assessments" / "bank").glob("*.yaml"))
    return tuple(q for bank in banks for q in _yaml(bank)["questions"])


@cache
def names() -> frozenset[str]:
    return frozenset(question["id"] for question in graded())


@cache
def answers() -> frozenset[str]:
    """Sentences that give answers away, as plain words, but for those that are told anyway."""
    tables = words(" ".join(path.read_text("utf-8") for path in (ROOT / "data").glob("*.csv")))
    lessons = " ".join(words(_text_of(path)) for path in (ROOT / "course").rglob("*.*"))
    asked = " ".join(words(text) for q in graded() for text in _strings(q, telling=False))
    told = {words(text) for question in graded() for text in _strings(question, telling=True)}
    return frozenset(
        text
        for text in told
        if text not in tables and not (len(text) < IN_PASSING and text in lessons + asked)
    )


@cache
def stems() -> frozenset[str]:
    return frozenset(words(question["stem"]) for question in graded())


def answers_in(place: str, content: bytes) -> set[str]:
    """Where which answer is told in a file, and where a released question carries its key."""
    return _found(place, content, answers()) | {
        f"{where}: {name} has {field}"
        for where, inner in layers(place, content)
        for name, field in _keyed(inner)
    }


def questions_in(place: str, content: bytes) -> set[str]:
    """Where a graded question is at all: its text, its name, or its answer."""
    found = answers_in(place, content) | _found(place, content, stems())
    for where, inner in layers(place, content):
        for text in texts(inner):
            found |= {f"{where}: {name}" for name in names() & set(NAME.findall(text))}
    return found


def folder(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, hidden ones too."""
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield str(file.relative_to(path)), file.read_bytes()


def words(text: str) -> str:
    """Text as words with single spaces, so that folding and punctuation hide nothing."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def layers(place: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and whatever is packed or encoded in it."""
    yield place, content
    for name, inner in _unpacked(content) if content else ():
        yield from layers(f"{place}!{name}", inner)


def texts(content: bytes) -> Iterator[str]:
    """What a file says in each of the ways in which text is written into bytes."""
    encodings = ["utf-8"]
    if b"\0" in content:
        encodings += ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
    for encoding in encodings:
        text = content.decode(encoding, "ignore")
        yield text
        for plain in (_unescaped(text), html.unescape(text), unquote(text)):
            if plain != text:
                yield plain


def _found(place: str, content: bytes, wanted: frozenset[str]) -> set[str]:
    index = _index(wanted)
    found = set()
    for where, inner in layers(place, content):
        for text in texts(inner):
            said = words(text)
            tokens = said.split(" ")
            windows = {tuple(tokens[n : n + WINDOW]) for n in range(len(tokens))}
            for start in windows & index.keys():
                found |= {f"{where}: {text}" for text in index[start] if text in said}
    return found


@cache
def _index(wanted: frozenset[str]) -> dict[tuple[str, ...], list[str]]:
    """Sentences by their first words, since looking for each in turn takes minutes."""
    index: dict[tuple[str, ...], list[str]] = {}
    for text in wanted:
        index.setdefault(tuple(text.split(" ")[:WINDOW]), []).append(text)
    return index


def _keyed(content: bytes) -> Iterator[tuple[str, str]]:
    """Graded questions of a JSON or YAML file that carry a part of their key."""
    if not any(name.encode() in content for name in ("questions", *KEY_FIELDS)):
        return
    try:
        data = json.loads(content)
    except ValueError:
        try:
            data = yaml.load(content, Loader=yaml.CSafeLoader)
        except (yaml.YAMLError, ValueError):
            return
    for part in _mappings(data):
        if isinstance(part.get("id"), str) and part["id"] in names():
            fields = {field for inner in _mappings(part) for field in inner}
            yield from ((part["id"], field) for field in sorted(fields & KEY_FIELDS))


def _mappings(data: Any) -> Iterator[dict[Any, Any]]:
    if isinstance(data, dict):
        yield data
    if isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _mappings(inner)


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist())
        return
    for opener in OPENERS:
        try:
            yield opener.__module__, opener(content)
        except (OSError, EOFError, lzma.LZMAError, zlib.error, ValueError):
            continue
    if content[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive.getmembers():
                if member.isfile():
                    file = archive.extractfile(member)
                    assert file is not None
                    yield member.name, file.read()
        return
    for run in BASE64.findall(content):
        try:
            yield "base64", base64.b64decode(run.rstrip(b"=") + b"===", altchars=b"-_")
        except binascii.Error:
            continue


def _unescaped(text: str) -> str:
    """Undo the escapes of JSON and of JavaScript."""
    spaced = re.sub(r"\\[nrt]", " ", text)
    wide = re.sub(r"\\u\{?([0-9a-fA-F]{4})\}?", lambda m: chr(int(m[1], 16)), spaced)
    return re.sub(r"\\x([0-9a-fA-F]{2})", lambda m: chr(int(m[1], 16)), wide)


def _strings(part: Any, *, telling: bool, inside: bool = False) -> Iterator[str]:
    """Texts of a question: those that tell an answer, or all the others."""
    if isinstance(part, str):
        if inside == telling:
            yield part
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from _strings(inner, telling=telling, inside=inside or name in TELLING)
    elif isinstance(part, list):
        for inner in part:
            yield from _strings(inner, telling=telling, inside=inside)


def _text_of(path: Path) -> str:
    if path.suffix == ".ipynb":
        cells = json.loads(path.read_text("utf-8"))["cells"]
        return " ".join("".join(cell["source"]) for cell in cells)
    return path.read_text("utf-8") if path.suffix == ".yaml" else ""


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
