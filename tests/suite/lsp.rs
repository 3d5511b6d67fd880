//! The language server, spoken to over standard input and output as an editor does.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const COUNTRY: &str = "content/countries/xr/index.md";
const FINDINGS: &str = "content/countries/xr/findings/roads.md";

/// A small site in which nothing is wrong.
fn site() -> Sandbox {
    let sandbox = Sandbox::new();
    for (path, text) in [
        ("collatio.toml", "title = \"Roads\"\nedition = \"2026-01-31\"\n"),
        (
            "content/index.md",
            "+++\ntitle = \"Дороги\"\n+++\n\nOf [[xr|Руритания]] and [[xr/code/12]] [@gazette, p. 3].\n",
        ),
        (COUNTRY, "+++\nname = \"Руритания\"\n+++\n"),
        (
            "content/countries/xr/laws/code/index.md",
            "+++\ntitle = \"Road code\"\n[[citation]]\nsource = \"gazette\"\nplace = \"p. 1\"\n+++\n",
        ),
        (
            "content/countries/xr/laws/code/12.md",
            "+++\narticle = \"12\"\n[[wording]]\nheading = \"Carts\"\nobserved = \"2020\"\nsource = \"gazette\"\nplace = \"p. 3\"\nquote = \"No cart without a lamp.\"\n+++\n",
        ),
        ("content/sources/gazette.md", "+++\ncitation = \"Royal gazette of 2020\"\n+++\n"),
        ("content/questions/roads/index.md", "+++\ntitle = \"Roads\"\n+++\n"),
        (
            "content/questions/roads/lamp.md",
            "+++\nwording = \"Must a cart have a lamp?\"\nlabel = \"Lamp\"\nkind = \"scale\"\ndomain = \"law\"\nbasis = \"provision\"\n\n[answers]\nalways = \"Day and night.\"\nat-night = \"From dusk to dawn.\"\n+++\n",
        ),
        (
            FINDINGS,
            "+++\n[[finding]]\nquestion = \"lamp\"\nanswer = \"always\"\nrests_on = [\"xr/code/12\"]\nobserved = \"2020\"\nsource = \"gazette\"\nplace = \"p. 3\"\ncoder = \"coder-1\"\n+++\n",
        ),
    ] {
        sandbox.put(path, text);
    }
    let checked = sandbox.run(&["check", "--deny", "warnings"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    sandbox
}

/// An editor that has the site open.
struct Editor<'s> {
    sandbox: &'s Sandbox,
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    number: u64,
    /// What the server said without being asked.
    told: Vec<Value>,
}

impl<'s> Editor<'s> {
    fn of(sandbox: &'s Sandbox) -> Editor<'s> {
        let mut command = sandbox.command(&["lsp"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it can be run");
        let (to, from) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        let mut editor = Editor { sandbox, child, to, from: BufReader::new(from), number: 0, told: Vec::new() };
        let root = format!("file://{}", sandbox.path().display());
        let about = editor.ask("initialize", json!({ "capabilities": {}, "processId": null, "rootUri": root }));
        assert_eq!(about["capabilities"]["positionEncoding"], "utf-16");
        editor.tell("initialized", json!({}));
        editor
    }

    fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.sandbox.path().display())
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("it listens");
        self.to.flush().expect("it listens");
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let id = self.number;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.hear();
            if message["id"] == json!(id) {
                assert!(message["error"].is_null(), "{message}");
                return message["result"].clone();
            }
            self.told.push(message);
        }
    }

    fn hear(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).expect("it speaks") > 0, "the server ended");
            if line == "\r\n" {
                break;
            }
            if let Some(number) = line.strip_prefix("Content-Length: ") {
                length = number.trim().parse().expect("it is a number");
            }
        }
        let mut text = vec![0; length];
        self.from.read_exact(&mut text).expect("it speaks");
        serde_json::from_slice(&text).expect("it is JSON")
    }

    fn open(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// The faults that the server tells of a file next, with code, line and first column.
    fn faults(&mut self, path: &str) -> Vec<Value> {
        let uri = self.uri(path);
        loop {
            let of_file = |message: &Value| {
                message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == json!(uri)
            };
            if let Some(at) = self.told.iter().position(of_file) {
                let message = self.told.remove(at);
                return message["params"]["diagnostics"].as_array().expect("a list").clone();
            }
            let message = self.hear();
            self.told.push(message);
        }
    }

    /// The request at the mark `‸` of a file, which is opened without the mark.
    fn at(&mut self, method: &str, path: &str, marked: &str) -> Value {
        let (before, behind) = marked.split_once('‸').expect("the place is marked");
        self.open(path, &format!("{before}{behind}"));
        let line = before.matches('\n').count();
        let column: usize = before.rsplit('\n').next().expect("a line").chars().map(char::len_utf16).sum();
        let position = json!({ "line": line, "character": column });
        let document = json!({ "uri": self.uri(path) });
        let mut params = json!({ "textDocument": document, "position": position });
        if method.ends_with("references") {
            params["context"] = json!({ "includeDeclaration": true });
        }
        self.ask(method, params)
    }

    fn completions(&mut self, path: &str, marked: &str) -> Vec<String> {
        let list = self.at("textDocument/completion", path, marked);
        let labels = list.as_array().expect("a list").iter();
        labels.map(|item| item["label"].as_str().expect("it has a label").to_owned()).collect()
    }
}

