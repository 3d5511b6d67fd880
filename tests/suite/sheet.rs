//! A sheet of cells that goes out and comes back: what spreadsheets do to cells, and what an author does on purpose.

use std::collections::BTreeMap;

use collatio::desk::{self, Change, Plan, Selection, Sheet};
use collatio::disk::{self, Edited};
use collatio::text::{File, Files};
use collatio::{Input, content, law};
#[cfg(feature = "sheet")]
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::sandbox::{Sandbox, tree};
use crate::shipped::{files_of, input, repository};

/// The small site about parking bicycles.
fn velo() -> Input {
    input(files_of(&repository().join("tests/sites/velo")))
}

fn sheet_of(input: &Input, selection: &Selection) -> Sheet {
    let (settings, records, _) = content::read(&Files::new(input.files.clone()), &[]);
    let (corpus, _) = law::assemble(settings, records, true);
    desk::sheet(&corpus, &input.files, selection, None).expect("the ids are known")
}

/// What the site exports as CSV, in cells.
fn exported(input: &Input) -> Vec<Vec<String>> {
    rows_of(&sheet_of(input, &Selection::default()))
}

fn rows_of(sheet: &Sheet) -> Vec<Vec<String>> {
    rows(&desk::comma(sheet))
}

fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(csv).expect("it is UTF-8").trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("it is CSV").iter().map(str::to_owned).collect()).collect()
}

fn csv_of(rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("memory takes it"));
    writer.into_inner().expect("memory takes it")
}

fn plan(input: &Input, rows: &[Vec<String>]) -> Plan {
    desk::import(input, "answers.csv", &csv_of(rows, b',')).expect("it is a sheet")
}

fn column(rows: &[Vec<String>], name: &str) -> usize {
    rows[0].iter().position(|heading| heading == name).unwrap_or_else(|| panic!("no column {name}"))
}

/// The row of a cell, the first where there are several.
fn row(rows: &[Vec<String>], country: &str, question: &str) -> usize {
    let (at_country, at_question) = (column(rows, "country"), column(rows, "question"));
    let found = rows.iter().position(|row| row[at_country] == country && row[at_question] == question);
    found.unwrap_or_else(|| panic!("no row {country}, {question}"))
}

fn put(rows: &mut [Vec<String>], at: usize, fields: &[(&str, &str)]) {
    for (name, words) in fields {
        let column = column(rows, name);
        rows[at][column] = (*words).to_owned();
    }
}

/// An answer that has all that it needs.
const WHOLE: &[(&str, &str)] = &[
    ("answer", "45"),
    ("rests_on", "source"),
    ("source", "gazeta-berega"),
    ("place", "2025, № 41"),
    ("observed", "2025-11-02"),
    ("coder", "obkhodchik-2"),
];

fn refusals(plan: &Plan) -> String {
    plan.refusals.iter().map(|it| format!("{}: {}; {}\n", it.spot, it.why, it.help.join("; "))).collect()
}

/// The one file that the plan changes, as lines that go and lines that come.
fn diff(plan: &Plan) -> (String, Vec<String>, Vec<String>) {
    assert_eq!(plan.edits.len(), 1, "{plan:?}");
    let edit = &plan.edits[0];
    let old = edit.old.as_deref().unwrap_or_default();
    let mut before: BTreeMap<&str, i32> = BTreeMap::new();
    old.lines().for_each(|line| *before.entry(line).or_default() += 1);
    let mut come = Vec::new();
    for line in edit.new.lines() {
        match before.get_mut(line).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => come.push(line.to_owned()),
        }
    }
    let gone = old.lines().filter(|line| {
        let count = before.get_mut(line).filter(|count| **count > 0);
        count.is_some_and(|count| {
            *count -= 1;
            true
        })
    });
    (edit.path.clone(), gone.map(str::to_owned).collect(), come)
}

#[test]
fn the_shipped_content_goes_out_and_comes_back_without_a_change() {
    let input = input(files_of(&repository()));
    let sheet = sheet_of(&input, &Selection::default());
    assert!(sheet.rows.iter().filter(|row| !row.entry.is_empty()).count() > 300, "the shipped site has findings");
    let book = desk::workbook(&sheet).expect("it fits");
    assert_eq!(book, desk::workbook(&sheet).expect("it fits"), "the same input gives the same bytes");
    let csv = desk::comma(&sheet);
    let files: &[(&str, &[u8])] = &[("a.xlsx", &book), ("a.csv", &csv)];
    for (name, bytes) in files {
        if cfg!(not(feature = "sheet")) && name.ends_with("xlsx") {
            continue;
        }
        let plan = desk::import(&input, name, bytes).expect("it is a sheet");
        let empty: [String; 0] = [];
        assert_eq!(plan.notices, empty, "{name}");
        assert!(plan.is_sound() && plan.steps.is_empty() && plan.edits.is_empty(), "{name}: {plan:?}");
    }
}

