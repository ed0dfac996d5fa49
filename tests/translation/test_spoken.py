"""Which language is spoken, who chose it, and what reaches the browser."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import running_muscles
from running_muscles.measure import screening
from running_muscles.measure.store import Store
from running_muscles.translation import spoken
from running_muscles.widgets import speaking
from running_muscles.widgets.scripts import STATIC, script

sys.path.insert(0, str(Path(__file__).parents[2] / "data"))

from make.words import start


@pytest.fixture(autouse=True)
def nobody_chose(monkeypatch, tmp_path):
    """A learner whose first day this is."""
    monkeypatch.setattr(spoken, "_chosen", [])
    monkeypatch.setenv("RUNNING_MUSCLES_HOME", str(tmp_path / "results"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    monkeypatch.delenv(spoken.VARIABLE, raising=False)


def lab_speaks(tmp_path, locale):
    path = tmp_path / "jupyter" / speaking.LAB_SETTINGS
    path.parent.mkdir(parents=True)
    path.write_text(f'{{\n    // Language\n    "locale": "{locale}"\n}}', encoding="utf-8")


def settled() -> str:
    speaking.settle()
    return spoken.current()


def test_english_is_spoken_where_nobody_chose():
    assert settled() == "en"
    assert spoken._("Numbness or tingling") == "Numbness or tingling"


def test_jupyterlabs_own_language_is_spoken(tmp_path):
    lab_speaks(tmp_path, "de_DE")
    assert settled() == "de"


def test_a_language_without_a_catalogue_is_english(tmp_path):
    lab_speaks(tmp_path, "fr_FR")
    assert settled() == "en"


def test_the_environment_comes_before_jupyterlab(tmp_path, monkeypatch):
    lab_speaks(tmp_path, "de_DE")
    monkeypatch.setenv(spoken.VARIABLE, "en")
    assert settled() == "en"


def test_a_choice_is_kept_for_the_next_lesson(monkeypatch):
    assert "Deutsch" in repr(running_muscles.language("de"))
    assert Store().setting(speaking.KEPT) == "de"
    monkeypatch.setattr(spoken, "_chosen", [])  # another kernel
    assert settled() == "de"
    running_muscles.language("en")
    monkeypatch.setattr(spoken, "_chosen", [])
    assert settled() == "en"


def test_english_makes_no_results_file(tmp_path):
    running_muscles.language("en")
    assert not (tmp_path / "results").exists()


def pressed(code: str) -> tuple[running_muscles.Language, dict]:
    """Show which language is spoken, and press the button of one."""
    shown = running_muscles.Language()
    answers: list[dict] = []
    shown.send = lambda content, buffers=None: answers.append(content)
    asked = {"id": "x", "rev": 0, "kind": "language", "body": {"language": code}}
    shown._handle_custom_msg(asked, [])
    return shown, answers[-1]


def start_page_cell() -> str:
    (cell,) = (each for each in start.english()["cells"] if each["id"] == "language")
    return "".join(cell["source"])


def test_the_english_start_page_chooses_nothing(tmp_path, monkeypatch):
    """JupyterLab speaks German, and its learner has never chosen: German it stays."""
    lab_speaks(tmp_path, "de_DE")
    shown = eval(start_page_cell(), {"rm": running_muscles})
    assert (shown.spoken, shown.title) == ("de", "Deine Sprache")
    assert "Deutsch" in shown.sentence
    assert not (tmp_path / "results").exists()
    monkeypatch.setattr(spoken, "_chosen", [])  # the next lesson
    assert settled() == "de"


def test_the_english_start_page_speaks_english_where_nothing_is_known():
    shown = eval(start_page_cell(), {"rm": running_muscles})
    assert (shown.spoken, shown.title) == ("en", "Your language")
    assert [each["name"] for each in shown.languages] == ["English", "Deutsch"]


def test_a_button_chooses_for_every_lesson(tmp_path, monkeypatch):
    lab_speaks(tmp_path, "de_DE")
    shown, answer = pressed("en")
    assert answer == {"id": "x", "kind": "answered"}
    assert (shown.spoken, shown.title) == ("en", "Your language")
    assert "speak English" in shown.sentence
    monkeypatch.setattr(spoken, "_chosen", [])  # another kernel, in a German JupyterLab
    assert settled() == "en"
    assert pressed("de")[0].spoken == "de"
    assert pressed("en")[0].spoken == "en"


@pytest.mark.parametrize("code", ["xx", None, 3, ["de"]])
def test_a_button_for_no_language_is_refused(code):
    shown, answer = pressed(code)
    assert answer["kind"] == "refused"
    assert shown.spoken == "en"


def test_a_language_that_cannot_be_kept_is_spoken_and_said(tmp_path):
    (tmp_path / "results").write_text("a file in the way", encoding="utf-8")
    assert "beim nächsten Mal" in repr(running_muscles.language("de"))
    assert spoken.current() == "de"


def test_an_unknown_language_is_refused_with_those_that_there_are():
    with pytest.raises(ValueError, match=r"'xx'. Choose one of: en, de"):
        running_muscles.language("xx")
    assert spoken.chosen() is None


def test_a_sentence_that_no_catalogue_holds_stays_english():
    spoken.speak("de")
    assert spoken._("Nobody has ever said this.") == "Nobody has ever said this."
    assert spoken._("") == ""


def test_english_scripts_carry_no_catalogue():
    assert "rmCatalogue=" not in script("hold.js").partition("\n")[0]
    assert script("hold.js").endswith((STATIC / "hold.js").read_text(encoding="utf-8"))


def test_a_script_carries_its_own_words_and_no_others():
    spoken.speak("de")
    _, told, _ = script("screening.js").split("\n", 2)
    catalogue = json.loads(told.removeprefix("const rmCatalogue=").removesuffix(";"))
    assert catalogue["lang"] == "de"
    assert catalogue["words"]["Before you start"] == "Bevor du anfängst"
    assert "Delete all my results …" not in catalogue["words"]
    assert "<" not in told


def test_the_health_questions_are_whole_in_german():
    english = [screening.questions(), tuple(screening.stop_rules())]
    spoken.speak("de")
    for before, after in zip(english, [screening.questions(), screening.stop_rules()], strict=True):
        assert not set(before) & set(after)
    for group in screening.groups():
        assert group["title"] not in screening.GROUPS.values()


def test_a_widget_made_now_speaks_now(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    english = running_muscles.Screening(store)
    running_muscles.language("de")
    german = running_muscles.Screening(store)
    assert "rmCatalogue={" in german.front._esm
    assert "rmCatalogue={" not in english.front._esm
    assert german.front.screening["stop_rules"][-1] == "Taubheit oder Kribbeln"
