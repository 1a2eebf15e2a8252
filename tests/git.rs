//! Articles from a range of commits, in repositories made for the purpose.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};
use std::time::SystemTime;

use serde_json::Value;
use tempfile::TempDir;

const DRAFT: &str = "The port opened on the 3rd. Ships came from four islands.\n";
const EDITED: &str = "The port opened on May 3. Ships came from four islands.\n";

/// A repository whose first commit, on `main`, holds `articles/old.md` and `README.md`; then on the branch `desk`.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Repository(tempfile::tempdir().expect("a folder"));
        repository.git(&["init", "-q", "-b", "main"]);
        repository.commit(&[("articles/old.md", DRAFT), ("README.md", "Our articles.\n")]);
        repository.git(&["checkout", "-q", "-b", "desk"]);
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, arguments: &[&str]) {
        let mut git = Command::new("git");
        for who in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{who}_NAME"), "Han").env(format!("GIT_{who}_EMAIL"), "han@desk.example");
        }
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        let output = git.current_dir(self.path()).args(arguments).output().expect("git runs");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn write(&self, files: &[(&str, &str)]) {
        for (name, text) in files {
            let path = self.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
    }

    fn commit(&self, files: &[(&str, &str)]) {
        self.write(files);
        self.git(&["add", "--all"]);
        self.git(&["commit", "-q", "-m", "desk"]);
    }

    fn postedit(&self, arguments: &[&str]) -> Output {
        let mut postedit = Command::new(env!("CARGO_BIN_EXE_postedit"));
        postedit.current_dir(self.path()).args(arguments).output().expect("postedit runs")
    }

    /// Each article's name with what its draft and its final say at the first edit; `=` where nothing was edited.
    fn articles(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.postedit(&[&["diff", "--format", "jsonl", "--git"], arguments].concat());
        let (said, printed) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
        assert_eq!(output.status.code(), Some(0), "{said}");
        let article = |line: &str| {
            let report: Value = serde_json::from_str(line).expect("JSON");
            let text = |side: &str| report["edits"][0][side]["text"].as_str().map(str::to_owned);
            let edit = text("draft").zip(text("final")).map_or("=".to_owned(), |(old, new)| format!("{old} → {new}"));
            format!("{}: {edit}", report["id"].as_str().expect("a name"))
        };
        printed.lines().map(article).collect()
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.postedit(arguments);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty());
        said
    }
}

#[test]
fn the_draft_is_the_file_as_first_added_or_as_it_was_before() {
    let repository = Repository::new();
    repository.commit(&[("articles/new.md", DRAFT), ("articles/raw.txt", DRAFT), ("articles/gone.md", DRAFT)]);
    repository.commit(&[("articles/new.md", &EDITED.replace("Ships", "Boats"))]);
    repository.commit(&[("articles/new.md", EDITED), ("articles/old.md", EDITED), ("notes/a.md", DRAFT)]);
    fs::remove_file(repository.path().join("articles/gone.md")).expect("removed");
    repository.commit(&[("README.md", "Our articles, edited.\n")]);
    let all = ["new: the 3rd → May 3", "old: the 3rd → May 3", "raw: ="];
    assert_eq!(repository.articles(&["main...HEAD", "articles"]), all);
    assert_eq!(repository.articles(&["main..", "articles"]), all);
    assert_eq!(repository.articles(&["main...HEAD", "articles/{id}.md"]), &all[..2]);
    assert_eq!(
        repository.articles(&["HEAD~2...HEAD~1", "articles"]),
        ["new: Boats → Ships", "old: the 3rd → May 3"][..]
    );
    assert_eq!(repository.articles(&["HEAD...HEAD", "articles"]), [""; 0]);
}

#[test]
fn a_file_keeps_its_draft_under_another_name() {
    let repository = Repository::new();
    repository.commit(&[("inbox/new.md", DRAFT)]);
    fs::create_dir_all(repository.path().join("articles/july")).expect("a folder");
    repository.git(&["mv", "inbox/new.md", "articles/july/port.md"]);
    repository.git(&["mv", "articles/old.md", "articles/harbor.md"]);
    repository.commit(&[]);
    // Too little is left for git to see that it is the same file, unless it is followed step by step.
    let rewritten = "On May 3 a port opened.\nA hundred people came, and a band played until late at night.\n";
    repository.commit(&[("articles/july/port.md", EDITED), ("articles/harbor.md", EDITED)]);
    assert_eq!(
        repository.articles(&["main...HEAD", "articles"]),
        ["harbor: the 3rd → May 3", "july/port: the 3rd → May 3"]
    );
    repository.commit(&[("articles/harbor.md", rewritten)]);
    let articles = repository.articles(&["main...HEAD", "articles"]);
    assert!(articles[0].starts_with("harbor: ") && !articles[0].ends_with('='), "{articles:?}");
}

