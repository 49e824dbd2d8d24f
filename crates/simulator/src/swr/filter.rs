//! SWR's own way to write several parameters as one.

/// Pairs of `key::value|key::value`; `None` when it is not of that form.
pub fn filter_pairs(filter: &str) -> Option<Vec<(&str, &str)>> {
    filter
        .split('|')
        .map(|pair| pair.split_once("::"))
        .collect()
}
