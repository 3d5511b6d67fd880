//! Renaming a record: all that refers to it follows, nothing else changes, and its old address leads to the new one.

use std::collections::BTreeMap;
use std::path::Path;

use crate::sandbox::{Sandbox, tree};

/// A copy of one of the small sites.
fn copy(name: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name);
    for (path, bytes) in tree(&root) {
        sandbox.put(&path, bytes);
    }
    sandbox
}

/// The files of a site without the lines that say former ids.
fn without_aliases(sandbox: &Sandbox) -> BTreeMap<String, String> {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let bare = |text: String| text.split_inclusive('\n').filter(|line| !line.starts_with("aliases = ")).collect();
    tree(sandbox.path()).into_iter().map(|(path, bytes)| (path, bare(text(bytes)))).collect()
}

/// Renames there and back: the site is sound in between, and in the end nothing is changed but the former ids.
fn there_and_back(site: &str, old: &str, new: &str) {
    let sandbox = copy(site);
    let before = without_aliases(&sandbox);
    let faults = sandbox.run(&["check", "--format", "concise"]);
    let run = sandbox.run(&["mv", old, new]);
    assert_eq!(run.code, 0, "{old}: {}{}", run.out, run.err);
    assert_ne!(without_aliases(&sandbox), before);
    let there = sandbox.run(&["check", "--format", "concise"]);
    assert_eq!(
        (there.code, there.err.lines().count()),
        (faults.code, faults.err.lines().count()),
        "{old}: {}",
        there.err
    );
    let (word, bare) = old.split_once(':').map_or((String::new(), old), |(word, id)| (format!("{word}:"), id));
    let run = sandbox.run(&["mv", &format!("{word}{new}"), bare]);
    assert_eq!(run.code, 0, "{old}: {}", run.err);
    assert_eq!(without_aliases(&sandbox), before, "{old}");
}

#[test]
fn a_record_may_be_named_by_its_file_and_a_slip_is_told() {
    let sandbox = copy("velo");
    for (old, new) in [
        ("content/countries/lunyovo/laws/pravila-2009/index.md", "lunyovo/rules"),
        ("./content/countries/lunyovo/laws/rules/", "content/countries/lunyovo/laws/pravila-2009/index.md"),
    ] {
        let run = sandbox.run(&["mv", old, new]);
        assert_eq!(run.code, 0, "{old}: {}", run.err);
    }
    for (slip, near) in [
        ("lunyovo/pravla-2009", "`lunyovo/pravila-2009`"),
        ("Lunyovo/Pravila-2009", "`lunyovo/pravila-2009`"),
        ("conflict:skolko-mostv", "`skolko-mostov`"),
    ] {
        let run = sandbox.run(&["mv", slip, "lunyovo/rules"]);
        assert!(run.code == 1 && run.err.contains(&format!("did you mean {near}?")), "{slip}: {}", run.err);
    }
    let run = sandbox.run(&["mv", "lunyovo/nothing-at-all", "lunyovo/rules"]);
    assert!(run.code == 1 && run.err.contains("such as `xr/penal-code/12`"), "{}", run.err);
}

#[test]
fn a_record_of_each_kind_is_renamed_there_and_back() {
    for (old, new) in [
        ("lunyovo", "moonland"),
        ("lunyovo/pravila-2009", "lunyovo/rules"),
        ("lunyovo/pravila-2009/5-sup1", "lunyovo/pravila-2009/5-sup1-a"),
        ("lunyovo/popravka-2019", "lunyovo/change"),
        ("offence:lunyovo/u-mosta", "lunyovo/at-the-bridge"),
        ("skolko-mostov", "bridges"),
    ] {
        there_and_back("velo", old, new);
    }
}

#[test]
fn translations_follow_and_do_not_grow_stale() {
    for (old, new) in [
        ("xr", "xt"),
        ("xr/act", "xr/ferry-act"),
        ("ferry", "ferries"),
        ("gazette", "paper"),
        ("section:movement", "moves"),
    ] {
        there_and_back("bilingual", old, new);
    }
}

#[test]
fn the_old_address_leads_to_the_new_one() {
    let sandbox = copy("bilingual");
    let run = sandbox.run(&["mv", "xr/act", "xr/ferry-act"]);
    assert!(run.out.contains("its old address leads to the new one"), "{}", run.out);
    let index = std::fs::read_to_string(sandbox.path().join("content/countries/xr/laws/ferry-act/index.md"));
    let index = index.expect("it was moved");
    assert!(index.contains("adopted = \"1997-07-16\"\naliases = [\"xr/act\"]\n"), "in its place: {index}");
    assert_eq!(sandbox.run(&["build"]).code, 0);
    let moved = std::fs::read_to_string(sandbox.path().join("public/countries/xr/laws/act/index.html"));
    assert!(moved.expect("there is a page").contains("ferry-act"));
}

#[test]
fn what_was_never_published_leaves_no_page_of_its_old_id() {
    let sandbox = copy("bilingual");
    let run = sandbox.run(&["mv", "--no-alias", "ferry", "first"]);
    assert!(run.code == 0 && !run.out.contains("old address"), "{run:?}");
    assert_eq!(sandbox.run(&["build"]).code, 0);
    assert!(!sandbox.path().join("public/questions/ferry.html").exists());
    // A former id that comes back is no alias any more, whether or not the other becomes one.
    assert_eq!(sandbox.run(&["mv", "first", "second"]).code, 0);
    assert_eq!(sandbox.run(&["mv", "--no-alias", "second", "first"]).code, 0);
    let text = std::fs::read_to_string(sandbox.path().join("content/questions/movement/first.md"));
    assert!(!text.expect("it is there").contains("aliases"));
}

#[test]
fn what_cannot_be_renamed_stays_as_it_was() {
    let sandbox = copy("bilingual");
    sandbox.put("content/countries/xt/.keep", "");
    let before = tree(sandbox.path());
    let refused = [
        (["mv", "xr", "xs"], "exists"),
        (["mv", "nobody", "xs"], "no record has the id `nobody`"),
        (["mv", "xr/act", "xs/act"], "another folder"),
        (["mv", "xr", "Xr"], "cannot be a part of an id"),
        (["mv", "ferry#xr", "ferries"], "part of a record"),
    ];
    for (arguments, why) in refused {
        let run = sandbox.run(&arguments);
        assert!(run.code == 1 && run.err.contains(why), "{why}: {}{}", run.out, run.err);
    }
    let run = sandbox.run(&["mv", "xr", "xt"]);
    assert!(run.code == 2 && run.err.contains("it is there already"), "{}", run.err);
    assert_eq!(sandbox.run(&["mv", "xr", "xu", "--dry-run"]).code, 0);
    assert_eq!(tree(sandbox.path()), before);
    sandbox.put("content/topics/broken.md", "+++\ntitle = \"\n+++\n");
    let run = sandbox.run(&["mv", "xr", "xu"]);
    assert!(run.code == 1 && run.err.contains("the content has errors"), "{}", run.err);
}
