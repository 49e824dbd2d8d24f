//! What pages of other sites, and names that lead here without being ours, get.

use super::support::*;

/// A read of the cloud, the console's own page, and an order of a test.
const REQUESTS: [&str; 3] = ["GET /v3/auth/projects", "GET /", "POST /_simulator/reset"];

#[test]
fn only_loopback_names_and_the_address_that_is_listened_on_are_answered() {
    let server = start("hosts", &["--control"]);
    let own = [
        "localhost".to_owned(),
        "LOCALHOST:8080".to_owned(),
        "127.0.0.1".to_owned(),
        "127.0.0.1:99".to_owned(),
        "[::1]:8080".to_owned(),
        server.address.clone(),
    ];
    for host in own {
        for request in REQUESTS {
            let answer = ask_naming(&server, request, &format!("Host: {host}\r\n"));
            assert!(
                !answer.starts_with("HTTP/1.1 421"),
                "{host} {request}: {answer}"
            );
        }
    }
    for host in [
        "evil.test",
        "evil.test:8080",
        "localhost.evil.test",
        "127.0.0.1.evil.test",
        "192.168.1.5",
        "evil@localhost",
        "",
        ":8080",
    ] {
        for request in REQUESTS {
            let answer = ask_naming(&server, request, &format!("Host: {host}\r\n"));
            let is_refused = ["HTTP/1.1 421", "HTTP/1.1 400"]
                .iter()
                .any(|it| answer.starts_with(it));
            assert!(is_refused, "{host} {request}: {answer}");
        }
    }
}

#[test]
fn a_request_without_a_host_with_two_or_for_another_place_is_refused() {
    let server = start("no-host", &[]);
    let two = "Host: localhost\r\nHost: evil.test\r\n";
    for headers in ["", two] {
        let answer = ask_naming(&server, "GET /", headers);
        assert!(answer.starts_with("HTTP/1.1 421"), "{headers}: {answer}");
    }
    let answer = ask(&server, "GET http://evil.test/", "");
    assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
}

#[test]
fn a_name_that_was_given_is_answered() {
    let server = start(
        "named",
        &["--host", "demo.example", "--host", "192.168.1.5"],
    );
    for host in [
        "demo.example",
        "Demo.Example:80",
        "192.168.1.5:8080",
        "localhost",
    ] {
        let answer = ask_naming(&server, "GET /", &format!("Host: {host}\r\n"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{host}: {answer}");
    }
    let answer = ask_naming(&server, "GET /", "Host: other.example\r\n");
    assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
}

#[test]
fn a_page_of_another_origin_can_neither_write_nor_order() {
    let server = start("cross-site", &["--control"]);
    let targets = [
        "POST /v3/auth/tokens",
        "POST /v2/manage/namespaces",
        "POST /_simulator/reset",
        "POST /_simulator/services",
        "GET /_simulator/requests",
        "POST /api/swr/v2/manage/namespaces",
    ];
    let foreign = [
        "Sec-Fetch-Site: cross-site\r\nOrigin: https://evil.test\r\n",
        "Sec-Fetch-Site: same-site\r\nOrigin: http://localhost:3000\r\n",
        "Sec-Fetch-Site: something-new\r\n",
        "Origin: https://evil.test\r\n",
        "Origin: http://localhost:3000\r\n",
        "Origin: null\r\n",
    ];
    for target in targets {
        for headers in foreign {
            let headers = format!("{headers}Content-Type: text/plain\r\n");
            let answer = ask_with_body(&server, target, &headers, b"{}");
            assert!(
                answer.starts_with("HTTP/1.1 403"),
                "{target} {headers}: {answer}"
            );
            assert!(
                answer.contains("pages of other origins"),
                "{target} {headers}: {answer}"
            );
        }
    }
}

#[test]
fn the_console_itself_and_programs_are_answered() {
    let server = start("same-origin", &["--control"]);
    for headers in [
        "",
        "Sec-Fetch-Site: same-origin\r\nOrigin: http://localhost\r\n",
        "Sec-Fetch-Site: none\r\n",
        "Origin: http://localhost\r\n",
    ] {
        let answer = ask_with_body(&server, "POST /_simulator/reset", headers, b"");
        assert!(answer.starts_with("HTTP/1.1 204"), "{headers}: {answer}");
    }
}

#[test]
fn a_link_on_another_site_leads_to_the_console() {
    let server = start("link", &[]);
    let from_elsewhere = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n";
    let answer = ask(&server, "GET /containers/acme-web", from_elsewhere);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
