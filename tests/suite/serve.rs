//! The server, asked over a socket: what it shows, what it says of faults, and whom it does not answer.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::cli::site;
use crate::sandbox::{Sandbox, tree};

/// A running server, ended with the test.
struct Served {
    child: Child,
    port: u16,
}

impl Served {
    fn start(sandbox: &Sandbox) -> Served {
        Served::with(sandbox, &[])
    }

    fn with(sandbox: &Sandbox, more: &[&str]) -> Served {
        let mut command = sandbox.command(&[&["serve", "--port", "0"], more].concat());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it can be run");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let address = lines.map_while(Result::ok).find(|line| line.contains("http://127.0.0.1:"));
        let address = address.expect("it says where it serves");
        let port = address.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).expect("it has a port");
        Served { port: port.parse().expect("it is a number"), child }
    }

    fn ask(&self, host: &str, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it can be asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("it has a status");
        (status, answer)
    }

    fn get(&self, path: &str) -> (u16, String) {
        self.ask("localhost", path)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_server_shows_the_site_from_memory_and_its_faults_on_the_page() {
    let sandbox = site();
    let served = Served::start(&sandbox);
    let (status, home) = served.get("/");
    assert!(status == 200 && home.contains("Law in two countries"), "{home}");
    assert!(home.contains("/_collatio/reload.js") && home.contains("connect-src 'self'"), "{home}");
    assert!(!home.contains("class=\"collatio-faults\""), "{home}");
    assert_eq!(served.get("/countries/xa/index.html").0, 200);
    assert_eq!(served.get("/countries/xa").0, 302);
    assert_eq!(served.get("/countries/xa/").0, 200);
    assert_eq!(served.get("/no-such-page.html").0, 404);
    assert_eq!(served.get("/countries/xa/on-2004-01-01.html").0, 200, "a day that is not published");
    assert!(!sandbox.path().join("public").exists());
    // A change makes another edition; the page that waits hears of it.
    sandbox.put("content/countries/xa/index.md", "+++\nname = \"Ära\"\ncaptial = \"<script>alert(1)</script>\"\n+++\n");
    let (_, news) = served.get("/_collatio/wait?1");
    assert!(news.ends_with("\r\n\r\n2"), "{news}");
    let (status, page) = served.get("/");
    assert!(status == 200 && page.contains("class=\"collatio-faults\"") && page.contains("captial"), "{page}");
    assert!(!page.contains("<script>alert"), "{page}");
}

/// A site with one question, and a finding in each of two countries, the second of which has a fault.
fn with_a_fault() -> Sandbox {
    let sandbox = site();
    let question =
        "+++\nwording = \"Is it so?\"\nlabel = \"So\"\nkind = \"yes-no\"\ndomain = \"law\"\nbasis = \"source\"\n+++\n";
    sandbox.put("content/questions/s/index.md", "+++\ntitle = \"Section\"\n+++\n");
    sandbox.put("content/questions/s/q.md", question);
    sandbox.put("content/sources/book.md", "+++\ncitation = \"A book\"\n+++\n");
    for (country, answer) in [("xa", "yes"), ("xb", "yess")] {
        let finding = format!(
            "+++\n[[finding]]\nquestion = \"q\"\nanswer = \"{answer}\"\nrests_on = [\"source\"]\nsource = \"book\"\n\
             place = \"p. 1\"\nobserved = \"2005\"\ncoder = \"c\"\n+++\n"
        );
        sandbox.put(&format!("content/countries/{country}/findings/s.md"), finding);
    }
    sandbox.put("content/topics/later.md", "+++\ntitle = \"Later\"\ndraft = true\n+++\n");
    sandbox
}

#[test]
fn a_fault_stands_beside_its_cell_and_a_link_opens_the_file_where_an_editor_is_named() {
    let sandbox = with_a_fault();
    let served = Served::with(&sandbox, &["--drafts", "--editor", "vscode://file/{path}:{line}"]);
    let here = "<small class=\"collatio-here\"><b>error[answer-not-listed]</b>";
    let (_, matrix) = served.get("/matrix/index.html");
    assert_eq!(matrix.matches(here).count(), 1, "{matrix}");
    let (before, _) = matrix.split_once(here).expect("it is there");
    assert!(
        before.ends_with("</a>") && before[..before.len() - 4].rfind("<td") > before.rfind("#country-xa"),
        "{matrix}"
    );
    let (_, question) = served.get("/questions/q.html");
    assert!(question.contains(here), "{question}");
    let path = sandbox.path().join("content/countries/xb/findings/s.md").to_string_lossy().replace('\\', "/");
    let opens = format!("href=\"vscode://file/{}:2\"", path.trim_start_matches('/'));
    assert!(question.contains(&opens), "{opens}: {question}");
    let (_, country) = served.get("/countries/xa/index.html");
    assert!(country.contains(">content/countries/xa/index.md</a></p>"), "{country}");
    assert_eq!(served.get("/topics/later.html").0, 200, "a draft is shown where it is asked for");
    let served = Served::start(&sandbox);
    let (_, country) = served.get("/countries/xa/index.html");
    assert!(!country.contains("collatio-edit") && !country.contains("vscode:"), "{country}");
    assert_eq!(served.get("/topics/later.html").0, 404);
    assert_eq!(sandbox.run(&["serve", "--editor", "vim"]).code, 2);
}

#[test]
fn a_page_of_a_second_language_leads_to_the_file_of_its_translation() {
    let sandbox = Sandbox::new();
    for (path, bytes) in tree(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/bilingual")) {
        sandbox.put(&path, bytes);
    }
    let served = Served::with(&sandbox, &["--editor", "vscode://file/{path}:{line}"]);
    for (page, file) in [
        ("/countries/xs/index.html", "content/countries/xs/index.md"),
        ("/ru/countries/xs/index.html", "content/countries/xs/index.ru.md"),
        // What nobody has translated is shown in the first language, and written there.
        ("/ru/topics/bridges.html", "content/topics/bridges.md"),
    ] {
        let (code, shown) = served.get(page);
        assert!(code == 200 && shown.contains(&format!(">{file}</a></p>")), "{page}: {file}: {code}");
    }
}

#[test]
fn the_search_finds_what_was_written_a_moment_ago() {
    let sandbox = site();
    let served = Served::start(&sandbox);
    let records = || served.get("/search/r0.js").1;
    assert!(!records().contains("Kettledrum"));
    let mut number = String::from("1");
    for word in ["Kettledrum", "Glockenspiel"] {
        sandbox.put("content/pages/news.md", format!("+++\ntitle = \"{word}\"\n+++\n\nWords.\n"));
        // The file may be read before it is whole, and then once more.
        while !records().contains(word) {
            let (_, news) = served.get(&format!("/_collatio/wait?{number}"));
            let next = news.rsplit("\r\n").next().unwrap_or_default().to_owned();
            assert_ne!(next, number, "nothing changed, and `{word}` is not found");
            number = next;
        }
        assert_eq!(served.get("/search/head.js").0, 200);
    }
}

#[test]
fn the_server_answers_only_names_of_this_machine_and_never_leaves_the_site() {
    let sandbox = site();
    let served = Served::start(&sandbox);
    assert_eq!(served.ask("evil.example", "/").0, 403);
    assert_eq!(served.ask(&format!("127.0.0.1:{}", served.port), "/").0, 200);
    for path in ["/../collatio.toml", "/%2e%2e/collatio.toml", "/..%5ccollatio.toml", "/collatio.toml", "//etc/passwd"]
    {
        let (status, answer) = served.get(path);
        assert!(status == 404 || status == 400, "{path}: {answer}");
        assert!(!answer.contains("edition = "), "{path}");
    }
    let taken = sandbox.run(&["serve", "--port", &served.port.to_string()]);
    assert_eq!(taken.code, 2);
    assert!(taken.err.contains("--port 0"), "{}", taken.err);
}

/// What the server says to bytes that are no proper request.
fn says(served: &Served, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).expect("it listens");
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_request_has_limits_and_only_the_first_of_a_connection_is_answered() {
    let sandbox = site();
    let served = Served::start(&sandbox);
    for host in ["LOCALHOST", "LocalHost:80", "127.0.0.1", "[::1]:8000"] {
        assert_eq!(served.ask(host, "/").0, 200, "{host}");
    }
    let long = format!("GET / HTTP/1.1\r\nHost: localhost\r\nA: {}\r\n\r\n", "a".repeat(20_000));
    assert!(says(&served, long.as_bytes()).starts_with("HTTP/1.1 431 "));
    let many = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "A: b\r\n".repeat(200));
    assert!(says(&served, many.as_bytes()).starts_with("HTTP/1.1 431 "));
    let endless = "a".repeat(100_000);
    assert!(!says(&served, endless.as_bytes()).contains(" 200 "));
    assert!(says(&served, b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n").starts_with("HTTP/1.1 405 "));
    let one = "GET /404.html HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let answers = says(&served, one.repeat(200).as_bytes());
    assert_eq!(answers.matches("HTTP/1.1 200 ").count(), 1, "{answers}");
    let head = says(&served, b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn clients_that_never_ask_never_read_or_wait_keep_nobody_from_the_site() {
    let sandbox = site();
    let served = Served::start(&sandbox);
    let open = |bytes: &[u8]| {
        let mut stream = TcpStream::connect(("127.0.0.1", served.port)).expect("it listens");
        stream.write_all(bytes).expect("it can be asked");
        stream
    };
    let big = b"GET /assets/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let silent: Vec<TcpStream> = (0..40).map(|_| open(b"GET / HT")).collect();
    let deaf: Vec<TcpStream> = (0..40).map(|_| open(big)).collect();
    let waiting: Vec<TcpStream> =
        (0..12).map(|_| open(b"GET /_collatio/wait?1 HTTP/1.1\r\nHost: localhost\r\n\r\n")).collect();
    let begun = std::time::Instant::now();
    assert_eq!(served.get("/").0, 200);
    assert!(begun.elapsed().as_secs() < 5);
    drop((silent, deaf, waiting));
    assert_eq!(served.get("/").0, 200);
}
