"""Sentences, tokens, tags and quotations of a draft."""

from __future__ import annotations

import pytest
from communique.drafting.grammar.prose import LONGEST_CROSSHEAD, LONGEST_SENTENCE, read_prose
from communique.drafting.grammar.quotations import find_quotations
from communique.drafting.lexicon import word_list
from hypothesis import given, settings
from hypothesis import strategies as st

from ..samples import samples


def quoted(text: str) -> list[str]:
    """The quotations of a paragraph, marks included."""
    return [text[q.start : q.end] for q in find_quotations([text])[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('He said "no" and “yes”.', ['"no"', "“yes”"]),
        ("‘It’s the states’ right,’ he said.", ["‘It’s the states’ right,’"]),
        ("'We don't know,' said the '90s star.", ["'We don't know,'"]),
        ("“She said ‘no’ to me,” he said.", ["“She said ‘no’ to me,”", "‘no’"]),
        ("«Oui», dit-il.", ["«Oui»"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("「はい」と言った。", ["「はい」"]),
        ("The workers' strike and the bosses' reply", []),
        ("A man of 6'2\" left.", []),
        ("“We are tired. He left.", ["“We are tired. He left."]),
        ('"One. He said "two" to me.', ['"One. He said', '"two"']),
        # marks that were mistyped or lost
        ("''We go,'' he said. He was ''late''.", ["''We go,''", "''late''"]),
        ("''We go,\" he said.", ["''We go,\""]),
        ("“We go, the cook said.", ["“We go,"]),
        ("“We go, said the cook. It was late.", ["“We go,"]),
        ("“We go, Mr. Vale told reporters. “We are late.”", ["“We go,", "“We are late.”"]),
        ('We go," the cook said.', ['We go,"']),
        ("It was late. We go,” the cook said.", ["We go,”"]),
        ('"It is late," he said. We go," he added.', ['"It is late,"', 'We go,"']),
        ("‘We don’t go,” the cook said.", ["‘We don’t go,”"]),
        ("The cook said, 'We go.\"", ["'We go.\""]),
    ],
)
def test_quotation_marks_of_every_kind(text, wanted):
    """Straight, curly, single, angled and unclosed marks; an apostrophe is none of them."""
    assert wanted == quoted(text)


def test_a_quotation_goes_on_in_the_next_paragraph():
    """An unclosed quotation continues where the next paragraph opens with the same mark."""
    first, second = find_quotations(["“We go.", "“We stay.”"])
    assert (False, True) == (first[0].continued, second[0].continued)
    first, second = find_quotations(["“We go.", "He left."])
    assert [] == second
    first, second = find_quotations(["“We go, my father said.", "“We stay.”"])
    assert (0, 23) == (first[0].start, first[0].end)


def test_a_title_ends_no_sentence():
    """Ms. and U.S. do not cut a sentence; a period does."""
    passage = read_prose("", ["A spokeswoman for Ms. Ayotte left the U.S. on Monday. She was ill."]).passages[1]
    assert 2 == len(passage.sentences)


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Democrats fear turnout will be low.", "fear", "VBP"),
        ("The fear of war grew.", "fear", "NN"),
        ("The party plans to vote on it.", "plans", "VBZ"),
        ("The plans are ready.", "plans", "NNS"),
        ("They agreed to block it.", "block", "VB"),
        ("Police say he left.", "say", "VBP"),
        ("The deal was condemned by Iran.", "condemned", "VBN"),
        ("Iran condemned the deal.", "condemned", "VBD"),
        ("Russia's invasion began.", "'s", "POS"),
        ("It's late.", "'s", "VBZ"),
        ("They condemned the missile launches.", "launches", "NNS"),
        ("They said the army launches a raid.", "launches", "VBZ"),
        ("Pakistan's jailed former leader left.", "'s", "POS"),
        ("They met on Jul. 27 in Lund.", "Jul.", "NNP"),
        ("He has long denied it.", "long", "RB"),
        ("They both offer help.", "both", "RB"),
        ("They all offer help.", "all", "RB"),
        ("They met both ministers.", "both", "DT"),
        ("Ms Lind further claimed it was late.", "further", "RB"),
        ("The further talks failed.", "further", "JJ"),
        ("Heavy rain fell.", "Heavy", "JJ"),
        ("Korean farmers left.", "Korean", "JJ"),
        ("They condemned anti-semitism.", "anti-semitism", "NN"),
        ("They named an anti-war group.", "anti-war", "JJ"),
        ('He called the stabbing "an act of hate."', "stabbing", "NN"),
        ("He is stabbing a man.", "stabbing", "VBG"),
        ("Two think tanks left.", "think", "NN"),
        ("They think it is late.", "think", "VBP"),
        ("They visited the wounded in hospital.", "wounded", "NNS"),
        ("They visited the wounded soldiers.", "wounded", "VBN"),
        ("A memorandum of understanding between two ports was signed.", "understanding", "NN"),
        ("They spoke of understanding it.", "understanding", "VBG"),
    ],
)
def test_a_word_that_may_be_two_things_is_told_by_its_neighbours(sentence, word, tag):
    """Verb or noun, past tense or participle, is or of: the words beside it decide."""
    tokens = read_prose("", [sentence]).passages[1].tokens
    assert tag == next(t.tag for t in tokens if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Mr Hale condemned the May 3 raid.", "the May 3 raid"),
        ("Mr Hale condemned a Monday raid.", "a Monday raid"),
        ("Mr Hale visited Lund last week.", "Lund"),
        ("Mr Hale put on trial five exiles.", "five exiles"),
    ],
)
def test_a_day_between_an_article_and_its_noun_is_of_the_phrase(sentence, phrase):
    """A time behind a phrase is none of it."""
    passage = read_prose("", [sentence]).passages[1]
    assert phrase in [passage.words(n.first, n.last) for n in passage.sentences[0].chunks.nouns]


