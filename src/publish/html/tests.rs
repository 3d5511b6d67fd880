//! What themes can do, and where their faults are reported.

use super::*;
use crate::publish::{ThemeFile, built_in, text_files};
use crate::site::view::{Door, NavItem, NotFound, Prose, ProsePage, View, When};

fn when(iso: &str, form: &'static str, year: i16, month: u8, day: u8) -> When {
    When { iso: iso.to_owned(), form, year, month, day, first: None, second: None }
}

fn frame() -> Frame {
    Frame {
        version: 1,
        title: "Law of the <Forests>".into(),
        description: Default::default(),
        language: "en".to_owned(),
        first_language: None,
        edition: when("2024-10-05", "day", 2024, 10, 5),
        edition_name: None,
        as_of: when("2024-10-05", "day", 2024, 10, 5),
        historical: false,
        search: "search/index.html".to_owned(),
        indexed: true,
        law_as_at: None,
        base_url: None,
        shared_picture: None,
        publisher: None,
        licence: None,
        licence_url: None,
        notice: None,
        designations: None,
        doors: Vec::new(),
        pages: Vec::new(),
        generator: "Collatio".to_owned(),
    }
}

fn page(kind: &'static str, view: View) -> Page {
    Page {
        path: "pages/x.html".to_owned(),
        root: "../".to_owned(),
        language: "en".to_owned(),
        direction: "ltr",
        languages: Vec::new(),
        stale: false,
        title: "X".into(),
        description: String::new(),
        kind,
        door: "",
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        day: None,
        canonical: None,
        feed: None,
        cite: None,
        division: None,
        exit: None,
        report: None,
        json_ld: Some("{\"a\":\"</script>\"}".to_owned()),
        view,
    }
}

fn prose_page() -> Page {
    page("page", View::Prose(ProsePage { body: Prose::default(), cited_by: Vec::new() }))
}

/// Reads the built-in theme with files of a site's own over it.
fn read(own: &[(&str, &str)]) -> (Option<Pages>, Diagnostics, Files) {
    let file = |(path, text): &(&str, &str)| {
        (path.to_string(), ThemeFile { shown: format!("themes/own/{path}"), bytes: text.as_bytes().into() })
    };
    let theme = built_in().overlay(own.iter().map(file));
    let files = Files::new(text_files(&theme));
    let (pages, found) = Pages::new(&frame(), &theme, &files);
    (pages, found, files)
}

/// Formats each diagnostic as `path:line:column code message`.
fn told<'d>(found: impl IntoIterator<Item = &'d Diagnostic>, files: &Files) -> Vec<String> {
    let tell = |d: &Diagnostic| {
        let file = files.get(d.span.file);
        let place = file.place(d.span.start);
        format!("{}:{}:{} {} {}", file.path, place.line, place.column, d.fault.code, d.message)
    };
    found.into_iter().map(tell).collect()
}

fn printed(own: &[(&str, &str)], page: &Page) -> String {
    let (pages, found, files) = read(own);
    assert_eq!(told(found.iter(), &files), Vec::<String>::new());
    let bytes = pages.expect("the theme can be read").html(page.clone(), None).expect("the template is sound");
    String::from_utf8(bytes).expect("pages are UTF-8")
}

#[test]
fn the_built_in_theme_is_sound_and_prints_what_content_says_as_text() {
    let html = printed(&[], &prose_page());
    assert!(html.contains("<title>X – Law of the &lt;Forests&gt;</title>"), "{html}");
    assert!(html.contains("href=\"../assets/style.css\""), "{html}");
}

