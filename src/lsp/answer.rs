//! Answers to the requests of an editor, in its terms.

use std::collections::BTreeMap;
use std::ops::Range;

use collatio::desk;
use collatio::editor::{self, Completion, CompletionKind, Heading};
use collatio::text::{Change, Diagnostic, FileId, Level, Span};
use lsp_server::{ErrorCode, Request};
use lsp_types::request::{
    CodeActionRequest, Completion as CompletionRequest, DocumentSymbolRequest, Formatting, GotoDefinition,
    HoverRequest, PrepareRenameRequest, References, Rename, Request as _, WorkspaceSymbolRequest,
};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CompletionItem, CompletionItemKind, CompletionParams,
    CompletionTextEdit, DiagnosticRelatedInformation, DiagnosticSeverity, DocumentChangeOperation, DocumentChanges,
    DocumentFormattingParams, DocumentSymbol, DocumentSymbolParams, Documentation, GotoDefinitionParams, Hover,
    HoverContents, HoverParams, InsertTextFormat, Location, MarkupContent, MarkupKind, NumberOrString,
    OptionalVersionedTextDocumentIdentifier, PrepareRenameResponse, ReferenceParams, RenameFile, RenameParams,
    ResourceOp, SymbolInformation, SymbolKind, TextDocumentEdit, TextDocumentPositionParams, TextEdit, WorkspaceEdit,
    WorkspaceSymbolParams,
};
use serde_json::Value;

use super::place;
use super::session::{Session, typed};

/// The most records that a search for one by its name gives.
const MOST_SYMBOLS: usize = 200;

/// Answers a request; an error is a code of the protocol and words.
pub fn answer(session: &mut Session, request: Request) -> Result<Value, (ErrorCode, String)> {
    // What is told of other places must fit the text that the editor has.
    if session.is_dirty() && request.method != CompletionRequest::METHOD {
        session.renew();
    }
    let params = request.params;
    match request.method.as_str() {
        CompletionRequest::METHOD => answer_with(params, |params| completions(session, &params)),
        HoverRequest::METHOD => answer_with(params, |params| hover(session, &params)),
        GotoDefinition::METHOD => answer_with(params, |params| definition(session, &params)),
        References::METHOD => answer_with(params, |params| references(session, &params)),
        DocumentSymbolRequest::METHOD => answer_with(params, |params| symbols(session, &params)),
        WorkspaceSymbolRequest::METHOD => answer_with(params, |params| Some(records(session, &params))),
        PrepareRenameRequest::METHOD => answer_with(params, |params| renamable(session, &params)),
        Rename::METHOD => renamed(session, params),
        Formatting::METHOD => answer_with(params, |params| formatted(session, &params)),
        CodeActionRequest::METHOD => answer_with(params, |params| fixes(session, &params)),
        method => Err((ErrorCode::MethodNotFound, format!("`{method}` is not known here"))),
    }
}

