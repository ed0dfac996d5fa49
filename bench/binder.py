"""What Binder's image weighs and how long a learner waits, at two commits side by side.

The steps of the image are replayed without Docker: the commit is copied as `.dockerignore` lets
it in, `.binder/requirements.txt` goes into a new environment, from wheels that are on this machine
already, then postBuild runs as it is. What the image holds besides (the system, Python itself) is
the same for both and not counted. Lesson 03 is then opened in Chromium: where the course door is,
it wakes the lesson; elsewhere *Run All* is chosen the moment the kernel is ready, which is sooner
than any learner finds the menu.

Run: make binder-bench SINCE=COMMIT
"""

from __future__ import annotations

import datetime
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "deploy" / "hub"))

from playwright.sync_api import Browser, Page

from browser.chromium import launched
from lab.conftest import Lab
from project.image import let_in
from rehearsal import cost

ROOT = Path(__file__).parents[1]
LESSON = "03-core.ipynb"
STARTS = 3
FIRST_WIDGET = ".jp-OutputArea-output .rm"
# A lesson has run whole when its kernel has been quiet for so long.
QUIET_SECONDS, QUIET_CPU = 2.0, 0.1
ROWS = {
    "Repository that is copied, MB": "copied",
    "Environment, MB": "environment",
    "What lies in the home folder at the end, MB": "left",
    "Installing the requirements, s": "requirements",
    "postBuild, s": "post_build",
    "Server start to its address, s": "served",
    "Server start to the first widget, s": "widget",
    "Memory of the server, MB": "server",
    "Memory of the kernel, whole lesson run, MB": "kernel",
}


@dataclass(frozen=True)
class Image:
    """An image's home folder and environment, and what making them took."""

    home: Path
    environment: Path
    figures: dict[str, float]

    @property
    def has_door(self) -> bool:
        """Whether a lesson wakes by itself."""
        return any(self.environment.glob("share/jupyter/labextensions/*door*"))


class Served(Lab):
    """JupyterLab out of an image, with nothing of this machine's settings."""

    def __init__(self, image: Image, home: Path, browser: Browser) -> None:
        self.programs = image.environment / "bin"
        super().__init__(home, browser, folder=home)

    def _serve(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            (
                *(str(self.programs / "python"), "-m", "jupyterlab", "--no-browser"),
                *("--allow-root", "--ServerApp.port=0", "--ServerApp.ip=127.0.0.1"),
            ),
            cwd=self.folder,
            env=_variables(self.home, self.programs),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )


