"""Every rule of the draft coder: what makes it fire, and what does not."""

from __future__ import annotations

import functools
from types import SimpleNamespace

import pytest
from communique.drafting.draft.coder import draft_tables
from communique.drafting.grammar.prose import read_prose
from communique.drafting.lexicon.lexicons import package_lexicons
from communique.drafting.lexicon.rules import is_doubtful, rule_in_words, trigger_in_words
from communique.drafting.statements.finding import find_statements

from ..benchmarks.rules_right import shares

RULES = package_lexicons().rows("rules")


@functools.cache
def rules_in(text: str) -> frozenset[tuple[str, str]]:
    """The rules that made the rows of a text, each with its table."""
    tables = draft_tables(SimpleNamespace(headline="", paragraphs=text.split("\n\n"), published=None))
    return frozenset((table, row["rule"].partition(":")[0]) for table, rows in tables.items() for row in rows)


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["rule"])
def test_a_rule_fires_on_its_example(row):
    """The example of rules.csv makes a row by that rule."""
    assert (row["table"], row["rule"]) in rules_in(row["example"])


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["rule"])
def test_a_rule_is_silent_on_its_counterexample(row):
    """The counterexample of rules.csv makes none by that rule."""
    assert (row["table"], row["rule"]) not in rules_in(row["counterexample"])


def test_every_rule_that_fires_is_in_the_table():
    """Whatever rule made an actor or a statement of the gold texts is explained in rules.csv."""
    from ..gold import gold_texts

    known = {(row["table"], row["rule"]) for row in RULES}
    fired = {pair for gold in gold_texts() for pair in rules_in("\n\n".join(gold.paragraphs))}
    assert {pair for pair in fired if pair[1]} <= known
    assert all(rule_in_words(*pair) for pair in fired if pair[1])


def test_a_trigger_is_told_without_the_names_of_the_rules():
    """No piece of a rule's name is left where it holds the name of another."""
    for row in RULES:
        assert "tried … war" == trigger_in_words(row["table"], f"tried .. {row['rule']}: war")


