//! The page that the console starts in.

const PAGE: &str = include_str!("../../../../index.html");

#[test]
fn no_browser_translates_the_page() {
    let root = PAGE.lines().find(|line| line.starts_with("<html"));
    let root = root.unwrap_or_default();
    assert!(root.contains(r#" translate="no""#), "{root}");
}
