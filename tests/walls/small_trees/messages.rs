//! Which messages nobody says.

use super::source;
use crate::messages::said_by_nobody;

const CATALOGUE: &str = r#"{
  "access.count": {
    "one": "{count:number} person",
    "other": "{count:number} people"
  },
  "access.count-all": "All",
  "access.title": "Access"
}"#;

fn unsaid(code: &str) -> Vec<String> {
    said_by_nobody(CATALOGUE, &[source(&("src/page.rs", code))])
}

#[test]
fn a_message_that_no_file_names_is_told() {
    let code = "let title = t(text::access_title());";
    assert_eq!(unsaid(code), ["access.count", "access.count-all"]);
}

#[test]
fn a_longer_name_says_nothing_of_the_shorter_one() {
    let code = "[text::access_count_all, text::access_title]";
    assert_eq!(unsaid(code), ["access.count"]);
}
