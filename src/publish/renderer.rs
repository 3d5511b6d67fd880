//! Prints the pages and files of a site with a theme, one after another or one at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::site::view::{self, Frame, View};
use crate::site::{Address, Limit, Site, Subset};
use crate::text::{Diagnostic, Diagnostics, FileId, Files, Span, TaggedText, isolated, nearest};

use super::address::{self, picture_path};
use super::fault::{self, Faults};
use super::html::{Pages, has_words};
use super::link::{self, Chapter, Links, Noted};
use super::output::Output;
use super::theme::{self, Theme};
use super::{cite, data, feed, picture, search, share, strip_picture};

/// Pages per core that are printed before they are passed on: enough to keep all cores busy, few enough for memory.
pub(super) const STRETCH: usize = 16;

/// The kinds of page that a site has, by language.
pub type Kinds = BTreeMap<String, BTreeSet<&'static str>>;

/// Prints the pages and files of one site with one theme.
#[derive(Debug)]
pub struct Renderer {
    pub(super) site: Site,
    pub(super) frame: Frame,
    pub(super) pages: Pages,
    pub(super) addresses: Vec<Address>,
    /// Files that are neither pages nor data, by path: those of the theme, and pictures.
    pub(super) others: BTreeMap<String, Arc<[u8]>>,
    /// The files of the search index, made on first use.
    index: OnceLock<Vec<Output>>,
    /// Held while the index is made, so that two requests do not make it twice.
    making_index: Mutex<()>,
    /// The renderers of the further languages. Pictures and data belong to this one.
    further: Vec<Renderer>,
}

/// The warning for a language without messages in the theme, at the place where the configuration names the language.
fn without_words(site: &Site, theme: &Theme) -> Option<Diagnostic> {
    let named = &site.corpus().settings.languages;
    let language = named.iter().find(|language| language.value == site.corpus().settings.language)?;
    if has_words(theme, &language.value) {
        return None;
    }
    let message = format!("the theme has no words in `{}`: its interface stays English", language.value);
    let help = format!("write `messages/{}.ftl` in the folder of the theme", language.value);
    Some(fault::INTERFACE_LANGUAGE.at(language.span, message).help(help))
}

impl Renderer {
    /// Reads the theme. `None` where a template or a message file cannot be read at all.
    pub fn new(
        site: Site,
        theme: &Theme,
        assets: Vec<(String, Arc<[u8]>)>,
        files: &Files,
    ) -> (Option<Renderer>, Diagnostics) {
        let frame = crate::site::frame(&site);
        let (pages, mut found) = Pages::new(&frame, theme, files);
        found.extend(theme::file_names(theme, files));
        found.extend(without_words(&site, theme));
        let Some(pages) = pages else { return (None, found) };
        let addresses = site.addresses();
        let mut others: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
        others.extend(pages.scripts().map(|(name, text)| (format!("assets/{name}"), text.into_bytes().into())));
        // Without this file some hosts process the site with a generator of their own.
        let of_theme = theme::static_files(theme);
        others.extend(of_theme.into_iter().map(|(path, bytes)| (format!("assets/{path}"), bytes)));
        others.extend(assets.into_iter().map(|(path, bytes)| (picture_path(&path), bytes)));
        let (index, making_index) = (OnceLock::new(), Mutex::new(()));
        let further = Vec::new();
        (Some(Renderer { site, frame, pages, addresses, others, index, making_index, further }), found)
    }

    /// Adds the site in its further languages. Returns also the faults of the paths of all pages.
    pub fn with(self, further: Vec<Renderer>) -> (Renderer, Diagnostics) {
        let renderer = Renderer { further, ..self };
        let found = address::faults(renderer.places());
        (renderer, found)
    }

    /// The renderers of all languages, this one first.
    pub(super) fn in_all_languages(&self) -> impl Iterator<Item = &Renderer> {
        std::iter::once(self).chain(&self.further)
    }

    /// Publishes only year ends instead of each day on which something changes, in all languages. Returns whether that
    /// changed anything.
    pub(super) fn publish_year_ends(&mut self) -> bool {
        let changed = self.site.publish_year_ends();
        if changed {
            self.addresses = self.site.addresses();
        }
        self.further.iter_mut().fold(changed, |changed, renderer| renderer.publish_year_ends() | changed)
    }

