//! The icons in use, drawn in 24 units with 1.5 px strokes; always beside a word.

use leptos::prelude::*;

/// An icon by what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// It worked.
    Success,
    /// It did not work, or will do harm.
    Danger,
    /// Attention.
    Warning,
    /// Nothing special.
    Neutral,
    /// Under way.
    Running,
    /// Not known.
    Unknown,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Success => "M5 12.5l4.5 4.5L19 7.5",
            Self::Danger => "M12 7v6m0 3.5v.5M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0",
            Self::Warning => "M12 4L3 19.5h18zM12 10v4.5m0 2.5v.3",
            Self::Neutral => "M6 12h12",
            Self::Running => "M12 4a8 8 0 1 1-7.5 5.2M4 4v5.2h5.2",
            Self::Unknown => "M9 9.2a3 3 0 1 1 4.2 2.9c-.8.4-1.2.9-1.2 1.9m0 2.7v.3",
        }
    }
}

/// An icon; screen readers pass over it, the word beside it speaks.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=name.path()></path>
        </svg>
    }
}
