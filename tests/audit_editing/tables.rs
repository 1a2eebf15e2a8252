//! Sentences with their source, and sentences that were rewritten.

/// A rule, a sentence, what its Korean source says, and whether the rule speaks.
pub const WITH_SOURCE: &[(&str, &str, &str, bool)] = &[
    ("number-changed", "The ferry carried {1,300|1,030} people.", "여객선에는 1030명이 탔다.", false),
    ("number-changed", "The ferry carried {1,300|1,030} people.", "여객선에는 1300명이 탔다.", false),
    ("number-changed", "The ferry carried {1,300|1,030} people.", "여객선에는 많은 사람이 탔다.", true),
    ("name-changed", "Actor {Han Se-ri|Han Se-rin} left the team.", "배우 한세린이 팀을 떠났다.", false),
    ("name-changed", "Actor {Han Se-ri|Seo Min-a} left the team.", "배우 한세리가 팀을 떠났다.", true),
    ("name-changed", "The train left {Icheon|Incheon} half empty.", "열차는 인천을 반쯤 빈 채 떠났다.", false),
    ("name-changed", "The train left {Icheon|Incheon} half empty.", "열차는 이천을 반쯤 빈 채 떠났다.", true),
    (
        "name-inconsistent",
        "Noh Sang-heon sang, and Noh Sang-hun danced{| well}.",
        "노상헌은 노래하고 노상훈은 춤췄다.",
        false,
    ),
    ("name-inconsistent", "Noh Sang-heon sang, and Noh Sang-hun danced{| well}.", "노상헌은 노래하고 춤췄다.", true),
    ("hedge-lost", "Exports {may|will} rise in May.", "수출이 5월에 늘어난다.", false),
    ("hedge-lost", "Exports {may|will} rise in May.", "수출이 5월에 늘어날 전망이다.", true),
    (
        "hedge-lost",
        "Exports {may|will} rise in May. The ship is late.",
        "수출이 5월에 늘어난다. 배가 늦을 전망이다.",
        false,
    ),
    (
        "quote-altered",
        "\"We sold {140|410} boats to Greece,\" Han Se-ri said.",
        "한세리 대표는 \"그리스에 배 140척을 팔았다\"고 말했다.",
        false,
    ),
    // The reporter's line of the source is not the last sentence of the body.
    (
        "negation-flipped",
        "Village school opens new library\n\nChildren read books there. Teachers are pleased with it.\n\nThe party will {not |}field a candidate in the by-election.\n\nThe garden behind the school is taken care of by the elderly people.",
        "산골 학교 도서관 개관\n\n어린이들은 그곳에서 책을 읽는다. 교사들은 기뻐한다.\n\n당은 보궐선거에 후보를 내지 않는다.\n\n학교 뒤 정원은 노인들이 가꾼다.\n\n노하준 기자 noh.hajun@example.com",
        true,
    ),
    ("hedge-lost", "The mayor {allegedly |}took bribes.", "시장은 뇌물을 받은 혐의를 받는다.", true),
    ("hedge-lost", "The mayor {allegedly |}took bribes.", "시장은 뇌물을 받았다.", false),
    ("negation-flipped", "The committee {did not pass|passed} the bill.", "위원회는 법안을 통과시켰다.", false),
    ("negation-flipped", "The committee {did not pass|passed} the bill.", "위원회는 법안을 통과시키지 않았다.", true),
    ("negation-flipped", "The committee {did not pass|passed} the bill.", "위원회는 법안을 부결시켰다.", true),
    ("negation-flipped", "The committee {passed|did not pass} the bill.", "위원회는 법안을 통과시키지 못했다.", false),
    ("direction-flipped", "Exports {rose|fell} 3 percent.", "수출이 3% 감소했다.", false),
    ("direction-flipped", "Exports {rose|fell} 3 percent.", "수출이 3% 증가했다.", true),
    ("direction-flipped", "Exports {rose|fell} 3 percent.", "수출이 3% 증가해 감소세가 끝났다.", true),
    (
        "attribution-lost",
        "The broker {said|admitted} that he hid the ledgers.",
        "중개인은 장부를 숨겼다고 인정했다.",
        false,
    ),
    (
        "attribution-lost",
        "The broker {said|admitted} that he hid the ledgers.",
        "중개인은 장부를 숨겼다고 말했다.",
        true,
    ),
];

