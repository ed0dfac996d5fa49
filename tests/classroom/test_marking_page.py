"""The desk as a marker meets it: through HTTP, killed, and in Chromium by keys alone."""

import csv
import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import AXE
from classroom.bad.answers import GOOD, QUIZ, saved
from classroom.conftest import Classroom
from classroom.marking_class import HOSTILE, graded_class, manual
from classroom.marking_class import desk_of as read_desk
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.grade import grade
from running_muscles.classroom.marking.page import KEYS

pytestmark = [pytest.mark.classroom, pytest.mark.browser]
JSON = "application/json"


class Server:
    """The command as somebody runs it."""

    def __init__(self, room: Classroom, *options: str) -> None:
        self.room = room
        program = str(Path(sys.executable).with_name("running-muscles"))
        self.process = subprocess.Popen(
            [program, "mark", QUIZ, "--no-browser", *options],
            cwd=room.assessments,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        assert self.process.stdout
        self.told = [self.process.stdout.readline() for _ in range(3)]
        found = re.search(r"http://(127\.0\.0\.1:\d+)(/\S+/)$", self.told[1])
        assert found, self.told
        self.host, self.path = found[1], found[2]

    def ask(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, str) else json.dumps(body) if body is not None else None
        with closing(http.client.HTTPConnection(self.host, timeout=20)) as connection:
            connection.request(method, path, data, sent)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8"), dict(answer.getheaders())

    def save(self, student: str, points: float) -> tuple[int, dict[str, Any]]:
        desk = read_desk(self.room)
        shown = next(one for one in desk.shown.values() if one.answer.student == student)
        body = {
            "key": shown.key,
            "version": shown.answer.version,
            "points": points,
            "comment": "so",
            "ticked": [0],
        }
        status, text, _ = self.ask("POST", f"{self.path}save", body, Content_Type=JSON)
        return status, json.loads(text)

    def end(self, by: signal.Signals = signal.SIGINT) -> str:
        self.process.send_signal(by)
        told, _ = self.process.communicate(timeout=30)
        return told


@pytest.fixture(scope="module")
def stock(released: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    return graded_class(released, tmp_path_factory.mktemp("marking-page"))


@pytest.fixture(scope="module")
def server(stock: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    served = Server(stock.copy(tmp_path_factory.mktemp("served")))
    yield served
    assert served.end().strip().startswith(f"{len(manual(served.room))} of 4 marked. Next: ")
    assert served.process.returncode == 0


def test_without_the_whole_address_nothing_is_said(server: Server) -> None:
    other = "x" * (len(server.path) - 2)
    for path in ("/", "/favicon.ico", f"/{other}/", f"/{other}/desk.js", server.path[:-2] + "/"):
        status, text, _ = server.ask("GET", path)
        assert (status, "Fields, mostly" in text) == (403, False), path
    status, _, _ = server.ask("POST", f"/{other}/undo", {}, Content_Type=JSON)
    assert status == 403
    for path in ("class.toml", "../gradebook.db", "desk.py", "..%2fdesk.py"):
        assert server.ask("GET", server.path + path)[0] == 404, path


def test_another_name_of_this_machine_and_another_page_are_refused(server: Server) -> None:
    port = server.host.partition(":")[2]
    for host in ("evil.test", f"evil.test:{port}", "127.0.0.1:1", f"127.0.0.1.evil.test:{port}"):
        assert server.ask("GET", server.path, Host=host)[0] == 403, host
    assert server.ask("GET", server.path, Host=f"localhost:{port}")[0] == 200
    for origin in ("http://evil.test", "null", f"https://{server.host}.evil.test"):
        asked = {"Origin": origin, "Content_Type": JSON}
        assert server.ask("POST", f"{server.path}undo", {}, **asked)[0] == 403, origin
    own = {"Origin": f"http://{server.host}", "Content_Type": JSON}
    assert server.ask("POST", f"{server.path}undo", {}, **own)[0] == 400  # nothing to undo yet
    # What a form of another page can send, which no browser asks leave for.
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        assert server.ask("POST", f"{server.path}save", {}, Content_Type=kind)[0] == 415


def test_the_page_may_run_its_own_script_alone_and_nobody_may_read_it(server: Server) -> None:
    status, text, headers = server.ask("GET", server.path)
    assert status == 200
    assert "Fields, mostly." in text
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert not [name for name in headers if name.lower().startswith("access-control")]
    assert server.ask("OPTIONS", server.path)[0] == 405


@pytest.mark.parametrize("body", ["", "{", "[]", "[" * 50_000, '"' + "x" * 200_000 + '"', "1"])
def test_what_is_no_request_of_the_page_is_refused(server: Server, body: str) -> None:
    try:
        status = server.ask("POST", f"{server.path}save", body, Content_Type=JSON)[0]
    except (BrokenPipeError, ConnectionResetError):
        status = 400  # cut off while it was sent: too long
    assert status == 400
    assert server.ask("GET", server.path)[0] == 200


def test_a_conflict_comes_with_the_answer_as_it_is(server: Server) -> None:
    desk = read_desk(server.room)
    old = next(one for one in desk.shown.values() if one.answer.student == "cleo")
    assert server.save("cleo", 1)[0] == 200
    server.room.mark_by_hand("cleo", "write-how", 0.5, "no")
    body = {"key": old.key, "version": old.answer.version, "points": 2, "comment": ""}
    status, text, _ = server.ask("POST", f"{server.path}save", body, Content_Type=JSON)
    reply = json.loads(text)
    assert (status, reply["kind"]) == (409, "marked elsewhere")
    assert "0.5 of 2 points, with the comment “no”" in reply["told"]
    assert reply["version"] != old.answer.version
    assert 'value="0.5"' in reply["html"]
    assert manual(server.room)["cleo"] == (0.5, False, "no")


def test_a_gradebook_that_is_busy_is_said_and_nothing_is_lost(server: Server) -> None:
    before = manual(server.room)
    path = server.room.assessments / "gradebook.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        status, reply = server.save("mallory", 1)
    assert (status, reply["kind"]) == (400, "refused")
    assert "busy" in reply["told"]
    assert manual(server.room) == before
    assert server.save("mallory", 1)[0] == 200


def said(page: Page, text: str) -> None:
    page.wait_for_function(
        "(text) => document.querySelector('#said').textContent.includes(text)", arg=text
    )


def focused(page: Page, what: str) -> str:
    return str(page.evaluate("(what) => document.activeElement[what]", what))


def axe(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['target']}" for one in found["violations"] for node in one["nodes"]
    ]


@pytest.fixture
def opened(stock: Classroom, tmp_path: Path, chromium: Browser) -> Iterator[tuple[Server, Page]]:
    """A desk of one's own in a browser that reports what it should not do."""
    served = Server(stock.copy(tmp_path))
    errors: list[str] = []
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    context.set_default_timeout(8_000)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.on("request", lambda r: errors.append(r.url) if served.host not in r.url else None)
    page.goto(f"http://{served.host}{served.path}")
    page.wait_for_selector("article[aria-current]")
    yield served, page
    context.close()
    if served.process.poll() is None:
        served.end(signal.SIGKILL)
    assert errors == []


def test_three_answers_are_marked_by_keys_alone_and_kept(opened: tuple[Server, Page]) -> None:
    served, page = opened
    keys = page.keyboard
    # ada: the one line of the rubric, and a comment of two lines.
    keys.press("1")
    said(page, "Ticked: line 1. 2 points.")
    keys.press("c")
    keys.type("Yes.\nFields, 1 and 0.")
    keys.press("Control+Enter")
    said(page, "1 of 4 marked")
    # bob: nothing is nothing until a person says so; then 0, taken back, and half a point.
    assert focused(page, "id") == page.locator("article").nth(1).get_attribute("id")
    keys.press("Enter")
    page.get_by_text("It has no points yet.").wait_for()
    keys.press("0")
    keys.press("Enter")
    said(page, "2 of 4 marked")
    keys.press("u")
    said(page, "Undone: Bob <b>Olinger (bob) has no mark again. 1 of 4 marked")
    keys.press("p")
    keys.type("0,5")
    keys.press("Enter")
    said(page, "2 of 4 marked")
    # cleo is left to the end of the row, where the way leads back to her.
    keys.press("j")
    assert page.locator("article[aria-current] .rm-answer").text_content() == HOSTILE
    keys.press("1")
    keys.press("Enter")
    said(page, "3 of 4 marked")
    assert focused(page, "id") == page.locator("article").nth(2).get_attribute("id")
    keys.press("?")
    assert page.locator("dialog[open] kbd").all_text_contents() == [key for key, _ in KEYS]
    keys.press("Escape")
    # A mark that was said to be saved outlasts whatever becomes of the server.
    keys.press("k")
    keys.press("1")
    keys.press("Enter")
    said(page, "Saved: Bob <b>Olinger (bob), 2 of 2.")
    served.end(signal.SIGKILL)
    assert served.process.returncode == -signal.SIGKILL
    keys.press("0")
    keys.press("Enter")
    page.get_by_text("Nothing was saved: the page has lost its server.").wait_for()

    assert manual(served.room) == {
        "ada": (2, False, "Yes.\nFields, 1 and 0."),
        "bob": (2, False, None),
        "mallory": (2, False, None),
    }
    room = served.room
    room.run(room.teach("export", "--to", "grades.csv"))
    with (room.assessments / "grades.csv").open(encoding="utf-8-sig") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    shown = {
        name: (float(row["score"]), row["state"]) for name, row in rows.items() if row["score"]
    }
    assert shown["ada"] == shown["bob"] == shown["mallory"] == (11, "graded")
    assert shown["cleo"] == (9, "needs marking")


def test_what_changed_meanwhile_is_asked_about(opened: tuple[Server, Page]) -> None:
    served, page = opened
    keys = page.keyboard
    # Formgrader marks ada at the same time; theirs is kept.
    served.room.mark_by_hand("ada", "write-how", 2, "Well said.")
    keys.press("0")
    keys.press("Enter")
    page.get_by_text("Somebody in Formgrader").wait_for()
    assert focused(page, "textContent") == "Keep theirs"
    keys.press("Enter")
    page.wait_for_selector("article:nth-of-type(1).rm-done[aria-current]")
    # Then bob, over whose mark the marker writes.
    served.room.mark_by_hand("bob", "write-how", 2, "")
    keys.press("j")
    keys.press("0")
    keys.press("Enter")
    page.get_by_text("Somebody in Formgrader").wait_for()
    keys.press("Tab")
    assert focused(page, "textContent") == "Save mine over it"
    keys.press("Enter")
    said(page, "2 of 4 marked")
    # cleo hands in anew, which is not graded yet.
    folder = served.room.hand_in("cleo", saved(GOOD | {"write-how": "Sorry. Fields."}))
    (folder / "timestamp.txt").write_text("2026-11-22 10:00:00 UTC", encoding="utf-8")
    keys.press("1")
    keys.press("Enter")
    page.get_by_text("a newer hand-in has come").wait_for()
    keys.press("Tab")
    assert focused(page, "textContent") == "Mark the old one"
    keys.press("Enter")
    said(page, "3 of 4 marked")
    # mallory's new answer is graded before the old one is marked; the comment is not lost.
    folder = served.room.hand_in("mallory", saved(GOOD | {"write-how": "Sorry. Poles."}))
    (folder / "timestamp.txt").write_text("2026-11-22 11:00:00 UTC", encoding="utf-8")
    grade(OurClassroom.of(served.room.assessments), QUIZ, students="mallory")
    keys.press("1")
    keys.press("c")
    keys.type("No.")
    keys.press("Control+Enter")
    page.get_by_text("mallory: handed in anew").wait_for()
    assert page.locator("article[aria-current] .rm-answer").text_content() == "Sorry. Poles."
    assert page.locator("article[aria-current] [name=points]").input_value() == ""
    keys.press("0")
    keys.press("Enter")
    said(page, "4 of 4 marked")
    assert focused(page, "id") == "done"
    assert page.locator("#done code").text_content() == f"running-muscles feedback {QUIZ}"
    assert manual(served.room) == {
        "ada": (2, False, "Well said."),
        "bob": (0, False, None),
        "cleo": (2, False, None),
        "mallory": (0, False, "No."),
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone_and_everybody(
    server: Server, chromium: Browser, scheme: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 740},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,  # for the checker's own script
    )
    page = context.new_page()
    page.goto(f"http://{server.host}{server.path}")
    page.wait_for_selector("article[aria-current]")
    # It opens where the marking has come to, with the head of that answer in sight.
    head = page.locator("article[aria-current] h3").bounding_box()
    bar = page.locator(".rm-bar nav").bounding_box()
    assert head
    assert bar
    assert bar["y"] + bar["height"] <= head["y"] < 740
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('button')].filter((b) => b.checkVisibility())"
        ".every((b) => b.offsetHeight >= 36)"
    )
    page.get_by_role("button", name="Keys").click()
    assert axe(page) == []
    context.close()
