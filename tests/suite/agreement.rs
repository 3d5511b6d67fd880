//! What several pages and tables say of one thing is the same thing.

use std::collections::BTreeSet;

use collatio::Build;
use collatio::text::File;

use crate::html::Page;
use crate::shipped::{input, main_of, page};

/// A site of one country, one treaty and one question, with these actions and findings.
fn island(actions: &str, findings: &str) -> Build {
    let file = |path: &str, text: &str| File::new(path, format!("+++\n{text}+++\n"));
    collatio::build(&input(vec![
        File::new(
            "collatio.toml",
            "base_url = \"https://example.org/\"\ntitle = \"Islands\"\nlanguage = \"en\"\nedition = \"2020-06-01\"\n",
        ),
        file("content/index.md", "title = \"Islands\"\n"),
        file("content/countries/xr/index.md", "name = \"Xr\"\nkind = \"state\"\n"),
        file("content/countries/xr/treaties.md", actions),
        file("content/countries/xr/findings/boats.md", findings),
        file(
            "content/instruments/ferries.md",
            "title = \"Convention on Ferries\"\nkind = \"treaty\"\nadopted = \"2000-01-01\"\nopened = \"2000-02-01\"\n\
             in_force = \"2002-01-01\"\n\n[[citation]]\nsource = \"register\"\nplace = \"head\"\n",
        ),
        file("content/questions/boats/index.md", "title = \"Boats\"\norder = 1\n"),
        file(
            "content/questions/boats/licence.md",
            "wording = \"Does a boat need a licence?\"\nlabel = \"Licence\"\norder = 1\nkind = \"yes-no\"\n\
             domain = \"law\"\nbasis = \"provision\"\n",
        ),
        file("content/sources/report.md", "citation = \"Report\"\ntier = \"academic\"\n"),
        file("content/sources/register.md", "citation = \"Register\"\ntier = \"depositary\"\n"),
    ]))
}

fn action(kind: &str, more: &str, source: &str, dates: &str) -> String {
    format!(
        "[[action]]\ninstrument = \"ferries\"\nkind = \"{kind}\"\n{more}\n\
         [[action.statement]]\nsource = \"{source}\"\nplace = \"row 1\"\n{dates}\n"
    )
}

fn is_without_repetition(list: &[&str]) -> bool {
    list.iter().collect::<BTreeSet<_>>().len() == list.len()
}

#[test]
fn a_withdrawal_stands_on_the_day_from_which_it_ends_the_bond_on_the_timeline_as_in_the_lists() {
    let joined = action("accession", "", "register", "deposited = \"2003-02-01\"\n");
    let left = action("withdrawal", "", "register", "deposited = \"2010-03-04\"\neffective = \"2011-03-04\"\n");
    let build = island(&(joined + &left), "");
    for path in ["changes/index.html", "timeline/index.html"] {
        let page = page(&build, path);
        let main = main_of(&page);
        assert!(main.contains("datetime=\"2003-02-01\""), "{path}: {main}");
        assert!(main.contains("datetime=\"2011-03-04\""), "{path}: {main}");
        assert!(!main.contains("datetime=\"2010-03-04\""), "{path}: {main}");
    }
}

#[test]
fn two_plans_of_one_country_for_one_treaty_are_two_rows_and_two_changes() {
    let plan = |act: &str, day: &str| {
        action("planned", &format!("act = \"{act}\"\n"), "report", &format!("given = \"{day}\"\n"))
    };
    let build = island(&(plan("signature", "2001") + &plan("ratification", "2004")), "");
    for (path, columns) in [("data/actions.csv", 1), ("data/statements.csv", 2)] {
        let table = page(&build, path);
        let keys =
            table.lines().skip(1).map(|line| line.match_indices(',').nth(columns - 1).map(|(at, _)| &line[..at]));
        let keys: Vec<&str> = keys.flatten().collect();
        assert!(keys.len() == 2 && is_without_repetition(&keys), "{path}: {keys:?}");
    }
    for path in ["changes/index.html", "countries/xr/changes.html", "instruments/ferries/changes.html"] {
        let page = Page::of(&page(&build, path));
        let ids: Vec<&str> = page.attributes("id").collect();
        assert!(ids.iter().filter(|id| id.starts_with("act.xr.ferries.planned")).count() == 2, "{path}: {ids:?}");
        assert!(is_without_repetition(&ids), "{path}: {ids:?}");
    }
    let feed = page(&build, "countries/xr/feed.xml");
    let feed: atom_syndication::Feed = feed.parse().expect("it is a feed");
    let entries: Vec<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    assert!(entries.len() >= 2 && is_without_repetition(&entries), "{entries:?}");
}

#[test]
fn the_history_of_a_cell_on_its_page_has_the_intervals_of_the_table_of_states_that_say_something_else() {
    let finding = |observed: &str| {
        format!(
            "[[finding]]\nquestion = \"licence\"\nanswer = \"yes\"\nrests_on = [\"source\"]\nsource = \"report\"\n\
             place = \"p. 1\"\nobserved = \"{observed}\"\ncoder = \"coder-1\"\n\n"
        )
    };
    let build = island("", &(finding("2003-01-01") + &finding("2008-01-01")));
    let states = page(&build, "data/states.csv");
    let first_days: Vec<&str> = states.lines().skip(1).filter_map(|line| line.split(',').nth(3)).collect();
    // A day after each observation the answer is carried on, and no longer observed.
    assert_eq!(first_days, ["(open)", "2003-01-01", "2003-01-02", "2008-01-01", "2008-01-02"], "{states}");
    let question = Page::of(&page(&build, "questions/licence.html"));
    assert_eq!(question.all("ol.intervals > li").len(), first_days.len());
    let history = question.words("ol.intervals");
    assert!(history.contains("1 January 2008"), "{history}");
    assert_eq!(history.matches("last known").count(), 2, "what is carried on says so in words: {history}");
    // A finding that says the same on the next day begins no interval for a reader, but one of the table.
    let build =
        island("", &(finding("between 2003-01-01 and 2004-01-01") + &finding("between 2004-01-02 and 2005-01-01")));
    let states = page(&build, "data/states.csv");
    assert_eq!(states.lines().count(), 1 + 4, "{states}");
    let question = Page::of(&page(&build, "questions/licence.html"));
    assert_eq!(question.all("ol.intervals > li").len(), 3, "{}", question.words("ol.intervals"));
}
