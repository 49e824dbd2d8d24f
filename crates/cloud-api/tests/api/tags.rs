//! Tags: lists of both versions, who shares an image, deleting by name.

use cloud_api::swr::{
    DeleteTag, ListTags, ListTagsAfter, MarkedTagPage, PageSize, SortDirection, Tag, TagOrder,
};
use cloud_api::{
    Before, Inverse, Judgement, Manner, Method, Mutation, Operation, Response, Subject, Why,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{answer_with, read};

fn delete(tag: &str) -> Mutation {
    Mutation::DeleteTag(DeleteTag {
        repository: read("acme-web/shop/api"),
        tag: read(tag),
    })
}

fn subject(tag: &str) -> Subject {
    Subject::tag(&read("acme-web/shop/api"), &read(tag))
}

fn answer(status: u16, body: &str) -> Response {
    answer_with(status, &[("Content-Range", "0-1/37")], body.as_bytes())
}

fn listed(rows: &Value) -> Vec<Tag> {
    match ListTags::decode(&answer(200, &rows.to_string())) {
        Ok(page) => page.tags.rows,
        Err(error) => panic!("{error}"),
    }
}

fn marked(body: &str) -> MarkedTagPage {
    match ListTagsAfter::decode(&answer(200, body)) {
        Ok(page) => page,
        Err(error) => panic!("{error}"),
    }
}

fn after(marker: Option<&str>) -> String {
    let operation = ListTagsAfter {
        repository: read("acme-web/shop/api"),
        marker: marker.map(str::to_owned),
        limit: PageSize::LARGEST,
    };
    operation.request().path_and_query()
}

#[test]
fn tags_are_asked_for_by_their_last_push() {
    let operation = ListTags {
        repository: read("acme-web/shop/api"),
        offset: 0,
        limit: PageSize::LARGEST,
        order: Some(TagOrder::Updated(SortDirection::Ascending)),
    };
    let path = "/v2/manage/namespaces/acme-web/repos/shop%24api/tags";
    assert_eq!(
        operation.request().path_and_query(),
        format!("{path}?limit=1000&offset=0&order_column=updated_at&order_type=asc")
    );
}

#[test]
fn a_marker_is_sent_escaped() {
    let path = "/v3/manage/namespaces/acme-web/repos/shop%24api/tags";
    assert_eq!(after(None), format!("{path}?limit=1000"));
    assert_eq!(
        after(Some("7001&x=/")),
        format!("{path}?limit=1000&marker=7001%26x%3D%2F")
    );
}

#[test]
fn the_second_version_is_read_with_its_capital_letter_and_its_total() {
    let body = r#"[{"id":7001,"repo_id":88213,"Tag":"1.4.2","image_id":"741f",
        "manifest":"{\"schemaVersion\":2}","digest":"sha256:57b6","schema":2,
        "path":"swr.example/acme-web/shop/api:1.4.2","size":1304902,"is_trusted":false,
        "created":"2026-07-06T06:18:55Z","updated":"2026-07-07T06:18:55Z","deleted":null,
        "domain_id":"4f1c"}]"#;
    let page = ListTags::decode(&answer(200, body)).unwrap();
    assert_eq!(page.total, Some(37));
    let tag = &page.tags[0];
    assert_eq!(
        (tag.name(), tag.digest.as_str(), tag.size),
        ("1.4.2", "sha256:57b6", Some(1_304_902))
    );
    assert_eq!(
        (
            tag.path.as_str(),
            tag.created.as_str(),
            tag.updated.as_str(),
            tag.domain_id.as_str()
        ),
        (
            "swr.example/acme-web/shop/api:1.4.2",
            "2026-07-06T06:18:55Z",
            "2026-07-07T06:18:55Z",
            "4f1c"
        )
    );
}

#[test]
fn a_list_that_is_null_is_empty() {
    assert_eq!(listed(&Value::Null), []);
}

#[test]
fn a_row_under_either_both_or_no_name_is_read() {
    let tags = listed(&json!([
        { "tag": "plain" },
        { "Tag": "capital", "tag": "plain" },
        { "Tag": null },
        {},
    ]));
    let names: Vec<&str> = tags.iter().map(Tag::name).collect();
    assert_eq!(names, ["plain", "capital", "", ""]);
}

