//! "Copy as PowerShell": what PowerShell, old and new, makes of the line.

use cloud_api::clipboard::power_shell;
use cloud_api::iam::ValidateToken;
use cloud_api::swr::{ListRepositories, PageSize, UpdateRepository};
use cloud_api::{Endpoint, HeaderValue, Method, Mutation, Operation, Request, Secret, Service};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{read, sent};

const TOKEN: &str = "MIIexampletoken";
const ADDRESS: &str = "https://console.example.com/sub/api/swr";

/// What PowerShell takes for a single quote, wherever it stands (about_Quoting_Rules).
const SINGLE: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

/// The words of a line as PowerShell reads them. In double quotes the lines have `$env:TOKEN` only.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.chars().peekable();
    while let Some(first) = rest.next() {
        let mut word = String::new();
        if first == ' ' {
            continue;
        } else if SINGLE.contains(&first) {
            loop {
                let next = rest.next().expect("the literal ends");
                if !SINGLE.contains(&next) {
                    word.push(next);
                } else if rest.peek().is_some_and(|it| SINGLE.contains(it)) {
                    word.push(next);
                    rest.next();
                } else {
                    break;
                }
            }
        } else if first == '"' {
            word.extend(rest.by_ref().take_while(|it| *it != '"'));
            assert!(!word.contains('`'));
            word = word.replace("$env:TOKEN", TOKEN);
            assert!(!word.contains('$'));
        } else {
            word.push(first);
            while let Some(next) = rest.next_if(|it| *it != ' ') {
                word.push(next);
            }
            let is_bare = |it: char| it.is_ascii_alphanumeric() || "-.|".contains(it);
            assert!(word.chars().all(is_bare), "{word}");
        }
        words.push(word);
    }
    words
}

/// The arguments of `curl.exe`, and what comes through the pipe.
fn run(line: &str) -> (Vec<String>, Option<Value>) {
    assert!(line.is_ascii(), "the old one pipes ASCII only: {line}");
    let mut words = words(line);
    let body = (words.get(1).map(String::as_str) == Some("|")).then(|| {
        let body = words.remove(0);
        words.remove(0);
        serde_json::from_str(&body).unwrap()
    });
    assert_eq!(words.remove(0), "curl.exe");
    // Either would pass these on otherwise than the other.
    for word in &words {
        assert!(!word.contains('"') && !word.contains('\\'), "{word}");
    }
    (words, body)
}

/// The arguments and the body that the request stands for.
fn expected(request: &Request) -> (Vec<String>, Option<Value>) {
    let mut expected = vec![
        "-X".to_owned(),
        request.method().as_str().to_owned(),
        format!("{ADDRESS}{}", request.path_and_query()),
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
    let body = (!request.body.is_empty()).then(|| serde_json::from_slice(&request.body).unwrap());
    if body.is_some() {
        expected.extend(["--data-binary".to_owned(), "@-".to_owned()]);
    }
    (expected, body)
}

fn update(description: &str) -> Request {
    sent(&Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: "app".to_owned(),
        description: description.to_owned(),
    }))
}

/// Endpoints live as long as the program, so one for a test is never given back.
fn with_header(value: &str) -> Request {
    let endpoint = Endpoint {
        service: Service::Hss,
        method: Method::Get,
        template: "/v5/x",
        operation: None,
    };
    Request {
        endpoint: Box::leak(Box::new(endpoint)),
        parameters: Vec::new(),
        query: Vec::new(),
        headers: vec![("region", HeaderValue::Plain(value.to_owned()))],
        body: Vec::new(),
        lacks_secret_at: None,
        instead: None,
        outlives_page: false,
    }
}

#[test]
fn a_line_reads_as_a_person_expects_it() {
    assert_eq!(
        power_shell::command(&update("it's"), ADDRESS).as_deref(),
        Some(
            "'{\"is_public\":false,\"category\":\"app\",\"description\":\"it''s\"}' | \
             curl.exe -X PATCH \
             'https://console.example.com/sub/api/swr/v2/manage/namespaces/acme-web/repos/shop%24api' \
             -H \"X-Auth-Token: $env:TOKEN\" -H 'X-Image-Console: 1' \
             -H 'Content-Type: application/json' --data-binary '@-'"
        )
    );
}

#[test]
fn hostile_names_stay_text() {
    for description in [
        "$(Remove-Item *)",
        "`$env:TOKEN",
        "\" ; calc",
        "a\\",
        "‘ + (calc) + ’",
        "‚x‛ “y” „z‟",
        "@'\n'@",
        "é 名 😀",
        "a\u{202e}b\u{2028}c",
        "--% | calc",
        "%PATH%",
    ] {
        let request = update(description);
        let line = power_shell::command(&request, ADDRESS).unwrap();
        assert_eq!(run(&line), expected(&request), "{description}");
    }
}

#[test]
fn a_header_that_either_would_pass_on_otherwise_is_not_offered() {
    for value in ["a\"b", "a\\", "é", "a\nb", "‘"] {
        assert_eq!(
            power_shell::command(&with_header(value), ADDRESS),
            None,
            "{value:?}"
        );
    }
    let request = with_header("eu-de's $region");
    let line = power_shell::command(&request, ADDRESS).unwrap();
    assert_eq!(run(&line), expected(&request));
}

#[test]
fn a_body_with_line_breaks_is_not_offered() {
    let mut request = update("x");
    request.body = b"{\n}".to_vec();
    assert_eq!(power_shell::command(&request, ADDRESS), None);
}

#[test]
fn a_secret_header_is_taken_from_the_environment() {
    let token = Secret::new("never-in-the-line");
    let request = ValidateToken { token }.request();
    let line = power_shell::command(&request, ADDRESS).unwrap();
    assert!(!line.contains("never-in-the-line"));
    assert_eq!(run(&line), expected(&request));
}

proptest! {
    #[test]
    fn every_text_goes_through_unchanged(description in any::<String>(), name in any::<String>()) {
        let request = update(&description);
        let line = power_shell::command(&request, ADDRESS).unwrap();
        prop_assert_eq!(run(&line), expected(&request));
        let request = ListRepositories {
            organization: None,
            name: Some(name),
            offset: 0,
            limit: PageSize::LARGEST,
            order: None,
        }
        .request();
        let line = power_shell::command(&request, ADDRESS).unwrap();
        prop_assert_eq!(run(&line), expected(&request));
    }
}
