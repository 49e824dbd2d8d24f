//! Sharing machine images: what is sent, what a read-back says, what takes it back.

use cloud_api::clipboard::{koocli, terraform};
use cloud_api::ims::{AddMembers, Decision, DeleteMembers, ImageId, Recipient, UpdateMember};
use cloud_api::{
    ApiError, Before, HeaderValue, Meaning, Mutation, NotSent, Response, Service, Subject,
};
use sample_writes::{
    IMAGE, OTHER_IMAGE, PARTNER, add_members, delete_members, project, set_member_status,
    update_member,
};
use serde_json::{Value, json};

use crate::support::*;

const URN: &str = "organizations::0d1b5c6e7f8a49b0a1c2d3e4f5061728:organization:o-1a2b";

fn body(mutation: &Mutation) -> Value {
    serde_json::from_slice(&sent(mutation).body).unwrap_or(Value::Null)
}

pub fn delete(images: &[&str], recipients: Vec<Recipient>) -> Mutation {
    let images: Vec<ImageId> = images.iter().map(|image| read(image)).collect();
    DeleteMembers { images, recipients }.into()
}

pub fn add(images: &[&str], recipients: Vec<Recipient>) -> Mutation {
    let images: Vec<ImageId> = images.iter().map(|image| read(image)).collect();
    AddMembers { images, recipients }.into()
}

fn share(image: &str, recipient: &Recipient) -> Subject {
    Subject::image_member(&read(image), recipient)
}

fn of_ims(status: u16, body: &str) -> Response {
    Response {
        service: Service::Ims,
        ..answer(status, body)
    }
}