impl Drop for Editor<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

#[test]
fn faults_are_told_while_typing_over_text_that_is_not_saved_and_go_when_it_is_right() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    editor.open(COUNTRY, "+++\nname = \"Руритания\"\ncaptial = \"Стрельсау\"\n+++\n");
    let faults = editor.faults(COUNTRY);
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!((text(&fault["code"]), text(&fault["source"])), ("unknown-field", "collatio"));
    assert_eq!(fault["range"]["start"], json!({ "line": 2, "character": 0 }));
    assert!(text(&fault["message"]).contains("help: did you mean `capital`?"), "{fault}");
    // Only some letters are sent, counted in UTF-16 behind letters of two bytes.
    let edit = json!({
        "range": { "start": { "line": 2, "character": 3 }, "end": { "line": 2, "character": 7 } },
        "text": "ital",
    });
    let document = json!({ "uri": editor.uri(COUNTRY), "version": 2 });
    editor.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [edit] }));
    assert_eq!(editor.faults(COUNTRY), Vec::<Value>::new());
    let stored = std::fs::read_to_string(sandbox.path().join(COUNTRY)).expect("it is there");
    assert!(!stored.contains("capital"), "nothing is written");
}

#[test]
fn a_fault_in_one_file_is_told_where_another_causes_it_and_goes_with_it() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    editor.open("content/sources/gazette.md", "+++\ncitation = \"\"\n+++\n");
    assert_eq!(text(&editor.faults("content/sources/gazette.md")[0]["code"]), "empty-field");
    let document = json!({ "uri": editor.uri("content/sources/gazette.md") });
    editor.tell("textDocument/didClose", json!({ "textDocument": document }));
    assert_eq!(editor.faults("content/sources/gazette.md"), Vec::<Value>::new(), "the stored text counts again");
}

#[test]
fn a_fault_that_names_its_remedy_is_corrected_by_a_quick_fix() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    for (wrong, whole, expected) in [
        ("captial", "+++\nname = \"Я\"\ncaptial = \"Я\"\n+++\n", "capital"),
        ("2004-10", "+++\nname = \"Я\"\nfrom = 2004-10\n+++\n", "\"2004-10\""),
        ("03.04.1999", "+++\nname = \"Я\"\nfrom = \"31.12.1999\"\n+++\n", "1999-12-31"),
    ] {
        editor.open(COUNTRY, whole);
        let everywhere = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
        let params = json!({
            "textDocument": { "uri": editor.uri(COUNTRY) }, "range": everywhere, "context": { "diagnostics": [] },
        });
        let actions = editor.ask("textDocument/codeAction", params);
        let quick = actions.as_array().expect("a list").iter().find(|action| action["kind"] == "quickfix");
        let quick = quick.unwrap_or_else(|| panic!("{wrong}: {actions}"));
        let edit = &quick["edit"]["changes"][editor.uri(COUNTRY)][0];
        assert_eq!(text(&edit["newText"]), expected, "{quick}");
        assert_eq!(edit["range"]["start"]["line"], 2, "{quick}");
    }
}

#[test]
fn what_may_be_typed_is_offered_with_its_meaning() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    let fields = editor.completions(COUNTRY, "+++\nname = \"Руритания\"\nca‸\n+++\n");
    assert!(fields.contains(&"capital".to_owned()) && !fields.contains(&"name".to_owned()), "{fields:?}");
    let entry = "+++\n[[finding]]\nquestion = \"lamp\"\nanswer = \"‸\n+++\n";
    let answers = editor.completions(FINDINGS, entry);
    assert_eq!(answers[..2], ["always", "at-night"], "{answers:?}");
    assert!(!answers.contains(&"yes".to_owned()), "a scale has answers of its own: {answers:?}");
    let laws = editor.completions(FINDINGS, "+++\n[[finding]]\nrests_on = [\"xr/‸\"]\n+++\n");
    assert!(laws.contains(&"xr/code/12".to_owned()), "{laws:?}");
    let sources = editor.completions("content/index.md", "+++\ntitle = \"Дороги\"\n+++\n\nSo [@‸");
    assert_eq!(sources, ["gazette"]);
    let tables = editor.completions(FINDINGS, "+++\n[[fin‸\n+++\n");
    assert!(tables.contains(&"finding".to_owned()), "{tables:?}");
    let list = editor.at("textDocument/completion", FINDINGS, "+++\n[[finding]]\nsource = \"‸\"\n+++\n");
    assert_eq!(list[0]["detail"], "source: gazette");
    assert_eq!(list[0]["textEdit"]["newText"], "gazette");
}

