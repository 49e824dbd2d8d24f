//! Text without its case.

/// The text with every difference of case removed: each character small, in capitals, then small
/// again, which also joins `ß`, `ẞ` and `SS`, and both small sigmas. The rest (width, ligatures) is the
/// caller's normalisation.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars()
        .flat_map(char::to_lowercase)
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}
