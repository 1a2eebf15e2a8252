use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::exit::{Exit, Failure};
use super::{output, say};
use crate::audit;
use crate::lexicon::{Key, Lexicon};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The file to write; never one that is there already
    #[arg(value_name = "FILE", default_value = "postedit.toml")]
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let path = &arguments.file;
    output::write_new(path, &template())?;
    say(&format!("{}: written. Take the # away before what you want to set.", path.display()));
    Ok(Exit::Done)
}

/// A `postedit.toml` in which every setting stands as a comment: `#` right before what can be set, `# ` before words.
fn template() -> String {
    include_str!("init.toml").replace("{rules}\n", &rules()).replace("{tables}\n", &tables(&Lexicon::keys()))
}

fn rules() -> String {
    let mut text = String::new();
    for rule in audit::rules() {
        write!(text, "# {}\n#{} = \"{}\"\n", rule.meaning(), rule.name, rule.level).expect("a string");
    }
    text.push('\n');
    text
}

/// The lists, which belong to `[tables.extend]` itself, then the tables below it.
fn tables(keys: &[Key]) -> String {
    let mut text = String::from("#[tables.extend]\n");
    for key in keys.iter().filter(|key| !key.is_table) {
        writeln!(text, "# {} {} built in, such as {}.\n#{} = []", key.meaning, key.entries, key.example, key.name)
            .expect("a string");
    }
    for key in keys.iter().filter(|key| key.is_table) {
        write!(text, "\n# {} {} built in, such as {}.\n", key.meaning, key.entries, key.example).expect("a string");
        if !key.values.is_empty() {
            writeln!(text, "# What a value can be: {}.", key.values.join(", ")).expect("a string");
        }
        writeln!(text, "#[tables.extend.{}]", key.name).expect("a string");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::input;
    use crate::settings::Settings;

    #[test]
    fn a_file_that_is_there_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let arguments = Arguments { file: folder.path().join("postedit.toml") };
        assert_eq!(run(&arguments).expect("written"), Exit::Done);
        std::fs::write(&arguments.file, "# mine").expect("written");
        assert!(matches!(run(&arguments), Err(Failure::Usage(message)) if message.contains("is there already")));
        assert_eq!(std::fs::read_to_string(&arguments.file).expect("read"), "# mine");
        assert_eq!(std::fs::read_dir(folder.path()).expect("read").count(), 1, "nothing else is left behind");
    }

    #[test]
    fn with_every_setting_taken_out_of_its_comment_it_says_the_defaults() {
        let template = template();
        let uncommented = |line: &str| match line.strip_prefix('#') {
            Some(setting) if !setting.is_empty() && !setting.starts_with(' ') => format!("{setting}\n"),
            _ => format!("{line}\n"),
        };
        let text: String = template.lines().map(uncommented).collect();
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        let read = |text: &str| {
            std::fs::write(file.path(), text).expect("written");
            input::settings(Some(file.path()), Path::new(".")).unwrap_or_else(|error| panic!("{error}\n{text}"))
        };
        assert_eq!(read(&template), Settings::default(), "as it is written");
        let mut settings = read(&text);
        for rule in audit::rules() {
            assert_eq!(settings.check.rules.remove(rule.name), Some(rule.level), "{}", rule.name);
        }
        let pattern = |name: &str| Some(format!("{{id}}/{name}"));
        let articles = std::mem::take(&mut settings.articles);
        let patterns = [articles.draft, articles.r#final, articles.source];
        assert_eq!(patterns, ["draft.txt", "final.txt", "source.*"].map(pattern));
        assert_eq!(settings, Settings::default());
        for key in Lexicon::keys() {
            assert!(
                text.contains(&format!("\n{} = []\n", key.name))
                    || text.contains(&format!("[tables.extend.{}]\n", key.name))
            );
        }
    }
}
