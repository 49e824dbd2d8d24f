//! A token that the region's IAM does not know, and the cloud's global one does.

use image_console::browser::storage::{BrowserItem, TabItem};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const FILE: &str = r#"{"clouds":[{"preset":"huawei-cloud","id":"hwc","regions":["cn-north-4","cn-east-3"]},
    {"preset":"open-telekom-cloud","regions":["eu-de"]}]}"#;
const REGIONS: &str = "api/hwc/cn-north-4/iam";
const GLOBAL: &str = "api/hwc/cn-north-4/iam_global";
const AT_REGIONS: &str = "api/hwc/cn-north-4/iam/v3/auth/tokens";
const AT_GLOBAL: &str = "api/hwc/cn-north-4/iam_global/v3/auth/tokens";
const BANNER: &str = "Your token is not accepted any more";

/// What IAM says of a token: its status and words.
type Said = (u16, String);

fn unknown(words: &str) -> Said {
    let body = format!(r#"{{"error":{{"code":401,"message":"{words}","title":"t"}}}}"#);
    (401, body)
}

fn known(project: &str) -> Said {
    (200, token_body(project))
}

fn silent() -> Said {
    (502, String::new())
}

/// What the two IAMs of a region say, and any other one; a service accepts every token or none.
fn answers(region: Said, global: Said, is_accepted: bool) -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    let refused =
        r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information"}"#;
    let (status, body) = match is_accepted {
        true => (200, organizations),
        false => (401, refused),
    };
    let other = unknown("of another region");
    vec![
        ("GET", AT_REGIONS, region.0, region.1),
        ("GET", AT_GLOBAL, global.0, global.1),
        ("GET", "/v3/auth/tokens", other.0, other.1),
        ("GET", "/v2/manage/namespaces", status, body.to_owned()),
    ]
}

/// A cloud whose regions' IAMs know no token.
fn cloud(global: Said) -> Cloud {
    Cloud::new(&answers(unknown("of the region"), global, true))
}

fn opened(cloud: &Cloud, place: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, FILE);
    screen.choose("Cloud and region", place);
    screen
}

/// In a tab that keeps a token.
fn with_kept(kept: &str, cloud: &Cloud) -> Screen {
    assert!(BrowserItem::SignedOut.write(""));
    forget_changes();
    assert!(TabItem::Token.write(kept));
    Screen::set_up(cloud, FILE)
}

fn enter(screen: &Screen) {
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
}

/// The IAMs that were asked, in order.
fn iams(cloud: &Cloud) -> Vec<String> {
    let mut addresses = cloud.addresses();
    addresses.retain(|address| address.contains("/iam"));
    addresses
}

