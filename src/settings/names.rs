use serde::Deserialize;

/// The spellings of one name: a string, or an array of them with the preferred one first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a spelling, or an array of spellings")]
pub enum Spellings {
    /// The only one.
    One(String),
    /// Any of these.
    Several(Vec<String>),
}

impl Spellings {
    /// All spellings, the preferred one first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let all = match self {
            Spellings::One(spelling) => std::slice::from_ref(spelling),
            Spellings::Several(spellings) => spellings,
        };
        all.iter().map(String::as_str)
    }
}
