//! The first sync tasks; they lie before the start of the cloud, so they are always recent.

use cloud_api::Timestamp;

use crate::gateway::identities::{
    ENTERPRISE_PROJECT_ID, PROJECT_ID, SUB_PROJECT_ID, SUB_PROJECT_TASK_ID,
};
use crate::gateway::mixed::mixed;

use super::inventory::{Registry, archive, listed};
use super::task::{Ending, Entry, Fate, Kind, Task, fate, numbered_id, spread};
use super::view::DEFAULT;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// Automatic tasks, one a day.
const DAYS: u64 = 30;

/// What becomes of registries of which some are due to fail.
fn fates(registries: &[Registry], is_due: impl Fn(u32) -> bool) -> Vec<(u32, Fate)> {
    registries
        .iter()
        .map(|registry| (registry.number, fate(registry, is_due(registry.number))))
        .collect()
}

/// Markup, a formula and control characters where a cause is expected, and a status that nobody
/// knows.
fn with_hostile_causes(mut entries: Vec<Entry>) -> Vec<Entry> {
    const STRANGE: [Fate; 4] = [
        Fate::Failed("<script>alert(1)</script>"),
        Fate::Failed("=HYPERLINK(\"http://evil.invalid\")"),
        Fate::Failed("left\u{202E}thgir\u{0007}\tend"),
        Fate::Unheard("skipped-by-policy"),
    ];
    for (entry, fate) in entries.iter_mut().rev().zip(STRANGE) {
        entry.fate = fate;
    }
    entries
}

/// All tasks of the beginning.
pub fn tasks(seed: u64, start: Timestamp) -> Vec<Task> {
    let task = |number: u64, kind, before: i64, lasts: i64, fates: Vec<(u32, Fate)>| Task {
        id: numbered_id(number),
        kind,
        project: PROJECT_ID,
        enterprise_project: DEFAULT,
        begin: start.plus_milliseconds(-before),
        lasts,
        ending: Ending::Done,
        is_all: true,
        entries: spread(fates, lasts),
    };
    let (restricted, ordinary): (Vec<Registry>, Vec<Registry>) = listed()
        .into_iter()
        .partition(|registry| registry.enterprise_project == ENTERPRISE_PROJECT_ID);
    // About every fifth registry is due to fail, others in every task.
    let by_seed = |number: u64, registries: &[Registry]| {
        let seed = seed.wrapping_mul(1_000).wrapping_add(number);
        fates(registries, |number| {
            mixed(seed, u64::from(number)).is_multiple_of(5)
        })
    };
    let some = |number: u64| by_seed(number, &ordinary);
    let restricted = |number: u64| by_seed(number, &restricted);
    // Every third one is due, so that several causes appear one by one.
    let running = fates(&ordinary, |number| number % 3 == 2);
    let largest = fates(&archive(), |number| number % 25 == 7);
    let broken_off = |number, before, ending| Task {
        lasts: 20 * MINUTE,
        ending,
        // Half of the registries would have ended after the end.
        entries: spread(some(number), 40 * MINUTE),
        ..task(number, Kind::Manual, before, 20 * MINUTE, Vec::new())
    };
    let mut tasks = vec![
        task(1, Kind::Manual, MINUTE, 5 * MINUTE, running),
        Task {
            entries: with_hostile_causes(spread(some(2), 3 * MINUTE)),
            ..task(2, Kind::Manual, 3 * HOUR, 3 * MINUTE, Vec::new())
        },
        task(3, Kind::Manual, 26 * HOUR, 40 * MINUTE, largest),
        broken_off(4, 30 * HOUR, Ending::Terminated),
        broken_off(5, 31 * HOUR, Ending::TimedOut),
        Task {
            ending: Ending::Abnormal,
            ..task(6, Kind::Manual, 32 * HOUR, MINUTE, Vec::new())
        },
        Task {
            enterprise_project: ENTERPRISE_PROJECT_ID,
            ..task(7, Kind::Manual, 2 * HOUR, MINUTE, restricted(7))
        },
        Task {
            enterprise_project: ENTERPRISE_PROJECT_ID,
            ..task(8, Kind::Automatic, 13 * HOUR, MINUTE, restricted(8))
        },
        Task {
            id: SUB_PROJECT_TASK_ID.to_owned(),
            project: SUB_PROJECT_ID,
            ..task(9, Kind::Manual, HOUR, MINUTE, some(9))
        },
    ];
    tasks.extend((0..DAYS).map(|day| {
        let number = 100 + day;
        let before = 12 * HOUR + 24 * HOUR * day as i64;
        task(number, Kind::Automatic, before, 4 * MINUTE, some(number))
    }));
    tasks
}
