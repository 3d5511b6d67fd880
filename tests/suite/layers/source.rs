//! The sources as the tests of layers read them: modules, what each imports, mentions, implements and calls.
//!
//! The text is cut into tokens by `proc-macro2`, so that strings, comments and the arguments of macros are what they are
//! for the compiler. Names are resolved as far as modules, `use` and re-exports go; types are not inferred.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The module tree to which a file belongs: the library's or the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crate {
    Library,
    Program,
}

/// A module: its crate, and the names from the root of it.
pub type Module = (Crate, Vec<String>);

/// One name that a `use` brings in.
#[derive(Clone, Debug)]
pub struct Import {
    pub path: Vec<String>,
    /// The name under which it is known here; `*` for all of a module.
    pub name: String,
    /// `pub`, in whichever measure: handed on, not used here.
    pub handed_on: bool,
}

/// An `impl X { … }`.
#[derive(Clone, Debug)]
pub struct Methods {
    /// The path of the type, without its parameters.
    pub of: Vec<String>,
    pub names: BTreeSet<String>,
}

/// A function with a body.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    /// Its lines, the first and the last, counted from 1.
    pub lines: (usize, usize),
}

/// A file of `src`, read.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
    pub module: Module,
    pub imports: Vec<Import>,
    /// Paths in the code outside of `use`, tests left out; also single names.
    pub mentions: BTreeSet<Vec<String>>,
    /// Single names that are called like a function.
    pub calls: BTreeSet<String>,
    /// Names that are called like a method: `.name(`.
    pub method_calls: BTreeSet<String>,
    pub methods: Vec<Methods>,
    /// Modules that are declared for tests alone.
    pub test_modules: BTreeSet<String>,
    pub functions: Vec<Function>,
}

/// The files that belong to the program; all others are the library's.
const PROGRAM: &[&str] = &["main", "cli", "console", "explain", "lsp", "new", "serve"];

/// The module of a file of `src`.
fn module_of(path: &str) -> Module {
    let below = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let parts: Vec<String> = below.split('/').map(str::to_owned).collect();
    let of = if PROGRAM.contains(&parts[0].as_str()) { Crate::Program } else { Crate::Library };
    match below {
        "lib" | "main" => (of, Vec::new()),
        _ => (of, parts),
    }
}

