//! One change, one finding: where two rules speak about the same words, the more telling one is left.

use super::Finding;

/// The rules about editing that may speak about words inside a quotation.
const WITHIN: [&str; 5] = ["number-changed", "name-changed", "hedge-lost", "negation-flipped", "direction-flipped"];

/// Takes out what another finding says as well. Inside quotation marks the altered quotation is left, which names the
/// words, unless the other finding is graver.
pub(super) fn once(findings: &mut Vec<Finding>) {
    let mut gone = vec![false; findings.len()];
    for (at, quotation) in findings.iter().enumerate().filter(|(_, finding)| finding.rule == "quote-altered") {
        let within = |finding: &Finding| {
            WITHIN.contains(&finding.rule)
                && finding.place.side == quotation.place.side
                && quotation.place.span.contains(finding.place.span)
        };
        for (other, finding) in findings.iter().enumerate().filter(|(_, finding)| within(finding)) {
            gone[if finding.level > quotation.level { at } else { other }] = true;
        }
    }
    let mut gone = gone.into_iter();
    findings.retain(|_| !gone.next().unwrap_or_default());
}
