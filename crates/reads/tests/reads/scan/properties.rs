//! The rules that hold whatever happens.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent};
use proptest::prelude::*;
use reads::{Reading, ScanEvent, ScanPhase};

use super::support::{Event, Run, lost, no_right, throttled, token_expired, wrong_path};

/// One event, without knowing what is under way.
#[derive(Clone, Debug)]
enum Happening {
    Event(Event),
    /// The latest pause is over.
    Waited,
    /// Answers one whether it was asked for or not.
    Answer(usize, usize),
    /// Answers one that is under way, so that runs get far.
    AnswerNext(usize, usize),
}

fn outcomes() -> Vec<Result<String, ApiError>> {
    vec![
        Ok("one".to_owned()),
        Ok("other".to_owned()),
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
        3 => Just(Happening::Waited),
        1 => Just(Happening::Event(ScanEvent::Pause)),
        2 => (0..14_usize).prop_map(|place| Happening::Event(ScanEvent::ReadAgain(vec![place]))),
        1 => (0..14_usize, outcome.clone())
            .prop_map(|(place, index)| Happening::Answer(place, index)),
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

/// `None` for an answer when nothing was ever asked.
fn event_of(happening: Happening, run: &Run, tally: &Tally) -> Option<Event> {
    let answer = |place, index| {
        let round = run.round?;
        let outcome = outcomes().swap_remove(index);
        Some(ScanEvent::Answer {
            place,
            round,
            outcome,
        })
    };
    match happening {
        Happening::Event(event) => Some(event),
        Happening::Waited => {
            let (_, until) = *run.pauses.last()?;
            Some(ScanEvent::Waited { until })
        }
        Happening::Answer(place, index) => answer(place, index),
        Happening::AnswerNext(next, index) => answer(*tally.under_way.get(next)?, index),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_hold(
        places in 0..12_usize,
        happenings in prop::collection::vec(happening(), 0..120),
    ) {
        let mut run = Run::over(places);
        let mut tally = Tally {
            under_way: Vec::new(),
            asked: vec![0; places],
            allowed: vec![1; places],
        };
        for happening in happenings {
            let Some(event) = event_of(happening, &run, &tally) else {
                continue;
            };
            let was_halted = matches!(run.scan.phase(), ScanPhase::Halted(_));
            let was_waiting = run.is_waiting();
            match &event {
                ScanEvent::ReadAgain(again) => {
                    for place in again.iter().filter(|place| **place < places) {
                        tally.allowed[*place] += 1;
                    }
                }
                ScanEvent::Answer { place, outcome, .. } => {
                    let index = tally.under_way.iter().position(|asked| asked == place);
                    if let Some(index) = index {
                        tally.under_way.swap_remove(index);
                        // Only what tells nothing of the place itself lets it be asked anew.
                        let is_own = match outcome {
                            Ok(_) => true,
                            Err(error) => error.meaning() == Some(Meaning::NoRight),
                        };
                        tally.allowed[*place] += usize::from(!is_own);
                    }
                }
                ScanEvent::Resume
                | ScanEvent::Waited { .. }
                | ScanEvent::Pause
                | ScanEvent::Cover(_)
                | ScanEvent::StartAgain
                | ScanEvent::Forget => {}
            }
            let begins = event == ScanEvent::Resume;
            let ends_pause = matches!(event, ScanEvent::Waited { .. });
            for place in run.event(event) {
                prop_assert!(!was_halted || begins, "a stopped scan asks for nothing");
                let may_ask = !was_waiting || begins || ends_pause;
                prop_assert!(may_ask, "a waiting scan asks for nothing");
                prop_assert!(!tally.under_way.contains(&place), "one reading at a time");
                tally.under_way.push(place);
                tally.asked[place] += 1;
                prop_assert!(tally.asked[place] <= tally.allowed[place], "asked at most once");
            }
            prop_assert!(tally.under_way.len() <= 4, "at most four at once");
            let [read, refused, under_way, waiting, total] = run.covered();
            prop_assert_eq!(read + refused + under_way + waiting, total);
            let all: Vec<&Reading> = (0..places).filter_map(|it| run.scan.reading(&it)).collect();
            let has_failed = |it: &&&Reading| it.error().is_some();
            let is_read = |it: &&&Reading| it.error().is_none() && it.read_at().is_some();
            prop_assert_eq!(refused, all.iter().filter(has_failed).count());
            prop_assert_eq!(read, all.iter().filter(is_read).count());
            prop_assert_eq!(total, places);
            for place in 0..places {
                prop_assert_eq!(
                    run.scan.is_under_way(&place),
                    tally.under_way.contains(&place)
                );
            }
        }
    }

    #[test]
    fn a_cloud_that_answers_well_in_the_end_leaves_nothing_unread(
        places in 0..12_usize,
        happenings in prop::collection::vec(happening(), 0..60),
    ) {
        let mut run = Run::over(places);
        let mut tally = Tally { under_way: Vec::new(), asked: Vec::new(), allowed: Vec::new() };
        for happening in happenings {
            let Some(event) = event_of(happening, &run, &tally) else {
                continue;
            };
            if let ScanEvent::Answer { place, .. } = &event {
                tally.under_way.retain(|asked| asked != place);
            }
            tally.under_way.extend(run.event(event));
        }
        tally.under_way.extend(run.event(ScanEvent::Resume));
        for place in 0..places {
            if run.scan.reading(&place).is_some_and(|reading| reading.error().is_some()) {
                tally.under_way.extend(run.again(place));
            }
        }
        while let Some(place) = tally.under_way.pop() {
            tally.under_way.extend(run.read(place));
        }
        prop_assert!(run.scan.coverage().is_complete());
    }
}
