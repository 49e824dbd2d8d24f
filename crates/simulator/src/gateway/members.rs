//! Who belongs to the account in the beginning: those who can sign in, ordinary users, those that
//! faults go by, hostile ones.

use super::identities::PEOPLE;

/// Ordinary users beside those who can sign in.
pub const NAMES: [&str; 40] = [
    "david",
    "emma",
    "farid",
    "greta",
    "hugo",
    "ines",
    "jonas",
    "kira",
    "li-wei",
    "maria",
    "nils",
    "olga",
    "pavel",
    "quentin",
    "rosa",
    "sven",
    "tara",
    "umut",
    "vera",
    "wang-fang",
    "xenia",
    "yusuf",
    "zoe",
    "anders",
    "beatriz",
    "chen-jie",
    "dmitri",
    "elif",
    "fiona",
    "goran",
    "hanna",
    "igor",
    "julia",
    "kofi",
    "lena",
    "mateo",
    "nadia",
    "oscar",
    "petra",
    "ci-pipeline",
];

/// A user that may no longer sign in but still stands in lists.
pub const DISABLED: &str = "quentin";

/// ID of the user whose first write fails.
pub const FAULT_ONCE_ID: &str = "ff00000000000000000000000000f501";
/// ID of the user whose every write fails.
pub const FAULT_ALWAYS_ID: &str = "ff00000000000000000000000000f502";

/// Names that would do harm if anybody took them for more than text.
pub fn hostile_names() -> Vec<String> {
    vec![
        "<img src=x onerror=alert(1)>".to_owned(),
        "=HYPERLINK(\"http://evil.invalid\")".to_owned(),
        "left\u{202E}thgir\u{0007}\tend".to_owned(),
        "long-".repeat(1_000),
    ]
}

/// ID of a user with such a name.
pub fn hostile_id(index: usize) -> String {
    format!("ee{index:030x}")
}

/// ID of an ordinary user, by place in [`NAMES`].
pub fn user_id(index: usize) -> String {
    format!(
        "{:032x}",
        0x3000_0000_0000_0000_0000_0000_0000_0000_u128 + index as u128 * 0x0101
    )
}

/// All of them: ID and name.
pub fn all() -> impl Iterator<Item = (String, String)> {
    let people = PEOPLE
        .iter()
        .map(|person| (person.id.to_owned(), person.name.to_owned()));
    let others = NAMES
        .iter()
        .enumerate()
        .map(|(index, name)| (user_id(index), (*name).to_owned()));
    let hostile = hostile_names()
        .into_iter()
        .enumerate()
        .map(|(index, name)| (hostile_id(index), name));
    let faults = [
        (FAULT_ONCE_ID.to_owned(), "fault-500-once".to_owned()),
        (FAULT_ALWAYS_ID.to_owned(), "fault-500-always".to_owned()),
    ];
    people.chain(others).chain(hostile).chain(faults)
}