#[test]
fn each_finding_has_a_row_and_each_empty_cell_has_one() {
    let rows = exported(&velo());
    let (entry, country, question) = (column(&rows, "entry"), column(&rows, "country"), column(&rows, "question"));
    let of = |c: &str, q: &str| rows.iter().filter(|row| row[country] == c && row[question] == q).collect::<Vec<_>>();
    assert_eq!(of("lunyovo", "mozhno-k-ograde").len(), 2, "two observations");
    let empty = of("verkhnetish", "srok");
    assert!(empty.len() == 1 && empty[0][entry].is_empty(), "{empty:?}");
    let said = of("lunyovo", "srok")[0];
    assert_eq!((&*said[column(&rows, "source")], &*said[column(&rows, "coder")]), ("vestnik-lunyovo", "obkhodchik-1"));
    let (country, question) = (vec!["lunyovo".into()], vec!["srok".into()]);
    let only = Selection { countries: country, questions: question, ..Selection::default() };
    assert_eq!(sheet_of(&velo(), &only).rows.len(), 1);
    let section = Selection { sections: vec!["zhizn".into()], ..Selection::default() };
    assert!(sheet_of(&velo(), &section).rows.iter().all(|row| row.question == "gde-stoyat"));
}

#[test]
fn an_empty_cell_that_was_filled_in_is_a_new_finding() {
    let mut rows = exported(&velo());
    let at = row(&rows, "verkhnetish", "srok");
    put(&mut rows, at, WHOLE);
    put(&mut rows, at, &[("note", "Две строки:\n«вторая» и \"третья\"")]);
    let plan = plan(&velo(), &rows);
    assert!(plan.is_sound(), "{}{:?}", refusals(&plan), plan.faults);
    assert_eq!((plan.steps.len(), plan.steps[0].change), (1, Change::New));
    assert_eq!((plan.steps[0].spot.row as usize, &*plan.steps[0].subject), (at + 1, "verkhnetish, srok"));
    let (path, gone, come) = diff(&plan);
    assert!(path.starts_with("content/countries/verkhnetish/findings/"), "{path}");
    assert!(gone.is_empty(), "{gone:?}");
    let come = come.join("\n");
    assert!(come.contains("question = \"srok\"\nanswer = \"45\"\nrests_on = [\"source\"]\n"), "{come}");
    assert!(come.contains("\"\"\"\nДве строки:\n«вторая» и \\\"третья\\\"\"\"\""), "{come}");
}

#[test]
fn where_each_file_of_a_country_holds_one_cell_a_new_cell_gets_a_file_of_its_own() {
    let mut input = velo();
    let folder = "content/countries/verkhnetish/findings/";
    input.files.retain(|file| !file.path.starts_with(folder));
    for (name, answer) in [("mozhno-k-ograde", "yes"), ("vyvoz-bez-preduprezhdeniya", "no")] {
        let text = format!(
            "+++\n[[finding]]\nquestion = \"{name}\"\nanswer = \"{answer}\"\nrests_on = [\"source\"]\nsource = \"gazeta-berega\"\n\
             place = \"2025, № 41\"\nobserved = \"2025-11-02\"\ncoder = \"obkhodchik-2\"\n+++\n"
        );
        input.files.push(File::new(format!("{folder}{name}.md"), text));
    }
    let mut rows = exported(&input);
    let at = row(&rows, "verkhnetish", "srok");
    put(&mut rows, at, WHOLE);
    let plan = plan(&input, &rows);
    assert!(plan.is_sound(), "{}{:?}", refusals(&plan), plan.faults);
    assert_eq!(plan.edits.iter().map(|edit| &*edit.path).collect::<Vec<_>>(), [format!("{folder}srok.md")]);
}

