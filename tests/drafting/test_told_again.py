"""Whom a report tells of in other words, and what only looks like somebody: one row each, and none for a thing."""

from __future__ import annotations

import datetime as dt

import pytest
from communique.drafting.draft.coder import draft_tables
from communique.drafting.lexicon.lexicons import package_lexicons
from communique.drafting.reading.source import SourceText


def article(*paragraphs: str) -> dict[str, list[dict[str, str]]]:
    """The drafted tables of a report with these paragraphs."""
    return draft_tables(SourceText("Talks go on", "", dt.date(2024, 6, 20), "en", paragraphs))


TOLD_AGAIN = [
    # whose words they are, and names in two parts
    (["Karl Beck wept.", "Mr Beck's comments showed that it was late."], "Karl Beck"),
    (["Karl Beck's speech said it was late."], "Karl Beck"),
    (["Senior House Democrat Karl Beck said it was late."], "Karl Beck"),
    (["The World Bread and Butter Council said it was late."], "World Bread and Butter Council"),
    (["Both sides wept.", "The two sides said it was late."], "Two sides"),
    (["Karl Beck wept.", "At one rally, we learned it was late."], "Source not named"),
    (["Togo's ambassador to Ghana Karl Beck said it was late."], "Karl Beck"),
    (["The think tank Bread Now said it was late."], "Bread Now"),
    (["Spokesman Joy Lind wept. Ms Lind said it was late."], "Joy Lind"),
    (["Police of Togo left. Far more police said it was late."], "Police"),
    (["Mediators met in Togo. The same mediators said it was late."], "Mediators"),
    (["The plaintiffs asked Togo to leave. They said it was late."], "Plaintiffs"),
    (
        [
            "The Malian foreign minister, Mia Pohl, left.",
            "Togo's foreign minister, Karl Beck, met her.",
            "Beck and his Malian counterpart won. His Malian counterpart said it was late.",
        ],
        "Mia Pohl",
    ),
    (
        ["Foreign Minister Mia Pohl met her Malian counterpart Karl Beck.", "The Malian minister said it was late."],
        "Karl Beck",
    ),
    (["Lawmakers wept.", "Legislators said it was late."], "Lawmakers"),
    (["UNICEF left Togo.", "The U.N. children's agency said it was late."], "UNICEF"),
    (
        ["Aid group Doctors Beyond Frontiers left.", "The Geneva-based charity said it was late."],
        "Doctors Beyond Frontiers",
    ),
    (["In Wessmoor, a group of protesters left.", "The group of protesters said it was late."], "Group of protesters"),
    # somebody of two names
    (["Karl Beck, alias Timo alias Tim, left Togo.", "Tim said it was late."], "Karl Beck"),
    (["Karl Beck, better known as Abu Timo, left Togo.", "Abu Timo said it was late."], "Karl Beck"),
    (["Karl Beck, best known by his nom de guerre, “Timo”, left Togo.", "Timo said it was late."], "Karl Beck"),
    (["Timo, whose real name is Karl Beck, left Togo.", "Timo said it was late."], "Karl Beck"),
    (["Karl “Timo” Beck left Togo.", "Timo said it was late."], "Karl “Timo” Beck"),
    (["Ann Lind, nicknamed Togo, left.", "Togo said it was late."], "Togo"),
    # a body whose sort is beside its name
    (["Vanu, a charity in Mali, left.", "The charity said it was late."], "Vanu"),
    (["Vanu, an industry body, left.", "The industry body said it was late."], "Vanu"),
    (["The industry body Vanu left.", "The body said it was late."], "Vanu"),
    (["Bread Now left Togo. Bread Now, an advocacy group, won.", "The advocacy group said it was late."], "Bread Now"),
    (["Ann Lind, a union spokeswoman, said it was late."], "Ann Lind"),
    (["Karl Beck met Ann Lind, a union said it was late."], "Union"),
    # a state, a body and people by other words
    (["Togo left the US. The US side said it was late."], "United States"),
    (["Sen. Karl Beck, R-Lomar, who made headlines, said it was late."], "Karl Beck"),
    (["Karl Beck wept.", "Mia Pohl questioned Beck Tuesday. Beck said it was late."], "Karl Beck"),
    (["Top Lomar adviser and hardliner Karl Beck said it was late."], "Karl Beck"),
    (["In addition to Mia Pohl, the court's chief prosecutor said it was late."], "Court's chief prosecutor"),
    (["U.S. Customs and Border Protection wept. The CBP said it was late."], "Customs and Border Protection"),
    # other descriptions of one person
    (["Kevin King met King Salman of Togo.", "King said it was late."], "Kevin King"),
    (["Ann Judge left.", "Judge said it was late."], "Ann Judge"),
    (["Karl Beck, a Lomar Republican from a district, said it was late."], "Karl Beck"),
    (["Karl Beck, a senator, wept.", "The Republican said it was late."], "Karl Beck"),
    (["Lomar's friend and former lawmaker Karl Beck, who lives in exile, said it was late."], "Karl Beck"),
    (["The head of the city's administration Karl Beck said it was late."], "Karl Beck"),
    (["A former clerk of Lomar said it was late.", "The ex-clerk said it was sad."], None),
    # a body by other words
    (["The Zorin Department wept. Zorin said it was late."], "Zorin Department"),
    (["The Justice Department wept.", "The DOJ said it was late."], "Justice Department"),
    (["Goldman Sachs wept.", "Goldman said it was late."], "Goldman Sachs"),
    (["The Freedom of Lomar Legion said it was late."], "Freedom of Lomar Legion"),
    (["Togo's General Staff said it was late."], "General Staff"),
    (["The entire cabinet said it was late."], "Cabinet"),
    # the same person in other words
    (["Home Secretary Mia Pohl left.", "The Home Secretary said it was late."], "Mia Pohl"),
    (["Mia Pohl left. Mia Pohl wept.", "The former prime minister said it was late."], "Mia Pohl"),
    (["Karl Beck wept. Karl Beck left.", "The Lomar billionaire said it was late."], "Karl Beck"),
    (["Karl Beck wept. Karl Beck left.", "The Republican nominee said it was late."], "Karl Beck"),
    (["A Catholic priest wept.", "The priest, Karl Beck, left. The priest said it was late."], "Karl Beck"),
    (["A retired teacher wept and met Togo.", "The teacher said it was late."], "Retired teacher"),
    (["Togo's Chief of Army Staff General Karl Beck said it was late."], "Karl Beck"),
    (["The host, Lomar Council board member Mia Pohl, said it was late."], "Mia Pohl"),
    (["Karl Beck left. His daughter, Mia Pohl, wept.", "She said it was late."], "Mia Pohl"),
    (["Sheikh Omar al-Zaki left.", "Sheikh Omar said it was late."], "Sheikh Omar al-Zaki"),
    (["The national secretary of the Lomar Union (LU), Karl Beck, wept.", "He said it was late."], "Karl Beck"),
    (["The head of the Lomar Council, Professor Mia Pohl, wept.", "She said it was late."], "Mia Pohl"),
    (["Shire president, Karl Beck, wept.", "He said it was late."], "Karl Beck"),
    (["President Adolfo Rodriguez Beck left.", "Mr Rodriguez Beck said it was late."], "Adolfo Rodriguez Beck"),
    (["Attorney-General Karl Beck left.", "Mr Beck said it was late."], "Karl Beck"),
    (["Ludde Beck won.", "Skipper Beck said it was late."], "Ludde Beck"),
    (["Lieutenant-General Karl Beck left.", "Lieutenant-General Beck said it was late."], "Karl Beck"),
    (["Chief Inspector Mia Pohl left.", "Inspector Pohl said it was late."], "Mia Pohl"),
    (["Sweden's King Karl XVI Beck left.", "King Karl said it was late."], "Karl XVI Beck"),
    (["Karim al-Lomari left.", "Al-Lomari said it was late."], "Karim al-Lomari"),
    (["Ahmed al-Rifai left.", "Mr Rifai said it was late."], "Ahmed al-Rifai"),
    (["An attorney for Mr Roth, Karl Beck, left. Mr Roth wept.", "Roth's lawyer said it was late."], "Karl Beck"),
    (["Black lawmakers wept. Top black lawmakers said it was late."], None),
    (["A federal appeals court freed a man.", "The appeals court said it was late."], "Federal appeals court"),
    (
        ["The Togolese government left. Togolese President Karl Beck wept.", "The Beck government said it was late."],
        "Togolese government",
    ),
    (["The Syrian government left Togo.", "The regime said it was late."], "Syrian government"),
    (["Hezbollah attacked Togo.", "The militant group said it was late."], "Hezbollah"),
    (["Police arrested a man.", "The officers said it was late."], "Police"),
    (["Victims' families met Togo.", "The families said it was late."], "Victims' families"),
    # the same body
    (
        ["The Lomar Platform for Reform (LPR) left Togo.", "The Lomar Platform said it was late."],
        "Lomar Platform for Reform",
    ),
    (["The Lomar Observatory for Rights left Togo.", "The Lomar Observatory said it was late."], None),
    (["The Lomar Federal Police (AFP) left.", "The AFP said it was late."], "Lomar Federal Police"),
    (["Zorin Corp left Togo.", "Zorin said it was late."], "Zorin Corp"),
    (["The video game company Zorin Games left Togo.", "Zorin Games said it was late."], "Zorin Games"),
    (["The authoritative Lomar Day newspaper said it was late."], "Lomar Day"),
    (["AFP met Togo.", "AFP news agency said it was late."], "AFP"),
    (["Turkish Airlines left Togo.", "The airline said it was late."], "Turkish Airlines"),
    (["HSBC left Togo.", "The bank said it was late."], "HSBC"),
    (["The Church of Lomar left Togo.", "The Church said it was late."], "Church of Lomar"),
    (["Nepal's civil aviation authority said it was late.", "Civil Aviation Authority of Nepal officials left."], None),
    (["The Pan Lomar Council, a group that sued Togo, wept.", "Mr Beck left."], None),
    (["The Metropolitan Police arrested a man.", "Police said it was late."], "Metropolitan Police"),
    (["The Supreme Court of Togo freed a man.", "The high court said it was late."], "Supreme Court"),
    (["White House chief of staff Mia Pohl left.", "President Obama's chief of staff said it was late."], "Mia Pohl"),
    (["House Speaker Mia Pohl left.", "The speaker said it was late."], "Mia Pohl"),
    (["Israel left. Forces left Togo.", "Israeli forces said it was late."], "Israeli forces"),
    # the same people
    (["10 non-union teachers left Togo.", "The 10 teachers said it was late."], "10 non-union teachers"),
    (["Gunmen shot a guard.", "The attackers said it was late."], "Gunmen"),
    (["Tunisian security forces met Tunisia.", "Security forces said it was late."], "Tunisian security forces"),
    (["Several analysts wept.", "Analysts said it was late."], "Analysts"),
    (["Ukraine's Air Force left.", "The Air Force said it was late."], "Air Force"),
    (["US and Yemeni officials said it was late."], "US and Yemeni officials"),
    (["26 percent of voters said it was late."], "Voters"),
    (["Thousands of US and Filipino troops said it was late."], "Thousands of US and Filipino troops"),
    # who goes on
    (["Mia Pohl left.", "The Ministry of Health said it was early. It added that it was late."], "Ministry of Health"),
    (["Karl Beck said it was early and praised Mia Pohl. He added that it was late."], "Karl Beck"),
    (
        ["The Lomar Day newspaper left. Karl Beck wept.", "Lomar Day said it was early. It said it was late."],
        "Lomar Day",
    ),
    (["The Pentagon said the group was near.", "The group said it was late."], "Group"),
    (["Reuters praised Ms Lind.", "The news agency said it was late."], "Reuters"),
    (["Protesters left Kenya.", "Police hurt protesters in Kenya. The protesters said it was late."], None),
    (
        ["Karl Beck, Ohio's governor, left.", "A man came and went. Utah's governor said it was late."],
        "Utah's governor",
    ),
    (["Karl Beck, Ohio's governor, left.", "A man came and went. Ohio's governor said it was late."], "Karl Beck"),
    (
        ["The Lomar and Ostra Commission left.", "The L.O.C. said it was late."],
        "Lomar and Ostra Commission",
    ),
    (["Hundreds of demonstrators marched in Togo.", "The protesters said it was late."], "Hundreds of demonstrators"),
    (["The Togolese military attacked Mali.", "The army said it was late."], "Togolese military"),
    (["Karl Beck, an economist, left.", "Mia Pohl praised him. The economist said it was late."], None),
    (["Police left.", "A dog barked. The police force said it was late."], "Police"),
    (["The UN Security Council left.", "The UNSC said it was late."], "UN Security Council"),
    (
        ["The Lomar Food Commission praised Togo.", "A dog barked. The agency said it was late."],
        "Lomar Food Commission",
    ),
    (["Taliban spokesman Karl Beck left.", "The Nato spokesman said it was late."], "Nato spokesman"),
    (["Karl Beck, the foreign ministry spokesman, left.", "The ministry spokesman said it was late."], "Karl Beck"),
    (["Rep. Karl Jordan left.", "Jordan said it was late."], "Karl Jordan"),
    (["Rep. Karl Jordan left for Amman in Jordan.", "Jordan said it was late."], "Jordan"),
    (["Chinese Commerce Ministry spokesman Gao Lin said it was late."], "Gao Lin"),
    # misspelt, described, or by whose they are
    (["Mia McPohlson left.", "Mcpohlson said it was late."], "Mia McPohlson"),
    (["Mia Kolsenik left.", "Kolesnik said it was late."], "Mia Kolsenik"),
    (["Mia Kolsenik left.", "Kolnesig said it was late."], None),
    (["Karl Beck met Mia Pohl.", "The former guerrilla said it was late."], "Karl Beck"),
    (["The Dalai Lama wept.", "The spiritual leader said it was late."], "Dalai Lama"),
    (["The Dalai Lama wept.", "The Nobel laureate said it was late."], "Dalai Lama"),
    (["Karl Beck's lawyers left. He wept.", "His lawyers said it was late."], "Karl Beck's lawyers"),
    (["Karl Beck's lawyers met Mia Pohl. She wept.", "Her lawyers said it was late."], "Mia Pohl's lawyers"),
    (["A source told Reuters Togo's opposition left.", "Togo's opposition said it was late."], "Togo's opposition"),
    (["Lomar & Ostra left Togo.", "Lomar & Ostra said it was late."], "Lomar & Ostra"),
    (["Karl Beck, a lawyer with Lomar & Ostra who wept, said it was late."], "Karl Beck"),
    (["The Lomar Nyheter newspaper praised Togo. Reuters left.", "The paper said it was late."], "Lomar Nyheter"),
    (["Britain's Lomar Authority left.", "The Lomar Authority (LA) wept. The LA said it was late."], "Lomar Authority"),
    (["A man was hit by Togo.", "The man, named by police as Karl Beck, said it was late."], "Karl Beck"),
    (["Former president Karl Beck praised Togo.", "The ex-president said it was late."], "Karl Beck"),
    (["The EU praised Togo.", "The 27-nation bloc said it was late."], "European Union"),
    (["The Taliban left Togo.", "The militants said it was late."], "Taliban"),
    (["The White House praised Togo.", "The administration said it was late."], "White House"),
    (["Karl Beck, Deputy U.N. Ambassador of Togo, which left, said it was late."], "Karl Beck"),
    (["The supreme court of Utah freed a man. The state's highest court left.", "The court said it was late."], None),
    (["The supreme court of Utah freed a man.", "The state's highest court said it was late."], "Supreme court"),
    (["TV 9 left Togo.", "TV 9 said it was late."], "TV 9"),
    (["The energy supplier Lomarko left.", "Lomarko said it was late."], "Lomarko"),
    # a country, and its government and forces by several words
    (["Togo wept. Togolese troops attacked Mali.", "The army said it was late."], "Togolese troops"),
    (["Togo wept. Indian soldiers attacked Mali.", "The army said it was late."], "Army"),
    (["Togo's navy attacked Mali.", "Togo's army said it was late."], "Togo's army"),
    (["Togo's government left Mali.", "The Togolese military-led government said it was late."], "Togo's government"),
    (["Karl Beck wept. The Togolese government left.", "The Beck administration said it was late."], None),
    (["The junta banned Mali.", "The military rulers said it was late."], "Junta"),
    (["Togo wept. Togo attacked Mali.", "Togo's regime said it was late."], "Togo"),
    (["Togo wept. It rained.", "The country said it was late."], "Togo"),
    # those who fight for a body, and what a body is
    (["Hamas condemned Togo.", "Two Hamas fighters said it was late."], "Hamas"),
    (["UNITA rebels said it was late."], "UNITA rebels"),
    (["Hezbollah hit Togo. Hamas wept.", "The militant group said it was late."], "Hamas"),
    (["NATO praised Togo. The EU left.", "The alliance said it was late."], "NATO"),
    (["NATO praised Togo. The EU left.", "The bloc said it was late."], "European Union"),
    (["The UN praised Togo.", "The world body said it was late."], "United Nations"),
    (["National security adviser Mike Waltz left Togo.", "Waltz said it was late."], "Mike Waltz"),
    (["Bishops left the Jolo Cathedral.", "Jolo said it was late."], "Jolo"),
    (["The State House praised Togo.", "State said it was late."], "State"),
    (["The Saudi Press Agency left Togo.", "The agency said it was late."], "Saudi Press Agency"),
    (["Karl Beck, the Senate's acting principal director for trade, also absent, said it was late."], "Karl Beck"),
    (["Volodymyr Zelenskyy left the US.", "He said his country said it was late."], None),
    (["A spokesman for the Front, Brig. Gen. Karl Beck, was quoted on Monday as saying it was late."], "Karl Beck"),
    # the owner in a phrase, and names that a report gives later or in full
    (["The FBI left Togo.", "Togo condemned the bureau's visit. The bureau said it was late."], "FBI"),
    (["Zorin Bank left Togo. Togo rejected the bank's plan.", "The bank said it was late."], "Zorin Bank"),
    (["The IDF left. Togo condemned the Israeli military.", "The military said it was late."], "Israel Defense Forces"),
    (
        ["Coup leaders left Niger. Togo met Niger's military rulers.", "The junta said it was late."],
        "Niger's military rulers",
    ),
    (["MEC for Trade and Lands, Karl Beck, left Togo.", "The MEC said it was late."], "Karl Beck"),
    (["Karl Beck, an attorney, left. Ann Lind, a lawyer from Togo, wept.", "The attorney said it was late."], None),
    (["Utah's highest court left Togo. The court wept.", "The court said it was late."], "Utah's highest court"),
    (["President Juan Santos left Togo.", '"It rained," Santos said, adding it was late.'], "Juan Santos"),
    (["Jeffrey Hall, a lecturer, left Togo.", "Mr Hall said it was late."], "Jeffrey Hall"),
    (["President Volodymyr Zelensky left Togo.", "Ukrainian president said it was late."], "Volodymyr Zelensky"),
    (["Defense Secretary Karl Beck left Togo.", "The defense chief said it was late."], "Karl Beck"),
    (["The Revolutionary Armed Forces of Colombia (FARC) left Togo.", "FARC said it was late."], "FARC"),
    # by a noun that says who somebody is
    (["Mara Quill, a student at the college, wept.", "The student said it was late."], "Mara Quill"),
    (["Mara Quill, 34, a mother of four, wept.", "The mother of four said it was late."], "Mara Quill"),
    (["Mara Quill, 34, wept.", "The 34-year-old said it was late."], "Mara Quill"),
    (["Teacher Mara Quill wept.", "The teacher said it was late."], "Mara Quill"),
    (["Jon Hart was a plumber.", "The plumber said it was late."], "Jon Hart"),
    (["Her running mate, Senator Ann Lind, wept.", "The running mate said it was late."], "Ann Lind"),
    (["A nurse was held. The woman, 34-year-old Mara Quill, wept.", "The nurse said it was late."], "Mara Quill"),
    (["Togo held a man. The suspect, named as Jon Hart, wept.", "The man said it was late."], "Jon Hart"),
    (["A student wept. Mara Quill left.", "The student said it was late."], "Student"),
    (["Union leader Mara Quill wept.", "The union leader said it was late."], "Mara Quill"),
    (["Its head, the former Dutch minister Karel Vos, said it was late."], "Karel Vos"),
    (["In a post on Telegram, the group's spokesman, Abu Karim, said it was late."], "Abu Karim"),
    # bodies by other words, letters and parts of their names
    (["The ministry of transport left.", "The transport ministry said it was late."], "Transport ministry"),
    (["The Ministry of Transport left.", "The Transport Ministry said it was late."], "Ministry of Transport"),
    (["The French ministry of health wept.", "The French health ministry said it was late."], "French health ministry"),
    (["The National Union of Teachers left.", "The teachers' union said it was late."], "National Union of Teachers"),
    (["The Metropolitan Police left.", "The Met said it was late."], "Metropolitan Police"),
    (["The Metropolitan Police left.", "The force said it was late."], "Metropolitan Police"),
    (["The Liberal Party left.", "The Liberals said it was late."], "Liberal Party"),
    (["Acme Widgets Inc. left.", "The widget maker said it was late."], "Acme Widgets Inc."),
    (["Shares in Omni Foods fell.", "Omni said it was late."], "Omni Foods"),
    (["A Togolese search company left.", "The firm said it was late."], "Togolese search company"),
    (["The Lomar Housing Alliance, or LHA, said it was late."], "Lomar Housing Alliance"),
    (
        ["The Federation of Lomar Writers, known by its Spanish initials FELAP, wept.", "FELAP said it was late."],
        "Federation of Lomar Writers",
    ),
    (["The Desert Shield Brigades left.", "DSB said it was late."], "Desert Shield Brigades"),
    (["M23 attacked Togo.", "The rebel group said it was late."], "M23"),
    (["EACC left.", "The anti-graft agency said it was late."], "EACC"),
    (["The High Court of Togo freed a man.", "The bench said it was late."], "High Court of Togo"),
    (["ACC lawyer AKM Fazlul Hoque wept.", "Hoque said it was late."], "AKM Fazlul Hoque"),
    (["Chief Minister Ravi Sahu wept.", "The CM said it was late."], "Ravi Sahu"),
    (["Togo banned it. The country's police left.", "The police said it was late."], "Police"),
    (["Karl Beck left.", "His family said it was late."], "Karl Beck's family"),
    (["A spokesman for the Dutch foreign ministry said it was late."], "Spokesman for the Dutch foreign ministry"),
    (["Five of the world's biggest firms said it was late."], "Five of the world's biggest firms"),
    (["Lord Hart's report earlier this year into the Iraq war said it was late."], "Lord Hart's report"),
    (["The UN's human rights chief, Ann Lind, said it was late."], "Ann Lind"),
    (["UN Secretary-General Ann Lind wept.", "The UN chief said it was late."], "Ann Lind"),
    (["U.S. Ambassador Ann Lind wept.", "The American envoy said it was late."], "Ann Lind"),
    (["His special envoy for Togo, Norwegian diplomat Kari Dahl, said it was late."], "Kari Dahl"),
    (["The Green Party's co-leader, Mirja Toll, said it was late."], "Mirja Toll"),
    (["Ghana's foreign minister, Per Holt, said it was late."], "Per Holt"),
    # by what was said of somebody before
    (["President Ramon Ibarra wept.", "The once-popular leader said it was late."], "Ramon Ibarra"),
    (
        [
            "Council member Jamal Porter, who ran last, called Mayor Ann Dunn.",
            "The 33-year-old councilman said it was late.",
        ],
        "Jamal Porter",
    ),
    (["Moderate leader Ingrid Wass wept.", "The opposition leader said it was late."], "Ingrid Wass"),
    (["Council member Jamal Porter wept.", "The 33-year-old councilman said it was late."], "Jamal Porter"),
    (
        ["President Ramon Ibarra wept. Ibarra left. Judge Ana Lobo spoke.", "The defendant said it was late."],
        "Ramon Ibarra",
    ),
    (
        ["Ramon Ibarra wept. Ibarra left.", "Ibarra's wife, Carmen Ibarra, left.", "Ibarra said it was late."],
        "Ramon Ibarra",
    ),
    (
        [
            "The attorney general's office left. The attorney general, Carlos Vega, wept.",
            "Vega's office said it was late.",
        ],
        "Attorney general's office",
    ),
    (["Human Rights Watch left.", "The New York-based group said it was late."], "Human Rights Watch"),
    (
        ["The World Food Programme left. State news agency TANA wept.", "The Rome-based agency said it was late."],
        "World Food Programme",
    ),
    (["Ann Haley's campaign left.", "Haley's camp said it was late."], "Ann Haley's campaign"),
    (["Labour leader Sir Karl Beck said it was late."], "Karl Beck"),
    (["Yemen and Saudi Arabia left.", "The kingdom said it was late."], "Saudi Arabia"),
    (["AFP wept. The Dogan news agency said it was late."], "Dogan news agency"),
    (["Karl Beck won the GOP contests. Former UN aide Ann Lind wept.", "Both sides said it was late."], "Two sides"),
    (["Rajiv Gandhi, a former prime minister, wept.", "The oil minister said it was late."], "Oil minister"),
    (
        ["Foreign Minister Ida Roe met US Secretary of State Marco Rubio.", "The top US diplomat said it was late."],
        "Marco Rubio",
    ),
    (["BSP supremo Mayawati left.", "Mayawati said it was late."], "Mayawati"),
    (["Doctors Without Borders left.", "The medical charity said it was late."], "Doctors Without Borders"),
    (["Independent MLA Sanyam Lodha said it was late."], "Sanyam Lodha"),
    (["Iran met Russia.", "The Islamic Republic said it was late."], "Iran"),
    (["Karl Beck met Ida Holm.", "The latter said it was late."], "Ida Holm"),
    (["Law and Justice won in Poland.", "The governing party said it was late."], "Law and Justice"),
    (["President Karl Beck left.", "The volatile leader said it was late."], "Karl Beck"),
    (["Medical sources wept.", "Sources said it was late."], "Medical sources"),
    (["Isis left Togo.", "The Islamic State said it was late."], "Islamic State"),
    (["Amnesty International left.", "The rights group said it was late."], "Amnesty International"),
    (["The Lomar Industry Association left.", "The lobby group said it was late."], "Lomar Industry Association"),
    (["Karl Beck left. His party, the People's Front, said it was late."], "People's Front"),
    (["Karl Beck's union, the Lomar Labour Union, said it was late."], "Lomar Labour Union"),
    (["President Karl Beck left.", "The head of state said it was late."], "Karl Beck"),
    (["Archbishop Karl Beck left.", "The cleric said it was late."], "Karl Beck"),
    (["Labour MP Karl Beck left.", "The veteran MP said it was late."], "Karl Beck"),
    (["Prime Minister Ida Roe met Tony Blair.", "The former prime minister said it was late."], "Tony Blair"),
    (["Historian Martin Rees left.", "Prof Rees said it was late."], "Martin Rees"),
    (["The BBC left.", "The corporation said it was late."], "BBC"),
    (
        ["Togo's trade minister left. Karl Beck, the minister, wept.", "The trade minister said it was late."],
        "Karl Beck",
    ),
    (["Karl Beck left.", "His office said it was late."], "Karl Beck's office"),
    (["Plaid Cymru leader Rhun ap Iorwerth said it was late."], "Rhun ap Iorwerth"),
    (
        ["The International Monetary Fund met the Lomar Assembly.", "The Washington-based lender said it was late."],
        "International Monetary Fund",
    ),
    (["The Lomar Liberation Front (TLF) left.", "The insurgents said it was late."], "Lomar Liberation Front"),
]


