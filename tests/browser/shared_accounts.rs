//! The accounts that a repository is shared with, on their page.

use std::rc::Rc;

use image_console::browser::clock::provide_clock;
use image_console::i18n::provide_i18n;
use image_console::net::{Net, Transport};
use image_console::pages::containers;
use image_console::query::{provide_kept, provide_staleness};
use image_console::route::{PageRoute as _, provide_navigation};
use image_console::session::{Keep, provide_session, sign_in_with_token};
use image_console::ui::provide_announcements;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const ALL: &str = "/v2/manage/namespaces/acme-web/repositories/shop%24api/access-domains";
const ONE: &str = "/v2/manage/namespaces/acme-web/repositories/shop%24api/access-domains/partner";

fn row(account: &str, deadline: &str, is_valid: bool) -> String {
    format!(
        r#"{{"access_domain":"{account}","permit":"read","deadline":"{deadline}","description":"",
        "creator_name":"anna","created":"2026-06-10T08:14:42Z","status":{is_valid},"exist":true}}"#
    )
}

/// A cloud with these rows, where one account is shown like this; the first answer that fits is given.
fn cloud(rows: &[String], one: &str, more: &[Answer]) -> Cloud {
    let list = format!("[{}]", rows.join(","));
    let mut answers = more.to_vec();
    answers.extend([
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", ONE, 200, one.to_owned()),
        ("GET", ALL, 200, list),
    ]);
    Cloud::new(&answers)
}

fn open(cloud: &Cloud) -> Screen {
    open_tab(cloud, "shared-accounts")
}

fn open_tab(cloud: &Cloud, tab: &'static str) -> Screen {
    let transport: Rc<dyn Transport> = Rc::new(cloud.clone());
    Screen::mount(move || {
        provide_i18n();
        provide_clock();
        provide_navigation();
        provide_announcements();
        let net = Net::new(transport);
        let session = provide_session(net);
        provide_staleness();
        provide_kept(session);
        leptos::task::spawn_local(async move {
            let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
            session.begin(identity, Keep::InMemory);
        });
        // A page is there for somebody only.
        let page = move || {
            let segments = ["containers", "acme-web", "shop$api", tab];
            let route = containers::Route::parse(&segments)?;
            session.identity().map(|_| containers::page(route))
        };
        view! { {page} }.into_any()
    })
}

fn writes(cloud: &Cloud) -> Vec<String> {
    let mut asked = cloud.asked();
    asked.retain(|line| !line.starts_with("GET "));
    asked
}

const NOT_SHARED: &str = r#"{"exist":false}"#;

#[wasm_bindgen_test]
async fn each_account_stands_with_its_end_and_one_that_no_path_can_carry_is_not_chosen() {
    let rows = [
        row("partner", "forever", true),
        row("ended", "2026-07-01T00:00:00Z", false),
        row("..", "soon", true),
    ];
    let screen = open(&cloud(&rows, NOT_SHARED, &[]));
    screen.shows("Shared accounts (3)").await;
    screen.shows("Forever").await;
    screen.shows("Expired").await;
    screen.shows("soon").await;
    let is_disabled = |name: &str| {
        let box_of = screen.get(&format!("input[aria-label='Select {name}']"));
        box_of.has_attribute("disabled")
    };
    assert!(is_disabled("..") && !is_disabled("partner") && !is_disabled("ended"));
}

#[wasm_bindgen_test]
async fn a_list_of_a_hundred_says_that_there_may_be_more() {
    let account = |number| row(&format!("account-{number}"), "forever", true);
    let rows: Vec<String> = (1..=100).map(account).collect();
    let screen = open(&cloud(&rows[..99], NOT_SHARED, &[]));
    screen.shows("Shared accounts (99)").await;
    assert!(!screen.text().contains("there may be more"));
    let screen = open(&cloud(&rows, NOT_SHARED, &[]));
    screen
        .shows("SWR lists at most 100 shared accounts: there may be more")
        .await;
}

