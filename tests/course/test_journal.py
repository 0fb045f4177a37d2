"""Nothing that a student did is lost: not to a crash, a second tab, a full disk, or an older file."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest
from communique.course.journal import Journal, QuestionState, replay
from hypothesis import given
from hypothesis import strategies as st

WRITES = 40


def _write(path: str, question: str, barrier: object) -> None:
    """What one of two browser tabs does, in a process of its own."""
    journal = Journal(Path(path))
    barrier.wait()
    for number in range(WRITES):
        journal.add(question, "draft", answer=f"{question} {number} – 북한")


def test_an_act_is_on_disk_when_the_call_returns(journal: Journal) -> None:
    """Whoever opens the file next, in any program, finds the whole line."""
    journal.add("events/ladder", "answer", answer=["a", "b"], outcome="not-yet")
    (line,) = journal.path.read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert (1, "events/ladder", "answer") == (record["v"], record["question"], record["did"])
    assert (["a", "b"], "not-yet") == (record["answer"], record["outcome"])
    assert "+00:00" == record["at"][-6:]


def test_acts_lead_to_a_state(journal: Journal) -> None:
    """Tries, hints, the last answer, the last that was checked, and the outcome are counted from the journal."""
    journal.add("a/one", "hint")
    journal.add("a/one", "answer", answer="x", outcome="not-yet")
    journal.add("a/one", "draft", answer="y")
    journal.add("a/two", "reveal")
    assert {
        "a/one": QuestionState(answer="y", checked="x", outcome="not-yet", tries=1, hints=1),
        "a/two": QuestionState(revealed=True),
    } == journal.states()


def test_once_right_stays_right(journal: Journal) -> None:
    """Who tries something else afterwards does not lose it."""
    journal.add("a/one", "answer", answer="x", outcome="right")
    journal.add("a/one", "answer", answer="y", outcome="not-yet")
    state = journal.states()["a/one"]
    assert ("right", 2, "y", True) == (state.outcome, state.tries, state.answer, state.done)


@pytest.mark.parametrize(
    ("state", "done"),
    [
        (QuestionState(), False),
        (QuestionState(outcome="not-yet", tries=3), False),
        (QuestionState(outcome="right"), True),
        (QuestionState(outcome="answered"), True),
        (QuestionState(revealed=True), True),
    ],
)
def test_done_is_right_answered_or_explained(state: QuestionState, done: bool) -> None:
    """A question that was explained on request is done; one that was tried in vain is still open."""
    assert done is state.done


@given(cut=st.integers(0, 400))
def test_a_torn_last_line_costs_only_itself(cut: int, tmp_path: Path) -> None:
    """Wherever a crash cut the file, every whole line before it counts, and the next act is kept as well."""
    journal = Journal(tmp_path / f"{cut}.jsonl")
    for number in range(3):
        journal.add("a/one", "draft", answer=f"{number} 북")
    raw = journal.path.read_bytes()[:cut]
    journal.path.write_bytes(raw)
    whole = raw.count(b"\n") + (raw[-1:] == b"}")
    assert [f"{number} 북" for number in range(whole)] == [record["answer"] for record in journal.records()]
    journal.add("a/one", "draft", answer="after")
    assert [*(f"{n} 북" for n in range(whole)), "after"] == [record["answer"] for record in journal.records()]
    journal.path.unlink()


@pytest.mark.parametrize(
    "torn",
    [
        b"",
        b"{",
        b'{"question": "a/one", "did": "dra',
        b"\xff\xfe\x00",
        b"\x00\x00\x00\x00",
        b"[1, 2]",
        b"7",
        b"null",
        b'{"did": "hint"}',
        b'{"question": 7}',
        b'{"question": "a/two", "did": ["hint"]}',
        b"[" * 5000,
        b'{"question": "a/two", "id": [1], "did": "sing"}',
    ],
)
def test_a_line_that_cannot_be_read_is_passed_over(torn: bytes, journal: Journal) -> None:
    """A damaged line in the middle costs nothing but itself."""
    journal.add("a/one", "draft", answer="before")
    with journal.path.open("ab") as file:
        file.write(torn + b"\n")
    journal.add("a/one", "hint")
    assert QuestionState(answer="before", hints=1) == journal.states()["a/one"]


def test_a_line_that_is_there_twice_counts_once(journal: Journal) -> None:
    """Two copies of a file that were put together by hand do not double the tries."""
    journal.add("a/one", "answer", answer="x", outcome="not-yet")
    journal.path.write_bytes(journal.path.read_bytes() * 2)
    assert 1 == journal.states()["a/one"].tries


def test_lines_without_an_id_each_count(journal: Journal) -> None:
    """A journal of another program is read as it stands."""
    journal.path.parent.mkdir()
    journal.path.write_text('{"question": "a/one", "did": "hint"}\r\n' * 2, encoding="utf-8")
    assert 2 == journal.states()["a/one"].hints


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two tabs, each in its own process, write one file in turn: every line is whole, and each has its order."""
    path = tmp_path / "my-progress.jsonl"
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    names = ("a/one", "a/two")
    writers = [context.Process(target=_write, args=(str(path), name, barrier)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    records = Journal(path).records()
    assert [0, 0] == [writer.exitcode for writer in writers]
    assert 2 * WRITES == len(path.read_text(encoding="utf-8").splitlines())
    for name in names:
        kept = [record["answer"] for record in records if record["question"] == name]
        assert [f"{name} {number} – 북한" for number in range(WRITES)] == kept


@given(question=st.text(), answer=st.text())
def test_any_words_come_back_as_they_were_written(question: str, answer: str, tmp_path: Path) -> None:
    """Korean, emoji, line breaks and quotation marks in an answer are kept letter for letter."""
    journal = Journal(tmp_path / "any.jsonl")
    journal.add(question, "draft", answer=answer)
    assert answer == journal.states()[question].answer
    journal.path.unlink()


def test_half_an_emoji_does_not_stop_the_saving(journal: Journal) -> None:
    """A character that a page cut in two becomes a question mark; the rest of the answer is kept."""
    journal.add("a/one", "draft", answer="good \ud83d")
    assert "good ?" == journal.states()["a/one"].answer


RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "question": st.sampled_from(["a/one", "a/two"]),
            "did": st.sampled_from(["answer", "draft", "hint", "reveal"]),
        },
        optional={"answer": st.text(max_size=3), "outcome": st.sampled_from(["right", "not-yet", "answered"])},
    ),
    max_size=12,
)


