"""Banks: what is refused, where, and with which mend."""

import json
from pathlib import Path

import pytest

from running_muscles.quiz import bank
from running_muscles.quiz.rules import Known, known, problems

BANKS = Path(__file__).parent / "banks"
SAMPLE = BANKS / "90-sample.yaml"
COLOUR = "  - {id: colour, objective: sample-colours, level: recall, points: 1}\n"
SLOT = "    slot: colour\n"
KNOWN = Known(
    lessons=frozenset({"90-sample"}),
    objectives=frozenset(
        f"sample-{name}" for name in ("colours", "map", "numbers", "order", "words")
    ),
    sources=frozenset({"sample2020", "claims/sample"}),
    regions={
        "quads-left": "front",
        "quads-right": "front",
        "calves-soleus-left": "back",
        "calves-soleus-right": "back",
    },
)


def told(path: Path) -> str:
    """Everything found in a file, with the file's folder left out."""
    try:
        loaded = bank.load(path)
    except bank.BankError as error:
        text = str(error)
    else:
        text = "\n".join(str(problem) for problem in problems([loaded], KNOWN))
    return text.replace(f"{path.parent}/", "")


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / SAMPLE.name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_is_sound() -> None:
    assert told(SAMPLE) == ""
    assert len(bank.load(SAMPLE).questions) == 18


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        # What YAML itself or our reading of it refuses.
        ("quiz: 90", "quiz: [90", "90-sample.yaml:4: This is not valid YAML"),
        (SLOT, f"{SLOT}    slot: words\n", ":16: The key 'slot' stands here"),
        ("stem: Which", "stem: &a Which", "SOUND"),
        ("points: 1}", "points: !!python/name:os.system }", ":7: "),
        # What the schema refuses.
        (", reason: SECRET-grass-reason", "",
         ":20: pick-blue: `options.2` (`grass`) has no `reason`. Say why this is right or wrong"),
        ("type: single", "type: sngle",
         ":16: pick-blue: `type` is 'sngle'. Choose one of: single, multiple, numeric"),
        ("level: recall", "level: remember", "Choose one of: recall, understand, apply."),
        ("text: That of coal", "text: No", "pick-blue: `options.3.text` must be text; put it in"),
        ("points: 1", "point: 1", "has `point`, which means nothing here. Known keys: id, obj"),
        ("points: 1", "points: 0", "`slots.1.points` is 0; it must be more than 0."),
        ("id: pick-blue", "id: Pick Blue", "Pick Blue: `id` is 'Pick Blue'. Use lower-case"),
        ("    sources: [sample2020]\n", "", "pick-blue: This has no `sources`. Name where"),
        ("sources: [sample2020]", "sources: []", "`sources` has too few entries; write at least"),
        (SLOT, "", "pick-blue: This has no `slot`. Name one of this bank's"),
        (SLOT, "    slot: color\n", "pick-blue: `slot` 'color' is none of this"),
        (SLOT, f"{SLOT}    points: 1\n",
         "pick-blue: `points` stands in the slot 'colour' for all its questions."),
        ("value: cadence * minutes,", "value: cadence *,", "'cadence *' cannot be worked out"),
        ("value: cadence * minutes,", "value: steps,", "'steps' cannot be worked out"),
        ("value: cadence * minutes,", "value: open('x'),", "cannot be worked out"),
        ("to: 180", "to: 100", "`cadence` runs from 160 to 100. Let it rise."),
        ("value: 1609.344", "value: steps / 2", "An expression stands where there are no `param"),
        ("stem: Which colour is **blue**?", "stem: ''", "`stem` is empty. Write it."),
        ("tolerance: 5, unit: m}", "unit: m}", "give-metres: `answer` has no `tolerance`."),
        # The course's own rules.
        ("quiz: 90-sample", "quiz: 91-sample", "`quiz` is '91-sample', but the file is named"),
        ("lesson: 90-sample", "lesson: 91-sample", "'91-sample' is not in data/lessons.csv"),
        (SLOT, "    slot: place\n", "colour: 2 questions may fill this slot; it"),
        ("    slot: words\n", "    slot: place\n", "place: Some questions of this slot are"),
        ("level: apply, points: 2}\nquestions", "level: apply, points: 3}\nquestions",
         "The written answer gives 3 of 12 points, more than a fifth."),
        ("recall, points: 1}\n  - {id: parity",
         "recall, points: 1, arithmetic: 1}\n  - {id: parity", "`slots.1.arithmetic` must be"),
        ("recall, points: 1}\n  - {id: parity, objective: sample-numbers, level: understand,",
         "recall, points: 1, arithmetic: true}\n  - {id: parity, objective: sample-numbers,"
         " arithmetic: true, level: understand,",
         "2 slots are sums that need no lesson: colour, parity. Keep one"),
        ("recall, points: 1}\n  - {id: parity",
         "recall, points: 1, arithmetic: true}\n  - {id: parity", "SOUND"),
        ("  - {id: parity,", f"{COLOUR}  - {{id: parity,", "colour: This slot stands twice."),
        ("  - {id: parity,", f"{COLOUR.replace('colour,', 'quiz-setup,')}  - {{id: parity,",
         "quiz-setup: A cell of every quiz has this name. Choose another one."),
        ("{cadence} steps a minute", "so many steps a minute", "The stem never shows {cadence}"),
        ("is {answer}.", "is {result}.", "{result} stands for nothing here."),
        ("cadence * minutes / 2", "cadence * minutes", "overlaps with the right answer"),
        ("cadence * minutes,", "cadence * minutes / 7,", "an absurd number (with cadence ="),
        ("cadence * minutes,", "minutes / (cadence - 160),", "cannot be worked out"),
        ("sample-colours", "sample-colors", "'sample-colors' is not in data/objectives.csv"),
        ("[claims/sample]", "[claims/simple]", "tick-even: The source 'claims/simple' is neither"),
        ("id: pick-red", "id: pick-blue", ":23: pick-blue: The id stands already in this"),
        ("text: The grass's,", "text: The grass's, correct: true,", "2 options are right."),
        ("The sky's, correct: true", "The sky's", "pick-blue: 0 options are right."),
        ("{id: grass", "{id: sky", "The id 'sky' stands twice in this question."),
        ("value: 1852", "value: 1615", "The mistake 1615 overlaps with the right answer 1609.34."),
        ("units: {m: 1, km", "units: {km", "Put `m: 1` into `units`."),
        ("value: 1609.344", "value: .inf", "A number is infinite or not a number."),
        ("{id: quads-left, correct: true", "{id: quads-left", "point-quads: No region is right."),
        ("{id: quads-right", "{id: thigh-right",
         "point-quads: The region 'thigh-right' is not in data/body_regions.csv. Mend the id."),
        ("view: front", "view: back", "The region 'quads-left' is on the front, and the question"),
        ("{points: 1.5, criterion", "{points: 1, criterion",
         "write-why: The rubric adds up to 1.5 and the question gives 2 points."),
    ],
)  # fmt: skip
def test_a_problem_has_its_line_and_mend(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    found = told(changed(tmp_path, (old, new)))
    if sentence == "SOUND":
        assert found == ""
    else:
        assert sentence in found


def test_the_line_is_the_line_of_the_problem(tmp_path: Path) -> None:
    path = changed(tmp_path, (", reason: SECRET-grass-reason", ""))
    line = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if "id: grass" in text)
    assert told(path).startswith(f"90-sample.yaml:{line}: pick-blue:")


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        (", reason: SECRET-grass-reason", ""),
        (", reason: SECRET-milk-reason", ""),
        ("level: apply", "level: use"),
    )
    assert len(told(path).splitlines()) == 3