#[test]
fn the_range_starts_where_the_branch_forked() {
    let repository = Repository::new();
    repository.commit(&[("articles/new.md", DRAFT)]);
    repository.git(&["checkout", "-q", "main"]);
    repository.commit(&[("articles/old.md", "The port is gone.\n"), ("articles/other.md", DRAFT)]);
    repository.git(&["checkout", "-q", "desk"]);
    repository.commit(&[("articles/new.md", EDITED)]);
    assert_eq!(repository.articles(&["main...desk", "articles"]), ["new: the 3rd → May 3"]);
    repository.git(&["merge", "-q", "--no-edit", "main"]);
    assert_eq!(repository.articles(&["main...desk", "articles"]), ["new: the 3rd → May 3"]);
}

#[test]
fn drafts_and_sources_may_have_files_of_their_own() {
    let repository = Repository::new();
    repository.write(&[(
        "postedit.toml",
        "[articles]\ndraft = \"drafts/{id}.txt\"\nfinal = \"finals/{id}.txt\"\nsource = \"sources/{id}.*\"\n",
    )]);
    let korean = "항구가 5월 3일 문을 열었다.\n";
    repository.commit(&[
        ("drafts/july/port.txt", DRAFT),
        ("finals/july/port.txt", EDITED),
        ("sources/july/port.ko.txt", korean),
    ]);
    assert_eq!(repository.articles(&["main...HEAD"]), ["july/port: the 3rd → May 3"]);
    let output = repository.postedit(&["check", "--git", "main...HEAD", "--format", "json"]);
    let reports: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(reports[0]["source"]["lang"], "ko");
}

#[test]
fn file_names_are_no_options_and_no_lines() {
    let repository = Repository::new();
    let names = ["--output=x", "-c", "a \"b\"", "line\nbreak", "tab\there", "한국"];
    let files: Vec<String> = names.iter().map(|name| format!("articles/{name}.md")).collect();
    repository.commit(&files.iter().map(|file| (file.as_str(), DRAFT)).collect::<Vec<_>>());
    repository.commit(&files.iter().map(|file| (file.as_str(), EDITED)).collect::<Vec<_>>());
    let expected: Vec<String> = names.iter().map(|name| format!("{name}: the 3rd → May 3")).collect();
    assert_eq!(repository.articles(&["main...HEAD", "articles"]), expected);
    let output = repository.postedit(&["check", "--git", "main...HEAD", "articles"]);
    assert!(!String::from_utf8_lossy(&output.stdout).contains("line\nbreak"), "a name is one line");
}

#[test]
fn what_is_no_text_is_reported_and_the_others_are_checked() {
    let repository = Repository::new();
    std::os::unix::fs::symlink("/etc/passwd", repository.path().join("articles/link.md")).expect("a link");
    repository.commit(&[("articles/empty.md", ""), ("articles/new.md", DRAFT)]);
    let output = repository.postedit(&["check", "--git", "main...HEAD", "articles", "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for (line, id, message) in [
        (&lines[0], "empty", Some("articles/empty.md: is empty")),
        (&lines[1], "link", Some("articles/link.md: is no regular file")),
        (&lines[2], "new", None),
    ] {
        assert_eq!(line["id"], id);
        let said = line["error"]["message"].as_str();
        assert_eq!(said.is_some(), message.is_some(), "{line}");
        assert!(said.unwrap_or_default().starts_with(message.unwrap_or_default()), "{line}");
    }
}

/// Every file below a folder with its size and when it was written.
fn state(folder: &Path, files: &mut Vec<(String, u64, SystemTime)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let (path, about) = entry.map(|entry| (entry.path(), entry.metadata().expect("about it"))).expect("an entry");
        if about.is_dir() {
            state(&path, files);
        }
        files.push((path.display().to_string(), about.len(), about.modified().expect("a time")));
    }
    files.sort();
}

