//! A build that is killed: the process ends after each write and on both sides of the swap, and the tree is the old one
//! or the new one; the next build works.
//!
//! The test runs itself as a child process, told by its environment what to write and where to end. The product knows
//! nothing of this: writing tells whoever watches of its steps.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use collatio::disk::{Step, Swap, SystemError, Written, write, write_watched};
use collatio::publish::Output;
use collatio::text::Diagnostics;

use crate::sandbox::{Sandbox, tree};

/// The name of the environment's words for the child.
const CHILD: &str = "COLLATIO_TEST_KILLED";

const FILES: u64 = 6;

/// A small site, different in each edition: one file comes, one goes, the others change.
fn site(edition: &str) -> Vec<Output> {
    let one = |path: String| Output::whole(&path, format!("{edition} of {path}").into_bytes());
    let common = (1..FILES).map(|n| one(format!("countries/c{n}/index.html")));
    common.chain([one(format!("only-{edition}.html"))]).collect()
}

fn put(out: &Path, edition: &str, swap: Swap, watch: &(dyn Fn(Step) + Sync)) -> Result<Written, SystemError> {
    write_watched(out, swap, watch, |sink| {
        site(edition).into_iter().try_for_each(sink)?;
        Ok(Diagnostics::new())
    })
}

fn expected(edition: &str) -> BTreeMap<String, Vec<u8>> {
    site(edition).into_iter().map(|output| (output.path, output.bytes)).collect()
}

/// The tree without files that begin with a dot.
fn shown(out: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(out).into_iter().filter(|(path, _)| !path.starts_with('.')).collect()
}

fn steps() -> Vec<Step> {
    let wrote = (1..=FILES).map(Step::Wrote);
    [Step::Staged].into_iter().chain(wrote).chain([Step::BeforeSwap, Step::BetweenRenames, Step::AfterSwap]).collect()
}

/// Not a test of its own: what the child process does.
#[test]
fn the_child_ends_where_it_is_told() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let words: Vec<&str> = told.split('|').collect();
    let swap = if words[1] == "one-step" { Swap::OneStep } else { Swap::TwoRenames };
    let end_at = steps()[words[2].parse::<usize>().expect("a number")];
    let watch = move |step: Step| {
        if step == end_at {
            std::process::abort();
        }
    };
    put(Path::new(words[0]), "new", swap, &watch).expect("the site can be written");
}

/// Runs the child; whether it was killed (it is not where the step does not happen).
fn killed(out: &Path, swap: &str, step: usize) -> bool {
    let told = format!("{}|{swap}|{step}", out.display());
    let mut child = Command::new(std::env::current_exe().expect("this test is a program"));
    child.args(["--exact", "killed::the_child_ends_where_it_is_told"]).env(CHILD, told);
    !child.output().expect("it can be run").status.success()
}

fn end_at_each_step(swap: &str) {
    for (number, step) in steps().into_iter().enumerate() {
        let sandbox = Sandbox::new();
        let out = sandbox.path().join("public");
        sandbox.put("public/.gitkeep", "");
        sandbox.put("public/.git/HEAD", "ref");
        put(&out, "old", Swap::OneStep, &|_| {}).expect("the old site can be written");
        let was_killed = killed(&out, swap, number);
        let happens = swap == "two-renames" || step != Step::BetweenRenames;
        assert_eq!(was_killed, happens, "{swap} {step:?}");
        let found = shown(&out);
        let whole = found == expected("old") || found == expected("new");
        let aside = step == Step::BetweenRenames && swap == "two-renames" && found.is_empty();
        assert!(whole || aside, "{swap} {step:?}: {:?}", found.keys());
        put(&out, "next", Swap::OneStep, &|_| {}).expect("the next build works");
        assert_eq!(shown(&out), expected("next"), "{swap} {step:?}");
        assert!(out.join(".gitkeep").is_file() && out.join(".git/HEAD").is_file(), "{swap} {step:?}");
        let beside = std::fs::read_dir(sandbox.path()).expect("it can be read").count();
        assert_eq!(beside, 1, "{swap} {step:?}: something was left beside the site");
    }
}

#[test]
fn a_build_killed_at_any_step_leaves_the_old_site_or_the_new_one() {
    end_at_each_step("one-step");
}

