//! The built site as a reader's program sees it: elements, their visible words, and what stands around them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use collatio::text::Level;
use scraper::{ElementRef, Html, Selector};

/// The built site. Pages are printed and read when they are asked for.
pub struct Site {
    build: collatio::Build,
    pages: RefCell<BTreeMap<String, Rc<Html>>>,
}

impl Site {
    /// The site of a build.
    pub fn of(build: collatio::Build) -> Site {
        assert!(build.renderer.is_some(), "the theme can be read");
        Site { build, pages: RefCell::default() }
    }

    /// Whether the content may be published.
    pub fn is_sound(&self) -> bool {
        self.build.is_sound()
    }

    /// The errors of the content: file and first byte.
    pub fn errors(&self) -> Vec<(String, usize)> {
        let errors = self.build.diagnostics.iter().filter(|found| found.fault.level == Level::Error);
        errors.map(|found| (self.build.files.get(found.span.file).path.to_string(), found.span.range().start)).collect()
    }

    /// Every page but those of other days.
    pub fn paths(&self) -> Vec<String> {
        let renderer = self.build.renderer.as_ref().expect("it is there");
        let main = |path: &String| path.ends_with(".html") && !path.contains("/on-") && !path.contains("-on-");
        renderer.paths().into_iter().filter(main).collect()
    }

    /// A page; nothing where the site has none at that path.
    pub fn page(&self, path: &str) -> Option<Rc<Html>> {
        if let Some(page) = self.pages.borrow().get(path) {
            return Some(Rc::clone(page));
        }
        let output = self.build.renderer.as_ref()?.file(path)?.ok()?;
        let text = String::from_utf8(output.bytes).expect("pages are UTF-8");
        let page = Rc::new(Html::parse_document(&text));
        self.pages.borrow_mut().insert(path.to_owned(), Rc::clone(&page));
        Some(page)
    }
}

/// A selector of the tests' own; each is read once, for some are asked for a million times.
pub fn select(selector: &str) -> Rc<Selector> {
    thread_local! {
        static KNOWN: RefCell<BTreeMap<String, Rc<Selector>>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(selector) = known.get(selector) {
            return Rc::clone(selector);
        }
        let read = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error:?}"));
        Rc::clone(known.entry(selector.to_owned()).or_insert(Rc::new(read)))
    })
}

/// The words of an element that a reader sees, with single spaces.
pub fn words(element: ElementRef<'_>) -> String {
    let mut out = String::new();
    gather(element, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(element: ElementRef<'_>, out: &mut String) {
    let value = element.value();
    if value.attr("hidden").is_some() || matches!(value.name(), "script" | "style" | "template") {
        return;
    }
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            out.push_str(text);
        } else if let Some(inner) = ElementRef::wrap(child) {
            out.push(' ');
            gather(inner, out);
            out.push(' ');
        }
    }
}

/// The words of every element below `element` that `selector` finds.
pub fn all(element: ElementRef<'_>, selector: &str) -> Vec<String> {
    element.select(&select(selector)).map(words).collect()
}
