//! Configurations with gaps.

/// Fills the gaps `<name>` of a text.
#[must_use]
pub fn fill(template: &str, gaps: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let gap = gaps.iter().find_map(|(name, value)| {
            let rest = after.strip_prefix(name)?.strip_prefix('>')?;
            Some((value, rest))
        });
        rest = match gap {
            Some((value, rest)) => {
                text.push_str(value);
                rest
            }
            None => {
                text.push('<');
                after
            }
        };
    }
    text + rest
}

/// One text for each of many.
pub fn each<T>(items: impl IntoIterator<Item = T>, one: impl Fn(T) -> String) -> String {
    items.into_iter().map(one).collect()
}

/// What a regular expression takes for this text and no other. Paths and names have no other characters
/// that mean something in one.
#[must_use]
pub fn literal(text: &str) -> String {
    let is_special = |character: &char| matches!(character, '.' | '[' | ']');
    let escaped = |character| {
        is_special(&character)
            .then_some('\\')
            .into_iter()
            .chain([character])
    };
    text.chars().flat_map(escaped).collect()
}
