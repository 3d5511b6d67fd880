//! A site that would grow beyond its host is told before it is written.

use collatio::publish::size;
use collatio::text::File;
use collatio::{Build, build_without_trial};

use crate::shipped::{files_of, input, repository};

/// One of the sites of the tests.
fn site(name: &str) -> Vec<File> {
    files_of(&repository().join("tests/sites").join(name))
}

/// A country with 28 laws, each of which came into force on another day of one month.
fn eventful() -> Vec<File> {
    let mut files = vec![
        File::new("content/index.md", "+++\ntitle = \"Law\"\n+++\n"),
        File::new("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\n+++\n"),
        File::new("content/countries/xr/index.md", "+++\nname = \"Ruritania\"\n+++\n"),
    ];
    files.extend((1..=28).map(|day| {
        let text = format!(
            "+++\ntitle = \"Law {day}\"\ncommences = \"2004-02-{day:02}\"\n[[citation]]\nsource = \"gazette\"\nplace = \"p. {day}\"\n+++\n"
        );
        File::new(format!("content/countries/xr/laws/l{day}/index.md"), text)
    }));
    files
}

/// The eventful site with a host.
fn hosted(host: &str) -> Build {
    let mut files = eventful();
    files.push(File::new("collatio.toml", format!("edition = \"2026-01-31\"\n[host]\n{host}\n")));
    built(files)
}

fn built(files: Vec<File>) -> Build {
    let mut build = build_without_trial(&input(files));
    build.fit_to_host();
    build
}

/// How many files and bytes are written.
fn written(build: &Build) -> (u64, u64) {
    let (mut files, mut bytes) = (0, 0);
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let Ok(_) = renderer.print(&mut |output| {
        files += u64::from(!output.goes_on);
        bytes += output.bytes.len() as u64;
        Ok::<(), std::convert::Infallible>(())
    });
    (files, bytes)
}

fn codes(build: &Build) -> Vec<&'static str> {
    let codes = build.diagnostics.iter().map(|found| found.fault.code);
    codes.filter(|code| ["days-thinned", "beyond-host"].contains(code)).collect()
}

#[test]
fn what_a_site_weighs_is_estimated_within_a_quarter() {
    for name in ["velo", "bilingual"] {
        let build = built(site(name));
        let estimate = size(build.renderer.as_ref().expect("the theme can be read"));
        let (files, bytes) = written(&build);
        assert!(estimate.files <= files && files < estimate.files + files / 5, "{name}: {estimate:?}, {files}");
        let parts = estimate.bytes * 100 / bytes;
        assert!((75..=125).contains(&parts), "{name}: {parts} % of {bytes}");
    }
}

#[test]
fn a_site_that_is_too_large_has_year_ends_for_days_and_says_so_and_then_is_refused_with_figures() {
    let whole = hosted("size = \"1 GB\"");
    assert_eq!(codes(&whole), Vec::<&str>::new());
    let all = size(whole.renderer.as_ref().expect("it has pages"));
    let (files, bytes) = (all.files, all.bytes);
    let days = |build: &Build| {
        let paths = build.renderer.as_ref().expect("it has pages").paths();
        paths.iter().filter(|path| path.contains("on-")).count()
    };
    let thinned = hosted(&format!("size = \"{} B\"", bytes - 1));
    assert_eq!(codes(&thinned), ["days-thinned"]);
    assert!(days(&thinned) < days(&whole), "{} of {}", days(&thinned), days(&whole));
    let found = thinned.diagnostics.iter().find(|found| found.fault.code == "days-thinned").expect("it is told");
    assert!(
        found.message.contains(&format!("in {files} files")) && found.message.contains("only year ends"),
        "{found:?}"
    );
    assert!(thinned.files.get(found.span.file).path.ends_with("collatio.toml"));
    assert!(thinned.is_sound());

    let by_files = hosted(&format!("files = {}", files - 1));
    assert_eq!(codes(&by_files), ["days-thinned"]);

    let refused = hosted("size = \"100 KB\"");
    assert_eq!(codes(&refused), ["beyond-host"]);
    let found = refused.diagnostics.iter().find(|found| found.fault.code == "beyond-host").expect("it is told");
    assert!(found.message.contains("its host takes 100.0 KB") && found.message.contains("pages `"), "{found:?}");
    assert!(found.help.concat().contains("[host]") && !refused.is_sound(), "{found:?}");
}
