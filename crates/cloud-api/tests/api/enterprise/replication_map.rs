//! Policies as arrows between an instance and its target registries.

use cloud_api::enterprise::{Far, MapPlace, Way, replication_map};

use super::support::{policies, registries};

const REGISTRIES: &str = r#"[{"id":12,"name":"nl"},{"id":9007199254740993,"name":"large"},
    {"id":"x","name":"odd"},{"id":13,"name":"idle"}]"#;

/// A line for each place: its name, then its arrows.
fn drawn(policy_rows: &str) -> Vec<String> {
    let (registries, policies) = (registries(REGISTRIES), policies(policy_rows));
    let line = |place: &MapPlace<'_>| {
        let mut line = match place.far {
            Far::Listed(registry) => registry.name.clone(),
            Far::NotListed(id) => format!("no {id}"),
            Far::NotTold => "not told".to_owned(),
        };
        for arrow in &place.arrows {
            line += match arrow.way {
                Way::Here => " <-",
                Way::There => " ->",
            };
            line += &arrow.policy.name;
        }
        line
    };
    let places = replication_map(&registries.rows, &policies.rows);
    places.iter().map(line).collect()
}

#[test]
fn every_registry_is_a_place_and_every_policy_an_arrow_to_or_from_it() {
    let drawn = drawn(
        r#"[{"name":"a","src_registry":{"id":0},"dest_registry":{"id":12}},
        {"name":"b","src_registry":{"id":12},"dest_registry":null},
        {"name":"c","dest_registry":{"id":9007199254740993}}]"#,
    );
    assert_eq!(drawn, ["nl ->a <-b", "large ->c", "odd", "idle"]);
}

#[test]
fn ids_that_a_float_takes_for_one_are_two_places() {
    let drawn = drawn(r#"[{"name":"near","dest_registry":{"id":9007199254740992}}]"#);
    assert_eq!(
        drawn,
        ["nl", "large", "odd", "idle", "no 9007199254740992 ->near"]
    );
}

#[test]
fn a_registry_that_is_gone_stands_once_for_all_policies_that_still_name_it() {
    let drawn =
        drawn(r#"[{"name":"a","dest_registry":{"id":7}},{"name":"b","src_registry":{"id":7}}]"#);
    assert_eq!(drawn, ["nl", "large", "odd", "idle", "no 7 ->a <-b"]);
}

#[test]
fn a_far_side_that_is_not_told_or_not_read_is_a_place_of_its_own() {
    let drawn = drawn(
        r#"[{"name":"nothing"},{"name":"odd","src_registry":"x"},
        {"name":"both","src_registry":{"id":12},"dest_registry":{"id":"?"}}]"#,
    );
    assert_eq!(
        drawn,
        [
            "nl <-both",
            "large",
            "odd",
            "idle",
            "not told ->nothing <-odd ->both"
        ]
    );
}

#[test]
fn a_policy_between_two_registries_is_an_arrow_at_either() {
    let drawn = drawn(r#"[{"name":"x","src_registry":{"id":12},"dest_registry":{"id":13}}]"#);
    assert_eq!(drawn, ["nl <-x", "large", "odd", "idle ->x"]);
}
