"""Questions of every type in a plain page: saved at once in a quiz, checked in a checkpoint."""

from __future__ import annotations

import pytest

from browser.families import still_clock

pytestmark = pytest.mark.browser

SINGLE = {
    "id": "pick-blue",
    "type": "single",
    "points": 1,
    "stem": "Which colour is **blue**?",
    "options": [
        {"id": "sky", "text": "The sky's"},
        {"id": "grass", "text": "The *grass's*"},
        {"id": "coal", "text": "That of <b>coal</b>"},
    ],
}
MULTIPLE = {
    "id": "tick-even",
    "type": "multiple",
    "points": 2,
    "stem": "Tick the even numbers.",
    "options": [
        {"id": "two", "text": "Two"},
        {"id": "three", "text": "Three"},
        {"id": "four", "text": "Four"},
    ],
}
NUMERIC = {
    "id": "give-metres",
    "type": "numeric",
    "points": 2,
    "stem": "How long is a mile?",
    "units": ["m", "km"],
}
ORDER = {
    "id": "sort-planets",
    "type": "order",
    "points": 3,
    "stem": "Sort from the sun outwards.",
    "items": [
        {"id": "earth", "text": "Earth"},
        {"id": "mars", "text": "Mars"},
        {"id": "mercury", "text": "Mercury"},
        {"id": "venus", "text": "Venus"},
    ],
}
HOTSPOT = {
    "id": "point-calf",
    "type": "hotspot",
    "points": 1,
    "stem": "Click the left soleus.",
    "view": "back",
}
TEXT = {
    "id": "write-why",
    "type": "text",
    "points": 4,
    "stem": "Why is the sky blue?\n\nTwo sentences will do.",
    "max_words": 5,
    "criteria": ["Names scattering"],
}
ALL = [SINGLE, MULTIPLE, NUMERIC, ORDER, HOTSPOT, TEXT]
EMPTY = {"mode": "quiz", "title": "", "answer": {}, "solved": False, "owner": "test-owner"}
TYPES = [question["type"] for question in ALL]


def quiz(question, **state):
    return {**EMPTY, "question": question, **state}


def checkpoint(question, **state):
    return {
        **EMPTY,
        "question": question,
        "mode": "checkpoint",
        "title": "Question 1 of 6",
        **state,
    }


def values(host, page):
    return [entry["body"]["value"] for entry in host.sent(page, "answer")]


def order_shown(page):
    return page.locator("[data-id]").evaluate_all("(all) => all.map((one) => one.dataset.id)")


def kernel_says(page, **message):
    page.evaluate(
        "(message) => {window.answers = (sent) => sent.kind === 'check'"
        " ? {id: sent.id, ...message} : null}",
        {"kind": "checked", "given": [], "more": False, "ordered": False, "answer": [], **message},
    )


# ---- A quiz, by mouse --------------------------------------------------------


def test_single_is_saved_at_each_click(host):
    page = host.open("question", quiz(SINGLE))
    page.get_by_text("Not answered yet.").wait_for()
    page.get_by_label("The grass's").check()
    page.get_by_text("Saved.").wait_for()
    page.get_by_label("The sky's").check()
    assert values(host, page) == ["grass", "sky"]
    first, second = host.sent(page, "answer")
    assert first["id"] == second["id"] == "answer:pick-blue"
    assert second["rev"] > first["rev"]
    assert second["body"]["question"] == "pick-blue"
    assert second["body"]["at"].endswith("Z")


def test_multiple_sends_the_whole_choice_and_none_when_emptied(host):
    page = host.open("question", quiz(MULTIPLE))
    page.get_by_label("Four").check()
    page.get_by_label("Two").check()
    page.get_by_label("Four").uncheck()
    page.get_by_label("Two").uncheck()
    assert values(host, page) == [["four"], ["two", "four"], ["two"], None]
    page.get_by_text("Not answered yet.").wait_for()


def test_number_with_a_comma_and_a_unit(host):
    page = host.open("question", quiz(NUMERIC))
    page.get_by_label("Your answer").fill("1,609")
    page.get_by_label("Unit").select_option("km")
    page.get_by_role("alert").filter(has_text="may mean two numbers").wait_for()
    assert values(host, page) == []
    page.get_by_label("Your answer").fill("1,61")
    page.clock.run_for(600)
    page.get_by_text("Read as 1.61.").wait_for()
    assert values(host, page) == [{"number": 1.61, "unit": "km"}]


