"""Who is named in a draft, and who is meant by a pronoun, a title or a capital."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from communique.drafting.draft.coder import draft_tables


def drafted(*paragraphs: str):
    """The actors by name, and the name of each statement's source by its words."""
    tables = draft_tables(SimpleNamespace(headline="", paragraphs=paragraphs, published=None))
    actors = {row["name"]: row for row in tables["actors"]}
    names = {row["actor_id"]: row["name"] for row in tables["actors"]}
    speakers = [(r["source_words"], [names[i] for i in r["source_ids"].split(" | ")]) for r in tables["statements"]]
    return actors, speakers


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Moscow answered.", "Russia", "state", "RUS"),
        ("The Kremlin criticised Togo.", "Kremlin", "office", "RUS"),
        ("Dutch ministers left.", "Netherlands", "state", "NLD"),
        ("The UN Security Council met.", "UN Security Council", "organisation", ""),
        ("Foreign Minister Irena Sokol criticised Togo.", "Irena Sokol", "leader", ""),
        ("Russian foreign minister Sergei Lavrov left.", "Sergei Lavrov", "leader", "RUS"),
        ("Energy Secretary Ruth Ames criticised Togo.", "Ruth Ames", "leader", ""),
        ("Tavrian President Oleg Marun criticised Togo.", "Oleg Marun", "leader", ""),
        ("Hanna Virtala, the interior minister of Finland, left.", "Hanna Virtala", "leader", "FIN"),
        ("Doctors Without Borders criticised Togo.", "Doctors Without Borders", "organisation", ""),
        ("The Lomar Workers Party criticised Togo.", "Lomar Workers Party", "organisation", ""),
        ("The Lomar Herald criticised Togo.", "Lomar Herald", "media", ""),
        ("Hezbollah criticised Togo.", "Hezbollah", "armed-force", "LBN"),
        ("Two senior officials said it was late.", "Two senior officials", "unnamed", ""),
        ("The treaty says nothing can change.", "Treaty", "document", ""),
        ("Residents said it was loud.", "Residents", "public", ""),
        ("US Secretary of State Mia Pohl criticised Togo.", "Mia Pohl", "leader", "USA"),
        ("U.S. Secretary of Defense Mia Pohl criticised Togo.", "Mia Pohl", "leader", "USA"),
        ("Prime Minister of Israel Benjamin Netanyahu met Togo's king.", "Benjamin Netanyahu", "leader", "ISR"),
        ("Jordan Bardella criticised Togo.", "Jordan Bardella", "public", ""),
        ("On Tuesday in Paris Mia Pohl criticised Togo.", "Mia Pohl", "public", ""),
        ("Paris Hilton criticised Togo.", "Paris Hilton", "public", ""),
        ("Vice President J.D. Pohl criticised Togo.", "J.D. Pohl", "leader", ""),
        ("Then J. D. Pohl criticised Togo.", "J. D. Pohl", "public", ""),
        ("Luis de Guindos criticised Togo.", "Luis de Guindos", "public", ""),
        ("Police arrested Maria de la Cruz.", "Maria de la Cruz", "public", ""),
        ("Bart De Wever left. De Wever criticised Togo.", "Bart De Wever", "public", ""),
        ("President Ursula van der Meer criticised Togo.", "Ursula van der Meer", "leader", ""),
        ("Hundreds of Syrians marched in Bonn.", "Hundreds of Syrians", "unnamed", "SYR"),
        ("Tens of thousands of Serbs marched in Belgrade.", "Tens of thousands of Serbs", "unnamed", "SRB"),
        ("Ana Lind, 44, who once ran a bank, criticised Togo.", "Ana Lind", "public", ""),
        ("Theresa May criticised Togo in Brussels.", "Theresa May", "leader", "GBR"),
        ("Republican Ann Lind criticised Togo.", "Ann Lind", "leader", ""),
        ("Then-Secretary of State Mia Pohl criticised Togo.", "Mia Pohl", "public", ""),
        ("U.S. District Judge Karl Beck late Tuesday criticised Togo.", "Karl Beck", "leader", "USA"),
        ("Then Eritrean forces attacked Togo.", "Eritrean forces", "armed-force", "ERI"),
        ("Iran seized a Greek-flagged tanker.", "Greek-flagged tanker", "unnamed", "GRC"),
        ("On the 5th Israel's envoy criticised Togo.", "Israel's envoy", "leader", "ISR"),
        ("MSF criticised Togo.", "Doctors Without Borders", "organisation", ""),
        ("The agents left. Two ministers criticised Togo.", "Two ministers", "unnamed", ""),
        ("Ana Lind, a former spy chief, criticised Togo.", "Ana Lind", "leader", ""),
        ("The Democratic People's Republic of Korea fired a missile.", "North Korea", "state", "PRK"),
        ("SEOUL criticised Togo.", "South Korea", "state", "KOR"),
        ("In April Morocco criticised Togo.", "Morocco", "state", "MAR"),
        ("PRESIDENT PUTIN met XI JINPING.", "Vladimir Putin", "leader", "RUS"),
        ("A court in Togo jailed two men.", "Court", "office", "TGO"),
        ("Venezuela does not recognise the court in this matter.", "Court", "office", ""),
        ("In Togo, lawmakers called on Ghana to help.", "Lawmakers", "office", "TGO"),
        ("Whip Tom Reyes criticised Togo.", "Tom Reyes", "leader", ""),
        ("Sens. Mia Pohl and Tom Reyes criticised Togo.", "Mia Pohl", "leader", ""),
        ("Chief Executive Mia Pohl criticised Togo.", "Mia Pohl", "leader", ""),
        ("The Lomar Ledger criticised Togo.", "Lomar Ledger", "media", ""),
        ("Togo met the group Fathers for Peace.", "Fathers for Peace", "organisation", ""),
        ("The Office of Homeland Security criticised Togo.", "Office of Homeland Security", "organisation", ""),
        ("Togolese police stormed the Ostra Steps.", "Ostra Steps", "unnamed", "TGO"),
        ("The Council of the White Rose criticised Togo.", "Council of the White Rose", "organisation", ""),
        ("Togo arrested Adel al-Ostri.", "Adel al-Ostri", "public", ""),
        ("USA TODAY criticised Togo.", "USA Today", "media", ""),
        ("Togo expelled the ambassador.", "Ambassador", "leader", ""),
        ("The latest figures show that Togo paid.", "Latest figures", "document", ""),
        ("Opposition figures said that Togo paid.", "Opposition figures", "unnamed", ""),
        ("A placard said that Togo paid.", "Placard", "document", ""),
        # bodies of several words
        ("The Trade and Fisheries Commission criticised Togo.", "Trade and Fisheries Commission", "organisation", ""),
        ("The Senate and the Lomar Council criticised Togo.", "Lomar Council", "organisation", ""),
        ("The Ministry of Health and Welfare criticised Togo.", "Ministry of Health and Welfare", "office", ""),
        ("The Washington Times criticised Togo.", "Washington Times", "media", ""),
        ("Washington criticised Togo.", "United States", "state", "USA"),
        ("The Puerto Rico Senate criticised Togo.", "Senate", "office", "PRI"),
        ("The Polish Supreme Court criticised Togo.", "Supreme Court", "office", "POL"),
        ("Nigerian Senate leaders met Togo's king. The Senate criticised Ghana.", "Senate", "office", "NGA"),
        ("The Senate criticised Ghana.", "Senate", "office", ""),
        # titles of four and five words, titles before "of" and a body, titles joined by "and"
        ("High Representative for Foreign Affairs Ana Lind criticised Togo.", "Ana Lind", "leader", ""),
        ("Assistant Secretary of State for African Affairs Ann Lind criticised Togo.", "Ann Lind", "leader", ""),
        ("Minister of Foreign Affairs Ana Lind criticised Togo.", "Ana Lind", "leader", ""),
        ("Minister for European Affairs Ana Lind criticised Togo.", "Ana Lind", "leader", ""),
        ("Minister for Women Ana Lind criticised Togo.", "Ana Lind", "leader", ""),
        ("Minister of Sports Ana Lind criticised Togo.", "Ana Lind", "leader", ""),
        ("Minister of Fun Ana Lind criticised Togo.", "Minister", "leader", ""),
        ("President of the European Commission Ann Lind criticised Togo.", "Ann Lind", "public", ""),
        ("Chairman of the Labour Party Ann Lind criticised Togo.", "Ann Lind", "public", ""),
        ("Speaker of the House of Representatives Ana Lind criticised Togo.", "Ana Lind", "public", ""),
        ("The spokesman for the fund met Karl Beck.", "Spokesman for the fund", "spokesperson", ""),
        ("Greek premier Karl Lind and foreign minister Ann Berg criticised Togo.", "Ann Berg", "leader", "GRC"),
        ("Greek premier Karl Lind left and foreign minister Ann Berg criticised Togo.", "Ann Berg", "leader", ""),
        ("Ana Lind, managing director of the fund, criticised Togo.", "Ana Lind", "leader", ""),
        # two people, of whom the second has the title
        ("Mr Lind, Greek prime minister Mitsotakis and the king criticised Togo.", "Lind", "public", ""),
        ("Ana Lind, a spokeswoman said, criticised Togo.", "Ana Lind", "public", ""),
        ("Ana Lind, a spokeswoman, criticised Togo.", "Ana Lind", "spokesperson", ""),
        ("Nurse Ann Lind criticised Togo.", "Ann Lind", "public", ""),
        ("De La Ostri Lind criticised Togo.", "De La Ostri Lind", "public", ""),
        # of no state, or of none that the sentence names
        ("Mali said foreign troops killed three people.", "Foreign troops", "armed-force", ""),
        ("Mali said attackers killed three people.", "Attackers", "unnamed", ""),
        ("Mali said gunmen killed three people.", "Gunmen", "unnamed", "MLI"),
        ("Ghana urged several countries to help.", "Several countries", "state", ""),
        ("Ghana called on the international community to help.", "International community", "unnamed", ""),
        ("Ghana urged the minister to help.", "Minister", "leader", "GHA"),
        ("Two men were killed in Lagos.", "Not named", "unnamed", ""),
        ("Two men were killed in Lagos.", "Two men", "public", "NGA"),
        # states and bodies by more of their names
        ("Police in Queensland arrested ten students.", "Ten students", "public", "AUS"),
        ("Police in Ontario arrested ten students.", "Police", "office", "CAN"),
        ("Police in Bavaria arrested ten students.", "Police", "office", "DEU"),
        ("Police in Punjab arrested ten students.", "Police", "office", "PAK"),
        ("Police in Scotland arrested ten students.", "Police", "office", "GBR"),
        ("Police in Tibet arrested ten students.", "Police", "office", "CHN"),
        ("Police in Lomar arrested ten students.", "Police", "office", ""),
        ("The Group of Twenty criticised Togo.", "G20", "organisation", ""),
        ("The Islamic Revolutionary Guard Corps criticised Togo.", "Revolutionary Guards", "armed-force", "IRN"),
        ("The PLO criticised Togo.", "Palestine Liberation Organization", "organisation", "PSE"),
        ("The CPJ criticised Togo.", "Committee to Protect Journalists", "organisation", ""),
        ("WFP criticised Togo.", "World Food Programme", "organisation", ""),
        ("Fatah criticised Togo.", "Fatah", "organisation", "PSE"),
        ("Abu Sayyaf attacked a base.", "Abu Sayyaf", "armed-force", "PHL"),
        ("USAID criticised Togo.", "USAID", "office", "USA"),
        # what is read, and people with a form in -ing
        ("The opinion said that Togo paid.", "Opinion", "document", ""),
        ("The verdict says that Togo paid.", "Verdict", "document", ""),
        ("Attending doctors criticised Togo.", "Attending doctors", "public", ""),
        ("Two think tanks criticised Togo.", "Two think tanks", "unnamed", ""),
        ("The bereaved criticised Togo.", "Bereaved", "unnamed", ""),
        ("LGBT groups left. LGBT criticised Togo.", "LGBT", "unnamed", ""),
        ("Trade rose in the special trade zone (STZ). STZ criticised Togo.", "STZ", "unnamed", ""),
        ("Trade rose. STZ criticised Togo.", "STZ", "organisation", ""),
        ("Secessionists attacked a port in Togo.", "Secessionists", "unnamed", ""),
        ("The newspaper Lomar Nemzet said it was late.", "Lomar Nemzet", "media", ""),
        ("The militia Lomar Front attacked Togo.", "Lomar Front", "organisation", ""),
        ("The king of Ghana flew to Geneva.", "Switzerland", "state", "CHE"),
        (
            "The ICC charged a general. The International Criminal Court said he had fled.",
            "International Criminal Court",
            "organisation",
            "",
        ),
    ],
)
def test_an_actor_has_its_kind_and_country(text, name, kind, country):
    """States by any of their names, offices, parties, media, persons with titles, groups without a name."""
    actors, _ = drafted(text)
    assert (kind, country) == (actors[name]["kind"], actors[name]["country"])


