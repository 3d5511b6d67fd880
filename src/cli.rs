//! The command line: turns arguments into calls of the library, and their results into lines of text and an exit code.
//!
//! Reports go to standard error and the result line to standard output; with `--format json` the reports go to standard
//! output, and the result line to standard error. Exit code 0: success; 1: errors in the content, or denied warnings;
//! 2: it could not run.

mod agreement;
mod coverage;
mod init;
mod mv;
mod shell;
mod stale;
mod survey;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use collatio::disk::{self, SystemError, Waiting, Written};
use collatio::law::Day;
use collatio::publish::bundle::{self, ListError, Unfit};
use collatio::publish::{Output, Renderer};
use collatio::site::Subset;
use collatio::text::{Level, clean};
use collatio::{Build, Input};

mod import;
mod place;
mod planned;
mod schema;
mod sheet;
mod tidy;

use place::day;

use crate::console::{Format, complain, counted, faults, megabytes, report, say, say_error, seconds};
use crate::{explain, new};

/// Compile a folder of Markdown about the law of several countries into a website that compares them
#[derive(Debug, Parser)]
#[command(name = "collatio", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the content and build the site
    Build(Target),
    /// Check the content and the theme without writing anything
    Check(Site),
    /// Check the content and pack the site, or part of it, into a ZIP for use offline
    Package(Copy),
    /// Verify an extracted offline copy against its list of checksums
    Verify {
        /// The folder extracted from the ZIP
        folder: PathBuf,
    },
    /// Begin a site: a small complete folder to fill in
    Init(init::Init),
    /// Create a form to fill in for a new record
    New {
        /// Kind of record: country, law, provision, question, source …
        kind: String,
        /// Its id (`xr/penal-code`) or its file (`content/countries/xr/laws/penal-code/index.md`)
        #[arg(default_value = "")]
        path: String,
        /// Folder of the site
        #[arg(long, value_name = "DIR", default_value = ".")]
        root: PathBuf,
    },
    /// Export answers to a spreadsheet, or import a spreadsheet that was filled in
    Sheet {
        #[command(subcommand)]
        command: sheet::Sheet,
    },
    /// Import a depositary's table of a treaty, or a list of literature
    Import {
        #[command(subcommand)]
        command: import::Import,
    },
    /// Say how much of the codebook is answered, by country, section and language
    Coverage(coverage::Coverage),
    /// Measure how far coders agree who read the same source, and list where they differ
    Agreement(agreement::Agreement),
    /// List what nobody has confirmed for long, by cause
    Stale(stale::Told),
    /// Bring the front matter of every file into the order of its form; comments, values and prose stay
    Fmt(tidy::Fmt),
    /// Show the corrections that are certain, and make them with `--write`
    Fix(tidy::Fix),
    /// Print the JSON Schema of a kind of file, for editors that know no language server
    Schema(schema::Schema),
    /// Rename a record with all that refers to it; its old address leads to the new one
    Mv(mv::Told),
    /// Print completions for a shell, to be put where it looks for them
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the page of manual, for `man`
    Man,
    /// Explain a fault, or list all faults
    Explain {
        /// Code of the fault, as shown in brackets in reports
        code: Option<String>,
    },
    /// Speak the Language Server Protocol with an editor over standard input and output
    #[cfg(feature = "lsp")]
    Lsp {
        /// Folder of the site [default: the one that the editor opens, or the nearest above it with a `collatio.toml`]
        #[arg(long, value_name = "DIR")]
        root: Option<PathBuf>,
        /// Ignored: some editors say that they speak over standard input and output
        #[arg(long, hide = true)]
        stdio: bool,
    },
    /// Serve the site locally and reload it whenever a file changes
    #[cfg(feature = "serve")]
    Serve {
        /// Folder of the site
        #[arg(long, value_name = "DIR", default_value = ".")]
        root: PathBuf,
        /// Port to listen on; 0 picks a free one
        #[arg(long, value_name = "N", default_value_t = 8000)]
        port: u16,
        /// Show drafts
        #[arg(long)]
        drafts: bool,
        /// Link each page and cell to its file: `vscode`, `zed`, or an address with `{path}` and `{line}`
        #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "vscode")]
        editor: Option<String>,
    },
}

#[derive(Debug, Args)]
struct Target {
    #[command(flatten)]
    site: Site,
    /// Output folder [default: `public` in the folder of the site]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Copy {
    #[command(flatten)]
    site: Site,
    /// Output file [default: named after the title, edition and part, in the current folder]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Pack only part of the site: `country=ID,…`, `topic=ID,…` or `language=TAG,…`; if repeated, all must match
    #[arg(long, value_name = "PART", value_parser = only)]
    only: Vec<Only>,
}

