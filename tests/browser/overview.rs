//! The overview: cheap numbers at once, the rest after a press, each as far as it was read.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen, forget_changes, token_body};

pub const REPOSITORIES: &str = r#"[
    {"namespace":"web","name":"shop","is_public":true,"updated_at":"2026-11-20T10:00:00Z"},
    {"namespace":"web","name":"api","is_public":false},
    {"namespace":"data","name":"lake","is_public":false}]"#;
const ORGANIZATIONS: &str =
    r#"{"namespaces":[{"id":1,"name":"web","auth":7},{"id":2,"name":"data","auth":7}]}"#;
const BEN: &str = r#"{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":3}"#;
const HOSTILE: &str =
    r#"{"user_id":"2f3d7e8a9bac4bd2c3e4f5061728394a","user_name":"<b>eve</b>","auth":1}"#;
pub const REFUSED: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030101","errorMessage":"no"}]}"#;
const TASKS: &str = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"web-nl","syncAuto":true},
    {"remoteRegionId":"<i>af</i>","remoteNamespace":"web-af","syncAuto":true}]"#;
const JOBS: &str = r#"[{"id":2,"remoteRegionId":"eu-nl","remoteNamespace":"web-nl","status":"Success","tag":"1","createdAt":"2026-11-20T10:00:00Z"},
    {"id":1,"remoteRegionId":"<i>af</i>","remoteNamespace":"web-af","status":"failed","tag":"1","createdAt":"2026-11-20T10:00:00Z"}]"#;

/// A read's answer where it is not the usual one.
pub fn told(path: &'static str, status: u16, body: &str) -> Answer {
    ("GET", path, status, body.to_owned())
}

