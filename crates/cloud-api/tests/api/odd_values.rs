//! One odd value in a list spoils its own cell, one odd row itself, and both are told.

use cloud_api::enterprise;
use cloud_api::hss::{self, ListRegistries, ListTaskRegistries};
use cloud_api::iam::{ListProjects, ListUsers};
use cloud_api::swr::{
    self, ListOrganizations, ListQuotas, ListRepositories, ListRepositoriesByMarker,
    ListSharedAccounts, ListSyncJobs, ListSyncRegions, ListTags, ListTagsAfter, ShowAccess,
    ShowRepository,
};
use cloud_api::{Operation, Response};

use crate::support::{answer, answer_with, decoded};

/// What came of a list: rows that were read, and rows that were not.
type Counts = (usize, u64);

/// Reads a list by one of the operations; `None` where it is unreadable.
type ReadList = fn(&Response) -> Option<Counts>;

/// All lists: what stands around their rows, and how they are read.
fn lists() -> Vec<(&'static str, ReadList)> {
    vec![
        ("ROWS", |it| {
            let page = ListRepositories::decode(it).ok()?;
            Some((page.repositories.len(), page.repositories.left_out))
        }),
        (r#"{"repos":ROWS}"#, |it| {
            let page = ListRepositoriesByMarker::decode(it).ok()?;
            Some((page.repositories.len(), page.repositories.left_out))
        }),
        (r#"{"namespaces":ROWS}"#, |it| {
            let rows = ListOrganizations::decode(it).ok()?;
            Some((rows.len(), rows.left_out))
        }),
        (r#"{"others_auths":ROWS}"#, |it| {
            let list = ShowAccess::decode(it).ok()?;
            Some((list.grants().len(), list.left_out()))
        }),
        ("ROWS", |it| {
            let rows = swr::ListSyncTasks::decode(it).ok()?;
            Some((rows.len(), rows.left_out))
        }),
        ("ROWS", |it| {
            let page = ListSyncJobs::decode(it).ok()?;
            Some((page.jobs.len(), page.jobs.left_out))
        }),
        ("ROWS", |it| {
            let page = ListTags::decode(it).ok()?;
            Some((page.tags.len(), page.tags.left_out))
        }),
        (r#"{"tags":ROWS}"#, |it| {
            let page = ListTagsAfter::decode(it).ok()?;
            Some((page.tags.len(), page.tags.left_out))
        }),
        ("ROWS", |it| {
            let rows = ListSharedAccounts::decode(it).ok()?;
            Some((rows.len(), rows.left_out))
        }),
        ("ROWS", |it| {
            let rows = ListSyncRegions::decode(it).ok()?;
            Some((rows.len(), rows.left_out))
        }),
        (r#"{"quotas":ROWS}"#, |it| {
            let rows = ListQuotas::decode(it).ok()?;
            Some((rows.len(), rows.left_out))
        }),
        (r#"{"data_list":ROWS}"#, |it| {
            let page = hss::ListSyncTasks::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"data_list":ROWS}"#, |it| {
            let page = ListTaskRegistries::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"data_list":ROWS}"#, |it| {
            let page = ListRegistries::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"projects":ROWS}"#, |it| {
            let list = ListProjects::decode(it).ok()?;
            Some((list.projects.len(), list.projects.left_out))
        }),
        (r#"{"users":ROWS}"#, |it| {
            let rows = ListUsers::decode(it).ok()?;
            Some((rows.len(), rows.left_out))
        }),
        (r#"{"instances":ROWS}"#, |it| {
            let page = enterprise::ListInstances::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"registries":ROWS}"#, |it| {
            let page = enterprise::ListTargetRegistries::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"policies":ROWS}"#, |it| {
            let page = enterprise::ListPolicies::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"executions":ROWS}"#, |it| {
            let page = enterprise::ListExecutions::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"tasks":ROWS}"#, |it| {
            let page = enterprise::ListTasks::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"sub_tasks":ROWS}"#, |it| {
            let page = enterprise::ListSubTasks::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"namespaces":ROWS}"#, |it| {
            let page = enterprise::ListNamespaces::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"repositories":ROWS}"#, |it| {
            let page = enterprise::ListRepositories::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"repositories":ROWS}"#, |it| {
            let page = enterprise::ListAllRepositories::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"artifacts":ROWS}"#, |it| {
            let page = enterprise::ListArtifacts::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"artifacts":ROWS}"#, |it| {
            let page = enterprise::ListAllArtifacts::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
        (r#"{"audit_logs":ROWS}"#, |it| {
            let page = enterprise::ListAuditLogs::decode(it).ok()?;
            Some((page.rows.len(), page.rows.left_out))
        }),
    ]
}