def _variables(home: Path, programs: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": f"{programs}:{os.environ['PATH']}", "LANG": "C.UTF-8"}


def megabytes(folder: Path) -> float:
    """Return what the files below a folder weigh; a link weighs nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def copied(commit: str, home: Path) -> None:
    """Lay a commit with its history into a folder, and take out what the image leaves out."""
    home.mkdir(parents=True)
    for words in (
        ("init", "--quiet"),
        ("fetch", "--quiet", "--no-tags", str(ROOT), commit),
        ("checkout", "--quiet", "FETCH_HEAD"),
    ):
        subprocess.run(("git", *words), cwd=home, check=True)
    rules = home / ".binder" / ".dockerignore"
    if not rules.is_file():
        return
    names = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    kept = set(let_in(rules.read_text("utf-8"), names))
    for name in names:
        if name not in kept:
            (home / name).unlink()


def replayed(commit: str, folder: Path) -> Image:
    """Make an image's home and environment as Binder does, each step timed."""
    home, environment, wheels = (folder / name for name in ("home", "environment", "wheels"))
    copied(commit, home)
    figures = {"copied": megabytes(home)}
    subprocess.run((sys.executable, "-m", "venv", str(environment)), check=True)
    pip = (str(environment / "bin" / "python"), "-m", "pip")
    asked = ("--quiet", "--require-hashes", "-r", ".binder/requirements.txt")
    variables = os.environ | _variables(home, environment / "bin")
    fetch = (*pip, "download", *asked, "--only-binary", ":all:", "-d", str(wheels))
    subprocess.run(fetch, cwd=home, env=os.environ, check=True)
    install = (*pip, "install", *asked, "--no-index", "--find-links", str(wheels))
    for name, words in (("requirements", install), ("post_build", ("./.binder/postBuild",))):
        begin = time.perf_counter()
        subprocess.run(words, cwd=home, env=variables, check=True, stdout=subprocess.DEVNULL)
        figures[name] = time.perf_counter() - begin
    shutil.rmtree(wheels)
    figures |= {"environment": megabytes(environment), "left": megabytes(home)}
    return Image(home, environment, figures)


def started(image: Image, browser: Browser) -> dict[str, float]:
    """Start a server for somebody new, and open a lesson until it has run whole."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        home = Path(place, "home")
        shutil.copytree(image.home, home, symlinks=True)
        lesson = next(name for name in (LESSON, f"course/{LESSON}") if (home / name).is_file())
        begin = time.perf_counter()
        lab = Served(image, home, browser)
        figures = {"served": time.perf_counter() - begin}
        try:
            page = lab.context.new_page()
            page.goto(f"{lab.address}/lab/tree/{lesson}?token={lab.token}")
            if not image.has_door:
                lab.wait_for_kernel(page, lesson)
                lab.run_all(page)
            page.locator(FIRST_WIDGET).first.wait_for()
            figures["widget"] = time.perf_counter() - begin
            if image.has_door:
                page.locator('.rm-door[data-state="awake"]').wait_for(state="attached")
            server = lab.server.pid
            kernels = [number for number in cost.family(server) if number != server]
            _wait_until_quiet(page, kernels)
            figures |= {"server": cost.of([server]).memory, "kernel": cost.of(kernels).memory}
        finally:
            lab.stop()
    return figures


def _wait_until_quiet(page: Page, kernels: list[int]) -> None:
    """Wait for the last cell: where a lesson hides its code, no page tells which have run."""
    used = -QUIET_CPU
    while (now := cost.of(kernels).cpu) - used >= QUIET_CPU:
        used = now
        page.wait_for_timeout(QUIET_SECONDS * 1000)


def show(
    commits: dict[str, str], images: list[Image], starts: list[list[dict[str, float]]]
) -> None:
    """Print the table: medians of the starts, with the least and the most of them."""
    loads = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"\n{datetime.date.today()}, {os.cpu_count()} cores, load at the end {loads}\n")
    print(f"| | {' | '.join(f'{name}, {commit[:7]}' for name, commit in commits.items())} |")
    print("|---|" + "---|" * len(commits))
    for words, key in ROWS.items():
        cells = [
            f"{image.figures[key]:.1f}" if key in image.figures else _spread(runs, key)
            for image, runs in zip(images, starts, strict=True)
        ]
        print(f"| {words} | {' | '.join(cells)} |")


def _spread(runs: list[dict[str, float]], key: str) -> str:
    values = [run[key] for run in runs]
    return f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


def _whole(commit: str) -> str:
    """Return a commit's whole name: git fetches by no other."""
    words = ("git", "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"There is no commit {commit!r} here.")
    return done.stdout.strip()


def main() -> None:
    """Measure both, the starts in turn so that a busy machine hits both alike."""
    if len(sys.argv) != 2:
        raise SystemExit("Say which commit to measure beside this one: make binder-bench SINCE=…")
    commits = {"before": _whole(sys.argv[1]), "now": _whole("HEAD")}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        images = []
        for name, commit in commits.items():
            print(f"{name}: {commit[:7]}, load {os.getloadavg()[0]:.1f}", flush=True)
            images.append(replayed(commit, Path(place, name)))
        starts: list[list[dict[str, float]]] = [[] for _ in images]
        with launched() as browser:
            for _ in range(STARTS):
                for image, runs in zip(images, starts, strict=True):
                    runs.append(started(image, browser))
                    print(f"started, load {os.getloadavg()[0]:.1f}", flush=True)
        show(commits, images, starts)


if __name__ == "__main__":
    main()
