//! Two coders who code the same cells, each in a file of their own.

use crate::html::Page;
use crate::sandbox::Sandbox;
use crate::shipped::page;

fn finding(question: &str, answer: &str, coder: &str, more: &str) -> String {
    format!(
        "[[finding]]\nquestion = \"{question}\"\nanswer = \"{answer}\"\nrests_on = [\"xr/code\"]\nobserved = \"2020\"\n\
         source = \"gazette\"\nplace = \"p. 3\"\ncoder = \"{coder}\"\n{more}\n"
    )
}

fn question(label: &str) -> String {
    format!(
        "+++\nwording = \"Is there a {label}?\"\nlabel = \"{label}\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n"
    )
}

/// A site with two questions, coded twice: the first alike, the second not; the second coder's last finding has `more`.
fn site(more: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let code = "+++\ntitle = \"Кодекс\"\n[[citation]]\nsource = \"gazette\"\nplace = \"p. 1\"\n+++\n";
    let first = finding("lamp", "yes", "coder-1", "") + &finding("bell", "yes", "coder-1", "");
    let second = finding("lamp", "yes", "coder-2", "") + &finding("bell", "no", "coder-2", more);
    for (path, text) in [
        ("collatio.toml", "title = \"Roads\"\nedition = \"2026-01-31\"\n".to_owned()),
        ("content/index.md", "+++\ntitle = \"Дороги\"\n+++\n".to_owned()),
        ("content/countries/xr/index.md", "+++\nname = \"Руритания\"\n+++\n".to_owned()),
        ("content/countries/xr/laws/code/index.md", code.to_owned()),
        ("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\nyear = \"2020\"\n+++\n".to_owned()),
        ("content/questions/roads/index.md", "+++\ntitle = \"Roads\"\n+++\n".to_owned()),
        ("content/questions/roads/lamp.md", question("lamp")),
        ("content/questions/roads/bell.md", question("bell")),
        ("content/countries/xr/findings/roads-coder-1.md", format!("+++\n{first}+++\n")),
        ("content/countries/xr/findings/roads-coder-2.md", format!("+++\n{second}+++\n")),
    ] {
        sandbox.put(path, text);
    }
    sandbox
}

#[test]
fn coders_who_differ_are_told_with_their_places_until_one_prevails() {
    let open = site("").run(&["agreement"]);
    assert_eq!(open.code, 1, "{open:?}");
    assert!(open.out.contains("  lamp: 1 coded twice, 100 % agree"), "{}", open.out);
    assert!(open.out.contains("  bell: 1 coded twice, 0 % agree"), "{}", open.out);
    let first = "coder-1 says `yes` (content/countries/xr/findings/roads-coder-1.md:11)";
    assert!(open.out.contains(first) && open.out.contains("coder-2 says `no`"), "{}", open.out);
    assert!(open.out.contains("2 cells coded twice: 50 % agree"), "{}", open.out);
    let check = site("").run(&["check", "--format", "concise"]);
    assert!(check.err.contains("warning[coders-disagree]") && !check.err.contains("error["), "{}", check.err);
    let decided = site("preferred = \"the second paragraph decides\"\n").run(&["agreement"]);
    assert_eq!(decided.code, 0, "{decided:?}");
    assert!(decided.out.contains("decided: `no`, the second paragraph decides"), "{}", decided.out);
}

/// The pages of the site as it is published.
fn built(sandbox: &Sandbox) -> collatio::Build {
    let build = collatio::build(&collatio::disk::read(sandbox.path()).expect("it can be read"));
    assert!(build.is_sound(), "{:?}", build.diagnostics);
    build
}

#[test]
fn what_coders_decided_is_the_answer_everywhere_and_their_disagreement_is_told_beside_it() {
    let build = built(&site("preferred = \"the second paragraph decides\"\n"));
    let words = |path: &str| Page::of(&page(&build, path)).words("main");
    for path in ["index.html", "compare/index.html", "countries/xr/index.html", "sections/roads.html"] {
        assert!(!words(path).contains("conflicting"), "{path}: {}", words(path));
    }
    let states = page(&build, "data/states.csv");
    assert!(states.contains("bell,xr") && !states.contains("conflicting"), "{states}");
    let question = words("questions/bell.html");
    let decided = "Coders read the source differently. Why this is preferred: the second paragraph decides";
    assert!(question.contains(decided) && !question.contains("conflicting"), "{question}");
    let disagreements = words("disagreements/index.html");
    assert!(disagreements.contains("Answers that two coders coded differently"), "{disagreements}");
    assert!(!disagreements.contains("Answers on which sources disagree"), "{disagreements}");
}