#[test]
fn a_repository_starts_nothing_and_is_left_as_it_is() {
    let repository = Repository::new();
    let marker = repository.path().join("started");
    let trap = repository.path().join(".git/trap");
    fs::write(&trap, format!("#!/bin/sh\ntouch '{}'\n", marker.display())).expect("a trap");
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).expect("rights");
    fs::copy(&trap, repository.path().join(".git/hooks/post-index-change")).expect("a hook");
    repository.commit(&[("articles/new.md", DRAFT), (".gitattributes", "*.md diff=trap filter=trap\n")]);
    repository.commit(&[("articles/new.md", EDITED)]);
    let _ = fs::remove_file(&marker);
    let program = trap.to_str().expect("UTF-8");
    for key in [
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "gpg.program",
        "filter.trap.smudge",
        "core.sshCommand",
        "core.editor",
    ] {
        repository.git(&["config", key, program]);
    }
    repository.git(&["config", "log.showSignature", "true"]);
    let _ = fs::remove_file(&marker);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    state(repository.path(), &mut before);
    assert_eq!(repository.articles(&["main...HEAD", "articles"]), ["new: the 3rd → May 3"]);
    state(repository.path(), &mut after);
    assert_eq!(before, after);
}

#[test]
fn what_git_cannot_say_is_one_clear_error() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "--orphan", "apart"]);
    repository.commit(&[("README.md", "Other articles.\n")]);
    for (arguments, message) in [
        (&["--git", "main", "articles"][..], "--git main: a range of commits is wanted, such as main...HEAD"),
        (&["--git", "nowhere...HEAD", "articles"], "there is no commit nowhere"),
        (&["--git", "--output=x...HEAD", "articles"], "there is no commit --output=x"),
        (&["--git", "main...apart", "articles"], "have no commit in common"),
        (&["--git", "main...HEAD", "nowhere"], "nowhere: no such file"),
        (&["--git", "main...HEAD"], "which files are articles?"),
        (&["--git", "main...HEAD", "../{id}.md"], "leaves the folder"),
        (&["--git", "main...HEAD", "articles", "articles"], "one folder or pattern"),
        (&["--git", "main...HEAD", "--pairs", "x"], "choose one"),
    ] {
        let said = repository.refused(&[&["check"], arguments].concat());
        assert!(said.contains(message), "{said}");
    }
    assert!(!repository.path().join("x").exists());

    let outside = tempfile::tempdir().expect("a folder");
    let run = |folder: &Path, path: Option<&Path>| {
        let mut postedit = Command::new(env!("CARGO_BIN_EXE_postedit"));
        postedit
            .current_dir(folder)
            .args(["check", "--git", "main...HEAD", "."])
            .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
        path.map(|path| postedit.env("PATH", path));
        let output = postedit.output().expect("postedit runs");
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert_eq!(
        run(outside.path(), None),
        "postedit: .: is in no git repository. Run postedit in that of the articles.\n"
    );
    let said = run(repository.path(), Some(outside.path()));
    assert!(said.starts_with("postedit: git was not found. Install it"), "{said}");
}

#[test]
fn what_a_partial_copy_lacks_is_not_fetched() {
    let repository = Repository::new();
    repository.commit(&[("articles/new.md", DRAFT), ("articles/lost.md", EDITED)]);
    let output =
        Command::new("git").current_dir(repository.path()).args(["rev-parse", "HEAD:articles/lost.md"]).output();
    let blob = String::from_utf8(output.expect("git runs").stdout).expect("UTF-8");
    fs::remove_file(repository.path().join(".git/objects").join(&blob[..2]).join(blob[2..].trim())).expect("removed");
    let marker = repository.path().join("started");
    for (key, value) in [
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", &format!("ext::touch {}", marker.display())),
        ("protocol.ext.allow", "always"),
    ] {
        repository.git(&["config", key, value]);
    }
    let output = repository.postedit(&["check", "--git", "main...HEAD", "articles"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("articles/lost.md: its content is not in this copy of the repository"), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\narticles/new.md:1:"), "the next article is checked");
    assert!(!marker.exists(), "a program was started");
}
