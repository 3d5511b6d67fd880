//! `collatio explain`: prints the explanation that stands beside the check that finds a fault.

use std::fmt::Write as _;

use collatio::text::{Example, Fault, nearest};

/// A list of all faults, a line each.
pub fn list(faults: &[&Fault]) -> String {
    let width = faults.iter().map(|fault| fault.code.len()).max().unwrap_or(0);
    faults.iter().fold(String::new(), |mut out, fault| {
        let _ = writeln!(out, "{:width$}  {:7}  {}", fault.code, fault.level.word(), fault.summary);
        out
    })
}

/// One fault in full, with its example. The error is the message that there is no such fault, and the nearest known name.
pub fn one(faults: &[&Fault], examples: &[Example], code: &str) -> Result<String, (String, Option<String>)> {
    // Brackets are accepted, because people copy `error[code]` from a report.
    let code = code.split_once('[').map_or(code, |(_, rest)| rest).trim_end_matches(']').to_lowercase();
    if let Some(fault) = faults.iter().find(|fault| fault.code == code) {
        let explanation = fault.explanation.trim();
        let example = examples.iter().find(|example| example.code == fault.code).map(Example::as_markdown);
        let example = example.map(|example| format!("\n{example}")).unwrap_or_default();
        let (code, level, summary) = (fault.code, fault.level.word(), fault.summary);
        return Ok(format!("{code} ({level}): {summary}\n\n{explanation}\n{example}"));
    }
    let near = nearest(&code, faults.iter().map(|fault| fault.code)).map(|near| format!("did you mean `{near}`?"));
    let help = near.unwrap_or_else(|| "`collatio explain` lists all".to_owned());
    Err((format!("there is no fault `{code}`"), Some(help)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use collatio::text::{Level, examples};

    static ORDER: Fault =
        Fault { code: "date-order", level: Level::Error, summary: "dates out of order", explanation: "Why.\n" };

    #[test]
    fn a_fault_is_explained_and_a_slip_of_its_name_is_helped() {
        assert_eq!(list(&[&ORDER]), "date-order  error    dates out of order\n");
        let one = |code| super::one(&[&ORDER], &examples("== date-order\nnone: it is long\n"), code);
        let told = "date-order (error): dates out of order\n\nWhy.\n\nNo lines can show it: it is long.\n";
        assert_eq!(one("date-order"), Ok(told.to_owned()));
        assert_eq!(one("error[Date-order]"), one("date-order"));
        let (_, help) = one("date-oder").expect_err("it is a slip");
        assert_eq!(help.as_deref(), Some("did you mean `date-order`?"));
    }
}