#[test]
fn where_folders_cannot_be_exchanged_the_next_build_puts_the_site_back() {
    end_at_each_step("two-renames");
}

#[test]
fn a_build_killed_between_two_renames_is_undone_even_if_the_next_one_fails() {
    let sandbox = Sandbox::new();
    let out = sandbox.path().join("public");
    put(&out, "old", Swap::OneStep, &|_| {}).expect("the old site can be written");
    let between = steps().iter().position(|step| *step == Step::BetweenRenames).expect("it is a step");
    assert!(killed(&out, "two-renames", between));
    let trouble = write(&out, |_| Err(SystemError::new("cannot print", "no reason")));
    assert!(trouble.is_err());
    assert_eq!(shown(&out), expected("old"));
}

#[test]
fn a_folder_that_somebody_else_made_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.put("public/thesis.txt", "years of work");
    let out = sandbox.path().join("public");
    let error = put(&out, "new", Swap::OneStep, &|_| {}).expect_err("it is not ours");
    assert!(error.to_string().contains("thesis.txt"), "{error}");
    assert_eq!(tree(sandbox.path()).into_keys().collect::<Vec<_>>(), ["public/thesis.txt"]);
    sandbox.put("file", "a file");
    assert!(put(&sandbox.path().join("file"), "new", Swap::OneStep, &|_| {}).is_err());
}

#[test]
fn a_file_that_somebody_else_put_into_the_site_is_never_removed() {
    let sandbox = Sandbox::new();
    let out = sandbox.path().join("public");
    let build = |edition| put(&out, edition, Swap::OneStep, &|_| {});
    build("old").expect("it can be written");
    for path in ["public/only-old.html", "public/.htaccess", "public/.git/HEAD", "public/countries/Thumbs.db"] {
        sandbox.put(path, "another's, of this name or kept");
    }
    build("new").expect("a file of the site may change, and what begins with a dot stays");
    assert!(out.join(".htaccess").is_file() && out.join(".git/HEAD").is_file());
    for path in ["thesis.txt", "countries/c1/notes.docx", "countries/.htaccess"] {
        sandbox.put(&format!("public/{path}"), "years of work");
        let error = build("third").expect_err("it would be gone").to_string();
        assert!(error.contains(path), "{error}");
        assert_eq!(std::fs::read(out.join("only-new.html")).expect("it stays"), b"new of only-new.html");
        std::fs::remove_file(out.join(path)).expect("it is there");
    }
    let late = |step| {
        if step == Step::Wrote(FILES) {
            sandbox.put("public/thesis.txt", "years of work");
        }
    };
    assert!(put(&out, "third", Swap::OneStep, &late).is_err(), "it came while the site was written");
    assert!(out.join("thesis.txt").is_file() && out.join("only-new.html").is_file());
    assert!(!tree(sandbox.path()).keys().any(|path| path.contains("staging")));
    // A folder that an older Collatio made has no list.
    sandbox.put("public/.collatio", "Collatio made this folder and replaces all of it at each build.\n");
    build("third").expect("nothing says whose the file is");
}

#[test]
fn a_path_that_leaves_the_site_or_stands_twice_is_refused_and_nothing_is_left() {
    for bad in
        ["../x", "/x", "a//b", "a/../b", "", "A.html", "con/index.html", "a\\b", "same", ".collatio", "..", "a/.x"]
    {
        let sandbox = Sandbox::new();
        let out = sandbox.path().join("public");
        let written = write(&out, |sink| {
            for path in ["same", bad] {
                sink(Output::whole(path, Vec::new()))?;
            }
            Ok(Diagnostics::new())
        });
        assert!(written.is_err(), "{bad}");
        assert!(tree(sandbox.path()).is_empty(), "{bad}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link_and_the_folder_is_replaced() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path().join("real")).expect("it can be made");
    let link = sandbox.path().join("public");
    std::os::unix::fs::symlink("real", &link).expect("it can be made");
    put(&link, "new", Swap::OneStep, &|_| {}).expect("it can be written");
    assert!(link.is_symlink());
    assert_eq!(shown(&sandbox.path().join("real")), expected("new"));
}
