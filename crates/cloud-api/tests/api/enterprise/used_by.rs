//! Which policies keep a target registry in use.

use cloud_api::Listed;
use cloud_api::enterprise::{RegistryId, used_by};

use super::support::{BEYOND, policies};
use crate::support::read;

fn names(registry: &str, rows: &str) -> (Vec<String>, u64) {
    let rows = policies(rows);
    let used = used_by(read::<RegistryId>(registry), &rows);
    let names = used.policies.iter().map(|policy| policy.name.clone());
    (names.collect(), used.unread)
}

#[test]
fn both_sides_count_and_so_do_disabled_policies() {
    let rows = r#"[
        {"name":"from","src_registry":{"id":12},"enabled":true},
        {"name":"to","dest_registry":{"id":12},"src_registry":{"id":0},"enabled":false},
        {"name":"other","dest_registry":{"id":13}},
        {"name":"none"}]"#;
    let expected = ["from", "to"].map(str::to_owned);
    assert_eq!(names("12", rows), (expected.into(), 0));
    assert_eq!(names("14", rows), (Vec::new(), 0));
}

#[test]
fn ids_that_a_float_takes_for_one_are_two() {
    let rows = r#"[{"name":"near","dest_registry":{"id":9007199254740992}}]"#;
    assert_eq!(names(BEYOND, rows), (Vec::new(), 0));
}

#[test]
fn a_policy_that_cannot_be_read_may_use_it_too() {
    let rows = r#"[7, null,
        {"name":"odd","dest_registry":{"id":"x"}},
        {"name":"surely","src_registry":{"id":12},"dest_registry":{"id":"x"}}]"#;
    assert_eq!(names("12", rows), (vec!["surely".to_owned()], 3));
}

#[test]
fn without_policies_nothing_is_in_use() {
    let none = Listed::default();
    let used = used_by(read::<RegistryId>("12"), &none);
    assert_eq!((used.policies.len(), used.unread), (0, 0));
}