/// A kind of record, and the ids that a part includes.
#[derive(Clone, Debug)]
struct Only {
    of: Ids,
    ids: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ids {
    Countries,
    Topics,
    Languages,
}

fn only(text: &str) -> Result<Only, String> {
    let help = "write `country=ID,ID`, `topic=ID,ID` or `language=TAG`";
    let (kind, ids) =
        text.split_once('=').ok_or_else(|| format!("`{text}` does not select a part of the site; {help}"))?;
    let of = match kind.trim() {
        "country" => Ids::Countries,
        "topic" => Ids::Topics,
        "language" => Ids::Languages,
        other => return Err(format!("a part cannot be selected by `{other}`; {help}")),
    };
    let ids: Vec<String> = ids.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
    if ids.is_empty() { Err(format!("`{text}` lists no ids; {help}")) } else { Ok(Only { of, ids }) }
}

#[derive(Debug, Args)]
struct Site {
    /// Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Today's date [default: the edition in `collatio.toml`]
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<Day>,
    /// Date that the main views show [default: today's date]
    #[arg(long, value_name = "DAY", value_parser = day)]
    as_of: Option<Day>,
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Format of the reports
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Fail on warnings, too, not only on errors
    #[arg(long, value_name = "LEVEL", value_enum)]
    deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Fail if there are warnings
    Warnings,
}

/// Parses the arguments, runs the command, and returns the exit code.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = match cli.command {
        Command::Build(target) => build(&target),
        Command::Check(site) => check(&site),
        Command::Package(copy) => package(&copy),
        Command::Verify { folder } => verify(&folder),
        Command::Init(told) => init::init(told).map(|()| ExitCode::SUCCESS),
        Command::New { kind, path, root } => make(&kind, &path, &root),
        Command::Fmt(command) => tidy::fmt(&command),
        Command::Fix(command) => tidy::fix(&command),
        Command::Schema(command) => schema::run(&command),
        Command::Sheet { command } => sheet::run(&command),
        Command::Import { command } => import::run(&command),
        Command::Coverage(told) => coverage::run(&told),
        Command::Agreement(told) => agreement::run(&told),
        Command::Stale(told) => stale::run(&told),
        Command::Mv(told) => mv::run(&told),
        Command::Completions { shell } => shell::completions(shell, Cli::command()).map(|()| ExitCode::SUCCESS),
        Command::Man => shell::man(Cli::command()).map(|()| ExitCode::SUCCESS),
        Command::Explain { code } => explain_fault(code.as_deref()),
        #[cfg(feature = "lsp")]
        Command::Lsp { root, stdio: _ } => crate::lsp::serve(root.as_deref()).map(|()| ExitCode::SUCCESS),
        #[cfg(feature = "serve")]
        Command::Serve { root, port, drafts, editor } => serve(&root, port, drafts, editor.as_deref()),
    };
    outcome.unwrap_or_else(|error| {
        complain(&error);
        ExitCode::from(2)
    })
}

fn check(site: &Site) -> Result<ExitCode, SystemError> {
    let begun = Instant::now();
    let input = read(site)?;
    let files = counted(input.files.len() as u64, "file");
    let mut build = collatio::build_owned(input);
    build.fit_to_host();
    build.try_all();
    report(&build.files, &build.diagnostics, site.format);
    let failed = !may_publish(&build, site);
    site.conclude(&format!("checked {files} in {}: {}", seconds(begun), faults(&build.diagnostics)));
    Ok(code(failed))
}

fn build(target: &Target) -> Result<ExitCode, SystemError> {
    let begun = Instant::now();
    let site = &target.site;
    let out = target.out.clone().unwrap_or_else(|| site.root.join("public"));
    disk::keep_apart(&site.root, &out)?;
    disk::sweep_when_told_to_end(told_to_end)?;
    let input = read(site)?;
    let mut build = collatio::build_owned(input);
    build.fit_to_host();
    if !may_publish(&build, site) {
        // All faults are reported in one run, including those of templates.
        build.try_all();
    }
    report(&build.files, &build.diagnostics, site.format);
    let renderer = build.renderer.as_ref().filter(|_| may_publish(&build, site));
    let Some(renderer) = renderer else {
        site.conclude(&format!("nothing written, {}: {}", seconds(begun), faults(&build.diagnostics)));
        return Ok(code(true));
    };
    let written = write(&out, renderer)?;
    report(&build.files, &written.diagnostics, site.format);
    if !written.is_published() {
        site.conclude(&format!("nothing written, {}: {}", seconds(begun), faults(&written.diagnostics)));
        return Ok(code(true));
    }
    let (count, size) = (counted(written.files, "file"), megabytes(written.bytes));
    let (found, index) = (faults(&build.diagnostics), out.join("index.html"));
    site.conclude(&format!("built {count}, {size}, in {}: {found}; open {}", seconds(begun), index.display()));
    // The program ends here; freeing the memory of a large site piece by piece would only take time.
    std::mem::forget(build);
    Ok(code(false))
}

