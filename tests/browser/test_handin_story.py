"""A student hands in one small file; the teacher puts it in a folder, and the report names the student."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from communique import cli
from communique.questions.reading import load_questions
from playwright.sync_api import Browser, expect

from .axe import faults, widgets_faults
from .lab import Lab, Student, keep_cells, no_answer_comes
from .test_keyboard import focus_before, tab_to


def test_from_the_students_button_to_the_teachers_page(
    student: Student, folder: Path, browser: Browser, lab: Lab, tmp_path: Path
) -> None:
    """With the keyboard alone: nothing is done yet, then an answer, a name, the file; and on the page the name. Without
    a kernel no worksheet is promised that was not made: its button says what to do."""
    keep_cells(folder / "01-read.ipynb", '"first-country"', "lesson.finish()")
    student.open_and_run(f"{folder.name}/01-read.ipynb")
    page, box = student.page, student.page.locator(".cq-hand-in")
    button = box.get_by_role("button", name="Hand in: make the file")
    focus_before(page, button)
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(box.get_by_role("status")).to_contain_text("There is nothing to hand in yet.")

    card = student.question("first-country")
    card.get_by_text(load_questions("read")["first-country"].option("south-korea").text, exact=True).click()
    student.press(card, "Check")
    box.get_by_label("Your name").fill("Kim & Lee")
    button.press("Enter")
    expect(box.get_by_role("status")).to_contain_text(f"The file is {folder / 'my-handin.zip'} (1 kB)")
    with page.expect_download() as coming:
        box.get_by_role("link", name="Download my-handin.zip").press("Enter")
    taken = tmp_path / "class" / "my-handin (4).zip"
    coming.value.save_as(taken)
    assert (folder / "my-handin.zip").read_bytes() == taken.read_bytes()
    assert b"Kim" not in (folder / "my-progress.jsonl").read_bytes()
    assert [] == widgets_faults(page, ".cq-hand-in")

    lab.end_kernels()
    worksheet = page.locator(".cq-worksheet")
    with no_answer_comes(page):
        worksheet.get_by_role("button", name="Make a worksheet").click()
        expect(worksheet.get_by_role("status")).to_contain_text("then press this button again")
    expect(worksheet.get_by_role("link")).to_have_count(0)

    shutil.copy(taken, tmp_path / "class" / "torn.zip")
    (tmp_path / "class" / "torn.zip").write_bytes(taken.read_bytes()[:200])
    assert 0 == cli.main(["report", str(tmp_path / "class")])
    report = browser.new_page(bypass_csp=True)  # axe-core is a script
    try:
        report.goto((tmp_path / "class" / "class-report.html").as_uri())
        row = report.get_by_role("row").filter(has=report.get_by_role("rowheader", name="Kim & Lee"))
        expect(row.first).to_contain_text(re.compile(r"under way 1/\d+"))
        expect(report.locator("#odd")).to_contain_text("The file to hand in is incomplete")
        assert [] == faults(report)
    finally:
        report.close()