fn members(ids: &[&str]) -> Response {
    let rows: Vec<String> = ids
        .iter()
        .map(|id| format!(r#"{{"member_id":"{id}","status":"pending"}}"#))
        .collect();
    of_ims(200, &format!(r#"{{"members":[{}]}}"#, rows.join(",")))
}

fn verdict(mutation: &Mutation, subject: &Subject, read_back: &Response) -> Verdict {
    mutation.judge(subject, &Before::Nothing, read_back).into()
}

#[test]
fn images_and_projects_alone_are_the_body_of_the_seed() {
    for mutation in [add_members(), delete_members()] {
        let expected = json!({ "images": [IMAGE, OTHER_IMAGE], "projects": [PARTNER] });
        assert_eq!(body(&mutation), expected);
        let text = String::from_utf8(sent(&mutation).body).unwrap_or_default();
        assert!(text.starts_with(r#"{"images":["#), "{text}");
    }
}

#[test]
fn an_empty_list_of_projects_goes_beside_accounts_and_organizations() {
    let recipients = vec![
        Recipient::Account(read(ANNA)),
        Recipient::Organization(read(URN)),
    ];
    assert_eq!(
        body(&delete(&[IMAGE], recipients)),
        json!({ "images": [IMAGE], "projects": [], "domains": [ANNA], "organizations": [URN] })
    );
}

#[test]
fn accepting_names_one_project_and_a_vault_where_there_is_one() {
    let expected =
        json!({ "images": [IMAGE, OTHER_IMAGE], "project_id": PARTNER, "status": "accepted" });
    assert_eq!(body(&update_member()), expected);
    let with_vault = UpdateMember {
        images: vec![read(IMAGE)],
        project: read(PARTNER),
        status: Decision::Accepted,
        vault: Some(read("v-1")),
    };
    assert_eq!(body(&with_vault.into())["vault_id"], "v-1");
    assert_eq!(body(&set_member_status()), json!({ "status": "rejected" }));
}

#[test]
fn calls_over_many_have_the_documented_content_type() {
    for mutation in [add_members(), update_member(), delete_members()] {
        let content_type = HeaderValue::Plain("application/json;charset=utf-8".to_owned());
        assert_eq!(sent(&mutation).headers, [("Content-Type", content_type)]);
    }
}

#[test]
fn a_call_without_images_or_recipients_is_never_a_request() {
    let nobody = [
        add(&[], vec![project(PARTNER)]),
        delete(&[IMAGE], Vec::new()),
    ];
    for mutation in nobody {
        assert_eq!(mutation.request(), Err(NotSent::NobodyNamed));
        assert_eq!(mutation.subjects(), []);
    }
}

#[test]
fn a_call_is_about_each_image_with_each_recipient() {
    let account = Recipient::Account(read(PARTNER));
    let both = delete(
        &[IMAGE, OTHER_IMAGE],
        vec![project(PARTNER), account.clone()],
    );
    assert_eq!(
        both.subjects(),
        [
            share(IMAGE, &project(PARTNER)),
            share(IMAGE, &account),
            share(OTHER_IMAGE, &project(PARTNER)),
            share(OTHER_IMAGE, &account),
        ]
    );
}

#[test]
fn a_share_tells_its_image_and_recipient() {
    let recipients = [
        project(PARTNER),
        Recipient::Account(read(PARTNER)),
        Recipient::Organization(read(URN)),
    ];
    for recipient in recipients {
        let subject = share(IMAGE, &recipient);
        let told = subject.image_and_recipient();
        assert_eq!(told, Some((&read(IMAGE), recipient.clone())));
        assert_eq!(subject.identifier(), recipient.identifier());
    }
    assert_eq!(
        Subject::image_sync(&read(PROJECT)).image_and_recipient(),
        None
    );
}

#[test]
fn what_is_left_of_a_call_is_sent_in_the_fewest_calls_and_nothing_else_is() {
    let whole = delete(&[IMAGE, OTHER_IMAGE], vec![project(ANNA), project(BEN)]);
    let left = [
        share(IMAGE, &project(ANNA)),
        share(OTHER_IMAGE, &project(ANNA)),
        share(OTHER_IMAGE, &project(BEN)),
    ];
    let parts = whole.parts(&left);
    assert_eq!(parts.len(), 2);
    let mut named: Vec<Subject> = parts.iter().flat_map(Mutation::subjects).collect();
    named.sort();
    assert_eq!(named, left);
}

#[test]
fn a_call_over_several_images_is_read_back_image_by_image() {
    let whole = delete(&[IMAGE, OTHER_IMAGE], vec![project(ANNA), project(BEN)]);
    let paths: Vec<String> = whole
        .by_owner()
        .iter()
        .map(|part| part.read_back().path_and_query())
        .collect();
    let path = |image| format!("/v2/images/{image}/members?limit=100");
    assert_eq!(paths, [path(IMAGE), path(OTHER_IMAGE)]);
}

#[test]
fn the_members_tell_who_is_there() {
    let (anna, ben) = (project(ANNA), project(BEN));
    let list = members(&[ANNA]);
    let (stop, begin) = (
        delete(&[IMAGE], vec![anna.clone(), ben.clone()]),
        add(&[IMAGE], vec![anna.clone(), ben.clone()]),
    );
    assert_eq!(
        verdict(&stop, &share(IMAGE, &anna), &list),
        Verdict::NotApplied
    );
    assert_eq!(verdict(&stop, &share(IMAGE, &ben), &list), Verdict::Applied);
    assert_eq!(
        verdict(&begin, &share(IMAGE, &anna), &list),
        Verdict::Applied
    );
    assert_eq!(
        verdict(&begin, &share(IMAGE, &ben), &list),
        Verdict::NotApplied
    );
}

#[test]
fn an_account_is_no_project_of_the_same_id_where_the_type_is_told() {
    let account = Recipient::Account(read(ANNA));
    let stop = delete(&[IMAGE], vec![account.clone()]);
    let of_type = |member_type: &str| {
        of_ims(
            200,
            &format!(r#"{{"members":[{{"member_id":"{ANNA}","member_type":"{member_type}"}}]}}"#),
        )
    };
    let share = share(IMAGE, &account);
    assert_eq!(
        verdict(&stop, &share, &of_type("project")),
        Verdict::Applied
    );
    for member_type in ["domain", "DOMAIN", "", "galaxy"] {
        let list = of_type(member_type);
        assert_eq!(
            verdict(&stop, &share, &list),
            Verdict::NotApplied,
            "{member_type}"
        );
    }
}

#[test]
fn an_answer_without_members_proves_nobody_gone() {
    let stop = delete(&[IMAGE], vec![project(ANNA)]);
    let share = share(IMAGE, &project(ANNA));
    for body in [
        "{}",
        r#"{"members":7}"#,
        r#"{"members":[7]}"#,
        r#"{"members":[{"status":"accepted"}]}"#,
    ] {
        let told = verdict(&stop, &share, &of_ims(200, body));
        assert_eq!(told, Verdict::CannotTell, "{body}");
    }
    let fault = of_ims(503, "");
    assert_eq!(verdict(&stop, &share, &fault), Verdict::CannotTell);
}

#[test]
fn an_image_that_is_gone_is_shared_with_nobody() {
    let gone = of_ims(400, r#"{"error":{"code":"IMG.0027","message":"m"}}"#);
    let share = share(IMAGE, &project(ANNA));
    let stop = delete(&[IMAGE], vec![project(ANNA)]);
    assert_eq!(verdict(&stop, &share, &gone), Verdict::Applied);
    let begin = add(&[IMAGE], vec![project(ANNA)]);
    assert_eq!(verdict(&begin, &share, &gone), Verdict::NotApplied);
}

#[test]
fn a_whole_page_is_not_the_end_of_the_list() {
    let stop = delete(&[IMAGE], vec![project(ANNA)]);
    let ids: Vec<String> = (0..100).map(|number| format!("{number:032x}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let marker = ids.last().map(|id| (*id).to_owned());
    assert_eq!(stop.next_page(&members(&ids)), Ok(marker));
    assert_eq!(stop.next_page(&members(&ids[..99])), Ok(None));
    let behind = stop.read_back_behind("m-1").path_and_query();
    assert_eq!(
        behind,
        format!("/v2/images/{IMAGE}/members?limit=100&marker=m-1")
    );
}

#[test]
fn the_members_own_entry_tells_what_was_decided() {
    let accept = update_member();
    let share = share(IMAGE, &project(PARTNER));
    let of = |status: &str| of_ims(200, &format!(r#"{{"status":"{status}"}}"#));
    assert_eq!(verdict(&accept, &share, &of("ACCEPTED")), Verdict::Applied);
    assert_eq!(
        verdict(&accept, &share, &of("pending")),
        Verdict::NotApplied
    );
    assert_eq!(
        verdict(&accept, &share, &of_ims(200, "{}")),
        Verdict::CannotTell
    );
}

#[test]
fn a_cloud_without_calls_over_many_takes_the_same_one_by_one_but_for_what_it_cannot_name() {
    let recipients = vec![project(ANNA), Recipient::Account(read(BEN))];
    let begin = add(&[IMAGE], recipients);
    let single: Vec<Value> = begin.one_by_one().iter().map(|it| json!(it)).collect();
    let expected =
        json!({ "operation": "ims.add_member", "parameters": { "image": IMAGE, "project": ANNA } });
    assert_eq!(single, [expected]);
    assert_eq!(set_member_status().one_by_one(), []);
    assert_eq!(update_member().one_by_one().len(), 2);
}

#[test]
fn only_an_unknown_call_is_one_that_the_cloud_does_not_know() {
    let refused = |status, body: &str| ApiError::from_response(&of_ims(status, body));
    let gateway = refused(404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#);
    let glance = refused(
        404,
        r#"{"code":"404 Not Found","title":"Not Found","message":"m"}"#,
    );
    for error in [gateway, glance] {
        assert!(delete_members().is_not_known_there(&error), "{error:?}");
    }
    for (status, body) in [
        (400, r#"{"error":{"code":"IMG.0027","message":"m"}}"#),
        (404, r#"{"error":{"code":"IMG.0027","message":"m"}}"#),
        (404, "<html></html>"),
        (503, ""),
    ] {
        let error = refused(status, body);
        assert!(!delete_members().is_not_known_there(&error), "{body}");
    }
    assert_eq!(
        refused(400, r#"{"error":{"code":"IMG.0088","message":"m"}}"#).meaning(),
        Some(Meaning::QuotaReached)
    );
}

#[test]
fn shares_with_projects_have_a_form_in_terraform_and_the_others_are_counted() {
    let recipients = vec![project(ANNA), Recipient::Account(read(BEN)), project(BEN)];
    let begin = add(&[IMAGE, OTHER_IMAGE], recipients);
    let block = |image: &str| {
        let label = match image.starts_with(|first: char| first.is_ascii_digit()) {
            true => format!("_{image}"),
            false => image.to_owned(),
        };
        format!(
            "resource \"huaweicloud_images_image_share\" \"{label}\" {{\n  \
             source_image_id    = \"{image}\"\n  \
             target_project_ids = [\"{ANNA}\", \"{BEN}\"]\n}}\n"
        )
    };
    let expected = format!("{}\n{}", block(IMAGE), block(OTHER_IMAGE));
    assert_eq!(
        crate::huawei::change(&begin, &Before::Nothing),
        Some(expected)
    );
    assert_eq!(terraform::left_out([&begin]), 2);
    assert_eq!(terraform::left_out([&delete_members()]), 0);
    let only_accounts = add(&[IMAGE], vec![Recipient::Account(read(BEN))]);
    assert_eq!(
        crate::huawei::change(&only_accounts, &Before::Nothing),
        None
    );
    assert_eq!(
        crate::huawei::change(&delete_members(), &Before::Nothing),
        None
    );
}

#[test]
fn calls_over_many_have_their_operation_in_koocli() {
    for (mutation, operation) in [
        (add_members(), "BatchAddMembers"),
        (update_member(), "BatchUpdateMembers"),
        (delete_members(), "BatchDeleteMembers"),
    ] {
        let line = koocli::command(&sent(&mutation), &read("eu-de")).unwrap_or_default();
        let call = format!("hcloud IMS {operation} --cli-region=eu-de");
        assert!(line.contains(&call), "{line}");
    }
}