#[wasm_bindgen_test]
async fn an_account_that_it_is_shared_with_is_told_at_its_field_and_nothing_is_sent() {
    let cloud = cloud(&[], &row("partner", "forever", true), &[]);
    let screen = open(&cloud);
    screen.shows("Not shared with any account yet.").await;
    screen.button("Share with an account").click();
    screen
        .shows("Only private repositories are shared with accounts.")
        .await;
    screen.get("dialog .button.primary").click();
    screen.shows("Enter the account name.").await;
    screen.type_into("Account", "partner");
    screen.get("dialog .button.primary").click();
    screen
        .shows("The repository is shared with this account already.")
        .await;
    assert_eq!(writes(&cloud), Vec::<String>::new());
    screen.type_into("Account", "ACME-EU");
    screen
        .shows("A repository is not shared with its own account.")
        .await;
}

#[wasm_bindgen_test]
async fn a_share_wants_a_day_that_is_not_over_and_is_sent_after_the_account_was_looked_for() {
    let created = [("POST", ALL, 201, String::new())];
    let cloud = cloud(&[], NOT_SHARED, &created);
    let screen = open(&cloud);
    screen.shows("Not shared with any account yet.").await;
    screen.button("Share with an account").click();
    screen.shows("Until a day").await;
    screen.type_into("Account", "partner");
    screen.get("dialog input[value='day']").click();
    screen.get("dialog .button.primary").click();
    screen.shows("Select the last day.").await;
    screen.type_into("Last day", "2020-01-01");
    screen.shows("The last day is over.").await;
    assert_eq!(writes(&cloud), Vec::<String>::new());
    screen.type_into("Last day", "2999-01-31");
    screen.get("dialog .button.primary").click();
    screen.shows("acme-web/shop/api with 1 account").await;
    screen.asks(&cloud, "POST").await;
    assert_eq!(writes(&cloud), [format!("POST {ALL}")]);
    let asked = cloud.asked();
    let place = |line: &str| asked.iter().position(|asked| asked == line);
    assert!(place(&format!("GET {ONE}")) < place(&format!("POST {ALL}")));
}

#[wasm_bindgen_test]
async fn a_refusal_that_is_not_about_the_account_stands_in_the_dialog() {
    let public = r#"{"error_code":"SVCSTG.SWR.4037020","error_msg":"m"}"#.to_owned();
    let cloud = cloud(&[], NOT_SHARED, &[("POST", ALL, 403, public)]);
    let screen = open(&cloud);
    screen.shows("Not shared with any account yet.").await;
    screen.button("Share with an account").click();
    screen.shows("Until a day").await;
    screen.type_into("Account", "partner");
    screen.get("dialog .button.primary").click();
    screen.shows("SWR.4037020").await;
    let dialog = screen.get("dialog").inner_text();
    assert!(dialog.contains("only private repositories are shared with accounts"));
}

#[wasm_bindgen_test]
async fn sharing_is_stopped_for_the_chosen_and_the_undo_shares_again() {
    let stopped = [("DELETE", ONE, 204, String::new())];
    let cloud = cloud(&[row("partner", "forever", true)], NOT_SHARED, &stopped);
    let screen = open(&cloud);
    screen.shows("Forever").await;
    screen.get("input[aria-label='Select partner']").click();
    screen.shows("Stop sharing with 1 account").await;
    screen.button("Stop sharing with 1 account").click();
    screen
        .shows("The account can no longer pull the images of this repository.")
        .await;
    screen.get("dialog .button.danger").click();
    screen.shows(", checked with the cloud at").await;
    assert_eq!(writes(&cloud), [format!("DELETE {ONE}")]);
    screen.button("Undo").click();
    screen.shows("Share acme-web/shop/api with 1 account").await;
}

