use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text without what an editor sees as the same: in NFC, lower case, with straight quotation marks, a hyphen for
/// every dash and three full stops for an ellipsis.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return match text.as_bytes().windows(2).any(|two| two == b"--") {
            true => Cow::Owned(text.to_ascii_lowercase().replace("--", "-")),
            false if text.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
    }
    let mut folded = String::with_capacity(text.len());
    let mut push = |c: char| match c {
        '“' | '”' | '„' | '‟' | '″' | '〝' | '〞' => folded.push('"'),
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '`' => folded.push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => folded.push('-'),
        '…' => folded.push_str("..."),
        c => folded.extend(c.to_lowercase()),
    };
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.chars().for_each(&mut push),
        _ => text.nfc().for_each(&mut push),
    }
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn what_an_editor_sees_as_the_same_folds_to_the_same() {
        for (written, folded) in [
            ("Ministry", "ministry"),
            ("“We’ll”", "\"we'll\""),
            ("—", "-"),
            ("--", "-"),
            ("…", "..."),
            ("Rose\u{301}", "rosé"),
            ("\u{1112}\u{1161}\u{11ab}", "한"),
            ("1,300", "1,300"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }
}
