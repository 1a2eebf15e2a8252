//! Where one edit ends and the next begins, by sentences in which they touch or hardly a word stands between them.

use postedit::kinds::Kind::{self, *};
use postedit::{Pair, Settings, analyse};

/// An edit by its words and its kind.
type Named<'a> = (&'a str, &'a str, Kind);

/// Edits that stand side by side, or with hardly a word between them: each is one of its own.
const NEIGHBOURS: &[(&str, &str, &[Named])] = &[
    (
        "Netizens laughed at the mascot.",
        "Internet users jeered at the mascot.",
        &[("Netizens", "Internet users", HouseStyle), ("laughed", "jeered", WordChoice)],
    ),
    (
        "He posted on SNS prior to the flight.",
        "He posted on social media before the flight.",
        &[("SNS", "social media", HouseStyle), ("prior to", "before", HouseStyle)],
    ),
    (
        "The chief executive officer flew to Oslo.",
        "The CEO went to Oslo.",
        &[("chief executive officer", "CEO", Abbreviation), ("flew", "went", WordChoice)],
    ),
    (
        "The FSS probed the lender.",
        "The Financial Supervisory Service (FSS) searched the bank.",
        &[
            ("FSS", "Financial Supervisory Service (FSS)", Abbreviation),
            ("probed", "searched", WordChoice),
            ("lender", "bank", WordChoice),
        ],
    ),
    (
        "Ferries from Korea to the United States filled up.",
        "Ferries from South Korea to the U.S. sold out.",
        &[("", "South", NameVariant), ("United States", "U.S.", NameVariant), ("filled up", "sold out", WordChoice)],
    ),
    (
        "Singer Han Se-ri will open the show.",
        "Singer Han Min-ju will close the show.",
        &[("Se-ri", "Min-ju", Name), ("open", "close", Direction)],
    ),
    (
        "Last year the Senate passed the bill.",
        "Last year Parliament passed the bill.",
        &[("the Senate", "Parliament", Name)],
    ),
    (
        "The light house guards every day trips.",
        "The lighthouse guards everyday trips.",
        &[("light house", "lighthouse", Spacing), ("every day", "everyday", Spacing)],
    ),
    (
        "The pier was built in 1902, and it lures many anglers.",
        "The pier was built in 1902. It draws many anglers.",
        &[(", and", ".", SentenceStructure), ("lures", "draws", WordChoice)],
    ),
    (
        "The yard on Friday launched the tanker.",
        "The yard launched the freighter on Friday.",
        &[("on Friday", "on Friday", Order), ("tanker", "freighter", WordChoice)],
    ),
    (
        "The **Sorae** froze over.",
        "The Sorae iced over.",
        &[("**Sorae**", "Sorae", Markup), ("froze", "iced", WordChoice)],
    ),
    (
        "She called the verdict a relief and left.",
        "She called the verdict \"a relief\" and wept.",
        &[("a relief", "\"a relief\"", Quote), ("left", "wept", WordChoice)],
    ),
    (
        "The party did not back the bridge plan.",
        "The bloc backed the bridge plan.",
        &[("party", "bloc", WordChoice), ("did not back", "backed", Negation)],
    ),
    (
        "Mayor Han skipped the opening with his aide.",
        "Mayor Han Se-ri missed the opening with her aide.",
        &[("", "Se-ri", NameVariant), ("skipped", "missed", WordChoice), ("his", "her", Pronoun)],
    ),
    (
        "The captain spoke with his mate.",
        "The captain spoke her mate.",
        &[("with", "", FunctionWord), ("his", "her", Pronoun)],
    ),
    (
        "Haneul Gas hired 40 divers.",
        "Haneul Power fired 40 cooks.",
        &[("Gas", "Power", Name), ("hired", "fired", Direction), ("divers", "cooks", WordChoice)],
    ),
    (
        "The barge was towed past the fort.",
        "The barge was pulled past the tower.",
        &[("towed", "pulled", WordChoice), ("fort", "tower", WordChoice)],
    ),
    (
        "The squall formed in May. It skirted the cape.",
        "The squall formed in May and rounded the cape.",
        &[(". It", "and", SentenceStructure), ("skirted", "rounded", WordChoice)],
    ),
    (
        "Anglers called the fee \"absurd\" and \"petty\" again.",
        "Anglers called the fee absurd and petty again.",
        &[("\"absurd\"", "absurd", Quote), ("\"petty\"", "petty", Quote)],
    ),
    (
        "The poet is writing a new hymn.",
        "The poet has written a new opera.",
        &[("is writing", "has written", Inflection), ("hymn", "opera", WordChoice)],
    ),
    (
        "The children slept at the pier.",
        "The child sat at the pier.",
        &[("children", "child", Inflection), ("slept", "sat", WordChoice)],
    ),
    (
        "The tower survived the Battle of England unharmed.",
        "The spire survived the Battle of Britain intact.",
        &[("tower", "spire", WordChoice), ("England", "Britain", Name), ("unharmed", "intact", WordChoice)],
    ),
    (
        "Moreover, the toll was steep.",
        "The fare is steep.",
        &[("Moreover,", "", Connective), ("toll was", "fare is", WordChoice)],
    ),
    (
        "Last Friday, a crane tipped over at the yard.",
        "A derrick tipped over at the yard last Friday.",
        &[("Last Friday", "last Friday", Order), ("crane", "derrick", WordChoice)],
    ),
    (
        "Haeon trimmed its fleet.",
        "Haeon, a small island ferry line, sold its fleet.",
        &[("", ", a small island ferry line,", Explanation), ("trimmed", "sold", WordChoice)],
    ),
    (
        "The <i>Sorae</i> ferry sank.",
        "The Sorae boat sank.",
        &[("<i>Sorae</i>", "Sorae", Markup), ("ferry", "boat", WordChoice)],
    ),
    (
        "The dam leaks again.",
        "The dam, a wall of earth and stone, leaked again.",
        &[("", ", a wall of earth and stone,", Explanation), ("leaks", "leaked", Inflection)],
    ),
];

#[test]
fn neighbouring_edits_stay_apart() {
    for (draft, edited, wanted) in NEIGHBOURS {
        let analysis = analyse(&Pair::new(*draft, *edited), &Settings::default());
        let named = |edit: &postedit::kinds::Edit| (edit.draft.of(draft), edit.r#final.of(edited), edit.kind);
        let found: Vec<Named> = analysis.edits.iter().map(named).collect();
        assert_eq!(found, *wanted, "{draft} → {edited}");
    }
}
