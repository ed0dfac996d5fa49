"""Python for the browser, laid out for a site that asks nobody else: Pyodide and packages."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

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
# Every package as one deflated file. Not called .gz: some servers then inflate it on the way.
PACKAGES = "packages.bin"


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


def lay(wheels: list[Path], core: Path, out: Path) -> None:
    """Write Pyodide and every package that runs on it into a folder, which is made anew.

    Parameters
    ----------
    wheels : list[pathlib.Path]
        Pure wheels, which need nothing that is not among them.
    core : pathlib.Path
        The folder of Pyodide's npm package.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in CORE:
        shutil.copyfile(core / name, out / name)
    # There is nothing to be had but what is laid out at once.
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8")) | {"packages": {}}
    (out / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    (out / PACKAGES).write_bytes(gzip.compress(packed(wheels), 9, mtime=0))


def packed(wheels: list[Path]) -> bytes:
    """Return the files of wheels as one, as `packages.mjs` reads them."""
    names, files, contents = [], [], []
    for wheel in wheels:
        names.append(canonicalize_name(wheel.name.split("-")[0]))
        with zipfile.ZipFile(wheel) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    files.append((info.filename, info.file_size))
                    contents.append(archive.read(info))
    told = json.dumps({"names": names, "files": files}).encode()
    return b"".join([len(told).to_bytes(4, "little"), told, *contents])
