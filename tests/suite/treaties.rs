//! What pages say of treaty acts: each kind of case that a depositary's table can hold, on a small site.

use collatio::Build;
use collatio::text::File;

use crate::html::Page;
use crate::shipped::{as_of, input, main_of, page};

const INDEX: &str = "content/index.md";

/// A site with one depositary, whose table was read on 14 March 2015, and these files besides.
fn site(files: &[(&str, &str)]) -> Build {
    collatio::build(&input(files_of_site(files)))
}

fn files_of_site(files: &[(&str, &str)]) -> Vec<File> {
    let mut list = vec![
        File::new("collatio.toml", "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2026-01-31\"\n"),
        File::new(INDEX, "+++\ntitle = \"Islands\"\n+++\n"),
        File::new(
            "content/sources/un.md",
            "+++\ncitation = \"Depositary\"\ntier = \"depositary\"\nstored = \"2015-03-14\"\n+++\n",
        ),
    ];
    let whole =
        |front: &str| if front.contains("+++") { format!("+++\n{front}") } else { format!("+++\n{front}\n+++\n") };
    list.extend(files.iter().map(|(path, front)| File::new(*path, whole(front))));
    list
}

/// An act of which the depositary's table gives these dates.
fn act(instrument: &str, kind: &str, more: &str, dates: &str) -> String {
    format!(
        "[[action]]\ninstrument = \"{instrument}\"\nkind = \"{kind}\"\n{more}\n\n[[action.statement]]\nsource = \"un\"\nplace = \"row\"\n{dates}\n\n"
    )
}

fn treaty(more: &str) -> String {
    format!("title = \"Treaty\"\nadopted = \"1979-12-18\"\nin_force = \"1981-09-03\"\n\n{more}")
}

const RULE: &str =
    "[entry]\ndays = 30\nwords = \"thirty days after the deposit\"\nsource = \"un\"\nplace = \"art. 27\"\n";

/// The words of the grid of treaties, without tags.
fn grid(build: &Build) -> String {
    main_words(&page(build, "treaties/index.html"))
}

/// The visible words of a page's main part.
fn main_words(page: &str) -> String {
    Page::of(page).words("main")
}

/// The grid of one country and one treaty.
fn told(treaty_more: &str, country_more: &str, acts: &str) -> String {
    grid(&site(&[
        ("content/instruments/treaty.md", &treaty(treaty_more)),
        ("content/countries/xr/index.md", &format!("name = \"Ruritania\"\n{country_more}")),
        ("content/countries/xr/treaties.md", acts),
    ]))
}

#[test]
fn a_party_is_one_since_the_day_that_the_rule_gives_and_the_table_has_a_day() {
    let grid = told(RULE, "", &act("treaty", "accession", "", "deposited = \"1985-01-10\""));
    assert!(grid.contains("party since 9 February 1985, by the treaty’s terms"), "{grid}");
    assert!(grid.contains("as of 14 March 2015"), "{grid}");
}

#[test]
fn a_rule_on_the_first_of_a_month_is_counted_and_one_in_words_alone_is_not() {
    let acts = act("treaty", "accession", "", "deposited = \"2012-03-08\"");
    let rule = |fields: &str, words: &str| {
        told(&format!("[entry]\n{fields}\nwords = \"{words}\"\nsource = \"un\"\nplace = \"art. 1\"\n"), "", &acts)
    };
    let first = rule("days = 60\nfirst_of_month = true", "later");
    assert!(first.contains("party since 1 June 2012, by the treaty’s terms"), "{first}");
    let by_words = rule("days = 60", "on the first day of the month after the 60th day");
    assert!(by_words.contains("party since 1 June 2012, by the treaty’s terms"), "{by_words}");
    let words_alone = rule("", "thirty days after the deposit");
    assert!(words_alone.contains("day of entry into force not known"), "{words_alone}");
    assert!(!words_alone.contains("party since"), "{words_alone}");
}

#[test]
fn provisional_application_is_a_status_of_its_own() {
    let applied = act("treaty", "provisional-application", "", "given = \"1994-11-16\"");
    assert!(told("", "", &applied).contains("applied provisionally"));
    let ended = act("treaty", "provisional-application", "", "given = \"1994-11-16\"\neffective = \"1998-11-16\"");
    assert!(!told("", "", &ended).contains("applied provisionally"));
}

