//! A small static server for the demo site, on this machine only.

use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Longer request heads than this are not a browser's.
const LONGEST_HEAD: u64 = 32 * 1024;

/// Takes the port. Done before the build, so that a port that is held is not found out minutes later.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!(
            "port {port} cannot be opened, perhaps because another program holds it: \
             choose another with `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        )
    })
}

/// Serves the directory until the process is stopped.
pub(crate) fn serve(site: &Path, listener: &TcpListener) -> Result<()> {
    println!("The page is live at http://{}/ (Ctrl-C stops it)", listener.local_addr()?);
    for stream in listener.incoming().flatten() {
        let site = site.to_path_buf();
        // A browser that goes away in the middle is its own affair.
        std::thread::spawn(move || converse(&site, &stream).ok());
    }
    Ok(())
}

/// Answers the requests of one connection, one after the other.
fn converse(site: &Path, stream: &TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        let answer = answer(site, &request);
        let mut writer = stream;
        write!(writer, "HTTP/1.1 {}\r\n", answer.status)?;
        for (name, value) in &answer.headers {
            write!(writer, "{name}: {value}\r\n")?;
        }
        write!(writer, "Content-Length: {}\r\n\r\n", answer.body.len())?;
        if request.method != "HEAD" {
            writer.write_all(&answer.body)?;
        }
        writer.flush()?;
    }
    Ok(())
}

struct Request {
    method: String,
    target: String,
    if_none_match: Option<String>,
}

fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut first = String::new();
    if head.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut words = first.split_whitespace().map(str::to_owned);
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let mut if_none_match = None;
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("if-none-match") {
            if_none_match = Some(value.trim().to_owned());
        }
    }
    Ok(Some(Request { method, target, if_none_match }))
}

struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

fn answer(site: &Path, request: &Request) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return plain("405 Method Not Allowed", "Only GET and HEAD are answered here.");
    }
    let found = file_for(site, &request.target).and_then(|path| fs::read(&path).ok().map(|body| (path, body)));
    let Some((path, body)) = found else {
        return plain("404 Not Found", "There is no such file in the site.");
    };
    let mut hasher = DefaultHasher::new();
    hasher.write(&body);
    let tag = format!("\"{:016x}\"", hasher.finish());
    let mut headers = vec![
        ("Content-Type", mime_type(&path).to_owned()),
        // The browser asks each time, and is told quickly when nothing changed.
        ("Cache-Control", "no-cache".to_owned()),
        ("ETag", tag.clone()),
        // As on a published copy: pages of other origins may load it.
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    if let Ok(time) = fs::metadata(&path).and_then(|file| file.modified()) {
        headers.push(("Last-Modified", http_date(time)));
    }
    if request.if_none_match.as_ref() == Some(&tag) {
        return Answer { status: "304 Not Modified", headers, body: Vec::new() };
    }
    Answer { status: "200 OK", headers, body }
}

fn plain(status: &'static str, text: &str) -> Answer {
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Answer { status, headers, body: text.as_bytes().to_vec() }
}

/// The file that an address stands for; nothing outside the site.
fn file_for(site: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let path = PathBuf::from(percent_decoded(path)?);
    if path.components().any(|part| !matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = site.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        let digits = str::from_utf8(&digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The time as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
fn http_date(time: SystemTime) -> String {
    const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut days = seconds / 86_400;
    let weekday = WEEKDAYS[(days % 7) as usize];
    let mut year = 1970_u64;
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    format!(
        "{weekday}, {:02} {} {year} {:02}:{:02}:{:02} GMT",
        days + 1,
        MONTHS[month],
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60
    )
}

#[cfg(test)]
mod tests {
    use super::{file_for, http_date, mime_type};
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    #[test]
    fn nothing_outside_the_site_is_served() {
        let site = Path::new("site");
        assert_eq!(file_for(site, "/../secret"), None);
        assert_eq!(file_for(site, "/%2e%2e/secret"), None);
        assert_eq!(file_for(site, "/a%2"), None);
        assert_eq!(file_for(site, "/a.js?v=1"), Some(site.join("a.js")));
    }

    #[test]
    fn dates_are_written_as_browsers_read_them() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        assert_eq!(http_date(time), "Sun, 06 Nov 1994 08:49:37 GMT");
        let leap_day = SystemTime::UNIX_EPOCH + Duration::from_secs(1_709_164_800);
        assert_eq!(http_date(leap_day), "Thu, 29 Feb 2024 00:00:00 GMT");
    }

    #[test]
    fn webassembly_has_the_type_that_streaming_needs() {
        assert_eq!(mime_type(Path::new("engine_bg.wasm")), "application/wasm");
    }
}
