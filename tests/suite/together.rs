//! Several runs at once that write to one place, runs that are told to end, and places that nobody should write to.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use collatio::disk::{Step, Swap};
use collatio::disk::{Waiting, sweep_when_told_to_end, write_waiting, write_watched};
use collatio::publish::Output;
use collatio::text::Diagnostics;

use crate::cli::site;
use crate::copy::unpack;
use crate::sandbox::{Sandbox, tree};

/// Holds the lock of `out` as another run would.
fn held(sandbox: &Sandbox, out: &str) -> File {
    let file = File::create(sandbox.path().join(format!(".collatio-{out}-lock"))).expect("it can be made");
    file.lock().expect("it can be locked");
    file
}

/// What lies in the sandbox by the program's own names.
fn left(sandbox: &Sandbox) -> Vec<String> {
    let names = fs::read_dir(sandbox.path()).expect("it can be read").flatten();
    names.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|n| n.starts_with(".collatio")).collect()
}

/// Starts a run that has to wait, and gives it back once it has said so.
fn waiting(sandbox: &Sandbox, arguments: &[&str]) -> Child {
    let mut command = sandbox.command(arguments);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it can be run");
    let mut line = String::new();
    let mut told = BufReader::new(child.stderr.take().expect("it is piped"));
    told.read_line(&mut line).expect("it says something");
    assert!(line.contains("waiting for another run"), "{line}");
    child.stderr = Some(told.into_inner());
    child
}

#[test]
fn a_run_that_waits_for_another_says_so_and_goes_on_when_that_one_has_ended() {
    for (arguments, out) in [(&["build"][..], "public"), (&["package", "--out", "a.zip"], "a.zip")] {
        let sandbox = site();
        let lock = held(&sandbox, out);
        let mut child = waiting(&sandbox, arguments);
        assert!(!sandbox.path().join(out).exists());
        drop(lock);
        assert!(child.wait().expect("it ends").success());
        assert!(sandbox.path().join(out).exists());
        assert_eq!(left(&sandbox), Vec::<String>::new());
    }
}

#[test]
fn a_run_that_waited_long_enough_says_what_is_wrong() {
    let sandbox = Sandbox::new();
    let _lock = held(&sandbox, "public");
    let waiting = Waiting { patience: Duration::from_millis(1), ..Waiting::default() };
    let error =
        write_waiting(&sandbox.path().join("public"), waiting, |_| Ok(Diagnostics::new())).expect_err("it is held");
    assert!(error.to_string().contains("another program has been writing to it"), "{error}");
    assert!(error.help.expect("there is one").contains("--out"));
}

