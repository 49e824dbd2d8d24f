//! Clouds of the demo, one after another or several at once: what is kept of one is of no other.

use image_console::browser::environment::{be_over, cloud};
use image_console::browser::storage::{BrowserItems, of_cloud, own};
use wasm_bindgen_test::wasm_bindgen_test;

/// The page is over a cloud of the demo until this ends.
struct Over;

impl Over {
    fn cloud(mark: &str) -> Self {
        be_over(mark.to_owned());
        Self
    }
}

impl Drop for Over {
    fn drop(&mut self) {
        be_over(String::new());
    }
}

/// What is kept in a cloud.
fn kept_in(mark: &str) -> Vec<String> {
    let _over = Over::cloud(mark);
    let mut names = BrowserItems::Changes.names();
    names.retain(|name| name.starts_with("of-clouds"));
    names
}

fn keep_in(mark: &str) {
    let _over = Over::cloud(mark);
    assert!(BrowserItems::Changes.write("of-clouds", "{}"));
}

#[wasm_bindgen_test]
fn what_is_kept_in_one_cloud_is_there_in_no_other() {
    keep_in("300:1-1:");
    assert_eq!(kept_in("300:1-1:"), ["of-clouds"]);
    assert!(kept_in("300:1-2:").is_empty());
    assert!(kept_in("").is_empty());
    let _over = Over::cloud("300:1-1:");
    assert_ne!(of_cloud("tabs"), own("tabs"));
    assert!(BrowserItems::Changes.remove("of-clouds"));
    assert!(kept_in("300:1-1:").is_empty());
}

#[wasm_bindgen_test]
fn a_cloud_forgets_the_former_ones_of_its_size_alone() {
    let marks = ["300:1-1:", "300:2-1:", "3000:1-1:"];
    marks.into_iter().for_each(keep_in);
    {
        let _over = Over::cloud(marks[1]);
        BrowserItems::Changes.forget_others("300:");
    }
    assert_eq!(marks.map(|mark| kept_in(mark).len()), [0, 1, 1]);
    for mark in marks {
        let _over = Over::cloud(mark);
        assert!(BrowserItems::Changes.remove("of-clouds"));
    }
    // Outside of the demo no cloud has a mark.
    assert_eq!(cloud(), "");
    assert_eq!(of_cloud("tabs"), own("tabs"));
}