impl Source {
    pub fn read(path: &str, text: &str) -> Source {
        let mut source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
            module: module_of(path),
            imports: Vec::new(),
            mentions: BTreeSet::new(),
            calls: BTreeSet::new(),
            method_calls: BTreeSet::new(),
            methods: Vec::new(),
            test_modules: BTreeSet::new(),
            functions: Vec::new(),
        };
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        source.find_functions(&stream);
        source.find_methods(&stream);
        let row = source.lay_without_tests(stream);
        source.find_paths(&row);
        source
    }

    /// The room: the first folder or file below `src`.
    pub fn room(&self) -> &str {
        self.module.1.first().map_or("lib", String::as_str)
    }

    /// Whether the file is a ceiling: it declares the modules that lie in its folder.
    pub fn is_ceiling(&self) -> bool {
        self.path.ends_with("/mod.rs") || self.module.1.is_empty()
    }

    fn find_functions(&mut self, stream: &TokenStream) {
        let tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => self.find_functions(&group.stream()),
                TokenTree::Ident(word) if word == "fn" => {
                    let Some(TokenTree::Ident(name)) = tokens.get(at + 1) else { continue };
                    let end = tokens[at..].iter().find(|token| is_mark(token, ';') || is_braced(token));
                    if let Some(TokenTree::Group(body)) = end {
                        let lines = (word.span().start().line, body.span_close().end().line);
                        self.functions.push(Function { name: name.to_string(), lines });
                    }
                }
                _ => {}
            }
        }
    }

    fn find_methods(&mut self, stream: &TokenStream) {
        let tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            if let Some(end) = test_item(&tokens, at) {
                at = end;
                continue;
            }
            let begins = at == 0
                || matches!(&tokens[at - 1], TokenTree::Group(group) if group.delimiter() != Delimiter::None)
                || is_mark(&tokens[at - 1], ';');
            if begins && is_word(&tokens[at], "impl") {
                let end = at + tokens[at..].iter().position(is_braced).expect("an `impl` has a body");
                let of = implemented(&tokens[at + 1..end]);
                if let (Some(of), TokenTree::Group(body)) = (of, &tokens[end]) {
                    self.methods.push(Methods { of, names: names_of_functions(body.stream()) });
                }
                at = end;
            }
            at += 1;
        }
    }

    /// The tokens in one row, what is for tests alone left out.
    fn lay_without_tests(&mut self, stream: TokenStream) -> Vec<String> {
        let mut out = Vec::new();
        overlay(stream.into_iter().collect(), &mut out, &mut |tokens, at| {
            let end = test_item(tokens, at)?;
            let mut words = tokens[at..end].iter().skip_while(|token| !is_word(token, "mod"));
            if let (Some(TokenTree::Ident(name)), Some(last)) = (words.nth(1), words.next())
                && is_mark(last, ';')
            {
                self.test_modules.insert(name.to_string());
            }
            Some(end)
        });
        out
    }

    fn find_paths(&mut self, tokens: &[String]) {
        let token = |at: usize| tokens.get(at).map_or("", String::as_str);
        let mut at = 0;
        while at < tokens.len() {
            if token(at) == "use" && token(at + 1) != "<" {
                let handed_on = at > 0 && (token(at - 1) == "pub" || token(at - 1) == ")");
                let begin = if token(at + 1) == "::" { at + 2 } else { at + 1 };
                at = self.import(tokens, begin, &mut Vec::new(), handed_on);
                continue;
            }
            let is_member = at > 0 && token(at - 1) == ".";
            if is_member && is_name(token(at)) && matches!(token(at + 1), "(" | "::") {
                self.method_calls.insert(token(at).to_owned());
            }
            let outside = at > 0 && token(at - 1) == "::";
            if !is_name(token(at)) || is_member || outside && at > 1 && is_name(token(at - 2)) {
                at += 1;
                continue;
            }
            let mut path = vec![token(at).to_owned()];
            while token(at + 1) == "::" && is_name(token(at + 2)) {
                path.push(token(at + 2).to_owned());
                at += 2;
            }
            if path.len() == 1 && token(at + 1) == "(" {
                self.calls.insert(path[0].clone());
            }
            // `::name` is another crate's.
            if !outside || path.first().is_some_and(|first| first == "collatio") {
                self.mentions.insert(path);
            }
            at += 1;
        }
    }

    /// Reads one branch of a `use` from `at`; returns where it ends.
    fn import(&mut self, tokens: &[String], mut at: usize, above: &mut Vec<String>, handed_on: bool) -> usize {
        let depth = above.len();
        loop {
            match tokens.get(at).map(String::as_str) {
                Some("::") => at += 1,
                Some("{") => {
                    at += 1;
                    while tokens.get(at).is_some_and(|t| t != "}") {
                        at = self.import(tokens, at, above, handed_on);
                        at += usize::from(tokens.get(at).is_some_and(|t| t == ","));
                    }
                    above.truncate(depth);
                    return at + 1;
                }
                Some(word) if is_name(word) || word == "*" => {
                    above.push(word.to_owned());
                    at += 1;
                    if tokens.get(at).is_none_or(|t| t != "::") {
                        break;
                    }
                }
                _ => return at + 1,
            }
        }
        let mut path = above.clone();
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let mut name = path.last().cloned().unwrap_or_default();
        if tokens.get(at).is_some_and(|t| t == "as") {
            name.clone_from(&tokens[at + 1]);
            at += 2;
        }
        self.imports.push(Import { path, name, handed_on });
        above.truncate(depth);
        at
    }
}

/// The tokens of a text in one row, those for tests too.
pub fn tokens(text: &str) -> Vec<String> {
    let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
    let mut out = Vec::new();
    overlay(stream.into_iter().collect(), &mut out, &mut |_, _| None);
    out
}

/// Lays tokens in a row and opens their groups; `skip` says where what is left out ends.
fn overlay(tokens: Vec<TokenTree>, out: &mut Vec<String>, skip: &mut dyn FnMut(&[TokenTree], usize) -> Option<usize>) {
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = skip(&tokens, at) {
            at = end;
            continue;
        }
        let is_double = |mark: char| tokens.get(at + 1).is_some_and(|next| is_mark(next, mark));
        match &tokens[at] {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                out.push(open.to_owned());
                overlay(group.stream().into_iter().collect(), out, skip);
                out.push(close.to_owned());
            }
            TokenTree::Ident(word) => out.push(word.to_string().trim_start_matches("r#").to_owned()),
            // A lifetime is no name.
            TokenTree::Punct(mark) if mark.as_char() == '\'' => at += 1,
            TokenTree::Punct(mark) if mark.as_char() == ':' && is_double(':') => {
                out.push("::".to_owned());
                at += 1;
            }
            TokenTree::Punct(mark) => out.push(mark.as_char().to_string()),
            TokenTree::Literal(_) => out.push("\"\"".to_owned()),
        }
        at += 1;
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Where the item ends that begins at `at` with `#[cfg(test)]` or `#[test]`; `None`: none does.
fn test_item(tokens: &[TokenTree], at: usize) -> Option<usize> {
    let attribute = |at: usize| match (tokens.get(at), tokens.get(at + 1)) {
        (Some(mark), Some(TokenTree::Group(group))) if is_mark(mark, '#') => Some(group.stream().to_string()),
        _ => None,
    };
    let words = attribute(at)?;
    if words != "test" && words.replace(' ', "") != "cfg(test)" {
        return None;
    }
    let mut end = at;
    while attribute(end).is_some() {
        end += 2;
    }
    let ends = |token: &TokenTree| is_braced(token) || is_mark(token, ';') || is_mark(token, ',');
    Some(tokens[end..].iter().position(ends).map_or(tokens.len(), |length| end + length + 1))
}

