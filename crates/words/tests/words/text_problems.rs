//! What is wrong with typed texts, and where.

use cloud_api::hss::EnterpriseProject;
use cloud_api::iam::TokenScope;
use cloud_api::ims::{MemberType, Recipient};
use cloud_api::swr::Deadline;
use cloud_api::{OrganizationName, RepositoryName, Timestamp};
use words::Message;
use words::text_problem::{
    account_problem, deadline_problem, description_problem, grantee_problem, id_problem,
    name_problem, recipient_problem, target_region_problem, token_scope,
};

use crate::support::{english, says};
use sample_writes::{ANNA, PROJECT, read};

fn of_organization(text: &str) -> String {
    let error = text.parse::<OrganizationName>().err();
    told(error.map(|error| name_problem(&error)))
}

fn of_repository(text: &str) -> String {
    let error = text.parse::<RepositoryName>().err();
    told(error.map(|error| name_problem(&error)))
}

/// The sentence; empty where nothing is wrong.
fn told(problem: Option<Message>) -> String {
    problem.map(|problem| english(&problem)).unwrap_or_default()
}

#[test]
fn every_rule_of_a_name_is_told_with_the_character_that_breaks_it() {
    let told = [
        ("", "Enter a name."),
        (
            "1acme",
            "“1” cannot come first: begin with a lowercase letter.",
        ),
        (
            "acme-",
            "“-” cannot come last: end with a lowercase letter or digit.",
        ),
        ("acmE", "Character 4, “E”, is not allowed here."),
        (
            "a..b",
            "Character 3, “.”, cannot follow another separator. Only two underscores may stand together.",
        ),
        (
            "a___b",
            "Character 4, “_”, cannot follow another separator. Only two underscores may stand together.",
        ),
    ];
    for (text, expected) in told {
        assert_eq!(of_organization(text), expected, "{text}");
    }
    assert_eq!(
        of_repository("-api"),
        "“-” cannot come first: begin with a lowercase letter or digit."
    );
}

#[test]
fn a_name_that_is_too_long_tells_both_lengths() {
    assert_eq!(
        of_organization(&"a".repeat(65)),
        "65 characters; at most 64"
    );
}

#[test]
fn a_position_counts_characters_and_an_invisible_one_is_shown() {
    assert_eq!(
        of_organization("a商b"),
        "Character 2, “商”, is not allowed here."
    );
    assert_eq!(
        of_organization("ab\u{202E}"),
        "Character 3, “⟨U+202E⟩”, is not allowed here."
    );
}

#[test]
fn a_problem_of_a_name_is_told_in_both_languages() {
    let error = "acmE".parse::<OrganizationName>().err();
    let problem = error.map(|error| name_problem(&error));
    says(&problem.unwrap(), "Character 4, “E”, is not allowed here.");
}

#[test]
fn a_text_that_hss_bounds_tells_what_is_wrong() {
    let told = |text: &str| {
        let error = text.parse::<EnterpriseProject>().err();
        told(error.map(|error| id_problem(&error)))
    };
    assert_eq!(told(""), "Enter an enterprise project ID.");
    assert_eq!(told(&"e".repeat(257)), "257 characters; at most 256");
    assert_eq!(told("a/b"), "Character 2, “/”, is not allowed here.");
}

#[test]
fn the_id_of_a_grantee_is_checked_and_is_never_ones_own() {
    assert_eq!(grantee_problem(ANNA, None), None);
    assert_eq!(grantee_problem(&format!(" {ANNA}\n"), Some(PROJECT)), None);
    let told = |text: &str| told(grantee_problem(text, Some(ANNA)));
    assert_eq!(told(ANNA), "You cannot grant access to yourself.");
    assert_eq!(
        told(&format!(" {ANNA} ")),
        "You cannot grant access to yourself."
    );
    assert_eq!(told("  "), "Enter the user ID.");
    assert_eq!(told("0d1b"), "4 characters; a user ID has 32.");
    assert_eq!(told("0D"), "Character 2, “D”, is not allowed here.");
}

