"""A page of every command of `running-muscles`, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from running_muscles.cli import app


# Typer brings its own copy of click, or none: only what commands have in common is used.
def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if hasattr(command, "commands"):
        for word, inner in sorted(command.commands.items()):
            yield from _walk(inner, f"{name} {word}")
    else:
        yield name, command


def _cell(words: str) -> str:
    return words.replace("|", r"\|").replace("\n", " ").replace("<", "&lt;")


def _parameter(one: Any) -> str:
    names = ", ".join(f"`{name}`" for name in (*one.opts, *one.secondary_opts))
    if one.param_type_name == "argument":
        names = f"`{(one.name or '').upper()}`" + ("" if one.required else ", may be left out")
    return f"| {names} | {_cell(getattr(one, 'help', None) or '')} |"


def page() -> str:
    """Return the page, Markdown."""
    lines = [
        "# Commands",
        "",
        "`running-muscles COMMAND --help` says the same in the terminal.",
        "",
    ]
    for name, command in _walk(typer.main.get_command(app), "running-muscles"):
        lines += [f"## {name}", "", _cell(command.help or ""), ""]
        shown = [_parameter(one) for one in command.params if not getattr(one, "hidden", False)]
        if shown:
            lines += ["| Word | What it does |", "|---|---|", *shown, ""]
    return "\n".join(lines)
