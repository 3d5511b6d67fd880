//! Pages as HTML: the theme's templates filled with views.
//!
//! What comes in is a view; what goes out is the page's HTML, or the faults in the templates that kept it from being
//! made.

mod anchor;
mod escape;
mod message;
mod plain_link;
mod prose;
mod share;
mod tag;
mod tagged;
mod template;
mod turn;
mod weight;
mod word;

#[cfg(test)]
mod tests;

pub use message::has_words;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::site::Words;
use crate::site::view::{Frame, Page, View, When};
use crate::text::{Diagnostic, Diagnostics, Files};

use super::link::{self, Depths};
use super::localizer::Localizer;
use super::theme::{Theme, not_utf8};
use message::Messages;
use tagged::Holds;
use template::Templates;

thread_local! {
    /// Buffer into which pages are rendered before their length is known. There is one per thread, because growing a
    /// new buffer for every page costs more than copying the result once.
    static RENDER_BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A buffer that grew beyond this size, in bytes, is handed out with the page instead of being copied and kept.
const LARGEST_PAPER: usize = 256 * 1024;

/// Limits of a page: bytes, and pieces that a template may write. They stop a template with an endless or excessive
/// loop. The largest known pages have 32 MB in two million pieces.
const LONGEST_PAGE: usize = 128 * 1024 * 1024;
const MOST_PIECES: u64 = 100_000_000;

/// A writer into the buffer that fails at these limits.
struct Bounded<'p> {
    paper: &'p mut Vec<u8>,
    pieces: u64,
    is_full: bool,
}

impl std::io::Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.pieces += 1;
        if self.pieces > MOST_PIECES || self.paper.len() + bytes.len() > LONGEST_PAGE {
            self.is_full = true;
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.paper.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether a theme has fonts of its own: the page's Content-Security-Policy must then allow them.
fn has_fonts(theme: &Theme) -> bool {
    let is_font = |path: &str| [".woff2", ".woff", ".ttf", ".otf"].iter().any(|end| path.ends_with(end));
    theme.files.keys().any(|path| path.starts_with("static/") && is_font(path))
}

/// The heading level of the parts of a page.
const LEVEL: u8 = 2;

/// What a page says about its translation.
#[derive(Serialize)]
struct TranslationNotice<'a> {
    /// The first language of the site, if some of the text is in it.
    first_language: Option<&'a str>,
    /// Whether some of the text was translated by a machine.
    machine: bool,
    /// Whether the original has changed since it was translated.
    stale: bool,
}

/// A theme that was read, and the values that all pages of a site share.
pub struct Pages {
    tera: Tera,
    templates: Templates,
    messages: Arc<Messages>,
    /// The output of the templates below `script/`, by their names.
    script_words: BTreeMap<String, String>,
    /// The first language of the site, if these pages are in a further one.
    first_language: Option<String>,
    /// Whether the frame, which is on every page, has untranslated or machine-translated text.
    frame: Holds,
    /// Paths of pages in the navigation, which is printed for each of them separately, because it marks the current
    /// page.
    named: BTreeSet<String>,
    /// The output of the templates below `depth/` for all other pages, by the relative path to the root and the door.
    depths: Depths,
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pages")
    }
}