#[test]
fn a_later_answer_keeps_the_old_one_and_a_correction_says_what_was() {
    let mut rows = exported(&velo());
    let at = row(&rows, "lunyovo", "srok");
    put(
        &mut rows,
        at,
        &[("answer", "40"), ("observed", "2026-01"), ("source", "gazeta-berega"), ("place", "2026, № 1")],
    );
    let later = plan(&velo(), &rows);
    assert!(later.is_sound(), "{}{:?}", refusals(&later), later.faults);
    assert_eq!(later.steps[0].change, Change::Later);
    let (_, gone, come) = diff(&later);
    assert!(gone.is_empty() && come.contains(&"answer = \"40\"".to_owned()), "{gone:?} {come:?}");

    let mut rows = exported(&velo());
    put(&mut rows, at, &[("answer", "40")]);
    let bare = plan(&velo(), &rows);
    assert!(refusals(&bare).contains("reason"), "{}", refusals(&bare));
    put(&mut rows, at, &[("reason", "в номере опечатка")]);
    let input = Input { today: law::Day::parse("2026-02-03"), ..velo() };
    let corrected = plan(&input, &rows);
    assert!(corrected.is_sound(), "{}{:?}", refusals(&corrected), corrected.faults);
    assert_eq!(corrected.steps[0].change, Change::Corrected);
    let (_, gone, come) = diff(&corrected);
    assert_eq!(gone, ["answer = \"30\""]);
    for line in
        ["answer = \"40\"", "[[change]]", "was = \"30\"", "changed = \"2026-02-03\"", "reason = \"в номере опечатка\""]
    {
        assert!(come.iter().any(|come| come == line), "{line} in {come:?}");
    }
}

#[test]
fn an_edited_field_changes_its_line_and_no_other_byte() {
    let mut rows = exported(&velo());
    let at = row(&rows, "lunyovo", "vyvoz-bez-preduprezhdeniya");
    put(&mut rows, at, &[("place", "2019, № 8, п. 3"), ("note", "Проверено."), ("quote", "")]);
    let plan = plan(&velo(), &rows);
    assert!(plan.is_sound(), "{}{:?}", refusals(&plan), plan.faults);
    let (_, gone, come) = diff(&plan);
    assert_eq!(gone, ["place = \"2019, № 8, п. 2\"", "quote = \"увозят после предупреждения на раме\""]);
    assert_eq!(come, ["place = \"2019, № 8, п. 3\"", "note = \"Проверено.\""]);
}

#[test]
fn all_that_is_wrong_is_told_at_once_with_its_cell_and_nothing_is_planned_to_be_written() {
    let mut rows = exported(&velo());
    let at = row(&rows, "verkhnetish", "srok");
    put(&mut rows, at, WHOLE);
    put(&mut rows, at, &[("source", "gazeta-bereg"), ("observed", "02/03/2025"), ("modality", "praktice")]);
    let empty = row(&rows, "lunyovo", "srok");
    put(&mut rows, empty, &[("place", "")]);
    let plan = plan(&velo(), &rows);
    let told = refusals(&plan);
    assert!(!plan.is_sound());
    for (name, help) in [
        ("source", "did you mean `gazeta-berega`?"),
        ("observed", "write the year first"),
        ("modality", "practice"),
        ("place", "fill it in"),
    ] {
        let wanted = format!("({name})");
        let line = told.lines().find(|line| line.contains(&wanted)).unwrap_or_else(|| panic!("no {name} in\n{told}"));
        assert!(line.contains(help), "{line}");
    }
    assert!(told.contains(&format!("row {}, column", at + 1)), "{told}");
}

#[test]
fn what_was_edited_on_both_sides_is_a_conflict_and_what_only_the_files_changed_is_left() {
    let mut rows = exported(&velo());
    let mut input = velo();
    let path = "content/countries/lunyovo/findings";
    for file in input.files.iter_mut().filter(|file| file.path.starts_with(path)) {
        *file = File::new(&*file.path, file.text.replace("place = \"2019, № 8, п. 2\"", "place = \"2019, № 9\""));
    }
    let plan_of = |rows: &[Vec<String>]| plan(&input, rows);
    let untouched = plan_of(&rows);
    assert!(untouched.is_sound() && untouched.steps.is_empty(), "{}", refusals(&untouched));
    assert!(untouched.notices.iter().any(|notice| notice.contains("since the export")), "{:?}", untouched.notices);
    let at = row(&rows, "lunyovo", "srok");
    put(&mut rows, at, &[("place", "2019, № 10")]);
    let both = plan_of(&rows);
    assert!(both.refusals.iter().all(|refusal| refusal.is_conflict) && both.refusals.len() == 1, "{}", refusals(&both));
    put(&mut rows, at, &[("place", "2019, № 9")]);
    assert!(plan_of(&rows).is_sound(), "both sides made the same edit");
}

