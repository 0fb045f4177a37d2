"""A teacher reviews a draft with the keyboard alone; a kernel dies; two tabs; small screens and dark ones."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from communique.cli import main
from communique.cli.review import place_notebook
from communique.coding.checking import check_article
from communique.coding.loading import load_coded
from communique.coding.schema import TABLES
from communique.course.course import load_course
from communique.questions.generated.topics import TOPICS, made_for
from communique.student.folder import copy_course
from playwright.sync_api import Browser, Locator, Page, expect

from ..conftest import DRAFT_ARTICLE
from .axe import widgets_faults
from .lab import ALL_RUN, KERNEL_READY, Lab, Student, keep_cells, no_answer_comes, student_at

READY = ".cq-bench[data-ready]"
FIFTH = load_course().lessons[4]
TOPIC = next(topic for topic, (home, *_) in TOPICS.items() if home == FIFTH.name)
MOST_KEYS = 150
COUNT_KEYS = """() => { window.keysPressed = 0;
    window.addEventListener("keydown", () => { window.keysPressed += 1; }, true); }"""
PAGE = """<html><head><title>The ferry</title>
<meta property="article:published_time" content="2024-03-06T10:00:00Z"></head>
<body><nav>Home | World</nav><article><h1>Norway and Iceland agree on a ferry</h1>
<p>Norway and Iceland agreed on Monday to open a ferry line across the North Sea, after years of talks about its
cost.</p>
<p>"It will sail in spring," the Norwegian transport minister, Anna Berg, told reporters in Oslo. She said that tickets
would stay cheap for at least three summers.</p>
<p>Iceland welcomed the agreement. "We have waited too long for this day," its foreign minister, Jon Arnason, said.</p>
<p>Denmark warned that storms could delay the first crossing. Its harbour agency said that no pier was ready yet.</p>
<p>Denmark closed its harbours to the new ships on Tuesday in response to the agreement between Norway and Iceland.
Norway asked Sweden for help, and Sweden offered to host talks.</p>
<p>Greenpeace criticised the plan. The group said the old ships would burn the dirtiest oil that is sold in Europe.</p>
</article></body></html>
"""
ARABIC = """---
headline: اتفاق على العبارة الجديدة
date: 2024-03-06
language: ar
---

