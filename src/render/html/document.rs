//! The frame of every page: head, style, script, and a policy that lets nothing else run.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::render::Safe;

/// A whole page. `style` and `script` are the project's own files; all else on the page is text.
pub(in crate::render) fn document(title: &str, style: &str, script: &str, body: &Markup) -> String {
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    );
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { (safe(title)) }
                style { (PreEscaped(style)) }
            }
            body {
                (body)
                script { (PreEscaped(script)) }
            }
        }
    }
    .into_string()
}

/// Text from outside: control characters and turning marks shown as their code, the rest escaped by the template.
pub(in crate::render) fn safe(text: &str) -> String {
    Safe(text).to_string()
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A day as a reader writes it: `1 August 2025`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
