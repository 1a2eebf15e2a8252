//! Names of people, bodies and places: where they stand, and whether two of them are one.

mod hangul;
mod korean;
mod letters;
mod person;
mod romanise;
mod run;
mod span;
mod variant;

pub use korean::korean_names;
pub use person::{Slip, fits, nearly_fits, same_hangul};
pub use span::{Name, NameKind, names};
pub use variant::{NameRelation, relate};
