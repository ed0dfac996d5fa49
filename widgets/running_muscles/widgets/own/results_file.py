"""The results file itself: where it is, how to take a copy, bring one back, or erase it."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from running_muscles.measure import takeaway
from running_muscles.measure.page_storage import in_page
from running_muscles.measure.store import StoreError
from running_muscles.translation.content import page_lang
from running_muscles.translation.spoken import N_
from running_muscles.widgets import still
from running_muscles.widgets.own import files
from running_muscles.widgets.panel import Answer, Front, Panel
from running_muscles.widgets.speaking import _

IN_PAGE = N_("this browser, for this site alone")
WHERE = N_("Open this lesson in Jupyter to download, upload or delete results.")
TITLE = N_("Your results file")


class FileFront(Front):
    """What the browser knows of the results file."""

    count = traitlets.Int().tag(sync=True)
    place = traitlets.Unicode().tag(sync=True)
    lasts = traitlets.Enum(("disk", "browser", "visit"), "disk").tag(sync=True)
    left = traitlets.Int(0).tag(sync=True)  # results in no file that was taken away


class ResultsFile(Panel):
    """Download, upload and delete results.

    Parameters
    ----------
    store : Store, optional
        Where results live; the learner's own file by default.
    """

    script = "results"
    base = FileFront

    def _answers(self) -> dict[str, Answer]:
        store = self._store
        return {
            "export": self._export,
            "upload": lambda body: files.upload(store, body),
            "erase": lambda body: files.erase(store, body),
        }

    def _show(self) -> None:
        self.front.place = _(IN_PAGE) if in_page() else str(self._store.path)
        self.front.count = len(self._store.results())
        self.front.lasts = takeaway.lasting()
        self.front.left = takeaway.left_behind(self._store)

    def _export(self, body: dict[str, Any]) -> dict[str, Any]:
        answer = files.export(self._store, body)
        if body["format"] != "answers":
            try:
                takeaway.take(self._store)
            except StoreError:
                return answer  # the copy matters more, and most of all where nothing can be kept
            self.front.left = 0
        return answer

    def _asleep(self) -> str:
        return still.words(_(TITLE), _(WHERE))

    def _still(self) -> str:
        # The place stands in code.
        kept = escape(_("{results} in {place}.")).format(
            results=escape(files.count(self.front.count)),
            place=f"<code>{escape(self.front.place)}</code>",
        )
        return (
            f'<section class="rm-still"{page_lang()}><h3>{escape(_(TITLE))}</h3>'
            f"<p>{kept}</p>"
            f'<p class="rm-elsewhere"><em>{escape(_(WHERE))}</em></p>'
            "</section>"
        )
