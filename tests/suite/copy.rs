//! The offline copy: its bytes, its list of sums, its parts, its weight.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;

use crate::cli::site;
use crate::html::{Page, join};
use crate::sandbox::Sandbox;
use crate::shipped::repository;

/// A file of an archive, read by its directory.
pub struct Packed {
    pub path: String,
    flags: u16,
    stamp: u32,
    mode: u32,
    pub bytes: Vec<u8>,
}

/// Reads an archive the way others do: from the end to the directory, from there to each file.
pub fn unpack(archive: &[u8]) -> Vec<Packed> {
    let short = |at: usize| u16::from_le_bytes(archive[at..at + 2].try_into().expect("two bytes"));
    let long = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().expect("four bytes"));
    let end = archive.len() - 22;
    assert_eq!(long(end), 0x0605_4b50, "the end of the archive");
    let mut at = long(end + 16) as usize;
    let mut files = Vec::new();
    for _ in 0..short(end + 10) {
        assert_eq!(long(at), 0x0201_4b50, "an entry of the directory");
        let (packed, length, name) = (long(at + 20) as usize, long(at + 24) as usize, short(at + 28) as usize);
        let path = String::from_utf8(archive[at + 46..at + 46 + name].to_vec()).expect("names are UTF-8");
        let head = long(at + 42) as usize;
        assert_eq!(long(head), 0x0403_4b50, "the head of a file");
        assert_eq!(archive[head + 6..head + 28], archive[at + 8..at + 30], "{path}: the two heads agree");
        let start = head + 30 + short(head + 26) as usize + short(head + 28) as usize;
        let body = &archive[start..start + packed];
        let mut bytes = Vec::new();
        match short(at + 10) {
            0 => bytes.extend_from_slice(body),
            _ => drop(flate2::read::DeflateDecoder::new(body).read_to_end(&mut bytes).expect("it is deflated")),
        }
        let mut crc = flate2::Crc::new();
        crc.update(&bytes);
        assert_eq!((bytes.len(), crc.sum()), (length, long(at + 16)), "{path}");
        files.push(Packed { path, flags: short(at + 8), stamp: long(at + 12), mode: long(at + 38) >> 16, bytes });
        at += 46 + name;
    }
    assert_eq!(at, end, "the directory ends where the archive does");
    files
}

