"""The commands say what they did, and never write over a file or a class in silence."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from classroom.interchange.whole_bank import ASSESSMENTS
from running_muscles.cli import quiz


def typed(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(quiz.app, [*words, "--course", str(ASSESSMENTS)])
    return done.exit_code, done.output


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_not_written_over(here: Path) -> None:
    (here / "03-core.gift.txt").write_text("mine", encoding="utf-8")
    code, told = typed("export", "03-core", "--to", "gift")
    assert (code, "is there already" in told) == (1, True)
    assert (here / "03-core.gift.txt").read_text(encoding="utf-8") == "mine"
    code, told = typed("export", "03-core", "--to", "gift", "--force")
    assert code == 0
    assert "Keep them from students." in told
    assert (here / "03-core.gift.txt").read_text(encoding="utf-8").startswith("$CATEGORY: ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("export",), "Name one quiz"),
        (("export", "03-core", "--bank"), "Name one quiz"),
        (("export", "03-core", "--to", "word"), "Choose one of: moodle, gift, qti12, qti21."),
        (("export", "99-none"), "The file is missing."),
        (("import", "there-is-none.xml", "--as", "03-core"), "there-is-none.xml"),
        (("import", "there-is-none.xml"), "Name the quiz"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: tuple[str, ...], sentence: str) -> None:
    code, told = typed(*words)
    assert code == 1
    assert sentence in told
