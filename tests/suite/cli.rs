//! The command line: that the wires are connected. What the library finds is tested where it is found.

use std::collections::BTreeMap;
use std::path::Path;

use crate::sandbox::{Run, Sandbox, tree};

const HOME: &str = "+++\ntitle = \"Law in two countries\"\n+++\n\nWords.\n";

/// A small sound site.
pub fn site() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.put("collatio.toml", "title = \"Law in two countries\"\nedition = \"2026-01-31\"\n");
    sandbox.put("content/index.md", HOME);
    sandbox.put("content/countries/xa/index.md", "+++\nname = \"Ära\"\n+++\n");
    sandbox.put("content/countries/xb/index.md", "+++\nname = \"Borduria\"\n+++\n");
    sandbox
}

/// The same with one unknown field, after letters that are more than a byte.
fn faulty_site() -> Sandbox {
    let sandbox = site();
    sandbox.put("content/countries/xa/index.md", "+++\nname = \"Ära\"\ncaptial = \"Цюрих\"\n+++\n");
    sandbox
}

fn fine(run: &Run) {
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}

#[test]
fn a_sound_site_is_built_with_one_line_of_result() {
    let sandbox = site();
    let run = sandbox.run(&["build"]);
    fine(&run);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(run.out.contains("public/index.html"), "{}", run.out);
    assert_eq!(run.err, "");
    assert!(sandbox.path().join("public/index.html").is_file());
}

#[test]
fn a_check_writes_nothing() {
    let sandbox = site();
    let before = tree(sandbox.path());
    fine(&sandbox.run(&["check", "--deny", "warnings"]));
    assert_eq!(tree(sandbox.path()), before);
}

#[test]
fn a_fault_ends_with_one_and_leaves_the_old_site() {
    let sandbox = site();
    fine(&sandbox.run(&["build"]));
    let before = tree(&sandbox.path().join("public"));
    sandbox.put("content/countries/xa/index.md", "+++\nname = \"Ära\"\ncaptial = \"Цюрих\"\n+++\n");
    let run = sandbox.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("content/countries/xa/index.md:3:1: error[unknown-field]: "), "{}", run.err);
    assert!(run.err.contains("3 | captial = \"Цюрих\"") && run.err.contains("`capital`"), "{}", run.err);
    assert!(!run.err.contains('\u{1b}'), "what is piped has no colour");
    assert_eq!(tree(&sandbox.path().join("public")), before);
}

#[test]
fn the_concise_report_is_one_line_a_fault() {
    let run = faulty_site().run(&["check", "--format", "concise"]);
    assert_eq!(run.code, 1);
    let faults: Vec<&str> = run.err.lines().collect();
    assert!(
        matches!(faults[..], [one] if one.starts_with("content/countries/xa/index.md:3:1: error[unknown-field]: "))
    );
}

#[test]
fn the_json_report_is_one_object_a_fault_and_nothing_else() {
    let run = faulty_site().run(&["check", "--format", "json"]);
    assert_eq!(run.code, 1);
    let rows: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect();
    assert_eq!(rows.len(), 1, "{}", run.out);
    let row = &rows[0];
    assert_eq!((&row["schema"], &row["code"], &row["level"]), (&1.into(), &"unknown-field".into(), &"error".into()));
    assert_eq!((&row["line"], &row["column"], &row["end_column"]), (&3.into(), &1.into(), &8.into()));
    assert_eq!(row["path"], "content/countries/xa/index.md");
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let sandbox = site();
    sandbox.put("content/sources/unused.md", "+++\ncitation = \"A. Author, Title (2005)\"\n+++\n");
    let run = sandbox.run(&["check", "--format", "concise"]);
    assert!(run.err.contains("warning["), "{}", run.err);
    fine(&run);
    assert_eq!(sandbox.run(&["check", "--deny", "warnings"]).code, 1);
    assert_eq!(sandbox.run(&["build", "--deny", "warnings"]).code, 1);
    assert!(!sandbox.path().join("public").exists());
}