#[test]
fn a_question_that_was_changed_since_the_export_is_told() {
    let rows = exported(&velo());
    let mut input = velo();
    for file in &mut input.files {
        *file = File::new(&*file.path, file.text.replace("Через сколько дней", "Через сколько полных дней"));
    }
    let plan = plan(&input, &rows);
    assert!(
        plan.notices.iter().any(|it| it.contains("`srok` has been changed since the export")),
        "{:?}",
        plan.notices
    );
    assert!(plan.is_sound() && plan.steps.is_empty());
}

#[test]
fn moved_added_and_deleted_columns_and_rows_change_nothing() {
    let rows = exported(&velo());
    let mut turned: Vec<Vec<String>> = rows.iter().map(|row| row.iter().rev().cloned().collect()).collect();
    turned[1..].reverse();
    turned.iter_mut().for_each(|row| row.insert(0, "мои пометки".to_owned()));
    let plan_of = |rows: &[Vec<String>]| plan(&velo(), rows);
    let plan = plan_of(&turned);
    assert!(plan.is_sound() && plan.steps.is_empty(), "{}{:?}", refusals(&plan), plan.steps);
    assert!(plan.notices.iter().any(|it| it.contains("column A")), "{:?}", plan.notices);
    let without: Vec<Vec<String>> = rows.iter().map(|row| row[..column(&rows, "note")].to_vec()).collect();
    let plan = plan_of(&without);
    assert!(plan.is_sound() && plan.steps.is_empty(), "{}{:?}", refusals(&plan), plan.steps);
    let mut fewer = rows.clone();
    fewer.remove(row(&rows, "lunyovo", "mozhno-k-ograde"));
    let plan = plan_of(&fewer);
    assert!(plan.is_sound() && plan.steps.is_empty(), "{}", refusals(&plan));
    assert!(plan.notices.iter().any(|it| it.contains("stay as they are")), "{:?}", plan.notices);
}

#[test]
fn a_copied_row_is_a_second_answer() {
    let mut rows = exported(&velo());
    let at = row(&rows, "lunyovo", "srok");
    rows.push(rows[at].clone());
    rows.push(rows[at].clone());
    let last = rows.len() - 1;
    put(&mut rows, last, &[("observed", "2026-01"), ("source", "gazeta-berega"), ("place", "2026, № 1")]);
    let plan = plan(&velo(), &rows);
    assert!(plan.is_sound(), "{}{:?}", refusals(&plan), plan.faults);
    assert_eq!(plan.steps.iter().map(|step| step.change).collect::<Vec<_>>(), [Change::Later]);
    assert!(diff(&plan).1.is_empty());
}

#[test]
fn blanks_quotes_and_letters_of_other_encodings_make_no_change() {
    let rows = exported(&velo());
    let mut loose = rows.clone();
    for row in loose.iter_mut().skip(1) {
        row.iter_mut().filter(|cell| !cell.is_empty()).for_each(|cell| cell.push_str(" \u{a0}"));
    }
    let at = row(&rows, "lunyovo", "srok");
    put(&mut loose, at, &[("source", "“vestnik-lunyovo”"), ("observed", "15.10.2025")]);
    for separator in [b',', b';', b'\t'] {
        let plan = desk::import(&velo(), "a.csv", &csv_of(&loose, separator)).expect("it is a sheet");
        assert!(plan.is_sound() && plan.steps.is_empty(), "{}{:?}", refusals(&plan), plan.steps);
    }
    // Windows-1251 as spreadsheets write it: what it lacks becomes `?`.
    let text = String::from_utf8(csv_of(&rows, b';')).expect("it is UTF-8");
    let page = |c: char| match c {
        '\0'..='\u{7f}' => c as u8,
        'А'..='я' => (c as u32 - 0x410 + 0xc0) as u8,
        'ё' => 0xb8,
        'Ё' => 0xa8,
        '№' => 0xb9,
        '«' => 0xab,
        '»' => 0xbb,
        _ => b'?',
    };
    let plan = desk::import(&velo(), "a.csv", &text.chars().map(page).collect::<Vec<_>>()).expect("it is a sheet");
    assert!(plan.is_sound() && plan.steps.is_empty(), "{}{:?}", refusals(&plan), plan.steps);
    assert!(plan.notices.iter().any(|notice| notice.contains("Windows-1251")), "{:?}", plan.notices);
}

