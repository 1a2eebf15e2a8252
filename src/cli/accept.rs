use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::articles::InputOptions;
use super::exit::{Exit, Failure};
use super::output::Output;
use super::stream::{self, Policy};
use crate::audit::Acceptance;
use crate::input::{self, AcceptanceLine};
use crate::render::{Purpose, Safe};

/// The fewest digits of a fingerprint that name a finding among some articles.
const SHORTEST: usize = 6;
/// Its digits.
const WHOLE: usize = 16;

#[derive(Debug, Args)]
#[command(
    override_usage = "postedit accept FINGERPRINT --by NAME --why TEXT [DRAFT FINAL | FOLDER] [OPTIONS]\n       \
                            postedit accept --accept-all --by NAME --why TEXT [DRAFT FINAL | FOLDER] [OPTIONS]"
)]
pub(super) struct Arguments {
    /// The finding's fingerprint, or its first digits and the articles to find it in; as for check: DRAFT FINAL, FOLDER
    #[arg(value_name = "FINGERPRINT, FILES")]
    words: Vec<PathBuf>,
    /// Who accepts it
    #[arg(long, value_name = "NAME")]
    by: String,
    /// Why it is right
    #[arg(long, value_name = "TEXT")]
    why: String,
    /// Accept all findings of the articles
    #[arg(long)]
    accept_all: bool,
    #[command(flatten)]
    input: InputOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let usage = |message: &str| Err(Failure::Usage(message.to_owned()));
    for (flag, text) in [("--by", &arguments.by), ("--why", &arguments.why)] {
        if text.trim().is_empty() {
            return usage(&format!("{flag} is empty. Say who accepts the finding, and why it is right."));
        }
    }
    let policy = Policy::read(arguments.input.config.as_deref())?;
    if arguments.accept_all {
        return all(arguments, &policy);
    }
    let Some((first, words)) = arguments.words.split_first() else {
        return usage("a fingerprint is wanted: `postedit check --format json` shows those of all findings.");
    };
    let digits = first.to_str().unwrap_or_default().to_ascii_lowercase();
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hex || !(SHORTEST..=WHOLE).contains(&digits.len()) {
        let first = first.display();
        return usage(&format!(
            "{first} is no fingerprint: it has {WHOLE} hexadecimal digits, of which {SHORTEST} may do."
        ));
    }
    if arguments.named(words) {
        return one(arguments, words, &digits, &policy);
    }
    if digits.len() < WHOLE {
        return usage(&format!(
            "{digits} is short for a fingerprint: add the articles to find it in, as for check, or give all {WHOLE} digits."
        ));
    }
    accept(arguments, vec![arguments.line(&digits, None, None)], &policy)
}

impl Arguments {
    /// Whether articles are named.
    fn named(&self, words: &[PathBuf]) -> bool {
        !words.is_empty() || self.input.pairs.is_some() || self.input.git.is_some()
    }

