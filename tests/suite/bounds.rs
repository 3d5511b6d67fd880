//! What is too much is bounded: it grows in a line with what comes in, or is refused with a reason. Nothing ends the program.

use std::fmt::Write as _;
use std::fs::File;

use crate::cli::site;
use crate::sandbox::{Run, Sandbox};

/// A page of prose.
fn prose(sandbox: &Sandbox, text: &str) {
    sandbox.put("content/pages/long.md", format!("+++\ntitle = \"Long\"\n+++\n\n{text}\n"));
}

fn check(sandbox: &Sandbox) -> Run {
    sandbox.run(&["check", "--format", "concise"])
}

#[test]
fn of_thousands_of_faults_on_one_line_the_first_are_told_and_the_rest_counted() {
    let sandbox = site();
    prose(&sandbox, &"[\u{44f}](b) ".repeat(30_000));
    let run = check(&sandbox);
    assert_eq!(run.code, 1);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 1001, "{}", lines[lines.len() - 1]);
    assert!(
        lines[1].starts_with("content/pages/long.md:5:8: ") && lines[1000].starts_with("and 29000 more"),
        "{}",
        lines[1000]
    );
    let all = sandbox.run(&["check", "--format", "json"]);
    assert_eq!(all.out.lines().count(), 30_000);
    assert!(
        all.out.lines().last().is_some_and(|line| line.contains("\"column\":209994")),
        "{:?}",
        all.out.lines().last()
    );
}

#[test]
fn damage_on_one_line_takes_a_time_that_grows_with_its_length_alone() {
    let sandbox = site();
    prose(&sandbox, &"\u{202e} ".repeat(100_000));
    let begun = std::time::Instant::now();
    assert_eq!(check(&sandbox).code, 1);
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

#[test]
fn thousands_of_footnotes_are_printed() {
    let sandbox = site();
    let mut text: String = (0..4000).map(|n| format!("a[^{n}] ")).collect();
    (0..4000).for_each(|n| {
        let _ = write!(text, "\n\n[^{n}]: note {n}");
    });
    prose(&sandbox, &text);
    assert_eq!(sandbox.run(&["build"]).code, 0);
}

#[test]
fn a_picture_that_no_telephone_could_load_is_refused_and_never_read() {
    let sandbox = site();
    sandbox.put("content/pictures/small.png", "x");
    let file = File::create(sandbox.path().join("content/pictures/poster.png")).expect("it can be made");
    file.set_len(300_000_000).expect("it can be that long");
    let run = check(&sandbox);
    assert!(run.code == 1 && run.err.starts_with("content/pictures/poster.png:1:1: error[too-large]"), "{run:?}");
    assert_eq!(run.err.lines().count(), 1, "{run:?}");
}

#[test]
fn thousands_of_days_by_name_are_refused() {
    let sandbox = site();
    let days: Vec<String> =
        (0..6000).map(|n| format!("\"{}-{:02}-{:02}\"", 1990 + n / 336, n / 28 % 12 + 1, n % 28 + 1)).collect();
    sandbox.put("collatio.toml", format!("edition = \"2026-01-31\"\n[days]\nalso = [{}]\n", days.join(", ")));
    let run = check(&sandbox);
    assert!(run.code == 1 && run.err.starts_with("collatio.toml:3:8: error[many-days]: 6000 days"), "{run:?}");
}

#[test]
fn pages_of_prose_do_not_each_name_all_others() {
    let sandbox = site();
    for n in 0..100 {
        sandbox.put(&format!("content/pages/p{n:03}.md"), format!("+++\ntitle = \"Page {n}\"\n+++\n\nWords.\n"));
    }
    assert_eq!(sandbox.run(&["build"]).code, 0);
    let read = |path: &str| std::fs::read_to_string(sandbox.path().join("public").join(path)).expect("it was written");
    let last = read("pages/p099.html");
    let is_named = |n: &i32| ["", "../pages/"].iter().any(|way| last.contains(&format!("href=\"{way}p{n:03}.html\"")));
    let named = (0..100).filter(is_named).count();
    assert!((60..=62).contains(&named), "{named}");
    let list = read("search/index.html");
    assert!((0..100).all(|n| list.contains(&format!("pages/p{n:03}.html"))), "the page of the search lists all");
}

#[test]
fn a_template_without_an_end_is_a_fault_in_it() {
    let long = "x".repeat(10_000);
    for (name, text, place) in [
        ("about.html", format!("<p>\n{{% for i in range(end=100000) %}}{long}{{% endfor %}}"), "about.html:2:1: "),
        (
            "about.html",
            "{% component a(n) %}x{{ <a n={n} /> }}{% endcomponent a %}{{ <a n={1} /> }}".to_owned(),
            "about.html:1:",
        ),
        ("about.html", format!("{{{{ {}1{} }}}}", "(".repeat(50_000), ")".repeat(50_000)), "about.html:1:"),
        ("about.html", "{% if true %}".repeat(50_000), "about.html:1:"),
        ("about.html", "{% for i in range(end=100000000000) %}x{% endfor %}".to_owned(), "about.html:1:"),
        (
            "about.html",
            "<p>{% for i in range(end=100000) -%}\n  {% for j in range(end=100000) %}\n{% endfor %}{% endfor %}"
                .to_owned(),
            "about.html:2:3: ",
        ),
        (
            "about.html",
            "{% component a(n) %}{% if n < 19 %}{% set x = <a n={n + 1} /> ~ <a n={n + 1} /> ~ <a n={n + 1} /> %}\
             {% endif %}{% endcomponent a %}{{ <a n={1} /> }}"
                .to_owned(),
            "about.html:1:1: ",
        ),
    ] {
        let sandbox = site();
        sandbox.put(&format!("themes/default/templates/{name}"), text);
        let run = check(&sandbox);
        let first = run.err.lines().next().unwrap_or_default();
        assert!(run.code == 1 && first.contains(place) && first.contains("[template-fault]"), "{first}");
    }
}

#[test]
fn brackets_in_a_message_that_are_nested_too_deep_are_a_fault() {
    let sandbox = site();
    let text = format!("skip = Skip\nown = {}\"x\"{}\n", "{ ".repeat(20_000), " }".repeat(20_000));
    sandbox.put("themes/default/messages/en.ftl", text);
    let run = check(&sandbox);
    assert!(run.code == 1 && run.err.contains("en.ftl:2:") && run.err.contains("nested too deep"), "{run:?}");
}
