//! Writes of target registries: bodies, the secret, judgements, undo.

use cloud_api::enterprise::{
    Certificates, CreateRegistry, RegistryBefore, RegistrySettings, RegistryTarget, RestoredBy,
    UpdateRegistry, is_secret_unseen,
};
use cloud_api::{Before, Inverse, Judgement, Mutation, Secret, Why};
use proptest::prelude::*;
use sample_writes::{
    BEYOND, INSTANCE, create_registry, delete_registry, each, harbor, other_instance,
    shared_edition, update_registry,
};
use serde_json::{Value, json};

use super::support::{registries, registry};
use crate::support::{PROJECT, answer, read, sent};

fn create(settings: RegistrySettings) -> Mutation {
    Mutation::CreateRegistry(CreateRegistry {
        project: read(PROJECT),
        instance: read(INSTANCE),
        settings,
    })
}

fn update(settings: RegistrySettings) -> Mutation {
    Mutation::UpdateRegistry(UpdateRegistry {
        project: read(PROJECT),
        instance: read(INSTANCE),
        registry: read("11"),
        settings,
    })
}

fn body(mutation: &Mutation, secret: &str) -> Value {
    let request = sent(mutation).with_secret(&Secret::new(secret));
    serde_json::from_slice(&request.body).unwrap()
}

#[test]
fn each_type_is_sent_with_its_own_fields_alone() {
    let credential =
        |key: &str| json!({ "type": "basic", "access_key": key, "access_secret": "s" });
    let expected = [
        json!({
            "name": "old-harbor", "description": "", "type": "swr-pro",
            "url": "https://harbor.acme.example", "credential": credential("robot$sync"),
            "insecure": false, "dns_conf": { "hosts": { "harbor.acme.example": "10.0.1.20" } },
        }),
        json!({
            "name": "ee-nl", "description": "", "type": "swr-pro-internal",
            "url": "https://acme-nl.swr-pro.myhuaweicloud.com", "credential": credential("user"),
            "insecure": true, "project_id": "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4",
            "region_id": "eu-west-101", "instance_id": "4b5a6978-8796-4a5b-9c8d-7e6f5a4b3c2d",
        }),
        json!({
            "name": "swr-shared", "description": "", "type": "huawei-SWR",
            "url": "https://swr.eu-west-101.myhuaweicloud.eu",
            "credential": credential("eu-west-101@HPUAXXXXXXXXXXXXXXXX"),
            "insecure": false, "region_id": "eu-west-101",
        }),
    ];
    let settings = [harbor(), other_instance(), shared_edition()];
    for (settings, expected) in settings.into_iter().zip(expected) {
        assert_eq!(body(&create(settings.clone()), "s"), expected);
        assert_eq!(
            body(&update(settings), "s"),
            expected,
            "the whole body again"
        );
    }
}

#[test]
fn only_the_two_writes_that_carry_a_secret_lack_one() {
    for mutation in each() {
        let lacks = mutation.request().unwrap().lacks_secret_at.is_some();
        let carries = matches!(
            mutation,
            Mutation::CreateRegistry(_) | Mutation::UpdateRegistry(_)
        );
        assert_eq!(lacks, carries, "{mutation:?}");
    }
}

#[test]
fn a_text_that_looks_like_the_place_of_the_secret_does_not_get_it() {
    let hostile = r#"","access_secret":"","x":""#;
    let mut settings = harbor();
    settings.description = hostile.to_owned();
    settings.access_key = read(hostile);
    let body = body(&create(settings), "the secret");
    assert_eq!(body["description"], hostile);
    assert_eq!(body["credential"]["access_key"], hostile);
    assert_eq!(body["credential"]["access_secret"], "the secret");
}

#[test]
fn a_secret_stands_in_nothing_that_is_printed_or_written_down() {
    let request = sent(&create_registry()).with_secret(&Secret::new("do-not-show-me"));
    assert_eq!(request.lacks_secret_at, None);
    assert!(!format!("{request:?}").contains("do-not-show-me"));
    for mutation in [create_registry(), update_registry()] {
        let written = json!(mutation);
        let credential = &written["parameters"]["settings"]["credential"];
        assert_eq!(credential["access_secret"], "");
    }
}

