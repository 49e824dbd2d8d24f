//! What is being changed, and was last changed, on a repository.

use leptos::prelude::*;

use super::change_card::change_card;
use super::place::Place;
use crate::live::{live, shown};
use crate::work::use_work;

/// The card of the newest change.
pub fn recent_change(place: Place) -> AnyView {
    let work = use_work();
    let newest = Memo::new(move |_| {
        work.entries().into_iter().position(|entry| {
            entry.change.with(|change| {
                change
                    .items()
                    .values()
                    .any(|item| place.is_place_of(&item.subject))
            })
        })
    });
    live(move || {
        let entry = newest
            .get()
            .and_then(|index| work.entries().get(index).copied());
        shown(entry.map(change_card))
    })
    .into_any()
}