#[test]
fn until_coders_decide_and_where_another_source_disagrees_all_answers_are_shown() {
    let open = built(&site(""));
    let states = |build: &collatio::Build| page(build, "data/states.csv");
    assert!(states(&open).contains("conflicting"), "{}", states(&open));
    let sandbox = site("preferred = \"the second paragraph decides\"\n");
    let other = finding("bell", "yes", "coder-1", "").replace("\"gazette\"", "\"report\"");
    sandbox.put("content/sources/report.md", "+++\ncitation = \"Report\"\nyear = \"2020\"\n+++\n");
    sandbox.put("content/countries/xr/findings/report.md", format!("+++\n{other}+++\n"));
    let build = built(&sandbox);
    assert!(states(&build).contains("conflicting"), "{}", states(&build));
    let disagreements = Page::of(&page(&build, "disagreements/index.html")).words("main");
    assert!(disagreements.contains("Answers on which sources disagree"), "{disagreements}");
}

#[test]
fn the_order_of_several_answers_and_a_day_known_in_part_are_no_disagreement() {
    let measured = |kind: &str, first: &str, second: &str| {
        let sandbox = site("");
        let answers = if kind == "several" { "answers = { red = \"red\", blue = \"blue\" }\n" } else { "" };
        let own = question("bell").replace("kind = \"yes-no\"\n", &format!("kind = \"{kind}\"\n{answers}"));
        sandbox.put("content/questions/roads/bell.md", own);
        for (coder, answer) in [("coder-1", first), ("coder-2", second)] {
            let path = format!("content/countries/xr/findings/roads-{coder}.md");
            sandbox.put(&path, format!("+++\n{}+++\n", finding("bell", answer, coder, "")));
        }
        let check = sandbox.run(&["check", "--format", "concise"]).err.contains("coders-disagree");
        (sandbox.run(&["agreement"]).out.contains("bell: 1 coded twice, 100 % agree"), check)
    };
    assert_eq!(measured("several", "red, blue", "blue, red"), (true, false));
    assert_eq!(measured("several", "red, blue", "blue"), (false, true));
    assert_eq!(measured("date", "mid-2002", "2002"), (true, false));
    assert_eq!(measured("date", "mid-2002", "late-2002"), (false, true));
}

#[test]
fn what_was_coded_once_tells_nothing_and_json_says_the_same() {
    let sandbox = site("");
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", "+++\n+++\n");
    let once = sandbox.run(&["agreement"]);
    assert!(once.code == 0 && once.out.contains("no cell was coded by two coders"), "{once:?}");
    let lines = site("").run(&["agreement", "--format", "json"]).out;
    let objects: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert!(objects.iter().any(|object| object["section"] == "roads" && object["units"] == 2), "{lines}");
    let differ = objects.iter().find(|object| object["differ"].is_object()).expect("a difference");
    assert_eq!(differ["differ"]["codings"][1]["answer"], "no", "{differ}");
}

#[test]
fn what_a_file_says_once_holds_for_each_finding_that_does_not_say_it() {
    let sandbox = site("until = \"2015\"\n");
    let path = sandbox.path().join("content/countries/xr/findings/roads-coder-2.md");
    let text = std::fs::read_to_string(&path).expect("it is there");
    let defaults = "+++\n[defaults]\nuntil = \"2024\"\nconfirmed_on = \"2026-01-02\"\n\n";
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", text.replacen("+++\n", defaults, 1));
    let survey = collatio::survey(&collatio::disk::read(sandbox.path()).expect("it can be read"));
    let of = |question: &str| {
        let findings = &survey.corpora[0].findings;
        let found = findings.iter().find(|f| f.question.value.as_str() == question && f.coder() == "coder-2");
        let found = found.expect("it is there");
        let until = found.until.as_ref().map(|until| until.value.to_string());
        (until.unwrap_or_default(), found.head.confirmed_on.as_ref().map(ToString::to_string).unwrap_or_default())
    };
    assert_eq!(of("lamp"), ("2024".to_owned(), "2026-01-02".to_owned()));
    assert_eq!(of("bell"), ("2015".to_owned(), "2026-01-02".to_owned()), "its own day goes before");
}

