//! The audit rules about editing, by sentences in which each must speak and by sentences that look alike in which it must
//! not.
//!
//! A sentence holds its edit as `{draft|final}`: `Exports {rose|fell}.` was `Exports rose.` and became `Exports fell.`

mod tables;

use postedit::settings::Level;
use postedit::{Finding, Pair, Settings, Text, analyse, audit};
use tables::{NEAR_FIRES, NEAR_SILENT, REWORKED, REWORKED_WELL, REWRITTEN, WITH_SOURCE};

/// The rules about editing.
const RULES: [&str; 10] = [
    "number-changed",
    "name-changed",
    "name-inconsistent",
    "quote-altered",
    "attribution-lost",
    "hedge-lost",
    "negation-flipped",
    "direction-flipped",
    "sentence-dropped",
    "sentence-added",
];

/// A rule, and a sentence in which it speaks.
const FIRES: &[(&str, &str)] = &[
    ("number-changed", "The ferry carried {1,300|1,030} people to the island."),
    ("number-changed", "The yard won an order worth {5.2 billion dollars|5.2 billion won}."),
    ("number-changed", "The festival opens on March {3|13} in Daram."),
    ("number-changed", "The {52-year-old|53-year-old} sailor was rescued."),
    ("number-changed", "The rate rose by 2 {percent|percentage points} in a year."),
    (
        "number-changed",
        "{The number of people who visited the garden in spring was 41,200|Some 42,100 people visited the garden in spring}.",
    ),
    ("number-changed", "The hearing was moved to {Monday|Tuesday}."),
    (
        "number-changed",
        "{It was found that the loss of the company amounted to 12.1 billion won|The company lost 12.1 trillion won}.",
    ),
    ("number-changed", "The yard {built 84 barges and 61 ferries|launched 61 barges and 84 ferries}."),
    ("number-changed", "{The survey found 31 herons in 14 marshes|The survey counted 14 herons across 31 marshes}."),
    (
        "number-changed",
        "{The rate went down from 48% in spring to 41% in fall|The rate fell from 41 percent in spring to 48 percent in fall}.",
    ),
    (
        "number-changed",
        "{Haeon had the highest rate of increase at 12.4%, and Daram had the largest drop at 4.2%|Haeon saw the biggest increase at 4.2 percent, while Daram had the steepest drop at 12.4 percent}.",
    ),
    (
        "number-changed",
        "{Two boats sank, killing three sailors and injuring 11|Eleven sailors were killed and three injured when two boats sank}.",
    ),
    (
        "number-changed",
        "{The squid, up 28.9% on the year, sold well. Divers were glad|Divers were glad. The price of fish rose 29.8 percent}.",
    ),
    ("number-changed", "The catch fell for {16 consecutive months|a 19th consecutive month}."),
    ("number-changed", "The ship made {27 kilometers per hour|72 kilometers (45 miles) per hour} against the wind."),
    ("number-changed", "{The 24th typhoon of this year|A typhoon, the 14th of the year,} wrecked the pier."),
    ("name-changed", "Director {Noh Chan-ok|Noh Chan-wook} will open the festival."),
    ("name-changed", "The order went to {Haneul Gas|Haneul Power} Corp. last week."),
    ("name-changed", "The night train left {Icheon|Incheon} half empty."),
    ("name-changed", "The bill was drafted by {Noh Ha-jun|Seo Min-a}, a lawmaker."),
    (
        "name-changed",
        "{It was learned that Noh Ha-jun decided to leave the team in May|Moon Ha-jun will leave the team in May, the club said}.",
    ),
    ("name-changed", "The plant lies near {Munich|Vienna}."),
    ("name-inconsistent", "Noh Ha-jun won the race.{| On the podium, Roh Ha-jun wept.}"),
    ("name-inconsistent", "Noh Ha-jun won the race, and Noh Ha-joon wept.{| So it was.}"),
    ("name-inconsistent", "Noh Ha-jun won the race, and Noh Hajun wept.{| So it was.}"),
    ("name-inconsistent", "The prize went to Elsa Lindqvist. A jury praised Elsa Lindquist for it.{| So it was.}"),
    ("name-inconsistent", "The prize went to Elsa Lindqvist. The jury praised Lindquist for it.{| So it was.}"),
    ("name-inconsistent", "Choi Bo-ra leads the team. The prize is late, Choe said.{| So it was.}"),
    ("name-inconsistent", "The Mirbit Semiconductor plant is new. Workers of Mirbid Semiconductor came.{| So it was.}"),
    ("name-inconsistent", "Velmora opened a mill. Velmora sells oil. {Velmora|Velmara} pays well, and Velmora hires."),
    ("quote-altered", "\"We {regret|hate} the delay at the port,\" the airline said."),
    ("quote-altered", "\"We will {not |}raise the fare this year,\" the mayor said."),
    ("quote-altered", "\"The loss {may|will} reach our members,\" Han Se-ri said."),
    ("quote-altered", "\"We sold {140|410} boats to Greece,\" Han Se-ri said."),
    (
        "quote-altered",
        "\"{The harbor belongs to those who fish in it|Nobody has told us when the money will come},\" Han Se-ri said.",
    ),
    ("quote-altered", "\"Our exports {rose|fell} again,\" Han Se-ri said."),
    ("quote-altered", "\"We met {Noh Ha-jun|Seo Min-a} in May,\" Han Se-ri said."),
    ("attribution-lost", "The brakes of the bus failed on the slope{, police said|}."),
    ("attribution-lost", "{According to the coast guard, the|The} ferry lost power near the island."),
    ("attribution-lost", "{Police said that the|The} driver fell asleep at the wheel of the truck."),
    (
        "attribution-lost",
        "{The union explained that|As} the yard has not paid overtime since March{|, workers are angry}.",
    ),
    ("attribution-lost", "The broker {said|admitted} that he had hidden the ledgers."),
    ("attribution-lost", "The mayor {said|claimed} the tunnel was safe."),
    ("attribution-lost", "The yard sank the barge on purpose{, the investigators told reporters|}."),
    ("hedge-lost", "The mayor {allegedly |}took bribes from a builder."),
    ("hedge-lost", "The man {is suspected of|was} stealing 40 bicycles."),
    ("hedge-lost", "The broker, who {is accused of taking|took} bribes, left the country."),
    ("hedge-lost", "The bus strike {may|will} end this week."),
    ("hedge-lost", "The amount of water in the Geum River {could decrease|will fall} by summer, experts said."),
    ("hedge-lost", "Exports {are expected to|will} rise 3 percent in May."),
    ("hedge-lost", "The pilot {reportedly |}lost radio contact over the strait."),
    ("hedge-lost", "The firm {is believed to have hidden|hid} the losses for years."),
    ("hedge-lost", "Noh Ha-jun {allegedly |}stole 14 {bikes|bicycles} from {an|the} apartment."),
    ("hedge-lost", "The film {could|will} also be released in Japan."),
    ("hedge-lost", "The hall {could|will} have 1,240 seats in two tiers."),
    ("hedge-lost", "The project {may|will} open in May."),
    ("hedge-lost", "Seo Min-a rested due to her exams but {may|will} sing in all towns."),
    ("hedge-lost", "The strike {may|will} end this week, and boats from the island could sail again on Monday."),
    (
        "hedge-lost",
        "{Noh Ha-jun is suspected of taking|Prosecutors indicted Noh Ha-jun, who took} bribes from builders.",
    ),
    ("hedge-lost", "{It appears that the engine|The engine} caught fire by itself."),
    ("hedge-lost", "{There is a view that the tram may open in the fall of this year|The tram will open this fall}."),
    ("negation-flipped", "The bill {did not pass|passed} the committee on Monday."),
    ("negation-flipped", "The court found the docking fee {legal|illegal}."),
    ("negation-flipped", "The freighter entered the strait {with|without} a pilot."),
    ("negation-flipped", "The cable car {opened|failed to open} to tourists."),
    ("negation-flipped", "The firm {has no plans|plans} to sell the yard in Daram."),
    (
        "negation-flipped",
        "{It is a situation in which the union has not accepted the offer of the yard|The union accepted the yard's offer}.",
    ),
    ("negation-flipped", "The tunnel {isn't|is} safe for trucks."),
    ("negation-flipped", "{Nobody|Somebody} paid the fee."),
    ("direction-flipped", "Exports of dried laver {rose|fell} 3 percent in May."),
    ("direction-flipped", "The rate was 15.9 percent in villages, {above|below} the 13.2 percent in cities."),
    ("direction-flipped", "The appeals court {acquitted|convicted} the grain broker."),
    ("direction-flipped", "{More|Less} than 300 people came to the concert."),
    ("direction-flipped", "The province closed its books with a {surplus|deficit}."),
    ("direction-flipped", "{Exports exceeded imports|Imports exceeded exports} in May."),
    (
        "direction-flipped",
        "{The price of cabbage showed an increase of 8.6% compared with last week|Cabbage prices were down 8.6 percent from last week}.",
    ),
    ("direction-flipped", "The court {upheld|overturned} the ruling on the harbor."),
    ("sentence-dropped", "The garden opened in May.{ It drew 41,000 visitors in a week.|} Children liked it."),
    ("sentence-dropped", "The garden opened in May.{ The opening was led by Noh Ha-jun.|} Children liked it."),
    ("sentence-dropped", "The garden opened in May.{ \"I am glad,\" one visitor wrote.|} Children liked it."),
    ("sentence-dropped", "The garden opened in May.{ It closes on Oct. 9.|} Children liked it."),
    ("sentence-dropped", "{Tickets cost 9,000 won for adults. |}The garden opened in May. Children liked it."),
    ("sentence-dropped", "The garden opened in May. Children liked it.{ Hanbit Foundation paid for the roses.|}"),
    ("sentence-added", "The garden opened in May.{| The district lies in the south of the city.} Children liked it."),
    ("sentence-added", "The garden opened in May.{| Roses bloom until fall.} Children liked it."),
    ("sentence-added", "{|A typhoon had wrecked the old one. }The garden opened in May. Children liked it."),
    ("sentence-added", "The garden opened in May. Children liked it.{| Parents were less sure about the fee.}"),
    ("sentence-added", "The garden opened in May.{| \"I am glad,\" one visitor wrote.} Children liked it."),
    ("sentence-added", "The garden opened in May.{| It drew 41,000 visitors in a week.} Children liked it."),
    ("negation-flipped", "The drug is {effective for children, too|not effective for children}."),
    ("attribution-lost", "The decision, however, {will be made|will come} next spring, he {said|claimed}."),
    ("attribution-lost", "The brakes of the red bus failed on the slope{ said police on Monday| on Monday}."),
    ("direction-flipped", "The Whales {beat|lost to} the Bears on Tuesday."),
];

