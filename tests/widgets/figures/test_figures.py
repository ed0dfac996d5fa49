"""Figures show the numbers of the tables, move without a kernel, and say the same in words."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pages import Words
from running_muscles.measure import norms as compare
from running_muscles.measure.noise import noise
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.tables import muscle_timing, muscles, norms, protocols, references
from running_muscles.tables import running_facts as rows_of_facts
from running_muscles.widgets import figures
from running_muscles.widgets.chart import PLOTLY
from running_muscles.widgets.figures.parts import minutes_a_km, pace
from widgets.test_chart import readable

FACTS = {row.fact: row for row in rows_of_facts()}
MODULES = sorted(Path(figures.__file__).parent.glob("*.py"))


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("RUNNING_MUSCLES_HOME", str(tmp_path))


def value(fact):
    return FACTS[fact].value


def trace(figure, name):
    return next(each for each in figure.plot["data"] if each.get("name") == name)


def slider(figure):
    (found,) = figure.plot["layout"]["sliders"]
    return found


def keep(test, number, unit):
    now = datetime(2026, 11, 21, 10, tzinfo=UTC).isoformat()
    Store().record(Result(id=test, test=test, value=number, unit=unit, recorded_at=now))


@pytest.mark.parametrize("name", figures.__all__)
def test_every_figure_is_plain_data_with_a_whole_caption(name):
    figure = getattr(figures, name)()
    assert json.loads(json.dumps(figure.plot)) == figure.plot
    assert figure.title
    assert readable(figure.plot["layout"])
    assert figure.plot["config"]["displayModeBar"] is False
    seen = Words(figure.html).text
    caption = figure.caption
    assert caption.sources
    for part in (caption.attempt, caption.see, *caption.notes):
        assert part.replace("\N{NO-BREAK SPACE}", " ") in seen
    for key in caption.sources:
        assert references()[key].short in seen
        assert references()[key].text in figure.text
    assert len(caption.table.rows) >= 3
    for row in caption.table.rows:
        assert len(row) == len(caption.table.columns)
        assert " | ".join(row) in repr(figure)


@pytest.mark.parametrize("name", figures.__all__)
def test_every_slider_and_button_fits_its_figure(name):
    plot = getattr(figures, name)().plot
    sliders = plot["layout"].get("sliders", [])
    menus = plot["layout"].get("updatemenus", [])
    assert sliders or menus
    for control in sliders:
        assert 0 <= control["active"] < len(control["steps"])
    steps = [step for each in sliders for step in each["steps"]]
    steps += [step for each in menus for step in each["buttons"]]
    for step in steps:
        if step["method"] == "relayout":
            assert step["args"][0]
            continue
        changed, _, which = step["args"]
        assert all(0 <= index < len(plot["data"]) for index in which)
        assert all(len(values) == len(which) for values in changed.values())


@pytest.mark.parametrize("name", figures.__all__)
def test_a_figure_shows_itself_and_then_its_caption(name, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    figure = getattr(figures, name)()
    figure._ipython_display_()
    picture, caption = shown
    assert picture[PLOTLY] is figure.plot
    assert picture["text/plain"] == figure.title
    assert caption == {"text/html": figure.html, "text/plain": figure.text}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_finding_is_typed_into_the_code(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    prose = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    # Start and end of a scale, the yardstick, the rule of 30 days, 100 people of a percentile.
    allowed = {"0", "1", "30", "100"}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in prose:
            continue
        if isinstance(node.value, str):
            numbers = set(re.findall(r"(?<![\w#.\[])\d+(?:\.\d+)?(?![\w\]])", node.value))
            if " " in node.value:
                assert numbers <= allowed, (node.lineno, node.value)
        elif isinstance(node.value, float):
            digits = f"{node.value:g}".replace(".", "").strip("0")
            assert len(digits) <= 2, (node.lineno, node.value)


def test_planks_are_those_of_the_table():
    figure = figures.plank_references()
    rows = [row for row in norms() if row.test == "front_plank"]
    means = trace(figure, "mean and standard deviation")
    assert sorted(means["x"]) == sorted(row.value for row in rows if row.statistic == "mean")
    spread = sorted(row.value for row in rows if row.statistic == "sd")
    assert sorted(means["error_x"]["array"]) == spread
    percentiles = trace(figure, "published percentiles")
    published = [row.value for row in rows if re.fullmatch(r"p\d+", row.statistic)]
    assert sorted(percentiles["x"]) == sorted(published)
    for text, row in zip(means["text"], figure.caption.table.rows, strict=True):
        assert row[3] in text.replace("<br>", " ")
    assert figure.plot["layout"]["shapes"] == []


def test_own_best_plank_is_a_line():
    keep("front_plank", 61.5, "s")
    figure = figures.plank_references()
    (line,) = figure.plot["layout"]["shapes"]
    assert (line["x0"], line["x1"]) == (61.5, 61.5)
    assert "your own best: 1:01.5" in figure.text


def test_a_broken_results_file_is_said_and_the_figure_stays(tmp_path):
    broken = tmp_path / "broken.sqlite3"
    broken.write_text("not a database", encoding="utf-8")
    for figure in (figures.plank_references(Store(broken)), figures.resting_hr(Store(broken))):
        assert "could not be read" in figure.text


@pytest.mark.parametrize("test", ["front_plank", "side_plank", "single_leg_heel_raise"])
def test_noise_agrees_with_the_comparison_of_results(test):
    figure = figures.noise(test)
    error = noise(test, protocols()[test].unit)
    assert error is not None
    (first,) = figure.plot["data"][0]["x"]
    (band,) = figure.plot["layout"]["shapes"]
    assert (band["x0"], band["x1"]) == error.band(first)
    verdicts = set()
    for step in slider(figure)["steps"]:
        changed = step["args"][0]
        (second,), (words,) = changed["x"][0], changed["text"][0]
        outside = compare.change(test, first, second).beyond_noise
        assert words.startswith("stands out" if outside else "may be noise")
        verdicts.add(outside)
    assert verdicts == {True, False}
    assert "made up" in figure.text


def test_noise_names_the_tests_that_have_an_mdc():
    with pytest.raises(ValueError, match=r"push_up.*front_plank"):
        figures.noise("push_up")


def test_force_line_is_the_equation_of_the_table():
    figure = figures.force_by_speed()
    line = trace(figure, "average in stance")
    for speed, force in zip(line["x"], line["y"], strict=True):
        expected = value("force-average-intercept") + value("force-average-slope") * speed
        assert force == pytest.approx(expected)
    for name in ("force-average-3", "force-average-7"):
        place = line["x"].index(FACTS[name].x)
        assert line["y"][place] == pytest.approx(value(name), abs=0.011)
    peaks = trace(figure, "force_peak")
    assert peaks["y"] == [value("force-peak-walk"), value("force-peak-run")]


def test_step_length_times_cadence_is_speed():
    figure = figures.cadence_step_length()
    cadences = trace(figure, "step length")["x"]
    for step in slider(figure)["steps"]:
        changed, shown, _ = step["args"]
        speed = float(re.search(r"at ([\d.]+) m/s", shown["title.text"])[1])
        assert step["label"] == minutes_a_km(speed)
        for cadence, length in zip(cadences, changed["y"][0], strict=True):
            assert cadence * length / 60 == pytest.approx(speed)
    marks = trace(figure, "measured cadences")
    assert marks["x"] == [value("cadence-optimum-steps"), value("cadence-elite-mean")]


def test_pace():
    assert pace(3.0) == "5:33 min/km"
    assert pace(1000 / 240) == "4:00 min/km"


def test_arm_swing_bars_are_those_of_the_study():
    figure = figures.arm_swing_cost()
    names = ("arm-swing-back", "arm-swing-chest", "arm-swing-head")
    assert trace(figure, "extra energy")["y"] == [value(name) for name in names]
    hour = next(step for step in slider(figure)["steps"] if step["label"] == "60 min")
    for text, name in zip(hour["args"][0]["text"][0], names, strict=True):
        assert f"as {0.6 * value(name):.1f} min more" in text


def test_heel_lifts_are_half_of_the_steps():
    bars = trace(figures.heel_lifts_per_mile(), "heel lifts of one calf")
    lifts = dict(zip(bars["x"], bars["y"], strict=True))
    assert lifts["10 min"] == value("heel-lifts-per-calf-10")
    assert lifts["8 min"] == value("heel-lifts-per-calf-8")
    assert lifts["20 min (walk)"] == value("steps-per-mile-20") / 2


def test_drivers_change_at_the_measured_speed():
    figure = figures.drivers_by_speed()
    calf, hip = figure.plot["layout"]["shapes"][:2]
    assert calf["x1"] == hip["x0"] == value("strategy-speed")
    for speed, words in figure.caption.table.rows:
        slow = float(speed.split()[0]) <= value("strategy-speed")
        assert words.startswith("calf" if slow else "hip")
    assert "schematic" in figure.text


def test_muscle_bars_are_those_of_the_table():
    figure = figures.muscle_timing()
    for gait, name in (("run", "Running"), ("walk", "Walking")):
        bars = trace(figure, name)
        drawn = list(zip(bars["y"], bars["base"], bars["x"], strict=True))
        assert drawn == [
            (muscles()[row.muscle].name, row.on_percent, row.off_percent - row.on_percent)
            for row in muscle_timing()
            if row.gait == gait
        ]
    assert trace(figure, "Walking")["visible"] is False
    running, walking = figure.plot["layout"]["updatemenus"][0]["buttons"]
    assert running["args"][0]["visible"] == [True, False, True]
    assert walking["args"][0]["visible"] == [False, True, False]
    ground = trace(figure, "Foot on the ground")
    assert ground["x"] == [
        value("stance-run-low"),
        value("stance-run-high") - value("stance-run-low"),
    ]


def test_jumps_and_their_ratios_are_those_of_the_study():
    figure = figures.longest_run_spike()
    dots = trace(figure, "compared with runs that are no jump")
    names = ("load-10-30", "load-30-100", "load-over-100")
    assert dots["y"] == [value(name) for name in names]
    for sign, end in ((1, "high"), (-1, "low")):
        array = dots["error_y"]["array" if sign > 0 else "arrayminus"]
        for name, number, length in zip(names, dots["y"], array, strict=True):
            assert number + sign * length == pytest.approx(value(f"{name}-{end}"))
    ten = next(step for step in slider(figure)["steps"] if step["label"] == "10 km")
    assert ten["args"][0]["xaxis.ticktext"] == [
        "up to<br>11.0 km",
        "11.0 to<br>13.0 km",
        "13.0 to<br>20.0 km",
        "over<br>20.0 km",
    ]


def test_resting_pulses_are_those_of_the_study():
    figure = figures.resting_hr()
    people = trace(figure, "all people")
    assert people["base"] == [value("pulse-min")]
    assert people["base"][0] + people["x"][0] == value("pulse-max")
    women = trace(figure, "middle 95 % of women")
    assert (women["base"], women["base"][0] + women["x"][0]) == (
        [value("pulse-women-low")],
        value("pulse-women-high"),
    )
    for step in slider(figure)["steps"]:
        band, line = step["args"][0]["shapes"]
        assert line["x0"] == float(step["label"])
        assert line["x0"] - band["x0"] == value("pulse-older-fall-most")
        assert line["x0"] - band["x1"] == value("pulse-older-fall-least")


def test_resting_pulse_starts_at_the_latest_of_the_learner():
    keep("resting_hr", 58.0, "bpm")
    figure = figures.resting_hr()
    assert figure.plot["layout"]["shapes"][1]["x0"] == 58.0
    assert "starts at your latest: 58 beats a minute" in figure.text


def test_figures_load_neither_plotly_nor_pandas():
    code = (
        "import sys, running_muscles as rm; rm.figures.noise(); "
        "print([name for name in ('plotly', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
