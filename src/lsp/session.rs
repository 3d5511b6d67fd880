//! The site of an editor: what is stored, what is typed, and the law that was read from both last.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use collatio::disk::{self, SystemError};
use collatio::text::{File, FileId};
use collatio::{BuildCache, Input, Inspection};
use lsp_server::Notification;
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument,
    Notification as _,
};
use lsp_types::{DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Uri};
use serde_json::Value;

use super::place::{self, Encoding};
use crate::console::complain;

/// The site of one editor.
pub struct Session {
    root: PathBuf,
    /// The unit in which the editor counts columns.
    pub encoding: Encoding,
    /// The site as it was read from the disk last.
    stored: Input,
    /// The texts that are open in the editor, by path relative to the root.
    open: BTreeMap<String, Arc<str>>,
    /// The site with the texts of the editor in place, as it was read last.
    pub input: Input,
    /// The law of that site, and its faults.
    pub inspection: Inspection,
    /// What was found out about files that did not change since.
    cache: BuildCache,
    /// The files that have faults in the editor.
    told: BTreeSet<String>,
    /// Whether a text has changed since the site was inspected.
    is_changed: bool,
    /// Whether files may have changed on the disk.
    is_stale: bool,
}

impl Session {
    /// Reads the site at `root`.
    pub fn new(root: PathBuf, encoding: Encoding) -> Session {
        let mut session = Session {
            root,
            encoding,
            stored: Input::default(),
            open: BTreeMap::new(),
            input: Input::default(),
            inspection: collatio::inspect(Input::default()),
            cache: BuildCache::default(),
            told: BTreeSet::new(),
            is_changed: true,
            is_stale: true,
        };
        session.renew();
        session
    }

    /// Whether something has changed since the site was read.
    pub fn is_dirty(&self) -> bool {
        self.is_changed || self.is_stale
    }

    /// Reads the site again, from the disk if files have changed there, with the texts of the editor in place.
    pub fn renew(&mut self) {
        if self.is_stale {
            match disk::read(&self.root) {
                Ok(input) => self.stored = input,
                Err(error) => complain(&error),
            }
        }
        (self.is_changed, self.is_stale) = (false, false);
        let mut input = self.stored.clone();
        let is_open = |path: &str| self.open.contains_key(path);
        input.files.retain(|file| !is_open(&file.path));
        input.unreadable.retain(|file| !is_open(&file.path));
        let is_content = |path: &str| path == "collatio.toml" || path.starts_with("content/") && path.ends_with(".md");
        let typed = self.open.iter().filter(|(path, _)| is_content(path));
        input.files.extend(typed.map(|(path, text)| File::new(path.as_str(), text.clone())));
        self.input = input.clone();
        let cache = &mut self.cache;
        match catch_unwind(AssertUnwindSafe(|| collatio::inspect_again(input, cache))) {
            Ok(inspection) => self.inspection = inspection,
            Err(_) => complain(&SystemError::new("a bug in Collatio; please report it", "")),
        }
    }

    /// Takes what the editor tells of its texts and of the disk.
    pub fn hear(&mut self, notification: Notification) {
        let params = notification.params;
        match notification.method.as_str() {
            DidOpenTextDocument::METHOD => self.opened(params),
            DidChangeTextDocument::METHOD => self.changed(params),
            DidCloseTextDocument::METHOD => {
                if let Some(path) = typed::<DidCloseTextDocumentParams>(params)
                    .and_then(|params| self.relative(&params.text_document.uri))
                {
                    self.open.remove(&path);
                    self.is_stale = true;
                }
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => self.is_stale = true,
            _ => {}
        }
    }

    fn opened(&mut self, params: Value) {
        let Some(params) = typed::<DidOpenTextDocumentParams>(params) else { return };
        if let Some(path) = self.relative(&params.text_document.uri) {
            self.open.insert(path, params.text_document.text.into());
            self.is_changed = true;
        }
    }

    fn changed(&mut self, params: Value) {
        let Some(params) = typed::<DidChangeTextDocumentParams>(params) else { return };
        let Some(path) = self.relative(&params.text_document.uri) else { return };
        let Some(open) = self.open.get_mut(&path) else { return };
        let mut text = open.to_string();
        for change in params.content_changes {
            match change.range {
                None => text = change.text,
                Some(range) => {
                    let start = place::offset(&text, range.start, self.encoding);
                    let end = place::offset(&text, range.end, self.encoding).max(start);
                    text.replace_range(start..end, &change.text);
                }
            }
        }
        *open = text.into();
        self.is_changed = true;
    }

    /// The path of a document relative to the root, with `/`; `None` for those outside of the site.
    fn relative(&self, uri: &Uri) -> Option<String> {
        let path = place::path_of(uri)?;
        // What an editor calls a file may lead through links.
        let whole = path.canonicalize().unwrap_or(path);
        let below = whole.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    }

    /// A document of the site: its file in the law that was read last, and its text as it stands in the editor.
    pub fn document(&self, uri: &Uri) -> Option<(FileId, Arc<str>)> {
        let path = self.relative(uri)?;
        let file = self.inspection.workspace.files.find(&path)?;
        let text = self.open.get(&path).cloned();
        Some((file, text.unwrap_or_else(|| self.inspection.workspace.files.get(file).text.clone())))
    }

    /// The address of the file at a path relative to the root.
    pub fn uri_of(&self, path: &str) -> Option<Uri> {
        place::uri_of(&self.root.join(path))
    }

    /// The faults of each file, with none for those that had some before.
    pub fn with_those_gone<T>(&mut self, found: BTreeMap<String, Vec<T>>) -> BTreeMap<String, Vec<T>> {
        let told = std::mem::replace(&mut self.told, found.keys().cloned().collect());
        let gone: Vec<String> = told.into_iter().filter(|path| !found.contains_key(path)).collect();
        found.into_iter().chain(gone.into_iter().map(|path| (path, Vec::new()))).collect()
    }
}

/// The parameters of a message, if they have the form of its kind.
pub fn typed<T: serde::de::DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}
