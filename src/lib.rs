//! Collatio compiles a folder of Markdown about the law of several countries into a site that compares them.
//!
//! # The road
//!
//! ```text
//! content/ themes/           disk::read          Input { files, assets, theme, today }
//!       │
//!       ▼  content::read            parallel per file; a bad file costs only itself
//!    Records                        every value with its place in the file
//!       │
//!       ▼  law::assemble            ids and references; after this each one resolves
//!    Corpus                         the law
//!       │   ╲  check::check         rules between records; returns diagnostics, changes nothing
//!       ▼
//!    site::compile                  cannot fail: addresses, links, backlinks, views on a day
//!       │
//!    Site                           makes finished, typed views, one page at a time
//!       │   ╲  table              the same law as rows of values, one table at a time: the exports
//!       ▼
//!    publish::*                     html · data · bundle: each a function from Site to files
//!       │
//!    Output: an ordered stream of (path, bytes)    disk::write, in one step    or    serve, page by page, from memory
//! ```
//!
//! Nothing is changed after it is made. Diagnostics are returned by every step and sorted once.
//!
//! # The rooms
//!
//! | room | may use | must never know |
//! |---|---|---|
//! | [`text`] | – | law, HTML, the shape of any TOML |
//! | [`law`] | text | the disk, TOML, Markdown syntax, urls, HTML; nothing in it is `Serialize` |
//! | [`content`] | law, text | other records than the one in hand; today's date |
//! | [`check`] | law, text | urls, HTML |
//! | [`editor`] | content, check, law, text | the disk, how an editor speaks, HTML |
//! | [`site`] | law, text | templates, bytes, paths on disk |
//! | [`table`] | law, site, text | templates, pages, how a table is written down |
//! | [`publish`] | site, table, text | law and content: a template, an export or an index sees finished values alone |
//! | [`desk`] | content, law, text | the disk, urls, HTML |
//! | [`disk`] | text, publish | meaning |
//! | the program | this door | the rooms behind it |
//!
//! A test holds this table. `mod.rs` is a room's ceiling: it declares, re-exports and holds the entry function.
//!
//! # Promises
//!
//! The core has no disk, no clock, no network and no environment: [`build`] is a function, and the same input gives the
//! same bytes. No fault of content is an `Err` or a panic; it is a [`text::Diagnostic`], and all come in one run.

pub mod check;
pub mod content;
pub mod desk;
pub mod disk;
pub mod editor;
pub mod law;
pub mod publish;
pub mod site;
pub mod table;
pub mod text;

use std::collections::BTreeSet;
use std::sync::Arc;

use law::{Corpus, Day};
pub use publish::{Theme, ThemeFile};
use rayon::prelude::*;
use text::{Diagnostic, Diagnostics, File, FileCache, FileId, FileNumbering, Files, Level, Span, isolated};
pub use text::{Unreadable, Why};

/// All inputs of a build.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// `collatio.toml`, if there is one, and every Markdown file below `content/`, paths relative to the root.
    pub files: Vec<File>,
    /// Files that could not be read as text, and why; they become diagnostics at their first byte.
    pub unreadable: Vec<Unreadable>,
    /// Other files below `content/`: pictures. Path below `content/`, and bytes.
    pub assets: Vec<(String, Arc<[u8]>)>,
    /// The theme: built-in files overlaid by the site's own.
    pub theme: Theme,
    /// The day that the command line gives as today; else the day of the edition in the configuration is used.
    pub today: Option<Day>,
    /// The day of the main views; today if absent.
    pub as_of: Option<Day>,
    /// Whether drafts are published.
    pub drafts: bool,
}

/// The result of a build.
#[derive(Debug)]
pub struct Build {
    /// The text files, for the reports: content first, then the theme's. The text of content files without diagnostics
    /// has been freed.
    pub files: Files,
    /// All faults, sorted.
    pub diagnostics: Diagnostics,
    /// Prints the site; `None` where a template or a message file cannot be read at all.
    pub renderer: Option<publish::Renderer>,
}

impl Build {
    /// Whether the site can be published: it has no errors and can be printed.
    pub fn is_sound(&self) -> bool {
        self.renderer.is_some() && self.diagnostics.count(Level::Error) == 0
    }

    /// Makes the site fit its host by publishing fewer days, or adds a fault that says with figures why it cannot.
    pub fn fit_to_host(&mut self) {
        if let Some(renderer) = &mut self.renderer {
            self.diagnostics.extend(publish::fit_to_host(renderer, &self.files));
            self.diagnostics.sort(&self.files);
        }
    }

