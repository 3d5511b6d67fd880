//! What the tables promise to the programs that read them.

use super::cell::{Cell, Missing};
use super::{Table, Tables};
use crate::law::sample::{self, finding};
use crate::law::{Answer, Corpus, Date, Period};

fn table<'c>(corpus: &'c Corpus, name: &str) -> Table<'c> {
    Tables::of(corpus).named(name).expect(name)
}

fn shown(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(items) => items.join(" "),
        Cell::Missing(why) => format!("<{}>", why.label()),
    }
}

/// The cells of the named columns, for every row.
fn read(corpus: &Corpus, name: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let Table { columns: all, rows, .. } = table(corpus, name);
    let at: Vec<usize> =
        columns.iter().map(|name| all.iter().position(|column| column.name == *name).expect(name)).collect();
    rows.map(|cells| at.iter().map(|at| shown(&cells[*at])).collect()).collect()
}

#[test]
fn every_row_has_a_cell_for_each_column_and_keys_tell_rows_apart() {
    let corpus = sample::corpus(sample::findings());
    for table in Tables::of(&corpus).all() {
        let columns = table.columns;
        let mut names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), columns.len(), "two columns of {} have one name", table.name);
        let mut rows = 0;
        for cells in table.rows {
            rows += 1;
            assert_eq!(cells.len(), columns.len(), "{}", table.name);
            for (cell, column) in cells.iter().zip(&columns).filter(|(_, column)| column.required) {
                assert!(!matches!(cell, Cell::Missing(_)), "{}.{} is required", table.name, column.name);
            }
        }
        assert!(rows > 0, "the sample shows no row of {}", table.name);
        let mut keys = read(&corpus, table.name, table.key);
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), rows, "the key of {} does not tell its rows apart", table.name);
    }
}

#[test]
fn every_reference_names_a_column_and_a_table_and_leads_to_a_row() {
    let corpus = sample::corpus(sample::findings());
    for from in Tables::of(&corpus).all() {
        for (column, to) in from.foreign_keys {
            let ids = read(&corpus, to, &["id"]);
            for row in read(&corpus, from.name, &[column.as_str()]) {
                let empty = Missing::ALL.iter().any(|why| row[0] == format!("<{}>", why.label()));
                assert!(empty || ids.contains(&row), "{}.{column} = {row:?} is not in {to}", from.name);
            }
        }
    }
}

#[test]
fn rows_are_counted_without_being_made() {
    let corpus = sample::corpus(sample::findings());
    for (name, count) in Tables::of(&corpus).counts() {
        let rows = table(&corpus, name).rows.fold(0, |rows, _| rows + 1);
        assert!(count.is_none_or(|count| count == rows), "{name}: {count:?} counted, {rows} made");
    }
}

#[test]
fn states_follow_each_other_without_a_gap_and_say_how_far_they_can_be_trusted() {
    let corpus = sample::corpus(vec![finding("q", Answer::No, "2003"), finding("q", Answer::Yes, "2008-05-02")]);
    let columns = ["country", "question", "first_day", "last_day", "state", "standing", "finding"];
    let rows = read(&corpus, "states", &columns);
    let of_cell: Vec<String> =
        rows.iter().filter(|row| row[0] == "xr" && row[1] == "q").map(|row| row[2..].join(" ")).collect();
    assert_eq!(
        of_cell,
        [
            "<open> 2002-12-31 not-researched not-in-sight <not applicable>",
            "2003-01-01 2003-12-31 no holds xr/q/1",
            "2004-01-01 2005-12-31 no last-known xr/q/1",
            // A bill of 2006 amends the law, an article of it has another wording from March of that year.
            "2006-01-01 2006-03-01 no uncertain xr/q/1",
            "2006-03-02 2006-12-30 no overtaken xr/q/1",
            "2006-12-31 2008-05-01 no overtaken xr/q/1",
            "2008-05-02 2008-05-02 yes holds xr/q/2",
            "2008-05-03 2014-12-31 yes last-known xr/q/2",
            // The law is repealed.
            "2015-01-01 <open> yes overtaken xr/q/2",
        ]
    );
}