def test_a_number_waits_for_its_unit(host):
    page = host.open("question", quiz(NUMERIC))
    page.get_by_label("Your answer").fill("1609")
    page.get_by_label("Your answer").blur()
    page.get_by_role("alert").filter(has_text="choose a unit").wait_for()
    assert values(host, page) == []
    page.get_by_label("Unit").select_option("m")
    assert values(host, page) == [{"number": 1609, "unit": "m"}]


def test_a_single_unit_needs_no_choice(host):
    page = host.open("question", quiz({**NUMERIC, "units": ["m"]}))
    page.get_by_label("Your answer").fill("1609")
    page.clock.run_for(600)
    assert values(host, page) == [{"number": 1609, "unit": "m"}]
    assert page.get_by_role("combobox").count() == 0


def test_what_is_no_number_is_told_and_takes_the_old_answer_away(host):
    page = host.open("question", quiz({**NUMERIC, "units": ["m"]}))
    page.get_by_label("Your answer").fill("12")
    page.clock.run_for(600)
    page.get_by_label("Your answer").fill("12 feet")
    page.get_by_label("Your answer").blur()
    page.get_by_role("alert").filter(has_text="not a number yet").wait_for()
    assert page.get_by_label("Your answer").get_attribute("aria-invalid") == "true"
    assert values(host, page) == [{"number": 12, "unit": "m"}, None]
    page.get_by_text("Not answered yet.").wait_for()


def test_an_order_counts_only_once_it_is_touched(host):
    page = host.open("question", quiz(ORDER))
    assert order_shown(page) == ["earth", "mars", "mercury", "venus"]
    page.get_by_text("Nothing counts yet").wait_for()
    assert values(host, page) == []
    page.get_by_role("button", name="This order is right").click()
    page.get_by_role("button", name="Move up: Mercury").click()
    assert values(host, page) == [
        ["earth", "mars", "mercury", "venus"],
        ["earth", "mercury", "mars", "venus"],
    ]


