//! Lists of literature that become sources of a site.

use collatio::Input;
use collatio::desk::{self, Plan};
use collatio::text::File;

use crate::cli;
use crate::sandbox::tree;
use crate::shipped::input;

const RIS: &str = "TY  - JOUR\r\nAU  - Author, Ann\r\nAU  - Writer, Bo\r\nTI  - The Fall of Stars\r\nT2  - Journal of Stars\r\nPY  - 2005\r\nVL  - 12\r\nIS  - 3\r\nSP  - 1\r\nEP  - 20\r\nLA  - en\r\nDO  - 10.1000/stars\r\nER  - \r\n";

const BIBTEX: &str = "@article{stars, author = {Ann Author and Bo Writer}, title = {The Fall of {Stars}}, journal = {Journal of Stars}, year = 2005, volume = 12, number = 3, pages = {1--20}, langid = {en}, doi = {10.1000/stars}}\n";

const CSL: &str = r#"[{"id": "stars", "type": "article-journal", "title": "The Fall of Stars", "container-title": "Journal of Stars",
    "author": [{"family": "Author", "given": "Ann"}, {"family": "Writer", "given": "Bo"}], "issued": {"date-parts": [[2005]]},
    "volume": "12", "issue": "3", "page": "1-20", "language": "en", "DOI": "10.1000/stars"}]"#;

const ZOTERO: &str = "\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"Publication Title\",\"DOI\",\"Url\",\"Date\",\"Pages\",\"Issue\",\"Volume\",\"Language\"\n\"X\",\"journalArticle\",\"2005\",\"Author, Ann; Writer, Bo\",\"The Fall of Stars\",\"Journal of Stars\",\"10.1000/stars\",\"\",\"2005\",\"1-20\",\"3\",\"12\",\"en\"\n";

fn site(more: &[(&str, &str)]) -> Input {
    let files = [
        ("collatio.toml", "title = \"Stars\"\nedition = \"2026-01-31\"\n"),
        ("content/index.md", "+++\ntitle = \"Stars\"\n+++\n"),
    ];
    input(files.iter().chain(more).map(|(path, text)| File::new(*path, *text)).collect())
}

fn plan_of(site: &Input, name: &str, text: &str) -> Plan {
    desk::sources(site, name, text.as_bytes()).expect("it is a list")
}

const RECORD: &str = "+++\ncitation = \"Ann Author and Bo Writer, The Fall of Stars, Journal of Stars 12(3) (2005), 1–20, doi:10.1000/stars\"\nshort = \"Author 2005\"\nauthor = \"Ann Author and Bo Writer\"\ntitle = \"The Fall of Stars\"\nyear = \"2005\"\nkind = \"journal article\"\nurl = \"https://doi.org/10.1000/stars\"\nlanguage = \"en\"\n+++\n";

#[test]
fn each_form_of_a_list_gives_the_same_record() {
    for (name, text) in
        [("a.ris", RIS), ("a.bib", BIBTEX), ("a.json", CSL), ("a.csv", ZOTERO), ("export", RIS), ("export", CSL)]
    {
        let plan = plan_of(&site(&[]), name, text);
        assert!(plan.is_sound(), "{name}: {:?}{:?}", plan.refusals, plan.faults);
        let [edit] = &plan.edits[..] else { panic!("{name}: {plan:?}") };
        assert_eq!(edit.path, "content/sources/author-2005-fall.md");
        assert_eq!(edit.new, RECORD, "{name}");
        assert_eq!(plan.notices.len(), 1, "{:?}", plan.notices);
        let notice = &plan.notices[0];
        assert!(
            notice.starts_with("entry 1 (") && notice.contains("`tier`") && notice.contains("`accessed`"),
            "{notice}"
        );
    }
}

#[test]
fn a_work_that_the_site_has_is_passed_over_and_no_id_is_given_twice() {
    let site = site(&[
        ("content/sources/old-name.md", RECORD),
        ("content/sources/other-2006-fall.md", "+++\ncitation = \"Else\"\n+++\n"),
    ]);
    let text = format!(
        "{RIS}TY  - BOOK\nAU  - Other, Cy\nTI  - The Fall of Houses\nPY  - 2006\nER  - \nTY  - BOOK\nAU  - Other, Cy\nTI  - The Fall of Houses\nPY  - 2006\nER  - \n"
    );
    let plan = plan_of(&site, "a.ris", &text);
    let subjects: Vec<&str> = plan.steps.iter().map(|step| step.subject.as_str()).collect();
    assert_eq!(subjects, ["other-2006-fall-2"]);
    let told = plan.notices.join("\n");
    assert!(told.contains("entry 1 (The Fall of Stars): passed over, for it is `old-name`"), "{told}");
    assert!(told.contains("entry 3 (The Fall of Houses): passed over, for it is `other-2006-fall-2`"), "{told}");
}

#[test]
fn a_former_id_is_given_to_no_other_source() {
    let renamed = "+++\ncitation = \"Else\"\naliases = [\"author-2005-fall\"]\n+++\n";
    let plan = plan_of(&site(&[("content/sources/new-name.md", renamed)]), "a.ris", RIS);
    assert!(plan.is_sound(), "{:?}{:?}", plan.refusals, plan.faults);
    assert_eq!(plan.steps[0].subject, "author-2005-fall-2");
}

#[test]
fn a_broken_entry_and_one_without_a_title_are_refused_and_all_are_told() {
    let plan = plan_of(
        &site(&[]),
        "a.bib",
        "@book{one, author = {A B}}\n@book{two, title = {no end\n\n@book{three, title = {Third}}\n",
    );
    let told: Vec<String> = plan.refusals.iter().map(|refusal| format!("{}: {}", refusal.spot, refusal.why)).collect();
    assert_eq!(
        told,
        ["entry 1 (one): it has no title", "entry 2 (two): a value has no end; the entry begins on line 2"]
    );
    assert_eq!(plan.steps.len(), 1);
    assert!(!plan.is_sound());
    for (name, text) in [("a.json", "{"), ("a.txt", "words"), ("a.ris", "words")] {
        assert!(desk::sources(&site(&[]), name, text.as_bytes()).is_err(), "{name}");
    }
}

#[test]
fn a_placeholder_in_a_list_is_told_at_its_entry() {
    let plan = plan_of(&site(&[]), "a.ris", "TY  - BOOK\nTI  - TODO\nPY  - 2006\nER  - \n");
    assert!(plan.refusals.iter().all(|refusal| refusal.spot.to_string() == "entry 1 (TODO)"), "{:?}", plan.refusals);
    assert!(plan.faults.is_none(), "{:?}", plan.faults);
}

#[test]
fn the_program_writes_records_that_pass_the_check() {
    let sandbox = cli::site();
    sandbox.put("list.bib", BIBTEX);
    let before = tree(&sandbox.path().join("content"));
    let shown = sandbox.run(&["import", "sources", "list.bib"]);
    assert_eq!(shown.code, 0, "{}{}", shown.out, shown.err);
    assert!(shown.out.contains("new: author-2005-fall (entry 1 (stars))"), "{}", shown.out);
    assert_eq!(tree(&sandbox.path().join("content")), before);
    assert_eq!(sandbox.run(&["import", "sources", "list.bib", "--write"]).code, 0);
    assert_eq!(sandbox.run(&["check"]).code, 0);
    let again = sandbox.run(&["import", "sources", "list.bib", "--write"]);
    assert_eq!((again.code, &*again.out), (0, "nothing to change\n"), "{}", again.err);
}
