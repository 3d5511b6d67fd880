//! The site as bytes: HTML, data, and the files of the theme.
//!
//! What comes in is the [`Site`]; what goes out is an ordered stream of paths and bytes. A template, an export or an
//! index sees the site alone: this room never knows the law or the content.

pub mod data;
mod html;
mod theme;

use std::sync::Arc;

use crate::site::Site;
use crate::text::{Diagnostics, File, Files};

pub use theme::{Theme, ThemeFile, built_in};

/// A finished file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Path from the root of the site, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The text files of the theme (templates and messages), so that faults in them have a place.
pub fn text_files(theme: &Theme) -> Vec<File> {
    let _ = theme;
    Vec::new()
}

/// Prints the pages and files of one site with one theme.
#[derive(Debug)]
pub struct Printer {
    site: Site,
}

impl Printer {
    /// Reads the theme. `None` where a template or a message file cannot be read at all.
    pub fn new(
        site: Site,
        theme: &Theme,
        assets: Vec<(String, Arc<[u8]>)>,
        files: &Files,
    ) -> (Option<Printer>, Diagnostics) {
        let _ = (theme, assets, files);
        (Some(Printer { site }), Diagnostics::new())
    }

    /// Prints one page of each kind, so that faults of templates show; each fault once.
    pub fn trial(&self) -> Diagnostics {
        Diagnostics::new()
    }

    /// The site it prints.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// All paths that will be written, in order.
    pub fn paths(&self) -> Vec<String> {
        Vec::new()
    }

    /// The file at `path`; also a page on a day that is not published. `None`: there is no such file.
    pub fn file(&self, path: &str) -> Option<Result<Output, Diagnostics>> {
        let _ = path;
        None
    }

    /// Hands every file of the site to `sink`, in the order of [`Printer::paths`]; pages are printed in parallel, a
    /// stretch at a time. Stops at the first error of the sink. Faults of templates come back as diagnostics.
    pub fn print<E>(&self, sink: &mut dyn FnMut(Output) -> Result<(), E>) -> Result<Diagnostics, E> {
        let _ = sink;
        Ok(Diagnostics::new())
    }
}
