//! Several clouds and regions: each request goes to its own.

use image_console::browser::storage::{BrowserItem, TabItem};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const TWO_CLOUDS: &str = r#"{"clouds":[
    {"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]},
    {"preset":"huawei-cloud","id":"hwc","name":"Huawei Cloud Europe","regions":["eu-west-101"]}]}"#;

/// A token of the second one, as the tab keeps it.
const KEPT: &str =
    "hwc eu-west-101 api/hwc/eu-west-101/iam iam.eu-west-101.myhuaweicloud.eu MIIkept";

fn cloud_with(project: &str, organization: &str) -> Cloud {
    Cloud::new(&answers(project, organization))
}

fn answers(project: &str, organization: &str) -> Vec<Answer> {
    let organizations = format!(
        r#"{{"namespaces":[{{"id":1,"name":"{organization}","creator_name":"anna","auth":7}}]}}"#
    );
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body(project)),
        ("GET", "/v2/manage/namespaces", 200, organizations),
    ]
}

/// Two clouds, of which the one with this number in the list is selected.
fn selected(cloud: &Cloud, place: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, TWO_CLOUDS);
    screen.choose("Cloud and region", place);
    screen
}

fn enter(screen: &Screen) {
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
}

#[wasm_bindgen_test]
async fn a_token_goes_to_the_selected_cloud_only() {
    let cloud = cloud_with("eu-west-101", "acme-web");
    let screen = selected(&cloud, "2");
    enter(&screen);
    screen.shows("acme-web").await;
    screen.shows("Huawei Cloud Europe · eu-west-101").await;
    assert_eq!(screen.count(".toast"), 0);
    let addresses = cloud.addresses();
    assert_eq!(addresses[0], "api/hwc/eu-west-101/iam");
    let is_there = |address: &String| address.starts_with("api/hwc/eu-west-101/");
    assert!(addresses.iter().all(is_there), "{addresses:?}");
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn the_project_of_the_token_decides_the_region() {
    let cloud = cloud_with("eu-nl", "acme-web");
    let screen = selected(&cloud, "0");
    enter(&screen);
    screen.shows("acme-web").await;
    screen
        .shows("This token is for eu-nl. You are signed in there.")
        .await;
    let addresses = cloud.addresses();
    assert_eq!(addresses[0], "api/open-telekom-cloud/eu-de/iam");
    let is_there = |address: &String| address.starts_with("api/open-telekom-cloud/eu-nl/");
    assert!(addresses[1..].iter().all(is_there), "{addresses:?}");
    assert!(addresses.len() > 1);
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_token_for_a_region_that_is_not_set_up_signs_nobody_in() {
    let cloud = cloud_with("eu-west-101", "acme-web");
    let screen = selected(&cloud, "0");
    enter(&screen);
    screen.shows("not set up for the region eu-west-101").await;
    assert_eq!(cloud.addresses(), ["api/open-telekom-cloud/eu-de/iam"]);
}

#[wasm_bindgen_test]
async fn a_kept_token_goes_back_to_its_own_cloud_only() {
    forget_changes();
    // Nobody has signed out in this browser since the tab keeps the token.
    assert!(BrowserItem::SignedOut.write(""));
    assert!(TabItem::Token.write(KEPT));
    let cloud = cloud_with("eu-west-101", "acme-web");
    let screen = Screen::set_up(&cloud, TWO_CLOUDS);
    screen.shows("acme-web").await;
    assert_eq!(cloud.addresses()[0], "api/hwc/eu-west-101/iam");
    let kept = TabItem::Token.read();
    assert_eq!(kept.as_deref(), Some(KEPT));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_kept_token_of_a_cloud_that_is_not_set_up_any_more_is_sent_nowhere() {
    let iam = "api/hwc/eu-west-101/iam iam.eu-west-101.myhuaweicloud.eu";
    for (kept, file) in [
        ("MIIkept", TWO_CLOUDS),
        ("hwc eu-west-101 MIIkept", TWO_CLOUDS),
        (&format!("other eu-west-101 {iam} MIIkept"), TWO_CLOUDS),
        (&format!("hwc eu-de {iam} MIIkept"), TWO_CLOUDS),
        (KEPT, "{}"),
        (&format!("{KEPT} more"), TWO_CLOUDS),
        ("", TWO_CLOUDS),
    ] {
        assert!(TabItem::Token.write(kept));
        let cloud = Cloud::new(&[]);
        let screen = Screen::set_up(&cloud, file);
        screen.shows("Where do I get a token?").await;
        assert_eq!(TabItem::Token.read(), None, "{kept}");
        assert_eq!(cloud.asked(), Vec::<String>::new(), "{kept}");
    }
}

#[wasm_bindgen_test]
async fn a_kept_token_is_not_sent_to_where_its_region_leads_since() {
    let led = |host: &str, iam: &str| {
        format!(
            r#"{{"clouds":[{{"id":"own","regions":[{{"id":"dc-1","services":{{
                "iam":{{"host":"{host}"{iam}}},"swr":{{"host":"swr.dc-1.test"}}}}}}]}}]}}"#
        )
    };
    let before = led("iam.dc-1.test", "");
    forget_changes();
    let cloud = cloud_with("dc-1", "acme-web");
    let screen = Screen::set_up(&cloud, &before);
    screen.get("input[type=checkbox]").click();
    enter(&screen);
    screen.shows("acme-web").await;
    let kept = TabItem::Token.read().unwrap();
    assert!(kept.ends_with(" MIIexampletoken"), "{kept}");
    drop(screen);
    for after in [
        led("iam.other.test", ""),
        led("iam.dc-1.test", r#","address":"https://iam.other.test""#),
    ] {
        assert!(TabItem::Token.write(&kept));
        let cloud = Cloud::new(&[]);
        let screen = Screen::set_up(&cloud, &after);
        screen.shows("Where do I get a token?").await;
        assert_eq!(TabItem::Token.read(), None, "{after}");
        assert_eq!(cloud.asked(), Vec::<String>::new(), "{after}");
    }
    // What has not changed goes on.
    assert!(TabItem::Token.write(&kept));
    let screen = Screen::set_up(&cloud, &before);
    screen.shows("acme-web").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn nothing_leads_to_what_a_region_lacks_and_a_link_to_it_says_so() {
    let cloud = cloud_with("eu-nl", "acme-web");
    let screen = selected(&cloud, "1");
    enter(&screen);
    screen.shows("acme-web").await;
    // A drawer that is closed has no inner text.
    let navigation = screen.get(".side-navigation").text_content().unwrap();
    assert!(navigation.contains("Machine images"), "{navigation}");
    assert!(!navigation.contains("Image security sync"), "{navigation}");
    assert!(!navigation.contains("Sync tasks"), "{navigation}");
    screen.go("security-sync");
    screen
        .shows("Image security sync is not offered in this region.")
        .await;
    screen.go("sync-tasks");
    screen
        .shows("Copying images to other regions is not offered here.")
        .await;
    let asked = cloud.addresses();
    assert!(!asked.iter().any(|it| it.ends_with("/hss")), "{asked:?}");
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn another_place_is_reached_from_the_top_bar_with_a_token_of_it() {
    let cloud = cloud_with("eu-de", "acme-web");
    let screen = selected(&cloud, "0");
    enter(&screen);
    screen.shows("acme-web").await;
    cloud.answer(&answers("eu-west-101", "acme-other"));
    screen.button("Huawei Cloud Europe · eu-west-101").click();
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
    screen.type_into("Token", "MIIothertoken");
    screen.dialog_button("Sign in").click();
    screen.shows("acme-other").await;
    assert!(!screen.text().contains("acme-web"));
    let addresses = cloud.addresses();
    let there = addresses.iter().position(|it| it.starts_with("api/hwc/"));
    let there = &addresses[there.unwrap()..];
    assert!(
        there.iter().all(|it| it.starts_with("api/hwc/")),
        "{there:?}"
    );
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_project_that_an_image_is_shared_with_stands_under_its_alias() {
    const TEAM: &str = "1f6d0b7c2e3a4958b7c6d5e4f3a2b1c0";
    let file = format!(
        r#"{{"clouds":[{{"preset":"open-telekom-cloud","regions":["eu-de"],"project_aliases":{{"{TEAM}":"Delivery team"}}}}]}}"#
    );
    let members = format!(
        r#"{{"members":[{{"image_id":"a","member_id":"{TEAM}","member_type":"project","status":"accepted"}},
            {{"image_id":"a","member_id":"{TEAM}","member_type":"domain","status":"accepted"}}]}}"#
    );
    let image = r#"{"id":"a","name":"image-a","__imagetype":"shared","owner":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","status":"active"}"#;
    let mut answers = answers("eu-de", "acme-web");
    answers.push(("GET", "/v2/images/a/members", 200, members));
    answers.push(("GET", "/v2/images/a", 200, image.to_owned()));
    let cloud = Cloud::new(&answers);
    forget_changes();
    let screen = Screen::set_up(&cloud, &file);
    enter(&screen);
    screen.shows("acme-web").await;
    screen.go("machine-images/a");
    screen.shows("Delivery team").await;
    assert_eq!(screen.text().matches("Delivery team").count(), 1);
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn the_own_project_stands_under_its_alias_in_the_menu_and_as_the_owner_of_an_image() {
    const OWN: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
    let file = format!(
        r#"{{"clouds":[{{"preset":"open-telekom-cloud","regions":["eu-de"],"project_aliases":{{"{OWN}":"Build team"}}}}]}}"#
    );
    let image = format!(
        r#"{{"id":"a","name":"image-a","__imagetype":"private","owner":"{OWN}","status":"active"}}"#
    );
    let mut answers = answers("eu-de", "acme-web");
    answers.push((
        "GET",
        "/v2/images/a/members",
        200,
        r#"{"members":[]}"#.to_owned(),
    ));
    answers.push(("GET", "/v2/images/a", 200, image));
    let cloud = Cloud::new(&answers);
    forget_changes();
    let screen = Screen::set_up(&cloud, &file);
    enter(&screen);
    screen.shows("acme-web").await;
    let facts = screen.get(".menu-facts").text_content().unwrap();
    assert!(facts.contains(&format!("Build team {OWN}")), "{facts}");
    screen.go("machine-images/a");
    screen.shows("Owner project").await;
    screen.shows("Build team").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn each_cloud_has_its_own_pages_and_the_tools_that_are_made_for_it() {
    const THREE: &str = r#"{"clouds":[
        {"preset":"open-telekom-cloud","regions":["eu-de"]},
        {"preset":"huawei-cloud","regions":["eu-west-101"]},
        {"id":"own","regions":[{"id":"dc-1","services":{
            "iam":{"host":"iam.example"},"swr":{"host":"swr.example"}}}]}]}"#;
    for (place, project, pages, tools) in [
        (
            "0",
            "eu-de",
            "security machine",
            "curl PowerShell Terraform",
        ),
        (
            "1",
            "eu-west-101",
            "sync enterprise security machine",
            "curl PowerShell KooCLI Terraform",
        ),
        ("2", "dc-1", "sync", "curl PowerShell"),
    ] {
        forget_changes();
        let cloud = cloud_with(project, "acme-web");
        let screen = Screen::set_up(&cloud, THREE);
        screen.choose("Cloud and region", place);
        enter(&screen);
        screen.shows("acme-web").await;
        let offered: Vec<&str> = [
            ("sync", "sync-tasks"),
            ("enterprise", "enterprise"),
            ("security", "security-sync"),
            ("machine", "machine-images"),
        ]
        .into_iter()
        .filter(|(_, address)| screen.find(&format!("nav a[href=\"{address}\"]")).is_some())
        .map(|(name, _)| name)
        .collect();
        assert_eq!(offered.join(" "), pages, "{project}");
        let buttons = ".copy-as button:not([hidden])";
        let names = (0..screen.count(buttons)).map(|nth| screen.nth(buttons, nth).text_content());
        let names: Vec<String> = names.map(Option::unwrap_or_default).collect();
        assert_eq!(names.join(" "), tools, "{project}");
        screen.button("Sign out").click();
    }
}
