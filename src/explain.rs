//! `collatio explain`: prints the explanation that stands beside the check that finds a fault.

use std::fmt::Write as _;

use collatio::text::{Fault, nearest};

/// A list of all faults, a line each.
pub fn list(faults: &[&Fault]) -> String {
    let width = faults.iter().map(|fault| fault.code.len()).max().unwrap_or(0);
    faults.iter().fold(String::new(), |mut out, fault| {
        let _ = writeln!(out, "{:width$}  {:7}  {}", fault.code, fault.level.word(), fault.summary);
        out
    })
}

/// One fault in full. The error is the message that there is no such fault, and the nearest known name.
pub fn one(faults: &[&Fault], code: &str) -> Result<String, (String, Option<String>)> {
    // Brackets are accepted, because people copy `error[code]` from a report.
    let code = code.split_once('[').map_or(code, |(_, rest)| rest).trim_end_matches(']').to_lowercase();
    if let Some(fault) = faults.iter().find(|fault| fault.code == code) {
        let explanation = fault.explanation.trim();
        return Ok(format!("{} ({}): {}\n\n{explanation}\n", fault.code, fault.level.word(), fault.summary));
    }
    let near = nearest(&code, faults.iter().map(|fault| fault.code)).map(|near| format!("did you mean `{near}`?"));
    let help = near.unwrap_or_else(|| "`collatio explain` lists all".to_owned());
    Err((format!("there is no fault `{code}`"), Some(help)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use collatio::text::Level;

    static ORDER: Fault =
        Fault { code: "date-order", level: Level::Error, summary: "dates out of order", explanation: "Why.\n" };

    #[test]
    fn a_fault_is_explained_and_a_slip_of_its_name_is_helped() {
        assert_eq!(list(&[&ORDER]), "date-order  error    dates out of order\n");
        assert_eq!(one(&[&ORDER], "date-order"), Ok("date-order (error): dates out of order\n\nWhy.\n".to_owned()));
        assert_eq!(one(&[&ORDER], "error[Date-order]"), one(&[&ORDER], "date-order"));
        let (_, help) = one(&[&ORDER], "date-oder").expect_err("it is a slip");
        assert_eq!(help.as_deref(), Some("did you mean `date-order`?"));
    }
}