    /// Prints everything that a build or a package prints with the site's own templates, and adds the faults that
    /// occur; for a site with only the built-in templates, one page of each kind.
    pub fn try_all(&mut self) {
        match &self.renderer {
            Some(renderer) if renderer.has_own_templates() => {
                self.diagnostics.extend(renderer.full_trial());
                self.diagnostics.extend(publish::bundle::trial(renderer));
                self.diagnostics.sort(&self.files);
            }
            _ => self.try_pages(),
        }
    }

    /// Prints one page of each kind, and adds faults of templates.
    pub fn try_pages(&mut self) {
        if let Some(renderer) = &self.renderer {
            self.diagnostics.extend(renderer.trial());
            self.diagnostics.sort(&self.files);
        }
    }
}

/// Reads, assembles, checks and compiles. Pages are printed only when the [`publish::Renderer`] is asked for them.
///
/// A site is made even from faulty records, so that `serve` can show it; [`Build::is_sound`] says whether it may be
/// published. One page of each kind is printed as a trial, so that faults of templates are found here.
pub fn build(input: &Input) -> Build {
    let mut build = build_without_trial(input);
    build.try_pages();
    build
}

/// Like [`build()`], but without the trial, for callers that print every page anyway and will meet faults of templates
/// there.
pub fn build_without_trial(input: &Input) -> Build {
    build_owned(input.clone())
}

/// Like [`build_without_trial`], but consumes the input to free memory early: the texts of a large site take more
/// memory than all else, and are freed as soon as no diagnostic needs them.
pub fn build_owned(input: Input) -> Build {
    build_with(input, None)
}

/// What one build of a site leaves for the next one, so that only the files that changed in between are decoded.
#[derive(Debug, Default)]
pub struct BuildCache {
    numbering: FileNumbering,
    sums: FileCache<u64>,
    damage: FileCache<Vec<Diagnostic>>,
    content: content::DecodeCache,
    /// The theme and the kinds of page of the last trial, if it found no fault.
    tried: Option<(Theme, publish::Kinds)>,
}

/// Like [`build()`], but takes from the cache what the last build of the same site found out about files that did not
/// change. Pages are printed as a trial only where the theme or the kinds of page changed; else the last trial counts.
pub fn rebuild(input: Input, cache: &mut BuildCache) -> Build {
    let theme = input.theme.clone();
    let mut build = build_with(input, Some(cache));
    let Some(renderer) = &build.renderer else { return build };
    let trial = (theme, renderer.kinds());
    if cache.tried.as_ref() != Some(&trial) {
        let found = renderer.trial();
        cache.tried = found.is_empty().then_some(trial);
        build.diagnostics.extend(found);
        build.diagnostics.sort(&build.files);
    }
    build
}

fn build_with(mut input: Input, mut cache: Option<&mut BuildCache>) -> Build {
    leave_out_unfit_pictures(&mut input);
    let mut files: Vec<File> = std::mem::take(&mut input.files);
    files.extend(input.unreadable.iter().map(|u| File::new(u.path.as_str(), "")));
    files.extend(publish::text_files(&input.theme));
    let mut files = match &mut cache {
        Some(cache) => Files::numbered(files, &mut cache.numbering),
        None => Files::new(files),
    };
    let inputs = inputs_of(&files, &input.unreadable, cache.as_mut().map(|cache| &mut cache.sums));
    let (corpus, further, mut diagnostics) = law_of(&files, &input, cache);
    // Only faults of the theme can follow, and these do not need the text of content.
    files.forget("content/", &diagnostics.files());
    let days = site::Days { today: input.today, as_of: input.as_of };
    let locales = locales(&corpus.settings, &input.theme);
    let mut compiled = |corpus: Corpus, number: usize, assets: Vec<(String, Arc<[u8]>)>| {
        let made = isolated(START, "finding out which pages there are", || {
            let words = publish::words(&input.theme, &corpus.settings.language);
            let site = site::compile(corpus, days, words, inputs.clone()).among(locales.clone(), number);
            publish::Renderer::new(site, &input.theme, assets, &files)
        });
        let (renderer, found) = made.unwrap_or_else(|accident| (None, accident.into()));
        diagnostics.extend(found);
        renderer
    };
    let renderer = compiled(corpus, 0, input.assets.clone());
    let further = further.into_iter().enumerate();
    let further: Vec<_> = further.filter_map(|(at, corpus)| compiled(corpus, at + 1, Vec::new())).collect();
    let renderer = renderer.map(|renderer| {
        let (renderer, found) = renderer.with(further);
        diagnostics.extend(found);
        renderer
    });
    diagnostics.sort(&files);
    Build { files, diagnostics, renderer }
}

