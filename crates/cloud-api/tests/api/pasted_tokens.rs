//! Tokens as people copy them.

use cloud_api::iam::{TokenError, TokenText};
use proptest::prelude::*;

const TOKEN: &str = "MIIPvQYJKoZIhvcNAQcCoIIPrjCCD6oCAQExDTALBglg-_+/==";
const OTHER: &str = "MIIQvQYJKoZIhvcNAQcCoIIPrjCCD6oCAQExDTALBglg-_+/==";

fn parsed(pasted: &str) -> Result<String, TokenError> {
    TokenText::parse(pasted).map(|token| token.into_secret().reveal().to_owned())
}

fn found() -> Result<String, TokenError> {
    Ok(TOKEN.to_owned())
}

#[test]
fn a_bare_token_is_taken() {
    assert_eq!(parsed(TOKEN), found());
}

#[test]
fn white_space_around_a_token_is_dropped() {
    assert_eq!(parsed(&format!("\u{a0}\t {TOKEN}\r\n\n")), found());
}

#[test]
fn the_token_is_taken_out_of_an_answer() {
    let answer = format!("HTTP/1.1 201 Created\nX-Subject-Token: {TOKEN}\n\n{{\"token\":{{}}}}");
    assert_eq!(parsed(&answer), found());
}

#[test]
fn the_token_is_taken_out_of_an_answer_with_crlf_and_small_letters() {
    let answer = format!(
        "HTTP/2 201 \r\ncontent-type: application/json\r\nx-subject-token: {TOKEN}\r\n\r\n{{}}\r\n"
    );
    assert_eq!(parsed(&answer), found());
}

#[test]
fn the_token_is_taken_out_of_a_single_header_line() {
    assert_eq!(parsed(&format!("X-Subject-Token:{TOKEN}")), found());
}

#[test]
fn the_token_is_taken_out_of_headers_without_a_status_line() {
    let headers = format!("Server: api\nX-SUBJECT-TOKEN: {TOKEN}\nVary: x");
    assert_eq!(parsed(&headers), found());
}

#[test]
fn nothing_is_told_that_a_token_is_needed() {
    assert_eq!(parsed(" \r\n\t"), Err(TokenError::Empty));
}

#[test]
fn an_answer_without_a_token_is_told_so() {
    let answer = "HTTP/2 401 \r\ncontent-type: application/json\r\n\r\n{\"error\":{}}";
    assert_eq!(parsed(answer), Err(TokenError::AnswerWithoutToken));
}

#[test]
fn an_answer_with_an_empty_token_is_told_so() {
    let answer = "HTTP/2 201 \r\nx-subject-token: \r\n\r\n";
    assert_eq!(parsed(answer), Err(TokenError::AnswerWithoutToken));
}

#[test]
fn a_space_inside_is_told_its_place() {
    assert_eq!(
        parsed("abc def"),
        Err(TokenError::WhiteSpace { position: 4 })
    );
}

#[test]
fn a_line_break_inside_is_told_its_place() {
    assert_eq!(
        parsed("  ab\ncd"),
        Err(TokenError::WhiteSpace { position: 3 })
    );
}

#[test]
fn a_space_inside_an_answers_token_is_told_its_place_in_the_token() {
    let answer = "HTTP/2 201\r\nx-subject-token: ab cd\r\n";
    assert_eq!(parsed(answer), Err(TokenError::WhiteSpace { position: 3 }));
}

#[test]
fn control_and_foreign_characters_are_told_their_place() {
    for text in ["ab\u{0}c", "ab\u{7f}c", "ab\u{1b}c", "abéc", "ab\"c"] {
        assert_eq!(
            parsed(text),
            Err(TokenError::Character { position: 3 }),
            "{text:?}"
        );
    }
}

#[test]
fn the_longest_token_is_taken() {
    let longest = "a".repeat(32_768);
    assert_eq!(parsed(&longest), Ok(longest));
}

#[test]
fn a_longer_token_is_told_its_length_and_the_limit() {
    assert_eq!(
        parsed(&"a".repeat(32_769)),
        Err(TokenError::TooLong {
            length: 32_769,
            maximum: 32_768,
        })
    );
}

/// What `openstack token issue` prints.
const TABLE: &str = "
+------------+--------------------------+
| Field      | Value                    |
+------------+--------------------------+
| expires    | 2026-11-23T09:48:42+0000 |
| id         | TOKEN                    |
| project_id | 7c9d5e2b8a1f4d6e9f3a0b1c |
| user_id    | 0d1b5c6e7f8a49b0a1c2d3e4 |
+------------+--------------------------+
";

