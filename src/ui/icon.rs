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
    /// The console itself: an image that is locked, and its copy.
    Mark,
    /// What is seen first.
    Home,
    /// Whom something is given to.
    People,
    /// Images in layers.
    Images,
    /// Copies that go somewhere else.
    Copies,
    /// A registry of one's own.
    Registry,
    /// What the security service watches.
    Shield,
    /// Machines that run.
    Server,
    /// What was done, and when.
    History,
    /// Opens what stands under it.
    Open,
    /// Opens the navigation.
    Menu,
    /// What is under way.
    Jobs,
    /// Puts a text on the clipboard.
    Copy,
    /// What is told of a thing.
    Facts,
    /// Open to those only whom it is given to.
    Locked,
    /// Open to everyone.
    Globe,
    /// Reads again.
    Refresh,
    /// Saves as a file.
    Export,
    /// What a machine reads.
    Code,
    /// Explains.
    Help,
    /// Looks for something.
    Search,
    /// What can be done with one of many.
    More,
    /// Takes it off the screen.
    Close,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Success => "M5 12.5l4.5 4.5L19 7.5",
            Self::Danger => "M12 7v6m0 3.5v.5M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0",
            Self::Warning => "M12 4L3 19.5h18zM12 10v4.5m0 2.5v.3",
            Self::Neutral => "M6 12h12",
            Self::Running => "M12 4a8 8 0 1 1-7.5 5.2M4 4v5.2h5.2",
            Self::Mark => {
                "M9 4.5h9.5a1 1 0 0 1 1 1V15M5 8.5h9.5a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1zM8.3 13.2a1.45 1.45 0 1 0 2.9 0a1.45 1.45 0 1 0-2.9 0M9.75 14.7v2.3"
            }
            Self::Home => "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z",
            Self::People => {
                "M3.5 19c0-3 2.3-5 5.5-5s5.5 2 5.5 5M6 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0M15.5 5.2a3 3 0 0 1 0 5.6M17 14.3c2 .6 3.5 2.3 3.5 4.7"
            }
            Self::Images => "M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4",
            Self::Copies => "M4 9h14m-4-4l4 4-4 4M20 16H7m3.5-3.5L7 16l3.5 3.5",
            Self::Registry => "M12 3.5l7.5 4v9l-7.5 4-7.5-4v-9zM4.5 7.5l7.5 4 7.5-4M12 11.5v9",
            Self::Shield => "M12 3.5l7 2.5v5.5c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6z",
            Self::Server => "M5 4.5h14v6H5zM5 13.5h14v6H5zM8 7.5v.2M8 16.5v.2",
            Self::History => "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M12 7.5V12l3 2",
            Self::Open => "M6 9.5l6 6 6-6",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Jobs => {
                "M4 13h4l1.5 3h5L16 13h4M6.5 5h11L20 13v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-5z"
            }
            Self::Refresh => {
                "M19.5 9A8 8 0 0 0 5.2 7.8L4 9m0-4v4h4M4.5 15a8 8 0 0 0 14.3 1.2L20 15m0 4v-4h-4"
            }
            Self::Copy => "M9 9h10v10H9zM5.5 15V5.5H15",
            Self::Facts => "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M12 11v5.2M12 7.8v.2",
            Self::Locked => "M6 11h12v8H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Self::Globe => {
                "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M4 12h16M12 4c2.3 2.2 3.4 4.9 3.4 8s-1.1 5.8-3.4 8c-2.3-2.2-3.4-4.9-3.4-8s1.1-5.8 3.4-8"
            }
            Self::Export => "M12 15V4m-4 4l4-4 4 4M5 13v5.5a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V13",
            Self::Code => "M9 7l-5 5 5 5M15 7l5 5-5 5",
            Self::Help => {
                "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M9.7 9.8a2.3 2.3 0 1 1 3.2 2.1c-.6.3-.9.7-.9 1.4m0 2.4v.2"
            }
            Self::Search => "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l4.5 4.5",
            Self::More => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Close => "M6 6l12 12M18 6L6 18",
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