    /// The path of each published page, and the span of the record that it shows.
    pub(super) fn places(&self) -> impl Iterator<Item = (String, Span)> {
        std::iter::once(self).chain(&self.further).flat_map(|renderer| {
            let folder = renderer.site.folder();
            let place =
                move |address: &Address| (format!("{folder}{}", address.path), renderer.site.written_at(address));
            renderer.addresses.iter().map(place)
        })
    }

    /// The kinds of page of each language: what [`Renderer::trial`] prints.
    pub fn kinds(&self) -> Kinds {
        let of = |renderer: &Renderer| renderer.addresses.iter().map(|address| address.page.kind()).collect();
        self.in_all_languages().map(|renderer| (renderer.site.language().to_owned(), of(renderer))).collect()
    }

    /// Prints one page of each kind and language, to find faults of the templates; each is reported once.
    pub fn trial(&self) -> Diagnostics {
        let mut kinds = BTreeSet::new();
        self.trial_of(&mut |of, address| kinds.insert((of.site.language().to_owned(), address.page.kind())))
    }

    /// Prints every page and discards it, because a site's own template can fail on a single page.
    pub fn full_trial(&self) -> Diagnostics {
        self.trial_of(&mut |_, _| true)
    }

    fn trial_of(&self, is_tried: &mut dyn FnMut(&Renderer, &Address) -> bool) -> Diagnostics {
        let mut faults = Faults::default();
        for renderer in std::iter::once(self).chain(&self.further) {
            let tried: Vec<&Address> =
                renderer.addresses.iter().filter(|address| is_tried(renderer, address)).collect();
            for stretch in tried.chunks(STRETCH * rayon::current_num_threads()) {
                let printed: Vec<_> =
                    stretch.par_iter().map(|address| renderer.page(address).err().unwrap_or_default()).collect();
                printed.into_iter().for_each(|found| faults.add(found));
            }
            faults.add(renderer.pages.missing_messages());
        }
        faults.list
    }

    /// Whether the site has templates of its own.
    pub fn has_own_templates(&self) -> bool {
        self.pages.has_own_templates()
    }

    /// The site that it prints.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The paths of all files, in the order in which they are written.
    pub fn paths(&self) -> Vec<String> {
        let mut list = self.paths_before_index();
        list.extend(self.index().iter().map(|output| output.path.clone()));
        for renderer in &self.further {
            let folder = renderer.site.folder();
            list.extend(renderer.paths().into_iter().map(|path| format!("{folder}{path}")));
        }
        list
    }

    /// The number of files, without those of the search index, whose number is known only after they are made.
    pub fn count(&self) -> usize {
        self.paths_before_index().len() + self.further.iter().map(Renderer::count).sum::<usize>()
    }

    /// Whether the file at `path` belongs to a search index.
    pub fn is_of_index(path: &str) -> bool {
        search::is_file(path)
    }

    fn paths_before_index(&self) -> Vec<String> {
        let pages = self.addresses.iter().map(|address| address.path.to_string());
        let others = self.others.keys().cloned();
        pages
            .chain(others)
            .chain(self.data_paths())
            .chain(feed::paths(&self.site))
            .chain(picture::paths(&self.site))
            .chain(strip_picture::paths(&self.site))
            .chain(share::paths(&self.site))
            .collect()
    }

    /// The file at `path`, including pages on days that are not published. `None` if there is no such file.
    pub fn file(&self, path: &str) -> Option<Result<Output, Diagnostics>> {
        for renderer in &self.further {
            let folder = renderer.site.folder();
            if let Some(below) = path.strip_prefix(folder) {
                let file = renderer.file(below)?;
                return Some(file.map(|output| Output { path: format!("{folder}{}", output.path), ..output }));
            }
        }
        if let Some(bytes) = self.others.get(path) {
            return Some(Ok(Output::whole(path, bytes.to_vec())));
        }
        if let Some(output) = data::file(&self.site, path).filter(|_| self.has_data()) {
            return Some(Ok(output));
        }
        if let Some(output) = feed::file(&self.site, &self.frame, &self.pages, path) {
            return Some(Ok(output));
        }
        if let Some(output) = self.picture(path) {
            return Some(Ok(output));
        }
        if let Some(output) = share::file(&self.site, path) {
            return Some(Ok(output));
        }
        if path.ends_with(".js") {
            return self.index().iter().find(|output| output.path == path).cloned().map(Ok);
        }
        let address = self.site.find(path)?;
        Some(self.page(&address).map_err(|found| {
            let mut faults = Faults::default();
            faults.add(found);
            faults.list
        }))
    }

