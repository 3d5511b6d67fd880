//! Training modules as their readers meet them, on the small site of another subject.

use collatio::Build;

use crate::html::{self, Page};
use crate::shipped::{SHIPPED, VELO, files_of, input, main_of, page, repository};

#[test]
fn an_answer_is_folded_away_on_the_screen_and_stands_at_the_end_on_paper_with_what_proves_it() {
    let text = page(&VELO, "modules/obkhod.html");
    let page = Page::of(&text);
    for answer in
        ["article.exercise details[data-slide]", "section.paper-only"].map(|selector| page.one(selector).html())
    {
        assert!(answer.contains("срок прошёл"), "{answer}");
        for proof in ["../questions/srok.html#country-lunyovo", "../countries/lunyovo/laws/pravila-2009/5-sup1.html"] {
            assert!(answer.contains(&format!("<a href=\"{proof}\">")), "{proof}: {answer}");
        }
        assert!(answer.contains("<span class=\"word\">30</span>"), "a cell says what it says: {answer}");
    }
    assert_eq!(main_of(&text).matches("срок прошёл").count(), 2);
}

#[test]
fn a_handout_is_the_slice_of_the_matrix_on_its_day_and_has_a_sheet_with_its_sources() {
    let build = &*VELO;
    let module = page(build, "modules/obkhod.html");
    assert!(module.contains("<a class=\"go\" data-slide=\"none\" href=\"obkhod/do-popravki.html\">"), "{module}");
    let sheet = page(build, "modules/obkhod/do-popravki.html");
    let main = main_of(&sheet);
    let cell =
        |country: &str| main.contains(&format!("<a href=\"../../questions/mozhno-k-ograde.html#country-{country}\">"));
    assert!(cell("lunyovo") && cell("srebrolesye") && !cell("verkhnetish"), "{main}");
    let state = |key: &str| main.contains(&format!("<td class=\"s-{key} "));
    assert!(state("no") && !state("partial"), "what was said in 2025 is not known in 2015: {main}");
    assert!(main.contains("2009, № 4, ст. 3") && !main.contains("2019, № 8, п. 1"), "{main}");
    let (first, second) = (
        main.matches("id=\"part-do-popravki.section-pravila\"").count(),
        main.matches("id=\"section-pravila\"").count(),
    );
    assert_eq!((first, second), (1, 0), "{main}");
}

#[test]
fn a_shorter_version_has_its_own_steps_times_and_parts_and_each_version_leads_to_the_others() {
    let build = &*VELO;
    let whole = page(build, "modules/obkhod.html");
    let short = page(build, "modules/obkhod/30/index.html");
    let main = main_of(&short);
    assert!(main.contains("Три города рядом") && !main.contains("У ограды"), "{main}");
    assert!(main.contains("id=\"part-tri-goroda\"") && !main.contains("id=\"part-do-popravki\""), "{main}");
    assert!(!main.contains("id=\"objectives\"") && main.contains("Без перерыва."), "{main}");
    assert!(short.contains("<title>Обход: чей это велосипед (30 минут)"), "{short}");
    assert!(main.contains("<a href=\"index.html\" aria-current=\"page\">30 минут</a>"), "{main}");
    assert!(main.contains("<a href=\"../../obkhod.html\">90 минут</a>"), "{main}");
    for page in [&whole, &page(build, "modules/index.html")] {
        assert!(page.contains("<a href=\"obkhod/30/index.html\">30 минут</a>"), "{page}");
    }
}

#[test]
fn a_handout_stands_behind_the_first_step_that_names_it_and_the_cards_of_a_step_within_it() {
    let mut files = files_of(&repository().join("tests/sites/velo"));
    let module = files.iter_mut().find(|file| &*file.path == "content/modules/obkhod.md").expect("the module");
    let step = "slide = \"*Где ответы расходятся?*\"";
    let named = "slide = \"[[obkhod#do-popravki|лист]]\"\ncards = [\"У моста\", \"У ограды\"]";
    *module = collatio::text::File::new(&*module.path, module.text.replace(step, named));
    let page = page(&collatio::build(&input(files)), "modules/obkhod.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    let [first, cards, handout, second] =
        ["id=\"step-1\"", "<li>У ограды</li>", "id=\"part-do-popravki\"", "id=\"step-2\""].map(at);
    assert!(first < cards && cards < handout && handout < second, "{page}");
    assert!(at("id=\"handouts\"") < at("id=\"part-tri-goroda\""), "what no step names stands last: {page}");
}

#[test]
fn what_the_class_sees_stands_apart_from_the_notes_of_those_who_teach() {
    let page = Page::of(&page(&VELO, "modules/obkhod.html"));
    let step = page.one("[aria-labelledby=step-1]");
    let (slide, notes) =
        (html::all(step, ".slide").concat(), html::all(step, ".notes-of-trainer[data-slide=none]").concat());
    assert!(slide.contains("Где ответы расходятся?"), "{slide}");
    assert!(!slide.contains("строку за строкой") && notes.contains("строку за строкой"), "{slide}; {notes}");
    let without_slide = page.one("[aria-labelledby=step-2]");
    assert_eq!(without_slide.attr("data-slide"), Some("none"), "{}", without_slide.html());
}

#[test]
fn what_a_module_names_leads_back_to_it() {
    let build = &*VELO;
    let exercise = "modules/obkhod.html#part-u-mosta\">";
    for (path, back) in [
        ("topics/vyvoz.html", "../modules/obkhod.html\">"),
        ("questions/srok.html", &format!("../{exercise}")),
        ("questions/srok.html", "../modules/obkhod.html#part-tri-goroda\">"),
        ("countries/lunyovo/laws/pravila-2009/5-sup1.html", &format!("../../../../{exercise}")),
        ("countries/lunyovo/amendments/popravka-2019.html", &format!("../../../{exercise}")),
        ("countries/lunyovo/index.html", &format!("../../{exercise}")),
        ("disagreements/index.html", &format!("../{exercise}")),
    ] {
        assert!(page(build, path).contains(back), "{path} leads to {back}");
    }
}

#[test]
fn the_navigation_names_modules_where_there_are_any() {
    let bare = collatio::build(&input(files_of(&repository().join("tests/sites/bare"))));
    let named = |build: &Build| page(build, "index.html").contains("<a href=\"modules/index.html\"");
    assert!(named(&VELO) && !named(&bare));
}

#[test]
fn sheets_of_paper_are_named_where_trainers_look_for_them() {
    let list = Page::of(&page(&VELO, "modules/index.html"));
    let hrefs: Vec<&str> = list.attributes("href").collect();
    for sheet in ["../countries/lunyovo/sheet.html", "../index.html#glance", "../glance.svg"] {
        assert!(hrefs.contains(&sheet), "{sheet}: {hrefs:?}");
    }
    let module = Page::of(&page(&VELO, "modules/obkhod.html"));
    assert!(module.attributes("href").any(|href| href == "index.html#sheets"));
}

#[test]
fn a_short_version_ends_with_its_last_step_and_not_with_what_no_step_gives_to_the_class() {
    let build = &*SHIPPED;
    for path in ["assistance", "police", "prosecutors"]
        .iter()
        .flat_map(|of| [10, 30].map(|n| format!("modules/{of}/{n}/index.html")))
    {
        let text = page(build, &path);
        let page = Page::of(&text);
        let parts = page.all("main .step, main .handout, main .exercise");
        assert!(parts.len() > 2, "{path}");
        let last = parts.last().and_then(|part| part.attr("class")).unwrap_or_default();
        assert!(last.contains("step"), "{path} ends with {last}");
    }
}
