//! Scans: what is read when, what stops them, what is known at any time.

use changes::{Scan, ScanCommand, ScanEvent, ScanPhase};
use cloud_api::{ApiError, Meaning, NoAnswer, NoAnswerKind, NotSent, Response, Timestamp};
use proptest::prelude::*;

const START: Timestamp = Timestamp::from_milliseconds(1_795_000_000_000);

fn refused(status: u16, code: &str) -> ApiError {
    ApiError::from_response(&Response {
        status,
        headers: Vec::new(),
        body: format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#).into_bytes(),
    })
}

fn no_right() -> ApiError {
    refused(403, "SVCSTG.SWR.4030170")
}

fn throttled() -> ApiError {
    refused(429, "APIGW.0308")
}

fn token_expired() -> ApiError {
    refused(401, "APIGW.0301")
}

fn wrong_path() -> ApiError {
    refused(404, "APIGW.0101")
}

fn lost(kind: NoAnswerKind) -> ApiError {
    ApiError::NoAnswer(NoAnswer {
        kind,
        may_have_been_applied: false,
    })
}

/// A scan with a clock.
struct Run {
    scan: Scan,
    now: Timestamp,
}

impl Run {
    fn over(resources: usize) -> Self {
        Self {
            scan: Scan::over(resources),
            now: START,
        }
    }

    fn resumed(resources: usize) -> (Self, Vec<usize>) {
        let mut run = Self::over(resources);
        let asked = run.event(ScanEvent::Resume);
        (run, asked)
    }

    /// Which resources are to be read now.
    fn event(&mut self, event: ScanEvent) -> Vec<usize> {
        self.now = self.now.plus_milliseconds(1_000);
        let commands = self.scan.handle(event, self.now);
        commands
            .into_iter()
            .map(|ScanCommand::Read { resource }| resource)
            .collect()
    }

    fn read(&mut self, resource: usize) -> Vec<usize> {
        self.event(ScanEvent::Answer {
            resource,
            outcome: Ok(()),
        })
    }

    fn fail(&mut self, resource: usize, error: ApiError) -> Vec<usize> {
        self.event(ScanEvent::Answer {
            resource,
            outcome: Err(error),
        })
    }

    fn again(&mut self, resource: usize) -> Vec<usize> {
        self.event(ScanEvent::ReadAgain { resource })
    }

    /// Read, refused, under way, waiting, total.
    fn covered(&self) -> [usize; 5] {
        let coverage = self.scan.coverage();
        [
            coverage.read,
            coverage.refused,
            coverage.under_way,
            coverage.waiting,
            coverage.total,
        ]
    }

    fn halted_by(&self) -> Option<Meaning> {
        match self.scan.phase() {
            ScanPhase::Halted(error) => error.meaning(),
            ScanPhase::Paused | ScanPhase::Running => None,
        }
    }
}

#[test]
fn nothing_is_read_before_somebody_begins() {
    let run = Run::over(3);
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.covered(), [0, 0, 0, 3, 3]);
}

#[test]
fn four_are_read_at_once_and_each_answer_makes_room_for_one() {
    let (mut run, asked) = Run::resumed(6);
    assert_eq!(asked, [0, 1, 2, 3]);
    assert_eq!(run.read(2), [4]);
    assert_eq!(run.read(0), [5]);
    assert_eq!(run.read(5), [0; 0]);
    assert_eq!(run.covered(), [3, 0, 3, 0, 6]);
}

#[test]
fn a_scan_over_nothing_is_complete_at_once() {
    let (run, asked) = Run::resumed(0);
    assert_eq!(asked, [0; 0]);
    assert!(run.scan.coverage().is_complete());
}

#[test]
fn a_result_keeps_the_time_at_which_it_was_read() {
    let (mut run, _) = Run::resumed(2);
    run.read(1);
    let read_at = run.now;
    run.read(0);
    let reading = run.scan.reading(1).unwrap();
    assert_eq!((reading.read_at(), reading.error()), (Some(read_at), None));
}

#[test]
fn a_refused_resource_keeps_its_error_and_the_others_go_on() {
    let (mut run, _) = Run::resumed(5);
    assert_eq!(run.fail(1, no_right()), [4]);
    let reading = run.scan.reading(1).unwrap();
    assert_eq!(
        (reading.read_at(), reading.error()),
        (None, Some(&no_right()))
    );
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
    assert_eq!(run.covered(), [0, 1, 4, 0, 5]);
}