@pytest.mark.parametrize(("paragraphs", "name"), TOLD_AGAIN, ids=[paragraphs[-1] for paragraphs, _ in TOLD_AGAIN])
def test_who_is_told_of_in_other_words_has_one_row(paragraphs: list[str], name: str | None) -> None:
    """Whoever says that it was late is the one named before."""
    tables = article(*paragraphs)
    names = {row["actor_id"]: row["name"] for row in tables["actors"]}
    late = [row["source_ids"] for row in tables["statements"] if row["content_words"].endswith("it was late")]
    assert name is None or [name] == [names[source] for source in late]
    assert len(set(names.values())) == len(names)


NOBODY = [
    ("Many Europeans - mostly Malian, Togolese and Chadian nationals - left.", "Togo"),
    ("Karl Beck wants to resolve the Malian-Togolese conflict.", "Malian-Togolese conflict"),
    ("Togo bombed a clinic.", "Clinic"),
    ("The Norwegian Sailors Council said it was late.", "Norway"),
    ("Karl Beck met Ann Lind at the presidential palace.", "Presidential palace"),
    ("Togo used the Orlan missile. The Orlan hit Accra.", "Orlan"),
    ("Togo declined to run its own candidate.", "Own candidate"),
    ("The law allows police to detain people.", "People"),
    ("Although at first opposed, Togo agreed.", "First"),
    ("Ghana wants to restrict sources of propaganda.", "Sources"),
    ("Togo evacuated part of its staff.", "Its staff"),
    ("Karl Beck is scheduled to visit Kota.", "Kota"),
    ("South Korea left. Togo imposed a tariff on Korean cars.", "Korean"),
    ("Togo accused opponents of hijacking a plane.", "Opponents of hijacking a plane"),
    ("Togo read a provision barring rebels from office.", "Rebels"),
    ("Barring satellite TV firms, Togo told all to stop.", "TV"),
    ("Togo attacked the world's largest plant.", "World"),
    ('Demonstrators chanted "Shame!" in Togo.', "Shame"),
    ("Togo froze 14 bank accounts.", "Bank"),
    ("The police chief of Togo did not take sides.", "Sides"),
    ("Togo bombed a convoy in northern Ostrava.", "Northern Ostrava"),
    ("Togo asked lawmakers, bankers and others to leave.", "Other people"),
    ("It is known by its Spanish initials, Karl Beck said.", "Spain"),
    ("Karl Beck announced some easing of restrictions in Togo.", "Some people"),
    ("Karl Beck wrote of it in a Truth Social post.", "Truth Social"),
    ("Karl Beck damaged the Reflecting Pool.", "Reflecting Pool"),
    ("Karl Beck ruled out the use of military force in Togo.", "Military force"),
    ("Karl Beck met a Togolese nurse.", "Togo"),
    ("Karl Beck met former Togolese minister Ida Roe.", "Togo"),
    ("A message sent via the WhatsApp app showed he was late.", "WhatsApp app"),
    ("Togo prepared for the Democratic convention.", "Democratic"),
    ("Togo sent data from 2015. According to 2015, it was late.", "2015"),
    ("Togo condemned American conservatives in the United States. Conservatives wept.", "Conservative Party"),
    ("A crowd marched in Seattle. Togo sent 100 agents to Seattle.", "Seattle"),
    ("Togo helped a country seen as poor.", "Country"),
    ("Togo stepped up a campaign criticising Mali.", "Campaign"),
    ("Togo received thousands of testing kits.", "Thousands of testing kits"),
    ("Togo voiced concerns about social media.", "Social media"),
    ("Togo pushed for reform throughout his presidency.", "His presidency"),
    ("Togo condemned the Madrid peace talks.", "Madrid"),
    ("Togo joined the meeting of parties to the treaty on the Prohibition of Nuclear Weapons.", "Prohibition"),
    ("Togo joined the meeting of parties to the treaty on the Prohibition of Nuclear Weapons.", "Nuclear Weapons"),
    ("Chairman Karl Beck, R-Wis., requested aid.", "R-Wis"),
    ("It said that it was late.", "It"),
    ("Karl Beck discussed his family.", "Family"),
    ("Karl Beck spoke at 5:30 pm. He said it was late.", "5:30 pm"),
    ("Togo invited Christian, Islamic and Jewish groups. Togo praised Islamic and Jewish groups.", "Islamic"),
    ("Gunships attacked a camp in Togo.", "Gunships"),
    ("On Monday F-16s blasted security targets in Togo.", "F-16s"),
    ("Some 48 per cent said it was late.", "Cent"),
    ("A man who first said it was late wept.", "First"),
    ("A fund of Rs 50 was given. Togo informed Mali that Rs 50 was given.", "Rs"),
    ("A court stopped the HB 15 lawsuit against Togo.", "HB"),
    ("A fire hit the West Bank. The bank said it was late.", "West Bank"),
    ("Togo's bank opened at 5:00am AEDT. Togo met AEDT.", "AEDT"),
    ("Togo's police shot dead five men.", "Dead five men"),
    ("Togo met the Lind Government. Mr Lind wept.", "Government"),
    ("Togo condemned fatal police violence.", "Fatal police"),
    ("Togo met rivals on the Korean peninsula.", "Korean"),
    ("Karl Beck, who works in Bangkok, criticised Togo.", "Thailand"),
    ("According to an August 2025 slideshow, it was late.", "An"),
    ("Togo's auditor general said it was late.", "General"),
    ("23 percent said it was late.", "23 percent"),
    (
        "The Lomar Health Committee and Prime Minister Karl Beck met. Karl Beck won over the world's leader in oil.",
        "World",
    ),
    ("Karl Beck refused to wear a hood over his head.", "Head"),
    ("Togo left the Crimean Peninsula.", "Crimean Peninsula"),
    ("Togo signed the Rome Statute.", "Italy"),
    ("Four dead bodies were found in Togo, Ann Lind said.", "Four dead bodies"),
    ("Togo condemned THAAD.", "THAAD"),
    ("Togo met envoys at the Lomar Insight 2016 Conference.", "Lomar Insight"),
    ("Togo, which holds the Council presidency, left.", "Council presidency"),
    ("Togo pushed into the South and East Lomar seas.", "South"),
    ("Togo's U.N. Ambassador left. Togo met the U.N. Ambassador.", "U.N. Ambassador"),
    ("Karl Beck wept. Togo condemned his police confession.", "Karl Beck's police"),
    ('Nine "rioters" in Lomar surrendered to Togo.', "Lomar"),
    ("Karl Beck spoke at the Lomar National Doral. He said it was late.", "Lomar National Doral"),
    ("Residents must adhere to official alerts. He said it was late.", "Official"),
    ("Ms Lind stood firm in her opposition. She said it was late.", "Firm"),
    ("She voiced her opposition to Togo.", "Opposition"),
    ("Lomar Airlines Flight 17 was shot down by a missile, killing all people on board.", "Airlines Flight"),
    ("Togo seized the mines in the 1970s, and in the 2000s ordered a sale.", "2000s"),
]