    /// Passes every file of the site to `sink`, in the order of [`Renderer::paths`]. Pages are printed in parallel, in
    /// batches; a long data file comes in several outputs. Stops at the first error of the sink. Faults of templates
    /// are returned as diagnostics.
    pub fn print<E>(&self, sink: &mut dyn FnMut(Output) -> Result<(), E>) -> Result<Diagnostics, E> {
        let mut faults = Faults::default();
        let mut rest = self.addresses.as_slice();
        while !rest.is_empty() {
            let (stretch, others) = rest.split_at(self.stretch(rest));
            rest = others;
            let printed: Vec<_> = stretch.par_iter().map(|address| self.page(address)).collect();
            for page in printed {
                match page {
                    Ok(output) => sink(output)?,
                    Err(found) => faults.add(found),
                }
            }
        }
        for (path, bytes) in &self.others {
            sink(Output::whole(path, bytes.to_vec()))?;
        }
        if self.has_data() {
            alone("writing the data", &mut faults, || data::each(&self.site, sink))?;
        }
        for path in feed::paths(&self.site) {
            let feed = || feed::file(&self.site, &self.frame, &self.pages, &path).into_iter().try_for_each(&mut *sink);
            alone("writing the feeds", &mut faults, feed)?;
        }
        alone("drawing the picture", &mut faults, || self.pictures().try_for_each(&mut *sink))?;
        // An index that nobody has asked for yet need not be cached.
        match self.index.get() {
            Some(index) => index.iter().cloned().try_for_each(&mut *sink)?,
            None => alone("writing the index for search", &mut faults, || search::each(&self.site, &self.pages, sink))?,
        }
        faults.add(self.pages.missing_messages());
        for renderer in &self.further {
            let folder = renderer.site.folder();
            let mut below = |output: Output| sink(Output { path: format!("{folder}{}", output.path), ..output });
            faults.add(renderer.print(&mut below)?);
        }
        Ok(faults.list)
    }

    /// Whether this renderer writes the data files, which all languages share.
    pub(super) fn has_data(&self) -> bool {
        self.site.folder().is_empty()
    }

    /// The pictures that are made of the answers.
    pub(super) fn pictures(&self) -> impl Iterator<Item = Output> {
        let file = |path: String| self.picture(&path);
        let shared = share::paths(&self.site).into_iter().filter_map(|path| share::file(&self.site, &path));
        let paths = picture::paths(&self.site).into_iter().chain(strip_picture::paths(&self.site));
        paths.filter_map(file).chain(shared)
    }

    fn picture(&self, path: &str) -> Option<Output> {
        let (site, frame, words) = (&self.site, &self.frame, &self.pages);
        picture::file(site, frame, words, path).or_else(|| strip_picture::file(site, frame, words, path))
    }

    pub(super) fn data_paths(&self) -> Vec<String> {
        if self.has_data() { data::paths(&self.site) } else { Vec::new() }
    }

    pub(super) fn index(&self) -> &[Output] {
        self.index_unless(&|| false).expect("nothing stops it")
    }

    /// Makes the search index of each language before it is asked for. Stops when `is_over`, discards what it has of that
    /// language, and returns whether all are made.
    pub fn prepare_index(&self, is_over: &dyn Fn() -> bool) -> bool {
        self.in_all_languages().all(|renderer| renderer.index_unless(is_over).is_some())
    }

    fn index_unless(&self, is_over: &dyn Fn() -> bool) -> Option<&[Output]> {
        if let Some(index) = self.index.get() {
            return Some(index);
        }
        let _alone = self.making_index.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = self.index.get() {
            return Some(index);
        }
        let mut files = Vec::new();
        let made = search::each(&self.site, &self.pages, &mut |output| {
            files.push(output);
            if is_over() { Err(()) } else { Ok(()) }
        });
        made.ok().map(|()| self.index.get_or_init(|| files).as_slice())
    }

    /// The renderers of the languages that a part includes, in order.
    pub(super) fn spoken_in(&self, part: Option<&Subset>) -> Vec<&Renderer> {
        let all = std::iter::once(self).chain(&self.further);
        all.filter(|renderer| part.is_none_or(|part| part.speaks(&renderer.frame.language))).collect()
    }

