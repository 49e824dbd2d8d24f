//! The first policies and what they did over the last days.

use cloud_api::Timestamp;

use super::super::execution::{Execution, Fate, Subtask, Task};
use super::super::policy::{Filter, Policy, Settings, Side};
use super::pieces::{DAY, HOUR, LARGE_ID};

const SECOND: i64 = 1_000;

/// ID, name, the far side, trigger, cron, and whether it is enabled.
type Row = (u64, &'static str, Side, &'static str, &'static str, bool);

pub fn policies(start: Timestamp) -> Vec<Policy> {
    const ROWS: [Row; 10] = [
        (
            21,
            "to-nl",
            Side::Push(12),
            "scheduled",
            "0 0 2 * * ?",
            true,
        ),
        (22, "from-old-harbor", Side::Pull(11), "manual", "", true),
        (
            23,
            "to-old-harbor",
            Side::Push(11),
            "scheduled",
            "0 30 3 * * ?",
            false,
        ),
        (24, "to-shared", Side::Push(13), "event_based", "", true),
        (25, "from-lab", Side::Pull(14), "manual", "", true),
        (
            26,
            "to-gone",
            Side::Push(15),
            "scheduled",
            "0 0 */6 * * ?",
            true,
        ),
        (27, "fault-403-delete", Side::Push(11), "manual", "", true),
        (28, "to-large", Side::Push(LARGE_ID), "manual", "", false),
        (29, "fault-recovers", Side::Push(13), "manual", "", true),
        (
            30,
            "<script>alert(1)</script>",
            Side::Push(13),
            "manual",
            "",
            false,
        ),
    ];
    let rows = ROWS.into_iter().zip(1..);
    rows.map(|(row, day)| policy(row, start.plus_milliseconds((day - 60) * DAY)))
        .collect()
}

fn policy(row: Row, made: Timestamp) -> Policy {
    let (id, name, side, trigger, cron, enabled) = row;
    let filter = |kind, value: &str| Filter {
        kind,
        value: value.to_owned(),
    };
    Policy {
        id,
        settings: Settings {
            name: name.to_owned(),
            description: String::new(),
            side,
            dest_namespace: match side {
                Side::Pull(_) => String::new(),
                Side::Push(_) => "library".to_owned(),
            },
            filters: vec![filter("name", "{library,shop}/**"), filter("tag", "v*")],
            repo_scope_mode: "regular",
            trigger,
            cron: cron.to_owned(),
            overrides: true,
            enabled,
        },
        created: made,
        updated: made,
    }
}

/// Tasks of so many images each, one image after the other.
fn tasks(sizes: &[i64], each: i64, fate: impl Fn(i64) -> Fate) -> Vec<Task> {
    let mut number = 0;
    let mut subtask = |place: i64| {
        number += 1;
        Subtask {
            tag: format!("v1.{place}"),
            starts: SECOND + number * each,
            ends: SECOND + (number + 1) * each,
            fate: fate(number),
        }
    };
    let sizes = sizes.iter().zip(1..);
    sizes
        .map(|(size, place)| Task {
            namespace: "library".to_owned(),
            repository: format!("nginx-{place}"),
            dest_namespace: String::new(),
            subtasks: (0..*size).map(&mut subtask).collect(),
        })
        .collect()
}

pub fn executions(start: Timestamp) -> Vec<Execution> {
    let execution = |id, policy_id, trigger, before: i64, tasks| Execution {
        id,
        policy_id,
        trigger,
        begin: start.plus_milliseconds(-before),
        tasks,
        stop: None,
    };
    let copied = |_| Fate::Copied;
    let some_fail = |number| match number % 9 {
        4 => Fate::Failed("denied: requested access to the resource is denied"),
        7 => Fate::Failed("<script>alert(1)</script>"),
        _ => Fate::Copied,
    };
    let refused = |_| Fate::Failed("dial tcp: lookup gone.swr-pro.invalid: no such host");
    let stopped = Execution {
        stop: Some(start.plus_milliseconds(-5 * HOUR + 10 * SECOND)),
        ..execution(
            304,
            22,
            "manual",
            5 * HOUR,
            tasks(&[3, 3], 4 * SECOND, copied),
        )
    };
    let mut all = vec![
        // Runs for ten minutes from the start.
        execution(
            301,
            22,
            "manual",
            20 * SECOND,
            tasks(&[25, 5, 5, 5], 15 * SECOND, some_fail),
        ),
        execution(302, 25, "manual", 3 * HOUR, Vec::new()),
        execution(
            303,
            26,
            "scheduled",
            4 * HOUR,
            tasks(&[4, 2], SECOND, refused),
        ),
        stopped,
        execution(
            305,
            24,
            "event_based",
            6 * HOUR,
            tasks(&[1], SECOND, copied),
        ),
    ];
    all.extend((0..12).map(|day| {
        let before = 16 * HOUR + i64::from(day) * DAY;
        let tasks = match day % 4 {
            3 => tasks(&[5, 9], SECOND, some_fail),
            _ => tasks(&[5, 9], SECOND, copied),
        };
        execution(400 + u64::from(day as u32), 21, "scheduled", before, tasks)
    }));
    all
}
