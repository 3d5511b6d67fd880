//! `collatio serve`: serves the site from memory, rebuilds it whenever a file changes, and shows faults on every page.
//!
//! It listens on the loopback interface only and answers only requests whose `Host` is a name of this machine, against
//! DNS rebinding. A request never reads from the disk: pages are rendered from memory. What is asked while the site is
//! rebuilt is answered from the new one: the old one is freed at once, because a large site does not fit into the memory
//! twice.

mod beside;
mod escape;
mod http;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use collatio::disk::{self, SystemError};
use collatio::publish::Renderer;
use collatio::text::{Diagnostic, Diagnostics, Reporter};
use collatio::{Build, BuildCache, Input};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::console;
use beside::Beside;
pub use beside::Editor;
use escape::{encoded, escaped};
use http::{Answer, Request};

/// The most pages that may wait for changes at once; others are answered at once, as if nothing had changed.
const WAITING: usize = 32;

/// How long a page's request for changes is held open before it is answered as if nothing had changed.
const PATIENCE: Duration = Duration::from_secs(25);

/// How long no file may change before the site is rebuilt, and the longest time to wait for that.
const QUIET: Duration = Duration::from_millis(80);
const LONGEST_UNREST: Duration = Duration::from_secs(2);

/// The most faults that the panel on a page shows.
const SHOWN: usize = 100;

const RELOAD: &str = include_str!("serve/reload.js");
const PANEL: &str = include_str!("serve/panel.css");

/// What is shown, and how.
#[derive(Debug)]
pub struct Asked {
    /// Whether drafts are shown.
    pub drafts: bool,
    /// The editor that opens the file of a page or cell; `None`: there are no links to files.
    pub editor: Option<Editor>,
}

/// Serves the site at `root` on the loopback interface until the process is ended. Port 0 takes a free one.
pub fn serve(root: &Path, port: u16, asked: &Asked) -> Result<(), SystemError> {
    let root = root
        .canonicalize()
        .map_err(|e| SystemError::new(format!("cannot read `{}`", root.display()), e.to_string()))?;
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|e| {
        SystemError::new(format!("cannot listen on port {port}"), e.to_string())
            .help("another program may use it; `--port 0` takes a free one")
    })?;
    let mut watch = Watch::new(&root)?;
    let mut workshop = Workshop::new(&root, asked);
    let shown = Shown::new(workshop.make()?);
    let port = listener.local_addr().map_or(port, |address| address.port());
    let take = |request: &Request| take(request, &shown);
    console::say(&format!("serving http://127.0.0.1:{port}/ (Ctrl-C ends it)"));
    thread::scope(|scope| {
        scope.spawn(|| http::serve(&listener, scope, &take));
        scope.spawn(|| shown.keep_index());
        while watch.next_change() {
            let old = shown.take();
            scope.spawn(move || drop(old));
            let made = catch_unwind(AssertUnwindSafe(|| workshop.make()));
            shown.replace(match made {
                Ok(Ok(made)) => Snapshot::Made(Box::new(made)),
                Ok(Err(error)) => {
                    console::complain(&error);
                    Snapshot::Trouble(error.to_string())
                }
                Err(_) => {
                    // What a build leaves behind that ended in a panic is not trusted.
                    workshop = Workshop::new(&root, asked);
                    Snapshot::Trouble("a bug in Collatio; please report it".to_owned())
                }
            });
        }
    });
    Ok(())
}

/// A site that was built, and what its pages get besides.
struct Made {
    build: Build,
    beside: Beside,
}

/// Builds the site at `root` again and again, and keeps what did not change in between.
struct Workshop<'a> {
    root: &'a Path,
    asked: &'a Asked,
    reader: disk::Reader,
    cache: BuildCache,
}

impl Workshop<'_> {
    fn new<'a>(root: &'a Path, asked: &'a Asked) -> Workshop<'a> {
        Workshop { root, asked, reader: disk::Reader::default(), cache: BuildCache::default() }
    }

    fn make(&mut self) -> Result<Made, SystemError> {
        let begun = Instant::now();
        let input = Input { drafts: self.asked.drafts, ..self.reader.read(self.root)? };
        let written = self.asked.editor.as_ref().map(|_| beside::written(&input.files)).unwrap_or_default();
        let build = collatio::rebuild(input, &mut self.cache);
        let beside = Beside::new(self.root, self.asked.editor.as_ref(), &written, &build);
        console::report_to_people(&build);
        console::say(&format!("made in {}: {}", console::seconds(begun), console::faults(&build.diagnostics)));
        Ok(Made { build, beside })
    }
}

