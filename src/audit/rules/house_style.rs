use super::{Case, Hit, house_style_broken, rule};
use crate::audit::terms::Term;

rule! {
    /// The final holds a term that the desk's table replaces.
    ///
    /// Quotations are left alone, for they are somebody's words, and so are names. Where the draft had the desk's term,
    /// `house-style-broken` speaks.
    ///
    /// Fires: "netizens", where the desk writes "internet users".
    ///
    /// Silent: "“Netizens are angry,” she said"; "A total of 40 ships" at the beginning of a sentence.
    HOUSE_STYLE = "house-style", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let kept = |term: &Term| !house_style_broken::is_broken(case, term);
    let message = |term: &Term| match term.preferred {
        "" => format!("the desk leaves out \"{}\"", term.replaced),
        preferred => format!("the desk's word for \"{}\" is \"{preferred}\"", term.replaced),
    };
    case.terms.iter().filter(|term| kept(term)).map(|term| Hit::new(term.span, message(term))).collect()
}
