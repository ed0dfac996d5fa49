"""A browser's copy of a lesson does not hide the newer edition that the site ships."""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from serverless.visit import Visit

pytestmark = pytest.mark.lab

ROOT = Path(__file__).parents[2]
NAME = "03-core.ipynb"
OLDER = "# Core, as it was told last year"
NOTE = "My own note"
# Lays a notebook where the site keeps what a learner has saved; returns all that is there.
IN_BROWSER = """async ([name, content]) => {
  const done = (asked) => new Promise((yes, no) => {
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = no;
  });
  const [{ name: kept }] =
    (await indexedDB.databases()).filter(({ name }) => name.startsWith("JupyterLite Storage"));
  const opened = await done(indexedDB.open(kept));
  const files = opened.transaction("files", "readwrite").objectStore("files");
  const now = new Date().toISOString();
  const about = { format: "json", type: "notebook", mimetype: "application/json", writable: true };
  const times = { created: now, last_modified: now };
  const copy = { name, path: name, content, size: 1, ...about, ...times };
  if (content) await done(files.put(copy, name));
  const all = await done(files.getAll());
  opened.close();
  return Object.fromEntries(all.map((each) => [each.name, each.content]));
}"""


@pytest.fixture
def older(site: Path, tmp_path: Path) -> dict[str, Any]:
    """Return the lesson as an edition of before, marked as that."""
    notebook = json.loads((site / "files" / NAME).read_text("utf-8"))
    notebook["cells"][0]["source"] = OLDER
    path = tmp_path / NAME
    path.write_text(json.dumps(notebook), "utf-8")
    subprocess.run(["node", str(ROOT / "deploy/site/stamp.mjs"), str(path)], check=True)
    marked: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return marked


def test_a_copy_that_was_read_is_renewed_and_one_that_was_written_in_is_kept(visit: Visit, older):
    page = visit.open("03-core", alive=False)
    title = page.locator(".jp-MarkdownCell h1").first
    expect(title).to_be_visible()

    written = copy.deepcopy(older)
    written["cells"].insert(1, {"cell_type": "markdown", "id": "n", "metadata": {}, "source": NOTE})
    lay(page, written)
    bar = page.locator(".rm-door")
    expect(bar).to_contain_text("A newer lesson is out.")
    expect(title).to_contain_text("last year")
    bar.get_by_role("button", name="Take it").click()
    expect(title).not_to_contain_text("last year")
    visit.wait(page)
    expect(bar).to_contain_text("Yours is kept: 03-core (yours).ipynb")
    there = page.evaluate(IN_BROWSER, [NAME, None])
    assert NOTE in json.dumps(there["03-core (yours).ipynb"])
    assert OLDER not in json.dumps(there[NAME])

    lay(page, older)
    visit.wait(page)
    expect(title).not_to_contain_text("last year")
    expect(bar).to_contain_text("All saved")
    assert OLDER not in json.dumps(page.evaluate(IN_BROWSER, [NAME, None])[NAME])
    page.close()


def test_the_text_that_is_read_first_gives_way_to_a_copy_that_has_no_heading(visit: Visit, older):
    page = visit.open("03-core", alive=False)
    expect(page.locator(".jp-MarkdownCell h1").first).to_be_visible()
    for cell in older["cells"]:
        cell["source"] = "".join(cell["source"]).replace("#", "")
    lay(page, older)
    expect(page.locator("#rm-text")).to_have_count(0)
    expect(page.locator(".jp-MarkdownCell").first).to_contain_text("as it was told last year")
    page.close()


def lay(page: Page, notebook: dict[str, Any]) -> None:
    """Let the browser keep this as the learner's copy, and open it."""
    page.evaluate(IN_BROWSER, [NAME, notebook])
    page.reload()
