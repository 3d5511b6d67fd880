//! `fmt`, `fix` and `schema`, on files.

use crate::sandbox::{Sandbox, tree};
use crate::shipped::repository;

const COUNTRY: &str = "content/countries/xr/index.md";

fn site(country: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.put("collatio.toml", "title = \"Roads\"\nedition = \"2026-01-31\"\n");
    sandbox.put("content/index.md", "+++\ntitle = \"Дороги\"\n+++\n");
    sandbox.put(COUNTRY, country);
    sandbox
}

fn text(sandbox: &Sandbox, path: &str) -> String {
    std::fs::read_to_string(sandbox.path().join(path)).expect("it is there")
}

#[test]
fn certain_corrections_are_shown_and_made_when_asked_and_guesses_never() {
    let wrong =
        "+++\nname = \"Руритания\" # как есть\nfrom = 2004-10\ncaptial = \"Стрельсау\"\n+++\n\nПроза 2004-10.\n";
    let sandbox = site(wrong);
    let shown = sandbox.run(&["fix"]);
    assert!(shown.out.contains(&format!("{COUNTRY}:3: `2004-10` becomes `\"2004-10\"`")), "{}", shown.out);
    assert!(shown.out.contains("nothing is written without `--write`"), "{}", shown.out);
    assert_eq!(text(&sandbox, COUNTRY), wrong);
    assert_eq!(sandbox.run(&["fix", "--write"]).code, 0);
    assert_eq!(text(&sandbox, COUNTRY), wrong.replacen("2004-10", "\"2004-10\"", 1));
    assert!(sandbox.run(&["fix", "--write"]).out.contains("nothing to correct"));
}