/// A sentence as a machine wrote it, and behind the arrow as an editor would: rewritten, and no rule has a warning.
pub const REWRITTEN: &[&str] = &[
    "Kang is suspected of having taken about 320 million won from 14 people by saying that he would get them jobs. → Kang is accused of swindling about 320 million won ($230,000) out of 14 people by promising to get them jobs.",
    "It is known that Kang denied the charges in the investigation by the prosecution. → Kang has reportedly denied the charges during questioning.",
    "The police believe that Kang is highly likely to have committed additional crimes and are expanding the investigation. → Police suspect Kang may have committed other crimes and are widening their investigation.",
    "The court did not accept the claim of Kang's side that it was a simple debt relationship. → The court rejected Kang's claim that the money was simply a loan.",
    "The ruling party strongly protested, saying that \"this is a clear abuse of power,\" and the opposition party refuted that it is not true at all. → The ruling party protested, calling the move \"a clear abuse of power,\" while the opposition denied the allegation.",
    "It was confirmed that there was no abnormality in the brake device. → The brakes were found to be working properly.",
    "Oil prices fell for three days in a row, and it became a factor for the stock price to rise. → Stocks rose as oil prices declined for a third straight day.",
    "The number of births did not decrease but rather increased by 2.1% in May. → Births rose 2.1 percent in May.",
    "He said, \"I will not forget the support of the fans,\" and added that he would return with a better appearance. → \"I will not forget the support of the fans,\" he said, adding that he would return in better shape.",
    "The company explained that it has no plan to sell the factory at the moment. → The company said it does not currently plan to sell the factory.",
    "It is analyzed that the demand for air conditioners increased due to the heat wave that came earlier than expected. → Demand for air conditioners rose due to an unusually early heat wave, according to industry watchers.",
    "According to the Meteorological Administration on the 5th, rain is expected to fall across the country from the afternoon. → Rain is forecast to fall across the country from the afternoon, the Korea Meteorological Administration said Saturday.",
    "There is a possibility that the final agreement will be reached within this week, but it is difficult to be optimistic. → A final agreement could be reached this week, but it is far from certain.",
    "Experts point out that the measure is insufficient to solve the housing problem of young people. → Experts say the measure falls short of solving young people's housing problems.",
    "The measure was not able to take effect until the end of last year. → The measure only took effect at the end of last year.",
    "It seems that the negotiation will not be easy because the gap between the two sides is large. → Negotiations are likely to be difficult, given the gap between the two sides.",
    "The union said that it cannot but go on strike if the company does not present a new proposal. → The union said it will have no choice but to strike unless the company presents a new proposal.",
    "More than half of the respondents answered that they do not feel the effect of the policy. → More than half of respondents said they had not felt the effects of the policy.",
    "Exports of ships were sluggish, but those of cars did well. → Car exports did well while ship exports slumped.",
    "The two sides decided not to disclose the contents of the agreement. → The two sides agreed to keep the details of the deal confidential.",
    "The professor said that the possibility of an earthquake cannot be ruled out. → An earthquake is possible, the professor said.",
    "The driver, who is suspected of drunk driving, was sent to the prosecution. → The driver was referred to prosecutors on suspicion of drunk driving.",
    "He claimed that the document was not forged. → He said the document was genuine.",
    "The city will not charge a fee for parking on weekends. → Weekend parking will be free.",
    "Prices are expected to continue to rise for the time being. → Prices are set to keep rising for now.",
    "It is reported that the talks will be held in Daram. → The talks will be held in Daram, according to media reports.",
    "The deficit decreased by 12% from the previous year to 430 billion won. → The shortfall narrowed 12 percent on year to 430 billion won.",
    "At least 3 people are presumed to have been isolated in the building. → At least three people are believed to be trapped in the building.",
];

