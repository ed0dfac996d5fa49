"""Read YAML and remember on which line each piece stands.

Stricter than YAML: a key twice in one mapping, an anchor or an alias, a second document, a tag
or a file over 1 MB is an error. Each is a way to write something that one does not mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml reads the same, slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Place = tuple[str | int, ...]
MAX_BYTES = 1_000_000


class YamlError(ValueError):
    """A file that cannot be read. `line` counts from 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


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
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise YamlError(line, "This line is not UTF-8. Save the file as UTF-8.") from error
    except OSError as error:
        raise YamlError(1, f"The file cannot be read: {error.strerror}.") from error
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(
            mark.line + 1 if mark else 1,
            f"This is not valid YAML: {error.problem}. Check indentation, quotes and colons.",
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlError(1, f"This is not valid YAML: {error}.") from error
    if root is None:
        raise YamlError(1, "The file is empty. Write the bank, or delete the file.")
    walk = _Walk()
    return Located(walk.value(root, ()), walk.lines)


class _Walk:
    """Turns composed nodes into plain data, and notes their lines on the way."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self._seen: set[int] = set()
        self._constructor = yaml.constructor.SafeConstructor()

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
        if not node.tag.startswith("tag:yaml.org,2002:"):
            raise YamlError(line, f"The tag {node.tag} is not known here. Remove it.")
        try:
            return self._constructor.construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            raise YamlError(line, f"{node.value!r} cannot be read. Put it in quotes.") from error

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
