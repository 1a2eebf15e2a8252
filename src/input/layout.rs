//! Where the versions of an article are: paths with the article's name in them.

use std::collections::BTreeSet;

use super::InputError;
use crate::settings::ArticleSettings;

/// A path such as `finals/{id}.txt`, parted by `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    before: String,
    after: String,
    /// What follows a `*` in the file's name.
    tail: Option<String>,
}

impl Pattern {
    /// A pattern has `{id}` once, and a `*` in the file's name behind it only where it is said to. Unless `allow_outside`,
    /// it stays in the folder.
    pub(super) fn new(text: &str, star: bool, allow_outside: bool) -> Result<Self, InputError> {
        let wrong = |message| InputError::Pattern { pattern: text.to_owned(), message };
        let text = text.strip_prefix("./").unwrap_or(text);
        let (before, after) = text.split_once("{id}").ok_or_else(|| wrong("lacks {id}, the article's name"))?;
        if after.contains("{id}") {
            return Err(wrong("has {id} twice"));
        }
        let leaves =
            text.starts_with(['/', '\\']) || text.contains(':') || text.split(['/', '\\']).any(|part| part == "..");
        if leaves && !allow_outside {
            return Err(wrong("leaves the folder; name a place in it, or use --allow-outside"));
        }
        let (after, tail) = match after.split_once('*') {
            Some((after, tail)) => (after, Some(tail.to_owned())),
            None => (after, None),
        };
        let starred = tail.as_deref().unwrap_or_default();
        if before.contains('*') || (tail.is_some() && !star) || starred.contains(['*', '/']) {
            return Err(wrong(
                "has a * where none can be: only a source may have one, once, in the file's name behind {id}",
            ));
        }
        Ok(Pattern { before: before.to_owned(), after: after.to_owned(), tail })
    }

    /// The article's name in a path. It is empty where the folder itself is the article: `final.txt` for `{id}/final.txt`.
    pub(super) fn id<'p>(&self, path: &'p str) -> Option<&'p str> {
        let own = self.own().and_then(|own| path.strip_prefix(own));
        if own.is_some_and(|rest| self.ends(rest)) {
            return Some("");
        }
        let rest = path.strip_prefix(&self.before)?;
        let id = match &self.tail {
            None => rest.strip_suffix(&self.after)?,
            Some(_) => {
                let at = rest.rfind(&self.after)?;
                self.ends(&rest[at + self.after.len()..]).then(|| &rest[..at])?
            }
        };
        Some(id).filter(|id| !id.is_empty() && !id.starts_with('/') && !id.ends_with('/'))
    }

    /// The path of an article's version; for a pattern with a `*`, the part before it.
    pub(super) fn path(&self, id: &str) -> String {
        match self.own() {
            Some(own) if id.is_empty() => own.to_owned(),
            _ => format!("{}{id}{}", self.before, self.after),
        }
    }

    /// The one path of an article's version among those that start as [`Pattern::path`] says; none, or several that
    /// nobody can choose from, with the reason.
    pub(super) fn choose<'p>(&self, id: &str, paths: impl Iterator<Item = &'p str>) -> Result<Option<&'p str>, String> {
        let start = self.path(id);
        let mut fitting = BTreeSet::new();
        for path in paths {
            let Some(rest) = path.strip_prefix(&start).filter(|rest| self.ends(rest)) else { continue };
            fitting.insert((rest.contains('.') && self.tail.is_some(), path));
        }
        // `a.txt` rather than `a.b.txt`, which may be the source of an article called `a.b`.
        let plain = fitting.iter().filter(|(dotted, _)| !dotted).count();
        let mut fitting = fitting.into_iter().map(|(_, path)| path);
        match (fitting.next(), fitting.next()) {
            (Some(first), Some(second)) if plain != 1 => Err(format!(
                "several sources fit, {first} and {second}. Keep one, or set the pattern in [articles] in postedit.toml."
            )),
            (first, _) => Ok(first),
        }
    }

    /// Whether the pattern has a `*`.
    pub(super) fn is_open(&self) -> bool {
        self.tail.is_some()
    }

    /// The folder that all paths of the pattern are in: empty, or with a `/` at its end.
    pub(super) fn folder(&self) -> &str {
        &self.before[..self.before.rfind('/').map_or(0, |at| at + 1)]
    }

    /// What is left of a path behind the name and what follows it: the part for the `*`, or nothing.
    fn ends(&self, rest: &str) -> bool {
        match &self.tail {
            None => rest.is_empty(),
            // An editor's backup ends with ~.
            Some(tail) => rest.ends_with(tail.as_str()) && !rest.contains('/') && !rest.ends_with('~'),
        }
    }

    /// The file's name where the folder itself is the article.
    fn own(&self) -> Option<&str> {
        self.after.strip_prefix('/').filter(|_| self.before.is_empty())
    }

    fn literal(&self) -> usize {
        self.before.len() + self.after.len()
    }
}

