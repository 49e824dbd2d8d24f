//! Who machine images are shared with, and what others share, as far as the answers tell.

use gloo_timers::future::TimeoutFuture;
use image_console::pages::machine_images::Route;
use image_console::route::{PageRoute as _, segments};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::answers::{Answer, Cloud, Screen, token_body};

const LIST: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500";
const PENDING: &str = "/v2/cloudimages?__imagetype=shared&enterprise_project_id=all_granted_eps&limit=500&member_status=pending";
const ACCEPTED: &str = "/v2/cloudimages?__imagetype=shared&enterprise_project_id=all_granted_eps&limit=500&member_status=accepted";
const REJECTED: &str = "/v2/cloudimages?__imagetype=shared&enterprise_project_id=all_granted_eps&limit=500&member_status=rejected";
const RECEIVED: &str = "/v2/cloudimages?__imagetype=shared";
const NONE: &str = r#"{"images":[]}"#;
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const ACCOUNT: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";
const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
const PARTNER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";

fn image(id: &str, kind: &str, owner: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":"image-{id}","__imagetype":"{kind}","visibility":"{kind}","owner":"{owner}",
        "status":"active","created_at":"2026-11-06T14:03:27Z"}}"#
    )
}

fn images(rows: &[String]) -> String {
    format!(r#"{{"images":[{}]}}"#, rows.join(","))
}

fn members(rows: &[[&str; 3]]) -> String {
    let rows = rows.iter().map(|[kind, id, status]| {
        format!(
            r#"{{"member_type":"{kind}","member_id":"{id}","status":"{status}","created_at":"2026-11-08T10:00:00Z"}}"#
        )
    });
    format!(r#"{{"members":[{}]}}"#, rows.collect::<Vec<_>>().join(","))
}

fn cloud(answers: &[(&'static str, u16, String)]) -> Cloud {
    let mut all: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v3/auth/projects",
            200,
            format!(r#"{{"projects":[{{"id":"{TEAM}","name":"eu-de_team"}}]}}"#),
        ),
    ];
    let answers = answers.iter();
    all.extend(answers.map(|(path, status, body)| ("GET", *path, *status, body.clone())));
    Cloud::new(&all)
}

/// What stands in the row of this name.
fn row(screen: &Screen, name: &str) -> String {
    let rows = screen.count("[role=row]");
    let rows = (0..rows).map(|place| {
        let row: HtmlElement = screen.nth("[role=row]", place).unchecked_into();
        row.inner_text()
    });
    let mut found = rows.filter(|row| row.contains(name));
    found
        .next()
        .unwrap_or_else(|| panic!("no row {name} in {}", screen.text()))
}

/// Four images: private, shared with two, not to be read, of the cloud.
fn mixed() -> Vec<(&'static str, u16, String)> {
    vec![
        (
            "/v2/images/shared/members",
            200,
            members(&[
                ["project", TEAM, "ACCEPTED"],
                ["domain", ACCOUNT, "pending"],
            ]),
        ),
        (
            "/v2/images/refused/members",
            403,
            r#"{"error":{"code":"IMG.0106","message":"no"}}"#.to_owned(),
        ),
        (
            "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=gold",
            200,
            NONE.to_owned(),
        ),
        (
            LIST,
            200,
            images(&[
                image("private", "private", PROJECT),
                image("shared", "shared", PROJECT),
                image("refused", "shared", PROJECT),
                image("gold", "gold", "cloud"),
            ]),
        ),
    ]
}

#[wasm_bindgen_test]
async fn what_is_shared_is_counted_what_is_private_is_none_and_what_is_refused_says_so() {
    let cloud = cloud(&mixed());
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("1 of 2 images could not be read").await;
    let cell = |name: &str| {
        let row = row(&screen, name);
        let cells: Vec<&str> = row.lines().map(str::trim).collect();
        cells.join("|")
    };
    assert!(
        cell("image-shared").contains("|2|"),
        "{}",
        cell("image-shared")
    );
    assert!(
        cell("image-private").contains("|0|"),
        "{}",
        cell("image-private")
    );
    assert!(cell("image-refused").contains("Could not be read"));
    assert!(!cell("image-refused").contains("|0|"));
    assert!(!cell("image-gold").contains("|0|"));
    let asked = cloud.asked();
    let members: Vec<&String> = asked.iter().filter(|it| it.contains("/members")).collect();
    assert_eq!(members.len(), 2, "{asked:?}");
}

#[wasm_bindgen_test]
async fn many_images_are_read_only_when_a_person_asks_for_it() {
    let many: Vec<String> = (0..101)
        .map(|number| image(&format!("i{number}"), "shared", PROJECT))
        .collect();
    let cloud = cloud(&[
        ("/v2/images/", 200, members(&[["project", TEAM, "pending"]])),
        (
            "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=i100",
            200,
            NONE.to_owned(),
        ),
        (LIST, 200, images(&many)),
    ]);
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("Count who 101 images are shared with").await;
    let asks = || {
        cloud
            .asked()
            .iter()
            .filter(|it| it.contains("/members"))
            .count()
    };
    assert_eq!(asks(), 0);
    screen
        .button("Count who 101 images are shared with")
        .click();
    screen.shows("of 101 shared images read so far").await;
    while screen.text().contains("so far") {
        TimeoutFuture::new(10).await;
    }
    screen.shows("101 shared images read").await;
    assert_eq!(asks(), 101);
}

#[wasm_bindgen_test]
async fn a_recipient_is_one_row_and_its_other_routes_are_told() {
    let cloud = cloud(&mixed());
    let screen = Screen::signed_in_at(&cloud, "machine-images/recipients").await;
    screen
        .shows("As far as was read: 1 of 2 shared images read.")
        .await;
    screen.shows("1 through its account").await;
    let team = row(&screen, "a2b4…b2d4");
    assert!(team.contains("Project"), "{team}");
    assert!(!row(&screen, "4f1c…2a10").contains("through its account"));
    screen.go(&format!("machine-images/recipients/project/{TEAM}"));
    screen.shows("Keeps it through its account").await;
    let held = row(&screen, "image-shared");
    assert!(held.contains("Accepted"), "{held}");
    screen.go(&format!("machine-images/recipients/project/{PARTNER}"));
    screen.shows("None among the images read so far").await;
}

#[wasm_bindgen_test]
async fn three_lists_stand_in_one_table_each_image_as_it_says_itself() {
    let own = |status| members(&[["project", PROJECT, status]]);
    let one = |id: &str| images(&[image(id, "shared", PARTNER)]);
    let cloud = cloud(&[
        ("/v2/images/waits/members", 200, own("PENDING")),
        ("/v2/images/odd/members", 200, own("expired-by-policy")),
        (
            "/v2/images/by-account/members",
            200,
            members(&[["domain", ACCOUNT, "accepted"]]),
        ),
        ("/v2/images/gone/members", 403, String::new()),
        (PENDING, 200, one("waits")),
        (
            ACCEPTED,
            200,
            images(&[
                image("odd", "shared", PARTNER),
                image("by-account", "shared", PARTNER),
            ]),
        ),
        (REJECTED, 200, one("gone")),
        (RECEIVED, 200, NONE.to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/shared-with-me").await;
    screen.shows("expired-by-policy").await;
    screen.shows("1 of 4 images could not be read").await;
    assert!(row(&screen, "image-waits").contains("Pending"));
    assert!(row(&screen, "image-waits").contains("b7d1…d6f8"));
    assert!(row(&screen, "image-by-account").contains("Account"));
    assert!(row(&screen, "image-gone").contains("Rejected"));
    screen
        .shows("You can still create servers from an image that you rejected.")
        .await;
}

#[wasm_bindgen_test]
async fn a_list_that_is_refused_is_told_beside_the_others_and_nothing_is_called_empty() {
    let refused = || r#"{"error":{"code":"IMG.0047","message":"no"}}"#.to_owned();
    let cloud = cloud(&[
        (
            "/v2/images/",
            200,
            members(&[["project", PROJECT, "pending"]]),
        ),
        (PENDING, 200, images(&[image("waits", "shared", PARTNER)])),
        (REJECTED, 403, refused()),
        (RECEIVED, 200, NONE.to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/shared-with-me").await;
    screen
        .shows("The rejected images could not be loaded.")
        .await;
    screen.shows("image-waits").await;
    drop(screen);
    cloud.answer(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", REJECTED, 403, refused()),
        ("GET", RECEIVED, 200, NONE.to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/shared-with-me").await;
    screen
        .shows("You may not see machine images of this project.")
        .await;
    assert!(!screen.text().contains("No other project shares"));
}

#[wasm_bindgen_test]
async fn where_nobody_shares_anything_the_page_says_what_it_is_for() {
    let cloud = cloud(&[(RECEIVED, 200, NONE.to_owned())]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/shared-with-me").await;
    screen
        .shows("No other project shares an image with this one.")
        .await;
}

#[wasm_bindgen_test]
fn a_recipient_of_any_name_has_an_address_that_leads_back_to_it() {
    for address in [
        "machine-images/recipients",
        "machine-images/shared-with-me",
        "machine-images/recipients/project/a2b4",
        "machine-images/recipients/organization/organizations%3A%3A4f1c%3Aroot%3Ao%2D1%2Fr%2D2",
        "machine-images/recipients/team/%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E",
    ] {
        let segments = segments(address).unwrap();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let route = Route::parse(&segments).map(|route| route.to_string());
        assert_eq!(route.as_deref(), Some(address));
    }
}