/// Texts in which one token stands.
fn forms() -> Vec<String> {
    let json = format!(r#"{{"headers": {{"X-Subject-Token": ["{TOKEN}"]}}, "token": {{}}}}"#);
    vec![
        format!("\"{TOKEN}\""),
        format!("'{TOKEN}'"),
        format!("`{TOKEN}`"),
        format!("```\n{TOKEN}\n```"),
        format!("“{TOKEN}”"),
        format!("\"{TOKEN}\","),
        format!("{TOKEN};"),
        format!("OS_TOKEN={TOKEN}"),
        format!("OS_TOKEN = \"{TOKEN}\""),
        format!("OS_AUTH_TOKEN='{TOKEN}'"),
        format!("MY_OWN_NAME={TOKEN}"),
        format!("export MY_OWN_NAME=\"{TOKEN}\""),
        format!("export OS_TOKEN={TOKEN}\nexport OS_REGION_NAME=eu-de\n"),
        format!("set OS_TOKEN={TOKEN}"),
        format!("$env:OS_TOKEN=\"{TOKEN}\""),
        format!("$env:MY_OWN_NAME = '{TOKEN}'"),
        format!("$token = \"{TOKEN}\""),
        format!("X-Auth-Token: {TOKEN}"),
        format!("x-auth-token:{TOKEN}"),
        format!("-H \"X-Auth-Token: {TOKEN}\""),
        format!("curl -s -H 'X-Auth-Token: {TOKEN}' https://swr-api.eu-de.example.com/v2"),
        format!("curl -H X-Auth-Token:{TOKEN} https://swr-api.eu-de.example.com/v2"),
        format!("@{{\"X-Auth-Token\"=\"{TOKEN}\"}}"),
        format!("headers['X-Auth-Token'] = '{TOKEN}'"),
        format!("Bearer {TOKEN}"),
        format!("Authorization: Bearer {TOKEN}"),
        format!("Token: {TOKEN}"),
        format!("{{'X-Subject-Token': '{TOKEN}'}}"),
        json,
        format!(r#"{{"x_subject_token":"{TOKEN}","token":{{"user":{{"id":"u"}}}}}},"#),
        format!(r#"{{"expires":"2026-11-23T09:48:42+0000","id":"{TOKEN}","user_id":"u"}}"#),
        format!(
            "* Connected to iam\n> POST /v3/auth/tokens HTTP/1.1\n> Accept: */*\n>\n< HTTP/1.1 201 \n< X-Subject-Token: {TOKEN}\n< Vary: x\n<\n{{\"token\":{{\"methods\":[]}}}}"
        ),
        format!(
            "> GET /v3/auth/tokens HTTP/1.1\n> X-Auth-Token: {OTHER}\n> X-Subject-Token: {OTHER}\n< HTTP/1.1 200 OK\n< X-Subject-Token: {TOKEN}"
        ),
        TABLE.replace("TOKEN", TOKEN),
        TABLE.replace("TOKEN", TOKEN).replace('\n', "\r\n"),
        format!(
            "$ openstack token issue\n{}$ ",
            TABLE.replace("TOKEN", TOKEN)
        ),
        format!("| id         | {TOKEN} |"),
        format!(
            "+----+----+\n| Field | Value | Note |\n+----+----+\n| Expires | 2026 | x |\n| ID | {TOKEN} | y |\n+----+"
        ),
        format!(
            "+----+----+\n| expires | id | user_id |\n+----+----+\n| 2026-11-23T09:48:42+0000 | {TOKEN} | u |\n+----+"
        ),
        format!(
            "| expires | 2026 |\n| id | {} |\n|    | {} |\n| user_id | u |",
            &TOKEN[..20],
            &TOKEN[20..]
        ),
        format!("\u{feff}{}\u{200b}{}\u{2060}", &TOKEN[..9], &TOKEN[9..]),
    ]
}

#[test]
fn a_token_is_found_in_every_form_in_which_people_copy_it() {
    for text in forms() {
        assert_eq!(parsed(&text), found(), "{text}");
    }
}

/// A text, broken into lines of so many characters.
fn broken(text: &str, width: usize, line_end: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let lines = letters.chunks(width).map(|line| line.iter().collect());
    lines.collect::<Vec<String>>().join(line_end)
}

fn long() -> String {
    let letter = |number: u32| char::from(b'a' + (number * number / 7 % 26) as u8);
    let letters: String = (0..1_001).map(letter).collect();
    format!("{letters}==")
}

#[test]
fn a_token_that_was_broken_into_lines_is_joined_again() {
    for width in [64, 76, 80, 120] {
        for line_end in ["\n", "\r\n", "\n    ", "\\\n"] {
            let text = broken(&long(), width, line_end);
            assert_eq!(parsed(&text), Ok(long()), "{text}");
        }
        let header = broken(&format!("X-Subject-Token: {}", long()), width, "\n");
        assert_eq!(parsed(&header), Ok(long()), "{header}");
        let variable = broken(&format!("export OS_TOKEN=\"{}\"", long()), width, "\n");
        assert_eq!(parsed(&variable), Ok(long()), "{variable}");
    }
}

#[test]
fn lines_that_are_no_even_pieces_are_not_joined() {
    for text in [
        format!(
            "{}\n{}\n{}",
            &long()[..76],
            &long()[76..100],
            &long()[100..176]
        ),
        format!("{}\n{}", &long()[..76], &long()[76..160]),
        format!("{}\nDone", long()),
        format!("{}\n{}", &long()[..20], &long()[20..40]),
    ] {
        let error = parsed(&text);
        assert!(
            matches!(error, Err(TokenError::WhiteSpace { .. })),
            "{text}: {error:?}"
        );
    }
}

#[test]
fn a_text_that_names_tokens_without_end_is_read_no_further() {
    let line = "token=AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJ\n";
    for text in [line.repeat(2_000), "token=".repeat(2_000)] {
        assert_eq!(TokenText::parse(&text), Err(TokenError::Several));
    }
}

#[test]
fn of_several_tokens_none_is_taken() {
    let wide = |letter: &str| format!("MIIP{}", letter.repeat(72));
    for text in [
        format!("X-Subject-Token: {TOKEN}\nX-Subject-Token: {OTHER}"),
        format!("X-Auth-Token: {TOKEN}\nX-Auth-Token: {OTHER}"),
        format!(
            "curl -H 'X-Auth-Token: {TOKEN}' -H 'X-Subject-Token: {OTHER}' https://iam.example.com"
        ),
        format!("export OS_TOKEN={TOKEN}\nexport OS_AUTH_TOKEN={OTHER}"),
        format!(r#"{{"X-Auth-Token":"{TOKEN}","os_token":"{OTHER}"}}"#),
        format!("{}\n{}", wide("a"), wide("b")),
        format!("| expires | 1 |\n| id | {TOKEN} |\n| expires | 2 |\n| id | {OTHER} |"),
        format!("| id | expires |\n| {TOKEN} | 1 |\n| {OTHER} | 2 |"),
    ] {
        assert_eq!(parsed(&text), Err(TokenError::Several), "{text}");
    }
}

#[test]
fn the_same_token_twice_is_one() {
    let text =
        format!("export OS_TOKEN={TOKEN}\ncurl -H 'X-Auth-Token: {TOKEN}' https://a.example.com");
    assert_eq!(parsed(&text), found());
}

#[test]
fn the_name_of_a_variable_is_no_token() {
    for text in [
        "curl -H \"X-Auth-Token: $TOKEN\" https://swr-api.eu-de.example.com/v2",
        "X-Auth-Token: <token>",
        "{\"X-Auth-Token\": \"{{token}}\"}",
        "export OS_TOKEN=$(openstack token issue -f value -c id)",
        "OS_TOKEN=",
        "==",
    ] {
        let error = parsed(text);
        assert!(error.is_err(), "{text}: {error:?}");
    }
}

#[test]
fn a_table_of_something_else_holds_no_token() {
    for text in [
        "| id | 7c9d5e2b8a1f4d6e9f3a0b1c |\n| name | eu-de |",
        "| expires | 2026-11-23T09:48:42+0000 |\n| id |  |",
        "| ID | Name |\n| 7c9d5e2b8a1f4d6e9f3a0b1c | eu-de |",
        "||\n| |\n|",
    ] {
        let error = parsed(text);
        assert!(error.is_err(), "{text}: {error:?}");
    }
}

#[test]
fn the_description_of_a_token_holds_none() {
    let body =
        r#"{"token":{"expires_at":"2026-11-23T09:48:42.000000Z","user":{"id":"u","name":"anna"}}}"#;
    assert_eq!(parsed(body), Err(TokenError::AnswerWithoutToken));
}

proptest! {
    #[test]
    fn no_complaint_holds_any_part_of_the_pasted_text(
        text in "[Q-Zéü\u{0}]{8,40}[ \n\u{1}][Q-Zéü]{8,40}",
    ) {
        let Err(error) = TokenText::parse(&text) else {
            return Err(TestCaseError::fail("taken"));
        };
        let shown = format!("{error} {error:?}");
        let letters: Vec<char> = text.trim().chars().collect();
        for piece in letters.windows(4) {
            let piece: String = piece.iter().collect();
            prop_assert!(!shown.contains(&piece), "{shown}");
        }
    }

    #[test]
    fn no_text_makes_reading_a_token_panic(text in any::<String>()) {
        if let Ok(token) = TokenText::parse(&text) {
            let token = token.into_secret();
            let is_of_text = |letter: char| text.contains(letter);
            prop_assert!(token.reveal().chars().all(is_of_text));
            prop_assert!(!token.reveal().contains(char::is_whitespace));
        }
    }

    #[test]
    fn a_token_survives_being_pasted_as_an_answer(
        token in "[A-Za-z0-9._~+/-]{1,60}={0,2}",
        line_end in "\r?\n",
        name in "[Xx]-[Ss]ubject-[Tt]oken",
    ) {
        let answer = format!("HTTP/2 201{line_end}a: b{line_end}{name}: {token}{line_end}{line_end}{{}}");
        prop_assert_eq!(parsed(&answer), Ok(token));
    }
}
