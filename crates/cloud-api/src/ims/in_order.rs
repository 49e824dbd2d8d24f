//! Short lists in order, each thing once. They stand in for sets and for sorting, which are kilobytes of
//! their own for every kind of thing.

/// Adds one thing unless it is there; tells whether it was added.
pub(super) fn add<T: Ord>(in_order: &mut Vec<T>, one: T) -> bool {
    match in_order.binary_search(&one) {
        Ok(_) => false,
        Err(place) => {
            in_order.insert(place, one);
            true
        }
    }
}

/// All of them, each once.
pub(super) fn in_order<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut in_order = Vec::new();
    for one in all {
        add(&mut in_order, one);
    }
    in_order
}