@pytest.mark.parametrize(
    ("grabbed", "onto", "expected"),
    [
        ("venus", "earth", ["venus", "earth", "mars", "mercury"]),
        ("earth", "venus", ["mars", "mercury", "venus", "earth"]),
        ("mars", "mercury", ["earth", "mercury", "mars", "venus"]),
    ],
)
def test_an_order_by_dragging(host, grabbed, onto, expected):
    page = host.open("question", quiz(ORDER))
    handle = page.locator(f"[data-id={grabbed}] .rm-handle").bounding_box()
    target = page.locator(f"[data-id={onto}]").bounding_box()
    edge = 2 if target["y"] < handle["y"] else target["height"] - 2
    page.mouse.move(handle["x"] + 10, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(handle["x"] + 10, target["y"] + edge, steps=8)
    assert values(host, page) == []
    page.mouse.up()
    assert order_shown(page) == expected
    assert values(host, page) == [expected]


def test_a_drag_that_changes_nothing_is_no_answer(host):
    page = host.open("question", quiz(ORDER))
    handle = page.locator("[data-id=mars] .rm-handle").bounding_box()
    page.mouse.move(handle["x"] + 10, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(handle["x"] + 12, handle["y"] + 12)
    page.mouse.up()
    assert values(host, page) == []


def test_a_place_on_the_body_by_click_or_list(host):
    page = host.open("question", quiz(HOTSPOT))
    page.get_by_role("button", name="Lower calf, left").click()
    page.get_by_label("Place on the body").select_option(label="Heel and sole, right")
    assert values(host, page) == ["calves-soleus-left", "foot-back-right"]
    chosen = page.locator("[aria-pressed=true]")
    assert chosen.get_attribute("aria-label") == "Heel and sole, right"


def test_the_map_does_not_give_the_muscle_away(host):
    page = host.open("question", quiz(HOTSPOT))
    assert "soleus" not in page.locator(".rm-place").inner_html().replace("calves-soleus", "")


def test_words_are_saved_a_moment_after_typing(host):
    page = host.open("question", quiz(TEXT))
    still_clock(page)
    page.get_by_label("Your answer").press_sequentially("Short waves scatter")
    assert values(host, page) == []
    page.clock.run_for(600)
    assert values(host, page) == ["Short waves scatter"]
    page.get_by_text("3 of at most 5 words").wait_for()
    page.get_by_label("Your answer").fill("one two three four five six seven")
    page.get_by_text("7 words, 2 more than asked").wait_for()
    page.get_by_label("Your answer").blur()
    assert len(values(host, page)) == 2


def test_the_last_words_do_not_go_with_the_page(host):
    page = host.open("question", quiz(TEXT), stored=False)
    still_clock(page)
    page.get_by_label("Your answer").press_sequentially("Short waves")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.close()
    again = host.open("question", quiz(TEXT))
    assert values(host, again) == ["Short waves"]
    assert again.get_by_label("Your answer").input_value() == "Short waves"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (SINGLE, "coal"),
        (MULTIPLE, ["two", "four"]),
        (NUMERIC, {"number": 1.5, "unit": "km"}),
        (ORDER, ["venus", "earth", "mars", "mercury"]),
        (HOTSPOT, "calves-soleus-right"),
        (TEXT, "It scatters."),
    ],
    ids=TYPES,
)
def test_a_saved_answer_is_restored_and_can_be_cleared(host, question, value):
    answer = {"value": value, "at": "2020-01-01T10:00:00.000Z"}
    page = host.open("question", quiz(question, answer=answer))
    page.get_by_text("Saved.").wait_for()
    assert values(host, page) == []
    assert shown(page, question["type"]) == value
    page.get_by_role("button", name="Clear my answer").click()
    assert values(host, page) == [None]
    assert shown(page, question["type"]) in (None, [], "", ["earth", "mars", "mercury", "venus"])
    page.get_by_text("Not answered yet.").wait_for()
    page.get_by_role("button", name="Clear my answer").click()
    assert values(host, page) == [None]


def shown(page, kind):
    """The answer as the controls show it."""
    if kind in ("single", "multiple"):
        ids = page.locator("input:checked").evaluate_all("(all) => all.map((one) => one.value)")
        return ids if kind == "multiple" else next(iter(ids), None)
    if kind == "numeric":
        number = page.get_by_label("Your answer").input_value()
        return (
            {"number": float(number), "unit": page.get_by_label("Unit").input_value()}
            if number
            else None
        )
    if kind == "order":
        return order_shown(page)
    if kind == "hotspot":
        return page.get_by_label("Place on the body").input_value()
    return page.get_by_label("Your answer").input_value()


def test_nothing_is_judged_in_a_quiz(host):
    page = host.open("question", quiz(SINGLE))
    page.get_by_label("The sky's").check()
    page.get_by_text("Saved.").wait_for()
    assert page.get_by_role("button").all_text_contents() == ["Clear my answer"]


def test_markdown_is_shown_and_html_is_not(host):
    page = host.open("question", quiz(SINGLE))
    assert page.locator(".rm-stem strong").text_content() == "blue"
    assert page.locator(".rm-option em").text_content() == "grass's"
    assert page.locator(".rm-option b").count() == 0
    page.get_by_label("That of <b>coal</b>").wait_for()


# ---- Waiting, stored, refused ------------------------------------------------


def test_waiting_is_shown_and_ends(host):
    page = host.open("question", quiz(SINGLE), stored=False)
    page.get_by_label("The sky's").check()
    page.get_by_text("Saving …").wait_for()
    page.clock.run_for(2_000)
    page.get_by_text("Waiting: the notebook is busy").wait_for()
    page.clock.run_for(25_000)
    page.get_by_text("Run All Cells").wait_for()
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(5_000)
    page.get_by_text("Saved.").wait_for()
    assert set(values(host, page)) == {"sky"}


def test_an_answer_outlives_a_closed_page(host):
    page = host.open("question", quiz(SINGLE), stored=False)
    page.get_by_label("The sky's").check()
    page.close()
    old = {"value": "coal", "at": "2020-01-01T10:00:00.000Z"}
    again = host.open("question", quiz(SINGLE, answer=old))
    assert again.get_by_label("The sky's").is_checked()
    assert values(host, again) == ["sky"]
    again.get_by_text("Saved.").wait_for()
    assert again.get_by_label("The sky's").is_checked()


