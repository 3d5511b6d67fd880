//! What `build` and `package` refuse, `check` says, in the same words and with a place: nothing that an author can cause
//! ends in "a bug in Collatio", or with the exit code of a machine's trouble.

use crate::cli::site;
use crate::sandbox::Sandbox;

const SOURCE: &str = "+++\ncitation = \"Gazette\"\n+++\n";
const LAW: &str = "+++\ntitle = \"Ferries\"\n[[citation]]\nsource = \"gazette\"\nplace = \"p. 1\"\n+++\n";

/// Runs `check`, `build` and `package`: each ends with one, and reports the fault in the file.
fn refused(sandbox: &Sandbox, code: &str, file: &str, why: &str) {
    for arguments in [&["check"][..], &["build"], &["package", "--out", "copy.zip"]] {
        let run = sandbox.run(&[arguments, &["--format", "concise"]].concat());
        let told = run.err.lines().find(|line| line.contains(&format!("[{code}]")) && line.starts_with(file));
        assert!(run.code == 1 && told.is_some_and(|line| line.contains(why)), "{arguments:?}, {code}, {file}: {run:?}");
        assert!(!run.err.contains("bug in Collatio") && !run.err.contains("[accident]"), "{run:?}");
    }
    assert!(!sandbox.path().join("public").exists() && !sandbox.path().join("copy.zip").exists());
}

#[test]
fn files_of_a_theme_have_names_that_every_system_can_hold() {
    let long = format!("{}.png", "a".repeat(98));
    let deep = format!("{}a.js", "abcdefghij/".repeat(14));
    let names = [
        "Inter-Regular.woff2",
        "a b.css",
        "con.js",
        "fonts/NUL.woff2",
        "\u{e9}.png",
        "x:y.js",
        "com1.txt",
        &long,
        &deep,
    ];
    for name in names.into_iter().filter(|name| cfg!(unix) || !name.contains(':')) {
        let sandbox = site();
        sandbox.put(&format!("themes/default/static/{name}"), "x");
        refused(&sandbox, "theme-file-name", &format!("themes/default/static/{name}"), "cannot be published");
    }
    let sandbox = site();
    sandbox.put("themes/default/static/fonts/inter-regular.woff2", "x");
    assert_eq!(sandbox.run(&["build"]).code, 0);
}

#[test]
fn the_whole_address_of_a_page_has_one_limit() {
    let country = "kingdom-of-ruritania-and-its-dependencies-and-territories";
    let law = "law-on-additions-to-certain-acts-on-inland-ferries-and-on-their-lights";
    let file = format!("content/countries/{country}/laws/{law}/index.md");
    let sandbox = site();
    sandbox.put(&format!("content/countries/{country}/index.md"), "+++\nname = \"Ruritania\"\n+++\n");
    sandbox.put(&file, LAW);
    sandbox.put("content/sources/gazette.md", SOURCE);
    refused(&sandbox, "unfit-address", &file, "150 are allowed");
    // With four letters less it is built and packed, whatever the site is called.
    let sandbox = site();
    let short = &law[..law.len() - 5];
    sandbox.put("collatio.toml", "title = \"A title of four and twenty\"\nedition = \"2026-01-31\"\n");
    sandbox.put(&format!("content/countries/{country}/index.md"), "+++\nname = \"Ruritania\"\n+++\n");
    sandbox.put(&format!("content/countries/{country}/laws/{short}/index.md"), LAW);
    sandbox.put("content/sources/gazette.md", SOURCE);
    for arguments in [&["build"][..], &["package", "--only", "country=xa", "--out", "copy.zip"]] {
        let run = sandbox.run(arguments);
        assert_eq!(run.code, 0, "{run:?}");
    }
}

#[test]
fn no_two_files_of_the_site_have_one_address() {
    let sandbox = site();
    sandbox.put("collatio.toml", "title = \"Law\"\nedition = \"2026-01-31\"\n[days]\nprovisions = \"changes\"\n");
    sandbox.put("content/sources/gazette.md", SOURCE);
    sandbox.put("content/countries/xa/laws/code/index.md", LAW);
    let article = |number: &str| {
        format!(
            "+++\narticle = \"{number}\"\n[[wording]]\nfrom = \"2004-10-05\"\nsource = \"gazette\"\nplace = \"p. 1\"\nquote = \"Words.\"\n+++\n"
        )
    };
    sandbox.put("content/countries/xa/laws/code/12.md", article("12"));
    sandbox.put("content/countries/xa/laws/code/12-on-2004-10-05.md", article("13"));
    refused(&sandbox, "address-twice", "content/countries/xa/laws/code/12-on-2004-10-05.md", "two pages");
    let sandbox = site();
    sandbox.put("content/map.png", "x");
    sandbox.put("content/pictures/map.png", "x");
    refused(&sandbox, "bad-file-name", "content/pictures/map.png", "content/map.png");
}

#[test]
fn names_that_a_system_reserves_are_refused_wherever_they_become_addresses() {
    let sandbox = site();
    sandbox.put("content/pictures/aux.png", "x");
    refused(&sandbox, "bad-file-name", "content/pictures/aux.png", "Windows");
    let sandbox = site();
    sandbox.put("content/topics/nul.md", "+++\ntitle = \"Nothing\"\n+++\n");
    refused(&sandbox, "bad-file-name", "content/topics/nul.md", "Windows");
    let sandbox = site();
    sandbox.put("content/topics/one.md", "+++\ntitle = \"One\"\naliases = [\"prn\"]\n+++\n");
    let run = sandbox.run(&["check", "--format", "concise"]);
    assert!(run.code == 1 && run.err.starts_with("content/topics/one.md"), "{run:?}");
}