#[test]
fn the_built_in_theme_prints_every_kind_of_page_and_names_no_kind_that_there_is_not() {
    let pages = read(&[]).0.expect("the theme can be read");
    let kinds: BTreeSet<&str> = crate::site::Page::one_of_each().iter().map(crate::site::Page::kind).collect();
    let without: Vec<&str> = kinds.iter().copied().filter(|kind| !pages.prints(kind)).collect();
    assert_eq!(without, Vec::<&str>::new());
    let shared = template::SHARED.iter().flat_map(|(of, by)| [*of, *by]);
    assert_eq!(shared.filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn json_cannot_end_its_script_element() {
    let html = printed(&[], &prose_page());
    assert!(html.contains("{\"a\":\"\\u003c/script>\"}"), "{html}");
}

#[test]
fn a_page_that_is_not_found_has_no_relative_link() {
    let at = |home: Option<&str>| {
        printed(&[], &page("not-found", View::NotFound(NotFound { home: home.map(str::to_owned) })))
    };
    let links = |html: &str| -> Vec<String> {
        let of = |name: &'static str| html.split(name).skip(1).filter_map(|rest| rest.split('"').next());
        of(" href=\"").chain(of(" src=\"")).map(str::to_owned).collect()
    };
    assert_eq!(links(&at(None)), ["data:,"]);
    assert!(at(None).contains("Back button"));
    assert_eq!(
        links(&at(Some("https://example.org/law"))),
        ["data:,", "https://example.org/law/index.html", "https://example.org/law/search/index.html"]
    );
}

#[test]
fn a_page_that_is_not_found_brings_its_style_and_script_and_its_policy_names_these_alone() {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use sha2::{Digest as _, Sha256};
    let printed = |home: Option<&str>| {
        printed(&[], &page("not-found", View::NotFound(NotFound { home: home.map(str::to_owned) })))
    };
    let html = printed(None);
    let within = |name: &str| {
        let (_, rest) = html.split_once(&format!("<{name}>")).expect("it is there");
        rest.split_once(&format!("</{name}>")).expect("it ends").0
    };
    let sum = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    let (style, script) = (within("style"), within("script"));
    assert!(style.contains("body {") && style.contains("prefers-color-scheme: dark"), "{style}");
    let rest = format!("style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'\"", sum(style));
    let first = format!(
        "content=\"default-src 'none'; script-src 'sha256-{}'; connect-src 'self'; require-trusted-types-for 'script'; \
         trusted-types 'none'; ",
        sum(script)
    );
    assert!(html.contains(&(first + &rest)), "{html}");
    let known = printed(Some("https://example.org/law"));
    assert!(known.contains(&format!("content=\"default-src 'none'; {rest}")) && !known.contains("<script>"), "{known}");
}

#[test]
fn the_navigation_marks_the_page_and_leads_from_every_depth() {
    let item = NavItem { path: "pages/x.html".into(), key: "", text: "X".into() };
    let door = Door { name: "about", path: "about/index.html".into(), pages: vec![item] };
    let frame = Frame { doors: vec![door], ..frame() };
    let theme = built_in();
    let pages = Pages::new(&frame, &theme, &Files::new(text_files(&theme))).0.expect("it can be read");
    let printed = |path: &str, root: &str, door: &'static str| {
        let page = Page { path: path.to_owned(), root: root.to_owned(), door, ..prose_page() };
        String::from_utf8(pages.html(page, None).expect("it is sound")).expect("pages are UTF-8")
    };
    for _ in 0..2 {
        let deeper = printed("a/b/y.html", "../../", "about");
        assert!(deeper.contains("<a href=\"../../about/index.html\" aria-current=\"true\">About</a>"), "{deeper}");
        assert!(!deeper.contains("class=\"behind\""), "what lies behind a door stands on its own pages alone");
        let elsewhere = printed("a/b/z.html", "../../", "laws");
        assert!(elsewhere.contains("<a href=\"../../about/index.html\">About</a>"), "{elsewhere}");
        let named = printed("pages/x.html", "../", "about");
        assert!(named.contains("<a href=\"../about/index.html\" aria-current=\"true\">About</a>"), "{named}");
    }
}

#[test]
fn an_own_base_may_extend_the_built_in_one_and_serves_the_built_in_pages() {
    let own = "{% extends \"default/base.html\" %}{% block lead %}<p>own lead</p>{% endblock %}";
    let html = printed(&[("templates/base.html", own)], &prose_page());
    assert!(html.contains("<p>own lead</p>") && html.contains("assets/style.css"), "{html}");
}

#[test]
fn a_template_that_extends_itself_is_told_what_the_built_in_one_is_called() {
    let (pages, found, files) = read(&[("templates/base.html", "{% extends \"base.html\" %}")]);
    assert!(pages.is_none());
    assert_eq!(
        told(found.iter(), &files),
        ["themes/own/templates/base.html:1:13 template-fault the template extends itself in the end"]
    );
    assert_eq!(
        found.iter().next().map(|d| d.help.concat()).as_deref(),
        Some("the built-in one is called `default/base.html`")
    );
}

#[test]
fn the_indentation_of_a_template_is_not_printed() {
    let own = "<ul>\n  {% for n in [1, 2] -%}\n    <li>{{ n }}</li>\n\t{% endfor -%}\n</ul>";
    assert_eq!(printed(&[("templates/page.html", own)], &prose_page()), "<ul>\n<li>1</li>\n<li>2</li>\n</ul>");
}

#[test]
fn faults_of_an_indented_template_are_told_in_their_own_place() {
    let own = "  {% if true %}\n\n    Слово\n\t\t{{ page.gone }}\n  {% endif %}";
    let (pages, found, files) = read(&[("templates/page.html", own)]);
    assert!(found.is_empty());
    let faults = pages.expect("the theme can be read").html(prose_page(), None).expect_err("the field is not there");
    assert_eq!(
        told(&faults, &files),
        ["themes/own/templates/page.html:4:11 template-fault field `gone` is not defined"]
    );
    let (_, found, files) =
        read(&[("templates/page.html", "\n    Слово {{ page | shout }}\n\t{% include \"gone.html\" %}")]);
    assert_eq!(
        told(found.iter(), &files),
        [
            "themes/own/templates/page.html:2:21 template-fault unknown filter `shout`",
            "themes/own/templates/page.html:3:13 template-fault unknown template `gone.html`",
        ]
    );
}

#[test]
fn a_kind_without_a_template_is_printed_by_that_of_another_unless_the_theme_has_one() {
    let shared = ("templates/changes.html", "shared by {{ page.kind }}");
    let page = page("changes-country-year", prose_page().view);
    assert_eq!(printed(&[shared], &page), "shared by changes-country-year");
    assert_eq!(printed(&[shared, ("templates/changes-country-year.html", "its own")], &page), "its own");
}

#[test]
fn a_template_has_no_long_lines_and_says_first_what_it_prints() {
    for (path, file) in built_in().files.iter().filter(|(path, _)| path.starts_with("templates/")) {
        let text = String::from_utf8_lossy(&file.bytes);
        for (number, line) in text.lines().enumerate() {
            assert!(line.chars().count() <= 160, "{path}:{}: {} characters", number + 1, line.chars().count());
        }
        assert!(text.starts_with("{#- "), "{path} does not say what it prints");
    }
}

#[test]
fn all_templates_that_are_not_well_formed_are_told_in_their_own_line() {
    let (pages, found, files) =
        read(&[("templates/about.html", "Слово {{ }}"), ("templates/data.html", "\nСлово {% if %}")]);
    assert!(pages.is_none());
    let told = told(found.iter(), &files);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("themes/own/templates/about.html:1:10 template-fault"), "{told:?}");
    assert!(told[1].starts_with("themes/own/templates/data.html:2:13 template-fault"), "{told:?}");
}

