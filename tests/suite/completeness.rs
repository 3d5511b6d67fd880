//! What is missing and what is old, as the command line says it.

use crate::sandbox::{Run, Sandbox};

const QUESTION: &str =
    "+++\nwording = \"Is it?\"\nlabel = \"It\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n";

/// Two countries, one section with two questions; one of four cells is answered, by a machine's translation.
fn site() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.put("collatio.toml", "title = \"Law\"\nedition = \"2026-01-31\"\n");
    sandbox.put("content/questions/water/index.md", "+++\ntitle = \"Water\"\n+++\n");
    sandbox.put("content/questions/water/one.md", QUESTION);
    sandbox.put("content/questions/water/two.md", QUESTION);
    sandbox.put("content/countries/xa/index.md", "+++\nname = \"Alvania\"\n+++\n");
    sandbox.put("content/countries/xb/index.md", "+++\nname = \"Borduria\"\n+++\n");
    sandbox.put(
        "content/sources/web.md",
        "+++\ncitation = \"Web\"\nurl = \"https://example.org/\"\naccessed = \"2025-12-01\"\n+++\n",
    );
    let finding = "[[finding]]\nquestion = \"one\"\nanswer = \"yes\"\nrests_on = [\"source\"]\nsource = \"web\"\nplace = \"p. 1\"\n\
                   observed = \"2020-05-01\"\ncoder = \"c\"\nquote = \"it is\"\ntranslation = \"machine\"\n";
    sandbox.put("content/countries/xa/findings/water.md", format!("+++\n{finding}+++\n"));
    sandbox
}

fn rows(run: &Run) -> Vec<serde_json::Value> {
    run.out.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
}

#[test]
fn coverage_counts_each_section_of_each_country() {
    let run = site().run(&["coverage", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let rows = rows(&run);
    assert_eq!(rows.len(), 2);
    let of = |row: usize, name: &str| rows[row][name].as_u64().unwrap_or(u64::MAX);
    assert_eq!((rows[0]["country"].as_str(), rows[0]["section"].as_str()), (Some("xa"), Some("water")));
    let names = ["questions", "answered", "silent", "not_researched", "without_quotation", "machine_translated"];
    assert_eq!(names.map(|name| of(0, name)), [2, 1, 0, 1, 0, 1]);
    assert_eq!(names.map(|name| of(1, name)), [2, 0, 0, 2, 0, 0]);
}

#[test]
fn coverage_fails_below_the_share_that_is_asked_for_in_any_country() {
    let sandbox = site();
    let run = sandbox.run(&["coverage", "--at-least", "50"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("`xb`: 0 % is answered, less than 50 %") && !run.err.contains("`xa`"), "{}", run.err);
    assert!(run.out.contains("1 of 4 answered (25 %) on 2026-01-31"), "{}", run.out);
    assert_eq!(sandbox.run(&["coverage", "--at-least", "0"]).code, 0);
    assert_eq!(sandbox.run(&["coverage", "--at-least", "101"]).code, 2);
    // Before the day of the answer nothing is answered.
    let run = sandbox.run(&["coverage", "--as-of", "2019-12-31"]);
    assert!(run.out.contains("0 of 4 answered"), "{}", run.out);
}

#[test]
fn what_was_not_confirmed_is_told_by_cause_with_its_place() {
    let sandbox = site();
    let run = sandbox.run(&["stale", "--since", "12", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let told: Vec<(String, String, u64)> = rows(&run)
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            (text("cause"), text("path"), row["line"].as_u64().unwrap_or_default())
        })
        .collect();
    let at = |cause: &str, path: &str, line| (cause.to_owned(), path.to_owned(), line);
    let expected =
        [at("finding", "content/countries/xa/findings/water.md", 2), at("link", "content/sources/web.md", 3)];
    assert_eq!(told, expected, "the source itself was looked up two months ago");
    assert_eq!(sandbox.run(&["stale", "--since", "12", "--at-most", "1"]).code, 1);
    assert_eq!(sandbox.run(&["stale", "--since", "12", "--at-most", "2"]).code, 0);
    // In the eye of an earlier day the answer is fresh, and of a later one the source is old, too.
    let early = sandbox.run(&["stale", "--since", "12", "--as-of", "2021-05-01"]);
    assert!(early.out.starts_with("Links of sources that have no archived copy (1)"), "{}", early.out);
    let late = sandbox.run(&["stale", "--since", "1", "--format", "concise"]);
    assert!(late.out.contains("content/sources/web.md:1:1: source: web, 2025-12-01"), "{}", late.out);
}
