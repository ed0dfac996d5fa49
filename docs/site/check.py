"""What a built site must hold to: every link leads somewhere, nothing comes from afar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser fetches by itself, by tag; `a` waits to be chosen.
FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class _Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if one := named.get("id"):
            self.ids.add(one)
        if link := named.get("href" if tag == "a" else FETCHED.get(tag, "")):
            self.links.append((tag, link))


@cache
def _read(path: Path) -> _Links:
    return _Links(path.read_text(encoding="utf-8"))


def _lacks(target: Path, fragment: str) -> bool:
    if not fragment or target.suffix != ".html":
        return False
    # A browser looks for the very words of the address first, then for what they stand for.
    return {fragment, unquote(fragment)}.isdisjoint(_read(target).ids | {"top"})


def faults(site: Path, to_come: str = "", pages: Iterable[Path] | None = None) -> list[str]:
    """Return what is wrong with a built site, a sentence each.

    Parameters
    ----------
    site : Path
        The folder.
    to_come : str
        A folder of the site that is not yet there; links into it are not followed.
    pages : iterable of Path, optional
        The pages to look at; by default all of them.
    """
    found = []
    for path in sorted(site.rglob("*.html") if pages is None else pages):
        page = path.relative_to(site)
        for tag, link in _read(path).links:
            parts = urlsplit(link)
            if parts.scheme == "data":
                continue
            if parts.scheme or parts.netloc:
                if tag != "a":
                    found.append(f"{page}: <{tag}> fetches {link} from another host.")
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if to_come and target.is_relative_to((site / to_come).resolve()):
                continue
            if not target.is_file():
                found.append(f"{page}: {link} leads to nothing.")
            elif _lacks(target, parts.fragment):
                found.append(f"{page}: there is no place #{parts.fragment} in {link}.")
    for sheet in sorted(site.rglob("*.css")):
        for address in re.findall(
            r"(?:url\(|@import )[\"']?((?:https?:)?//[^\"')]+)", sheet.read_text("utf-8")
        ):
            found.append(f"{sheet.relative_to(site)} fetches {address} from another host.")
    return found