@pytest.mark.parametrize(("sentence", "name"), NOBODY, ids=[f"{name}: {sentence}" for sentence, name in NOBODY])
def test_what_only_looks_like_somebody_is_no_actor(sentence: str, name: str) -> None:
    """A place, a thing, a sort of thing, a party's tag, a number."""
    assert name not in {row["name"] for row in article(sentence)["actors"]}


def test_a_partys_name_is_its_own() -> None:
    """Nor is a party of the same name in another country meant, where the report names neither it nor its people."""
    rows = article("The Liberal Democratic Party of Japan criticised Mali.")["actors"]
    assert "Democratic Party" not in {row["name"] for row in rows}
    labour = next(
        row
        for row in article("The Labour Party in the Netherlands criticised Mali.")["actors"]
        if "Labour" in row["name"]
    )
    assert "" == labour["country"]


WHAT_THEY_ARE = [
    ("Togo's ambassador to Ghana Karl Beck said it was late.", "Karl Beck", ("leader", "TGO", "GOV")),
    ("Togo's ambassador to the UN, Karl Beck, said it was late.", "Karl Beck", ("leader", "TGO", "GOV")),
    ("Members of Congress said it was late.", "Members of Congress", ("unnamed", "", "")),
    ("Supporters of the plan said it was late.", "Supporters of the plan", ("unnamed", "", "")),
    ("Romania's Justice Ministry said it was late.", "Justice Ministry", ("office", "ROU", "GOV")),
    ("The Israeli military said it was late.", "Israeli military", ("armed-force", "ISR", "MIL")),
    ("Many leftist figures said it was late.", "Many leftist figures", ("unnamed", "", "")),
    ("Official figures said it was late.", "Official figures", ("document", "", "")),
    ("The civil defence said it was late.", "Civil defence", ("unnamed", "", "")),
    (
        "Whose car it was they did not know. A man, whose lawyers said it was late, wept.",
        "Lawyers",
        ("unnamed", "", ""),
    ),
    ("US peace envoy Karl Beck left. Mr Beck said it was late.", "Karl Beck", ("leader", "USA", "GOV")),
    ("Israel's right-wing Prime Minister Karl Beck said it was late.", "Karl Beck", ("leader", "ISR", "GOV")),
    ("Labour leader Karl Beck said it was late.", "Karl Beck", ("leader", "", "PTY")),
    ("Channel Ten said it was late.", "Channel Ten", ("media", "", "JRN")),
    ("Togo condemned Karl Beck's network.", "Karl Beck's network", ("organisation", "", "")),
    ("Child advocates said it was late.", "Child advocates", ("unnamed", "", "")),
    ("South African captain Karl Beck said it was late.", "Karl Beck", ("public", "ZAF", "")),
    ("Army captain Karl Beck said it was late.", "Karl Beck", ("leader", "", "MIL")),
    ("Coroner Karl Beck said it was late.", "Karl Beck", ("leader", "", "JUD")),
    ("The Bureau of Lomar's Karl Beck said it was late.", "Karl Beck", ("public", "", "")),
    ("Lomar Bureau of Crime agent Karl Beck said it was late.", "Karl Beck", ("public", "", "")),
    ("Zorin Petroleum left Togo. Zorin said it was late.", "Zorin Petroleum", ("organisation", "", "BUS")),
    ("Energy Australia said it was late.", "Energy Australia", ("organisation", "", "")),
    ("The Howard Government said it was late.", "Howard Government", ("office", "", "GOV")),
    ("Israeli F-16 warplanes attacked Togo.", "Israel", ("state", "ISR", "GOV")),
    ("Togo attacked the town of Lomar in a raid praised by Mali.", "Lomar", ("unnamed", "", "")),
    ("Togo praised a multinational force in Mali.", "Multinational force", ("armed-force", "MLI", "MIL")),
    ("A bomber blew himself up in Jerusalem, Togo said.", "Jerusalem", ("unnamed", "", "")),
    ("One of the ministers said it was late.", "One of the ministers", ("unnamed", "", "")),
    ("Some of her senators said it was late.", "Some of her senators", ("unnamed", "", "")),
    ("All of the ministers said it was late.", "Ministers", ("unnamed", "", "")),
    ("N. Korea said it was late.", "North Korea", ("state", "PRK", "GOV")),
    ("The United States threatened to end support to the government.", "Government", ("office", "", "GOV")),
    ("Seoul's Joint Chiefs of Staff said it was late.", "Joint Chiefs of Staff", ("office", "KOR", "MIL")),
    ("The US Geological Survey said it was late.", "US Geological Survey", ("organisation", "USA", "")),
    ("Thousands said it was late.", "Thousands of people", ("unnamed", "", "")),
    ("Some said it was late.", "Some people", ("unnamed", "", "")),
    ("A spokeswoman for the president, Tuva Lie, said it was late.", "Tuva Lie", ("spokesperson", "", "")),
    ("Its president, Carla Ruiz, said it was late.", "Carla Ruiz", ("leader", "", "")),
    (
        "FIW President Jonas Ek left. The Federation of Industrial Workers, or FIW, wept. Ek said it was late.",
        "Jonas Ek",
        ("leader", "", ""),
    ),
    ("The IMF's resident representative, Hans Keller, said it was late.", "Hans Keller", ("leader", "", "")),
    ("Karl Beck, a former ambassador to Ghana, said it was late.", "Karl Beck", ("leader", "", "GOV")),
    ("The presidency said it was late.", "Presidency", ("office", "", "GOV")),
    ("The Air Force said it was late.", "Air Force", ("armed-force", "", "MIL")),
    ("In London, Mr Mugabe's critics attacked Britain.", "Mr Mugabe's critics", ("unnamed", "", "")),
    ("Israeli forces killed 42 people in Gaza.", "42 people", ("public", "PSE", "CVL")),
    ("The Philippines left. The Justice Department said it was late.", "Justice Department", ("office", "PHL", "GOV")),
    ("A team of doctors said it was late.", "Team of doctors", ("unnamed", "", "")),
    ("The Cabinet Office said it was late.", "Cabinet Office", ("office", "GBR", "GOV")),
    ("North Korea expelled three BBC reporters.", "Three BBC reporters", ("media", "", "JRN")),
    ("State news agency TANA said it was late.", "TANA", ("media", "", "JRN")),
    ("Brazilian builder Construtora Andrade said it was late.", "Construtora Andrade", ("organisation", "", "BUS")),
    ("Velmark Kol AB said it was late.", "Velmark Kol AB", ("organisation", "", "BUS")),
    ("The presidential palace said it was late.", "Presidential palace", ("office", "", "GOV")),
    ("The Lomar Liberation Army (LLA) said it was late.", "Lomar Liberation Army", ("armed-force", "", "REB")),
    ("Togo said the Tigrayan forces attacked a town.", "Tigrayan forces", ("armed-force", "", "MIL")),
    ("Calder Steel said it was late.", "Calder Steel", ("organisation", "", "BUS")),
    ("Karl Steel said it was late.", "Karl Steel", ("public", "", "")),
    ("Zorin Quay, which runs the port, said it was late.", "Zorin Quay", ("organisation", "", "")),
    ("Malaysia Airlines said it was late.", "Malaysia Airlines", ("organisation", "MYS", "BUS")),
    ("Togo left. The country's foreign ministry said it was late.", "Foreign ministry", ("office", "TGO", "GOV")),
    ("Vice-Admiral Ann Lind said it was late.", "Ann Lind", ("leader", "", "MIL")),
    ("Mali attacked Togo, backed by the U.N.", "United Nations", ("organisation", "", "IGO")),
    ("France condemned attacks on refugees.", "Refugees", ("public", "", "REF")),
    ('Togo called for a "deportation force".', "Deportation force", ("unnamed", "TGO", "")),
    ("Many in Gaza said it was late.", "Many in Gaza", ("unnamed", "PSE", "")),
    ("A leader of Togo's largest union said it was late.", "Leader of Togo's largest union", ("unnamed", "TGO", "")),
    ("Zorin Editor-in-Chief Ann Lind said it was late.", "Ann Lind", ("media", "", "JRN")),
    ("Togo praised the dominant Fianna Fail party.", "Fianna Fail party", ("organisation", "", "PTY")),
    ("Togo met the Democratic Party for the People.", "Democratic Party for the People", ("organisation", "", "")),
    ("Nigerian President Karl Beck told his government to act.", "Government", ("office", "NGA", "GOV")),
    ("Wessmoor Police said it was late.", "Wessmoor Police", ("office", "", "COP")),
    ("Lomar Crown Court said it was late.", "Lomar Crown Court", ("office", "", "JUD")),
    ("The Harvest Party said it was late.", "Harvest Party", ("organisation", "", "PTY")),
    ("The Greek coast guard said it was late.", "Greek coast guard", ("armed-force", "GRC", "MIL")),
    ("The bench said it was late.", "Bench", ("office", "", "JUD")),
    ("A pal of the singer said it was late.", "Pal", ("unnamed", "", "")),
    ("“Enough,” the 54-year-old told reporters.", "54-year-old", ("unnamed", "", "")),
    ("Mining giant Norrhavn said it was late.", "Norrhavn", ("organisation", "", "BUS")),
    ("The nurses' union president, Ann Lind, said it was late.", "Ann Lind", ("leader", "", "LAB")),
    ("The rebels' leader, Karl Beck, said it was late.", "Karl Beck", ("leader", "", "REB")),
    ("The party's secretary general, Karl Beck, said it was late.", "Karl Beck", ("leader", "", "PTY")),
    ("The country's president, Ann Lind, said it was late.", "Ann Lind", ("leader", "", "GOV")),
    ("UN Secretary General Ann Lind said it was late.", "Ann Lind", ("leader", "", "IGO")),
    ("Vietnam's deputy trade minister, Karl Beck, said it was late.", "Karl Beck", ("leader", "VNM", "GOV")),
    ("Vanu, a local newspaper, said it was late.", "Vanu", ("media", "", "JRN")),
    ("At least five provinces said it was late.", "Five provinces", ("unnamed", "", "")),
    ("Environment and Energy Minister Ines Lind said it was late.", "Ines Lind", ("leader", "", "GOV")),
    ("The trade and industry minister, Karl Beck, said it was late.", "Karl Beck", ("leader", "", "GOV")),
]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"), WHAT_THEY_ARE, ids=[f"{name}: {sentence}" for sentence, name, _ in WHAT_THEY_ARE]
)
def test_what_somebody_is(sentence: str, name: str, kind: tuple[str, str, str]) -> None:
    """Kind, country and sector, and none that only a word beside it has; Jerusalem is nobody's state here."""
    rows = [row for row in article(sentence)["actors"] if row["name"] == name]
    assert [kind] == [(row["kind"], row["country"], row["sector"]) for row in rows]


