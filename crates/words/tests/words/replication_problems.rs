//! What is wrong with what was typed for target registries and replication policies.

use cloud_api::enterprise::{
    AccessKey, AccessSecret, Filter, FilterType, HostMapping, RegistryType, RegistryUrl, Schedule,
};
use words::replication_problem::{
    access_key_problem, filter_problem, hosts_problem, schedule_problem, secret_problem,
    url_problem,
};

use crate::support::says;

#[test]
fn a_wrong_address_says_how_it_begins_goes_on_or_where_images_are() {
    let told = |text| {
        let typed = RegistryUrl::typed(RegistryType::Shared, text);
        url_problem(&typed.expect_err("it is none"))
    };
    says(&told(" "), "Enter the URL.");
    says(&told("harbor"), "Begin the URL with https:// or http://.");
    says(
        &told("https://"),
        "Enter a host after https://, such as harbor.example.com.",
    );
    says(
        &told("https://swr-api.eu-de.example"),
        "This host serves the API, not images. Enter the image host, which begins with swr.",
    );
    says(
        &told("https://h/<b>"),
        "Character 11, “<”, is not allowed here.",
    );
}

#[test]
fn a_missing_credential_says_which_part_of_it() {
    let key = |text| {
        let typed = AccessKey::typed(RegistryType::Shared, text);
        access_key_problem(&typed.expect_err("it is none"))
    };
    says(&key(""), "Enter the access ID.");
    says(
        &key("HPUA"),
        "Enter the access ID of SWR shared as region@AK, as its login command has it.",
    );
    let secret = AccessSecret::typed("").expect_err("it is none");
    says(
        &secret_problem(&secret),
        "Enter the secret. SWR never shows it, so every change needs it again.",
    );
}

#[test]
fn a_wrong_host_says_on_which_line() {
    let told = |text| hosts_problem(&HostMapping::typed(text).expect_err("it is none"));
    says(
        &told(""),
        "Enter at least one host with its IP address: Harbor cannot be reached without.",
    );
    says(
        &told("a.example 10.0.1.20\nb.example"),
        "Line 2: enter a host and its IP address, such as harbor.example.com 192.0.2.10.",
    );
    says(
        &told("a.example 10.0.1.20\na.example 10.0.1.21"),
        "Line 2: a.example is there already.",
    );
}

#[test]
fn a_wrong_schedule_says_which_field_of_it() {
    let told = |text| schedule_problem(&Schedule::typed(text).expect_err("it is none"));
    says(
        &told("0 2 * * ?"),
        "Enter six fields: second, minute, hour, day of month, month, day of week. There are 5 now.",
    );
    says(
        &told("5 0 2 * * ?"),
        "The first field, the second, has to be 0.",
    );
    says(
        &told("0 0 0 30 2 ?"),
        "There is no such day, so the policy would never run.",
    );
    for (text, expected) in [
        ("x 0 2 * * ?", "Second: x is not understood. Enter 0."),
        (
            "0 60 2 * * ?",
            "Minute: 60 is not understood. Use 0 to 59, *, ranges, steps or lists.",
        ),
        (
            "0 0 24 * * ?",
            "Hour: 24 is not understood. Use 0 to 23, *, ranges, steps or lists.",
        ),
        (
            "0 0 2 L * ?",
            "Day of month: L is not understood. Use 1 to 31, *, ranges, steps or lists.",
        ),
        (
            "0 0 2 * 13 ?",
            "Month: 13 is not understood. Use 1 to 12, *, ranges, steps or lists.",
        ),
        (
            "0 0 2 * * \u{200B}",
            "Day of week: ⟨U+200B⟩ is not understood. Use 0 (Sunday) to 6, *, ?, ranges or lists.",
        ),
    ] {
        says(&told(text), expected);
    }
}

#[test]
fn a_wrong_filter_says_what_patterns_look_like() {
    let told = |text| {
        let typed = Filter::typed(FilterType::Name, text);
        filter_problem(&typed.expect_err("it is none"))
    };
    says(&told(""), "Enter a pattern, or remove the filter.");
    says(
        &told("{a,b"),
        "The pattern is not understood. Use *, ** and braces such as {library,shop}/**.",
    );
}
