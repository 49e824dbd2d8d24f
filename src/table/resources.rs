//! What a grid asks of its resources, whatever their type: the seam between typed and common code.

use leptos::prelude::*;

use super::column::Shape;
use super::taken::Taken;

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
    /// Whether it can be selected.
    fn is_selectable(&self, place: u32) -> bool;
    /// Another number means other content.
    fn stamp(&self, place: u32) -> u64;
    /// Keeps those that are shown whatever the filter says; reacts.
    fn narrow(&self, places: &mut Vec<u32>);
    /// What a column takes from it.
    fn take(&self, place: u32, column: usize) -> Taken<'_>;
    /// What an export holds of it.
    fn export(&self, place: u32, column: usize) -> String;
    /// The content of a cell.
    fn cell(&self, place: u32, column: usize) -> AnyView;
}
