//! The rules that hold whatever happens.

use changes::{ScanEvent, ScanPhase};
use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent};
use proptest::prelude::*;

use super::support::{Run, lost, no_right, throttled, token_expired, wrong_path};

/// One event, without knowing what is under way.
#[derive(Clone, Debug)]
enum Happening {
    Event(ScanEvent),
    /// Answers one that is under way, so that runs get far.
    AnswerNext(usize, usize),
}

fn outcomes() -> Vec<Result<(), ApiError>> {
    vec![
        Ok(()),
        Ok(()),
        Err(no_right()),
        Err(throttled()),
        Err(token_expired()),
        Err(wrong_path()),
        Err(lost(NoAnswerKind::TimedOut)),
        Err(lost(NoAnswerKind::Offline)),
        Err(ApiError::NotSent(NotSent::NoCredential)),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    let outcome = 0..outcomes().len();
    prop_oneof![
        2 => Just(Happening::Event(ScanEvent::Resume)),
        1 => Just(Happening::Event(ScanEvent::Pause)),
        2 => (0..14_usize).prop_map(|resource| Happening::Event(ScanEvent::ReadAgain { resource })),
        1 => (0..14_usize, outcome.clone()).prop_map(|(resource, index)| {
            let outcome = outcomes().swap_remove(index);
            Happening::Event(ScanEvent::Answer { resource, outcome })
        }),
        12 => (0..4_usize, outcome).prop_map(|(place, index)| Happening::AnswerNext(place, index)),
    ]
}

/// What came of a run that nobody but the commands kept count of.
struct Tally {
    under_way: Vec<usize>,
    asked: Vec<usize>,
    /// How often each may have been asked at most.
    allowed: Vec<usize>,
}

fn event_of(happening: Happening, tally: &Tally) -> Option<ScanEvent> {
    match happening {
        Happening::Event(event) => Some(event),
        Happening::AnswerNext(place, index) => Some(ScanEvent::Answer {
            resource: *tally.under_way.get(place)?,
            outcome: outcomes().swap_remove(index),
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_hold(
        resources in 0..12_usize,
        happenings in prop::collection::vec(happening(), 0..120),
    ) {
        let mut run = Run::over(resources);
        let mut tally = Tally {
            under_way: Vec::new(),
            asked: vec![0; resources],
            allowed: vec![1; resources],
        };
        for happening in happenings {
            let Some(event) = event_of(happening, &tally) else {
                continue;
            };
            let was_halted = matches!(run.scan.phase(), ScanPhase::Halted(_));
            match &event {
                ScanEvent::ReadAgain { resource } if *resource < resources => {
                    tally.allowed[*resource] += 1;
                }
                ScanEvent::Answer { resource, outcome } => {
                    let place = tally.under_way.iter().position(|asked| asked == resource);
                    if let Some(place) = place {
                        tally.under_way.swap_remove(place);
                        // Only what tells nothing of the resource itself lets it be asked anew.
                        let is_own = match outcome {
                            Ok(()) => true,
                            Err(error) => error.meaning() == Some(Meaning::NoRight),
                        };
                        tally.allowed[*resource] += usize::from(!is_own);
                    }
                }
                ScanEvent::ReadAgain { .. } | ScanEvent::Resume | ScanEvent::Pause => {}
            }
            let begins = event == ScanEvent::Resume;
            for resource in run.event(event) {
                prop_assert!(!was_halted || begins, "a stopped scan asks for nothing");
                prop_assert!(!tally.under_way.contains(&resource), "one reading at a time");
                tally.under_way.push(resource);
                tally.asked[resource] += 1;
                prop_assert!(tally.asked[resource] <= tally.allowed[resource], "asked at most once");
            }
            prop_assert!(tally.under_way.len() <= 4, "at most four at once");
            let [read, refused, under_way, waiting, total] = run.covered();
            prop_assert_eq!(read + refused + under_way + waiting, total);
            prop_assert_eq!(total, resources);
            for resource in 0..resources {
                prop_assert_eq!(
                    run.scan.is_under_way(resource),
                    tally.under_way.contains(&resource)
                );
            }
        }
    }

    #[test]
    fn a_cloud_that_answers_well_in_the_end_leaves_nothing_unread(
        resources in 0..12_usize,
        happenings in prop::collection::vec(happening(), 0..60),
    ) {
        let mut run = Run::over(resources);
        let mut tally = Tally { under_way: Vec::new(), asked: Vec::new(), allowed: Vec::new() };
        for happening in happenings {
            let Some(event) = event_of(happening, &tally) else {
                continue;
            };
            if let ScanEvent::Answer { resource, .. } = &event {
                tally.under_way.retain(|asked| asked != resource);
            }
            tally.under_way.extend(run.event(event));
        }
        tally.under_way.extend(run.event(ScanEvent::Resume));
        for resource in 0..resources {
            if run.scan.reading(resource).is_some_and(|reading| reading.error().is_some()) {
                tally.under_way.extend(run.again(resource));
            }
        }
        while let Some(resource) = tally.under_way.pop() {
            tally.under_way.extend(run.read(resource));
        }
        prop_assert!(run.scan.coverage().is_complete());
    }
}
