//! Whether something is under way that leaving would cut off: whoever leaves is asked.

use leptos::prelude::*;

use crate::browser::leaving::ask_before_leaving;
use crate::live::follow;

/// How many changes are sent, wait to be sent, or are unknown, in the name of the person at the screen.
#[derive(Clone, Copy)]
pub struct UnderWay(RwSignal<u64>);

/// Makes it known to everything below, and has the browser ask before the page is left.
pub fn provide_under_way() -> UnderWay {
    let under_way = UnderWay(RwSignal::new(0));
    provide_context(under_way);
    follow(move || ask_before_leaving(under_way.count() > 0));
    under_way
}

impl UnderWay {
    /// How many are; reacts.
    #[must_use]
    pub fn count(self) -> u64 {
        self.0.get()
    }

    /// Whether something is; without reacting.
    #[must_use]
    pub fn is_now(self) -> bool {
        self.0.get_untracked() > 0
    }

    /// Notes how many are.
    pub fn note(self, count: u64) {
        if self.0.get_untracked() != count {
            self.0.set(count);
        }
    }
}