fn package(copy: &Copy) -> Result<ExitCode, SystemError> {
    let begun = Instant::now();
    let site = &copy.site;
    if let Some(out) = &copy.out {
        disk::keep_apart(&site.root, out)?;
    }
    disk::sweep_when_told_to_end(told_to_end)?;
    let mut build = collatio::build_owned(read(site)?);
    if copy.only.is_empty() {
        build.fit_to_host();
    }
    if !may_publish(&build, site) {
        build.try_all();
    }
    report(&build.files, &build.diagnostics, site.format);
    let Some(renderer) = build.renderer.as_ref().filter(|_| may_publish(&build, site)) else {
        site.conclude(&format!("nothing written, {}: {}", seconds(begun), faults(&build.diagnostics)));
        return Ok(code(true));
    };
    let part = part(renderer, &copy.only)?;
    let package = bundle::package(renderer, part.as_ref()).map_err(unfit)?;
    report(&build.files, &package.diagnostics, site.format);
    if site.format != Format::Json {
        say(package.weights.report().trim_end());
    }
    let found = &package.diagnostics;
    let denied = site.deny.is_some() && found.count(Level::Warning) > 0;
    if found.count(Level::Error) > 0 || denied {
        site.conclude(&format!("nothing written, {}: {}", seconds(begun), faults(found)));
        return Ok(code(true));
    }
    let out = copy.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.zip", package.name)));
    disk::keep_apart(&site.root, &out)?;
    let tell = || tell_of_another(&out);
    let sum = disk::pack(&out, Waiting { tell: &tell, ..Waiting::default() }, &package)?;
    let (count, size) = (counted(package.files() as u64, "file"), megabytes(package.weights.package));
    let place = out.display();
    site.conclude(&format!("packed {count} into {place}, {size}, in {}; SHA-256 {sum}", seconds(begun)));
    std::mem::forget(build);
    Ok(code(false))
}

/// The part that the arguments ask for; `None` for the whole site. Unknown ids are an error.
fn part(renderer: &Renderer, only: &[Only]) -> Result<Option<Subset>, SystemError> {
    if only.is_empty() {
        return Ok(None);
    }
    let ids = |of: Ids| -> Vec<String> {
        only.iter().filter(|only| only.of == of).flat_map(|only| only.ids.clone()).collect()
    };
    let part = collatio::site::part_of(renderer.site(), &ids(Ids::Countries), &ids(Ids::Topics), &ids(Ids::Languages));
    part.map(Some).map_err(|no| SystemError::new("cannot package a part", no.why).help(no.help))
}

fn unfit(unfit: Unfit) -> SystemError {
    match unfit {
        Unfit::Path(path, why) => SystemError::new(format!("cannot pack `{path}`"), why)
            .help("give the file and its folders shorter names of ASCII letters and digits"),
        Unfit::TooLarge => SystemError::new("cannot package the site", "the ZIP would be larger than 4 GB")
            .help("package a part: `--only country=…`"),
    }
}

fn verify(folder: &Path) -> Result<ExitCode, SystemError> {
    let found = disk::verify(folder)?;
    for (what, list) in [("changed", &found.changed), ("missing", &found.missing), ("added", &found.added)] {
        for path in list {
            say(&format!("{what}: {}", clean(path)));
        }
    }
    for (path, why) in &found.unreadable {
        say(&format!("cannot be read: {}: {why}", clean(path)));
    }
    for fault in &found.unlisted {
        say(&match fault {
            ListError::NotASum(line) => format!("list: line {line} is not a checksum"),
            ListError::Twice(line, path) => format!("list: line {line} lists `{}` again", clean(path)),
        });
    }
    let same = counted(found.same as u64, "file");
    let (changed, missing, added) = (found.changed.len(), found.missing.len(), found.added.len());
    say(&match found.is_none() {
        true => format!("{same}, all as listed"),
        false => {
            let closed = match found.unreadable.len() {
                0 => String::new(),
                count => format!(", {count} cannot be read"),
            };
            let faulty = match found.unlisted.len() {
                0 => String::new(),
                count => {
                    let lines = counted(count as u64, "line");
                    format!("; {lines} of the list cannot be used: take the list from a copy that you trust")
                }
            };
            format!("{same} as listed, {changed} changed, {missing} missing, {added} added{closed}{faulty}")
        }
    });
    Ok(code(!found.is_none()))
}