#[test]
fn an_id_that_is_no_longer_known_is_refused_with_its_row() {
    let mut rows = exported(&velo());
    let at = row(&rows, "lunyovo", "srok");
    put(&mut rows, at, &[("question", "srock")]);
    let other = row(&rows, "lunyovo", "vyvoz-bez-preduprezhdeniya");
    put(&mut rows, other, &[("entry", "nowhere#7@0000000000")]);
    let told = refusals(&plan(&velo(), &rows));
    assert!(told.contains("did you mean `srok`?") && told.contains("nowhere#7"), "{told}");
}

/// A workbook with these cells, in which some were typed as a spreadsheet types them.
#[cfg(feature = "sheet")]
fn workbook(rows: &[Vec<String>], typed: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(at, column, cell).expect("it fits");
        }
    }
    typed(sheet);
    book.save_to_buffer().expect("it can be saved")
}

#[cfg(feature = "sheet")]
#[test]
fn days_numbers_and_truth_values_of_a_workbook_are_what_was_typed_or_refused() {
    let mut rows = exported(&velo());
    let at = row(&rows, "verkhnetish", "srok");
    put(&mut rows, at, WHOLE);
    let of = |name: &str| column(&rows, name) as u16;
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let date = ExcelDateTime::from_ymd(2025, 11, 2).expect("a day");
    let bytes = workbook(&rows, |sheet| {
        sheet.write_datetime_with_format(at as u32, of("observed"), &date, &day).expect("it fits");
        sheet.write_number(at as u32, of("answer"), 45.0).expect("it fits");
    });
    let plan = desk::import(&velo(), "a.xlsx", &bytes).expect("it is a sheet");
    assert!(plan.is_sound(), "{}{:?}", refusals(&plan), plan.faults);
    let come = diff(&plan).2.join("\n");
    assert!(come.contains("answer = \"45\"") && come.contains("observed = \"2025-11-02\""), "{come}");
    let bytes = workbook(&rows, |sheet| {
        sheet.write_boolean(at as u32, of("answer"), true).expect("it fits");
        sheet.write_datetime_with_format(at as u32, of("place"), &date, &day).expect("it fits");
    });
    let told = refusals(&desk::import(&velo(), "a.xlsx", &bytes).expect("it is a sheet"));
    assert!(told.contains("TRUE") && told.contains("(answer)") && told.contains("write `yes` or `no`"), "{told}");
    assert!(told.contains("(place)") && told.contains("2025-11-02"), "{told}");
}

#[cfg(feature = "sheet")]
#[test]
fn merged_cells_are_refused() {
    let rows = exported(&velo());
    let (at, place) = (row(&rows, "lunyovo", "srok"), column(&rows, "place") as u16);
    let bytes = workbook(&rows, |sheet| {
        let words = &rows[at][place as usize];
        sheet.merge_range(at as u32, place, at as u32, place + 1, words, &Format::new()).expect("it fits");
    });
    let told = refusals(&desk::import(&velo(), "a.xlsx", &bytes).expect("it is a sheet"));
    assert!(told.contains("merged") && told.contains(&format!("row {}", at + 1)), "{told}");
}

/// Programs that write workbooks without a spreadsheet store formulas without what they give: such a cell looks empty.
#[cfg(feature = "sheet")]
#[test]
fn a_formula_without_a_result_empties_no_field() {
    let rows = exported(&velo());
    let (at, note) = (row(&rows, "lunyovo", "srok"), column(&rows, "note") as u16);
    let bytes = workbook(&rows, |sheet| {
        sheet.set_formula_result_default("");
        sheet.write_formula(at as u32, note, "=UPPER(A1)").expect("it fits");
    });
    let plan = desk::import(&velo(), "a.xlsx", &bytes).expect("it is a sheet");
    let told = refusals(&plan);
    assert!(told.contains("(note)") && told.contains("=UPPER(A1)"), "{told}");
}

