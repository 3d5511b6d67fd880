//! Languages: the theme's messages in each of them, and dates in words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::html::{self, Page};
use crate::shipped::repository;
use collatio::publish::ThemeFile;
use collatio::text::{Diagnostic, Diagnostics, File, Files};

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
    let renderer = build.renderer.expect("the theme can be read");
    let page = renderer.file("pages/x.html").expect("the page is there").expect("it can be printed");
    String::from_utf8(page.bytes).expect("a page is UTF-8")
}

#[test]
fn a_month_is_written_in_the_case_that_its_words_ask_for() {
    for (date, words) in [
        ("2004-10-05", "5 октября 2004 года"),
        ("2004-10", "октябрь 2004 года"),
        ("after 2004-10", "после октября 2004 года"),
        ("before 2004-10-05", "до 5 октября 2004 года"),
        ("by mid-2005", "не позднее середины 2005 года"),
        ("2004", "2004 год"),
        ("after 2004", "после 2004 года"),
        ("mid-2005", "середина 2005 года"),
        ("between 2008 and 2010", "не ранее 2008 года и не позднее 2010 года"),
    ] {
        let page = page_of("ru", date);
        assert!(page.contains(&format!("Состояние права: {words}.")), "{date}: {page}");
        assert!(page.contains("<html lang=\"ru\" dir=\"ltr\">"), "{page}");
    }
    assert!(page_of("en", "after 2004-10").contains("Law as at after October 2004."));
}

/// A small site in English and Russian.
fn bilingual() -> collatio::Input {
    collatio::disk::read(&repository().join("tests/sites/bilingual")).expect("the site can be read")
}

/// The same site with all that is written, made once for all tests that only look at it.
static BILINGUAL: LazyLock<(collatio::Build, BTreeMap<String, String>)> = LazyLock::new(|| written(&bilingual()));

fn written(input: &collatio::Input) -> (collatio::Build, BTreeMap<String, String>) {
    let build = collatio::build(input);
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let found = renderer.print::<()>(&mut |output| {
        files.entry(output.path).or_default().push_str(&String::from_utf8_lossy(&output.bytes));
        Ok(())
    });
    assert!(found.expect("nothing stops it").is_empty());
    assert_eq!(files.keys().collect::<BTreeSet<_>>(), renderer.paths().iter().collect::<BTreeSet<_>>());
    (build, files)
}

#[test]
fn a_site_in_two_languages_has_each_page_in_both_and_one_set_of_data() {
    let (build, files) = &*BILINGUAL;
    let told: Vec<String> = build.diagnostics.iter().map(|d| format!("{} {:?}", d.message, d.span)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let pages = |folder: &str| -> BTreeSet<String> {
        let html = files.keys().filter(|path| path.ends_with(".html"));
        match folder {
            "" => html.filter(|path| !path.starts_with("ru/")).cloned().collect(),
            _ => html.filter_map(|path| path.strip_prefix(folder)).map(str::to_owned).collect(),
        }
    };
    assert!(pages("").len() > 20);
    assert_eq!(pages(""), pages("ru/"));
    assert!(
        files.contains_key("data/countries.csv")
            && !files.keys().any(|path| path.starts_with("ru/data/") && !path.ends_with(".html"))
    );
    assert!(files["ru/data/index.html"].contains("href=\"../../data/countries.csv\""));
    // A text with a language that a template printed without a filter would show its runs.
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!text.contains("&quot;runs&quot;") && !text.contains("\"runs\""), "{path} prints a text as a map");
    }
    let again = written(&bilingual()).1;
    assert_eq!(*files, again, "the same input gives the same bytes");
}

