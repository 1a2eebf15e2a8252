//! What every kind is, by sentences: what it names, and what only looks like it.
//!
//! A sentence holds its edit as `{draft|final}`: `Exports {rose|fell}.` was `Exports rose.` and became `Exports fell.`
//! Several braces are one edit in several places, as of words that moved.

use std::collections::HashMap;

use postedit::kinds::Kind::{self, *};
use postedit::{Pair, Settings, analyse};

/// The kind that the only edit of a sentence is of.
const CASES: &[(Kind, &str)] = &[
    (Number, "The yard in Geoje delivered {14|41} vessels to Greece."),
    (Number, "A {52-year-old|53-year-old} sailor was rescued off Uljin."),
    (Number, "The fund put 3.7 {billion|trillion} won into battery plants."),
    (Number, "Rescuers pulled{ three|} hikers from the slope."),
    (NumberFormat, "The plant cost {350 million dollars|$350 million} to build."),
    (NumberFormat, "Ridership grew {6.4%|6.4 percent} after the fare cut."),
    (NumberFormat, "The union elected {8|eight} delegates."),
    (NumberFormat, "The crossing took {one hour|an hour} in fog."),
    (NumberFormat, "The island has {12000|12,000} residents."),
    (NumberFormat, "The levy passed the council {31-18|31 to 18}."),
    (NumberFormat, "A ferry ticket costs {10-20 dollars|10 to 20 dollars}."),
    (CurrencyUnit, "The bakery chain borrowed 6 million {dollars|won} for new ovens."),
    (CurrencyUnit, "The savings rate rose 2 {percent|percentage points}."),
    (CurrencyUnit, "The trail runs 8 {kilometers|miles} along the cliff."),
    (CurrencyUnit, "The hall covers 400 {|square }meters."),
    (Conversion, "The rose garden covers {2,000 pyeong|6,600 square meters}."),
    (Conversion, "The ferry deal is worth 14 billion won{| ($10 million)}."),
    (Conversion, "The snow in Sokcho was {12 inches|30 centimeters} deep."),
    (Conversion, "The kiln reached {95 degrees Fahrenheit|35 degrees Celsius} by noon."),
    (Conversion, "The organ cost 70 million yen{| ($470,000)}."),
    (Conversion, "The stall rent is 3 million won{|, or about $2,200,} a month."),
    (DateTime, "The tunnel opens on March {3|13}."),
    (DateTime, "The appeals court threw out the case{| on Monday}."),
    (DateTime, "The fireworks begin at {7|8} p.m."),
    (DateTime, "Squid catches shrank in {June|July}."),
    (DateTime, "The lock opens {late this|early next} month."),
    (DateTime, "The lock opens in {early|late} April."),
    (DateTime, "The lock opens in the {spring|fall}."),
    (DateTime, "The yard was sold in {Q2|the third quarter}."),
    (DateFormat, "The mask dance festival ends on {October|Oct.} 9."),
    (DateFormat, "The fish market opens at {8:00 AM|8 a.m.} every day."),
    (DateFormat, "The runoff will be held on {the 14th|May 14}."),
    (DateFormat, "The hearing is set for {3 March|March 3}."),
    (DateFormat, "The {Q3|third-quarter} losses of the yard doubled."),
    (DateFormat, "The yard was sold in {the first half of|H1} 2019."),
    (DateFormat, "Trams left the city in the {'80s|1980s}."),
    (Name, "Actor Han {Se-ri|Se-rin} plays a lighthouse keeper."),
    (Name, "The order for the turbines went to Haneul {Gas|Power} Corp."),
    (Name, "The night train left {Icheon|Incheon} half empty."),
    (Name, "Ships from {|North }Korea carried the grain."),
    (NameVariant, "Ships from {|South }Korea carried the grain."),
    (NameVariant, "The novelist Lee {Sang-heon|Sang-hun} grew up in Yeosu."),
    (NameVariant, "The kiosks were built by Daram{ Co.|} in Changwon."),
    (NameVariant, "The {North's|North Korean} envoy left at dawn."),
    (NameVariant, "A {Zambia|Zambian} copper mine reopened."),
    (NameVariant, "The {Ministry of Labor|Labor Ministry} sent inspectors."),
    (NameVariant, "The {Ministry of Economy and Finance's|Finance Ministry's} forecast was cut."),
    (NameVariant, "The {Korea |}Fair Trade Commission fined the yard."),
    (NameVariant, "Farms in {Kyonggi|Gyeonggi} Province were flooded."),
    (Title, "The bill was drafted by {Representative|Rep.} Na Eun-seo."),
    (Title, "{Ms. |}Seo runs a bookshop in Tongyeong."),
    (Title, "{Former |}Prime Minister Bae Jin-a opened the lock."),
    (Title, "Kang, {|deputy }director of the whale museum, resigned."),
    (Title, "The tour was led by {|Vice }Minister Oh Jin-woo."),
    (Title, "The {chairman|chairwoman} of the board left early."),
    (Quote, "“We {regret|hate} the delay,” the airline said."),
    (Quote, "Engineers call the dike a {\"miracle\"|miracle} of patience."),
    (Quote, "He spoke of a {\"second spring\"|second spring} for Mokpo."),
    (Quote, "“It was a {hard|quiet} night,” the captain said."),
    (Quote, "{“We will rebuild the pier,” the mayor said.|The mayor said the city would rebuild the pier.}"),
    (Negation, "The villagers {did not agree|agreed} to the land sale."),
    (Negation, "The court found the docking fee {legal|illegal}."),
    (Negation, "The cable car {opened|failed to open} to tourists."),
    (Negation, "The freighter entered the strait {with|without} a pilot."),
    (Direction, "Exports of dried laver {climbed|slid} again."),
    (Direction, "The appeals court {acquitted|convicted} the grain broker."),
    (Direction, "Customs released data on {imports|exports} of garlic."),
    (Direction, "The broker {raised|lowered} its target for the shipyard."),
    (Direction, "The heir is the founder's {son|daughter}."),
    (Direction, "The province closed its books with a {surplus|deficit}."),
    (Attribution, "The old bridge is safe{|, the city said}."),
    (Attribution, "The broker {said|admitted} that he had hidden the ledgers."),
    (Attribution, "The engine caught fire by itself{|, according to investigators}."),
    (Attribution, "{Haeon said|According to Haeon,} the pier is safe."),
    (Attribution, "Brokers {say|claim} that the pier is safe."),
    (Attribution, "“We did our best,” the coach {said|claimed}."),
    (Attribution, "The pier is safe, {the agency claimed|according to the agency}."),
    (Certainty, "The bus strike {may|will} end this week."),
    (Certainty, "The pilot {|reportedly }lost radio contact over Ulleungdo."),
    (Certainty, "The blackout hit {around|at least} 40 shops."),
    (Certainty, "The channel {must|should} be dredged before winter."),
    (Certainty, "The lock is {expected|scheduled} to open in April."),
    (Certainty, "The {alleged |}smuggler swam ashore."),
    (Certainty, "The crater is {nearly|about} the size of a soccer field."),
    (Pronoun, "The singer thanked {her|his} fans in Daegu."),
    (Pronoun, "{She|Han} moved to Gangneung to write."),
    (Pronoun, "The shipbuilder sold {their|its} oldest dock."),
    (Pronoun, "The captain sold {his|the} oldest boat."),
    (Inflection, "The museum {has |}opened a wing for celadon."),
    (Inflection, "The ships {was|were} late again."),
    (Inflection, "The tire maker said it {will|would} hire more engineers."),
    (Inflection, "The report {warns|warned} of floods."),
    (Inflection, "The city {plan|plans} to build a tram."),
    (Voice, "{The bridge was closed by the city|The city closed the bridge}."),
    (Voice, "{The agency fined the airline|The airline was fined by the agency}."),
    (Voice, "{The merger was rejected by the board|The board rejected the merger}."),
    (FunctionWord, "The crew slept {at|on} the deck."),
    (FunctionWord, "The mayor said{| that} the tunnel is dry."),
    (FunctionWord, "For the islanders it is {a|the} step toward a hospital."),
    (FunctionWord, "The county lent {the |}tractors to young farmers."),
    (WordChoice, "Daram plans to {start|launch} a ferry line."),
    (WordChoice, "Cabbage prices rose{| steeply} after the typhoon."),
    (WordChoice, "It was a {really |}quiet village."),
    (WordChoice, "The town {mourned|remembered} the sailors."),
    (SpellingVariant, "The {harbour|harbor} was full of squid boats."),
    (SpellingVariant, "A {theatre|theater} in Daejeon staged the play."),
    (SpellingVariant, "The jury did not {recognise|recognize} the claim."),
    (SpellingVariant, "The exchange {programme|program} starts with ten students."),
    (Typo, "The {harbuor|harbor} was full of squid boats."),
    (Typo, "The orphanage {recieved|received} a box of tangerines."),
    (Typo, "The {goverment|government} bought rice from the farmers."),
    (Typo, "The leak {occured|occurred} in the engine room."),
    (Typo, "The mayor {visitted|visited} the lock."),
    (Punctuation, "The rain stopped{,|} and the crowd went home."),
    (Punctuation, "The {re-opened|reopened} market sells eel."),
    (Punctuation, "The storm crossed Jeju{|,} but no one was hurt."),
    (Typography, "The {city's|city’s} last cinema closed."),
    (Typography, "The verdict came late {--|—} after midnight."),
    (Typography, "“I waited and waited{...|…}” the widow said."),
    (Capitalization, "The fee was set by the {City|city}."),
    (Capitalization, "Fog closed the {Harbor|harbor} for hours."),
    (Capitalization, "Farmers asked the {Government|government} for help."),
    (Capitalization, "The {Prime Minister|prime minister} left early."),
    (Spacing, "Heavy {rain fall|rainfall} washed out the road."),
    (Spacing, "The {light house|lighthouse} keeper retired."),
    (Spacing, "Clerks built a {data base|database} of old maps."),
    (HouseStyle, "The clip spread on {SNS|social media} overnight."),
    (HouseStyle, "Divers checked the hull {prior to|before} departure."),
    (HouseStyle, "The recipe was shared by {netizens|internet users}."),
    (HouseStyle, "The crater is {roughly|about} the size of a soccer field."),
    (HouseStyle, "The blackout hit {approximately|about} 40 shops."),
    (Abbreviation, "A {chief executive officer|CEO} from outside was hired."),
    (Abbreviation, "The fine was set by the {FSS|Financial Supervisory Service (FSS)}."),
    (Abbreviation, "The {OECD|Organisation for Economic Co-operation and Development (OECD)} cut its forecast."),
    (Abbreviation, "The plant makes high bandwidth memory{| (HBM)} chips."),
    (Connective, "{Meanwhile, |}Busan lowered its harbor fees."),
    (Connective, "{Moreover|Also}, Busan lowered its harbor fees."),
    (Connective, "{|However, }Jeju kept its visa rules."),
    (Connective, "The yard {also |}repairs fishing boats."),
    (Explanation, "Her family lives in a hanok{| (traditional house)} near the palace."),
    (Explanation, "The stall sells kimbap{| (seaweed rice rolls)} until dawn."),
    (Explanation, "The flour went to Daram{|, the oldest bakery chain in Daegu,} at cost."),
    (Addition, "The ministers met in Sejong{| to discuss support for small exporters}."),
    (Addition, "A landslide warning was issued{| for villages along the rocky coast}."),
    (Addition, "A truck hit a bus stop in Wonju.{| The driver tested positive for alcohol.}"),
    (Omission, "Visitors strolled along the river{ while enjoying the evening breeze|}."),
    (Omission, "The crew left the ship{, carrying lamps and wet blankets,|} before dawn."),
    (Omission, "The council widened the footpath{, which many residents found narrow|}."),
    (Omission, "A truck hit a bus stop in Wonju.{ Public interest in the case is growing.|}"),
    (Order, "{Last week |}Busan closed the port{| last week}."),
    (Order, "The board {unanimously |}approved the merger{| unanimously}."),
    (Order, "Daram {in Changwon |}tested the new ferry{| in Changwon}."),
    (Order, "{Snow fell. |}Trucks waited for hours at the foot of the pass.{| Snow fell.}"),
    (SentenceStructure, "Heavy rain fell on the valley{, and|.} Daram shut its flour mill."),
    (SentenceStructure, "The tower was built in March{. It| and} drew large crowds of tourists."),
    (SentenceStructure, "The diver trained for weeks{, and|.} Han kept the record secret from her."),
    (SentenceStructure, "The tower was built in March{. However,|, but} it drew no crowds of tourists."),
    (SentenceStructure, "The play opened in Mokpo{, where|. There,} critics praised its old songs."),
    (Rewrite, "{It is a fact that many voices of worry are coming out|Locals fear floods}."),
    (Rewrite, "{What draws attention is the quick speed of change|Few expected things to move so fast}."),
    (Rewrite, "{A situation where hands are lacking is continuing in farm villages|Farmers cannot find workers}."),
    (Disclosure, "The dam opened its gates.{|\n\nTranslated using generative AI and edited by the desk.}"),
    (Disclosure, "The dam opened its gates.{\n\nThis article was translated using AI.|}"),
    (Disclosure, "The dam opened its gates.\n\nThis article was translated using {|generative }AI."),
    (
        Disclosure,
        "The dam opened its gates.\n\n{This content was machine-translated.|Translated using generative AI and edited by the desk.}",
    ),
    (Boilerplate, "The dam opened its gates.{|\n\nBY HAN SE-RI [han.seri@example.com]}"),
    (Boilerplate, "The dam opened its gates.{\n\nReporter Han Se-ri han.seri@example.com|}"),
    (Boilerplate, "The dam opened its gates.{\n\nⓒ Haeon Daily|}"),
    (Boilerplate, "The dam opened its gates.{\n\n[Photo by Haeon]|}"),
    (Boilerplate, "The dam opened its gates.{ [PHOTO BY HAEON]|}"),
    (Boilerplate, "The dam opened its gates.{ (Yonhap)|}"),
    (Boilerplate, "The dam opened its gates.{|\n\nProvided by Haeon Daily}"),
    (Markup, "The {<b>port</b>|port} was quiet."),
    (Markup, "The {**port**|port} was quiet."),
    (Markup, "Tickets are sold at {[the old pier](https://example.com/pier)|the old pier}."),
    (Markup, "Tickets are sold on {<i>Sundays</i>|Sundays}."),
];