@given(RECORDS)
def test_replay_is_the_same_each_time(records: list[dict]) -> None:
    """The same journal leads to the same states, and reading it changes nothing in it."""
    before = json.dumps(records)
    assert replay(records) == replay(iter(records))
    assert before == json.dumps(records)


@given(RECORDS, st.data())
def test_questions_do_not_touch_each_other(records: list[dict], data: st.DataObject) -> None:
    """How acts on two questions are mingled, as two tabs may, does not matter to either."""
    name = data.draw(st.sampled_from(["a/one", "a/two"]))
    own = [record for record in records if record["question"] == name]
    assert replay(own).get(name) == replay(records).get(name)


def test_what_is_a_students_own_is_so_from_the_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that begins anew knows it before and after the first record, and wherever the file is taken to."""
    places = [tmp_path / "one" / "my-progress.jsonl", tmp_path / "two" / "my-progress.jsonl"]
    for place in places:
        place.parent.mkdir()
    own, other = (Journal(place).own for place in places)
    assert own != other
    assert own == Journal(places[0]).own
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(Journal, "computer", "another")
        assert own != Journal(places[0]).own
    Journal(places[0]).add("events/x", "hint")
    Journal(places[0]).add("events/x", "hint")
    places[1].write_bytes(places[0].read_bytes())
    assert [own, own] == [Journal(place).own for place in places]
