//! How much is looked at: a large cloud must not hold up the page.

use std::cell::Cell;

use cloud_api::swr::LastCopy;
use cloud_api::{Owner, RepositoryPath};
use reads::ScanEvent;
use sample_writes::read;
use tallies::{Asked, Counting, Looks, Numbers, Source, Told, ToldOrganization};

use crate::world::{World, accounts, list};

/// A world that counts of how many places somebody asks what is known.
struct Watched<'a> {
    world: &'a World,
    looked_at: Cell<usize>,
}

impl Source for Watched<'_> {
    fn look(&self) -> Looks {
        self.world.look()
    }

    fn changed_since(&self, looks: Looks) -> Option<[&[usize]; 2]> {
        self.world.changed_since(looks)
    }

    fn owners(&self) -> &[Owner] {
        self.world.owners()
    }

    fn numbers_of(&self, place: &RepositoryPath, perhaps: Numbers) -> Numbers {
        self.world.numbers_of(place, perhaps)
    }

    fn repository(&self, numbers: Numbers) -> Told<'_> {
        self.looked_at.set(self.looked_at.get() + 1);
        self.world.repository(numbers)
    }

    fn organization(&self, number: usize) -> ToldOrganization<'_> {
        self.looked_at.set(self.looked_at.get() + 1);
        self.world.organization(number)
    }
}

/// Counts once, and says whether all is counted and at how many places was looked for that.
fn count(counting: &mut Counting, world: &World, most: usize) -> (bool, usize) {
    let looked_at = Cell::new(0);
    let watched = Watched { world, looked_at };
    let is_done = counting.go_on(&world.places, &watched, most);
    (is_done, watched.looked_at.get())
}

/// A cloud of so many repositories in one organization, all of which are read.
fn large(repositories: usize) -> World {
    let places = (0..repositories).map(|number| read(&format!("web/image{number:06}")));
    let mut world = World::of(places.collect(), true);
    world.cover();
    read_all(&mut world);
    world
}

fn read_all(world: &mut World) {
    for _ in 0..=world.places.len() {
        answer(world);
    }
}

fn answer(world: &mut World) {
    let told = list(&[("p0", "anna"), ("p1", "ben")], None);
    world.answer_access(0, Ok((told, Some(Ok(accounts(1))))));
    let task = ("eu-nl".to_owned(), LastCopy::Arrived, None);
    world.answer_tasks(0, Ok(vec![task]));
}

#[test]
fn an_answer_has_one_place_looked_at_however_many_there_are() {
    let mut world = large(3_000);
    let mut counting = Counting::default();
    assert_eq!(count(&mut counting, &world, 3_000), (true, 3_001));
    assert_eq!(count(&mut counting, &world, 3_000), (true, 0));
    world.access(ScanEvent::ReadAgain(vec![Owner::Repository(
        world.places[1_234].clone(),
    )]));
    world.answer_access(0, Ok((list(&[], None), None)));
    assert_eq!(count(&mut counting, &world, 3_000), (true, 1));
    assert_eq!(counting.figures(5).read(Asked::Everything), 3_000);
    assert_eq!(counting.figures(5).tell_shared(), 2_999);
}

#[test]
fn all_that_is_read_anew_is_looked_at_part_by_part() {
    let mut world = large(3_000);
    let mut counting = Counting::default();
    while !count(&mut counting, &world, 500).0 {}
    world.access(ScanEvent::StartAgain);
    world.tasks(ScanEvent::StartAgain);
    let mut parts = 0;
    loop {
        let (is_done, looked_at) = count(&mut counting, &world, 500);
        // The organization besides, and at the end what was answered meanwhile.
        assert!(looked_at <= 520, "{looked_at}");
        parts += 1;
        answer(&mut world);
        if is_done {
            break;
        }
    }
    assert_eq!(parts, 6);
    read_all(&mut world);
    count(&mut counting, &world, 500);
    assert_eq!(counting.figures(5).read(Asked::Everything), 3_000);
}

#[test]
fn a_list_that_grows_is_counted_on() {
    let mut world = large(1_000);
    let all = world.places.clone();
    world.places.truncate(400);
    let mut counting = Counting::default();
    assert_eq!(count(&mut counting, &world, 1_000), (true, 401));
    world.places = all;
    assert_eq!(count(&mut counting, &world, 1_000), (true, 600));
    assert_eq!(counting.figures(5).read(Asked::Everything), 1_000);
}
