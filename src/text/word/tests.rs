use proptest::prelude::*;

use super::*;

/// Checks a relation on `one other, one other …`: pairs for which it holds, and pairs for which it does not.
fn check(relation: fn(&str, &str) -> bool, holds: &str, not: &str) {
    for (pairs, expected) in [(holds, true), (not, false)] {
        for pair in pairs.split(", ") {
            let (one, other) = pair.split_once(' ').expect("two words");
            assert_eq!(relation(one, other), expected, "{pair}");
        }
    }
}

#[test]
fn both_sides_of_the_atlantic_are_in_the_list() {
    for word in [
        "government",
        "studies",
        "larger",
        "organise",
        "organize",
        "travelled",
        "labour",
        "semiconductor",
        "kimchi",
        "jeonse",
        "tariffs",
        "café",
        "cafe",
    ] {
        assert!(is_word(word), "{word}");
    }
    for no_word in ["", "isn't", "goverment", "recieve", "afected", "Seoul", "x1", "한국"] {
        assert!(!is_word(no_word), "{no_word}");
    }
}

#[test]
fn spellings() {
    check(
        spelling_variant,
        "programme program, organise organize, organisational organizational, organised organized, labour labor, \
         centre center, centres centers, travelled traveled, defence defense, grey gray, judgement judgment, \
         ageing aging, metre meter, storey story, adviser advisor, cheque check, analyse analyze, aluminium \
         aluminum, towards toward, gibe jibe, sceptical skeptical",
        "prise prize, wise wize, advise advice, exercise exorcize, labour labour, labour labors, four for, \
         organise organization, hour hor, principle principal, affect effect, matte mat",
    );
    assert_eq!(american("globalisation"), "globalization");
    assert_eq!(american("surprise"), "surprise");
}

#[test]
fn typos() {
    check(
        // Not: both are words; a name; a figure; too short; too far apart; a word from Korean; a form; a foreign ending.
        is_typo,
        "goverment government, recieve receive, afected affected, seperately separately, exprots exports, ocurred \
         occurred, tarrifs tariffs",
        "form from, rised rise, Jeongg jeans, covid19 covid, teh the, hanbok handbook, jeonse jeans, governmint \
         garments, organise organize, equipments equipment, polizei police",
    );
}

#[test]
fn forms_of_one_word() {
    check(
        same_lemma,
        "decided decide, has had, have having, is been, was are, went go, gone goes, children child, better good, \
         studies study, running run, larger large, largest larger, happier happy, making make, dies dying, \
         panicked panic, referred refer, offered offering, quizzes quiz, potatoes potato, stomachs stomach, \
         spokeswomen spokeswoman, crises crisis, led lead, found find, founded founding, wrote written, lay lie, \
         laid lay, organised organizing, beated beat, company's companies, agreed agree, ageing age, won win, cut \
         cutting, buses bus, left leaves",
        "organ organization, hard hardly, new news, lead leaded, decision decide, work worker, find founded, wind \
         wounded, number numb, her hers, herring her, good goods, good well, princes princess, caresses cares, \
         rat rated, hop hoping, plan planed, pol polling, evening even, think thoughts, economic economics, \
         interest inter, need knee, it's it, lie laid, sense sens, species specie",
    );
    assert_eq!(lemma("decided"), "decide");
    assert_eq!(lemma("programmes"), "program");
    assert_eq!(lemma("Seoul"), "Seoul");
}

#[test]
fn participles() {
    for (form, verb) in [
        ("launched", Some("launch")),
        ("written", Some("write")),
        ("found", Some("find")),
        ("put", Some("put")),
        ("organised", Some("organize")),
        ("wrote", None),
        ("saw", None),
        ("launch", None),
        ("need", None),
        ("red", None),
    ] {
        assert_eq!(participle_of(form).as_deref(), verb, "{form}");
    }
}

/// Checks a relation on pairs of phrases, `one > other` each.
fn check_phrases(relation: fn(&[&str], &[&str]) -> bool, holds: &[&str], not: &[&str]) {
    for (pairs, expected) in [(holds, true), (not, false)] {
        for pair in pairs {
            let (one, other) = pair.split_once(" > ").expect("two phrases");
            let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
            assert_eq!(relation(&one, &other), expected, "{pair}");
        }
    }
}

#[test]
fn one_verb_in_two_tenses() {
    check_phrases(
        same_verb_phrase,
        &[
            "has decided > decided",
            "will launch > would launch",
            "was launched > launched",
            "had been > was",
            "is investigating > investigates",
            "did not go > has not gone",
            "didn't pay > has not paid",
            "can win > could win",
            "have > has",
            "won't sell > wouldn't sell",
        ],
        &[
            "will launch > could launch",
            "launches > may launch",
            "has decided > has denied",
            "did not pass > passed",
            "will > has",
            "decided to go > went",
            "must pay > should pay",
            "not > not",
            "isn't sold > is sold",
        ],
    );
    check(is_backshift, "will would, can't couldn't, might may, should shall", "will will, will could, can can't");
    for (word, expected) in
        [("hasn't", true), ("would", true), ("being", true), ("having", true), ("halve", false), ("n't", false)]
    {
        assert_eq!(is_auxiliary(word), expected, "{word}");
    }
    assert_eq!(modal_of("won't"), Some("will"));
    assert_eq!(modal_of("wont"), None);
}

#[test]
fn active_and_passive() {
    check_phrases(
        voice_differs,
        &[
            "the suspect was arrested by police > police arrested the suspect",
            "was rejected by the board > the board rejected",
            "the agency fined the firm > the firm was later fined by the agency",
            "is being written > writes",
        ],
        &[
            "police arrested him > police detained him",
            "was arrested > was being arrested",
            "was launching > launched",
            "was large > enlarged",
            "was > was",
            "he was ill and wrote > he had written",
        ],
    );
    assert_eq!(passive_lemma(&["has", "not", "been", "officially", "confirmed"]).as_deref(), Some("confirm"));
    assert_eq!(passive_lemma(&["was", "a", "man", "accused"]), None);
}

#[test]
fn denials() {
    check(
        negated_stem,
        "constitutional unconstitutional, unfair fair, agreed disagrees, possibly impossibly, legal illegal, \
         regularly irregularly, member non-member, approve disapproved, known unknown, nonprofit profit, \
         inaccurately accurately",
        "valuable invaluable, ready already, credible incredible, credibly incredibly, port import, vest invest, \
         famous infamous, it unit, count discounted, sense nonsense, covered discovered, able unable-bodied, fair \
         fair, ion union, form inform, counters discounters, passionately dispassionately",
    );
}

proptest! {
    #[test]
    fn any_two_words_are_compared_both_ways_alike(
        one in ".{0,12}|[a-z]{1,6}(s|ed|ing|er|est|'s|n't)",
        other in ".{0,12}|(un|dis|non-|in)[a-z]{0,6}",
    ) {
        for relation in [spelling_variant, same_lemma, negated_stem, is_backshift] {
            prop_assert_eq!(relation(&one, &other), relation(&other, &one));
        }
        prop_assert!(same_lemma(&one, &one));
        is_typo(&one, &other);
        participle_of(&one);
        let words = [one.as_str(), other.as_str()];
        prop_assert_eq!(voice_differs(&words, &words), false);
        same_verb_phrase(&words, &words);
    }
}
