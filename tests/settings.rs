//! A desk's own words change what is said of an edit.

use postedit::article::Region;
use postedit::kinds::Kind;
use postedit::lexicon::Lexicon;
use postedit::settings::Level;
use postedit::{Pair, Settings, analyse, audit};

fn settings(text: &str) -> Settings {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

fn kinds(draft: &str, edited: &str, settings: &Settings) -> Vec<Kind> {
    analyse(&Pair::new(draft, edited), settings).edits.iter().map(|edit| edit.kind).collect()
}

#[test]
fn a_desks_words_change_the_kind_of_an_edit() {
    for (tables, draft, edited, kind) in [
        (
            "[tables.extend.house_style]\n\"Fan  Meeting\" = \"Meet-and-Greet\"",
            "The singer held a fan meeting on Friday.",
            "The singer held a meet-and-greet on Friday.",
            Kind::HouseStyle,
        ),
        (
            "[tables.extend.house_style]\nnetizens = \"Online Users\"",
            "Most netizens liked the song.",
            "Most online users liked the song.",
            Kind::HouseStyle,
        ),
        (
            "[tables.replace.house_style]",
            "Most netizens liked the song.",
            "Most internet users liked the song.",
            Kind::WordChoice,
        ),
        (
            "[tables.extend]\nconnectives = [\"Don’t forget\"]",
            "Don't forget, the port opens at noon.",
            "The port opens at noon.",
            Kind::Connective,
        ),
        (
            "[tables.replace]\nconnectives = []",
            "Meanwhile, the port opens at noon.",
            "The port opens at noon.",
            Kind::WordChoice,
        ),
        (
            "[tables.replace]\ncertainty = []",
            "The port may open at noon.",
            "The port will open at noon.",
            Kind::FunctionWord,
        ),
        (
            "[tables.extend]\ncertainty = [\"in all but the strictest sense\"]",
            "The port was in all but the strictest sense closed.",
            "The port was closed.",
            Kind::Certainty,
        ),
        (
            "[tables.extend.aliases]\n\"haeon exchange\" = [\"Haeon Exchange\", \"HX Market\"]",
            "Shares of Haeon Exchange rose on Friday.",
            "Shares of HX Market rose on Friday.",
            Kind::NameVariant,
        ),
        (
            "[tables.extend.direction]\nharbour = [\"docked\"]\n[tables.extend.opposite]\nharbour = [\"sailed\"]",
            "The ferry docked on Friday.",
            "The ferry sailed on Friday.",
            Kind::Direction,
        ),
        (
            "[tables.extend.units]\nklicks = \"kilometers\"",
            "The march was 30 kilometers long.",
            "The march was 30 klicks long.",
            Kind::NumberFormat,
        ),
    ] {
        assert_eq!(kinds(draft, edited, &settings(tables)), [kind], "{tables}");
        assert_ne!(kinds(draft, edited, &Settings::default()), [kind], "without {tables}");
    }
}

#[test]
fn a_desks_disclosure_takes_the_place_of_the_others() {
    let own = settings("[tables.replace]\nmachine = []\ndisclosure = [\"Translated by Darae, our machine.\"]");
    let built_in = Settings::default();
    for (line, settings, disclosed) in [
        ("Translated by Darae, our machine, and edited by the desk.", &own, true),
        ("Translated by Darae, our machine, and edited by the desk.", &built_in, false),
        ("Translated using AI and edited by the desk.", &own, false),
        ("Translated using AI and edited by the desk.", &built_in, true),
    ] {
        let text = format!("Port reopens\nThe port reopened on Monday.\nShips came at noon.\n{line}");
        let analysis = analyse(&Pair::new(text.as_str(), text.as_str()), settings);
        assert_eq!(analysis.r#final.sentences[3].region == Region::Disclosure, disclosed, "{line}");
        let missing = audit::run(&analysis, settings).iter().any(|finding| finding.rule == "disclosure-missing");
        assert_eq!(missing, !disclosed, "{line}");
    }
}

#[test]
fn a_desks_byline_and_credit_may_begin_with_any_word() {
    let own = settings("[tables.extend]\nbyline = [\"Story by\"]\ncredit = [\"Courtesy of the\"]");
    for (line, region) in [
        ("Story by Kim Ha-na, Lee Su-a [hana@example.com]", Region::Byline),
        ("Courtesy of the Port Office", Region::Caption),
    ] {
        let text = format!("Port reopens\nThe port reopened on Monday.\nShips came at noon.\n{line}");
        let region_with =
            |settings| analyse(&Pair::new(text.as_str(), text.as_str()), settings).r#final.sentences[3].region;
        assert_eq!(region_with(&own), region, "{line}");
        assert_eq!(region_with(&Settings::default()), Region::Body, "{line}");
    }
}

#[test]
fn extending_and_replacing_are_by_key_and_in_any_order() {
    let Lexicon { kinds, names, .. } = settings(
        "[tables.extend]\nnegation = [\"Nary\"]\n[tables.replace]\nnegation = [\"Not.\"]\ncourtesy = []\n\
         [tables.replace.aliases]\nseorin = [\"Seorin\", \"SRN\"]\n[tables.extend.brands]\n\"HAEON air\" = \"Haeon AIR\"",
    )
    .lexicon;
    assert_eq!(kinds.negation.iter().collect::<Vec<_>>(), ["nary", "not"]);
    assert_eq!(kinds.courtesy.iter().count(), 0);
    assert_eq!(names.aliases.names().collect::<Vec<_>>(), ["seorin"]);
    assert_eq!(names.aliases.holding("srn").collect::<Vec<_>>(), ["seorin"]);
    assert_eq!(names.brands.get("haeon air"), Some("Haeon AIR"));
    assert_eq!(names.brands.get("iphone"), Some("iPhone"));
    assert_eq!(kinds.connectives, Lexicon::default().kinds.connectives);
}

#[test]
fn the_keys_are_known_by_name_meaning_and_example() {
    let keys = Lexicon::keys();
    for key in &keys {
        assert!(key.entries > 0 && !key.example.is_empty(), "{}: no entry", key.name);
        assert!(key.meaning.ends_with('.'), "{}: {}", key.name, key.meaning);
        let twice = keys.iter().filter(|other| other.name == key.name).count();
        assert_eq!(twice, 1, "{}", key.name);
        let (way, example) = if key.is_table {
            (format!("extend.{}", key.name), key.example.clone())
        } else {
            ("extend".to_owned(), format!("{} = {}", key.name, key.example))
        };
        settings(&format!("[tables.{way}]\n{example}"));
    }
    assert_eq!(settings("[check.rules]\nunedited = \"off\"").check.rules["unedited"], Level::Off);
}