def test_all_multiple_options_right_or_none(tmp_path: Path) -> None:
    all_right = changed(
        tmp_path,
        ("Three, reason", "Three, correct: true, reason"),
        ("Five, reason", "Five, correct: true, reason"),
    )
    assert "tick-even: Every option is right" in told(all_right)
    none = changed(tmp_path, ("Two, correct: true", "Two"), ("Four, correct: true", "Four"))
    assert "tick-even: No option is right" in told(none)


def test_ids_may_not_spell_the_right_order(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        *((f"{{id: {old}", f"{{id: {new}") for old, new in
          zip(("mercury", "venus", "earth", "mars"), "abcd", strict=True)),
    )  # fmt: skip
    assert "sort-planets: The item ids in alphabetical order spell the right order" in told(path)


def test_aliases_are_refused(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ("[sample2020]", "&s [sample2020]"),
        ("[sample2020]\n  - id: pick-green", "*s\n  - id: pick-green"),
    )
    assert "An alias (*name) points here. Write the text out instead." in told(path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", ":1: The file is empty."),
        (b"quiz: a\ntitle: \xe4\n", ":2: This line is not UTF-8."),
        (b"#" * 1_000_001, "larger than 1000000 bytes"),
        (b"- 1\n", ":1: This must be a mapping of keys to values."),
        (b"a: 1\n---\nb: 2\n", "This is not valid YAML"),
    ],
)
def test_a_file_that_is_no_bank(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "90-sample.yaml"
    path.write_bytes(data)
    assert sentence in told(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "cannot be read: No such file" in told(tmp_path / "90-none.yaml")


def test_without_the_schema_a_bad_file_is_still_told(tmp_path: Path) -> None:
    path = changed(tmp_path, (", points: 1}", "}"))
    with pytest.raises(bank.BankError, match=r"does not follow the schema .'points'."):
        bank.load(path, against_schema=False)


def test_questions_are_the_same_with_and_without_the_schema() -> None:
    assert bank.load(SAMPLE) == bank.load(SAMPLE, against_schema=False)


def test_ids_are_unique_across_files(tmp_path: Path) -> None:
    other = changed(tmp_path)
    found = problems([bank.load(SAMPLE), bank.load(other)], KNOWN)
    assert len(found) == 18
    assert "stands already in 90-sample.yaml" in str(found[0])


@pytest.mark.parametrize(
    "source",
    [
        "strand2014",
        "claims/core-29-muscles",
        "lessons/03-core",
        "norms/front_plank",
        "protocols/front_plank",
        "reliability/front_plank",
        "running_facts/sls-positive-school",
    ],
)
def test_a_source_is_a_reference_or_a_row_of_a_table(source: str) -> None:
    assert source in known().sources
    assert f"{source}-no-more" not in known().sources


def test_the_schema_is_sound_and_names_every_type() -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(bank.schema_text())
    Draft202012Validator.check_schema(schema)
    samples = (SAMPLE, BANKS / "91-kinds.yaml")
    types = {question.type for path in samples for question in bank.load(path).questions}
    assert set(schema["$defs"]["question"]["properties"]["type"]["enum"]) == types