    /// The renderer of the language to which a path belongs, and the path below the folder of that language.
    pub(super) fn of_path<'p>(&self, path: &'p str) -> (&Renderer, &'p str) {
        let below = |renderer: &'_ Renderer| path.strip_prefix(renderer.site.folder());
        let further = self.further.iter().find_map(|renderer| Some((renderer, below(renderer)?)));
        further.unwrap_or((self, path))
    }

    /// The kind of the published page at a path, and whether it shows another day than the main view.
    pub(super) fn kind_of(&self, path: &str) -> Option<(&'static str, bool)> {
        let address = path.ends_with(".html").then(|| self.site.find(path))??;
        Some((address.page.kind(), address.on.is_some()))
    }

    /// Reports limits for kinds of page that do not exist.
    pub(super) fn unknown_kinds(&self, limits: &[Limit]) -> Vec<Diagnostic> {
        let kinds: BTreeSet<&str> = self.addresses.iter().map(|address| address.page.kind()).collect();
        let named = limits.iter().filter_map(|limit| Some((limit, limit.page.as_deref()?)));
        let unknown = named.filter(|(_, kind)| !self.pages.prints(kind));
        let fault = |(limit, kind): (&Limit, &str)| {
            let found = fault::UNKNOWN_PAGE_KIND.at(limit.span, format!("there is no kind of page `{kind}`"));
            found.suggest(nearest(kind, kinds.iter().copied()))
        };
        unknown.map(fault).collect()
    }

    /// The number of pages at the start of `rest` that are printed at once. A page that shows the whole of a large site
    /// is printed alone, because its view takes more memory than the records themselves.
    fn stretch(&self, rest: &[Address]) -> usize {
        let most = rest.iter().take(STRETCH * rayon::current_num_threads());
        most.take_while(|address| !self.site.is_large(address)).count().max(1)
    }

    pub(super) fn page(&self, address: &Address) -> Result<Output, Vec<Diagnostic>> {
        self.print_page(address, None)
    }

    /// Prints a page for a copy, and returns what was printed; `note` is the HTML that says that the copy is a part.
    pub(super) fn page_in_copy(
        &self,
        address: &Address,
        links: Links,
        note: Option<&str>,
    ) -> Result<(Output, Noted), Vec<Diagnostic>> {
        let path = format!("{}{}", self.site.folder(), address.path);
        let (page, noted) = link::on_page(path, links, || self.print_page(address, note));
        Ok((page?, noted))
    }

    /// The title of a page and the HTML of its `<main>`, for a chapter of a single file; the title may be empty where
    /// the kind of page is the whole title.
    pub(super) fn chapter(&self, address: &Address, chapter: Chapter) -> Result<(TaggedText, String), Vec<Diagnostic>> {
        let (path, scope) = (format!("{}{}", self.site.folder(), address.path), chapter.scope());
        let print = |page: view::Page| Ok((page.title.clone(), self.pages.chapter(page, &scope)?));
        link::on_page(path, Links::OneFile(chapter), || self.made(address, print)).0
    }

    fn print_page(&self, address: &Address, note: Option<&str>) -> Result<Output, Vec<Diagnostic>> {
        let html = self.made(address, |page| self.pages.html(page, note))?;
        Ok(Output::whole(&*address.path, html))
    }

    /// Makes the view of a page and passes it to `print`.
    fn made<T>(
        &self,
        address: &Address,
        print: impl FnOnce(view::Page) -> Result<T, Vec<Diagnostic>>,
    ) -> Result<T, Vec<Diagnostic>> {
        let doing = format!("printing `{}`", address.path);
        let printed = isolated(self.site.written_at(address), &doing, || {
            let mut page = crate::site::page(&self.site, address);
            page.json_ld = data::json_ld(&page, &self.frame);
            page.cite = page.cite.map(cite::with_files);
            if let View::Data(files) = &mut page.view {
                *files = data::page(&self.site, address);
            }
            print(page)
        });
        printed.unwrap_or_else(|accident| Err(vec![accident]))
    }
}

/// Runs work that writes files of the whole site; a panic becomes a fault, and the site is not published.
fn alone<E>(doing: &str, faults: &mut Faults, work: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
    isolated(Span::head(FileId(0)), doing, work).unwrap_or_else(|accident| {
        faults.add([accident]);
        Ok(())
    })
}
