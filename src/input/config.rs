//! A desk's settings: `postedit.toml`.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::text::utf8;
use super::{InputError, open, shown};
use crate::settings::Settings;

/// The name that a settings file is looked for under.
const FILE_NAME: &str = "postedit.toml";

/// The largest settings file that is read, in bytes: a desk's is a page or two.
const LARGEST: usize = 1_000_000;

/// The settings of the file named explicitly, else of the nearest `postedit.toml` from the folder `start` upward, else
/// the default ones.
///
/// # Errors
///
/// The file cannot be read, is larger than a megabyte, or says something that is not a setting.
pub fn settings(explicit: Option<&Path>, start: &Path) -> Result<Settings, InputError> {
    match explicit.map(Path::to_path_buf).or_else(|| find_settings(start)) {
        Some(path) => read(&path),
        None => Ok(Settings::default()),
    }
}

/// The nearest `postedit.toml`, in the folder `start` or in one above it.
pub fn find_settings(start: &Path) -> Option<PathBuf> {
    // The parent of a bare file name is the empty path, which stands for the folder one is in.
    let start = if start.as_os_str().is_empty() { Path::new(".") } else { start };
    // The folders above `..` or a link are those of the place that it leads to.
    let start = fs::canonicalize(start).ok()?;
    start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
}

fn read(path: &Path) -> Result<Settings, InputError> {
    let mut bytes = Vec::new();
    let limit = LARGEST as u64 + 1;
    open(path)?.take(limit).read_to_end(&mut bytes).map_err(|cause| InputError::reading(path, cause))?;
    if bytes.len() > LARGEST {
        return Err(InputError::TooLarge { file: shown(path), limit: LARGEST });
    }
    parse_settings(path, bytes)
}

/// The settings that the bytes of a file say; `path` is what messages call it.
///
/// # Errors
///
/// The bytes are no text in UTF-8, or say something that is not a setting: on which line, counted from 1, and what.
pub fn parse_settings(path: &Path, bytes: Vec<u8>) -> Result<Settings, InputError> {
    let text = utf8(path, bytes)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(start).filter(|&byte| byte == b'\n').count() + 1;
        let message = error.message().lines().map(str::trim).collect::<Vec<_>>().join("; ");
        InputError::Settings { file: shown(path), line, message }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Level;

    #[test]
    fn an_error_is_one_line_with_file_and_line() {
        for (text, message) in [
            ("[check]\nrule = 1", "2: unknown field `rule`, expected `rules`. Correct this line."),
            (
                "\n[chek]",
                "2: unknown field `chek`, expected one of `check`, `disclosure`, `articles`. Correct this line.",
            ),
            (
                "[check.rules]\n# loud\nname-changed = \"loud\"\n",
                "3: unknown variant `loud`, expected one of `off`, `info`, `warning`, `error`. Correct this line.",
            ),
            ("[disclosure]\nadded_by_cms = 1", "2: invalid type: integer `1`, expected a boolean. Correct this line."),
            ("[check\n", "1: "),
            ("x = \"", "1: "),
        ] {
            let error = parse_settings(Path::new("desk.toml"), text.into()).expect_err(text).to_string();
            assert!(error.starts_with(&format!("desk.toml:{message}")), "{error}");
            assert_eq!(error.lines().count(), 1, "{error}");
        }
    }

    #[test]
    fn the_named_file_comes_first_then_the_nearest() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let [desk, deep] = ["desk", "desk/2026/july"].map(|name| root.path().join(name));
        fs::create_dir_all(&deep).expect("folders");
        let off = |rule: &str| format!("\u{FEFF}[check.rules]\n{rule} = \"off\"\n");
        fs::write(root.path().join(FILE_NAME), off("far")).expect("written");
        fs::write(desk.join(FILE_NAME), off("near")).expect("written");
        fs::write(root.path().join("other.toml"), off("named")).expect("written");

        let named = root.path().join("other.toml");
        for (explicit, start, rule) in [
            (Some(named.as_path()), deep.as_path(), "named"),
            (None, &deep, "near"),
            (None, &deep.join(".."), "near"),
            (None, root.path(), "far"),
        ] {
            let settings = settings(explicit, start).expect("valid settings");
            assert_eq!(settings.check.rules.get(rule), Some(&Level::Off), "{rule}");
        }
        assert!(matches!(settings(Some(&deep), root.path()), Err(InputError::Folder { .. })));
    }

    #[test]
    fn a_file_that_no_desk_wrote_is_refused() {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        fs::write(file.path(), " ".repeat(LARGEST + 1)).expect("written");
        assert!(matches!(settings(Some(file.path()), Path::new("/")), Err(InputError::TooLarge { .. })));
    }
}
