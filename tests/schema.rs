//! The JSON Schema that `postedit schema` prints, held against real reports by another implementation.

use std::process::{Command, Output};

fn postedit(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postedit")).args(arguments).output().expect("postedit runs")
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

#[test]
fn reports_of_all_samples_are_valid() {
    let schema = json(&postedit(&["schema"]));
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for sample in ["exports", "ferry", "library", "festival"] {
        let file = |name: &str| format!("samples/{sample}/{name}.txt");
        let (draft, edited, source) = (file("draft"), file("final"), file("source.ko"));
        for command in ["diff", "check"] {
            let report = json(&postedit(&[command, &draft, &edited, "--source", &source, "--format", "json"]));
            let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{command} {sample}: {errors:?}");
        }
        let report = json(&postedit(&["check", "--source", &source, &edited, "--format", "json"]));
        assert!(validator.is_valid(&report), "without a draft: {sample}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let validator = jsonschema::validator_for(&json(&postedit(&["schema"]))).expect("the schema is a schema");
    let report = json(&postedit(&["diff", "samples/ferry/draft.txt", "samples/ferry/final.txt", "--format", "json"]));
    let mut broken = report.clone();
    broken["edits"][0]["kind"] = "no_such_kind".into();
    assert!(!validator.is_valid(&broken), "an unknown kind");
    let mut broken = report;
    broken.as_object_mut().expect("an object").remove("alignment");
    assert!(!validator.is_valid(&broken), "no alignment");
}

#[test]
fn the_report_over_many_is_valid_and_its_schema_refuses_others() {
    // What is left here is held against the schema by another implementation again (.ci/schemas).
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let report = folder.join("desk");
    let output = postedit(&["report", "samples", "-o", report.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let schema = postedit(&["schema", "desk"]);
    std::fs::write(folder.join("desk.schema.json"), &schema.stdout).expect("written");
    let validator = jsonschema::validator_for(&json(&schema)).expect("the schema is a schema");
    let text = std::fs::read(report.join("desk.json")).expect("desk.json");
    let desk: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let errors: Vec<String> = validator.iter_errors(&desk).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(desk["articles"].as_array().map(Vec::len), Some(4));
    for field in ["schema", "figures", "recurring", "articles", "look"] {
        let mut broken = desk.clone();
        broken.as_object_mut().expect("an object").remove(field);
        assert!(!validator.is_valid(&broken), "without {field}");
    }
}