#[test]
fn a_record_with_a_secret_or_another_field_is_refused() {
    let settings = |change: fn(&mut Value)| {
        let mut value = json!(create_registry());
        change(&mut value["parameters"]["settings"]);
        serde_json::from_value::<Mutation>(value)
    };
    assert!(settings(|_| ()).is_ok());
    let changes: [fn(&mut Value); 8] = [
        |it| it["credential"]["access_secret"] = json!("secret"),
        |it| it["force"] = json!(true),
        |it| it["credential"]["x"] = json!(1),
        |it| it["type"] = json!("quay"),
        |it| it["url"] = json!("javascript:alert(1)"),
        |it| it["dns_conf"] = json!(null),
        |it| it["dns_conf"]["hosts"] = json!({}),
        |it| it["insecure"] = json!("no"),
    ];
    for change in changes {
        assert!(settings(change).is_err());
    }
    let mut value = json!(create(other_instance()));
    value["parameters"]["settings"]["insecure"] = json!(false);
    assert!(serde_json::from_value::<Mutation>(value).is_err());
}

/// The registry of a row, and what is remembered of it.
fn before(row: &str) -> Before {
    Before::TargetRegistry(RegistryBefore::of(&registry(row)))
}

const ROW: &str = r#"{"id":11,"name":"old-harbor","description":"","type":"swr-pro",
    "url":"https://harbor.acme.example","region_id":"","instance_id":"",
    "credential":{"type":"basic","access_key":"robot$sync","access_secret":""},
    "insecure":false,"status":"healthy","created_at":"2026-03-01T08:00:00.000Z",
    "updated_at":"2026-03-01T08:00:00.000Z"}"#;

fn judged(mutation: &Mutation, before: &Before, status: u16, body: &str) -> Judgement {
    let subject = mutation.subjects().remove(0);
    mutation.judge(&subject, before, &answer(status, body))
}