#[wasm_bindgen_test]
async fn accounts_that_can_still_pull_are_told_before_a_persons_access_is_taken_away() {
    const REPOSITORY: &str = "/v2/manage/namespaces/acme-web/repos/shop%24api";
    const ACCESS: &str = "/v2/manage/namespaces/acme-web/repos/shop%24api/access";
    let of = |users: &str| {
        format!(r#"{{"id":1,"name":"shop/api","self_auth":null,"others_auths":[{users}]}}"#)
    };
    let ben = r#"{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}"#;
    let rows = [
        row("partner", "forever", true),
        row("ended", "2026-07-01T00:00:00Z", false),
    ];
    let organization = "/v2/manage/namespaces/acme-web/access";
    let cloud = cloud(
        &rows,
        NOT_SHARED,
        &[
            ("GET", ACCESS, 200, of(ben)),
            ("GET", REPOSITORY, 200, r#"{"name":"shop/api"}"#.to_owned()),
            ("GET", organization, 200, of("")),
        ],
    );
    let screen = open_tab(&cloud, "permissions");
    screen.shows("ben").await;
    screen.get("input[aria-label='Select ben']").click();
    screen.shows("Remove access").await;
    screen.shows("1 shared account can pull too.").await;
    screen.button("Remove access").click();
    screen
        .shows("The shared account partner can still pull.")
        .await;
    assert!(!screen.text().contains("The shared account ended"));
}

#[wasm_bindgen_test]
async fn a_share_that_has_ended_is_not_counted_among_those_who_lose_something() {
    let rows = [
        row("partner", "forever", true),
        row("ended", "2026-07-01T00:00:00Z", false),
    ];
    let cloud = cloud(&rows, NOT_SHARED, &[]);
    let screen = open(&cloud);
    screen.shows("Forever").await;
    screen.get("input[aria-label='Select ended']").click();
    screen.shows("Stop sharing with 1 account").await;
    screen.button("Stop sharing with 1 account").click();
    screen.shows("no account loses anything").await;
    screen.dialog_button("Cancel").click();
    screen.get("input[aria-label='Select partner']").click();
    screen.shows("Stop sharing with 2 accounts").await;
    screen.button("Stop sharing with 2 accounts").click();
    screen.shows("The account can no longer pull").await;
}

#[wasm_bindgen_test]
async fn an_account_that_no_request_can_name_says_why_it_cannot_be_selected() {
    let rows = [row("..", "forever", true), row("partner", "forever", true)];
    let cloud = cloud(&rows, NOT_SHARED, &[]);
    let screen = open(&cloud);
    screen
        .shows("Not a valid name or ID, so it cannot be selected")
        .await;
    assert_eq!(screen.count(".table-row .field-hint"), 1);
    assert!(
        screen
            .find("input[aria-label='Select ..']:disabled")
            .is_some()
    );
}

#[wasm_bindgen_test]
async fn a_ticked_row_that_the_filter_hides_is_told() {
    let rows = [
        row("partner", "forever", true),
        row("other", "forever", true),
    ];
    let cloud = cloud(&rows, NOT_SHARED, &[]);
    let screen = open(&cloud);
    screen.shows("Forever").await;
    screen.get("input[aria-label='Select partner']").click();
    screen.shows("Stop sharing with 1 account").await;
    screen.type_into("Filter accounts", "other");
    screen.shows("1 hidden by the filter").await;
}

#[wasm_bindgen_test]
async fn the_undo_of_a_stopped_share_says_until_when_it_is_shared_again() {
    let stopped = [("DELETE", ONE, 204, String::new())];
    let cloud = cloud(&[row("partner", "forever", true)], NOT_SHARED, &stopped);
    let screen = open(&cloud);
    screen.shows("Forever").await;
    screen.get("input[aria-label='Select partner']").click();
    screen.shows("Stop sharing with 1 account").await;
    screen.button("Stop sharing with 1 account").click();
    screen.shows("The account can no longer pull").await;
    screen.get("dialog .button.danger").click();
    screen.shows(", checked with the cloud at").await;
    screen.button("Undo").click();
    screen.shows("Valid until: Forever").await;
}