@pytest.mark.parametrize(
    ("paragraphs", "words", "name"),
    [
        (["Nina Roth won. She said it was late."], "She", "Nina Roth"),
        (["Nina Roth beat Karl Beck. She said it was late."], "She", "Nina Roth"),
        (['Nina Roth left. "No," said Karl Beck. He said it was late.'], "He", "Karl Beck"),
        (["Mr Beck met Ms Roth. She said it was late."], "She", "Roth"),
        (["Donald Beck met Nina Roth. She said it was late."], "She", "Nina Roth"),
        (["Karl Beck and Nina Roth met in Rome. He said it was late."], "He", "Karl Beck"),
        (["Karl Beck left.", "Mr Amal's journey goes on. He said it was late."], "He", "Amal"),
        (["The president of France, Jules Amal, left. The president said it was late."], "The president", "Jules Amal"),
        (["Ida Holm, the mayor, left.", "The mayor said it was late."], "The mayor", "Ida Holm"),
        (["A spokesperson for the fund left. They said it was late."], "They", "Spokesperson for the fund"),
        (["Two officials left. They said it was late."], "They", "Two officials"),
        (["The army left. It said the war was over."], "It", "Army"),
        (["North Korea fired. The North said it was a test."], "The North", "North Korea"),
        (["Iran fired. Tehran said it was a test."], "Tehran", "Iran"),
        (["Nina Roth won. Roth said it was late."], "Roth", "Nina Roth"),
        (["Nina Roth won. On Friday Roth said it was late."], "Roth", "Nina Roth"),
        (["Gov. Nina Roth won. The governor said it was late."], "The governor", "Nina Roth"),
        (["Nina Roth, the culture minister, won. The minister said it was late."], "The minister", "Nina Roth"),
        # a name without its accents, a part of a name
        (["Luis Núñez left.", "Nunez said it was late."], "Nunez", "Luis Núñez"),
        (["Jørgen Strøm left.", "Strom said it was late."], "Strom", "Jørgen Strøm"),
        (["Zoé Lind left.", "Zoe Lind said it was late."], "Zoe Lind", "Zoé Lind"),
        (["Luis Núñez left.", "Nunes said it was late."], "Nunes", "Nunes"),
        (["Karl Beck Jr. left.", "Beck said it was late."], "Beck", "Karl Beck Jr."),
        (['Karl "Ted" Beck left.', "Karl Beck said it was late."], "Karl Beck", 'Karl "Ted" Beck'),
        (["Ana Maria Lind left.", "Maria said it was late."], "Maria", "Ana Maria Lind"),
        (["Ana Lind de la Cruz left.", "Lind said it was late."], "Lind", "Ana Lind de la Cruz"),
        (["Abu al-Ostri left. Then al-Ostri said it was late."], "al-Ostri", "Abu al-Ostri"),
        # the short name that a report explains, or that is the beginning of a name
        (["The Ostri Tehreek-e-Lomar (OTL) met.", "OTL said it was late."], "OTL", "Ostri Tehreek-e-Lomar"),
        (['The Ostri Tehreek-e-Lomar ("OTL") met.', "OTL said it was late."], "OTL", "Ostri Tehreek-e-Lomar"),
        (["The Lomar Farmers' Party (XKP) met.", "XKP said it was late."], "XKP", "Lomar Farmers' Party"),
        (["Ostra (XKP) met.", "XKP said it was late."], "XKP", "XKP"),
        (["The Prime Minister (PM) left.", "PM said it was late."], "PM", "PM"),
        # a body by its noun
        (["The Lomar Court criticised Togo.", "The court said it was late."], "The court", "Lomar Court"),
        (["The Supreme Court of Togo met.", "The court said it was late."], "The court", "Supreme Court"),
        (["A court in Togo jailed two men.", "The court said it was late."], "The court", "Court"),
        (["The IMF met Togo's king.", "The court said it was late."], "The court", "Court"),
        (
            ["The Lomar Workers Party met. A union left.", "The party said it was late."],
            "The party",
            "Lomar Workers Party",
        ),
        (["The Lomar Parliament met.", "On Monday parliament said it was late."], "parliament", "Lomar Parliament"),
        (["The Lomar Court met.", "On Monday court said it was late."], "court", "Court"),
        (["Togolese police left.", "Police said it was late."], "Police", "Togolese police"),
        (["Togolese police met Kenyan police.", "Police said it was late."], "Police", "Police"),
        (
            ["Togolese authorities left.", "The authorities said it was late."],
            "The authorities",
            "Togolese authorities",
        ),
        (
            ["The Roe administration left. The Holm administration left.", "The administration said it was late."],
            "The administration",
            "Holm administration",
        ),
        (["The US embassy left.", "The American embassy said it was late."], "The American embassy", "US embassy"),
        (["The US embassy left.", "The French embassy said it was late."], "The French embassy", "French embassy"),
        # who is explained, and who was named last in the sentence
        (["Ana Lind, a rapporteur who said it was late, left."], "a rapporteur who", "Ana Lind"),
        (["Togo freed Ana Lind, a student who said it was late."], "a student who", "Ana Lind"),
        (["Togo freed Ana Lind, students who said it was late."], "students who", "Students"),
        (["After she met Ana Lind, a minister said it was late."], "a minister", "Minister"),
        (["A doctor, Dr Ana Lind, said it was late."], "A doctor, Dr Ana Lind", "Ana Lind"),
        (["A guide, Mr Karl Beck, said it was late."], "A guide, Mr Karl Beck", "Karl Beck"),
        (["Karl Beck left. Police arrested Tom Roe after he said it was late."], "he", "Tom Roe"),
        (["Karl Beck left. Police freed Ida Roe after he said it was late."], "he", "Karl Beck"),
        # one person by a longer name, two titles of one, and a field with "and"
        (["Karl Beck left. Karl J. Beck said it was late."], "Karl J. Beck", "Karl Beck"),
        (
            ["Labour Party leader and Prime Minister Ida Holm said it was late."],
            "Labour Party leader and Prime Minister Ida Holm",
            "Ida Holm",
        ),
        (
            ["AU trade and industry commissioner Karl Beck said it was late."],
            "AU trade and industry commissioner Karl Beck",
            "Karl Beck",
        ),
        (["Senator from Vermont Karl Beck said it was late."], "Senator from Vermont Karl Beck", "Karl Beck"),
        (["Minister of the Interior Ida Roe said it was late."], "Minister of the Interior Ida Roe", "Ida Roe"),
        # a surname that is a common word, where it begins a sentence
        (["Karl Bash left.", "Bash said it was late."], "Bash", "Karl Bash"),
        # one attacker by many words, one court, and one summary
        (["A gunman shot two men.", "The suspect said it was late."], "The suspect", "Gunman"),
        (["The Lomar Court left. The three-judge court said it was late."], "The three-judge court", "Lomar Court"),
        (["The Lomar Court is the highest court. It left.", "The court said it was late."], "The court", "Lomar Court"),
        (["The summary said it was late.", "The court's summary said it was over."], "The court's summary", "Summary"),
        # in between, and not the subject
        (["The mayor during a visit to Togo said it was late."], "The mayor", "Mayor"),
        (["The move came after Ida Roe ordered that it be late."], "Ida Roe", "Ida Roe"),
        (["Ida Roe in leaving the room said it was late."], "Ida Roe", "Ida Roe"),
        (["Residents carried banners that called it late."], "Residents", "Residents"),
        (["Part of the court order said it was late."], "Part of the court order", "Court order"),
        # whom the leader, the top diplomat, the man and the group mean
        (
            ["France's president, Karl Beck, left.", "The French leader said it was late."],
            "The French leader",
            "Karl Beck",
        ),
        (
            ["Ghana's foreign minister, Ida Roe, left.", "Ghana's top diplomat said it was late."],
            "Ghana's top diplomat",
            "Ida Roe",
        ),
        (["Karl Beck was arrested.", "The man said it was late."], "The man", "Karl Beck"),
        (["Hamas attacked Israel.", "The group said it was late."], "The group", "Hamas"),
        (["A group of rebels attacked Togo.", "The group said it was late."], "The group", "Group of rebels"),
        (
            ["President Karl Beck left. President Ida Roe came.", "The president said it was late."],
            "The president",
            "Ida Roe",
        ),
        # whom only a quotation names, and who is the object
        (['"Karl Beck is late," Tom Roe said. "It is over," he said.'], "he", "Tom Roe"),
        (["Karl Beck left. Tom Roe praised him. He said it was late."], "He", "Tom Roe"),
        (["The Taliban left, but they said it was late."], "they", "Taliban"),
        # a group that is called by its name
        (["A group known as the Lomar Front said it was late."], "A group known as the Lomar Front", "Lomar Front"),
    ],
)
def test_a_word_means_the_actor_before_it(paragraphs, words, name):
    """Pronouns, titles, surnames and capitals lead to the actor named before."""
    _, speakers = drafted(*paragraphs)
    assert [name] in [who for source, who in speakers if source == words]


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (["Ghana met Togo in Oslo. Both sides said it was late."], ["Ghana", "Togo"]),
        (["Ghana met Togo.", "The two countries said it was late."], ["Ghana", "Togo"]),
        (["President Ida Roe met President Karl Beck. The two leaders said it was late."], ["Ida Roe", "Karl Beck"]),
        (["Ghana left. Both sides said it was late."], ["Two sides"]),
        (["Ida Roe, a fellow for Space and Lomar Defence at a bank, said it was late."], ["Ida Roe"]),
    ],
)
def test_both_are_the_two_who_were_named_last(paragraphs, speakers):
    """Without the place where they met; where two are not named, the words are an actor of their own."""
    assert speakers == drafted(*paragraphs)[1][-1][1]