/// The result of the last attempt to read the site.
enum Snapshot {
    Made(Box<Made>),
    /// The site cannot be read; the reason.
    Trouble(String),
}

/// The number of the last snapshot, which grows with each rebuild, and the snapshot; `None` while the next is made.
struct Now {
    number: u64,
    snapshot: Option<Arc<Snapshot>>,
}

/// The snapshot that is shown.
struct Shown {
    now: Mutex<Now>,
    /// Tells of each change of `now` and of `is_searched`.
    changed: Condvar,
    /// Whether the search was asked for since its index was last made ready. True at the start, because who opens a site
    /// is likely to search.
    is_searched: AtomicBool,
}

impl Shown {
    fn new(made: Made) -> Shown {
        let snapshot = Some(Arc::new(Snapshot::Made(Box::new(made))));
        Shown {
            now: Mutex::new(Now { number: 1, snapshot }),
            changed: Condvar::new(),
            is_searched: AtomicBool::new(true),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn number(&self) -> u64 {
        self.lock().number
    }

    /// The snapshot and its number. Waits for the next one while it is made.
    fn now(&self) -> (u64, Arc<Snapshot>) {
        let mut now = self.lock();
        loop {
            if let Some(snapshot) = &now.snapshot {
                return (now.number, snapshot.clone());
            }
            now = self.changed.wait(now).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Takes the snapshot away, because the next one is made.
    fn take(&self) -> Option<Arc<Snapshot>> {
        self.lock().snapshot.take()
    }

    fn replace(&self, snapshot: Snapshot) {
        let mut now = self.lock();
        *now = Now { number: now.number + 1, snapshot: Some(Arc::new(snapshot)) };
        self.changed.notify_all();
    }

    /// Remembers that the search is in use, and has its index made ready.
    fn search(&self) {
        let _now = self.lock();
        if !self.is_searched.swap(true, Ordering::Relaxed) {
            self.changed.notify_all();
        }
    }

    /// Makes the index of the search ready ahead of its first request, for as long as the search is in use: to make it
    /// takes seconds on a large site, and one of its files needs all others. A newer snapshot stops the work.
    fn keep_index(&self) {
        loop {
            drop(self.changed.wait_while(self.lock(), |_| !self.is_searched.load(Ordering::Relaxed)));
            let (number, snapshot) = self.now();
            self.is_searched.store(false, Ordering::Relaxed);
            if let Snapshot::Made(made) = &*snapshot
                && let Some(renderer) = &made.build.renderer
            {
                let is_over = || {
                    let now = self.lock();
                    now.number != number || now.snapshot.is_none()
                };
                let prepare = AssertUnwindSafe(|| renderer.prepare_index(&is_over));
                // A panic shows itself again to the request that needs the index.
                if !catch_unwind(prepare).unwrap_or(true) {
                    self.is_searched.store(true, Ordering::Relaxed);
                }
            }
            drop(snapshot);
            drop(self.changed.wait_while(self.lock(), |now| now.number == number));
        }
    }

    /// Waits until the number is another than `known`, or until the time is over, and returns it.
    fn wait(&self, known: u64) -> u64 {
        let waited = self.changed.wait_timeout_while(self.lock(), PATIENCE, |now| now.number == known);
        waited.unwrap_or_else(PoisonError::into_inner).0.number
    }
}

/// Watches the input files of a site.
struct Watch {
    root: PathBuf,
    watcher: notify::RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Watch {
    fn new(root: &Path) -> Result<Watch, SystemError> {
        let trouble = |e: notify::Error| SystemError::new(format!("cannot watch `{}`", root.display()), e.to_string());
        let (send, events) = channel();
        let mut watcher = notify::recommended_watcher(send).map_err(trouble)?;
        watcher.watch(root, RecursiveMode::NonRecursive).map_err(trouble)?;
        let mut watch = Watch { root: root.to_owned(), watcher, events };
        watch.renew();
        Ok(watch)
    }

    /// Watches the folders that exist now; they may have been created, removed or replaced.
    fn renew(&mut self) {
        for folder in ["content", "themes"].map(|name| self.root.join(name)) {
            let _ = self.watcher.unwatch(&folder);
            let _ = self.watcher.watch(&folder, RecursiveMode::Recursive);
        }
    }

    /// Waits for a change, and then until no more follow, because an editor writes a file in several steps. Folders that
    /// came or went are watched from now on.
    fn next_change(&mut self) -> bool {
        let mut changes = false;
        let mut of_folders = false;
        while !changes {
            let Ok(event) = self.events.recv() else { return false };
            changes = self.matters(&event);
            of_folders |= self.is_of_folder(&event);
        }
        let first = Instant::now();
        while first.elapsed() < LONGEST_UNREST
            && let Ok(event) = self.events.recv_timeout(QUIET)
        {
            of_folders |= self.is_of_folder(&event);
        }
        if of_folders {
            self.renew();
        }
        true
    }

    /// Whether a folder came, went or changed: to watch a large tree anew takes longer than to read a changed file. Some
    /// systems report reads too, and the program itself reads every folder after each change.
    fn is_of_folder(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        let is_top = |path: &PathBuf| path.strip_prefix(&self.root).is_ok_and(|path| path.iter().count() < 2);
        event.paths.iter().any(|path| path.is_dir() || is_top(path))
    }

    /// Whether an event concerns an input of the site. Some systems also report reads.
    fn matters(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let below = |path: &PathBuf| {
            let first = path.strip_prefix(&self.root).ok().and_then(|path| path.iter().next());
            first.is_none_or(|name| name == "content" || name == "themes" || name == "collatio.toml")
        };
        !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(below)
    }
}

/// Answers a request, and adds the headers of every answer.
fn take(request: &Request, shown: &Shown) -> Answer {
    let answer = catch_unwind(AssertUnwindSafe(|| answer_to(request, shown)));
    let answer = answer.unwrap_or_else(|_| plain(500, "a bug in Collatio; please report it"));
    let always = [
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    always.into_iter().fold(answer, |answer, (name, value)| answer.with(name, value))
}

fn answer_to(request: &Request, shown: &Shown) -> Answer {
    static WAIT: AtomicUsize = AtomicUsize::new(0);
    if let Some(refused) = refusal(request) {
        return refused;
    }
    let Some(path) = decoded(&request.target) else { return plain(400, "no such path") };
    if path != "_collatio/wait" {
        return answer(&path, shown);
    }
    let known = request.target.split_once('?').and_then(|(_, number)| number.parse().ok()).unwrap_or(0);
    let number = match WAIT.fetch_add(1, Ordering::Relaxed) < WAITING {
        true => shown.wait(known),
        false => shown.number(),
    };
    WAIT.fetch_sub(1, Ordering::Relaxed);
    plain(200, &number.to_string())
}

fn plain(status: u16, text: &str) -> Answer {
    typed(status, "text/plain; charset=utf-8", text.as_bytes().to_vec())
}

fn typed(status: u16, kind: &str, bytes: Vec<u8>) -> Answer {
    Answer { status, body: bytes, ..Answer::default() }.with("Content-Type", kind)
}

/// Refuses requests under a name that is not this machine's, and those with a method other than GET and HEAD.
fn refusal(request: &Request) -> Option<Answer> {
    if !request.host.as_deref().is_some_and(is_this_machine) {
        return Some(plain(403, "ask for this site as localhost or 127.0.0.1"));
    }
    (!matches!(request.method.as_str(), "GET" | "HEAD")).then(|| plain(405, "the site can only be read"))
}

/// Whether a `Host` header names this machine, in any case, with or without a port.
fn is_this_machine(host: &str) -> bool {
    let is_port = |port: &str| (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    let host = host.to_ascii_lowercase();
    ["localhost", "127.0.0.1", "[::1]"].into_iter().any(|name| match host.strip_prefix(name) {
        Some("") => true,
        Some(rest) => rest.strip_prefix(':').is_some_and(is_port),
        None => false,
    })
}

/// The decoded path of a request below the root of the site, without the query; `None` if it is not valid.
fn decoded(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |b: Option<u8>| char::from(b?).to_digit(16);
                (digit(rest.next())? * 16 + digit(rest.next())?) as u8
            }
            byte => byte,
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    let strange = path.contains(['\\', '\0']) || path.split('/').any(|part| part == "..");
    (!strange).then_some(path)
}

/// Answers a request for `path`, from the next snapshot where one is being made.
fn answer(path: &str, shown: &Shown) -> Answer {
    match path {
        "_collatio/reload.js" => return typed(200, "text/javascript; charset=utf-8", RELOAD.into()),
        "_collatio/panel.css" => return typed(200, "text/css; charset=utf-8", PANEL.into()),
        _ => {}
    }
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    if Renderer::is_of_index(&name) || name.ends_with("search/index.html") {
        shown.search();
    }
    let (number, snapshot) = shown.now();
    let made = match &*snapshot {
        Snapshot::Made(made) => made,
        Snapshot::Trouble(why) => return html(500, &bare("The site cannot be read", why), number, ""),
    };
    let build = &made.build;
    let Some(renderer) = &build.renderer else {
        let why = "The theme cannot be read. The pages come back when its faults are gone.";
        return html(500, &bare("No pages", why), number, &panel(build, &build.diagnostics));
    };
    if let Some(output) = renderer.file(&name) {
        return match output {
            Ok(output) if name.ends_with(".html") => page((200, &name), output.bytes, number, made),
            Ok(output) => typed(200, content_type(&name), output.bytes),
            Err(found) => {
                let why = "A template has a fault.";
                html(500, &bare("No page", why), number, &panel(build, &found))
            }
        };
    }
    if !path.is_empty() && renderer.file(&format!("{name}/index.html")).is_some() {
        return plain(302, "").with("Location", format!("/{}/", encoded(path.trim_matches('/'))));
    }
    match renderer.file("404.html") {
        Some(Ok(output)) => page((404, "404.html"), output.bytes, number, made),
        _ => html(404, &bare("No such page", path), number, &panel(build, &build.diagnostics)),
    }
}

/// The printed page at `path`, with its status.
fn page((status, path): (u16, &str), bytes: Vec<u8>, number: u64, made: &Made) -> Answer {
    let Made { build, beside } = made;
    let text = beside.add(&String::from_utf8_lossy(&bytes), path);
    let panel = beside.of_page(build, path) + &panel(build, &build.diagnostics);
    html(status, &text, number, &panel)
}

/// A page as it is served: with the panel of faults, the script that reloads it, and a policy that allows that script.
fn html(status: u16, page: &str, number: u64, panel: &str) -> Answer {
    let page = with_policy(page);
    let head = format!(
        "<link rel=\"stylesheet\" href=\"/_collatio/panel.css\">\
         <script src=\"/_collatio/reload.js\" data-edition=\"{number}\" defer></script>"
    );
    let page = match page.find("</head>") {
        Some(at) => format!("{}{head}{}", &page[..at], &page[at..]),
        None => format!("{head}{page}"),
    };
    let body = page.find("<body").and_then(|at| page[at..].find('>').map(|end| at + end + 1));
    let page = match body {
        Some(at) => format!("{}{panel}{}", &page[..at], &page[at..]),
        None => format!("{page}{panel}"),
    };
    typed(status, "text/html; charset=utf-8", page.into_bytes())
}

/// Extends the page's Content-Security-Policy by what serving needs: our script, its requests, our style.
fn with_policy(page: &str) -> String {
    let policy = || {
        let tag = page.find("http-equiv=\"Content-Security-Policy\"")?;
        let start = tag + page[tag..].find("content=\"")? + "content=\"".len();
        let end = start + page[start..].find('"')?;
        Some((start, end))
    };
    let Some((start, end)) = policy() else { return page.to_owned() };
    let written = page[start..end].replace("&#39;", "'").replace("&#x27;", "'");
    let mut rules: BTreeMap<String, String> = BTreeMap::new();
    for rule in written.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (name, allowed) = rule.split_once(' ').unwrap_or((rule, ""));
        rules.entry(name.to_owned()).or_insert_with(|| allowed.trim().to_owned());
    }
    for name in ["connect-src", "script-src", "style-src"] {
        let allowed = rules.entry(name.to_owned()).or_default();
        if allowed.as_str() == "'none'" {
            allowed.clear();
        }
        if !allowed.split(' ').any(|one| one == "'self'") {
            *allowed = format!("'self' {allowed}").trim_end().to_owned();
        }
    }
    let rules: Vec<String> = rules.into_iter().map(|(name, allowed)| format!("{name} {allowed}")).collect();
    format!("{}{}{}", &page[..start], rules.join("; "), &page[end..])
}

/// A page of the program itself, for when the theme cannot be used.
fn bare(title: &str, text: &str) -> String {
    let (title, text) = (escaped(title), escaped(text));
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    )
}

/// The panel of faults for the top of a page; empty where there are none.
fn panel(build: &Build, found: &Diagnostics) -> String {
    if found.is_empty() {
        return String::new();
    }
    let mut reporter = Reporter::new(&build.files);
    let mut out =
        format!("<details class=\"collatio-faults\" open><summary>{}</summary><ul>", escaped(&console::faults(found)));
    let mut list: Vec<&Diagnostic> = found.iter().collect();
    list.sort_by_key(|diagnostic| diagnostic.fault.level);
    for diagnostic in list.iter().take(SHOWN) {
        let _ = write!(out, "<li><code>{}</code>", escaped(&reporter.concise(diagnostic)));
        for help in &diagnostic.help {
            let _ = write!(out, "<p>{}</p>", escaped(help));
        }
        out.push_str("</li>");
    }
    if list.len() > SHOWN {
        let _ = write!(out, "<li>and {} more</li>", list.len() - SHOWN);
    }
    out.push_str("</ul></details>");
    out
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, DataChange, ModifyKind};

    use super::*;

    #[test]
    fn folders_are_watched_anew_when_one_comes_and_not_when_they_are_read() {
        let root = std::env::temp_dir().join(format!("collatio-watch-{}", std::process::id()));
        let folder = root.join("content/countries/xr");
        std::fs::create_dir_all(&folder).expect("the folder can be written");
        std::fs::write(folder.join("index.md"), "").expect("the file can be written");
        let watch = Watch::new(&root).expect("the folder can be watched");
        let of = |kind, path: &Path| watch.is_of_folder(&Ok(Event::new(kind).add_path(path.to_owned())));
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(!of(read, &folder) && !of(read, &root.join("content")));
        assert!(of(EventKind::Create(CreateKind::Folder), &folder));
        assert!(of(EventKind::Modify(ModifyKind::Any), &root.join("content")));
        assert!(!of(EventKind::Modify(ModifyKind::Data(DataChange::Any)), &folder.join("index.md")));
        std::fs::remove_dir_all(&root).expect("the folder of the test can go");
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for good in ["localhost", "LOCALHOST", "LocalHost:8000", "localhost:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"]
        {
            assert!(is_this_machine(good), "{good}");
        }
        for bad in ["", "example.org", "localhost.example.org", "127.0.0.1.example.org:80", "localhost:", "localhost:a"]
        {
            assert!(!is_this_machine(bad), "{bad}");
        }
    }

    #[test]
    fn a_path_is_decoded_and_never_climbs() {
        assert_eq!(decoded("/a%20b/%D1%8F?x=1").as_deref(), Some("a b/я"));
        assert_eq!(decoded("/").as_deref(), Some(""));
        for bad in ["/../x", "/a/%2e%2e/x", "/a%5cb", "/%00", "/%zz", "/%d1", "x", "*"] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_policy_of_a_page_lets_the_script_ask_and_nothing_else() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" \
                    content=\"default-src &#39;none&#39;; script-src 'sha256-x='; img-src 'self' data:\">";
        let expected = "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; \
                        default-src 'none'; img-src 'self' data:; script-src 'self' 'sha256-x='; style-src 'self'\">";
        assert_eq!(with_policy(page), expected);
        assert_eq!(with_policy("<p>no policy</p>"), "<p>no policy</p>");
    }

    #[test]
    fn what_is_shown_of_content_cannot_be_a_script() {
        assert!(!bare("<script>", "\"'><script>").contains("<script"));
    }
}
