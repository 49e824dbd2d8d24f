//! Connections on which nothing comes.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use super::support::*;

/// What comes back until the server closes the connection; fails when it does not.
fn until_closed(server: &Server, sent: &str) -> String {
    let mut connection = TcpStream::connect(&server.address).unwrap();
    connection
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    connection.write_all(sent.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

fn impatient(name: &str) -> Server {
    start(name, &["--timeout-ms", "200"])
}

#[test]
fn a_head_that_never_ends_is_not_waited_for() {
    let server = impatient("endless-head");
    for begun in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: "] {
        assert_eq!(until_closed(&server, begun), "", "{begun}");
    }
}

#[test]
fn a_body_that_never_ends_is_not_waited_for() {
    let server = impatient("endless-body");
    let answer = until_closed(
        &server,
        "POST /v3/auth/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
    );
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[test]
fn a_connection_without_a_further_request_is_closed() {
    let server = impatient("idle");
    let answer = until_closed(&server, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[test]
fn an_answer_that_takes_its_time_is_waited_for() {
    let server = start("slow", &["--timeout-ms", "200", "--latency-ms", "600"]);
    let answer = ask(&server, "GET /v3/auth/projects", "");
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
}

#[test]
fn more_connections_than_the_server_has_room_for_wait_until_others_end() {
    const MOST: usize = 256;
    let server = start("many", &["--timeout-ms", "2000"]);
    let idle: Vec<TcpStream> = (0..MOST)
        .map(|_| TcpStream::connect(&server.address).unwrap())
        .collect();
    let mut late = TcpStream::connect(&server.address).unwrap();
    late.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .unwrap();
    late.set_read_timeout(Some(Duration::from_millis(500)))
        .unwrap();
    let mut answer = [0; 12];
    assert!(late.read_exact(&mut answer).is_err());
    // Those on which nothing comes end by themselves.
    late.set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    late.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
    drop(idle);
}