#[test]
fn a_page_knows_its_language_and_leads_to_its_siblings() {
    let files = &BILINGUAL.1;
    let page = &files["ru/countries/xr/index.html"];
    assert!(page.contains("<html lang=\"ru\" dir=\"ltr\">"));
    for link in [
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/rivers/countries/xr/\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/rivers/countries/xr/\">",
        "<link rel=\"alternate\" hreflang=\"ru\" href=\"https://example.org/rivers/ru/countries/xr/\">",
        "<link rel=\"canonical\" href=\"https://example.org/rivers/ru/countries/xr/\">",
        "<a href=\"../../../countries/xr/index.html\" lang=\"en\" hreflang=\"en\">English</a>",
        "<a href=\"index.html\" lang=\"ru\" hreflang=\"ru\" aria-current=\"true\">Русский</a>",
    ] {
        assert!(page.contains(link), "{link} is not in {page}");
    }
    let first = &files["countries/xr/index.html"];
    assert!(first.contains("<a href=\"../../ru/countries/xr/index.html\" lang=\"ru\" hreflang=\"ru\">Русский</a>"));
    assert!(!first.contains("class=\"translation\"") && !first.contains("class=\"foreign\""));
    let lone = page_of("ru", "2004");
    assert!(!lone.contains("hreflang") && !lone.contains("class=\"languages\""), "{lone}");
}

#[test]
fn what_is_not_translated_stands_in_the_first_language_and_says_so() {
    let files = &BILINGUAL.1;
    let country = &files["ru/countries/xr/index.html"];
    // The record itself knows the name; the profile is not translated.
    assert!(country.contains("<h1>Рутения</h1>"), "{country}");
    assert!(country.contains("<div class=\"foreign\" lang=\"en\" dir=\"ltr\"><p>Ruritania lies on a"), "{country}");
    assert!(country.contains("<div class=\"translation\" role=\"note\">"), "{country}");
    assert!(country.contains("Ночью паромы не ходят."), "{country}");
    assert!(country.contains("Закон о паромах") && !country.contains("Ferries Act"), "{country}");
    let machine = &files["ru/countries/xs/index.html"];
    assert!(machine.contains("<h1>Сильдавия</h1>") && machine.contains("машинный перевод"), "{machine}");
    assert!(files["ru/topics/bridges.html"].contains("<h1><span lang=\"en\">Bridges</span></h1>"));
    assert!(files["ru/topics/bridges.html"].contains("<title>Bridges – Право рек</title>"));
    let article = &files["ru/countries/xr/laws/act/3.html"];
    assert!(article.contains("Ночная переправа") && article.contains("<span lang=\"en\">a fine</span>"), "{article}");
    let question = &files["ru/questions/ferry.html"];
    assert!(question.contains("Может ли паром ходить ночью?") && question.contains("<p>Может.</p>"), "{question}");
    assert!(files["ru/index.html"].contains("Добро пожаловать к рекам"));
    assert!(files["countries/xr/index.html"].contains("No ferry crosses at night."));
}

/// The letters for private use of the Basic Multilingual Plane that content might hold: the ends, and those in between.
const PRIVATE: &str = "\u{e000}\u{e001}\u{e002}\u{f8f0}\u{f8f1}\u{f8f2}\u{f8f3}\u{f8f4}\u{f8ff}";

#[test]
fn letters_for_private_use_in_content_come_out_as_they_were_typed_and_steer_nothing() {
    let input = bilingual();
    let with = |letters: &str| {
        let mut input = input.clone();
        for file in &mut input.files {
            let text = file.text.replace("\"Ferries Act\"", &format!("\"Ferries{letters} Act\""));
            let text = text.replace("\"Bridges\"", &format!("\"Brid{letters}ges\""));
            let text = text.replace("\"Закон о паромах\"", &format!("\"Закон{letters} о паромах\""));
            *file = File::new(file.path.clone(), text);
        }
        let (build, mut files) = written(&input);
        // The checksum of the input differs with the input.
        let checksum = build.renderer.expect("the theme can be read").site().checksum().to_owned();
        files.values_mut().for_each(|text| *text = text.replace(&checksum, "(checksum)"));
        files
    };
    let plain = with("\u{fb13}\u{fb14}");
    let strange = with(PRIVATE);
    assert!(strange["ru/topics/bridges.html"].contains(&format!("<h1><span lang=\"en\">Brid{PRIVATE}ges</span></h1>")));
    assert!(strange["countries/xr/laws/act/index.html"].contains(&format!("Ferries{PRIVATE} Act")));
    for (path, text) in strange.iter().filter(|(path, _)| path.ends_with(".html")) {
        let same = |text: &str| text.replace(PRIVATE, "\u{fb13}\u{fb14}");
        // An address that holds a file spells letters out.
        let lines = text.lines().zip(plain[path].lines()).filter(|(line, _)| !line.contains("href=\"data:"));
        for (strange, plain) in lines {
            assert_eq!(same(strange), plain, "{path}");
        }
    }
}