def test_which_names_are_plural_is_written_in_the_lexicon() -> None:
    """Hamas is it; the Houthis are they."""
    for name, pronoun in (("Hamas", "It"), ("The Houthis", "They")):
        tables = article(f"{name} attacked Togo. {pronoun} said it was late.")
        names = {row["actor_id"]: row["name"] for row in tables["actors"]}
        assert [name.removeprefix("The ")] == [names[row["source_ids"]] for row in tables["statements"]]
    plural = {row["name"] for row in package_lexicons().rows("organisations") if row["number"] == "plural"}
    assert {"Houthis", "Rapid Support Forces"} <= plural


@pytest.mark.parametrize("table", ["organisations", "name-words", "actor-nouns", "titles"])
def test_a_table_of_the_lexicon_has_each_word_once(table: str) -> None:
    """A second row would silently replace the first."""
    words = [next(iter(row.values())) for row in package_lexicons().rows(table)]
    assert len(words) == len(set(words)) > 100


@pytest.mark.parametrize(
    ("sentence", "name", "kind", "country"),
    [
        ("Karl Beck, a spokesman for the Lomar Front, blamed Togo.", "Karl Beck", "spokesperson", ""),
        ("Chief Executive of Hong Kong Ann Lind criticised Togo.", "Ann Lind", "leader", "HKG"),
        ("Their presidents, Ida Roe and Karl Beck, left Togo. Ida Roe praised Togo.", "Ida Roe", "leader", ""),
        ("Togo met the U.S. envoy for Mali, Ann Lind, for talks.", "Ann Lind", "leader", "USA"),
        (
            "Firms including Lomar Bahn, Deutsche Lomar, and Siemens condemned Togo.",
            "Deutsche Lomar",
            "organisation",
            "",
        ),
        ("NetBlocks said it was late.", "NetBlocks", "organisation", ""),
        ("Heng said it was late. He wept.", "Heng", "unnamed", ""),
        ("Togo met the president of the Lomar League, Ann Lind, on Friday.", "Ann Lind", "public", ""),
        ("Togo asked the United States District Court to act.", "United States District Court", "office", "USA"),
        ("TVN24 said it was late.", "TVN24", "media", ""),
        ("Tibetans said it was late.", "Tibetans", "unnamed", ""),
        ("Volodymyr Zelenskyy said his country will attack Togo.", "Ukraine", "state", "UKR"),
    ],
)
def test_the_words_around_a_name_say_what_it_is(sentence: str, name: str, kind: str, country: str) -> None:
    """An office behind a comma or "of", a list of firms, a spelling that no person's name has."""
    (row,) = (row for row in article(sentence)["actors"] if row["name"] == name)
    assert (kind, country) == (row["kind"], row["country"])
