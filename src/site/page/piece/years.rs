//! The years of a date, in as few signs as a small mark has room for.

use crate::law::{Date, Day};
use crate::site::view::When;

/// The year of a date, or the first and the last year in which it may lie (`1998`, `1998–2003`, `≤ 2003`, `≥ 1998`);
/// empty for one that is undated. `print` writes a year.
pub fn of(date: &Date, print: impl Fn(i16) -> String) -> String {
    match (date.earliest().map(Day::year), date.latest().map(Day::year)) {
        (Some(first), Some(last)) if first != last => format!("{}–{}", print(first), print(last)),
        (Some(year), Some(_)) => print(year),
        (Some(first), None) => format!("≥ {}", print(first)),
        (None, Some(last)) => format!("≤ {}", print(last)),
        (None, None) => String::new(),
    }
}

/// The same of a date as pages have it, with years in full.
pub fn in_full(date: &When) -> String {
    Date::parse(&date.iso).map(|date| of(&date, |year| year.to_string())).unwrap_or_default()
}

/// A year in short (`’03`), as seen from the year `now`; one that might be of another century in full.
pub fn of_century(year: i16, now: i16) -> String {
    let is_clear = (now - 99..=now).contains(&year);
    if is_clear { format!("’{:02}", year % 100) } else { year.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::date::when;

    #[test]
    fn a_date_has_its_year_or_the_years_between_which_it_lies() {
        let full = |text: &str| in_full(&when(&Date::parse(text).expect(text)));
        assert_eq!(full("2008-08-30"), "2008");
        assert_eq!(full("2004"), "2004");
        assert_eq!(full("mid-2005"), "2005");
        assert_eq!(full("between 2004-01-31 and 2005-01-30"), "2004–2005");
        assert_eq!(full("by 2010-05-01"), "≤ 2010");
        assert_eq!(full("after 2017-03-01"), "≥ 2017");
        assert_eq!(full("undated"), "");
        let short = |text: &str| of(&Date::parse(text).expect(text), |year| of_century(year, 2026));
        assert_eq!(short("between 2004-01-31 and 2005-01-30"), "’04–’05");
        assert_eq!(short("by 1926-05-01"), "≤ 1926");
    }

    #[test]
    fn a_year_is_short_where_no_other_century_can_be_meant() {
        assert_eq!(of_century(2003, 2026), "’03");
        assert_eq!(of_century(1998, 2026), "’98");
        assert_eq!(of_century(1926, 2026), "1926");
        assert_eq!(of_century(2030, 2026), "2030");
    }
}
