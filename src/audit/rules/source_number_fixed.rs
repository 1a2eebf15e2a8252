use super::{Case, Hit, Place, Side, rule};
use crate::audit::source::fixed;

rule! {
    /// The draft contradicted the source, and the final has the value of the source.
    ///
    /// Credit where it is due: this is what editors are for, and what a desk wants to count.
    ///
    /// Fires: The source has 5월 24일, the draft "May 14", the final "May 24".
    ///
    /// Silent: The draft had "the 24th" and the final "May 24".
    SOURCE_NUMBER_FIXED = "source-number-fixed", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let (Some(draft), Some(source)) = (&case.analysis.draft, &case.analysis.source) else { return Vec::new() };
    let r#final = &case.analysis.r#final;
    let report = |(held, from, to): (usize, usize, usize)| {
        let (said, before, after) = (&source.article.values[held], draft.values[from].span, r#final.values[to].span);
        let message = format!(
            "draft: {}; source: {}; the final has it right",
            draft.line_of(before),
            super::meaning(&source.article, said),
        );
        let mut hit = Hit::new(after, message).with_evidence(Side::Source, [said.span]);
        hit.related.push(Place { side: Side::Draft, span: before });
        hit
    };
    fixed(case).into_iter().map(report).collect()
}