fn read(site: &Site) -> Result<Input, SystemError> {
    let input = disk::read(&site.root)?;
    Ok(Input { today: site.today, as_of: site.as_of, drafts: site.drafts, ..input })
}

fn may_publish(build: &Build, site: &Site) -> bool {
    build.is_sound() && (site.deny.is_none() || build.diagnostics.count(Level::Warning) == 0)
}

/// Says that another build or package writes to the same place, and that this one waits for it.
fn tell_of_another(out: &Path) {
    let limit = disk::PATIENCE.as_secs() / 60;
    say_error(&format!("waiting for another run that writes to `{}` (for {limit} minutes at most)", out.display()));
}

/// Ends the program with the exit code that shells expect after an interrupt.
#[expect(clippy::exit, reason = "nobody above this thread could end the program")]
fn told_to_end() {
    say_error("told to end; unfinished files are removed");
    std::process::exit(130);
}

fn write(out: &Path, renderer: &Renderer) -> Result<Written, SystemError> {
    let mut progress = Progress::new(renderer);
    let tell = || tell_of_another(out);
    disk::write_waiting(out, Waiting { tell: &tell, ..Waiting::default() }, |sink| {
        let printed = renderer.print(&mut |output: Output| {
            if !output.goes_on {
                progress.step(&output.path);
            }
            sink(output)
        });
        progress.clear();
        printed
    })
}

/// A line on standard error that counts files during a long build, if that is a terminal.
struct Progress {
    total: Option<usize>,
    done: usize,
    next: Instant,
}

impl Progress {
    const EVERY: Duration = Duration::from_millis(100);

    fn new(renderer: &Renderer) -> Progress {
        let watched = std::io::stderr().is_terminal();
        let next = Instant::now() + 5 * Progress::EVERY;
        Progress { total: watched.then(|| renderer.count()), done: 0, next }
    }

    fn step(&mut self, path: &str) {
        // The number of files of an index is unknown until it is made, and making it twice would take long.
        let is_of_index = Renderer::is_of_index(path);
        self.done += usize::from(!is_of_index);
        let Some(total) = self.total else { return };
        if Instant::now() >= self.next {
            self.next = Instant::now() + Progress::EVERY;
            let note = if is_of_index { ", index for search" } else { "" };
            let _ = write!(std::io::stderr(), "\r{:40}\r{} of {total} files{note}", "", self.done);
        }
    }

    fn clear(&self) {
        if self.total.is_some() {
            let _ = write!(std::io::stderr(), "\r{:40}\r", "");
        }
    }
}

impl Site {
    fn conclude(&self, line: &str) {
        match self.format {
            Format::Json => say_error(line),
            Format::Human | Format::Concise => say(line),
        }
    }
}

fn code(failed: bool) -> ExitCode {
    ExitCode::from(u8::from(failed))
}

#[cfg(feature = "serve")]
fn serve(root: &Path, port: u16, drafts: bool, editor: Option<&str>) -> Result<ExitCode, SystemError> {
    let editor = editor.map(crate::serve::Editor::parse).transpose()?;
    crate::serve::serve(root, port, &crate::serve::Asked { drafts, editor })?;
    Ok(ExitCode::SUCCESS)
}

fn make(kind: &str, path: &str, root: &Path) -> Result<ExitCode, SystemError> {
    let known = new::known::known(root);
    let files = new::files(kind, path, &known).map_err(|refusal| {
        let error = SystemError::new(format!("cannot make a form for `{kind}`"), refusal.why);
        SystemError { help: refusal.help, ..error }
    })?;
    disk::create(root, &files)?;
    for (path, _) in &files {
        say(&format!("made {}", root.join(path).display()));
    }
    say("write what is asked for in place of `FILL IN: …`, take the `#` off what you need, then run `collatio check`");
    Ok(ExitCode::SUCCESS)
}

fn explain_fault(code: Option<&str>) -> Result<ExitCode, SystemError> {
    let all = collatio::faults();
    let text = match code {
        None => explain::list(&all),
        Some(code) => explain::one(&all, &collatio::examples(), code)
            .map_err(|(why, help)| SystemError { help, ..SystemError::new("cannot explain", why) })?,
    };
    say(text.trim_end());
    Ok(ExitCode::SUCCESS)
}