#[test]
fn a_wide_table_fills_empty_cells_whichever_way_it_is_turned() {
    let input = velo();
    let (settings, records, _) = content::read(&Files::new(input.files.clone()), &[]);
    let (corpus, _) = law::assemble(settings, records, true);
    let wide = "Город;Срок, дней;gde-stoyat;Что-то\nverkhnetish;45;U-KOZY;x\nlunyovo;30;u-ogrady;\nНигде;1;;\n";
    let rows: Vec<Vec<&str>> = wide.lines().map(|line| line.split(';').collect()).collect();
    let turned: Vec<String> = (0..4).map(|at| rows.iter().map(|row| row[at]).collect::<Vec<_>>().join(";")).collect();
    for table in [wide.to_owned(), turned.join("\n")] {
        let mut sheet = sheet_of(&input, &Selection::default());
        let before = sheet.rows.len();
        let told = desk::fill(&mut sheet, &corpus, "wide.csv", table.as_bytes()).expect("it is a table");
        assert_eq!(
            told,
            ["no questions of the site, passed over: Что-то", "no countries of the site, passed over: Нигде"]
        );
        let rows = rows_of(&sheet);
        let answer = column(&rows, "answer");
        assert_eq!(rows[row(&rows, "verkhnetish", "srok")][answer], "45");
        assert_eq!(rows[row(&rows, "verkhnetish", "gde-stoyat")][answer], "u-kozy", "the word of the question");
        assert_eq!(rows[row(&rows, "lunyovo", "srok")][answer], "30", "it is there already");
        assert_eq!(sheet.rows.len(), before + 1, "another answer to a cell has a row of its own");
        let told = refusals(&plan(&input, &rows));
        assert!(told.contains("(source): `source` is empty"), "{told}");
    }
    let mut sheet = sheet_of(&input, &Selection::default());
    assert!(desk::fill(&mut sheet, &corpus, "a.csv", b"a,b\n1,2\n").is_err());
}

#[test]
fn of_several_files_all_are_written_or_none() {
    let sandbox = Sandbox::new();
    sandbox.put("content/a.md", "old a");
    sandbox.put("content/b.md", "another hand was here");
    let before = tree(sandbox.path());
    let of = |path: &'static str, old: Option<&'static str>, new: &'static str| Edited { path, old, new };
    let new = of("content/new/c.md", None, "c");
    let refused = disk::edit(
        sandbox.path(),
        &[of("content/a.md", Some("old a"), "new a"), new, of("content/b.md", Some("old b"), "new b")],
    );
    assert!(refused.is_err_and(|error| error.to_string().contains("content/b.md")));
    assert_eq!(tree(sandbox.path()), before, "no file is changed, and nothing is left beside them");
    disk::edit(sandbox.path(), &[of("content/a.md", Some("old a"), "new a"), new]).expect("both can be written");
    let read = |path: &str| std::fs::read_to_string(sandbox.path().join(path)).expect("it is there");
    assert_eq!((read("content/a.md"), read("content/new/c.md")), ("new a".to_owned(), "c".to_owned()));
    assert_eq!(tree(sandbox.path()).len(), 3);
}