#[test]
fn a_question_does_not_apply_while_another_excludes_it_and_the_state_changes_with_that_one() {
    let corpus = sample::corpus(vec![finding("q", Answer::No, "2003-01-01"), finding("q", Answer::Yes, "2008-05-02")]);
    let rows = read(&corpus, "states", &["country", "question", "first_day", "state"]);
    let below: Vec<String> =
        rows.iter().filter(|row| row[0] == "xr" && row[1] == "q-sub").map(|row| row[2..].join(" ")).collect();
    let excluded = |day: &str| format!("{day} not-applicable");
    let days = ["2003-01-01", "2003-01-02", "2006-01-01", "2006-03-02", "2006-12-31"].map(excluded);
    let (first, last) = ("<open> not-researched".to_owned(), "2008-05-02 not-researched".to_owned());
    assert_eq!(below, [&[first][..], &days, &[last]].concat());
}

#[test]
fn a_cell_that_nobody_looked_at_has_a_row_that_says_so() {
    let corpus = sample::corpus(Vec::new());
    let rows = read(&corpus, "states", &["country", "first_day", "last_day", "state"]);
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| row[1..] == ["<open>", "<open>", "not-researched"]), "{rows:?}");
}

#[test]
fn not_recorded_not_applicable_and_silent_are_three_things() {
    let corpus = sample::corpus(sample::findings());
    let offences = read(&corpus, "offences", &["id", "provision", "law", "code"]);
    assert_eq!(offences[0], ["xr/taking", "xr/code/12", "xr/code", "<not applicable>"]);
    assert_eq!(offences[1], ["xr/taking-away", "<silent>", "<silent>", "the old code"]);
    let findings = read(&corpus, "findings", &["answer", "value", "limit", "searched"]);
    assert!(
        findings.contains(
            &["partial", "<not applicable>", "<not recorded>", "<not applicable>"].map(str::to_owned).to_vec()
        )
    );
    assert!(
        findings.contains(
            &["source-silent", "<silent>", "<not applicable>", "<not applicable>"].map(str::to_owned).to_vec()
        )
    );
}

#[test]
fn a_date_keeps_its_words_beside_its_bounds() {
    let corpus = sample::corpus(Vec::new());
    let rows = read(&corpus, "statements", &["deposited", "deposited_earliest", "deposited_latest"]);
    assert_eq!(rows[0], ["2004-10-05", "2004-10-05", "2004-10-05"]);
    assert_eq!(rows[1], ["after 2003", "2004-01-01", "<open>"]);
}

#[test]
fn entry_into_force_says_whether_it_was_computed() {
    let corpus = sample::corpus(Vec::new());
    let rows = read(&corpus, "actions", &["id", "in_force", "in_force_computed"]);
    assert_eq!(rows[0], ["xr/treaty/ratification", "2004-11-04", "true"]);
    assert_eq!(rows[1][0], "xr/treaty/ratification/2");
}

#[test]
fn the_end_of_a_wording_says_what_followed_and_by_may_name_several_acts() {
    let mut corpus = sample::corpus(Vec::new());
    let mut provisions = corpus.provisions.rows().to_vec();
    let article = &mut provisions[0];
    let day = |text| Date::parse(text).expect("it is a day");
    article.wordings[1].period.until = Some(day("2010-01-01"));
    let act = article.wordings[1].by[0].clone();
    article.wordings[1].by.push(act);
    article.wordings.push(article.wordings[0].clone());
    article.wordings[2].period = Period { from: Some(day("2015-01-01")), until: Some(day("2020-01-01")) };
    article.wordings[2].repealed_by = article.wordings[2].by.clone();
    corpus.provisions = crate::law::Table::new(provisions);
    let rows = read(&corpus, "wordings", &["by", "end", "repealed_by"]);
    let none = "<not applicable>";
    assert_eq!(rows[0], ["xr/bill", "followed", none]);
    assert_eq!(rows[1], ["xr/bill xr/bill", "gap", none]);
    assert_eq!(rows[2], ["xr/bill", "repealed", "xr/bill"]);
}
