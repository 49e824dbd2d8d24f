//! Writes of replication policies and executions: bodies, judgements, what is kept of others' changes.

use cloud_api::enterprise::{
    Direction, PolicySettings, RepoScopeMode, Trigger, may_be_anothers_execution,
};
use cloud_api::{Before, Inverse, Judgement, Mutation, Patience, Why};
use sample_writes::{
    create_policy, delete_policy, disable_policy, each, point_policy, policy_settings,
    start_execution, stop_execution,
};
use serde_json::{Value, json};

use super::support::policies;
use crate::support::{answer, read, sent};

/// The policy of the samples, as an answer shows it.
const ROW: &str = r#"{"id":21,"name":"to-nl","description":" ","src_registry":{"id":0},
    "dest_registry":{"id":12},"dest_namespace":"library",
    "filters":[{"type":"name","value":"library/**"},{"type":"tag","value":"v*"}],
    "repo_scope_mode":"regular",
    "trigger":{"type":"scheduled","trigger_settings":{"cron":"0 0 2 * * ?"}},
    "override":true,"enabled":true}"#;

fn settings_of(row: &str) -> Option<PolicySettings> {
    PolicySettings::of(&policies(&format!("[{row}]"))[0])
}

fn body(mutation: &Mutation) -> Value {
    serde_json::from_slice(&sent(mutation).body).unwrap()
}

fn judged(mutation: &Mutation, before: &Before, status: u16, body: &str) -> Judgement {
    let subject = mutation.subjects().remove(0);
    mutation.judge(&subject, before, &answer(status, body))
}

fn before() -> Before {
    Before::ReplicationPolicy(policy_settings())
}

#[test]
fn exactly_one_side_and_the_schedule_of_a_scheduled_policy_alone_are_sent() {
    let whole = json!({
        "name": "to-nl", "description": "", "dest_registry": { "id": 12 },
        "dest_namespace": "library",
        "filters": [{ "type": "name", "value": "library/**" }, { "type": "tag", "value": "v*" }],
        "repo_scope_mode": "regular",
        "trigger": { "type": "scheduled", "trigger_settings": { "cron": "0 0 2 * * ?" } },
        "override": true, "enabled": true,
    });
    assert_eq!(body(&create_policy()), whole);
    let mut disabled = whole.clone();
    disabled["enabled"] = json!(false);
    assert_eq!(body(&disable_policy()), disabled);
    let mut pointed = whole;
    pointed["dest_registry"]["id"] = json!(13);
    assert_eq!(body(&point_policy()), pointed);
    let pulled = PolicySettings {
        direction: Direction::Pull(read("9007199254740993")),
        trigger: Trigger::EventBased,
        repo_scope_mode: RepoScopeMode::Selection,
        ..policy_settings()
    };
    let written = json!(pulled);
    assert_eq!(
        written["src_registry"],
        json!({ "id": 9_007_199_254_740_993_u64 })
    );
    assert_eq!(written.get("dest_registry"), None);
    assert_eq!(written["trigger"], json!({ "type": "event_based" }));
}