#[test]
fn a_new_registry_is_found_by_its_very_name() {
    let one = |rows: &str, total: u64| format!(r#"{{"registries":[{rows}],"total":{total}}}"#);
    let other = ROW.replace("\"old-harbor\"", "\"my-old-harbor\"");
    let judge = |body: &str| judged(&create_registry(), &Before::Absent, 200, body);
    assert_eq!(
        judge(&one(&format!("{other},{ROW}"), 2)),
        Judgement::Applied
    );
    assert_eq!(judge(&one(&other, 1)), Judgement::NotApplied);
    assert_eq!(judge(&one("", 0)), Judgement::NotApplied);
    let elsewhere = ROW.replace("harbor.acme", "harbor.other");
    assert_eq!(judge(&one(&elsewhere, 1)), Judgement::NotApplied);
    for unclear in [one(&other, 101), one("7", 1), "[]".to_owned()] {
        assert!(
            matches!(judge(&unclear), Judgement::CannotTell(_)),
            "{unclear}"
        );
    }
}

#[test]
fn a_changed_registry_is_judged_by_what_answers_show() {
    let mut changed = harbor();
    changed.description = "to be switched off".to_owned();
    changed.target = RegistryTarget::Harbor {
        hosts: match harbor().target {
            RegistryTarget::Harbor { hosts, .. } => hosts,
            _ => panic!("a Harbor"),
        },
        certificates: Certificates::Any,
    };
    let write = update(changed);
    let before = before(ROW);
    assert_eq!(judged(&write, &before, 200, ROW), Judgement::NotApplied);
    let half = ROW.replace(r#""insecure":false"#, r#""insecure":true"#);
    assert_eq!(judged(&write, &before, 200, &half), Judgement::NotApplied);
    let shown = half.replace(
        r#""description":"""#,
        r#""description":"to be switched off ""#,
    );
    assert_eq!(judged(&write, &before, 200, &shown), Judgement::Applied);
}

#[test]
fn a_secret_alone_is_seen_only_by_the_time_of_the_change() {
    let write = update(harbor());
    let was = before(ROW);
    assert_eq!(judged(&write, &was, 200, ROW), Judgement::NotApplied);
    let later = ROW.replace(r#""updated_at":"2026-03-01"#, r#""updated_at":"2026-03-02"#);
    let untold = ROW.replace(
        r#""updated_at":"2026-03-01T08:00:00.000Z""#,
        r#""updated_at":"""#,
    );
    for (before, shown) in [
        (&was, &later),
        (&was, &untold),
        (&before(&untold), &untold),
        (&Before::Nothing, &ROW.to_owned()),
    ] {
        let Judgement::PerhapsAnothers(error) = judged(&write, before, 200, shown) else {
            panic!("{shown}");
        };
        assert!(is_secret_unseen(&error));
    }
}

#[test]
fn a_deleted_registry_is_gone_when_the_service_does_not_know_it() {
    let write = delete_registry();
    let judge = |status, body| judged(&write, &Before::Nothing, status, body);
    let gone = r#"{"error_code":"SWR.404001","error_msg":"m"}"#;
    assert_eq!(judge(404, gone), Judgement::Applied);
    assert_eq!(judge(200, ROW), Judgement::NotApplied);
    for (status, body) in [(404, "<html>"), (500, ""), (200, "[]")] {
        assert!(
            matches!(judge(status, body), Judgement::CannotTell(_)),
            "{status}"
        );
    }
}

#[test]
fn nothing_but_a_form_brings_a_registry_back() {
    let before_it = RegistryBefore::of(&registry(ROW));
    let left = harbor().sent_to(before_it.registry());
    for (write, by) in [
        (
            delete_registry(),
            RestoredBy::Creating {
                former: read(BEYOND),
            },
        ),
        (
            update_registry(),
            RestoredBy::Updating {
                registry: read("11"),
                left: Box::new(left),
            },
        ),
    ] {
        let Inverse::None(Why::SecretNeeded(asked)) = write.inverse(&before(ROW)) else {
            panic!("{write:?}");
        };
        assert_eq!(asked.by, by);
        assert_eq!(asked.registry().access_key, "robot$sync");
        assert_eq!(asked.registry().hosts, None, "the form asks for them");
        assert_eq!(write.inverse(&Before::Nothing), Inverse::None(Why::NotRead));
    }
}

#[test]
fn what_was_read_of_a_registry_is_the_same_after_a_round_through_json() {
    let odd = r#"{"id":9007199254740993,"name":"<b>","type":"quay","url":"javascript:x",
        "dns_conf":{"hosts":{"a":"b"}}}"#;
    for row in [ROW, odd, "{}"] {
        let before = before(row);
        let text = serde_json::to_string(&before).unwrap();
        assert_eq!(serde_json::from_str::<Before>(&text).ok(), Some(before));
    }
    let mut value = json!(before(ROW));
    value["target_registry"]["force"] = json!(true);
    assert!(serde_json::from_value::<Before>(value).is_err());
}

#[test]
fn what_an_answer_leaves_out_makes_no_settings() {
    let of = |row: &str| RegistrySettings::of(&registries(&format!("[{row}]"))[0]);
    assert_eq!(of(ROW), None, "hosts are missing");
    let hosts = r#""insecure":false,"dns_conf":{"hosts":{"harbor.acme.example":"10.0.1.20"}}"#;
    let whole = ROW.replace(r#""insecure":false"#, hosts);
    assert_eq!(of(&whole), Some(harbor()));
    assert_eq!(of(&whole.replace("swr-pro", "swr-pro-internal")), None);
    assert_eq!(of(&whole.replace(r#""insecure":false,"#, "")), None);
}

proptest! {
    #[test]
    fn any_secret_arrives_as_it_was_typed(secret in any::<String>()) {
        let body = body(&create_registry(), &secret);
        prop_assert_eq!(&body["credential"]["access_secret"], &json!(secret));
    }

    #[test]
    fn any_description_is_the_same_after_a_round_through_json(description in any::<String>()) {
        let mut settings = harbor();
        settings.description = description;
        let text = serde_json::to_string(&settings).unwrap();
        prop_assert_eq!(serde_json::from_str(&text).ok(), Some(settings));
    }
}