#[test]
fn a_state_that_ended_is_no_party_and_leads_to_its_successors() {
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/countries/xo/index.md", "name = \"Old Union\"\nuntil = \"1993-01-01\"\nsuccessors = [\"xr\"]"),
        ("content/countries/xo/treaties.md", &act("treaty", "accession", "", "deposited = \"1982-02-16\"")),
        (
            "content/countries/xr/index.md",
            "name = \"Ruritania\"\n\n[[former_name]]\nname = \"Strelsau\"\nuntil = \"2000\"",
        ),
        (
            "content/countries/xr/treaties.md",
            &act("treaty", "succession", "", "deposited = \"1993-02-22\"\nin_force = \"1993-01-01\""),
        ),
    ]);
    let grid = grid(&build);
    assert!(grid.contains("no longer in existence since 1 January 1993"), "{grid}");
    assert!(grid.contains("party since 1 January 1993"), "{grid}");
    let old = main_words(&page(&build, "countries/xo/index.html"));
    assert!(old.contains("After it Ruritania"), "{old}");
    let new = main_words(&page(&build, "countries/xr/index.html"));
    assert!(new.contains("Before it Old Union"), "{new}");
    assert!(new.contains("Strelsau (until 2000)"), "{new}");
}

#[test]
fn an_objection_says_to_whom_and_an_act_of_a_state_before_says_whose_it_was() {
    let acts = act("treaty", "accession", "predecessor = \"The Union\"", "deposited = \"1984-01-10\"")
        + &act("treaty", "objection", "to = \"xs\"\nto_number = 2", "deposited = \"1986-01-10\"")
        + &act("treaty", "objection", "number = 2\nto = \"xs\"\nact = \"declaration\"", "deposited = \"1987-01-10\"");
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        ("content/countries/xr/treaties.md", &acts),
        ("content/countries/xs/index.md", "name = \"Strelia\""),
    ]);
    let words = main_words(&page(&build, "countries/xr/index.html"));
    assert!(words.contains("to the reservation of Strelia"), "{words}");
    assert!(words.contains("(no. 2)"), "{words}");
    assert!(words.contains("to the declaration of Strelia"), "{words}");
    assert!(words.contains("done by The Union"), "{words}");
}

#[test]
fn a_list_of_all_who_acted_speaks_for_those_who_are_not_in_it() {
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        (
            "content/sources/list.md",
            "citation = \"List\"\ntier = \"depositary\"\n\n[[complete]]\ninstruments = [\"treaty\"]\nobserved = \"2015-03-14\"\nplace = \"table\"",
        ),
    ]);
    let grid = grid(&build);
    assert!(grid.contains("no action in the table of 14 March 2015"), "{grid}");
    let country = main_words(&page(&build, "countries/xr/index.html"));
    assert!(
        country.contains("○ no action in the table of 14 March 2015 : Treaty"),
        "a country names it too: {country}"
    );
}

#[test]
fn a_section_shows_the_instruments_that_it_asks_about_each_once() {
    let question = |instrument: &str| {
        format!(
            "wording = \"Bound?\"\nlabel = \"Bound\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"action\"\n\n[computed]\nasks = \"bound\"\ninstruments = [\"{instrument}\"]"
        )
    };
    let both = act("treaty", "accession", "", "deposited = \"1985-01-10\"")
        + &act("sea", "accession", "", "deposited = \"1985-01-10\"");
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/instruments/sea.md", "title = \"Sea\"\nadopted = \"1982-12-10\""),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        ("content/countries/xr/treaties.md", &both),
        ("content/questions/one/index.md", "title = \"One\"\norder = 1\nshows = [\"actions\"]"),
        ("content/questions/one/bound-one.md", &question("treaty")),
        ("content/questions/two/index.md", "title = \"Two\"\norder = 2\nshows = [\"actions\"]"),
        ("content/questions/two/bound-two.md", &question("sea")),
    ]);
    let html = page(&build, "countries/xr/index.html");
    for anchor in ["treaty-treaty", "treaty-sea"] {
        assert_eq!(html.matches(&format!("id=\"{anchor}\"")).count(), 1, "{anchor}");
    }
    let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}: {html}"));
    let second = at(">Two</h2>");
    assert!(at("id=\"treaty-treaty\"") < second && second < at("id=\"treaty-sea\""), "each stands in its own section");
}

#[test]
fn where_no_treaty_is_compared_nothing_is_said_of_being_bound() {
    let build = site(&[
        ("content/instruments/rules.md", "title = \"Rules\"\nkind = \"standard\""),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
    ]);
    for path in ["countries/index.html", "instruments/index.html", "instruments/rules.html", "index.html"] {
        let words = main_words(&page(&build, path));
        assert!(!words.contains("bound") && !words.contains("treaty acts"), "{path}: {words}");
    }
    assert!(!page(&build, "index.html").contains("treaties/index.html"), "the empty grid is in no navigation");
}