impl Pages {
    /// Reads the theme. `None` where its templates or messages cannot be read.
    pub fn new(frame: &Frame, theme: &Theme, files: &Files) -> (Option<Pages>, Diagnostics) {
        let (messages, mut found) = Messages::read(theme, &frame.language, files);
        let unreadable = not_utf8(theme, files);
        if !unreadable.is_empty() {
            found.extend(unreadable);
            return (None, found);
        }
        let Some(messages) = messages else { return (None, found) };
        let templates = Templates::new(theme, files, &messages);
        if templates.is_empty() {
            return (None, found);
        }
        let messages = Arc::new(messages);
        let mut tera = Tera::default();
        word::register(&mut tera, &messages);
        turn::register(&mut tera);
        weight::register(&mut tera);
        let faults = templates.add_to(&mut tera);
        if !faults.is_empty() {
            found.extend(faults);
            return (None, found);
        }
        found.extend(templates.missing_messages(&messages));
        // What does not depend on the language is told with the first one.
        if frame.first_language.is_none() {
            found.extend(templates.plain_links());
        }
        let (site, of_frame) = Holds::of(|| Value::from_serializable(frame));
        tera.global_context().insert_value("site", site);
        tera.global_context().insert_value("fonts", Value::from(has_fonts(theme)));
        let on_page = [("level", Value::from(LEVEL)), ("scope", Value::from("")), ("chapter", Value::from(""))];
        on_page.into_iter().for_each(|(name, value)| tera.global_context().insert_value(name, value));
        let once = templates.printed("once/", &tera, &Context::new());
        let script_words = match once {
            Ok(once) => {
                tera.global_context().insert_value("once", once);
                templates.printed_in("script/", &tera, &Context::new())
            }
            Err(error) => Err(error),
        };
        let script_words = match script_words {
            Ok(words) => words,
            Err(error) => {
                found.extend(templates.faults(&error));
                return (None, found);
            }
        };
        let behind = frame.doors.iter().flat_map(|door| &door.pages);
        let named = behind.chain(&frame.pages).map(|item| &item.path).chain([&frame.search]).cloned().collect();
        let first_language = frame.first_language.clone();
        let depths = Depths::default();
        (Some(Pages { tera, templates, messages, script_words, first_language, frame: of_frame, named, depths }), found)
    }

    /// The output of the templates below `depth/` for a page. Pages at the same depth behind the same door share it: on a
    /// large site the same navigation would be rendered thousands of times.
    fn depth(&self, page: &Page) -> Result<Value, tera::Error> {
        let named = self.named.contains(&page.path);
        let kept = link::depths();
        let depths = kept.as_ref().map_or(&self.depths, |kept| &kept.depths);
        let key = (page.root.clone(), page.door);
        let known = || depths.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(printed) = known().filter(|_| !named) {
            return Ok(printed);
        }
        let path = if named { page.path.as_str() } else { "" };
        let seen: BTreeMap<&str, &str> = [("path", path), ("root", &page.root), ("door", page.door)].into();
        let mut context = Context::new();
        context.insert_value("page", Value::from_serializable(&seen));
        let printed = self.templates.printed("depth/", &self.tera, &context)?;
        if !named {
            let mut depths = depths.write().unwrap_or_else(PoisonError::into_inner);
            depths.insert(key, printed.clone());
        }
        Ok(printed)
    }

