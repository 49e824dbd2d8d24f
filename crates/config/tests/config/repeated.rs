//! What stands more than once: keys of one object, and what people could not tell apart.

use config::{Kind, Problem, parse};

use crate::wrong::{assert_told, told, with_region};

#[test]
fn a_key_that_is_there_twice_is_told_with_its_place() {
    let twice = |service: &str| {
        with_region(&format!(
            r#"{{"id":"r1","services":{{"iam":{{"host":"iam.test"}},{service}}}}}"#
        ))
    };
    for (file, place) in [
        (r#"{"title":"a","title":"b"}"#.to_owned(), "title"),
        (r#"{"title":"a" , "titl\u0065" : "a"}"#.to_owned(), "title"),
        (
            r#"{"notice":"say \"title\": {[ \\","title":"a,]}","notice":"b"}"#.to_owned(),
            "notice",
        ),
        (
            r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-nl","eu-de"],"regions":["eu-de"]}]}"#
                .to_owned(),
            "clouds[0].regions",
        ),
        (
            twice(r#""swr":{"host":"a.test"},"swr":{"host":"b.test"}"#),
            "clouds[0].regions[0].services.swr",
        ),
        (
            twice(r#""swr":{"host":"a.test","host":"b.test"}"#),
            "clouds[0].regions[0].services.swr.host",
        ),
    ] {
        assert_told(&file, place, Problem::RepeatedKey);
    }
}

#[test]
fn a_key_that_is_there_twice_in_an_object_that_is_there_twice_has_a_place_of_its_own() {
    let file = r#"{"title":"a","title":{"id":"b","id":"c"}}"#;
    let places: Vec<String> = told(file).into_iter().map(|(place, _)| place).collect();
    assert!(places.contains(&"title.id".to_owned()), "{places:?}");
}

#[test]
fn a_key_that_is_there_twice_is_told_beside_what_else_is_wrong() {
    let title = |problem| ("title".to_owned(), problem);
    assert_eq!(
        told(r#"{"title":"a","demo":true,"title":1}"#),
        [
            title(Problem::NotOfKind(Kind::Text)),
            title(Problem::RepeatedKey)
        ]
    );
}

#[test]
fn the_same_key_in_another_object_is_not_the_same() {
    for file in [
        r#"{"clouds":[{"preset":"open-telekom-cloud","id":"a","regions":["eu-de"]},
            {"preset":"open-telekom-cloud","id":"b","name":"B","regions":[{"id":"eu-de"},{"id":"eu-nl"}]}]}"#,
        r#"{"title":"title","notice":"notice"}"#,
    ] {
        assert_eq!(parse(file).err(), None, "{file}");
    }
    let unknown = r#"{"a":{"b":1},"a.b":2}"#;
    assert_eq!(told(unknown).len(), 2);
}

#[test]
fn what_is_there_twice_is_told() {
    let otc = r#"{"preset":"open-telekom-cloud","regions":["eu-de"]}"#;
    let english = r#"{"languages":["en","en"]}"#;
    assert_told(english, "languages[1]", Problem::Twice);
    let same = r#"{"preset":"open-telekom-cloud","id":"open-telekom-cloud","name":"B","regions":["eu-de"]}"#;
    for (file, place) in [
        (format!(r#"{{"clouds":[{otc},{same}]}}"#), "clouds[1].id"),
        (
            r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de",{"id":"eu-de"}]}]}"#
                .to_owned(),
            "clouds[0].regions[1]",
        ),
    ] {
        assert_told(&file, place, Problem::Repeated);
    }
}

#[test]
fn two_clouds_that_nobody_could_tell_apart_by_name_are_told() {
    let otc = r#"{"preset":"open-telekom-cloud","regions":["eu-de"]}"#;
    let own = r#"{"id":"own","name":"Open Telekom Cloud","regions":[
        {"id":"r1","services":{"iam":{"host":"iam.test"}}}]}"#;
    let spaced = own.replace("Open Telekom Cloud", " open telekom cloud ");
    let twice_spaced = own.replace("Telekom", " Telekom ");
    for other in [own, &spaced, &twice_spaced] {
        let file = format!(r#"{{"clouds":[{otc},{other}]}}"#);
        assert_told(&file, "clouds[1].name", Problem::Repeated);
    }
    // A cloud without a name is called by its ID.
    let unnamed = own.replace(r#""name":"Open Telekom Cloud","#, "");
    let named = own.replace(r#""id":"own""#, r#""id":"other""#);
    let named = named.replace("Open Telekom Cloud", "Own");
    let file = format!(r#"{{"clouds":[{named},{unnamed}]}}"#);
    assert_told(&file, "clouds[1].id", Problem::Repeated);
}

#[test]
fn a_preset_that_is_there_twice_is_told_once_and_at_no_key_that_the_file_does_not_have() {
    let otc = r#"{"preset":"open-telekom-cloud","regions":["eu-de"]}"#;
    let with = |key: &str| otc.replace(r#""regions""#, &format!(r#"{key},"regions""#));
    for other in [
        otc.to_owned(),
        with(r#""id":"otc-2""#),
        with(r#""name":"B""#),
    ] {
        let file = format!(r#"{{"clouds":[{otc},{other}]}}"#);
        assert_told(&file, "clouds[1]", Problem::RepeatedPreset);
    }
    // One that is no preset is no place for its regions.
    for own in [
        r#""id":"own","name":"Open Telekom Cloud""#,
        r#""id":"open-telekom-cloud""#,
    ] {
        let own = format!(
            r#"{{{own},"regions":[{{"id":"r1","services":{{"iam":{{"host":"iam.test"}}}}}}]}}"#
        );
        let file = format!(r#"{{"clouds":[{own},{otc}]}}"#);
        assert_told(&file, "clouds[1]", Problem::Repeated);
    }
    let other = with(r#""id":"otc-2","name":"B""#);
    let file = format!(r#"{{"clouds":[{otc},{other}]}}"#);
    assert_eq!(parse(&file).err(), None);
}
