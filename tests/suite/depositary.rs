//! A depositary's table that becomes acts, and a later one that becomes a difference.

use collatio::Input;
use collatio::desk::{self, Change, Plan, Table};
use collatio::text::File;

use crate::sandbox::Sandbox;
use crate::shipped::input;

const HEAD: &str = "Participant,Signature,\"Ratification, Acceptance(A), Accession(a), Succession(d)\"\n";

/// A site with three states and a treaty.
fn site() -> Input {
    let files = [
        ("collatio.toml", "title = \"Treaties\"\nedition = \"2026-01-31\"\n"),
        ("content/index.md", "+++\ntitle = \"Treaties\"\n+++\n"),
        (
            "content/countries/xr/index.md",
            "+++\nname = \"Ruritania\"\nofficial_name = \"Kingdom of Ruritania\"\ncompared = false\n+++\n",
        ),
        (
            "content/countries/xs/index.md",
            "+++\nname = \"Syldavia\"\nnames = [{ text = \"Syldavie\", language = \"fr\" }]\ncompared = false\n+++\n",
        ),
        ("content/countries/kv/index.md", "+++\nname = \"Kvitland\"\niso = \"NO\"\ncompared = false\n+++\n"),
        (
            "content/instruments/stars.md",
            "+++\ntitle = \"Convention on Falling Stars\"\nadopted = \"2000-11-15\"\nopened = \"2000-12-12\"\nin_force = \"2003-01-01\"\n\n[[citation]]\nsource = \"table-2015\"\nplace = \"head\"\n+++\n",
        ),
        (
            "content/sources/table-2015.md",
            "+++\ncitation = \"Status table of 2015\"\nkind = \"status table\"\ntier = \"depositary\"\nstored = \"2015-03-14\"\n+++\n",
        ),
        (
            "content/sources/table-2024.md",
            "+++\ncitation = \"Status table of 2024\"\nkind = \"status table\"\ntier = \"depositary\"\nstored = \"2024-05-01\"\n+++\n",
        ),
    ];
    input(files.map(|(path, text)| File::new(path, text)).into())
}

fn plan_of(site: &Input, name: &str, text: &str, source: &str) -> Plan {
    let table = Table { source: source.to_owned(), instrument: Some("stars".to_owned()), ..Table::default() };
    desk::treaties(site, name, text.as_bytes(), &table).expect("it is a table")
}

fn told(plan: &Plan) -> Vec<String> {
    let one = |step: &desk::Step| {
        let fields = step.fields.iter().map(|(name, old, new)| format!("{name} {old}>{new}")).collect::<Vec<_>>();
        format!("{} {}: {}", step.change.word(), step.subject, fields.join(", "))
    };
    plan.steps.iter().map(one).collect()
}

fn refusals(plan: &Plan) -> String {
    let told = plan.refusals.iter().map(|it| format!("{}: {}; {}\n", it.spot, it.why, it.help.join("; ")));
    told.collect::<String>() + &format!("{:?}", plan.faults)
}

/// The site after the plan was written.
fn after(site: &Input, plan: &Plan) -> Input {
    assert!(plan.is_sound(), "{}", refusals(plan));
    let mut files: Vec<File> = site.files.clone();
    for edit in &plan.edits {
        files.retain(|file| *file.path != *edit.path);
        files.push(File::new(edit.path.as_str(), edit.new.as_str()));
    }
    Input { files, ..site.clone() }
}

const FIRST: &str =
    "Ruritania 1,12 Dec 2000,21 Aug 2002\n\"Syldavie\",,7 Jun 2004 a\nSweden,1 Jan 2001,\nAtlantis,,1 Jan 2001 a\n";