fn list(rows: &str) -> String {
    format!(r#"{{"others_auths":[{rows}]}}"#)
}

pub fn cloud(others: &[Answer]) -> Cloud {
    let mut answers = others.to_vec();
    answers.extend([
        told("/v3/auth/tokens", 200, &token_body("eu-de")),
        told("/v2/manage/overview", 200, r#"{"repo_num":3}"#),
        told("/v2/manage/namespaces/web/access", 200, &list(BEN)),
        told("/v2/manage/namespaces/data/access", 200, &list("")),
        told("/v2/manage/namespaces/web/repos/shop/access", 200, &list(&format!("{BEN},{HOSTILE}"))),
        told("/v2/manage/namespaces/web/repos/shop/sync_repo", 200, TASKS),
        told("/v2/manage/namespaces/web/repos/shop/sync_job", 200, JOBS),
        told("/v2/manage/namespaces/web/repos/api/access", 200, &list("")),
        told("/v2/manage/namespaces/web/repos/api/sync_repo", 200, "[]"),
        told("/v2/manage/namespaces/data/repos/lake/access", 200, &list(HOSTILE)),
        told("/v2/manage/namespaces/data/repos/lake/sync_repo", 200, "[]"),
        told(
            "/v2/manage/namespaces/web/repositories/shop/access-domains",
            200,
            r#"[{"access_domain":"partner","permit":"read","deadline":"forever","status":true},
                {"access_domain":"old","permit":"read","deadline":"2020-01-01T00:00:00Z","status":false}]"#,
        ),
        told("/v2/manage/namespaces/web/repositories/api/access-domains", 200, "[]"),
        told("/v2/manage/namespaces/data/repositories/lake/access-domains", 200, "[]"),
        told("/v2/manage/namespaces", 200, ORGANIZATIONS),
        told("/v2/manage/repos", 200, REPOSITORIES),
        told("/v2/cloudimages", 200, r#"{"images":[]}"#),
    ]);
    Cloud::new(&answers)
}

/// The numbers, each with its words.
fn figures(screen: &Screen) -> Vec<String> {
    let all = 0..screen.count(".figures > li");
    all.map(|place| {
        let text = screen.nth(".figures > li", place).text_content();
        text.unwrap_or_default()
    })
    .collect()
}

/// Where links lead that a selector finds, and what they say to whoever hears them.
fn links(screen: &Screen, selector: &str) -> Vec<(String, String)> {
    let all = 0..screen.count(selector);
    all.map(|place| {
        let link = screen.nth(selector, place);
        let name = link.get_attribute("aria-label");
        let name = name.or_else(|| link.text_content()).unwrap_or_default();
        (name, link.get_attribute("href").unwrap_or_default())
    })
    .collect()
}

pub async fn read(others: &[Answer]) -> (Cloud, Screen) {
    let cloud = cloud(others);
    let screen = Screen::signed_in_at(&cloud, "overview").await;
    screen.shows("Read all repositories").await;
    screen.button("Read all repositories").click();
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn before_a_press_only_lists_are_read_and_nothing_else_is_claimed() {
    let cloud = cloud(&[]);
    let screen = Screen::signed_in_at(&cloud, "overview").await;
    screen.shows("1 Public repository").await;
    let figures = figures(&screen);
    assert!(figures[1].starts_with('–'), "{figures:?}");
    assert!(figures[2].starts_with('–'), "{figures:?}");
    assert_eq!(screen.count(".reaches"), 0);
    let of_one = |line: &&String| line.contains("/repos/") || line.contains("/access");
    assert_eq!(cloud.asked().iter().filter(of_one).count(), 0);
}

#[wasm_bindgen_test]
async fn after_the_press_each_number_leads_to_as_many_rows() {
    let (_, screen) = read(&[]).await;
    screen.shows("2 people").await;
    screen.shows("2 tasks, 2 regions").await;
    screen.loses(".page-beside .button.quiet").await;
    let figures = figures(&screen);
    assert_eq!(figures[1], "1 Grant on an organization");
    // Whose time is over can get nothing.
    assert_eq!(figures[2], "1 Share with an account");
    let people = links(&screen, ".reaches a");
    assert_eq!(people.len(), 2, "{people:?}");
    assert!(people[0].0.starts_with("<b>eve</b>") || people[0].0.starts_with("ben"));
    assert_eq!(screen.count(".reaches b"), 0);
    for (address, rows) in [
        ("overview/public-repositories", 1),
        ("overview/organization-grants", 1),
        ("overview/shared-accounts", 1),
        ("overview/people", 2),
        ("overview/people/1e2c6d7f8a9b4ac1b2d3e4f506172839", 2),
    ] {
        screen.go(address);
        screen.loses(".overview").await;
        let all = rows + 1;
        screen
            .loses(&format!("[role=grid]:not([aria-rowcount='{all}'])"))
            .await;
        assert_eq!(screen.count("[role=grid]"), 1, "{address}");
        screen.go("overview");
        screen.shows("Where copies go").await;
    }
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_counted_named_and_not_claimed() {
    let path = "/v2/manage/namespaces/data/repos/lake/access";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    screen.shows("2 of 3 repositories read").await;
    screen.shows("1 repository could not be read").await;
    assert!(figures(&screen)[2].contains("2 of 3 repositories read"));
    screen.go("overview/not-read");
    screen.shows("data/lake").await;
    screen.shows("HTTP 403").await;
}

#[wasm_bindgen_test]
async fn an_organization_that_could_not_be_read_is_counted_and_named_with_its_cause() {
    let path = "/v2/manage/namespaces/data/access";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    screen.shows("1 of 2 organizations read").await;
    screen.loses(".page-beside .button.quiet").await;
    let told = links(&screen, ".attention a, .page-beside a");
    let told: Vec<(&str, &str)> = told
        .iter()
        .map(|(words, address)| (words.trim(), address.as_str()))
        .filter(|(_, address)| *address == "overview/not-read")
        .collect();
    let one = (
        "1 repository or organization could not be read",
        "overview/not-read",
    );
    assert_eq!(told, [one, one]);
    screen.go("overview/not-read");
    screen.shows("HTTP 403").await;
    assert_eq!(
        links(&screen, "[role=rowheader] a"),
        [("data".to_owned(), "containers/data/~permissions".to_owned())]
    );
}

#[wasm_bindgen_test]
async fn an_organization_that_no_request_can_name_is_counted_as_not_read() {
    let organizations = r#"{"namespaces":[{"id":1,"name":"web"},{"id":2,"name":".."}]}"#;
    let (_, screen) = read(&[told("/v2/manage/namespaces", 200, organizations)]).await;
    screen
        .shows("1 repository or organization could not be read")
        .await;
    screen.shows("1 of 2 organizations read").await;
}

#[wasm_bindgen_test]
async fn the_list_of_public_repositories_tells_no_gap_of_what_it_does_not_need() {
    let path = "/v2/manage/namespaces/data/repos/lake/access";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    screen.shows("1 repository could not be read").await;
    screen.go("overview/public-repositories");
    screen.shows("web/shop").await;
    assert!(!screen.text().contains("could not be read"));
    screen.go("overview/people");
    screen.shows("1 of 3 repositories could not be read").await;
}

#[wasm_bindgen_test]
async fn lines_that_may_still_come_have_their_room_while_it_is_read() {
    let path = "/v2/manage/namespaces/web/repos/api/access";
    let (cloud, screen) = read(&[told(path, HELD, &list(""))]).await;
    screen.shows("1 copy whose last job failed").await;
    assert_eq!(screen.count(".attention > .awaited"), 1);
    assert_eq!(screen.count(".picture"), 1);
    cloud.lets_go();
    screen.loses(".attention > .awaited").await;
}

#[wasm_bindgen_test]
async fn where_everything_is_refused_nobody_is_counted() {
    let (_, screen) = read(&[told("/v2/manage/namespaces/", 403, REFUSED)]).await;
    screen
        .shows("5 repositories and organizations could not be read")
        .await;
    screen.loses(".page-beside .button.quiet").await;
    assert!(!screen.text().contains("0 people"), "{}", screen.text());
    let copies = screen.get("[aria-labelledby=overview-copies]").inner_text();
    assert!(copies.contains("0 of 3 repositories read"), "{copies}");
}

#[wasm_bindgen_test]
async fn accounts_that_only_a_manager_is_told_make_no_repository_unread() {
    let path = "/v2/manage/namespaces/web/repositories/shop/access-domains";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    screen.shows("2 of 3 repositories read").await;
    screen.loses(".page-beside .button.quiet").await;
    let figures = figures(&screen);
    assert!(
        figures[2].starts_with("0 Shares with accounts"),
        "{figures:?}"
    );
    assert!(
        figures[2].contains("2 of 3 repositories read"),
        "{figures:?}"
    );
    assert!(!screen.text().contains("could not be read"));
}

#[wasm_bindgen_test]
async fn arrows_are_links_that_say_from_where_to_where_and_how_it_went() {
    let (_, screen) = read(&[]).await;
    screen.shows("3 repositories read").await;
    screen.shows("2 tasks, 2 regions").await;
    let arrows = links(&screen, ".copy-arrow a");
    assert_eq!(
        arrows,
        [
            (
                "web to <i>af</i>: 1 task, 1 failed".to_owned(),
                "sync-tasks?organization=web&region=%3Ci%3Eaf%3C%2Fi%3E".to_owned()
            ),
            (
                "web to eu-nl: 1 task".to_owned(),
                "sync-tasks?organization=web&region=eu-nl".to_owned()
            ),
        ]
    );
    screen.shows("1 copy whose last job failed").await;
}

#[wasm_bindgen_test]
async fn each_name_and_number_in_the_table_of_copies_leads_to_what_it_is() {
    let (_, screen) = read(&[told(
        "/v2/manage/namespaces/web/repos/shop/sync_job",
        200,
        "[]",
    )])
    .await;
    screen.shows("3 repositories read").await;
    screen.shows("2 tasks, 2 regions").await;
    let rows = links(&screen, ".copies-table tr:nth-child(2) a");
    let of_both = "sync-tasks?organization=web&region=eu-nl";
    let expected = [
        ("web", "containers/web".to_owned()),
        ("eu-nl", "sync-tasks?region=eu-nl".to_owned()),
        ("1", of_both.to_owned()),
        ("1", format!("{of_both}&last=never")),
    ];
    assert_eq!(
        rows,
        expected.map(|(words, address)| (words.to_owned(), address))
    );
    screen.go(&rows[3].1);
    screen.loses(".overview").await;
    screen.shows("web/shop").await;
    let both = "button[aria-pressed=true] ~ button[aria-pressed=true]";
    screen.get(both);
    screen.loses("[role=grid]:not([aria-rowcount='2'])").await;
    screen.button("Never ran").click();
    screen.loses(both).await;
}

#[wasm_bindgen_test]
async fn a_region_is_drawn_with_the_number_of_its_tasks() {
    let (_, screen) = read(&[]).await;
    screen.shows("2 tasks, 2 regions").await;
    let number = screen.get(".copy-place.region .copy-count").text_content();
    assert_eq!(number.as_deref(), Some("1"));
    // Apart from the name, as the link is called.
    let link = screen.get(".copy-place.region a").text_content().unwrap();
    assert!(link.ends_with(" 1"), "{link}");
}

#[wasm_bindgen_test]
async fn whoever_has_manage_nowhere_is_told_why_no_share_is_counted() {
    let path = "/v2/manage/namespaces/";
    let refused = |name: &str| format!("{path}{name}/access-domains").leak();
    let all = [
        "web/repositories/shop",
        "web/repositories/api",
        "data/repositories/lake",
    ];
    let all = all.map(|name| told(refused(name), 403, REFUSED));
    let (_, screen) = read(&all).await;
    screen.shows("SWR shows them only with Manage.").await;
    let figures = figures(&screen);
    assert!(
        figures[2].starts_with("– Shares with accounts"),
        "{figures:?}"
    );
    assert!(!figures[2].contains("repositories read"), "{figures:?}");
}

#[wasm_bindgen_test]
async fn where_machine_images_are_not_offered_that_is_said() {
    let unknown = r#"{"error_code":"APIGW.0101","error_msg":"The API does not exist"}"#;
    let cloud = cloud(&[told("/v2/cloudimages", 404, unknown)]);
    let screen = Screen::signed_in_at(&cloud, "overview").await;
    screen.shows("IMS is not offered in this region.").await;
    assert!(!screen.text().contains("could not be loaded"));
}

#[wasm_bindgen_test]
async fn a_table_of_copies_stays_open_while_more_is_read() {
    let (cloud, screen) = read(&[
        told("/v2/manage/namespaces/web/repos/api/sync_repo", HELD, TASKS),
        told("/v2/manage/namespaces/web/repos/api/sync_job", 200, JOBS),
    ])
    .await;
    screen.shows("2 tasks, 2 regions").await;
    let button = screen.button("As a table");
    button.focus().unwrap();
    button.click();
    cloud.lets_go();
    screen.shows("4 tasks, 2 regions").await;
    let button = screen.button("As a table");
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    assert_eq!(screen.count("button[aria-controls=copies-table]:focus"), 1);
}

#[wasm_bindgen_test]
async fn a_table_of_copies_says_how_many_it_does_not_show() {
    let task = |number| format!(r#"{{"remoteRegionId":"r-{number}","remoteNamespace":"n"}}"#);
    let tasks: Vec<String> = (0..103).map(task).collect();
    let tasks = format!("[{}]", tasks.join(","));
    let path = "/v2/manage/namespaces/web/repos/shop/sync_repo";
    let (_, screen) = read(&[told(path, 200, &tasks)]).await;
    screen.shows("103 tasks, 103 regions").await;
    let table = screen.get("#copies-table").text_content().unwrap();
    assert!(table.contains("and 3 more"), "{table}");
}

#[wasm_bindgen_test]
async fn who_sees_a_part_is_told_so() {
    let all = told("/v2/manage/overview", 200, r#"{"repo_num":300}"#);
    let screen = Screen::signed_in_at(&cloud(&[all]), "overview").await;
    screen.shows("You can see 3 of 300 repositories").await;
}

#[wasm_bindgen_test]
async fn a_first_visit_offers_sentences_until_something_is_read() {
    let (_, screen) = read(&[]).await;
    screen.loses(".first-steps").await;
    let screen = Screen::signed_in_at(&cloud(&[]), "overview").await;
    screen.shows("Take away a person’s access").await;
    screen.shows("Stop copies to a region").await;
    screen.button("Export who has access");
}

#[wasm_bindgen_test]
async fn a_token_that_ends_soon_needs_a_hand() {
    let soon = js_sys::Date::now() + 630_000.0;
    let soon: String = js_sys::Date::new(&soon.into()).to_iso_string().into();
    let body = token_body("eu-de").replace("2999-01-01T00:00:00.000000Z", &soon);
    forget_changes();
    let screen =
        Screen::signed_in_at(&cloud(&[told("/v3/auth/tokens", 200, &body)]), "overview").await;
    screen.shows("Needs attention").await;
    let told = screen.get(".attention").inner_text();
    assert!(told.contains("Token ends in 10 min"), "{told}");
}
