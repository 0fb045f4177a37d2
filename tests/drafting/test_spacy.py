"""The optional spaCy coder: clear words where something is missing, and its tags where it is there."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from communique.base.errors import CommuniqueError
from communique.drafting.draft.coder import draft_tables
from communique.drafting.grammar.prose import read_prose
from communique.drafting.grammar.spacy_tags import check_pipeline, english_pipeline, retag

SOURCE = SimpleNamespace(headline="", paragraphs=("Officials said no.",), published=None)


def without_spacy(monkeypatch):
    """As on a machine where spaCy was never installed."""
    monkeypatch.setitem(sys.modules, "spacy", None)


def spacy_with(monkeypatch, models, pipeline=None):
    """A made spaCy with these models, each of which loads this pipeline."""
    util = SimpleNamespace(get_installed_models=lambda: models)
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(util=util, load=lambda name: pipeline))


def test_without_spacy_the_message_says_what_to_install(monkeypatch):
    """No spaCy: one sentence, and the two commands."""
    without_spacy(monkeypatch)
    with pytest.raises(CommuniqueError, match="not installed") as raised:
        draft_tables(SOURCE, coder="spacy")
    assert "en_core_web_sm" in str(raised.value)


def test_without_a_model_the_message_says_so(monkeypatch):
    """A spaCy without an English model, and one with a German model only."""
    for models in ([], ["de_core_news_sm"]):
        spacy_with(monkeypatch, models)
        with pytest.raises(CommuniqueError, match="no English model"):
            english_pipeline()


def test_a_blank_pipeline_is_refused():
    """A pipeline without a tagger would leave every word without a tag."""
    with pytest.raises(CommuniqueError, match="no tags"):
        check_pipeline(SimpleNamespace(pipe_names=["tokenizer"]), "blank")


def test_the_smallest_model_is_taken(monkeypatch):
    """Of several English models, the small one is loaded."""
    loaded = []
    spacy_with(monkeypatch, ["en_core_web_lg", "en_core_web_sm"])
    made = SimpleNamespace(pipe_names=["tagger"])
    monkeypatch.setattr(sys.modules["spacy"], "load", lambda name: loaded.append(name) or made)
    english_pipeline()
    assert ["en_core_web_sm"] == loaded


def test_tags_are_taken_where_both_cut_alike():
    """A made pipeline's tag replaces the rules' tag; a word that it cuts in two keeps its own."""
    prose = read_prose("", ["Duck fears grow, U.S. aides say"])
    words = [("Duck", 0, "NN"), ("fears", 5, "NNS"), ("grow", 11, "VBP"), ("U.S", 17, "NNP"), ("aides", 22, "NNS")]
    made = [SimpleNamespace(text=t, idx=i, tag_=g, lemma_=t.lower()) for t, i, g in words]
    before = {t.text: t.tag for t in prose.passages[1].tokens}
    retag(prose, lambda text: made if text else [])
    after = {t.text: t.tag for t in prose.passages[1].tokens}
    assert ("NN", "NNS", "VBP", before["U.S."]) == (after["Duck"], after["fears"], after["grow"], after["U.S."])


def test_an_unknown_coder_is_told():
    """The message lists the coders that there are."""
    with pytest.raises(CommuniqueError, match="rules, spacy"):
        draft_tables(SOURCE, coder="magic")