def test_a_problem_is_shown_in_words_until_it_is_over(host):
    page = host.open("question", quiz(SINGLE), stored=False)
    page.evaluate(
        "() => {window.answers = (e) => "
        "({kind: 'refused', id: e.id, sentence: 'The disk is full.'})}"
    )
    page.get_by_label("The sky's").check()
    page.get_by_text("The disk is full.").wait_for()
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(5_000)
    page.get_by_text("Saved.").wait_for()


def test_an_answer_of_another_person_or_quiz_does_not_leak_in(host):
    page = host.open("question", quiz(SINGLE), stored=False)
    page.get_by_label("The sky's").check()
    page.close()
    other = host.open("question", quiz(SINGLE, owner="someone-else"))
    assert values(host, other) == []
    other.get_by_text("Not answered yet.").wait_for()


def test_two_views_of_a_question_agree(host):
    page = host.open("question", quiz(MULTIPLE), views=2)
    page.get_by_label("Two").first.check()
    page.get_by_label("Four").last.check()
    assert [box.is_checked() for box in page.get_by_label("Two").all()] == [True, True]
    assert [box.is_checked() for box in page.get_by_label("Four").all()] == [True, True]
    assert values(host, page) == [["two"], ["two", "four"]]


def test_an_answer_from_elsewhere_appears(host):
    page = host.open("question", quiz(SINGLE))
    newer = {"value": "coal", "at": "2099-01-01T10:00:00.000Z"}
    page.evaluate("(answer) => window.model.set('answer', answer)", newer)
    assert page.get_by_label("That of <b>coal</b>").is_checked()
    page.get_by_label("The sky's").check()
    (entry,) = host.sent(page, "answer")
    assert entry["body"]["at"] > newer["at"]


def test_a_clock_set_back_does_not_undo_an_answer(host):
    future = {"value": "coal", "at": "2099-01-01T10:00:00.000Z"}
    page = host.open("question", quiz(SINGLE, answer=future))
    page.get_by_label("The sky's").check()
    (entry,) = host.sent(page, "answer")
    assert entry["body"]["at"] == "2099-01-01T10:00:00.001Z"
    assert page.get_by_label("The sky's").is_checked()


def test_typing_is_not_disturbed_by_what_arrives(host):
    page = host.open("question", quiz(TEXT))
    still_clock(page)
    page.get_by_label("Your answer").press_sequentially("My own")
    newer = {"value": "From elsewhere", "at": "2020-01-01T10:00:00.000Z"}
    page.evaluate("(answer) => window.model.set('answer', answer)", newer)
    assert page.get_by_label("Your answer").input_value() == "My own"
    page.clock.run_for(600)
    assert values(host, page) == ["My own"]


# ---- A quiz, by keyboard alone -----------------------------------------------


def focused(page):
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    )


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_choosing_by_keyboard(host):
    page = host.open("question", quiz(SINGLE))
    press(page, "Tab", "Space", "ArrowDown", "Tab")
    assert values(host, page) == ["sky", "grass"]
    assert focused(page) == "Clear my answer"
    press(page, "Enter")
    assert values(host, page) == ["sky", "grass", None]
    assert focused(page) == "Clear my answer"


def test_ticking_by_keyboard(host):
    page = host.open("question", quiz(MULTIPLE))
    press(page, "Tab", "Space", "Tab", "Tab", "Space")
    assert values(host, page) == [["two"], ["two", "four"]]


def test_a_number_by_keyboard(host):
    page = host.open("question", quiz(NUMERIC))
    press(page, "Tab")
    page.keyboard.type("1.6")
    press(page, "Tab", "ArrowDown", "ArrowDown", "Tab")
    assert values(host, page)[-1] == {"number": 1.6, "unit": "km"}