    /// The page as HTML. Consumes the view to free memory as soon as the template engine has its values.
    ///
    /// In a copy of a part of the site, `part_note` is the HTML that says so.
    pub fn html(&self, page: Page, part_note: Option<&str>) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let (template, mut context) = self.values(page)?;
        context.insert_value("part_note", part_note.map_or_else(Value::none, Value::safe_string));
        self.print(&template, &context)
    }

    /// The content of `<main>` of a page as HTML, for a chapter of a single file; all ids on it begin with `scope`.
    pub fn chapter(&self, page: Page, scope: &str) -> Result<String, Vec<Diagnostic>> {
        let (template, mut context) = self.values(page)?;
        context.insert_value("part_note", Value::none());
        context.insert_value("level", Value::from(LEVEL + 1));
        context.insert_value("scope", Value::from(scope));
        context.insert_value("chapter", Value::from(format!("{scope}title ")));
        template::begin();
        self.tera.render_block(&template, "chapter", &context).map_err(|error| self.templates.faults(&error))
    }

    /// The name of a page's template, and its values.
    fn values(&self, page: Page) -> Result<(String, Context), Vec<Diagnostic>> {
        let mut context = Context::new();
        let repeats = matches!(page.view, View::Timeline(_) | View::Amendments(_) | View::Laws(_) | View::Treaties(_));
        let make = || if repeats { share::of_large(&page) } else { Value::from_serializable(&page) };
        let (view, holds) = Holds::of(make);
        context.insert_value("page", view);
        context.insert_value("depth", self.depth(&page).map_err(|error| self.templates.faults(&error))?);
        // A missing template is reported by Tera, in its own words.
        let template = self.templates.of_kind(page.kind).unwrap_or_else(|| format!("{}.html", page.kind));
        let stale = page.stale;
        drop(page);
        if let Some(first) = &self.first_language {
            let holds = holds.and(self.frame);
            let notice = TranslationNotice {
                first_language: holds.untranslated.then_some(first),
                machine: holds.machine,
                stale,
            };
            let notice = self.leaf("translation.html", "translation", &notice)?;
            context.insert_value("translation", Value::safe_string(&String::from_utf8_lossy(&notice)));
        }
        Ok((template, context))
    }

    fn print(&self, template: &str, context: &Context) -> Result<Vec<u8>, Vec<Diagnostic>> {
        RENDER_BUFFER.with_borrow_mut(|paper| {
            paper.clear();
            self.print_to(template, context, paper)?;
            Ok(if paper.len() > LARGEST_PAPER { std::mem::take(paper) } else { paper.as_slice().into() })
        })
    }

    fn print_to(&self, template: &str, context: &Context, paper: &mut Vec<u8>) -> Result<(), Vec<Diagnostic>> {
        template::begin();
        let mut bounded = Bounded { paper, pieces: 0, is_full: false };
        let printed = self.tera.render_to(template, context, &mut bounded);
        match printed {
            Err(_) if bounded.is_full => Err(vec![self.templates.endless(template, LONGEST_PAGE, MOST_PIECES)]),
            printed => printed.map_err(|error| self.templates.faults(&error)),
        }
    }

    /// Renders a template that is no page of the site, with a single value.
    pub fn leaf(&self, template: &str, name: &str, value: &impl Serialize) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value(name.to_owned(), Value::from_serializable(value));
        let mut paper = Vec::new();
        self.print_to(template, &context, &mut paper)?;
        Ok(paper)
    }

    /// Scripts with texts of the interface, which other scripts load on demand: name and source. A page opened from a
    /// folder can load only scripts, so the HTML of `script/projector-words.html` becomes an assignment to
    /// `collatio["projector-words"]`.
    pub fn scripts(&self) -> impl Iterator<Item = (String, String)> {
        self.script_words.iter().map(|(name, html)| {
            let html = serde_json::to_string(html.trim()).expect("text can be written as JSON");
            (format!("{name}.js"), format!("collatio[\"{name}\"] = {html};\n"))
        })
    }

    /// Whether there is a template for a kind of page.
    pub fn prints(&self, kind: &str) -> bool {
        self.templates.of_kind(kind).is_some()
    }

    /// Whether the site has templates of its own; they may fail on pages on which the built-in ones do not.
    pub fn has_own_templates(&self) -> bool {
        self.templates.has_own()
    }

    /// Faults of missing messages since the last call.
    pub fn missing_messages(&self) -> Diagnostics {
        self.messages.missing_messages(|key| self.templates.uses_of(key))
    }
}

impl Localizer for Pages {
    fn message(&self, key: &str) -> String {
        self.messages.words(key, &fluent_bundle::FluentArgs::new())
    }

    fn optional(&self, key: &str) -> Option<String> {
        self.messages.has(key).then(|| self.message(key))
    }

    fn date(&self, when: &When) -> String {
        word::date_of(&self.messages, when)
    }
}

/// The templates of names, from the theme's messages in a language.
pub fn words(theme: &Theme, language: &str) -> Words {
    let files = Files::new(super::text_files(theme));
    let Some(messages) = Messages::read(theme, language, &files).0 else { return Words::default() };
    let mut args = fluent_bundle::FluentArgs::new();
    args.set("law", "{law}");
    args.set("article", "{}");
    let article = messages.words("article", &args);
    args.set("article", "{article}");
    args.set("name", "{}");
    args.set("first", "{first}");
    args.set("second", "{second}");
    args.set("site", "{site}");
    args.set("edition", "{edition}");
    args.set("day", "{day}");
    Words {
        article,
        article_of_law: messages.words("article-of-law", &args),
        pair: messages.words("pair", &args),
        own_name: messages.words("own-name", &args),
        changes_of: messages.words("changes-of", &args),
        handbook_of: messages.words("handbook-of", &args),
        others: messages.words("parts-others", &args),
        matrix: messages.words("page-matrix", &args),
        treaties: messages.words("page-treaties", &args),
        cite_note: messages.words("cite-note", &args),
        cite_as_at: messages.words("cite-as-at", &args),
    }
}