#[test]
fn unknown_filters_and_templates_are_told_in_their_own_line() {
    let (pages, found, files) =
        read(&[("templates/about.html", "Слово {{ page.kind | shout }}\n{% include \"gone.html\" %}")]);
    assert!(pages.is_none());
    assert_eq!(
        told(found.iter(), &files),
        [
            "themes/own/templates/about.html:1:22 template-fault unknown filter `shout`",
            "themes/own/templates/about.html:2:12 template-fault unknown template `gone.html`",
        ]
    );
}

#[test]
fn a_field_that_the_page_does_not_have_is_told_where_it_is_asked_for() {
    let (pages, found, files) = read(&[("templates/page.html", "Слово {{ page.gone }}")]);
    assert!(found.is_empty());
    let faults = pages.expect("it can be read").html(prose_page(), None).expect_err("there is no such field");
    let told = told(&faults, &files);
    assert_eq!(told, ["themes/own/templates/page.html:1:15 template-fault field `gone` is not defined"]);
}

#[test]
fn an_own_message_file_need_hold_only_what_it_changes() {
    let own =
        [("messages/en.ftl", "skip = Да\n"), ("templates/page.html", "{{ \"skip\" | t }} {{ \"page-home\" | t }}")];
    assert_eq!(printed(&own, &prose_page()), "Да Home");
}

#[test]
fn a_message_file_that_is_not_well_formed_is_told_and_the_rest_is_used() {
    let (pages, found, files) = read(&[("messages/en.ftl", "skip = Да\nбеда\nunpack = Нет\n")]);
    assert!(pages.is_some());
    let told = told(found.iter(), &files);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("themes/own/messages/en.ftl:2:1 message-fault"), "{told:?}");
}

