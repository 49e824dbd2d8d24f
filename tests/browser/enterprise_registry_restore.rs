//! Creating a target registry again that was deleted, with the policies that wait for it.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen, token_body};
use crate::enterprise_registry_form::{HARBOR, NO_ROWS, Told, answers, page};
use crate::kept;
use crate::replication::{POLICIES, TO_NL};

const HOSTS: &str = "harbor.example.com 192.0.2.10";

/// The policy that uses the registry, in a list.
fn policies() -> String {
    let policy = TO_NL.replace(r#""id":12"#, r#""id":9007199254740993"#);
    format!(r#"{{"total":1,"policies":[{policy}]}}"#)
}

fn told(policies: &str) -> Told<'_> {
    Told {
        policies,
        shown: (404, ""),
        ..Told::default()
    }
}

/// The page after the registry was freed and deleted.
async fn freed() -> (Cloud, Screen) {
    let (cloud, screen) = page(told(&policies())).await;
    screen.get(".table-row input[type=checkbox]").click();
    screen.shows("Delete 1 target registry").await;
    screen.button("Delete 1 target registry").click();
    screen.shows("to-nl: This instance → large").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen
        .dialog_button("Free and delete 1 target registry")
        .click();
    screen.shows("Create large again").await;
    (cloud, screen)
}

async fn open(screen: &Screen) {
    screen.button("Create large again").click();
    screen
        .shows("Then 1 replication policy gets the registry again")
        .await;
    screen.type_into("Hosts and their IP addresses", HOSTS);
    screen.type_into("Secret", "s3cret");
}

fn posted(cloud: &Cloud) -> usize {
    let line = format!("POST {POLICIES}");
    let asked = cloud.asked();
    asked.iter().filter(|asked| **asked == line).count()
}

#[wasm_bindgen_test]
async fn a_deleted_registry_is_created_again_and_its_policy_gets_the_new_id() {
    let (cloud, screen) = freed().await;
    open(&screen).await;
    screen.dialog_button("Create target registry again").click();
    screen.asks(&cloud, &format!("POST {POLICIES}")).await;
    let sent = cloud.sent();
    let last = sent.last().map_or("", String::as_str);
    assert!(last.contains(r#""dest_registry":{"id":31}"#), "{sent:?}");
    assert!(last.contains(r#""name":"to-nl""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_form_that_is_left_sends_nothing_over_what_was_created_elsewhere() {
    let (cloud, screen) = freed().await;
    screen.button("Create target registry").click();
    screen.shows("Hosts and their IP addresses").await;
    screen.type_into("Target registry", "large");
    screen.type_into("URL", "https://harbor.example.com");
    screen.type_into("Hosts and their IP addresses", HOSTS);
    screen.type_into("Access ID", "robot$large");
    screen.type_into("Secret", "s3cret");
    screen.dialog_button("Create target registry").click();
    screen.has_sent(&cloud, 1).await;
    screen.loses("dialog").await;
    let named = format!(r#"{{"total":1,"registries":[{HARBOR}]}}"#);
    let policies = policies();
    cloud.answer(&answers(Told {
        named: &named,
        ..told(&policies)
    }));
    screen.go("activity");
    screen.shows("Create large again").await;
    open(&screen).await;
    screen.dialog_button("Create target registry again").click();
    screen.shows("large already exists.").await;
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    assert_eq!(posted(&cloud), 0);
    screen.shows("Create large again").await;
}

#[wasm_bindgen_test]
async fn a_form_that_is_left_while_its_request_is_under_way_brings_back_all_that_was_confirmed() {
    let (cloud, screen) = freed().await;
    let policies = policies();
    cloud.answer(&answers(Told {
        create: (HELD, r#"{"id":31}"#),
        ..told(&policies)
    }));
    open(&screen).await;
    screen.dialog_button("Create target registry again").click();
    screen.has_sent(&cloud, 1).await;
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    screen.go("activity");
    cloud.lets_go();
    screen.asks(&cloud, &format!("POST {POLICIES}")).await;
    let sent = cloud.sent();
    let last = sent.last().map_or("", String::as_str);
    assert!(last.contains(r#""dest_registry":{"id":31}"#), "{sent:?}");
    screen.shows("Undone").await;
}

#[wasm_bindgen_test]
async fn a_refused_registry_that_is_sent_again_after_another_has_taken_its_place_moves_no_policy() {
    let (cloud, screen) = freed().await;
    let policies = policies();
    cloud.answer(&answers(Told {
        create: (
            409,
            r#"{"error_code":"SWR.409","error_msg":"the name is taken"}"#,
        ),
        ..told(&policies)
    }));
    open(&screen).await;
    screen.dialog_button("Create target registry again").click();
    screen.has_sent(&cloud, 1).await;
    screen.shows("the name is taken").await;
    cloud.answer(&answers(told(&policies)));
    screen.type_into("Target registry", "large-2");
    screen.dialog_button("Create target registry again").click();
    screen.asks(&cloud, &format!("POST {POLICIES}")).await;
    screen.loses("dialog").await;
    screen.go("activity");
    screen.shows("Retry the 1 that failed").await;
    let before = cloud.asked().len();
    screen.button("Retry the 1 that failed").click();
    while cloud.asked().len() < before + 2 {
        TimeoutFuture::new(10).await;
    }
    TimeoutFuture::new(200).await;
    assert_eq!(posted(&cloud), 1, "{:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn an_id_that_the_answer_leaves_out_is_looked_for_before_the_policies_follow() {
    let (cloud, screen) = freed().await;
    let policies = policies();
    let untold = Told {
        create: (201, "{}"),
        ..told(&policies)
    };
    cloud.answer(&answers(untold));
    open(&screen).await;
    let named = format!(
        r#"{{"total":1,"registries":[{}]}}"#,
        HARBOR.replace("9007199254740993", "31")
    );
    cloud.answer_after_write(&answers(Told {
        named: &named,
        ..told(&policies)
    }));
    screen.dialog_button("Create target registry again").click();
    screen.asks(&cloud, &format!("POST {POLICIES}")).await;
    let sent = cloud.sent();
    let last = sent.last().map_or("", String::as_str);
    assert!(last.contains(r#""dest_registry":{"id":31}"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_registry_whose_new_id_nobody_knows_can_still_be_brought_back() {
    let (cloud, screen) = freed().await;
    let policies = policies();
    let untold = Told {
        create: (201, "{}"),
        named: NO_ROWS,
        ..told(&policies)
    };
    cloud.answer(&answers(untold));
    open(&screen).await;
    screen.dialog_button("Create target registry again").click();
    screen.has_sent(&cloud, 1).await;
    screen.loses("dialog").await;
    screen.go("activity");
    screen
        .shows("large is there again, but 1 replication policy that used it is not.")
        .await;
    screen.shows("Create large again").await;
    assert_eq!(posted(&cloud), 0);
}

#[wasm_bindgen_test]
async fn nobody_is_told_to_delete_the_registry_while_its_new_id_is_looked_for() {
    let (cloud, screen) = freed().await;
    let policies = policies();
    let untold = Told {
        create: (201, "{}"),
        ..told(&policies)
    };
    cloud.answer(&answers(untold));
    open(&screen).await;
    let named = format!(
        r#"{{"total":1,"registries":[{}]}}"#,
        HARBOR.replace("9007199254740993", "31")
    );
    let mut held = answers(Told {
        named: &named,
        ..told(&policies)
    });
    for answer in held.iter_mut().filter(|it| it.3 == named) {
        answer.2 = HELD;
    }
    let before = cloud.asked().len();
    cloud.answer_after_write(&held);
    screen.dialog_button("Create target registry again").click();
    screen.loses("dialog").await;
    screen.go("activity");
    screen.shows("Create large again").await;
    while !cloud.asked()[before..]
        .iter()
        .any(|it| it.contains("name="))
    {
        TimeoutFuture::new(10).await;
    }
    assert!(
        !screen.text().contains("is there again, but"),
        "{}",
        screen.text()
    );
    cloud.lets_go();
    screen.asks(&cloud, &format!("POST {POLICIES}")).await;
    screen.shows("Undone").await;
}

/// The registry is there again, and its person has gone while its new ID, one of these rows, is looked for.
async fn left_while_the_id_is_looked_for(named: &str) -> (Cloud, Screen) {
    let (cloud, screen) = freed().await;
    let policies = policies();
    cloud.answer(&answers(Told {
        create: (201, "{}"),
        ..told(&policies)
    }));
    open(&screen).await;
    let mut held: Vec<Answer> = answers(Told {
        named,
        ..told(&policies)
    });
    for answer in held.iter_mut().filter(|it| it.3 == named) {
        answer.2 = HELD;
    }
    cloud.answer_after_write(&held);
    screen.dialog_button("Create target registry again").click();
    screen.loses("dialog").await;
    TimeoutFuture::new(50).await;
    kept::page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn who_comes_next_is_not_told_of_a_registry_whose_id_was_looked_for() {
    let (cloud, screen) = left_while_the_id_is_looked_for(NO_ROWS).await;
    cloud.lets_go();
    TimeoutFuture::new(100).await;
    assert!(!screen.text().contains("large"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn policies_that_waited_for_a_registry_are_not_sent_from_another_project() {
    let named = format!(
        r#"{{"total":1,"registries":[{}]}}"#,
        HARBOR.replace("9007199254740993", "31")
    );
    let (cloud, screen) = left_while_the_id_is_looked_for(&named).await;
    let mut there = answers(told(NO_ROWS));
    there[0].3 = token_body("eu-nl").replace("7c9d5e2b8a1f4d6e", "8d0e6f3c9b205e7f");
    cloud.answer(&there);
    screen.type_into("Token", "MIIothertoken");
    screen.button("Sign in").click();
    screen.shows("Region and project: eu-nl").await;
    cloud.lets_go();
    TimeoutFuture::new(100).await;
    assert_eq!(posted(&cloud), 0, "{:?}", cloud.sent());
    // Back where it was confirmed it is told, with what was not brought back.
    cloud.answer(&answers(told(NO_ROWS)));
    kept::page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("Region and project: eu-de").await;
    screen.go("activity");
    screen
        .shows("large is there again, but 1 replication policy that used it is not.")
        .await;
    screen.shows("to-nl").await;
    screen.button("Create large again");
}

#[wasm_bindgen_test]
async fn policies_that_waited_for_a_registry_are_not_sent_once_their_person_has_come_back() {
    let (cloud, screen) = freed().await;
    let policies = policies();
    cloud.answer(&answers(Told {
        create: (HELD, r#"{"id":31}"#),
        ..told(&policies)
    }));
    open(&screen).await;
    screen.dialog_button("Create target registry again").click();
    screen.has_sent(&cloud, 1).await;
    kept::page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", "MIIothertoken");
    screen.button("Sign in").click();
    screen.shows("Region and project: eu-de").await;
    cloud.lets_go();
    TimeoutFuture::new(100).await;
    assert_eq!(posted(&cloud), 0, "{:?}", cloud.sent());
}
