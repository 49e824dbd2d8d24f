//! The built console's files.

use super::support::*;

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    answer
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[test]
fn a_file_that_did_not_change_is_not_sent_again() {
    let server = start("unchanged", &[]);
    let first = ask(&server, "GET /app.wasm", "");
    let tag = header(&first, "etag").unwrap();
    for known in [tag.to_owned(), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = ask(
            &server,
            "GET /app.wasm",
            &format!("If-None-Match: {known}\r\n"),
        );
        assert!(again.starts_with("HTTP/1.1 304"), "{known}: {again}");
    }
    let other = ask(&server, "GET /app.wasm", "If-None-Match: \"other\"\r\n");
    assert!(other.starts_with("HTTP/1.1 200"), "{other}");
}

#[test]
fn the_tag_follows_from_the_content_alone() {
    let server = start("tag", &[]);
    let tag = |path: &str| {
        let answer = ask(&server, &format!("GET {path}"), "");
        header(&answer, "etag").unwrap().to_owned()
    };
    assert_eq!(tag("/"), tag("/containers/acme-web"));
    assert_ne!(tag("/"), tag("/app.wasm"));
    assert!(!tag("/").starts_with("W/"));
}

#[test]
fn every_file_is_asked_for_again_and_says_its_kind() {
    let server = start("kinds", &[]);
    let page = ask(&server, "GET /", "");
    assert_eq!(
        header(&page, "content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(header(&page, "cache-control"), Some("no-cache"));
    let program = ask(&server, "GET /app.wasm", "");
    assert_eq!(header(&program, "content-type"), Some("application/wasm"));
    assert_eq!(header(&program, "cache-control"), Some("no-cache"));
}

#[test]
fn a_head_request_gets_no_body_and_other_methods_are_refused() {
    let server = start("methods", &[]);
    let head = ask(&server, "HEAD /", "");
    assert!(
        head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = ask(&server, &format!("{method} /"), "");
        assert!(answer.starts_with("HTTP/1.1 405"), "{method}: {answer}");
    }
}

#[test]
fn an_organization_or_repository_that_is_called_like_a_file_keeps_its_page() {
    let server = start("like-files", &[]);
    for path in [
        "/containers/next.js",
        "/containers/next.js/~permissions",
        "/containers/acme-web/app.wasm/tags",
        "/containers/acme-web/shop/index.html",
        "/containers/acme-web/robots.txt",
    ] {
        let answer = ask(&server, &format!("GET {path}"), "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        assert!(answer.contains("the console"), "{path}: {answer}");
    }
}

#[test]
fn a_missing_file_carries_the_strict_policy_too() {
    let server = start("missing", &[]);
    for path in [
        "/missing.js",
        "/missing.css",
        "/a/b/missing.txt",
        "/missing.js.map",
    ] {
        let answer = ask(&server, &format!("GET {path}"), "");
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(answer.contains("trusted-types default"), "{path}: {answer}");
    }
}

#[test]
fn unknown_paths_of_the_cloud_are_never_a_page() {
    let server = start("never-a-page", &[]);
    for path in [
        "/v1",
        "/v2/x",
        "/v3/x/y",
        "/v4/",
        "/v5/p/image",
        "/api",
        "/_simulator/reset",
    ] {
        let answer = ask(&server, &format!("GET {path}"), "X-Image-Console: 1\r\n");
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(answer.contains("APIGW.0101"), "{path}: {answer}");
    }
}

#[test]
fn a_site_without_a_file_of_its_own_is_set_up_for_the_simulated_people() {
    let server = start("config", &[]);
    let file = ask(&server, "GET /config.json", "");
    assert_eq!(header(&file, "content-type"), Some("application/json"));
    assert!(file.ends_with(r#"{ "password_sign_in": true }"#), "{file}");
}