def test_ordering_by_keyboard_keeps_the_focus(host):
    page = host.open("question", quiz(ORDER))
    press(page, "Tab")
    assert focused(page) == "Move down: Earth"
    press(page, "Enter", "Enter")
    assert order_shown(page) == ["mars", "mercury", "earth", "venus"]
    assert focused(page) == "Move down: Earth"
    press(page, "Enter")
    assert focused(page) == "Move up: Earth"
    region = page.locator(".rm-visually-hidden[role=status]")
    assert region.text_content() == "Earth: place 4 of 4"


def test_keeping_the_order_by_keyboard(host):
    page = host.open("question", quiz(ORDER))
    page.get_by_role("button", name="This order is right").focus()
    press(page, "Enter")
    assert len(values(host, page)) == 1
    assert focused(page) == "Move down: Earth"


def test_a_place_by_keyboard(host):
    page = host.open("question", quiz(HOTSPOT))
    press(page, "Tab", "ArrowDown", "Enter")
    (value,) = values(host, page)
    assert value
    assert page.locator("[aria-pressed=true]").get_attribute("data-region") == value
    press(page, "Tab")
    assert page.evaluate("document.activeElement.value") == value


def test_keys_do_not_leave_the_widget(host):
    page = host.open("question", quiz(TEXT))
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    page.get_by_label("Your answer").press_sequentially("dd")
    page.get_by_role("button", name="Clear my answer").focus()
    press(page, "a", "d", "d", "Enter", "ArrowDown")
    page.close()
    page = host.open("question", quiz(SINGLE))
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    press(page, "Tab", "Space", "ArrowDown", "d", "d", "x")
    # The Tab was pressed outside of the widget.
    assert page.evaluate("window.leaked ?? []") == ["Tab"]


# ---- A checkpoint ------------------------------------------------------------


def test_a_checkpoint_asks_for_an_answer_first(host):
    page = host.open("question", checkpoint(SINGLE))
    page.get_by_role("heading", name="Question 1 of 6").wait_for()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Give an answer first.").wait_for()
    assert host.sent(page) == []


def test_a_wrong_choice_brings_its_reason_and_another_try(host):
    page = host.open("question", checkpoint(SINGLE))
    given = [{"text": "The *grass's*", "right": False, "reason": "Grass is **green**."}]
    kernel_says(page, verdict="wrong", given=given)
    page.get_by_label("The grass's").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_role("heading", name="Not yet.").wait_for()
    assert page.locator(".rm-reason strong").text_content() == "green"
    assert "Not right:" in page.locator(".rm-parts").text_content()
    (sent,) = host.sent(page)
    assert (sent["kind"], sent["question"], sent["value"]) == ("check", "pick-blue", "grass")
    page.get_by_role("button", name="Try again").click()
    assert page.locator(".rm-reason").count() == 0
    assert page.evaluate("document.activeElement.value") == "grass"
    page.get_by_role("button", name="Check").wait_for()


def test_feedback_goes_when_the_answer_changes(host):
    page = host.open("question", checkpoint(SINGLE))
    kernel_says(page, verdict="wrong")
    page.get_by_label("The grass's").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_role("heading", name="Not yet.").wait_for()
    page.get_by_label("The sky's").check()
    assert page.get_by_role("heading", name="Not yet.").count() == 0
    page.get_by_role("button", name="Check").wait_for()


def test_checking_by_keyboard_alone(host):
    page = host.open("question", checkpoint(MULTIPLE))
    given = [{"text": "Two", "right": True, "reason": "Yes."}]
    kernel_says(page, verdict="partly", given=given, more=True)
    press(page, "Tab", "Space", "Tab", "Tab", "Tab")
    assert focused(page) == "Check"
    press(page, "Enter")
    page.get_by_text("There is more to choose.").wait_for()
    assert focused(page) == "◐ Partly right."
    press(page, "Tab")
    assert focused(page) == "Try again"
    press(page, "Enter")
    assert page.evaluate("document.activeElement.value") == "two"


def test_an_order_shows_which_lines_stand_in_place_and_then_the_answer(host):
    page = host.open("question", checkpoint(ORDER))
    given = [{"text": name, "right": name == "Mars", "reason": ""} for name in ("Venus", "Mars")]
    answer = [{"text": "Mercury", "reason": "It is next to the sun."}]
    kernel_says(page, verdict="partly", given=given, ordered=True, answer=answer)
    page.get_by_role("button", name="Move up: Venus").click()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("stands in its place").wait_for()
    page.get_by_text("It is next to the sun.").wait_for()


