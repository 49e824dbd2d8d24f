//! Which rows of a long list are drawn.

use std::ops::Range;

/// The places in a view whose rows are drawn, so that everything the viewport can show is there and
/// `overscan` rows more on either side. A scroll position beyond the end, left over from a longer
/// list, counts as the end.
///
/// The list's element is as high as all its rows together; browsers cap an element's height at about
/// 33 million pixels and nothing is scaled here. 100,000 rows of 36 px are 3.6 million; about
/// 900,000 such rows are the most.
///
/// Measures that are no finite number count as 0, and a row height of 0 or less draws nothing: the
/// list is not laid out yet.
#[must_use]
pub fn window(
    total_rows: u32,
    row_height_px: f64,
    scroll_top: f64,
    viewport_height: f64,
    overscan: u32,
) -> Range<u32> {
    let row_height = finite(row_height_px);
    if row_height <= 0.0 || total_rows == 0 {
        return 0..0;
    }
    let viewport_height = finite(viewport_height).max(0.0);
    let lowest = (f64::from(total_rows) * row_height - viewport_height).max(0.0);
    let scroll_top = finite(scroll_top).clamp(0.0, lowest);
    // A cast from a float cannot overflow: it stops at the type's limits.
    let first = (scroll_top / row_height).floor() as u32;
    let end = ((scroll_top + viewport_height) / row_height).ceil() as u32;
    let first = first.saturating_sub(overscan).min(total_rows);
    let end = end.saturating_add(overscan).min(total_rows);
    first..end.max(first)
}

fn finite(measure: f64) -> f64 {
    if measure.is_finite() { measure } else { 0.0 }
}
