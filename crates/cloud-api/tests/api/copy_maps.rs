//! Where copies go: organizations, regions and the arrows between them.

use cloud_api::swr::{CopyArrow, CopyMap, CountedTask, LastCopy, RegionCopies};

/// One task of an organization to a region.
fn arrow(organization: &str, region: &str, last_copy: LastCopy) -> CopyArrow {
    arrow_of(organization, region, &[last_copy])
}

/// Tasks of an organization to a region.
fn arrow_of(organization: &str, region: &str, tasks: &[LastCopy]) -> CopyArrow {
    let tasks = tasks.iter().map(|last_copy| CountedTask {
        region,
        last_copy: *last_copy,
        arrived_at: None,
    });
    CopyArrow {
        organization: organization.to_owned(),
        copies: RegionCopies::by_region(tasks).swap_remove(0),
    }
}

#[test]
fn all_tasks_are_counted_and_those_that_failed_whenever_that_was() {
    let map = CopyMap::of(vec![
        arrow("data", "eu-nl", LastCopy::FailedBefore),
        arrow("web", "af-south-1", LastCopy::NeverRan),
        arrow_of("web", "eu-nl", &[LastCopy::Arrived, LastCopy::Missing]),
    ]);
    assert_eq!(map.arrows.len(), 3);
    assert_eq!(map.tasks(), 4);
    assert_eq!(map.failed(), 2);
}

#[test]
fn a_region_counts_the_tasks_of_all_organizations() {
    let map = CopyMap::of(vec![
        arrow("web", "eu-nl", LastCopy::Arrived),
        arrow("data", "eu-nl", LastCopy::Missing),
    ]);
    let [region] = map.regions.as_slice() else {
        panic!("one region");
    };
    assert_eq!((region.tasks(), region.copied, region.failed), (2, 1, 1));
}

#[test]
fn the_organization_with_the_most_tasks_comes_first() {
    let map = CopyMap::of(vec![
        arrow("data", "eu-nl", LastCopy::Arrived),
        arrow("web", "eu-nl", LastCopy::Arrived),
        arrow("web", "af-south-1", LastCopy::Arrived),
    ]);
    assert_eq!(map.organizations(), [("web", 2), ("data", 1)]);
}

#[test]
fn names_that_differ_in_case_or_are_missing_are_places_of_their_own() {
    let map = CopyMap::of(vec![
        arrow("Web", "EU-NL", LastCopy::Arrived),
        arrow("web", "eu-nl", LastCopy::Arrived),
        arrow("", "", LastCopy::NotTold),
    ]);
    assert_eq!(map.arrows.len(), 3);
    assert_eq!(map.regions.len(), 3);
}

#[test]
fn without_tasks_there_is_no_picture() {
    assert_eq!(CopyMap::of(Vec::new()), CopyMap::default());
    assert_eq!(CopyMap::default().tasks(), 0);
}
