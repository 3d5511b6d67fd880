//! The server, asked over a socket: what it shows, what it says of faults, and whom it does not answer.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::cli::site;
use crate::sandbox::Sandbox;

/// A running server, ended with the test.
struct Served {
    child: Child,
    port: u16,
}

impl Served {
    fn start(sandbox: &Sandbox) -> Served {
        let mut command = sandbox.command(&["serve", "--port", "0"]);
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