#[test]
fn a_message_that_is_missing_is_told_once_where_it_is_asked_for() {
    let own = "Слово {{ \"pag-home\" | t }}{{ (\"state-\" ~ page.kind) | t }}{{ t(k=\"bound-by\") }}";
    let (pages, found, files) = read(&[("templates/page.html", own)]);
    let pages = pages.expect("it can be read");
    assert_eq!(
        told(found.iter(), &files),
        ["themes/own/templates/page.html:1:11 message-missing there is no message `pag-home`"]
    );
    let html = pages.html(prose_page(), None).expect("it is printed all the same");
    assert!(String::from_utf8_lossy(&html).contains("pag-homestate-page"));
    let missing_messages = told(pages.missing_messages().iter(), &files);
    assert_eq!(
        missing_messages,
        [
            "themes/own/templates/page.html:1:32 message-missing there is no message `state-page`",
            "themes/own/templates/page.html:1:67 message-fault message `bound-by`: unknown variable: $n",
        ],
        "`pag-home` was told where it is named"
    );
    assert!(pages.missing_messages().is_empty(), "each is told once");
}

#[test]
fn a_message_that_cannot_be_read_is_told_in_its_file_and_not_where_it_is_asked_for() {
    let own = [
        ("messages/en.ftl", "Слово = нет\nmine = { $беда }\nskip = Да\n"),
        ("templates/page.html", "{{ \"mine\" | t }} {{ (\"mi\" ~ \"ne\") | t }} {{ \"skip\" | t }}"),
    ];
    let (pages, found, files) = read(&own);
    let told_at = |found: &Diagnostics| -> Vec<String> {
        told(found.iter(), &files).iter().map(|told| told.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
    };
    let mine = ["themes/own/messages/en.ftl:1:1 message-fault", "themes/own/messages/en.ftl:2:11 message-fault"];
    assert_eq!(told_at(&found), mine);
    let pages = pages.expect("it can be read");
    let html = pages.html(prose_page(), None).expect("it is printed all the same");
    assert_eq!(String::from_utf8_lossy(&html), "mine mine Да");
    assert_eq!(told_at(&pages.missing_messages()), [""; 0]);
}

#[test]
fn a_message_that_asks_for_an_unknown_argument_is_told_in_its_own_line() {
    let own = [
        ("messages/en.ftl", "skip = Слово\nbound-by = { $whence } { $whither }\n"),
        ("templates/page.html", "{{ t(k=\"bound-by\", from=\"a\") }}"),
    ];
    let (pages, found, files) = read(&own);
    assert_eq!(told(found.iter(), &files), [""; 0]);
    let pages = pages.expect("it can be read");
    pages.html(prose_page(), None).expect("it is printed all the same");
    let missing_messages = pages.missing_messages();
    assert_eq!(
        told(missing_messages.iter(), &files),
        [
            "themes/own/messages/en.ftl:2:1 message-fault message `bound-by`: unknown variable: $whence",
            "themes/own/messages/en.ftl:2:1 message-fault message `bound-by`: unknown variable: $whither",
        ]
    );
    let note = missing_messages.iter().next().and_then(|d| d.notes[0].span).expect("it has a note");
    assert_eq!(files.get(note.file).path.as_ref(), "themes/own/templates/page.html");
}

#[test]
fn dates_and_periods_are_printed_in_words() {
    let own = "{{ site.edition | date }}; {{ site.as_of | time }}; {{ {\"first\": site.edition, \"last\": site.law_as_at} | span }}; \
               {{ \"kk-Cyrl\" | language }}; {{ \"zxx\" | language }}";
    assert_eq!(
        printed(&[("templates/page.html", own)], &prose_page()),
        "5 October 2024; <time datetime=\"2024-10-05\">5 October 2024</time>; from 5 October 2024; Kazakh; zxx"
    );
}

#[test]
fn a_language_whose_days_are_written_by_their_number_is_printed_so() {
    let own = [
        ("messages/en.ftl", "date-day = { $day ->\n    [5] 5er\n   *[other] { $day }\n} { $month } { $year }\n"),
        ("templates/page.html", "{{ site.edition | date }}"),
    ];
    assert_eq!(printed(&own, &prose_page()), "5er October 2024");
}

#[test]
fn a_theme_file_in_another_encoding_is_refused_before_its_letters_reach_a_page() {
    let bytes = |bytes: &[u8]| ThemeFile { shown: "themes/own/x".to_owned(), bytes: bytes.into() };
    for path in ["messages/ru.ftl", "templates/base.html"] {
        let theme = built_in().overlay([(path.to_owned(), bytes(b"x = \xcf\xf0\n"))]);
        let files = Files::new(text_files(&theme));
        let (pages, found) = Pages::new(&frame(), &theme, &files);
        assert!(pages.is_none(), "{path}");
        let told = told(found.iter(), &files);
        assert!(
            matches!(&told[..], [one] if one.starts_with("themes/own/x:1:5 ") && one.contains("UTF-8")),
            "{told:?}"
        );
    }
}
