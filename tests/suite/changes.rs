//! What changed: the lists, the comparison of two published days, and redlines, on small sites.

use collatio::Build;
use collatio::text::File;

use crate::copy::unpack;
use crate::html::{Page, words};
use crate::sandbox::Sandbox;
use crate::shipped::{SHIPPED, VELO, input, main_of, page};

fn paths(build: &Build) -> Vec<String> {
    build.renderer.as_ref().expect("the theme can be read").paths()
}

/// The lines of a list of changes, as words.
fn lines(page: &str) -> Vec<String> {
    Page::of(page).all("main li[id]").into_iter().map(words).collect()
}

/// A site of two instruments' worth of acts and a provision of four wordings.
fn island() -> Build {
    let file = |path: &str, text: &str| File::new(path, text);
    let wording = |from: &str, until: &str, quote: &str| {
        let until = if until.is_empty() { String::new() } else { format!("until = \"{until}\"\n") };
        format!(
            "[[wording]]\nfrom = \"{from}\"\n{until}quote = \"{quote}\"\nsource = \"gazette\"\nplace = \"no. 1\"\n\n"
        )
    };
    let article = [
        "+++\narticle = \"7\"\n\n".to_owned(),
        wording("1990-01-01", "2001-05-01", "A ferry leaves daily."),
        wording("2001-05-01", "2003", "A ferry leaves twice daily."),
        wording("2003", "2010-01-01", "A ferry leaves twice daily and returns."),
        wording("2010-01-01", "", "A ferry leaves at noon."),
        "+++\n".to_owned(),
    ];
    collatio::build(&input(vec![
        file("collatio.toml", "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2020-06-01\"\n"),
        file("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        file("content/countries/xr/index.md", "+++\nname = \"Xr\"\nkind = \"state\"\n+++\n"),
        file(
            "content/countries/xr/treaties.md",
            "+++\n[[action]]\ninstrument = \"ferries\"\nkind = \"signature\"\n\n[[action.statement]]\nsource = \"register\"\nplace = \"row 1\"\nsigned = \"2001-06-28\"\n\n[[action]]\ninstrument = \"ferries\"\nkind = \"ratification\"\n\n[[action.statement]]\nsource = \"register\"\nplace = \"row 1\"\ndeposited = \"2004\"\n+++\n",
        ),
        file(
            "content/instruments/ferries.md",
            "+++\ntitle = \"Convention on Ferries\"\nkind = \"treaty\"\nadopted = \"2000-01-01\"\nopened = \"2000-02-01\"\nin_force = \"2002-01-01\"\n\n[[citation]]\nsource = \"register\"\nplace = \"head\"\n+++\n",
        ),
        file(
            "content/countries/xr/laws/ferry-act/index.md",
            "+++\ntitle = \"Ferry Act\"\nkind = \"act\"\nadopted = \"1989-12-01\"\ncommences = \"1990-01-01\"\n\n[[citation]]\nsource = \"gazette\"\nplace = \"no. 1\"\n+++\n",
        ),
        file("content/countries/xr/laws/ferry-act/7.md", &article.concat()),
        file("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\ntier = \"official-translation\"\n+++\n"),
        file("content/sources/register.md", "+++\ncitation = \"Register\"\ntier = \"depositary\"\n+++\n"),
    ]))
}