#[test]
fn a_table_becomes_acts_in_the_projects_own_form_and_is_complete() {
    let plan = plan_of(&site(), "a.csv", &format!("{HEAD}{FIRST}"), "table-2015");
    let wanted = [
        "new table-2015, a complete table of stars: ",
        "new xr, stars: signature >2000-12-12",
        "new xr, stars: ratification >2002-08-21",
        "new xs, stars: accession >2004-06-07",
    ];
    assert_eq!(told(&plan), wanted);
    assert!(plan.is_sound(), "{}", refusals(&plan));
    let of = |path: &str| plan.edits.iter().find(|edit| edit.path == path).map(|edit| edit.new.as_str());
    let own = "+++\n[[action]]\ninstrument = \"stars\"\nkind = \"signature\"\n\n[[action.statement]]\nsource = \"table-2015\"\nplace = \"status table, row Ruritania\"\nsigned = \"2000-12-12\"\n\n[[action]]\ninstrument = \"stars\"\nkind = \"ratification\"\n\n[[action.statement]]\nsource = \"table-2015\"\nplace = \"status table, row Ruritania\"\ndeposited = \"2002-08-21\"\n+++\n";
    assert_eq!(of("content/countries/xr/treaties.md"), Some(own));
    let source = of("content/sources/table-2015.md").unwrap_or_default();
    assert!(source.contains("[[complete]]\ninstruments = [\"stars\"]\nplace = \"status table\"\n+++"), "{source}");
    let notices = plan.notices.join("\n");
    assert!(notices.contains("no record, passed over (1): Sweden"), "{notices}");
    assert!(notices.contains("match nothing, passed over (1): Atlantis (row 5)"), "{notices}");
}

#[test]
fn the_first_act_stands_apart_from_a_remark_above_it() {
    let mut site = site();
    site.files.push(File::new("content/countries/xr/treaties.md", "+++\n# Typed by hand so far.\n+++\n"));
    let plan = plan_of(&site, "a.csv", &format!("{HEAD}{FIRST}"), "table-2015");
    let own = plan.edits.iter().find(|edit| edit.path == "content/countries/xr/treaties.md").map(|edit| &edit.new);
    let own = own.expect("it has an act");
    assert!(own.starts_with("+++\n# Typed by hand so far.\n\n[[action]]\ninstrument = \"stars\"\n"), "{own}");
}

#[test]
fn a_later_table_is_a_difference_and_nothing_is_lost() {
    let site = site();
    let site = after(&site, &plan_of(&site, "a.csv", &format!("{HEAD}{FIRST}"), "table-2015"));
    let same = plan_of(&site, "a.csv", &format!("{HEAD}{FIRST}"), "table-2015");
    assert!(same.is_sound() && same.edits.is_empty(), "{:?}", told(&same));
    let later = "Ruritania,12 Dec 2000,22 Aug 2002\nNorway,,2 Feb 2020 a\n";
    let plan = plan_of(&site, "b.csv", &format!("{HEAD}{later}"), "table-2024");
    let wanted = [
        "new table-2024, a complete table of stars: ",
        "differs xr, stars: ratification 2002-08-21>2002-08-22",
        "new kv, stars: accession >2020-02-02",
    ];
    assert_eq!(told(&plan), wanted);
    let notices = plan.notices.join("\n");
    assert!(
        notices.contains("in the files and not in the table, left as it is: xs: accession 2004-06-07"),
        "{notices}"
    );
    let ruritania = plan.edits.iter().find(|edit| edit.path.contains("/xr/")).expect("it is edited");
    let old = ruritania.old.as_deref().unwrap_or_default();
    assert!(old.lines().all(|line| ruritania.new.lines().any(|new| new == line)), "nothing goes");
    assert_eq!(ruritania.new.matches("[[action]]").count(), 2);
    assert_eq!(ruritania.new.matches("[[action.statement]]").count(), 3);
    assert_eq!(plan.steps.iter().filter(|step| step.change == Change::Differs).count(), 1);
}

