"""Build the course as a site without a server: `make site` writes it to dist/site.

JupyterLite shows the lessons and runs Python in the reader's own browser. The site asks no other
host for anything. Versions are pinned: the builder's in pyproject.toml (group `site`), Pyodide's
in package.json, wheels in wheels.lock.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from distribution import downloaded, lay, stand_in

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK = ROOT / ".cache" / "site"
KERNEL = Path(sys.prefix, "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension")
CORE = HERE / "node_modules" / "pyodide"
# What IPython and the kernel name and the course does without: five megabytes that complete what
# nobody types here, and an installer, which takes a second to import. The site installs nothing.
INSTALLS_NOTHING = """
async def get_transformed_code(words):
    raise RuntimeError("This site holds what its lessons need, and installs nothing more.")
"""
STAND_INS: dict[str, dict[str, str]] = {
    "jedi": {},
    "micropip": {},
    "piplite": {
        "piplite/__init__.py": "",
        "piplite/piplite.py": "",
        "piplite/cli.py": INSTALLS_NOTHING,
    },
}


def main(out: Path) -> None:
    """Build the site into a folder, which is made anew."""
    wheels = _wheels()
    lite = WORK / "lite"
    shutil.rmtree(lite, ignore_errors=True)
    lite.mkdir()
    for name in ("jupyter-lite.json", "overrides.json"):
        shutil.copyfile(HERE / name, lite / name)
    lay(wheels, CORE, lite / "static" / "pyodide")
    _build(lite, _contents(), out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.1f} MB")


def _wheels() -> list[Path]:
    """Return the wheels of the page, compiled: locked ones, the kernel's, the course's own."""
    kept, folder = WORK / "kept", WORK / "wheels"
    if not (kept / ".complete").exists() or _older(kept / ".complete", HERE / "wheels.lock"):
        shutil.rmtree(kept, ignore_errors=True)
        downloaded(kept)
        (kept / ".complete").touch()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    own = WORK / "own"
    shutil.rmtree(own, ignore_errors=True)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(own)]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    # The kernel's widgetsnbextension takes the place of the one that a classic notebook needs.
    kernel = [
        wheel
        for wheel in (KERNEL / "static" / "pypi").glob("*.whl")
        if "-3.6." not in wheel.name and _name(wheel) not in STAND_INS
    ]
    instead = {_name(wheel) for wheel in kernel}.union(STAND_INS)
    for wheel in (*kernel, *own.glob("*.whl"), *kept.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        if wheel.parent != kept or name not in instead:
            shutil.copyfile(wheel, folder / f"{name}-{version}-py3-none-any.whl")
    wheels = sorted(folder.glob("*.whl"))
    subprocess.run(["node", "compile.mjs", *map(str, wheels)], cwd=HERE, check=True)
    return wheels + [stand_in(folder, name, "0", modules) for name, modules in STAND_INS.items()]


def _name(wheel: Path) -> str:
    return wheel.name.split("-")[0]


def _older(first: Path, second: Path) -> bool:
    return first.stat().st_mtime < second.stat().st_mtime


def _contents() -> Path:
    contents = WORK / "contents"
    shutil.rmtree(contents, ignore_errors=True)
    course = ROOT / "course"
    # Translated start pages have a folder each.
    for lesson in (*course.glob("[0-9][0-9]-*.ipynb"), *course.glob("[a-z][a-z]/*.ipynb")):
        place = contents / lesson.relative_to(course)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(lesson, place)
    lessons = map(str, sorted(contents.rglob("*.ipynb")))
    subprocess.run(["node", str(HERE / "stamp.mjs"), *lessons], check=True)
    shutil.copyfile(ROOT / "course" / "LICENSE.md", contents / "LICENSE.md")
    return contents


def _build(lite: Path, contents: Path, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    config = {
        "LiteBuildConfig": {
            "contents": [str(contents)],
            "output_dir": str(out.absolute()),
            "no_sourcemaps": True,
            "apps": ["lab", "notebooks", "tree"],
        }
    }
    (lite / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    own = ROOT / "widgets/running_muscles/labextensions/running-muscles-door"
    place = Path(sys.prefix, "share/jupyter/labextensions/running-muscles-door")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(own, place)
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.prefix, 'bin')}:{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(WORK / "config"),
        "JUPYTER_DATA_DIR": str(WORK / "data"),
    }
    made = subprocess.run(
        ["jupyter", "lite", "build", "--lite-dir", "."],
        check=False,
        cwd=lite,
        env=environment,
        capture_output=True,
        text=True,
    )
    if made.returncode:
        sys.exit(f"JupyterLite could not build the site:\n{made.stdout}{made.stderr}")
    for settings in out.glob("rspack.config*.js"):  # of its builder, which no page reads
        settings.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
