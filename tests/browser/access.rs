//! Who can get the images of a repository, joined by person, and the dialog that takes it away at
//! each source.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, NEVER, Screen, token_body};

const REPOSITORY: &str = "/v2/manage/namespaces/acme-web/repos/api";
const DIRECT: &str = "/v2/manage/namespaces/acme-web/repos/api/access";
const ORGANIZATIONS: &str = "/v2/manage/namespaces?namespace=acme-web";
const ORGANIZATION: &str = r#"{"namespaces":[{"name":"acme-web","repo_count":300}]}"#;
const ABOVE: &str = "/v2/manage/namespaces/acme-web/access";
const SHARED: &str = "/v2/manage/namespaces/acme-web/repositories/api/access-domains";
const PAGE: &str = "containers/acme-web/api/permissions";
const FAULT: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170","errorMessage":"no"}]}"#;

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const CARLA: &str = "2f3d7e8a9bac4bd2c3e4f5061728394a";
const GRETA: &str = "30000000000000000000000000000303";

fn row(id: &str, name: &str, level: u8) -> String {
    format!(r#"{{"user_id":"{id}","user_name":"{name}","auth":{level}}}"#)
}

fn list(rows: &[String]) -> String {
    let (own, rows) = (row(ANNA, "anna", 7), rows.join(","));
    format!(r#"{{"self_auth":{own},"others_auths":[{rows}]}}"#)
}

/// A repository with these grants, public or not.
fn cloud(is_public: bool, direct: &[String], above: (u16, String)) -> Cloud {
    let itself = format!(r#"{{"name":"api","is_public":{is_public},"description":"d"}}"#);
    let all: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", DIRECT, 200, list(direct)),
        ("GET", SHARED, 200, "[]".to_owned()),
        ("GET", ABOVE, above.0, above.1),
        ("GET", REPOSITORY, 200, itself),
        ("GET", ORGANIZATIONS, 200, ORGANIZATION.to_owned()),
        ("DELETE", DIRECT, 204, String::new()),
        ("DELETE", ABOVE, 204, String::new()),
    ];
    Cloud::new(&all)
}

fn usual() -> Cloud {
    let direct = [row(CARLA, "carla", 1), row(GRETA, "greta", 1)];
    let above = [row(BEN, "ben", 3), row(GRETA, "greta", 3)];
    cloud(false, &direct, (200, list(&above)))
}

/// The row of somebody.
fn row_of(screen: &Screen, name: &str) -> String {
    let rows = screen.count(".table-body .table-row");
    let mut rows = (0..rows).map(|place| screen.nth(".table-body .table-row", place));
    let found = rows.find(|row| {
        let header = row.query_selector("[role=rowheader]").unwrap().unwrap();
        let header = header.text_content().unwrap_or_default();
        header.starts_with(name)
    });
    let told = found.map(|row| row.text_content().unwrap_or_default());
    told.unwrap_or_else(|| panic!("no row of {name} in: {}", screen.text()))
}

async fn removing(screen: &Screen, names: &[&str]) {
    for name in names {
        screen
            .get(&format!("input[aria-label='Select {name}']"))
            .click();
    }
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("Whoever has nothing left").await;
}

#[wasm_bindgen_test]
async fn everyone_who_can_get_an_image_stands_in_one_table_under_one_sentence() {
    let screen = Screen::signed_in_at(&usual(), PAGE).await;
    screen
        .shows("4 people can get this image: 2 directly, 2 through acme-web (1 of them both), and you.")
        .await;
    assert_eq!(screen.count(".table-body .table-row"), 4);
    assert!(row_of(&screen, "greta").contains("Edit"));
    assert!(row_of(&screen, "greta").contains("direct"));
    assert!(row_of(&screen, "greta").contains("acme-web"));
    assert!(!row_of(&screen, "carla").contains("acme-web"));
    assert!(row_of(&screen, "anna").contains("your own rights"));
    assert!(row_of(&screen, "greta").contains("3000…0303"));
    assert_eq!(
        screen.count(".table-body a[href='containers/acme-web/~permissions']"),
        2
    );
    let last = screen.get(".table-row.fixed").inner_text();
    assert!(last.contains("not listed by this API"), "{last}");
    assert!(screen.find(".table-row.fixed input").is_none());
}

#[wasm_bindgen_test]
async fn one_dialog_takes_away_what_is_ticked_at_each_source_in_one_change() {
    let cloud = usual();
    let screen = Screen::signed_in_at(&cloud, PAGE).await;
    screen.shows("greta").await;
    removing(&screen, &["greta"]).await;
    screen
        .shows("Edit, through acme-web · covers 300 repositories")
        .await;
    screen.shows("afterwards: Edit through acme-web").await;
    for place in 0..2 {
        let line = screen.nth("dialog .sources label", place).text_content();
        let line = line.unwrap_or_default();
        assert!(line.contains("greta") && line.contains(GRETA), "{line}");
    }
    let ticks = "dialog .sources input";
    assert_eq!(screen.count("dialog .sources input:checked"), 1);
    let through: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(screen.nth(ticks, 1));
    through.click();
    screen.shows("afterwards: none").await;
    // The organization is more than this repository.
    screen.shows("To confirm").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.has_sent(&cloud, 2).await;
    let asked = cloud.asked();
    let deletes = asked.iter().filter(|line| line.starts_with("DELETE"));
    let expected = [format!("DELETE {DIRECT}"), format!("DELETE {ABOVE}")];
    assert_eq!(deletes.cloned().collect::<Vec<_>>(), expected);
    let ids = format!(r#"["{GRETA}"]"#);
    assert_eq!(cloud.sent(), [ids.clone(), ids]);
}

#[wasm_bindgen_test]
async fn of_somebody_who_has_access_through_the_organization_alone_nothing_is_ticked() {
    let cloud = usual();
    let screen = Screen::signed_in_at(&cloud, PAGE).await;
    screen.shows("ben").await;
    removing(&screen, &["ben"]).await;
    screen.shows("Edit, through acme-web").await;
    assert_eq!(screen.count("dialog .sources input:checked"), 0);
    screen.dialog_button("Remove access").click();
    screen.shows("Select at least one source.").await;
    assert!(cloud.sent().is_empty());
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_neither_counted_nor_called_nothing() {
    let cloud = cloud(false, &[row(CARLA, "carla", 1)], (403, FAULT.to_owned()));
    let screen = Screen::signed_in_at(&cloud, PAGE).await;
    screen.shows("At least 2 people can get this image").await;
    screen.shows("through the organization could not be").await;
    removing(&screen, &["carla"]).await;
    screen.shows("afterwards: not reported by SWR").await;
    // What the dialog rests on has arrived once everything was asked a second time.
    let asked = |path: &str| {
        let asked = cloud.asked();
        asked.iter().filter(|line| line.ends_with(path)).count()
    };
    while [REPOSITORY, DIRECT, ABOVE, SHARED]
        .iter()
        .any(|path| asked(path) < 2)
    {
        TimeoutFuture::new(10).await;
    }
    TimeoutFuture::new(50).await;
    screen.dialog_button("Remove access for 1 person").click();
    assert_eq!(screen.sends(&cloud).await, [format!(r#"["{CARLA}"]"#)]);
}

#[wasm_bindgen_test]
async fn of_a_public_repository_everyone_comes_first_with_the_way_to_make_it_private() {
    let screen = Screen::signed_in_at(&cloud(true, &[], (200, list(&[]))), PAGE).await;
    screen.shows("Everyone can get this image.").await;
    let first = screen.get(".table-row.fixed").inner_text();
    assert!(first.contains("Everyone"), "{first}");
    screen.button("Make private").click();
    screen.shows("After this, only people with access").await;
}

#[wasm_bindgen_test]
async fn a_level_that_the_organization_gives_is_changed_there() {
    let screen = Screen::signed_in_at(&usual(), PAGE).await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Change level").await;
    screen.button("Change level").click();
    screen
        .shows("1 of the selected has access through acme-web only.")
        .await;
    assert!(
        screen
            .find("dialog a[href='containers/acme-web/~permissions']")
            .is_some()
    );
    screen.dialog_button("Change level for 2 people");
}

#[wasm_bindgen_test]
async fn there_is_no_file_as_long_as_one_of_the_lists_is_on_its_way() {
    let direct = [row(CARLA, "carla", 1)];
    let cases = [
        ((NEVER, String::new()), true),
        ((200, list(&[])), false),
        // What does not come is told in the file.
        ((403, FAULT.to_owned()), false),
    ];
    for (above, waits) in cases {
        let status = above.0;
        let cloud = cloud(false, &direct, above);
        let screen = Screen::signed_in_at(&cloud, PAGE).await;
        screen.shows("carla").await;
        TimeoutFuture::new(100).await;
        let is_disabled = screen.button("Export CSV").has_attribute("disabled");
        assert_eq!(is_disabled, waits, "{status}");
    }
}