/// What every list makes of these rows.
fn every_list_reads(rows: &[u8]) -> Vec<Option<Counts>> {
    let read = |(around, read): (&str, ReadList)| {
        let (before, behind) = around.split_once("ROWS").unwrap();
        let body = [before.as_bytes(), rows, behind.as_bytes()].concat();
        read(&answer_with(200, &[], &body))
    };
    lists().into_iter().map(read).collect()
}

fn all_are(counts: Counts) -> Vec<Option<Counts>> {
    vec![Some(counts); lists().len()]
}

#[test]
fn a_row_of_another_kind_is_left_out_and_counted_in_every_list() {
    for odd in ["7", "null", r#""text""#, "[]", r#"["a"]"#, "true"] {
        let rows = format!("[{{}},{odd},{{}}]");
        assert_eq!(every_list_reads(rows.as_bytes()), all_are((2, 1)), "{odd}");
    }
}

#[test]
fn arrays_in_place_of_rows_are_no_rows() {
    assert_eq!(every_list_reads(br#"[["a"],[]]"#), all_are((0, 2)));
}

#[test]
fn a_list_that_is_no_array_is_unreadable_and_not_empty() {
    for odd in [
        "7",
        r#""text""#,
        "true",
        "[1.5",
        "[{}",
        r#"["\ud83d"#,
        "<html>",
    ] {
        let unreadable = vec![None; lists().len()];
        assert_eq!(every_list_reads(odd.as_bytes()), unreadable, "{odd}");
    }
}

#[test]
fn no_odd_cell_makes_a_list_unreadable() {
    let names = [
        "name",
        "namespace",
        "size",
        "num_images",
        "is_public",
        "total_range",
        "auth",
        "user_id",
        "repo_count",
        "Tag",
        "tag",
        "digest",
        "remoteRegionId",
        "syncAuto",
        "status",
        "id",
        "access_domain",
        "deadline",
        "regionID",
        "quota_key",
        "used",
        "task_id",
        "task_status",
        "begin_time",
        "registry_id",
        "sync_status",
        "images_num",
        "enabled",
    ];
    let odd = [
        "-1",
        "1.5e9",
        "1e300",
        "18446744073709551616",
        r#""12""#,
        "null",
        "[]",
        "{}",
        "true",
    ];
    for name in names {
        for odd in odd {
            let rows = format!(r#"[{{}},{{"{name}":{odd}}}]"#);
            assert_eq!(
                every_list_reads(rows.as_bytes()),
                all_are((2, 0)),
                "{name}: {odd}"
            );
        }
    }
}

#[test]
fn a_field_in_both_spellings_or_twice_is_read_once() {
    let both = r#"[{"name":"api","namespace":"acme","namespace_name":"acme","size":1,"size":2}]"#;
    assert_eq!(every_list_reads(both.as_bytes()), all_are((1, 0)));
    let page = decoded::<ListRepositories>(both);
    assert_eq!(page.repositories[0].namespace, "acme");
    let only_new = decoded::<ListRepositories>(r#"[{"namespace":null,"namespace_name":"acme"}]"#);
    assert_eq!(only_new.repositories[0].namespace, "acme");
}

#[test]
fn a_byte_order_mark_before_a_list_is_passed_over() {
    for (around, read) in lists() {
        let body = format!("\u{feff}{}", around.replace("ROWS", "[{}]"));
        assert_eq!(read(&answer(200, &body)), Some((1, 0)), "{around}");
    }
}

#[test]
fn a_byte_that_is_no_text_spoils_its_own_text_only() {
    let rows = b"[{\"name\":\"a\xffpi\",\"namespace\":\"acme\"},{\"name\":\"web\"}]";
    assert_eq!(every_list_reads(rows), all_are((2, 0)));
    let page = ListRepositories::decode(&answer_with(200, &[], rows)).unwrap();
    let names: Vec<_> = page.repositories.iter().map(|row| &*row.name).collect();
    assert_eq!(names, ["a\u{fffd}pi", "web"]);
}

/// The names of two repositories, the first of which is written so.
fn names_read(written: &str) -> Vec<String> {
    let body = format!(r#"[{{"name":"{written}","size":1}},{{"name":"web"}}]"#);
    assert_eq!(every_list_reads(body.as_bytes()), all_are((2, 0)), "{body}");
    let page = decoded::<ListRepositories>(&body);
    let names = page.repositories.iter().map(|row| row.name.clone());
    names.collect()
}

#[test]
fn half_a_surrogate_pair_or_a_control_character_spoils_its_own_text_only() {
    let cases = [
        (r"a\ud83d", "a\u{fffd}"),
        (r"\ude00a", "\u{fffd}a"),
        (r"\ud83d\u0041", "\u{fffd}A"),
        (r"\ud83d\n", "\u{fffd}\n"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
        (r"a\u12", "a\u{fffd}"),
        ("a\tb\n\u{1}", "a\tb\n\u{1}"),
        ("\t\\\"7\\\\", "\t\"7\\"),
    ];
    for (written, read) in cases {
        assert_eq!(names_read(written), [read, "web"], "{written:?}");
    }
}

#[test]
fn a_number_beyond_all_bounds_spoils_its_own_cell_only() {
    let long = "9".repeat(400);
    for size in [
        "1e999",
        "-1E+400",
        "1e99999999999999999999",
        "0.1e400",
        &long,
    ] {
        let body = format!(r#"[{{"name":"{size}","size":{size}}},{{"size":2}}]"#);
        assert_eq!(every_list_reads(body.as_bytes()), all_are((2, 0)));
        let page = decoded::<ListRepositories>(&body);
        let sizes: Vec<_> = page.repositories.iter().map(|row| row.size).collect();
        assert_eq!(sizes, [None, Some(2)], "{size}");
        assert_eq!(page.repositories[0].name, size);
    }
}

#[test]
fn beside_a_number_beyond_all_bounds_the_others_stay_what_they_are() {
    let zeros = "0".repeat(400);
    let as_written = [
        ("7", 7),
        ("0e999", 0),
        ("1e-999", 0),
        ("0.07e2", 7),
        (&*format!("0.{zeros}7e401"), 7),
        (&*format!("7{zeros}e-400"), 7),
    ];
    for (written, size) in as_written {
        let page =
            decoded::<ListRepositories>(&format!(r#"[{{"size":1e999}},{{"size":{written}}}]"#));
        assert_eq!(page.repositories[1].size, Some(size), "{written}");
    }
}

#[test]
fn a_number_that_was_not_told_or_is_none_is_unknown_and_not_zero() {
    for odd in ["null", "-1", "1e300", "[]", r#""many""#] {
        let row = format!(r#"[{{"size":{odd},"num_images":{odd}}}]"#);
        let page = decoded::<ListRepositories>(&row);
        let told = &page.repositories[0];
        assert_eq!((told.size, told.num_images), (None, None), "{odd}");
        let tags = decoded::<ListTags>(&row);
        assert_eq!(tags.tags[0].size, None, "{odd}");
    }
    let missing = decoded::<ListRepositories>("[{}]");
    assert_eq!(missing.repositories[0].is_public, None);
    let access = decoded::<ShowAccess>(r#"{"others_auths":[{"user_id":"x","auth":null}]}"#);
    assert_eq!(access.grants()[0].auth, None);
    let organizations = decoded::<ListOrganizations>(r#"{"namespaces":[{"name":"acme"}]}"#);
    assert_eq!(organizations[0].auth, None);
}

#[test]
fn a_number_in_another_form_is_still_that_number() {
    for (written, size) in [("1.5e9", 1_500_000_000), (r#""12""#, 12), ("7.0", 7)] {
        let page = decoded::<ListRepositories>(&format!(r#"[{{"size":{written}}}]"#));
        assert_eq!(page.repositories[0].size, Some(size), "{written}");
    }
}

#[test]
fn a_text_that_a_write_would_send_back_is_never_taken_for_an_empty_one() {
    for name in ["category", "description"] {
        let body = format!(r#"{{"name":"api","{name}":["text"]}}"#);
        assert!(
            ShowRepository::decode(&answer(200, &body)).is_err(),
            "{name}"
        );
    }
}