#[test]
fn the_grid_shows_the_year_and_the_country_the_days() {
    let acts = act("treaty", "accession", "", "deposited = \"2004\"");
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        ("content/countries/xr/treaties.md", &acts),
    ]);
    let html = page(&build, "treaties/index.html");
    assert!(html.contains(">’04–’05</span>"), "{html}");
    let words = main_words(&page(&build, "countries/xr/index.html"));
    assert!(
        words.contains("since some day between 31 January 2004 and 30 January 2005, by the treaty’s terms"),
        "{words}"
    );
}

#[test]
fn organisations_are_counted_apart_from_states() {
    let acts = act("treaty", "accession", "", "deposited = \"1985-01-10\"");
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        ("content/countries/xr/treaties.md", &acts),
        ("content/countries/xo/index.md", "name = \"League\"\nkind = \"organisation\""),
        ("content/countries/xo/treaties.md", &act("treaty", "formal-confirmation", "", "deposited = \"1986-01-10\"")),
    ]);
    let words = main_words(&page(&build, "instruments/treaty.html"));
    assert!(words.contains("2 parties, one of them an organisation"), "{words}");
}

#[test]
fn an_instrument_with_two_days_of_adoption_says_both() {
    let words = main_words(&page(
        &site(&[("content/instruments/treaty.md", &treaty("also_adopted = \"1979-12-20\""))]),
        "instruments/treaty.html",
    ));
    assert!(words.contains("Adopted 18 December 1979 ; 20 December 1979"), "{words}");
}

#[test]
fn the_end_of_an_instrument_and_the_withdrawal_of_a_reservation_are_changes_of_their_own() {
    let end = "\n[end]\nended = \"2010-01-01\"\nhow = \"superseded\"\nsource = \"un\"\nplace = \"art. 12\"\n";
    let acts = act("treaty", "accession", "", "deposited = \"1985-01-10\"")
        + &act("treaty", "reservation", "", "deposited = \"1985-01-10\"\neffective = \"1990-05-01\"");
    let build = site(&[
        ("content/instruments/treaty.md", &treaty(&format!("{RULE}{end}"))),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        ("content/countries/xr/treaties.md", &acts),
    ]);
    let words = main_words(&page(&build, "countries/xr/changes.html"));
    assert!(words.contains("1 January 2010 ended , Treaty ● party → became ⊘ ended"), "{words}");
    assert!(words.contains("1 May 1990 reservation withdrawn , Treaty"), "{words}");
    assert_eq!(words.matches("became ▲ deposited").count(), 1, "a reservation makes no status: {words}");
    let country = main_words(&page(&build, "countries/xr/index.html"));
    assert!(country.contains("withdrawn 1 May 1990"), "{country}");
    assert!(!country.contains("bound by"), "zero is no statement: {country}");
}

#[test]
fn a_country_has_on_each_day_the_name_of_that_day() {
    let names = "[[former_name]]\nname = \"Strelsau\"\nuntil = \"1985-01-01\"\n\n[[former_name]]\nname = \"Middleland\"\nuntil = \"2000-01-01\"";
    let build = collatio::build(&input(vec![
        File::new(
            "collatio.toml",
            "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2026-01-31\"\n[days]\npairs = \"changes\"\nalso = [\"1980-06-30\", \"1990-06-30\"]\n\n[[groups]]\ntitle = \"All\"\ncountries = [\"xr\", \"xs\"]\n",
        ),
        File::new(INDEX, "+++\ntitle = \"Islands\"\n+++\n"),
        File::new("content/countries/xr/index.md", format!("+++\nname = \"Ruritania\"\n{names}\n+++\n")),
        File::new("content/countries/xs/index.md", "+++\nname = \"Strelia\"\n+++\n"),
        File::new("content/questions/q/index.md", "+++\ntitle = \"Q\"\n+++\n"),
        File::new(
            "content/questions/q/asked.md",
            "+++\nwording = \"Asked?\"\nlabel = \"Asked\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n",
        ),
    ]));
    for (path, name) in [
        ("countries/xr/on-1980-06-30.html", "Strelsau"),
        ("countries/xr/on-1990-06-30.html", "Middleland"),
        ("countries/xr/index.html", "Ruritania"),
        ("matrix/on-1980-06-30.html", "Strelsau"),
        ("compare/xr/xs-on-1980-06-30.html", "Strelsau"),
        ("compare/xr/xs.html", "Ruritania"),
    ] {
        let html = page(&build, path);
        assert!(html.contains(&format!("<title>{name}")) || main_of(&html).contains(name), "{path}: {html}");
        let title = Page::of(&html).words("title");
        let others = ["Strelsau", "Middleland", "Ruritania"].into_iter().filter(|other| *other != name);
        others.for_each(|other| assert!(!title.contains(other), "{path}: {title}"));
    }
}

