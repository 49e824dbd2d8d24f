//! The last look before something is taken away: it is read once more, and nothing is sent when it
//! is not as it was shown.

use futures::future::LocalBoxFuture;
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::{live, shown};

/// What the last look has told so far.
#[derive(Clone, Copy)]
pub struct LastLook {
    is_reading: RwSignal<bool>,
    has_changed: RwSignal<bool>,
}

/// What is found when all was read once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Everything as it was shown.
    Same,
    /// Something else: the person looks again.
    Changed,
    /// It could not be read.
    NotRead,
}

impl Found {
    /// Compares what was shown with what is there now, where that was read.
    pub fn compare<T: PartialEq>(before: &T, after: &T, is_read: bool) -> Self {
        match is_read {
            false => Self::NotRead,
            true if before == after => Self::Same,
            true => Self::Changed,
        }
    }
}

impl Default for LastLook {
    fn default() -> Self {
        Self {
            is_reading: RwSignal::new(false),
            has_changed: RwSignal::new(false),
        }
    }
}

impl LastLook {
    /// Waits for the reading, and acts when everything is found as it was. A second press while it
    /// reads does nothing, and neither does a dialog that was left meanwhile.
    pub fn take(
        self,
        reading: LocalBoxFuture<'static, ()>,
        find: Box<dyn FnOnce() -> Found>,
        act: Box<dyn FnOnce()>,
    ) {
        if self.is_reading.get_untracked() {
            return;
        }
        self.is_reading.set(true);
        leptos::task::spawn_local(async move {
            reading.await;
            // A disposed signal gives the value back.
            if self.is_reading.try_set(false).is_some() {
                return;
            }
            match untrack(find) {
                Found::Same => act(),
                Found::Changed => self.has_changed.set(true),
                Found::NotRead => self.has_changed.set(false),
            }
        });
    }

    /// Says that it is being read once more, and that something has changed since it was shown, once
    /// that was found.
    pub fn warning(self) -> AnyView {
        let words = || view! { <p class="banner warning">{t(text::cancel_changed())}</p> };
        let reading = || view! { <p>{t(text::last_look_reading())}</p> };
        view! {
            <div role="status">{live(move || shown(self.is_reading.get().then(reading)))}</div>
            <div role="alert">{live(move || shown(self.has_changed.get().then(words)))}</div>
        }
        .into_any()
    }
}