def test_two_states_that_speak_together_are_two_sources():
    """China and Saudi Arabia said: both are coded."""
    _, speakers = drafted("China and Saudi Arabia said they would not pay.")
    assert ("China and Saudi Arabia", ["China", "Saudi Arabia"]) in speakers


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("The Lomar Authority and Zorin Bank said they would wait.", ["Lomar Authority", "Zorin Bank"]),
        ("Trade officers and businessmen said it was late.", ["Trade officers", "Businessmen"]),
        ("Hamas and Iran have blamed Mali for it.", ["Hamas", "Iran"]),
        ("Mali, Ghana and the United Nations said it was late.", ["Mali", "Ghana", "United Nations"]),
        ("The founder and president of Zorin Bank said it was late.", ["Founder"]),
        ("A spokesman for the army and the police said it was late.", ["Spokesman for the army"]),
    ],
)
def test_all_who_speak_together_are_sources(sentence, speakers):
    """Bodies, groups and states; one person with two posts is one."""
    assert speakers == drafted(sentence)[1][0][1]


def test_an_official_speaks_for_the_state():
    """A minister of a state that the article names speaks for it."""
    actors, _ = drafted("Russia left. Russian foreign minister Sergei Lavrov said so.")
    assert actors["Russia"]["actor_id"] == actors["Sergei Lavrov"]["speaks_for"]


