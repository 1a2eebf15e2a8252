//! What somebody at the desk has seen and found right.

use rustc_hash::FxHashMap;

use super::{Acceptance, Finding};

/// What a desk has accepted, by fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptances {
    by_fingerprint: FxHashMap<String, Accepted>,
    /// The fingerprints of each article whose name is known.
    by_article: FxHashMap<String, Vec<String>>,
}

/// An accepted finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// Its rule, where it was known.
    pub rule: Option<String>,
    /// Its article, where it was known.
    pub id: Option<String>,
    /// Who accepted it, and why.
    pub acceptance: Acceptance,
}

impl Acceptances {
    /// Adds one. Of several for one finding the first holds.
    pub fn add(&mut self, accepted: Accepted) {
        if self.get(&accepted.fingerprint).is_some() {
            return;
        }
        if let Some(id) = &accepted.id {
            self.by_article.entry(id.clone()).or_default().push(accepted.fingerprint.clone());
        }
        self.by_fingerprint.insert(accepted.fingerprint.clone(), accepted);
    }

    /// The one of a fingerprint.
    pub fn get(&self, fingerprint: &str) -> Option<&Accepted> {
        self.by_fingerprint.get(fingerprint)
    }

    /// Marks the findings that were accepted.
    pub fn mark(&self, findings: &mut [Finding]) {
        for finding in findings {
            finding.accepted = self.get(&finding.fingerprint).map(|accepted| accepted.acceptance.clone());
        }
    }

    /// What was accepted of an article.
    pub fn of_article(&self, id: &str) -> impl Iterator<Item = &Accepted> {
        self.by_article.get(id).into_iter().flatten().filter_map(|fingerprint| self.get(fingerprint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Pair, Settings, analyse, audit};

    fn findings(r#final: &str) -> Vec<Finding> {
        let pair = Pair::new("The port is open.", r#final).with_id("port");
        audit::run(&analyse(&pair, &Settings::default()), &Settings::default())
    }

    fn accepted(finding: &Finding, by: &str) -> Accepted {
        let acceptance = Acceptance { by: by.into(), why: "seen".into(), at: "2026-07-01T00:00:00Z".into() };
        let fingerprint = finding.fingerprint.clone();
        Accepted { fingerprint, rule: None, id: Some("port".into()), acceptance }
    }

    #[test]
    fn the_first_word_on_a_finding_holds_and_others_are_left_alone() {
        let mut found = findings("The port is closed.");
        let mut acceptances = Acceptances::default();
        acceptances.add(accepted(&found[0], "Han"));
        acceptances.add(accepted(&found[0], "Seo"));
        acceptances.mark(&mut found);
        assert_eq!(found[0].accepted.as_ref().map(|word| word.by.as_str()), Some("Han"));
        assert!(found[1..].iter().all(|finding| finding.accepted.is_none()));
        assert_eq!(acceptances.of_article("port").count(), 1);
        assert_eq!(acceptances.of_article("ship").count(), 0);
    }
}
