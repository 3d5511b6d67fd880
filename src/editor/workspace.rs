//! The site in an editor: its files, the law read from them, and what each file mentions.

use crate::content::{Mention, mentions};
use crate::law::{Corpus, Kind, RecordRef};
use crate::text::{FileId, Files, Span};

/// A site as it stands in the editor.
#[derive(Debug)]
pub struct Workspace {
    /// All files; the text of each is kept.
    pub files: Files,
    /// The law of the files. What cannot be resolved is missing in it.
    pub corpus: Corpus,
    mentions: Vec<Vec<Mention>>,
}

/// A record that can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What links to it say.
    pub title: String,
    /// The head of its file, or of its entry.
    pub at: Span,
}

impl Workspace {
    /// A site of these files and of the law read from them. What files mention is read at once, for the references to a
    /// record are sought in all of them.
    pub fn new(files: Files, corpus: Corpus) -> Workspace {
        let mentions = files.iter().map(|(id, file)| mentions(id, file)).collect();
        Workspace { files, corpus, mentions }
    }

    /// The mentions of a file, in the order of its bytes.
    pub fn mentions_in(&self, file: FileId) -> &[Mention] {
        self.mentions.get(self.files.position(file)).map_or(&[], Vec::as_slice)
    }

    /// All mentions of the site.
    pub fn all_mentions(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().flatten()
    }

    /// The record that a mention names; `None` where no record has the id, or several kinds have.
    pub fn resolved(&self, mention: &Mention) -> Option<RecordRef> {
        match mention.kind {
            Some(kind) => self.corpus.resolve_as(kind, &mention.text).ok(),
            None => self.corpus.resolve(&mention.text).ok(),
        }
    }

    /// The record of this kind and id.
    pub fn entry(&self, kind: Kind, id: &str) -> Option<Entry> {
        let record = self.corpus.record(kind, id)?;
        Some(Entry { kind, id: id.to_owned(), title: record.title().to_owned(), at: record.head().at })
    }

    /// The records of a kind, in the order of their ids.
    pub fn entries(&self, kind: Kind) -> impl Iterator<Item = Entry> {
        self.corpus.ids(kind).into_iter().filter_map(move |id| self.entry(kind, id))
    }

    /// All records that can be named.
    pub fn all_entries(&self) -> impl Iterator<Item = Entry> {
        Kind::ALL.iter().flat_map(|kind| self.entries(*kind))
    }

    /// How prose names a record: its id, with its kind where another kind has the same id.
    pub fn written(&self, kind: Kind, id: &str) -> String {
        match self.corpus.resolve(id) {
            Ok(record) if record.kind == kind => id.to_owned(),
            _ => format!("{}:{id}", kind.word()),
        }
    }

    /// The record that a file holds as a whole.
    pub fn entry_of(&self, file: FileId) -> Option<Entry> {
        self.all_entries().find(|entry| entry.at.file == file && entry.at.start == 0)
    }
}