#[test]
fn a_hostile_name_is_shown_and_cannot_be_deleted() {
    let tags = listed(&json!([{ "Tag": "../../access" }]));
    assert_eq!((tags[0].name(), tags[0].tag_name()), ("../../access", None));
}

fn pull_command(path: &str) -> Option<String> {
    listed(&json!([{ "Tag": "1.4.2", "path": path }]))[0].pull_command()
}

#[test]
fn a_tag_is_pulled_by_its_address_in_quotes() {
    assert_eq!(
        pull_command("swr.eu-de.example/acme-web/shop/api:1.4.2").unwrap(),
        "docker pull 'swr.eu-de.example/acme-web/shop/api:1.4.2'"
    );
    assert_eq!(
        pull_command("a'$(reboot)`;|").unwrap(),
        r"docker pull 'a'\''$(reboot)`;|'"
    );
}

#[test]
fn no_command_is_made_of_an_address_that_is_missing_hides_something_or_looks_like_an_option() {
    for path in [
        "",
        "a\nreboot",
        "a\u{1b}[2J",
        "a\u{202e}b",
        "a\u{2028}b",
        "a\u{3164}b",
        "--privileged",
    ] {
        assert_eq!(pull_command(path), None, "{path:?}");
    }
}

#[test]
fn the_third_version_goes_on_at_the_marker_until_there_is_no_more() {
    let cases = [
        (
            r#"{"tags":[{"tag":"a"}],"nextMarker":"7001","has_more":true}"#,
            Some("7001"),
        ),
        (
            r#"{"tags":[{"tag":"a"}],"nextMarker":7001,"has_more":true}"#,
            Some("7001"),
        ),
        (
            r#"{"tags":[{"tag":"a"}],"nextMarker":"7001"}"#,
            Some("7001"),
        ),
        (
            r#"{"tags":[{"tag":"a"}],"nextMarker":"7001","has_more":false}"#,
            None,
        ),
        (
            r#"{"tags":[{"tag":"a"}],"nextMarker":"","has_more":true}"#,
            None,
        ),
        (
            r#"{"tags":[{"tag":"a"}],"nextMarker":null,"has_more":true}"#,
            None,
        ),
        (r#"{"tags":[{"tag":"a"}],"has_more":true}"#, None),
        (r#"{"tags":[],"nextMarker":"7001","has_more":true}"#, None),
        (r#"{"tags":null,"nextMarker":"7001","has_more":true}"#, None),
        ("{}", None),
    ];
    for (body, next) in cases {
        assert_eq!(marked(body).next.as_deref(), next, "{body}");
    }
}

#[test]
fn the_third_version_names_tags_in_small_letters() {
    assert_eq!(marked(r#"{"tags":[{"tag":"a"}]}"#).tags[0].name(), "a");
}

#[test]
fn an_array_is_no_page_of_the_third_version() {
    assert!(ListTagsAfter::decode(&answer(200, "[]")).is_err());
}

proptest! {
    #[test]
    fn no_chance_answer_says_that_a_tag_is_gone(status in any::<u16>(), body in any::<String>()) {
        let judgement = delete("a").judge(&subject("a"), &Before::Nothing, &answer(status, &body));
        prop_assert_ne!(judgement, Judgement::Applied);
    }

    #[test]
    fn no_status_outside_2xx_is_ever_taken_for_a_list(
        status in prop_oneof![0..200_u16, 300..=u16::MAX],
        body in prop_oneof![any::<String>(), Just("[]".to_owned()), Just("{}".to_owned())],
    ) {
        let response = answer(status, &body);
        prop_assert!(ListTags::decode(&response).is_err());
        prop_assert!(ListTagsAfter::decode(&response).is_err());
    }
}

#[test]
fn a_tag_is_deleted_by_name_and_read_back_alone() {
    let write = delete("1.4.2");
    let path = "/v2/manage/namespaces/acme-web/repos/shop%24api/tags/1.4.2";
    let (sent, read_back) = (write.request().unwrap(), write.read_back());
    assert_eq!(
        (
            sent.method(),
            sent.path_and_query().as_str(),
            sent.body.len()
        ),
        (Method::Delete, path, 0)
    );
    assert_eq!(
        (read_back.method(), read_back.path_and_query().as_str()),
        (Method::Get, path)
    );
}

#[test]
fn a_deletion_acts_on_one_tag_and_wants_it_gone() {
    let write = delete("latest");
    assert_eq!(write.subjects(), [subject("latest")]);
    let whole = write.parts(&[subject("latest")]);
    assert_eq!(whole, std::slice::from_ref(&write));
    assert_eq!(write.parts(&[subject("other")]), []);
    assert_eq!(write.manner(), Manner::Remove);
}

#[test]
fn the_written_form_stays_as_it_is() {
    let parameters = json!({ "repository": "acme-web/shop/api", "tag": "latest" });
    assert_eq!(
        json!(delete("latest")),
        json!({ "operation": "swr.delete_tag", "parameters": parameters })
    );
    let of = json!({ "repository": "acme-web/shop/api" });
    assert_eq!(
        json!(subject("latest")),
        json!({ "kind": "tag", "of": of, "id": "latest" })
    );
}

#[test]
fn a_hostile_tag_in_a_write_is_refused() {
    for tag in ["", "..", "../x", "a/b", "a$b", "a\n"] {
        let mut written = json!(delete("latest"));
        written["parameters"]["tag"] = json!(tag);
        assert!(
            serde_json::from_value::<Mutation>(written).is_err(),
            "{tag}"
        );
    }
}

#[test]
fn a_deletion_is_judged_by_the_tag_alone() {
    let not_found = |code: &str| format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
    let cases = [
        (200, r#"{"tag":"latest"}"#.to_owned(), "not applied"),
        (200, r#"{"Tag":"latest"}"#.to_owned(), "not applied"),
        (200, r#"{"tag":"other"}"#.to_owned(), "cannot tell"),
        (200, "{}".to_owned(), "cannot tell"),
        (200, "[]".to_owned(), "cannot tell"),
        (200, String::new(), "cannot tell"),
        (404, not_found("SVCSTG.SWR.4040115"), "applied"),
        (404, not_found("SVCSTG.SWR.4040010"), "applied"),
        (404, not_found("APIGW.0101"), "cannot tell"),
        (404, String::new(), "cannot tell"),
        (403, not_found("SVCSTG.SWR.4030170"), "cannot tell"),
        (500, not_found("SVCSTG.SWR.5000000"), "cannot tell"),
    ];
    for (status, body, expected) in cases {
        let judgement =
            delete("latest").judge(&subject("latest"), &Before::Nothing, &answer(status, &body));
        let said = match judgement {
            Judgement::Applied => "applied",
            Judgement::NotApplied => "not applied",
            Judgement::PerhapsAnothers(_) => "perhaps another's",
            Judgement::CannotTell(_) => "cannot tell",
        };
        assert_eq!(said, expected, "{status} {body}");
    }
}

#[test]
fn a_tag_that_was_pushed_anew_is_not_deleted_once_more() {
    let before = Before::Tag("sha256:57b6".to_owned());
    let judged = |digest: &str, before: &Before| {
        let shown = json!({"tag": "latest", "digest": digest}).to_string();
        delete("latest").judge(&subject("latest"), before, &answer(200, &shown))
    };
    assert_eq!(judged("sha256:57b6", &before), Judgement::NotApplied);
    assert_eq!(judged("sha256:9f0c", &before), Judgement::Applied);
    // What is not told proves nothing.
    assert_eq!(judged("", &before), Judgement::NotApplied);
    assert_eq!(
        judged("sha256:9f0c", &Before::Nothing),
        Judgement::NotApplied
    );
    assert!(delete("latest").rests_on_what_was_read());
}

#[test]
fn a_deleted_tag_does_not_come_back() {
    assert_eq!(
        delete("latest").inverse(&Before::Nothing),
        Inverse::None(Why::ContentGone)
    );
}
