//! What a desk may set, as its `postedit.toml` has it. Every part has a default that fits a desk without one.

mod names;
mod rates;

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;

pub use names::Spellings;
pub use rates::{ExchangeRates, Rates};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule is silent.
    Off,
    /// Good to know.
    Info,
    /// Somebody should look.
    Warning,
    /// Must not go out.
    Error,
}

impl Level {
    /// The name in reports and settings.
    pub fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Info => "info",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// All settings of a desk.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `[check]`: the audit rules.
    pub check: CheckSettings,
    /// `[disclosure]`: the line that says who translated and who edited.
    pub disclosure: DisclosureSettings,
    /// `[articles]`: where in a folder the articles are.
    pub articles: ArticleSettings,
    /// `[tables]`: the word lists, with what the desk changes in them.
    #[serde(rename = "tables")]
    pub lexicon: Lexicon,
    /// `[names]`: how the desk spells people, by their names in Hangul: `"김정관" = "Kim Jung-kwan"`.
    pub names: BTreeMap<String, Spellings>,
    /// `[exchange_rates]`: what one unit of a currency may cost in others: `USD = { KRW = [1000, 1700] }`.
    pub exchange_rates: ExchangeRates,
}

/// `[check]`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckSettings {
    /// `[check.rules]`: the level of a rule, in place of its own.
    pub rules: BTreeMap<String, Level>,
    /// `[check.limits]`: from where on a rule speaks.
    pub limits: Limits,
}

/// `[check.limits]`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// `barely-edited` speaks below this edit rate (TER): edits per word of the final, such as 0.05.
    pub barely_edited: f64,
    /// `untouched-run` speaks from so many sentences in a row on.
    pub untouched_run: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { barely_edited: 0.05, untouched_run: 6 }
    }
}

/// `[disclosure]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DisclosureSettings {
    /// The desk's own lines, one of which every article carries (or gets, where the CMS adds it). Without any, the lines
    /// that are known anyway will do.
    pub wording: Vec<String>,
    /// The content management system adds the line when the article goes out, so a final has none.
    pub added_by_cms: bool,
}

/// `[articles]`: patterns for the paths in a folder, in which `{id}` stands for the article's name (which may hold `/`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ArticleSettings {
    /// The draft's; `{id}/draft.txt` where absent.
    pub draft: Option<String>,
    /// The final's; `{id}/final.txt` where absent.
    pub r#final: Option<String>,
    /// The source's, where `*` may stand for a part of the file's name; `{id}/source.*` where absent.
    pub source: Option<String>,
}
