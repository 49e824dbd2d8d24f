//! What a column takes from a resource.

use std::borrow::Cow;

/// What a column takes from a resource.
pub(super) enum Taken<'a> {
    /// It has cells alone.
    Nothing,
    /// A text, sorted without regard to case.
    Text(Cow<'a, str>),
    /// A place in an order.
    Rank(i64),
    /// How many, where that is known.
    Count(Option<u64>),
    /// A time as the service writes it.
    Time(&'a str),
}