fn answer_with<P: serde::de::DeserializeOwned, R: serde::Serialize>(
    params: Value,
    answer: impl FnOnce(P) -> Option<R>,
) -> Result<Value, (ErrorCode, String)> {
    let Some(params) = typed(params) else {
        return Err((ErrorCode::InvalidParams, "the request has not the form of its kind".to_owned()));
    };
    serde_json::to_value(answer(params)).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

/// The faults of each file that has any.
pub fn diagnostics(session: &Session) -> BTreeMap<String, Vec<lsp_types::Diagnostic>> {
    let mut found: BTreeMap<String, Vec<lsp_types::Diagnostic>> = BTreeMap::new();
    for diagnostic in session.inspection.diagnostics.iter() {
        let path = session.inspection.workspace.files.get(diagnostic.span.file).path.to_string();
        found.entry(path).or_default().push(told(session, diagnostic));
    }
    found
}

fn told(session: &Session, diagnostic: &Diagnostic) -> lsp_types::Diagnostic {
    let help = diagnostic.help.iter().map(|help| format!("help: {help}"));
    let remarks = diagnostic.notes.iter().filter(|note| note.span.is_none()).map(|note| note.message.clone());
    let message: Vec<String> = [diagnostic.message.clone()].into_iter().chain(remarks).chain(help).collect();
    let related = diagnostic.notes.iter().filter_map(|note| {
        let location = location(session, note.span?)?;
        Some(DiagnosticRelatedInformation { location, message: note.message.clone() })
    });
    let related: Vec<DiagnosticRelatedInformation> = related.collect();
    lsp_types::Diagnostic {
        range: range(session, diagnostic.span),
        severity: Some(match diagnostic.fault.level {
            Level::Error => DiagnosticSeverity::ERROR,
            Level::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(diagnostic.fault.code.to_owned())),
        source: Some("collatio".to_owned()),
        message: message.join("\n"),
        related_information: Some(related).filter(|related| !related.is_empty()),
        ..lsp_types::Diagnostic::default()
    }
}

/// The positions of a span in the text that was read last.
fn range(session: &Session, span: Span) -> lsp_types::Range {
    let text = &session.inspection.workspace.files.get(span.file).text;
    place::range(text, span.range(), session.encoding)
}

fn location(session: &Session, span: Span) -> Option<Location> {
    let path = &session.inspection.workspace.files.get(span.file).path;
    Some(Location::new(session.uri_of(path)?, range(session, span)))
}

fn completions(session: &Session, params: &CompletionParams) -> Option<Vec<CompletionItem>> {
    let at = &params.text_document_position;
    let (file, text) = session.document(&at.text_document.uri)?;
    let offset = place::offset(&text, at.position, session.encoding);
    let list = editor::complete(&session.inspection.workspace, file, &text, offset);
    Some(list.into_iter().map(|completion| item(session, &text, completion)).collect())
}

fn item(session: &Session, text: &str, completion: Completion) -> CompletionItem {
    let range = place::range(text, completion.replaces.clone(), session.encoding);
    let (format, new_text) = match completion.caret == completion.insert.len() {
        true => (InsertTextFormat::PLAIN_TEXT, completion.insert),
        false => {
            // In a snippet these three have a meaning.
            let escaped = |text: &str| text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
            let (before, behind) = completion.insert.split_at(completion.caret);
            (InsertTextFormat::SNIPPET, format!("{}$0{}", escaped(before), escaped(behind)))
        }
    };
    CompletionItem {
        kind: Some(match completion.kind {
            CompletionKind::Field => CompletionItemKind::FIELD,
            CompletionKind::Table => CompletionItemKind::STRUCT,
            CompletionKind::Word => CompletionItemKind::ENUM_MEMBER,
            CompletionKind::Record => CompletionItemKind::REFERENCE,
        }),
        sort_text: Some(format!("{}{}", completion.rank, completion.label)),
        filter_text: Some(completion.label.clone()),
        label: completion.label,
        detail: Some(completion.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(completion.documentation).filter(|text| !text.is_empty()).map(|text| markdown(text).into()),
        insert_text_format: Some(format),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
        ..CompletionItem::default()
    }
}

struct Markdown(MarkupContent);

impl From<Markdown> for Documentation {
    fn from(text: Markdown) -> Documentation {
        Documentation::MarkupContent(text.0)
    }
}

fn markdown(value: String) -> Markdown {
    Markdown(MarkupContent { kind: MarkupKind::Markdown, value })
}

fn hover(session: &Session, params: &HoverParams) -> Option<Hover> {
    let at = &params.text_document_position_params;
    let (file, text) = session.document(&at.text_document.uri)?;
    let offset = place::offset(&text, at.position, session.encoding);
    let (word, words) = editor::hover(&session.inspection.workspace, file, &text, offset)?;
    let range = Some(place::range(&text, word, session.encoding));
    Some(Hover { contents: HoverContents::Markup(markdown(words).0), range })
}

fn definition(session: &Session, params: &GotoDefinitionParams) -> Option<Location> {
    let at = &params.text_document_position_params;
    let (file, text) = session.document(&at.text_document.uri)?;
    let offset = place::offset(&text, at.position, session.encoding);
    location(session, editor::definition(&session.inspection.workspace, file, offset)?)
}

fn references(session: &Session, params: &ReferenceParams) -> Option<Vec<Location>> {
    let at = &params.text_document_position;
    let workspace = &session.inspection.workspace;
    let (file, text) = session.document(&at.text_document.uri)?;
    let offset = place::offset(&text, at.position, session.encoding);
    let record = editor::mentioned_at(workspace, file, offset)?.record;
    let own = workspace.entry(record.kind, &record.id).filter(|_| params.context.include_declaration);
    let spans = editor::references(workspace, &record).into_iter().chain(own.map(|own| own.at));
    Some(spans.filter_map(|span| location(session, span)).collect())
}

#[expect(deprecated, reason = "the type of the protocol has a field that nobody fills any more")]
fn symbols(session: &Session, params: &DocumentSymbolParams) -> Option<Vec<DocumentSymbol>> {
    let (file, text) = session.document(&params.text_document.uri)?;
    let is_settings = &*session.inspection.workspace.files.get(file).path == "collatio.toml";
    let symbol = |heading: &Heading| DocumentSymbol {
        name: if heading.name.is_empty() { "…".to_owned() } else { heading.name.clone() },
        detail: None,
        kind: if heading.is_table { SymbolKind::STRUCT } else { SymbolKind::STRING },
        tags: None,
        deprecated: None,
        range: place::range(&text, heading.whole.clone(), session.encoding),
        selection_range: place::range(&text, heading.line.clone(), session.encoding),
        children: None,
    };
    let list = editor::outline(&text, is_settings);
    Some(nested(&list, &symbol))
}

/// The headings as a tree: what lies within another is its child.
fn nested(list: &[Heading], symbol: &impl Fn(&Heading) -> DocumentSymbol) -> Vec<DocumentSymbol> {
    let mut out = Vec::new();
    let mut rest = list;
    while let [first, behind @ ..] = rest {
        let count = behind.iter().take_while(|other| other.whole.start < first.whole.end).count();
        let children = nested(&behind[..count], symbol);
        out.push(DocumentSymbol { children: Some(children).filter(|list| !list.is_empty()), ..symbol(first) });
        rest = &behind[count..];
    }
    out
}

#[expect(deprecated, reason = "the type of the protocol has a field that nobody fills any more")]
fn records(session: &Session, params: &WorkspaceSymbolParams) -> Vec<SymbolInformation> {
    let wanted = params.query.to_lowercase();
    let fits = |entry: &editor::Entry| entry.id.contains(&wanted) || entry.title.to_lowercase().contains(&wanted);
    let found = session.inspection.workspace.all_entries().filter(fits).take(MOST_SYMBOLS);
    let symbol = |entry: editor::Entry| {
        Some(SymbolInformation {
            name: entry.title,
            kind: SymbolKind::OBJECT,
            tags: None,
            deprecated: None,
            location: location(session, entry.at)?,
            container_name: Some(format!("{} {}", entry.kind.word(), entry.id)),
        })
    };
    found.filter_map(symbol).collect()
}

/// The id at a place that can be changed, with its bytes.
fn renamable(session: &Session, at: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let workspace = &session.inspection.workspace;
    let (file, text) = session.document(&at.text_document.uri)?;
    let offset = place::offset(&text, at.position, session.encoding);
    let found = editor::mentioned_at(workspace, file, offset)?;
    let placeholder = found.record.id.to_string();
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: range(session, found.span), placeholder })
}

/// The edits and moves that give a record another id; an error says why it cannot have it.
fn renamed(session: &Session, params: Value) -> Result<Value, (ErrorCode, String)> {
    let invalid = |why: String| (ErrorCode::InvalidParams, why);
    let Some(params) = typed::<RenameParams>(params) else {
        return Err(invalid("the request has not the form of its kind".to_owned()));
    };
    let at = &params.text_document_position;
    let found = session.document(&at.text_document.uri).and_then(|(file, text)| {
        let offset = place::offset(&text, at.position, session.encoding);
        editor::mentioned_at(&session.inspection.workspace, file, offset)
    });
    let Some(found) = found else { return Err(invalid("no id of a record stands here".to_owned())) };
    let old = format!("{}:{}", found.record.kind.word(), found.record.id);
    let renaming = desk::rename(&session.input, &old, &params.new_name, desk::OldId::Kept)
        .map_err(|refused| (ErrorCode::RequestFailed, format!("{}; {}", refused.why, refused.help)))?;
    let edits = renaming.edits.iter().filter_map(|edit| {
        let old = edit.old.as_deref().unwrap_or_default();
        let whole = TextEdit { range: place::range(old, 0..old.len(), session.encoding), new_text: edit.new.clone() };
        let text_document = OptionalVersionedTextDocumentIdentifier { uri: session.uri_of(&edit.path)?, version: None };
        let edit = TextDocumentEdit { text_document, edits: vec![lsp_types::OneOf::Left(whole)] };
        Some(DocumentChangeOperation::Edit(edit))
    });
    let moves = renaming.moves.iter().filter_map(|(from, to)| {
        let (old_uri, new_uri) = (session.uri_of(from)?, session.uri_of(to)?);
        let file = RenameFile { old_uri, new_uri, options: None, annotation_id: None };
        Some(DocumentChangeOperation::Op(ResourceOp::Rename(file)))
    });
    let changes = DocumentChanges::Operations(edits.chain(moves).collect());
    let edit = WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() };
    serde_json::to_value(edit).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

fn formatted(session: &Session, params: &DocumentFormattingParams) -> Option<Vec<TextEdit>> {
    let (file, text) = session.document(&params.text_document.uri)?;
    let new_text = editor::formatted(&session.inspection.workspace.files.get(file).path, &text)?;
    Some(vec![TextEdit { range: place::range(&text, 0..text.len(), session.encoding), new_text }])
}

fn fixes(session: &Session, params: &CodeActionParams) -> Option<Vec<CodeAction>> {
    let (file, text) = session.document(&params.text_document.uri)?;
    let wants = |kind: &CodeActionKind| {
        let only = params.context.only.as_ref();
        only.is_none_or(|only| only.iter().any(|wanted| kind.as_str().starts_with(wanted.as_str())))
    };
    let edit_of = |edits: Vec<TextEdit>| WorkspaceEdit {
        changes: Some([(params.text_document.uri.clone(), edits)].into()),
        ..WorkspaceEdit::default()
    };
    let mut actions = Vec::new();
    if wants(&CodeActionKind::QUICKFIX) {
        for diagnostic in here(session, file) {
            let at = range(session, diagnostic.span);
            let Some((edit, title)) = edit(session, &text, diagnostic).filter(|_| touches(at, params.range)) else {
                continue;
            };
            actions.push(CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![told(session, diagnostic)]),
                edit: Some(edit_of(vec![edit])),
                is_preferred: Some(true),
                ..CodeAction::default()
            });
        }
    }
    let certain: Vec<TextEdit> = here(session, file)
        .filter(|diagnostic| diagnostic.fix.as_ref().is_some_and(|fix| fix.is_certain))
        .filter_map(|diagnostic| Some(edit(session, &text, diagnostic)?.0))
        .collect();
    if wants(&CodeActionKind::SOURCE_FIX_ALL) && !certain.is_empty() {
        actions.push(CodeAction {
            title: "Correct all that is certain".to_owned(),
            kind: Some(CodeActionKind::SOURCE_FIX_ALL),
            edit: Some(edit_of(certain)),
            ..CodeAction::default()
        });
    }
    Some(actions)
}

fn here(session: &Session, file: FileId) -> impl Iterator<Item = &Diagnostic> {
    session.inspection.diagnostics.iter().filter(move |diagnostic| diagnostic.span.file == file)
}

/// The edit of a diagnostic's fix, and what it is called.
fn edit(session: &Session, text: &str, diagnostic: &Diagnostic) -> Option<(TextEdit, String)> {
    let fix = diagnostic.fix.as_ref()?;
    let (range, new_text): (Range<usize>, String) = fix.edit(text, diagnostic.span)?;
    let title = match &fix.change {
        Change::Words(words) | Change::Whole(words) if words.trim().is_empty() => "Type an ordinary space".to_owned(),
        Change::Words(words) | Change::Whole(words) => format!("Write {words}"),
        Change::DeleteLine => "Delete the line".to_owned(),
        Change::Line(line) => format!("Write {}", line.trim()),
        Change::InsertLine(line) => format!("Add {}", line.trim()),
    };
    Some((TextEdit { range: place::range(text, range, session.encoding), new_text }, title))
}

fn touches(a: lsp_types::Range, b: lsp_types::Range) -> bool {
    a.start <= b.end && b.start <= a.end
}
