"""The tables of a corpus as Parquet, and which articles they were read from: by content, not by name or day."""

import contextlib
import importlib.util
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from ..base.files import in_one_step, write_whole
from ..coding.article import CodedArticle
from ..coding.checking import check_article
from ..coding.schema import TABLES
from ..drafting.corpus.manifest import MANIFEST, digest_of
from .frames import frame_of_many

FOLDER, STATE = ".tables", "state.json"
FRAMES = ("paragraphs", *TABLES, "mentions", "evidence")
NAMES = ("articles", "skipped", *FRAMES)
FORM = 1  # of the files in the folder: another number makes them again
_FILES = ("article.md", *(table.file for table in TABLES.values()))
_AT_ONCE = 500  # articles in memory as rows
_SAME_MOMENT = 2_000_000_000  # nanoseconds: a file so young may change again without looking younger
_TORN = (OSError, ValueError, KeyError)  # what reading half a file, or another's, ends in

NO_PYARROW = (
    "The tables were read from the CSV files, because pyarrow is not installed. "
    "With it a corpus is read in seconds: pip install 'communique[corpus]'"
)


def articles_in(folder: Path) -> list[str]:
    """The names of the folders that hold an article, in order."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir()]
    return sorted(name for name in names if (folder / name / "article.md").is_file())


class Cache:
    """The frames of a corpus, each read when it is first asked for.

    `progress` is told how many of how many articles have been read from their files.
    """

    def __init__(self, folder: Path, slugs: Sequence[str], progress: Callable[[int, int], None] | None = None) -> None:
        self.folder, self.slugs = folder, tuple(slugs)
        made = (folder / MANIFEST).is_file()  # in a folder that `communique new` did not make, nothing is written
        self.parquet = made and importlib.util.find_spec("pyarrow") is not None
        self.notes: tuple[str, ...] = (NO_PYARROW,) if made and not self.parquet else ()
        self._frames: dict[str, pd.DataFrame] = {}
        self._progress = progress or (lambda read, count: None)
        if self.parquet:
            self._bring_up_to_date()
        else:
            self._frames = self._read(self.slugs)

    def frame(self, name: str) -> pd.DataFrame:
        """The frame with this name; copy it before you change it."""
        if name not in self._frames:
            try:
                self._frames[name] = self._from_parquet(name)
            except _TORN:
                self._frames = self._read(self.slugs)
                self._write({slug: [self._signature(slug), digest_of(self.folder / slug)] for slug in self.slugs})
        return self._frames[name]

    def _bring_up_to_date(self) -> None:
        known = self._state()
        now = {slug: self._signature(slug) for slug in self.slugs}
        fresh: dict[str, list[str]] = {}
        stale = []
        for slug, signature in now.items():
            before = known.get(slug)
            if before and before[0] == signature and not signature.endswith("!"):
                fresh[slug] = before
                continue
            digest = digest_of(self.folder / slug)
            fresh[slug] = [signature, digest]
            if not before or before[1] != digest:
                stale.append(slug)
        gone = known.keys() - now.keys()
        if stale or gone:
            try:
                self._frames = self._renewed(stale, gone) if len(stale) < len(now) else self._read(self.slugs)
            except _TORN:
                self._frames = self._read(self.slugs)
            self._write(fresh)
        elif fresh != known:
            self._write_state(fresh)

    def _renewed(self, stale: list[str], gone: set[str]) -> dict[str, pd.DataFrame]:
        old = {name: self._from_parquet(name) for name in NAMES}
        new = self._read(stale) if stale else {}
        frames = {}
        for name, frame in old.items():
            article = frame.index.get_level_values("article")
            kept = frame[~article.isin([*stale, *gone])]
            parts = [part for part in (kept, new.get(name)) if part is not None and len(part)]
            joined = pd.concat(parts) if parts else kept
            frames[name] = joined.sort_index(level="article", sort_remaining=False, kind="stable")
        return frames

    def _read(self, slugs: Sequence[str]) -> dict[str, pd.DataFrame]:
        parts: dict[str, list[pd.DataFrame]] = {name: [] for name in NAMES}
        for start in range(0, len(slugs), _AT_ONCE):
            articles, skipped = [], []
            for number, slug in enumerate(slugs[start : start + _AT_ONCE], start + 1):
                coded, faults = check_article(self.folder / slug)
                if coded is None:
                    skipped.append((slug, str(next(fault for fault in faults if not fault.only_a_note))))
                else:
                    articles.append(coded)
                self._progress(number, len(slugs))
            for name in FRAMES:
                parts[name].append(frame_of_many(articles, name))
            parts["articles"].append(_articles_frame(articles))
            parts["skipped"].append(_text_frame([slug for slug, _ in skipped], {"why": [why for _, why in skipped]}))
        return {name: pd.concat(frames) if len(frames) > 1 else frames[0] for name, frames in parts.items()}

    def _signature(self, slug: str) -> str:
        """Size and time of each file; one that has just changed may change again unseen, and is marked."""
        parts, youngest = [], 0
        for name in _FILES:
            with contextlib.suppress(OSError):
                state = os.stat(os.path.join(self.folder, slug, name))
                parts.append(f"{state.st_size}:{state.st_mtime_ns}:{state.st_ino}")
                youngest = max(youngest, state.st_mtime_ns)
        return " ".join(parts) + ("!" if time.time_ns() - youngest < _SAME_MOMENT else "")

    def _state(self) -> dict[str, list[str]]:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            state = json.loads((self.folder / FOLDER / STATE).read_text(encoding="utf-8"))
            there = all((self.folder / FOLDER / f"{name}.parquet").is_file() for name in NAMES)
            if state["form"] == FORM and there:
                return dict(state["articles"])
        return {}

    def _write(self, state: dict[str, list[str]]) -> None:
        """Put the tables beside the articles; where that may not be, they are read from the files each time."""
        place = self.folder / FOLDER
        try:
            place.mkdir(exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                (place / STATE).unlink()  # without it the tables count for nothing, should this be cut off
            for name, frame in self._frames.items():
                with in_one_step(place / f"{name}.parquet", sync=False) as file:
                    frame.to_parquet(file, engine="pyarrow", compression="zstd")
            self._write_state(state)
        except OSError as error:
            why = error.strerror or error
            self.notes += (f"The tables could not be kept in {place} ({why}): the CSV files are read each time.",)

    def _write_state(self, state: dict[str, list[str]]) -> None:
        write_whole(self.folder / FOLDER / STATE, json.dumps({"form": FORM, "articles": state}))

    def _from_parquet(self, name: str) -> pd.DataFrame:
        frame = pd.read_parquet(self.folder / FOLDER / f"{name}.parquet", engine="pyarrow")
        like = _like(name)
        for column, dtype in like.dtypes.items():
            if frame[column].dtype != dtype:
                frame[column] = frame[column].astype(dtype)
        if isinstance(frame.index, pd.MultiIndex):
            text = pd.StringDtype()
            frame.index = frame.index.set_levels([level.astype(text) for level in frame.index.levels])
        else:
            frame.index = frame.index.astype(like.index.dtype)
        frame.index = frame.index.set_names(like.index.names)
        return frame[list(like.columns)]


def _like(name: str) -> pd.DataFrame:
    """An empty frame of this name, for its types."""
    if name == "articles":
        return _articles_frame([])
    return _text_frame([], {"why": []}) if name == "skipped" else frame_of_many([], name)


def _text_frame(slugs: list[str], columns: dict[str, list[str]]) -> pd.DataFrame:
    text = pd.StringDtype()
    index = pd.Index(slugs, name="article", dtype=text)
    return pd.DataFrame({name: pd.array(cells, dtype=text) for name, cells in columns.items()}, index=index)


def _articles_frame(articles: Sequence[CodedArticle]) -> pd.DataFrame:
    texts = {name: [getattr(coded, name) for coded in articles] for name in ("headline", "outlet", "language")}
    frame = _text_frame([coded.slug for coded in articles], texts)
    frame.insert(2, "published", pd.to_datetime([coded.published for coded in articles]).astype("datetime64[ns]"))
    counts: dict[str, list[Any]] = {name: [len(coded.tables[name]) for coded in articles] for name in TABLES}
    counts["drafts"] = [len(coded.drafts) for coded in articles]
    for name, values in counts.items():
        frame[name] = pd.array(values, dtype="int64")
    return frame