#[test]
fn what_changed_is_listed_newest_first_with_its_day_as_it_is_known_and_other_readings_stand_below() {
    let build = &*VELO;
    let all = lines(&page(build, "changes/index.html"));
    let place = |of: &str| all.iter().position(|line| line.contains(of)).unwrap_or_else(|| panic!("{of}: {all:#?}"));
    let [answer, lapsed, law, bill] =
        ["К ограде", "Правила благоустройства [", "Свод правил тишины", "Март"].map(|of| {
            if of == "Март" {
                all.iter().position(|line| line.contains("2019, № 11")).expect("the bill")
            } else {
                place(of)
            }
        });
    assert!(
        lapsed < bill && bill < law && law < answer,
        "what a later source merely reads otherwise stands last: {all:#?}"
    );
    let month_alone = &all[bill];
    assert!(!month_alone.starts_with(|c: char| c.is_ascii_digit()), "a month stays a month: {month_alone}");
    let country = lines(&page(build, "countries/lunyovo/changes.html"));
    assert!(country.len() > 5 && country.len() < all.len(), "{country:#?}");
    assert!(country.iter().all(|line| !line.contains("Свод правил тишины")), "{country:#?}");
}

#[test]
fn an_answer_that_turned_into_another_says_from_what_into_what_and_a_first_answer_is_no_change() {
    let build = &*VELO;
    let list = Page::of(&page(build, "countries/lunyovo/changes.html"));
    let line = list.one("li[id^='answer.']").html();
    let (before, after) = (line.find("s-no").expect("what it was"), line.find("s-partial").expect("what it is"));
    assert!(before < after, "{line}");
    assert!(line.contains("href=\"../../questions/mozhno-k-ograde.html#country-lunyovo\""), "{line}");
}

#[test]
fn a_new_wording_names_the_act_by_which_it_came_and_leads_to_its_redline() {
    let list = page(&VELO, "changes/index.html");
    let line = Page::of(&list).one("[id='wording.lunyovo.pravila-2009.3.2']").html();
    let redline = "../countries/lunyovo/laws/pravila-2009/3.html#wording-2";
    assert_eq!(line.matches(redline).count(), 2, "the record and its redline: {line}");
    assert!(line.contains("../countries/lunyovo/amendments/popravka-2019.html"), "{line}");
    // An article that came with its law is no change of its own.
    assert!(!list.contains("wording.lunyovo.pravila-2009.3.1"), "{list}");
}

#[test]
fn two_published_days_are_compared_cell_by_cell_with_what_explains_it() {
    let build = &*VELO;
    let compared = Page::of(&page(build, "changes/from-2010-12-31-to-2025-10-15.html"));
    let section = "section:has(> h2[id='country-lunyovo'])";
    let row = compared.one(&format!("{section} tr:has([href$='mozhno-k-ograde.html#country-lunyovo'])")).html();
    assert!(row.find("s-no").expect("old") < row.find("s-partial").expect("new"), "{row}");
    assert!(row.contains("pravila-2009/3.html#wording-2"), "the new wording explains it: {row}");
    let same = page(build, "changes/from-2025-11-01-to-2025-11-30.html");
    assert!(!same.contains("mozhno-k-ograde.html#country-lunyovo"), "what stayed is not there: {same}");
    assert!(page(build, "matrix/on-2025-10-15.html").contains("../changes/from-2025-09-01-to-2025-10-15.html"));
    assert!(page(build, "matrix/index.html").contains("../changes/since-2025-12-31.html"));
}

#[test]
fn of_many_days_neighbours_are_compared_and_each_with_the_main_view() {
    let build = &*SHIPPED;
    let all = paths(build);
    let days = all.iter().filter(|p| p.starts_with("matrix/on-")).count();
    let since = all.iter().filter(|p| p.starts_with("changes/since-")).count();
    let from = all.iter().filter(|p| p.starts_with("changes/from-")).count();
    assert!(days > 16, "the shipped matrix has many days: {days}");
    assert_eq!((since, from), (days, days - 1));
    // Of few days each is compared with each.
    let few = paths(&VELO).iter().filter(|p| p.starts_with("changes/from-")).count();
    assert_eq!(few, 6 * 5 / 2);
}