#[test]
fn a_template_that_fails_at_one_page_or_only_in_a_package_is_found_by_a_check() {
    let of_one = "{% extends \"default/country.html\" %}\n{% block lead %}{% if page.path == \"countries/xb/index.html\" %}{{ page.nothing.here }}{% endif %}{% endblock %}\n";
    for (name, text) in [
        ("country.html", of_one),
        ("start.html", "{{ copy.nothing.here }}"),
        ("handbook.html", "{{ book.nothing.here }}"),
        ("part-note.html", "{{ part.nothing.here }}"),
    ] {
        let sandbox = site();
        sandbox.put(&format!("themes/default/templates/{name}"), text);
        let run = sandbox.run(&["check", "--format", "concise"]);
        let place = format!("themes/default/templates/{name}:");
        assert!(run.code == 1 && run.err.starts_with(&place) && run.err.contains("[template-fault]"), "{run:?}");
    }
}

#[test]
fn a_link_to_the_web_is_one_in_large_letters_too_and_every_other_scheme_is_refused() {
    let sandbox = site();
    sandbox.put(
        "content/pages/links.md",
        "+++\ntitle = \"Links\"\n+++\n\n[one](HTTPS://example.org/a), <Http://example.org/b> and [mail](MailTo:a@example.org).\n",
    );
    assert_eq!(sandbox.run(&["build"]).code, 0);
    let html = std::fs::read_to_string(sandbox.path().join("public/pages/links.html")).expect("it was written");
    for address in ["HTTPS://example.org/a", "Http://example.org/b", "MailTo:a@example.org"] {
        assert!(html.contains(&format!("href=\"{address}\" rel=\"external noreferrer\"")), "{html}");
    }
    for bad in [
        "https:example.org",
        "https:///example.org",
        "JavaScript:alert(1)",
        "DATA:text/html,x",
        "VBScript:x",
        "Https:\\\\example.org",
    ] {
        let sandbox = site();
        sandbox.put("content/pages/links.md", format!("+++\ntitle = \"Links\"\n+++\n\n[one](<{bad}>).\n"));
        refused(&sandbox, "link-scheme", "content/pages/links.md:5:1", "the link leads to");
    }
}

#[test]
fn the_address_of_the_site_has_no_query_no_fragment_and_no_user() {
    for bad in
        ["https://example.org/?a=b", "https://example.org/#top", "https://me:secret@example.org/", "ftp://example.org/"]
    {
        let sandbox = site();
        sandbox.put("collatio.toml", format!("edition = \"2026-01-31\"\nbase_url = \"{bad}\"\n"));
        refused(&sandbox, "bad-address", "collatio.toml:2:12", bad);
    }
    let sandbox = site();
    sandbox.put("collatio.toml", "edition = \"2026-01-31\"\nbase_url = \"https://example.org/@me/atlas\"\n");
    assert_eq!(sandbox.run(&["check"]).code, 0);
}

#[test]
fn a_language_in_which_the_theme_has_no_words_is_told_until_it_has_some() {
    let sandbox = site();
    sandbox.put("collatio.toml", "edition = \"2026-01-31\"\nlanguage = \"kk\"\n");
    let run = sandbox.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("collatio.toml:2:12: warning[interface-language]"), "{run:?}");
    sandbox.put("themes/default/messages/kk.ftl", "language-name = қазақша\n");
    let run = sandbox.run(&["build"]);
    assert!(!run.err.contains("interface-language"), "{run:?}");
}

#[test]
fn notes_of_authors_are_not_opened_and_a_name_that_only_looks_like_theirs_is() {
    let sandbox = site();
    for name in ["_notes/scan.pdf", "_notes/index.md", "laws/_notes/draft/letter.md"] {
        sandbox.put(&format!("content/countries/xa/{name}"), "x");
    }
    assert_eq!(sandbox.run(&["check", "--deny", "warnings"]).code, 0);
    sandbox.put("content/countries/xa/_index.md", "x");
    refused(&sandbox, "misplaced-file", "content/countries/xa/_index.md:1:1", "_index");
}

#[test]
fn what_desktops_and_office_leave_behind_is_overlooked_and_copies_in_conflict_are_not() {
    let sandbox = site();
    for name in [
        ".DS_Store",
        "Thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "Desktop.ini",
        "~$core.md",
        "~$Profile.docx",
        "._index.md",
        "__MACOSX/._index.md",
        ".~lock.12.md#",
        "#index.md#",
        "4913",
        "index.md~",
        "index.md.bak",
        "index.md.swp",
        ".obsidian/app.json",
        "@eaDir/index.md",
    ] {
        sandbox.put(&format!("content/countries/xa/{name}"), "x");
        sandbox.put(&format!("themes/default/static/{name}"), "x");
        sandbox.put(&format!("public/{name}"), "x");
        if name.starts_with(['#', '4', 'i']) {
            std::fs::remove_file(sandbox.path().join("public").join(name)).expect("it is there");
        }
    }
    let run = sandbox.run(&["build", "--deny", "warnings"]);
    assert_eq!(run.code, 0, "{run:?}");
    for name in [
        "index (1).md",
        "index - Copy.md",
        "12 2.md",
        "index-LAPTOP7.md",
        "index (Ann's conflicted copy 2026-01-02).md",
    ] {
        let sandbox = site();
        let path = format!("content/countries/xa/{name}");
        sandbox.put(&path, "+++\nname = \"Xa\"\n+++\n");
        let run = sandbox.run(&["check", "--format", "concise"]);
        assert!(run.code == 1 && run.err.contains(&path), "{run:?}");
    }
}
