//! Is it fit to print? For each rule: articles in which it must fire, and such as only look like it.
//!
//! What is found stands between `⟦` and `⟧`. `{draft|final}` is an edit; without one, the draft is lost.

use std::collections::HashMap;

use postedit::settings::Level::{self, Error, Info, Warning};
use postedit::{Pair, Settings, analyse, audit};

/// What stands below each case, so that none is an article's only line.
const REST: &str =
    "The harbor office confirmed the schedule for the autumn season.\nFishing boats returned before noon.";

const FIRES: &[(&str, Level, &str)] = &[
    ("prompt-leak", Error, "⟦Here is the translation of the article:⟧\nPort reopens after storm\nShips came."),
    (
        "prompt-leak",
        Error,
        "⟦Here is the edited version of the article in the desk's style:⟧\nPort reopens\nShips came.",
    ),
    ("prompt-leak", Error, "⟦Below is a polished draft.⟧\nPort reopens\nShips came."),
    ("prompt-leak", Error, "⟦Sure, here's the revised version:⟧\nPort reopens after storm\nShips came."),
    ("prompt-leak", Error, "⟦Translation: Port reopens after storm⟧\nShips came."),
    ("prompt-leak", Error, "Port reopens\nShips came. ⟦I hope this helps!⟧"),
    ("prompt-leak", Error, "Port reopens\n⟦As an AI language model, I cannot verify the figures.⟧ Ships came."),
    ("prompt-leak", Error, "Port reopens\nThe crew ate tteok. ⟦[Note: the original has a pun here.]⟧"),
    ("prompt-leak", Error, "Port reopens\nThe crew ate tteok ⟦(Translator's note: rice cake)⟧ at noon."),
    ("prompt-leak", Error, "⟦다음은 번역된 기사입니다:⟧\nPort reopens\nShips came."),
    ("prompt-leak", Error, "⟦번역 결과:⟧\nPort reopens\nShips came."),
    ("prompt-leak", Error, "⟦Translate the following Korean article into English.⟧\nPort reopens\nShips came."),
    ("prompt-leak", Error, "Port reopens\nShips came. ⟦Let me know if you'd like another version.⟧"),
    ("prompt-leak", Error, "⟦</think>⟧ Port reopens\nShips came."),
    ("editor-note", Error, "Port reopens\nThe yard hired ⟦[CHECK]⟧ 40 welders."),
    ("editor-note", Error, "Port reopens\nThe yard hired 40 welders ⟦[확인 필요]⟧."),
    ("editor-note", Error, "Port reopens\nThe bridge was built in ⟦(TK)⟧ by the province."),
    ("editor-note", Error, "Port reopens\nHan Se-ri ⟦[editor: spelled Seri elsewhere]⟧ runs the yard."),
    ("editor-note", Error, "Port reopens\nHan Se-ri ⟦<<CHECK the name>>⟧ runs the yard."),
    ("editor-note", Error, "Port reopens\nThe ferry ⟦[name?]⟧ left at noon."),
    ("editor-note", Error, "Port reopens\nThe ferry ⟦[full name? ask the harbor desk]⟧ left at noon."),
    ("editor-note", Error, "Port reopens\n“The ferry ⟦[VERIFY quote]⟧ left at noon,” he said."),
    ("editor-note", Warning, "Port reopens\nThe bridge, built in ⟦TK⟧, is closed."),
    ("editor-note", Warning, "Port reopens\nThe repair cost ⟦XXX⟧ won last year."),
    ("editor-note", Warning, "Port reopens\nThe repair cost ⟦???⟧ won last year."),
    ("editor-note", Warning, "Port reopens\nHan Se-ri ⟦<<ask her brother>>⟧ runs the yard."),
    ("garbled", Error, "Port reopens\nThe yard⟦â\u{80}\u{99}⟧s crane fell."),
    ("garbled", Error, "Port reopens\nThe yard⟦â€™⟧s crane fell."),
    ("garbled", Error, "Port reopens\nThe caf⟦Ã©⟧ by the quay closed."),
    ("garbled", Error, "Port reopens\nThe sign reads ⟦ì•ˆë…•⟧ in red."),
    ("garbled", Error, "Port reopens\nThe yard⟦\u{FFFD}\u{FFFD}⟧s crane fell."),
    ("garbled", Error, "Port reopens\nThe crane⟦\u{8}⟧ fell."),
    ("garbled", Error, "Port reopens\nHan ⟦&amp;⟧ Sons built it."),
    ("garbled", Error, "Port reopens\nThe yard⟦&#39;⟧s crane⟦&nbsp⟧ fell."),
    ("garbled", Error, "Port reopens\nThe sign reads ⟦占쏙옙⟧ in red."),
    ("garbled", Error, "Port reopens\nIt costs ⟦â‚©⟧4,000 a day."),
    ("markup-left", Warning, "⟦## Port reopens⟧\nShips came."),
    ("markup-left", Warning, "Port reopens\nThe ⟦**crane**⟧ fell."),
    ("markup-left", Warning, "Port reopens\nThe ferry ⟦*Eunparang*⟧ left."),
    ("markup-left", Warning, "Port reopens\nThe ferry ⟦_Eunparang_⟧ left."),
    ("markup-left", Warning, "Port reopens\nRead ⟦[the report](https://example.com/a)⟧ here."),
    ("markup-left", Warning, "Port reopens\nThe crane ⟦<b>⟧fell⟦</b>⟧ on Monday."),
    ("markup-left", Warning, "Port reopens\nRead ⟦<a href=\"https://example.com\">⟧the report."),
    ("markup-left", Warning, "⟦```⟧\nPort reopens\nShips came."),
    ("markup-left", Warning, "Port reopens\nThe ferry left ⟦[[Darae]]⟧ at noon."),
    ("markup-left", Warning, "  ⟦###### Port reopens⟧\nShips came."),
    ("markup-left", Warning, "⟦>⟧ Port reopens\nShips came."),
    ("markup-left", Warning, "Port reopens\n⟦>⟧ Ships came."),
    ("markup-left", Warning, "Port reopens\nThe ⟦***crane***⟧ and the ⟦`tug`⟧, ⟦__both old__⟧, fell."),
    ("markup-left", Warning, "Port reopens\nRead ⟦[it](www.example.com)⟧, ⟦[it](/a)⟧, ⟦[it](#a)⟧ or ⟦[it](mailto:a)⟧."),
    ("markup-left", Warning, "Port reopens\nThe crane⟦[/b]⟧ and the tug⟦[/url]⟧ fell."),
    ("markup-left", Warning, "Port reopens\nThe ⟦<br/>⟧crane⟦<!-- old -->⟧ fell. ⟦<!-- new⟧"),
    ("markup-left", Warning, "Port reopens\nThe ⟦<P class=\"a\">⟧crane⟦</P>⟧ fell."),
    ("markup-left", Warning, "Port reopens\nThe ⟦{{crane}}⟧ fell."),
    ("repeated-text", Warning, "Port reopens\nThe crane fell on ⟦the the⟧ quay."),
    ("repeated-text", Warning, "Port reopens\n⟦The the⟧ crane fell."),
    ("repeated-text", Warning, "Port reopens\nThe crane ⟦is is⟧ open."),
    ("repeated-text", Warning, "Port reopens\nThe yard sold ⟦cranes cranes⟧ to Greece."),
    ("repeated-text", Warning, "Port reopens\n“We waited for ⟦the the⟧ tide,” he said."),
    ("repeated-text", Warning, "Port reopens\nThe ferry arrived ⟦in in⟧ Darae."),
    ("repeated-text", Warning, "Port reopens\nShips came back. ⟦Ships came back.⟧ It rained."),
    (
        "repeated-text",
        Warning,
        "Port reopens\nThe crane fell on the quay at dawn.\nIt rained.\n⟦The crane fell on the quay at dawn.⟧",
    ),
    (
        "repeated-text",
        Warning,
        "Port reopens\nThe crane fell on the quay at dawn. Nobody there was hurt by it.\n\
         It rained.\n⟦The crane fell on the quay at dawn. Nobody there was hurt by it.⟧",
    ),
    ("quotes-unbalanced", Warning, "Port reopens\n⟦“⟧We waited for the tide, he said."),
    ("quotes-unbalanced", Warning, "Port reopens\nWe waited for the tide,⟦”⟧ he said."),
    ("quotes-unbalanced", Warning, "Port reopens\n\"We waited,\" he said. ⟦\"⟧It was late."),
    ("quotes-unbalanced", Warning, "Port reopens\n\"We waited,\" he said. It was late.⟦\"⟧"),
    ("quotes-unbalanced", Warning, "Port reopens\n⟦“⟧We waited. “It was late,” he said."),
    ("quotes-unbalanced", Warning, "Port reopens\n⟦“⟧We waited for the tide.\nIt was late,” he said."),
    ("quotes-unbalanced", Warning, "Port reopens\n⟦\"⟧We waited. \"It was late,\" he said."),
    ("quotes-unbalanced", Warning, "Port reopens\n“We waited,” he said (⟦“⟧It was late)."),
    ("quotes-unbalanced", Warning, "Port reopens\n“We waited,” he said.⟦“⟧"),
    ("quotes-unbalanced", Warning, "Port reopens\n“We waited,” he said. ⟦”⟧It was late."),
    ("quotes-unbalanced", Warning, "Port reopens\nThe play Tide⟦』⟧ opened."),
    ("quotes-unbalanced", Warning, "Port reopens\nThe play ⟦「⟧Tide opened."),
    ("house-style", Info, "Port reopens\n⟦Netizens⟧ praised the crew."),
    ("house-style", Info, "Port reopens\nThe yard bought tugs ⟦in order to⟧ tow it."),
    ("house-style", Info, "Port reopens\nThe yard hired ⟦a total of⟧ 40 welders."),
    ("house-style", Info, "Port reopens\nThe rate rose ⟦0.2%p⟧ in June."),
    ("house-style", Info, "Port reopens\nHe ⟦passed away⟧ at sea."),
    ("house-style", Info, "Port reopens\n{The netizens|⟦Netizens⟧} praised the crew."),
    ("house-style-broken", Warning, "Port reopens\n{Internet users|⟦Netizens⟧} praised the crew."),
    ("house-style-broken", Warning, "Port reopens\nThe yard {used|⟦utilized⟧} two tugs."),
    ("house-style-broken", Warning, "Port reopens\nThe yard bought tugs {to|⟦in order to⟧} tow it."),
    ("house-style-broken", Warning, "Port reopens\nThe crew posted it on {social media|⟦SNS⟧} at noon."),
    ("house-style-broken", Warning, "Port reopens\nThe captain {died|⟦passed away⟧} at sea."),
    ("house-style-broken", Warning, "Port reopens\nThe yard was empty {before|⟦prior to⟧} the storm."),
];