#[test]
fn what_cannot_run_ends_with_two_and_says_what_helps() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("`content`") && run.err.contains("--root"), "{}", run.err);
    let sandbox = site();
    let run = sandbox.run(&["check", "--as-of", "01/02/2004"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("2004-10-05"), "{}", run.err);
    for out in [".", "content", "content/site", "themes", ".."] {
        assert_eq!(sandbox.run(&["build", "--out", out]).code, 2, "{out}");
    }
    sandbox.put("collatio.toml", "theme = \"no-such-theme\"\n");
    assert_eq!(sandbox.run(&["check"]).code, 2);
    sandbox.put("collatio.toml", "theme = \"../elsewhere\"\n");
    assert_eq!(sandbox.run(&["check"]).code, 1, "a name that could lead anywhere is a fault of the configuration");
}

#[test]
fn files_that_are_no_text_or_no_files_cost_only_themselves() {
    let sandbox = site();
    sandbox.put("content/pages/cyrillic.md", b"+++\ntitle = \"\xce\xe1 \xe0\xe2\xf2\xee\xf0\xe0\xf5\"\n+++\n");
    sandbox.put("content/pages/drawing.svg", "<svg/>");
    sandbox.put("content/pages/.hidden.md", "nothing");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", sandbox.path().join("content/pages/link.md")).expect("it can be made");
    let run = sandbox.run(&["check", "--format", "concise"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("pages/cyrillic.md:1:1: error") && run.err.contains("Windows-1251"), "{}", run.err);
    assert!(run.err.contains("pages/drawing.svg:1:1: error"), "{}", run.err);
    assert!(run.err.contains("pages/link.md:1:1: error") || cfg!(not(unix)), "{}", run.err);
    assert!(!run.err.contains("hidden"), "{}", run.err);
}

#[test]
fn every_fault_can_be_explained() {
    let sandbox = Sandbox::new();
    let list = sandbox.run(&["explain"]);
    fine(&list);
    let codes: Vec<&str> = list.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.is_sorted() && codes.windows(2).all(|pair| pair[0] != pair[1]), "{codes:?}");
    for code in &codes {
        let one = sandbox.run(&["explain", code]);
        fine(&one);
        assert!(one.out.starts_with(*code) && one.out.lines().count() > 2, "{}", one.out);
    }
    assert_eq!(sandbox.run(&["explain", "no-such-fault"]).code, 2);
}

#[test]
fn a_new_country_wants_its_name_and_never_overwrites() {
    let sandbox = site();
    fine(&sandbox.run(&["new", "country", "xc"]));
    let run = sandbox.run(&["check", "--format", "concise"]);
    assert!(
        run.err.contains("content/countries/xc/index.md:7:8: error[unfilled]: `name` is not filled in"),
        "{}",
        run.err
    );
    assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
    let before = tree(sandbox.path());
    assert_eq!(sandbox.run(&["new", "country", "xc"]).code, 2);
    assert_eq!(tree(sandbox.path()), before);
}

#[test]
fn a_site_begun_with_new_alone_is_a_site() {
    let sandbox = Sandbox::new();
    for arguments in [&["new", "home"][..], &["new", "country", "xa"]] {
        fine(&sandbox.run(arguments));
    }
    crate::init::fill_in(&sandbox);
    fine(&sandbox.run(&["build"]));
}

/// Builds a site in a process of its own, and reads what it wrote.
fn built(sandbox: &Sandbox, environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let output = sandbox.command(&["build"]).envs(environment.iter().copied()).output().expect("it can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&sandbox.path().join("public"))
}

#[test]
fn the_same_files_make_the_same_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, Vec<u8>)> =
        tree(&root.join("content")).into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    files.push(("collatio.toml".to_owned(), std::fs::read(root.join("collatio.toml")).expect("it is there")));
    let (forwards, backwards) = (Sandbox::new(), Sandbox::new());
    files.iter().for_each(|(path, bytes)| forwards.put(path, bytes));
    files.iter().rev().for_each(|(path, bytes)| backwards.put(path, bytes));
    let first = built(&forwards, &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "C")]);
    assert!(first.len() > 3, "there is something to compare");
    let elsewhere = [("RAYON_NUM_THREADS", "4"), ("TZ", "America/Adak"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR")];
    for second in [built(&backwards, &elsewhere), built(&forwards, &[])] {
        let different = |path: &&String| first.get(*path) != second.get(*path);
        let paths: Vec<&String> = first.keys().chain(second.keys()).filter(different).collect();
        assert!(paths.is_empty(), "{paths:?}");
    }
}
