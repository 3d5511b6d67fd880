//! The years of a date, in as few signs as a small mark has room for.

use crate::site::view::When;

/// The year of a date, or the first and the last year between which it lies (`1998`, `1998–2003`, `≤ 2003`, `≥ 1998`);
/// empty for one that is undated.
pub fn short(date: &When) -> String {
    let inner = |date: &Option<Box<When>>| date.as_deref().map(short).unwrap_or_default();
    match date.form {
        "between" => {
            let (first, last) = (inner(&date.first), inner(&date.second));
            if first == last { first } else { format!("{first}–{last}") }
        }
        "after" => format!("≥ {}", inner(&date.first)),
        "before" | "by" => format!("≤ {}", inner(&date.first)),
        "undated" => String::new(),
        _ => date.year.to_string(),
    }
}

/// A year in short (`’03`), as seen from the year `now`; one that might be of another century in full.
pub fn of_century(year: i16, now: i16) -> String {
    let is_clear = (now - 99..=now).contains(&year);
    if is_clear { format!("’{:02}", year % 100) } else { year.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Date;
    use crate::site::date::when;

    #[test]
    fn a_date_has_its_year_or_the_years_between_which_it_lies() {
        let of = |text: &str| short(&when(&Date::parse(text).expect(text)));
        assert_eq!(of("2005-06-30"), "2005");
        assert_eq!(of("mid-2005"), "2005");
        assert_eq!(of("undated"), "");
    }

    #[test]
    fn a_year_is_short_where_no_other_century_can_be_meant() {
        assert_eq!(of_century(2003, 2026), "’03");
        assert_eq!(of_century(1998, 2026), "’98");
        assert_eq!(of_century(1926, 2026), "1926");
        assert_eq!(of_century(2030, 2026), "2030");
    }
}
