use std::collections::BTreeSet;

use super::{Case, Hit, Place, Side, rule};
use crate::article::{Article, Region};
use crate::audit::source::{Misspelt, SourceNames};
use crate::text::name::{NameKind, NameRelation, relate};
use crate::text::{Span, one_line};

rule! {
    /// A romanised Korean name in the final fits no Korean name in the source, but nearly fits one.
    ///
    /// A name off by one syllable is another person. How somebody spells a name is up to them, so that every usual spelling
    /// fits; where the desk lists one under `[names]`, another spelling of that name counts, too.
    ///
    /// Fires: The source has 노태준, the final "Noh Dae-jun" or "Noh Jun-tae"; 노모씨 and "a man surnamed Do".
    ///
    /// Silent: "Roh Taejoon", "Tae-jun Noh" or "Noh" for 노태준; somebody whom the editor added.
    SOURCE_NAME_MISMATCH = "source-name-mismatch", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(names) = SourceNames::of(case) else { return Vec::new() };
    let article = &case.analysis.r#final;
    let people = people(article, &[NameKind::Person]);
    // Whoever stands rightly in the final is not meant by a wrong spelling.
    let all = self::people(article, &[NameKind::Person, NameKind::Other]);
    let mut found = Vec::new();
    for &(latin, span) in &people {
        let is_full = |latin: &str| latin.contains([' ', '\u{A0}']);
        let others = all.iter().filter(|(other, _)| *other != latin && is_full(other));
        let taken = |misspelt: &Misspelt| {
            misspelt.slip.is_some() && others.clone().any(|(other, _)| names.fits(other, misspelt.hangul))
        };
        let meant = names.misspelt(latin).into_iter().find(|misspelt| !taken(misspelt));
        found.extend(meant.map(|misspelt| report(latin, span, misspelt, &names, case)));
    }
    found.extend(surnamed(article, &names, case));
    found
}

/// Somebody told of by surname alone, which is another in the source: `a 52-year-old surnamed Lim` for 김모(52)씨. Each
/// surname once, by its first place.
fn surnamed(article: &Article, names: &SourceNames, case: Case) -> Vec<Hit> {
    let form = |at: usize| case.analysis.vocabulary.form(article.tokens[at].folded);
    let mut told: Vec<(&str, Span)> = Vec::new();
    for at in (1..article.tokens.len()).filter(|&at| form(at - 1) == "surnamed") {
        let span = article.tokens[at].span;
        if !told.iter().any(|(other, _)| *other == article.text_of(span)) {
            told.push((article.text_of(span), span));
        }
    }
    if told.is_empty() {
        return Vec::new();
    }
    let words = article.tokens.iter().filter(|token| token.is_word()).map(|token| article.text_of(token.span));
    let capitals: BTreeSet<&str> = words.filter(|word| word.starts_with(char::is_uppercase)).collect();
    let hit = |(surname, span): (&str, Span)| {
        let (hangul, held) = names.mistold(surname, &capitals)?;
        let message = format!("final: surnamed {surname}; source: {hangul} (another surname)");
        Some(Hit::new(span, message).with_evidence(Side::Source, [held]))
    };
    told.into_iter().filter_map(hit).collect()
}

/// The names of an article of some kinds, those of the disclosure left out: each spelling once by its first place.
fn people<'a>(article: &'a Article, kinds: &[NameKind]) -> Vec<(&'a str, Span)> {
    let mut found: Vec<(&str, Span)> = Vec::new();
    for name in article.names.iter().filter(|name| kinds.contains(&name.kind)) {
        let latin = article.text_of(name.span);
        let framed = article.region_at(name.span) == Some(Region::Disclosure);
        if !framed && !found.iter().any(|(other, _)| *other == latin) {
            found.push((latin, name.span));
        }
    }
    found
}

fn report(latin: &str, span: Span, misspelt: Misspelt, names: &SourceNames, case: Case) -> Hit {
    let Misspelt { hangul, span: held, slip, desk } = misspelt;
    let why = match (slip, desk) {
        (_, Some(desk)) => format!("the desk spells it {desk}"),
        (Some(slip), None) => slip.to_string(),
        (None, None) => String::new(),
    };
    let draft = case.analysis.draft.as_ref();
    let in_draft = |test: &dyn Fn(&str) -> bool| {
        let names = draft.map(|draft| people(draft, &[NameKind::Person, NameKind::Other])).unwrap_or_default();
        names.into_iter().find(|(name, _)| test(name)).map(|(_, span)| span)
    };
    let wrong = in_draft(&|name| relate(name, latin, &case.lexicon.names) == NameRelation::Same);
    let right = || in_draft(&|name| name.contains(' ') && names.misspelt(name).is_empty() && names.fits(name, hangul));
    let (verdict, evidence) = match wrong {
        Some(span) => ("; the draft had it wrong, too", Some(span)),
        None => match right() {
            Some(span) => ("; the draft had it right", Some(span)),
            None => ("", None),
        },
    };
    let message = format!("final: {}; source: {hangul} ({why}){verdict}", one_line(latin));
    let mut hit = Hit::new(span, message).with_evidence(Side::Source, [held]);
    hit.related.extend(evidence.map(|span| Place { side: Side::Draft, span }));
    hit
}