رفضت النرويج الخطة يوم الاثنين.
"""
CELLS = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
TOO_WIDE = """(bench) => [bench, ...bench.querySelectorAll("*")]
    .filter((node) => node.checkVisibility() && node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
    .filter((node) => getComputedStyle(node).textOverflow !== "ellipsis" && node.tagName !== "INPUT")
    .map((node) => `${node.tagName} ${node.className}`)"""
#: The dialog is closed and the bench left in one go; whether the list has the keyboard once the dialog has said so.
ESCAPE_TWICE = """() => new Promise((done) => {
    const [dialog, list] = [".cq-dialog", ".cq-list"].map((name) => document.querySelector(`.cq-bench ${name}`));
    dialog.addEventListener("close", () => done(document.activeElement === list), { once: true });
    dialog.close();
    list.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
})"""


@pytest.fixture
def draft(lab: Lab, request: pytest.FixtureRequest) -> Path:
    """A folder of a teacher's own, with a draft in it and the notebook beside it."""
    place = lab.folder / request.node.name.replace("[", "-").replace("]", "")
    found = Path(shutil.copytree(DRAFT_ARTICLE, place / "river"))
    place_notebook(found)
    return found


def open_bench(who: Student, draft: Path) -> Locator:
    who.open(f"{draft.parent.name}/review-{draft.name}.ipynb")
    run(who.page)
    return who.page.locator(".cq-bench")


def run(page: Page) -> None:
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.wait_for_function(ALL_RUN)
    page.wait_for_selector(READY)


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def saved(bench: Locator, words: str) -> None:
    expect(bench.locator(".cq-saved")).to_have_text(f"Saved. {words}")


def current(bench: Locator) -> Locator:
    return bench.locator('.cq-line[aria-selected="true"] .cq-id')


def status(draft: Path) -> dict[str, str]:
    found = {}
    for table in TABLES.values():
        with (draft / table.file).open(encoding="utf-8", newline="") as file:
            found |= {row[table.id_column]: row["status"] for row in csv.DictReader(file)}
    return found


def field(draft: Path, table: str, row: str, column: str) -> str:
    with (draft / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return next(r[column] for r in csv.DictReader(file) if r[TABLES[table].id_column] == row)


def test_a_teacher_reviews_with_the_keyboard_alone(student: Student, draft: Path) -> None:
    """Accept, merge, delete, correct, mark, add, undo, to a clean check; the kernel dies in between, and nothing is
    lost; no letter reaches the notebook's own commands."""
    bench, page = open_bench(student, draft), student.page
    cells = page.evaluate(CELLS)
    expect(bench.locator(".cq-list")).to_be_focused()  # the keys work at once
    expect(current(bench)).to_have_text("A02")  # what the first lesson needs, paragraph by paragraph
    expect(bench.locator(".cq-done")).to_have_text("0 of 8 rows accepted; about 2 min left")
    press(page, "j y")
    expect(bench.locator(".cq-row-why")).to_contain_text("Why this speaker?The report gives the name, Tomas Reke.")
    press(page, "y f f")
    expect(bench.locator(".cq-lacks")).to_contain_text("There are no positions yet")
    press(page, "f")
    press(page, "f")
    expect(bench.locator('.cq-lists [aria-pressed="true"]')).to_contain_text("Everything")
    expect(current(bench)).to_have_text("E01")
    press(page, "a")
    saved(bench, "E01 accepted")
    press(page, "a")
    saved(bench, "E02 accepted")

    # Nobody leans on the river: it goes at once, comes back, and goes again.
    press(page, "j j")
    expect(current(bench)).to_have_text("A07")
    press(page, "d")
    saved(bench, "A07 deleted")
    press(page, "u")
    saved(bench, "Taken back: A07")
    expect(current(bench)).to_have_text("A07")
    press(page, "d")
    saved(bench, "A07 deleted")

    # What is left of the paragraph, at once.
    expect(current(bench)).to_have_text("S01")
    press(page, "k p")
    saved(bench, "2 rows accepted")
    expect(current(bench)).to_have_text("S01")

    # Reke is Tomas Reke: the rows that lean on the one go to the other.
    press(page, "j j j j d")
    dialog = bench.locator("dialog")
    expect(dialog).to_contain_text("E03 Borland recalls its ambassador (whose certainty)")
    page.keyboard.type("tom")
    press(page, "Enter")
    saved(bench, "A04 has been merged with A03")
    assert "A03" == field(draft, "events", "E03", "certainty_of")

    # The list of keys; letters of the notebook's own commands do nothing there.
    press(page, "? Escape")
    expect(dialog).to_be_hidden()
    expect(bench.locator(".cq-list")).to_be_focused()
    press(page, "b m z Shift+m")
    assert cells == page.evaluate(CELLS)

    # A guess at a pronoun stays one until it is accepted by itself.
    press(page, "k 3 ArrowDown")
    expect(bench.get_by_role("option", name="accept the guess: He (p2)")).to_be_visible()
    press(page, "Enter")
    saved(bench, "A03 changed")
    assert "Tomas Reke | p2: He" == field(draft, "actors", "A03", "aliases")
    press(page, "j")

    # An event that was only threatened: field 5 by its key, narrowed by typing.
    press(page, "k k")
    expect(current(bench)).to_have_text("E03")
    press(page, "5")
    page.keyboard.type("thr")
    press(page, "Enter")
    saved(bench, "E03 changed")
    expect(bench.locator(".cq-list")).to_be_focused()
    assert "threatened" == field(draft, "events", "E03", "certainty")

    # Its words anew: letters jump, Space begins, Enter takes.
    press(page, "w")
    page.keyboard.type("mig")
    press(page, "Space")
    page.keyboard.type("amb")
    press(page, "Enter")
    saved(bench, "E03 changed")
    assert "might recall its ambassador" == field(draft, "events", "E03", "words")
    assert "might recall its ambassador" == "".join(bench.locator(".cq-page .cq-role-words").all_inner_texts())

    # The kernel dies. Nothing that was called saved is lost, and undo goes on where it was.
    before = status(draft)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.wait_for_function(KERNEL_READY)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs'); }")
    expect(page.locator(".cq-bench")).to_have_count(0)
    page.locator(".jp-Cell").first.focus()
    run(page)
    bench = page.locator(".cq-bench")
    assert before == status(draft)
    expect(bench.locator(".cq-done")).to_contain_text("1 of 8 rows accepted")
    bench.locator(".cq-list").focus()
    press(page, "u")
    saved(bench, "Taken back: E03")
    assert "recall its ambassador" == field(draft, "events", "E03", "words")

    # A row that the program missed, from marked words; what is missing in it is told until it is there.
    press(page, "n")
    page.keyboard.type("calle")
    press(page, "Space")
    page.keyboard.type("jul")
    press(page, "2")
    saved(bench, "E05 is new: fill in what is missing, then accept it")
    expect(bench.locator(".cq-row-faults li")).to_have_count(1)
    press(page, "a")
    expect(bench.locator(".cq-saved")).to_contain_text("E05 has something to fix first")
    press(page, "2 Backspace")
    page.keyboard.type("ava")
    press(page, "Tab Tab")  # what was typed is taken, and the next but one field has the keyboard
    page.keyboard.type("req")
    press(page, "Enter")
    expect(bench.locator(".cq-row-faults li")).to_have_count(0)

    # Where its actor stands: the issue by its number, then the step by its own.
    press(page, "s")
    expect(dialog).to_contain_text("Water from the river")
    press(page, "1")
    expect(dialog).to_contain_text("strongly supports")
    press(page, "4")
    saved(bench, "E05 accepted, with a position")
    assert ("A02", "supports") == tuple(field(draft, "positions", "P01", name) for name in ("actor_id", "stance"))

    # The rest is right. At the end the check, and the next step.
    expect(bench.locator('.cq-lists [aria-pressed="true"]')).to_contain_text("Everything")
    left = 16 - 6
    for _ in range(left):
        before_now = bench.locator(".cq-done").inner_text()
        press(page, "a")
        expect(bench.locator(".cq-done")).not_to_have_text(before_now)
    expect(bench.locator(".cq-done")).to_have_text("Every row is accepted")
    press(page, "c")
    expect(dialog).to_contain_text("No faults.")
    expect(dialog).to_contain_text(f'communique start --article "{draft}"')
    press(page, "Escape")
    article, faults = check_article(draft)
    assert [] == [fault for fault in faults if not fault.only_a_note]
    assert () == article.drafts
    assert cells == page.evaluate(CELLS)

    # Escape once more, and the keyboard is the notebook's: an arrow leaves the bench's cell. A letter changes nothing.
    chosen = page.locator(".jp-Cell.jp-mod-active .cq-bench")
    expect(bench.locator(".cq-list")).to_be_focused()
    press(page, "?")
    assert not page.evaluate(ESCAPE_TWICE)
    bench.locator(".cq-list").focus()
    press(page, "Escape")
    expect(bench.locator(".cq-list")).not_to_be_focused()
    press(page, "b")
    expect(chosen).to_have_count(1)
    press(page, "ArrowDown")
    expect(chosen).to_have_count(0)
    assert cells == page.evaluate(CELLS)


def test_from_a_saved_page_to_the_lesson(student: Student, lab: Lab, tmp_path: Path) -> None:
    """A page is drafted, what lesson 5 needs is decided on with few keys, and the lesson asks about it."""
    page_file = tmp_path / "story.html"
    page_file.write_text(PAGE, encoding="utf-8")
    place = lab.folder / "from-a-page"
    assert 0 == main(["new", str(page_file), "--output", str(place)])
    (folder,) = place.iterdir()
    place_notebook(folder)
    bench, page = open_bench(student, folder), student.page
    page.evaluate(COUNT_KEYS)
    chosen = bench.locator('.cq-lists [aria-pressed="true"]')
    for _ in range(bench.locator(".cq-lists [aria-pressed]").count()):
        if FIFTH.title in chosen.inner_text():
            break
        press(page, "f")
    expect(chosen).to_contain_text(FIFTH.title)
    for _ in range(MOST_KEYS):
        line = bench.locator('.cq-line[aria-selected="true"]')
        done = bench.locator(".cq-done").inner_text()
        if "has all its questions" in done or done == "Every row is accepted":
            break
        doubtful = "cq-doubt" in (line.get_attribute("class") or "")
        press(page, "a" if doubtful else "p")  # what is plain of a paragraph at once, what is doubtful by itself
        expect(bench.locator(".cq-done")).not_to_have_text(done)
    else:
        raise AssertionError(done)
    assert 0 < page.evaluate("() => window.keysPressed") <= MOST_KEYS

    course = lab.folder / "a-class-on-a-page"
    copy_course(course, article=folder)
    keep_cells(course / FIFTH.notebook, f'practice("{TOPIC}")')
    student.open_and_run(f"{course.name}/{FIFTH.notebook}")
    card = student.page.locator(f'[data-question^="{TOPIC}-"]').first
    card.scroll_into_view_if_needed()
    expect(card).to_contain_text("made from the article's coding")
    right = made_for(load_coded(folder), TOPIC)[0]
    for option in right.question.options:
        if option.id in right.key.right:
            card.locator(f'[data-part="{option.id}"] input').focus()
            press(student.page, "Space")
    card.get_by_role("button", name="Check").focus()
    press(student.page, "Enter")
    expect(card.locator(".cq-outcome")).to_contain_text("Right")


def test_two_tabs_and_a_spreadsheet(student: Student, draft: Path, lab: Lab, browser: Browser) -> None:
    """Two notebooks on the same folder overwrite nothing of each other's; a change from outside is told and shown."""
    shutil.copy(draft.parent / "review-river.ipynb", draft.parent / "second.ipynb")
    one = open_bench(student, draft)
    other = Student(lab, browser)
    try:
        other.open(f"{draft.parent.name}/second.ipynb")
        run(other.page)
        two = other.page.locator(".cq-bench")
        press(student.page, "a")
        saved(one, "A02 accepted")
        press(other.page, "j a")
        expect(two.locator(".cq-saved")).to_contain_text("S01 accepted")
        expect(two.locator(".cq-saved")).to_contain_text("The folder was changed in another tab or program")
        assert ("accepted", "accepted") == (status(draft)["A02"], status(draft)["S01"])
        press(student.page, "f f f f")
        path = draft / "events.csv"
        path.write_text(
            path.read_text(encoding="utf-8").replace("Talks on the river end", "Talks fail"), encoding="utf-8"
        )
        student.page.evaluate("() => window.dispatchEvent(new Event('focus'))")
        expect(one.locator(".cq-saved")).to_contain_text("The folder was changed in another tab or program")
        expect(one.locator('[data-row="E02"]')).to_contain_text("Talks fail")
        expect(one.locator(".cq-lists button").last).to_contain_text("Everything 14")
        assert [] == other.troubles
    finally:
        other.close()


def test_with_a_mouse(student: Student, draft: Path, lab: Lab) -> None:
    """A click on words leads to the rows that rest on them; drawing over words and a button make a row; new issues and
    a day are saved; a word that is not saved because the kernel is gone is never called saved."""
    article = draft / "article.md"
    article.write_text(re.sub("(?m)^date:.*$", "date:", article.read_text(encoding="utf-8")), encoding="utf-8")
    bench, page = open_bench(student, draft), student.page
    units = bench.locator('.cq-page [role="option"]')
    units.filter(has_text="warned").click()
    expect(current(bench)).to_have_text("S02")
    bench.get_by_role("button", name="Everything").click()
    bench.locator('[data-row="A05"]').click()
    expect(current(bench)).to_have_text("A05")
    kind = bench.locator('[data-column="kind"] input')
    kind.click()
    bench.get_by_role("option", name="office", exact=True).click()
    saved(bench, "A05 changed")
    assert "office" == field(draft, "actors", "A05", "kind")
    start, end = units.filter(has_text="River").last, units.filter(has_text="Council").last
    start.hover()
    page.mouse.down()
    end.hover()
    page.mouse.up()
    bench.get_by_role("button", name="1 Actor").click()
    saved(bench, "A08 is new: fill in what is missing, then accept it")
    assert "River Council" == field(draft, "actors", "A08", "words")
    new_issues_and_a_day_are_saved_and_no_news(student, draft, bench)
    bench.locator('[data-row="A08"]').click()
    lab.end_kernels()
    with no_answer_comes(page):
        bench.get_by_role("button", name="Accept", exact=False).first.click()
        expect(bench.locator(".cq-saved")).to_contain_text("Not saved")
    assert "draft" == status(draft)["A08"]


def new_issues_and_a_day_are_saved_and_no_news(student: Student, draft: Path, bench: Locator) -> None:
    """A title that no issue has, in the dialog and in the field of a position; nobody else is said to have changed the
    folder, and the field shows the new title."""
    page = student.page
    bench.locator('[data-row="S01"]').click()
    press(page, "s")
    expect(bench.locator("dialog").get_by_role("button", name="Add no position")).to_be_visible()
    page.keyboard.type("The price of fish")
    press(page, "Enter 2")
    saved(bench, "S01 accepted, with a position")
    bench.get_by_role("button", name="Everything").click()
    bench.locator('[data-row="P01"]').click()
    issue = bench.locator('[data-column="issue"] input')
    expect(issue).to_have_value("The price of fish")
    issue.click()
    page.keyboard.type("Boats on the Lim")
    expect(bench.locator('[data-column="issue"] li')).to_have_text(["a new issue: Boats on the Lim"])
    press(page, "Enter")
    saved(bench, "P01 changed")
    expect(issue).to_have_value("Boats on the Lim")
    assert "boats-on-the-lim" == field(draft, "positions", "P01", "issue")
    bench.locator('input[type="date"]').fill("2024-06-20")
    bench.locator(".cq-undated button").click()
    saved(bench, "Drafted again for 2024-06-20; rows that a person decided on were kept")


def test_axe_finds_nothing_and_nothing_is_cut_off(lab: Lab, browser: Browser, draft: Path) -> None:
    """On a small screen, in the dark theme and on a projector: while reading, marking, choosing and checking."""
    with student_at(lab, browser, width=820, height=1100) as who:
        bench, page = open_bench(who, draft), who.page
        for keys in ("y j", "w", "Escape 1 ArrowDown", "Escape c", "Escape s", "2", "Escape f f j j a d", "Escape ?"):
            press(page, keys)
            assert [] == widgets_faults(page)
            for width, height in ((1280, 900), (1024, 768), (820, 1100)):
                page.set_viewport_size({"width": width, "height": height})
                assert [] == bench.evaluate(TOO_WIDE)
        assert [] == who.troubles


def test_right_to_left_text_is_walked_from_right_to_left(student: Student, lab: Lab) -> None:
    """In an Arabic article the left arrow leads to the next word, and its words make a row."""
    folder = lab.folder / "from-right-to-left" / "abbara"
    folder.mkdir(parents=True)
    (folder / "article.md").write_text(ARABIC, encoding="utf-8")
    for table in TABLES.values():
        (folder / table.file).write_text(f"{table.header}\n", encoding="utf-8")
    place_notebook(folder)
    bench, page = open_bench(student, folder), student.page
    press(page, "n Shift+ArrowLeft Shift+ArrowLeft")
    assert "اتفاق على العبارة" == "".join(bench.locator(".cq-page .cq-taken").all_inner_texts())
    press(page, "1")
    saved(bench, "A01 is new: fill in what is missing, then accept it")
    assert field(folder, "actors", "A01", "words") == "اتفاق على العبارة"