def test_chunks_know_passive_and_negation():
    """A verb group carries what the rules ask of it."""
    passage = read_prose("", ["The talks have not been cancelled, officials close to them said."]).passages[1]
    group = passage.sentences[0].chunks.verbs[0]
    assert (True, True, "finite") == (group.passive, group.negated, group.form)


LETTERS = st.text(alphabet=st.sampled_from("aB .,\"'“”‘’«»(\n—…é한م😀-1"), max_size=120)


@settings(max_examples=samples(150), deadline=None)
@given(LETTERS, LETTERS)
def test_every_token_is_its_words_in_the_text(headline, paragraph):
    """Whatever the text: tokens are its letters in order, sentences cover them, quotations lie inside."""
    for passage in read_prose(headline, [paragraph]).passages:
        assert [t.text for t in passage.tokens] == [passage.text[t.start : t.end] for t in passage.tokens]
        assert "".join(passage.text.split()) == "".join(t.text for t in passage.tokens)
        covered = [i for s in passage.sentences for i in range(s.first, s.last)]
        crosshead = passage.text.isupper() and len(passage.tokens) < LONGEST_CROSSHEAD and not covered
        assert crosshead or covered == list(range(len(passage.tokens)))
        assert all(0 <= q.start < q.end <= len(passage.text) for q in passage.quotations)


def test_no_sentence_is_longer_than_the_longest():
    """A text without a period is cut, so that no rule reads more than that at once."""
    passage = read_prose("", ["he said that " * 2000]).passages[1]
    assert LONGEST_SENTENCE >= max(s.last - s.first for s in passage.sentences)


def test_the_word_list_is_that_of_textblob(monkeypatch):
    """What is read from TextBlob's file is what its own interface gives, which is asked where there is no such file."""
    read = word_list.word_list()
    monkeypatch.setattr(word_list.metadata, "files", lambda name: None)
    assert read == word_list.word_list.__wrapped__()
    assert len(read) > 90_000


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("NEW DELHI: The bank kept its rate.", "The"),
        ("PESHAWAR, Oct 8 (APP): Police held two men.", "Police"),
        ("LOMARIA: The high court ordered it to pay.", "The"),
        ("HARLAN: We will rebuild every house.", "HARLAN"),
        ("Nairobi, Kenya – The army attacked the port.", "The"),
        ("Lomar Bay, Ostra, 3 May (APP) - The army attacked the port.", "The"),
        ("Nairobi — “We will vote,” the king said.", "“"),
        ("Kenya – the region's largest economy – raised its rate.", "Kenya"),
        ("Ida Holm – The Life of a Diplomat is her book.", "Ida"),
        # in capitals alone, before a sentence that begins with one
        ("LOMARIA A court in the town freed two men.", "A"),
        ("VIENNA Major powers agreed to meet.", "Major"),
        ("SALTBAY/VIENNA Ostra's king left.", "Ostra"),
        ("UNESCO Director Ida Holm left.", "UNESCO"),
        ("LOMARIA said it was late.", "LOMARIA"),
    ],
)
def test_a_dateline_has_many_forms(text, first):
    """That of a capital, or one with a country, a day or an agency; a speaker of a transcript is none."""
    passage = read_prose("", [text]).passages[1]
    assert first == passage.tokens[passage.sentences[0].first].text


def test_a_crosshead_in_capitals_is_no_sentence():
    """It has a line of its own between paragraphs; a headline in capitals is read."""
    texts = ["A DIVIDED TOWN", "NO DEAL, said the king of Togo.", "— KARL BECK"]
    assert [1, 0, 1, 1] == [len(passage.sentences) for passage in read_prose("TOGO LEAVES", texts).passages]
