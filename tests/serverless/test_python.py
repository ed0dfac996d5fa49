"""The Python of the site: it goes on where one was kept, and has what each start must have anew."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from serverless.conftest import ROOT
from serverless.visit import PATIENCE_MS, Visit, hold_and_save

pytestmark = pytest.mark.lab

NEW_YORK = "America/New_York"
ASK = """async (line) => {
  const { loadPyodide } = await import("/static/pyodide/pyodide.mjs");
  const python = await loadPyodide({ stdout: console.log, stderr: console.error });
  return JSON.parse(python.runPython("import datetime, js, json, random, sys, time\\n" + line));
}"""
OWN = """json.dumps({
    "random": random.random(),
    "offset": datetime.datetime(2026, 1, 15, 12).astimezone().utcoffset().total_seconds(),
    "clock": time.time(),
    "packages": "running_muscles" in sys.modules,
    "null": js.JSON.parse("null") is None,
})"""


def test_each_start_has_chance_time_and_place_of_its_own(chromium: Browser, address: str):
    context = chromium.new_context(timezone_id=NEW_YORK)
    first, second = [], []
    for told in (first, second):
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(address)
        told.append(page.evaluate(ASK, OWN))
        told.append(page.evaluate("Date.now() / 1000"))
        page.close()
    context.close()
    assert first[0]["random"] != second[0]["random"]
    for python, now in (first, second):
        assert python["offset"] == -5 * 3600
        assert python["clock"] == pytest.approx(now, abs=60)
        assert python["packages"] is True
        assert python["null"] is True, "what a page leaves out would be taken for a value"


@pytest.mark.parametrize("lost", ["what was kept", "the right to wait for the page"])
def test_where_it_cannot_go_on_it_begins_at_the_beginning(newcomer: Visit, lost: str):
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    def forget(route: Route) -> None:
        asked.append(route.request.url)
        answer = route.fetch()
        route.fulfill(response=answer, body=f"delete WebAssembly.Suspending;\n{answer.text()}")

    if lost == "what was kept":
        newcomer.context.route("**/snapshot.bin", refuse)
    else:
        newcomer.context.route("**/comlink.worker.*.js", forget)
    page = newcomer.open("03-core")
    assert asked
    told = "Stored" if lost == "what was kept" else "cannot keep results"
    expect(hold_and_save(page)).to_contain_text(told)


def test_the_same_lessons_give_the_same_bytes(site: Path, tmp_path: Path):
    pyodide = shutil.copytree(site / "static" / "pyodide", tmp_path / "pyodide")
    shutil.copyfile(pyodide / "pyodide-core.mjs", pyodide / "pyodide.mjs")
    (pyodide / "snapshot.bin").unlink()
    imports = "import pyodide_kernel, ipywidgets, anywidget, running_muscles"
    settings = json.dumps({"options": {"convertNullToNone": True}, "imports": imports})
    made = []
    for _ in range(2):
        command = ["node", str(ROOT / "deploy/site/snapshot.mjs"), str(pyodide), settings]
        subprocess.run(command, check=True)
        made.append((pyodide / "snapshot.bin").read_bytes())
    assert made[0] == made[1]
    memory = gzip.decompress(made[0])
    assert b"site-packages" in memory
    for place in (ROOT, tmp_path):
        assert str(place).encode() not in memory
