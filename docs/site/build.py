"""Lay the sources of the site out, and let Sphinx build it; a warning is an error."""

from __future__ import annotations

import re
import shutil
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx.cmd.build import build_main

from docs.site import accessible, check, commands, lessons, rooms
from docs.site.contents import FRONT, PARTS, REFERENCE, ROOT
from docs.site.contents import PAGES as GUIDES
from docs.site.markdown import for_site

HERE = Path(__file__).parent
LESSONS = re.compile(r"<!-- the lessons:.*?-->")


class BuildError(RuntimeError):
    """The site could not be built; what is wrong stands above, or in the message."""


def menu(api: list[str]) -> str:
    """Return the site's menu, for the front page."""
    parts = {name: [page.address for page in pages] for name, pages in PARTS.items()}
    blocks = []
    for caption, addresses in (parts | {REFERENCE: api}).items():
        listed = "\n".join(addresses)
        blocks.append(f"```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{listed}\n```\n")
    return "\n".join(blocks)


def lay_out(source: Path, rooms_too: bool) -> None:
    """Write the sources of all pages into an empty folder."""
    api = rooms.pages() if rooms_too else {}
    written = {**api, "api/commands": commands.page()}
    pictures: set[str] = set()
    for page in GUIDES:
        text = (ROOT / page.file).read_text(encoding="utf-8")
        if page == FRONT:
            text = LESSONS.sub(lambda _: lessons.listed(), text)
        written_page = for_site(text, page, pictures)
        if page == FRONT:
            written_page += "\n" + menu(sorted(written, key=lambda one: one != "api/index"))
        _write(source / f"{page.address}.md", written_page)
    for address, text in written.items():
        _write(source / f"{address}.md", text)
    for picture in pictures:
        (source / picture).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / picture, source / picture)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(out: Path, rooms_too: bool = True) -> None:
    """Build the site without its lesson pages into a folder; what was there is replaced.

    Parameters
    ----------
    rooms_too : bool
        Also the API, which takes most of the time: every module is imported.

    Raises
    ------
    BuildError
        If Sphinx warns.
    """
    with TemporaryDirectory() as folder:
        source, kept = Path(folder, "source"), Path(folder, "kept")
        source.mkdir()
        lay_out(source, rooms_too)
        options = ["-q", "-W", "--keep-going", "-b", "html", "-c", str(HERE), "-d", str(kept)]
        made = Path(folder, "site")
        with warnings.catch_warnings():
            # What Sphinx will drop one day is for the makers of its extensions. Its own findings
            # about our pages are no Python warnings.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", PendingDeprecationWarning)
            failed = build_main([*options, str(source), str(made)])
        if failed:
            raise BuildError("The documentation has the faults above.")
        (made / ".buildinfo").unlink(missing_ok=True)
        shutil.rmtree(made / "_sources", ignore_errors=True)
        accessible.mend(made)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)


def checked(out: Path, to_come: str = "") -> None:
    """Check a built site.

    Raises
    ------
    BuildError
        With every fault.
    """
    if faults := check.faults(out, to_come):
        raise BuildError("\n".join(faults))
