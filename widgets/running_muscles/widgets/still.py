"""Static pictures of widgets in HTML, for lessons exported or printed without a kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from running_muscles.widgets.body import stills


def with_html(bundle: Mapping[str, Any] | None, html: str) -> dict[str, Any]:
    """Add an HTML representation to a widget's mime bundle."""
    return {**(bundle or {}), "text/html": html}


def words(title: str, sentence: str) -> str:
    """Return a title and a sentence, for what a still picture cannot or should not show."""
    return f'<section class="rm-still"><h3>{escape(title)}</h3><p>{escape(sentence)}</p></section>'


def assessment(
    protocol: Mapping[str, Any],
    history: Mapping[str, Any],
    reading: Sequence[Mapping[str, Any]],
) -> str:
    """Return a self-assessment as static HTML: how to do it, results so far, what they mean."""
    parts = [
        f"<h3>{escape(protocol['name'])}</h3>",
        f'<style>{stills.figure_style()}</style><div class="rm-figure-still">'
        f"{stills.still(protocol['test'])}</div>",
        _list("ol", protocol["steps"]),
        "<p><strong>The test ends when</strong></p>",
        _list("ul", protocol["stop_criteria"]),
    ]
    if protocol["skip_if"]:
        parts += ["<p><strong>When to leave this test out</strong></p>"]
        parts += [_list("ul", protocol["skip_if"])]
    rows = "".join(
        f"<tr><td>{escape(row['when'])}</td><td>{escape(row['side'])}</td>"
        f"<td>{escape(row['text'])}</td></tr>"
        for row in history["recent"]
    )
    if rows:
        head = "<tr><th>When</th><th>Side</th><th>Result</th></tr>"
        parts.append(f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>")
    else:
        parts.append(
            '<p class="rm-elsewhere"><em>Open this lesson in Jupyter to take the test.</em></p>'
        )
    parts += [_said(each) for each in reading]
    folded = "".join(_said(each) for one in reading for each in one.get("more", ()))
    if folded:
        parts.append(f"<details><summary>More about what studies say</summary>{folded}</details>")
    return f'<section class="rm-still">{"".join(parts)}</section>'


def _said(sentence: Mapping[str, Any]) -> str:
    return f"<p>{escape(sentence['text'])} {_links(sentence['links'])}</p>"


def _list(tag: str, items: Sequence[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"


def _links(links: Sequence[Mapping[str, str]]) -> str:
    return " ".join(
        f'<a href="{escape(link["url"], quote=True)}">{escape(link["text"])}</a>' for link in links
    )