def test_nobody_speaks_for_a_state_that_the_sentence_alone_suggests():
    """The country of an office without one is taken from the sentence; that makes it no voice of the state."""
    actors, _ = drafted("Norway left the pact. The authority fined Norway.")
    assert "" == actors["Authority"]["speaks_for"]


def test_the_president_of_a_company_is_not_the_president():
    """A title of somebody at an organisation does not answer to "the president"."""
    _, speakers = drafted("Dana Holm, president of Clearwater Alliance, left.", "The president said it was late.")
    assert ["Dana Holm"] not in [who for _, who in speakers]


def test_a_place_is_no_actor():
    """New Mexico and the Black Sea do not act."""
    actors, _ = drafted("He moved to New Mexico, far from the Black Sea.")
    assert {"New Mexico", "Black Sea"}.isdisjoint(actors)


JUNK = [
    (["Senators criticised Togo because Climate Change worries them."], "Climate Change"),
    (["LOMAR, June 3 (Lomar Wire) - Ghana criticised Togo."], "LOMAR"),
    (["LOMAR (Reuters) — Ghana criticised Togo."], "Reuters"),
    (["Ghana criticised Togo. The river runs past Mount Ostra and the Ostra Museum."], "Ostra Museum"),
    (["The EU criticised Togo. The European Union met Ghana."], "EU"),
    (["The Lomar Port Union criticised Togo. LPU met Ghana."], "LPU"),
    (["US Secretary of State Mia Pohl met Togo's king."], "US Secretary"),
    (["Prime Minister of Israel Benjamin Netanyahu met Togo's king."], "Prime Minister"),
    (["Police in Jersey City criticised Togo."], "Jersey"),
    (["Jordan Bardella criticised Togo."], "Jordan"),
    (["An SUV hit Togo's king. Hurricane Ida struck Ghana."], "SUV"),
    (["An SUV hit Togo's king. Hurricane Ida struck Ghana."], "Hurricane Ida"),
    (["Nobody in Accra claims to know the king of Togo."], "Nobody"),
    (["Opening the case, the lead prosecutor, Mia Pohl, said that the king of Togo had fled."], "Case"),
    (["Ghana asked a judge to take the post of chief justice."], "Chief justice"),
    (["Governor Tom Reyes arrived. Voters praised the governor's plan."], "Governor"),
    (["The minister of culture, Mia Pohl, wept and then called on Ghana to help."], "Minister"),
    (["Ghana met the visitors. The police of Togo let him go."], "Him"),
    (["India beat Ghana, whose captain clashed over a disputed catch."], "A"),
    (["TOGO: We left. THE TRUTH: TRUTH says it stayed."], "TRUTH"),
    (["Ghana suspended its part in checks at the ports of Ostra and Lomar."], "Lomar"),
    (["Ghana sued Togo after it suspended checks at the port of Ostra."], "Ostra"),
    (["A Lomar mayor criticised Togo.", "Mayor Ida Holm said it was late."], "Lomar mayor"),
    (["The Holm administration criticised Togo. The administration said it was late."], "Administration"),
    (["Ghana criticised Togo. Last week 14 of them said it was late."], "Last week"),
    (["Ghana criticised Togo. Last week said it was late."], "Last week"),
    (["In May and in April Ghana expelled a Togolese diplomat."], "April Ghana"),
    (["The Oversight and Reform Committee criticised Togo."], "Oversight"),
    (["The Australian dollar fell as Ghana met Togo."], "Australia"),
    (["Canadian dollars fell as Ghana met Togo."], "Canada"),
    (["Ghana suspended its part in checks at the straits of Ostra."], "Ostra"),
    (["Ghana bombed the Islamic State of Iraq and the Levant."], "Iraq"),
    (["Ghana attacked the Islamic State of Iraq and Syria."], "Syria"),
    (["The Bank of Lomar criticised Togo.", "The Bank met Ghana's king."], "Bank"),
    (["G-7 leaders criticised Togo.", "The Group of Seven said it was late."], "Group of Seven"),
]


