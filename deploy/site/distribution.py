"""Python for the browser, laid out for a site that asks nobody else: Pyodide's core and wheels."""

from __future__ import annotations

import email
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
CORE = (
    "package.json",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.js",
    "pyodide.mjs",
    "python_stdlib.zip",
)
# What runs in the page, to a requirement's marker.
BROWSER = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}


def downloaded(folder: Path) -> None:
    """Bring the wheels of wheels.lock into a folder, each checked against its hash.

    PyYAML has no wheel for every system; it is built here from its source, without its
    compiled part.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    target = ("--python-version=3.14", "--implementation=py", "--abi=none", "--platform=any")
    chosen = ("--only-binary=:all:", "--no-binary=pyyaml", "--no-build-isolation", "--no-deps")
    locked = ("--require-hashes", "-r", str(HERE / "wheels.lock"))
    subprocess.run([*pip, "download", *target, *chosen, "-d", str(folder), *locked], check=True)
    (source,) = folder.glob("pyyaml-*.tar.gz")
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(source)],
        check=True,
        env={**os.environ, "PYYAML_FORCE_LIBYAML": "0"},
    )
    source.unlink()


def stand_in(folder: Path, name: str, version: str, modules: Mapping[str, str]) -> Path:
    """Write a wheel for a package that the kernel names and the course does without.

    Parameters
    ----------
    modules : mapping of str to str
        What can be imported of it: each file, and its text.
    """
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    files = {
        **modules,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for place, text in files.items():
            archive.writestr(zipfile.ZipInfo(place, (2020, 1, 1, 0, 0, 0)), text)
    return path


def lay(wheels: list[Path], core: Path, out: Path) -> dict[str, Any]:
    """Write the distribution.

    Parameters
    ----------
    wheels : list[pathlib.Path]
        Pure wheels; each need of theirs that is not among them is left out.
    core : pathlib.Path
        The folder of Pyodide's npm package.
    out : pathlib.Path
        A folder that is made anew.

    Returns
    -------
    dict[str, Any]
        What `pyodide-lock.json` says of the packages.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in CORE:
        shutil.copyfile(core / name, out / name)
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    known = {_name(wheel) for wheel in wheels}
    lock["packages"] = {_name(wheel): _entry(wheel, known) for wheel in wheels}
    for wheel in wheels:
        shutil.copyfile(wheel, out / wheel.name)
    (out / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    packages: dict[str, Any] = lock["packages"]
    return packages


def _name(wheel: Path) -> str:
    return canonicalize_name(wheel.name.split("-")[0])


def _entry(wheel: Path, known: set[str]) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        said = email.message_from_string(archive.read(metadata).decode())
    needs = [Requirement(text) for text in said.get_all("Requires-Dist", [])]
    depends = {
        canonicalize_name(need.name)
        for need in needs
        if need.marker is None or need.marker.evaluate(BROWSER)
    }
    return {
        "name": _name(wheel),
        "version": said["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": _imports(names),
        "depends": sorted(depends & known),
        "unvendored_tests": False,
    }


def _imports(names: list[str]) -> list[str]:
    found = set()
    for name in names:
        first, *rest = name.split("/")
        if first.endswith((".dist-info", ".data")):
            continue
        if rest and rest[-1].endswith((".py", ".pyc")):
            found.add(first)
        elif not rest and first.endswith((".py", ".pyc")):
            found.add(first.rsplit(".", 1)[0])
    return sorted(found)
