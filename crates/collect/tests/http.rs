//! The real client against a real server on this machine.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    thread,
    time::Duration,
};

use throughline_collect::{Fetch, HttpConfig, HttpFetch, PrivateAddresses, Reason, collect};

/// A server that answers each path from a table, and its address.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut reader = BufReader::new(stream);
                let mut request = String::new();
                let _ = reader.read_line(&mut request);
                let mut line = String::new();
                while reader.read_line(&mut line).is_ok_and(|n| n > 2) {
                    line.clear();
                }
                let path = request.split(' ').nth(1).unwrap_or_default();
                let mut stream = reader.into_inner();
                let page = "<html><body><p>Bridge closes</p></body></html>";
                let head = match path {
                    "/a" => {
                        "200 OK\r\nContent-Type: text/html; charset=utf-8\r\nDate: Thu, 12 Mar 2026 08:30:00 GMT"
                    }
                    "/moved" => "302 Found\r\nLocation: /a",
                    "/file" => "302 Found\r\nLocation: file:///etc/hostname",
                    "/circle" => "302 Found\r\nLocation: /circle",
                    "/slow" => {
                        thread::sleep(Duration::from_secs(5));
                        "200 OK"
                    }
                    "/pdf" => "200 OK\r\nContent-Type: application/pdf",
                    "/large" => {
                        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                        while stream.write_all(&[b'x'; 1 << 16]).is_ok() {}
                        return;
                    }
                    _ => "403 Forbidden",
                };
                let length = page.len();
                let _ = write!(
                    stream,
                    "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{page}"
                );
            });
        }
    });
    address
}

fn client(private: PrivateAddresses) -> HttpFetch {
    HttpFetch::new(HttpConfig { private, timeout: Duration::from_secs(2), ..Default::default() })
}

#[test]
fn fetches_a_page_and_follows_redirects() {
    let server = serve();
    let inputs = ["/moved", "/pdf", "/gone"].map(|path| format!("{server}{path}"));
    let found = collect(&inputs, &client(PrivateAddresses::Allow), &mut std::io::empty());
    let document = &found.documents[0];
    assert_eq!(document.url.as_deref(), Some(&*format!("{server}/a")));
    assert_eq!(document.charset.as_deref(), Some("utf-8"));
    assert_eq!(document.fetched.unwrap().to_string(), "2026-03-12T08:30:00Z");
    let reasons: Vec<_> = found.problems.into_iter().map(|p| p.reason).collect();
    assert_eq!(reasons, [Reason::Format("PDF"), Reason::Status(403)]);
}

#[test]
fn refuses_private_addresses() {
    let server = serve();
    let fetch = client(PrivateAddresses::Refuse);
    let port = server.rsplit(':').next().unwrap();
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        let url = format!("http://{host}:{port}/a");
        assert_eq!(fetch.fetch(&url), Err(Reason::Private), "{url}");
    }
}

#[test]
fn gives_up_in_time() {
    let server = serve();
    let fetch = client(PrivateAddresses::Allow);
    assert_eq!(fetch.fetch(&format!("{server}/slow")), Err(Reason::Timeout(2)));
    assert_eq!(fetch.fetch(&format!("{server}/large")), Err(Reason::TooLarge));
    for path in ["/circle", "/file"] {
        let answer = fetch.fetch(&format!("{server}{path}"));
        assert!(answer.is_err(), "{path}: {answer:?}");
    }
}