/// Where the versions of all articles are.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Patterns of a final, the first that fits first.
    finals: Vec<Pattern>,
    pub(super) draft: Pattern,
    pub(super) source: Pattern,
    /// The patterns of a final, as messages show them.
    pub(super) wanted: String,
}

impl Layout {
    /// The layout that a desk has set; `finals` are the patterns tried where it has set none.
    pub(super) fn new(set: &ArticleSettings, finals: &[&str], allow_outside: bool) -> Result<Self, InputError> {
        let given = |pattern: &Option<String>, default: &'static str, star| {
            Pattern::new(pattern.as_deref().unwrap_or(default), star, allow_outside)
        };
        let finals: Vec<&str> = set.r#final.as_deref().map_or(finals.to_vec(), |one| vec![one]);
        let draft = given(&set.draft, "{id}/draft.txt", false)?;
        let source = given(&set.source, "{id}/source.*", true)?;
        let wanted = finals.join(" or ");
        let finals =
            finals.iter().map(|pattern| Pattern::new(pattern, false, allow_outside)).collect::<Result<Vec<_>, _>>()?;
        if let Some(same) = finals.iter().find(|pattern| **pattern == draft || **pattern == source) {
            let message = "stands for two versions of an article; give each a pattern of its own";
            return Err(InputError::Pattern { pattern: same.path("{id}"), message });
        }
        Ok(Layout { finals, draft, source, wanted })
    }

    /// The name of the article whose final a path is.
    pub(super) fn final_of<'p>(&self, path: &'p str) -> Option<&'p str> {
        self.finals.iter().find_map(|pattern| {
            let id = pattern.id(path)?;
            let other = [&self.draft, &self.source];
            let is_other = other.iter().any(|other| other.literal() > pattern.literal() && other.id(path).is_some());
            (!is_other).then_some(id)
        })
    }

    /// The folder that all finals are in.
    pub(super) fn folder(&self) -> &str {
        self.finals.first().map_or("", Pattern::folder)
    }

    /// The path of an article's final, where one pattern says it.
    pub(super) fn final_path(&self, id: &str) -> Option<String> {
        self.finals.first().map(|pattern| pattern.path(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_and_leads_back() {
        for (pattern, path, id) in [
            ("{id}/final.txt", "a/final.txt", Some("a")),
            ("{id}/final.txt", "2026/07/a/final.txt", Some("2026/07/a")),
            ("{id}/final.txt", "final.txt", Some("")),
            ("{id}/final.txt", "a/nofinal.txt", None),
            ("finals/{id}.txt", "finals/july/a.txt", Some("july/a")),
            ("finals/{id}.txt", "finals/.txt", None),
            ("finals/{id}.txt", "drafts/a.txt", None),
            ("./f-{id}.txt", "f-a.txt", Some("a")),
        ] {
            let parsed = Pattern::new(pattern, false, false).expect(pattern);
            assert_eq!(parsed.id(path), id, "{pattern} {path}");
            if let Some(id) = id {
                assert_eq!(parsed.path(id), path, "{pattern}");
            }
        }
    }

    #[test]
    fn a_pattern_that_is_none_is_refused() {
        for (pattern, message) in [
            ("final.txt", "lacks {id}"),
            ("{id}/{id}.txt", "twice"),
            ("../{id}.txt", "leaves"),
            ("/srv/{id}.txt", "leaves"),
            ("a/../../{id}.txt", "leaves"),
            ("C:\\{id}.txt", "leaves"),
            ("{id}.*", "has a *"),
        ] {
            let error = Pattern::new(pattern, false, false).expect_err(pattern).to_string();
            assert!(error.contains(message), "{error}");
        }
        assert!(Pattern::new("{id}/*/a.txt", true, false).is_err());
        assert!(Pattern::new("../{id}.txt", false, true).is_ok());
    }

    #[test]
    fn of_several_sources_one_is_chosen_or_none() {
        let pattern = Pattern::new("s/{id}.*", true, false).expect("a pattern");
        let choose = |paths: &[&'static str]| pattern.choose("a", paths.iter().copied());
        assert_eq!(choose(&["s/a.ko.txt", "s/a.ko.txt~", "s/ab.txt"]), Ok(Some("s/a.ko.txt")));
        assert_eq!(choose(&["s/a.b.txt", "s/a.txt"]), Ok(Some("s/a.txt")));
        assert_eq!(choose(&["s/a.d/x.txt"]), Ok(None));
        assert!(choose(&["s/a.md", "s/a.txt"]).is_err());
    }

    #[test]
    fn what_is_a_draft_or_a_source_is_no_final() {
        let layout =
            Layout::new(&ArticleSettings::default(), &["{id}/final.txt", "{id}.txt"], false).expect("a layout");
        for (path, id) in [
            ("port/final.txt", Some("port")),
            ("port.txt", Some("port")),
            ("port/draft.txt", None),
            ("port/source.ko.txt", None),
            ("draft.txt", None),
        ] {
            assert_eq!(layout.final_of(path), id, "{path}");
        }
    }
}
