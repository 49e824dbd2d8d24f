//! Where addresses lead.

use cloud_api::RepositoryPath;
use image_console::browser::address::{after, seen_from};
use image_console::pages::containers::Route;
use image_console::pages::overview;
use image_console::route::{Location, PageRoute as _, container_images, segments};
use wasm_bindgen_test::wasm_bindgen_test;

/// The console's own address of the page to which one leads.
fn leads_to(address: &str) -> Option<String> {
    let segments = segments(address)?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    Route::parse(&segments).map(|route| route.to_string())
}

/// The same of the overview.
fn page_of_overview(address: &str) -> Option<String> {
    let segments = segments(address)?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    overview::Route::parse(&segments).map(|route| route.to_string())
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
    for address in ["index.html", "", "overview"] {
        assert_eq!(page_of_overview(address).as_deref(), Some("overview"));
        assert_eq!(leads_to(address), None, "{address}");
    }
}

#[wasm_bindgen_test]
fn every_list_of_the_overview_is_at_its_own_address() {
    for address in [
        "overview/public-repositories",
        "overview/organization-grants",
        "overview/shared-accounts",
        "overview/people",
        "overview/people/0d1b5c6e7f8a49b0a1c2d3e4f5061728",
        "overview/people/a%2Fb%20%3Cc%3E",
        "overview/not-read",
    ] {
        assert_eq!(page_of_overview(address).as_deref(), Some(address));
    }
    for address in ["overview/", "overview/nothing", "overview/people/a/b"] {
        assert_ne!(page_of_overview(address).as_deref(), Some(address));
    }
}

#[wasm_bindgen_test]
fn what_the_overview_leads_to_is_a_page_of_its_area() {
    let place = RepositoryPath::of("a--b", "Old stuff/x%23?").unwrap();
    for part in [container_images::ACCESS, container_images::SHARED_ACCOUNTS] {
        let address = container_images::repository(&place, part);
        assert_eq!(leads_to(&address), Some(address));
    }
    let address = container_images::access_to_organization(&place.organization);
    assert_eq!(leads_to(&address), Some(address));
    let hostile = "a&b=c?d#e/\"é";
    let address = container_images::sync_tasks(&[("organization", hostile), ("region", "eu-nl")]);
    let location = Location::parse(&address);
    assert_eq!(location.path, "sync-tasks");
    assert_eq!(location.parameter("organization"), Some(hostile));
    assert_eq!(location.parameter("region"), Some("eu-nl"));
}

#[wasm_bindgen_test]
fn a_place_says_nothing_of_the_demo_however_its_parameter_is_written() {
    for address in [
        "containers?demo=1",
        "containers?d%65mo=1",
        "containers?demo",
    ] {
        assert_eq!(Location::parse(address).address(), "containers");
    }
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