#[test]
fn the_age_of_an_answer_is_drawn_by_the_limits_of_the_site_and_words_stay() {
    let site = |age: &str| {
        collatio::build(&input(vec![
            File::new(
                "collatio.toml",
                format!("title = \"Islands\"\nlanguage = \"en\"\nedition = \"2026-01-31\"\n{age}"),
            ),
            File::new(INDEX, "+++\ntitle = \"Islands\"\n+++\n"),
            File::new("content/sources/report.md", "+++\ncitation = \"Report\"\n+++\n"),
            File::new("content/countries/xr/index.md", "+++\nname = \"Ruritania\"\n+++\n"),
            File::new("content/questions/q/index.md", "+++\ntitle = \"Q\"\n+++\n"),
            File::new(
                "content/questions/q/asked.md",
                "+++\nwording = \"Asked?\"\nlabel = \"Asked\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n",
            ),
            File::new(
                "content/countries/xr/findings/core.md",
                "+++\n[[finding]]\nquestion = \"asked\"\nanswer = \"yes\"\nrests_on = [\"source\"]\nsource = \"report\"\nplace = \"p. 1\"\nobserved = \"2018-05-01\"\ncoder = \"c\"\n+++\n",
            ),
        ]))
    };
    let cell = |age: &str| main_of(&page(&site(age), "matrix/index.html")).to_owned();
    let plain_age = cell("[age]\nolder = 10\noldest = 20\n");
    assert!(!plain_age.contains("age-"), "{plain_age}");
    let older = cell("");
    assert!(older.contains("age-older"), "{older}");
    let oldest = cell("[age]\nolder = 2\noldest = 7\n");
    assert!(oldest.contains("age-oldest"), "{oldest}");
    assert_eq!(main_words(&plain_age), main_words(&oldest), "words never depend on age");
}

#[test]
fn an_act_that_was_done_after_the_day_of_the_view_is_said_to_be_to_come() {
    let files = input(files_of_site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/countries/xr/index.md", "name = \"Ruritania\""),
        ("content/countries/xr/treaties.md", &act("treaty", "accession", "", "deposited = \"2004-05-05\"")),
    ]));
    let now = collatio::build(&files);
    assert!(!main_words(&page(&now, "countries/xr/index.html")).contains("to come"));
    let before = as_of(&files, collatio::law::Day::parse("2000-01-31").expect("a day"));
    let then = main_words(&page(&collatio::build(&before), "countries/xr/index.html"));
    assert!(then.contains("to come"), "{then}");
}

#[test]
fn an_instrument_of_which_an_act_is_reported_is_not_among_those_of_which_nothing_is_recorded() {
    let listed = |acts: &str| {
        let build = site(&[
            ("content/instruments/treaty.md", &treaty(RULE)),
            ("content/questions/treaties/index.md", "title = \"Treaties\""),
            ("content/countries/xr/index.md", "name = \"Ruritania\""),
            ("content/countries/xr/treaties.md", acts),
            ("content/sources/book.md", "citation = \"Book\"\ntier = \"academic\""),
        ]);
        main_words(&page(&build, "unresearched/index.html")).contains("Instruments of which nothing is recorded")
    };
    assert!(listed(""));
    let reported =
        act("treaty", "accession", "", "deposited = \"1985-01-10\"").replace("source = \"un\"", "source = \"book\"");
    assert!(!listed(&reported), "{reported}");
}

/// The cell of the matrix that asks whether the country is bound, in words.
fn bound(country: &str, acts: &str, day: &str) -> String {
    let build = asked_whether_bound(country, acts, day);
    let matrix = Page::of(&page(&build, "matrix/by-country.html"));
    let cells: Vec<String> = matrix.all("tbody td").into_iter().map(crate::html::words).collect();
    format!("{} | {}", cells.first().map(String::as_str).unwrap_or_default(), grid(&build))
}

fn asked_whether_bound(country: &str, acts: &str, day: &str) -> Build {
    let question = "wording = \"Is it bound?\"\nlabel = \"Bound\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"action\"\n\
                    [computed]\nasks = \"bound\"\ninstruments = [\"treaty\"]";
    let files = input(files_of_site(&[
        ("content/instruments/treaty.md", &treaty(RULE)),
        ("content/questions/treaties/index.md", "title = \"Treaties\""),
        ("content/questions/treaties/bound.md", question),
        ("content/countries/xr/index.md", &format!("name = \"Ruritania\"\n{country}")),
        ("content/countries/xr/treaties.md", acts),
    ]));
    collatio::build(&as_of(&files, collatio::law::Day::parse(day).expect("a day")))
}

