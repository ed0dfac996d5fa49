"""A guide as it stands in the repository, with its links turned to the site's own pages."""

from __future__ import annotations

import posixpath
import re
from html import escape

from docs.site.contents import PAGES, ROOT, Page

FENCE = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
LESSON = re.compile(r"course/(\d\d-[\w-]+)\.ipynb")
ADDRESSES = {page.file: page.address for page in PAGES}


class LinkError(ValueError):
    """A link that leads to nothing."""


def relative(address: str, page: Page) -> str:
    """Return an address of the site as it is seen from a page."""
    return posixpath.relpath(address, posixpath.dirname(page.address) or ".")


def for_site(text: str, page: Page, pictures: set[str]) -> str:
    """Turn each link of a page to the site.

    Parameters
    ----------
    text : str
        Markdown, as in the repository.
    page : Page
        Where it will stand.
    pictures : set of str
        Gets the files that the page shows, from the repository's root.

    Returns
    -------
    str
        A link to a file that is no page keeps its words alone: the site has no such file.

    Raises
    ------
    LinkError
        With the file and the link, if there is no such file.
    """

    def turned(found: re.Match[str]) -> str:
        shown, words, target = found.groups()
        if re.match(r"[a-z]+:|#", target):
            return found[0]
        path, _, anchor = target.partition("#")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path))
        if not (ROOT / file).exists():
            raise LinkError(f"{page.file}: [{words}]({target}) leads to nothing. Mend the link.")
        if shown:
            pictures.add(file)
            return f"![{words}]({relative(file, page)})"
        if file in ADDRESSES:
            place = relative(f"{ADDRESSES[file]}.md", page)
            return f"[{words}]({place}{'#' if anchor else ''}{anchor})"
        if lesson := LESSON.fullmatch(file):
            return f'<a href="{relative(f"lessons/{lesson[1]}.html", page)}">{escape(words)}</a>'
        return words

    parts, at = [], 0
    for fence in FENCE.finditer(text):
        parts += [LINK.sub(turned, text[at : fence.start()]), _plain(fence[0])]
        at = fence.end()
    return "".join([*parts, LINK.sub(turned, text[at:])])


def _plain(fence: str) -> str:
    """Return a block of code in a language that the site can colour; a diagram stays as words."""
    fence = re.sub(r"^( *```)mermaid$", r"\1text", fence, flags=re.MULTILINE)
    return re.sub(r"^( *```text) \S+$", r"\1", fence, flags=re.MULTILINE)