#[test]
fn treaty_and_source_may_be_named_as_they_were() {
    let mut site = site();
    for (end, former) in [("stars.md", "comets"), ("table-2015.md", "first-table")] {
        let file = site.files.iter_mut().find(|file| file.path.ends_with(end)).expect("it is there");
        let text = file.text.replacen("+++\n", &format!("+++\naliases = [\"{former}\"]\n"), 1);
        *file = File::new(&*file.path, text);
    }
    let table = Table { source: "first-table".into(), instrument: Some("comets".into()), ..Table::default() };
    let plan = desk::treaties(&site, "a.csv", format!("{HEAD}{FIRST}").as_bytes(), &table).expect("they are known");
    assert!(plan.is_sound() && plan.steps.len() == 4, "{}", refusals(&plan));
    assert!(plan.edits.iter().all(|edit| !edit.new.contains("= \"first-table\"")), "{:?}", plan.edits);
}

#[test]
fn a_later_table_names_the_states_that_it_lists_and_contradicts_the_acts_of_those_that_it_lacks() {
    let site = site();
    let site = after(&site, &plan_of(&site, "a.csv", &format!("{HEAD}{FIRST}"), "table-2015"));
    let later = "Ruritania,12 Dec 2000,21 Aug 2002\n";
    let plan = plan_of(&site, "b.csv", &format!("{HEAD}{later}"), "table-2024");
    let wanted = ["new table-2024, a complete table of stars: ", "confirmed xr, stars: ratification >2002-08-21"];
    assert_eq!(told(&plan), wanted);
    let notices = plan.notices.join("\n");
    assert!(notices.contains("absent-from-table"), "{notices}");
    let site = after(&site, &plan);
    let again = plan_of(&site, "b.csv", &format!("{HEAD}{later}"), "table-2024");
    assert!(again.is_sound() && again.edits.is_empty(), "{:?}", told(&again));
    let build = collatio::build(&site);
    let absent = build.diagnostics.iter().filter(|found| found.fault.code == "absent-from-table");
    let places: Vec<&str> = absent.map(|found| &*build.files.get(found.span.file).path).collect();
    assert_eq!(places, ["content/countries/xs/treaties.md"]);
    let of = |country: &str| {
        crate::html::Page::of(&crate::shipped::page(&build, &format!("countries/{country}/index.html"))).words("main")
    };
    assert!(of("xr").contains("as of 1 May 2024"), "{}", of("xr"));
    assert!(of("xs").contains("as of 14 March 2015") && !of("xs").contains("1 May 2024"), "{}", of("xs"));
}

#[test]
fn a_table_without_a_column_for_signatures_says_nothing_of_them() {
    let site = site();
    let site = after(&site, &plan_of(&site, "a.csv", &format!("{HEAD}{FIRST}Kvitland,3 Jan 2001,\n"), "table-2015"));
    let bonds = "Participant,\"Ratification, Accession(a)\"\nRuritania,21 Aug 2002\nSyldavia,7 Jun 2004 a\n";
    let plan = plan_of(&site, "b.csv", bonds, "table-2024");
    assert!(!plan.notices.join("\n").contains("not in the table"), "{:?}", plan.notices);
    let site = after(&site, &plan);
    let source = site.files.iter().find(|file| file.path.contains("table-2024")).expect("it is a file");
    assert!(source.text.contains("lists = \"acts-that-bind\""), "{}", source.text);
    let build = collatio::build(&site);
    assert!(!build.diagnostics.iter().any(|found| found.fault.code == "absent-from-table"));
}

#[test]
fn an_act_of_another_kind_on_the_same_day_is_a_conflict() {
    let site = site();
    let site = after(&site, &plan_of(&site, "a.csv", &format!("{HEAD}{FIRST}"), "table-2015"));
    let plan = plan_of(&site, "b.csv", &format!("{HEAD}Syldavia,,7 Jun 2004 d\n"), "table-2024");
    assert!(plan.refusals.len() == 1 && plan.refusals[0].is_conflict, "{}", refusals(&plan));
    assert!(refusals(&plan).starts_with("row 2, column C"), "{}", refusals(&plan));
}