@pytest.mark.parametrize(
    ("headline", "text", "name"),
    [
        ("Fiancée of a writer said it was late", "Ida Roe came to Lomar.", "Ida Roe"),
        ("Ghana leader said it was late", "President Ida Roe of Ghana came to Lomar.", "Ida Roe"),
        ("Lomar court said it was late", "The Court of Session met.", "Court of Session"),
    ],
)
def test_a_headline_means_whom_the_text_begins_with(headline, text, name):
    """By whatever words it calls them."""
    tables = draft_tables(SimpleNamespace(headline=headline, paragraphs=(text,), published=None))
    names = {row["actor_id"]: row["name"] for row in tables["actors"]}
    assert [name] == [names[row["source_ids"]] for row in tables["statements"] if row["paragraph"] == "headline"]


def test_whom_the_man_means_is_a_guess():
    """The bench asks: his alias has a question mark."""
    actors, _ = drafted("Karl Beck was arrested.", "The man said it was late.")
    assert "p2?: The man" in actors["Karl Beck"]["aliases"]


@pytest.mark.parametrize(("paragraphs", "name"), JUNK)
def test_what_takes_no_part_or_is_named_twice_is_no_actor_of_its_own(paragraphs, name):
    """No thing, no dateline, nobody who neither acts nor speaks nor is acted upon, and no second form of a name."""
    assert name not in drafted(*paragraphs)[0]


