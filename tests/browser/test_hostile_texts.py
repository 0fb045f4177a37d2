"""No word of a student or of an article is ever markup: pages show it as text, and nothing of it runs or is fetched."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
import pytest
from communique import cli, draft_corpus, load_class
from communique.base.places import articles_folder, built_notebook
from communique.coding.loading import load_coded
from communique.coding.writing import csv_text
from communique.course.course import LessonInfo, course_in, load_course
from communique.course.handin import handin
from communique.course.journal import Journal
from communique.questions.bank import questions_of
from communique.student.folder import copy_course
from communique.student.site import pages
from communique.teacher.book.book import teacher_book
from communique.tools.negotiation.communique import communique_files
from communique.tools.negotiation.delegations import Conference, open_conference
from communique.tools.negotiation.exchange import DelegationFile
from communique.tools.negotiation.sitting import sit_down, sitting_record
from playwright.sync_api import Browser, Page

from ..classes import make_class, put
from ..conferences import CONFERENCE, OPENINGS, a_clause, a_move
from ..some import some
from .lab import UNFOLD, Lab, Student, everything_open

#: Markup of every language that a page here may speak: HTML, templates, Markdown, TeX, and bare addresses.
HOSTILE = (
    '"><img src=https://evil.example/a.png onerror="window.hostile=1"><script>window.hostile=1</script>'
    "<b>hostile-bold</b><i>hostile-italic</i><a href='https://evil.example/b'>hostile-link</a><br>"
    "<sub>hostile-sub</sub><svg onload=window.hostile=1>%{x}<extra>hostile-extra</extra>"
    "![c](https://evil.example/c.png)[hostile-link](https://evil.example/d)<https://evil.example/e>"
    r"www.evil.example $\href{https://evil.example/f}{hostile-tex}$ \(\text{hostile-tex}\) {{ 7 * 7 }}"
)
#: Short enough for the name of a student.
NAMES = (
    "<img src=x onerror=window.hostile=1>",
    "<b>hostile-bold</b>",
    "<a href=//evil.example/n>hostile-link</a>",
    r"$\href{//evil.example/o}{hostile-tex}$",
)
#: A file may have this name; a slash may not be in it.
HOSTILE_NAME = "<img src=x onerror=window.hostile=1><b>hostile-bold<b> $x$ [y](z)"
#: What is on the page because of these words: elements and attributes that are theirs, and words without their tags.
FOUND = r"""() => {
    const found = [];
    if (window.hostile) found.push("a script ran");
    for (const node of document.querySelectorAll("*")) {
        const tag = node.tagName.toLowerCase();
        for (const { name, value } of node.attributes) {
            const loads = /^(on|src|href|xlink:href|action|formaction|style|srcset|data$)/.test(name);
            const theirs = /evil\.example|window\.hostile|^x$/.test(value);
            if (loads && theirs) found.push(`<${tag} ${name}="${value.slice(0, 80)}">`);
        }
        const runs = tag === "script" && node.type !== "application/json"; // JupyterLab keeps a notebook's name in JSON
        if (runs && node.textContent.includes("window.hostile")) found.push("<script>");
        const marks = /^(b|i|em|strong|a|sub|sup|text|tspan|extra|mjx-.*)$/.test(tag);
        const bare = /^hostile-(bold|italic|link|sub|extra|tex)$/.test(node.textContent.trim());
        if (marks && bare) found.push(`<${tag}> around ${node.textContent}`);
    }
    return [...new Set(found)];
}"""
#: In an article whose other paragraphs run from left to right.
ARABIC = "وصل الوزير إلى بكين يوم الاثنين."
#: The directions of those of some parts of the page that have a word of it.
DIRECTIONS = """([where, word]) => [...document.querySelectorAll(where)]
    .filter((node) => node.textContent.includes(word)).map((node) => getComputedStyle(node).direction)"""
LESSONS = load_course().lessons
PAGES = (*LESSONS, *load_course().forms)
#: What is on the page of some lessons, and where those have Arabic words.
SHOWN = {
    "read": "reader",
    "actors": "audit",
    "events": "grid",
    "positions": "grid",
    "reactions": "grid",
    "yours": "bring",
    "framing": "workshop",
    "coding": "desk",
    "table": "negotiating",
}
RIGHT_TO_LEFT = {"read": (".cq-reader p",), "events": (".cq-reader p", ".cq-question .cq-quote bdi")}
FREE = ("name", "label", "note", "other_case")


class Watch:
    """Everything that a page asks for, and what it shows of hostile texts."""

    def __init__(self, where: Page | Student) -> None:
        self.page, self.asked = where.page if isinstance(where, Student) else where, []
        where.on("request", lambda request: self.asked.append(request.url))
        where.on("dialog", lambda dialog: (self.asked.append("a dialog"), dialog.dismiss()))

    def theirs(self) -> list[str]:
        """What is there because of hostile texts."""
        outside = [url for url in self.asked if not re.match(r"(https?|wss?)://127\.0\.0\.1|data:|blob:|file:", url)]
        return self.page.evaluate(FOUND) + outside

    def look_through(self) -> list[str]:
        """The same, with all that is folded opened and marks of every chart chosen."""
        page, theirs = self.page, []
        page.locator("summary").evaluate_all(UNFOLD)
        for chart in page.locator(".cq-grid").all():
            for mark in chart.locator(".cq-mark").all()[:4]:
                mark.dispatch_event(
                    "click"
                )  # a chart that waits is hidden, and another lies under a heading that stays
                theirs += self.theirs()
        return [*theirs, *self.theirs()]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article with hostile words in its folder's name, its text, its front matter and every free column."""
    folder = Path(shutil.copytree(articles_folder() / "beijing-2023", tmp_path_factory.mktemp("a") / HOSTILE_NAME))
    text = (folder / "article.md").read_text(encoding="utf-8")
    quoted = json.dumps(HOSTILE)[1:-1]
    text = re.sub(r'(?m)^headline: "(.*)"$', lambda m: f'headline: "{m[1]} {quoted}"', text)
    text = re.sub(r"(?m)^outlet: (.*)$", lambda m: f'outlet: "{m[1]} {quoted}"', text)
    text = re.sub(r"(?m)^  (\S+): (.*)$", lambda m: f'  {m[1]}: "{m[2]} {quoted}"', text)
    (folder / "article.md").write_text(f"{text}\n\n{HOSTILE}\n\n{ARABIC}\n", encoding="utf-8")
    (folder / "coding-notes.md").write_text(HOSTILE, encoding="utf-8")
    plain = (folder / "plain.md").read_text(encoding="utf-8")
    (folder / "plain.md").write_text(f"{plain}\n\n{HOSTILE}\n\n{ARABIC}\n", encoding="utf-8")
    for path in some(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row |= {name: f"{row[name]} {HOSTILE}" for name in FREE if row.get(name) or name == "note"}
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    sources = (folder / "sources.yml").read_text(encoding="utf-8")
    sources = re.sub(r"(?m)^    title: (.*)$", lambda m: f"    title: {json.dumps(f'{m[1]} {HOSTILE}')}", sources)
    (folder / "sources.yml").write_text(sources, encoding="utf-8")
    own = folder / "lessons" / "events"
    own.mkdir(parents=True)
    options = [{"id": name, "text": f"{name} {HOSTILE}", "feedback": HOSTILE} for name in ("yes", "no")]
    last = f"p{len(load_coded('beijing-2023').paragraphs) + 1}"
    said = {"prompt": HOSTILE, "hints": [HOSTILE, HOSTILE], "evidence": [{"paragraph": last, "words": ARABIC}]}
    said["explanation"] = f"{HOSTILE} [[joint-statement-2023]]"
    asked = [
        {"id": "closed", "kind": "choose-one", "options": options, **said},
        {"id": "written", "kind": "open", "ask_yourself": [HOSTILE], **said},
    ]
    (own / "questions.yml").write_text(json.dumps({"questions": asked}), encoding="utf-8")
    (own / "key.yml").write_text(json.dumps({"closed": {"right": ["yes"]}, "written": {"model": HOSTILE}}))
    assert 0 == cli.main(["check", str(folder)])
    return folder


def left_in_tools(conference: Conference) -> Iterator[tuple[str, str, Any]]:
    """What a student leaves in the tools that take words: the lesson, the tool's name in the journal, what is left."""
    line, form = HOSTILE[:200], {"text": HOSTILE, "words": HOSTILE, "key": "free"}
    yield "framing", "headline-workshop", {"headlines": [line], "chosen": f"own:{line}", "draft": line}
    yield "yours", "your-article", {"text": HOSTILE, "headline": HOSTILE, "day": HOSTILE}
    sitting = sit_down(conference, {"mode": "files", "me": next(iter(conference.delegations))})
    yield "table", "negotiating-table", {"sitting": sitting_record(sitting, conference.article.slug)}
    yield "table", "negotiating-table-draft", {"move": form, "clause": form}


def hostile_delegations(conference: Conference) -> Iterator[dict[str, Any]]:
    """The files of other tables: two that are refused in a sentence, and one that is read, with moves left out."""
    issue, other = next(iter(conference.article.issues)), list(conference.delegations)[1]
    move = replace(a_move(conference, other, "statement", issue), text=HOSTILE[:240])
    read = DelegationFile(other, 1, (move,)).record(conference.article.slug)
    yield {**read, "article": HOSTILE}
    yield {**read, "delegation": HOSTILE}
    bad = [{**read["moves"][0], name: HOSTILE} for name in read["moves"][0]]
    yield {**read, "moves": [*read["moves"], *bad]}


def answer_with_hostile_words(folder: Path) -> None:
    """In a student's folder, whatever can be written in a lesson, and a closed question that is explained."""
    course, journal = course_in(folder), Journal(folder / "my-progress.jsonl")
    article = load_coded(course.article)
    brought = article if course.is_brought else None
    for lesson, tool, left in left_in_tools(open_conference(article, {}, OPENINGS)):
        journal.add(f"{course.lesson(lesson).key}/tool:{tool}", "draft", answer=left)
    for info in (*course.lessons, *course.forms):
        for question in questions_of(info.key, brought).values():
            if question.kind in ("open", "short-answer"):
                answer = HOSTILE if question.kind == "open" else {"text": HOSTILE, "ticks": []}
                journal.add(question.name, "answer", answer=answer, outcome="answered")
            elif question.id == "closed":
                journal.add(question.name, "answer", answer="yes", outcome="right")
            elif info.key.is_form:
                journal.add(question.name, "draft", answer=HOSTILE)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class whose names, answers and file names are hostile."""
    folder = tmp_path_factory.mktemp("class")
    make_class(folder / "others", len(NAMES))
    for number, path in enumerate(sorted(folder.rglob("*.jsonl"))):
        words = path.read_text(encoding="utf-8")
        for mild in ("A few words.", "Because of the verb."):
            words = words.replace(mild, json.dumps(HOSTILE)[1:-1])
        path.write_text(words, encoding="utf-8")
        put(folder / "by name" / f"my-handin ({number}).zip", handin(Journal(path), name=NAMES[number]))
    for name, content in ((".jsonl", words), (".zip", "broken"), (".json", "{")):
        (folder / f"{HOSTILE_NAME}{name}").write_text(content, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def brought(article: Path, lab: Lab) -> Path:
    """A student's folder on the hostile article, with all answered and all open."""
    folder = lab.folder / "brought"
    copy_course(folder, article=article)
    everything_open(folder)
    answer_with_hostile_words(folder)
    return folder


@pytest.mark.parametrize("info", PAGES, ids=lambda info: info.name)
def test_a_lesson_on_a_hostile_article(info: LessonInfo, brought: Path, student: Student) -> None:
    """Reader, charts with their hover texts, tables, questions, forms and tools."""
    watch = Watch(student)
    student.open_and_run(f"{brought.name}/{info.notebook}")
    student.page.locator(f".cq-{SHOWN.get(info.name, 'question')}").first.wait_for(state="attached")
    student.page.get_by_text("hostile-").first.wait_for(state="attached")
    for where in RIGHT_TO_LEFT.get(info.name, ()):
        assert {"rtl"} == set(student.page.evaluate(DIRECTIONS, [where, ARABIC.split()[0]])), where
    assert [] == watch.look_through()


def test_files_of_hostile_delegations(brought: Path, student: Student) -> None:
    watch = Watch(student)
    student.open_and_run(f"{brought.name}/{load_course().lesson('table').notebook}")
    table = student.page.locator(".cq-negotiating")
    for file in hostile_delegations(open_conference(load_coded(course_in(brought).article), {}, OPENINGS)):
        content = {"name": f"{HOSTILE_NAME}.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
        table.locator("input[type=file]").set_input_files(content)
        told = table.locator(".cq-moves" if file["moves"][1:] else ".cq-saved.cq-trouble", has_text="evil.example")
        told.first.wait_for(state="attached")
        assert [] == watch.theirs()
    assert table.locator(".cq-faults li").count()
    assert [] == watch.look_through()


def test_a_class_of_hostile_students(handed_in: Path, student: Student) -> None:
    """The teacher's notebook, with the first of everything that can be chosen."""
    folder = Path(shutil.copytree(handed_in, student.lab.folder / "class-of-theirs"))
    assert 0 == cli.main(["report", str(folder), "--notebook"])
    watch = Watch(student)
    student.open(f"{folder.name}/class.ipynb")
    student.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    student.page.get_by_text("hostile-bold").nth(2).wait_for(state="attached")
    assert [] == watch.look_through()


def test_the_bench_on_a_hostile_article(article: Path, student: Student) -> None:
    """Rows, cards and text of the review bench; beneath it a draft that a teacher's own lexicon had a word in."""
    place = student.lab.folder / "bench"
    folder = Path(shutil.copytree(article, place / HOSTILE_NAME))
    assert 0 == cli.main(["review", str(folder), "--no-open"])
    row = {"words": "torpedo", "part": "verb", "event": "REJECT", "cameo": HOSTILE, "note": HOSTILE}
    put(place / "stories" / "lexicon" / "events.csv", csv_text(row, [row]))
    put(place / "stories" / f"{HOSTILE_NAME}.txt", f"Talks\n\nFrance torpedoed China. {HOSTILE}\n")
    (drafted,) = (path.parent for path in draft_corpus(place / "stories", place / "drafts").folder.glob("*/article.md"))
    assert "hostile-bold" in (drafted / "events.csv").read_text(encoding="utf-8")
    notebook = place / f"review-{HOSTILE_NAME}.ipynb"
    content = nbformat.read(notebook, as_version=4)
    content.cells.append(nbformat.v4.new_code_cell(f"review_bench({str(drafted)!r})"))
    nbformat.write(content, notebook)
    watch = Watch(student)
    student.open(f"bench/{quote(notebook.name)}" if not student.goes_on else f"bench/{notebook.name}")
    student.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    for bench in (0, 1):
        ready = student.page.locator(".cq-bench[data-ready]").nth(bench)
        ready.get_by_text("hostile-bold").first.wait_for(state="attached")
    assert {"rtl"} == set(student.page.evaluate(DIRECTIONS, [".cq-bench .cq-page p", ARABIC.split()[0]]))
    assert [] == watch.look_through()


def test_a_communique_with_hostile_clauses(student: Student) -> None:
    """The Markdown file in JupyterLab's preview, which makes links of bare addresses."""
    sitting = sit_down(CONFERENCE, {"mode": "pair", "me": "A05", "other": "A01"})
    sitting = sitting.with_clause(a_clause("A05", words=HOSTILE[:240])).with_clause(
        a_clause("A05", 2, words=HOSTILE[240:480])
    )
    for name, content in communique_files(CONFERENCE, sitting).items():
        (student.lab.folder / name).write_text(content, encoding="utf-8")
    watch = Watch(student)
    (student.lab.folder / "empty.txt").write_text("", encoding="utf-8")
    student.page.goto(student.lab.url("empty.txt"))
    student.page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget")
    student.page.evaluate(
        "() => { window.jupyterapp.commands.execute('docmanager:open',"
        " { path: 'my-communique.md', factory: 'Markdown Preview' }); }"
    )
    student.page.locator(".jp-MarkdownViewer").get_by_text("hostile-bold").first.wait_for()
    assert [] == watch.look_through()
    student.page.goto((student.lab.folder / "my-communique.html").as_uri())
    assert "hostile-bold" in student.page.content()
    assert [] == watch.look_through()


def a_site_on(article: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of a site that are there before Python, on the article and with hostile titles of the lessons."""
    course = load_course()
    lessons, forms = (
        tuple(replace(info, title=HOSTILE, about=HOSTILE) for info in infos) for infos in (course.lessons, course.forms)
    )
    hostile = replace(course, title=HOSTILE, lessons=lessons, forms=forms)
    monkeypatch.setattr(pages, "load_course", lambda: hostile)
    monkeypatch.setattr(pages, "load_coded", lambda _: load_coded(str(article)))
    put(site / "lab" / "index.html", '<script src="x" href="../build/lab/bundle.js"></script>')
    for place in (site, site / "lab"):
        settings = {"jupyter-config-data": {"litePluginSettings": {pages.KERNEL: {}}}}
        put(place / "jupyter-lite.json", json.dumps(settings))
    for info in PAGES:
        put(site / "files" / info.notebook, built_notebook(info.notebook).read_bytes())
    pages.write_pages(site, site / "communique", {})


def test_pages_of_hostile_words(
    article: Path, handed_in: Path, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The class report, with names and with labels, the teacher's book, a site, and worksheets on either article."""
    roster = put(
        tmp_path / f"{HOSTILE_NAME}.csv", csv_text(["Full name"], [{"Full name": n} for n in (HOSTILE, *NAMES)])
    )
    report = ["report", str(handed_in), "--roster", str(roster), "--output", str(tmp_path / "report.html")]
    assert 0 == cli.main(report)
    a_site_on(article, tmp_path / "site", monkeypatch)
    written = {
        "labels": load_class(handed_in, pseudonymous=True).html(),
        "book": teacher_book(),
    }
    for name, page in written.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    copy_course(tmp_path / "course", article=article)
    journal = next(handed_in.rglob("my-progress.jsonl"))
    for name, place in (("own", tmp_path / "own"), ("brought", tmp_path / "course")):
        place.mkdir(exist_ok=True)
        shutil.copyfile(journal, place / "my-progress.jsonl")
        answer_with_hostile_words(place)
        lessons = [info.name for info in LESSONS]
        output = str(tmp_path / f"{name}.html")
        assert 0 == cli.main(["worksheet", str(place), "--name", HOSTILE, "--output", output, "--lesson", *lessons])
    shown = browser.new_page()
    try:
        watch = Watch(shown)
        for path in some([*tmp_path.glob("*.html"), *(tmp_path / "site").glob("*.html")]):
            shown.goto(path.as_uri())
            assert path.stem in ("book", "labels") or "hostile-bold" in shown.content()
            assert [] == watch.look_through(), path.name
    finally:
        shown.close()