const SILENT: &[(&str, &str)] = &[
    ("prompt-leak", "Port reopens\nHere is the translation of the letter that he left to his crew."),
    ("prompt-leak", "Port reopens\nHere is the full story of the ship that the crew left."),
    ("prompt-leak", "Port reopens\nBelow is an article of the treaty that no ship may break."),
    ("prompt-leak", "Port reopens\nAs an AI researcher, Han Se-ri knows the harbor's models."),
    ("prompt-leak", "Port reopens\n“Here is the translation,” the guide said."),
    ("prompt-leak", "Port reopens\nOf course, here is where the ferry used to stop."),
    (
        "prompt-leak",
        "Chatbot takes harbor calls\nThe machine stumbles.\nAs an AI language model, I cannot board ships, it writes.",
    ),
    ("prompt-leak", "Port reopens\nThe museum is free (Note: closed on Mondays)."),
    ("prompt-leak", "Port reopens\n[Editor's note: The interview was held in Korean.]"),
    ("prompt-leak", "Port reopens\nThe machine translation of the letters took two days."),
    ("prompt-leak", "Port reopens\nThe word needs a gloss.\nTranslation: the tide that returns."),
    (
        "prompt-leak",
        "Port reopens\nShips came.\nTranslated from the Port Daily using generative AI and edited by its staff.",
    ),
    ("editor-note", "Port reopens\nThe crane stands still. [YONHAP]"),
    ("editor-note", "Port reopens\nHan Se-ri poses on the quay. [JoongAng Photo]"),
    ("editor-note", "Port reopens\n“They was [sic] here,” he said of [the crew]."),
    ("editor-note", "Port reopens\nTurkish Airlines (TK) flies to Incheon."),
    ("editor-note", "Port reopens\nVoters in Daegu and North Gyeongsang, known as TK, waited. In TK nothing moved."),
    ("repeated-text", "Port reopens\nWhat it is is a crane."),
    ("editor-note", "Port reopens\nThe sticker on the crane reads TK/AB in red."),
    ("editor-note", "Port reopens\nHe watched Super Bowl XXX at sea."),
    ("editor-note", "Port reopens\nThe pier shows an XXX film to sailors; call 010-XXXX-XXXX."),
    ("editor-note", "Port reopens\nHow could that happen??? Nobody knows (check the tide table first)."),
    ("editor-note", "Port reopens\nThe story ends here. (Editor: Han Se-ri)"),
    ("editor-note", "Port reopens\nTK Marine built the tugs."),
    ("garbled", "Port reopens\nAT&T and H&M spend on R&D; so does the yard."),
    ("garbled", "Port reopens\nHe quoted: “‘I love Beyoncé’” and left."),
    ("garbled", "Port reopens\nThe café at Ångström’s naïve façade — São Paulo, Łódź, Kraków."),
    ("garbled", "Port reopens\nIl a dit « blessé…» et « voilà »."),
    ("garbled", "Port reopens\nThe rate is 3 °C ± 0.5, ½ of it, for €40 or ₩60,000 ™."),
    ("garbled", "Port reopens\nThe sign reads 안녕 and 港口, with a\ttab."),
    ("garbled", "Port reopens\nRead https://example.com/?a=1&copy=2&lt=3 for more."),
    ("garbled", "Port reopens\nCAFÉ’S and ÜBER“S signs, MÉXICO… and “É”."),
    ("markup-left", "Port reopens\nThe area is 5 * 3 meters, or 15 * 1."),
    ("markup-left", "Port reopens\n#MeToo reached the docks. We <3 ships, and 4 > 2."),
    ("markup-left", "Port reopens\nWrite to Han <han.seri@example.com> [Yonhap](photo)."),
    ("markup-left", "Port reopens\nThe film <Parasite> and the song <Link> were shown."),
    ("markup-left", "Port reopens\n*Prices may change. The price* rose."),
    ("markup-left", "Port reopens\nThe review gives **** and a half; he said “s*** f***”."),
    ("markup-left", "Port reopens\nHe watched M*A*S*H and wrote snake_case_names in __init__ of a_b."),
    ("markup-left", "Port reopens\nBY HAN SE-RI [[han.seri@example.com]]"),
    ("markup-left", "Port reopens\n#1 of the list is the ferry. In the `90s and `80s it sailed."),
    ("markup-left", "Port reopens\nThe ** crane**, ** tug ** and the ****boat**** fell. It is 2**3 and a**b**c."),
    ("markup-left", "Port reopens\n*It rained. Ships came.* The `crane and the tug."),
    ("markup-left", "Port reopens\n####### Ships came. It is ## not. ##Ships\n## 12\n>Ships"),
    ("markup-left", "Port reopens\nSee [it](page 3), [it](here), [/c] and [ [it]] (a)."),
    ("markup-left", "Port reopens\nThe film <B> and < b> and <b or c> and <Big> ran. {{!}}"),
    ("markup-left", "Port reopens\nBY HAN SE-RI [[email protected]]"),
    ("repeated-text", "Port reopens\nHe had had enough, and said that that was all."),
    ("repeated-text", "Port reopens\nShe waved bye bye in Baden-Baden and met Duran Duran."),
    ("repeated-text", "Port reopens\nHe said so.\nShips came.\nHe said so."),
    ("repeated-text", "The port reopened after the long storm\nThe port reopened after the long storm."),
    (
        "repeated-text",
        "Port reopens\n“We shall meet on the quay at dawn.”\nIt rained.\n“We shall meet on the quay at dawn.”",
    ),
    ("repeated-text", "Port reopens\nThe users logged in in March. It was very very late."),
    ("repeated-text", "Port reopens\nThe tide, the The Hague case and New York, New York."),
    ("repeated-text", "항구가 다시 열렸다\n배가 빨리 빨리 왔다. 반짝 반짝 빛났다."),
    (
        "repeated-text",
        "Port reopens\nMonday, 7 p.m. at Darae Harbor Stadium\nIt rains.\nMonday, 7 p.m. at Darae Harbor Stadium",
    ),
    ("repeated-text", "Port reopens\nThe crew hummed jjan jjan at 25 25."),
    ("quotes-unbalanced", "Port reopens\n“We waited,” he said. \"It was late.\""),
    ("quotes-unbalanced", "Port reopens\n“We waited for the tide.\n“It was late, and we left,” he said."),
    ("quotes-unbalanced", "Port reopens\nHe is 5'7\" tall and bought a 55\" screen in the '90s; it's the crew's."),
    ("quotes-unbalanced", "Port reopens\nThe boat is 30\" long."),
    ("quotes-unbalanced", "Port reopens\n“He said “no” to me.”"),
    ("quotes-unbalanced", "Port reopens\n“We waited. “It was late, he said."),
    ("quotes-unbalanced", "Port reopens\nThe plays 「Tide」 and 『Ebb』 opened."),
    ("quotes-unbalanced", "Port reopens\nThe mast is 30½\" long, the beam 12’\" and it leans 7'\" north."),
    ("quotes-unbalanced", "Port reopens\n“We waited,\" he said."),
    ("quotes-unbalanced", "Port reopens\nThe sailors' union and rock 'n' roll."),
    ("quotes-unbalanced", "Port reopens\n„Wir warten“, sagte er. ”Ja”, sade hon."),
    ("house-style", "Port reopens\n“Netizens are angry,” he said."),
    ("house-style", "Port reopens\nA total of 40 welders were hired."),
    ("house-style", "Port reopens\nInternet users praised the crew to help it."),
    ("house-style", "Port reopens\nPrices rose 3 percent, prior art was cited in order."),
    ("house-style", "Port reopens\nHe took the Daram Netizens Cup."),
    ("house-style", "Port reopens\n{Internet users|Netizens} praised the crew."),
    ("house-style", "Port reopens\nThe way passed the pier, away from it."),
    ("house-style", "Port reopens\nThe choice was extreme."),
    ("house-style-broken", "Port reopens\nNetizens praised the {crew|sailors}."),
    ("house-style-broken", "Port reopens\n{Netizens|Internet users} praised the crew."),
    ("house-style-broken", "Port reopens\n“{Internet users|Netizens} praise us,” he said."),
    ("house-style-broken", "Port reopens\nNetizens praised the crew."),
    ("house-style-broken", "Port reopens\n{People online|Netizens} praised the crew."),
    ("house-style-broken", "Port reopens\n{They went to sea|In order to fish, they left}."),
    ("house-style-broken", "Port reopens\nInternet users praised the crew{|, and netizens did, too}."),
    ("house-style-broken", "Port reopens\nThe yard hired {40|a total of 40} welders."),
];