@pytest.mark.parametrize(
    ("paragraphs", "words", "name"),
    [
        (
            ["Togolese leader Abla Doe left. His sister, Ama Doe, warned Ghana.", "Ms Doe said it was late."],
            "Ms Doe",
            "Ama Doe",
        ),
        (["Mr Karl Beck met Mrs Ida Beck.", "Mrs Beck said it was late."], "Mrs Beck", "Ida Beck"),
        (["Karl Beck met Ida Beck. Karl Beck left.", "Beck said it was late."], "Beck", "Karl Beck"),
        (["Governor Tom Roe met mayor Ida Roe.", "Governor Roe said it was late."], "Governor Roe", "Tom Roe"),
        (["Governor Tom Roe met mayor Ida Roe.", "Mayor Roe said it was late."], "Mayor Roe", "Ida Roe"),
        (["Otto Berg criticised Togo.", "King Otto said it was late."], "King Otto", "Otto"),
        (["Otto Berg criticised Togo.", "Otto said it was late."], "Otto", "Otto Berg"),
        (["Togo criticised Ghana. Farmers met. One said it was late."], "One", "One of the farmers"),
    ],
)
def test_people_of_one_surname_and_one_of_several(paragraphs, words, name):
    """A title decides, then who was named last; "one" is one of the people before it, never a body."""
    _, speakers = drafted(*paragraphs)
    assert [name] in [who for source, who in speakers if source == words]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Mayor says taxes will fall", "Mayor Ida Holm criticised Togo."),
        ("PM denies it", "Prime Minister Ida Holm criticised Togo."),
        ("Togolese foreign minister says taxes will fall", "Togolese foreign minister Ida Holm left."),
    ],
)
def test_a_title_alone_in_a_headline_is_its_holder(headline, text):
    """Headlines leave out "the"."""
    tables = draft_tables(SimpleNamespace(headline=headline, paragraphs=(text,), published=None))
    assert {"Ida Holm", "Togo"} == {row["name"] for row in tables["actors"]}


