//! Who knows whom they may not know.

use super::tree;
use crate::arrows::arrows;
use crate::walls::broken;

fn broken_in(files: &[(&str, &str)]) -> Vec<String> {
    let tree = tree(files);
    let arrows = arrows(&tree);
    broken(&tree, &arrows)
}

#[test]
fn a_room_may_know_the_floors_below_it_and_no_other() {
    let files = [
        ("src/lib.rs", "mod ui; mod query; mod table;"),
        ("src/ui.rs", "use crate::query::Query; pub struct Button;"),
        ("src/query.rs", "use crate::ui::Button; pub struct Query;"),
        ("src/table.rs", "use crate::query::Query;"),
    ];
    let broken = broken_in(&files);
    assert_eq!(broken.len(), 2, "{broken:?}");
    assert_eq!(
        broken[0],
        "src/table.rs:1 names crate::query::Query of src/query.rs: table may not know query"
    );
    assert_eq!(
        broken[1],
        "src/ui.rs:1 names crate::query::Query of src/query.rs: ui may not know query"
    );
}

#[test]
fn a_wall_is_not_passed_by_naming_a_room_without_its_things() {
    let files = [
        ("src/lib.rs", "mod ui; mod pages;"),
        ("src/ui.rs", "use crate::pages;"),
        ("src/pages.rs", ""),
    ];
    assert_eq!(broken_in(&files).len(), 1);
}

#[test]
fn pages_of_one_area_do_not_know_another_area() {
    let files = [
        ("src/lib.rs", "mod pages;"),
        ("src/pages.rs", "pub mod activity; pub mod sign_in;"),
        ("src/pages/activity.rs", "use super::sign_in::show;"),
        ("src/pages/sign_in.rs", "pub fn show() {}"),
    ];
    let broken = broken_in(&files);
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(
        broken[0].ends_with("the area activity may not know the area sign_in"),
        "{broken:?}"
    );
}

#[test]
fn the_frame_knows_pages_through_its_list_of_areas_only() {
    let files = [
        ("src/lib.rs", "mod app; mod pages;"),
        ("src/app.rs", "mod areas; mod header; mod page;"),
        ("src/app/areas.rs", "pub use crate::pages::activity::show;"),
        (
            "src/app/header.rs",
            "use super::areas;\nfn f() { areas::show() }\nfn g() { crate::pages::activity::show() }",
        ),
        ("src/app/page.rs", "use super::areas::show;"),
        ("src/pages.rs", "pub mod activity;"),
        ("src/pages/activity.rs", "pub fn show() {}"),
    ];
    let broken = broken_in(&files);
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(broken[0].starts_with("src/app/header.rs:3 "), "{broken:?}");
}

#[test]
fn a_room_without_a_floor_and_a_page_without_an_area_are_told() {
    let files = [
        ("src/lib.rs", "mod cellar; mod pages;"),
        ("src/cellar.rs", ""),
        ("src/pages.rs", "mod loose;"),
        ("src/pages/loose.rs", ""),
    ];
    let broken = broken_in(&files);
    assert_eq!(
        broken,
        [
            "src/cellar.rs: its room stands on no floor",
            "src/pages/loose.rs: it belongs to no area"
        ]
    );
}

#[test]
fn services_do_not_know_each_other_and_may_know_what_they_share() {
    let files = [
        (
            "crates/simulator/src/lib.rs",
            "mod swr; mod hss; mod gateway;",
        ),
        (
            "crates/simulator/src/swr.rs",
            "use crate::hss::Task; use crate::gateway::Refusal;",
        ),
        ("crates/simulator/src/hss.rs", "pub struct Task;"),
        ("crates/simulator/src/gateway.rs", "pub struct Refusal;"),
    ];
    let broken = broken_in(&files);
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(
        broken[0].contains("crates/simulator/src/swr.rs:1 names crate::hss::Task"),
        "{broken:?}"
    );
    assert!(
        broken[0].ends_with("the service swr may not know the service hss"),
        "{broken:?}"
    );
}

#[test]
fn a_word_that_belongs_to_one_room_is_found_elsewhere_and_not_in_comments() {
    let files = [
        ("src/lib.rs", "mod net; mod ui; mod query;"),
        ("src/net.rs", "use gloo_net::http::Request;"),
        ("src/ui.rs", "fn keep() {\n    window().local_storage();\n}"),
        (
            "src/query.rs",
            "// gloo_net\n/// session_storage\nfn f() { let _text = \"gloo_net\"; }",
        ),
    ];
    assert_eq!(
        broken_in(&files),
        ["src/ui.rs:2 says local_storage, which belongs to src/browser/storage.rs"]
    );
}

#[test]
fn a_secret_that_is_opened_and_another_way_out_of_the_page_are_found() {
    let files = [
        ("src/lib.rs", "mod session; mod ui; mod query;"),
        (
            "src/session.rs",
            "fn keep() { write(identity.token.reveal()); }",
        ),
        (
            "src/ui.rs",
            "fn show() { view! { <p>{token.reveal()}</p> } }",
        ),
        (
            "src/query.rs",
            "fn ask() { web_sys::WebSocket::new(address); }",
        ),
    ];
    assert_eq!(
        broken_in(&files),
        [
            "src/query.rs:1 says WebSocket, which belongs to nowhere",
            "src/ui.rs:1 says reveal, which belongs to src/browser/hmac_key.rs and src/net/fetch.rs and src/net/worker.rs and src/session.rs and \
             src/pages/sign_in/token_form.rs",
        ]
    );
}
