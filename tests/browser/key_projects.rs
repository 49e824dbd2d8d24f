//! Going to another project with an access key, which is not given again.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::access_key::{EU_DE, EU_NL, count, good, key_form, organizations, projects, refused};
use crate::answers::{Answer, Cloud, Screen};

const EU_CH: &str = r#"{"id":"9e1f704dac316f80b15c2d3e4f608102","name":"eu-ch2"}"#;
const LIST: &str = "GET /v3/auth/projects";

fn with_projects(rows: &[&str]) -> Vec<Answer> {
    let mut answers = good();
    answers[1] = projects(rows);
    answers[4] = organizations(
        200,
        r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#,
    );
    answers
}

/// In eu-de with a key that can work in these projects too.
async fn in_eu_de(cloud: &Cloud) -> Screen {
    let screen = key_form(cloud).await;
    screen.type_into("Region or project ID", "eu-de");
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen
}

#[wasm_bindgen_test]
async fn one_of_several_projects_is_reached_without_the_key_and_shows_its_own_rows_alone() {
    let sub = r#"{"id":"af208150bd427091c26d3e4f50718293","name":"eu-nl_team"}"#;
    let suspended = r#"{"id":"b0319261ce5380a2d37e4f6081a29304","name":"eu-xx","enabled":false}"#;
    let cloud = Cloud::new(&with_projects(&[EU_DE, EU_NL, sub, EU_CH, suspended]));
    let screen = in_eu_de(&cloud).await;
    screen.button("Switch project").click();
    screen.shows("In which region?").await;
    assert_eq!(screen.count("dialog input, dialog textarea"), 0);
    assert_eq!(screen.count("dialog .failure-actions button"), 2);
    let mut there = with_projects(&[EU_DE, EU_NL, EU_CH]);
    there[4] = organizations(200, r#"{"namespaces":[{"id":2,"name":"lab","auth":7}]}"#);
    cloud.answer(&there);
    screen.dialog_button("eu-ch2").click();
    screen.loses("dialog").await;
    screen.shows("lab").await;
    screen.shows("eu-ch2").await;
    assert!(!screen.text().contains("acme-web"), "{}", screen.text());
    // The way back is as short.
    screen.button("Switch project").click();
    screen.shows("In which region?").await;
    screen.dialog_button("eu-de");
    screen.dialog_button("eu-nl");
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_key_with_one_project_alone_says_so_and_stays_where_it_is() {
    let cloud = Cloud::new(&with_projects(&[EU_DE]));
    let screen = in_eu_de(&cloud).await;
    screen.button("Switch project").click();
    screen.shows("You have access to no other project").await;
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    screen.shows("acme-web").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_project_that_was_found_by_its_name_leads_to_those_that_are_listed() {
    let mut answers = with_projects(&[EU_NL]);
    let named = format!(r#"{{"projects":[{EU_DE}]}}"#);
    answers.push(("GET", "/v3/projects?name=eu-de", 200, named));
    let cloud = Cloud::new(&answers);
    let screen = in_eu_de(&cloud).await;
    screen.button("Switch project").click();
    screen.shows("In which region?").await;
    screen.dialog_button("eu-nl").click();
    screen.loses("dialog").await;
    screen.shows("eu-nl").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn two_projects_of_one_region_are_told_apart_by_their_ids() {
    let second = r#"{"id":"c142a372df6491b3e48f506192b30415","name":"eu-nl"}"#;
    let cloud = Cloud::new(&with_projects(&[EU_DE, EU_NL, second]));
    let screen = in_eu_de(&cloud).await;
    screen.button("Switch project").click();
    screen.shows("c142a372df6491b3e48f506192b30415").await;
    screen.shows("8d0e6f3c9b205e7fa04b1c2d3e5f7091").await;
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_list_of_projects_that_cannot_be_read_is_told_and_the_page_stays() {
    let cloud = Cloud::new(&with_projects(&[EU_DE, EU_NL]));
    let screen = in_eu_de(&cloud).await;
    let mut broken = with_projects(&[EU_DE]);
    broken[1] = ("GET", "/v3/auth/projects", 502, String::new());
    cloud.answer(&broken);
    screen.button("Switch project").click();
    screen.shows("HTTP 502").await;
    screen.dialog_button("Cancel").click();
    screen.shows("acme-web").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_signature_that_is_refused_there_is_not_tried_again() {
    let cloud = Cloud::new(&with_projects(&[EU_DE, EU_NL]));
    let screen = in_eu_de(&cloud).await;
    cloud.answer(&[("GET", "/v3", 401, refused("AK access failed"))]);
    let before = count(&cloud, LIST);
    screen.button("Switch project").click();
    screen.shows("does not accept this access key").await;
    screen.dialog_button("Cancel").click();
    screen.button("Switch project").click();
    screen.shows("does not accept this access key").await;
    assert_eq!(count(&cloud, LIST), before + 1, "{:?}", cloud.asked());
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}