/// A site in English and Russian of these files, built; without `said` no fault may be found in it.
fn of_files(list: &[(&str, &str)]) -> (collatio::Build, BTreeMap<String, String>) {
    let mut files = vec![File::new("collatio.toml", "languages = [\"en\", \"ru\"]\nedition = \"2024-10-05\"\n")];
    files.extend(list.iter().map(|(path, text)| File::new(format!("content/{path}"), *text)));
    written(&collatio::Input { files, theme: collatio::publish::built_in(), ..Default::default() })
}

#[test]
fn a_translation_older_than_its_original_is_a_warning_and_labelled() {
    let page = "+++\ntitle = \"Rivers\"\n+++\n\nWater.\n";
    let of = |sum: &str| {
        let russian = format!("+++\ntranslated = \"human\"\nof = \"{sum}\"\ntitle = \"Реки\"\n+++\n\nВода.\n");
        let (build, files) = of_files(&[("pages/x.md", page), ("pages/x.ru.md", &russian)]);
        let told: Vec<String> = build.diagnostics.iter().map(|d| format!("{}: {}", d.fault.code, d.message)).collect();
        (told, files["ru/pages/x.html"].contains("изменился после того"))
    };
    let (told, labelled) = of("00000000");
    let sum = told[0].strip_prefix("stale-translation: the words that this translates have the checksum ");
    assert!(told.len() == 1 && labelled, "{told:?}");
    assert_eq!(of(sum.expect("the message names the right one")), (Vec::new(), false));
}

#[test]
fn each_page_that_prints_a_translation_older_than_its_original_says_so() {
    let old = "translated = \"human\"\nof = \"00000000\"\n";
    let section = format!("+++\n{old}title = \"Вода\"\n+++\n\nО воде.\n");
    let country = format!("+++\n{old}name = \"Рутения\"\n+++\n\nСлово.\n");
    let question = "+++\nwording = \"Is there water?\"\nlabel = \"Water\"\ndomain = \"law\"\nkind = \"yes-no\"\nbasis = \"source\"\n+++\n";
    let (_, files) = of_files(&[
        ("questions/water/index.md", "+++\ntitle = \"Water\"\n+++\n\nOn water.\n"),
        ("questions/water/index.ru.md", &section),
        ("questions/water/is-there.md", question),
        ("countries/xr/index.md", "+++\nname = \"Ruritania\"\n+++\n\nA word.\n"),
        ("countries/xr/index.ru.md", &country),
    ]);
    let says: Vec<&str> =
        files.iter().filter(|(_, text)| text.contains("изменился после того")).map(|(path, _)| path.as_str()).collect();
    let expected = ["ru/countries/xr/handbook.html", "ru/countries/xr/index.html", "ru/sections/water.html"];
    assert_eq!(says, expected);
}

#[test]
fn a_page_says_so_where_a_machine_translated_any_of_its_words() {
    let files = &BILINGUAL.1;
    let says = |path: &str| files[path].contains("машинный перевод");
    // The name of one country alone is a machine's, and the prose on its own page.
    assert!(says("ru/countries/xs/index.html") && says("ru/matrix/index.html"));
    assert!(files["ru/countries/xs/index.html"].contains("<div class=\"foreign machine\"><p>Сильдавия"));
    assert!(!says("ru/countries/xr/laws/act/3.html"));
    assert!(!files["matrix/index.html"].contains("class=\"translation\""));
}

