use super::Span;

/// Whether a character is a double quotation mark of any style, or one of its Asian counterparts.
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞')
}

/// The quotations of one paragraph, without their marks, in order. One that isn't closed runs to the end of the
/// paragraph, as newspapers set a quotation that goes on in the next.
pub fn quotations(text: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    // Letters of English and most marks are none.
    let may_be_mark = |c: char| c == '"' || !c.is_ascii();
    for (at, c) in paragraph.of(text).char_indices().filter(|(_, c)| may_be_mark(*c)) {
        let at = paragraph.start + at;
        match (open, c) {
            (None, '"' | '“' | '„' | '«' | '「' | '『' | '〝' | '”') => {
                open = Some((at + c.len_utf8(), closing(c)))
            }
            (Some((start, close)), c) if c == close || (close == '”' && c == '“') || (close == '"' && c == '”') =>
            {
                found.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        found.push(Span::new(start, paragraph.end));
    }
    found
}

fn closing(open: char) -> char {
    match open {
        '“' | '„' | '”' => '”',
        '«' => '»',
        '「' => '」',
        '『' => '』',
        '〝' => '〞',
        _ => '"',
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, quotations};

    #[test]
    fn quotations_stand_between_their_marks() {
        for (text, inside) in [
            ("\"Yes,\" he said. \"No.\"", vec!["Yes,", "No."]),
            ("“We will.” “It’s ours.”", vec!["We will.", "It’s ours."]),
            ("그는 “좋다”고 했다.", vec!["좋다"]),
            ("「はい」と『本』", vec!["はい", "本"]),
            ("“It goes on", vec!["It goes on"]),
            ("no marks, it's plain", vec![]),
        ] {
            let found: Vec<&str> =
                quotations(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found, inside, "{text}");
        }
    }
}
