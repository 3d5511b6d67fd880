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
