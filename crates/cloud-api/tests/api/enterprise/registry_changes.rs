//! What somebody else has changed of a target registry, and what of that stays.

use cloud_api::enterprise::{
    HostMapping, RegistryBefore, RegistrySetting, TargetRegistry, UpdateRegistry,
};
use cloud_api::{Before, Mutation, Secret};
use sample_writes::{harbor, update_registry};

use super::support::registry;
use crate::support::{answer, sent};

const ROW: &str = r#"{"id":11,"name":"old-harbor","description":"","type":"swr-pro",
    "url":"https://harbor.acme.example","region_id":"","instance_id":"",
    "credential":{"type":"basic","access_key":"robot$sync","access_secret":""},
    "insecure":false,"updated_at":"2026-03-01T08:00:00.000Z"}"#;

fn changed(from: &str, to: &str) -> String {
    assert!(ROW.contains(from), "{from}");
    ROW.replace(from, to)
}

fn before() -> Before {
    Before::TargetRegistry(RegistryBefore::of(&registry(ROW)))
}

/// A change of the description alone.
fn describing() -> UpdateRegistry {
    let Mutation::UpdateRegistry(mut update) = update_registry() else {
        panic!("an update");
    };
    update.settings.description = "mine".to_owned();
    update
}

fn over(now: &str) -> Option<UpdateRegistry> {
    let update = Mutation::UpdateRegistry(describing());
    match update.over(&before(), &answer(200, now))? {
        (Mutation::UpdateRegistry(over), Before::TargetRegistry(_)) => Some(over),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_what_both_answers_tell_is_known_to_differ() {
    let was = registry(ROW);
    let differs = |row: &str| RegistrySetting::changed(&was, &registry(row));
    for (from, to, setting) in [
        ("old-harbor", "harbor", RegistrySetting::Name),
        (
            r#""description":"""#,
            r#""description":"x""#,
            RegistrySetting::Description,
        ),
        ("harbor.acme", "harbor.other", RegistrySetting::Url),
        ("robot$sync", "robot$other", RegistrySetting::AccessKey),
        (
            r#""insecure":false"#,
            r#""insecure":true"#,
            RegistrySetting::Insecure,
        ),
    ] {
        assert_eq!(differs(&changed(from, to)), [setting]);
    }
    for (from, to) in [
        (r#""description":"""#, r#""description":" ""#),
        (".example\"", ".example/\""),
        (r#""insecure":false,"#, ""),
        (r#""insecure":false"#, r#""dns_conf":{"hosts":{"a":"b"}}"#),
        (r#""region_id":"""#, r#""region_id":"eu-de""#),
        ("2026-03-01", "2026-03-02"),
    ] {
        assert_eq!(differs(&changed(from, to)), [], "{to}");
    }
    let hosts = |hosts: &str| TargetRegistry {
        hosts: HostMapping::listed(hosts).map(Into::into),
        ..registry(ROW)
    };
    let (one, other) = (hosts("a 192.0.2.1"), hosts("a 192.0.2.2"));
    let setting = RegistrySetting::Hosts;
    assert_eq!(RegistrySetting::changed(&one, &other), [setting]);
    assert_eq!(setting.of(&one).as_deref(), Some("a 192.0.2.1"));
}

#[test]
fn what_somebody_has_changed_meanwhile_stays_when_an_update_goes_on_later() {
    let theirs = changed("robot$sync", "robot$theirs");
    let mut expected = describing();
    expected.settings.access_key = "robot$theirs".parse().unwrap();
    assert_eq!(over(&theirs), Some(expected));
    // What was to be changed is changed.
    let both = changed(r#""description":"""#, r#""description":"theirs""#);
    assert_eq!(over(&both), Some(describing()));
}

#[test]
fn an_update_over_what_is_as_it_was_is_the_very_write_for_which_the_secret_was_typed() {
    assert_eq!(over(ROW), Some(describing()));
    let later = changed("2026-03-01", "2026-03-02");
    assert_eq!(over(&later), Some(describing()));
    let update = Mutation::UpdateRegistry(describing());
    let gone = answer(404, r#"{"error_code":"SWR.404001","error_msg":"m"}"#);
    assert_eq!(update.over(&before(), &gone), None);
    assert_eq!(update.over(&Before::Nothing, &answer(200, ROW)), None);
    let request = sent(&update).with_secret(&Secret::new("s"));
    assert_eq!(request.lacks_secret_at, None);
}

#[test]
fn what_was_sent_looks_as_it_was_sent_and_the_rest_as_it_was() {
    let was = registry(ROW);
    let left = describing().settings.sent_to(&was);
    let of = |setting: RegistrySetting| setting.of(&left);
    assert_eq!(of(RegistrySetting::Description).as_deref(), Some("mine"));
    assert_eq!(
        of(RegistrySetting::Hosts).as_deref(),
        Some("harbor.acme.example 10.0.1.20")
    );
    assert_eq!(
        RegistrySetting::changed(&was, &harbor().sent_to(&was)),
        [],
        "hosts were not told before"
    );
}

#[test]
fn listed_hosts_are_taken_as_they_are_and_nothing_else_is() {
    for lines in ["Harbor.Example 192.0.2.1", "a b c", "a b\nc d"] {
        let listed = HostMapping::listed(lines);
        let hosts = listed.map(Into::into);
        let told = TargetRegistry {
            hosts,
            ..TargetRegistry::default()
        };
        let told = RegistrySetting::Hosts.of(&told);
        assert_eq!(told.as_deref(), Some(lines));
    }
    for odd in ["", "a", " b", "a "] {
        assert_eq!(HostMapping::listed(odd), None, "{odd:?}");
    }
}
