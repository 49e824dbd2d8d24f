//! Levels, statuses and quotas in words.

use cloud_api::WrongClock;
use cloud_api::hss::{
    AccessStatus, FailReason, RegistryType, SyncStatus as RegistryStatus, SyncTask,
};
use cloud_api::swr::{AccessLevel, Quota, SyncStatus};
use words::access_status::access_words;
use words::clock::of_wrong_clock;
use words::fail_reason::cause;
use words::level::{level_name, level_name_of, permit_name};
use words::quota::of_organizations;
use words::{registry_status, registry_type, sync_status, task_state};

use crate::support::{chinese, english, says};

#[test]
fn every_level_has_a_word() {
    says(&level_name(AccessLevel::Read), "Read");
    says(&level_name(AccessLevel::Edit), "Edit");
    says(&level_name(AccessLevel::Manage), "Manage");
}

#[test]
fn a_level_is_known_by_its_number_and_an_unknown_number_is_shown() {
    assert_eq!(level_name_of(Some(7)), level_name(AccessLevel::Manage));
    for unknown in [0, 2, -1, i64::MAX] {
        says(
            &level_name_of(Some(unknown)),
            &format!("Unknown ({unknown})"),
        );
    }
}

#[test]
fn a_level_that_was_not_told_is_no_number() {
    says(&level_name_of(None), "Not reported");
}

#[test]
fn every_status_of_a_copy_has_words() {
    let told = [
        (SyncStatus::Waiting, "Waiting"),
        (SyncStatus::Running, "Copying"),
        (SyncStatus::Success, "Copied"),
        (SyncStatus::Failed, "Failed"),
        (SyncStatus::Timeout, "Timed out"),
        (SyncStatus::Cancel, "Canceled"),
        (SyncStatus::Existed, "Already there"),
        (
            SyncStatus::Unknown("paused\u{7}".to_owned()),
            "Unknown (paused⟨U+0007⟩)",
        ),
        (SyncStatus::Unknown(String::new()), "Not reported"),
    ];
    for (status, expected) in told {
        says(&sync_status::status_words(&status), expected);
    }
}

#[test]
fn every_status_of_a_registry_has_words_and_an_unknown_one_none() {
    let told: Vec<String> = RegistryStatus::ALL
        .into_iter()
        .filter_map(|status| registry_status::status_words(status.name()))
        .map(|words| english(&words))
        .collect();
    assert_eq!(told, ["Finished", "Syncing", "Failed"]);
    for unknown in ["", "Finished", "paused"] {
        assert_eq!(registry_status::status_words(unknown), None);
    }
}

#[test]
fn every_type_of_a_registry_has_words_and_an_unknown_one_none() {
    let told = RegistryType::ALL.map(|known| {
        let words = registry_type::type_words(known.name());
        words.map(|words| (english(&words), chinese(&words)))
    });
    let expected = [
        ("Harbor", "Harbor"),
        ("JFrog", "JFrog"),
        ("SWR private", "SWR 私有"),
        ("SWR shared", "SWR 共享"),
        ("SWR Enterprise", "SWR 企业"),
        ("Other", "其他"),
    ];
    let expected =
        expected.map(|(english, chinese)| Some((english.to_owned(), chinese.to_owned())));
    assert_eq!(told, expected);
    for unknown in ["", "swrprivate", "Nexus"] {
        assert_eq!(registry_type::type_words(unknown), None);
    }
}

fn task(task_status: Option<i64>, failed_num: Option<u64>) -> SyncTask {
    SyncTask {
        task_status,
        failed_num,
        ..SyncTask::default()
    }
}

#[test]
fn every_state_of_a_task_has_words() {
    let told = [
        (Some(0), "Syncing"),
        (Some(99), "Syncing"),
        (Some(100), "Finished"),
        (Some(-1), "Terminated"),
        (Some(-2), "Timed out"),
        (Some(-3), "Error"),
        (Some(101), "Unknown (101)"),
        (Some(-4), "Unknown (-4)"),
        (None, "Not reported"),
    ];
    for (status, expected) in told {
        says(&task_state::state_words(&task(status, None)), expected);
    }
}

