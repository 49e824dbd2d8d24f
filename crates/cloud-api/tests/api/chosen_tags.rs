//! Which other names of the chosen tags' images stay.

use cloud_api::swr::{ChosenTags, ListTags, Tag};
use cloud_api::{Operation, Response};
use cloud_api::{Service, TagName};
use proptest::prelude::*;
use serde_json::{Value, json};

fn listed(rows: &Value) -> Vec<Tag> {
    let response = Response {
        service: Service::Swr,
        status: 200,
        headers: Vec::new(),
        body: rows.to_string().into_bytes(),
    };
    ListTags::decode(&response).unwrap().tags.rows
}

fn names(names: &[&str]) -> Vec<TagName> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

/// The other names of the images of the chosen tags, for each.
fn others(tags: &[Tag], chosen: &[&str]) -> Vec<Vec<String>> {
    let chosen = ChosenTags::among(tags, &names(chosen));
    chosen.iter().map(|tag| tag.others.to_vec()).collect()
}

fn of_one_image() -> Vec<Tag> {
    listed(&json!([
        { "Tag": "latest", "digest": "sha256:a" },
        { "Tag": "1.4.1", "digest": "sha256:b" },
        { "Tag": "1.4.2", "digest": "sha256:a" },
        { "Tag": "stable", "digest": "sha256:a" },
    ]))
}

#[test]
fn every_other_name_of_the_same_image_is_told_unless_it_is_chosen_too() {
    let tags = of_one_image();
    assert_eq!(others(&tags, &["1.4.2"]), [["latest", "stable"]]);
    assert_eq!(
        others(&tags, &["1.4.2", "latest"]),
        [["stable"], ["stable"]]
    );
    assert_eq!(others(&tags, &["1.4.1"]), [[""; 0]]);
}

#[test]
fn tags_without_a_digest_are_of_no_common_image() {
    let tags = listed(&json!([{ "Tag": "a" }, { "Tag": "b" }]));
    assert_eq!(others(&tags, &["a"]), [[""; 0]]);
}

#[test]
fn a_tag_that_is_not_listed_any_more_is_told_as_gone() {
    let chosen = ChosenTags::among(&of_one_image(), &names(&["1.4.1", "gone"]));
    let is_listed: Vec<bool> = chosen.iter().map(|tag| tag.is_listed).collect();
    assert_eq!(is_listed, [true, false]);
    assert_eq!(others(&of_one_image(), &["gone"]), [[""; 0]]);
}

#[test]
fn a_name_that_was_pushed_anew_or_another_name_of_the_image_makes_a_difference() {
    let of = |rows| ChosenTags::among(&listed(&rows), &names(&["a"]));
    let before = of(json!([{ "Tag": "a", "digest": "sha256:a" }]));
    let again =
        of(json!([{ "Tag": "b", "digest": "sha256:b" }, { "Tag": "a", "digest": "sha256:a" }]));
    assert_eq!(before, again);
    assert_ne!(before, of(json!([{ "Tag": "a", "digest": "sha256:b" }])));
    assert_ne!(before, of(json!([])));
    let shared =
        json!([{ "Tag": "a", "digest": "sha256:a" }, { "Tag": "b", "digest": "sha256:a" }]);
    assert_ne!(before, of(shared));
}

/// Comparing each with each takes minutes here.
#[test]
fn a_hundred_thousand_names_of_one_image_are_told_apart_at_once() {
    let begun = std::time::Instant::now();
    let row = |number: usize| json!({ "Tag": format!("v{number}"), "digest": "sha256:a" });
    let tags = listed(&(0..100_000).map(row).collect());
    let chosen: Vec<TagName> = tags.iter().skip(1).filter_map(Tag::tag_name).collect();
    let chosen = ChosenTags::among(&tags, &chosen);
    assert_eq!(chosen.iter().len(), 99_999);
    assert!(chosen.iter().all(|tag| tag.others == ["v0"]));
    assert!(begun.elapsed() < std::time::Duration::from_secs(20));
}

proptest! {
    #[test]
    fn sharing_an_image_is_mutual(digests in prop::collection::vec(0..3_u8, 1..8)) {
        let rows: Vec<Value> = digests
            .iter()
            .enumerate()
            .map(|(index, digest)| json!({ "Tag": format!("v{index}"), "digest": format!("sha256:{digest}") }))
            .collect();
        let tags = listed(&json!(rows));
        for tag in &tags {
            for other in &others(&tags, &[tag.name()])[0] {
                prop_assert!(others(&tags, &[other])[0].contains(&tag.name().to_owned()));
            }
        }
    }
}
