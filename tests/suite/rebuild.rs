//! Building again with what the last build left: after any edits the site and its faults are those of a build from
//! nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use collatio::text::Reporter;
use collatio::{Build, BuildCache, disk};

use crate::sandbox::{Sandbox, tree};
use crate::shipped::repository;

/// Pseudo-random numbers, the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A small site in two languages, in a folder of its own.
fn site() -> Sandbox {
    let sandbox = Sandbox::new();
    for (path, bytes) in tree(&repository().join("tests/sites/bilingual")) {
        sandbox.put(&path, bytes);
    }
    sandbox
}

fn texts(root: &Path) -> Vec<PathBuf> {
    let names = tree(root).into_keys().filter(|path| path.ends_with(".md"));
    names.map(|path| root.join(path)).collect()
}

/// Changes, adds, copies, renames, breaks or deletes one file, or mends all. Returns what it did.
fn edit(numbers: &mut Numbers, root: &Path, original: &BTreeMap<String, Vec<u8>>) -> String {
    let list = texts(root);
    let path = numbers.one(&list).clone();
    let text = fs::read_to_string(&path).expect("it is UTF-8");
    let write = |path: &Path, text: &str| fs::write(path, text).expect("it can be written");
    let beside = |name: String| path.with_file_name(name);
    let done = match numbers.below(9) {
        0 | 1 => {
            write(&path, &format!("{text}\nWords number {}.\n", numbers.below(1000)));
            "words"
        }
        2 => {
            write(&path, &text.replacen(" = \"", " = \"New ", 1));
            "a field"
        }
        3 => {
            write(&beside(format!("aa-{}.md", numbers.below(1000))), &text);
            "a copy"
        }
        4 => {
            fs::rename(&path, beside(format!("zz-{}.md", numbers.below(1000)))).expect("it can be renamed");
            "another name"
        }
        5 => {
            let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
            write(&path, &text[..half]);
            "half of it"
        }
        6 => {
            fs::remove_file(&path).expect("it can be deleted");
            "nothing left"
        }
        7 => {
            let settings = root.join("collatio.toml");
            let text = fs::read_to_string(&settings).expect("it is UTF-8");
            write(&settings, &text.replacen("title = \"", "title = \"The ", 1));
            "the settings"
        }
        _ => {
            texts(root).into_iter().for_each(|path| fs::remove_file(path).expect("it can be deleted"));
            for (path, bytes) in original {
                fs::write(root.join(path), bytes).expect("it can be written");
            }
            "all mended"
        }
    };
    format!("{done}: {}", path.display())
}

fn faults(build: &Build) -> Vec<String> {
    let mut reporter = Reporter::new(&build.files);
    build.diagnostics.iter().map(|found| format!("{} {:?}", reporter.concise(found), found.help)).collect()
}

#[test]
fn after_any_edits_a_site_is_the_one_that_is_built_from_nothing() {
    let sandbox = site();
    let root = sandbox.path();
    let original = tree(root);
    let (mut reader, mut cache) = (disk::Reader::default(), BuildCache::default());
    let mut numbers = Numbers(7);
    for step in 0..16 {
        let done = if step == 0 { String::new() } else { edit(&mut numbers, root, &original) };
        let (again, anew) = (reader.read(root).expect("it can be read"), disk::read(root).expect("it can be read"));
        assert_eq!(format!("{:?}", again.files), format!("{:?}", anew.files), "step {step}: {done}");
        let (again, anew) = (collatio::rebuild(again, &mut cache), collatio::build(&anew));
        assert_eq!(faults(&again), faults(&anew), "step {step}: {done}");
        let (again, anew) = (again.renderer.expect("it is there"), anew.renderer.expect("it is there"));
        assert_eq!(again.paths(), anew.paths(), "step {step}: {done}");
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let Ok(found) = anew.print(&mut |output| {
            files.entry(output.path).or_default().extend(output.bytes);
            Ok::<(), std::convert::Infallible>(())
        });
        assert!(found.is_empty(), "step {step}: {done}: {found:?}");
        for (path, bytes) in files {
            let served = again.file(&path).unwrap_or_else(|| panic!("step {step}: {done}: no {path}"));
            assert!(served.expect("it can be printed").bytes == bytes, "step {step}: {done}: {path}");
        }
    }
}

#[test]
fn a_fault_of_a_template_is_told_until_it_is_mended() {
    let sandbox = site();
    let (mut reader, mut cache) = (disk::Reader::default(), BuildCache::default());
    let mut codes = |change: &dyn Fn()| {
        change();
        let build = collatio::rebuild(reader.read(sandbox.path()).expect("it can be read"), &mut cache);
        build.diagnostics.iter().map(|found| found.fault.code).collect::<Vec<_>>()
    };
    let faulty = "{{ page.no.such }}";
    assert!(!codes(&|| {}).contains(&"template-fault"));
    assert!(codes(&|| sandbox.put("themes/default/templates/topic.html", faulty)).contains(&"template-fault"));
    let words = "+++\ntitle = \"Words\"\n+++\n";
    assert!(codes(&|| sandbox.put("content/pages/words.md", words)).contains(&"template-fault"));
    let mend = || fs::remove_file(sandbox.path().join("themes/default/templates/topic.html")).expect("it is there");
    assert!(!codes(&mend).contains(&"template-fault"));
}
