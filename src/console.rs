//! What is said to a terminal: reports, lines, counts and times in words. The command line and the server use it, and do not
//! know each other.

use std::io::Write as _;
use std::time::Instant;

use clap::ValueEnum;
use collatio::Build;
use collatio::disk::SystemError;
use collatio::text::{Diagnostics, Files, Ink, Level, Reporter};

/// How reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Annotated source
    Human,
    /// One line each
    Concise,
    /// One JSON object a line
    Json,
}

/// So many faults are told to people; nobody reads more in one go.
const MOST_TOLD: usize = 1000;

/// Writes the reports: those for programs to standard output, the others to standard error. Programs get all.
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

/// Says what the machine refused.
pub fn complain(error: &SystemError) {
    say_error(&format!("\u{1b}[1;31merror\u{1b}[0m: {error}"));
    if let Some(help) = &error.help {
        say_error(&format!("  = help: {help}"));
    }
}

/// A line on standard output. That nobody listens any more is no trouble of ours.
pub fn say(line: &str) {
    let _ = writeln!(anstream::stdout(), "{line}");
}

/// A line on standard error.
pub fn say_error(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Reports what was found, for people.
#[cfg(feature = "serve")]
pub fn report_to_people(build: &Build) {
    report(&build.files, &build.diagnostics, Format::Human);
}

/// `no faults`, or how many there are.
pub fn faults(diagnostics: &Diagnostics) -> String {
    let (errors, warnings) = (diagnostics.count(Level::Error), diagnostics.count(Level::Warning));
    match (errors, warnings) {
        (0, 0) => "no faults".to_owned(),
        (0, some) => counted(some as u64, "warning"),
        (some, 0) => counted(some as u64, "error"),
        (some, more) => format!("{}, {}", counted(some as u64, "error"), counted(more as u64, "warning")),
    }
}

/// "1 warning", "2 warnings".
pub fn counted(count: u64, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// The time since `begun`, for a line of result.
pub fn seconds(begun: Instant) -> String {
    format!("{:.2} s", begun.elapsed().as_secs_f64())
}

/// A length, for a line of result.
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
