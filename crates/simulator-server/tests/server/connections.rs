//! The server over real connections.

use std::process::Command;

use super::support::*;

#[test]
fn a_page_carries_the_strict_policy() {
    let server = start("policy", &[]);
    let answer = ask(&server, "GET /", "").to_ascii_lowercase();
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    for header in [
        "content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';",
        "require-trusted-types-for 'script'; trusted-types default",
        "frame-ancestors 'none'",
        "cross-origin-opener-policy: same-origin",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
    ] {
        assert!(answer.contains(header), "{header} is not in {answer}");
    }
}

#[test]
fn a_deep_link_gets_the_page_and_a_missing_file_does_not() {
    let server = start("links", &[]);
    let deep = ask(
        &server,
        "GET /containers/acme-web/shop$api.v2/permissions",
        "",
    );
    assert!(deep.contains("the console"), "{deep}");
    assert!(ask(&server, "GET /missing.js", "").starts_with("HTTP/1.1 404"));
    assert!(ask(&server, "GET /app.wasm", "").contains("application/wasm"));
}

#[test]
fn a_page_is_the_page_although_a_name_in_its_address_looks_like_a_file() {
    let server = start("like-files", &[]);
    for path in [
        "/containers/next.js",
        "/containers/next.js/~permissions",
        "/containers/acme-web/app.html",
        "/containers/acme-web/shop$index.html/tags",
        "/containers/acme-web/shop/site.css",
        "/containers/acme-web/app.wasm",
        "/security-sync/tasks/x.json",
        "/sync-tasks?filter=next.js",
    ] {
        let answer = ask(&server, &format!("GET {path}"), "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        assert!(answer.contains("the console"), "{path}: {answer}");
    }
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let server = start("traversal", &[]);
    for path in [
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "//etc/passwd",
        "/./../../etc/passwd",
    ] {
        let answer = ask(&server, &format!("GET {path}"), "");
        assert!(
            !answer.contains("[package]") && !answer.contains("root:"),
            "{path}: {answer}"
        );
    }
}

#[test]
fn an_answer_of_the_cloud_is_never_stored_and_never_a_page() {
    let server = start("cloud", &[]);
    let answer = ask(
        &server,
        "GET /api/swr/v2/manage/namespaces",
        "X-Image-Console: 1\r\n",
    );
    let answer = answer.to_ascii_lowercase();
    assert!(answer.starts_with("http/1.1 401"), "{answer}");
    assert!(answer.contains("cache-control: no-store"), "{answer}");
    assert!(
        answer.contains("content-security-policy: default-src 'none'; sandbox"),
        "{answer}"
    );
    assert!(ask(&server, "GET /v9/anything", "").starts_with("HTTP/1.1 200"));
    let unknown = ask(&server, "GET /v2/anything", "");
    assert!(unknown.contains("APIGW.0101"), "{unknown}");
}

#[test]
fn without_control_nobody_can_order_faults() {
    let server = start("no-control", &[]);
    assert!(ask(&server, "POST /_simulator/reset", "").contains("APIGW.0101"));
    let server = start("control", &["--control"]);
    assert!(ask(&server, "POST /_simulator/reset", "").starts_with("HTTP/1.1 204"));
}

#[test]
fn a_service_that_is_left_out_is_unknown_to_the_gateway() {
    let path = "GET /v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image/registries";
    let server = start("without", &["--without", "hss"]);
    assert!(ask(&server, path, "").contains("APIGW.0101"));
    let server = start("with", &[]);
    assert!(ask(&server, path, "").contains("APIGW.0301"));
}

#[test]
fn a_port_in_use_a_missing_folder_and_a_wrong_number_are_said_plainly() {
    let server = start("in-use", &[]);
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_simulator"))
            .args(arguments)
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let (code, words) = run(&["--listen", &server.address]);
    assert_eq!(code, Some(2));
    assert!(
        words.contains("cannot listen on") && words.contains("PORT="),
        "{words}"
    );
    let (code, words) = run(&["--site", "no-such-folder"]);
    assert_eq!(code, Some(2));
    assert!(
        words.contains("no-such-folder has no index.html"),
        "{words}"
    );
    let (code, words) = run(&["--chaos", "2"]);
    assert_eq!(
        (code, words.contains("from 0 to 1")),
        (Some(2), true),
        "{words}"
    );
}
