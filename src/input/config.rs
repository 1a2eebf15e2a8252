//! A desk's settings: `postedit.toml`.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::text::utf8;
use super::{InputError, open, shown, wrong};
use crate::audit;
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

/// A folder as it is called from that of the nearest `postedit.toml` upward, its parts parted by `/`; `None` where there is
/// no such file, and for its own folder.
pub fn folder_in_desk(folder: &Path) -> Option<String> {
    let real = fs::canonicalize(folder).ok()?;
    let inside = real.strip_prefix(find_settings(folder)?.parent()?).ok()?.to_owned();
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
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
    read_settings(text).map_err(|(start, message)| {
        let line = text.bytes().take(start).filter(|&byte| byte == b'\n').count() + 1;
        // A key may hold any character; the message keeps to its line.
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        let message = message.split(breaks).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
        InputError::Settings { file: shown(path), line, message }
    })
}

/// The settings, or the byte at which something is wrong and what it is.
fn read_settings(text: &str) -> Result<Settings, (usize, String)> {
    let settings: Settings = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        (start, wrong::message(error.message(), &wrong::place(text, start)))
    })?;
    let names: Vec<&str> = audit::rules().map(|rule| rule.name).collect();
    match settings.check.rules.keys().find(|name| !names.contains(&name.as_str())) {
        Some(name) => Err((wrong::start_of(text, &["check", "rules", name]), wrong::unknown_rule(name, &names))),
        None => Ok(settings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        let error = parse_settings(Path::new("desk.toml"), text.into()).expect_err(text).to_string();
        assert_eq!(error.lines().count(), 1, "{error}");
        error
    }

    #[test]
    fn an_error_names_file_line_key_and_the_nearest_right_one() {
        let all_keys = "`postedit init` writes a file with all keys.";
        let all_rules = "`postedit explain` lists all rules.";
        let correct = "Correct this line.";
        for (text, message) in [
            ("[check]\nrule = 1", &*format!("2: unknown key \"rule\" in [check]; did you mean \"rules\"? {all_keys}")),
            ("\n[chek]", &format!("2: unknown key \"chek\"; did you mean \"check\"? {all_keys}")),
            ("\n[tables.extnd]", &format!("2: unknown key \"extnd\" in [tables]; did you mean \"extend\"? {all_keys}")),
            (
                "[tables.extend]\nbrands = {}\nconectives = []",
                &format!("3: unknown key \"conectives\" in [tables.extend]; did you mean \"connectives\"? {all_keys}"),
            ),
            (
                "[tables.replace.alias]",
                &format!("1: unknown key \"alias\" in [tables.replace]; did you mean \"aliases\"? {all_keys}"),
            ),
            ("tables.extend.\"a\\nb\" = 1", &format!("1: unknown key \"a; b\" in [tables.extend]. {all_keys}")),
            (
                "[check.rules]\n# quiet\nunedted = \"off\"",
                &format!("3: unknown audit rule \"unedted\" in [check.rules]; did you mean \"unedited\"? {all_rules}"),
            ),
            (
                "[check.rules]\nunedited = \"loud\"\n",
                "2: unedited in [check.rules] cannot be \"loud\". What it can be: off, info, warning, error.",
            ),
            (
                "[tables.extend.units]\nklick = \"kilometres\"",
                "2: klick in [tables.extend.units] cannot be \"kilometres\"; did you mean \"kilometers\"? What it can be: `postedit init` writes a file that lists it.",
            ),
            (
                "[tables.extend.pronouns]\nxe = \"femal\"",
                "2: xe in [tables.extend.pronouns] cannot be \"femal\"; did you mean \"female\"? What it can be: female, first, first plural, male, plural, second, thing.",
            ),
            (
                "[tables.extend.scales]\ncrore = 70",
                &format!(
                    "2: crore in [tables.extend.scales]: invalid value: integer `70`, expected a number from 2 to 15. {correct}"
                ),
            ),
            (
                "[tables.replace]\nnegation = \"not\"",
                &format!("2: negation in [tables.replace]: invalid type: string \"not\", expected a list. {correct}"),
            ),
            (
                "[tables.replace]\nnegation = [\n  \"not\",\n  5,\n]",
                &format!("4: negation in [tables.replace]: invalid type: integer `5`, expected a string. {correct}"),
            ),
            (
                "[tables.extend]\nhouse_style = [\"SNS\"]",
                &format!("2: house_style in [tables.extend]: invalid type: sequence, expected a table. {correct}"),
            ),
            (
                "[tables.extend.house_style]\nSNS = \"social media\"\nsns = \"apps\"",
                &format!(
                    "3: sns in [tables.extend.house_style]: stands twice: capitals and kinds of quotation marks make no difference. {correct}"
                ),
            ),
            (
                "[tables.extend]\nconnectives = [\" \"]",
                &format!("2: connectives in [tables.extend]: an empty text stands where a word is wanted. {correct}"),
            ),
            ("tables = 1", &format!("1: tables: invalid type: integer `1`, expected a table. {correct}")),
            (
                "[disclosure]\nadded_by_cms = 1",
                &format!("2: added_by_cms in [disclosure]: invalid type: integer `1`, expected a boolean. {correct}"),
            ),
        ] {
            assert_eq!(error(text), format!("desk.toml:{message}"));
        }
        for broken in ["[check\n", "x = \""] {
            assert!(error(broken).starts_with("desk.toml:1: "), "{broken}");
        }
    }

    #[test]
    fn the_named_file_comes_first_then_the_nearest() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let [desk, deep] = ["desk", "desk/2026/july"].map(|name| root.path().join(name));
        fs::create_dir_all(&deep).expect("folders");
        let worded = |wording: &str| format!("\u{FEFF}[disclosure]\nwording = [{wording:?}]\n");
        fs::write(root.path().join(FILE_NAME), worded("far")).expect("written");
        fs::write(desk.join(FILE_NAME), worded("near")).expect("written");
        fs::write(root.path().join("other.toml"), worded("named")).expect("written");

        let named = root.path().join("other.toml");
        for (explicit, start, wording) in [
            (Some(named.as_path()), deep.as_path(), "named"),
            (None, &deep, "near"),
            (None, &deep.join(".."), "near"),
            (None, root.path(), "far"),
        ] {
            let settings = settings(explicit, start).expect("valid settings");
            assert_eq!(settings.disclosure.wording, [wording]);
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