#[test]
fn an_act_towards_an_instrument_says_what_it_made_of_the_status_and_a_year_stays_a_year() {
    let build = island();
    let list = lines(&page(&build, "instruments/ferries/changes.html"));
    assert_eq!(list.len(), 2, "{list:#?}");
    assert!(
        list[0].starts_with("2004 Xr : ratification") && list[0].contains("signatory → became ▲ deposited"),
        "{list:#?}"
    );
    assert!(list[1].starts_with("28 June 2001 Xr : signature") && list[1].contains("no action → became"), "{list:#?}");
    let instrument = page(&build, "instruments/ferries.html");
    assert!(instrument.contains("<a href=\"ferries/changes.html\">"), "{instrument}");
}

#[test]
fn wordings_that_do_not_follow_each_other_are_set_beside_each_other() {
    let provision = page(&island(), "countries/xr/laws/ferry-act/7.html");
    let provision = Page::of(&provision);
    let pairs = provision.all("section:has(#redlines) details.redline");
    assert_eq!(pairs.len(), 3, "the other pairs");
    let last_to_first = pairs[1].html();
    assert!(last_to_first.contains("A ferry leaves <del>daily</del><ins>at noon</ins>."), "{last_to_first}");
    assert!(!page(&VELO, "countries/lunyovo/laws/pravila-2009/3.html").contains("id=\"redlines\""));
}

/// An article of a site of its own, with these two wordings.
fn article(first: &str, second: &str) -> String {
    let file = |path: &str, text: &str| File::new(path, text);
    let source = "source = \"gazette\"\nplace = \"no. 1\"\n\n";
    let wordings = format!(
        "[[wording]]\nfrom = \"1990-01-01\"\nuntil = \"2001-05-01\"\n{first}\n{source}[[wording]]\nfrom = \"2001-05-01\"\n{second}\n{source}"
    );
    let build = collatio::build(&input(vec![
        file("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\nlanguage = \"en\"\n+++\n"),
        file("content/countries/xr/index.md", "+++\nname = \"Ruritania\"\n+++\n"),
        file(
            "content/countries/xr/laws/act/index.md",
            "+++\ntitle = \"Act\"\n[[citation]]\nsource = \"gazette\"\nplace = \"no. 1\"\n+++\n",
        ),
        file("content/countries/xr/laws/act/7.md", &format!("+++\narticle = \"7\"\n\n{wordings}+++\n")),
    ]));
    main_of(&page(&build, "countries/xr/laws/act/7.html")).to_owned()
}

#[test]
fn a_comparison_of_extracts_says_what_the_mark_for_omitted_words_means() {
    let told = "Extracts are compared.";
    let whole = article("quote = \"A ferry leaves daily.\"", "quote = \"A ferry leaves twice daily.\"");
    assert!(whole.contains("<ins>") && !whole.contains(told));
    let extract = article("quote = \"A ferry leaves daily […]\"", "quote = \"A ferry leaves twice daily […]\"");
    assert!(extract.contains("<p lang=\"en\">A ferry leaves") && extract.contains("<ins>twice </ins>"));
    assert_eq!(extract.matches(told).count(), 1);
}

#[test]
fn an_article_without_words_says_so_once_and_asks_for_them() {
    let silent = article("summary = \"Ferries leave.\"", "summary = \"Ferries leave twice.\"");
    assert_eq!(silent.matches("not recorded here").count(), 1, "{silent}");
    assert_eq!(silent.matches("Wanted: the official text").count(), 1, "{silent}");
    let half = article("summary = \"Ferries leave.\"", "quote = \"A ferry leaves.\"");
    assert_eq!(half.matches("The words are not recorded here.").count(), 1, "{half}");
    assert!(!half.contains("Wanted"));
}

#[test]
fn a_site_on_which_nothing_changed_says_so_and_has_no_page_for_it() {
    let build = collatio::build(&input(vec![File::new("content/index.md", "+++\ntitle = \"Bare\"\n+++\n")]));
    assert_eq!(paths(&build).iter().filter(|p| p.contains("changes") && p.ends_with(".html")).count(), 1);
    assert!(!page(&build, "index.html").contains("changes/index.html"), "the navigation does not name it");
}