#[test]
fn a_task_that_is_done_tells_of_failures_and_a_running_one_not_yet() {
    says(
        &task_state::state_words(&task(Some(100), Some(1))),
        "Finished with failures",
    );
    says(
        &task_state::state_words(&task(Some(100), Some(0))),
        "Finished",
    );
    says(
        &task_state::state_words(&task(Some(50), Some(1))),
        "Syncing",
    );
}

#[test]
fn a_quota_is_told_only_where_both_numbers_are() {
    let told = |used, quota_limit| {
        of_organizations(&Quota {
            quota_key: "namespace".to_owned(),
            quota_limit,
            used,
        })
    };
    let both = told(Some(3), Some(5)).expect("it has words");
    assert_eq!(english(&both), "3 of 5 organizations used");
    assert!(chinese(&both).contains("3‖"));
    assert_eq!(told(None, Some(5)), None);
    assert_eq!(told(Some(3), None), None);
    // Without a limit the API may send −1.
    assert_eq!(told(Some(3), Some(-1)), None);
}

#[test]
fn what_a_shared_account_may_do_is_told_like_a_level_and_an_unknown_word_as_it_is() {
    says(&permit_name("read"), "Read");
    says(&permit_name("write\u{202E}"), "Unknown (write⟨U+202E⟩)");
    says(&permit_name(""), "Unknown ()");
}

#[test]
fn a_task_is_called_by_how_it_was_started_and_when() {
    let called = |kind: &str, begun: Option<&str>| {
        let task = SyncTask {
            task_type: kind.to_owned(),
            ..SyncTask::default()
        };
        english(&task_state::called(&task, begun.map(str::to_owned)))
    };
    let time = Some("27 Nov 17:49");
    assert_eq!(called("manualSync", time), "Manual sync, 27 Nov 17:49");
    assert_eq!(called("autoSync", time), "Scheduled sync, 27 Nov 17:49");
    assert_eq!(called("", time), "Sync, 27 Nov 17:49");
    assert_eq!(called("manualSync", None), "Manual sync");
    assert_eq!(
        called("\u{202E}<b>", time),
        "⟨U+202E⟩<b>, 27 Nov 17:49",
        "a kind that no document knows is told as it is"
    );
}

#[test]
fn a_documented_cause_is_told_in_words_without_its_word() {
    let told = FailReason::ALL.map(|reason| {
        let words = cause(reason.name());
        says(&words, &english(&words));
        english(&words)
    });
    assert_eq!(
        told,
        [
            "Its cluster is not connected properly. Check it in HSS.",
            "HSS cannot reach the registry. Check its cluster, or connect it again.",
            "HSS had an internal error. Try again later.",
        ]
    );
}

#[test]
fn a_cause_that_no_document_knows_is_told_as_it_is() {
    assert_eq!(
        english(&cause("manifest \u{202E}unknown")),
        "manifest ⟨U+202E⟩unknown"
    );
}

#[test]
fn whether_a_registry_is_reached_has_words() {
    let told = AccessStatus::ALL.map(|status| {
        let words = access_words(status);
        says(&words, &english(&words));
        english(&words)
    });
    assert_eq!(told, ["Reached", "Not reached", "Connecting"]);
}

#[test]
fn a_wrong_clock_is_told_with_its_difference() {
    says(
        &of_wrong_clock(WrongClock::Ahead(1_507)),
        "This computer's clock is 25 h 7 min ahead. Times here follow the cloud's clock.",
    );
    says(
        &of_wrong_clock(WrongClock::Behind(5)),
        "This computer's clock is 5 min behind. Times here follow the cloud's clock.",
    );
    says(
        &of_wrong_clock(WrongClock::Contradicted),
        "This computer's clock is wrong: by it your token has ended or has not begun, but IAM accepts it. Ages and remaining times here may be wrong until you set the clock and sign in again.",
    );
}
