//! A depositary's table of participants: which acts it shows.
//!
//! The forms are those of the United Nations Treaty Collection. In the status tables a row is a participant, a column
//! holds signatures, another the days on which acts that bind were deposited; a mark behind the day says which act, and
//! the heading explains the marks: `Ratification, Accession(a), Succession(d)`. In the lists of registered treaties a row
//! is an act, named in words.

use crate::law::{ActionKind, Day, TableScope};
use crate::text::month_alike;

use super::grid::{Cell, Grid};
use super::heads::serial_day;
use super::plan::{Plan, Spot};
use super::workbook::letters;

/// An act that a table shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) spot: Spot,
    pub(super) participant: String,
    pub(super) kind: ActionKind,
    pub(super) day: Day,
    /// The day of effect, where the table gives one.
    pub(super) effect: Option<Day>,
    /// The mark, where it is not the usual one of the kind.
    pub(super) mark: Option<String>,
}

/// What was read of a table.
#[derive(Debug, Default)]
pub(super) struct Participation {
    pub(super) acts: Vec<Act>,
    /// Which acts its columns have room for.
    pub(super) scope: Option<TableScope>,
    /// All participants that are named, with their rows.
    pub(super) participants: Vec<(u32, String)>,
}

/// What a column holds.
#[derive(Clone, Debug)]
enum Holds {
    /// Days of acts: the kind of a day without a mark, and the marks that the heading explains.
    Acts(Option<ActionKind>, Vec<(String, ActionKind)>),
    /// The day of effect of the row's act.
    Effect,
    /// The act of the row, in words.
    Kind,
    Nothing,
}

/// The words for acts in headings and rows, the longer first.
const WORDS: &[(&str, ActionKind)] = &[
    ("definitive signature", ActionKind::DefinitiveSignature),
    ("provisional application", ActionKind::ProvisionalApplication),
    ("formal confirmation", ActionKind::FormalConfirmation),
    ("consent to be bound", ActionKind::ConsentToBeBound),
    ("ratification", ActionKind::Ratification),
    ("acceptance", ActionKind::Acceptance),
    ("approval", ActionKind::Approval),
    ("accession", ActionKind::Accession),
    ("succession", ActionKind::Succession),
    ("denunciation", ActionKind::Denunciation),
    ("withdrawal", ActionKind::Withdrawal),
    ("signature", ActionKind::Signature),
    ("ratified", ActionKind::Ratification),
    ("accepted", ActionKind::Acceptance),
    ("approved", ActionKind::Approval),
    ("acceded", ActionKind::Accession),
    ("succeeded", ActionKind::Succession),
    ("denounced", ActionKind::Denunciation),
    ("signed", ActionKind::Signature),
];

/// The usual marks, also where no heading explains them.
const MARKED: &[ActionKind] = &[
    ActionKind::Accession,
    ActionKind::Acceptance,
    ActionKind::Approval,
    ActionKind::Succession,
    ActionKind::FormalConfirmation,
    ActionKind::DefinitiveSignature,
    ActionKind::ProvisionalApplication,
    ActionKind::ConsentToBeBound,
];

/// What a table shows; `None` where it is no table of participants.
pub(super) fn acts(grid: &Grid, plan: &mut Plan) -> Option<Participation> {
    let (at, heads) = grid.rows.iter().take(20).enumerate().find_map(|(at, (_, cells))| {
        let first = cells.first()?.text()?.trim().to_lowercase();
        let is_head = ["participant", "state", "country", "party"].iter().any(|word| first.starts_with(word));
        let heads = heads(cells);
        let has_acts = heads.iter().any(|holds| matches!(holds, Holds::Acts(..) | Holds::Kind));
        (is_head && has_acts).then_some((at, heads))
    })?;
    let names: Vec<String> = grid.rows[at].1.iter().map(|cell| cell.text().unwrap_or_default()).collect();
    let mut read = Participation { scope: scope(&heads), ..Participation::default() };
    for (row, cells) in grid.rows.iter().skip(at + 1) {
        let participant = cells.first().and_then(Cell::text).unwrap_or_default();
        let participant = name(&participant);
        if participant.is_empty() {
            continue;
        }
        if participant.starts_with('[') {
            plan.notice(format!(
                "row {row}: {participant} is in brackets, and so has withdrawn; a footnote gives the day, which is written by hand"
            ));
        }
        let participant = participant.trim_matches(['[', ']', ' ']).to_owned();
        read.participants.push((*row, participant.clone()));
        let reading = Row { row: *row, participant: &participant, cells, heads: &heads, names: &names };
        read.acts.extend(reading.acts(plan));
    }
    Some(read)
}

