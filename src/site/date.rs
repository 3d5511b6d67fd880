//! Views of days, dates and periods.

use crate::law::{Date, Day, Form, Period};

use super::view::{Span, When};

/// The view of a date.
pub(super) fn when(date: &Date) -> When {
    let blank = |form| When { iso: date.to_string(), form, year: 0, month: 0, day: 0, first: None, second: None };
    match date.form() {
        Form::Day(day) => of_day(*day),
        Form::Month(year, month) => When { year: *year, month: *month, ..blank("month") },
        Form::Year(year) => When { year: *year, ..blank("year") },
        Form::Early(year) => When { year: *year, ..blank("early") },
        Form::Middle(year) => When { year: *year, ..blank("mid") },
        Form::Late(year) => When { year: *year, ..blank("late") },
        Form::Between(from, until) => {
            When { first: Some(Box::new(when(from))), second: Some(Box::new(when(until))), ..blank("between") }
        }
        Form::After(date) => When { first: Some(Box::new(when(date))), ..blank("after") },
        Form::Before(date) => When { first: Some(Box::new(when(date))), ..blank("before") },
        Form::By(date) => When { first: Some(Box::new(when(date))), ..blank("by") },
        Form::Undated => blank("undated"),
    }
}

/// The view of a day.
pub(super) fn of_day(day: Day) -> When {
    When {
        iso: day.to_string(),
        form: "day",
        year: day.year(),
        month: day.month(),
        day: day.day(),
        first: None,
        second: None,
    }
}

/// The view of a period: its first and its last day. Pages print the last day, not the day after it; a bound known in
/// part is printed as it is.
pub(super) fn span(period: &Period) -> Span {
    let last = period.until.as_ref().map(|until| match until.exact() {
        Some(day) => of_day(day.previous()),
        None => when(until),
    });
    Span { first: period.from.as_ref().map(when), last }
}

/// Sort key of dates in lists: by first possible day, then by last; undated ones come last.
pub(super) fn list_order(date: Option<&Date>) -> (bool, Option<Day>, bool, Option<Day>) {
    let earliest = date.and_then(|d| d.earliest().or_else(|| d.latest()));
    let latest = date.and_then(Date::latest);
    (earliest.is_none(), earliest, latest.is_none(), latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_printed_with_its_last_day_and_not_the_day_after() {
        let date = |text: &str| Some(Date::parse(text).expect(text));
        let shown = span(&Period { from: date("1998-01-01"), until: date("2003-07-10") });
        assert_eq!(shown.last.expect("it ends").iso, "2003-07-09");
    }
}
