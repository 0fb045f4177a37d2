"""The reader: the article, its marks in layers, and the rows behind the words."""

from collections.abc import Container, Iterable, Sequence
from typing import Any

import traitlets

from ..base.errors import CommuniqueError
from ..base.nearest import nearest_of
from ..base.strings import text as string
from ..coding.article import CodedArticle
from ..coding.glossary import terms_in
from ..coding.outside_facts import load_outside_facts
from ..coding.pointers import HEADLINE, Pointer
from .base import CommuniqueWidget
from .marks import LAYERS, MarkedParagraph, legend, marked_paragraphs, row_cards


class Reader(CommuniqueWidget, page="reader"):
    """An article on the page, with marks that can be switched on and off.

    Parameters:
        article: an Article, or a CodedArticle.
        layers: the layers that are on at first: "actors", "events", "statements".
        docked: show it beside the notebook, where it stays in view, and not in the cell.
        coding: False leaves the coding out, so that a student can code first; nothing of it reaches the page.
        texts: short texts to compare with the article; the page shows one of them at a time.

    Example:
        >>> from communique import load_article
        >>> reader = Reader(load_article(), layers=["actors"])
        >>> reader.show("E01")
    """

    sections = ("reader",)

    headline = traitlets.Unicode().tag(sync=True)
    byline = traitlets.Unicode().tag(sync=True)
    texts = traitlets.List(traitlets.Dict()).tag(sync=True)
    paragraphs = traitlets.List(traitlets.Dict()).tag(sync=True)
    rows = traitlets.Dict().tag(sync=True)
    legend = traitlets.List(traitlets.Dict()).tag(sync=True)
    layers = traitlets.List(traitlets.Unicode()).tag(sync=True)
    lit = traitlets.List(traitlets.Unicode()).tag(sync=True)
    spots = traitlets.List(traitlets.Unicode()).tag(sync=True)
    picked = traitlets.List(traitlets.Unicode()).tag(sync=True)
    scroll = traitlets.Int(0).tag(sync=True)
    docked = traitlets.Bool(False).tag(sync=True)
    bare = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        article: Any,
        layers: Iterable[str] = (),
        *,
        docked: bool = False,
        pointers: Iterable[Pointer] = (),
        coding: bool = True,
        texts: Sequence[CodedArticle] = (),
    ) -> None:
        coded: CodedArticle = getattr(article, "coded", article).with_texts(texts)
        if not coding:
            coded = coded.without_coding()
        layers = [layers] if isinstance(layers, str) else list(layers)
        for layer in layers:
            if layer not in LAYERS:
                raise CommuniqueError(f"There is no layer '{layer}'.", f"Choose from: {', '.join(LAYERS)}.")
        self._coded = coded
        self._pointers = {pointer: coded.place_of(pointer) for pointer in pointers}
        self._terms = {p.paragraph_id: terms_in(p.text) for p in coded.paragraphs if HEADLINE not in p.paragraph_id}
        self._plain = dict(zip(self._terms, coded.plain, strict=False))
        shown = legend(coded)
        self._paragraphs = self._cut()
        super().__init__(
            headline=coded.headline,
            byline=coded.byline,
            texts=[_tab(one, coded.slug) for one in texts],
            paragraphs=self._for_page(),
            rows=row_cards(coded),
            legend=shown,
            layers=[f"{e['name']}:{k['name']}" for e in shown if e["name"] in layers for k in e["kinds"]],
            docked=docked,
            bare=not coding,
        )

    def show(self, row: Any, *, scroll: bool = True) -> None:
        """Light up the words of a row.

        Parameters:
            row: a row's id ("E01"), several ids, or a row, a column or the whole of a DataFrame.
            scroll: whether the report comes on the page, where it is folded away or out of view.

        Raises:
            CommuniqueError: the article has no such row.
        """
        names = [self._row_name(name) for name in _names(row, self.rows)]
        with self.hold_sync():
            self.picked, self.spots, self.lit = [], [], names
            if scroll:
                self.scroll += 1

    def show_words(self, pointers: Iterable[Pointer], *, scroll: bool = True) -> None:
        """Light up words that a question or a tool points at; pointers to words that are not there light nothing."""
        pointers = list(pointers)
        self._learn(pointers)
        spots = []
        for pointer in pointers:
            span = self._pointers.get(pointer)
            if span:
                paragraph = next(p for p in self._paragraphs if p.paragraph_id == pointer.paragraph)
                spots += [f"{pointer.paragraph}:{index}" for index in paragraph.pieces_in(span)]
        with self.hold_sync():
            self.picked, self.lit, self.spots = [], [], spots
            if scroll:
                self.scroll += 1

    def _learn(self, pointers: Iterable[Pointer]) -> None:
        """Cut the text at pointers that the reader was not made with."""
        new = {pointer: self._coded.place_of(pointer) for pointer in pointers if pointer not in self._pointers}
        if new:
            self._pointers |= new
            self._paragraphs = self._cut()
            self.paragraphs = self._for_page()

    def _cut(self) -> list[MarkedParagraph]:
        cuts = [(p.paragraph, s) for p, s in self._pointers.items() if s]
        cuts += [(paragraph, span) for paragraph, terms in self._terms.items() for span, _ in terms]
        return marked_paragraphs(self._coded, cuts)

    def _for_page(self) -> list[dict[str, Any]]:
        """The paragraphs as the page gets them, each with its plain words and the words that are explained."""
        return [
            {
                **paragraph.for_page(),
                "plain": self._plain.get(paragraph.paragraph_id, ""),
                "terms": [
                    {"first": pieces[0], "last": pieces[-1], "term": term.term, "plain": term.plain}
                    for span, term in self._terms.get(paragraph.paragraph_id, [])
                    for pieces in [paragraph.pieces_in(span)]
                ],
            }
            for paragraph in self._paragraphs
        ]

    def _row_name(self, name: str) -> str:
        if name in self.rows:
            return name
        if any(mention.id == name for mention in self._coded.mentions):
            return name
        for evidence in self._coded.evidence:
            if evidence.evidence_id == name:
                return self._row_name(evidence.row_id)
        near = nearest_of(name, self.rows)
        hint = (
            f"Did you mean '{near}'?"
            if near
            else f"Rows are named as in the tables: {', '.join(list(self.rows)[:5])}, ..."
        )
        raise CommuniqueError(f"The article has no row '{name}'.", hint)


def _tab(text: CodedArticle, article: str) -> dict[str, str]:
    """What the page says of a text to compare with an article: whose it is, and what it retells."""
    facts = load_outside_facts(article)
    references = "; ".join(facts[name].reference for name in text.outside_facts if name in facts)
    byline = string("byline", "retold", references=references) if references else text.byline
    return {"name": text.slug, "title": text.outlet, "byline": byline}


def _names(row: Any, known: Container[str]) -> list[str]:
    if isinstance(row, str):
        return [row]
    if hasattr(row, "columns"):  # a DataFrame
        return [str(name) for name in row.index]
    if hasattr(row, "to_frame") and hasattr(row, "index"):  # a row of one, or a column
        column = len(row) and all(str(name) in known for name in row.index)
        return [str(name) for name in row.index] if column else [str(row.name)]
    if not isinstance(row, Iterable):
        what = f"reader.show cannot show this {type(row).__name__}."
        raise CommuniqueError(what, "Give it a row's id, such as 'E01'.")
    return [str(name) for name in row]
