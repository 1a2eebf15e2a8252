//! What somebody else's JSON Lines call the fields of a pair.

use serde_json::{Map, Value};

/// The fields of a row, as they are called here.
const NAMES: [&str; 6] = ["id", "draft", "final", "source", "lang", "source_lang"];

/// Where in a row the fields of a pair are: its own names unless others are set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// In the order of [`NAMES`].
    places: [String; 6],
}

impl Default for Fields {
    fn default() -> Self {
        Fields { places: NAMES.map(str::to_owned) }
    }
}

impl Fields {
    /// Fields by settings such as `draft=mt_body`; `final=article.body` is the field `body` of the object `article`.
    ///
    /// # Errors
    ///
    /// In a sentence: a setting has another form, or no such field is known, or two fields would be in one place.
    pub fn parse<S: AsRef<str>>(settings: &[S]) -> Result<Self, String> {
        let mut fields = Fields::default();
        for setting in settings {
            let setting = setting.as_ref();
            let (name, place) = setting.split_once('=').filter(|(_, place)| !place.is_empty()).ok_or_else(|| {
                format!("--field {setting}: a field and its name in the file are wanted, as in draft=mt_body.")
            })?;
            let at = NAMES.iter().position(|known| *known == name).ok_or_else(|| {
                format!("--field {setting}: there is no field {name}. Use one of {}.", NAMES.join(", "))
            })?;
            fields.places[at] = place.to_owned();
        }
        for (at, place) in fields.places.iter().enumerate() {
            if let Some(other) = fields.places[..at].iter().position(|other| other == place) {
                let (first, second) = (NAMES[other], NAMES[at]);
                return Err(format!("--field: {first} and {second} are both read from {place}. Name one for each."));
            }
        }
        Ok(fields)
    }

    /// What a field is called in the file.
    pub(super) fn place(&self, name: &str) -> &str {
        NAMES.iter().position(|known| *known == name).map_or("", |at| &self.places[at])
    }

    /// Takes a field out of a row. `null` counts as absent.
    pub(super) fn take(&self, name: &str, row: &mut Map<String, Value>) -> Option<Value> {
        take(self.place(name), row).filter(|value| !value.is_null())
    }
}

/// Takes what is at a place: the field of that name, else the one within the object named up to a dot.
fn take(place: &str, row: &mut Map<String, Value>) -> Option<Value> {
    if let Some(value) = row.shift_remove(place) {
        return Some(value);
    }
    for (at, _) in place.match_indices('.') {
        let (outer, inner) = (&place[..at], &place[at + 1..]);
        if let Some(Value::Object(object)) = row.get_mut(outer)
            && let Some(value) = take(inner, object)
        {
            if object.is_empty() {
                row.shift_remove(outer);
            }
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_is_taken_from_where_it_is_and_the_rest_is_left() {
        let row = json!({"draft": "mine", "mt": "x", "article": {"body": "y", "by": "Han"}, "a.b": "z", "n": {"o": {"p": 1}}});
        for (place, value, left) in [
            (
                "mt",
                Some(json!("x")),
                json!({"draft": "mine", "article": {"body": "y", "by": "Han"}, "a.b": "z", "n": {"o": {"p": 1}}}),
            ),
            (
                "article.body",
                Some(json!("y")),
                json!({"draft": "mine", "mt": "x", "article": {"by": "Han"}, "a.b": "z", "n": {"o": {"p": 1}}}),
            ),
            (
                "a.b",
                Some(json!("z")),
                json!({"draft": "mine", "mt": "x", "article": {"body": "y", "by": "Han"}, "n": {"o": {"p": 1}}}),
            ),
            (
                "n.o.p",
                Some(json!(1)),
                json!({"draft": "mine", "mt": "x", "article": {"body": "y", "by": "Han"}, "a.b": "z"}),
            ),
            ("mt.body", None, row.clone()),
        ] {
            let fields = Fields::parse(&[format!("draft={place}")]).expect(place);
            let mut row = row.as_object().expect("an object").clone();
            assert_eq!(fields.take("draft", &mut row), value, "{place}");
            assert_eq!(Value::Object(row), left, "{place}");
        }
    }

    #[test]
    fn a_setting_that_is_none_is_refused() {
        for (setting, message) in [
            ("draft", "as in draft=mt_body"),
            ("draft=", "as in draft=mt_body"),
            ("body=x", "no field body"),
            ("draft=final", "draft and final are both read from final"),
        ] {
            let error = Fields::parse(&[setting]).expect_err(setting);
            assert!(error.contains(message), "{error}");
        }
    }
}