/// What a rule finds in the article of a case: places in code points of the final, levels, and the article.
fn findings(rule: &str, case: &str) -> (Vec<(String, Level)>, String) {
    let pair = match case.contains('{') && case.contains('|') && !case.contains("{{") {
        true => Pair::new(side(case, 0), side(case, 1)),
        false => Pair { draft: None, ..Pair::new("", side(case, 1)) },
    };
    let analysis = analyse(&pair, &Settings::default());
    let found = audit::run(&analysis, &Settings::default());
    let mut found: Vec<_> = found.into_iter().filter(|finding| finding.rule == rule).collect();
    found.sort_by_key(|finding| finding.place.span);
    let mut marked = analysis.r#final.text.clone();
    for finding in found.iter().rev() {
        marked.insert(finding.place.span.end, '⟧');
        marked.insert(finding.place.span.start, '⟦');
    }
    let shown = |finding: &audit::Finding| (finding.message.clone(), finding.level);
    (found.iter().map(shown).collect(), marked)
}

/// The draft (0) or the final (1) of a case, without its marks.
fn side(case: &str, side: usize) -> String {
    let article = format!("{case}\n{REST}").replace(['⟦', '⟧'], "");
    edits(&article, side)
}

fn edits(case: &str, side: usize) -> String {
    let mut text = String::new();
    let mut rest = case;
    while let Some((before, behind)) = rest.split_once('{').filter(|_| !case.contains("{{")) {
        let (inside, after) = behind.split_once('}').expect("a closing brace");
        text.push_str(before);
        text.push_str(inside.split('|').nth(side).expect("two sides"));
        rest = after;
    }
    text + rest
}

