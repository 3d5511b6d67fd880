//! `collatio lsp`: a language server over standard input and output, for editors.
//!
//! Faults are those of `check` on content and configuration, found again after each pause in typing, over the text as it
//! stands in the editor. Requests are answered from the law that was read last; what was typed since is met by the text.

mod answer;
mod place;
mod session;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use collatio::disk::SystemError;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{Notification as _, PublishDiagnostics};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, InitializeParams, OneOf, PositionEncodingKind,
    PublishDiagnosticsParams, RenameOptions, ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
};
use serde_json::json;

use place::Encoding;
use session::Session;

/// How long nothing may be typed before the site is read again.
const QUIET: Duration = Duration::from_millis(120);

/// Serves one editor until it says goodbye. The site is the folder `root`, else the one that the editor opens, or the
/// nearest above it with a `collatio.toml`.
pub fn serve(root: Option<&Path>) -> Result<(), SystemError> {
    let (connection, threads) = Connection::stdio();
    let torn = |error: &dyn std::fmt::Display| SystemError::new("the editor hung up", error.to_string());
    let (id, params) = connection.initialize_start().map_err(|error| torn(&error))?;
    let params: InitializeParams = serde_json::from_value(params).map_err(|error| torn(&error))?;
    let encoding = Encoding::of(&params);
    let root = root.map(Path::to_owned).or_else(|| opened(&params)).unwrap_or_else(|| PathBuf::from("."));
    let root = site_of(&root.canonicalize().unwrap_or(root));
    let about = json!({
        "capabilities": capabilities(encoding),
        "serverInfo": { "name": "collatio", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, about).map_err(|error| torn(&error))?;
    let mut session = Session::new(root, encoding);
    publish(&mut session, &connection);
    let ended = listen(&connection, &mut session);
    drop(connection);
    threads.join().map_err(|error| torn(&error))?;
    ended.map_err(|error| torn(&error))
}

/// The folder that the editor has opened.
fn opened(params: &InitializeParams) -> Option<PathBuf> {
    let first = params.workspace_folders.as_ref().and_then(|list| list.first());
    #[expect(deprecated, reason = "older editors send the root alone")]
    let root = first.map(|folder| &folder.uri).or(params.root_uri.as_ref())?;
    place::path_of(root)
}

/// The nearest folder with a `collatio.toml`, upwards from `folder`; `folder` itself where there is none.
fn site_of(folder: &Path) -> PathBuf {
    let found = folder.ancestors().find(|above| above.join("collatio.toml").is_file());
    found.unwrap_or(folder).to_owned()
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    let triggers = ["\"", "[", "@", "/", "=", " "].map(str::to_owned).to_vec();
    ServerCapabilities {
        position_encoding: Some(match encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::Supported(true)),
            ..TextDocumentSyncOptions::default()
        })),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(triggers),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_formatting_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        code_action_provider: Some(
            CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::SOURCE_FIX_ALL]),
                ..CodeActionOptions::default()
            }
            .into(),
        ),
        ..ServerCapabilities::default()
    }
}

/// Takes messages until the editor ends the session.
fn listen(connection: &Connection, session: &mut Session) -> Result<(), lsp_server::ProtocolError> {
    loop {
        let message = if session.is_dirty() {
            match connection.receiver.recv_timeout(QUIET) {
                Ok(message) => message,
                Err(error) if error.is_timeout() => {
                    session.renew();
                    publish(session, connection);
                    continue;
                }
                Err(_) => return Ok(()),
            }
        } else {
            match connection.receiver.recv() {
                Ok(message) => message,
                Err(_) => return Ok(()),
            }
        };
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                let answered = connection.sender.send(Message::Response(answered(session, request)));
                if answered.is_err() {
                    return Ok(());
                }
            }
            Message::Notification(notification) => session.hear(notification),
            Message::Response(_) => {}
        }
    }
}

/// The answer to a request; an accident of ours costs this answer alone.
fn answered(session: &mut Session, request: Request) -> Response {
    let id = request.id.clone();
    let made = catch_unwind(AssertUnwindSafe(|| answer::answer(session, request)));
    match made {
        Ok(Ok(value)) => Response::new_ok(id, value),
        Ok(Err((code, why))) => Response::new_err(id, code as i32, why),
        Err(_) => {
            Response::new_err(id, ErrorCode::InternalError as i32, "a bug in Collatio; please report it".to_owned())
        }
    }
}

/// Sends the faults of each file that has or had any.
fn publish(session: &mut Session, connection: &Connection) {
    let found = answer::diagnostics(session);
    for (path, diagnostics) in session.with_those_gone(found) {
        let Some(uri) = session.uri_of(&path) else { continue };
        let params = PublishDiagnosticsParams { uri, diagnostics, version: None };
        let message = Notification::new(PublishDiagnostics::METHOD.to_owned(), params);
        if connection.sender.send(Message::Notification(message)).is_err() {
            return;
        }
    }
}
