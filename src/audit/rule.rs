use std::fmt;

use super::{Case, Hit};
use crate::settings::Level;

/// An audit rule: what it is, and the function that looks for it. Made by `rule!`.
pub struct Rule {
    /// The name in reports and settings.
    pub name: &'static str,
    /// The level unless the desk sets another.
    pub level: Level,
    /// The lines of its doc comment: what it finds; why that matters; a case in which it fires; one in which it is silent.
    pub(super) doc: &'static [&'static str],
    pub(super) check: fn(Case) -> Vec<Hit>,
}

impl Rule {
    /// What it finds, in a line.
    pub fn meaning(&self) -> String {
        self.paragraph(0)
    }

    /// Why that matters, and what a desk may set.
    pub fn why(&self) -> String {
        self.paragraph(1)
    }

    /// A case in which it fires.
    pub fn fires(&self) -> String {
        self.example(2, "Fires: ")
    }

    /// A case that looks alike, in which it is silent.
    pub fn silent(&self) -> String {
        self.example(3, "Silent: ")
    }

    pub(super) fn check(&self, case: Case) -> Vec<Hit> {
        (self.check)(case)
    }

    fn example(&self, index: usize, label: &str) -> String {
        let paragraph = self.paragraph(index);
        paragraph.strip_prefix(label).map(str::to_owned).unwrap_or(paragraph)
    }

    /// A paragraph of the doc comment as one line.
    fn paragraph(&self, index: usize) -> String {
        let paragraphs = self.doc.split(|line| line.trim().is_empty());
        let lines = paragraphs.filter(|lines| !lines.is_empty()).nth(index).unwrap_or_default();
        lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("name", &self.name).field("level", &self.level).finish_non_exhaustive()
    }
}

/// Makes a rule of its doc comment, name, level and function:
/// `rule! { /// What it finds. … NAME = "its-name", Warning, check }`.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $rule:ident = $name:literal, $level:ident, $check:path) => {
        $(#[doc = $doc])+
        pub(super) static $rule: $crate::audit::Rule = $crate::audit::Rule {
            name: $name,
            level: $crate::settings::Level::$level,
            doc: &[$($doc),+],
            check: $check,
        };
    };
}
pub(super) use rule;

#[cfg(test)]
mod tests {
    use crate::audit::rules;

    #[test]
    fn every_rule_is_explained_in_four_paragraphs() {
        for rule in rules() {
            for (at, start) in ["", "", "Fires: ", "Silent: "].into_iter().enumerate() {
                let paragraph = rule.paragraph(at);
                assert!(paragraph.starts_with(start) && paragraph.len() > start.len(), "{}: {paragraph}", rule.name);
            }
            assert_eq!(rule.paragraph(4), "", "{}", rule.name);
        }
    }

    #[test]
    fn no_two_rules_share_a_name() {
        let mut names: Vec<&str> = rules().map(|rule| rule.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
