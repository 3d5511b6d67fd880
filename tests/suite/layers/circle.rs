//! No circle of files: whoever reads a file need only know those below it.
//!
//! An arrow leads from a file to each one that defines what it uses: what a `mod.rs` merely hands on is not its own, and
//! a name that it hands on is no arrow of it. Where methods of a type stand in another file than the type, an arrow
//! leads from the type's file to them as soon as one is called there. What is for tests alone makes no arrows.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{House, Source, Target};

/// From each file to those that it uses, each with a path that says so.
type Arrows = BTreeMap<usize, BTreeMap<usize, String>>;

fn arrows(house: &House) -> Arrows {
    let mut arrows = Arrows::new();
    for (from, source) in house.sources.iter().enumerate().filter(|(_, source)| !house.is_for_tests(source)) {
        let mut used: Vec<(usize, String)> = Vec::new();
        for import in source.imports.iter().filter(|import| !import.handed_on) {
            let to = match house.resolve(from, &import.path) {
                Target::Item(to) => Some(to),
                // Its items are named one by one, except where it has only its own.
                Target::Module(module) => Some(house.file_of(&module)).filter(|to| !house.sources[*to].is_ceiling()),
                Target::Elsewhere => None,
            };
            used.extend(to.map(|to| (to, format!("use {}", import.path.join("::")))));
        }
        for path in source.mentions.iter().filter(|path| says_something(source, path)) {
            if let Target::Item(to) = house.resolve(from, path) {
                used.push((to, path.join("::")));
            }
        }
        used.retain(|(to, _)| *to != from && !house.is_for_tests(&house.sources[*to]));
        for (to, why) in used {
            arrows.entry(from).or_default().entry(to).or_insert(why);
        }
    }
    for (of, name, at) in inherent(house) {
        let methods = house.sources[at].methods.iter().filter(|methods| methods.of.last() == Some(&name));
        let mut named = methods.flat_map(|methods| &methods.names);
        let called = named.find(|method| calls_method(&house.sources[of], &name, method));
        if let Some(method) = called.filter(|_| of != at) {
            arrows.entry(of).or_default().entry(at).or_insert(format!("{name}::{method}"));
        }
    }
    arrows
}

/// Whether a file calls a method of a type: `x.name(`, `Self::name`, `Type::name`.
fn calls_method(source: &Source, of: &str, method: &str) -> bool {
    let named =
        |path: &Vec<String>| matches!(path.as_slice(), [.., ty, last] if (ty == of || ty == "Self") && last == method);
    source.method_calls.contains(method) || source.mentions.iter().any(named)
}

/// A single name says something where it is a type or a function; else it may be any variable.
fn says_something(source: &Source, path: &[String]) -> bool {
    let [name] = path else { return true };
    name.starts_with(char::is_uppercase) || source.calls.contains(name)
}

/// Each inherent `impl` outside of tests: the file of the type, its name, the file of the `impl`.
fn inherent(house: &House) -> BTreeSet<(usize, String, usize)> {
    let mut found = BTreeSet::new();
    for (at, source) in house.sources.iter().enumerate().filter(|(_, source)| !house.is_for_tests(source)) {
        for methods in &source.methods {
            let of = match house.resolve(at, &methods.of) {
                Target::Item(of) => of,
                Target::Module(_) | Target::Elsewhere => at,
            };
            found.insert((of, methods.of.last().cloned().unwrap_or_default(), at));
        }
    }
    found
}

/// Types whose methods stand in several files, and each of these but one.
pub fn spread(house: &House) -> Vec<String> {
    let mut files: BTreeMap<(usize, String), BTreeSet<usize>> = BTreeMap::new();
    for (of, name, at) in inherent(house) {
        files.entry((of, name)).or_default().insert(at);
    }
    let mut found = Vec::new();
    for ((of, name), mut files) in files {
        if !files.remove(&of) {
            files.pop_first();
        }
        found.extend(files.iter().map(|at| format!("methods of {name} in {}", house.sources[*at].path)));
    }
    found
}

/// Arrows between files of different rooms, each with a path that says so.
pub fn between_rooms(house: &House) -> Vec<(&Source, &Source, String)> {
    let all = arrows(house).into_iter();
    let all = all.flat_map(|(from, to)| to.into_iter().map(move |(to, why)| (from, to, why)));
    let named = all.map(|(from, to, why)| (&house.sources[from], &house.sources[to], why));
    named.filter(|(from, to, _)| from.room() != to.room()).collect()
}

/// `use` of all of a module: what it brings in nobody sees, and no arrow can be told from it.
pub fn globs(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (at, source) in house.sources.iter().enumerate().filter(|(_, source)| !house.is_for_tests(source)) {
        let globs = source.imports.iter().filter(|import| import.name == "*");
        let of_module = |path: &[String]| matches!(house.resolve(at, path), Target::Module(_));
        let own = globs.filter(|import| of_module(&import.path[..import.path.len() - 1]));
        found.extend(own.map(|import| format!("{}: use {}", source.path, import.path.join("::"))));
    }
    found
}

/// The knots: sets of files each of which reaches each other, and the arrows inside.
pub fn knots(house: &House) -> Vec<Knot> {
    let arrows = arrows(house);
    let reached: Vec<BTreeSet<usize>> = (0..house.sources.len()).map(|from| reach(&arrows, from)).collect();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut knots = Vec::new();
    for from in 0..house.sources.len() {
        if !reached[from].contains(&from) || seen.contains(&from) {
            continue;
        }
        let members: BTreeSet<usize> =
            reached[from].iter().copied().filter(|other| reached[*other].contains(&from)).collect();
        seen.extend(&members);
        let path = |at: usize| house.sources[at].path.clone();
        let inside = members.iter().flat_map(|from| {
            let to = arrows[from].iter().filter(|(to, _)| members.contains(to));
            to.map(move |(to, why)| format!("{} -> {} ({why})", path(*from), path(*to)))
        });
        knots.push(Knot { arrows: inside.collect(), files: members.iter().map(|at| path(*at)).collect() });
    }
    knots
}

/// Files that cannot be read one after the other.
pub struct Knot {
    pub files: Vec<String>,
    pub arrows: Vec<String>,
}

fn reach(arrows: &Arrows, from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(at) = waiting.pop() {
        let next = arrows.get(&at).into_iter().flat_map(BTreeMap::keys);
        waiting.extend(next.copied().filter(|to| reached.insert(*to)));
    }
    reached
}
