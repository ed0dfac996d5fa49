"""Arguments and options that several commands on a class share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Quiz = Annotated[str, typer.Argument(help="The quiz, such as 03-core.")]
Students = Annotated[
    str, typer.Option("--student", help="Only students whose id fits this pattern.")
]
Course = Annotated[
    Path | None, typer.Option("--course", help="The folder of the class; here by default.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]
