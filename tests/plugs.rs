//! Where postedit plugs in: the commands of `action.yml` and `.pre-commit-hooks.yaml`, run to the letter in a repository
//! of articles, with what GitHub and pre-commit would put around them.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use saphyr::{LoadableYamlNode, Yaml};

const DISCLOSURE: &str = "Translated from the Haeon Ilbo using generative AI and edited by Haeon Daily staff.";
const DRAFT: &str = "Ferry Stops for 3 Hours\nA ferry stopped off Sorin on the 16th.\nAll 214 passengers were safe.\n";
const EDITED: &str =
    "Ferry stalls for three hours\nA ferry stalled off Sorin on Tuesday.\nAll 214 passengers were safe.\n";

/// A repository of articles, and a folder for the files of the runner.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A repository whose first commit holds drafts, and whose branch `edit` has one good final and, if wanted, a bad one.
    fn new(with_bad: bool) -> Self {
        let desk = Desk { folder: tempfile::tempdir().expect("a temporary folder") };
        fs::create_dir(desk.temp()).expect("made");
        fs::create_dir(desk.repository()).expect("made");
        desk.git(&["init", "--quiet", "--initial-branch=main"]);
        for name in ["ferry", "-rf ::error::"] {
            desk.write(&format!("articles/{name}/draft.txt"), DRAFT);
        }
        desk.write(
            "postedit.toml",
            "[articles]\nfinal = \"articles/{id}/final.txt\"\ndraft = \"articles/{id}/draft.txt\"\n",
        );
        desk.commit("drafts");
        desk.git(&["checkout", "--quiet", "-b", "edit"]);
        desk.write("articles/ferry/final.txt", &format!("{EDITED}{DISCLOSURE}\n"));
        if with_bad {
            // A hostile name, and a line that is a command where it gets out.
            desk.write("articles/-rf ::error::/final.txt", &format!("{EDITED}::error::taken over\n"));
        }
        desk.commit("finals");
        desk
    }

    fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    /// RUNNER_TEMP.
    fn temp(&self) -> PathBuf {
        self.folder.path().join("temp")
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.repository().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.com", "-c", "commit.gpgsign=false"];
        let done = self.command("git").args(identity).args(arguments).status().expect("git runs");
        assert!(done.success(), "git {arguments:?}");
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// A command in the repository, with this postedit found first.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let own = Path::new(env!("CARGO_BIN_EXE_postedit")).parent().expect("a folder").to_owned();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path =
            std::env::join_paths([self.temp(), own].into_iter().chain(std::env::split_paths(&path))).expect("a path");
        command.current_dir(self.repository()).env("PATH", path).env("GIT_CONFIG_GLOBAL", "/dev/null");
        command
    }

    /// A step of `action.yml` as GitHub runs it, with some inputs in place of their defaults.
    fn step(&self, name: &str, inputs: &[(&str, &str)]) -> Output {
        let text = fs::read_to_string("action.yml").expect("action.yml");
        let action = &Yaml::load_from_str(&text).expect("YAML")[0];
        let steps = action["runs"]["steps"].as_sequence().expect("steps");
        let step = steps.iter().find(|step| step["name"].as_str() == Some(name)).expect("the step");
        let script = step["run"].as_str().expect("a script");
        assert!(!script.contains("${{"), "what comes from outside is passed as a variable, never put into a script");
        assert_eq!(step["shell"].as_str(), Some("bash"));
        let file = self.temp().join("script.sh");
        fs::write(&file, script).expect("written");
        let mut command = self.command("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(file);
        command.env("RUNNER_TEMP", self.temp()).env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR"));
        command
            .env("GITHUB_STEP_SUMMARY", self.temp().join("summary.md"))
            .env("GITHUB_OUTPUT", self.temp().join("output"));
        for (variable, value) in variables(step) {
            let input = value.trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            let default = action["inputs"][input]["default"].as_str().expect("an input with a default");
            let default = if default.contains("${{") { "" } else { default };
            let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| *value);
            command.env(variable, given.unwrap_or(default));
        }
        command.output().expect("bash runs")
    }

    fn check(&self, inputs: &[(&str, &str)]) -> Output {
        let mut all = vec![("program", env!("CARGO_BIN_EXE_postedit"))];
        all.extend(inputs);
        self.step("Check the articles", &all)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.temp().join(name)).unwrap_or_default()
    }

    /// A hook of `.pre-commit-hooks.yaml`: its entry and its arguments, as pre-commit puts them together.
    fn hook(&self, id: &str, variables: &[(&str, &str)]) -> Output {
        let text = fs::read_to_string(".pre-commit-hooks.yaml").expect(".pre-commit-hooks.yaml");
        let hooks = &Yaml::load_from_str(&text).expect("YAML")[0];
        let hook = hooks.as_sequence().expect("hooks").iter().find(|hook| hook["id"].as_str() == Some(id)).expect("it");
        assert_eq!((hook["language"].as_str(), hook["pass_filenames"].as_bool()), (Some("rust"), Some(false)));
        let entry = hook["entry"].as_str().expect("an entry");
        let arguments = hook.as_mapping_get("args").and_then(Yaml::as_sequence).map(Vec::as_slice).unwrap_or_default();
        let arguments = arguments.iter().map(|argument| argument.as_str().expect("a text"));
        let mut command = self.command("sh");
        command.arg("-c").arg(format!("exec {entry} \"$@\"")).arg("hook").args(arguments);
        command.envs(variables.iter().copied()).output().expect("sh runs")
    }
}