def test_two_ministers_are_not_the_minister():
    """A short title means its holder only where the report has one."""
    text = "Ida Holm, the culture minister, and Karl Beck, the trade minister, left. The minister said it was late."
    assert ("The minister", ["Minister"]) in drafted(text)[1]


@pytest.mark.parametrize("end", ["the president of", "Kim, the foreign minister of", "Mr", "Kim,", "Kim of", "the"])
def test_a_paragraph_may_end_anywhere(end):
    """A long paragraph is cut, and a page may break off: what would go on behind the last word is nobody."""
    actors, _ = drafted(f"Togo said no to {end}", "Togo criticised Ghana.")
    assert {"Togo", "Ghana"} <= set(actors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prices fell, according to data from the Lomar Institute.", ["Lomar Institute"]),
        ("Togo banned a film called “Long Night”.", ["Togo"]),
        ("Togo praised the Lebanese Hezbollah.", ["Togo", "Hezbollah"]),
        ("Togo attacked Nazi Germany.", ["Togo", "Germany"]),
        ('"It is late," stated the order.', ["Order"]),
        (
            "The government said it was late. The Togolese government said it was early.",
            ["Togolese government", "Togo"],
        ),
        ("Togo spoke to Mali's military Commander in Chief Karl Beck.", ["Togo", "Karl Beck", "Mali"]),
        ("Togo's Foreign Secretary Ida Holm wept. The foreign minister said it was late.", ["Togo", "Ida Holm"]),
        ("A million people said it was late.", ["A million people"]),
        ("Southern Rhodesia met Togo.", ["Zimbabwe", "Togo"]),
        ("French President Karl Beck wept. The French opposition leader said no.", ["Karl Beck", "France"]),
        ("The minister for European Affairs, Ida Holm, said it was late.", ["Ida Holm"]),
        ("Togo's nominee spoke of a plan. The nominee said it was late.", ["Togo's nominee", "Togo"]),
    ],
)
def test_who_the_actors_are(text: str, names: list[str]) -> None:
    """Whose figures they are, one row for a force and its country's adjective, and no row for a title."""
    actors, _ = drafted(text)
    assert set(names) == set(actors)


