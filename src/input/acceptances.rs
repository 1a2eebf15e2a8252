//! What the desk has accepted: `.postedit/accepted.jsonl`, one JSON object a line.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{InputError, find_settings, open_file, shown};
use crate::audit::{Acceptance, Acceptances, Accepted};

/// Where acceptances are, in a folder.
const FILE: &str = ".postedit/accepted.jsonl";

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptanceLine {
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// Its rule, where it was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Its article, where it was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Who accepted it, why and when.
    #[serde(flatten)]
    pub acceptance: Acceptance,
    /// The version of `postedit` that wrote the line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub version: String,
}

/// The file of acceptances that counts in a folder, and whether it is there: the nearest one upward, else one beside the
/// nearest `postedit.toml`, else one in the folder itself.
pub fn find_acceptances(start: &Path) -> (PathBuf, bool) {
    let real = fs::canonicalize(start).unwrap_or_else(|_| start.to_owned());
    let near = |path: PathBuf| shortest(&real, start, path);
    if let Some(found) = real.ancestors().map(|folder| folder.join(FILE)).find(|path| path.symlink_metadata().is_ok()) {
        return (near(found), true);
    }
    let beside = find_settings(start).and_then(|settings| settings.parent().map(|folder| folder.join(FILE)));
    (near(beside.unwrap_or_else(|| real.join(FILE))), false)
}

/// The path as a person in the folder would write it.
fn shortest(real: &Path, start: &Path, path: PathBuf) -> PathBuf {
    match path.strip_prefix(real) {
        Ok(inside) if start == Path::new(".") => inside.to_owned(),
        _ => path,
    }
}

/// The acceptances of a file.
///
/// # Errors
///
/// The file cannot be read, or a line of it is no acceptance.
pub fn acceptances(path: &Path) -> Result<Acceptances, InputError> {
    let mut acceptances = Acceptances::default();
    let file = open_file(path)?;
    // Nobody reads half a line that is being written; where a disk knows no locks, a line is short enough.
    let _ = file.lock_shared();
    for (index, line) in BufReader::new(file).split(b'\n').enumerate() {
        let line = line.map_err(|cause| InputError::reading(path, cause))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let accepted = accepted(&line).map_err(|message| InputError::Acceptance {
            file: shown(path),
            line: index + 1,
            message,
        })?;
        acceptances.add(accepted);
    }
    Ok(acceptances)
}

fn accepted(line: &[u8]) -> Result<Accepted, String> {
    let line: AcceptanceLine = serde_json::from_slice(line).map_err(|error| {
        let message = error.to_string();
        message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason).to_owned()
    })?;
    if line.fingerprint.len() != 16 || line.fingerprint.bytes().any(|byte| !matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return Err("its fingerprint is not sixteen hexadecimal digits".to_owned());
    }
    if line.acceptance.by.trim().is_empty() || line.acceptance.why.trim().is_empty() {
        return Err("it says not who accepted it, or not why".to_owned());
    }
    let AcceptanceLine { fingerprint, rule, id, acceptance, .. } = line;
    Ok(Accepted { fingerprint, rule, id, acceptance })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_damaged_is_named() {
        let good =
            r#"{"fingerprint":"00000000000000aa","by":"Han","why":"seen","at":"2026-07-01T00:00:00Z","version":"1"}"#;
        for (line, message) in [
            ("{\"fingerprint\":", ":3: is no acceptance: EOF"),
            ("<<<<<<< HEAD", ":3: is no acceptance: expected value"),
            ("{\"fingerprint\":\"aa\",\"by\":\"a\",\"why\":\"b\",\"at\":\"c\"}", "sixteen"),
            ("{\"fingerprint\":\"00000000000000aa\",\"by\":\"a\",\"why\":\" \",\"at\":\"c\"}", "not why"),
            ("{\"fingerprint\":\"00000000000000aa\",\"by\":\"a\"}", "missing field"),
            ("\u{FFFD}", "expected value"),
        ] {
            let file = tempfile::NamedTempFile::new().expect("a temporary file");
            fs::write(file.path(), format!("{good}\n\n{line}\n{good}\n")).expect("written");
            let error = acceptances(file.path()).expect_err(line).to_string();
            assert!(error.contains(message), "{error}");
        }
    }
}