/// A rule, and a sentence in which it speaks although more was reworked than the one word.
pub const REWORKED: &[(&str, &str)] = &[
    ("hedge-lost", "The port authority is {reportedly |}weighing a second pier on the island."),
    ("hedge-lost", "{It is said that the|The} captain left the bridge before the ships met."),
    ("hedge-lost", "The province {is scheduled to open|opened} a museum in an old cannery."),
    ("hedge-lost", "The ferry {is expected to dock|will tie up} at the old pier on Friday."),
    (
        "hedge-lost",
        "{In the upper valley, hail is likely to fall for two days|The upper valley will see hail for two days}.",
    ),
    ("hedge-lost", "The broker was {accused|convicted} of selling forged tickets."),
    (
        "hedge-lost",
        "The nurse is suspected of taking pills from the ward{, and of selling them|. She sold them} to a dealer.",
    ),
    ("attribution-lost", "{Brokers predicted that the price of tin would|The price of tin will} fall next year."),
    ("attribution-lost", "{There is a view that the|The} bridge may divide the village in two."),
    (
        "attribution-lost",
        "\"We lost the net,\" a cook said. \"The boat drifted for nine hours{,\" the diver added.|.\"}",
    ),
    ("direction-flipped", "The broker {denied the charge of forgery|admitted the forgery charge}."),
    ("direction-flipped", "{The stock of the yard fell by 4.7% on the day|Haneul shares rose 4.7 percent on Monday}."),
    ("direction-flipped", "{The harvest is smaller than that of Japan|That is a larger harvest than that of Japan}."),
    ("direction-flipped", "{Many|Few} divers came to the meeting."),
    ("negation-flipped", "The cook {did not participate|took part} in the race around the island."),
    ("negation-flipped", "Owners and crews {failed to find|reached} an agreement after nine rounds of talks."),
    (
        "name-changed",
        "{A baker in Sangdo District said, \"We sell no bread on Monday.\"|\"We sell no bread on Monday,\" said a baker in Wolgok District.}",
    ),
    (
        "name-changed",
        "{Its chief Elsa Lindqvist, who has led it for nine years, will leave in May|In May it will lose Elsa Vestergaard, its head for nine years}.",
    ),
    ("name-inconsistent", "Police held a woman surnamed Jeon. A day later, they let Chun go.{| So it was.}"),
    ("name-inconsistent", "Guests of the Red Gull Hotel ate fish. {They|Guests of the Red Gul} paid nothing."),
    ("name-inconsistent", "The ship of Haneul Marine came in. {It|Haneul Marin} had lost two boats."),
    ("direction-flipped", "The gap between the two ports {widened|narrowed} last year."),
];

/// The same reworked well, and the rule is silent.
pub const REWORKED_WELL: &[(&str, &str)] = &[
    ("hedge-lost", "The port authority is {reportedly |}weighing a second pier on the island{|, an official said}."),
    ("hedge-lost", "{It is reported that the|The} captain left the bridge{|, according to the coast guard}."),
    ("hedge-lost", "The province {is scheduled to|will} open a museum in an old cannery."),
    ("hedge-lost", "{A museum is set to be built in a cannery|A museum is to rise in a cannery built in 1931}."),
    ("hedge-lost", "The ferry {is expected to dock|will likely tie up} at the old pier on Friday."),
    ("hedge-lost", "It is {not possible|impossible} to cross the strait in a canoe."),
    (
        "hedge-lost",
        "{The broker was sentenced to a year on charges of selling|The broker was convicted of selling} forged tickets.",
    ),
    (
        "attribution-lost",
        "{Brokers predicted that the price of tin would|The price of tin is likely to} fall next year.",
    ),
    ("attribution-lost", "{It is analyzed that the|The} price of tin rose because of the strike."),
    (
        "attribution-lost",
        "\"We lost the net,\" a cook said. \"The boat drifted for nine hours{,\" the cook added.|.\"}",
    ),
    ("direction-flipped", "The broker {denied|did not admit} the charge of forgery."),
    ("direction-flipped", "{Quite a few|Many} divers came to the meeting."),
    ("negation-flipped", "The cook {did not participate in|missed} the race around the island."),
    ("negation-flipped", "Owners and crews {did not find an agreement|found no agreement} after nine rounds of talks."),
    (
        "name-changed",
        "{A baker in Sangdo District said, \"We sell no bread on Monday.\"|\"We sell no bread on Monday,\" said a baker in the district.}",
    ),
    ("name-inconsistent", "Police held a woman surnamed Jeon. A day later, they let Kwon go.{| So it was.}"),
    ("name-inconsistent", "Guests of the Red Mill Hotel ate fish. {They|Guests of the Red Mile} paid nothing."),
    ("name-inconsistent", "Haneul Marine lost two boats. {The firm|A fleet of Haneul Marines} was out."),
    ("direction-flipped", "{The stock of the yard fell by 4.7% on the day|Haneul shares lost 4.7 percent on Monday}."),
    ("negation-flipped", "The council held that {the huts need not be moved|moving the huts was unnecessary}."),
    ("number-changed", "The wind blew at {41 km per hour|41 kilometers per hour}."),
    (
        "number-changed",
        "Regatta opens\nPublished: 3 Jul. 2026, 08:05\nThe {2026 regatta opens on|regatta opens on Thursday,} July 9.",
    ),
    (
        "quote-altered",
        "\"We found no leak{\" and \"The crew is in no danger at all,\" the captain said|,\" the captain said. He added that the crew was in no danger at all}.",
    ),
];
