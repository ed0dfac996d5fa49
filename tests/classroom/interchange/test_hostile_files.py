"""Files that want more than to be read: each is refused in a sentence, or loses its sting."""

import io
import zipfile
from html import escape

import pytest

from running_muscles.classroom.interchange import (
    formats,
    moodle_xml_reader,
    package,
    safe_xml,
)
from running_muscles.classroom.interchange.carried import InterchangeError
from running_muscles.classroom.interchange.html_text import from_html, from_plain, to_html
from running_muscles.quiz.markup import block, unknown

SECRET = "what nobody is to read"


def test_a_file_of_the_machine_is_not_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    address = (tmp_path / "secret").as_uri()
    content = (
        f'<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "{address}">]>'
        '<quiz><question type="essay"><name><text>&x;</text></name></question></quiz>'
    )
    with pytest.raises(InterchangeError, match="entities of its own"):
        formats.read(content.encode(), "x.xml")


def test_entities_that_grow_are_refused() -> None:
    lines = ['<!ENTITY a "aaaaaaaaaa">']
    lines += [f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)]
    content = f"<!DOCTYPE quiz [{''.join(lines)}]><quiz><question>&j;</question></quiz>"
    with pytest.raises(InterchangeError):
        moodle_xml_reader.read(content.encode(), "x.xml")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<quiz><question>", "not sound XML"),
        (b"<quiz>" + b"<a>" * 230 + b"</a>" * 230 + b"</quiz>", "deep"),
        (b"<html></html>", "neither Moodle's nor QTI"),
        (b"PK\x03\x04 no zip at all", "damaged"),
        (b"\xff\xfe\xfa", "not"),
        (b"", "no question stands in it"),
    ],
)
def test_what_is_no_quiz_is_refused_in_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(InterchangeError, match=told):
        formats.read(content, "their-file")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_xml, "LARGEST", 100)
    with pytest.raises(InterchangeError, match="larger than"):
        moodle_xml_reader.read(b"<quiz>" + b" " * 200 + b"</quiz>", "x.xml")


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_zip_that_grows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 10_000)
    with pytest.raises(InterchangeError, match="unpacks to more"):
        formats.read(zipped({"a.xml": b" " * 50_000}), "x.zip")


def test_a_path_out_of_the_zip_leads_nowhere(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InterchangeError, match=r"no question of QTI 1\.2"):
        formats.read(zipped({"../../escaped.xml": b"<a/>"}), "x.zip")
    assert list(tmp_path.rglob("*")) == []
    assert not (tmp_path.parent.parent / "escaped.xml").exists()


@pytest.mark.parametrize(
    ("html", "kept", "named"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "ab", "a <script> element"),
        ('<a href="javascript:alert(1)">x</a>', "x", "a link to javascript:alert(1)"),
        ('<img src="http://x/y.png" onerror="alert(1)" alt="a leg">', "a leg", "a picture"),
        ("<p>H<sub>2</sub>O</p>", "H2O", "a low index"),
        ("<table><tr><td>1</td></tr></table>", "1", "the lines of a table"),
        ("<iframe src='https://x'></iframe>ok", "ok", "a <iframe> element"),
    ],
)
def test_html_is_reduced_and_what_went_is_named(html: str, kept: str, named: str) -> None:
    reduced = from_html(html)
    assert (block(reduced.text).removeprefix("<p>").removesuffix("</p>")) == kept
    assert named in reduced.lost


@pytest.mark.parametrize(
    "text",
    [
        "1. is no list",
        "- neither",
        "# no heading",
        "> no quotation",
        "2 * 3 * 4 and _under_ and *star* and `tick` and $x$",
        "[no](https://example.org) link, [x](y)",
        "a <b> c &amp; d",
        "back\\slash \\* and \\",
        "=== | --- |",
    ],
)
def test_a_text_without_marks_is_read_as_it_stands(text: str) -> None:
    reduced = from_plain(text).text
    assert block(reduced) == f"<p>{escape(text)}</p>"
    assert unknown(reduced) == []
    assert from_html(to_html(reduced)).text == reduced
