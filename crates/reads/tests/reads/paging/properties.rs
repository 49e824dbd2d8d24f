//! The rules that hold whatever a service answers.

use proptest::prelude::*;
use reads::{Extent, Paging, PagingCommand, PagingEvent, PagingPhase};

use super::support::key;

/// A list of a service, with what it gives at once and what it says of its length.
#[derive(Clone, Debug)]
struct Service {
    rows: u64,
    most: u64,
    total: Option<u64>,
}

fn service(totals: impl Strategy<Value = Option<u64>>) -> impl Strategy<Value = Service> {
    (0..60_u64, 1..9_u64, totals).prop_map(|(rows, most, total)| Service { rows, most, total })
}

/// Reads everything, answering in the order that `turns` picks; gives the rows that came.
fn read(
    paging: &mut Paging,
    turns: &[usize],
    answer: impl Fn(u64) -> (Vec<u64>, Option<u64>),
) -> Result<Vec<u64>, TestCaseError> {
    let mut under_way = Vec::new();
    let mut arrived = std::collections::BTreeMap::new();
    let mut event = PagingEvent::Begin;
    let mut turns = turns.iter().cycle();
    loop {
        for PagingCommand::Read { offset, .. } in paging.handle(event) {
            prop_assert!(!under_way.contains(&offset), "each page once at a time");
            under_way.push(offset);
        }
        prop_assert!(under_way.len() <= 4, "at most four at once");
        if *paging.phase() != PagingPhase::Reading {
            break;
        }
        prop_assert!(
            !under_way.is_empty(),
            "it waits for something while it reads"
        );
        let turn = turns.next().copied().unwrap_or(0) % under_way.len();
        let offset = under_way.swap_remove(turn);
        let (rows, total) = answer(offset);
        event = PagingEvent::Page {
            offset,
            keys: rows.iter().copied().map(key).collect(),
            total,
        };
        arrived.insert(offset, rows);
    }
    let pages = paging.pages();
    Ok(pages
        .iter()
        .flat_map(|offset| arrived[offset].clone())
        .collect())
}

fn turns() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..4_usize, 1..20)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_service_that_tells_its_total_is_read_row_by_row_whatever_it_gives_at_once(
        service in service(Just(None)),
        turns in turns(),
    ) {
        let mut paging = Paging::from_the_first();
        let rows = read(&mut paging, &turns, |offset| {
            let end = service.rows.min(offset.saturating_add(service.most));
            ((offset..end).collect(), Some(service.rows))
        })?;
        prop_assert_eq!(paging.phase(), &PagingPhase::Ended(Extent::Whole));
        prop_assert_eq!(rows, (0..service.rows).collect::<Vec<_>>());
    }

    #[test]
    fn a_total_that_is_too_large_or_missing_loses_no_row_whatever_is_given_at_once(
        service in service(prop_oneof![Just(None), Just(Some(u64::MAX)), (60..90_u64).prop_map(Some)]),
        turns in turns(),
    ) {
        let mut paging = Paging::from_the_first();
        let rows = read(&mut paging, &turns, |offset| {
            let end = service.rows.min(offset.saturating_add(service.most));
            ((offset..end).collect(), service.total)
        })?;
        let read = service.rows;
        let extent = match service.total.filter(|counted| *counted > read) {
            Some(counted) => Extent::Fewer { read, counted },
            None => Extent::Whole,
        };
        prop_assert_eq!(paging.phase(), &PagingPhase::Ended(extent));
        prop_assert_eq!(rows, (0..service.rows).collect::<Vec<_>>());
    }

    #[test]
    fn whatever_is_answered_it_comes_to_an_end_and_has_no_hole(
        answers in prop::collection::vec((0..7_u64, prop::option::of(0..40_u64)), 1..30),
        turns in turns(),
    ) {
        let mut paging = Paging::from_the_first();
        // Each offset answers the same at any time; behind all answers there is nothing.
        let rows = read(&mut paging, &turns, |offset| {
            let answer = usize::try_from(offset).ok().and_then(|offset| answers.get(offset));
            let (received, total) = answer.copied().unwrap_or((0, None));
            ((offset..offset + received).collect(), total)
        })?;
        prop_assert_eq!(&rows, &(0..rows.len() as u64).collect::<Vec<_>>());
        if matches!(paging.phase(), PagingPhase::Ended(_)) {
            prop_assert_eq!(paging.progress().read, rows.len() as u64);
        }
    }
}
