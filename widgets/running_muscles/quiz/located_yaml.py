"""Read YAML and remember on which line each piece stands.

Numbers, truth and nothing are read by the rules of YAML 1.2. What earlier rules read in another
way (``1:30``, ``010``, ``yes``, a date), and what would be lost in silence (text behind `` #``),
becomes an `Unclear`, which the schema names with its line and mend.

Stricter than YAML: a key twice in one mapping, an anchor or an alias, a second document, a tag,
a number that is infinite or none, or a file over 1 MB is an error. Each is a way to write
something that one does not mean.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _BaseLoader
except ImportError:  # PyYAML without libyaml reads the same, slower
    from yaml import SafeLoader as _BaseLoader  # type: ignore[assignment]

ENDING = ".yaml"
_MEANT = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
Place = tuple[str | int, ...]
MAX_BYTES = 1_000_000
LONGEST_NUMBER = 100
_YAML = "tag:yaml.org,2002:"
_UNCLEAR = "unclear"


class YamlError(ValueError):
    """A file that cannot be read. `line` counts from 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Unclear:
    """A text without quotation marks that need not mean what it seems to.

    Attributes
    ----------
    text : str
        As it was read.
    sentence : str
        What is unclear, and the mend.
    """

    text: str
    sentence: str

    def __repr__(self) -> str:
        return repr(self.text)


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data, and the line of every place in it: ``lines["questions", 3, "stem"]``."""

    data: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that are YAML, or are meant to be (`.yml`, `.yaml.txt`)."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if _MEANT.search(path.name) and path.is_file())
    return sorted(path for path in found if not path.name.startswith("."))


def problem_with_name(path: Path) -> str:
    """Say why a file would be passed over; empty when its name is right."""
    if path.suffix == ENDING:
        return ""
    name = f"{_MEANT.sub('', path.name)}{ENDING}"
    return f"Nothing reads this file, because its name does not end in {ENDING}. Rename it {name}."


def read(path: Path) -> Located:
    """Read one YAML file.

    Raises
    ------
    YamlError
        With the line and a sentence, when the file is not what this course takes for YAML.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise YamlError(1, f"The file is larger than {MAX_BYTES} bytes. Split it.")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise YamlError(line, "This line is not UTF-8. Save the file as UTF-8.") from error
    except OSError as error:
        raise YamlError(1, f"The file cannot be read: {error.strerror}.") from error
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        # Within braces a comment takes the closing one along.
        near = text.splitlines()[max(0, line - 2) : line]
        raise YamlError(
            line,
            f"This is not valid YAML: {error.problem}. Check indentation, quotes and colons."
            + (" Behind a space, # begins a comment." if any(map(_LOST.search, near)) else ""),
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlError(1, f"This is not valid YAML: {error}.") from error
    if root is None:
        raise YamlError(1, "The file is empty. Write the bank, or delete the file.")
    walk = _Walk(text)
    return Located(walk.value(root, ()), walk.lines)


class _Loader(_BaseLoader):
    """Tells what a text without quotation marks is; the first pattern that fits counts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  PyYAML's own way


_DIGITS = "+-.0123456789"
_PATTERNS = (
    # Read in one way by some programs and in another by others.
    (_UNCLEAR, r"[-+]?0[0-9_]+", "+-0"),
    (_UNCLEAR, r"[-+]?0[box][0-9A-Fa-f_]+", "+-0"),
    (_UNCLEAR, r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", _DIGITS),
    (_UNCLEAR, r"[-+]?[0-9]*_[0-9_]*(?:\.[0-9_]*)?|[-+]?[0-9]+\.[0-9]*_[0-9_]*", _DIGITS),
    (_UNCLEAR, r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?", _DIGITS),
    (_UNCLEAR, r"(?i:yes|no|on|off|y|n)", "yYnNoO"),
    # YAML 1.2, the core schema.
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", _DIGITS),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", _DIGITS),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", "+-."),
)
for _tag, _pattern, _first in _PATTERNS:
    _Loader.add_implicit_resolver(
        _YAML + _tag,
        re.compile(rf"(?:{_pattern})\Z", re.ASCII),
        [*_first, ""] if _tag == "null" else list(_first),
    )

_LOST = re.compile(r"[ \t]+#[^\n]*")


class _Walk:
    """Turns composed nodes into plain data, and notes their lines on the way."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self._text = text
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, place: Place) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(place, line)
        if id(node) in self._seen:
            raise YamlError(line, "An alias (*name) points here. Write the text out instead.")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*place, n)) for n, child in enumerate(node.value)]
        read = _SCALARS.get(node.tag.removeprefix(_YAML))
        if read is None:
            raise YamlError(line, f"The tag {node.tag} is not known here. Remove it.")
        try:
            value = read(node.value)
        except ValueError as error:
            raise YamlError(line, f"{node.value[:40]!r}: {error}") from error
        return self._whole(node, value)

    def _whole(self, node: yaml.Node, value: Any) -> Any:
        """Return a text, or that a part of it would be lost."""
        lost = _LOST.match(self._text, node.end_mark.index)
        plain_text = isinstance(value, str) and not getattr(node, "style", "")
        if lost is None or not plain_text:
            return value
        return Unclear(
            value,
            f"It ends before {lost[0].strip()[:40]!r}: behind a space, # begins a comment. Put the"
            " whole text in quotes, or the comment on a line of its own.",
        )

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, child in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key, str):
                raise YamlError(line, "A key must be a word.")
            if key in result:
                raise YamlError(line, f"The key {key!r} stands here twice. Keep one of them.")
            self.lines[(*place, key)] = line
            result[key] = self.value(child, (*place, key))
        return result


def _whole_number(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise ValueError("This number has too many digits. Write a shorter one.")
    return int(text)


def _number(text: str) -> float:
    value = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    if not math.isfinite(value):
        raise ValueError("A number is infinite or not a number. Write a finite one.")
    return value


def _unclear(text: str) -> Unclear:
    return Unclear(
        text,
        f"Without quotation marks, {text!r} is a number, a time or a truth to some programs, and"
        " something else to others. Write a number as 90 or 0.5, and a truth as true or false.",
    )


_SCALARS: dict[str, Any] = {
    "str": str,
    "null": lambda _: None,
    "bool": lambda text: text.lower() == "true",
    "int": _whole_number,
    "float": _number,
    _UNCLEAR: _unclear,
}
