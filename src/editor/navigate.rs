//! Where a record is written, and who mentions it.

use crate::content::Mention;
use crate::law::RecordRef;
use crate::text::{FileId, Span};

use super::workspace::Workspace;

/// A mention, and the record that it names.
#[derive(Clone, Debug)]
pub struct Located {
    /// Where the id stands.
    pub span: Span,
    /// The record.
    pub record: RecordRef,
}

/// The mention at byte `offset` of a file, and its record. Where there is none, the record of the file itself, if the
/// offset lies on its first line.
pub fn mentioned_at(workspace: &Workspace, file: FileId, offset: usize) -> Option<Located> {
    let covers = |mention: &&Mention| {
        let range = mention.span.range();
        range.start <= offset && offset <= range.end
    };
    if let Some(mention) = workspace.mentions_in(file).iter().find(covers) {
        let record = workspace.resolved(mention)?;
        return Some(Located { span: mention.span, record });
    }
    let head = workspace.files.get(file).text.find('\n').unwrap_or_default();
    let own = workspace.entry_of(file).filter(|_| offset <= head)?;
    Some(Located { span: own.at, record: RecordRef { kind: own.kind, id: own.id.into(), anchor: None } })
}

/// Where the record that stands at byte `offset` of a file is written.
pub fn definition(workspace: &Workspace, file: FileId, offset: usize) -> Option<Span> {
    let record = mentioned_at(workspace, file, offset)?.record;
    workspace.entry(record.kind, &record.id).map(|entry| entry.at)
}

/// Each place that mentions a record, or a part of it.
pub fn references(workspace: &Workspace, record: &RecordRef) -> Vec<Span> {
    let names = |mention: &&Mention| {
        // Most mentions are told apart by their text, without resolving them.
        let id = mention.text.split('#').next().unwrap_or_default();
        let id = id.split_once(':').map_or(id, |(_, id)| id);
        let is_near = id == &*record.id || workspace.corpus.record(record.kind, id).is_none();
        is_near && workspace.resolved(mention).is_some_and(|of| of.kind == record.kind && of.id == record.id)
    };
    workspace.all_mentions().filter(names).map(|mention| mention.span).collect()
}