#[test]
fn what_the_site_would_not_bear_is_told_at_its_row() {
    let plan = plan_of(&site(), "a.csv", &format!("{HEAD}Ruritania,1 Jan 1999,\nSyldavia,,soon\n"), "table-2015");
    assert!(!plan.is_sound());
    let told = refusals(&plan);
    assert!(told.contains("row 3, column C") && told.contains("`soon` is no day"), "{told}");
    assert!(
        told.contains("row 2, column B") || plan.notices.iter().any(|it| it.contains("row 2")),
        "{told}{:?}",
        plan.notices
    );
}

const XML: &str = "<?xml version=\"1.0\"?><MTDSGTreaty><Treaty><ExternalData><Titlesect>Convention on Falling Stars</Titlesect></ExternalData><Participants><Table><TGroup><Thead><Rowhead><Entry>Participant<superscript>1</superscript></Entry><Entry>Signature</Entry><Entry>Accession(a), Ratification</Entry></Rowhead></Thead><Tbody><Rows><Row><Entry>Ruritania<superscript>2</superscript></Entry><Entry>12 Dec\t2000</Entry><Entry>21 Aug\t2002</Entry></Row><Row><Entry>Kingdom of Ruritania</Entry><Entry></Entry><Entry></Entry></Row></Rows></Tbody></TGroup></Table></Participants></Treaty></MTDSGTreaty>";

#[test]
fn a_saved_status_page_says_itself_which_treaty_it_is() {
    let table = Table { source: "table-2024".to_owned(), ..Table::default() };
    let plan = desk::treaties(&site(), "stars.en.xml", XML.as_bytes(), &table).expect("it is a page");
    let wanted = [
        "new table-2024, a complete table of stars: ",
        "new xr, stars: signature >2000-12-12",
        "new xr, stars: ratification >2002-08-21",
    ];
    assert_eq!(told(&plan), wanted);
    let html =
        XML.replace("Entry>", "td>").replace("Row>", "tr>").replace("Rowhead>", "tr>").replace("superscript", "sup");
    let plan = desk::treaties(&site(), "stars.html", html.as_bytes(), &table).expect("it is a page");
    assert_eq!(told(&plan), wanted);
    let none = desk::treaties(&site(), "stars.html", html.replace("Falling", "Rising").as_bytes(), &table);
    assert!(none.is_err_and(|why| why.contains("--instrument")));
    let not =
        desk::treaties(&site(), "a.csv", b"a,b\n1,2\n", &Table { instrument: Some("stars".into()), ..table.clone() });
    assert!(not.is_err_and(|why| why.contains("Participant")));
    let unknown = desk::treaties(&site(), "a.csv", b"", &Table { instrument: Some("star".into()), ..table });
    assert!(unknown.is_err_and(|why| why.contains("did you mean `stars`?")));
}

#[test]
fn the_program_shows_the_difference_and_writes_it_when_it_is_told_to() {
    let sandbox = Sandbox::new();
    for file in site().files {
        sandbox.put(&file.path, &*file.text);
    }
    sandbox.put("table.csv", format!("{HEAD}{FIRST}"));
    let arguments = ["import", "treaties", "table.csv", "--instrument", "stars", "--source", "table-2015"];
    let shown = sandbox.run(&arguments);
    assert_eq!(shown.code, 0, "{}{}", shown.out, shown.err);
    assert!(shown.out.contains("new: xs, stars (row 3, column C") && shown.out.contains("--write"), "{}", shown.out);
    let treaties = sandbox.path().join("content/countries/xr/treaties.md");
    assert!(!treaties.exists());
    let written = sandbox.run(&[&arguments[..], &["--write"]].concat());
    assert_eq!(written.code, 0, "{}{}", written.out, written.err);
    assert!(treaties.exists() && sandbox.run(&["check"]).code == 0);
}