    fn line(&self, fingerprint: &str, rule: Option<&str>, id: Option<&str>) -> AcceptanceLine {
        // Seconds are enough, and shorter to read.
        let now = jiff::Timestamp::from_second(jiff::Timestamp::now().as_second()).unwrap_or_default();
        AcceptanceLine {
            fingerprint: fingerprint.to_owned(),
            rule: rule.map(str::to_owned),
            id: id.map(str::to_owned),
            acceptance: Acceptance { by: self.by.clone(), why: self.why.clone(), at: now.to_string() },
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// The findings of the named articles that are wanted, each once, and whether all articles could be used.
    fn findings(
        &self,
        words: &[PathBuf],
        policy: &Policy,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(Vec<AcceptanceLine>, bool), Failure> {
        if words.len() > 2 {
            return Err(Failure::Usage("too many files are named: DRAFT FINAL or FOLDER are wanted.".to_owned()));
        }
        let word = |at: usize| words.get(at).map(PathBuf::as_path);
        let (mut lines, mut all) = (Vec::<AcceptanceLine>::new(), true);
        let mut seen = std::collections::HashSet::new();
        for row in self.input.open(word(0), word(1), &policy.settings, Purpose::Check)?.rows {
            let done = stream::work(row?, policy);
            done.say_unusable();
            let Ok((analysis, findings)) = done.outcome else {
                all = false;
                continue;
            };
            for finding in findings.iter().filter(|finding| wanted(&finding.fingerprint)) {
                if seen.insert(finding.fingerprint.clone()) {
                    lines.push(self.line(&finding.fingerprint, Some(finding.rule), analysis.id.as_deref()));
                }
            }
        }
        Ok((lines, all))
    }
}

/// Accepts the one finding of some articles whose fingerprint starts with some digits.
fn one(arguments: &Arguments, words: &[PathBuf], digits: &str, policy: &Policy) -> Result<Exit, Failure> {
    let (lines, _) = arguments.findings(words, policy, |fingerprint| fingerprint.starts_with(digits))?;
    match lines.as_slice() {
        [_] => accept(arguments, lines, policy),
        [] => Err(Failure::Usage(format!("no finding of these articles is called {digits}. Check them again."))),
        several => {
            let names: Vec<&str> = several.iter().map(|line| line.fingerprint.as_str()).collect();
            Err(Failure::Usage(format!("{digits} may be one of {}. Give more digits.", names.join(", "))))
        }
    }
}

/// Accepts all findings of some articles.
fn all(arguments: &Arguments, policy: &Policy) -> Result<Exit, Failure> {
    if !arguments.named(&arguments.words) {
        return Err(Failure::Usage(
            "--accept-all: name the articles, as for check: DRAFT FINAL, a folder or --pairs.".into(),
        ));
    }
    let (lines, all) = arguments.findings(&arguments.words, policy, |_| true)?;
    let exit = accept(arguments, lines, policy)?;
    Ok(if all { exit } else { Exit::Unusable })
}

/// Writes down what is not accepted yet, and says what was done.
fn accept(arguments: &Arguments, lines: Vec<AcceptanceLine>, policy: &Policy) -> Result<Exit, Failure> {
    let (file, is_there) = input::find_acceptances(Path::new("."));
    let count = lines.len();
    let new: Vec<AcceptanceLine> =
        lines.iter().filter(|line| policy.acceptances.get(&line.fingerprint).is_none()).cloned().collect();
    if !new.is_empty() {
        append(&file, &new).map_err(|cause| Failure::Output { file: file.display().to_string(), cause })?;
    }
    let place = format!("{}{}", file.display(), if is_there { "" } else { " (new)" });
    let mut out = Output::open(None)?;
    let said = match (lines.as_slice(), new.as_slice()) {
        _ if arguments.accept_all => {
            let s = if new.len() == 1 { "" } else { "s" };
            let place = if new.is_empty() { String::new() } else { format!(" in {place}") };
            let before =
                if new.len() < count { format!("; accepted before: {}", count - new.len()) } else { String::new() };
            format!("{} finding{s} accepted{place}{before}", new.len())
        }
        (_, [line]) => {
            let about =
                [line.rule.as_deref(), line.id.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" in ");
            let about = if about.is_empty() { about } else { format!(" ({about})") };
            format!("{}{about} accepted in {place}", line.fingerprint)
        }
        (lines, _) => {
            let fingerprint = lines.first().map_or("", |line| line.fingerprint.as_str());
            let word = policy.acceptances.get(fingerprint).map(|accepted| &accepted.acceptance);
            let (by, why) = word.map_or(("", ""), |word| (&word.by, &word.why));
            format!("{fingerprint} was accepted before by {by}: {why}")
        }
    };
    writeln!(out, "{}", Safe(&said)).map_err(|cause| out.failed(cause))?;
    out.finish()?;
    Ok(Exit::Done)
}

/// Adds lines at the end of a file in one write under its lock, so that two people who accept at once lose nothing.
fn append(path: &Path, lines: &[AcceptanceLine]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // A link in a repository of somebody else could lead to any file of this user.
    let is_other = |path: &Path| path.symlink_metadata().is_ok_and(|found| !found.is_file() && !found.is_dir());
    if is_other(path) || path.parent().is_some_and(is_other) {
        return Err(io::Error::other("it is a link or a device; acceptances are kept in a file of their own"));
    }
    let mut file = File::options().read(true).append(true).create(true).open(path)?;
    let _ = file.lock();
    let mut text = Vec::new();
    if ends_amid_a_line(&mut file)? {
        text.push(b'\n');
    }
    for line in lines {
        serde_json::to_writer(&mut text, line)?;
        text.push(b'\n');
    }
    match file.write(&text)? {
        written if written == text.len() => Ok(()),
        written => Err(io::Error::new(io::ErrorKind::WriteZero, format!("only {written} bytes found room"))),
    }
}

fn ends_amid_a_line(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}
