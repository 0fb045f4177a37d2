"""A student brings a text, meets its draft and accepts a row; a teacher's own report carries the lesson voices."""

from __future__ import annotations

import re
from pathlib import Path

from communique.base.places import articles_folder
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.student.folder import copy_course
from playwright.sync_api import Locator, expect

from .axe import widgets_faults
from .lab import Student, everything_open, keep_cells

YOURS, VOICES = (load_course().lesson(name).notebook for name in ("yours", "actors"))
SLUG = "the-two-ports-agree-on-a-ferry"
TEXT = """The two ports agree on a ferry

The ministers of Norway and Iceland met on Monday. "It will sail in spring," said Anna Berg, the minister of Norway.

<script>document.title = "taken"</script> A spokesperson of Iceland warned that storms could delay it.
"""


def _form(student: Student) -> Locator:
    form = student.page.locator(".cq-bring")
    form.scroll_into_view_if_needed()
    return form


def test_a_student_brings_a_text_and_reviews_its_draft(student: Student, folder: Path) -> None:
    """Pasted text stays text; what is half typed and what is decided are there again the next day."""
    keep_cells(folder / YOURS, '"your-article"')
    student.open_and_run(f"{folder.name}/{YOURS}")
    form = _form(student)
    form.get_by_label(re.compile("Paste a text")).fill(TEXT)
    expect(form.locator(".cq-said")).to_have_text("Kept as you typed it.")
    student.open_and_run(f"{folder.name}/{YOURS}")

    form = _form(student)
    expect(form.get_by_label(re.compile("Paste a text"))).to_have_value(TEXT)
    form.get_by_label(re.compile("Day of the article")).fill("2024-03-06")
    form.get_by_role("button", name="Let the program draft it").click()
    expect(form.locator(".cq-bring-told")).to_contain_text(f"my-articles/{SLUG}")
    assert "taken" not in student.page.title()
    drafted = load_coded(folder / "my-articles" / SLUG)
    assert set(drafted.drafts) == set(drafted.rows) != set()
    assert "2024-03-06" == str(drafted.published)

    bench = student.page.locator(".cq-bench[data-ready]")
    bench.locator(".cq-list").focus()
    student.page.keyboard.press("a")
    expect(bench.locator(".cq-saved")).to_have_text(re.compile(r"^Saved. \w+ accepted$"))
    assert len(drafted.drafts) - 1 == len(load_coded(folder / "my-articles" / SLUG).drafts)
    assert [] == widgets_faults(student.page, ".cq-bring", ".cq-bench")

    student.open_and_run(f"{folder.name}/{YOURS}")
    expect(_form(student).locator(".cq-bring-told")).to_contain_text(SLUG)
    expect(_form(student).get_by_text(re.compile(r"accepted 1 of \d+ rows"))).to_be_visible()
    expect(student.page.locator(".cq-bench[data-ready]")).to_be_visible()


def test_a_teachers_own_report_carries_the_lesson_on_voices(student: Student) -> None:
    """The lesson names its article, asks what the coding gives, and says what it lacks."""
    folder = student.lab.folder / "a-class-on-another-report"
    copy_course(folder, article=articles_folder() / "beijing-2023")
    everything_open(folder)
    student.open_and_run(f"{folder.name}/{VOICES}")
    page = student.page
    expect(page.locator(".cq-header").first).to_contain_text("Saudi Arabia and Iran agree in Beijing")
    card = page.locator('[data-question^="speakers-"]').first
    card.scroll_into_view_if_needed()
    expect(card).to_contain_text("made from the article's coding")
    card.get_by_text("Joint statement of the three", exact=True).click()
    student.press(card, "Check")
    expect(card.locator(".cq-outcome")).to_contain_text("Right")
    voice = page.locator(".cq-audit").get_by_role("button", name="John Kirby", exact=True)
    voice.scroll_into_view_if_needed()
    voice.click()
    expect(page.locator(".cq-audit .cq-kept")).to_have_text("Your choice is kept.")
    journal = (folder / "my-progress.jsonl").read_text(encoding="utf-8")
    assert {"actors@beijing-2023"} == set(re.findall(r'"question":"([^/"]+)/', journal))
    assert [] == widgets_faults(page)

    student.open_and_run(f"{folder.name}/{load_course().lesson('clause').notebook}")
    box = page.locator(".cq-plain-box")
    expect(box.filter(has_text="This part of the lesson is left out on this article")).to_have_count(1)
    assert [] == widgets_faults(page)
