//! The widths of a grid's columns, as CSS has them.

use crate::table::column::Heading;

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