#[test]
fn every_rule_fires_where_it_must_and_there_alone() {
    let mut failures = Vec::new();
    for &(rule, level, case) in FIRES {
        let (found, marked) = findings(rule, case);
        let wanted = edits(&format!("{case}\n{REST}"), 1);
        if marked != wanted || found.iter().any(|&(_, found)| found != level) {
            failures.push(format!("{rule}: {wanted}\n  found: {marked}\n  {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{} cases:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn no_rule_fires_where_it_must_not() {
    let mut failures = Vec::new();
    for &(rule, case) in SILENT {
        let (found, marked) = findings(rule, case);
        if !found.is_empty() {
            failures.push(format!("{rule}: {marked}\n  {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{} cases:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_rule_has_cases() {
    let (mut fires, mut silent): (HashMap<&str, usize>, HashMap<&str, usize>) = Default::default();
    FIRES.iter().for_each(|(rule, ..)| *fires.entry(rule).or_default() += 1);
    SILENT.iter().for_each(|(rule, _)| *silent.entry(rule).or_default() += 1);
    let (_, rules) = audit::RULES.iter().find(|(question, _)| *question == "Is it fit to print?").expect("the group");
    for rule in *rules {
        assert!(fires.get(rule.name) >= Some(&6) && silent.get(rule.name) >= Some(&8), "{}", rule.name);
    }
}

#[test]
fn a_message_says_what_was_meant() {
    for (rule, case, message) in [
        ("garbled", "Port reopens\nThe cafÃ© closed.", "characters read in a wrong encoding: it was \"é\""),
        ("garbled", "Port reopens\nHan &amp; Sons built it.", "&amp; is an HTML entity for &"),
        ("garbled", "Port reopens\nThe yard&#39;s crane fell.", "&#39; is an HTML entity"),
        ("repeated-text", "Port reopens\nThe the crane fell.", "\"the\" stands twice"),
    ] {
        let (found, _) = findings(rule, case);
        assert_eq!(found.iter().map(|(message, _)| message.as_str()).collect::<Vec<_>>(), [message], "{case}");
    }
}

/// Every finding of the table with its message, as an editor reads it.
#[test]
fn messages_read_as_they_were_accepted() {
    let lines = FIRES.iter().map(|&(rule, _, case)| {
        let messages = findings(rule, case).0.into_iter().map(|(message, _)| format!("  {message}\n"));
        format!(
            "{rule}: {}\n{}",
            case.replace('\n', " | ").replace(char::is_control, "·"),
            messages.collect::<String>()
        )
    });
    snapbox::assert_data_eq!(lines.collect::<String>(), snapbox::file!["audit_print.txt"]);
}

#[test]
fn a_text_of_given_sentences_has_no_paragraphs_to_balance() {
    let sentences = postedit::Text::from_sentences(&["“We waited.", "It was late,” he said."]);
    let analysis = analyse(&Pair { draft: None, ..Pair::new("", sentences) }, &Settings::default());
    let rules: Vec<&str> = audit::run(&analysis, &Settings::default()).iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["disclosure-missing"]);
}
