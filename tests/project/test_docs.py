"""The documentation: its commands run, its links lead somewhere, and everybody can read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.site import check, rooms
from docs.site.build import build
from docs.site.contents import PAGES, Page
from docs.site.lessons import turned
from docs.site.markdown import LinkError, for_site

from browser.conftest import AXE
from guides.shell import BLOCK, Shell, as_pattern, steps
from running_muscles.measure.store import HOME_VARIABLE

ROOT = Path(__file__).parents[2]
COMMANDS = re.compile(
    r"^( *)(?:<!-- not run here: (.+) -->\n *)?```(console|bash|sh)$", re.MULTILINE
)
OWN = sorted((ROOT / "docs/guides").glob("*.md"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without API and lesson pages, which take longer."""
    out = tmp_path_factory.mktemp("docs") / "site"
    build(out, rooms_too=False)
    return out


def test_every_link_leads_somewhere_and_nothing_comes_from_afar(site):
    assert check.faults(site, to_come="lessons") == []
    assert len(list(site.rglob("*.html"))) > len(PAGES)


def test_a_page_that_breaks_the_promise_is_named(tmp_path):
    (tmp_path / "index.html").write_text(
        '<a href="gone.html">x</a><a href="#nowhere">x</a><script src="https://far.test/x"></script>',
        encoding="utf-8",
    )
    (tmp_path / "look.css").write_text("a { src: url(https://far.test/font) }", encoding="utf-8")
    assert check.faults(tmp_path) == [
        "index.html: gone.html leads to nothing.",
        "index.html: there is no place #nowhere in #nowhere.",
        "index.html: <script> fetches https://far.test/x from another host.",
        "look.css fetches https://far.test/font from another host.",
    ]


def test_links_are_turned_to_the_site():
    page = Page("operator", "docs/guides/operator.md")
    told = "[a](learner.md#in-a-lesson) [b](../../course/03-core.ipynb) [c](../../LICENSE)"
    assert for_site(told, page, set()) == (
        '[a](learner.md#in-a-lesson) <a href="lessons/03-core.html">b</a> c'
    )
    with pytest.raises(LinkError, match=r"operator\.md: \[d\]\(gone\.md\) leads to nothing"):
        for_site("[d](gone.md)", page, set())


def test_lesson_pages_lead_to_one_another_and_back():
    html = turned('<main class="x"><a href="04-hips.ipynb">next</a><a href="04-hips.ipynb#a">a</a>')
    assert html.count('href="04-hips.html') == 2
    assert 'href="../index.html"' in html
    start = turned('<main><a href="de/00-start.ipynb">Deutsch</a>')
    assert 'href="de/00-start.html"' in start
    german = turned('<main><a href="../00-start.ipynb">English</a>', "../../")
    assert 'href="../00-start.html"' in german
    assert 'href="../../index.html"' in german


def test_the_api_names_what_other_rooms_use_and_every_door():
    public = rooms.public_modules()
    assert set(public) == set(rooms.ROOMS)
    assert all(public.values())
    assert "running_muscles.review.schedule" not in public["review"]
    pages = rooms.pages()
    assert ".. autoclass:: running_muscles.widgets.tests.hold.PlankHold" in pages["api/lesson"]
    for room in rooms.ROOMS:
        assert f"]({room}.md)" in pages["api/index"]


@pytest.mark.parametrize("guide", OWN, ids=lambda path: path.stem)
def test_every_command_of_a_guide_prints_what_the_guide_shows(guide, tmp_path, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    (tmp_path / "here").mkdir()
    shell = Shell(tmp_path / "here")
    for kind, _, body in BLOCK.findall(guide.read_text(encoding="utf-8")):
        for line, shown in steps(body) if kind == "console" else ():
            printed = shell.type(line)
            assert re.fullmatch(as_pattern(shown), printed), f"{guide.name}: $ {line}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_what_is_not_run_says_which_test_runs_it(page):
    text = (ROOT / page.file).read_text(encoding="utf-8")
    for _, reason, kind in COMMANDS.findall(text):
        if kind == "console" and not reason:
            walked = page.file.startswith(("assessments/", "docs/guides/"))
            assert walked, f"{page.file}: nobody runs its console blocks"
            continue
        assert reason, f"{page.file}: a {kind} block is neither run nor says where it is"
        named = re.findall(r"tests/[\w/]+\.py", reason)
        assert named, f"{page.file}: {reason!r} names no test"
        assert [name for name in named if not (ROOT / name).is_file()] == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_on_a_phone_and_by_everybody(site, chromium, scheme):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    found = []
    for address in ("index", "learner", "operator/hub"):
        page.goto((site / f"{address}.html").as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{address} is {wide} pixels wide"] if wide > 360 else []
        page.evaluate(AXE.read_text(encoding="utf-8"))
        told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for fault in told["violations"]:
            found += [f"{address}: {fault['id']}: {node['target']}" for node in fault["nodes"]]
    context.close()
    assert found == []
    assert [url for url in asked if not url.startswith("file:")] == []
