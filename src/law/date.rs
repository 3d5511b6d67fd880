//! Days, dates that are known in part, and periods.
//!
//! A [`Date`] consists of its earliest and its latest possible [`Day`], either of which may be open, and of the form in
//! which the source gives it. Dates have bounds but no total order: use [`Date::surely_before`].

use std::fmt;

use crate::text::month_length;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// `None` where the calendar has no such day. Years are 1 to 9999.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_length(year, month) {
            return None;
        }
        Some(Day { year, month, day })
    }

    /// Parses `2004-10-05`, and no other form.
    pub fn parse(text: &str) -> Option<Day> {
        match Date::parse(text).ok()? {
            Date { form: Form::Day(day), .. } => Some(day),
            _ => None,
        }
    }

    /// 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The next day, at most 9999-12-31.
    pub fn next(self) -> Day {
        Day::new(self.year, self.month, self.day + 1)
            .or_else(|| Day::new(self.year, self.month + 1, 1))
            .or_else(|| Day::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }

    /// The day before, at least 0001-01-01.
    pub fn previous(self) -> Day {
        if self.day > 1 {
            return Day { day: self.day - 1, ..self };
        }
        let (year, month) = if self.month > 1 { (self.year, self.month - 1) } else { (self.year - 1, 12) };
        Day::new(year, month, month_length(year, month)).unwrap_or(self)
    }

    /// The day `count` days later, at most 9999-12-31.
    pub fn plus_days(self, count: u32) -> Day {
        Day::of_number(self.number() + i64::from(count))
    }

    /// The same day `count` months later, or the last day of that month where it is shorter; at most 9999-12-31.
    pub fn plus_months(self, count: u32) -> Day {
        let months = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(count);
        let month = (months.rem_euclid(12) + 1) as u8;
        match i16::try_from(months.div_euclid(12)) {
            Ok(year) => Day::new(year, month, self.day.min(month_length(year, month))).unwrap_or(Day::LAST),
            Err(_) => Day::LAST,
        }
    }

    /// The first day of the next month, at most 9999-12-31.
    pub fn first_of_next_month(self) -> Day {
        let (year, month) = if self.month < 12 { (self.year, self.month + 1) } else { (self.year + 1, 1) };
        Day::new(year, month, 1).unwrap_or(Day::LAST)
    }

    /// The last day that can be written.
    pub const LAST: Day = Day { year: 9999, month: 12, day: 31 };

    /// Days since 1 March of the year 0. Years are counted from March, so that a leap day ends its year.
    fn number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
    }

    /// The inverse of [`Day::number`], at most 9999-12-31.
    fn of_number(number: i64) -> Day {
        const DAYS_OF_400_YEARS: i64 = 146_097;
        let (era, rest) = (number.div_euclid(DAYS_OF_400_YEARS), number.rem_euclid(DAYS_OF_400_YEARS));
        let of_era = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365;
        let of_year = rest - (365 * of_era + of_era / 4 - of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * from_march + 2) / 5 + 1) as u8;
        let month = ((from_march + 2) % 12 + 1) as u8;
        let year = era * 400 + of_era + i64::from(month <= 2);
        i16::try_from(year).ok().and_then(|year| Day::new(year, month, day)).unwrap_or(Day::LAST)
    }

    /// 31 December of the year.
    pub fn year_end(year: i16) -> Option<Day> {
        Day::new(year, 12, 31)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The form in which a source gives a date. It decides how the date is printed, never what it means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `2004-10-05`
    Day(Day),
    /// `2004-10`
    Month(i16, u8),
    /// `2004`
    Year(i16),
    /// `early-2005`: January to April.
    Early(i16),
    /// `mid-2005`: May to August.
    Middle(i16),
    /// `late-2005`: September to December.
    Late(i16),
    /// `between 2008-02-21 and 2010`: from the first day of the one to the last of the other.
    Between(Box<Date>, Box<Date>),
    /// `after 2017`: after its last possible day, without an end.
    After(Box<Date>),
    /// `before 2003`: before its first possible day, without a beginning.
    Before(Box<Date>),
    /// `by 2005`: on its last possible day at the latest.
    By(Box<Date>),
    /// `undated`: the source gives none.
    Undated,
}