/// The law of a site without its pages: for what is asked of the records alone.
#[derive(Debug)]
pub struct Survey {
    /// The text files of the content.
    pub files: Files,
    /// The faults of reading and assembling; rules between records are not checked.
    pub diagnostics: Diagnostics,
    /// The law in each language of the site, the first in front. What is faulty is left out.
    pub corpora: Vec<Corpus>,
    /// The day of the views: `as_of`, else today, else the edition's, else the latest that any record names.
    pub day: Option<Day>,
}

/// Reads and assembles, and makes no page.
pub fn survey(input: &Input) -> Survey {
    let mut files: Vec<File> = input.files.clone();
    files.extend(input.unreadable.iter().map(|u| File::new(u.path.as_str(), "")));
    let files = Files::new(files);
    let (corpus, further, mut diagnostics) = read(&files, input, None);
    content::forgive_drafts(&files, input.drafts, &mut diagnostics);
    diagnostics.sort(&files);
    let day = input.as_of.or(input.today).or(corpus.settings.edition).or_else(|| corpus.latest_day());
    Survey { files, diagnostics, corpora: std::iter::once(corpus).chain(further).collect(), day }
}

/// The law of a site that is being written, and what is wrong with it.
#[derive(Debug)]
pub struct Inspection {
    /// All faults, sorted.
    pub diagnostics: Diagnostics,
    /// The files and the law read from them.
    pub workspace: editor::Workspace,
}

/// Reads, assembles and checks content and configuration as [`build()`] does, without a theme and without pages: what an
/// editor asks for after each word. The texts of all files are kept.
pub fn inspect(input: Input) -> Inspection {
    inspect_with(input, None)
}

/// Like [`inspect()`], but takes from the cache what the last inspection of the same site found out about files that did
/// not change.
pub fn inspect_again(input: Input, cache: &mut BuildCache) -> Inspection {
    inspect_with(input, Some(cache))
}

fn inspect_with(mut input: Input, mut cache: Option<&mut BuildCache>) -> Inspection {
    leave_out_unfit_pictures(&mut input);
    let unread = input.unreadable.iter().map(|unread| File::new(unread.path.as_str(), ""));
    let files = std::mem::take(&mut input.files).into_iter().chain(unread).collect();
    let files = match &mut cache {
        Some(cache) => Files::numbered(files, &mut cache.numbering),
        None => Files::new(files),
    };
    let (corpus, _, mut diagnostics) = law_of(&files, &input, cache);
    diagnostics.sort(&files);
    Inspection { diagnostics, workspace: editor::Workspace::new(files, corpus) }
}

/// The law of the files in the first language of the site and in each further one, and the faults of reading and
/// assembling it.
fn read(files: &Files, input: &Input, cache: Option<&mut BuildCache>) -> (Corpus, Vec<Corpus>, Diagnostics) {
    let mut diagnostics = content::unreadable(files, &input.unreadable);
    let (settings, records, found) = match cache {
        Some(cache) => content::read_again(files, &input.unreadable, &mut cache.content),
        None => content::read(files, &input.unreadable),
    };
    diagnostics.extend(found);
    let corpus = assembled(settings, records, input.drafts, &mut diagnostics);
    law::name_ids(&corpus, &mut diagnostics);
    let further = further(files, &corpus.settings, input, &mut diagnostics);
    (corpus, further, diagnostics)
}

/// The same, with all faults that `check` tells of the content.
fn law_of(files: &Files, input: &Input, mut cache: Option<&mut BuildCache>) -> (Corpus, Vec<Corpus>, Diagnostics) {
    let (corpus, further, found) = read(files, input, cache.as_deref_mut());
    let mut diagnostics = match cache {
        Some(cache) => text::damage_again(files, &mut cache.damage),
        None => text::damage(files),
    };
    diagnostics.extend(found);
    let pictures = input.assets.iter().map(|(path, _)| path.as_str()).collect();
    diagnostics.extend(check::check_pictures(&corpus, &pictures));
    content::forgive_drafts(files, input.drafts, &mut diagnostics);
    text::without_echoes(files, &mut diagnostics);
    let diagnostics = check::check(&corpus, input.today, diagnostics);
    (corpus, further, diagnostics)
}

/// Moves pictures that cannot be published from the assets to the unreadable files.
fn leave_out_unfit_pictures(input: &mut Input) {
    let unfit = publish::unfit_pictures(input.assets.iter().map(|(path, _)| path.as_str()));
    let unfit: Vec<(String, String)> = unfit.into_iter().map(|(path, why)| (path.to_owned(), why)).collect();
    for (path, why) in unfit {
        input.assets.retain(|(other, _)| *other != path);
        input.unreadable.push(Unreadable { path: format!("content/{path}"), why: Why::Address(why) });
    }
}

