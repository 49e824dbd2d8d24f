//! Sorting that is the same few instructions for every kind of thing.

use std::cmp::Ordering;

/// Sorts as `sort_by` of the standard library does, which is four kilobytes of its own for every kind of thing: here places
/// are sorted, and things put into them. Equal ones stay in their order.
pub fn sort_by<T>(all: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = places(all.len(), &mut |one, other| compare(&all[one], &all[other]));
    let mut left: Vec<Option<T>> = all.drain(..).map(Some).collect();
    all.extend(places.into_iter().filter_map(|place| left[place].take()));
}

/// So many places, in the order of what stands in them.
fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}