/// A country's page on a day knows nothing of what came later.
#[test]
fn the_latest_changes_on_a_page_of_a_day_end_with_that_day() {
    let build = &*VELO;
    let of = |path: &str| Page::of(&page(build, path)).words("section:has(#latest)");
    assert!(of("countries/lunyovo/index.html").contains("К ограде"));
    let earlier = of("countries/lunyovo/on-2010-06-30.html");
    assert!(earlier.contains("Правила стоянки велосипедов") && !earlier.contains("2019"), "{earlier}");
}

/// A treaty that is in force since the end of 1999.
fn pact(n: usize) -> File {
    let path = format!("content/instruments/pact-{n}.md");
    let text = format!(
        "+++\ntitle = \"Pact {n}\"\nkind = \"treaty\"\nadopted = \"1999-01-01\"\nopened = \"1999-02-01\"\n\
         in_force = \"1999-12-01\"\n\n[[citation]]\nsource = \"register\"\nplace = \"head\"\n+++\n"
    );
    File::new(path, text)
}

/// Forty countries that joined ten treaties each in one year.
fn crowd() -> Build {
    let mut files = vec![
        File::new("collatio.toml", "title = \"Islands\"\nedition = \"2020-06-01\"\n[days]\nalso = [\"2000-12-31\"]\n"),
        File::new("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        File::new("content/sources/register.md", "+++\ncitation = \"Register\"\ntier = \"depositary\"\n+++\n"),
    ];
    files.extend((0..10).map(pact));
    let mut add = |path: String, text: String| files.push(File::new(path, text));
    for c in 0..40 {
        add(format!("content/countries/x{c}/index.md"), format!("+++\nname = \"Isle {c}\"\nkind = \"state\"\n+++\n"));
        // The last of them did one thing only.
        let acts = (0..if c == 39 { 1 } else { 10 }).map(|n| {
            format!(
                "[[action]]\ninstrument = \"pact-{n}\"\nkind = \"signature\"\n\n[[action.statement]]\nsource = \"register\"\nplace = \"row 1\"\nsigned = \"2001-06-{:02}\"\n\n",
                n + 1
            )
        });
        add(format!("content/countries/x{c}/treaties.md"), format!("+++\n{}+++\n", acts.collect::<String>()));
    }
    collatio::build(&input(files))
}

#[test]
fn what_is_too_much_for_one_page_is_counted_there_and_told_whole_on_the_pages_of_the_countries() {
    let build = crowd();
    let whole = page(&build, "changes/since-2000-12-31.html");
    let main = main_of(&whole);
    let read = Page::of(&whole);
    assert!(read.words("main").contains("Acts between the two days: 391."), "{main}");
    assert!(main.matches("<tr").count() == 41 && main.len() < 90_000, "a row each: {}", main.len());
    let row = |country: &str| read.one(&format!("tr[id='country-{country}']"));
    let own = "../countries/x7/changes/since-2000-12-31.html";
    let x7 = row("x7").html();
    assert_eq!(x7.matches(own).count(), 2, "its name and what is left lead on: {x7}");
    let counts = words(row("x7"));
    for expected in ["10 changed statuses", "10 acts", "and 17 more"] {
        assert!(counts.contains(expected), "{expected}: {counts}");
    }
    // Of one that is told whole nothing is left for another page.
    let x39 = row("x39").html();
    assert!(!x39.contains("/changes/") && words(row("x39")).contains("one act"), "{x39}");
    let all = paths(&build);
    let pages = all.iter().filter(|p| p.starts_with("countries/") && p.contains("/changes/since-2000-12-31")).count();
    assert_eq!(pages, 39);
    let told = page(&build, "countries/x7/changes/since-2000-12-31.html");
    assert_eq!(lines(&told).len() + main_of(&told).matches("class=\"when\"").count(), 10, "{told}");
    assert!(main_of(&told).contains("href=\"../../../changes/since-2000-12-31.html\""), "the way back: {told}");
    assert!(page(&build, "countries/x7/changes.html").contains("href=\"changes/since-2000-12-31.html\""));
    // Small sites keep all on one page.
    assert!(!paths(&VELO).iter().any(|p| p.contains("changes-between") || p.matches("/changes/").count() > 0));
}