#[test]
fn the_program_shows_first_and_writes_when_it_is_told_to() {
    let sandbox = Sandbox::new();
    for file in velo().files {
        sandbox.put(&file.path, &*file.text);
    }
    let run = sandbox.run(&["sheet", "export", "--country", "verkhnetish", "out.csv"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let mut rows = rows(&std::fs::read(sandbox.path().join("out.csv")).expect("it is written"));
    let at = row(&rows, "verkhnetish", "srok");
    put(&mut rows, at, WHOLE);
    sandbox.put("in.csv", csv_of(&rows, b';'));
    let before = tree(&sandbox.path().join("content"));
    let shown = sandbox.run(&["sheet", "import", "in.csv"]);
    assert_eq!(shown.code, 0, "{}{}", shown.out, shown.err);
    assert!(shown.out.contains("new: verkhnetish, srok (row ") && shown.out.contains("--write"), "{}", shown.out);
    assert_eq!(tree(&sandbox.path().join("content")), before);
    let written = sandbox.run(&["sheet", "import", "--write", "in.csv"]);
    assert_eq!(written.code, 0, "{}{}", written.out, written.err);
    assert_eq!(sandbox.run(&["check"]).code, 0);
    let after = tree(&sandbox.path().join("content"));
    assert_eq!(after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).count(), 1);
    let again = sandbox.run(&["sheet", "import", "--write", "in.csv"]);
    assert_eq!((again.code, &*again.out), (0, "nothing to change\n"), "{}{}", again.out, again.err);
    put(&mut rows, at, &[("source", "no-such-source"), ("place", "p. 1")]);
    sandbox.put("in.csv", csv_of(&rows, b';'));
    let refused = sandbox.run(&["sheet", "import", "--write", "in.csv"]);
    assert_eq!(refused.code, 1, "{}{}", refused.out, refused.err);
    assert!(refused.err.contains("(source): refused: there is no source `no-such-source`"), "{}", refused.err);
    assert_eq!(tree(&sandbox.path().join("content")), after);
    assert_eq!(sandbox.run(&["sheet", "export", "out.ods"]).code, 2);
    assert_eq!(sandbox.run(&["sheet", "export", "--country", "lunyov", "out.csv"]).code, 2);
}

/// The site in which a record was renamed.
fn renamed(input: &Input, old: &str, new: &str) -> Input {
    let renaming = desk::rename(input, old, new, desk::OldId::Kept).unwrap_or_else(|refused| panic!("{}", refused.why));
    let moved = |path: &str| {
        let moves = renaming.moves.iter();
        let found = moves.filter_map(|(from, to)| Some(format!("{to}{}", path.strip_prefix(from.as_str())?))).next();
        found.unwrap_or_else(|| path.to_owned())
    };
    let files = input.files.iter().map(|file| {
        let edit = renaming.edits.iter().find(|edit| *edit.path == *file.path);
        File::new(moved(&file.path), edit.map_or(&*file.text, |edit| edit.new.as_str()))
    });
    Input { files: files.collect(), ..input.clone() }
}

#[test]
fn a_sheet_from_before_a_renaming_says_what_it_said() {
    let before = velo();
    let exported = exported(&before);
    let sources = ["vestnik-lunyovo", "gazeta-berega"];
    let mut after = before.clone();
    let renamings = [
        ("vestnik-lunyovo", "vestnik"),
        ("srok", "dney"),
        ("lunyovo/pravila-2009", "lunyovo/pravila"),
        ("lunyovo", "lunyovskoye"),
        ("dney", "dni"),
    ];
    for (old, new) in renamings {
        after = renamed(&after, old, new);
        let plan = plan(&after, &exported);
        assert!(plan.is_sound() && plan.steps.is_empty() && plan.notices.is_empty(), "{old}: {plan:?}");
    }
    // Rows that were new and are in the files by now bring nothing, either; nor does an edit count as one of the files.
    let (entry, source) = (column(&exported, "entry"), column(&exported, "source"));
    let mut bare = exported.clone();
    bare.iter_mut().skip(1).for_each(|row| row[entry].clear());
    let again = plan(&after, &bare);
    assert!(again.is_sound() && again.steps.is_empty(), "{:?}", again.steps);
    let mut edited = exported.clone();
    let at = row(&edited, "lunyovo", "srok");
    put(&mut edited, at, &[("note", "Сказано устно.")]);
    let at = row(&edited, "verkhnetish", "srok");
    put(&mut edited, at, WHOLE);
    assert!(sources.contains(&&*edited[at][source]));
    let plan = plan(&after, &edited);
    assert!(plan.is_sound(), "{}{:?}", refusals(&plan), plan.faults);
    let kinds: Vec<Change> = plan.steps.iter().map(|step| step.change).collect();
    assert_eq!(kinds.len(), 2, "{:?}", plan.steps);
    assert!(kinds.contains(&Change::Edited) && kinds.contains(&Change::New), "{:?}", plan.steps);
    let new = plan.edits.iter().find(|edit| edit.path.contains("verkhnetish")).expect("it is edited");
    assert!(new.new.contains("question = \"dni\""), "{}", new.new);
    // What is chosen for a sheet may be named as it was.
    let chosen =
        Selection { countries: vec!["lunyovo".into()], questions: vec!["srok".into()], ..Selection::default() };
    assert_eq!(sheet_of(&after, &chosen).rows.len(), 1);
}

#[test]
fn several_words_and_ids_in_a_cell_have_commas_or_semicolons_between() {
    let mut rows = exported(&velo());
    let at = row(&rows, "verkhnetish", "srok");
    put(&mut rows, at, WHOLE);
    let mut read = Vec::new();
    for words in ["verkhnetish; source", "verkhnetish, source"] {
        put(&mut rows, at, &[("rests_on", words)]);
        read.push(plan(&velo(), &rows).steps.iter().map(|step| step.fields.clone()).collect::<Vec<_>>());
    }
    assert_eq!(read[0], read[1]);
}
