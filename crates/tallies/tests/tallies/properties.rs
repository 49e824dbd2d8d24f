//! Whatever happens, what is counted place by place is what counting everything gives.

use cloud_api::ApiError;
use cloud_api::Timestamp;
use cloud_api::swr::LastCopy;
use proptest::prelude::*;
use reads::ScanEvent;

use crate::whole::Whole;
use crate::world::{Access, Tasks, World, accounts, list, no_right, refused, repositories};

/// Something that happens while repositories are read.
#[derive(Clone, Debug)]
enum Happening {
    /// Others are listed: some came, some are gone, with their organizations or without.
    List(Vec<bool>),
    Cover,
    StartAgain,
    Resume,
    Forget,
    ReadAgain(usize),
    AnswerAccess(usize, AccessOutcome),
    AnswerTasks(usize, TaskOutcome),
    /// Counts so many of a whole, or what has changed.
    Count(usize),
}

#[derive(Clone, Debug)]
enum AccessOutcome {
    Told {
        people: Vec<usize>,
        caller: Option<usize>,
        shared: usize,
    },
    NoRight,
    Failed,
}

#[derive(Clone, Debug)]
enum TaskOutcome {
    Told(Vec<(usize, usize, Option<i64>)>),
    Failed,
}

fn access_outcome() -> impl Strategy<Value = AccessOutcome> {
    let people = prop::collection::vec(0..5_usize, 0..4);
    let told = (people, prop::option::of(0..5_usize), 0..5_usize);
    prop_oneof![
        6 => told.prop_map(|(people, caller, shared)| AccessOutcome::Told { people, caller, shared }),
        1 => Just(AccessOutcome::NoRight),
        1 => Just(AccessOutcome::Failed),
    ]
}

fn task_outcome() -> impl Strategy<Value = TaskOutcome> {
    let task = (0..3_usize, 0..6_usize, prop::option::of(0..9_i64));
    prop_oneof![
        5 => prop::collection::vec(task, 0..4).prop_map(TaskOutcome::Told),
        1 => Just(TaskOutcome::Failed),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        1 => prop::collection::vec(any::<bool>(), 6).prop_map(Happening::List),
        2 => Just(Happening::Cover),
        1 => Just(Happening::StartAgain),
        2 => Just(Happening::Resume),
        1 => Just(Happening::Forget),
        2 => (0..6_usize).prop_map(Happening::ReadAgain),
        12 => (0..9_usize, access_outcome()).prop_map(|(which, it)| Happening::AnswerAccess(which, it)),
        8 => (0..9_usize, task_outcome()).prop_map(|(which, it)| Happening::AnswerTasks(which, it)),
        4 => (0..4_usize).prop_map(Happening::Count),
    ]
}

fn access(outcome: &AccessOutcome) -> Result<Access, ApiError> {
    match outcome {
        AccessOutcome::NoRight => Err(no_right()),
        AccessOutcome::Failed => Err(refused(500, "SVCSTG.SWR.5000001")),
        AccessOutcome::Told {
            people,
            caller,
            shared,
        } => {
            // The last has no ID: it may be anybody.
            let ids = ["p0", "p1", "p2", "p3", ""];
            let names = [
                "name of p0",
                "name of p1",
                "name of p2",
                "name of p3",
                "name of ",
            ];
            let people = people.iter().map(|person| (ids[*person], names[*person]));
            let people: Vec<(&str, &str)> = people.collect();
            let shared = match shared {
                0 => None,
                1 => Some(Err(no_right())),
                2 => Some(Err(refused(500, "SVCSTG.SWR.5000001"))),
                count => Some(Ok(accounts(*count))),
            };
            Ok((list(&people, caller.map(|caller| ids[caller])), shared))
        }
    }
}

fn tasks(outcome: &TaskOutcome) -> Result<Tasks, ApiError> {
    let TaskOutcome::Told(tasks) = outcome else {
        return Err(no_right());
    };
    let stands = [
        LastCopy::Missing,
        LastCopy::FailedBefore,
        LastCopy::UnderWay,
        LastCopy::Arrived,
        LastCopy::NotTold,
        LastCopy::NeverRan,
    ];
    let task = |(region, stand, arrived_at): &(usize, usize, Option<i64>)| {
        let region = ["eu-nl", "eu-de", ""][*region].to_owned();
        let arrived_at = arrived_at.map(Timestamp::from_milliseconds);
        (region, stands[*stand], arrived_at)
    };
    Ok(tasks.iter().map(task).collect())
}

fn take(world: &mut World, happening: Happening) {
    match happening {
        Happening::List(chosen) => {
            let all = repositories().into_iter().zip(chosen);
            let chosen = all.filter(|(_, is_chosen)| *is_chosen);
            world.list(chosen.map(|(place, _)| place).collect());
        }
        Happening::Cover => world.cover(),
        Happening::StartAgain => {
            world.access(ScanEvent::StartAgain);
            world.tasks(ScanEvent::StartAgain);
        }
        Happening::Resume => {
            world.access(ScanEvent::Resume);
            world.tasks(ScanEvent::Resume);
        }
        Happening::Forget => {
            world.access(ScanEvent::Forget);
            world.tasks(ScanEvent::Forget);
        }
        Happening::ReadAgain(number) => {
            let place = cloud_api::Owner::Repository(repositories().swap_remove(number));
            world.access(ScanEvent::ReadAgain(vec![place.clone()]));
            world.tasks(ScanEvent::ReadAgain(vec![place]));
        }
        Happening::AnswerAccess(which, outcome) => world.answer_access(which, access(&outcome)),
        Happening::AnswerTasks(which, outcome) => world.answer_tasks(which, tasks(&outcome)),
        Happening::Count(most) => {
            world.count(most);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_counted_place_by_place_is_the_whole(
        copies_images in any::<bool>(),
        happenings in prop::collection::vec((happening(), any::<bool>()), 0..150),
    ) {
        let mut world = World::of(repositories(), copies_images);
        world.cover();
        for (happening, is_looked_at) in happenings {
            take(&mut world, happening);
            if is_looked_at {
                let counted = Whole::from(world.counted());
                prop_assert_eq!(counted, Whole::of(&world));
            }
        }
        let counted = Whole::from(world.counted());
        prop_assert_eq!(counted, Whole::of(&world));
    }
}
