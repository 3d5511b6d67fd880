//! Output to a terminal: reports, lines, and counts and times in words. The command line and the server both use it,
//! and do not know each other.

use std::io::Write as _;
use std::time::Instant;

use clap::ValueEnum;
use collatio::Build;
use collatio::disk::SystemError;
use collatio::text::{Diagnostics, Files, Ink, Level, Reporter};

/// How reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Annotated source, for people
    Human,
    /// One line per fault
    Concise,
    /// One JSON object per line
    Json,
}

/// The most faults that are printed for people; nobody reads more at once.
const MOST_TOLD: usize = 1000;

/// Prints diagnostics: JSON to standard output, other formats to standard error. Formats for programs are complete.
pub fn report(files: &Files, diagnostics: &Diagnostics, format: Format) {
    let mut reporter = Reporter::new(files);
    let (mut out, mut err) = (anstream::stdout().lock(), anstream::stderr().lock());
    let told = if format == Format::Json { usize::MAX } else { MOST_TOLD };
    for diagnostic in diagnostics.iter().take(told) {
        let _ = match format {
            Format::Human => writeln!(err, "{}", reporter.human(diagnostic, Ink::Coloured)),
            Format::Concise => writeln!(err, "{}", reporter.concise(diagnostic)),
            Format::Json => writeln!(out, "{}", reporter.json(diagnostic)),
        };
    }
    let rest = diagnostics.iter().count().saturating_sub(told);
    if rest > 0 {
        let _ = writeln!(err, "and {rest} more, which come when these are mended; `--format json` gives all");
    }
}

/// Prints an error of the system and its help to standard error.
pub fn complain(error: &SystemError) {
    say_error(&format!("\u{1b}[1;31merror\u{1b}[0m: {error}"));
    if let Some(help) = &error.help {
        say_error(&format!("  = help: {help}"));
    }
}

/// Prints a line to standard output. A closed pipe is not an error.
pub fn say(line: &str) {
    let _ = writeln!(anstream::stdout(), "{line}");
}

/// Prints a line to standard error.
pub fn say_error(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Prints the diagnostics of a build for people.
#[cfg(feature = "serve")]
pub fn report_to_people(build: &Build) {
    report(&build.files, &build.diagnostics, Format::Human);
}

/// `no faults`, or the numbers of errors and warnings.
pub fn faults(diagnostics: &Diagnostics) -> String {
    let (errors, warnings) = (diagnostics.count(Level::Error), diagnostics.count(Level::Warning));
    match (errors, warnings) {
        (0, 0) => "no faults".to_owned(),
        (0, some) => counted(some as u64, "warning"),
        (some, 0) => counted(some as u64, "error"),
        (some, more) => format!("{}, {}", counted(some as u64, "error"), counted(more as u64, "warning")),
    }
}

/// A number with its noun: "1 warning", "2 warnings".
pub fn counted(count: u64, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// The time since `begun`, for the result line.
pub fn seconds(begun: Instant) -> String {
    format!("{:.2} s", begun.elapsed().as_secs_f64())
}

/// A size in megabytes, for the result line.
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
