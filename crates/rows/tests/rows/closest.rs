//! Going to something by the beginning of its name.

use rows::closest;

fn found(names: &[&str], sought: &str, most: usize) -> Vec<String> {
    let names: Vec<Box<str>> = names.iter().map(|name| (*name).into()).collect();
    let places = closest(&names, sought, most);
    places
        .into_iter()
        .map(|place| names[place].to_string())
        .collect()
}

const NAMES: [&str; 6] = [
    "acme-web/shop/api-old",
    "acme-web/api",
    "acme-web/shop/api",
    "api/gateway",
    "acme-web/my-api",
    "acme-web/therapist",
];

#[test]
fn the_name_itself_comes_first_and_what_only_holds_the_text_last() {
    assert_eq!(
        found(&NAMES, "api", 9),
        [
            "acme-web/api",
            "acme-web/shop/api",
            "acme-web/shop/api-old",
            "api/gateway",
            "acme-web/my-api",
            "acme-web/therapist",
        ]
    );
}

#[test]
fn no_more_are_found_than_are_asked_for_and_the_closest_stay() {
    assert_eq!(
        found(&NAMES, "api", 2),
        ["acme-web/api", "acme-web/shop/api"]
    );
    assert_eq!(found(&NAMES, "api", 0), Vec::<String>::new());
}

#[test]
fn letters_match_in_either_case_and_blanks_around_do_not_count() {
    assert_eq!(found(&["Straße", "GAMMA"], " strasse ", 5), ["Straße"]);
    assert_eq!(found(&["Straße", "GAMMA"], "gam", 5), ["GAMMA"]);
}

#[test]
fn nothing_is_close_to_nothing() {
    assert_eq!(found(&NAMES, "  ", 5), Vec::<String>::new());
    assert_eq!(found(&[], "api", 5), Vec::<String>::new());
    assert_eq!(found(&NAMES, "zzz", 5), Vec::<String>::new());
}

#[test]
fn a_text_across_parts_is_found_within() {
    assert_eq!(
        found(&NAMES, "web/shop", 5),
        ["acme-web/shop/api", "acme-web/shop/api-old"]
    );
}