/// The kind that the only edit of a sentence is not of, though it looks like it, and the kind that it is of.
const NEAR_MISSES: &[(Kind, Kind, &str)] = &[
    (Number, NumberFormat, "Only {3|three} bidders remained."),
    (Number, DateTime, "The last ferry sails at {6|7} p.m."),
    (Number, CurrencyUnit, "The toll rose 5 {percent|percentage points}."),
    (NumberFormat, Number, "The crossing took {two hours|an hour} in fog."),
    (NumberFormat, Number, "The plant cost {$350|$305} million to build."),
    (NumberFormat, Number, "The levy passed the council {31-18|31 to 13}."),
    (NumberFormat, Conversion, "The pier lies {10 kilometers|6.2 miles} from the station."),
    (CurrencyUnit, NumberFormat, "The pier lies 8 {km|kilometers} from the station."),
    (CurrencyUnit, WordChoice, "The typhoon sank 40 {vessels|boats}."),
    (Conversion, Number, "The ferry deal is worth 14 billion won ($10 {million|billion})."),
    (Conversion, Number, "The stall rent is 3 million won{|, or about $22,000,} a month."),
    (Conversion, Number, "The kiln reached {95 degrees Fahrenheit|39 degrees Celsius} by noon."),
    (Conversion, Explanation, "The garden covers 300 pyeong{| (a Korean unit of area)}."),
    (DateTime, DateFormat, "The mask dance festival ends on {December|Dec.} 9."),
    (DateTime, Number, "The bus strike lasted {13|31} days."),
    (DateTime, Certainty, "The bus strike {may|could} end soon."),
    (DateTime, WordChoice, "The {early|late} guests got the best fish."),
    (DateTime, Direction, "Cabbage prices {rise|fall} in spring."),
    (DateFormat, DateTime, "The fish market opens at 8 {a.m.|p.m.} every day."),
    (DateFormat, NumberFormat, "The festival lasts {9|nine} days."),
    (DateFormat, DateTime, "The {Q3|second-quarter} losses of the yard doubled."),
    (DateFormat, DateTime, "Trams left the city in the {'80s|1990s}."),
    (DateFormat, Number, "The captain is in his {30s|40s}."),
    (Name, NameVariant, "The painter Park {Jung-ho|Jeong-ho} lives in Yangpyeong."),
    (Name, WordChoice, "{Exports|Shipments} of dried laver rose again."),
    (Certainty, DateTime, "The ferry sank on 10 {May|June}."),
    (Name, Title, "The tour was led by {|Deputy }Director Seo Min-a."),
    (Name, Capitalization, "The cranes stand in the old {Harbor|harbor}."),
    (NameVariant, Name, "The novelist Kim {Tae-yul|Dae-yul} grew up in Yeosu."),
    (NameVariant, Name, "The {Ministry of Education|Labor Ministry} sent inspectors."),
    (NameVariant, Name, "The barge left {Kwangju|Gyeongju} at dawn."),
    (NameVariant, Capitalization, "Shares of the {Bank|bank} closed higher."),
    (Title, Name, "The tour was led by Mayor {Oh|Do}."),
    (Title, WordChoice, "The {baker|cook} won a prize in Lyon."),
    (Title, WordChoice, "The {fisherman|fisher} won a prize in Lyon."),
    (Quote, Typography, "Engineers call the dike a {\"miracle\"|“miracle”} of patience."),
    (Quote, Number, "“We lost {14|40} boats,” the captain said."),
    (Quote, WordChoice, "After a {hard|quiet} night, “we slept,” the captain said."),
    (Negation, Direction, "The court {accepted|rejected} the appeal."),
    (Negation, WordChoice, "The pier stood {not finished|unfinished} for years."),
    (Negation, Inflection, "The villagers {did agree|agreed} to the land sale."),
    (Negation, WordChoice, "The lab unveiled an {industrial|innovative} robot."),
    (Direction, WordChoice, "The broker {raised|hiked} its target for the shipyard."),
    (Direction, WordChoice, "Exports of dried laver {increased|rose} again."),
    (Direction, Inflection, "Exports of dried laver {climb|climbed} again."),
    (Direction, Negation, "Exports of dried laver {climbed|did not climb} again."),
    (Attribution, Addition, "The old bridge is safe{| for heavy trucks and buses}."),
    (Attribution, WordChoice, "The villa {has|boasts} twelve rooms."),
    (Attribution, WordChoice, "The yard {trained|added} thirty welders."),
    (Attribution, Inflection, "The daily {says|said} nothing of it."),
    (Attribution, Certainty, "The {alleged |}smugglers swam ashore."),
    (Attribution, WordChoice, "Insurance {claims|payouts} doubled after the flood."),
    (Attribution, WordChoice, "The {state|national} museum shut its doors."),
    (Certainty, DateTime, "Squid catches shrank in {May|June}."),
    (Certainty, HouseStyle, "The blackout hit {approximately|about} 40 shops."),
    (Certainty, Inflection, "The coach {expects|expected} to win."),
    (Certainty, FunctionWord, "The crew talked {about|around} the wreck."),
    (Pronoun, Name, "{Seo|Han} moved to Gangneung to write."),
    (Pronoun, Name, "The {Ulsan|Yeosu} envoy left Seoul."),
    (Pronoun, FunctionWord, "The crew slept {in|on} it."),
    (Pronoun, FunctionWord, "The captain sold {that|the} oldest boat."),
    (Inflection, Certainty, "The tire maker {will|would} hire more engineers."),
    (Inflection, WordChoice, "The museum {opened|showed} a wing for celadon."),
    (Inflection, Direction, "The museum {opened|closed} a wing for celadon."),
    (Voice, Inflection, "The bridge {was|is} closed by the city."),
    (Voice, WordChoice, "The bridge was {closed|repaired} by the city."),
    (FunctionWord, Negation, "The crew slept {with|without} a blanket."),
    (FunctionWord, Pronoun, "The crew thanked {her|him} in tears."),
    (FunctionWord, Connective, "The crew {also |}slept on the deck."),
    (WordChoice, Direction, "Cabbage prices {rose|fell} after the typhoon."),
    (WordChoice, SpellingVariant, "The {grey|gray} whale was seen off Ulsan."),
    (WordChoice, Negation, "It was a {happy|unhappy} village."),
    (SpellingVariant, Typo, "A {theatr|theater} in Daejeon staged the play."),
    (SpellingVariant, Inflection, "The club {organized|organizes} a race for the blind."),
    (Typo, SpellingVariant, "The {labour|labor} ministry sent inspectors."),
    (Typo, WordChoice, "The {trail|trial} drew hundreds of people."),
    (Typo, Name, "The bus to {Gunsan|Gumsan} was late."),
    (Typo, Inflection, "The leak {occurs|occurred} in the engine room."),
    (Punctuation, Typography, "The verdict came late {–|—} after midnight."),
    (Punctuation, Spacing, "The {light house|lighthouse} was repainted."),
    (Punctuation, NameVariant, "The sculptor Han {Seri|Se-ri} works with salt."),
    (Typography, Punctuation, "The verdict came late{ —|,} after midnight."),
    (Typography, Quote, "The villagers speak of {“the whale”|the whale} with respect."),
    (Capitalization, NameVariant, "The chips go to {NVIDIA|Nvidia}."),
    (Capitalization, WordChoice, "Fog closed the {Harbor|port} for hours."),
    (Rewrite, Spacing, "Heavy {rain fall|rainfall} ruined the barley."),
    (Spacing, Punctuation, "The {sub-contractor|subcontractor} was never paid."),
    (Spacing, NameVariant, "Fares can be paid with {Daram Pay|DaramPay}."),
    (HouseStyle, WordChoice, "The clip spread on {screens|television} overnight."),
    (HouseStyle, Direction, "Divers checked the hull {after|before} departure."),
    (Abbreviation, Explanation, "She won a prize for her shorts{| (brief comic films)}."),
    (Boilerplate, Abbreviation, "The photo came from the Associated Press{| (AP)}."),
    (Boilerplate, Explanation, "The stall sells hotteok{ (pancakes)|}."),
    (Boilerplate, Omission, "The dam opened its gates.{\n\nPhoto exhibitions will open next week in Busan.|}"),
    (Abbreviation, Title, "The bill was drafted by {Senator|Sen.} Na Eun-seo."),
    (Abbreviation, DateFormat, "The mask dance festival ends on {November|Nov.} 9."),
    (Connective, DateTime, "{|On Monday, }Busan lowered its harbor fees."),
    (Connective, WordChoice, "The {still|calm} lake froze in a night."),
    (Connective, WordChoice, "{Suddenly, |}Busan lowered its harbor fees."),
    (Explanation, Abbreviation, "The fine was set by the Financial Supervisory Service{| (FSS)}."),
    (Explanation, Conversion, "The road is 10 miles{| (16 kilometers)} long."),
    (Explanation, Attribution, "The truck{|, according to police,} had no lights."),
    (Addition, WordChoice, "A landslide warning was issued{| early}."),
    (Addition, Explanation, "The stall sells hotteok{| (pancakes filled with brown sugar)}."),
    (Addition, Attribution, "The reservoir ran dry{|, officials of the county said}."),
    (Omission, Connective, "{In addition, |}Busan lowered its harbor fees."),
    (Omission, WordChoice, "Visitors strolled along the {wide |}river."),
    (Omission, Attribution, "The reservoir ran dry{, according to county officials|}."),
    (Order, DateTime, "Busan closed the port{ on Monday|}."),
    (Order, WordChoice, "The board {unanimously |}approved the merger."),
    (SentenceStructure, Punctuation, "Heavy rain fell on the valley{;|,} and the dam opened its gates."),
    (SentenceStructure, Addition, "Heavy rain fell on the valley.{| The dam opened its gates.}"),
    (SentenceStructure, Connective, "Heavy rain fell on the valley. {However, |}Daram kept its flour mill open."),
    (Rewrite, Voice, "{Heavy fines were paid by both airlines|Both airlines paid heavy fines}."),
    (Rewrite, WordChoice, "The {long awaited|much delayed} report names no one."),
    (Rewrite, Addition, "The report{| on the sunken ferry off Jindo} names no one."),
    (Disclosure, WordChoice, "The ministry {uses|tests} generative AI to sort letters from farmers."),
    (Disclosure, Addition, "The clerk reads the letters.{| Machines sort them by village.} Farmers wait for weeks."),
    (Boilerplate, Name, "A novel by {Han Se-ri|Seo Min-a} topped the list."),
    (Boilerplate, WordChoice, "A {reporter|photographer} filmed the rescue."),
    (Markup, Quote, "The {\"port\"|port} was a single pier."),
    (Markup, Punctuation, "The stew costs 9,000 won{*|} at the market."),
];

