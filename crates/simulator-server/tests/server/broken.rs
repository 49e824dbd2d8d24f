//! Connections that break, and requests beyond the limits.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use super::support::*;

const ACCESS: &str = "/v2/manage/namespaces/acme-web/repos/shop$api/access";
/// What a call of SWR needs, as anna.
const ANNA: &str = "X-Auth-Token: DEMO-TOKEN-anna-MIIExampleOnlyGoodForTheSimulator\r\n\
                    Content-Type: application/json\r\n";
/// The user `david`, who has a grant on `shop/api`.
const DAVID: &[u8] = br#"["30000000000000000000000000000000"]"#;

fn order(server: &Server, faults: &str) {
    let answer = ask_with_body(server, "POST /_simulator/fault", "", faults.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
}

fn list(server: &Server) -> String {
    ask(server, &format!("GET {ACCESS}"), ANNA)
}

/// Head and body of an answer, and the length that was promised.
fn parts(answer: &str) -> (&str, &str, usize) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let promised = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap();
    (head, body, promised.parse().unwrap())
}

#[test]
fn a_connection_dropped_afterwards_has_done_its_work_and_is_never_answered_whole() {
    let server = start("drop-after", &["--control"]);
    order(&server, r#"[{"method":"DELETE","fate":"drop-after"}]"#);
    assert!(list(&server).contains("david"));
    let answer = ask_with_body(&server, &format!("DELETE {ACCESS}"), ANNA, DAVID);
    let (_, body, promised) = parts(&answer);
    assert!(body.len() < promised, "{answer}");
    assert!(!list(&server).contains("david"));
}

#[test]
fn a_connection_dropped_before_has_done_nothing() {
    let server = start("drop-before", &["--control"]);
    order(&server, r#"[{"method":"DELETE","fate":"drop-before"}]"#);
    let answer = ask_with_body(&server, &format!("DELETE {ACCESS}"), ANNA, DAVID);
    let (_, body, promised) = parts(&answer);
    assert!(body.len() < promised, "{answer}");
    assert!(list(&server).contains("david"));
}

#[test]
fn a_truncated_answer_gives_its_first_half() {
    let server = start("truncate", &["--control"]);
    let answer = list(&server);
    let (_, whole, _) = parts(&answer);
    order(&server, r#"[{"fate":"truncate"}]"#);
    let answer = list(&server);
    let (head, half, promised) = parts(&answer);
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(whole.starts_with(half) && !half.is_empty());
    assert!(half.len() < whole.len() && half.len() < promised);
}

#[test]
fn a_delay_is_waited_for_and_others_are_not_held_up() {
    let server = start("delay", &["--control"]);
    order(&server, r#"[{"fate":"delay","delay_ms":1500}]"#);
    let start = Instant::now();
    let mut slow = TcpStream::connect(&server.address).unwrap();
    write!(
        slow,
        "GET {ACCESS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{ANNA}\r\n"
    )
    .unwrap();
    std::thread::sleep(Duration::from_millis(200));
    assert!(list(&server).starts_with("HTTP/1.1 200"));
    assert!(start.elapsed() < Duration::from_millis(1_400));
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"));
    assert!(start.elapsed() >= Duration::from_millis(1_500));
}

#[test]
fn the_latency_comes_before_each_answer_of_the_cloud() {
    let server = start("latency", &["--latency-ms", "300"]);
    let start = Instant::now();
    assert!(list(&server).starts_with("HTTP/1.1 200"));
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[test]
fn a_body_beyond_12_megabytes_is_refused_in_json() {
    let server = start("large", &[]);
    let mut connection = TcpStream::connect(&server.address).unwrap();
    let length = 12 * 1024 * 1024 + 1;
    write!(
        connection,
        "POST {ACCESS} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n{ANNA}\r\n"
    )
    .unwrap();
    let mut begin = [0; 256];
    // The announced length is enough for the refusal.
    let size = connection.read(&mut begin).unwrap();
    let answer = String::from_utf8_lossy(&begin[..size]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("no-store"), "{answer}");
}

#[test]
fn what_is_not_http_ends_only_its_own_connection() {
    let server = start("not-http", &[]);
    let mut connection = TcpStream::connect(&server.address).unwrap();
    connection.write_all(b"\x16\x03\x01 hello\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    drop(connection.read_to_end(&mut answer));
    assert!(list(&server).starts_with("HTTP/1.1 200"));
}

#[test]
fn numbers_that_are_none_and_unknown_options_end_with_2() {
    for arguments in [
        &["--repositories", "many"][..],
        &["--repositories", "100001"],
        &["--latency-ms", "-1"],
        &["--chaos", "NaN"],
        &["--seed"],
        &["--without", "hsss"],
        &["--image-sharing", "nowhere"],
        &["--listen", "nowhere"],
        &["--unknown"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_simulator"))
            .args(arguments)
            .output()
            .unwrap();
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {words}");
        assert!(words.starts_with("simulator: "), "{arguments:?}: {words}");
    }
}

#[test]
fn the_help_tells_of_all_options_and_faults() {
    let output = Command::new(env!("CARGO_BIN_EXE_simulator"))
        .arg("--help")
        .output()
        .unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    for word in [
        "--listen",
        "--site",
        "--repositories",
        "--latency-ms",
        "--chaos",
        "--seed",
        "--control",
        "--without",
        "--image-sharing",
        "--print-credentials",
        "fault-500-once",
        "fault-500-always",
    ] {
        assert!(words.contains(word), "{word}");
    }
    assert_eq!(output.status.code(), Some(0));
}
