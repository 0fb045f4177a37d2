"""Which events a sentence has by the sense of its words: what is judged, promised, visited, denied."""

from __future__ import annotations

import pytest

from ..sentences import drafted_events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        # who can do it, and who did it
        ("Ghana was able to free prisoners of Togo.", ["RETREAT"]),
        ("Ghana is able to attack Togo.", []),
        # what is armed, read, played, paid or lived in
        ("Ghana and the armed forces of Togo met.", ["CONSULT"]),
        ("Ghana condemned armed attacks by Togo.", ["ACCUSE"]),
        ("Ghana released a videotape of Togo's king.", []),
        ("Ghana released the names of prisoners.", []),
        ("Ghana received too many offers.", []),
        ("Ghana had offers from Togo.", []),
        ("Ghana bombed a Jewish settlement in Togo.", ["ASSAULT"]),
        ("Ghana reached a peace settlement with Togo.", ["AGREE"]),
        ("Ghana beat Togo by three goals.", []),
        ("A midfielder helped Togo in the final of the championship.", []),
        ("Ghana undertook a study of Togo.", []),
        ("Ghana will decide on the line-up.", []),
        ("Police tracked down the cause of the fire.", []),
        ("Police tracked down Karl Beck.", ["COERCE"]),
        ("The president inspected the damage in Togo.", []),
        ("Ghana inspected a nuclear plant in Togo.", ["ACCUSE"]),
        ("Ghana reacted with caution to the raid by Togo.", []),
        ("Ghana reacted with fury to the raid by Togo.", ["ACCUSE"]),
        ("The Ghanaians are more to blame than Togo.", []),
        ("Ghana's envoy had not heard from Togo.", []),
        ("Police escorted two tourists back to the city.", ["AID"]),
        ("Troops of Ghana took part in patrols around the base.", []),
        ("Ten men were taken to hospitals around the city.", []),
        ("Ghana's forces intercepted a voice communication.", []),
        ("Detainees in Togo breached a fence.", []),
        ("Ghana breached the treaty with Togo.", ["REJECT"]),
        ("The shuttle blasted off from Togo.", []),
        ("Ghana's jets blasted targets in Togo.", ["ASSAULT"]),
        ("Ghana's king blasted Togo.", ["ACCUSE"]),
        ("The service does not charge for its work in Togo.", []),
        ("Ghana looks forward to the cup in Togo.", []),
        ("Ghana looks forward to talks with Togo.", ["AGREE"]),
        ("Ghana ended without a final agreement.", []),
        ("Suicide bombers of Ghana blew themselves up in Togo.", ["ASSAULT"]),
        ("Karl Beck will be used to help Ghana.", []),
        ("Fire raced through surrounding buildings in Togo.", []),
        ("A line runs close to a dozen war cemeteries in Togo.", []),
        ("Ghana informed the press that a sum of Rs 50 was ready.", []),
        ("Groups armed with sticks met Togo's king.", ["CONSULT"]),
        ("Citizens of Ghana want to leave Togo.", []),
        ("Citizens of Ghana want Togo to leave.", ["REQUEST"]),
        ("Ghana's envoy did not provide a source.", []),
        ("Ghana's bank closed its accounts.", []),
        ("The speech reinforced Ghana's sense of unease.", []),
        ("Ghana's riot police left the town.", []),
        ("Police of Ghana stand by while settlers attack Togo.", ["ASSAULT"]),
        ("Ghana stands by Togo.", ["SUPPORT"]),
        ("Ghana's king talked about his youth.", []),
        ("The kings of Ghana and Togo talked about peace.", ["CONSULT"]),
        ("Karl Beck was the tenth hostage to be returned.", []),
        ("Ghana has not talked about the virus.", []),
        ("Ghana freed up ten million.", []),
        ("The long battle between Karl Beck and Mia Pohl went on.", []),
        ("The long battle between Ghana and Togo went on.", ["ASSAULT"]),
        ("Togo released hacked internal emails.", []),
        ("Ghana's senators left for a long recess.", []),
        ("Mr Beck was angry over the refusal to free ten hostages.", []),
        # judged with a word
        ("Ghana called the raid a farce.", ["ACCUSE"]),
        ("Ghana described the law of Togo as reckless.", ["ACCUSE"]),
        ("Ghana characterised the raid by Togo as terrorism.", ["ACCUSE"]),
        ("Ghana labelled the raid by Togo a threat.", ["ACCUSE"]),
        ("Ghana deemed the raid by Togo illegal.", ["ACCUSE"]),
        ("Ghana attributed the attack to Togo.", ["ACCUSE"]),
        ("A court found the law of Togo unconstitutional.", ["REJECT"]),
        ("A court found the order to be unlawful.", ["REJECT"]),
        ("A court declared the vote in Togo void.", ["REJECT"]),
        ("Ghana postponed the debate on Togo.", ["REJECT"]),
        ("The Senate confirmed Karl Beck's nomination.", ["SUPPORT"]),
        ("Ghana voted for Karl Beck.", ["SUPPORT"]),
        ("The memorandum of understanding among Ghana and Togo was signed.", ["AGREE"]),
        # people protest, and a state does so in words
        ("Farmers protested the raid by Togo.", ["PROTEST"]),
        ("Malaysians protested the raid by Togo.", ["PROTEST"]),
        ("Ghana protested the raid by Togo.", ["ACCUSE"]),
        # a promise is one act, arms that are promised are a second
        ("Ghana agreed to help Togo.", ["AGREE"]),
        ("Ghana promised to free prisoners of Togo.", ["AGREE"]),
        ("Ghana promised to send weapons to Togo.", ["AGREE", "AID"]),
        ("Ghana threatened to expel Togo's envoy.", ["THREATEN", "SANCTION"]),
        # what is told as done, or done by somebody
        ("Rebels in Mali are backed by Iran.", ["SUPPORT"]),
        ("If rebels in Togo are attacked, Ghana wins.", ["ASSAULT"]),
        ("Ghana had to sign the treaty with Togo.", ["SUPPORT"]),
        ("Ghana is to help Togo.", ["AGREE"]),
        ("Ghana praised a man who did not attack Togo.", ["SUPPORT", "ASSAULT"]),
        ("A judge asked whether Togo attacked Mali.", ["ASSAULT"]),
        ("A man who attacked Togo was praised by Ghana.", ["ASSAULT", "SUPPORT"]),
        # a meeting or a visit of two sides, or of several
        ("Three senators met on Monday.", ["CONSULT"]),
        ("The cabinet of Ghana met on Monday.", ["CONSULT"]),
        ("The visit of Ghana's king to Togo began.", ["CONSULT"]),
        ("Officers of Ghana visited the shop.", ["CONSULT"]),
        ("Ghana's king spoke to Togo's king.", ["CONSULT"]),
        ("Ghana's king informed Togo of the raid.", ["CONSULT"]),
        ("Ghana hosted negotiations.", ["CONSULT"]),
        ("Ghana hosted a dinner.", []),
        # what others need to do is asked of them, and who is unwilling refuses
        ("Ghana insisted that Togo needs to dismantle its camps.", ["REQUEST"]),
        ("Ghana has been unwilling to accept the treaty with Togo.", ["REJECT"]),
        ("Ghana vowed to keep up the protests.", ["THREATEN"]),
        ("Police deployed flash grenades in Togo.", ["ASSAULT"]),
        # the sense that counts
        ("Ghana handed over ten tanks to Togo.", ["AID"]),
        ("Ghana handed over ten books to Togo.", []),
        ("Ghana applied for asylum in Togo.", ["REQUEST"]),
        ("Ghana bombed Togo's port.", ["ASSAULT"]),
        ("Togo leaked the attack by Ghana.", ["ASSAULT"]),
        ("Police dispersed farmers in Togo.", ["COERCE"]),
        ("Ghana suspended trade with Togo.", ["SANCTION"]),
        ("Ghana looked to Togo for help.", ["REQUEST"]),
        ("Ghana is looking to regulate Togo's banks.", []),
        ("Ghana needs to push back on Togo.", []),
        ("The Malian king agreed that Togo had failed.", []),
        ("The Malian king agreed that he would free the nuns.", ["AGREE"]),
        ("Nuns may stay in Ghana, provided they had friends in Togo.", []),
        ("Ghana has not ruled out force.", []),
        ("Ghana ruled out talks with Togo.", ["REJECT"]),
        ("Asked by a senator of Ghana about Togo, Malian king Ida Roe wept.", []),
        ("On Ghana’s heavily censored screens, Togo came first.", []),
        ("Ghana invested in its army.", []),
        ("Ghana invested in Togo.", ["COOPERATE"]),
        ("Firms of Ghana, unable to sell arms to Togo, closed.", []),
        ("Ghana imposed export controls on Togo.", ["SANCTION"]),
        # what somebody else may do is not promised
        ("Ghana might help Togo.", []),
        ("Ghana's king said Mali might help Togo.", []),
        ("Ghana said that it might help Togo.", ["AGREE"]),
        # what is asked, or what something is for, is not promised
        ("Will Ghana help Togo?", []),
        ("Ghana will help Togo.", ["AGREE"]),
        ("A judge asked if Ghana would help Togo.", []),
        ("A judge wondered whether Ghana would help Togo.", []),
        ("Nuns wonder if Ghana will become the first state that will help Togo.", []),
        ("Ghana changed the text so that it could lift sanctions on Togo.", []),
        ("If Ghana will help Togo, so will Mali.", ["AGREE"]),
    ],
)
def test_a_word_gives_the_events_of_its_sense(sentence: str, events: list[str]) -> None:
    """Each act once, of the type that its object and its subject make it."""
    assert events == [row["event"] for row in drafted_events(sentence)]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [("Ghana suspended the permits of Togo's ships.", ""), ("Ghana suspended aid to Togo.", "discontinue")],
)
def test_a_permit_is_no_help_that_ends(sentence: str, mode: str) -> None:
    """Both are sanctions, of different modes."""
    assert [("SANCTION", mode)] == [(row["event"], row["mode"]) for row in drafted_events(sentence)]