/// What the columns of a table hold, by its headings.
fn heads(cells: &[Cell]) -> Vec<Holds> {
    let names: Vec<String> = cells.iter().map(|cell| cell.text().unwrap_or_default().trim().to_lowercase()).collect();
    let mut heads: Vec<Holds> = cells.iter().map(|cell| holds(&cell.text().unwrap_or_default())).collect();
    let at = |name: &str| names.iter().position(|known| known == name);
    // The ratifications of a convention in NORMLEX: `Country, Date, Status, Note`.
    if let (Some(date), Some(_)) = (at("date"), at("status"))
        && heads.iter().all(|holds| matches!(holds, Holds::Nothing))
    {
        heads[date] = Holds::Acts(Some(ActionKind::Ratification), Vec::new());
    }
    heads
}

/// Which acts the columns have room for; `None` where they do not say so.
fn scope(heads: &[Holds]) -> Option<TableScope> {
    let signs = |kind: &ActionKind| *kind == ActionKind::Signature;
    let kinds: Vec<ActionKind> = heads
        .iter()
        .filter_map(|holds| match holds {
            Holds::Acts(plain, marks) => Some(plain.iter().copied().chain(marks.iter().map(|(_, kind)| *kind))),
            _ => None,
        })
        .flatten()
        .collect();
    let is_named = heads.iter().any(|holds| matches!(holds, Holds::Kind));
    match (kinds.iter().any(signs), kinds.iter().any(|kind| kind.binds())) {
        _ if is_named => Some(TableScope::All),
        (true, true) => Some(TableScope::All),
        (true, false) => Some(TableScope::Signatures),
        (false, true) => Some(TableScope::Bonds),
        (false, false) => None,
    }
}

/// A participant without the numbers of footnotes.
fn name(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '*')).trim().to_owned()
}

fn holds(heading: &str) -> Holds {
    let text = heading.to_lowercase();
    if text.contains("effect") || text.contains("entry into force") {
        return Holds::Effect;
    }
    if text.trim() == "action" || text.trim() == "act" {
        return Holds::Kind;
    }
    let mut marks = Vec::new();
    let mut plain = None;
    // A heading lists acts with commas between; the mark of each stands in brackets behind it.
    for part in heading.split([',', ';', '/']).flat_map(|part| part.split(" or ")) {
        let lower = part.to_lowercase();
        let Some((_, kind)) = WORDS.iter().find(|(word, _)| lower.contains(word)) else { continue };
        let mark =
            part.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(mark, _)| mark.trim().to_owned());
        match mark.filter(|mark| !mark.is_empty() && mark.len() <= 2) {
            Some(mark) => marks.push((mark, *kind)),
            None if plain.is_none() => plain = Some(*kind),
            None => plain = Some(ActionKind::BoundActNotSaid),
        }
    }
    let is_deposit = text.contains("notification") || text.contains("deposit");
    match plain.is_some() || !marks.is_empty() || is_deposit {
        true => Holds::Acts(plain, marks),
        false => Holds::Nothing,
    }
}

struct Row<'r> {
    row: u32,
    participant: &'r str,
    cells: &'r [Cell],
    heads: &'r [Holds],
    names: &'r [String],
}

