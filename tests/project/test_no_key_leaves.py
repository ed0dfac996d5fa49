"""Nothing that a learner gets holds the answer to a graded question."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import io
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from project import keys
from running_muscles.cli import course

ROOT = Path(__file__).parents[2]


def test_the_wheel(wheel):
    assert not keys.questions_in(wheel.name, wheel.read_bytes())


def test_the_sdist(sdist):
    assert not keys.questions_in(sdist.name, sdist.read_bytes())


def test_the_laid_out_course(tmp_path):
    course.lay(tmp_path)
    found = [keys.questions_in(*file) for file in keys.folder(tmp_path)]
    assert len(found) > 13
    assert not set().union(*found)


@pytest.mark.classroom
def test_every_released_quiz(tmp_path):
    """The release holds the questions, since students answer them, and no part of a key."""
    for name in ("source", "bank"):
        shutil.copytree(ROOT / "assessments" / name, tmp_path / name)
    shutil.copy(ROOT / "assessments" / "nbgrader_config.py", tmp_path)
    quizzes = sorted(path.name for path in (tmp_path / "source").iterdir())
    make = [sys.executable, "-m", "nbgrader", "generate_assignment", "--assignment=*"]
    subprocess.run(make, cwd=tmp_path, check=True, capture_output=True)
    release = tmp_path / "release"
    files = list(keys.folder(release))
    assert {Path(name).parts[0] for name, _ in files} == set(quizzes)
    assert not set().union(*(keys.answers_in(*file) for file in files))


# ---- The search itself -----------------------------------------------------


def zipped(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/inside.bin", content)
    return file.getvalue()


def tarred(content: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        member = tarfile.TarInfo("inside")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


def wrapped(text: str) -> bytes:
    return text.replace(" ", "\n      ").encode()


WAYS = {
    "plain": str.encode,
    "capitals": lambda text: text.upper().encode(),
    "wrapped": wrapped,
    "JSON": lambda text: json.dumps({"x": text}).encode(),
    "JSON in JSON": lambda text: json.dumps(json.dumps({"x": text})).encode(),
    "HTML": lambda text: html.escape(text).encode(),
    "address": lambda text: quote(text).encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 big-endian": lambda text: text.encode("utf-16-be"),
    "base64": lambda text: b"x = '" + base64.b64encode(text.encode()) + b"'",
    "base64 of gzip": lambda text: base64.b64encode(gzip.compress(text.encode())),
    "bzip2": lambda text: bz2.compress(text.encode()),
    "zip": lambda text: zipped(text.encode()),
    "zip in zip": lambda text: zipped(zipped(text.encode())),
    "tar in zip": lambda text: zipped(tarred(text.encode())),
}


@pytest.mark.parametrize("pack", WAYS.values(), ids=list(WAYS))
def test_a_planted_answer_is_found(pack):
    for said in sorted(keys.answers(), key=len)[:: len(keys.answers()) // 5]:
        assert keys.answers_in("file", pack(f"Before. {said.capitalize()}. After."))


@pytest.mark.parametrize("pack", WAYS.values(), ids=list(WAYS))
def test_a_planted_question_is_found(pack):
    question = keys.graded()[0]
    assert keys.questions_in("file", pack(question["stem"]))
    if pack is not WAYS["capitals"]:
        named = f'a table of numbers: "{question["id"]}" = 58, and more of this kind'
        assert keys.questions_in("file", pack(named))


def test_a_key_in_the_structure_is_found():
    for question in keys.graded():
        released = {field: question[field] for field in ("id", "type", "stem")}
        assert not keys.answers_in("file", json.dumps({"questions": [released]}).encode())
        for secret in ({"answer": {"value": 58}}, {"options": [{"id": "a", "correct": False}]}):
            with_key = {"questions": [{**released, **secret}]}
            assert keys.answers_in("file", json.dumps(with_key).encode())


def test_nearly_every_answer_is_looked_for():
    reasons = [
        option["reason"] for question in keys.graded() for option in question.get("options", ())
    ]
    assert len(reasons) > 500
    looked_for = [reason for reason in reasons if keys.words(reason) in keys.answers()]
    assert len(looked_for) > 0.95 * len(reasons)