#[test]
fn a_scan_with_a_refused_resource_is_never_complete() {
    let (mut run, _) = Run::resumed(2);
    run.read(0);
    run.fail(1, no_right());
    assert!(!run.scan.coverage().is_complete());
}

#[test]
fn a_paused_scan_takes_in_what_is_under_way_and_asks_for_nothing_more() {
    let (mut run, _) = Run::resumed(6);
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    for resource in 0..4 {
        assert_eq!(run.read(resource), [0; 0]);
    }
    assert_eq!(run.scan.phase(), &ScanPhase::Paused);
    assert_eq!(run.covered(), [4, 0, 0, 2, 6]);
}

#[test]
fn a_resumed_scan_goes_on_where_it_was() {
    let (mut run, _) = Run::resumed(8);
    run.event(ScanEvent::Pause);
    run.read(0);
    run.read(1);
    assert_eq!(run.event(ScanEvent::Resume), [4, 5]);
}

#[test]
fn resuming_twice_asks_for_nothing_twice() {
    let (mut run, _) = Run::resumed(8);
    assert_eq!(run.event(ScanEvent::Resume), [0; 0]);
}

#[test]
fn throttling_and_a_lost_sign_in_stop_the_scan_and_say_why() {
    for (error, meaning) in [
        (throttled(), Meaning::Throttled),
        (refused(403, "SVCSTG.SWR.4031032"), Meaning::Throttled),
        (token_expired(), Meaning::SignInAgain),
    ] {
        let (mut run, _) = Run::resumed(6);
        assert_eq!(run.fail(1, error), [0; 0]);
        assert_eq!(run.read(0), [0; 0]);
        assert_eq!(run.halted_by(), Some(meaning));
        assert_eq!(run.covered(), [1, 0, 2, 3, 6]);
    }
}

#[test]
fn a_browser_that_is_offline_or_signed_out_stops_the_scan() {
    for error in [
        lost(NoAnswerKind::Offline),
        ApiError::NotSent(NotSent::NoCredential),
    ] {
        let (mut run, _) = Run::resumed(6);
        assert_eq!(run.fail(0, error.clone()), [0; 0]);
        assert_eq!(run.scan.phase(), &ScanPhase::Halted(error));
    }
}

#[test]
fn what_throttling_kept_from_being_read_is_read_after_the_others_on_resuming() {
    let (mut run, _) = Run::resumed(5);
    run.fail(1, throttled());
    run.fail(2, throttled());
    run.read(0);
    assert_eq!(run.event(ScanEvent::Resume), [4, 1, 2]);
}

#[test]
fn a_stopped_scan_does_not_go_on_by_itself() {
    let (mut run, _) = Run::resumed(6);
    run.fail(0, throttled());
    assert_eq!(run.event(ScanEvent::Pause), [0; 0]);
    assert_eq!(run.halted_by(), Some(Meaning::Throttled));
    assert_eq!(run.again(5), [0; 0]);
}

#[test]
fn a_scan_that_is_throttled_while_it_is_paused_says_so() {
    let (mut run, _) = Run::resumed(6);
    run.event(ScanEvent::Pause);
    run.fail(0, throttled());
    assert_eq!(run.halted_by(), Some(Meaning::Throttled));
}

#[test]
fn a_lost_connection_alone_is_the_resources_own() {
    let (mut run, _) = Run::resumed(6);
    assert_eq!(run.fail(0, lost(NoAnswerKind::Unreachable)), [4]);
    assert_eq!(run.covered(), [0, 1, 4, 1, 6]);
}

#[test]
fn four_in_a_row_that_find_nobody_stop_the_scan() {
    for error in [
        lost(NoAnswerKind::Unreachable),
        lost(NoAnswerKind::TimedOut),
        refused(502, "APIGW.0201"),
        wrong_path(),
    ] {
        let (mut run, _) = Run::resumed(20);
        for resource in 0..3 {
            run.fail(resource, error.clone());
        }
        assert_eq!(run.scan.phase(), &ScanPhase::Running);
        assert_eq!(run.fail(3, error.clone()), [0; 0]);
        assert_eq!(run.scan.phase(), &ScanPhase::Halted(error));
    }
}

#[test]
fn an_answer_between_them_shows_that_somebody_is_there() {
    let (mut run, _) = Run::resumed(20);
    for resource in 0..12 {
        if resource % 4 == 3 {
            run.fail(resource, no_right());
        } else {
            run.fail(resource, lost(NoAnswerKind::Unreachable));
        }
    }
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
}