#[test]
fn a_word_says_what_it_is_and_an_id_leads_to_its_record_and_back() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    let field = editor.at("textDocument/hover", COUNTRY, "+++\nna‸me = \"Руритания\"\n+++\n");
    assert!(text(&field["contents"]["value"]).contains("**`name`** (required)"), "{field}");
    let page = "+++\ntitle = \"Дороги\"\n+++\n\nOf [[xr|Руритания]] and [[xr/code/‸12]] [@gazette, p. 3].\n";
    let words = editor.at("textDocument/hover", "content/index.md", page);
    assert!(text(&words["contents"]["value"]).contains("> No cart without a lamp."), "{words}");
    let place = editor.at("textDocument/definition", "content/index.md", page);
    assert!(text(&place["uri"]).ends_with("content/countries/xr/laws/code/12.md"), "{place}");
    let mentions = editor.at("textDocument/references", "content/index.md", page);
    let files: Vec<&str> = mentions.as_array().expect("a list").iter().map(|place| text(&place["uri"])).collect();
    let count = |name: &str| files.iter().filter(|file| file.ends_with(name)).count();
    assert_eq!((count(FINDINGS), count("content/index.md"), count("code/12.md")), (1, 1, 1), "{files:?}");
}

#[test]
fn the_outline_and_the_records_of_the_site_can_be_looked_through() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    let outline = editor.at(
        "textDocument/documentSymbol",
        FINDINGS,
        &format!("‸{}", std::fs::read_to_string(sandbox.path().join(FINDINGS)).expect("it is there")),
    );
    assert_eq!(outline[0]["name"], "finding lamp");
    let found = editor.ask("workspace/symbol", json!({ "query": "руритания" }));
    assert!(text(&found[0]["location"]["uri"]).ends_with(COUNTRY), "{found}");
}

#[test]
fn a_record_gets_another_id_with_all_that_names_it_and_keeps_its_old_address() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    editor.open(
        "content/index.md",
        "+++\ntitle = \"Дороги\"\n+++\n\nOf [[xr|Руритания]] and [[xr/code/12]] [@gazette, p. 3].\n",
    );
    let params = json!({
        "textDocument": { "uri": editor.uri("content/index.md") },
        "position": { "line": 4, "character": 34 },
        "newName": "xr/code/13",
    });
    let edit = editor.ask("textDocument/rename", params);
    let changes = edit["documentChanges"].as_array().expect("a list");
    let text_of = |name: &str| {
        let of_file = |change: &&Value| change["textDocument"]["uri"].as_str().is_some_and(|uri| uri.ends_with(name));
        let change = changes.iter().find(of_file).unwrap_or_else(|| panic!("{name}: {edit}"));
        text(&change["edits"][0]["newText"]).to_owned()
    };
    assert!(text_of("content/index.md").contains("[[xr/code/13]]"), "{edit}");
    assert!(text_of(FINDINGS).contains("rests_on = [\"xr/code/13\"]"), "{edit}");
    assert!(text_of("code/12.md").contains("aliases = [\"xr/code/12\"]"), "{edit}");
    let moved = changes.iter().find(|change| change["kind"] == "rename").expect("the file moves");
    assert!(text(&moved["newUri"]).ends_with("laws/code/13.md"), "{edit}");
}

#[test]
fn strange_requests_and_texts_end_neither_the_server_nor_the_session() {
    let sandbox = site();
    let mut editor = Editor::of(&sandbox);
    editor.open("content/strange.txt", "[[");
    editor.open(COUNTRY, "+++\n[[a.\nb = {x = [\"я\", '''\n\u{301}\"\\\n");
    for position in [json!({ "line": 99, "character": 99 }), json!({ "line": 2, "character": 7 })] {
        for method in ["completion", "hover", "definition", "references", "documentSymbol"] {
            let document = json!({ "uri": editor.uri(COUNTRY) });
            let mut params = json!({ "textDocument": document, "position": position });
            if method == "references" {
                params["context"] = json!({ "includeDeclaration": false });
            }
            editor.ask(&format!("textDocument/{method}"), params);
        }
    }
    let elsewhere = json!({ "textDocument": { "uri": "untitled:1" }, "position": { "line": 0, "character": 0 } });
    assert!(editor.ask("textDocument/hover", elsewhere).is_null());
    editor.ask("shutdown", Value::Null);
    editor.tell("exit", Value::Null);
    assert!(editor.child.wait().expect("it ends").success());
}