impl Row<'_> {
    fn spot(&self, column: usize) -> Spot {
        let name: String = self.names[column].chars().take(30).collect();
        Spot { row: self.row, column: Some((letters(column as u16), name)) }
    }

    fn words(&self, column: usize) -> String {
        match self.cells.get(column) {
            Some(Cell::Day(day)) => day.clone(),
            Some(Cell::Number(number)) => serial_day(*number).unwrap_or_else(|| number.to_string()),
            cell => cell.and_then(Cell::text).unwrap_or_default().trim().to_owned(),
        }
    }

    /// Refuses a cell whose date is two different days in two countries.
    fn is_refused(&self, column: usize, plan: &mut Plan) -> bool {
        let words = self.words(column);
        let Some((day_first, month_first)) = readings(&words) else { return false };
        let help =
            format!("write the year first: {day_first} if its day stands first, {month_first} if its month does");
        plan.refuse(self.spot(column), format!("`{words}` could mean two days"), help);
        true
    }

    fn acts(&self, plan: &mut Plan) -> Vec<Act> {
        let column_of = |wanted: fn(&Holds) -> bool| self.heads.iter().position(wanted);
        let named = column_of(|holds| matches!(holds, Holds::Kind)).map(|column| (column, self.words(column)));
        let effect = column_of(|holds| matches!(holds, Holds::Effect));
        if effect.is_some_and(|column| self.is_refused(column, plan)) {
            return Vec::new();
        }
        let effect = effect.and_then(|column| day(&self.words(column))).map(|(day, _)| day);
        let mut acts = Vec::new();
        for (column, holds) in self.heads.iter().enumerate().skip(1) {
            let Holds::Acts(plain, marks) = holds else { continue };
            let words = self.words(column);
            if words.is_empty() || words == "-" {
                continue;
            }
            if self.is_refused(column, plan) {
                continue;
            }
            let spot = self.spot(column);
            let Some((day, mark)) = day(&words) else {
                let help = "write it as 12 Dec 2000, 2000-12-12, or with a mark behind it: 12 Dec 2000 a";
                plan.refuse(spot, format!("`{words}` is no day"), help);
                continue;
            };
            let of_row = named.as_ref().map(|(column, words)| (*column, words, kind_of(words)));
            let kind = match (&of_row, mark.is_empty()) {
                (Some((_, _, kind)), _) => *kind,
                (None, true) => *plain,
                (None, false) => kind_of_mark(&mark, marks),
            };
            match (kind, of_row) {
                (Some(kind), _) => {
                    let is_usual = mark.is_empty() || mark == kind.mark();
                    let mark = (!is_usual).then_some(mark);
                    acts.push(Act { spot, participant: self.participant.to_owned(), kind, day, effect, mark });
                }
                (None, Some((column, words, _))) => {
                    let known = "ratification, acceptance, approval, accession, succession, signature, denunciation, withdrawal";
                    plan.refuse(
                        self.spot(column),
                        format!("`{words}` is no act that is known"),
                        format!("it is one of {known}"),
                    );
                }
                (None, None) if mark.is_empty() => {
                    plan.refuse(
                        spot,
                        format!("`{words}` has no mark, and the heading says no act without one"),
                        "write the act into the heading",
                    );
                }
                (None, None) => {
                    let known: Vec<String> =
                        MARKED.iter().map(|kind| format!("{} ({})", kind.mark(), kind.word())).collect();
                    plan.refuse(
                        spot,
                        format!("the mark `{mark}` is not known"),
                        format!("it is one of {}", known.join(", ")),
                    );
                }
            }
        }
        acts
    }
}

fn kind_of(words: &str) -> Option<ActionKind> {
    let lower = words.to_lowercase();
    WORDS.iter().find(|(word, _)| lower.contains(word)).map(|(_, kind)| *kind)
}

/// The kind of a mark: as the heading explains it, else as usual. Capitals count: `a` and `A` are two acts.
fn kind_of_mark(mark: &str, explained: &[(String, ActionKind)]) -> Option<ActionKind> {
    let own = explained.iter().find(|(known, _)| known == mark).map(|(_, kind)| *kind);
    own.or_else(|| MARKED.iter().copied().find(|kind| kind.mark() == mark))
}

