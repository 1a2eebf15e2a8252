use std::borrow::Cow;
use std::io::{self, Write};

use clap::Args;

use super::exit::{Exit, Failure};
use super::output::Output;
use crate::audit::{self, Rule};
use crate::kinds::{Entry, Form, Impact, Kind};
use crate::render::Safe;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A form, a kind, an impact or an audit rule; all of them are listed where it is absent
    name: Option<String>,
}

/// What can be explained.
enum Topic {
    Form(Form),
    Kind(Kind),
    Impact(Impact),
    Rule(&'static Rule),
}

impl Topic {
    fn all() -> impl Iterator<Item = Topic> {
        let forms = Form::ALL.iter().map(|&form| Topic::Form(form));
        let kinds = Kind::ALL.iter().map(|&kind| Topic::Kind(kind));
        let impacts = Impact::ALL.iter().map(|&impact| Topic::Impact(impact));
        forms.chain(kinds).chain(impacts).chain(audit::rules().map(Topic::Rule))
    }

    fn name(&self) -> &'static str {
        match self {
            Topic::Form(form) => form.name(),
            Topic::Kind(kind) => kind.name(),
            Topic::Impact(impact) => impact.name(),
            Topic::Rule(rule) => rule.name,
        }
    }

    fn sort(&self) -> &'static str {
        match self {
            Topic::Form(_) => "form",
            Topic::Kind(_) => "kind",
            Topic::Impact(_) => "impact",
            Topic::Rule(_) => "audit rule",
        }
    }

    fn meaning(&self) -> Cow<'static, str> {
        match self {
            Topic::Form(form) => form.entry().meaning.into(),
            Topic::Kind(kind) => kind.entry().meaning.into(),
            Topic::Impact(impact) => impact.entry().meaning.into(),
            Topic::Rule(rule) => rule.meaning().into(),
        }
    }

    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{} ({})", self.name(), self.sort())?;
        writeln!(out, "  {}", self.meaning())?;
        match self {
            Topic::Form(form) => entry(out, form.entry()),
            Topic::Impact(impact) => entry(out, impact.entry()),
            Topic::Kind(kind) => {
                entry(out, kind.entry())?;
                writeln!(out, "\n  impact: {}", kind.impact().name())
            }
            Topic::Rule(rule) => {
                writeln!(out, "\n  {}", rule.why())?;
                writeln!(out, "\n  fires:  {}\n  silent: {}", rule.fires(), rule.silent())?;
                writeln!(out, "\n  level: {}; to set another, in postedit.toml:", rule.level)?;
                writeln!(out, "\n    [check.rules]\n    {} = \"warning\"", rule.name)
            }
        }
    }
}

fn entry(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    writeln!(out, "\n  {}\n", entry.definition)?;
    entry.examples.iter().try_for_each(|(draft, r#final)| writeln!(out, "    {draft}  →  {}", r#final))
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut out = Output::open(None)?;
    let printed = match &arguments.name {
        None => list(&mut out),
        Some(name) => {
            let wanted = name.trim().to_lowercase().replace(' ', "_");
            let found: Vec<Topic> = Topic::all().filter(|topic| topic.name() == wanted).collect();
            if found.is_empty() {
                return Err(Failure::Usage(unknown(name, &wanted)));
            }
            found.iter().enumerate().try_for_each(|(at, topic)| {
                if at > 0 {
                    writeln!(out)?;
                }
                topic.print(&mut out)
            })
        }
    };
    printed.map_err(|cause| out.failed(cause))?;
    out.finish()?;
    Ok(Exit::Done)
}

fn list(out: &mut impl Write) -> io::Result<()> {
    let mut sort = "";
    for topic in Topic::all() {
        if topic.sort() != sort {
            let gap = if sort.is_empty() { "" } else { "\n" };
            sort = topic.sort();
            writeln!(out, "{gap}{sort}s")?;
        }
        writeln!(out, "  {:20} {}", topic.name(), topic.meaning())?;
    }
    Ok(())
}

fn unknown(name: &str, wanted: &str) -> String {
    let nearest = Topic::all().map(|topic| topic.name()).min_by_key(|known| strsim::damerau_levenshtein(known, wanted));
    let suggestion = nearest.map(|known| format!(" Did you mean {known}?")).unwrap_or_default();
    format!("nothing is called \"{}\".{suggestion} `postedit explain` lists all names.", Safe(name))
}