#[test]
fn a_target_region_is_another_one() {
    let here = read("eu-de");
    let told = |text: &str| told(target_region_problem(Some(&here), text));
    assert_eq!(told("eu-nl"), "");
    assert_eq!(
        told("eu-de"),
        "Images are copied to other regions only; this repository is in eu-de."
    );
    assert_eq!(told(""), "Enter the target region.");
    assert_eq!(told("eu_nl"), "Character 3, “_”, is not allowed here.");
    assert_eq!(told(&"e".repeat(65)), "65 characters; at most 64");
    assert_eq!(target_region_problem(None, "eu-de"), None);
}

#[test]
fn a_token_is_for_a_region_or_a_project() {
    assert_eq!(
        token_scope(" eu-de "),
        Ok(Some(TokenScope::Region(read("eu-de"))))
    );
    assert_eq!(
        token_scope(PROJECT),
        Ok(Some(TokenScope::Project(read(PROJECT))))
    );
    assert_eq!(token_scope(" "), Ok(None));
    let told = |text: &str| told(token_scope(text).err());
    assert_eq!(told("eu de"), "Character 3, “ ”, is not allowed here.");
    let odd = PROJECT.replace('f', "g");
    assert_eq!(told(&odd), "Character 12, “g”, is not allowed here.");
    assert_eq!(told(&"e".repeat(65)), "65 characters; at most 64");
}

#[test]
fn an_account_is_named_by_what_a_path_can_carry_and_is_not_ones_own() {
    let told = |text| told(account_problem(text, Some("ACME-EU")));
    for (text, expected) in [
        ("", "Enter the account name."),
        ("  ", "Enter the account name."),
        (
            " ACME-EU ",
            "A repository is not shared with its own account. Grant access to single users instead.",
        ),
        ("a/b", "Character 2, “/”, is not allowed here."),
        ("..", "Character 1, “.”, is not allowed here."),
        ("PARTNER-GMBH", ""),
        (" müller söhne ", ""),
    ] {
        assert_eq!(told(text), expected, "{text:?}");
    }
    assert_eq!(account_problem("ACME-EU", None), None);
}

#[test]
fn a_share_ends_on_a_day_that_is_not_over() {
    let end = read::<Deadline>("2027-01-31T22:59:59.000Z");
    let time = end.time().expect("it has an end");
    let told = |now| told(deadline_problem(Some(&end), now));
    let over = "The last day is over. Select today or a later day.";
    assert_eq!(told(time.plus_milliseconds(-1)), "");
    assert_eq!(told(time), over);
    assert_eq!(told(time.plus_milliseconds(1)), over);
    let now = Timestamp::from_milliseconds(0);
    let needed = deadline_problem(None, now).expect("a day is needed");
    says(&needed, "Select the last day.");
    assert_eq!(deadline_problem(Some(&Deadline::forever()), now), None);
}

#[test]
fn a_description_of_a_share_may_be_left_out_and_has_its_length() {
    assert_eq!(description_problem(""), None);
    assert_eq!(
        description_problem(&format!("  {}  ", "ä".repeat(1_000))),
        None
    );
    assert_eq!(
        told(description_problem(&"ä".repeat(1_001))),
        "1001 characters; at most 1000"
    );
}

#[test]
fn what_is_wrong_with_a_recipient_is_told_with_its_place() {
    let of = |kind, text: &str| {
        Recipient::typed(kind, text)
            .err()
            .map(|it| recipient_problem(&it))
    };
    for (kind, text, expected) in [
        (MemberType::Project, "", "Enter at least one recipient."),
        (
            MemberType::Domain,
            "0d1b",
            "4 characters; the ID of a project or account has 32.",
        ),
        (
            MemberType::Project,
            "0d1b-5c6e",
            "Character 5, “-”, is not allowed here.",
        ),
        (
            MemberType::Organization,
            "o-1a2b",
            "Character 2, “-”, does not fit. An organization is named like \
             organizations::<account ID>:organization:o-….",
        ),
        (
            MemberType::Organization,
            "organizations::",
            "The end is missing. An organization is named like \
             organizations::<account ID>:organization:o-….",
        ),
    ] {
        says(&of(kind, text).expect(text), expected);
    }
}
