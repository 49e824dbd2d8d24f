//! How much the overview says was read: one number for each question, and what was known stays.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, HELD, Screen, forget_changes};
use crate::overview::{REFUSED, REPOSITORIES, cloud, read, told};

const BENS_ID: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";

/// What a section says.
fn said(screen: &Screen, section: &str) -> String {
    screen
        .get(&format!("[aria-labelledby={section}]"))
        .inner_text()
}

#[wasm_bindgen_test]
async fn what_was_known_stays_while_the_repositories_are_listed_anew() {
    let (kept, screen) = read(&[]).await;
    screen.shows("3 repositories read").await;
    screen.go("activity");
    screen.loses(".overview").await;
    let held = cloud(&[told("/v2/manage/repos", HELD, REPOSITORIES)]);
    kept.answer(&held.answers());
    screen.go("overview");
    screen.shows("1 Public repository").await;
    screen.shows("3 repositories read").await;
    screen.shows("2 people").await;
    screen.shows("Updated ").await;
    kept.lets_go();
}

#[wasm_bindgen_test]
async fn what_is_drawn_stays_that_of_all_repositories_while_they_are_read_anew() {
    let (kept, screen) = read(&[]).await;
    screen.shows("2 people").await;
    screen.loses(".page-beside .button.quiet").await;
    let copies = said(&screen, "overview-copies");
    let held = cloud(&[told("/v2/manage/namespaces/web/repos/shop/", HELD, "")]);
    kept.answer(&held.answers());
    screen.get(".refresh").click();
    screen.shows("2 of 3 repositories read so far").await;
    assert_eq!(said(&screen, "overview-copies"), copies);
    screen.shows("2 people").await;
    kept.lets_go();
}

#[wasm_bindgen_test]
async fn while_the_first_list_is_on_its_way_a_part_is_not_taken_for_all() {
    let (held, screen) = read(&[told("/v2/manage/repos", HELD, REPOSITORIES)]).await;
    screen.shows("repositories listed so far are read").await;
    held.lets_go();
    screen.shows("3 repositories read").await;
}