/// Packs the site of a sandbox and lays the files of the archive into its folder `copy`.
fn unpacked(sandbox: &Sandbox) -> String {
    let run = sandbox.run(&["package", "--out", "a.zip"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let files = unpack(&std::fs::read(sandbox.path().join("a.zip")).expect("it was written"));
    let folder = files[0].path.split('/').next().expect("there is a folder").to_owned();
    for file in files {
        sandbox.put(&format!("copy/{}", file.path), file.bytes);
    }
    format!("copy/{folder}")
}

#[test]
fn two_processes_pack_the_same_bytes_whatever_the_file_is_called() {
    let sandbox = site();
    for (name, threads) in [("one.zip", "1"), ("Вторая копия.zip", "3")] {
        let output = sandbox.command(&["package", "--out", name]).env("RAYON_NUM_THREADS", threads).output();
        assert!(output.is_ok_and(|output| output.status.success()));
    }
    let read = |name: &str| std::fs::read(sandbox.path().join(name)).expect("it was written");
    assert_eq!(read("one.zip"), read("Вторая копия.zip"));
}

#[test]
fn all_lies_in_one_folder_in_order_with_one_time_and_one_mode() {
    let sandbox = site();
    let run = sandbox.run(&["package"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let name = "law-in-two-countries-2026-01-31";
    let files = unpack(&std::fs::read(sandbox.path().join(format!("{name}.zip"))).expect("it has this name"));
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert!(paths.is_sorted());
    assert!(paths.iter().all(|path| path.starts_with(&format!("{name}/")) && path.len() < 180));
    let (first, list) = (format!("{name}/index.html"), format!("{name}/SHA256SUMS"));
    let beside: Vec<&&str> = paths.iter().filter(|path| !path.starts_with(&format!("{name}/site/"))).collect();
    assert!(beside.contains(&&&*first) && beside.contains(&&&*list), "{beside:?}");
    let noon = (((2026 - 1980) << 9 | 1 << 5 | 31) << 16) | 12 << 11;
    for file in &files {
        assert_eq!((file.flags, file.stamp, file.mode), (1 << 11, noon, 0o100_644), "{}", file.path);
    }
}

#[test]
fn the_handbook_needs_no_other_file_and_its_links_lead_to_places_in_it() {
    for only in [&[][..], &["country=kz,kg"][..]] {
        let files = part(only);
        let html = std::str::from_utf8(&files["handbook.html"]).expect("pages are UTF-8");
        let page = Page::of(html);
        let ids: Vec<&str> = page.attributes("id").collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "each name stands once");
        for link in page.all("a[href]") {
            let href = link.attr("href").unwrap_or_default();
            let place = href.strip_prefix('#');
            assert!(place.map_or(href.contains(':'), |place| known.contains(place)), "{href}");
        }
        assert!(page.all("script, link[rel=stylesheet], img:not([src^='data:'])").is_empty());
        page.one("h1");
        let chapters = ["about", "countries-kz", "matrix", "treaties", "glossary", "sources", "place-sources-iom-2005"];
        assert!(chapters.iter().all(|id| known.contains(id)), "{chapters:?}");
        assert_eq!(known.contains("countries-uz"), only.is_empty());
    }
}

#[test]
fn the_site_lies_in_the_copy_as_it_was_built() {
    let sandbox = site();
    let folder = unpacked(&sandbox);
    assert_eq!(sandbox.run(&["build"]).code, 0);
    let tree = |path: &str| crate::sandbox::tree(&sandbox.path().join(path));
    let mut built = tree("public");
    built.retain(|path, _| path != ".collatio");
    assert_eq!(tree(&format!("{folder}/site")), built);
}

#[test]
fn a_copy_that_is_whole_is_said_to_be_and_what_differs_is_named() {
    let sandbox = site();
    let folder = unpacked(&sandbox);
    let whole = sandbox.run(&["verify", &folder]);
    assert_eq!(whole.code, 0, "{}{}", whole.out, whole.err);
    sandbox.put(&format!("{folder}/site/Thumbs.db"), "a desktop's");
    assert_eq!(sandbox.run(&["verify", &folder]).code, 0);

    let changed = format!("{folder}/site/index.html");
    let mut bytes = std::fs::read(sandbox.path().join(&changed)).expect("it is there");
    bytes[100] ^= 1;
    sandbox.put(&changed, bytes);
    std::fs::remove_file(sandbox.path().join(&folder).join("site/404.html")).expect("it is there");
    sandbox.put(&format!("{folder}/site/countries/новое.html"), "added");
    let run = sandbox.run(&["verify", &folder]);
    assert_eq!(run.code, 1);
    let lines: Vec<&str> = run.out.lines().collect();
    let named = ["changed: site/index.html", "missing: site/404.html", "added: site/countries/новое.html"];
    assert_eq!(lines[..3], named, "{}", run.out);
    assert!(lines[3].ends_with("1 changed, 1 missing, 1 added"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_added_and_never_opened_and_all_is_found_in_one_run() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let sandbox = site();
    let folder = unpacked(&sandbox);
    let at = |path: &str| sandbox.path().join(&folder).join(path);
    let pipe = |path: &str| {
        let made = std::process::Command::new("mkfifo").arg(at(path)).status().expect("it can be run");
        assert!(made.success());
    };
    // A name with a `\\` is one name here, and not the path of a file that is listed.
    std::fs::rename(at("site/assets/common.js"), at("site\\assets\\common.js")).expect("it is there");
    pipe("site/pipe");
    let _socket = std::os::unix::net::UnixListener::bind(at("s")).expect("it can be made");
    std::fs::remove_file(at("site/404.html")).expect("it is there");
    pipe("site/404.html");
    std::fs::rename(at("site/index.html"), at("site/first.html")).expect("it is there");
    symlink("first.html", at("site/index.html")).expect("it can be made");
    symlink("/dev/zero", at("site/zero")).expect("it can be made");
    symlink(".", at("site/round")).expect("it can be made");
    std::fs::set_permissions(at("site/about/index.html"), std::fs::Permissions::from_mode(0o000)).expect("it is there");
    let may_all = std::fs::read(at("site/about/index.html")).is_ok();
    let run = sandbox.run(&["verify", &folder]);
    assert_eq!(run.code, 1, "{run:?}");
    let lines: Vec<&str> = run.out.lines().collect();
    let mut expected = vec!["missing: site/404.html", "missing: site/assets/common.js", "missing: site/index.html"];
    expected.extend(["added: s", "added: site/404.html", "added: site/first.html", "added: site/index.html"]);
    expected.extend(["added: site/pipe", "added: site/round", "added: site/zero", "added: site\\assets\\common.js"]);
    assert_eq!(lines[..expected.len()], expected, "{}", run.out);
    assert!(may_all || lines[expected.len()].starts_with("cannot be read: site/about/index.html: "), "{}", run.out);
}

#[test]
fn faulty_lines_of_the_list_are_told_with_all_else_and_a_list_that_is_no_file_is_refused() {
    let sandbox = site();
    let folder = unpacked(&sandbox);
    let list = sandbox.path().join(&folder).join("SHA256SUMS");
    let text = std::fs::read_to_string(&list).expect("it is there");
    let first = text.lines().next().expect("it has lines");
    let other = format!("{}  {}", "0".repeat(64), &first[66..]);
    std::fs::write(&list, format!("{other}\nno sum\n{text}")).expect("it can be written");
    sandbox.put(&format!("{folder}/site/new.html"), "added");
    let run = sandbox.run(&["verify", &folder]);
    assert_eq!(run.code, 1, "{run:?}");
    let lines: Vec<&str> = run.out.lines().collect();
    let name = &first[66..];
    assert_eq!(lines[..2], [format!("changed: {name}"), "added: site/new.html".to_owned()], "{}", run.out);
    let told = ["list: line 2 is not a checksum".to_owned(), format!("list: line 3 lists `{name}` again")];
    assert_eq!(lines[2..4], told, "{}", run.out);
    assert!(lines[4].contains("1 changed, 0 missing, 1 added; 2 lines of the list"), "{}", run.out);
    std::fs::write(&list, "no sum\n").expect("it can be written");
    let run = sandbox.run(&["verify", &folder]);
    assert!(run.code == 2 && run.err.contains("has no checksum"), "{run:?}");
    std::fs::remove_file(&list).expect("it is there");
    std::fs::create_dir(&list).expect("it can be made");
    let run = sandbox.run(&["verify", &folder]);
    assert!(run.code == 2 && run.err.contains("no regular file"), "{run:?}");
}

#[test]
fn a_folder_that_is_no_copy_cannot_be_verified() {
    let sandbox = site();
    unpacked(&sandbox);
    for (folder, help) in [("copy", "did you mean `copy"), ("content", "first page"), ("nothing", "unpack")] {
        let run = sandbox.run(&["verify", folder]);
        assert_eq!(run.code, 2, "{}", run.out);
        assert!(run.err.contains(help), "{}", run.err);
    }
}

#[test]
fn what_weighs_too_much_is_a_warning_with_its_place_and_can_be_denied() {
    let sandbox = site();
    let settings = "title = \"Law\"\n[budget]\npackage = \"1 KB\"\npage = \"300 B\"\ndata = \"1 MB\"\nstyles = \"1 B\"\n\
                    [[budget.kinds]]\nkind = \"home\"\npage = \"50 B\"\n[[budget.kinds]]\nkind = \"countrys\"\npage = \"1 MB\"\n";
    sandbox.put("collatio.toml", settings);
    let run = sandbox.run(&["package", "--format", "concise", "--out", "a.zip"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let places: BTreeSet<&str> = run.err.lines().filter_map(|line| line.split(": ").next()).collect();
    let expected = [3, 4, 6, 9, 12].map(|line| {
        let column = settings.lines().nth(line - 1).and_then(|l| l.find('"')).expect("a value") + 1;
        format!("collatio.toml:{line}:{column}")
    });
    assert_eq!(places, expected.iter().map(String::as_str).collect(), "{}", run.err);
    assert!(run.err.contains("[over-budget]") && run.err.contains("[unknown-page-kind]"), "{}", run.err);

    let denied = sandbox.run(&["package", "--deny", "warnings", "--out", "b.zip"]);
    assert_eq!(denied.code, 1);
    assert!(denied.out.contains("nothing written"), "{}", denied.out);
    assert!(!sandbox.path().join("b.zip").exists());
}

/// The pages of a part of the shipped site, by their paths in the site.
fn part(only: &[&str]) -> BTreeMap<String, Vec<u8>> {
    part_of(&repository(), only)
}

fn part_of(root: &Path, only: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let sandbox = Sandbox::new();
    let mut arguments = vec!["package", "--root", root.to_str().expect("a path"), "--out", "part.zip"];
    only.iter().for_each(|only| arguments.extend(["--only", only]));
    let run = sandbox.run(&arguments);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let files = unpack(&std::fs::read(sandbox.path().join("part.zip")).expect("it was written"));
    files
        .into_iter()
        .map(|file| (file.path.split_once('/').expect("all lies in a folder").1.to_owned(), file.bytes))
        .collect()
}

/// Links of a page that lead to no file of the part.
fn dead_links(path: &str, html: &str, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let page = Page::of(html);
    let links = page.attributes("href").chain(page.attributes("src"));
    let inside = links.filter(|href| !href.contains(':') && !href.starts_with('#'));
    let dead = inside.filter(|href| {
        let file = join(path, href.split('#').next().unwrap_or_default());
        !file.is_some_and(|file| files.contains_key(&file))
    });
    dead.map(|href| format!("{path}: {href}")).collect()
}

#[test]
fn a_part_has_its_own_pages_and_no_link_that_leads_nowhere() {
    let of_country = part(&["country=kz"]);
    let has = |path: &str| of_country.contains_key(&format!("site/{path}"));
    assert!(has("countries/kz/index.html") && has("matrix/index.html") && has("sources/iom-2005.html"));
    assert!(!has("countries/uz/index.html") && !has("data/collatio.json") && !has("data/index.html"));
    let on_days = of_country.keys().filter(|path| path.starts_with("site/countries/kz/on-"));
    assert!(on_days.count() > 0, "its days are its own");
    let of_topic = part(&["topic=definition"]);
    assert!(of_topic.contains_key("site/topics/definition.html") && !of_topic.contains_key("site/topics/history.html"));
    let both = part(&["country=kz,kg", "topic=definition"]);
    for files in [&of_country, &of_topic, &both] {
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
            assert_eq!(dead_links(path, html, files), Vec::<String>::new());
            assert_eq!(html.matches("class=\"part-note\"").count(), 1, "{path}");
        }
    }
}

#[test]
fn the_first_page_of_a_part_says_how_much_lies_in_it_with_each_file_counted_once() {
    let files = part_of(&repository().join("tests/sites/bilingual"), &["language=en"]);
    let beside = |path: &str| ["index.html", "SHA256SUMS"].contains(&path);
    let bytes: usize = files.iter().filter(|(path, _)| !beside(path)).map(|(_, bytes)| bytes.len()).sum();
    let start = String::from_utf8_lossy(&files["index.html"]);
    assert!(start.contains(&format!("{:.1} KB", bytes as f64 / 1e3)), "{bytes} bytes: {start}");
}

#[test]
fn the_way_out_leads_out_of_a_part_too_and_the_page_there_does_not_name_the_site() {
    let files = part_of(&repository().join("tests/sites/bilingual"), &["country=xr"]);
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("pages are UTF-8");
    assert!(text("site/questions/ferry.html").contains("<a class=\"leave-now\" href=\"../blank.html\""));
    for path in ["site/blank.html", "site/ru/blank.html"] {
        let blank = text(path);
        assert!(!blank.contains("Law of the rivers") && !blank.contains("Право рек"), "{blank}");
        assert!(!blank.contains("part-note") && !blank.contains("<a "), "{blank}");
    }
}

#[test]
fn a_part_of_something_unknown_is_refused_with_what_was_meant() {
    let sandbox = site();
    for (only, help) in
        [("country=nowhere", "there are: xa, xb"), ("country=xab", "there are: xa, xb"), ("topic=a", "no topic")]
    {
        let run = sandbox.run(&["package", "--only", only, "--out", "a.zip"]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains(help), "{only}: {}", run.err);
    }
    for bad in ["kz", "law=a", "country="] {
        assert_eq!(sandbox.run(&["package", "--only", bad]).code, 2, "{bad}");
    }
    assert!(!Path::new("a.zip").exists() && !sandbox.path().join("a.zip").exists());
}
