//! Where copies go: organizations, regions and the arrows between them.

use cloud_api::swr::{CopyMap, CountedTask, LastCopy, PlacedCopy};

fn task<'a>(organization: &'a str, region: &'a str, last_copy: LastCopy) -> PlacedCopy<'a> {
    PlacedCopy {
        organization,
        task: CountedTask {
            region,
            last_copy,
            arrived_at: None,
        },
    }
}

/// Each arrow with its tasks and how many of them failed.
fn arrows(map: &CopyMap) -> Vec<(&str, &str, u64, u64)> {
    let arrows = map.arrows.iter();
    arrows
        .map(|it| {
            let copies = &it.copies;
            (
                &*it.organization,
                &*copies.region,
                copies.tasks(),
                copies.failed,
            )
        })
        .collect()
}

#[test]
fn tasks_of_an_organization_to_a_region_are_one_arrow() {
    let map = CopyMap::of(vec![
        task("web", "eu-nl", LastCopy::Arrived),
        task("data", "eu-nl", LastCopy::FailedBefore),
        task("web", "eu-nl", LastCopy::Missing),
        task("web", "af-south-1", LastCopy::NeverRan),
    ]);
    assert_eq!(
        arrows(&map),
        [
            ("data", "eu-nl", 1, 1),
            ("web", "af-south-1", 1, 0),
            ("web", "eu-nl", 2, 1),
        ]
    );
    assert_eq!(map.tasks(), 4);
}

#[test]
fn a_region_counts_the_tasks_of_all_organizations() {
    let map = CopyMap::of(vec![
        task("web", "eu-nl", LastCopy::Arrived),
        task("data", "eu-nl", LastCopy::Missing),
    ]);
    let [region] = map.regions.as_slice() else {
        panic!("one region");
    };
    assert_eq!((region.tasks(), region.copied, region.failed), (2, 1, 1));
}

#[test]
fn the_organization_with_the_most_tasks_comes_first() {
    let map = CopyMap::of(vec![
        task("data", "eu-nl", LastCopy::Arrived),
        task("web", "eu-nl", LastCopy::Arrived),
        task("web", "af-south-1", LastCopy::Arrived),
    ]);
    assert_eq!(map.organizations(), [("web", 2), ("data", 1)]);
}

#[test]
fn names_that_differ_in_case_or_are_missing_are_places_of_their_own() {
    let map = CopyMap::of(vec![
        task("Web", "EU-NL", LastCopy::Arrived),
        task("web", "eu-nl", LastCopy::Arrived),
        task("", "", LastCopy::NotTold),
    ]);
    assert_eq!(map.arrows.len(), 3);
    assert_eq!(map.regions.len(), 3);
}

#[test]
fn without_tasks_there_is_no_picture() {
    assert_eq!(CopyMap::of(Vec::new()), CopyMap::default());
    assert_eq!(CopyMap::default().tasks(), 0);
}
