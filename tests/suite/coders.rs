//! Two coders who code the same cells, each in a file of their own.

use crate::sandbox::Sandbox;

fn finding(question: &str, answer: &str, coder: &str, more: &str) -> String {
    format!(
        "[[finding]]\nquestion = \"{question}\"\nanswer = \"{answer}\"\nrests_on = [\"xr/code\"]\nobserved = \"2020\"\n\
         source = \"gazette\"\nplace = \"p. 3\"\ncoder = \"{coder}\"\n{more}\n"
    )
}

fn question(label: &str) -> String {
    format!(
        "+++\nwording = \"Is there a {label}?\"\nlabel = \"{label}\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n"
    )
}

/// A site with two questions, coded twice: the first alike, the second not; the second coder's last finding has `more`.
fn site(more: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let code = "+++\ntitle = \"Кодекс\"\n[[citation]]\nsource = \"gazette\"\nplace = \"p. 1\"\n+++\n";
    let first = finding("lamp", "yes", "coder-1", "") + &finding("bell", "yes", "coder-1", "");
    let second = finding("lamp", "yes", "coder-2", "") + &finding("bell", "no", "coder-2", more);
    for (path, text) in [
        ("collatio.toml", "title = \"Roads\"\nedition = \"2026-01-31\"\n".to_owned()),
        ("content/index.md", "+++\ntitle = \"Дороги\"\n+++\n".to_owned()),
        ("content/countries/xr/index.md", "+++\nname = \"Руритания\"\n+++\n".to_owned()),
        ("content/countries/xr/laws/code/index.md", code.to_owned()),
        ("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\nyear = \"2020\"\n+++\n".to_owned()),
        ("content/questions/roads/index.md", "+++\ntitle = \"Roads\"\n+++\n".to_owned()),
        ("content/questions/roads/lamp.md", question("lamp")),
        ("content/questions/roads/bell.md", question("bell")),
        ("content/countries/xr/findings/roads-coder-1.md", format!("+++\n{first}+++\n")),
        ("content/countries/xr/findings/roads-coder-2.md", format!("+++\n{second}+++\n")),
    ] {
        sandbox.put(path, text);
    }
    sandbox
}

#[test]
fn coders_who_differ_are_told_with_their_places_until_one_prevails() {
    let open = site("").run(&["agreement"]);
    assert_eq!(open.code, 1, "{open:?}");
    assert!(open.out.contains("  lamp: 1 coded twice, 100 % agree"), "{}", open.out);
    assert!(open.out.contains("  bell: 1 coded twice, 0 % agree"), "{}", open.out);
    let first = "coder-1 says `yes` (content/countries/xr/findings/roads-coder-1.md:11)";
    assert!(open.out.contains(first) && open.out.contains("coder-2 says `no`"), "{}", open.out);
    assert!(open.out.contains("2 cells coded twice: 50 % agree"), "{}", open.out);
    let check = site("").run(&["check", "--format", "concise"]);
    assert!(check.err.contains("[findings-disagree]") && check.err.matches("error[").count() == 1, "{}", check.err);
    let decided = site("preferred = \"the second paragraph decides\"\n").run(&["agreement"]);
    assert_eq!(decided.code, 0, "{decided:?}");
    assert!(decided.out.contains("decided: `no`, the second paragraph decides"), "{}", decided.out);
}

#[test]
fn what_was_coded_once_tells_nothing_and_json_says_the_same() {
    let sandbox = site("");
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", "+++\n+++\n");
    let once = sandbox.run(&["agreement"]);
    assert!(once.code == 0 && once.out.contains("no cell was coded by two coders"), "{once:?}");
    let lines = site("").run(&["agreement", "--format", "json"]).out;
    let objects: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert!(objects.iter().any(|object| object["section"] == "roads" && object["units"] == 2), "{lines}");
    let differ = objects.iter().find(|object| object["differ"].is_object()).expect("a difference");
    assert_eq!(differ["differ"]["codings"][1]["answer"], "no", "{differ}");
}

#[test]
fn what_a_file_says_once_holds_for_each_finding_that_does_not_say_it() {
    let sandbox = site("until = \"2015\"\n");
    let path = sandbox.path().join("content/countries/xr/findings/roads-coder-2.md");
    let text = std::fs::read_to_string(&path).expect("it is there");
    let defaults = "+++\n[defaults]\nuntil = \"2024\"\nconfirmed_on = \"2026-01-02\"\n\n";
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", text.replacen("+++\n", defaults, 1));
    let survey = collatio::survey(&collatio::disk::read(sandbox.path()).expect("it can be read"));
    let of = |question: &str| {
        let findings = &survey.corpora[0].findings;
        let found = findings.iter().find(|f| f.question.value.as_str() == question && f.coder() == "coder-2");
        let found = found.expect("it is there");
        let until = found.until.as_ref().map(|until| until.value.to_string());
        (until.unwrap_or_default(), found.head.confirmed_on.as_ref().map(ToString::to_string).unwrap_or_default())
    };
    assert_eq!(of("lamp"), ("2024".to_owned(), "2026-01-02".to_owned()));
    assert_eq!(of("bell"), ("2015".to_owned(), "2026-01-02".to_owned()), "its own day goes before");
}