#[test]
fn a_country_without_a_name_in_the_language_has_the_common_one_and_names_are_in_its_order() {
    let country = |name: &str, more: &str| format!("+++\nname = \"{name}\"\ncompared = false\n{more}+++\n");
    let (build, files) = of_files(&[
        ("countries/ya/index.md", &country("Yemen", "iso = \"YE\"\n")),
        ("countries/xa/index.md", &country("Xanadu", "names = [{ text = \"Ёж\", language = \"ru\" }]\n")),
        (
            "countries/my/index.md",
            &country("Malaysia", "iso = \"MY\"\nnames = [{ text = \"Яя\", language = \"ru\" }]\n"),
        ),
        ("countries/xr/index.md", &country("Ruritania", "")),
    ]);
    let told: Vec<&str> = build.diagnostics.iter().map(|d| d.message.as_str()).collect();
    let order = |path: &str, names: &[&str]| {
        let page = Page::of(&files[path]);
        let listed: Vec<String> = page.all("main a").into_iter().map(html::words).collect();
        let places: Vec<_> = names.iter().map(|name| listed.iter().position(|word| word == name)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{names:?} {places:?} {told:?} in {listed:?}"
        );
    };
    order("countries/index.html", &["Malaysia", "Ruritania", "Xanadu", "Yemen"]);
    order("ru/countries/index.html", &["Ёж", "Йемен", "Яя"]);
}

#[test]
fn the_list_for_search_engines_names_each_page_in_each_language() {
    let files = &BILINGUAL.1;
    let list = &files["sitemap.xml"];
    let base = "https://example.org/rivers";
    for own in ["", "ru/"] {
        let mut entry = format!("<url><loc>{base}/{own}countries/xr/</loc>");
        for (tag, folder) in [("en", ""), ("ru", "ru/"), ("x-default", "")] {
            entry.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{base}/{folder}countries/xr/\"/>"
            ));
        }
        assert!(list.contains(&format!("{entry}</url>")), "{entry} is not in {list}");
    }
    assert_eq!(list.matches("<url>").count() % 2, 0);
}

#[test]
fn each_language_has_an_index_in_which_its_own_words_are_found() {
    let files = &BILINGUAL.1;
    let index = |folder: &str| -> String {
        let own = files.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with(".js"));
        own.map(|(_, text)| text.as_str()).collect()
    };
    assert!(!index("search/").is_empty() && !index("ru/search/").is_empty());
    assert_ne!(index("ru/search/"), index("search/"));
}

#[test]
fn every_link_between_the_languages_leads_to_a_file() {
    let files = &BILINGUAL.1;
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html") && !path.ends_with("404.html")) {
        for href in Page::of(text).attributes("href") {
            let href = href.split('#').next().unwrap_or_default();
            if href.is_empty() || href.contains(':') {
                continue;
            }
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            for part in href.split('/') {
                match part {
                    ".." => assert!(parts.pop().is_some(), "{path}: {href} leads out of the site"),
                    part => parts.push(part),
                }
            }
            assert!(files.contains_key(&parts.join("/")), "{path}: {href} leads nowhere");
        }
    }
}

