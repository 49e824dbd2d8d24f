//! Lists whose pages are asked for by the row that they follow.

use proptest::prelude::*;
use reads::{Extent, Flaw, Markers, PagingEvent, PagingPhase, RowKey};

use super::support::Run;

/// Reads all of a service that answers a marker with these IDs.
fn read(answer: impl Fn(Option<&str>) -> Vec<String>) -> Run {
    let mut run = Run::begun();
    let mut markers = Markers::default();
    let mut asked = vec![0];
    while let Some(offset) = asked.pop() {
        assert!(asked.is_empty(), "one page at a time");
        let marker = match markers.before(offset) {
            Ok(marker) => marker,
            Err(flaw) => {
                asked = run.fail_with(offset, flaw.into());
                continue;
            }
        };
        let ids = answer(marker);
        let last = ids.last().map_or("", String::as_str);
        markers.took(offset, ids.len() as u64, last);
        let keys = ids.iter().map(|id| RowKey::of(&[id])).collect();
        asked = run.event(PagingEvent::Page {
            offset,
            keys,
            total: None,
        });
    }
    run
}

/// A service with so many rows that gives so many at once.
fn service(rows: u64, most: usize) -> impl Fn(Option<&str>) -> Vec<String> {
    move |marker| {
        let ids = (0..rows).map(|row| format!("id-{row}"));
        match marker {
            None => ids.take(most).collect(),
            Some(marker) => ids
                .skip_while(|id| id != marker)
                .skip(1)
                .take(most)
                .collect(),
        }
    }
}

proptest! {
    #[test]
    fn every_list_is_read_to_its_last_row(rows in 0..400_u64, most in 1..70_usize) {
        let run = read(service(rows, most));
        prop_assert!(run.is_whole());
        prop_assert_eq!(run.progress().0, rows);
    }
}

#[test]
fn a_marker_that_gives_the_same_page_again_ends_as_not_whole() {
    let page = || (0..5).map(|row| format!("id-{row}")).collect();
    let run = read(|_| page());
    assert_eq!(run.extent(), Some(Extent::Repeated { read: 5 }));
}

#[test]
fn a_marker_that_gives_its_own_row_again_tells_it_once_and_ends_as_not_whole() {
    let run = read(|marker| {
        let from = marker.map_or(0, |id| id[3..].parse().unwrap_or(0));
        (from..20.min(from + 6))
            .map(|row| format!("id-{row}"))
            .collect()
    });
    let told = run.extent();
    assert!(
        matches!(
            told,
            Some(Extent::Changed { read: 20 } | Extent::Repeated { read: 20 })
        ),
        "{told:?}"
    );
}

#[test]
fn behind_a_row_without_an_id_nothing_is_asked_for() {
    let run = read(|_| vec!["id-0".to_owned(), String::new()]);
    let PagingPhase::Failed(error) = run.paging.phase() else {
        panic!("{:?}", run.paging.phase())
    };
    assert_eq!(*error, Flaw::Unmarked { at: 2 }.into());
    assert!(error.to_string().contains("row 2 has no ID"), "{error}");
}

#[test]
fn a_page_that_is_read_again_with_another_end_leaves_no_marker_behind() {
    let mut markers = Markers::default();
    markers.took(0, 2, "b");
    markers.took(0, 2, "");
    assert_eq!(markers.before(2), Err(Flaw::Unmarked { at: 2 }));
    assert_eq!(markers.before(0), Ok(None));
}
