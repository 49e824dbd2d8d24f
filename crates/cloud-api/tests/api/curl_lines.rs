//! "Copy as curl": what a shell makes of the line.

use std::process::Command;

use cloud_api::clipboard::curl;
use cloud_api::iam::ValidateToken;
use cloud_api::swr::{ListRepositories, PageSize, UpdateRepository};
use cloud_api::{
    Endpoint, HeaderValue, Method, Mutation, Operation, Request, Secret, Service, is_unseen,
};
use proptest::prelude::*;

use crate::support::{read, sent};

const TOKEN: &str = "t0ken$(id)`id`\"'\\ x";
const ADDRESS: &str = "https://console.example.com/sub/api/swr";

/// The arguments that `curl` gets when `sh` runs the line.
fn arguments(line: &str) -> Vec<String> {
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{line}\n");
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("TOKEN", TOKEN)
        .output();
    let output = match output {
        Ok(output) => output,
        Err(error) => panic!("sh did not start: {error}"),
    };
    let printed = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(complaint.is_empty(), "{complaint}");
    printed.split_terminator('\0').map(str::to_owned).collect()
}

/// The arguments that the request stands for.
fn expected(request: &Request, address: &str) -> Vec<String> {
    let mut expected = vec![
        "-X".to_owned(),
        request.method().as_str().to_owned(),
        format!("{address}{}", request.path_and_query()),
        "-H".to_owned(),
        format!("X-Auth-Token: {TOKEN}"),
        "-H".to_owned(),
        "X-Image-Console: 1".to_owned(),
    ];
    for (name, value) in &request.headers {
        let value = match value {
            HeaderValue::Plain(value) => value,
            HeaderValue::Secret(_) => TOKEN,
        };
        expected.extend(["-H".to_owned(), format!("{name}: {value}")]);
    }
    if !request.body.is_empty() {
        let body = String::from_utf8_lossy(&request.body).into_owned();
        expected.extend(["--data-raw".to_owned(), body]);
    }
    expected
}

/// Endpoints live as long as the program, so one for a test is never given back.
fn request(path: &str, header: &str, body: &[u8]) -> Request {
    let endpoint = Endpoint {
        service: Service::Swr,
        method: Method::Patch,
        template: path.to_owned().leak(),
        operation: None,
    };
    Request {
        endpoint: Box::leak(Box::new(endpoint)),
        parameters: Vec::new(),
        query: Vec::new(),
        headers: vec![("Content-Type", HeaderValue::Plain(header.to_owned()))],
        body: body.to_vec(),
        lacks_secret_at: None,
        instead: None,
        outlives_page: false,
    }
}

fn list(name: &str) -> Request {
    ListRepositories {
        organization: None,
        name: Some(name.to_owned()),
        offset: 0,
        limit: PageSize::LARGEST,
        order: None,
    }
    .request()
}

fn update(description: &str) -> Request {
    sent(&Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: "app".to_owned(),
        description: description.to_owned(),
    }))
}

#[test]
fn a_line_reads_as_a_person_expects_it() {
    assert_eq!(
        curl::command(&request("/v2/x", "application/json", b"{}"), ADDRESS).as_deref(),
        Some(
            "curl -X PATCH 'https://console.example.com/sub/api/swr/v2/x' \
             -H \"X-Auth-Token: $TOKEN\" -H 'X-Image-Console: 1' \
             -H 'Content-Type: application/json' --data-raw '{}'"
        )
    );
}

#[test]
fn a_secret_header_is_taken_from_the_environment() {
    let token = Secret::new("never-in-the-line");
    let request = ValidateToken { token }.request();
    let line = curl::command(&request, ADDRESS).unwrap_or_default();
    assert_eq!(arguments(&line), expected(&request, ADDRESS));
}

#[test]
fn a_secret_header_is_never_in_the_line() {
    let token = Secret::new("never-in-the-line");
    let line = curl::command(&ValidateToken { token }.request(), ADDRESS);
    assert_eq!(
        line.map(|line| line.contains("never-in-the-line")),
        Some(false)
    );
}

#[test]
fn a_body_with_a_control_character_is_not_offered() {
    for body in ["a\nb", "\u{0}", "\u{1b}[2J", "\u{7f}", "\u{85}", "\u{9b}"] {
        let request = request("/", "x", body.as_bytes());
        assert_eq!(curl::command(&request, ADDRESS), None, "{body:?}");
    }
}

#[test]
fn a_line_that_would_look_like_another_is_not_offered() {
    for body in [
        "a\u{202e}b",
        "\u{2066}",
        "\u{2028}",
        "\u{2029}",
        "\u{200b}",
        "\u{3164}",
        "\u{2800}",
        "\u{e0041}",
        "\u{feff}",
    ] {
        let request = request("/", "x", body.as_bytes());
        assert_eq!(curl::command(&request, ADDRESS), None, "{body:?}");
    }
}

#[test]
fn a_header_with_a_control_character_is_not_offered() {
    assert_eq!(curl::command(&request("/", "a\rb", b""), ADDRESS), None);
}

#[test]
fn an_address_with_a_control_character_is_not_offered() {
    assert_eq!(curl::command(&request("/\n", "x", b""), ADDRESS), None);
}

#[test]
fn a_body_that_is_no_text_is_not_offered() {
    assert_eq!(
        curl::command(&request("/", "x", &[0xff, 0xfe]), ADDRESS),
        None
    );
}

#[test]
fn hostile_descriptions_reach_curl_unchanged() {
    for description in [
        "'; rm -rf ~ #",
        "$(id)",
        "`id`",
        "\\",
        "'",
        "''",
        "!!",
        "-o /x",
        "*",
        "~",
    ] {
        let request = update(description);
        let line = curl::command(&request, ADDRESS).unwrap_or_default();
        assert_eq!(
            arguments(&line),
            expected(&request, ADDRESS),
            "{description}"
        );
    }
}

/// Texts of a form, without those that hide something.
fn seen(form: &'static str) -> impl Strategy<Value = String> {
    form.prop_filter("nothing is hidden", |text| !text.chars().any(is_unseen))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_line_gives_curl_exactly_its_arguments(
        path in seen("/[^\\pC]{0,20}"),
        header in seen("[^\\pC]{0,20}"),
        body in seen("[^\\pC]{0,40}|['\"$`\\\\! *~#;&|<>()-]{0,20}"),
        address in "https://[a-z'$`\" ]{1,12}",
    ) {
        let request = request(&path, &header, body.as_bytes());
        let Some(line) = curl::command(&request, &address) else {
            return Err(TestCaseError::fail("not offered"));
        };
        prop_assert_eq!(arguments(&line), expected(&request, &address));
    }

    #[test]
    fn every_search_text_gives_curl_exactly_its_arguments(name in any::<String>()) {
        let request = list(&name);
        let line = curl::command(&request, ADDRESS).unwrap_or_default();
        prop_assert_eq!(arguments(&line), expected(&request, ADDRESS));
    }

    #[test]
    fn a_line_is_offered_exactly_where_nothing_is_hidden(body in any::<String>()) {
        let clean = !body.chars().any(is_unseen);
        let line = curl::command(&request("/", "x", body.as_bytes()), ADDRESS);
        prop_assert_eq!(line.is_some(), clean);
    }
}
