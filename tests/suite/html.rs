//! A page as a reader's program sees it: elements, their visible words, and where relative addresses lead.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use scraper::{ElementRef, Html, Selector};

/// A page, read. What stands there for readers without scripts (`<noscript>`) is read too.
pub struct Page(Html);

impl Page {
    /// Reads the text of a page.
    pub fn of(text: &str) -> Page {
        let text = text.replace("<noscript>", "<span>").replace("</noscript>", "</span>");
        Page(Html::parse_document(&text))
    }

    /// Every element that a selector finds, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&select(selector)).collect()
    }

    /// The one element that a selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        match self.all(selector)[..] {
            [element] => element,
            ref found => panic!("{} elements of the page are `{selector}`", found.len()),
        }
    }

    /// The visible words of the one element that a selector finds.
    pub fn words(&self, selector: &str) -> String {
        words(self.one(selector))
    }

    /// The value of this attribute for every element that has it.
    pub fn attributes<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.0.tree.nodes().filter_map(move |node| node.value().as_element()?.attr(name))
    }
}

/// An element for people who compare two versions of it: what fits in a line on one line, else its children below it,
/// deeper by two spaces. White space is one space.
pub fn outline(element: ElementRef<'_>) -> String {
    let mut out = String::new();
    draw(element, 0, &mut out);
    out
}

/// Characters of a line of an outline.
const WIDTH: usize = 120;

fn draw(element: ElementRef<'_>, depth: usize, out: &mut String) {
    let indent = " ".repeat(depth);
    let line = collapsed(&element.html());
    let has_elements = element.child_elements().next().is_some();
    if !has_elements || depth + line.chars().count() <= WIDTH {
        out.push_str(&format!("{indent}{line}\n"));
        return;
    }
    let inner = collapsed(&element.inner_html());
    let (open, close) = line.split_once(&inner).expect("an element holds what is inside it");
    out.push_str(&format!("{indent}{}\n", open.trim_end()));
    for child in element.children() {
        if let Some(inner) = ElementRef::wrap(child) {
            draw(inner, depth + 2, out);
        } else if let Some(text) =
            child.value().as_text().map(|text| collapsed(text)).filter(|text| !text.trim().is_empty())
        {
            out.push_str(&format!("{indent}  {}\n", text.trim()));
        }
    }
    out.push_str(&format!("{indent}{}\n", close.trim_start()));
}

/// A text in which white space is one space.
fn collapsed(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\n' | '\t');
        if !is_space {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The path from the root to which a relative address leads from the page at `path`; nothing where it leaves the site.
pub fn join(path: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
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
