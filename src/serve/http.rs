//! As much of HTTP as a page on this machine needs: a request is read, an answer is written, the connection ends.
//!
//! Each connection has a thread of its own, and there are only so many. A request has a size and a time in which it must be
//! there; an answer has a time in which it must be taken. So whoever sends slowly, sends too much, or never reads, blocks
//! nobody but himself. What follows the first request on a connection is not answered.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The most connections at once. A browser opens six for each address.
const CONNECTIONS: usize = 64;
/// The most bytes that the request line and the headers have together, and the most lines.
const LONGEST_HEAD: usize = 16 * 1024;
const MOST_LINES: usize = 100;
/// The longest address.
const LONGEST_TARGET: usize = 4 * 1024;
/// How long a request may take to come, and an answer to be taken.
const TO_ASK: Duration = Duration::from_secs(10);
const TO_TAKE: Duration = Duration::from_secs(30);
/// What a client still sends behind its request is read for so long, so that it gets its answer and no reset.
const TO_END: Duration = Duration::from_millis(500);

/// A request. Its body, if it has one, is not read.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// Path and query.
    pub target: String,
    pub host: Option<String>,
}

/// An answer.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The same with another header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Answer {
        self.headers.push((name, value.into()));
        self
    }
}

/// Answers requests until the process ends.
pub fn serve<'s>(
    listener: &'s TcpListener,
    scope: &'s thread::Scope<'s, '_>,
    answer: &'s (dyn Fn(&Request) -> Answer + Sync),
) {
    static OPEN: AtomicUsize = AtomicUsize::new(0);
    for stream in listener.incoming().flatten() {
        if OPEN.fetch_add(1, Ordering::Relaxed) >= CONNECTIONS {
            // Closed unread: there is nobody left to say anything.
            OPEN.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let talk = move || {
            // Whoever asked may have left.
            let _ = talk(stream, answer);
            OPEN.fetch_sub(1, Ordering::Relaxed);
        };
        if thread::Builder::new().spawn_scoped(scope, talk).is_err() {
            OPEN.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

fn talk(mut stream: TcpStream, answer: &(dyn Fn(&Request) -> Answer + Sync)) -> io::Result<()> {
    let request = read(&mut stream)?;
    let (answer, is_head) = match &request {
        Ok(request) => (answer(request), request.method == "HEAD"),
        Err(status) => (Answer { status: *status, ..Answer::default() }, false),
    };
    write(&mut stream, &answer, is_head)?;
    stream.shutdown(Shutdown::Write)?;
    let (begun, mut rest) = (Instant::now(), [0; 4096]);
    stream.set_read_timeout(Some(TO_END))?;
    while begun.elapsed() < TO_END && stream.read(&mut rest)? > 0 {}
    Ok(())
}

/// The request that comes; as an inner error, the status with which it is refused.
fn read(stream: &mut TcpStream) -> io::Result<Result<Request, u16>> {
    let begun = Instant::now();
    let (mut head, mut piece) = (Vec::new(), [0; 2048]);
    loop {
        let left = TO_ASK.checked_sub(begun.elapsed()).filter(|left| !left.is_zero());
        let Some(left) = left else { return Ok(Err(408)) };
        stream.set_read_timeout(Some(left))?;
        let length = match stream.read(&mut piece) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(length) => length,
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                return Ok(Err(408));
            }
            Err(error) => return Err(error),
        };
        head.extend_from_slice(&piece[..length]);
        if let Some(end) = head.windows(4).position(|four| four == b"\r\n\r\n").filter(|end| *end <= LONGEST_HEAD) {
            return Ok(parse(&head[..end]));
        }
        if head.len() > LONGEST_HEAD {
            return Ok(Err(431));
        }
    }
}

fn parse(head: &[u8]) -> Result<Request, u16> {
    let head = std::str::from_utf8(head).map_err(|_| 400u16)?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version), None) = (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(400);
    };
    if !version.starts_with("HTTP/1.") || method.is_empty() || !method.bytes().all(|b| b.is_ascii_uppercase()) {
        return Err(400);
    }
    if target.len() > LONGEST_TARGET {
        return Err(414);
    }
    let mut host = None;
    for (number, line) in lines.enumerate() {
        if number >= MOST_LINES {
            return Err(431);
        }
        let (name, value) = line.split_once(':').ok_or(400u16)?;
        if name.is_empty() || name.contains([' ', '\t', '\n', '\r']) {
            return Err(400);
        }
        // Two of them would let two readers see two hosts.
        if name.eq_ignore_ascii_case("host") && host.replace(value.trim().to_owned()).is_some() {
            return Err(400);
        }
    }
    Ok(Request { method: method.to_owned(), target: target.to_owned(), host })
}

fn write(stream: &mut TcpStream, answer: &Answer, is_head: bool) -> io::Result<()> {
    let mut bytes = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status)).into_bytes();
    for (name, value) in &answer.headers {
        // A header ends where its line ends.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    bytes.extend_from_slice(format!("Content-Length: {}\r\nConnection: close\r\n\r\n", answer.body.len()).as_bytes());
    if !is_head {
        bytes.extend_from_slice(&answer.body);
    }
    let (begun, mut rest) = (Instant::now(), bytes.as_slice());
    while !rest.is_empty() {
        let left =
            TO_TAKE.checked_sub(begun.elapsed()).filter(|left| !left.is_zero()).ok_or(io::ErrorKind::TimedOut)?;
        stream.set_write_timeout(Some(left))?;
        match stream.write(rest)? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            length => rest = &rest[length..],
        }
    }
    Ok(())
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        414 => "URI Too Long",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_and_what_is_none_is_refused() {
        let request = parse(b"GET /a?b HTTP/1.1\r\nhOST: LocalHost:8000 \r\nX: y").expect("it is one");
        assert_eq!((request.target.as_str(), request.host.as_deref()), ("/a?b", Some("LocalHost:8000")));
        let many = format!("GET / HTTP/1.1{}", "\r\nA: b".repeat(MOST_LINES + 1));
        let long = format!("GET /{} HTTP/1.1", "a".repeat(LONGEST_TARGET));
        for (bad, status) in [
            ("", 400),
            ("GET /", 400),
            ("GET / HTTP/2", 400),
            ("get / HTTP/1.1", 400),
            ("GET / a HTTP/1.1", 400),
            ("GET / HTTP/1.1\r\nno header", 400),
            ("GET / HTTP/1.1\r\n Host: localhost", 400),
            ("GET / HTTP/1.1\r\nHost : localhost", 400),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nhost: example.org", 400),
            (many.as_str(), 431),
            (long.as_str(), 414),
        ] {
            assert_eq!(parse(bad.as_bytes()), Err(status), "{bad}");
        }
        assert_eq!(parse(b"GET /\xff HTTP/1.1"), Err(400));
    }
}