const HEADINGS: &str = "country,question,answer,rests_on,source,place,observed,coder\n";

/// The content of a site after rows of a sheet were imported into it.
fn imported(sandbox: &Sandbox, rows: &str) -> (crate::sandbox::Run, Vec<String>) {
    sandbox.put("rows.csv", format!("{HEADINGS}{rows}"));
    let run = sandbox.run(&["sheet", "import", "rows.csv", "--write"]);
    let tree = crate::sandbox::tree(&sandbox.path().join("content/countries/xr/findings"));
    (run, tree.into_keys().collect())
}

fn text(sandbox: &Sandbox, name: &str) -> String {
    let path = sandbox.path().join("content/countries/xr/findings").join(name);
    std::fs::read_to_string(path).unwrap_or_default()
}

#[test]
fn a_row_of_another_coder_is_a_second_coding_in_a_file_of_the_coders_own() {
    let sandbox = site("");
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", "+++\n+++\n");
    let first = text(&sandbox, "roads-coder-1.md");
    let (run, files) = imported(
        &sandbox,
        "xr,lamp,yes,xr/code,gazette,p. 3,2020,coder-3\nxr,bell,no,xr/code,gazette,p. 3,2020,coder-3\n",
    );
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("coders differ: `xr`, `bell`") && run.err.contains("collatio agreement"), "{}", run.err);
    assert!(run.out.contains("new: xr, lamp (row 2)") && run.out.contains("new: xr, bell (row 3)"), "{}", run.out);
    assert!(files.contains(&"roads-coder-3.md".to_owned()), "{files:?}");
    assert_eq!(text(&sandbox, "roads-coder-1.md"), first, "the first coder's file stays as it is");
    assert_eq!(text(&sandbox, "roads-coder-3.md").matches("[[finding]]").count(), 2);
    let agreement = sandbox.run(&["agreement"]).out;
    assert!(agreement.contains("2 cells coded twice: 50 % agree"), "{agreement}");
    // Cells in which coders differ are no reason to refuse what they code next, and nothing is coded twice by one.
    let (again, _) = imported(&sandbox, "xr,lamp,yes,xr/code,gazette,p. 3,2020,coder-3\n");
    assert_eq!(again.out, "nothing to change\n", "{again:?}");
    let path = "content/countries/xr/findings/roads-coder-3.md";
    sandbox.put(
        path,
        text(&sandbox, "roads-coder-3.md").replacen(
            "coder = \"coder-3\"\n",
            "coder = \"coder-3\"\nnote = \"Added.\"\n",
            2,
        ),
    );
    let (again, _) = imported(&sandbox, "xr,lamp,yes,xr/code,gazette,p. 3,2020,coder-3\n");
    assert_eq!(again.out, "nothing to change\n", "the files may say more: {again:?}");
    let (third, files) = imported(&sandbox, "xr,lamp,no,xr/code,gazette,p. 3,2020,Анна\n");
    assert!(third.code == 0 && files.len() == 4, "{third:?} {files:?}");
    let (same, _) = imported(&sandbox, "xr,bell,yes,xr/code,gazette,p. 3,2020,coder-3\n");
    assert!(same.code == 1 && same.err.contains("conflicting") && same.err.contains("another coder"), "{same:?}");
}