/// A date that may be known in part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    earliest: Option<Day>,
    latest: Option<Day>,
    form: Form,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// `01/02/2004`, `5.10.2004`: day and month cannot be told apart, or the order is not that of ISO 8601.
    Ambiguous,
    /// A day, month or year that the calendar does not have.
    NoSuchDay,
    /// The year does not come first; the figures are those of this one day.
    YearNotFirst(Day),
    /// `between` whose first date surely lies after its second.
    Reversed,
    /// Anything else.
    Unknown,
}

impl DateError {
    /// The error for figures that are not in the order of ISO 8601. If they end in a year of four figures and give one
    /// day, whichever of the others is the month, the error names that day.
    fn read_backwards(figures: &[&str]) -> DateError {
        let number = |at: usize| figures.get(at).and_then(|figure| figure.parse::<u16>().ok()).unwrap_or_default();
        let [_, _, last] = figures else { return DateError::Ambiguous };
        if last.len() != 4 || figures[0].len() > 2 || figures[1].len() > 2 {
            return DateError::Ambiguous;
        }
        let day = |month: u16, day: u16| Day::new(number(2) as i16, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        match (day(number(1), number(0)), day(number(0), number(1))) {
            (Some(one), Some(other)) if one != other => DateError::Ambiguous,
            (Some(day), _) | (None, Some(day)) => DateError::YearNotFirst(day),
            (None, None) => DateError::NoSuchDay,
        }
    }
}

impl Date {
    /// A day known in full.
    pub fn day(day: Day) -> Date {
        Date { earliest: Some(day), latest: Some(day), form: Form::Day(day) }
    }

    /// An unknown day from `first` to `last`, inclusive. If that is exactly a month or a year, it gets this form.
    pub fn within(first: Day, last: Day) -> Date {
        let begins_month = first.day == 1 && first.year == last.year;
        let ends_month = last.day == month_length(last.year, last.month);
        let form = match (first.month, last.month) {
            _ if first == last => Form::Day(first),
            (1, 12) if begins_month && ends_month => Form::Year(first.year),
            (from, until) if begins_month && ends_month && from == until => Form::Month(first.year, from),
            _ => Form::Between(Box::new(Date::day(first)), Box::new(Date::day(last))),
        };
        Date { earliest: Some(first), latest: Some(last), form }
    }

    /// Both bounds open.
    pub const fn undated() -> Date {
        Date { earliest: None, latest: None, form: Form::Undated }
    }

    /// Parses the forms of [`Form`], written as shown there.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let text = text.trim();
        if text == "undated" {
            return Ok(Date::undated());
        }
        if let Some(rest) = text.strip_prefix("between ") {
            let (from, until) = rest.split_once(" and ").ok_or(DateError::Unknown)?;
            let (from, until) = (Date::parse_alone(from)?, Date::parse_alone(until)?);
            if until.surely_before(&from) {
                return Err(DateError::Reversed);
            }
            return Ok(Date {
                earliest: from.earliest,
                latest: until.latest,
                form: Form::Between(Box::new(from), Box::new(until)),
            });
        }
        if let Some(rest) = text.strip_prefix("after ") {
            let date = Date::parse_alone(rest)?;
            return Ok(Date { earliest: date.latest.map(Day::next), latest: None, form: Form::After(Box::new(date)) });
        }
        if let Some(rest) = text.strip_prefix("before ") {
            let date = Date::parse_alone(rest)?;
            return Ok(Date {
                earliest: None,
                latest: date.earliest.map(Day::previous),
                form: Form::Before(Box::new(date)),
            });
        }
        if let Some(rest) = text.strip_prefix("by ") {
            let date = Date::parse_alone(rest)?;
            return Ok(Date { earliest: None, latest: date.latest, form: Form::By(Box::new(date)) });
        }
        Date::parse_alone(text)
    }

