//! Languages: the theme's messages in each of them, and dates in words.

use std::collections::{BTreeMap, BTreeSet};

use collatio::text::File;

/// The built-in messages of a language: each key, and the arguments that it names.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let theme = collatio::publish::built_in();
    let path = format!("messages/default/{language}.ftl");
    let file = theme.files.get(&path).unwrap_or_else(|| panic!("there is no {path}"));
    let text = String::from_utf8(file.bytes.to_vec()).expect("it is UTF-8");
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((key, _)) = line.split_once(" = ").filter(|_| begins) {
            assert!(all.insert(key.to_owned(), BTreeSet::new()).is_none(), "{path}: `{key}` stands there twice");
            last = key.to_owned();
        }
        let named = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>());
        all.entry(last.clone()).or_default().extend(named);
    }
    all.remove("");
    all
}

#[test]
fn each_language_of_the_theme_has_every_message_with_the_same_arguments() {
    let english = messages("en");
    assert!(english.len() > 500, "only {} messages were found", english.len());
    let russian = messages("ru");
    for (key, arguments) in &english {
        assert_eq!(russian.get(key), Some(arguments), "the Russian message `{key}`");
    }
    let more: Vec<&String> = russian.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(more.is_empty(), "Russian messages that English lacks: {more:?}");
}

/// A page of a small site in a language, researched up to `law_as_at`.
fn page_of(language: &str, law_as_at: &str) -> String {
    let settings = format!("language = \"{language}\"\nedition = \"2024-10-05\"\nlaw_as_at = \"{law_as_at}\"\n");
    let files =
        vec![File::new("collatio.toml", settings), File::new("content/pages/x.md", "+++\ntitle = \"X\"\n+++\n\nX.\n")];
    let input = collatio::Input { files, theme: collatio::publish::built_in(), ..Default::default() };
    let build = collatio::build(&input);
    assert!(build.diagnostics.iter().next().is_none(), "{:?}", build.diagnostics);
    let printer = build.printer.expect("the theme can be read");
    let page = printer.file("pages/x.html").expect("the page is there").expect("it can be printed");
    String::from_utf8(page.bytes).expect("a page is UTF-8")
}

#[test]
fn a_month_is_written_in_the_case_that_its_words_ask_for() {
    for (date, words) in [
        ("2004-10-05", "5 октября 2004 г."),
        ("2004-10", "октябрь 2004 г."),
        ("after 2004-10", "после октября 2004 г."),
        ("before 2004-10-05", "до 5 октября 2004 г."),
        ("by mid-2005", "не позднее середины 2005 г."),
        ("mid-2005", "середина 2005 г."),
        ("between 2008 and 2010", "не ранее 2008 г. и не позднее 2010 г."),
    ] {
        let page = page_of("ru", date);
        assert!(page.contains(&format!("Состояние права: {words}.")), "{date}: {page}");
        assert!(page.contains("<html lang=\"ru\" dir=\"ltr\">"), "{page}");
    }
    assert!(page_of("en", "after 2004-10").contains("Law as at after October 2004."));
}
