"""YAML by the rules of 1.2, and a word where other rules read it in another way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.test_bank import changed, told
from running_muscles.quiz.bank import BankError
from running_muscles.quiz.build import bank_files, load_all
from running_muscles.quiz.located_yaml import Unclear, YamlError, problem_with_name, read


def value(tmp_path: Path, text: str):
    path = tmp_path / "a.yaml"
    path.write_text(f"key: {text}\n", encoding="utf-8")
    return read(path).data["key"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12", 12),
        ("-3", -3),
        ("+7", 7),
        ("0", 0),
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1.5E-3", 0.0015),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("nO way", "nO way"),
        ("1.2.3", "1.2.3"),
        ("12 m", "12 m"),
        ("steps / 2", "steps / 2"),
        ("=", "="),
        ("C#", "C#"),
        ("a#b", "a#b"),
        ("'1:30'", "1:30"),
        ('"yes"', "yes"),
        ("'010'", "010"),
        ("'a #b'", "a #b"),
        ("5 # a comment on a number", 5),
        ("'text' # a comment on a text in quotes", "text"),
        ("|  # a comment on a block\n  a #b", "a #b\n"),
    ],
)
def test_read_by_the_rules_of_1_2(tmp_path, text, meant):
    found = value(tmp_path, text)
    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    "text",
    ["1:30", "12:30:45", "190:20:30.15", "010", "-07", "08", "00", "0x1F", "0o17", "0b101", "1_000",
     "1_000.5", "yes", "No", "ON", "off", "y", "N", "2026-01-01", "2026-1-1",
     "2026-01-01T10:00:00Z", "2026-01-01 10:00:00"],
)  # fmt: skip
def test_what_other_rules_read_in_another_way_is_unclear(tmp_path, text):
    found = value(tmp_path, text)
    assert isinstance(found, Unclear)
    assert found.text == text
    assert value(tmp_path, f"'{text}'") == text


@pytest.mark.parametrize(
    ("text", "kept", "lost"),
    [
        ("Which is #1?", "Which is", "#1?"),
        ("Ümläut ☃ #2", "Ümläut ☃", "#2"),
        ("over two\n  lines #3", "over two lines", "#3"),
        ("word\t# tab", "word", "# tab"),
    ],
)
def test_text_behind_a_sharp_is_not_lost_in_silence(tmp_path, text, kept, lost):
    found = value(tmp_path, text)
    assert isinstance(found, Unclear)
    assert found.text == kept
    assert f"It ends before {lost!r}" in found.sentence


@pytest.mark.parametrize("text", [".nan", ".NaN", ".inf", "-.INF", "1e999", "-1e999"])
def test_no_number_is_infinite_or_none(tmp_path, text):
    with pytest.raises(YamlError, match="A number is infinite or not a number") as caught:
        value(tmp_path, text)
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("9" * 5000, "too many digits"),
        ("!!binary aGk=", "The tag tag:yaml.org,2002:binary is not known here"),
        ("!own x", "The tag !own is not known here"),
        ("[a, b #c]", "Behind a space, # begins a comment."),
        ("{a: Rust #1, b: 2}", "Behind a space, # begins a comment."),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, text, sentence):
    with pytest.raises(YamlError) as caught:
        value(tmp_path, text)
    assert sentence in caught.value.sentence


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("text: That of coal", "text: 1:30",
         "pick-blue: `options.3.text` must be text; put it in quotes. Without quotation marks,"),
        ("text: That of coal", "text: 2026-01-01", "`options.3.text` must be text; put it in"),
        ("correct: true", "correct: yes", "`options.1.correct` must be true or false. Without"),
        ("tolerance: 5", "tolerance: 010", "`answer.tolerance` must be a number. Without"),
        ("value: 1609.344", "value: 26:49", "`answer.value` must be a number or text; put it in"),
        ("stem: Which colour is red?", "stem: Which is red #1?",
         "pick-red: `stem` must be text; put it in quotes. It ends before '#1?'"),
        ("type: single", "type: single # one", "pick-blue: `type`: It ends before '# one'"),
        ("points: 2", "points: .nan", "A number is infinite or not a number."),
        ("value: 1852", "value: .inf", "A number is infinite or not a number."),
    ],
)  # fmt: skip
def test_a_bank_names_it_with_line_and_mend(tmp_path, old, new, sentence):
    found = told(changed(tmp_path, (old, new)))
    assert sentence in found
    assert found.startswith("90-sample.yaml:")
    assert len(found.splitlines()) == 1


def test_a_mark_before_the_file_is_no_matter(tmp_path):
    path = changed(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert told(path) == ""


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_stands_in_a_file_the_answer_is_data_or_a_sentence(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read(path)
    except YamlError as error:
        sentence = error.sentence
    else:
        sentence = "read."
    assert sentence.endswith(".")


@pytest.mark.parametrize("name", ["13-new.yml", "13-NEW.YAML", "13-new.yaml.txt", "own/13-new.yml"])
def test_a_file_that_nothing_would_read_is_named(tmp_path, name):
    path = tmp_path / "bank" / name
    path.parent.mkdir(parents=True)
    path.write_text("quiz: [broken", encoding="utf-8")
    assert bank_files(tmp_path) == [path]
    with pytest.raises(BankError, match=r"Nothing reads this file.*Rename it 13-(new|NEW)\.yaml"):
        load_all(bank_files(tmp_path))


def test_other_files_are_no_banks(tmp_path):
    for name in (".hidden.yml", "README.md", "question-bank.schema.json", "old.yaml.bak"):
        (tmp_path / "bank").mkdir(exist_ok=True)
        (tmp_path / "bank" / name).write_text("x", encoding="utf-8")
    assert bank_files(tmp_path) == []
    assert problem_with_name(Path("13-new.yaml")) == ""