/// The type of an inherent `impl`, of the tokens between the word and the body; `None`: a trait is implemented.
fn implemented(tokens: &[TokenTree]) -> Option<Vec<String>> {
    let mut depth = 0_usize;
    let mut path = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_arrow = at > 0 && is_mark(&tokens[at - 1], '-');
        match token {
            token if is_mark(token, '<') => depth += 1,
            token if is_mark(token, '>') && !is_arrow => depth -= 1,
            _ if depth > 0 => {}
            token if is_word(token, "for") => return None,
            token if is_word(token, "where") => break,
            TokenTree::Ident(word) => path.push(word.to_string()),
            _ => {}
        }
    }
    Some(path)
}

fn names_of_functions(body: TokenStream) -> BTreeSet<String> {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let pairs = tokens.windows(2).filter(|pair| is_word(&pair[0], "fn"));
    pairs.map(|pair| pair[1].to_string()).collect()
}

/// All files of `src`, or some that a test has planted.
pub struct House {
    pub sources: Vec<Source>,
    by_module: BTreeMap<Module, usize>,
}

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Module(Module),
    /// Something that this file defines.
    Item(usize),
    /// Another crate, or a name that is known only inside the function.
    Elsewhere,
}

impl House {
    pub fn of(files: &[(String, String)]) -> House {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::read(path, text)).collect();
        let by_module = sources.iter().enumerate().map(|(at, source)| (source.module.clone(), at)).collect();
        House { sources, by_module }
    }

    /// The files below `src` as they are.
    pub fn read() -> House {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let walk = walkdir::WalkDir::new(root.join("src")).sort_by_file_name().into_iter();
        let files = walk.map(|entry| entry.expect("the sources can be read"));
        let files: Vec<(String, String)> = files
            .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
            .map(|entry| {
                let below = entry.path().strip_prefix(root).expect("it lies below");
                let text = std::fs::read_to_string(entry.path()).expect("sources are text");
                (below.to_string_lossy().replace('\\', "/"), text)
            })
            .collect();
        House::of(&files)
    }

    /// Whether a file is compiled for tests alone.
    pub fn is_for_tests(&self, source: &Source) -> bool {
        let (of, parts) = &source.module;
        (0..parts.len()).any(|depth| {
            let above = self.by_module.get(&(*of, parts[..depth].to_vec()));
            above.is_some_and(|at| self.sources[*at].test_modules.contains(&parts[depth]))
        })
    }

    /// What a path in the file `from` leads to.
    pub fn resolve(&self, from: usize, path: &[String]) -> Target {
        self.lead(from, path, None, 16)
    }

    /// `but` is the import that is being resolved itself: it does not lead to itself.
    fn lead(&self, from: usize, path: &[String], but: Option<&str>, patience: u8) -> Target {
        let Some(patience) = patience.checked_sub(1) else { return Target::Elsewhere };
        let source = &self.sources[from];
        let (of, parts) = source.module.clone();
        let (first, rest) = path.split_first().expect("a path has a name");
        match first.as_str() {
            "crate" => self.walk((of, Vec::new()), rest, patience),
            "collatio" => self.walk((Crate::Library, Vec::new()), rest, patience),
            "self" => self.walk((of, parts), rest, patience),
            "super" => {
                let mut above = parts;
                above.pop();
                let more = rest.iter().take_while(|word| *word == "super").count();
                above.truncate(above.len().saturating_sub(more));
                self.walk((of, above), &rest[more..], patience)
            }
            name => {
                let child = (of, [parts, vec![name.to_owned()]].concat());
                if self.by_module.contains_key(&child) {
                    return self.walk(child, rest, patience);
                }
                let import = source.imports.iter().find(|import| import.name == name && but != Some(name));
                let Some(import) = import else { return Target::Elsewhere };
                match self.lead(from, &import.path, Some(name), patience) {
                    Target::Module(module) => self.walk(module, rest, patience),
                    other => other,
                }
            }
        }
    }

    /// Goes on from a module.
    fn walk(&self, module: Module, path: &[String], patience: u8) -> Target {
        let Some(at) = self.by_module.get(&module).copied() else { return Target::Elsewhere };
        let Some((first, rest)) = path.split_first() else { return Target::Module(module) };
        if first == "*" {
            return Target::Item(at);
        }
        let child = (module.0, [module.1.clone(), vec![first.clone()]].concat());
        if self.by_module.contains_key(&child) {
            return self.walk(child, rest, patience);
        }
        let import = self.sources[at].imports.iter().find(|import| import.name == *first);
        let Some(import) = import else { return Target::Item(at) };
        match self.lead(at, &import.path, Some(first), patience) {
            Target::Module(module) => self.walk(module, rest, patience),
            other => other,
        }
    }

    /// The file of a module.
    pub fn file_of(&self, module: &Module) -> usize {
        self.by_module[module]
    }
}
