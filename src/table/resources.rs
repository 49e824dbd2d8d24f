//! What a grid asks of its resources, whatever their type: the seam between typed and common code.

use leptos::prelude::*;

use super::choice::{Chosen, Offer};
use super::column::Shape;
use super::taken::Taken;
use crate::i18n::Message;

/// What a grid asks of its resources, by their place in the list and by column.
pub(super) trait Resources {
    /// How many there are.
    fn count(&self) -> u32;
    /// What the columns are.
    fn shapes(&self) -> Vec<&Shape>;
    /// Whether resources of this kind are selected at all.
    fn can_be_selected(&self) -> bool;
    /// What tells a resource from others over refreshes.
    fn key(&self, place: u32) -> String;
    /// What a person calls it.
    fn name(&self, place: u32) -> String;
    /// Why it cannot be selected, if so.
    fn refusal(&self, place: u32) -> Option<Message>;
    /// Another number means other content.
    fn stamp(&self, place: u32) -> u64;
    /// Keeps those that are shown whatever the filter says; reacts.
    fn narrow(&self, places: &mut Vec<u32>);
    /// What a column takes from it.
    fn take(&self, place: u32, column: usize) -> Taken<'_>;
    /// What its cell says in words, where the filter looks through them.
    fn said(&self, place: u32, column: usize) -> Option<Message>;
    /// What an export holds of it.
    fn export(&self, place: u32, column: usize) -> String;
    /// What the menu of its row copies of it; empty where there is nothing.
    fn copy(&self, place: u32, column: usize) -> String;
    /// What is chosen in a cell, where something is.
    fn chosen(&self, place: u32, column: usize) -> Option<Box<dyn Chosen + '_>>;
    /// The content of a cell.
    fn cell(&self, place: u32, column: usize) -> AnyView;
}

impl dyn Resources {
    /// What a cell shows in which something is chosen.
    pub(super) fn face(&self, place: u32, column: usize) -> Option<AnyView> {
        Some(self.chosen(place, column)?.face())
    }

    /// What can be chosen in a cell.
    pub(super) fn offer(&self, place: u32, column: usize) -> Option<Offer> {
        Some(self.chosen(place, column)?.offer())
    }

    /// Another one is wanted, by its number.
    pub(super) fn choose(&self, place: u32, column: usize, number: usize) {
        if let Some(chosen) = self.chosen(place, column) {
            chosen.choose(number);
        }
    }
}