/// A rule, and a sentence in which it is silent.
const SILENT: &[(&str, &str)] = &[
    ("number-changed", "The fare {rises from 1,400 won|goes up by 150 won} to 1,550 won."),
    ("number-changed", "He got {three years and six months|three and a half years} in prison."),
    ("attribution-lost", "\"We are sorry,\" Han Se-ri said. The airline will pay the fare back{, he said|}."),
    ("number-changed", "The plant cost {350 million dollars|$350 million} to build."),
    ("number-changed", "The loss reached {17.8 billion|nearly 18 billion} won."),
    ("number-changed", "The garden covers {2,000 pyeong|6,600 square meters}."),
    ("number-changed", "The deal is worth 14 billion won{| ($10 million)}."),
    ("number-changed", "The tram opens on {November 15|Nov. 15}."),
    ("number-changed", "{On Monday, the|The} court fined the firm 3 million won{| on Monday}."),
    ("number-changed", "The garden drew 41,000 visitors{, of whom 300 came by bus|}."),
    ("number-changed", "{The fleet has 84 barges and 61 ferries|The fleet has 61 ferries and 84 barges}."),
    (
        "number-changed",
        "{Its value was 900 million won, down 41 million won in a day|Its value fell by 41 million won in a day to 900 million won}.",
    ),
    (
        "number-changed",
        "{The fee rose from 3 euros in May to 5 euros in June|The fee rose to 5 euros in June from 3 euros in May}.",
    ),
    (
        "number-changed",
        "{Arrivals were 1,309 more than in the same month last year (20,128)|Arrivals beat the 20,128 of the same month last year by 1,309}.",
    ),
    ("number-changed", "{31 herons were seen in 14 marshes|In 14 marshes, divers saw 31 herons}."),
    ("number-changed", "{The log says 25 12 2018|The log says 12 25 2018}."),
    ("number-changed", "{The catch was up 28.9%|The catch rose by 28.9 percent, and the price by 29.8 percent}."),
    ("number-changed", "The union elected {8|eight} delegates in May."),
    ("number-changed", "{One|A} ship arrived in May."),
    ("number-changed", "The fare went up {1.5 times|50 percent} in May."),
    ("number-changed", "The fee rose from 900 won to 1,200 won{|, up 33 percent}."),
    ("name-changed", "Ships from {Korea|South Korea} carried the grain."),
    ("name-changed", "{Noh Ha-jun|Noh} leads the team."),
    ("name-changed", "{He|Noh} leads the team."),
    ("name-changed", "The institute says that {the North|Pyongyang} has sold coal."),
    ("name-changed", "The {Ministry of Justice|Justice Ministry} issued a permit."),
    ("name-changed", "The novelist Lee {Sang-heon|Sang-hun} grew up in Yeosu."),
    ("name-changed", "The {Daram Trade Institute|institute} issued a report."),
    ("name-changed", "The {Cheong Wa Dae|Blue House} issued a report."),
    ("name-changed", "The {Korean|Korea} Coast Guard came from {Japanese|Japan} waters."),
    ("name-changed", "The {Financial Supervisory Service|FSS} issued a report."),
    ("name-changed", "{Noh Ha-jun and Seo Min-a|Seo Min-a and Noh Ha-jun} lead the team."),
    ("name-inconsistent", "Noh Ha-jun won the race.{| Noh wept.}"),
    ("name-inconsistent", "Ships of Sorvik and of Sorvek came to Sorvik. Sorvik won.{| So it was.}"),
    ("name-inconsistent", "Noh Ha-jun won the race.{| H.J. Noh wept.}"),
    ("name-inconsistent", "Noh Ha-jun won the race.{| Seo Ha-jun wept.}"),
    ("name-inconsistent", "Noh Tae-jun won the race.{| Noh Dae-jun wept.}"),
    ("name-inconsistent", "Noh Ha-jun won the race.{| Noh Ha-jin wept.}"),
    ("name-inconsistent", "Elsa Lindqvist won the race.{| Lindqvist wept.}"),
    ("name-inconsistent", "Elsa Hansen won the race.{| Karl Hanson wept.}"),
    ("name-inconsistent", "Noh Ha-jun won the race.{| Ha-jun Noh wept.}"),
    ("name-inconsistent", "The train left Icheon City at noon.{| It reached Incheon City late.}"),
    ("name-inconsistent", "Hanbit Corp. won the race.{| Hanbit wept.}"),
    ("name-inconsistent", "A Serbian ship came.{| Serbia paid the fee.}"),
    ("quote-altered", "{\"|“}We regret the delay{\"|”}, the airline said."),
    ("quote-altered", "\"We will ask the {|[ruling] }party for help,\" Han Se-ri said."),
    ("quote-altered", "\"We regret the delay{, and we will pay the fare back|},\" the airline said."),
    (
        "quote-altered",
        "\"We regret the delay{ and|,\" the airline said. \"And} we will pay the fare back{,\" the airline said|}.",
    ),
    ("quote-altered", "{\"We regret the delay,\" the airline said|The airline said it regretted the delay}."),
    ("quote-altered", "\"We {apologise|apologize} for the delay,\" the airline said."),
    ("quote-altered", "\"Sales rose {31.6%|31.6 percent} in May,\" the airline said."),
    ("quote-altered", "\"We {don't|do not} know the cause,\" the airline said."),
    ("quote-altered", "\"We regret the delay,\" the airline {explained|said}."),
    ("quote-altered", "\"We regret the delay,\" {the|a} spokesperson of {an|the} airline said."),
    ("attribution-lost", "The brakes of the bus failed, {police said|according to police}."),
    ("attribution-lost", "The brakes of the bus failed on the slope{. The driver was asleep, police said|}."),
    ("attribution-lost", "\"We did our best,\" the coach {explained|said}."),
    ("attribution-lost", "The firm added 300 jobs in May{, adding to its staff|}."),
    ("attribution-lost", "The bank {said it|announced that it} would lend more."),
    ("attribution-lost", "The yard {told workers to leave|sent workers home}."),
    ("attribution-lost", "{The mayor said that|In the mayor's view,} the tunnel was safe for trucks."),
    ("attribution-lost", "{Police said|Police believe} the driver fell asleep at the wheel."),
    ("attribution-lost", "The broker {admitted|said} that he had hidden the ledgers."),
    ("hedge-lost", "Exports {are expected to|will likely} rise 3 percent in May."),
    ("hedge-lost", "The man {accused of|charged with} fraud left the country."),
    ("hedge-lost", "The man {is suspected of stealing|was indicted on charges of stealing} 40 bicycles."),
    ("hedge-lost", "The mayor {allegedly took|is accused of taking} bribes from a builder."),
    ("hedge-lost", "The tram opens on {May|June} 5."),
    ("hedge-lost", "Guests {could see|saw} the sea from the hall."),
    ("hedge-lost", "The strike may end this week{, and it may rain|}."),
    ("hedge-lost", "{It is possible that the|The} strike {will|could} end this week."),
    ("hedge-lost", "The price may rise{ and may fall| and fall}."),
    // What the ministry will do is another claim, which the draft has, too.
    ("hedge-lost", "The ministry may appeal, but the ministry will {first study the ruling|read the ruling first}."),
    ("hedge-lost", "{The institute expects that chip demand may|The institute expects chip demand to} continue."),
    ("negation-flipped", "He {does not think it will|thinks it will not} pass."),
    ("negation-flipped", "The ferry {no longer runs|stopped running} at night."),
    ("negation-flipped", "The fee is {not legal|illegal}."),
    ("negation-flipped", "The bill {did not pass|was voted down}."),
    ("negation-flipped", "The tram {did not open until|opened in} May."),
    ("negation-flipped", "The fee applies {not only to trucks but also to buses|to trucks and buses}."),
    ("negation-flipped", "{There was no one who was hurt|No one was hurt}."),
    ("negation-flipped", "The union {has not decided yet|has yet to decide}."),
    ("negation-flipped", "{Neither trucks nor buses paid|Trucks and buses did not pay} the fee."),
    ("negation-flipped", "The garden opened in May{, and no fee was asked|}."),
    ("negation-flipped", "He was {unable to attend|absent from} the hearing."),
    ("direction-flipped", "Exports of dried laver {fell|declined} in May."),
    ("direction-flipped", "Lamps hang {above|below} all 13 boats."),
    ("direction-flipped", "{Imports exceeded exports|Exports fell short of imports} in May."),
    ("direction-flipped", "{The firm bought the land from the city|The city sold the land to the firm}."),
    ("direction-flipped", "{Before the meeting, he ate|He ate before the meeting}."),
    ("direction-flipped", "{After eating, he washed|He ate before washing}."),
    ("direction-flipped", "The union {did not accept|rejected} the offer."),
    ("direction-flipped", "Exports rose{ while imports fell|}."),
    ("direction-flipped", "Prices {did not rise|fell} in May."),
    ("direction-flipped", "{Exports rose, but imports fell|Imports fell, but exports rose}."),
    ("sentence-dropped", "The garden opened in May.{ It was a good day.|} Children liked it."),
    ("sentence-dropped", "The garden opened in May{. It|, and} drew 41,000 visitors in a week. Children liked it."),
    ("sentence-dropped", "The garden opened in May, and{ it|} drew 41,000 visitors. Children liked it."),
    ("sentence-dropped", "The garden opened in May.{ So it was.|} Children liked it."),
    (
        "sentence-dropped",
        "Garden opens\n{Published: 3 Mar. 2025, 08:05\n|}The garden opened in May. Children liked it.",
    ),
    (
        "sentence-dropped",
        "Garden opens\nThe garden opened in May. Children liked it.\n{BY HAN SE-RI [han.seri@example.com]|}",
    ),
    ("sentence-dropped", "The garden opened in May.{| It drew 41,000 visitors.} Children liked it."),
    ("sentence-dropped", "The garden drew {41,000|14,000} visitors. Children liked it."),
    ("sentence-added", "The garden opened in May{, and it|. It} drew 41,000 visitors in a week. Children liked it."),
    ("sentence-added", "Garden opens\n{|Published: 3 Mar. 2025, 08:05\n}The garden opened in May. Children liked it."),
    (
        "sentence-added",
        "Garden opens\nThe garden opened in May. Children liked it.\n{|BY HAN SE-RI [han.seri@example.com]}",
    ),
    (
        "sentence-added",
        "Garden opens\nThe garden opened in May. Children liked it.\n{|Children play in the garden on May 2. [YONHAP]}",
    ),
    ("sentence-added", "The garden opened in May.{ It drew 41,000 visitors.|} Children liked it."),
    ("sentence-added", "The garden {opened|was opened} in May. Children liked it."),
    (
        "sentence-added",
        "Garden opens\nThe garden opened in May. Children liked it.\n{|Translated from the Port Daily using generative AI and edited by its staff.}",
    ),
];