#[test]
fn front_matter_is_brought_into_order_and_then_stays() {
    let sandbox = site("+++\n# the seat\ncapital = \"Стрельсау\"\nname=\"Руритания\"\n+++\n\nПроза  .\n");
    let checked = sandbox.run(&["fmt", "--check"]);
    assert!(checked.code == 1 && checked.out.contains(COUNTRY), "{checked:?}");
    assert_eq!(sandbox.run(&["fmt"]).code, 0);
    let expected = "+++\nname = \"Руритания\"\n# the seat\ncapital = \"Стрельсау\"\n+++\n\nПроза  .\n";
    assert_eq!(text(&sandbox, COUNTRY), expected);
    assert_eq!(sandbox.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn the_shipped_content_says_the_same_when_it_is_in_order() {
    for (path, bytes) in tree(&repository().join("content")) {
        let Ok(old) = String::from_utf8(bytes) else { continue };
        let path = format!("content/{path}");
        let Some(new) = collatio::editor::formatted(&path, &old) else { continue };
        let body = |text: &str| text.splitn(3, "+++").nth(2).map(str::to_owned);
        assert_eq!(body(&old), body(&new), "{path}");
        assert_eq!(collatio::editor::formatted(&path, &new), None, "{path} is in order then");
    }
}

#[test]
fn the_form_of_each_kind_of_file_is_a_schema() {
    let sandbox = Sandbox::new();
    let settings = sandbox.run(&["schema"]);
    let settings: serde_json::Value = serde_json::from_str(&settings.out).expect("it is JSON");
    assert_eq!(settings["properties"]["edition"]["type"], "string");
    assert_eq!(sandbox.run(&["schema", "planet"]).code, 2);
    std::fs::create_dir(sandbox.path().join("schemas")).expect("it can be made");
    assert_eq!(sandbox.run(&["schema", "--out", "schemas"]).code, 0);
    assert!(sandbox.path().join("schemas/country.schema.json").is_file());
}

/// Runs a command, and fails where a file that was in order is not any more.
fn keeps_order(sandbox: &Sandbox, arguments: &[&str]) {
    let run = sandbox.run(arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {run:?}");
    let checked = sandbox.run(&["fmt", "--check"]);
    assert_eq!(checked.code, 0, "{arguments:?}: {}", checked.out);
}

#[test]
fn what_a_command_writes_is_in_order() {
    let sandbox = site("+++\nname = \"Руритания\"\n+++\n");
    for (path, text) in [
        ("content/countries/xs/index.md", "+++\nname = \"Шлаффхаузен\"\n+++\n"),
        (
            "content/countries/xr/laws/code/index.md",
            "+++\ntitle = \"Кодекс\"\n\n[[citation]]\nsource = \"gazette\"\nplace = \"p. 1\"\n+++\n",
        ),
        (
            "content/countries/xr/laws/code/1.md",
            "+++\narticle = \"1\"\n\n[[wording]]\nsource = \"gazette\"\nplace = \"p. 1\"\n+++\n",
        ),
        ("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\nyear = \"2020\"\n+++\n"),
        (
            "content/sources/table.md",
            "+++\ncitation = \"Table\"\ntier = \"depositary\"\nstored = \"2020-01-02\"\n+++\n",
        ),
        (
            "content/instruments/pact.md",
            "+++\ntitle = \"Pact\"\n\n[[citation]]\nsource = \"table\"\nplace = \"head\"\n+++\n",
        ),
        ("content/topics/light.md", "+++\ntitle = \"Light\"\n+++\n"),
        ("content/questions/roads/index.md", "+++\ntitle = \"Roads\"\n+++\n"),
        (
            "content/questions/roads/lamp.md",
            "+++\nwording = \"Is there a lamp?\"\nlabel = \"Lamp\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\ntopics = [\"light\"]\n+++\n",
        ),
        (
            "content/questions/roads/bell.md",
            "+++\nwording = \"Is there a bell?\"\nlabel = \"Bell\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n",
        ),
        ("table.csv", "Participant,Signature,Accession\nРуритания,2001-02-03,\nШлаффхаузен,,2004-05-06\n"),
        ("later.csv", "Participant,Signature,Accession\nРуритания,2001-02-04,2003-01-01\nШлаффхаузен,,2004-05-06\n"),
        ("works.ris", "TY  - BOOK\nAU  - Author, Ann\nTI  - The Fall of Stars\nPY  - 2005\nER  - \n"),
        (
            "one.csv",
            "country,question,answer,rests_on,source,place,observed,coder\nxr,lamp,yes,xr/code/1,gazette,p. 2,2020,coder-1\nxr,bell,no,source,gazette,p. 3,2020,coder-1\nxs,lamp,no,source,gazette,p. 3,2020,coder-1\n",
        ),
        (
            "two.csv",
            "country,question,answer,rests_on,source,place,observed,coder\nxr,lamp,no,xr/code/1,gazette,p. 2,2020,coder-2\nxr,bell,no,source,gazette,p. 4,2019,coder-1\n",
        ),
    ] {
        sandbox.put(path, text);
    }
    let order = sandbox.run(&["fmt", "--check"]);
    assert_eq!(order.code, 0, "{}", order.out);
    let treaties = ["--instrument", "pact", "--source", "table", "--write"];
    keeps_order(&sandbox, &[&["import", "treaties", "table.csv"], &treaties[..]].concat());
    keeps_order(&sandbox, &[&["import", "treaties", "later.csv"], &treaties[..]].concat());
    keeps_order(&sandbox, &["import", "sources", "works.ris", "--write"]);
    keeps_order(&sandbox, &["sheet", "import", "one.csv", "--write"]);
    keeps_order(&sandbox, &["sheet", "import", "two.csv", "--write"]);
    assert_eq!(sandbox.run(&["sheet", "export", "--country", "xs", "out.csv"]).code, 0);
    let rows = text(&sandbox, "out.csv");
    let corrected = rows.lines().map(|line| {
        let was_no = line.contains(",no,source,");
        let line = if was_no { line.replacen(",no,source,", ",yes,source,", 1) + "misread" } else { line.to_owned() };
        format!("{line}\n")
    });
    sandbox.put("out.csv", corrected.collect::<String>());
    keeps_order(&sandbox, &["sheet", "import", "out.csv", "--write"]);
    assert!(text(&sandbox, "content/countries/xs/findings/roads.md").contains("[[change]]"));
    for (old, new) in [
        ("gazette", "journal"),
        ("lamp", "light"),
        ("question:light", "lantern"),
        ("lantern", "light"),
        ("pact", "treaty"),
        ("xr/code", "xr/penal-code"),
        ("xr/penal-code/1", "xr/penal-code/2"),
        ("roads", "streets"),
        ("xs", "xu"),
    ] {
        keeps_order(&sandbox, &["mv", old, new]);
    }
    keeps_order(&sandbox, &["fix", "--write"]);
    for new in [&["country", "xt"], &["law", "xt/act"], &["question", "streets/horn"], &["source", "book"]] {
        keeps_order(&sandbox, &[&["new"], &new[..]].concat());
    }
    let own = Sandbox::new();
    keeps_order(
        &own,
        &["init", ".", "--title", "T", "--subject", "S", "--country", "xr=Ruritania", "--treaties", "yes"],
    );
}