#[test]
fn a_language_that_runs_from_right_to_left_is_set_so() {
    let messages = "own-name = العربية\npage-home = الرئيسية\nskip = تخطَّ إلى المحتوى\n";
    let own = collatio::ThemeFile { shown: "themes/own/messages/ar.ftl".to_owned(), bytes: messages.as_bytes().into() };
    let files = vec![
        File::new("collatio.toml", "languages = [\"en\", \"ar\"]\nedition = \"2024-10-05\"\n"),
        File::new("content/pages/x.md", "+++\ntitle = \"Rivers\"\n+++\n\nWater.\n"),
    ];
    let theme = collatio::publish::built_in().overlay([("messages/ar.ftl".to_owned(), own)]);
    let (_, files) = written(&collatio::Input { files, theme, ..Default::default() });
    let page = &files["ar/pages/x.html"];
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("تخطَّ إلى المحتوى") && page.contains("<a href=\"x.html\" lang=\"ar\""), "{page}");
    assert!(page.contains("<h1><span lang=\"en\" dir=\"ltr\">Rivers</span></h1>"), "{page}");
    assert!(files["pages/x.html"].contains(">العربية</a>"));
}

#[test]
fn a_fault_of_a_template_is_told_once_and_not_in_every_language() {
    let faulty = |template: &str, text: &str| {
        let mut input = bilingual();
        let path = format!("templates/{template}");
        let file = ThemeFile { shown: format!("themes/own/{path}"), bytes: text.as_bytes().into() };
        input.theme = input.theme.overlay([(path, file)]);
        let tell = |found: &Diagnostics, files: &Files| -> Vec<String> {
            let place = |d: &Diagnostic| files.get(d.span.file).place(d.span.start);
            found.iter().map(|d| format!("{}:{} {}", place(d).line, place(d).column, d.message)).collect()
        };
        let tried = collatio::build(&input);
        let build = collatio::build_without_trial(&input);
        let renderer = build.renderer.as_ref().expect("the theme can be read");
        let printed = renderer.print(&mut |_| Ok::<(), ()>(())).expect("nothing stops it");
        let mut all = build.diagnostics.clone();
        all.extend(printed);
        assert_eq!(tell(&all, &build.files), tell(&tried.diagnostics, &tried.files), "a trial finds the same");
        tell(&all, &build.files)
    };
    assert_eq!(faulty("country.html", "Слово {{ page.gone }}"), ["1:15 field `gone` is not defined"]);
    assert_eq!(faulty("country.html", "Слово {{ \"gone\" | t }}"), ["1:11 there is no message `gone`"]);
    let put_together = "Слово {{ (\"gone-\" ~ page.kind) | t }}";
    assert_eq!(faulty("country.html", put_together), ["1:12 there is no message `gone-country`"]);
}

/// What a program or a template can ask for: each string in its text, up to the place where something is put in, and each
/// word of a template that stands between two of its statements as the beginning of a key.
fn asked_for() -> BTreeSet<String> {
    let root = repository();
    let texts = ["src", "themes/default/templates", "themes/default/static"].into_iter().flat_map(|folder| {
        walkdir::WalkDir::new(root.join(folder))
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
    });
    let mut all = BTreeSet::new();
    for entry in texts {
        let text = std::fs::read_to_string(entry.path()).expect("it can be read");
        let words = text.split("%}").filter_map(|piece| Some(piece.split_once("{%")?.0.trim()));
        all.extend(words.filter(|word| !word.is_empty() && !word.contains(' ')).map(|word| format!("{word}-")));
        all.extend(text.split('"').map(|piece| piece.split('{').next().unwrap_or_default().to_owned()));
    }
    all
}

#[test]
fn every_message_is_asked_for() {
    let asked = asked_for();
    let english = std::fs::read_to_string(repository().join("themes/default/messages/en.ftl")).expect("it can be read");
    let within: BTreeSet<&str> = english.split('{').filter_map(|piece| Some(piece.split_once('}')?.0.trim())).collect();
    let is_asked = |key: &str| {
        let mut beginnings = key.match_indices('-').map(|(at, _)| &key[..=at]);
        asked.contains(key) || within.contains(key) || beginnings.any(|beginning| asked.contains(beginning))
    };
    assert!(!is_asked("nobody-asks"));
    let unasked: Vec<String> = messages("en").into_keys().filter(|key| !is_asked(key)).collect();
    assert!(unasked.is_empty(), "nothing asks for {unasked:?}");
}