#[wasm_bindgen_test]
async fn an_account_without_repositories_has_none_shared_and_none_copied() {
    let (_, screen) = read(&[
        told("/v2/manage/repos", 200, "[]"),
        told("/v2/manage/namespaces", 200, r#"{"namespaces":[]}"#),
        told("/v2/manage/overview", 200, r#"{"repo_num":0}"#),
    ])
    .await;
    screen
        .shows("No sync tasks: there are no repositories here.")
        .await;
    let who = said(&screen, "overview-who");
    let zeros = who.lines().filter(|line| line.starts_with("0 ")).count();
    assert_eq!(zeros, 3, "{who}");
    assert!(
        !screen.text().contains("Not read yet."),
        "{}",
        screen.text()
    );
}

#[wasm_bindgen_test]
async fn each_question_has_its_own_number_where_one_told_less() {
    let (_, screen) = read(&[
        told(
            "/v2/manage/namespaces/web/repos/shop/sync_repo",
            403,
            REFUSED,
        ),
        told(
            "/v2/manage/namespaces/data/repos/lake/sync_repo",
            403,
            REFUSED,
        ),
    ])
    .await;
    screen
        .shows("Access: 3 repositories read · Sync tasks: 1 of 3 repositories read")
        .await;
    let copies = said(&screen, "overview-copies");
    assert!(copies.contains("1 of 3 repositories read"), "{copies}");
    assert!(!copies.contains("None"), "{copies}");
    screen.go("overview/shared-accounts");
    screen.loses(".overview").await;
    screen.shows("Access: 3 repositories read").await;
    let head = screen.get(".page-beside").inner_text();
    assert!(!head.contains("Sync tasks"), "{head}");
}

#[wasm_bindgen_test]
async fn before_the_press_it_is_told_what_needs_a_hand_unseen() {
    forget_changes();
    let refused = told(
        "/v2/manage/namespaces/data/repos/lake/sync_repo",
        403,
        REFUSED,
    );
    let screen = Screen::signed_in_at(&cloud(&[refused]), "overview").await;
    screen.shows("Not looked at yet: Access, Sync tasks").await;
    // That page scans by itself.
    screen.go("sync-tasks");
    screen.shows("1 of 3 repositories could not be read").await;
    screen.go("overview");
    screen.shows("1 repository could not be read").await;
    let attention = said(&screen, "overview-attention");
    assert!(attention.contains("could not be read"), "{attention}");
    assert!(!attention.contains("Access, Sync tasks"), "{attention}");
    assert!(
        attention.contains("Not looked at yet: Access"),
        "{attention}"
    );
}

#[wasm_bindgen_test]
async fn a_file_that_was_asked_for_first_is_offered_in_the_same_place_once_all_is_read() {
    forget_changes();
    let path = "/v2/manage/namespaces/web/repos/api/access";
    let held = cloud(&[told(path, HELD, r#"{"others_auths":[]}"#)]);
    let screen = Screen::signed_in_at(&held, "overview").await;
    screen.shows("Take away a person’s access").await;
    screen.button("Export who has access").click();
    screen
        .shows("The file can be saved once everything is read")
        .await;
    screen.loses("#overview-file:not(:focus)").await;
    assert_eq!(screen.count(".first-steps button"), 0);
    held.lets_go();
    screen
        .shows("3 repositories read. The file can be saved now.")
        .await;
    screen.get(".first-steps .primary").click();
    screen.loses(".first-steps").await;
    screen.loses("#page-title:not(:focus)").await;
}

/// What is told where nothing of a list could be read, or nothing can be told.
async fn claims_no_nothing(others: &[Answer], counted: Option<usize>, why: &str) {
    let cloud = cloud(others);
    if counted.is_some() {
        cloud.counts("/v2/manage/repos", counted);
    }
    let screen = Screen::signed_in_at(&cloud, "overview").await;
    screen.shows("Read all repositories").await;
    screen.button("Read all repositories").click();
    screen
        .loses(".page-beside .button:is(.primary, .quiet)")
        .await;
    screen.shows(why).await;
    let copies = said(&screen, "overview-copies");
    assert!(!copies.contains("there are no repositories"), "{copies}");
    let who = said(&screen, "overview-who");
    assert!(!who.contains("0 people"), "{who}");
}

fn nothing_listed(count: u64) -> [Answer; 3] {
    [
        told("/v2/manage/repos", 200, "[]"),
        told("/v2/manage/namespaces", 200, r#"{"namespaces":[]}"#),
        told(
            "/v2/manage/overview",
            200,
            &format!(r#"{{"repo_num":{count}}}"#),
        ),
    ]
}

#[wasm_bindgen_test]
async fn whoever_sees_none_of_the_repositories_is_not_told_that_there_are_none() {
    let why = "You can see 0 of 5 repositories";
    claims_no_nothing(&nothing_listed(5), None, why).await;
}

#[wasm_bindgen_test]
async fn a_list_that_lacks_some_of_its_repositories_is_not_taken_for_an_empty_one() {
    let why = "The service counts 5, but only 0 came";
    claims_no_nothing(&nothing_listed(0), Some(5), why).await;
}

#[wasm_bindgen_test]
async fn a_repository_that_no_request_can_name_is_not_taken_for_none() {
    let mut answers = nothing_listed(1);
    answers[0] = told(
        "/v2/manage/repos",
        200,
        r#"[{"namespace":"web","name":".."}]"#,
    );
    claims_no_nothing(&answers, None, "1 repository could not be read").await;
}

#[wasm_bindgen_test]
async fn a_list_that_failed_is_not_told_as_one_on_its_way() {
    forget_changes();
    let lost = cloud(&[told("/v2/manage/repos", 500, "{}")]);
    let screen = Screen::signed_in_at(&lost, "overview").await;
    screen.shows("This list could not be loaded.").await;
    screen.button("Export who has access").click();
    screen.loses(".first-steps button").await;
    let text = screen.text();
    let file = said(&screen, "overview-file");
    assert!(!text.contains("listed so far"), "{text}");
    assert!(!file.contains("once everything is read"), "{file}");
}

#[wasm_bindgen_test]
async fn a_person_of_whom_nothing_is_known_has_neither_name_nor_number() {
    let nobody = "0123456789abcdef0123456789abcdef";
    let cloud = cloud(&[]);
    let screen = Screen::signed_in_at(&cloud, &format!("overview/people/{nobody}")).await;
    screen.shows("Read all repositories").await;
    screen.shows("Repositories of one person").await;
    let number = || screen.get(".page-count").text_content().unwrap_or_default();
    assert_eq!(number(), "");
    screen.button("Read all repositories").click();
    let none = format!("No access of user ID {nobody} found: 3 repositories read.");
    screen.shows(&none).await;
    assert_eq!(number(), "");
    assert!(!screen.text().contains("To remove access"));
}

#[wasm_bindgen_test]
async fn each_row_of_a_person_leads_to_where_that_access_is_taken_away() {
    let (_, screen) = read(&[]).await;
    screen.shows("2 people").await;
    screen.go(&format!("overview/people/{BENS_ID}"));
    screen.shows("To remove access").await;
    let links: Vec<String> = (0..screen.count("[role=grid] a"))
        .filter_map(|number| screen.nth("[role=grid] a", number).get_attribute("href"))
        .collect();
    let found = |address: &str| format!("{address}?filter={BENS_ID}");
    let (api, shop, web) = (
        found("containers/web/api/permissions"),
        found("containers/web/shop/permissions"),
        found("containers/web/~permissions"),
    );
    assert_eq!(links, [api, web.clone(), shop.clone(), shop, web]);
}

#[wasm_bindgen_test]
async fn a_list_tells_how_little_was_read_where_the_reading_stopped() {
    let row = |number: u8| format!(r#"{{"namespace":"web","name":"r{number}","is_public":false}}"#);
    let rows: Vec<String> = (0..12).map(row).collect();
    let answers = [
        told("/v2/manage/overview", 200, r#"{"repo_num":12}"#),
        told("/v2/manage/namespaces/web/repos/", 502, ""),
        told("/v2/manage/repos", 200, &format!("[{}]", rows.join(","))),
    ];
    let (_, screen) = read(&answers).await;
    screen.shows("Reading stopped").await;
    screen.go("overview/people");
    screen.loses(".overview").await;
    screen.shows("of 12 repositories could not be read").await;
    screen.shows("0 of 12 repositories read").await;
}
