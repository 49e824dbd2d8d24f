//! Wrong files: the place of each fault, and what is expected there.

use config::{Fault, Form, Kind, Preset, Problem, parse, read, shape};

use crate::schema::assert_judged_alike;

/// What is told of a file, as the places and what is wrong there.
pub(crate) fn told(file: &str) -> Vec<(String, Problem)> {
    let faults = parse(file).unwrap_err();
    let told = |Fault { place, problem }| (place, problem);
    faults.into_iter().map(told).collect()
}

#[track_caller]
pub(crate) fn assert_told(file: &str, place: &str, problem: Problem) {
    assert_judged_alike(file, &problem);
    assert_eq!(told(file), [(place.to_owned(), problem)], "{file}");
}

/// A cloud without a preset, with a region.
pub(crate) fn with_region(region: &str) -> String {
    format!(r#"{{"clouds":[{{"id":"own","regions":[{region}]}}]}}"#)
}

/// A region whose container images are at something.
fn with_swr(swr: &str) -> String {
    with_region(&format!(
        r#"{{"id":"r1","services":{{"iam":{{"host":"iam.test"}},"swr":{swr}}}}}"#
    ))
}

#[test]
fn a_file_that_is_no_json_is_told_with_line_and_column() {
    let at = |line, column| Problem::NotJson { line, column };
    assert_told("{\n  \"title\": \"a\"\n", "", at(3, 1));
    assert_told("{\n  \"title\": \"a\",\n}", "", at(3, 1));
    assert_told("{\"title\": 'a'}", "", at(1, 11));
    assert_told("{} {}", "", at(1, 4));
    assert_told("// nothing\n{}", "", at(1, 1));
}

#[test]
fn a_file_with_nothing_in_it_is_told_so() {
    for file in ["", " \n\n", "\u{feff}"] {
        assert_told(file, "", Problem::NothingInFile);
    }
}

#[test]
fn a_file_that_the_server_keeps_back_is_told_with_the_status() {
    let whole = |problem| {
        let place = String::new();
        Err(vec![Fault { place, problem }])
    };
    for status in [304, 401, 403, 500, 503] {
        assert_eq!(read(Some((status, b"{}"))), whole(Problem::Refused(status)));
    }
    assert_eq!(read(None), whole(Problem::NotLoaded));
    assert_eq!(read(Some((200, b"<html>"))), whole(Problem::WebPage));
}

#[test]
fn a_file_in_another_encoding_is_told_with_the_line() {
    let of = |file: &[u8]| {
        let faults = read(Some((200, file))).unwrap_err();
        faults.into_iter().next().unwrap().problem
    };
    let latin = b"{\n  \"title\": \"B\xfccher\"\n}";
    assert_eq!(of(latin), Problem::NotUtf8 { line: 2 });
    assert_eq!(of(b"\xff\xfe{\0}\0"), Problem::NotUtf8 { line: 1 });
    assert_eq!(of(b"<html>B\xfccher"), Problem::WebPage);
    let right = "{\"title\": \"Bücher\"}".as_bytes();
    assert_eq!(
        read(Some((200, right))).unwrap().title.as_deref(),
        Some("Bücher")
    );
}

#[test]
fn a_web_page_in_place_of_the_file_is_told_as_one() {
    for page in [
        "<!DOCTYPE html><html></html>",
        "\u{feff}\n <html>",
        "<Error/>",
    ] {
        assert_told(page, "", Problem::WebPage);
    }
}

#[test]
fn a_number_is_whole_and_not_too_large() {
    for number in ["-1", "1.5", "1441", "1e9", "\"15\"", "true", "null", "[15]"] {
        let file = format!(r#"{{"idle_minutes":{number}}}"#);
        assert_told(&file, "idle_minutes", Problem::NoWholeNumber(1_440));
    }
}

#[test]
fn an_unknown_key_is_told_with_those_that_are_known_there() {
    for (file, place, known) in [
        (r#"{"titel":"a"}"#, "titel", shape::FILE),
        (r#"{"Title":"a"}"#, "Title", shape::FILE),
        (r#"{"":1}"#, "", shape::FILE),
        (
            r#"{"clouds":[{"preset":"open-telekom-cloud","region":"eu-de","regions":["eu-de"]}]}"#,
            "clouds[0].region",
            shape::CLOUD,
        ),
        (
            r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-nl",{"id":"eu-de","name":"x"}]}]}"#,
            "clouds[0].regions[1].name",
            shape::REGION,
        ),
        (
            &with_region(r#"{"id":"r1","services":{"iam":{"host":"iam.test"},"obs":{}}}"#),
            "clouds[0].regions[0].services.obs",
            shape::SERVICES,
        ),
        (
            &with_swr(r#"{"host":"swr.test","url":"/swr"}"#),
            "clouds[0].regions[0].services.swr.url",
            shape::SERVICE,
        ),
    ] {
        assert_told(file, place, Problem::UnknownKey(shape::names(known)));
    }
}

#[test]
fn a_value_of_another_kind_is_told_with_the_kind_that_belongs_there() {
    for (file, place, kind) in [
        ("[]", "", Kind::Object),
        ("null", "", Kind::Object),
        (r#"{"title":1}"#, "title", Kind::Text),
        (r#"{"notice":["a"]}"#, "notice", Kind::Text),
        (
            r#"{"password_sign_in":"true"}"#,
            "password_sign_in",
            Kind::Switch,
        ),
        (r#"{"keep_in_tab":0}"#, "keep_in_tab", Kind::Switch),
        (r#"{"read_only":"false"}"#, "read_only", Kind::Switch),
        (r#"{"demo":"true"}"#, "demo", Kind::Switch),
        (r#"{"sign_in":"no"}"#, "sign_in", Kind::Switch),
        (r#"{"languages":"en"}"#, "languages", Kind::List),
        (r#"{"languages":[null]}"#, "languages[0]", Kind::Text),
        (r#"{"clouds":{}}"#, "clouds", Kind::List),
        (
            r#"{"clouds":["open-telekom-cloud"]}"#,
            "clouds[0]",
            Kind::Object,
        ),
        (
            r#"{"clouds":[{"preset":"open-telekom-cloud","regions":"eu-de"}]}"#,
            "clouds[0].regions",
            Kind::List,
        ),
        (&with_region("7"), "clouds[0].regions[0]", Kind::Object),
        (
            &with_swr(r#""swr.test""#),
            "clouds[0].regions[0].services.swr",
            Kind::Object,
        ),
    ] {
        assert_told(file, place, Problem::NotOfKind(kind));
    }
}

#[test]
fn what_has_to_be_there_is_told_where_it_is_missing() {
    for (file, place, key) in [
        (r#"{"clouds":[{"regions":["eu-de"]}]}"#, "clouds[0]", "id"),
        (r#"{"clouds":[{"id":"own"}]}"#, "clouds[0]", "regions"),
        (&with_region(r#""r1""#), "clouds[0].regions[0]", "services"),
        (
            &with_region(r#"{"services":{}}"#),
            "clouds[0].regions[0]",
            "id",
        ),
        (
            &with_region(r#"{"id":"r1","services":{"swr":{"host":"swr.test"}}}"#),
            "clouds[0].regions[0].services",
            "iam",
        ),
        (
            &with_swr(r#"{"address":"/api/swr"}"#),
            "clouds[0].regions[0].services.swr",
            "host",
        ),
        (
            &with_region(r#"{"id":"r1","services":{"iam":{"host":"iam.test"},"iam_global":{}}}"#),
            "clouds[0].regions[0].services.iam_global",
            "host",
        ),
        // The global one alone is none of the region's.
        (
            &with_region(r#"{"id":"r1","services":{"iam_global":{"host":"iam.test"}}}"#),
            "clouds[0].regions[0].services",
            "iam",
        ),
    ] {
        assert_told(file, place, Problem::Missing(key));
    }
}

#[test]
fn an_address_that_no_request_may_go_to_is_told() {
    for address in [
        "swr",
        "/swr/",
        "//swr.test",
        "/a//b",
        "/a/../b",
        "/./a",
        "/a?b",
        "/a#b",
        "/a%2fb",
        "/a b",
        "http://swr.test",
        "http://localhost.test",
        "http://127.0.0.1.test",
        "https://",
        "https://swr.test/",
        "https://user@swr.test",
        "https://swr.test:0",
        "https://swr.test:70000",
        "https://SWR.test",
        "ftp://swr.test",
        "javascript:alert(1)",
        "https:/swr.test",
        "\\\\swr.test",
    ] {
        let file =
            with_swr(&serde_json::json!({"host": "swr.test", "address": address}).to_string());
        let place = "clouds[0].regions[0].services.swr.address";
        assert_told(&file, place, Problem::NotOfForm(Form::Address));
    }
}

#[test]
fn a_host_that_is_none_is_told() {
    for host in [
        "https://swr.test",
        "swr.test/",
        "swr..test",
        ".swr",
        "-swr.test",
        "swr_api.test",
        "a b",
        "swr.test:",
        "swr.test:+1",
    ] {
        let file = with_swr(&serde_json::json!({"host": host}).to_string());
        let place = "clouds[0].regions[0].services.swr.host";
        assert_told(&file, place, Problem::NotOfForm(Form::Host));
    }
}

#[test]
fn a_name_that_no_address_can_carry_is_told() {
    for name in ["EU-DE", "eu_de", "eu/de", "-eu", "..", "eu de"] {
        let region = serde_json::Value::from(name).to_string();
        let place = "clouds[0].regions[0]";
        assert_told(
            &with_region(&region),
            place,
            Problem::NotOfForm(Form::Segment),
        );
        let cloud = format!(r#"{{"clouds":[{{"id":{region},"regions":["r1"]}}]}}"#);
        assert_told(&cloud, "clouds[0].id", Problem::NotOfForm(Form::Segment));
    }
}

#[test]
fn a_project_that_has_no_id_gets_no_alias() {
    let file = r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"],
        "project_aliases":{"eu-de_team":"Team","7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80":""}}]}"#;
    let place = |key: &str| format!("clouds[0].project_aliases.{key}");
    assert_eq!(
        told(file),
        [
            (
                place("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80"),
                Problem::TextLength(64)
            ),
            (place("eu-de_team"), Problem::NotOfForm(Form::ProjectId)),
        ]
    );
}

#[test]
fn what_is_not_known_is_told_with_what_is() {
    let otc = r#"{"clouds":[{"preset":"otc","regions":["eu-de"]}]}"#;
    assert_told(otc, "clouds[0].preset", Problem::NoneOf(&Preset::NAMES));
    let german = r#"{"languages":["en","de"]}"#;
    assert_told(german, "languages[1]", Problem::NoneOf(&config::LANGUAGES));
    let elsewhere = r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-uk"]}]}"#;
    let known = Preset::OpenTelekomCloud.regions();
    assert_told(
        elsewhere,
        "clouds[0].regions[0]",
        Problem::NotInPreset(known),
    );
}

#[test]
fn a_console_that_offers_nothing_is_told() {
    for file in [r#"{"sign_in":false}"#, r#"{"sign_in":false,"demo":false}"#] {
        assert_told(file, "sign_in", Problem::NothingOffered);
    }
}

#[test]
fn what_is_empty_or_too_long_is_told() {
    for (file, place) in [
        (r#"{"languages":[]}"#, "languages"),
        (r#"{"clouds":[]}"#, "clouds"),
    ] {
        assert_told(file, place, Problem::Empty);
    }
    // Without it the file would be wrong as well.
    for (file, place) in [
        (
            r#"{"clouds":[{"id":"own","regions":[]}]}"#,
            "clouds[0].regions",
        ),
        (
            &with_region(r#"{"id":"r1","services":{}}"#),
            "clouds[0].regions[0].services",
        ),
    ] {
        assert_told(file, place, Problem::EmptyNeeded);
    }
    assert_told(r#"{"title":"  "}"#, "title", Problem::TextLength(64));
    let long = format!(r#"{{"notice":"{}"}}"#, "镜".repeat(501));
    assert_told(&long, "notice", Problem::TextLength(500));
}

#[test]
fn all_wrong_values_of_a_file_are_told_at_once() {
    let file = r#"{"titel":"a","password_sign_in":1,"keep_in_tab":1,"languages":[],
        "clouds":[{"regions":["EU"]},{"preset":"otc"}]}"#;
    let places: Vec<String> = told(file).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        places,
        [
            "clouds[0].regions[0]",
            "clouds[1]",
            "clouds[1].preset",
            "keep_in_tab",
            "languages",
            "password_sign_in",
            "titel",
        ]
    );
}

#[test]
fn all_that_does_not_go_together_is_told_at_once() {
    let file = r#"{"languages":["en","en"],"clouds":[{"regions":["eu-de"]},
        {"preset":"open-telekom-cloud","regions":["eu-uk",{"id":"r1"},"eu-de","eu-de"]}]}"#;
    let places: Vec<String> = told(file).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        places,
        [
            "languages[1]",
            "clouds[0]",
            "clouds[1].regions[0]",
            "clouds[1].regions[1]",
            "clouds[1].regions[3]",
        ]
    );
}
