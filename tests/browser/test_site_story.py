"""The course in the browser alone: a static site, Python in the page, answers in the browser's own store."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from communique import load_class
from communique.course.course import load_course
from communique.course.handin import handin
from communique.course.journal import Journal
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.student.site.pages import page_name
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from .axe import faults
from .lab import ARGUMENTS, find_chromium
from .newcomer import MACHINERY
from .site import Site, begin, build, card, has_run, new_version, served
from .test_dock_story import COVERS

pytestmark = pytest.mark.timeout(900)
FIRST = load_course().lessons[0]
LESSON = page_name(FIRST)
QUESTIONS = load_questions(FIRST.name)
#: The first question in which something is chosen, and its right answer.
CHOICE = next(q for q in QUESTIONS.values() if q.kind in ("choose-one", "choose-many"))
RIGHT = load_keys(FIRST.name)[CHOICE.id].right
YOURS = next(info for info in load_course().lessons if info.name == "yours")
WRITTEN = next(name for name, question in QUESTIONS.items() if question.kind == "open" and not question.extra)
SHOWN = "(cards) => cards.filter((card) => card.checkVisibility()).map((card) => card.dataset.question)"
#: What makes the browser's store fail in the worker that runs Python.
FULL = "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }"
SHUT = "indexedDB.open = () => { throw new Error('shut') }"


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(build(tmp_path_factory.mktemp("site"))) as found:
        yield found


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def answer_rightly(page: Page) -> None:
    question = card(page, CHOICE.id)
    for option in RIGHT:
        question.get_by_label(CHOICE.option(option).text, exact=True).check()
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".cq-saved")).to_have_text(re.compile("^Saved"))
    expect(question.locator(".cq-outcome")).to_contain_text("Right · Tries: 1")


def write(page: Page, name: str, words: str = "A line of my own.") -> Locator:
    """Write an answer that nobody marks; gives where the question says whether it is saved."""
    question = card(page, name)
    question.get_by_role("textbox").first.fill(words)
    question.get_by_role("button", name=re.compile("^(Compare|Check|Keep)")).first.click()
    return question.locator(".cq-saved")


def give_up(page: Page, name: str) -> None:
    """Have a question explained, after its two hints; or write a line, where nothing is marked."""
    question = card(page, name)
    if question.get_by_role("button", name="I don't know").count():
        for button in ("I don't know", "Hint", "(I don't know|Show the explanation)"):
            question.get_by_role("button", name=re.compile(f"^{button}")).click()
            expect(question.locator(".cq-saved")).to_have_text(re.compile("^Saved"))
    else:
        expect(write(page, name)).to_have_text(re.compile("^Saved"))


def hand_in(page: Page, place: Path) -> Path:
    page.get_by_role("button", name="Hand in: make the file").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download my-handin.zip").click()
    file = place / "my-handin.zip"
    download.value.save_as(file)
    return file


def records(file: Path) -> list[dict]:
    with zipfile.ZipFile(file) as archive:
        return [json.loads(line) for line in archive.read("my-progress.jsonl").splitlines()]


def opened(browser: Browser, home: Path) -> BrowserContext:
    """A browser that keeps what it has in a folder, and finds it there when it is opened again."""
    arguments = {"executable_path": find_chromium(), "args": ARGUMENTS, "viewport": {"width": 1280, "height": 900}}
    return browser.browser_type.launch_persistent_context(home, **arguments)


def looks_as_in_jupyterlab(page: Page) -> None:
    """One document without strips of code, prompts and bars, and the report beside the question."""
    assert "single-document" == page.evaluate("() => window.jupyterapp.shell.mode")
    page.wait_for_function(f"() => ({MACHINERY})().length === 0")
    expect(card(page, CHOICE.id)).to_be_in_viewport()
    expect(page.locator(".cq-reader").first).to_be_in_viewport()
    assert not page.evaluate(COVERS)


def test_the_first_lesson_is_played_to_its_end_handed_in_and_brought_to_another_browser(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    """Answer, close the browser, go on over a new version of the site, play to the end, hand in, read the report, go on
    in a second tab, bring the file to a second browser; nothing is asked of any other host."""
    profile = opened(browser, tmp_path / "profile")
    elsewhere = [site.close_network(profile)]
    page = profile.pages[0]
    page.goto(site.url + LESSON)
    bar = page.locator("#communique-first").get_by_role("progressbar")
    expect(bar).to_be_visible()
    assert bar.evaluate("(bar) => bar.value < bar.max")  # not all of Python is here yet, and the bar says so
    begin(page)
    expect(page.locator(".cq-header").first).to_contain_text("saved automatically in this browser")
    answer_rightly(page)
    looks_as_in_jupyterlab(page)
    profile.close()

    # The next day a new version has taken the site's place. The front page leads back to where the student was, and
    # the lesson runs with the new wheel and the new scripts, and has the answer.
    new_version(site.folder)
    profile = opened(browser, tmp_path / "profile")
    elsewhere.append(site.close_network(profile))
    page = profile.pages[0]
    page.goto(site.url)
    expect(page.locator("#where")).to_be_visible()
    expect(page.locator("#where a")).to_have_text(FIRST.title)
    page.locator("#where a").click()
    begin(page)
    expect(page.locator("html[data-wheel=new][data-script=new]")).to_be_attached()
    second = profile.new_page()  # its lesson loads while the first is played
    second.goto(site.url + LESSON)
    second.get_by_role("button", name="Start this lesson").first.click()
    page.bring_to_front()  # a tab behind another is given little time
    expect(card(page, CHOICE.id).locator(".cq-outcome")).to_contain_text("Right · Tries: 1")

    asked = page.locator("[data-question]").evaluate_all(SHOWN)  # what is extra is in a fold, and stays there
    for name in asked:
        if name != CHOICE.id:
            give_up(page, name)
    done = re.compile(r"(\d+) of \1 done")
    expect(page.locator(".cq-header").first).to_contain_text(done)

    # The teacher's report reads what was handed in, as it reads any other file.
    file = hand_in(page, tmp_path / "class")
    report = load_class(tmp_path / "class")
    assert [] == list(report.skipped.index)
    assert 1 == report.questions.loc[f"{FIRST.name}/{CHOICE.id}", "right"]

    # What is done in one tab reaches the other.
    second.bring_to_front()
    has_run(second)
    expect(second.locator(".cq-header").first).to_contain_text(done)
    before = len(records(file))
    expect(write(second, asked[-1], "A line of the second tab.")).to_have_text(re.compile("^Saved"))
    page.bring_to_front()
    expect(write(page, asked[-1], "Another of the first.")).to_have_text(re.compile("^Saved"))
    file = hand_in(page, tmp_path / "class")
    both = records(file)
    assert before < len(both)
    assert len(both) == len({record["id"] for record in both})
    assert {"A line of the second tab.", "Another of the first."} < {str(record.get("answer")) for record in both}

    # The front page of a second browser adds each entry of the file once.
    other = browser.new_context()
    elsewhere.append(site.close_network(other))
    front = other.new_page()
    front.goto(site.url)
    expect(front.locator("#where")).to_be_hidden()
    front.locator("#bring input").set_input_files(file)
    expect(front.get_by_role("status")).to_have_text(f"{len(both)} entries were added; 0 were here already.")
    front.locator("#bring input").set_input_files(file)
    expect(front.get_by_role("status")).to_have_text(f"0 entries were added; {len(both)} were here already.")
    expect(front.locator("#where a")).to_have_text(FIRST.title)
    assert [[], [], []] == elsewhere
    profile.close()
    other.close()


def test_brought_answers_outlive_a_new_start_of_python_and_what_is_not_kept_is_said(
    site: Site, profile: BrowserContext, tmp_path: Path
) -> None:
    """Answers from JupyterLab are in the lesson, before and after Python is begun again. Where the store
    is full or shut, no page says "Saved", and the answer is in the file to hand in. A package that did not come is
    named, and the rest of the lesson works."""
    journal = Journal(tmp_path / "my-progress.jsonl")
    journal.add(f"{FIRST.name}/{CHOICE.id}", "answer", answer=RIGHT[0], outcome="right")
    page = profile.new_page()
    page.goto(site.url)
    file = {"name": "my-handin.zip", "mimeType": "application/zip", "buffer": handin(journal)}
    page.locator("#bring input").set_input_files(file)
    page.locator("#where a").click()
    begin(page)
    expect(card(page, CHOICE.id).locator(".cq-outcome")).to_contain_text("Right · Tries: 1")

    # Every cell runs, those too that come after one that lacks something.
    asked = page.locator("[data-question]").evaluate_all(SHOWN)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:restart-run-all'); }")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.locator(".cq-foot")).to_have_count(0)
    expect(page.locator(".cq-foot")).to_be_attached(timeout=240_000)
    expect(page.get_by_text("This part of the lesson needs pandas").first).to_be_attached()
    assert asked == page.locator("[data-question]").evaluate_all(SHOWN)
    expect(card(page, CHOICE.id).locator(".cq-outcome")).to_contain_text("Right · Tries: 1")

    page.workers[-1].evaluate(f"() => {{ {FULL} }}")
    expect(write(page, WRITTEN)).to_contain_text("Not saved: this browser couldn't store it")
    assert f"{FIRST.name}/{WRITTEN}" in {one["question"] for one in records(hand_in(page, tmp_path))}

    # The foot of a lesson leads to every other, and what opens there is that lesson, not the one before.
    profile.route(
        "**/comlink.worker.*",
        lambda route: route.fulfill(body=f"{SHUT};\n{route.fetch().text()}", content_type="text/javascript"),
    )
    links = page.locator(".cq-map.cq-small").get_by_role("listitem").get_by_role("link")
    expect(links).to_have_text([info.heading for info in load_course().lessons[1:]])
    links.get_by_text(YOURS.heading).click()
    page.wait_for_url(f"{site.url}{page_name(YOURS)}*")
    begin(page)
    expect(page.locator(".cq-header").first).to_contain_text(YOURS.title)
    expect(page.get_by_text("This browser keeps nothing")).to_be_attached()
    expect(page.get_by_text("This part of the lesson needs pyyaml")).to_be_attached()
    expect(page.get_by_text("Everything else in the lesson works.")).to_be_attached()
    written = next(name for name, question in load_questions(YOURS.name).items() if question.kind == "open")
    expect(write(page, written)).to_contain_text("Not saved: this browser couldn't store it")
    assert [f"{YOURS.name}/{written}"] == list({one["question"] for one in records(hand_in(page, tmp_path))})


@pytest.mark.parametrize("width", [400, 1280])
def test_the_front_page_and_a_lessons_beginning_are_accessible(site: Site, browser: Browser, width: int) -> None:
    """No violation that axe knows, and no line wider than the screen; the lesson's page while Python loads."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.route("**/build/**", lambda route: None)  # JupyterLab never comes
    page = context.new_page()
    for name in ("", LESSON):
        page.goto(site.url + name, wait_until="domcontentloaded")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        assert [] == faults(page), name
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), name
    context.close()


def test_everything_can_be_read_without_scripts(site: Site, browser: Browser) -> None:
    """The lessons, the report and the first question are words in the pages, and the pages say what is missing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url)
    for info in load_course().lessons:
        expect(page.get_by_role("link", name=info.title).first).to_be_visible()
    page.get_by_role("link", name="Begin with the first lesson").click()
    expect(page.get_by_text("the questions need JavaScript")).to_be_visible()
    expect(page.get_by_text(next(iter(QUESTIONS.values())).prompt)).to_be_visible()
    expect(page.get_by_label("The report")).to_contain_text("Seoul")
    context.close()


def test_a_page_opened_from_the_disk_says_how_to_open_it(site: Site, profile: BrowserContext) -> None:
    """A double click on index.html, or on a lesson, shows what to do in place of lessons that do not run."""
    page = profile.new_page()
    for name in ("index.html", LESSON):
        page.goto((site.folder / name).as_uri())
        expect(page.get_by_text("You have opened this page from the disk")).to_be_visible()