#[test]
fn a_second_coder_answers_on_a_sheet_that_says_nothing_of_the_first() {
    let sandbox = site("");
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", "+++\n+++\n");
    let run = sandbox.run(&["sheet", "export", "--coder", "coder-2", "blind.csv"]);
    assert_eq!((run.code, &*run.out), (0, "exported 0 answers and 2 empty cells to blind.csv\n"), "{run:?}");
    let sheet = std::fs::read_to_string(sandbox.path().join("blind.csv")).expect("it is written");
    assert!(sheet.matches("coder-2").count() == 2 && !sheet.contains("coder-1") && !sheet.contains("p. 3"), "{sheet}");
    let empty = sandbox.run(&["sheet", "import", "blind.csv"]);
    assert_eq!((empty.code, &*empty.out, &*empty.err), (0, "nothing to change\n", ""), "cells that stayed empty");
    let mut rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(sheet.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.expect("it is CSV").iter().map(str::to_owned).collect())
        .collect();
    let heads = rows[0].clone();
    let answer =
        [("answer", "no"), ("rests_on", "xr/code"), ("source", "gazette"), ("place", "p. 4"), ("observed", "2020")];
    for (name, words) in answer {
        let column = heads.iter().position(|head| head == name).expect("the sheet has the column");
        rows[1][column] = words.to_owned();
    }
    let mut writer = csv::Writer::from_path(sandbox.path().join("blind.csv")).expect("it can be written");
    rows.iter().for_each(|row| writer.write_record(row).expect("it can be written"));
    drop(writer);
    let run = sandbox.run(&["sheet", "import", "blind.csv", "--write"]);
    assert!(run.code == 0 && !run.err.contains("stay as they are"), "{run:?}");
    assert!(text(&sandbox, "roads-coder-2.md").contains("place = \"p. 4\""), "{run:?}");
    let again = sandbox.run(&["sheet", "export", "--coder", "coder-2", "blind.csv"]);
    assert_eq!(again.out, "exported 1 answer and 1 empty cell to blind.csv\n");
    for nobody in ["", "computed"] {
        assert_eq!(sandbox.run(&["sheet", "export", "--coder", nobody, "blind.csv"]).code, 2);
    }
}

#[test]
fn a_coder_who_writes_over_the_answers_of_another_codes_them_again() {
    let sandbox = site("");
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", "+++\n+++\n");
    assert_eq!(sandbox.run(&["sheet", "export", "all.csv"]).code, 0);
    let sheet = std::fs::read_to_string(sandbox.path().join("all.csv")).expect("it is written");
    sandbox.put("all.csv", sheet.replace("coder-1", "coder-2"));
    let first = text(&sandbox, "roads-coder-1.md");
    let run = sandbox.run(&["sheet", "import", "all.csv", "--write"]);
    assert!(run.code == 0 && run.out.contains("new: xr, lamp"), "{run:?}");
    assert_eq!(text(&sandbox, "roads-coder-1.md"), first);
    assert_eq!(text(&sandbox, "roads-coder-2.md").matches("coder-2").count(), 2, "{run:?}");
    assert!(sandbox.run(&["agreement"]).out.contains("2 cells coded twice: 100 % agree"));
    // With a reason the coder's name is what was wrong.
    sandbox.put("content/countries/xr/findings/roads-coder-2.md", "+++\n+++\n");
    assert_eq!(sandbox.run(&["sheet", "export", "all.csv"]).code, 0);
    let sheet = std::fs::read_to_string(sandbox.path().join("all.csv")).expect("it is written");
    let sheet = sheet.replace("coder-1", "coder-2");
    let with_reason = sheet.lines().map(|line| {
        let end = if line.contains("coder-2") { "misnamed" } else { "" };
        format!("{line}{end}\n")
    });
    sandbox.put("all.csv", with_reason.collect::<String>());
    let run = sandbox.run(&["sheet", "import", "all.csv", "--write"]);
    assert!(run.code == 0 && run.out.contains("changed: xr, lamp"), "{run:?}");
    assert_eq!(text(&sandbox, "roads-coder-1.md"), first.replace("coder-1", "coder-2"));
}

#[test]
fn two_coders_may_begin_in_one_sheet() {
    let sandbox = site("");
    std::fs::remove_dir_all(sandbox.path().join("content/countries/xr/findings")).expect("it is there");
    let rows = "xr,lamp,yes,xr/code,gazette,p. 3,2020,coder-1\nxr,lamp,no,xr/code,gazette,p. 3,2020,coder-2\n\
                xr,bell,no,xr/code,gazette,p. 3,2020,coder-2\n";
    let (run, files) = imported(&sandbox, rows);
    assert!(run.code == 0 && files == ["roads-coder-2.md", "roads.md"], "{run:?} {files:?}");
    assert_eq!(text(&sandbox, "roads-coder-2.md").matches("coder-2").count(), 2);
}