/// The `env` of a step.
fn variables(step: &Yaml) -> BTreeMap<String, String> {
    let Some(env) = step.as_mapping_get("env").and_then(Yaml::as_mapping) else { return BTreeMap::new() };
    let text = |value: &Yaml| value.as_str().expect("a text").to_owned();
    env.iter().map(|(name, value)| (text(name), text(value))).collect()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What GitHub takes for commands: those outside of a stretch in which they are stopped.
fn commands(log: &str) -> Vec<&str> {
    let mut end: Option<String> = None;
    let mut commands = Vec::new();
    for line in log.lines().map(str::trim_start) {
        match (&end, line.strip_prefix("::stop-commands::")) {
            (Some(token), _) if line == token => end = None,
            (None, Some(token)) => end = Some(format!("::{token}::")),
            (None, None) if line.starts_with("::") => commands.push(line),
            _ => {}
        }
    }
    assert!(end.is_none(), "commands are taken again: {log}");
    commands
}

#[test]
fn the_action_stops_a_bad_article_of_a_pull_request() {
    let desk = Desk::new(true);
    let sarif = desk.temp().join("check.sarif");
    let inputs = [("base", "main"), ("head", "edit"), ("sarif", sarif.to_str().expect("a path"))];
    let output = desk.check(&inputs);
    let log = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{log}{}", String::from_utf8_lossy(&output.stderr));
    let place = "articles/-rf %3A%3Aerror%3A%3A/final.txt";
    let commands = commands(&log);
    assert!(!commands.is_empty() && commands.iter().all(|line| line.contains(place)), "{log}");
    assert!(commands.iter().any(|line| line.contains("title=postedit disclosure-missing::")), "{log}");
    assert!(log.contains("error disclosure-missing: "), "the log has the text");
    let summary = desk.read("summary.md");
    assert!(summary.starts_with("### postedit: must not go out as it is\n\n2 articles, 1 error"), "{summary}");
    let comment = desk.read("output");
    let comment = comment.trim().strip_prefix("comment=").expect("the output of the step");
    assert_eq!(fs::read_to_string(comment).expect("the comment"), summary);
    assert!(fs::read_to_string(sarif).expect("the SARIF file").contains("disclosure-missing"));
}

#[test]
fn the_action_is_quiet_on_good_articles() {
    let desk = Desk::new(false);
    for inputs in [
        &[("base", "main"), ("head", "edit")][..],
        &[("base", "main"), ("head", "edit"), ("articles", "articles/{id}/final.txt")],
    ] {
        let output = desk.check(inputs);
        let log = printed(&output);
        assert_eq!(output.status.code(), Some(0), "{log}{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(commands(&log), [""; 0], "{log}");
        assert!(log.contains("1 article, "), "{log}");
    }
    assert!(desk.read("summary.md").starts_with("### postedit: nothing stops it\n"));
}

#[test]
fn the_action_checks_a_folder_and_says_what_it_cannot_use() {
    let desk = Desk::new(true);
    let output = desk.check(&[("fail-on", "never")]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("2 articles, 1 error"), "all articles of the folder");
    let output = desk.check(&[("articles", "no such folder")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(commands(&printed(&output)), [""; 0]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("postedit: ") && said.lines().count() == 1, "{said}");
}

#[test]
fn the_action_installs_with_cargo() {
    let desk = Desk::new(false);
    // The cargo of this test writes down what it was asked.
    let cargo = desk.temp().join("cargo");
    fs::write(&cargo, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n").expect("written");
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("made a program");
    let asked = printed(&desk.step("Install postedit", &[]));
    let root = desk.temp().join("postedit");
    let root = root.to_str().expect("a path");
    assert_eq!(
        asked.lines().collect::<Vec<_>>(),
        ["install", "--locked", "--quiet", "--path", env!("CARGO_MANIFEST_DIR"), "--root", root]
    );
}

#[test]
fn the_hooks_stop_a_bad_article() {
    let push = [("PRE_COMMIT_FROM_REF", "main"), ("PRE_COMMIT_TO_REF", "edit")];
    for (with_bad, status) in [(true, 1), (false, 0)] {
        let desk = Desk::new(with_bad);
        for (id, variables) in [("postedit", &[][..]), ("postedit-push", &push[..])] {
            let output = desk.hook(id, variables);
            let log = format!("{}{}", printed(&output), String::from_utf8_lossy(&output.stderr));
            assert_eq!(output.status.code(), Some(status), "{id}: {log}");
            assert_eq!(log.contains("final.txt:4:"), with_bad, "{id}: {log}");
        }
    }
}