/// Sentences that have nothing to do with those above.
const BEFORE: &str = "Children flew kites on a hill behind their school. Nobody else was outdoors.";
const AFTER: &str = "Two brothers kept bees under an old pear tree. They gave honey to guests.";

/// An edit by its words and its kind.
type Named = (String, String, Kind);

/// The sides of a sentence and the words that change between them: `[draft, final]` each.
fn sides(sentence: &str) -> ([String; 2], [String; 2]) {
    let (mut texts, mut words) = ([String::new(), String::new()], [String::new(), String::new()]);
    for (index, piece) in sentence.split(['{', '}']).enumerate() {
        let edited = index % 2 == 1;
        let (draft, edited_text) =
            if edited { piece.split_once('|').expect("braces hold a draft and a final") } else { (piece, piece) };
        for (side, piece) in [draft, edited_text].into_iter().enumerate() {
            texts[side].push_str(piece);
            if edited {
                words[side].push_str(piece.trim());
            }
        }
    }
    (texts, words)
}

/// The edits between two texts.
fn edits(draft: &str, edited: &str) -> Vec<Named> {
    let analysis = analyse(&Pair::new(draft, edited), &Settings::default());
    let named =
        |edit: &postedit::kinds::Edit| (edit.draft.of(draft).to_owned(), edit.r#final.of(edited).to_owned(), edit.kind);
    analysis.edits.iter().map(named).collect()
}

fn shown(edits: &[Named]) -> String {
    let lines = edits.iter().map(|(draft, edited, kind)| format!("\n    {}: {draft:?} → {edited:?}", kind.name()));
    if edits.is_empty() { "\n    nothing".to_owned() } else { lines.collect() }
}

/// All sentences with the kind of their edit.
fn sentences() -> impl Iterator<Item = (Kind, &'static str)> {
    let near = NEAR_MISSES.iter().map(|&(_, kind, sentence)| (kind, sentence));
    CASES.iter().copied().chain(near)
}

fn fail_with(failures: &[String]) {
    assert!(failures.is_empty(), "{} sentences failed:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_edit_is_of_its_kind() {
    let failures = sentences().filter_map(|(kind, sentence)| {
        let ([draft, edited], [from, to]) = sides(sentence);
        let found = edits(&draft, &edited);
        let wrong = found != [(from, to, kind)];
        wrong.then(|| format!("{}: {sentence}\n  found:{}", kind.name(), shown(&found)))
    });
    fail_with(&failures.collect::<Vec<_>>());
}

#[test]
fn every_kind_has_cases_and_near_misses() {
    let (mut cases, mut near): (HashMap<Kind, usize>, HashMap<Kind, usize>) = Default::default();
    CASES.iter().for_each(|(kind, _)| *cases.entry(*kind).or_default() += 1);
    NEAR_MISSES.iter().for_each(|(kind, other, sentence)| {
        assert_ne!(kind, other, "no near miss: {sentence}");
        *near.entry(*kind).or_default() += 1;
    });
    for kind in Kind::ALL {
        assert!(cases.get(kind) >= Some(&3), "{}: three cases at least", kind.name());
        assert!(near.get(kind) >= Some(&2), "{}: two near misses at least", kind.name());
    }
}

#[test]
fn other_sentences_change_no_edit() {
    let failures = sentences().filter_map(|(kind, sentence)| {
        let ([draft, edited], _) = sides(sentence);
        let alone = edits(&draft, &edited);
        let around = |text: &str| format!("{BEFORE}\n\n{text}\n\n{AFTER}");
        let found = edits(&around(&draft), &around(&edited));
        let changed = found != alone;
        changed.then(|| {
            format!("{}: {sentence}\n  alone:{}\n  among others:{}", kind.name(), shown(&alone), shown(&found))
        })
    });
    fail_with(&failures.collect::<Vec<_>>());
}

#[test]
fn the_full_stop_of_an_abbreviation_is_that_of_its_sentence() {
    let pair = Pair::new("The ice rink closes at 9:00 PM.", "The ice rink closes at 9 p.m.");
    let kinds: Vec<Kind> = analyse(&pair, &Settings::default()).edits.iter().map(|edit| edit.kind).collect();
    assert_eq!(kinds, [DateFormat]);
}
