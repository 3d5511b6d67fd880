//! The built site, whose pages are printed and read when they are asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use collatio::text::Level;
use scraper::Html;

/// The built site and the pages that were asked for.
pub struct Site<'b> {
    build: &'b collatio::Build,
    pages: RefCell<BTreeMap<String, Rc<Html>>>,
}

impl<'b> Site<'b> {
    /// The site of a build.
    pub fn of(build: &'b collatio::Build) -> Site<'b> {
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