#[test]
fn packages_that_are_written_at_once_into_one_file_are_each_whole() {
    let sandbox = site();
    for _ in 0..3 {
        let run =
            |_| sandbox.command(&["package", "--out", "a.zip"]).stdout(Stdio::piped()).spawn().expect("it can be run");
        let runs: Vec<Child> = (0..4).map(run).collect();
        for run in runs {
            let output = run.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let files = unpack(&fs::read(sandbox.path().join("a.zip")).expect("it was written"));
        assert!(files.len() > 50);
        assert_eq!(left(&sandbox), Vec::<String>::new());
    }
}

/// The name of the environment's words for the child.
const CHILD: &str = "COLLATIO_TEST_TOLD";

/// Not a test of its own: what the child process does. It tells itself to end while it writes, and then writes no more.
#[cfg(unix)]
#[test]
fn the_child_is_told_to_end_while_it_writes() {
    let Ok(out) = std::env::var(CHILD) else { return };
    #[expect(clippy::exit, reason = "the child ends as the program does")]
    sweep_when_told_to_end(|| std::process::exit(130)).expect("it can listen");
    let watch = |step: Step| {
        if step == Step::Wrote(3) {
            let own = std::process::id().to_string();
            assert!(Command::new("kill").args(["-TERM", &own]).status().expect("it can be run").success());
            loop {
                std::thread::park();
            }
        }
    };
    let page = |n: u32| Output::whole(format!("pages/p{n}.html"), b"words".to_vec());
    let print = |sink: &mut collatio::disk::Sink<'_>| {
        (0..200).map(page).try_for_each(sink)?;
        Ok(Diagnostics::new())
    };
    let _ = write_watched(Path::new(&out), Swap::OneStep, &watch, print);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_told_to_end_sweeps_what_it_wrote_and_leaves_what_was_there() {
    let sandbox = site();
    assert_eq!(sandbox.run(&["build"]).code, 0);
    let before = tree(&sandbox.path().join("public"));
    let mut child = Command::new(std::env::current_exe().expect("this test is a program"));
    child
        .args(["--exact", "together::the_child_is_told_to_end_while_it_writes"])
        .env(CHILD, sandbox.path().join("public"));
    assert_eq!(child.output().expect("it can be run").status.code(), Some(130));
    assert_eq!(left(&sandbox), Vec::<String>::new());
    assert_eq!(tree(&sandbox.path().join("public")), before);

    // One that waits ends at once.
    let lock = held(&sandbox, "public");
    let mut child = waiting(&sandbox, &["build"]);
    let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("it can be run");
    assert!(told.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    let mut rest = String::new();
    child.stderr.take().expect("it is piped").read_to_string(&mut rest).expect("it is text");
    assert!(rest.contains("told to end"), "{rest}");
    drop(lock);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_among_the_content_or_the_themes_by_whatever_way() {
    let link = std::os::unix::fs::symlink::<&str, std::path::PathBuf>;
    let sandbox = site();
    let path = |name: &str| sandbox.path().join(name);
    sandbox.put("themes/own/templates/page.html", "x");
    sandbox.put("elsewhere/theme/templates/page.html", "x");
    link("content", path("way")).expect("it can be made");
    link("themes/own", path("look")).expect("it can be made");
    link("../elsewhere/theme", path("themes/linked")).expect("it can be made");
    link(".", path("here")).expect("it can be made");
    let before = tree(sandbox.path());
    for out in [
        "way/new",
        "way",
        "no-such/../content/new",
        "no-such/../way/new",
        "look/public",
        "here/content/x/y",
        "here/here/themes/x",
        "elsewhere/theme/out",
        "elsewhere",
        "here",
        "content/countries/../pages/new",
        "way/..",
    ] {
        let run = sandbox.run(&["build", "--out", out]);
        assert!(run.code == 2 && run.err.contains("in its way"), "{out}: {run:?}");
        let file = format!("{out}/a.zip");
        let holds = ["elsewhere", "here", "way/.."].contains(&out);
        let run = sandbox.run(&["package", "--out", if holds { out } else { &file }]);
        assert!(run.code == 2 && run.err.contains("in its way"), "{out}: {run:?}");
        assert_eq!(tree(sandbox.path()), before, "{out}");
    }
}

#[test]
fn a_package_replaces_a_package_and_nothing_else() {
    let sandbox = site();
    sandbox.put("thesis.docx", "years of work");
    let run = sandbox.run(&["package", "--out", "thesis.docx"]);
    assert!(run.code == 2 && run.err.contains("no ZIP"), "{run:?}");
    assert_eq!(fs::read(sandbox.path().join("thesis.docx")).expect("it is there"), b"years of work");
    for _ in 0..2 {
        assert_eq!(sandbox.run(&["package", "--out", "a.zip"]).code, 0);
    }
    // The end record of an archive, of a file that is named like the list of a copy, or not at all.
    for bytes in [b"PK\x05\x06SHA256SUMS\0\0\0\0\0\0\0\0".to_vec(), b"PK\x03\x04, years of work".to_vec()] {
        sandbox.put("thesis.zip", bytes.clone());
        let run = sandbox.run(&["package", "--out", "thesis.zip"]);
        assert!(run.code == 2 && run.err.contains("did not make"), "{run:?}");
        assert_eq!(fs::read(sandbox.path().join("thesis.zip")).expect("it is there"), bytes);
    }
}
