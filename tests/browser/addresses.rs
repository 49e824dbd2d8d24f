//! Where addresses lead.

use image_console::browser::address::{after, seen_from};
use image_console::pages::containers::Route;
use image_console::route::{PageRoute as _, segments};
use wasm_bindgen_test::wasm_bindgen_test;

/// The console's own address of the page to which one leads.
fn leads_to(address: &str) -> Option<String> {
    let segments = segments(address)?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    Route::parse(&segments).map(|route| route.to_string())
}

#[wasm_bindgen_test]
fn every_page_is_at_its_own_address() {
    for address in [
        "containers",
        "sync-tasks",
        "containers/acme-web",
        "containers/acme-web/~permissions",
        "containers/acme-web/shop$api/permissions",
        "containers/acme-web/shop$api/tags",
        "containers/acme-web/tags/sync-tasks",
        "containers/acme-web/next.js/shared-accounts",
        "containers/a--b/Old%20stuff$x%2523%3F/tags",
        "containers/t%C3%A4am/~permissions",
    ] {
        assert_eq!(leads_to(address).as_deref(), Some(address));
    }
}

#[wasm_bindgen_test]
fn a_repository_that_is_typed_with_slashes_is_found() {
    for (typed, own) in [
        (
            "containers/acme-web/shop/api",
            "containers/acme-web/shop$api/permissions",
        ),
        (
            "containers/acme-web/shop/api/",
            "containers/acme-web/shop$api/permissions",
        ),
        (
            "containers/acme-web/shop/api/tags",
            "containers/acme-web/shop$api/tags",
        ),
        (
            "containers/acme-web/a/b/c/d",
            "containers/acme-web/a$b$c$d/permissions",
        ),
        (
            "containers/acme-web/shop%2Fapi",
            "containers/acme-web/shop$api/permissions",
        ),
        (
            "containers/acme-web/tags",
            "containers/acme-web/tags/permissions",
        ),
    ] {
        assert_eq!(leads_to(typed).as_deref(), Some(own), "{typed}");
    }
}

#[wasm_bindgen_test]
fn the_file_of_the_page_is_the_first_page() {
    assert_eq!(leads_to("index.html").as_deref(), Some("containers"));
    assert_eq!(leads_to("").as_deref(), Some("containers"));
}

#[wasm_bindgen_test]
fn what_can_be_no_name_leads_nowhere() {
    for address in [
        "containers/acme-web/shop//api",
        "containers/acme-web/shop/../api",
        "containers/../api",
        "other/index.html",
    ] {
        assert_eq!(leads_to(address), None, "{address}");
    }
}

#[wasm_bindgen_test]
fn a_mount_point_is_the_first_page_with_and_without_its_slash() {
    for (base, path, inside) in [
        ("/", "/", ""),
        ("/", "/sync-tasks", "sync-tasks"),
        ("/tools/console/", "/tools/console/", ""),
        ("/tools/console/", "/tools/console", ""),
        ("/tools/console/", "/tools/console/sync-tasks", "sync-tasks"),
        ("/tools/console/", "/tools/consoles", "/tools/consoles"),
        ("/tools/console/", "/tools", "/tools"),
    ] {
        assert_eq!(after(base, path), inside, "{base} {path}");
    }
}

#[wasm_bindgen_test]
fn an_address_of_the_file_begins_at_the_mount_point_unless_it_says_otherwise() {
    for (address, seen) in [
        ("api/otc/eu-de/swr", "/tools/api/otc/eu-de/swr"),
        ("/api/swr", "/api/swr"),
        ("https://swr.test/x", "https://swr.test/x"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
    ] {
        assert_eq!(seen_from("/tools/", address), seen);
    }
}