#[test]
fn a_policy_that_was_read_whole_gives_its_settings() {
    let settings = settings_of(ROW).unwrap();
    let expected = PolicySettings {
        description: " ".to_owned(),
        ..policy_settings()
    };
    assert_eq!(settings, expected);
    // Sending the rest back would change what is not understood.
    for (from, to) in [
        (r#""override":true,"#, ""),
        (r#","enabled":true"#, ""),
        (r#""regular""#, r#""some""#),
        (r#""scheduled""#, r#""hourly""#),
        (r#""0 0 2 * * ?""#, r#""""#),
        (
            r#"{"type":"tag","value":"v*"}"#,
            r#"{"type":"tag","value":7}"#,
        ),
        (r#"{"type":"tag","value":"v*"}"#, "7"),
        (r#""src_registry":{"id":0}"#, r#""src_registry":{"id":11}"#),
        (
            r#""dest_registry":{"id":12}"#,
            r#""dest_registry":{"id":0}"#,
        ),
        (r#""dest_registry":{"id":12}"#, r#""dest_registry":"x""#),
        (r#""name":"to-nl""#, r#""name":"""#),
    ] {
        let row = ROW.replace(from, to);
        assert_ne!(row, ROW);
        assert_eq!(settings_of(&row), None, "{to}");
    }
}

#[test]
fn a_filter_that_is_turned_round_is_sent_back_turned_round() {
    let row = ROW.replace(r#""value":"v*""#, r#""value":"v*","decoration":"excludes""#);
    let settings = json!(settings_of(&row).unwrap());
    assert_eq!(settings["filters"][1]["decoration"], "excludes");
    assert_eq!(settings["filters"][0].get("decoration"), None);
    let again: PolicySettings = serde_json::from_value(settings.clone()).unwrap();
    assert_eq!(json!(again), settings);
}

#[test]
fn a_record_that_is_no_policy_is_refused() {
    for (place, wrong) in [
        ("/name", json!("")),
        ("/src_registry", json!({ "id": 11 })),
        ("/dest_registry/id", json!(0)),
        ("/dest_registry/id", json!(1.5)),
        ("/trigger/type", json!("manual")),
        ("/repo_scope_mode", json!("all")),
        ("/filters", json!([7])),
        ("/enabled", json!(1)),
        ("/force", json!(true)),
    ] {
        let mut value = json!(policy_settings());
        let (parent, key) = place.rsplit_once('/').unwrap();
        value.pointer_mut(parent).unwrap()[key] = wrong;
        assert!(
            serde_json::from_value::<PolicySettings>(value).is_err(),
            "{place}"
        );
    }
}

#[test]
fn a_changed_policy_is_judged_by_all_that_was_sent() {
    let off = ROW.replace(r#""enabled":true"#, r#""enabled":false"#);
    assert_eq!(
        judged(&disable_policy(), &before(), 200, &off),
        Judgement::Applied
    );
    assert_eq!(
        judged(&disable_policy(), &before(), 200, ROW),
        Judgement::NotApplied
    );
    let other = off.replace("library/**", "shop/**");
    assert_eq!(
        judged(&disable_policy(), &before(), 200, &other),
        Judgement::NotApplied
    );
    let untold = off.replace(r#","enabled":false"#, "");
    let unclear = judged(&disable_policy(), &before(), 200, &untold);
    assert!(matches!(unclear, Judgement::CannotTell(_)));
    let list = format!(r#"{{"policies":[{ROW}],"total":1}}"#);
    assert_eq!(
        judged(&create_policy(), &Before::Absent, 200, &list),
        Judgement::Applied
    );
    let none = r#"{"policies":[],"total":0}"#;
    assert_eq!(
        judged(&create_policy(), &Before::Absent, 200, none),
        Judgement::NotApplied
    );
}

#[test]
fn what_somebody_has_changed_meanwhile_stays_when_an_update_goes_on_later() {
    let meanwhile = ROW
        .replace("library/**", "shop/**")
        .replace("0 0 2", "0 0 4");
    let (over, now) = disable_policy()
        .over(&before(), &answer(200, &meanwhile))
        .unwrap();
    let mut expected = settings_of(&meanwhile).unwrap();
    assert_eq!(now, Before::ReplicationPolicy(expected.clone()));
    expected.enabled = false;
    let Mutation::UpdatePolicy(over) = over else {
        panic!("{over:?}");
    };
    assert_eq!(over.settings, expected);
    assert!(disable_policy().rests_on_what_was_read());
}

#[test]
fn an_update_is_taken_back_to_how_it_was() {
    let Inverse::Exact(back) = point_policy().inverse(&before()) else {
        panic!("no inverse");
    };
    let [Mutation::UpdatePolicy(back)] = &back[..] else {
        panic!("{back:?}");
    };
    assert_eq!(back.settings, policy_settings());
    assert_eq!(
        point_policy().inverse(&Before::Nothing),
        Inverse::None(Why::NotRead)
    );
    assert_eq!(
        delete_policy().inverse(&Before::Nothing),
        Inverse::None(Why::NotRead)
    );
    assert_eq!(
        stop_execution().inverse(&Before::Nothing),
        Inverse::None(Why::RunEnded)
    );
}

fn executions(rows: &str, total: u64) -> String {
    format!(r#"{{"executions":[{rows}],"total":{total}}}"#)
}

#[test]
fn a_start_is_found_by_the_id_that_its_answer_named() {
    let start = start_execution();
    let taken = answer(202, r#"{"id":9007199254740993}"#);
    let newest = Before::Executions { newest: None };
    let before = start.noted(&newest, &taken).unwrap();
    assert_eq!(before, Before::Made(9_007_199_254_740_993));
    let there = executions(r#"{"id":9007199254740993,"status":"Pending"}"#, 1);
    let neighbour = executions(r#"{"id":9007199254740992,"status":"Pending"}"#, 1);
    assert_eq!(judged(&start, &before, 200, &there), Judgement::Applied);
    assert_eq!(
        judged(&start, &before, 200, &neighbour),
        Judgement::NotApplied
    );
    assert_eq!(start.noted(&newest, &answer(202, "")), None);
}

#[test]
fn a_start_without_an_answer_may_be_somebody_elses() {
    let start = start_execution();
    let newest = Before::Executions {
        newest: Some(read("300")),
    };
    let later = executions(r#"{"id":301},{"id":300}"#, 2);
    let Judgement::PerhapsAnothers(error) = judged(&start, &newest, 200, &later) else {
        panic!("{later}");
    };
    assert!(may_be_anothers_execution(&error));
    let same = executions(r#"{"id":300}"#, 1);
    assert_eq!(judged(&start, &newest, 200, &same), Judgement::NotApplied);
    for unclear in [executions(r#"{"id":300}"#, 101), executions("{}", 1)] {
        let judgement = judged(&start, &newest, 200, &unclear);
        assert!(matches!(judgement, Judgement::CannotTell(_)), "{unclear}");
    }
}

#[test]
fn an_execution_is_stopped_when_nothing_of_it_runs_any_more() {
    let stop = stop_execution();
    let judge = |rows: &str, total| judged(&stop, &Before::Nothing, 200, &executions(rows, total));
    for over in ["Stopped", "Succeed", "Success", "Failed"] {
        let row = format!(r#"{{"id":301,"status":"{over}"}}"#);
        assert_eq!(judge(&row, 1), Judgement::Applied, "{over}");
    }
    for running in ["InProgress", "Pending", "Initialized"] {
        let row = format!(r#"{{"id":301,"status":"{running}"}}"#);
        assert_eq!(judge(&row, 1), Judgement::NotApplied, "{running}");
    }
    assert_eq!(
        judge(r#"{"id":301,"status":"Stopping","in_progress":2}"#, 1),
        Judgement::NotApplied
    );
    assert_eq!(judge("", 0), Judgement::Applied, "gone with its policy");
    assert!(matches!(judge("", 500), Judgement::CannotTell(_)));
    assert_eq!(sent(&stop).body, b"");
}

#[test]
fn only_what_has_to_end_first_is_waited_for() {
    for mutation in each() {
        let expected = match mutation {
            Mutation::StopExecution(_) => Patience::UntilItEnds,
            _ => Patience::Moments,
        };
        assert_eq!(mutation.patience(), expected);
    }
}