/// The two days that a date in figures may mean, read with its day first and with its month first: `03/04/2005`. `None`
/// where only one of the two is in the calendar, or both are the same.
fn readings(words: &str) -> Option<(Day, Day)> {
    let clean = words.replace(['[', ']', '\u{a0}'], " ");
    let figures: Vec<&str> = clean.split_whitespace().next()?.split(['/', '.']).collect();
    let [first, second, year] = figures[..] else { return None };
    let of = |month: &str, day: &str| Day::parse(&format!("{year}-{month:0>2}-{day:0>2}"));
    let (day_first, month_first) = (of(second, first)?, of(first, second)?);
    (day_first != month_first).then_some((day_first, month_first))
}

/// The day that words begin with, and the mark behind it: `12 Dec 2000 a`, `[ 4 Dec 1999]`, `22/04/2016`, `2016-04-22`.
fn day(words: &str) -> Option<(Day, String)> {
    let clean = words.replace(['[', ']', '\u{a0}'], " ");
    let mut parts = clean.split_whitespace();
    let first = parts.next()?;
    let found = if let Some(day) = Day::parse(first) {
        day
    } else if first.contains(['/', '.']) {
        // The century of a year with two figures is not known.
        let figures: Vec<&str> = first.split(['/', '.']).collect();
        let [day, month, year] = figures[..] else { return None };
        Day::parse(&format!("{year}-{month:0>2}-{day:0>2}"))?
    } else {
        let number: u32 = first.parse().ok()?;
        let month = month_alike(parts.next()?.trim_end_matches(['.', ',']))?;
        let year: u32 = parts.next()?.trim_end_matches(',').parse().ok()?;
        Day::parse(&format!("{year:04}-{month:02}-{number:02}"))?
    };
    let mark: Vec<&str> = parts.collect();
    let mark = mark.join(" ").trim_matches(['(', ')', ' ']).to_owned();
    Some((found, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[&[&str]]) -> (Vec<String>, Plan) {
        let rows = (1..)
            .zip(rows)
            .map(|(row, cells)| (row, cells.iter().map(|cell| Cell::Text((*cell).to_owned())).collect()));
        let mut plan = Plan::default();
        let Participation { acts, .. } =
            acts(&Grid { rows: rows.collect(), ..Grid::default() }, &mut plan).expect("it is a table");
        let told = acts.iter().map(|act| {
            let mark = act.mark.as_ref().map(|mark| format!(" [{mark}]")).unwrap_or_default();
            let effect = act.effect.map(|day| format!(" from {day}")).unwrap_or_default();
            format!("{}: {} {}{mark}{effect}", act.participant, act.kind.word(), act.day)
        });
        (told.collect(), plan)
    }

    #[test]
    fn each_mark_is_the_act_that_the_depositary_means_by_it() {
        let head = "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d), Formal confirmation (c)";
        let (told, plan) = read(&[
            &["Participant 1", "Signature, Definitive signature(s)", head],
            &["A", "12 Dec 2000", "21 Aug 2002"],
            &["B", "", "7 Jun 2004 a"],
            &["C 2, 3", "12 Dec 2000 s", "6 Sep 2006 AA"],
            &["D", "", "7 Sep 2006 A"],
            &["E", "", "23 Oct 2006 d"],
            &["F", "", "1 September 2007 c"],
        ]);
        let wanted = [
            "A: signature 2000-12-12",
            "A: ratification 2002-08-21",
            "B: accession 2004-06-07",
            "C: definitive-signature 2000-12-12",
            "C: approval 2006-09-06",
            "D: acceptance 2006-09-07",
            "E: succession 2006-10-23",
            "F: formal-confirmation 2007-09-01",
        ];
        assert_eq!(told, wanted);
        assert!(plan.is_sound());
    }

    #[test]
    fn tables_of_other_depositaries_are_read() {
        let (told, plan) = read(&[
            &["Country", "Date", "Status", "Note"],
            &["A", "18 May 2001", "In Force", ""],
            &["B", "31 Mar 1992", "In Force", ""],
        ]);
        assert_eq!(told, ["A: ratification 2001-05-18", "B: ratification 1992-03-31"]);
        assert!(plan.is_sound());
        let (told, _) = read(&[&["State", "Signed", "Ratified/Acceded"], &["A", "13.12.2000", "2008-07-31"]]);
        assert_eq!(told[0], "A: signature 2000-12-13");
        assert_eq!(told[1], format!("A: {} 2008-07-31", ActionKind::BoundActNotSaid.word()), "nobody says which");
    }

    #[test]
    fn a_heading_that_explains_a_mark_otherwise_is_believed() {
        let (told, _) = read(&[
            &["Participant", "Provisional application(P), Ratification", "Consent to be bound(C)"],
            &["A", "1 Jan 2001 P", "2 Jan 2002 C"],
        ]);
        assert_eq!(told, ["A: provisional-application 2001-01-01 [P]", "A: consent-to-be-bound 2002-01-02 [C]"]);
        let (told, _) = read(&[&["State", "Ratification"], &["A", "1 Jan 2001 P"], &["B", "1 Jan 2001 n"]]);
        assert_eq!(told, ["A: consent-to-be-bound 2001-01-01", "B: provisional-application 2001-01-01"]);
    }

    #[test]
    fn a_list_of_acts_is_read_with_its_days_of_effect() {
        let (told, _) = read(&[
            &["Participant", "Action", "Date of Notification/Deposit", "Date of Effect"],
            &["A", "Signature", "22/04/2016", ""],
            &["A", "Ratification", "15/02/2017", "17/03/2017"],
            &["B", "Denunciation", "14/11/2019", "14/11/2020"],
        ]);
        let wanted = [
            "A: signature 2016-04-22",
            "A: ratification 2017-02-15 from 2017-03-17",
            "B: denunciation 2019-11-14 from 2020-11-14",
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_date_that_is_two_days_in_two_countries_is_refused_with_both() {
        let (told, plan) = read(&[
            &["Participant", "Action", "Date of Notification/Deposit", "Date of Effect"],
            &["A", "Signature", "03/04/2005", ""],
            &["B", "Ratification", "15/02/2017", "4.3.2017"],
            &["C", "Signature", "03/04/05", ""],
            &["D", "Signature", "05/05/2005", ""],
        ]);
        assert_eq!(told, ["D: signature 2005-05-05"]);
        let refused: Vec<String> = plan
            .refusals
            .iter()
            .map(|refusal| format!("{}: {}; {}", refusal.spot, refusal.why, refusal.help.join(" ")))
            .collect();
        let both =
            |day, month| format!("write the year first: {day} if its day stands first, {month} if its month does");
        assert_eq!(
            refused[..2],
            [
                format!(
                    "row 2, column C (Date of Notification/Deposit): `03/04/2005` could mean two days; {}",
                    both("2005-04-03", "2005-03-04")
                ),
                format!(
                    "row 3, column D (Date of Effect): `4.3.2017` could mean two days; {}",
                    both("2017-03-04", "2017-04-03")
                ),
            ]
        );
        assert!(refused[2].contains("`03/04/05` is no day"), "{refused:?}");
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_cell_and_the_rest_is_read() {
        let (told, plan) = read(&[
            &["Participant", "Ratification, Accession(a)"],
            &["A", "soon"],
            &["B", "1 Jan 2001 x"],
            &["[C]", "2 Jan 2001"],
        ]);
        assert_eq!(told, ["C: ratification 2001-01-02"]);
        let spots: Vec<String> =
            plan.refusals.iter().map(|refusal| format!("{}: {}", refusal.spot, refusal.why)).collect();
        assert_eq!(
            spots,
            [
                "row 2, column B (Ratification, Accession(a)): `soon` is no day",
                "row 3, column B (Ratification, Accession(a)): the mark `x` is not known"
            ]
        );
        assert!(plan.notices[0].contains("withdrawn"));
    }
}
