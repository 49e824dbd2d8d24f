//! What stands above a column, and how the column stands on a desk, with less room, and on a card.

use crate::i18n::Message;

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// At the start: words.
    Start,
    /// At the end: numbers and times.
    End,
}

/// What stands above a column, and how the column stands.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// Key in the address, when the column can be sorted by.
    pub(super) key: Option<&'static str>,
    /// The words.
    pub(super) title: Message,
    /// Where its text stands.
    pub(super) align: Align,
    /// Never narrower, in rem.
    pub(super) minimum: f32,
    /// Its share of the width that is left.
    pub(super) grow: f32,
    /// Where it stands when the row is a card, on a narrow screen.
    pub(super) on_card: OnCard,
    /// Whether it is seen where a table has less room than on a desk.
    pub(super) room: Room,
}

/// Whether a column is seen where a table has less room than on a desk, and is no list of cards yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// Always.
    Kept,
    /// It leaves its room to the others; the panel of the row tells it.
    Left,
}

/// Where a column stands on the card of a row. The row's header stands at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnCard {
    /// Beside the header: what a person looks for first.
    Fact,
    /// In the lines below, two columns in each.
    Below,
    /// There too, behind its heading: its words do not say what they are about.
    Named,
    /// Under them, in a line of its own.
    Line,
    /// Under them, in two lines of its own: its words break instead of being cut.
    TwoLines,
}