def test_a_wrong_number_without_a_known_mistake_gets_advice(host):
    page = host.open("question", checkpoint(NUMERIC))
    given = [{"text": "7 m", "right": False, "reason": ""}]
    kernel_says(page, verdict="wrong", given=given)
    page.get_by_label("Your answer").fill("7")
    page.get_by_label("Unit").select_option("m")
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Look at your steps again").wait_for()


def test_feedback_on_a_place_names_the_muscle(host):
    page = host.open("question", checkpoint(HOTSPOT))
    name, text = "hamstrings-medial-left", "hamstrings medial left"
    given = [{"id": name, "text": text, "right": False, "reason": "Too high."}]
    answer = [{"id": "calves-soleus-left", "text": "calves soleus left", "reason": "Here."}]
    kernel_says(page, verdict="wrong", given=given, answer=answer)
    page.get_by_label("Place on the body").select_option(name)
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Back of the thigh, inner part (hamstrings), left").wait_for()
    page.get_by_text("Lower calf (soleus), left").wait_for()


def test_having_been_right_is_shown(host):
    page = host.open("question", checkpoint(SINGLE))
    assert page.get_by_text("had this one right").count() == 0
    page.evaluate("window.model.set('solved', true)")
    page.get_by_text("had this one right").wait_for()


def test_a_busy_kernel_is_told_while_checking(host):
    page = host.open("question", checkpoint(SINGLE), stored=False)
    page.get_by_label("The sky's").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Checking …").wait_for()
    page.clock.run_for(2_000)
    page.get_by_text("will be checked when it is free").wait_for()
    page.clock.run_for(20_000)
    page.get_by_text("press Check again").wait_for()
    (sent,) = host.sent(page)
    late = {"kind": "checked", "verdict": "right", "given": [], "more": False, "ordered": False}
    page.evaluate(
        "(message) => window.model.emit('msg:custom', message)",
        {**late, "id": sent["id"], "answer": []},
    )
    page.get_by_role("heading", name="Right.").wait_for()


def test_a_refused_check_is_told_in_words(host):
    page = host.open("question", checkpoint(SINGLE), stored=False)
    page.evaluate(
        "() => {window.answers = (e) => ({kind: 'refused', id: e.id, sentence: 'Run it again.'})}"
    )
    page.get_by_label("The sky's").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Run it again.").wait_for()


# ---- For everybody -----------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("question", ALL, ids=TYPES)
def test_no_accessibility_violation_and_no_sideways_scroll(make_host, question, width, scheme):
    host = make_host(width=width, color_scheme=scheme, reduced_motion="reduce")
    long = "Incomprehensibilities of the gastrocnemius, " * 4
    wide = {
        key: [{**one, "text": long + one["text"]} for one in value]
        if key in ("options", "items")
        else value
        for key, value in question.items()
    }
    for state in (quiz(wide), checkpoint(question, solved=True)):
        page = host.open("question", state)
        assert host.axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("verdict", ["right", "partly", "wrong", "compare"])
def test_feedback_has_no_accessibility_violation(make_host, scheme, verdict):
    host = make_host(width=360, color_scheme=scheme)
    page = host.open("question", checkpoint(SINGLE))
    given = [{"text": f"x{one}", "right": one, "reason": "Because."} for one in (True, False)]
    answer = [{"text": "y", "reason": "So."}]
    kernel_says(page, verdict=verdict, given=given, more=True, answer=answer)
    page.get_by_label("The sky's").check()
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Try again").wait_for()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("question", ALL, ids=TYPES)
def test_targets_are_large_enough_for_a_finger(make_host, question):
    host = make_host(width=360)
    page = host.open("question", quiz(question))
    sizes = page.locator("button, select, input[type=text], textarea, .rm-option").evaluate_all(
        "(all) => all.filter((one) => one.offsetParent !== null)"
        ".map((one) => one.getBoundingClientRect()).map(({width, height}) => [width, height])"
    )
    assert sizes
    assert all(width >= 40 and height >= 40 for width, height in sizes), sizes
