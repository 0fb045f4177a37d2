"""A student guesses, hears one voice after another, takes one away, and finds it all the next day."""

from __future__ import annotations

import json
import re
from pathlib import Path

from communique import load_article
from communique.course.course import load_course
from communique.questions.reading import load_questions
from communique.tools.voices import voices_of
from playwright.sync_api import Browser, Locator, expect

from .axe import widgets_faults
from .lab import Lab, Student, everything_open, keep_cells, no_answer_comes, student_at
from .test_keyboard import focus_before, tab_to

VOICES = load_course().lesson("actors").notebook
#: Elements that stick out of the audit on the right.
CUT_OFF = """(node) => {
    const edge = node.getBoundingClientRect().right;
    const over = (n) => n.getBoundingClientRect().right > edge && !n.closest(".cq-hidden");
    return [...node.querySelectorAll("*")].filter(over).map((n) => n.outerHTML);
}"""
#: The lowest contrast of any words of the report in the audit with what is behind them.
CONTRAST = """(node) => {
    const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (n) => {
        const back = rgb(getComputedStyle(n).backgroundColor);
        return back.length < 4 || back[3] ? back : behind(n.parentElement);
    };
    return Math.min(...[...node.querySelectorAll(".cq-said")].map((n) => {
        const [a, b] = [light(rgb(getComputedStyle(n).color)), light(behind(n))].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
    }));
}"""


def audit_of(student: Student) -> Locator:
    card = student.page.locator(".cq-audit")
    card.scroll_into_view_if_needed()
    return card


def voice(card: Locator, name: str) -> Locator:
    return card.get_by_role("button", name=name, exact=True)


def words(card: Locator, role: str) -> list[str]:
    return card.locator(f'.cq-audit-text [data-role="{role}"]').all_inner_texts()


def kept(card: Locator) -> None:
    expect(card.locator(".cq-kept")).to_have_text("Your choice is kept.")


def choices(folder: Path) -> list[dict[str, str]]:
    """What is on the disk of the voices a student chose."""
    records = [json.loads(line) for line in (folder / "my-progress.jsonl").read_text().splitlines()]
    return [record["answer"] for record in records if record["question"] == "actors/tool:voice-audit"]


def on_disk(student: Student, folder: Path, chosen: dict[str, str]) -> None:
    """Wait until a choice is the last one on the disk."""
    for _ in range(600):
        if choices(folder)[-1:] == [chosen]:
            return
        student.page.wait_for_timeout(50)
    assert chosen == choices(folder)[-1]


def look_of(card: Locator, role: str) -> dict[str, str]:
    return card.locator(f'.cq-audit-text [data-role="{role}"]').first.evaluate("""(n) => {
        const s = getComputedStyle(n);
        return {color: s.color, weight: s.fontWeight, line: s.textDecorationLine, style: s.textDecorationStyle};
    }""")


