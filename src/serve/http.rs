//! The part of HTTP that a page on this machine needs: a request is read, an answer is written, the connection is
//! closed. The bytes of a request are parsed by `httparse`; the limits are here.
//!
//! Each connection has its own thread, and their number is limited. A request has a maximum size and time to arrive; an
//! answer has a maximum time to be received; where all connections are taken, the oldest is closed for the next. So a client
//! that is slow, sends too much, or never reads blocks only itself. Further requests on a connection are not answered.

use std::collections::VecDeque;
use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The most connections at once. A browser opens up to six per address.
const CONNECTIONS: usize = 64;
/// The most threads at once: those of closed connections end a moment later than their connection.
const THREADS: usize = 2 * CONNECTIONS;
/// The maximum size of request line and headers together, in bytes, and the maximum number of lines.
const LONGEST_HEAD: usize = 16 * 1024;
const MOST_LINES: usize = 100;
/// The longest request target, in bytes.
const LONGEST_TARGET: usize = 4 * 1024;
/// The longest time for a request to arrive, and for an answer to be received.
const TO_ASK: Duration = Duration::from_secs(10);
const TO_TAKE: Duration = Duration::from_secs(30);
/// For how long remaining input is read after the answer, because closing earlier could reset the connection and lose
/// the answer.
const TO_END: Duration = Duration::from_millis(500);

/// A request without its body, which is not read.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// Path and query, as sent.
    pub target: String,
    pub host: Option<String>,
}

/// An answer, still to be written.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Adds a header.
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
    static OPEN: Open = Open { list: Mutex::new(VecDeque::new()), threads: AtomicUsize::new(0) };
    for (number, stream) in listener.incoming().flatten().enumerate() {
        if !OPEN.enter(number, &stream) {
            continue;
        }
        let talk = move || {
            // The client may have disconnected.
            let _ = talk(stream, answer);
            OPEN.leave(number);
        };
        if thread::Builder::new().spawn_scoped(scope, talk).is_err() {
            OPEN.leave(number);
        }
    }
}

/// The open connections, the oldest first, by number.
struct Open {
    list: Mutex<VecDeque<(usize, TcpStream)>>,
    /// How many threads run, those included whose connection was closed to make room.
    threads: AtomicUsize,
}

impl Open {
    fn lock(&self) -> MutexGuard<'_, VecDeque<(usize, TcpStream)>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a connection in. Where there are too many, the oldest is closed: one that has waited longest for a client that sends
    /// or reads nothing, so that such clients keep out nobody. False where no thread is left for it.
    fn enter(&self, number: usize, stream: &TcpStream) -> bool {
        let Ok(handle) = stream.try_clone() else { return false };
        if self.threads.fetch_add(1, Ordering::Relaxed) >= THREADS {
            self.threads.fetch_sub(1, Ordering::Relaxed);
            return false;
        }
        let mut list = self.lock();
        if list.len() >= CONNECTIONS
            && let Some((_, oldest)) = list.pop_front()
        {
            let _ = oldest.shutdown(Shutdown::Both);
        }
        list.push_back((number, handle));
        true
    }

    fn leave(&self, number: usize) {
        self.lock().retain(|(open, _)| *open != number);
        self.threads.fetch_sub(1, Ordering::Relaxed);
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

/// Reads a request; the inner error is the HTTP status with which it is refused.
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
        // A head ends with a line, so that a client that sends single bytes does not have it parsed at each of them.
        if piece[..length].contains(&b'\n')
            && let Some(request) = parse(&head[..head.len().min(LONGEST_HEAD)]).transpose()
        {
            return Ok(request);
        }
        if head.len() > LONGEST_HEAD {
            return Ok(Err(431));
        }
    }
}

/// Parses the head of a request; `None` where it has not arrived whole. The error is the HTTP status of a refusal.
fn parse(head: &[u8]) -> Result<Option<Request>, u16> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_LINES];
    let mut request = httparse::Request::new(&mut headers);
    let status = request.parse(head).map_err(|error| match error {
        httparse::Error::TooManyHeaders => 431u16,
        _ => 400,
    })?;
    if request.path.is_some_and(|target| target.len() > LONGEST_TARGET) {
        return Err(414);
    }
    if status.is_partial() {
        return Ok(None);
    }
    let (Some(method), Some(target)) = (request.method, request.path) else { return Err(400) };
    let mut hosts = request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
    let host = hosts.next().map(|header| std::str::from_utf8(header.value)).transpose().map_err(|_| 400u16)?;
    // With two `Host` headers, two readers could see different hosts.
    if hosts.next().is_some() {
        return Err(400);
    }
    let host = host.map(|host| host.trim().to_owned());
    Ok(Some(Request { method: method.to_owned(), target: target.to_owned(), host }))
}

fn write(stream: &mut TcpStream, answer: &Answer, is_head: bool) -> io::Result<()> {
    let mut bytes = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status)).into_bytes();
    for (name, value) in &answer.headers {
        // A line break in a value would begin another header.
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
        let whole = b"GET /a?b HTTP/1.1\r\nhOST: LocalHost:8000 \r\nX: y\r\n\r\n";
        let request = parse(whole).expect("it is one").expect("it is whole");
        assert_eq!((request.target.as_str(), request.host.as_deref()), ("/a?b", Some("LocalHost:8000")));
        assert!((0..whole.len()).all(|length| parse(&whole[..length]) == Ok(None)));
        let many = format!("GET / HTTP/1.1{}", "\r\nA: b".repeat(MOST_LINES + 1));
        let long = format!("GET /{} HTTP/1.1", "a".repeat(LONGEST_TARGET));
        for (bad, status) in [
            ("GET /", 400),
            ("GET / HTTP/2", 400),
            ("GET / a HTTP/1.1", 400),
            ("G[T / HTTP/1.1", 400),
            ("GET / HTTP/1.1\r\nno header", 400),
            ("GET / HTTP/1.1\r\nA: b\r\n folded", 400),
            ("GET / HTTP/1.1\r\n Host: localhost", 400),
            ("GET / HTTP/1.1\r\nHost : localhost", 400),
            ("GET / HTTP/1.1\r\nA: b\0c", 400),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nhost: example.org", 400),
            (many.as_str(), 431),
            (long.as_str(), 414),
        ] {
            assert_eq!(parse(format!("{bad}\r\n\r\n").as_bytes()), Err(status), "{bad}");
        }
        assert_eq!(parse(b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n"), Err(400));
    }
}