/// Five countries and 110 treaties: one country announced to join each of them, on no day that anybody wrote down, the others
/// signed them.
fn depositary() -> Vec<File> {
    let mut files = vec![
        File::new("collatio.toml", "title = \"Islands\"\nedition = \"2020-06-01\"\n"),
        File::new("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        File::new("content/sources/register.md", "+++\ncitation = \"Register\"\ntier = \"depositary\"\n+++\n"),
    ];
    files.extend((0..110).map(pact));
    for c in 0..5 {
        let acts = (0..110).map(|n| {
            let (kind, day) = match c {
                0 => ("announced\"\nact = \"ratification", String::new()),
                _ => ("signature", format!("signed = \"20{c:02}-06-01\"\n")),
            };
            format!(
                "[[action]]\ninstrument = \"pact-{n}\"\nkind = \"{kind}\"\n\n[[action.statement]]\nsource = \"register\"\n\
                 place = \"row 1\"\n{day}\n"
            )
        });
        let acts = format!("+++\n{}+++\n", acts.collect::<String>());
        files.push(File::new(format!("content/countries/x{c}/index.md"), format!("+++\nname = \"Isle {c}\"\n+++\n")));
        files.push(File::new(format!("content/countries/x{c}/treaties.md"), acts));
    }
    files
}

#[test]
fn acts_of_no_day_are_all_in_the_lists_of_their_countries_where_the_list_of_the_site_would_grow_long() {
    let build = collatio::build(&input(depositary()));
    let all = page(&build, "changes/index.html");
    assert_eq!(all.matches("act.x0.pact-").count(), 100, "of the undated ones");
    let read = Page::of(&all);
    let more = read.one("section:has(#undated) p.more a");
    assert_eq!(
        (words(more), more.attr("href")),
        ("10 more undated changes, in the lists of the countries".to_owned(), Some("#by-country"))
    );
    read.one("details#by-country a[href='../countries/x0/changes.html']");
    assert_eq!(page(&build, "countries/x0/changes.html").matches("act.x0.pact-").count(), 110);
}

#[test]
fn a_country_with_very_many_treaties_has_their_acts_on_their_own_pages_and_in_its_book() {
    let build = collatio::build(&input(depositary()));
    let country = Page::of(&page(&build, "countries/x3/index.html"));
    assert!(country.all("details.folded-acts").is_empty());
    assert_eq!(country.all("ul.acts-lines li").len(), 110);
    let line = country.one("li#treaty-pact-7");
    assert!(words(line).contains("signature 1 June 2003"), "{}", words(line));
    country.one("li#treaty-pact-7 > a[href='../../instruments/pact-7.html#country-x3']");
    let acts = Page::of(&page(&build, "instruments/pact-7.html")).words("section:has(#country-x3)");
    assert!(acts.contains("signed 1 June 2003"), "{acts}");
    // The book has no page of a treaty that it could lead to.
    let sandbox = Sandbox::new();
    depositary().iter().for_each(|file| sandbox.put(&file.path, &*file.text));
    let run = sandbox.run(&["package", "--out", "copy.zip"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let files = unpack(&std::fs::read(sandbox.path().join("copy.zip")).expect("it was written"));
    let book =
        files.into_iter().find(|file| file.path.ends_with("/handbook.html") && file.path.matches('/').count() == 1);
    let book = String::from_utf8(book.expect("a copy has its book").bytes).expect("pages are UTF-8");
    assert_eq!(Page::of(&book).all("details.folded-acts").len(), 5 * 110);
}
