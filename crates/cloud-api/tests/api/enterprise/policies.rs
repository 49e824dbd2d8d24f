//! Replication policies as the service answers.

use cloud_api::Listed;
use cloud_api::enterprise::{
    Filter, FilterType, ListPolicies, ReplicationPolicy, ShowPolicy, Side, TriggerType,
};

use super::support::{BEYOND, moment, policies};
use crate::support::{decoded, read};

/// The row of examples §4.3.
const POLICY: &str = r#"{"id":21,"name":"to-nl","description":"","src_registry":null,"dest_registry":{"id":12},"dest_namespace":"library","filters":[{"type":"name","value":"library/**"},{"type":"tag","value":"v*"}],"repo_scope_mode":"regular","trigger":{"type":"scheduled","trigger_settings":{"cron":"0 0 2 * * ?"}},"override":true,"enabled":true,"created_at":"2026-03-04T08:00:00.000Z","updated_at":"2026-03-04T08:00:00.000Z"}"#;

fn filter(filter_type: FilterType, value: &str) -> Filter {
    Filter {
        filter_type: filter_type.name().to_owned(),
        value: Some(value.to_owned()),
        decoration: String::new(),
    }
}

#[test]
fn the_policy_of_the_example_is_read() {
    let expected = ReplicationPolicy {
        id: "21".parse().ok(),
        name: "to-nl".to_owned(),
        description: String::new(),
        source: Side::Local,
        destination: Side::Registry(read("12")),
        dest_namespace: "library".to_owned(),
        filters: Listed::from(vec![
            filter(FilterType::Name, "library/**"),
            filter(FilterType::Tag, "v*"),
        ]),
        repo_scope_mode: "regular".to_owned(),
        trigger_type: "scheduled".to_owned(),
        cron: "0 0 2 * * ?".to_owned(),
        overwrites: Some(true),
        enabled: Some(true),
        created_at: moment("2026-03-04T08:00:00Z"),
        updated_at: moment("2026-03-04T08:00:00Z"),
    };
    assert_eq!(expected.known_trigger(), Some(TriggerType::Scheduled));
    let types: Vec<_> = expected.filters.iter().map(Filter::known_type).collect();
    assert_eq!(types, FilterType::ALL.map(Some));
    assert_eq!(decoded::<ShowPolicy>(POLICY), expected);
    let page = decoded::<ListPolicies>(&format!(r#"{{"policies":[{POLICY}],"total":1}}"#));
    assert_eq!((&page.rows[0], page.total), (&expected, Some(1)));
}

#[test]
fn the_instance_itself_is_a_side_in_three_ways() {
    for local in [
        "{}",
        r#"{"src_registry":null}"#,
        r#"{"src_registry":{"id":0}}"#,
    ] {
        assert_eq!(decoded::<ShowPolicy>(local).source, Side::Local, "{local}");
    }
}

#[test]
fn a_side_is_a_registry_whose_id_stays_exact() {
    let body = format!(r#"{{"src_registry":{{"id":{BEYOND},"name":"far"}}}}"#);
    let side = decoded::<ShowPolicy>(&body).source;
    assert_eq!(side, Side::Registry(read(BEYOND)));
}

#[test]
fn a_side_that_cannot_be_read_is_not_taken_for_the_instance() {
    for odd in [
        "7",
        "[]",
        "{}",
        r#""12""#,
        r#"{"id":null}"#,
        r#"{"id":-1}"#,
        r#"{"id":1.5}"#,
        r#"{"id":"x"}"#,
    ] {
        let body = format!(r#"{{"dest_registry":{odd}}}"#);
        assert_eq!(
            decoded::<ShowPolicy>(&body).destination,
            Side::Unread,
            "{odd}"
        );
    }
}

#[test]
fn a_policy_without_a_clock_has_no_times() {
    for trigger in [
        "null",
        "7",
        r#"{"type":"manual"}"#,
        r#"{"type":"manual","trigger_settings":null}"#,
        r#"{"type":"manual","trigger_settings":{"cron":""}}"#,
        r#"{"type":"event_based","trigger_settings":[]}"#,
    ] {
        let policy = decoded::<ShowPolicy>(&format!(r#"{{"trigger":{trigger}}}"#));
        assert_eq!(policy.cron, "", "{trigger}");
        assert_ne!(policy.known_trigger(), Some(TriggerType::Scheduled));
    }
}

#[test]
fn words_for_triggers_are_read_and_others_kept() {
    for known in TriggerType::ALL {
        let body = format!(r#"{{"trigger":{{"type":"{}"}}}}"#, known.name());
        assert_eq!(decoded::<ShowPolicy>(&body).known_trigger(), Some(known));
    }
    let odd = decoded::<ShowPolicy>(r#"{"trigger":{"type":"lunar"}}"#);
    assert_eq!((odd.known_trigger(), &*odd.trigger_type), (None, "lunar"));
}

#[test]
fn an_odd_filter_spoils_itself_only_and_is_counted() {
    let rows = policies(
        r#"[{"name":"a","filters":[7,{"type":"name","value":["x"]},{"type":"label"}]},
            {"name":"b","filters":"none"},{"name":"c","filters":null}]"#,
    );
    let values: Vec<_> = rows[0].filters.iter().map(|it| it.value.clone()).collect();
    assert_eq!(values, [None, Some(String::new())]);
    let left_out: Vec<_> = rows.iter().map(|it| it.filters.left_out).collect();
    assert_eq!(left_out, [1, 1, 0]);
}

#[test]
fn whether_a_policy_is_enabled_is_not_made_up() {
    for odd in ["{}", r#"{"enabled":null}"#, r#"{"enabled":"true"}"#] {
        assert_eq!(decoded::<ShowPolicy>(odd).enabled, None, "{odd}");
    }
}
