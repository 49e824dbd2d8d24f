//! How long a file may be.

use crate::length::{MOST_LINES, too_long};
use crate::source::Source;

#[test]
fn the_line_after_the_last_allowed_one_is_too_much() {
    let long = |lines: usize| Source {
        path: "a.ts".into(),
        text: "x\n".repeat(lines),
    };
    assert_eq!(too_long(&[long(MOST_LINES)]), Vec::<String>::new());
    assert_eq!(
        too_long(&[long(MOST_LINES + 1)]),
        ["a.ts has 401 lines, 400 are the most"]
    );
}