/// The place for a panic that belongs to no file: the first byte of the first file.
const START: Span = Span { file: FileId(0), start: 0, end: 0 };

/// The corpus of the records; an empty one if assembling panics.
fn assembled(settings: law::Settings, records: law::Records, drafts: bool, diagnostics: &mut Diagnostics) -> Corpus {
    let without = settings.clone();
    let made = isolated(START, "resolving references", || law::assemble(settings, records, drafts));
    let (corpus, found) = made.unwrap_or_else(|accident| {
        let (empty, _) = law::assemble(without, law::Records::default(), drafts);
        (empty, accident.into())
    });
    diagnostics.extend(found);
    corpus
}

/// The corpora of the further languages of the site. Adds the faults of the translations.
fn further(files: &Files, settings: &law::Settings, input: &Input, diagnostics: &mut Diagnostics) -> Vec<Corpus> {
    let mut list = Vec::new();
    for language in settings.further() {
        let (laid, records, found) = content::read_in(language, files, &input.unreadable, settings);
        diagnostics.extend(found);
        let mut found = Diagnostics::new();
        let corpus = assembled(settings.in_language(language), records, input.drafts, &mut found);
        diagnostics.extend(laid.written(found));
        diagnostics.extend(laid.written(check::check(&corpus, input.today, Diagnostics::new())));
        list.push(Corpus { rendering: Some(laid.rendering), ..corpus });
    }
    list
}

/// The languages of the site with their folders and names; empty for a site in one language.
fn locales(settings: &law::Settings, theme: &Theme) -> Vec<site::Locale> {
    let named =
        |(at, language): (usize, &str)| site::Locale::new(language, publish::words(theme, language).own_name, at);
    let several = settings.languages.len() > 1;
    let list = settings.languages.iter().filter(|_| several).map(|language| language.value.as_str());
    list.enumerate().map(named).collect()
}

/// Every kind of fault, sorted by code.
pub fn faults() -> Vec<&'static text::Fault> {
    let rooms = [text::FAULTS, text::DAMAGE_FAULTS, content::FAULTS, law::FAULTS, check::FAULTS, publish::FAULTS];
    let mut all: Vec<_> = rooms.into_iter().flatten().copied().chain([&text::ACCIDENT]).collect();
    all.sort_by_key(|fault| fault.code);
    all
}

/// The example of each kind of fault, sorted by code.
pub fn examples() -> Vec<text::Example> {
    let lists = [text::EXAMPLES, content::EXAMPLES, law::EXAMPLES, check::EXAMPLES, publish::EXAMPLES];
    let mut all: Vec<_> = lists.into_iter().flat_map(text::examples).collect();
    all.sort_by_key(|example| example.code);
    all
}

/// The number of content files, and a checksum of them: 64-bit FNV-1a of the checksums of the files in the order of their
/// paths, each of which is that of the path and the bytes. It is enough to tell two editions apart, but no protection
/// against forgery.
fn inputs_of(files: &Files, unreadable: &[Unreadable], cache: Option<&mut FileCache<u64>>) -> site::view::Inputs {
    let unread: BTreeSet<&str> = unreadable.iter().map(|other| other.path.as_str()).collect();
    let is_input = |file: &File| {
        let is_read = !unread.contains(&*file.path);
        is_read && (file.path.starts_with("content/") || &*file.path == "collatio.toml")
    };
    let list: Vec<(FileId, &File)> = files.iter().filter(|(_, file)| is_input(file)).collect();
    let sum_of = |file: &File| fnv(&[file.path.as_bytes(), &[0], file.text.as_bytes()]);
    let sums: Vec<u64> = match cache {
        Some(cache) => {
            cache.renew(&list, |_, file| sum_of(file));
            cache.iter().copied().collect()
        }
        None => list.par_iter().map(|(_, file)| sum_of(file)).collect(),
    };
    let mut by_path: Vec<(&str, u64)> = list.iter().map(|(_, file)| &*file.path).zip(sums).collect();
    by_path.sort_unstable();
    let bytes: Vec<u8> = by_path.iter().flat_map(|(_, sum)| sum.to_be_bytes()).collect();
    site::view::Inputs { files: by_path.len(), checksum: format!("{:016x}", fnv(&[&bytes])) }
}

/// 64-bit FNV-1a of these bytes, one part behind the other.
fn fnv(parts: &[&[u8]]) -> u64 {
    let eat = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    parts.iter().copied().flatten().fold(0xcbf2_9ce4_8422_2325, eat)
}
