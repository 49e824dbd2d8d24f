//! What a sentence is made from.

/// The text of a message in one language.
#[derive(Clone, Debug)]
pub(crate) enum Template<T> {
    /// One text.
    Plain(T),
    /// A text for one and a text for other counts; no language of ours has more forms.
    Plural { one: T, other: T },
}
