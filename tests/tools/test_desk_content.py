"""What the coding desk offers: an author's parts and codebook, or parts made of the article."""

from __future__ import annotations

import pytest
from communique import CommuniqueError
from communique.base.yaml_files import YamlEntry
from communique.coding.article import CodedArticle
from communique.tools.desk.content import Desk, read_desk


def _read(**content: object) -> Desk:
    return read_desk(YamlEntry(content, "lessons/mine/coding-desk.yml"))


def test_a_desk_is_read_as_it_was_written(coded: CodedArticle) -> None:
    """Parts with their title and paragraphs, and what the codebook says of a layer."""
    desk = _read(
        parts=[{"id": "a", "title": "The end", "paragraphs": ["p14"]}],
        codebook={"events": {"what": "A deed.", "kinds": {"happened": "It is told\nas done."}}},
    )
    title, part = desk.parts_on(coded, brought=True)["a"]
    assert ("The end", ["p14"]) == (title, [paragraph.paragraph_id for paragraph in part.paragraphs])
    assert {"happened": "It is told as done."} == desk.codebook["events"].kinds


def test_a_long_article_that_was_brought_has_parts_with_titles_of_their_own(coded: CodedArticle) -> None:
    """Four paragraphs each, so that a part can be coded in ten minutes; the course's own is one part."""
    titles = [title for title, _ in _read().parts_on(coded, brought=True).values()]
    assert ["Paragraphs 1 to 4", "Paragraphs 5 to 8", "Paragraphs 9 to 12", "Paragraphs 13 to 14"] == titles
    assert ["The whole report"] == [title for title, _ in _read().parts_on(coded, brought=False).values()]


def test_a_layer_that_there_is_not_is_told() -> None:
    """The nearest one is named."""
    with pytest.raises(CommuniqueError, match="codebook, field event: the field is not known; nearest: 'events'"):
        _read(codebook={"event": {"what": "A deed."}})
