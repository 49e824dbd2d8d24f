//! Whether something is under way that leaving would cut off: whoever leaves is asked.

use leptos::prelude::*;

use crate::browser::leaving::ask_before_leaving;
use crate::live::follow;

/// How many changes are sent, wait to be sent, or are unknown, in the name of the person at the screen.
#[derive(Clone, Copy)]
pub struct UnderWay {
    all: RwSignal<u64>,
    /// How many of them this tab goes on with.
    here: RwSignal<u64>,
}

/// Makes it known to everything below, and has the browser ask before the page is left.
pub fn provide_under_way() -> UnderWay {
    let under_way = UnderWay {
        all: RwSignal::new(0),
        here: RwSignal::new(0),
    };
    provide_context(under_way);
    // What another tab goes on with is not cut off.
    follow(move || ask_before_leaving(under_way.here.get() > 0));
    under_way
}

impl UnderWay {
    /// How many are, in whichever tab; reacts.
    #[must_use]
    pub fn count(self) -> u64 {
        self.all.get()
    }

    /// Whether something is, in whichever tab; without reacting.
    #[must_use]
    pub fn is_now(self) -> bool {
        self.all.get_untracked() > 0
    }

    /// Notes how many are, and how many of them this tab goes on with.
    pub fn note(self, all: u64, here: u64) {
        for (signal, count) in [(self.all, all), (self.here, here)] {
            if signal.get_untracked() != count {
                signal.set(count);
            }
        }
    }
}
