//! From exact hunks to the edits that an editor would draw, each with its form, kind, impact and reason.
//!
//! [`classify`] reads as the list of its steps: what changed within each unit (`window`), what moved (`moves`),
//! whole sentences, and then for each change the first rule of `rules::RULES` that holds.

mod change;
mod context;
mod cuts;
mod edit;
mod ends;
mod entry;
mod form;
mod impact;
mod joins;
mod kind;
mod moves;
mod pairing;
mod reported;
mod rules;
mod terms;
mod window;

use crate::compare::{Hunk, Op, Unit};

use change::Change;
pub use context::Context;
pub use edit::{Edit, Extent};
pub use entry::Entry;
pub use form::Form;
pub use impact::Impact;
pub use kind::Kind;

/// The edits of all units, in the order of the units. `hunks` are those of all units in order.
pub fn classify(units: &[Unit], hunks: &[Hunk], context: &Context) -> Vec<Edit> {
    let mut changes = Vec::new();
    let mut rest = hunks;
    for (index, unit) in units.iter().enumerate() {
        let (own, others) = rest.split_at(rest.partition_point(|hunk| hunk.unit <= index));
        let first = hunks.len() - rest.len();
        rest = others;
        match unit.op {
            Op::Insert | Op::Delete => changes.push(Change::sentence(index, unit, first..first + own.len(), context)),
            _ => {
                if unit.moved {
                    changes.push(Change::moved_sentence(index, unit, context));
                }
                if !own.is_empty() {
                    changes.extend(window::changes(index, unit, own, first, context));
                }
            }
        }
    }
    // A sentence of the caller's may be blank: with it nothing came in or went.
    changes.retain(|change| !change.draft.is_empty() || !change.r#final.is_empty());
    moves::join(&mut changes, context);
    changes.into_iter().map(|change| rules::edit(change, context)).collect()
}