#[test]
fn an_answer_that_a_state_is_bound_names_the_day_from_which_it_says_yes_and_that_of_the_entry_into_force() {
    let acts = act("treaty", "accession", "", "deposited = \"1985-01-10\"");
    let told = bound("", &acts, "2010-01-01");
    assert!(
        told.starts_with("✓ yes party since 9 February 1985, by the treaty’s terms | "),
        "many are looked along: {told}"
    );
    let question = main_words(&page(&asked_whether_bound("", &acts, "2010-01-01"), "questions/bound.html"));
    assert!(
        question.contains("yes deposited 10 January 1985; party since 9 February 1985, by the treaty’s terms"),
        "{question}"
    );
}

#[test]
fn who_is_bound_from_a_recorded_day_was_not_before_and_is_a_party_on_every_page() {
    let acts = act("treaty", "accession", "", "in_force = \"1985-01-10\"");
    let after = bound("", &acts, "2010-01-01");
    assert!(after.contains("yes party since 10 January 1985") && after.contains("● ’85"), "{after}");
    assert!(!after.contains("deposited"), "no deposit is invented: {after}");
    let before = bound("", &acts, "1984-01-01");
    assert!(before.starts_with("✗ no") && before.contains("○ no action"), "{before}");
    let at_home = bound("", &act("treaty", "ratification", "", "domestic = \"1985-01-10\""), "2010-01-01");
    assert!(!at_home.contains("✓ yes"), "{at_home}");
}

#[test]
fn within_an_end_known_in_part_the_matrix_says_what_the_status_says() {
    let acts = act("treaty", "accession", "", "deposited = \"1984-01-10\"")
        + &act("treaty", "withdrawal", "", "deposited = \"1990-01-10\"\neffective = \"1991\"");
    let within = bound("", &acts, "1991-06-01");
    assert!(within.contains("✓ yes") && within.contains("uncertain"), "{within}");
    let after = bound("", &acts, "1992-01-01");
    assert!(after.contains("✗ no ended"), "{after}");
}

#[test]
fn before_it_exists_no_question_on_acts_applies_to_a_state() {
    let acts = act("treaty", "accession", "", "deposited = \"1984-01-10\"");
    let before = bound("from = \"1992-01-01\"", &acts, "1990-01-01");
    assert!(before.starts_with("– not applicable"), "{before}");
}

#[test]
fn an_instrument_calls_its_articles_as_it_does() {
    let article = "[[article]]\nkey = \"3\"\nnumber = \"3\"\n";
    for (word, heading, link) in [
        ("article_word = \"Rule\"", "Rule 3", "Treaty, Rule 3"),
        ("article_word = \"{}. pont\"", "3. pont", "Treaty, 3. pont"),
        ("", "Article 3", "Treaty, art. 3"),
    ] {
        let build = site(&[("content/instruments/treaty.md", &format!("{}\n{article}", treaty(word)))]);
        assert!(main_words(&page(&build, "instruments/treaty.html")).contains(heading), "{heading}");
        let instrument = format!("{}\n{article}", treaty(word));
        // What stands behind the fields is the text of the page.
        let topic = "title = \"Rules\"\n+++\n\nSee [[treaty#3]].\n";
        let files = [("content/instruments/treaty.md", &*instrument), ("content/topics/rules.md", topic)];
        let topic = main_words(&page(&site(&files), "topics/rules.html"));
        assert!(topic.contains(link), "{topic}");
    }
}

#[test]
fn a_table_that_was_read_later_says_nothing_of_its_own_for_an_earlier_day() {
    let joined = act("treaty", "accession", "", "deposited = \"2000-05-02\"");
    let files = [
        ("content/instruments/treaty.md", treaty(RULE)),
        ("content/countries/xr/index.md", "name = \"Ruritania\"".to_owned()),
        ("content/countries/xr/treaties.md", joined),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let before = input(files_of_site(&files));
    let on = |day: &str| {
        let day = collatio::law::Day::parse(day).expect("a day");
        grid(&collatio::build_without_trial(&as_of(&before, day)))
    };
    let early = on("1990-01-01");
    assert!(early.contains("no action") && !early.contains("2015"), "the table of 2015 shows an act: {early}");
    assert!(on("2010-01-01").contains("party since 1 June 2000"), "{}", on("2010-01-01"));
    assert!(!on("2010-01-01").contains("as of"), "{}", on("2010-01-01"));
    assert!(on("2020-01-01").contains("as of 14 March 2015"), "{}", on("2020-01-01"));
}
