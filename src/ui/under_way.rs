//! Whether something is under way that leaving would cut off: whoever leaves is asked.

use leptos::prelude::*;

use crate::browser::leaving::ask_before_leaving;
use crate::live::follow;

/// Whether something is sent, waits to be sent, or is unknown, in the name of the person at the
/// screen.
#[derive(Clone, Copy)]
pub struct UnderWay(RwSignal<bool>);

/// Makes it known to everything below, and has the browser ask before the page is left.
pub fn provide_under_way() -> UnderWay {
    let under_way = UnderWay(RwSignal::new(false));
    provide_context(under_way);
    follow(move || ask_before_leaving(under_way.0.get()));
    under_way
}

impl UnderWay {
    /// Whether something is; without reacting.
    #[must_use]
    pub fn is_now(self) -> bool {
        self.0.get_untracked()
    }

    /// Notes whether something is.
    pub fn note(self, is_under_way: bool) {
        if self.is_now() != is_under_way {
            self.0.set(is_under_way);
        }
    }
}
