"""Any steps in any order: undo is exact, the files hold what the review says, and nothing is ever lost."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from pathlib import Path

from communique import CommuniqueError
from communique.coding.schema import TABLES
from communique.review import Review
from communique.review import folder as reviewed
from communique.review.log import FILE_NAME
from communique.text.spans import Span
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ..conftest import DRAFT_ARTICLE
from ..samples import samples

TEXTS = st.text(alphabet=st.sampled_from("ab,;|\"'\n=+é😀 "), max_size=8)


class Reviewing(RuleBasedStateMachine):
    """Any steps in any order, by two tabs, with crashes in between, against a list of what the tables were."""

    @initialize()
    def begin(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(shutil.copytree(DRAFT_ARTICLE, Path(self.place.name) / "draft"))
        self.review, self.other = Review(self.folder), Review(self.folder)
        self.past: list[dict] = []
        self.now = dict(self.review.tables)

    def _did(self, step: object) -> None:
        if step is not None:
            self.past.append(self.now)
            self.now = dict(self.review.tables)
        assert self.now == self.review.tables

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        if rows := list(self.review.rows):
            self._did(self.review.accept(data.draw(st.lists(st.sampled_from(rows), max_size=3, unique=True))))

    @rule(data=st.data(), cell=TEXTS)
    def edit(self, data: st.DataObject, cell: str) -> None:
        if rows := self.review.rows:
            key = data.draw(st.sampled_from(list(rows)))
            column = data.draw(st.sampled_from(TABLES[rows[key][0]].known_columns[1:]))
            self._did(self.review.edit(key, {column: cell}))

    @rule(data=st.data(), merge=st.booleans())
    def delete(self, data: st.DataObject, merge: bool) -> None:
        rows = self.review.rows
        if rows:
            key = data.draw(st.sampled_from(list(rows)))
            others = [k for k in rows if rows[k][0] == rows[key][0] and k != key and ":" not in k]
            instead = data.draw(st.sampled_from(others)) if merge and others else ""
            self._did(self.review.delete(key, instead))

    @rule(table=st.sampled_from(list(TABLES)), at=st.integers(0, 60), length=st.integers(1, 30))
    def add(self, table: str, at: int, length: int) -> None:
        with contextlib.suppress(CommuniqueError):  # a space, or words that cannot be told apart
            self._did(self.review.add(table, "p2", Span(at, at + length)))

    @rule()
    def undo(self) -> None:
        step = self.review.undo()
        assert (step is None) == (not self.past)
        if self.past:
            self.now = self.past.pop()
        assert self.now == self.review.tables

    @rule()
    def change_tabs(self) -> None:
        self.review, self.other = self.other, self.review
        self.review.refresh()

    @rule(data=st.data(), written=st.integers(0, 2))
    def die_while_deleting(self, data: st.DataObject, written: int) -> None:
        rows = list(self.review.rows)
        if not rows:
            return
        count, save = iter(range(99)), reviewed.save_rows

        def dies(*given: object) -> Path:
            if next(count) == written:
                raise KeyboardInterrupt
            return save(*given)

        reviewed.save_rows = dies
        step = "cut off"
        try:
            step = self.review.delete(data.draw(st.sampled_from(rows)))
        except KeyboardInterrupt:
            self.review = Review(self.folder)
        finally:
            reviewed.save_rows = save
        self._did(step)

    @invariant()
    def the_files_hold_it(self) -> None:
        if hasattr(self, "folder"):
            assert self.now == Review(self.folder).tables

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every row that ever was is in the tables or in the log."""
        if hasattr(self, "folder"):
            log = self.folder / FILE_NAME
            lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            kept = [row for line in lines for c in json.loads(line).get("changes", []) for row in c[2:] if row]
            kept += [row for rows in self.now.values() for row in rows]
            assert [] == [row for past in self.past for rows in past.values() for row in rows if row not in kept]

    def teardown(self) -> None:
        if hasattr(self, "place"):
            self.place.cleanup()


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(max_examples=samples(10), stateful_step_count=15)