/// Sentences that have nothing to do with those above, so that an article is more than its edit.
const BEFORE: &str = "Children flew kites on a hill behind their school. Nobody else was outdoors.";
const AFTER: &str = "Two brothers kept bees under an old pear tree. They gave honey to guests.";

/// The draft and the final of a sentence.
fn sides(sentence: &str) -> [String; 2] {
    let mut texts = [String::new(), String::new()];
    for (index, piece) in sentence.split(['{', '}']).enumerate() {
        let edited = index % 2 == 1;
        let (draft, r#final) =
            if edited { piece.split_once('|').expect("braces hold a draft and a final") } else { (piece, piece) };
        texts[0].push_str(draft);
        texts[1].push_str(r#final);
    }
    texts
}

fn findings(draft: Option<&str>, r#final: &str, source: Option<&str>) -> Vec<Finding> {
    let pair = Pair { draft: draft.map(Text::from), source: source.map(Text::from), ..Pair::new("", r#final) };
    let found = audit::run(&analyse(&pair, &Settings::default()), &Settings::default());
    found.into_iter().filter(|finding| RULES.contains(&finding.rule)).collect()
}

fn shown(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| format!("\n    {} {}: {}", finding.level, finding.rule, finding.message));
    if findings.is_empty() { "\n    nothing".to_owned() } else { lines.collect() }
}

fn fail_with(failures: &[String]) {
    assert!(failures.is_empty(), "{} sentences failed:\n{}", failures.len(), failures.join("\n"));
}

/// The cases in which a rule speaks or not as it should not, alone and among other sentences.
fn failures(cases: &[(&str, &str)], speaks: bool) -> Vec<String> {
    let mut failures = Vec::new();
    for (rule, sentence) in cases {
        let [draft, r#final] = sides(sentence);
        let around = |text: &str| format!("{BEFORE}\n\n{text}\n\n{AFTER}");
        for (draft, r#final) in [(draft.clone(), r#final.clone()), (around(&draft), around(&r#final))] {
            let found = findings(Some(&draft), &r#final, None);
            if found.iter().any(|finding| finding.rule == *rule) != speaks {
                failures.push(format!("{rule}: {sentence}\n  found:{}", shown(&found)));
            }
        }
    }
    failures
}

#[test]
fn every_rule_speaks_where_it_must() {
    fail_with(&failures(FIRES, true));
    fail_with(&failures(REWORKED, true));
    fail_with(&failures(NEAR_FIRES, true));
}

#[test]
fn every_rule_is_silent_where_it_only_looks_so() {
    fail_with(&failures(SILENT, false));
    fail_with(&failures(REWORKED_WELL, false));
    fail_with(&failures(NEAR_SILENT, false));
}

#[test]
fn good_rewriting_is_quiet() {
    let loud = REWRITTEN.iter().filter_map(|pair| {
        let (draft, r#final) = pair.split_once(" → ").expect("an arrow");
        let mut found = findings(Some(draft), r#final, None);
        found.retain(|finding| finding.level > Level::Info);
        (!found.is_empty()).then(|| format!("{pair}{}", shown(&found)))
    });
    fail_with(&loud.collect::<Vec<_>>());
}

#[test]
fn the_source_settles_what_it_can() {
    let wrong = WITH_SOURCE.iter().filter_map(|(rule, sentence, source, speaks)| {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, Some(source));
        let spoke = found.iter().any(|finding| finding.rule == *rule);
        (spoke != *speaks).then(|| format!("{rule}: {sentence} ({source})\n  found:{}", shown(&found)))
    });
    fail_with(&wrong.collect::<Vec<_>>());
}

#[test]
fn a_change_is_a_reason_to_look_and_a_lost_accusation_an_error() {
    for (rule, sentence, level) in [
        ("hedge-lost", "The mayor {allegedly |}took bribes from a builder.", Level::Error),
        ("hedge-lost", "The man {is suspected of|was} stealing 40 bicycles.", Level::Error),
        ("hedge-lost", "Police said the mayor {allegedly |}took bribes from a builder.", Level::Warning),
        ("hedge-lost", "The bus strike {may|will} end this week.", Level::Warning),
        ("quote-altered", "\"We {regret|hate} the delay at the port,\" the airline said.", Level::Warning),
        ("quote-altered", "\"We {regret|regretted} the delay at the port,\" the airline said.", Level::Info),
        ("quote-altered", "\"We {hope for|hope to see} the best in the port,\" the airline said.", Level::Warning),
        ("quote-altered", "\"We pay for {the|a} delay at the port,\" the airline said.", Level::Info),
        ("negation-flipped", "The bill {did not pass|passed} the committee on Monday.", Level::Warning),
    ] {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, None);
        let levels: Vec<Level> =
            found.iter().filter(|finding| finding.rule == rule).map(|finding| finding.level).collect();
        assert_eq!(levels, [level], "{rule}: {sentence}{}", shown(&found));
    }
}

#[test]
fn a_message_says_what_and_where() {
    for (sentence, message, at, evidence) in [
        (
            "The ferry carried {1,300|1,030} people.",
            "\"1,300 people\" became \"1,030 people\" (digits swapped); nothing here tells which is right",
            "1,030",
            "1,300",
        ),
        ("The bill {did not pass|passed}.", "\"not pass\" became \"passed\": the denial is gone", "passed", "not pass"),
        ("Exports {rose|fell} in May.", "\"rose\" became \"fell\", its opposite", "fell", "rose"),
        (
            "The strike {may|will} end this week.",
            "\"may end this week\" became \"will end this week\": what was left open is told as a fact",
            "will end this week",
            "may end this week",
        ),
        (
            "\"We {regret|hate} the delay,\" the airline said.",
            "inside the quotation, \"regret\" became \"hate\"",
            "We hate the delay,",
            "We regret the delay,",
        ),
    ] {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, None);
        let [finding] = &found[..] else { panic!("one finding for {sentence}, not{}", shown(&found)) };
        assert_eq!(finding.message, message);
        assert_eq!(finding.place.span.of(&r#final), at);
        assert_eq!(finding.related[0].span.of(&draft), evidence);
    }
}

/// Every finding of the tables with its place and message, as an editor reads them.
#[test]
fn messages_read_as_they_were_accepted() {
    let bare = FIRES.iter().chain(REWORKED).chain(NEAR_FIRES).map(|&(_, sentence)| (sentence, None));
    let with_source = WITH_SOURCE.iter().map(|&(_, sentence, source, _)| (sentence, Some(source)));
    let mut lines = String::new();
    for (sentence, source) in bare.chain(with_source) {
        let [draft, r#final] = sides(sentence);
        lines.extend([sentence, "\n"]);
        lines.extend(source.map(|source| format!("  source: {source}\n")));
        for Finding { rule, place, message, related, .. } in findings(Some(&draft), &r#final, source) {
            let text = |place: &audit::Place| match place.side {
                audit::Side::Draft => place.span.of(&draft),
                audit::Side::Final => place.span.of(&r#final),
                audit::Side::Source => place.span.of(source.unwrap_or_default()),
            };
            let related: Vec<&str> = related.iter().map(text).collect();
            lines += &format!("  {rule} at {} / {}\n    {message}\n", text(&place), related.join(" / "));
        }
    }
    snapbox::assert_data_eq!(lines, snapbox::file!["messages.txt"]);
}

#[test]
fn a_message_names_what_the_source_has() {
    for (sentence, source, message) in [
        (
            "Exports {rose|fell} 3 percent.",
            "수출이 3% 증가했다.",
            "\"rose\" became \"fell\", its opposite; the source has \"증가\"",
        ),
        (
            "Exports {may|will} rise in May.",
            "수출이 5월에 늘어날 전망이다.",
            "\"may rise\" became \"will rise\": what was left open is told as a fact; the source has \"전망\"",
        ),
    ] {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, Some(source));
        let [finding] = &found[..] else { panic!("one finding for {sentence}, not{}", shown(&found)) };
        assert_eq!(finding.message, message);
    }
}

#[test]
fn without_a_draft_only_the_final_is_held_against_itself() {
    let found = findings(None, "Noh Ha-jun won the race. Roh Ha-jun wept. The strike will end.", None);
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["name-inconsistent"]);
}

#[test]
fn well_edited_articles_are_quiet() {
    // The festival's quotation was swapped for another one, which is what it is there for.
    for (name, expected) in [("exports", &[][..]), ("ferry", &[]), ("library", &[]), ("festival", &["quote-altered"])] {
        let read = |file: &str| std::fs::read_to_string(format!("samples/{name}/{file}")).expect("a sample");
        let found = findings(Some(&read("draft.txt")), &read("final.txt"), Some(&read("source.ko.txt")));
        let loud = found.iter().filter(|finding| finding.level > Level::Info);
        assert_eq!(loud.map(|finding| finding.rule).collect::<Vec<_>>(), expected, "{name}");
    }
}