#[test]
fn answers_that_are_too_large_are_the_resources_own() {
    let (mut run, _) = Run::resumed(20);
    for resource in 0..8 {
        run.fail(resource, lost(NoAnswerKind::TooLarge));
    }
    assert_eq!(run.scan.phase(), &ScanPhase::Running);
}

#[test]
fn those_that_found_nobody_are_read_after_the_others_on_resuming() {
    let (mut run, _) = Run::resumed(9);
    for resource in 0..4 {
        run.fail(resource, lost(NoAnswerKind::TimedOut));
    }
    assert_eq!(run.covered(), [0, 4, 3, 2, 9]);
    assert_eq!(run.event(ScanEvent::Resume), [7]);
    run.read(4);
    for (answered, next) in [(5, 0), (6, 1), (7, 2), (8, 3)] {
        assert_eq!(run.read(answered), [next]);
    }
    run.read(0);
    assert_eq!(run.scan.reading(0).unwrap().error(), None);
}

#[test]
fn a_chosen_resource_is_read_again_ahead_of_the_others() {
    let (mut run, _) = Run::resumed(20);
    run.read(0);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.read(1), [0]);
}

#[test]
fn a_chosen_resource_is_read_again_although_the_scan_is_paused_or_done() {
    let (mut run, _) = Run::resumed(1);
    run.read(0);
    assert_eq!(run.again(0), [0]);
    run.read(0);
    run.event(ScanEvent::Pause);
    assert_eq!(run.again(0), [0]);
}

#[test]
fn a_resource_that_was_chosen_early_is_not_read_twice() {
    let mut run = Run::over(5);
    assert_eq!(run.again(4), [4]);
    run.read(4);
    assert_eq!(run.event(ScanEvent::Resume), [0, 1, 2, 3]);
    for resource in 0..4 {
        assert_eq!(run.read(resource), [0; 0]);
    }
}

#[test]
fn a_resource_chosen_while_it_is_under_way_is_read_once_more() {
    let (mut run, _) = Run::resumed(1);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.again(0), [0; 0]);
    assert_eq!(run.read(0), [0]);
    assert_eq!(run.read(0), [0; 0]);
}

#[test]
fn a_failed_second_reading_keeps_the_time_of_the_first() {
    let (mut run, _) = Run::resumed(1);
    run.read(0);
    let read_at = run.now;
    run.again(0);
    assert_eq!(run.covered(), [1, 0, 0, 0, 1]);
    run.fail(0, no_right());
    let reading = run.scan.reading(0).unwrap();
    assert_eq!(
        (reading.read_at(), reading.error()),
        (Some(read_at), Some(&no_right()))
    );
    assert_eq!(run.covered(), [0, 1, 0, 0, 1]);
}

#[test]
fn what_nobody_asked_for_changes_nothing() {
    let (mut run, _) = Run::resumed(9);
    let before = run.scan.clone();
    assert_eq!(run.read(7), [0; 0]);
    assert_eq!(run.fail(7, throttled()), [0; 0]);
    assert_eq!(run.read(usize::MAX), [0; 0]);
    assert_eq!(run.again(9), [0; 0]);
    assert_eq!(run.scan, before);
    assert_eq!(run.scan.reading(9), None);
}

#[test]
fn a_record_keeps_what_was_read_and_comes_back_paused() {
    let (mut run, _) = Run::resumed(6);
    run.read(0);
    run.fail(1, no_right());
    let record = serde_json::to_string(&run.scan).unwrap();
    let restored: Scan = serde_json::from_str(&record).unwrap();
    assert_eq!(restored.phase(), &ScanPhase::Paused);
    for resource in 0..6 {
        assert_eq!(restored.reading(resource), run.scan.reading(resource));
    }
    let mut run = Run {
        scan: restored,
        now: run.now,
    };
    assert_eq!(run.event(ScanEvent::Resume), [2, 3, 4, 5]);
}

#[test]
fn a_record_of_another_form_is_refused() {
    for record in [
        "{}",
        r#"{"version":1}"#,
        r#"{"version":2,"readings":[]}"#,
        r#"{"version":1,"readings":[],"next":3}"#,
        r#"{"version":1,"readings":[7]}"#,
    ] {
        assert!(serde_json::from_str::<Scan>(record).is_err(), "{record}");
    }
}

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
