//! Rings of files that know each other.

use super::tree;
use crate::arrows::arrows;
use crate::circles::{circles, told};

#[test]
fn a_circle_is_found_whole() {
    let files = [
        ("src/lib.rs", "mod one; mod two; mod three; mod four;"),
        ("src/one.rs", "use crate::two::Two; pub struct One;"),
        ("src/two.rs", "\n\nuse crate::three::Three; pub struct Two;"),
        ("src/three.rs", "pub struct Three(crate::one::One);"),
        ("src/four.rs", "use crate::one::One;"),
    ];
    let arrows = arrows(&tree(&files));
    let rings = circles(&arrows);
    assert_eq!(rings.len(), 1);
    let told = told(&rings[0]);
    assert!(told.contains("a circle of 3 files"), "{told}");
    assert!(
        told.contains("src/one.rs:1 names crate::two::Two of src/two.rs"),
        "{told}"
    );
    assert!(
        told.contains("src/two.rs:3 names crate::three::Three of src/three.rs"),
        "{told}"
    );
    assert!(
        told.contains("src/three.rs:1 names crate::one::One of src/one.rs"),
        "{told}"
    );
}

#[test]
fn a_circle_through_a_name_that_is_handed_on_is_found() {
    let files = [
        ("src/lib.rs", "mod room;"),
        (
            "src/room.rs",
            "mod inner; pub use inner::open; pub struct Shared; fn f() { open() }",
        ),
        ("src/room/inner.rs", "use super::Shared; pub fn open() {}"),
    ];
    assert_eq!(circles(&arrows(&tree(&files))).len(), 1);
}
