//! Days, dates that are known in part, and periods.
//!
//! A [`Date`] is its earliest and its latest possible [`Day`], either of which may be open, and the words in which the
//! source gives it. It has no order, only bounds: ask whether it *surely* lies before another.

use std::fmt;

/// A day of the Gregorian calendar. It is ordered, for it is known in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if the calendar has it. Years run from 1 to 9999.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_length(year, month) {
            return None;
        }
        Some(Day { year, month, day })
    }

    /// `2004-10-05`, nothing else.
    pub fn parse(text: &str) -> Option<Day> {
        match Date::parse(text).ok()? {
            Date { form: Form::Day(day), .. } => Some(day),
            _ => None,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The next day; the last day that can be written stays itself.
    pub fn next(self) -> Day {
        Day::new(self.year, self.month, self.day + 1)
            .or_else(|| Day::new(self.year, self.month + 1, 1))
            .or_else(|| Day::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }

    /// The day before; the first day that can be written stays itself.
    pub fn previous(self) -> Day {
        if self.day > 1 {
            return Day { day: self.day - 1, ..self };
        }
        let (year, month) = if self.month > 1 { (self.year, self.month - 1) } else { (self.year - 1, 12) };
        Day::new(year, month, month_length(year, month)).unwrap_or(self)
    }

    /// The day `count` days later.
    pub fn plus_days(self, count: u32) -> Day {
        (0..count).fold(self, |day, _| day.next())
    }

    /// The same day `count` months later, or the last day of that month where it is shorter.
    pub fn plus_months(self, count: u32) -> Day {
        let months = i32::from(self.year) * 12 + i32::from(self.month) - 1 + count as i32;
        let (year, month) = ((months.div_euclid(12)) as i16, (months.rem_euclid(12) + 1) as u8);
        Day::new(year, month, self.day.min(month_length(year, month))).unwrap_or(self)
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

const fn month_length(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// In which form a source gives a date. It decides how the date is printed, never what it means.
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

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// `01/02/2004`, `5.10.2004`: nobody can tell the day from the month, or it is not ISO 8601.
    Ambiguous,
    /// A day or month that the calendar does not have.
    NoSuchDay,
    /// `between` whose first date surely lies after its second.
    Reversed,
    /// Anything else.
    Unknown,
}

impl Date {
    /// A day known in full.
    pub fn day(day: Day) -> Date {
        Date { earliest: Some(day), latest: Some(day), form: Form::Day(day) }
    }

    /// No date at all: both bounds open.
    pub fn undated() -> Date {
        Date { earliest: None, latest: None, form: Form::Undated }
    }

    /// Reads one of the forms of [`Form`], written as shown there.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let text = text.trim();
        if text == "undated" {
            return Ok(Date::undated());
        }
        if let Some(rest) = text.strip_prefix("between ") {
            let (from, until) = rest.split_once(" and ").ok_or(DateError::Unknown)?;
            let (from, until) = (Date::parse(from)?, Date::parse(until)?);
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
            let date = Date::parse(rest)?;
            return Ok(Date { earliest: date.latest.map(Day::next), latest: None, form: Form::After(Box::new(date)) });
        }
        if let Some(rest) = text.strip_prefix("before ") {
            let date = Date::parse(rest)?;
            return Ok(Date {
                earliest: None,
                latest: date.earliest.map(Day::previous),
                form: Form::Before(Box::new(date)),
            });
        }
        if let Some(rest) = text.strip_prefix("by ") {
            let date = Date::parse(rest)?;
            return Ok(Date { earliest: None, latest: date.latest, form: Form::By(Box::new(date)) });
        }
        for (prefix, first, last, form) in [
            ("early-", 1, 4, Form::Early as fn(i16) -> Form),
            ("mid-", 5, 8, Form::Middle),
            ("late-", 9, 12, Form::Late),
        ] {
            if let Some(rest) = text.strip_prefix(prefix) {
                let year = number(rest, 4).ok_or(DateError::Unknown)? as i16;
                return Ok(Date {
                    earliest: Day::new(year, first, 1),
                    latest: Day::new(year, last, month_length(year, last)),
                    form: form(year),
                });
            }
        }
        Date::parse_iso(text)
    }

    fn parse_iso(text: &str) -> Result<Date, DateError> {
        let looks_written_otherwise =
            text.contains(['/', '.']) && text.chars().all(|c| c.is_ascii_digit() || c == '/' || c == '.');
        if looks_written_otherwise {
            return Err(DateError::Ambiguous);
        }
        let parts: Vec<&str> = text.split('-').collect();
        let year = number(parts[0], 4).ok_or(DateError::Unknown)? as i16;
        match parts[1..] {
            [] => Ok(Date { earliest: Day::new(year, 1, 1), latest: Day::new(year, 12, 31), form: Form::Year(year) })
                .and_then(|d| if d.earliest.is_some() { Ok(d) } else { Err(DateError::NoSuchDay) }),
            [month] => {
                let month = number(month, 2).ok_or(DateError::Unknown)? as u8;
                let first = Day::new(year, month, 1).ok_or(DateError::NoSuchDay)?;
                let last = Day::new(year, month, month_length(year, month));
                Ok(Date { earliest: Some(first), latest: last, form: Form::Month(year, month) })
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

/// A stretch of time, half-open: from its first day to before `until`. What is printed for people is the last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day; `None` where no source gives one.
    pub from: Option<Date>,
    /// The first day on which it is over; `None` where it goes on or no source gives an end.
    pub until: Option<Date>,
}

impl Period {
    /// Whether `day` lies in it: surely, surely not, or uncertain. A bound that is not recorded is taken as open.
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
}
