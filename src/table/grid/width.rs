//! The widths of a grid's columns, as CSS has them, and the lines of its cards.

use crate::table::heading::{Heading, OnCard, Room};

/// A number with two places behind the point: more than a width needs, and far less code than the
/// shortest exact form.
fn decimal(number: f32) -> String {
    let hundredths = (number * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The value of `grid-template-columns`, and how wide the columns are at least.
pub(super) fn tracks<'a>(headings: impl Iterator<Item = &'a Heading>) -> (String, String) {
    let (mut tracks, mut total) = (Vec::new(), 0.0);
    for heading in headings {
        let (minimum, grow) = (decimal(heading.minimum), decimal(heading.grow));
        tracks.push(format!("minmax({minimum}rem, {grow}fr)"));
        total += heading.minimum;
    }
    (tracks.join(" "), format!("{}rem", decimal(total)))
}

/// The same of the columns that are seen with less room.
pub(super) fn kept(headings: &[(usize, Heading)]) -> (String, String) {
    let headings = headings.iter().map(|(_, heading)| heading);
    tracks(headings.filter(|heading| heading.room == Room::Kept))
}

/// How many lines a card has: the header with the fact, then two columns in each, then those that have
/// lines of their own. `None` where no column is the fact, and rows are no cards.
pub(super) fn lines(headings: &[(usize, Heading)]) -> Option<usize> {
    let is_fact = |(_, heading): &(usize, Heading)| heading.on_card == OnCard::Fact;
    let own = |(_, heading): &(usize, Heading)| match heading.on_card {
        OnCard::Line => Some(1),
        OnCard::TwoLines => Some(2),
        OnCard::Fact | OnCard::Below | OnCard::Named => None,
    };
    let own: Vec<usize> = headings.iter().filter_map(own).collect();
    let below = headings.len().saturating_sub(2 + own.len());
    let lines = 1 + below.div_ceil(2) + own.iter().sum::<usize>();
    headings.iter().any(is_fact).then_some(lines)
}