    /// Parses a day, a month, a year or a part of a year. The compound forms (`between`, `after`, …) consist of these
    /// and do not nest, so that the recursion is bounded.
    fn parse_alone(text: &str) -> Result<Date, DateError> {
        let text = text.trim();
        for (prefix, first, last, form) in [
            ("early-", 1, 4, Form::Early as fn(i16) -> Form),
            ("mid-", 5, 8, Form::Middle),
            ("late-", 9, 12, Form::Late),
        ] {
            if let Some(rest) = text.strip_prefix(prefix) {
                let year = number(rest, 4).ok_or(DateError::Unknown)? as i16;
                return Date::spanning((year, first, 1), (year, last, month_length(year, last)), form(year));
            }
        }
        Date::parse_iso(text)
    }

    fn spanning(first: (i16, u8, u8), last: (i16, u8, u8), form: Form) -> Result<Date, DateError> {
        let day = |(year, month, day)| Day::new(year, month, day).ok_or(DateError::NoSuchDay);
        Ok(Date { earliest: Some(day(first)?), latest: Some(day(last)?), form })
    }

    fn parse_iso(text: &str) -> Result<Date, DateError> {
        let figures: Vec<&str> = text.split(['-', '/', '.']).collect();
        let only_figures = figures.iter().all(|f| !f.is_empty() && f.bytes().all(|b| b.is_ascii_digit()));
        if only_figures && figures.len() > 1 && (text.contains(['/', '.']) || figures[0].len() < 4) {
            return Err(DateError::read_backwards(&figures));
        }
        let parts: Vec<&str> = text.split('-').collect();
        let year = number(parts[0], 4).ok_or(DateError::Unknown)? as i16;
        match parts[1..] {
            [] => Date::spanning((year, 1, 1), (year, 12, 31), Form::Year(year)),
            [month] => {
                let month = number(month, 2).ok_or(DateError::Unknown)? as u8;
                Date::spanning((year, month, 1), (year, month, month_length(year, month)), Form::Month(year, month))
            }
            [month, day] => {
                let month = number(month, 2).ok_or(DateError::Unknown)? as u8;
                let day = number(day, 2).ok_or(DateError::Unknown)? as u8;
                Day::new(year, month, day).map(Date::day).ok_or(DateError::NoSuchDay)
            }
            _ => Err(DateError::Unknown),
        }
    }

    /// The first day it can be; `None` is open.
    pub fn earliest(&self) -> Option<Day> {
        self.earliest
    }

    /// The last day it can be; `None` is open.
    pub fn latest(&self) -> Option<Day> {
        self.latest
    }

    /// The form in which the source gives it.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The day, if it is known in full.
    pub fn exact(&self) -> Option<Day> {
        match self.form {
            Form::Day(day) => Some(day),
            _ => None,
        }
    }

    /// Whether it lies before `other` whatever days the two turn out to be.
    pub fn surely_before(&self, other: &Date) -> bool {
        matches!((self.latest, other.earliest), (Some(a), Some(b)) if a < b)
    }

    /// Whether it can be the same day as `other`.
    pub fn may_equal(&self, other: &Date) -> bool {
        !self.surely_before(other) && !other.surely_before(self)
    }

    /// Whether it has come on `day`: `Some(true)` surely, `Some(false)` surely not, `None` uncertain on this day.
    pub fn reached(&self, day: Day) -> Option<bool> {
        if self.latest.is_some_and(|last| last <= day) {
            Some(true)
        } else if self.earliest.is_some_and(|first| first > day) {
            Some(false)
        } else {
            None
        }
    }
}

impl fmt::Display for Date {
    /// The form in which it is written in a file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::Day(day) => write!(f, "{day}"),
            Form::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Form::Year(year) => write!(f, "{year:04}"),
            Form::Early(year) => write!(f, "early-{year:04}"),
            Form::Middle(year) => write!(f, "mid-{year:04}"),
            Form::Late(year) => write!(f, "late-{year:04}"),
            Form::Between(from, until) => write!(f, "between {from} and {until}"),
            Form::After(date) => write!(f, "after {date}"),
            Form::Before(date) => write!(f, "before {date}"),
            Form::By(date) => write!(f, "by {date}"),
            Form::Undated => f.write_str("undated"),
        }
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// A half-open period: `from` is its first day, `until` the first day after it. Pages print the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day; `None` where no source gives one.
    pub from: Option<Date>,
    /// The first day after the period; `None` where it goes on or no source gives an end.
    pub until: Option<Date>,
}

