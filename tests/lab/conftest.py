"""A real JupyterLab in Chromium: its server, a page on a notebook, and the learner's store."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from running_muscles.cli.lab import CONFIG, SHARE
from running_muscles.measure import screening
from running_muscles.measure.result import Result
from running_muscles.measure.store import FILE_NAME, Store
from running_muscles.translation import spoken

ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/\S*\?token=(\w+)")
PATIENCE_MS = 60_000


class Lab:
    """One JupyterLab server with a home of its own, and a browser context on it."""

    def __init__(self, home: Path, browser: Browser, folder: Path | None = None) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.folder = folder if folder is not None else home / "course"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.results_home = home / "results"
        self.store = Store(self.results_home / FILE_NAME)
        self.log = (home / "lab.log").open("w+", encoding="utf-8")
        self.server = self._serve()
        self.address, self.token = self._wait_for_address()
        self.context: BrowserContext = browser.new_context(viewport={"width": 1300, "height": 950})
        self.context.set_default_timeout(PATIENCE_MS)

    def _serve(self) -> subprocess.Popen[str]:
        # The learner's language is what their JupyterLab speaks, not what other tests are told.
        told = {name: value for name, value in os.environ.items() if name != spoken.VARIABLE}
        environment = {
            **told,
            "HOME": str(self.home),
            "RUNNING_MUSCLES_HOME": str(self.results_home),
            "JUPYTER_CONFIG_DIR": str(self.home / "config"),
            "JUPYTER_CONFIG_PATH": str(CONFIG),
            "JUPYTER_PATH": str(SHARE),
            "JUPYTER_DATA_DIR": str(self.home / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.home / "runtime"),
            "IPYTHONDIR": str(self.home / "ipython"),
        }
        command = (
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
            "--ServerApp.port=0",
            f"--ServerApp.root_dir={self.folder}",
            "--ServerApp.ip=127.0.0.1",
        )
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def _wait_for_address(self) -> tuple[str, str]:
        assert self.server.stdout is not None
        lines = []
        for line in self.server.stdout:
            lines.append(line)
            found = ADDRESS.search(line)
            if found:
                self._drain()
                return found[1], found[2]
        raise AssertionError("JupyterLab did not start:\n" + "".join(lines))

    def _drain(self) -> None:
        """Keep reading what the server prints, so that it never waits for a reader."""

        def copy() -> None:
            assert self.server.stdout is not None
            self.log.writelines(self.server.stdout)

        self.reader = threading.Thread(target=copy, daemon=True)
        self.reader.start()

    def stop(self) -> None:
        self.context.close()
        os.killpg(self.server.pid, signal.SIGTERM)
        try:
            self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
        self.reader.join()
        assert self.server.stdout is not None
        self.server.stdout.close()
        self.log.close()

    def write_notebook(self, name: str, *sources: str) -> None:
        """Make a notebook of code cells in the server's folder."""
        cells = [
            {
                "cell_type": "code",
                "id": f"cell-{number}",
                "metadata": {},
                "execution_count": None,
                "outputs": [],
                "source": source,
            }
            for number, source in enumerate(sources)
        ]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {
            "cells": cells,
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        (self.folder / name).write_text(json.dumps(notebook), encoding="utf-8")

    def open(self, name: str, *, run: bool = True) -> Page:
        """Open a notebook in JupyterLab, by default with "Run all"."""
        page = self.context.new_page()
        page.goto(f"{self.address}/lab/tree/{name}?token={self.token}&reset")
        page.locator(".jp-NotebookPanel").wait_for()
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        self.wait_for_kernel(page, name)
        if run:
            self.run_all(page)
        return page

    def wait_for_kernel(self, page: Page, name: str) -> None:
        """Wait until the notebook's kernel is connected and idle, on both sides."""

        def ready() -> bool:
            kernels = [s["kernel"] for s in self.call("GET", "sessions") if s["path"] == name]
            return any(k["connections"] > 0 and k["execution_state"] == "idle" for k in kernels)

        self.poll(page, ready, f"the kernel of {name} did not become ready")
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(
            state="attached"
        )

    def poll(self, page: Page, ready: Callable[[], bool], failure: str, tenths: int = 300) -> None:
        """Ask every tenth of a second until it is so, letting the page live meanwhile."""
        for _ in range(tenths):
            if ready():
                return
            page.wait_for_timeout(100)
        raise AssertionError(failure)

    def run_all(self, page: Page) -> None:
        self.menu(page, "Run", "Run All Cells")

    def menu(self, page: Page, *path: str) -> None:
        """Choose from JupyterLab's menu bar."""
        bar, item = path
        page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{bar}$")).click()
        page.locator(".lm-Menu-item", has=page.get_by_text(item, exact=True)).click()

    def call(self, method: str, path: str) -> Any:
        """Ask the server's REST interface."""
        request = urllib.request.Request(
            f"{self.address}/api/{path}",
            method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def kernel_of(self, name: str) -> str:
        """Id of the kernel that runs a notebook."""
        sessions = self.call("GET", "sessions")
        return next(s["kernel"]["id"] for s in sessions if s["path"] == name)

    def wait_for_results(self, count: int, page: Page) -> tuple[Result, ...]:
        """Wait until the store holds `count` results and return them."""
        self.poll(page, lambda: len(self.store.results()) >= count, f"no {count} results came")
        return self.store.results()

    def forget(self) -> None:
        """Stop every kernel and remove every notebook: the next file of tests finds nothing."""
        for page in self.context.pages:
            page.close()
        for session in self.call("GET", "sessions"):
            self.call("DELETE", f"sessions/{session['id']}")
        for notebook in self.folder.glob("*.ipynb"):
            notebook.unlink()
        self.clear()

    def clear(self) -> None:
        """Forget results; the health questions count as answered."""
        self.store.erase()
        self.store.remember(
            "screening", {"outcome": "clear", "version": screening.VERSION, "at": 0}
        )


@pytest.fixture(scope="session")
def one_lab(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """One server and one browser context for all files: both take seconds to start."""
    lab = Lab(tmp_path_factory.mktemp("lab"), chromium)
    yield lab
    lab.stop()


@pytest.fixture(scope="module")
def lab(one_lab: Lab) -> Iterator[Lab]:
    yield one_lab
    one_lab.forget()


expect.set_options(timeout=PATIENCE_MS)
