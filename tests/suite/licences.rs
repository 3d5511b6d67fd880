//! Under which licences the crates stand that the program and its tests are made of, and where they come from: what
//! `Cargo.lock` names, for all systems, as `cargo metadata` tells it. Whether a crate has a known fault in its security is
//! not looked at here: `docs/decisions.md` says why.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::shipped::repository;

/// What may go into a program that is given away under MIT or Apache-2.0, in the words of SPDX.
const IN_PROGRAM: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

/// What may besides be used by tests, which nobody is given as a program.
const IN_TESTS: &[&str] = &["MPL-2.0"];

/// Whether a licence expression lets a crate be used under `allowed` licences alone. `None`: it is no expression.
fn lets(expression: &str, allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    // Old crates write `MIT/Apache-2.0`.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let lets = any(&mut rest, allowed)?;
    rest.is_empty().then_some(lets)
}

fn any(rest: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut lets = all(rest, allowed)?;
    while let ["OR", after @ ..] = *rest {
        *rest = after;
        lets |= all(rest, allowed)?;
    }
    Some(lets)
}

fn all(rest: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut lets = one(rest, allowed)?;
    while let ["AND", after @ ..] = *rest {
        *rest = after;
        lets &= one(rest, allowed)?;
    }
    Some(lets)
}

fn one(rest: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let lets = any(rest, allowed)?;
            let [")", after @ ..] = *rest else { return None };
            *rest = after;
            Some(lets)
        }
        [licence, "WITH", exception, after @ ..] => {
            *rest = after;
            Some(allowed(&format!("{licence} WITH {exception}")))
        }
        ["OR" | "AND" | "WITH" | ")", ..] | [] => None,
        [licence, after @ ..] => {
            *rest = after;
            Some(allowed(licence))
        }
    }
}

/// What cargo knows of the packages in `Cargo.lock`.
fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--locked", "--format-version", "1"]).current_dir(repository());
    let told = command.output().expect("cargo runs");
    let why = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "`cargo fetch --locked` brings what is missing: {why}");
    serde_json::from_slice(&told.stdout).expect("cargo writes JSON")
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// The packages that the program is made with: what is needed to build it, and not only for tests.
fn of_program(metadata: &Value) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Value> =
        list(&metadata["resolve"], "nodes").iter().map(|node| (word(node, "id"), node)).collect();
    let mut open = vec![word(&metadata["resolve"], "root")];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let needed = |dep: &&Value| list(dep, "dep_kinds").iter().any(|kind| kind["kind"] != "dev");
            open.extend(list(nodes[id], "deps").iter().filter(needed).map(|dep| word(dep, "pkg")));
        }
    }
    found
}

#[test]
fn every_crate_stands_under_a_licence_that_lets_it_be_used_here() {
    let metadata = metadata();
    let program = of_program(&metadata);
    let packages = list(&metadata, "packages");
    assert!(program.len() > 50 && program.len() < packages.len(), "{} of {}", program.len(), packages.len());
    let mut wrong = Vec::new();
    for package in packages {
        let (name, licence) = (word(package, "name"), word(package, "license"));
        let in_tests = !program.contains(word(package, "id"));
        let allowed = |one: &str| IN_PROGRAM.contains(&one) || in_tests && IN_TESTS.contains(&one);
        match lets(licence, &allowed) {
            Some(true) => {}
            Some(false) => wrong.push(format!("{name}: `{licence}` is not among those that are allowed")),
            None => wrong.push(format!("{name}: `{licence}` is no licence expression")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Crates by which a program asks something of a network, or trusts another library with it: this one asks nothing.
const BANNED: &[&str] = &[
    "curl",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "openssl-sys",
    "reqwest",
    "rustls",
    "tokio",
    "tungstenite",
    "ureq",
];

#[test]
fn no_crate_of_the_program_talks_to_a_network() {
    let metadata = metadata();
    let program = of_program(&metadata);
    let packages = list(&metadata, "packages").iter().filter(|package| program.contains(word(package, "id")));
    let found: Vec<&str> = packages.map(|package| word(package, "name")).filter(|name| BANNED.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// A test asks nothing of a network, so the advisories are those that `cargo audit` fetched before, if it did.
#[test]
#[expect(clippy::print_stdout, reason = "which of the two was run is shown with `--nocapture`")]
fn known_faults_of_crates_are_looked_up_where_the_advisories_are_at_hand() {
    let audit =
        |arguments: &[&str]| Command::new("cargo").arg("audit").args(arguments).current_dir(repository()).output();
    if !audit(&["--version"]).is_ok_and(|output| output.status.success()) {
        println!("ran: licences, bans and checksums; not: advisories, for `cargo audit` is not installed");
        return;
    }
    let output = audit(&["--no-fetch", "--quiet"]).expect("it could be run before");
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    // With 1 it found something; any other code says that it has no advisories.
    match output.status.code() {
        Some(0) => println!("ran: licences, bans, checksums and advisories"),
        Some(1) if told.contains("RUSTSEC-") => panic!("{told}"),
        _ => println!("ran: licences, bans and checksums; not: advisories, which are not at hand: {told}"),
    }
}

#[test]
fn every_crate_comes_from_the_registry_with_a_checksum() {
    let lock = std::fs::read_to_string(repository().join("Cargo.lock")).expect("it can be read");
    let lock: toml::Table = toml::from_str(&lock).expect("it is TOML");
    let packages = lock["package"].as_array().expect("it names packages");
    let known = |package: &&toml::Value| {
        let of = |name: &str| package.get(name).and_then(toml::Value::as_str);
        of("name") == Some("collatio")
            || of("source").is_some_and(|s| s.starts_with("registry+")) && of("checksum").is_some()
    };
    let strange: Vec<_> = packages.iter().filter(|package| !known(package)).collect();
    assert!(strange.is_empty(), "{strange:#?}");
}

#[test]
fn a_licence_expression_is_read_as_it_is_meant() {
    let allowed = |one: &str| ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].contains(&one);
    for good in ["MIT", "GPL-3.0-only OR MIT", "GPL-2.0/MIT", "(X OR MIT) AND ISC", "X AND Y OR MIT AND (ISC)"] {
        assert_eq!(lets(good, &allowed), Some(true), "{good}");
    }
    assert_eq!(lets("Apache-2.0 WITH LLVM-exception OR X", &allowed), Some(true));
    for bad in ["GPL-3.0-only", "MIT AND X", "(MIT OR ISC) AND X", "Apache-2.0", "mit", "MIT WITH LLVM-exception"] {
        assert_eq!(lets(bad, &allowed), Some(false), "{bad}");
    }
    for none in ["", "MIT OR", "(MIT", "MIT)", "MIT ISC", "AND MIT", "MIT WITH"] {
        assert_eq!(lets(none, &allowed), None, "{none}");
    }
}
