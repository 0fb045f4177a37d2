"""Who acts in an event and who is acted upon, told in one line: event, actors > recipients."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from communique.drafting.draft.coder import draft_tables


def told(text: str) -> str:
    """The events of a paragraph: ``ASSAULT Ghana + Mali > Togo; AID Chad >``."""
    tables = draft_tables(SimpleNamespace(headline="", paragraphs=(text,), published=None))
    names = {row["actor_id"]: row["name"] for row in tables["actors"]}
    joined = lambda cell: " + ".join(names[i] for i in cell.split(" | ") if i)  # noqa: E731
    rows = tables["events"]
    return "; ".join(f"{r['event']} {joined(r['actor_ids'])} > {joined(r['recipient_ids'])}".strip() for r in rows)


ACTORS = [
    ("Savers gathered outside the Togolese embassy in Lomar.", "PROTEST Savers > Togolese embassy"),
    ("The general overthrew the king of Ghana.", "COERCE General > King"),
    ("Karl Beck of Togo called Mia Pohl a conspirator.", "ACCUSE Karl Beck > Mia Pohl"),
    ("The nuns were released in Togo.", "RETREAT Not named > Nuns"),
    ("Ghana called in the army to control crowds.", "MOBILIZE Ghana >"),
    ("Ghana's leading opposition figure was jailed.", "COERCE Not named > Ghana's leading opposition figure"),
    ("Chad, an ally of Togo, condemned the attack.", "ACCUSE Chad >"),
    ('Ghana told its party "mere" plans to close the border were late.', ""),
    ("Ghana would not abandon a nuclear deal with Togo.", "AGREE Ghana > Togo"),
    (
        "Mr Beck, who challenged Mr Roe in 2001, wept. He was jailed by police of Togo.",
        "COERCE Police > Beck",
    ),
    ("Ghana ended agreements with a town that nuns of Togo say were late.", "SANCTION Ghana > Togo"),
    (
        "Thousands took to the streets of Togo on Sunday to protest against the king of Mali.",
        "PROTEST Thousands of people > King",
    ),
    ('Ghana condemned the "harsh" raid by Togo.', "ACCUSE Ghana > Togo"),
    (
        "The foreign ministers, Ann Lind, Karl Beck and Ida Roe, condemned Togo.",
        "ACCUSE Ann Lind + Karl Beck + Ida Roe > Togo",
    ),
    (
        "The presidents of Ghana and Mali, Karl Beck and Ann Lind, condemned Togo.",
        "ACCUSE Karl Beck + Ann Lind > Togo",
    ),
    (
        "Karl Beck, the president of Ghana, and Ann Lind, an envoy of Mali, condemned Togo.",
        "ACCUSE Karl Beck + Ann Lind > Togo",
    ),
    (
        "Togo condemned Karl Beck, the mayor of Lomar, and Ann Lind, his deputy.",
        "ACCUSE Togo > Karl Beck + Ann Lind",
    ),
    ("Ghana sent aid to Mali, the country next door, and Togo condemned Chad.", "AID Ghana > Mali; ACCUSE Togo > Chad"),
    ("Envoys of Ghana, Mali and Togo condemned Chad.", "ACCUSE Envoys > Chad"),
    ("In Ghana, Mali and Togo condemned Chad.", "ACCUSE Mali + Togo > Chad"),
    ("Ten people were killed in the Orlando mass shooting.", "ASSAULT Not named > Ten people"),
    ("The Lomar mission said Thursday that they attacked Togo.", "ASSAULT Lomar mission > Togo"),
    ("Zorin's fifth chief of staff criticised Togo.", "ACCUSE Zorin's fifth chief of staff > Togo"),
    ("Jaques Wagner left. Wagner criticised Togo.", "ACCUSE Jaques Wagner > Togo"),
    ("Wagner fighters attacked Togo. Wagner criticised Mali.", "ASSAULT Wagner > Togo; ACCUSE Wagner > Mali"),
    ("Ghana said it could authorise the use of force.", "THREATEN Ghana >"),
    ("The king of Ghana met the envoys on Sunday before they visited Togo.", "CONSULT King > Envoys"),
    ("A drone hit the office of Ghana's security chief Karl Beck.", "ASSAULT Not named > Karl Beck"),
    ("Ghana brushed off reports that nuns in Togo left.", "REJECT Ghana >"),
    ("The police called for the recruiting of guards.", "REQUEST Police > Guards"),
    ("Ghana will withdraw on 12 May.", "AGREE Ghana >"),
    # who wrote, who is quoted, and who is with somebody
    (
        "Ann Lind sent a letter to the head of Togo's bank demanding he leave.",
        "CONSULT Ann Lind > Head of Togo's bank; REQUEST Ann Lind > Head of Togo's bank",
    ),
    ("Ghana signed a document with Chad, with Mali praising Togo.", "SUPPORT Ghana > Chad; SUPPORT Mali > Togo"),
    (
        "Ghana praised the union, which said the king of Mali had condemned Togo.",
        "SUPPORT Ghana > Union; ACCUSE King > Togo",
    ),
    ("Ghana's king has either praised or jailed Chad.", "SUPPORT Ghana's king > Chad; COERCE Ghana's king > Chad"),
    ("Ghana's decision was late, prompting criticism from Togo.", "ACCUSE Togo > Ghana"),
    ("Large groups of migrants met the police of Togo.", "CONSULT Groups of migrants > Police"),
    ('Ghana has "jailed and beaten nuns" in Togo.', "COERCE Ghana > Nuns; ASSAULT Ghana > Nuns"),
    (
        "War began after Ghana's attack on Togo, in which ten nuns were jailed.",
        "ASSAULT Ghana > Togo; COERCE Ghana > Ten nuns",
    ),
    # whom a subject has behind it, and what comes before its verb
    ("Ghana's ambassador to Mali praised Togo.", "SUPPORT Ghana's ambassador > Togo"),
    ("Mali joined Ghana in accusing Togo of theft.", "SUPPORT Mali > Ghana; ACCUSE Mali > Togo"),
    (
        "Karl Beck resigned as chair of the Lomar Party, which praised Togo.",
        "RETREAT Karl Beck >; SUPPORT Lomar Party > Togo",
    ),
    (
        "Karl Beck vowed that war between Ghana and Mali would end before urging Togo to go.",
        "ASSAULT Ghana + Mali >; REQUEST Karl Beck > Togo",
    ),
    ("Togo came under attack from Ghana.", "ASSAULT Ghana > Togo"),
    ("A deal between Ghana and Togo was reached.", "AGREE Ghana + Togo >"),
    (
        "The king of Ghana met Mali's envoy when a row began, and praised Togo.",
        "CONSULT King > Mali's envoy; SUPPORT King > Togo",
    ),
    # the last "and" of a list behind a comma
    ("Lind, Berg, and Holm met in Togo.", "CONSULT Lind + Berg + Holm >"),
    ("Ana Berg, Karl Lind, Max Roth, and Ida Holm met.", "CONSULT Ana Berg + Karl Lind + Max Roth + Ida Holm >"),
    ("Ghana, Mali, and Togo condemned Chad.", "ACCUSE Ghana + Mali + Togo > Chad"),
    ("Ghana attacked Togo, and Mali condemned Chad.", "ASSAULT Ghana > Togo; ACCUSE Mali > Chad"),
    # before, after and without behind a relative clause
    (
        "Ghana praised Mali, which had attacked Togo, before condemning Chad.",
        "SUPPORT Ghana > Mali; ASSAULT Mali > Togo; ACCUSE Ghana > Chad",
    ),
    ("Ghana praised Mali, which attacked Togo by bombing a port.", "SUPPORT Ghana > Mali; ASSAULT Mali > Togo"),
    # what comes between a subject and its verb
    ("Troops trying to arrest a man in Togo shot a guard.", "COERCE Troops > Man; ASSAULT Troops > Guard"),
    ("Police searching for the gunman arrested two men.", "ACCUSE Police > Gunman; COERCE Police > Two men"),
    ("Ghana said that rebels holding a town in Mali attacked Togo.", "ASSAULT Rebels > Togo"),
    ("A guard gunned down by a crazed fan was praised by Ghana.", "ASSAULT Crazed fan > Guard; SUPPORT Ghana > Guard"),
    ("A man who first told that Ghana lied while it was at war was jailed by Togo.", "COERCE Togo > Man"),
    (
        "The king of Ghana visited Mali and Minister of State for Trade Karl Beck has visited Togo.",
        "CONSULT King > Mali; CONSULT Karl Beck > Togo",
    ),
    ("Groups armed with sticks, whips and shields attacked Togo.", "ASSAULT Groups > Togo"),
    ("The Ghanaian military said soldiers attacked Togo.", "ASSAULT Soldiers > Togo"),
    (
        "The men were abducted and murdered by police of Togo.",
        "ASSAULT Police > Men",
    ),
    # a place does nothing, whoever is there may
    ("It followed a raid in Lomar that killed ten people.", "ASSAULT Not named > Ten people"),
    ("The bomb hit a shop manned by police in Lomar, who arrested a man.", "COERCE Police > Man"),
    ("Rebels in Lomar who attacked Togo wept.", "ASSAULT Rebels > Togo"),
    ("Fury grew in Ghana, which has attacked Togo.", "ASSAULT Ghana > Togo"),
    # adverbs that look like somebody
    ("Ghana further condemned Togo.", "ACCUSE Ghana > Togo"),
    ("Ghana went further and condemned Togo.", "ACCUSE Ghana > Togo"),
    ("The ministers of Ghana said they both condemned Togo.", "ACCUSE Ministers > Togo"),
    ("Both ministers of Togo condemned Ghana.", "ACCUSE Ministers > Ghana"),
    ("Heavy fighting hit Togo.", ""),
    ("Polish farmers condemned Togo.", "ACCUSE Farmers > Togo"),
    # a participle that only says which one it is
    ("Ghana's king met members of a party accused of lying.", "CONSULT Ghana's king > Members of a party"),
    ("Ghana supports fishermen in towns attacked from Togo.", "SUPPORT Ghana > Fishermen"),
    ("Ghana's king said rebels attacked in Togo.", "ASSAULT Rebels > Togo"),
    # words added to others are to the same hearers, unless they are of another sort
    ("Ghana criticised Togo, demanding an end to the raids.", "ACCUSE Ghana > Togo; REQUEST Ghana > Togo"),
    ("The king criticised his ministers, promising aid.", "ACCUSE King > His ministers; AGREE King >"),
    # nobody is told anything by what somebody denies
    ("The king denied that Ghana threatened to leave.", "REJECT King >; THREATEN Ghana >"),
    # a surname that is a month too
    ("Theresa May left. Ghana criticised May's offer.", "ACCUSE Ghana > Theresa May"),
    # of a list, only the last has its short name in brackets
    (
        "Chad, Mali and the Lomar Workers Party (LWX) criticised Togo.",
        "ACCUSE Chad + Mali + Lomar Workers Party > Togo",
    ),
    # whose arrest it was is not whom somebody blames for it
    ('The court of Ghana called her arrest "a breach of the law".', "ACCUSE Court >"),
    ("Ghana condemned the arrest of two nuns by the police.", "ACCUSE Ghana > Police; COERCE Police > Two nuns"),
    # who did the second deed, and with whom they fought
    (
        "Karl Beck killed a woman named Ida Roe and injured nine others.",
        "ASSAULT Karl Beck > Ida Roe; ASSAULT Karl Beck > Nine others",
    ),
    ("Police said the car had come from Ghana and attacked Togo.", "ASSAULT Police > Togo"),
    ("Hundreds of people were injured in clashes with riot police.", "ASSAULT Riot police > Hundreds of people"),
    ("On Monday police fired tear gas. Two men were held.", "ASSAULT Police >; COERCE Police > Two men"),
    ("Ghana demanded the release of prisoners.", "REQUEST Ghana >"),
    ("Ghana called for the extradition of Karl Beck.", "REQUEST Ghana >"),
    ("Police arrested two men. A judge jailed them.", "COERCE Police > Two men; COERCE Judge > Two men"),
    ("Refugees displaced by World War II met Ghana.", "CONSULT Refugees > Ghana"),
    ("The Lomar rally angered Ghana.", ""),
    ("King Ida Roe of Ghana is the first ruler who met Togo.", "CONSULT Ida Roe > Togo"),
    ("Ghana was not the only state supporting Togo.", "SUPPORT Ghana > Togo"),
    ("Ghana signed an order banning Togo's exports.", "SANCTION Ghana > Togo"),
    ("Ghana read an order banning Togo's exports.", ""),
    # what strikes, where nobody is named; and who rules, where schools are closed
    ("A bomb killed five people in Lagos.", "ASSAULT Not named > Five people"),
    ("Two bullets hit a guard in Lagos.", "ASSAULT Not named > Guard"),
    ("The Monday attack killed two nuns in Togo.", "ASSAULT Not named > Two nuns"),
    ("A storm killed five people in Lagos.", ""),
    ("The minister of Ghana left. Schools were closed.", "COERCE Not named > Schools"),
    ("Ghana closed the border. Schools were closed.", "SANCTION Ghana >; COERCE Ghana > Schools"),
    (
        "The government of Ghana met Togo. Schools were closed.",
        "CONSULT Government > Togo; COERCE Government > Schools",
    ),
    (
        "The government of Ghana met Togo. Two nuns were arrested.",
        "CONSULT Government > Togo; COERCE Not named > Two nuns",
    ),
    # whom a clause is about, and who goes on to speak
    ("The deployment of officers who attacked Togo was late.", "MOBILIZE Officers >; ASSAULT Officers > Togo"),
    ("Ghana reported that the port was hit, denouncing Togo.", "ACCUSE Ghana > Togo"),
    ("Ghana denied the charges, calling them an insult.", "REJECT Ghana >; ACCUSE Ghana >"),
    ("The Lomar Front, a group that bombed Togo, left.", "ASSAULT Lomar Front > Togo"),
    ("Ghana ordered Togo to close the office.", "REQUEST Ghana > Togo"),
    ("Thousands of US and Filipino troops attacked Togo.", "ASSAULT Thousands of US and Filipino troops > Togo"),
    ("North and South Korea attacked Togo.", "ASSAULT North Korea + South Korea > Togo"),
    ("All of the ministers condemned Togo.", "ACCUSE Ministers > Togo"),
    ("Both of the ministers condemned Togo.", "ACCUSE Ministers > Togo"),
    ("Each of the parties condemned Togo.", "ACCUSE Parties > Togo"),
    ("Some of the ministers condemned Togo.", "ACCUSE Some of the ministers > Togo"),
    ("Ghana says the rebels left Togo and has moved to isolate Mali.", "SANCTION Ghana > Mali"),
    ("A publisher was attacked by a group of radicals.", "ASSAULT Group of radicals > Publisher"),
    ("Six people died, with 100 others wounded in an assault.", "ASSAULT Not named > 100 others"),
    ("Ghana warned Togo of war if it invades Mali.", "THREATEN Ghana > Togo; ASSAULT Togo > Mali"),
    ("Police have made some arrests for the attacks on Ms Roy.", "COERCE Police > Roy"),
    ("Ghanaian Apache helicopters hit Togo.", "ASSAULT Ghana > Togo"),
    ("Apache helicopters and F-16 fighter-bombers hit Togo.", "ASSAULT Not named > Togo"),
    ("The U-S condemned Togo.", "ACCUSE United States > Togo"),
    # whose deed it is where quotations, relative clauses and "no longer" come between
    ("Mr Beck, who was put under arrest by police of Togo, left.", "COERCE Police > Beck"),
    ("Ghana no longer supports the rebels of Togo.", "REJECT Ghana > Rebels"),
    ("Ghana will no longer supply weapons to Togo.", "REJECT Ghana > Togo"),
    ("Help depended on the rebels of Togo no longer being attacked by Ghana.", "ASSAULT Ghana > Rebels"),
    ("Ghana's continued bombing of Togo angered Mali.", "ASSAULT Ghana > Togo"),
    ("Nuns released photos of children whom they say were shot by troops of Togo.", "ASSAULT Troops > Children"),
    ("The people who gave themselves in to police had been beaten by soldiers of Togo.", "ASSAULT Soldiers > People"),
    ('Nuns of Ghana killed 13 "innocent traders" of Togo.', "ASSAULT Nuns > Innocent traders"),
    ("Ann Lind spoke. Ghana attacked her record on trade.", "ACCUSE Ghana > Ann Lind"),
    ("Ghana upheld the prisoner's right.", "SUPPORT Ghana > Prisoner"),
    ("The nuns were killed in the Togolese crackdown.", "ASSAULT Togo > Nuns"),
    (
        'Ann Lind said that Ghana had "jailed" nuns, "wrongly" and threatened to "hit back" at Togo.',
        "COERCE Ghana > Nuns; THREATEN Ann Lind > Togo; ASSAULT Ann Lind > Togo",
    ),
    ("Ghana's nuns fought alongside rebels of Togo.", "COOPERATE Ghana's nuns > Rebels"),
    ("Mali hosted envoys from countries that attacked Togo.", "CONSULT Mali > Envoys"),
    (
        "The party sued Togo alleging its king was beaten by police of Ghana.",
        "ACCUSE Party > Togo; ACCUSE Party > Police; ASSAULT Police > King",
    ),
    ("Mr Beck, minister Mr Roe, and other leaders accused Togo of fraud.", "ACCUSE Beck + Roe + Other leaders > Togo"),
    ("Ghana may trade with Togo, allowing it to grow.", ""),
    ("Ghana left and exiled nuns warned hundreds had been jailed by Togo.", "COERCE Togo > Hundreds of people"),
    ("Ghana stopped arming Togo.", "SANCTION Ghana > Togo"),
    ("Ghana threatened to stop helping Togo.", "THREATEN Ghana > Togo; SANCTION Ghana > Togo"),
    ("The missiles of Togo were first deployed in Ghana.", "MOBILIZE Not named > Ghana"),
    # a deed that was told before
    ("Togo launched a missile. Mali condemned the launch.", "MOBILIZE Togo >; ACCUSE Mali > Togo"),
    ("Togo invaded Ghana. The invasion was condemned by Mali.", "ASSAULT Togo > Ghana; ACCUSE Mali > Togo"),
    ("Togo imposed tariffs on Ghana. It suspended the tariffs.", "SANCTION Togo > Ghana; RETREAT Togo > Ghana"),
    ("Togo imposed tariffs on Ghana. Mali suspended the tariffs.", "SANCTION Togo > Ghana; RETREAT Mali >"),
    ("Togo launched a missile. Mali condemned a launch.", "MOBILIZE Togo >; ACCUSE Mali >"),
    ("Togo proposed talks. Togo rejected the proposal.", "REQUEST Togo >; REJECT Togo >"),
    ("Ghana is known for not jailing nuns and openly settling disputes with Togo.", ""),
    # who is meant by a pronoun or a noun alone
    ("Karl Beck wept. Mia Pohl left. He accused Karl Beck of fraud.", "ACCUSE Mia Pohl > Karl Beck"),
    (
        "The Lomar Workers Union called for a raise, while the company offered aid to Togo.",
        "REQUEST Lomar Workers Union >; AGREE Company > Togo",
    ),
    (
        "Rebels attacked Togo, according to Ghanaian police, who said they hit Mali.",
        "ASSAULT Rebels > Togo; ASSAULT Ghanaian police > Mali",
    ),
    ("Mia Pohl wrote to envoys urging them to leave.", "REQUEST Mia Pohl > Envoys"),
    ("Mia Pohl wants to demonstrate to voters that Togo left.", ""),
    # who is named further on, and what comes before it
    ("Ghana approved sanctions on Monday, targeting Togo's ports.", "SANCTION Ghana > Togo"),
    ("Ghana has mediated talks designed to settle a row between Togo and Mali.", "CONSULT Ghana > Togo + Mali"),
    ("Ghana sent an envoy to meet Togo's king.", "CONSULT Ghana > Togo's king"),
    ("Ghana sent a delegation to Togo.", "CONSULT Ghana > Togo"),
    ("While condemning Togo, Ghana and Mali left.", "ACCUSE Ghana + Mali > Togo"),
    ("Thousands marched, chanting for the release of Karl Beck.", "PROTEST Thousands of people >"),
    ("Mr Beck was hit by a stone, in the first visit by a king to Togo.", "CONSULT King > Togo"),
    ("Police killed a 15-year-old.", "ASSAULT Police > 15-year-old"),
    ("The envoys that Togo arrested were freed.", "COERCE Togo > Envoys; RETREAT Not named > Envoys"),
    ("The king of Ghana, whom Togo has vowed to kill, left.", "THREATEN Togo > King; ASSAULT Togo > King"),
    ("Mali said that Togo attacked.", "ASSAULT Togo >"),
    ("Ann Lind was released from Togolese jails.", "RETREAT Togo > Ann Lind"),
    ("Rebels fired dozens of missiles at targets in Togo.", "ASSAULT Rebels > Togo"),
    ("Rebels took over 250 hostages of Togo.", ""),
    (
        "Karl Beck claimed that Mia Pohl left Togo. He also accused Pohl of fraud.",
        "ACCUSE Karl Beck > Mia Pohl",
    ),
    # who is acted upon, and who is not
    ("Karl Beck called for the killers of Mia Pohl to be jailed.", ""),
    ("Ghana asked Togo to be patient.", "REQUEST Ghana > Togo"),
    ("The raid was condemned by members of the European Union.", ""),
    ("Mr Trump withdrew the US from a treaty with Iran.", "SANCTION Donald Trump > Iran"),
    (
        "The Lind administration praised Mali. The administration of President Beck praised Togo.",
        "SUPPORT Lind administration > Mali; SUPPORT Administration > Togo",
    ),
    ("Ghana has not shown that it would help Togo.", ""),
    ("Ghana helped broker the talks between Togo and Mali.", "CONSULT Ghana > Togo + Mali"),
    ("Ghana and Brazil had helped to arrange the talks.", "CONSULT Ghana + Brazil >"),
    ("Nurses helped organise a party in Togo.", ""),
    ("The prince of Togo was hit for six.", ""),
    ("Ghana sent soldiers to deliver food to Togo.", "MOBILIZE Ghana > Togo; AID Soldiers > Togo"),
    ("Their presidents, Ann Lind and Karl Beck, met in Togo.", "CONSULT Ann Lind + Karl Beck > Togo"),
    ("Ghana praised its leaders, Ann Lind and Karl Beck.", "SUPPORT Ghana > Ann Lind + Karl Beck"),
    ("Ghana met the ministers, Ann Lind said.", "CONSULT Ghana > Ministers"),
    ("Speaking to Agence France-Presse, the king of Togo praised Ghana.", "SUPPORT King > Ghana"),
    ("A nurse sat alone at a cafe in Togo.", ""),
    ("Students of Ghana wept in the week leading up to the summit of the African Union.", ""),
    # which word is the verb
    ("Ghana leads the charge against the plan of Togo.", ""),
    ("Mr Beck has alleged ties to the guards of Togo.", ""),
    ("Togo saw 10,000 captured Ghanaian rebels.", ""),
    (
        "Police of Togo raided areas in the region's north and seized Mali's offices.",
        "COERCE Police of Togo >; COERCE Police of Togo > Mali's offices",
    ),
    ("The war forced Togo to pull out and cede control to Mali.", ""),
    ("Karl Beck described the American strikes against Togo as heavy.", "ASSAULT United States > Togo"),
    ("The teachers' strike in Togo went on.", ""),
    ("Togo ended its strikes on Ghana.", "RETREAT Togo > Ghana"),
    ("Nurses ended their strikes.", "CONCEDE Nurses >"),
    ("The king of Togo came to office.", ""),
    ("Ghana refused to recognise Togo.", "REJECT Ghana > Togo"),
    ("Togo faces security threats. Ghana's threat to attack Togo was late.", "THREATEN Ghana > Togo"),
    ("Togo gave a defiant response. Togo delivered a defiant response to Ghana.", ""),
    ("She attacked Togo, and now she may lead it. Mia Pohl is 40.", "ACCUSE Mia Pohl > Togo"),
    # who is meant by a pronoun or a noun alone
    ("Ghana's troops withdrew from Togo.", "RETREAT Ghana's troops > Togo"),
    ("The presidents of Togo and Ghana met.", "CONSULT Presidents >"),
    ("Ghana retaliated by expelling two envoys of Togo.", ""),
    ("Togo as well as Ghana condemned Mali.", "ACCUSE Togo + Ghana > Mali"),
    ("The attack, claimed by the Lomar Front, killed 12 soldiers of Togo.", "ASSAULT Lomar Front > 12 soldiers"),
    ("Ten nuns were killed and dozens wounded in Togo.", "ASSAULT Not named > Ten nuns + Dozens of people"),
    # whose land or allies, and an event told again
    ("Ghana criticised Western powers' refusal to leave.", "ACCUSE Ghana > Western powers"),
    ("An inquiry was opened into the loss by hackers of files of Ghana.", ""),
    ("Ghana occupies 38,000 square km of Togo.", "COERCE Ghana > Togo"),
    ("Ghana said Togo attacked its land.", "ASSAULT Togo > Ghana"),
    ("Ghana told the BBC not to call again.", ""),
    ("Ghana visited Togo. Ghana will leave. Ghana visited Togo to sell gold.", "CONSULT Ghana > Togo"),
    (
        "Ghana attacked Togo on 3 May 2024. Ghana attacked Togo on 5 May 2024.",
        "ASSAULT Ghana > Togo; ASSAULT Ghana > Togo",
    ),
    ("Ghana called for calm. Ghana called for talks.", "REQUEST Ghana >; REQUEST Ghana >"),
    (
        "Togo and its allies met Ghana and its allies. Togo's allies wept. Mali praised Togo's allies.",
        "CONSULT Togo + Togo's allies > Ghana + Ghana's allies; SUPPORT Mali > Togo's allies",
    ),
    (
        "India and China met. India and China left. Mali hit India. China left. The two countries fought a war.",
        "CONSULT India + China >; ASSAULT Mali > India; ASSAULT India + China >",
    ),
    (
        "The nuns were hit by Mali. Mali attacked India. The two countries fought a war.",
        "ASSAULT Mali > Nuns; ASSAULT Mali > India; ASSAULT Mali + India >",
    ),
]


@pytest.mark.parametrize(("text", "events"), ACTORS)
def test_who_acts(text: str, events: str) -> None:
    """All of a list, the subject of the sentence and not of a clause in it; nobody where only a weapon is named."""
    assert events == told(text)


RECIPIENTS = [
    ("A couple said they will return to Mexico.", ""),
    ("A group called the Islamic State left.", ""),
    ("Togo used the Orlan missile. The law allows police to detain people.", ""),
    ("Pakistan stood by Saudi Arabia.", "SUPPORT Pakistan > Saudi Arabia"),
    # who is no party to it
    ("While Mali waited, Ghana called for an inquiry.", "REQUEST Ghana >"),
    ("Ghana, which borders Mali, called for an inquiry.", "REQUEST Ghana >"),
    ("Ghana sent warships into the Persian Gulf.", "MOBILIZE Ghana >"),
    ("Exiles were fighting for Ghana in Kumasi.", ""),
    ("Ghana pulled its troops out of Togo.", "RETREAT Ghana > Togo"),
    ("Exiles of Ghana rallied in Lagos against Karl Beck.", "PROTEST Exiles > Karl Beck"),
    # all of a list before "to" with a verb
    ("Ghana called on Italy and Egypt to join the pact.", "REQUEST Ghana > Italy + Egypt"),
    ("Ghana urged Togo, Mali, and Chad to leave.", "REQUEST Ghana > Togo + Mali + Chad"),
    ("Ghana criticised Togo and Mali fled.", "ACCUSE Ghana > Togo"),
    # whom an army is ordered against
    ("Ghana ordered its army to attack Togo.", "ASSAULT Ghana > Togo"),
    ("Ghana ordered police to arrest three men of Togo.", "COERCE Ghana > Three men"),
    ("Ghana asked the judge to help Togo.", "REQUEST Ghana > Judge"),
    # the border with Togo, the race for mayor, as a partner, opposition to
    ("Ghana criticised the policy of Mali on the border with Togo.", "ACCUSE Ghana > Mali"),
    ("Mali held talks about its border with Togo with Ghana.", "CONSULT Mali > Ghana"),
    ("The US closed the border with Mexico.", "SANCTION United States > Mexico"),
    ("The king criticised the race for mayor.", "ACCUSE King >"),
    ("Ghana's party rejected the run for mayor.", "REJECT Ghana's party >"),
    ("The king criticised the letter for the mayor.", "ACCUSE King > Mayor"),
    ("The king criticised the letter for mayor Holm.", "ACCUSE King > Holm"),
    ("Ghana condemned the raid as a partner.", "ACCUSE Ghana >"),
    ("Ghana condemned Togo as an aggressor.", "ACCUSE Ghana > Togo"),
    ("Ghana expressed opposition to the plan.", "ACCUSE Ghana >"),
    ("Ghana expressed its opposition to the raid by Togo.", "ACCUSE Ghana > Togo"),
    ("Ghana met the opposition in Togo.", "CONSULT Ghana > Opposition"),
    ("Ghana condemned a Friday attack by rebels in Togo.", "ACCUSE Ghana > Rebels; ASSAULT Rebels > Togo"),
    # whose murder: the victim's, and not the doer's
    ("Karl Beck fled. His arrest by police angered Ghana.", "COERCE Police > Karl Beck"),
    ("Karl Beck's murder by agents angered Ghana.", "ASSAULT Agents > Karl Beck"),
    ("The minister's arrest angered Togo.", ""),
    ("Ghana criticised Togo's raid on Mali.", "ACCUSE Ghana > Togo; ASSAULT Togo > Mali"),
    # his, her and their of somebody whom nobody named
    ('"We condemn his murder," the king of Togo said.', "ACCUSE King >"),
    ('"We condemn Mali\'s raid," the king of Togo said.', "ACCUSE King > Mali"),
    # the state for which a minister speaks
    ("Ghana's minister condemned the raid on Ghana.", "ACCUSE Ghana's minister >"),
    ("Ghana's minister called it a violation of Ghana's borders.", "ACCUSE Ghana's minister >"),
    ("Ghana's farmers condemned the raid on Ghana.", "ACCUSE Ghana's farmers > Ghana"),
    ("Ghana's minister condemned Ghana's opposition.", "ACCUSE Ghana's minister > Ghana's opposition"),
    # a town where somebody meets, or that nobody knows
    ("The ministers of Ghana met in Cairo.", "CONSULT Ministers >"),
    ("Ghana's king held talks in Cairo.", "CONSULT Ghana's king >"),
    ("Ghana held talks with Moscow.", "CONSULT Ghana > Russia"),
    ("The king flew to Magnitogorsk.", "CONSULT King >"),
    ("The king of Togo visited Paris on Monday.", "CONSULT King > France"),
    # an act that the sentence has told already
    ("Ghana's minister spoke out against the raid by Togo, calling it a crime.", "ACCUSE Ghana's minister > Togo"),
    ("Ghana condemned Togo, accusing it of lying.", "ACCUSE Ghana > Togo"),
    ("Ghana condemned Togo, accusing Mali of lying.", "ACCUSE Ghana > Togo; ACCUSE Ghana > Mali"),
    # words for people that are adjectives too, and power that is none
    ("Ghana's king visited the wounded in Togo.", "CONSULT Ghana's king > Wounded"),
    ("Togo expelled the displaced.", "COERCE Togo > Displaced"),
    ("Togo arrested the accused man in Lome.", "COERCE Togo > Accused man"),
    ("Ghana cut power to Togo.", "COERCE Ghana > Togo"),
    ("Ghana restricted power.", "COERCE Ghana >"),
    ("Karl Beck left office in Togo.", "RETREAT Karl Beck > Togo"),
    ("Ghana attacked a foreign power.", "ASSAULT Ghana > Foreign power"),
    ("Ghana jailed the followers of Karl Beck.", "COERCE Ghana > Followers"),
    ("Ghana jailed examining magistrates.", "COERCE Ghana > Examining magistrates"),
    # whose offices, which republic, whom shots drive off, and from whom
    ("Ghana raided the offices of two civic groups.", "COERCE Ghana > Two civic groups"),
    ("Portugal recognised the republic of Velia.", "SUPPORT Portugal > Velia"),
    ("Ghana's police fired shots in the air to scatter students.", "ASSAULT Ghana's police > Students"),
    ("Ecuador requested help from Ghana against drug gangs.", "REQUEST Ecuador > Ghana"),
    ("Ghana deployed missiles near the strait, the US navy said.", "MOBILIZE Ghana >"),
    # what only a clause of its own names
    ("Computers were seized, and the leader of the union was held.", "COERCE Not named > Leader of the union"),
    # whose country, and what others ought to do or will do
    ("Ghana's king said that his country would attack Togo.", "THREATEN Ghana > Togo"),
    ("Ghana's king said that Togo must free the prisoners.", "REQUEST Ghana's king > Togo"),
    ("Ghana's king said that Ghana must free the prisoners.", ""),
    ("Ghana's king said that Togo will attack Mali.", ""),
    ("Ghana is willing to consider freeing prisoners of Togo.", "AGREE Ghana > Prisoners"),
    # both who were named, and not who acts upon them
    ("Despite a pact with Chad and Benin, Togo imposed tariffs on the two countries.", "SANCTION Togo > Chad + Benin"),
    # whose border it is, and whom somebody who does no harm to it means
    ("Ghana protested at the US border.", "ACCUSE Ghana > United States"),
    ("Ghana signed a Trade Agreement with Togo.", "SUPPORT Ghana > Togo"),
    ("Ghana condemned the treaty.", "ACCUSE Ghana >"),
    ("Ghana condemned any state that helps Togo.", ""),
    ("Ghana said that it praised him.", "SUPPORT Ghana >"),
    ("Ghana's king left. Togo's king praised him.", "SUPPORT Togo's king > Ghana's king"),
    ("Ghana worked with unions that were founded in Togo.", "COOPERATE Ghana > Unions"),
    ("Ghana sanctioned 11 Togolese and Malian officials.", "SANCTION Ghana > 11 Togolese and Malian officials"),
    ("Ghana introduced new measures restricting nuns to two hours a week.", "COERCE Ghana > Nuns"),
    ("Ghana ended a programme that benefited Malians and Nigerians.", "SANCTION Ghana > Malians + Nigerians"),
    ("Ghana imposed a new set of sanctions on Togo.", "SANCTION Ghana > Togo"),
    ("Ghana's king had praise for Togo.", "SUPPORT Ghana's king > Togo"),
    ("Ghana's submarines patrol the Arctic seas.", "MOBILIZE Ghana >"),
    ("Ghanaian forces were deployed to the island.", "MOBILIZE Ghanaian forces >"),
    # things with a capital
    ("The minister of Ghana embraced Marxism.", "SUPPORT Minister >"),
    ("The minister of Ghana fled. The first charged him with theft.", ""),
    ("A professor, accused by Ghana of leading the coup, left.", "ACCUSE Ghana > Professor"),
    ("Ghana supported Islamic law.", "SUPPORT Ghana >"),
    ("Ghana permitted Qatar, an ally of Mali, to bring in aid.", "CONCEDE Ghana > Qatar"),
    ("Police arrested five suspected Zorin members.", "COERCE Police > Five suspected Zorin members"),
    (
        "Togo claims Ghana, and President Lind of Togo vowed to seize Togo.",
        "THREATEN Lind > Ghana; COERCE Lind > Ghana",
    ),
    ("Ghana struck what the army said was a camp.", "ASSAULT Ghana >"),
    (
        "The union, which said some were shot by police, praised Togo.",
        "ASSAULT Police > Some people; SUPPORT Union > Togo",
    ),
    ("Togo shot down or jammed 33 Malian drones.", "ASSAULT Togo > Mali"),
    ("The attack killed 40 people and wounded ten nuns.", "ASSAULT Not named > 40 people + Ten nuns"),
    ("The unions challenged the plan in court.", "ACCUSE Unions >"),
    ("At a meeting held at the request of Togo, Mali left.", "REQUEST Togo >"),
    ("The plane was shot down by a missile fired from land in eastern Togo.", "ASSAULT Not named >"),
    ("Following the arrests, aides on the committee between Togo and Mali met Ghana.", "CONSULT Aides > Ghana"),
    (
        "Ms Lind was held for the raids on Mali, which Malian figures say killed ten.",
        "COERCE Not named > Lind",
    ),
]


@pytest.mark.parametrize(("text", "events"), RECIPIENTS)
def test_who_is_acted_upon(text: str, events: str) -> None:
    """All of a list, the one ordered against, the victim; no place, no post, no speaker's own state."""
    assert events == told(text)


PEOPLE = """bereaved cadet colonist convict defector dictator elector fiancee follower fugitive graduate hardliner
heir injured islander juror killer leftist local mourner nationalist organiser parent perpetrator photojournalist
plaintiff princess rapporteur rightist secessionist strongman sympathiser unionist whistleblower"""


@pytest.mark.parametrize("noun", PEOPLE.split())
def test_a_noun_for_people_can_be_acted_upon(noun: str) -> None:
    """As the soldier, so the juror."""
    assert f"COERCE Ghana > {noun.capitalize()}" == told(f"Ghana jailed the {noun}.")


@pytest.mark.parametrize("noun", ["horse", "power", "clock"])
def test_a_thing_is_nobody_who_is_jailed(noun: str) -> None:
    """It has no row among the actors."""
    assert "COERCE Ghana >" == told(f"Ghana jailed the {noun}.")


def test_a_surname_before_its_title_is_one_person() -> None:
    """Roth, and President Roth behind it, are one row."""
    article = SimpleNamespace(headline="", paragraphs=("Roth criticised Togo. President Roth left.",), published=None)
    assert ["leader"] == [row["kind"] for row in draft_tables(article)["actors"] if row["name"] == "Roth"]