@pytest.mark.parametrize("thing", ["doctrine", "story", "aim", "attack", "outcome", "past"])
def test_a_thing_that_speaks_is_a_text(thing: str) -> None:
    """Its words are there to read: nobody else is made their source."""
    actors, statements = drafted(f"The {thing} said that it was late.")
    assert [[thing.capitalize()]] == [names for _, names in statements]
    assert "document" == actors[thing.capitalize()]["kind"]


@pytest.mark.parametrize(
    "sentence",
    ["The {} threatened the harvest.", "The {} meant that it was late.", "The {} guaranteed two years of talks."],
)
@pytest.mark.parametrize("thing", ["attack", "outcome", "storm", "resignation", "output"])
def test_a_thing_that_does_what_words_cannot_makes_no_statement(sentence: str, thing: str) -> None:
    """And no source that is not named."""
    assert ({}, []) == drafted(sentence.format(thing))


@pytest.mark.parametrize("person", ["clerk", "barista", "mariner", "kid", "guide", "customer", "pianist", "audience"])
def test_a_noun_for_people_is_somebody_who_speaks(person: str) -> None:
    """Also where no list has the noun, by how it ends."""
    assert [person.capitalize()] == [
        name for _, names in drafted(f"The {person} said that it was late.")[1] for name in names
    ]


def test_the_secretary_is_the_one_named_last() -> None:
    """Of two with such titles, where the last paragraph names one alone; of none where it names both."""
    both = "Defense Secretary Karl Beck met Secretary of Education Ida Holm."
    said = "The secretary said it was late."
    assert [["Karl Beck"]] == [who for _, who in drafted(both, "Beck laughed.", said)[1]]
    assert [["Secretary"]] == [who for _, who in drafted(both, said)[1]]


def test_who_is_only_meant_by_a_pronoun_keeps_the_words_that_name_him() -> None:
    """They acts; the prosecutors are named where the report first tells of them."""
    actors, _ = drafted("The prosecutors left Togo. They said it was late.")
    assert "p1: The prosecutors" in actors["Prosecutors"]["aliases"].split(" | ")