def test_a_student_guesses_and_then_hears_the_voices(student: Student, folder: Path, lab: Lab) -> None:
    """Guess first, press a voice, see the others dimmed, take a voice away, lose the kernel, find the choice again."""
    keep_cells(folder / VOICES, 'ask("who-fills-the-report")', '"voice-audit"')
    student.open_and_run(f"{folder.name}/{VOICES}")
    page = student.page
    reader = page.locator(".cq-reader").first

    # The guess is kept, is not called wrong, and is set beside the numbers of the audit.
    guess = load_questions("actors")["who-fills-the-report"]
    question = student.question(guess.id)
    question.get_by_text(guess.option("putin").text, exact=True).click()
    student.press(question, "Keep my guess")
    expect(question.locator(".cq-outcome")).to_contain_text("Answered")
    expect(question).to_contain_text(guess.option("putin").feedback)

    # At first the whole report is there, and every row has its numbers.
    card = audit_of(student)
    found = {v.name: v for v in voices_of(load_article().coded)}
    rows = {
        row.locator("th").inner_text().strip(): row.locator("td").all_inner_texts()
        for row in card.locator("tbody tr").all()
    }
    assert {name: str(v.words) for name, v in found.items()} == {name: cells[0] for name, cells in rows.items()}
    assert [] == words(card, "dim")
    expect(card.locator(".cq-audit-title")).to_have_text("No voice is chosen. Press one in the list.")

    # One voice by mouse: its words stand out by line and weight, all others are dimmed, and the chain is told.
    voice(card, "Kim Jong Un").click()
    kept(card)
    expect(voice(card, "Kim Jong Un")).to_have_attribute("aria-pressed", "true")
    expect(card.locator(".cq-audit-title")).to_have_text("You're hearing: Kim Jong Un")
    direct = words(card, "direct")
    assert 2 == len(direct)
    assert direct[1].startswith('"full support and solidarity')
    assert found["Kim Jong Un"].words == sum(
        len(re.findall(r"[\w'-]+", w)) for w in [*direct, *words(card, "indirect")]
    )
    said, retold, other = (look_of(card, role) for role in ("direct", "indirect", "dim"))
    assert ("700", "underline", "solid") == (said["weight"], said["line"], said["style"])
    assert ("underline", "dashed") == (retold["line"], retold["style"])
    assert "none" == other["line"]
    assert other["color"] != retold["color"]
    assert 4.5 <= card.evaluate(CONTRAST)
    expect(card.locator(".cq-chain")).to_have_text("Kim Jong UnSky Newsthis classroom reportyou")
    expect(card.locator('.cq-audit-text [data-role="direct"]').first).to_be_in_viewport()
    expect(reader.locator(".cq-lit").first).to_be_attached()

    # Another voice, then the report without it: its words are struck out, and what nobody else tells is listed.
    voice(card, "Korean Central News Agency").click()
    card.get_by_role("button", name="Without this voice").click()
    expect(card.locator(".cq-audit-title")).to_have_text("Without: Korean Central News Agency")
    gone = card.locator('.cq-audit-text [data-role="gone"]')
    expect(gone.first).to_contain_text("what the agreement lays down")
    assert "line-through" == look_of(card, "gone")["line"]
    expect(gone).to_have_count(1)
    expect(card.locator('[data-paragraph="p7"] [data-role="gone"]')).to_have_count(1)
    expect(card.locator(".cq-lost li b")).to_have_text(
        ["Help in war, if one is invaded", "The condition: one of the two is invaded"]
    )
    assert 4.5 <= card.evaluate(CONTRAST)
    kept(card)
    on_disk(student, folder, {"voice": "A07", "mode": "without"})

    # A kernel that is gone: the page still shows voices, and keeps the choice itself.
    lab.end_kernels()
    with no_answer_comes(page):
        voice(card, "Vladimir Putin").click()
        expect(card.locator(".cq-audit-title")).to_have_text("Without: Vladimir Putin")
        expect(card.locator(".cq-kept")).to_contain_text("Not saved")
    assert {"voice": "A07", "mode": "without"} == choices(folder)[-1]

    # The next day the last choice is there and goes to the disk, and the guess is sealed.
    student.open_and_run(f"{folder.name}/{VOICES}")
    card = audit_of(student)
    expect(card.locator(".cq-audit-title")).to_have_text("Without: Vladimir Putin")
    expect(voice(card, "Vladimir Putin")).to_have_attribute("aria-pressed", "true")
    kept(card)
    on_disk(student, folder, {"voice": found["Vladimir Putin"].voice_id, "mode": "without"})
    expect(student.question(guess.id)).to_contain_text(guess.option("putin").feedback)

    # And back to the whole report.
    card.get_by_role("button", name="The whole report").click()
    kept(card)
    expect(card.locator('.cq-audit-text [data-role="gone"]')).to_have_count(0)
    expect(voice(card, "Vladimir Putin")).to_have_attribute("aria-pressed", "false")


def the_audit_by_keyboard(student: Student) -> None:
    """One tab stop for the voices, arrows between them, Enter to hear one; JupyterLab's own keys stay out of it."""
    page, card = student.page, audit_of(student)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    focus_before(page, card)
    first = voice(card, "The report's own voice")
    tab_to(page, first)
    expect(card.locator('.cq-voice[tabindex="0"]')).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    office = voice(card, "Office of President Yoon Suk Yeol")
    expect(office).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.locator(".cq-audit-title")).to_have_text("You're hearing: Office of President Yoon Suk Yeol")
    expect(office).to_be_focused()
    page.keyboard.press("x")  # in JupyterLab: cut the cell
    page.keyboard.press("End")
    expect(voice(card, "Russia and Vietnam")).to_be_focused()
    page.keyboard.press("Space")
    expect(card.locator(".cq-audit-title")).to_have_text("You're hearing: Russia and Vietnam")
    expect(card.locator('.cq-audit-text [data-role="direct"]')).to_have_count(0)
    assert "".join(words(card, "inner")).startswith("in ")
    without = card.get_by_role("button", name="Without this voice")
    tab_to(page, without)
    page.keyboard.press("Enter")
    expect(card.locator(".cq-lost")).to_contain_text("no words of its own")
    expect(without).to_be_focused()
    tab_to(page, card.locator(".cq-audit-text"))
    kept(card)
    assert cells == page.locator(".jp-Notebook .jp-Cell").count()


def test_each_voice_can_be_read_on_every_screen(lab: Lab, browser: Browser, folder: Path) -> None:
    """With a voice heard or taken away axe-core finds nothing, all words can be read, and nothing is cut off; and the
    keyboard alone will do."""
    with student_at(lab, browser, width=820) as student:
        everything_open(folder)
        keep_cells(folder / VOICES, '"voice-audit"')
        student.open_and_run(f"{folder.name}/{VOICES}")
        card = audit_of(student)
        for name, width, mode in (
            ("Agreement between Russia and North Korea", 820, "Hear this voice"),
            ("The report's own voice", 1280, "Without this voice"),
        ):
            student.page.set_viewport_size({"width": width, "height": 900})
            voice(card, name).click()
            card.get_by_role("button", name=mode).click()
            expect(card.locator(".cq-audit-title")).to_contain_text(name)
            assert [] == widgets_faults(student.page, ".cq-audit")
            assert 4.5 <= card.evaluate(CONTRAST)
            assert [] == card.evaluate(CUT_OFF)
        for name in ("Hear this voice", "The whole report"):
            card.get_by_role("button", name=name).click()
        the_audit_by_keyboard(student)
