"""The API: for each room the modules that others import, read from the imports themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import running_muscles

PACKAGE = Path(running_muscles.__file__).parent
# The rooms from left to right, as the arrows of CONTRIBUTING.md point.
ROOMS = ("tables", "movement", "measure", "plan", "review", "quiz", "analysis", "classroom")


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path, known: set[str]) -> set[str]:
    """Return the modules of the package that a file imports, wherever in it."""
    package = path.relative_to(PACKAGE.parent).parent.parts
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            found |= {
                name if (name := f"{module}.{alias.name}") in known else module
                for alias in node.names
            }
    return found & known


def public_modules() -> dict[str, list[str]]:
    """Return for each room the modules that another room imports: its public part."""
    paths = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
    rooms: dict[str, set[str]] = {room: set() for room in ROOMS}
    for name, path in paths.items():
        own = name.split(".")[1:2]
        for module in _imported(path, set(paths)):
            room = module.split(".")[1:2]
            if room != own and room and room[0] in rooms:
                rooms[room[0]].add(module)
    return {room: sorted(modules) for room, modules in rooms.items()}


def first_sentence(path: Path) -> str:
    """Return the first line of a module's docstring, read without importing it."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.split("\n\n")[0].replace("\n", " ")


def _source(module: str) -> Path:
    path = PACKAGE.parent.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _is_also_a_function(module: str) -> bool:
    room, _, name = module.rpartition(".")
    tree = ast.parse(_source(room).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def _listed(room: str, modules: list[str]) -> str:
    lines = [f"# {room}", "", first_sentence(PACKAGE / room / "__init__.py"), ""]
    for module in modules:
        lines += [f"## {module.removeprefix('running_muscles.')}", "", "```{eval-rst}"]
        lines += [f".. automodule:: {module}", "   :members:"]
        # A function of the room has the module's name: only one of the two may be found by it.
        lines += ["   :no-index:"] if _is_also_a_function(module) else []
        lines += ["```", ""]
    return "\n".join(lines)


def _lesson_names() -> str:
    """Return the page of what a lesson imports: the doors of the package."""
    by_module: dict[str, list[str]] = {}
    for name in sorted(running_muscles.__all__):
        by_module.setdefault(running_muscles._DOORS[name], []).append(name)
    lines = [
        "# What a lesson imports",
        "",
        "Each lesson begins with `import running_muscles as rm`",
    ]
    lines += ["and shows its parts by these names. Each loads when it is first used.", ""]
    for module, names in sorted(by_module.items()):
        full = f"running_muscles.{module}"
        lines += [f"## {module.removeprefix('widgets.')}", "", first_sentence(_source(full)), ""]
        lines.append("```{eval-rst}")
        for name in names:
            if full.endswith(f".{name}"):
                lines += [f".. automodule:: {full}", "   :members:", "   :imported-members:"]
            else:
                lines += [f".. autoclass:: {full}.{name}", ""]
        lines += ["```", ""]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """Return the pages of the API by address, Markdown for Sphinx."""
    made = {"api/lesson": _lesson_names()}
    made |= {f"api/{room}": _listed(room, modules) for room, modules in public_modules().items()}
    lines = ["# API", "", "For who writes code. A room is a folder of the package; imports point"]
    lines += ["one way. Named here is what another room uses. The rest is each room's own.", ""]
    lines += ["| Room | What it is |", "|---|---|"]
    lines += ["| [what a lesson imports](lesson.md) | `rm.PlankHold` and all other names |"]
    for room in ROOMS:
        about = first_sentence(PACKAGE / room / "__init__.py")
        lines.append(f"| [{room}]({room}.md) | {about} |")
    lines.append("| [commands](commands.md) | `running-muscles` on the command line |")
    return {"api/index": "\n".join([*lines, ""]), **made}