def told(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each statement in a paragraph."""
    prose = read_prose("", [text])
    cut = lambda span: text[slice(*span)] if span else ""  # noqa: E731
    return [(cut(a.source), cut(a.cue), cut(a.content)) for a in find_statements(prose, package_lexicons())]


CASES = [
    # who speaks
    ('"No," said Tom Hale, who runs the union.', ("Tom Hale, who runs the union", "said", '"No,"')),
    ("Mr Kim, who leads North Korea, said he would come.", ("Mr Kim, who leads North Korea", "said", "he would come")),
    ("The union, which sued, said it had won.", ("The union, which sued", "said", "it had won")),
    ("A spokeswoman for Ms. Ayotte said she was ill.", ("A spokeswoman for Ms. Ayotte", "said", "she was ill")),
    ("Officials close to the talks said they failed.", ("Officials close to the talks", "said", "they failed")),
    ("The report praised the union, which said it was glad.", ("the union, which", "said", "it was glad")),
    ("China and Saudi Arabia said they would not pay.", ("China and Saudi Arabia", "said", "they would not pay")),
    ("Many voters, some of whom say they are lost, stayed in.", ("some of whom", "say", "they are lost")),
    ("Talks failed, with Mr Sand saying his side was tired.", ("Mr Sand", "saying", "his side was tired")),
    (
        "Jean Petit, head of the charity Water for All, or WFA, which feeds 900 people, said it was late.",
        (
            "Jean Petit, head of the charity Water for All, or WFA, which feeds 900 people",
            "said",
            "it was late",
        ),
    ),
    (
        "Jean Petit, head of Safe Wells, or SW, said it was late.",
        ("Jean Petit, head of Safe Wells, or SW", "said", "it was late"),
    ),
    (
        "Jean Petit, head of Safe Wells, or SW - which sued - said it was late.",
        ("Jean Petit, head of Safe Wells, or SW - which sued", "said", "it was late"),
    ),
    (
        "Jean Petit, head of Safe Wells, which sued, said it was late.",
        ("Jean Petit, head of Safe Wells, which sued", "said", "it was late"),
    ),
    ("Safe Wells, or SW, which sued, said it was late.", ("Safe Wells, or SW, which sued", "said", "it was late")),
    ("In Bergen, Mr Vale, who was ill, said it was late.", ("Mr Vale, who was ill", "said", "it was late")),
    # a nickname in quotation marks
    ('"It snowed," said William "Bill" Harper, a guide.', ('William "Bill" Harper, a guide', "said", '"It snowed,"')),
    ('The man called "Bear" said it was late.', ('The man called "Bear"', "said", "it was late")),
    ("A guide nicknamed “Bear” said it was late.", ("A guide nicknamed “Bear”", "said", "it was late")),
    ('The man known as "Tiny" said it was late.', ('The man known as "Tiny"', "said", "it was late")),
    ('Mr Harper, nicknamed "Bill," said it was late.', ('Mr Harper, nicknamed "Bill,"', "said", "it was late")),
    ('"It snowed," the man known as "the General" said.', ('the man known as "the General"', "said", '"It snowed,"')),
    (
        "“It snowed,” said a guide who goes by the name “Tiny.”",
        ("a guide who goes by the name “Tiny.”", "said", "“It snowed,”"),
    ),
    ('The mayor called "Bear" a friend.', ("The mayor", "called", '"Bear" a friend')),
    # which words are the cue
    ("The envoy has repeatedly denied leaving.", ("The envoy", "has repeatedly denied", "leaving")),
    ("The envoy declined to say why he left.", ("The envoy", "declined to say", "why he left")),
    ("The envoy told reporters in Rome that he was ill.", ("The envoy", "told", "that he was ill")),
    ("The envoy did not say when he would leave.", ("The envoy", "did not say", "when he would leave")),
    ("The envoy shot back that nobody had asked.", ("The envoy", "shot back", "that nobody had asked")),
    # whom others quote
    ("The envoy was quoted on Monday by the Herald as saying it was late.", ("The envoy", "saying", "it was late")),
    ("The envoy was cited in local media as saying it was late.", ("The envoy", "saying", "it was late")),
    (
        "The envoy, who was quoted in the paper as saying it was late, left.",
        ("The envoy, who", "saying", "it was late"),
    ),
    # where the content ends
    ("He said he was ill, but doctors said he was not.", ("He", "said", "he was ill")),
    ("He said he was ill, adding that he was tired.", ("He", "said", "he was ill")),
    ("He said he was ill, adding that he was tired.", ("He", "adding", "that he was tired")),
    ("He thanked the town and warned that winter was near.", ("He", "warned", "that winter was near")),
    ('Rubio called her "lost" and Christie said she was rude.', ("Christie", "said", "she was rude")),
    ("Paul said they were late; Ann said they were early.", ("Paul", "said", "they were late")),
    ("Officials said Monday that they would leave.", ("Officials", "said", "that they would leave")),
    (
        "He said he was ill, a day after the guide said that he was well.",
        ("He", "said", "he was ill"),
    ),
    ("Peru announced it would host talks, amid alarm in the town.", ("Peru", "announced", "it would host talks")),
    ("He said that, following the vote, he was ill.", ("He", "said", "that, following the vote, he was ill")),
    ("A draft says the town would pay - a hazy prospect that few like.", ("A draft", "says", "the town would pay")),
    ("A draft says the town - a small one - would pay.", ("A draft", "says", "the town - a small one - would pay")),
    ("The guides say it takes days, raising questions on how it works.", ("The guides", "say", "it takes days")),
    (
        "The guide has confirmed that it was late but did not say why.",
        ("The guide", "has confirmed", "that it was late"),
    ),
    ("The guides sought to stop the deal saying it will fail.", ("The guides", "sought", "to stop the deal")),
    ("The guides sought to stop the deal saying it will fail.", ("The guides", "saying", "it will fail")),
    ("The guide blamed a party without naming it.", ("The guide", "blamed", "a party")),
    ("The guide wants to live without fearing war.", ("The guide", "wants", "to live without fearing war")),
    ("The guide praised a walk known as the Long Way.", ("The guide", "praised", "a walk known as the Long Way")),
    ("The guide cited a law as forbidding it.", ("The guide", "cited", "a law as forbidding it")),
    ("The guide praised Peru as it left.", ("The guide", "praised", "Peru")),
    ("In May, when Peru opposed the talks, the king left.", ("Peru", "opposed", "the talks")),
    (
        "He will not say when it ends, but Karl Beck – a nurse – said it was late.",
        ("He", "will not say", "when it ends"),
    ),
    ("Peru urged guides to turn out en masse and sing.", ("Peru", "urged", "guides to turn out en masse and sing")),
    (
        "Peru wants the army's military and political power broken.",
        ("Peru", "wants", "the army's military and political power broken"),
    ),
    (
        "His claim that there would be no rest on his watch makes it hard.",
        ("His", "claim", "that there would be no rest on his watch"),
    ),
    ('When he was asked, "Is it late?" Mr Roe responded: "It is late."', ("Mr Roe", "responded", '"It is late."')),
    # quotations
    ('"It was," he said, "a good day."', ("he", "said", '"It was," he said, "a good day."')),
    ('"It rained," he said. "We stayed in."', ("he", "said", '"It rained," he said. "We stayed in."')),
    ("‘It’s the states’ right,’ he said.", ("he", "said", "‘It’s the states’ right,’")),
    ("«Nous partons», said the consul.", ("the consul", "said", "«Nous partons»")),
    ('"Are we lost?" Ida Holm asked. She left.', ("Ida Holm", "asked", '"Are we lost?"')),
    ('But "we are late," she added.', ("she", "added", '"we are late,"')),
    ('She said it was "late" and "cold".', ("She", "said", 'it was "late" and "cold"')),
    ("“We go,' the cook said.", ("the cook", "said", "“We go,'")),
    ("“He told us, “Go home,” and we went,” she said.", ("she", "said", "“He told us, “Go home,” and we went,”")),
    ("»Nein«, the consul said.", ("the consul", "said", "»Nein«")),
    ("``No,'' the consul said.", ("the consul", "said", "``No,''")),
    ("“Not now,“ the consul said.", ("the consul", "said", "“Not now,“")),
    ("''No,'' said the consul.", ("the consul", "said", "''No,''")),
    ("“We go, the cook said.", ("the cook", "said", "“We go,")),
    ('We go," the cook said.', ("the cook", "said", 'We go,"')),
    ("'We go,\" the cook said.", ("the cook", "said", "'We go,\"")),
    ('"It snowed." — Eva Lund, a guide', ("Eva Lund, a guide", "", '"It snowed."')),
    ('"It snowed." — attorney Ana Lind', ("attorney Ana Lind", "", '"It snowed."')),
    ("The bus, as the guide put it, is lost.", ("the guide", "put it", "The bus, as the guide put it, is lost")),
    ("The bus is lost, as the guide put it.", ("the guide", "put it", "The bus is lost")),
    ("As the guide put it, the bus is lost.", ("the guide", "put it", "the bus is lost")),
    ("Not so, said the guide.", ("the guide", "said", "Not so")),
    ("Never, said the guide.", ("the guide", "said", "Never")),
    ('"It snowed." (Max Berg, guide)', ("Max Berg, guide", "", '"It snowed."')),
    ('"It snowed," said a guide known as "Bear".', ("a guide", "said", '"It snowed,"')),
    ("The crowd shouted “Shame!” as the bus left.", ("The crowd", "shouted", "“Shame!”")),
    # clauses in a source, and words between cue and content
    ("Two guides briefed on the route said it was shut.", ("Two guides briefed on the route", "said", "it was shut")),
    ("A study published Friday found that ice was thin.", ("A study published Friday", "found", "that ice was thin")),
    ("The men whose boats were taken say it is war.", ("The men whose boats were taken", "say", "it is war")),
    ("Ms Roe confessed to the paper that she had lied.", ("Ms Roe", "confessed", "that she had lied")),
    ("The mayor said in a film made in May that he was ill.", ("The mayor", "said", "that he was ill")),
    ("The trouble with snow, she said, is the wind.", ("she", "said", "The trouble with snow, she said, is the wind")),
    ("He said it was late, but the bus had waited.", ("He", "said", "it was late, but the bus had waited")),
    # a thing, a noun and a hidden source
    ("The board approved a plan for two ferries.", ("The board", "approved", "a plan for two ferries")),
    ("The union backed Ms Roe at a rally in Oslo on Friday.", ("The union", "backed", "Ms Roe")),
    ("The union backed Ms Roe at a meeting in Porto on Friday.", ("The union", "backed", "Ms Roe")),
    ("The union praised Ms Roe during the debate.", ("The union", "praised", "Ms Roe")),
    ("The union backed a meeting in Porto.", ("The union", "backed", "a meeting in Porto")),
    ("The union backed a strike at the port of Lund.", ("The union", "backed", "a strike at the port of Lund")),
    ("Ms Roe mentioned the floods of last year.", ("Ms Roe", "mentioned", "the floods of last year")),
    ("Ms Roe backed the plan for Monday.", ("Ms Roe", "backed", "the plan for Monday")),
    ("Ms Roe condemned the raids on Monday.", ("Ms Roe", "condemned", "the raids")),
    ("Ms Roe praised towns such as Lund.", ("Ms Roe", "praised", "towns such as Lund")),
    (
        "She denounced the pact in which Chile and Peru gave in.",
        ("She", "denounced", "the pact in which Chile and Peru gave in"),
    ),
    ("The union backed the plan, with a clerk saying it was late.", ("The union", "backed", "the plan")),
    ("The union backed the plan, with a clerk calling it a gift.", ("a clerk", "calling", "it a gift")),
    ("The figures showed a fall in exports.", ("The figures", "showed", "a fall in exports")),
    ("She made the case that ferries pay.", ("She", "made the case", "that ferries pay")),
    ("The hope is that ferries pay.", ("", "The hope is", "that ferries pay")),
    ("In her own account, the trip was dull.", ("her", "In her own account", "the trip was dull")),
    ("The party had 9 percent in a Bergen poll.", ("a Bergen poll", "in", "The party had 9 percent")),
    ("By refusing to answer, the guide lost.", ("the guide", "refusing", "to answer")),
    (
        "The guide left early, which the town described as odd.",
        ("the town", "described", "which the town described as odd"),
    ),
    (
        "The route was praised by farmers for its bends.",
        ("farmers", "was praised by", "The route was praised by farmers for its bends"),
    ),
    ("The guides accused Mr Webb, 44, of lying.", ("The guides", "accused", "Mr Webb, 44, of lying")),
    ("The guides expressed regret over the delay.", ("The guides", "expressed regret over", "the delay")),
    (
        "According to two guides, who asked not to be named, the bus is lost.",
        ("two guides, who asked not to be named", "According to", "the bus is lost"),
    ),
    ("The guide said it was late, a claim the town denied.", ("the town", "denied", "a claim")),
    ("The guide left early, which the town denied.", ("the town", "denied", "which")),
    ("Data show that prices fell.", ("Data", "show", "that prices fell")),
    ("Guides believe this helps a town.", ("Guides", "believe", "this helps a town")),
    (
        "The guides whose tours were struck down say the town has lost.",
        ("The guides whose tours were struck down", "say", "the town has lost"),
    ),
    ("The envoy spoke about Monday's raid.", ("The envoy", "spoke about", "Monday's raid")),
    ("Peru warned of a week of raids.", ("Peru", "warned of", "a week of raids")),
    ("The town agreed on Monday to open a line.", ("The town", "agreed", "to open a line")),
    ("Opening the case, the judge, Mia Pohl, said it was late.", ("the judge, Mia Pohl", "said", "it was late")),
    ("Farmers slammed the levy as a tax on rain.", ("Farmers", "slammed", "the levy as a tax on rain")),
    (
        "The envoy promised to stay if Peru and Chile agree to talk.",
        ("The envoy", "promised", "to stay if Peru and Chile agree to talk"),
    ),
    (
        "The union threatened to shut the port and the canal to ships unless owners talk.",
        ("The union", "threatened", "to shut the port and the canal to ships unless owners talk"),
    ),
    ("Karin Holm, 44, of Lund, Ohio, said it was late.", ("Karin Holm, 44, of Lund, Ohio", "said", "it was late")),
    ("Mia Pohl and Karl Beck, who both pledged to stay, left.", ("Mia Pohl and Karl Beck, who", "pledged", "to stay")),
    (
        "According to the ministry, a man who fell ill three days ago came back with a fever.",
        ("the ministry", "According to", "a man who fell ill three days ago came back with a fever"),
    ),
    (
        "According to the ministry over 300 people have been hurt in Lund, Ohio.",
        ("the ministry", "According to", "over 300 people have been hurt in Lund, Ohio"),
    ),
    (
        "The general has over the past months warned that it was late.",
        ("The general", "warned", "that it was late"),
    ),
    (
        "A guide was quoted Tuesday in the news media saying that it was late.",
        ("A guide", "saying", "that it was late"),
    ),
    (
        "The video released this week showed that it was late.",
        ("The video released this week", "showed", "that it was late"),
    ),
    ("The auditor general said it was late.", ("The auditor general", "said", "it was late")),
    (
        "It became an issue for leaders, who said it was late.",
        ("leaders, who", "said", "it was late"),
    ),
    (
        "Karin Holm, 44, a nurse who works in Lund, said it was late.",
        ("Karin Holm, 44, a nurse who works in Lund", "said", "it was late"),
    ),
    (
        "The bus, according to the guide, was stolen.",
        ("the guide", "according to", "The bus, according to the guide, was stolen"),
    ),
    (
        "The fuel is low; the bus, according to the guide, was late.",
        ("the guide", "according to", "the bus, according to the guide, was late"),
    ),
    ("The guide left and, by her own account, took the bus.", ("her", "by her own account", "took the bus")),
    ("The guide left and, according to the mayor, took the bus.", ("the mayor", "according to", "took the bus")),
    ("The guide left and, to her credit, warned that it was late.", ("The guide", "warned", "that it was late")),
    ("But, the guide said, the road is shut.", ("the guide", "said", "the road is shut")),
    ("It is a plan that, guides say, nobody wants.", ("guides", "say", "nobody wants")),
    ("The bus was late but, the guide said, it would come.", ("the guide", "said", "it would come")),
    ('"Snow is patient," the guide liked to say.', ("the guide", "liked to say", '"Snow is patient,"')),
    ("He would go, he told reporters.", ("he", "told", "He would go")),
    (
        "The dam was built, she said, by men from Lund.",
        ("she", "said", "The dam was built, she said, by men from Lund"),
    ),
    ('"It snowed." — Max Berg, 61, retired.', ("Max Berg, 61, retired", "", '"It snowed."')),
    ("The mayor was accused by Peru of lying.", ("Peru", "was accused", "of lying")),
    ("The mayor was asked by reporters whether she would go.", ("reporters", "was asked", "whether she would go")),
    ("The mayor was asked why the road was shut.", ("", "was asked", "why the road was shut")),
    ('The clerk called that road "silly."', ("The clerk", "called", 'that road "silly."')),
    ("The road was shut for years, court records show.", ("court records", "show", "The road was shut for years")),
    (
        '"It snowed," said a guide, who had "no hope" of rescue.',
        ('a guide, who had "no hope" of rescue', "said", '"It snowed,"'),
    ),
    ('Ms Holm had a warning for the town: "The dam is not safe."', ("Ms Holm", "", '"The dam is not safe."')),
    ('Tom Hale said it was late. Ms Roe took to the radio: "It is not."', ("Ms Roe", "", '"It is not."')),
    ("The mayor promised to open the gate, a step the town had feared.", ("The mayor", "promised", "to open the gate")),
    (
        "A Lund poll showed the Greens ahead among students.",
        ("A Lund poll", "showed", "the Greens ahead among students"),
    ),
    ("To his admirers, Mr Hale was a saint.", ("his admirers", "To", "Mr Hale was a saint")),
    ("The mayor told about 900 people that the dam was safe.", ("The mayor", "told", "that the dam was safe")),
    (
        'The union, which had slammed the plan as "a gift," declined to go.',
        ("The union, which", "had slammed", 'the plan as "a gift,"'),
    ),
    (
        'The mayor attacked the guides as "liars" weeks after a storm.',
        ("The mayor", "attacked", 'the guides as "liars"'),
    ),
    (
        "The guide said that the road has opened and expects a crowd.",
        ("The guide", "said", "that the road has opened and expects a crowd"),
    ),
    (
        'He left, telling guides that he had seen "enough snow," and sold the bus.',
        ("He", "telling", 'that he had seen "enough snow,"'),
    ),
    (
        "The study, released Thursday, found that ice was thin.",
        ("The study, released Thursday", "found", "that ice was thin"),
    ),
    (
        "Guides said the man, named as Karl Weber, had fled.",
        ("Guides", "said", "the man, named as Karl Weber, had fled"),
    ),
    ("She said the plan, if adopted, would fail.", ("She", "said", "the plan, if adopted, would fail")),
    ("Guides said the road, near the border, was shut.", ("Guides", "said", "the road, near the border, was shut")),
    ("The mayor was told that the road was shut by the army.", ("", "was told", "that the road was shut by the army")),
    ("There are fears the dam could break.", ("", "There are fears", "the dam could break")),
    ("Witnesses described hearing two shots.", ("Witnesses", "described", "hearing two shots")),
    (
        "If it snows, the guides say, they will stay.",
        ("the guides", "say", "If it snows, the guides say, they will stay"),
    ),
    (
        "In the last days of the war, she said, they ate grass.",
        ("she", "said", "In the last days of the war, she said, they ate grass"),
    ),
    (
        "Tory MPs fear the road will stay shut.",
        ("Tory MPs", "fear", "the road will stay shut"),
    ),
    ("Memos seen by Ms Holm show that ice was thin.", ("Memos seen by Ms Holm", "show", "that ice was thin")),
    ("It is understood the talks have failed.", ("", "is understood", "the talks have failed")),
    (
        "Another, who gave only her first name, Dee, said it was late.",
        ("Another, who gave only her first name", "said", "it was late"),
    ),
    ("The guide warned visitors that ice was thin.", ("The guide", "warned", "that ice was thin")),
    (
        "Ms Holm (R-Ohio), the head of the panel, called for a vote.",
        ("Ms Holm (R-Ohio), the head of the panel", "called for", "a vote"),
    ),
    (
        "According to district records, enrollment at Lund has dropped.",
        ("district records", "According to", "enrollment at Lund has dropped"),
    ),
    (
        "According to his file, a doctor in Bergen spent an hour with him.",
        ("his file", "According to", "a doctor in Bergen spent an hour with him"),
    ),
    ('Ms Holm said on ABC\'s "This Week" that the dam was safe.', ("Ms Holm", "said", "that the dam was safe")),
    ("Ms Holm told senators at a hearing Tuesday that she was late.", ("Ms Holm", "told", "that she was late")),
    (
        "In a statement, Tom Hale, a guide, accused farmers of lying.",
        ("Tom Hale, a guide", "accused", "farmers of lying"),
    ),
    (
        "After guides met Hale on Monday, her aide, Eva Roe, praised it and vowed to go.",
        ("her aide, Eva Roe", "vowed", "to go"),
    ),
    ("Tom Hale, who was ill, stood up and vowed to go.", ("Tom Hale, who was ill", "vowed", "to go")),
    ('The union, which had called it "dead," quietly left.', ("The union, which", "had called", 'it "dead,"')),
    ("The lake is falling, the ministry said after guides left.", ("the ministry", "said", "The lake is falling")),
    ("The mayor said the lake was open, even as guides left the town.", ("The mayor", "said", "the lake was open")),
    (
        "She came from Lund, where, she has told guides, her father kept bees.",
        ("she", "has told", "her father kept bees"),
    ),
    (
        "The envoy insisted that Peru remained a friend and accused guides of theft.",
        ("The envoy", "accused", "guides of theft"),
    ),
    (
        "Asked by guides in Lund if the dam was safe, the mayor, Ana Lind, left.",
        ("guides in Lund", "Asked", "if the dam was safe"),
    ),
    ("Peru shut its border before Chile did, arguing that it was late.", ("Peru", "arguing", "that it was late")),
    ("Both condemned the attack last month on a camp.", ("Both", "condemned", "the attack last month on a camp")),
    ("The union welcomed the vote in a message to its members.", ("The union", "welcomed", "the vote")),
    ("The mayor called that a lie.", ("The mayor", "called", "that a lie")),
    ("The mayor called this a gift.", ("The mayor", "called", "this a gift")),
    ("The mayor told a group of about 300 donors that it was late.", ("The mayor", "told", "that it was late")),
    ("Guides were told the meeting was off.", ("", "were told", "the meeting was off")),
    ("The envoy was quoted by the Mail as saying that it was late.", ("The envoy", "saying", "that it was late")),
    ('She left, saying it was late and calling it "dull."', ("She", "saying", "it was late")),
    ('She left, saying it was late and calling it "dull."', ("She", "calling", 'it "dull."')),
    (
        "The road was cut, guides say, through the ice.",
        ("guides", "say", "The road was cut, guides say, through the ice"),
    ),
    (
        "It was the third time, guides say, that it snowed.",
        ("guides", "say", "It was the third time, guides say, that it snowed"),
    ),
    (
        "A guide who asked not to be named said it was late.",
        ("A guide who asked not to be named", "said", "it was late"),
    ),
    (
        "A guide who asked not to be named because he feared for his job said it was late.",
        ("A guide who", "asked", "not to be named because he feared for his job"),
    ),
    ("The mayor declined to say when she would go.", ("The mayor", "declined to say", "when she would go")),
    ('Ms Holm called it "a tax," adding that she would go.', ("Ms Holm", "called", 'it "a tax,"')),
    ("Hale, according to an aide, was ill.", ("an aide", "according to", "Hale, according to an aide, was ill")),
    ("As the paper first reported, the dam is dead.", ("the paper", "reported", "the dam is dead")),
    ("He said she had left, something Ms Holm denies.", ("He", "said", "she had left")),
    ("He said she had left, something Ms Holm denies.", ("Ms Holm", "denies", "something")),
    ("A survey put her approval at 31 percent.", ("A survey", "put", "her approval at 31 percent")),
    ("The audit found no trace of the gold.", ("The audit", "found", "no trace of the gold")),
    ('Ms Lind put it bluntly: "It is late."', ("Ms Lind", "put it bluntly", '"It is late."')),
    ("The mayor thundered that the road was shut.", ("The mayor", "thundered", "that the road was shut")),
    ("Ms Roe confided that it was late.", ("Ms Roe", "confided", "that it was late")),
    # a quotation behind a colon or a dash
    ('The ministry opposed the plan: "It is late."', ("The ministry", "opposed", "the plan")),
    ('The ministry opposed the plan: "It is late."', ("The ministry", "opposed", '"It is late."')),
    ('The palace issued a statement from the king: "It is late."', ("The palace", "", '"It is late."')),
    (
        'The envoy told guides that Peru was sad: "We wait," he said, "for news".',
        ("The envoy", "told", "that Peru was sad"),
    ),
    (
        'The envoy told guides that Peru was sad: "We wait," he said, "for news".',
        ("he", "said", '"We wait," he said, "for news"'),
    ),
    (
        'Mr Hale commented on the plan — which Peru backs — "It is too late."',
        ("Mr Hale", "commented on", '"It is too late."'),
    ),
    ('"We are ready" wrote Mr Hale "to go."', ("Mr Hale", "wrote", '"We are ready" wrote Mr Hale "to go."')),
    ('On Friday in Oslo, at a rally, Mr Hale said, "We go. We stay."', ("Mr Hale", "said", '"We go. We stay."')),
    ('Ms Holm said "We lost," and the flag is at half-mast.', ("Ms Holm", "said", '"We lost,"')),
    ('Ms Holm called it "a tax," according to a clerk.', ("Ms Holm", "called", 'it "a tax,"')),
    # who speaks, behind a time, an adverb or a list
    (
        "Yesterday morning, Eva Roe, the mayor of Lund, said it was late.",
        ("Eva Roe, the mayor of Lund", "said", "it was late"),
    ),
    ("Ms Holm and Mr Hale both yesterday said it was late.", ("Ms Holm and Mr Hale", "said", "it was late")),
    ("Ms Holm further claimed it was late.", ("Ms Holm", "claimed", "it was late")),
    ("Critics from across Peru claimed it was late.", ("Critics from across Peru", "claimed", "it was late")),
    (
        "Ana Lind, a clerk of the court who saw it, said it was late.",
        ("Ana Lind, a clerk of the court who saw it", "said", "it was late"),
    ),
    ("In the March 7 deal, Chile and Peru agreed on a line.", ("Chile and Peru", "agreed on", "a line")),
    (
        "It is shut because the union and Peru could not agree on a plan.",
        ("the union and Peru", "could not agree on", "a plan"),
    ),
    (
        "It is late, according to a tweet on Monday by Ms Holm.",
        ("a tweet on Monday by Ms Holm", "according to", "It is late"),
    ),
    ("Guides reportedly believe it is late.", ("Guides", "believe", "it is late")),
    (
        "The bridge fell, said the guide, and was left there.",
        ("the guide", "said", "The bridge fell, said the guide, and was left there"),
    ),
    ("He was said to have been hurt by guides.", ("", "was said", "He was said to have been hurt by guides")),
    # clauses and objects
    (
        "The Mail reported that, in a call in July, Mr Hale might have asked for it.",
        ("The Mail", "reported", "that, in a call in July, Mr Hale might have asked for it"),
    ),
    (
        "Mr Hale said if it is late, then Peru should leave.",
        ("Mr Hale", "said", "if it is late, then Peru should leave"),
    ),
    ('Mr Hale called the stabbing "an act of hate."', ("Mr Hale", "called", 'the stabbing "an act of hate."')),
    ("Mr Hale condemned the May 3 raid on Lund.", ("Mr Hale", "condemned", "the May 3 raid on Lund")),
    ('"It snowed," said the Monday paper.', ("the Monday paper", "said", '"It snowed,"')),
    (
        "Ms Roe proposed a law that would pay guides through June.",
        ("Ms Roe", "proposed", "a law that would pay guides through June"),
    ),
    ('Mr Hale called it "a gift" as well as a duty.', ("Mr Hale", "called", 'it "a gift" as well as a duty')),
    ("Mr Hale said it was late, and his critics, who are many, blame him for it.", ("Mr Hale", "said", "it was late")),
    ("Mr Hale said, in a low voice, he was ill.", ("Mr Hale", "said", "he was ill")),
    ("Mr Hale agreed, on Monday, to go.", ("Mr Hale", "agreed", "to go")),
    ("Mr Hale condemned anti-semitism.", ("Mr Hale", "condemned", "anti-semitism")),
    (
        'Mr Hale speaking to a think tank called the plan "dull".',
        ("Mr Hale speaking to a think tank", "called", 'the plan "dull"'),
    ),
    # who of two it is that speaks
    (
        "The attacks came as the foreign minister Karl Beck said he was late.",
        ("the foreign minister Karl Beck", "said", "he was late"),
    ),
    (
        "Lind took part in the attacks and President Beck says it is late.",
        ("President Beck", "says", "it is late"),
    ),
    ("Lind left with his lawyers arguing that he was ill.", ("his lawyers", "arguing", "that he was ill")),
    ("Mr Beck mounted a strong defence of the court, saying it was late.", ("Mr Beck", "saying", "it was late")),
    (
        "Mr Beck, who heads policy at the bank said it was late.",
        ("Mr Beck, who heads policy at the bank", "said", "it was late"),
    ),
    (
        "The host pressed her on the number of people held in camps, saying it was late.",
        ("The host", "saying", "it was late"),
    ),
    ("Tension rose between Lomar and Velia after reports said it was late.", ("reports", "said", "it was late")),
    ("Farmers and traders have all said it was late.", ("Farmers and traders", "have all said", "it was late")),
    ("Two ministers met when the row began, and agreed to pay.", ("Two ministers", "agreed", "to pay")),
    (
        "It was late, according to an email obtained by the daily.",
        ("an email obtained by the daily", "according to", "It was late"),
    ),
    ('"We go," the daily quoted Ms Roe telling a crowd.', ("Ms Roe", "quoted", '"We go,"')),
    # where contents end, by other speakers
    (
        "Talks failed, with one envoy saying it was late and others indicating it was sad.",
        ("one envoy", "saying", "it was late"),
    ),
    ("Lomar told him not to appear, with the bank asserting it was late.", ("the bank", "asserting", "it was late")),
    (
        'Ms Roe referred to the king as "a chicken" despite his vow.',
        ("Ms Roe", "referred to", 'the king as "a chicken"'),
    ),
    # the mark that closes a quotation behind a full stop
    ('Ms Roe said: "We go. "We come." She said it was late.', ("She", "said", "it was late")),
    # commas, lists and letters between a speaker and a verb
    ("Mr Beck, D-N.Y., said it was late.", ("Mr Beck, D-N.Y.", "said", "it was late")),
    (
        "Beck's report, released last month, states that it was late.",
        ("Beck's report, released last month", "states", "that it was late"),
    ),
    (
        "The Lomar Union (LU), which has long claimed it was late, wept.",
        ("The Lomar Union (LU), which", "has long claimed", "it was late"),
    ),
    (
        "Aides trying to verify the claims had concluded that it was late.",
        ("Aides trying to verify the claims", "had concluded", "that it was late"),
    ),
    ("Ms Roe left, complaining online that it was late.", ("Ms Roe", "complaining", "that it was late")),
    (
        "Mr Beck said farmers, ranchers and bakers were late.",
        ("Mr Beck", "said", "farmers, ranchers and bakers were late"),
    ),
    ("Officials were concerned it was late.", ("Officials", "were concerned", "it was late")),
    ("It was late, Ms Roe told the bank's Sunday programme.", ("Ms Roe", "told", "It was late")),
    ("As Reuters notes, it was late.", ("Reuters", "notes", "it was late")),
    (
        "The rules, made in May, raise doubts about it, said guides.",
        ("guides", "said", "The rules, made in May, raise doubts about it"),
    ),
    (
        "The bank put the odds of a strike this week at 40%.",
        ("The bank", "put", "the odds of a strike this week at 40%"),
    ),
    ("The bank puts the toll at well over 600.", ("The bank", "puts", "the toll at well over 600")),
    ("Mr Beck sought Friday to shift attention to it.", ("Mr Beck", "sought", "to shift attention to it")),
    ("Ms Roe vowed again to calm the town.", ("Ms Roe", "vowed again", "to calm the town")),
    ("Mr Beck has in the past said it was late.", ("Mr Beck", "said", "it was late")),
    ("Togo has rejected Mr Beck's terms, saying it was late.", ("Togo", "saying", "it was late")),
    ("Togo has rejected the terms saying they were late.", ("Togo", "saying", "they were late")),
    (
        "Lomar won't say where it will act, but Karl Beck – its head – said it was late.",
        ("Lomar", "won't say", "where it will act"),
    ),
    (
        "Ms Roe, speaking to aides after a meeting that included Togo and Chad, said it was late.",
        ("Ms Roe, speaking to aides after a meeting that included Togo and Chad", "said", "it was late"),
    ),
    (
        "An envoy expressed concern on Friday at the loss of one of five men but warned it was late.",
        ("An envoy", "expressed concern on Friday at", "the loss of one of five men"),
    ),
    ('In May, Mr Beck appealed to voters: "I need you."', ("Mr Beck", "appealed", '"I need you."')),
    ("Ms Roe has challenged Karl Beck to a debate.", ("Ms Roe", "has challenged", "Karl Beck to a debate")),
    ("Spokesman Karl Beck late last month said it was late.", ("Spokesman Karl Beck", "said", "it was late")),
    # where a content ends
    ("Ms Roe did not say who came, but said it was late.", ("Ms Roe", "did not say", "who came")),
    ("Ms Roe said it was sad, but declined to say why.", ("Ms Roe", "said", "it was sad")),
    ("Ms Roe said it was late, but he would stay.", ("Ms Roe", "said", "it was late, but he would stay")),
    (
        "Although Mr Beck has not said if he will stay, the office has released a tape.",
        ("Mr Beck", "has not said", "if he will stay"),
    ),
    ('Fans have at times sung "Glory to Lomar".', ("Fans", "sung", '"Glory to Lomar"')),
    # several hearers, a thing whose adjective is quoted, a name for what comes before
    (
        "Mr Beck has accused Togo, Chad and Mali of ruining it.",
        ("Mr Beck", "has accused", "Togo, Chad and Mali of ruining it"),
    ),
    ("Mr Beck told Togo and Ghana said it was late.", ("Ghana", "said", "it was late")),
    ('Ms Roe condemned the "harsh" raid.', ("Ms Roe", "condemned", 'the "harsh" raid')),
    ("Ms Roe raised the spectre of a war.", ("Ms Roe", "raised the spectre of", "a war")),
    ("Togo left the pact, which critics call a sham.", ("critics", "call", "which critics call a sham")),
    ("Ms Roe promised every family a house.", ("Ms Roe", "promised", "every family a house")),
    ("Envoys have vowed to one day take the town.", ("Envoys", "have vowed", "to one day take the town")),
    ('The party has vowed to "reunify" with Lomar.', ("The party", "has vowed", 'to "reunify" with Lomar')),
    ("The file had sources Ms Roe says were close to the king.", ("Ms Roe", "says", "were close to the king")),
    ("It was late, Ms Roe noted, and some analysts argue that it was sad.", ("Ms Roe", "noted", "It was late")),
    (
        'Ms Roe, in an interview with the daily which was taped, said "it is late".',
        ("Ms Roe, in an interview with the daily which was taped", "said", '"it is late"'),
    ),
    ("Papers quoted an official as saying it was late.", ("an official", "saying", "it was late")),
    ('"It is late," Ms Roe was reported to have said.', ("Ms Roe", "was reported to have said", '"It is late,"')),
    # where the words of others, or of the report, begin
    (
        "According to the ministry, people with a mild illness recover in days, while others are ill for weeks.",
        ("the ministry", "According to", "people with a mild illness recover in days"),
    ),
    (
        'Ms Lind acknowledged she "most likely" will be freed soon after the vote.',
        ("Ms Lind", "acknowledged", 'she "most likely" will be freed soon after the vote'),
    ),
    (
        'The bishop said they needed to live "side by side," urged them to leave and warned that he would stay.',
        ("The bishop", "said", 'they needed to live "side by side,"'),
    ),
    (
        "The deal was made by Togo, which had wanted an early vote, and Ghana, which had wanted none.",
        ("Togo, which", "had wanted", "an early vote"),
    ),
    (
        "According to Ms Lind - the judge of the court - the vote was late.",
        ("Ms Lind - the judge of the court -", "According to", "the vote was late"),
    ),
    ('Ms Lind said "I am leaving," handing as much as $50 to the guard.', ("Ms Lind", "said", '"I am leaving,"')),
    (
        "The office told the paper it was reading the ruling and gave no date.",
        ("The office", "told", "it was reading the ruling"),
    ),
    ("The judges found he had led a band and also jailed his friends.", ("The judges", "found", "he had led a band")),
    (
        "Ms Lind said it was meant to stop her - even though she had left.",
        ("Ms Lind", "said", "it was meant to stop her"),
    ),
    (
        "Ms Lind said that she knew of a plan to kill her, as well as a judge.",
        ("Ms Lind", "said", "that she knew of a plan to kill her, as well as a judge"),
    ),
    (
        "Nuns in Togo left. The ministry in Lomar said it was early. It said most plants were hit.",
        ("It", "said", "most plants were hit"),
    ),
    ("The Lomar Union (LU) on Monday demanded a full report.", ("The Lomar Union (LU)", "demanded", "a full report")),
    (
        "Ms Roe said the drills were meant to help Togo and its allies leave.",
        ("Ms Roe", "said", "the drills were meant to help Togo and its allies leave"),
    ),
    (
        "Ms Roe stressed her will to end the Lomar-U.S. pact on bases.",
        ("Ms Roe", "stressed", "her will to end the Lomar-U.S. pact on bases"),
    ),
    ("Some in Lomar praised the plan.", ("Some in Lomar", "praised", "the plan")),
    ("Togo as well as its allies said it was late.", ("Togo as well as its allies", "said", "it was late")),
    (
        "The paper reported on Monday, citing officials, that it was late.",
        ("The paper", "reported", "that it was late"),
    ),
    (
        "Ms Roe said the king, who is ill, had told her that it was late.",
        ("Ms Roe", "said", "the king, who is ill, had told her that it was late"),
    ),
    (
        'Ms Roe said the port would open "very soon", without giving a date.',
        ("Ms Roe", "said", 'the port would open "very soon"'),
    ),
    ('Protesters chanted "It is late" outside the palace.', ("Protesters", "chanted", '"It is late"')),
    # subjects of clauses
    ("Ms Lind said not all the rockets were seen.", ("Ms Lind", "said", "not all the rockets were seen")),
    (
        "Ms Lind said the work across health, schools and roads goes on.",
        ("Ms Lind", "said", "the work across health, schools and roads goes on"),
    ),
    (
        "The unions left, saying Togo’s “late” ban is a threat to them.",
        ("The unions", "saying", "Togo’s “late” ban is a threat to them"),
    ),
    (
        "The firms appealed, saying a “stay of the case” would help them.",
        ("The firms", "saying", "a “stay of the case” would help them"),
    ),
    (
        "Mending the road could cost billions, said Karl Beck of Zorin Bank, a private lender.",
        ("Karl Beck of Zorin Bank, a private lender", "said", "Mending the road could cost billions"),
    ),
    (
        "Just over 30 seconds later, there were three shots, the institute said.",
        ("the institute", "said", "Just over 30 seconds later, there were three shots"),
    ),
    (
        'Ms Lind said while the vote will matter "for now," in the end both sides want a deal.',
        ("Ms Lind", "said", 'while the vote will matter "for now," in the end both sides want a deal'),
    ),
    ("Zorin can buy its rival, judge rules.", ("judge", "rules", "Zorin can buy its rival")),
    # who speaks
    (
        "Members of the board, led by chairman Karl Beck, R-Wis., requested “more time.”",
        ("Members of the board, led by chairman Karl Beck, R-Wis.", "requested", "“more time.”"),
    ),
    (
        "The shift has caused alarm with some analysts suggesting that the army did it.",
        ("some analysts", "suggesting", "that the army did it"),
    ),
    ("The noise led the guards to conclude it was late.", ("the guards", "conclude", "it was late")),
    (
        "The envoys - who have often condemned the raids - would have to leave.",
        ("The envoys - who", "have often condemned", "the raids"),
    ),
    ("Togo left in May, and in June urged others to go.", ("Togo", "urged", "others to go")),
    ("“The plan was late,” the ministry detailed.", ("the ministry", "detailed", "“The plan was late,”")),
    ("She accused the army for arranging it.", ("She", "accused", "the army for arranging it")),
    # what goes on
    (
        "Ms Lind said Togo may not, as a member, “simply leave” the union.",
        ("Ms Lind", "said", "Togo may not, as a member, “simply leave” the union"),
    ),
    ("The union considers the isles as Togolese land.", ("The union", "considers", "the isles as Togolese land")),
    (
        "It argued that it need not pay, when “no rule of law demands it”.",
        ("It", "argued", "that it need not pay, when “no rule of law demands it”"),
    ),
    (
        "Ms Lind stressed the need to stay clear of low bridges, flooded roads, and tunnels, and left.",
        ("Ms Lind", "stressed", "the need to stay clear of low bridges, flooded roads, and tunnels"),
    ),
    (
        "He told them to report blocked drains, damaged roads, or any leaks so that teams can act.",
        ("He", "told", "to report blocked drains, damaged roads, or any leaks so that teams can act"),
    ),
    (
        "The town urged residents to stay calm, follow the rules, and keep away.",
        ("The town", "urged", "residents to stay calm, follow the rules, and keep away"),
    ),
    (
        "Ms Lind asked the bank to lend it money for it to go after the thieves.",
        ("Ms Lind", "asked", "the bank to lend it money for it to go after the thieves"),
    ),
    (
        "The envoy is aware of the effect Ms Lind may have on the talks.",
        ("The envoy", "is aware of", "the effect Ms Lind may have on the talks"),
    ),
    # what is the report's
    (
        "Ms Lind said the firms paid for it, which drew questions.",
        ("Ms Lind", "said", "the firms paid for it"),
    ),
    (
        "The ministry added it was for attacks on “peaceful towns,” without giving detail.",
        ("The ministry", "added", "it was for attacks on “peaceful towns,”"),
    ),
    (
        "Ms Lind pointed to the billions to be earned - but what does that mean?",
        ("Ms Lind", "pointed to", "the billions to be earned"),
    ),
    (
        "Zorin said that it looks to the U.K. “While we disagree, we wait,” Ms Lind said.",
        ("Ms Lind", "said", "“While we disagree, we wait,”"),
    ),
    (
        "Togo praised the loss of one of five people but warned talks were late.",
        ("Togo", "warned", "talks were late"),
    ),
    ("Mr Wang had been asked about Lee Bo, who left.", ("", "had been asked about", "Lee Bo, who left")),
    (
        "Togo has gone, with Ms Lind last week warning that “bad things” would come.",
        ("Ms Lind", "warning", "that “bad things” would come"),
    ),
    (
        "The union backs a plan for people who end up on a list and want to buy guns.",
        ("people who", "want", "to buy guns"),
    ),
    (
        "Ms Lind left, saying the act “harms on the basis of views.”",
        ("Ms Lind", "saying", "the act “harms on the basis of views.”"),
    ),
    (
        "Spokesman Karl Beck, asked how it went, said it was late.",
        ("Spokesman Karl Beck, asked how it went", "said", "it was late"),
    ),
    (
        "The clinics who have challenged it assert that it is late.",
        ("The clinics who have challenged it", "assert", "that it is late"),
    ),
    (
        "The memo about guns — which stated that he will help friends — was late.",
        ("The memo about guns — which", "stated", "that he will help friends"),
    ),
    # what somebody calls something
    ("Mali left what the president described as a trap.", ("the president", "described as", "a trap")),
    ("A raid that Ann Lind described as an accident was late.", ("Ann Lind", "described as", "an accident")),
    ("The institute called her “a conscience”.", ("The institute", "called", "her “a conscience”")),
    ("Mali signed a deal that Lind called a mistake.", ("Lind", "called", "a mistake")),
    ("Mali left, a step that the ministry called “late”.", ("the ministry", "called", "“late”")),
    # what a document says
    ("The treaty lays down that each side must help.", ("The treaty", "lays down", "that each side must help")),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_source_cue_and_content_are_those_words(text, wanted):
    """A constructed sentence gives this source, this cue and this content."""
    assert wanted in told(text)


WHEN = [
    "on Monday",
    "last week",
    "yesterday",
    "this morning",
    "two weeks ago",
    "late on Monday",
    "earlier in the day",
    "earlier this month",
    "last month in Oslo",
    "over the weekend",
    "in 2019",
    "in a statement",
    "on Twitter",
    "at a news conference in Oslo on Tuesday",
    "in an interview with the paper on Sunday",
    "in a televised address on Friday night",
    "for the first time",
    "again",
]
CONTENTS = [
    "that help would come",
    "that fighting had stopped",
    "that it would not sign the treaty",
    "that three soldiers were killed",
    "that Chad and Togo are to blame",
    "it would wait",
    "the talks had failed",
    "there was no deal",
    "“the talks have failed”",
]


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("said", ["Mali said", "The foreign minister warned", "Two officials had told reporters"])
def test_when_where_and_how_it_was_said_is_no_content(said: str, when: str) -> None:
    """What comes between the cue and its content is in neither, and hides nothing."""
    for content in CONTENTS:
        assert [content] == [told_content for *_, told_content in told(f"{said} {when} {content}.")], content


@pytest.mark.parametrize("when", ["before leaving for Oslo", "without giving details", "only hours later"])
def test_what_somebody_did_meanwhile_is_no_content(when: str) -> None:
    """An act in -ing before "that"."""
    for content in CONTENTS[:5]:
        assert [content] == [told_content for *_, told_content in told(f"Mali said {when} {content}.")], content


WHO = [
    "Ida Holm",
    "the foreign minister",
    "Mali",
    "a spokesman for the army",
    "US officials",
    "the French president, Emmanuel Macron,",
    "Anna Berg, a professor of law at Oslo University,",
]
BEHIND = ["", " on Monday", " in a statement", " on Twitter", " after the vote", " as the talks ended"]


@pytest.mark.parametrize(
    "content", ["The talks have failed", "Help would come soon", "Three nuns were killed", "“No,”"]
)
@pytest.mark.parametrize("said", ["said", "told reporters", "has said", "tweeted", "was quoted as saying"])
def test_a_content_may_come_before_whoever_says_it(content: str, said: str) -> None:
    """Also before somebody with a title or a description between commas, and before what comes behind the cue."""
    comma = "" if content.endswith("”") else ","
    for who in WHO:
        for behind in BEHIND:
            text = f"{content}{comma} {who} {said}{behind}."
            assert [(who.rstrip(","), content)] == [(told_who, what) for told_who, _, what in told(text)], text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"It is late," Holm was quoted by the BBC as saying.', ("Holm", '"It is late,"')),
        ('"It is late," the paper quoted Holm as saying.', ("Holm", '"It is late,"')),
        ("Holm was quoted as saying that it was late.", ("Holm", "that it was late")),
        ('"It is late," said a witness on Twitter.', ("a witness", '"It is late,"')),
        ('"It is late," said Ida Holm in Oslo.', ("Ida Holm", '"It is late,"')),
        ('"It is late," said the embassy in Oslo.', ("the embassy in Oslo", '"It is late,"')),
        ('"It is late," stated the order.', ("the order", '"It is late,"')),
        ("States in Asia that are considering a ban met.", ("States in Asia that", "a ban")),
        (
            "Mali said that every 90 days, a report would be sent.",
            ("Mali", "that every 90 days, a report would be sent"),
        ),
        ("Prices fell, according to data from the Treasury.", ("data from the Treasury", "Prices fell")),
    ],
)
def test_whoever_is_quoted_is_who_speaks(text: str, wanted: tuple[str, str]) -> None:
    """Not whoever quotes, and without the place or the channel."""
    assert [wanted] == [(who, what) for who, _, what in told(text)]


@pytest.mark.parametrize(
    "content", ["last year was the worst", "two years of war had cost lives", "today was a good day for peace"]
)
def test_a_time_may_be_what_a_content_is_about(content: str) -> None:
    """Where it is the subject."""
    assert [content] == [told_content for *_, told_content in told(f"Mali said {content}.")]


def test_a_title_is_no_statement():
    """What a thing is called is nobody's word, where it has the capitals of a title."""
    assert [] == told("The order called “Open Doors” was signed.")
    assert [("The mayor", "called", "it “a shame”")] == told("The mayor called it “a shame”.")


def test_the_comma_of_a_headline_joins_two_names():
    """Whoever warns two states at once warns them of one thing."""
    headline = "EU warns Peru, Chile of new tariffs"
    found = find_statements(read_prose(headline, []), package_lexicons())
    assert ["new tariffs"] == [headline[slice(*a.content)] for a in found]


def test_a_quotation_in_a_paragraph_of_its_own_has_the_speaker_before_it():
    """Whoever spoke in the paragraph before goes on, though not quoted there, and nobody who only thought."""
    found = spoken_in(["Ms Lund confirmed that it was late.", "“It snowed.”"])
    assert [("Ms Lund", "that it was late"), ("Ms Lund", "“It snowed.”")] == found
    assert [("Ms Lund", "that it was late")] == spoken_in(["Ms Lund feared that it was late.", "“It snowed.”"])


def test_whoever_closes_a_quotation_speaks_all_its_paragraphs():
    """A quotation that goes on over several paragraphs is that of the speaker named at its end."""
    paragraphs = ["Max Berg said it was late.", "“It snowed.", "“We had no food.", "“We go,” said Irina Lund."]
    found = spoken_in(paragraphs)
    assert [("Irina Lund", paragraphs[1]), ("Irina Lund", paragraphs[2]), ("Irina Lund", "“We go,”")] == found[1:]


def test_a_name_alone_below_a_quotation_is_its_speaker():
    """A dash and a name in a paragraph of their own sign the quotation above, whoever spoke before."""
    found = spoken_in(['"We go," said Max Berg.', '"It snowed"', "— Irina Lund, a guide", "(Tom Hale)", "It was late."])
    assert [("Max Berg", '"We go,"'), ("Irina Lund, a guide", '"It snowed"')] == found
    assert [] == spoken_in(['"It snowed."', "— Irina Lund and the guides met on Monday."])


def spoken_in(paragraphs: list[str]) -> list[tuple[str, str]]:
    """(source, content) of each statement in some paragraphs."""
    prose = read_prose("", paragraphs)
    found = find_statements(prose, package_lexicons())
    cut = lambda place, span: prose.passage(place).text[slice(*span)]  # noqa: E731
    return [(cut(a.source_paragraph, a.source), cut(a.paragraph_id, a.content)) for a in found]


INSIDE = [
    ('"I think we won," he said.', "think"),
    ("\"I tell her, 'Go home,' and she goes,\" he said.", "tell"),
    ("The envoy said that the guides hope to stay.", "hope"),
    ("The envoy said that the guides claim to be ill.", "claim"),
    ("The envoy said that according to the guides, it was late.", "according to"),
    ('"It snowed," said the man they call "the General".', "call"),
    ('"It snowed," said a guide called "Bear".', "called"),
    ("The mayor reportedly said it was late.", "reportedly"),
]


@pytest.mark.parametrize(("text", "cue"), INSIDE, ids=[text for text, _ in INSIDE])
def test_what_is_told_inside_a_statement_has_no_row_unless_somebody_named_says_it(text, cue):
    """The outer statement stands alone."""
    assert cue not in {row[1] for row in told(text)}


def test_somebody_named_inside_a_statement_has_a_row():
    """The agency reports what the minister says."""
    assert ("Ms Roe", "claims", "it was late") in told("The agency said that Ms Roe claims it was late.")


NONE = [
    "The guides had been claiming salaries for workers who did not exist.",
    "The raid claimed the lives of ten people.",
    "The players that Ann Lind called this week were late.",
    "Mali left a meeting that Togo called a day later.",
    "The envoy called on him on Monday.",
    "Mr Beck lodged a complaint with the Council of Lomar.",
    "The ruling binds the 25 U.S. states that have such laws.",
    "Countries that are supporting various armed groups left.",
    "The lawyers are expected to argue that it was late.",
    "Ms Roe is due to say that it is late.",
    "A panel handed down the sentence.",
    "The court jailed Mr Hale, 72, for allegedly fighting in Lomar.",
    "The deals, intended to ease the talks, were late.",
    "Guides had trouble reporting the raid.",
    "Neither side has commented on the report.",
    "Two envoys asked not to be named.",
    "Mr Beck must report to the police every Monday.",
    "Ms Roe, who challenged Karl Beck in the vote, wept.",
    "Ms Roe, who faces charges of fraud, wept.",
    "Perhaps the king regrets the delay.",
    "That is why the party must seek a majority.",
    "Mr Beck left it while knowing that it was late.",
    "Lomar has made no public promise to do so.",
    "The plan he had approved earlier this year will please them.",
    "Ms Roe questioned Karl Beck at the hearing.",
    "The aide spoke on the condition of anonymity.",
    "Ms Roe spoke with the leaders of the union on Monday.",
    "Veterans advocates who came were late.",
    "Mr Hale can't criticise the results.",
    "Lomar's attack on the coast went on.",
    "The ministry answered in a letter that's since been lost.",
    "Responding to reports that the ship sank, the bus left.",
    "Mr Hale, of the union, referred to Togo.",
    "The ten judges will hear the case.",
    "Ohio and Utah, states that have voted so, are far away.",
    "The committee met on Monday in Geneva.",
    "The accused man left the court by a side door.",
    "A written statement lay on the table.",
    "He added salt to the soup.",
    "The ship found a way through the ice.",
    "The plans are in the drawer.",
    "According to plan, nothing happened.",
    "The lights went out as the guide put it on the table.",
    "But, said the guide.",
    "And then, said the guide.",
    '"It snowed." — and then Ana Lind left.',
    "Oil prices rose by 4 percent, and shares fell.",
    "The two sides maintained their fire as night fell.",
    "Nobody in the town claims to know the guide.",
    "The dam was supposed to hold for a century.",
    "No member of the council backs the plan.",
    "She offered no proof.",
    "The mayor ignored the paper's request for comment.",
    "A spokesman declined to comment.",
    "The mayor stopped short of calling for a vote.",
    "The road is shut, meaning the town is cut off.",
    "The raid came after a joint statement by Chile and Peru on Monday.",
    'The rule is simple: "No dogs."',
    "The board ruled on the appeal of that decision.",
    "ß warned –",
    "The guide seems to have left.",
    "The blast appeared to target a police post.",
    "He has been known to hunt people.",
    "A storm threatened the coast.",
    "The bloodshed raised fears that the war will spread.",
    "The battle had claimed the lives of 500 soldiers.",
    "The willingness to use force to maintain power destroyed the country.",
    "Chile holds the largest confirmed oil reserves.",
    "Photos released on Monday showed scattered debris.",
    "The deal means that prices will rise.",
    "It rained on Friday, which means that the river will rise.",
    "Hospitals will have to say whether they are full.",
    "Togo could send troops, with the UN expected to agree to it.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_states_nothing_gives_no_statement(text):
    """Sentences with words that look like cues, and nobody who says or thinks anything."""
    assert [] == told(text)


def test_how_often_a_rule_is_right_is_as_measured() -> None:
    """The column `right` of rules.csv is near what `python -m tests.benchmarks.rules_right` writes."""
    written = {(row["table"], row["rule"]): float(row["right"]) for row in RULES if row["right"]}
    assert written == pytest.approx(shares(), abs=0.05)
    assert is_doubtful("statements", "a passive: is said to")
    assert not is_doubtful("statements", "according to: According to")