#[wasm_bindgen_test]
async fn a_token_that_the_regions_iam_does_not_know_is_shown_to_the_global_one() {
    let cloud = cloud(known("cn-north-4"));
    let screen = opened(&cloud, "0");
    enter(&screen);
    screen.shows("acme-web").await;
    assert_eq!(iams(&cloud), [REGIONS, GLOBAL]);
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn a_token_that_the_regions_iam_knows_is_shown_to_no_other() {
    let global = unknown("of the cloud");
    let cloud = Cloud::new(&answers(known("cn-north-4"), global, true));
    let screen = opened(&cloud, "0");
    enter(&screen);
    screen.shows("acme-web").await;
    assert_eq!(iams(&cloud), [REGIONS]);
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn the_project_of_a_global_token_decides_the_region_as_well() {
    let cloud = cloud(known("cn-east-3"));
    let screen = opened(&cloud, "0");
    enter(&screen);
    screen
        .shows("This token is for cn-east-3. You are signed in there.")
        .await;
    screen.shows("acme-web").await;
    let here = |address: &String| address.starts_with("api/hwc/cn-east-3/");
    assert!(cloud.addresses()[2..].iter().all(here));
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn what_both_judge_is_told_once_in_the_words_of_the_region() {
    let forbidden = (
        403,
        r#"{"error_code":"IAM.0003","error_msg":"of the cloud"}"#.to_owned(),
    );
    for global in [unknown("of the cloud"), forbidden] {
        let cloud = cloud(global);
        let screen = opened(&cloud, "0");
        enter(&screen);
        screen.shows("HTTP 401 · of the region").await;
        assert_eq!(screen.text().matches("HTTP ").count(), 1);
        assert_eq!(iams(&cloud), [REGIONS, GLOBAL]);
    }
}

#[wasm_bindgen_test]
async fn where_nobody_hears_whether_the_second_knows_it_that_is_told() {
    let throttled = (
        429,
        r#"{"error_code":"APIGW.0308","error_msg":"slow"}"#.to_owned(),
    );
    for global in [silent(), throttled] {
        let told = format!("HTTP {}", global.0);
        let cloud = cloud(global);
        let screen = opened(&cloud, "0");
        enter(&screen);
        screen
            .shows("The region’s IAM does not know this token")
            .await;
        assert!(screen.text().contains(&told), "{}", screen.text());
        assert_eq!(iams(&cloud), [REGIONS, GLOBAL]);
    }
}

#[wasm_bindgen_test]
async fn where_the_regions_iam_says_nothing_nobody_else_is_asked() {
    let cloud = Cloud::new(&answers(silent(), known("cn-north-4"), true));
    let screen = opened(&cloud, "0");
    enter(&screen);
    screen.shows("HTTP 502").await;
    assert_eq!(iams(&cloud), [REGIONS]);
}

#[wasm_bindgen_test]
async fn a_cloud_without_a_global_iam_has_its_tokens_shown_to_nobody_else() {
    let cloud = cloud(known("eu-de"));
    let screen = opened(&cloud, "2");
    enter(&screen);
    screen.shows("HTTP 401 · of another region").await;
    assert_eq!(iams(&cloud), ["api/open-telekom-cloud/eu-de/iam"]);
}

#[wasm_bindgen_test]
async fn a_global_token_that_a_service_refuses_is_judged_by_the_iam_that_knows_it() {
    let cloud = cloud(known("cn-north-4"));
    let screen = opened(&cloud, "0");
    enter(&screen);
    screen.shows("acme-web").await;
    let region = unknown("of the region");
    cloud.answer(&answers(region, known("cn-north-4"), false));
    screen.button("Refresh").click();
    screen
        .shows("IAM accepts your token, but this service does not")
        .await;
    assert!(!screen.text().contains(BANNER), "{}", screen.text());
    assert_eq!(iams(&cloud), [REGIONS, GLOBAL, GLOBAL]);
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn a_global_token_that_its_iam_knows_no_more_has_ended() {
    let cloud = cloud(known("cn-north-4"));
    let screen = opened(&cloud, "0");
    enter(&screen);
    screen.shows("acme-web").await;
    let region = unknown("of the region");
    cloud.answer(&answers(region, unknown("of the cloud"), false));
    screen.button("Refresh").click();
    screen.shows(BANNER).await;
    assert_eq!(iams(&cloud), [REGIONS, GLOBAL, GLOBAL]);
}

#[wasm_bindgen_test]
async fn a_kept_global_token_goes_back_to_the_iam_that_knows_it_and_outlives_its_silence() {
    let kept = "hwc cn-north-4 api/hwc/cn-north-4/iam_global iam.myhuaweicloud.com MIIkept";
    let cloud = cloud(silent());
    let screen = with_kept(kept, &cloud);
    screen
        .shows("The sign-in kept in this tab could not be checked")
        .await;
    assert_eq!(TabItem::Token.read().as_deref(), Some(kept));
    let region = unknown("of the region");
    cloud.answer(&answers(region, known("cn-north-4"), true));
    screen.button("Try again").click();
    screen.shows("acme-web").await;
    assert_eq!(iams(&cloud), [GLOBAL, GLOBAL]);
    assert_eq!(TabItem::Token.read().as_deref(), Some(kept));
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

/// The tokens with which an IAM was asked, in order.
fn tokens_at(cloud: &Cloud, iam: &str) -> Vec<String> {
    let asked = cloud.addresses().into_iter().zip(cloud.tokens());
    let there = asked.filter(|(address, _)| address == iam);
    there.map(|(_, token)| token).collect()
}

#[wasm_bindgen_test]
async fn the_connection_check_asks_each_iam_in_the_name_of_whom_it_knows() {
    const TOKEN: &str = "MIIexampletoken";
    let of_region = (known("cn-north-4"), silent(), [vec![TOKEN; 2], vec![""]]);
    let of_cloud = (
        unknown("of the region"),
        known("cn-north-4"),
        [vec![TOKEN, ""], vec![TOKEN; 2]],
    );
    for (region, global, expected) in [of_region, of_cloud] {
        let cloud = Cloud::new(&answers(region, global, true));
        let screen = opened(&cloud, "0");
        enter(&screen);
        screen.shows("acme-web").await;
        screen.go("connection-check");
        screen.shows("checked at").await;
        // The first of the tokens were for signing in.
        assert_eq!(
            [REGIONS, GLOBAL].map(|iam| tokens_at(&cloud, iam)),
            expected
        );
        screen.button("Sign out").click();
        screen.go("containers");
        screen.shows("Where do I get a token?").await;
    }
}

#[wasm_bindgen_test]
async fn the_connection_check_asks_the_second_iam_where_the_cloud_has_one() {
    let cloud = cloud(silent());
    forget_changes();
    let screen = Screen::set_up(&cloud, FILE);
    screen.go("connection-check");
    screen.shows("IAM for all regions").await;
    screen.shows("checked at").await;
    let asked = iams(&cloud);
    assert_eq!(asked[..2], [REGIONS, GLOBAL]);
    let of_otc: Vec<&String> = asked.iter().filter(|it| it.contains("/eu-de/")).collect();
    assert_eq!(of_otc, ["api/open-telekom-cloud/eu-de/iam"]);
}

#[wasm_bindgen_test]
async fn a_kept_token_of_the_region_is_shown_to_no_other_iam() {
    let kept = "hwc cn-north-4 api/hwc/cn-north-4/iam iam.cn-north-4.myhuaweicloud.com MIIkept";
    let cloud = cloud(silent());
    let screen = with_kept(kept, &cloud);
    screen.shows("The sign-in kept in this tab has ended").await;
    assert_eq!(iams(&cloud), [REGIONS]);
    assert_eq!(TabItem::Token.read(), None);
}

#[wasm_bindgen_test]
async fn a_tab_that_keeps_a_token_begins_at_its_place() {
    let kept = "hwc cn-east-3 api/hwc/cn-east-3/iam iam.cn-east-3.myhuaweicloud.com MIIkept";
    let screen = with_kept(kept, &cloud(silent()));
    screen.shows("The sign-in kept in this tab has ended").await;
    assert_eq!(screen.field("Cloud and region").value(), "1");
}