impl Period {
    /// Whether `day` lies in it; `None` where that is uncertain. A bound that is not recorded counts as open.
    pub fn contains(&self, day: Day) -> Option<bool> {
        let begun = self.from.as_ref().map_or(Some(true), |from| from.reached(day));
        let over = self.until.as_ref().map_or(Some(false), |until| until.reached(day));
        match (begun, over) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn every_form_is_read_and_written_back() {
        for text in [
            "2004",
            "2004-10",
            "2004-10-05",
            "mid-2005",
            "early-2005",
            "late-2005",
            "between 2008-02-21 and 2010",
            "after 2017",
            "before 2003",
            "by 2005",
            "undated",
        ] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn a_form_that_could_mean_two_days_is_refused() {
        assert_eq!(Date::parse("01/02/2004"), Err(DateError::Ambiguous));
        assert_eq!(Date::parse("5.10.2004"), Err(DateError::Ambiguous));
        assert_eq!(Date::parse("05.05.2004"), Err(DateError::YearNotFirst(Day::new(2004, 5, 5).expect("a day"))));
        assert_eq!(Date::parse("31.12.2005"), Err(DateError::YearNotFirst(Day::new(2005, 12, 31).expect("a day"))));
        assert_eq!(Date::parse("12/31/2005"), Err(DateError::YearNotFirst(Day::new(2005, 12, 31).expect("a day"))));
        assert_eq!(Date::parse("31.06.2005"), Err(DateError::NoSuchDay));
        assert_eq!(Date::parse("99.99.2005"), Err(DateError::NoSuchDay));
        assert_eq!(Date::parse("05.10.04"), Err(DateError::Ambiguous));
        assert_eq!(Date::parse("2004-02-30"), Err(DateError::NoSuchDay));
        assert_eq!(Date::parse("between 2010 and 2008"), Err(DateError::Reversed));
        assert_eq!(Date::parse("2004-1-5"), Err(DateError::Unknown));
    }

    #[test]
    fn a_date_known_in_part_is_uncertain_between_its_bounds() {
        let date = date("2004-10");
        let on = |text| Day::parse(text).expect(text);
        assert_eq!(date.reached(on("2004-09-30")), Some(false));
        assert_eq!(date.reached(on("2004-10-15")), None);
        assert_eq!(date.reached(on("2004-10-31")), Some(true));
    }

    #[test]
    fn only_what_cannot_overlap_has_an_order() {
        assert!(date("2003").surely_before(&date("2004-01-01")));
        assert!(!date("2004").surely_before(&date("2004-10-05")));
        assert!(date("2004").may_equal(&date("2004-10-05")));
        assert!(!date("undated").surely_before(&date("2004")));
        assert!(date("2016").surely_before(&date("after 2017")));
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        let on = |text| Day::parse(text).expect(text);
        assert_eq!(on("2004-02-28").next(), on("2004-02-29"));
        assert_eq!(on("2003-12-31").next(), on("2004-01-01"));
        assert_eq!(on("2004-03-01").previous(), on("2004-02-29"));
        assert_eq!(on("2004-01-31").plus_months(1), on("2004-02-29"));
        assert_eq!(on("2008-07-31").plus_days(30), on("2008-08-30"));
    }

    #[test]
    fn a_period_is_half_open_and_uncertain_where_its_bounds_are() {
        let on = |text| Day::parse(text).expect(text);
        let period = Period { from: Some(date("2004")), until: Some(date("2006-03-02")) };
        assert_eq!(period.contains(on("2003-12-31")), Some(false));
        assert_eq!(period.contains(on("2004-06-01")), None);
        assert_eq!(period.contains(on("2006-03-01")), Some(true));
        assert_eq!(period.contains(on("2006-03-02")), Some(false));
    }

    #[test]
    fn forms_do_not_nest() {
        let deep = format!("{}2004", "after ".repeat(100_000));
        assert_eq!(Date::parse(&deep), Err(DateError::Unknown));
        assert_eq!(Date::parse("after undated"), Err(DateError::Unknown));
        assert_eq!(Date::parse("between after 2004 and 2006"), Err(DateError::Unknown));
        assert_eq!(date("between mid-2005 and 2006-03").latest(), Day::new(2006, 3, 31));
    }

    #[test]
    fn a_year_or_day_that_the_calendar_lacks_is_no_open_date() {
        for text in ["0000", "early-0000", "2004-13", "2005-02-29", "0000-01-01"] {
            assert_eq!(Date::parse(text), Err(DateError::NoSuchDay), "{text}");
        }
        assert_eq!(Date::parse("05-10-2004"), Err(DateError::Ambiguous));
    }

    #[test]
    fn counting_days_agrees_with_going_from_day_to_day() {
        let mut day = Day::new(1896, 1, 1).expect("a day");
        let start = day;
        for count in 0..5_000 {
            assert_eq!(start.plus_days(count), day);
            assert_eq!(day.next().previous(), day);
            assert!(day < day.next());
            day = day.next();
        }
    }

    #[test]
    fn counting_stops_at_the_last_day_that_can_be_written() {
        let last = Day::new(9999, 12, 31).expect("a day");
        let day = Day::new(2004, 10, 5).expect("a day");
        assert_eq!(day.plus_days(u32::MAX), last);
        assert_eq!(day.plus_months(u32::MAX), last);
        assert_eq!(day.plus_months(12 * 9000), last);
        assert_eq!(last.next(), last);
    }

    /// Dates of every form around one year, for the laws below.
    fn samples() -> Vec<Date> {
        let single =
            ["2003", "2004", "2004-02", "2004-10", "2004-10-05", "2004-10-06", "early-2004", "mid-2004", "late-2004"];
        let mut all: Vec<Date> = single.iter().map(|text| date(text)).collect();
        for text in single {
            all.extend(["after", "before", "by"].map(|word| date(&format!("{word} {text}"))));
            all.extend(Date::parse(&format!("between {text} and 2004-10")));
        }
        all.push(Date::undated());
        all
    }

    #[test]
    fn surely_before_is_an_order_and_never_a_guess() {
        let all = samples();
        for a in &all {
            assert!(!a.surely_before(a));
            assert!(a.may_equal(a));
            for b in &all {
                assert!(!(a.surely_before(b) && b.surely_before(a)));
                assert_eq!(a.may_equal(b), b.may_equal(a));
                for c in &all {
                    assert!(!(a.surely_before(b) && b.surely_before(c)) || a.surely_before(c), "{a} < {b} < {c}");
                }
            }
        }
    }

    #[test]
    fn what_has_come_stays_come_and_bounds_are_in_order() {
        for date in samples() {
            if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
                assert!(first <= last, "{date}");
            }
            assert_eq!(Date::parse(&date.to_string()), Ok(date.clone()));
            let mut before = Some(false);
            let mut day = Day::new(2002, 12, 1).expect("a day");
            for _ in 0..1_000 {
                let now = date.reached(day);
                let rank = |state: Option<bool>| [Some(false), None, Some(true)].iter().position(|s| *s == state);
                assert!(rank(before) <= rank(now), "{date} on {day}");
                before = now;
                day = day.next();
            }
        }
    }

    #[test]
    fn an_order_of_dates_agrees_with_what_has_come() {
        let all = samples();
        for a in &all {
            for b in all.iter().filter(|b| a.surely_before(b)) {
                let eve = b.earliest().expect("it lies after something").previous();
                assert_eq!(a.reached(eve), Some(true), "{a} < {b}");
                assert_eq!(b.reached(eve), Some(false), "{a} < {b}");
            }
        }
    }
}
