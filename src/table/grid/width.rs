//! The widths of a grid's columns, as CSS has them, and the lines of its cards.

use crate::table::column::{Heading, OnCard};

/// A number with two places behind the point: more than a width needs, and far less code than the
/// shortest exact form.
fn decimal(number: f32) -> String {
    let hundredths = (number * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The value of `grid-template-columns`.
pub(super) fn tracks(headings: &[(usize, Heading)]) -> String {
    let track = |(_, heading): &(usize, Heading)| {
        let (minimum, grow) = (decimal(heading.minimum), decimal(heading.grow));
        format!("minmax({minimum}rem, {grow}fr)")
    };
    let tracks: Vec<String> = headings.iter().map(track).collect();
    tracks.join(" ")
}

/// How wide the columns are at least.
pub(super) fn total(headings: &[(usize, Heading)]) -> String {
    let total = headings.iter().map(|(_, heading)| heading.minimum).sum();
    format!("{}rem", decimal(total))
}

/// How many lines a card has: the header with the fact, then two columns in each. `None` where no column
/// is the fact, and rows are no cards.
pub(super) fn lines(headings: &[(usize, Heading)]) -> Option<usize> {
    let is_fact = |(_, heading): &(usize, Heading)| heading.on_card == OnCard::Fact;
    let below = headings.len().saturating_sub(2);
    headings.iter().any(is_fact).then(|| 1 + below.div_ceil(2))
}
