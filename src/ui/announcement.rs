//! Results told to everybody: notifications to read, live regions to hear.

use std::time::Duration;

use leptos::prelude::*;

use super::button::{ButtonKind, button};
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::live;

/// Where results are told.
#[derive(Clone, Copy)]
pub struct Announcements {
    shown: RwSignal<Vec<(u64, Message)>>,
    polite: RwSignal<Option<Message>>,
    assertive: RwSignal<Option<Message>>,
    count: StoredValue<u64>,
}

/// Notifications on screen at once; older ones make room.
const AT_ONCE: usize = 3;

/// How long a notification stays.
const STAYS: Duration = Duration::from_secs(8);

/// Makes the announcements available to everything below.
pub fn provide_announcements() -> Announcements {
    let announcements = Announcements {
        shown: RwSignal::new(Vec::new()),
        polite: RwSignal::new(None),
        assertive: RwSignal::new(None),
        count: StoredValue::new(0),
    };
    provide_context(announcements);
    announcements
}

/// Where results are told.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_announcements() -> Announcements {
    use_context().unwrap_or_else(|| unreachable!("the application provides the announcements"))
}

impl Announcements {
    /// Tells the result of something that the person started, to eyes and ears.
    pub fn tell(self, message: Message) {
        self.count.update_value(|count| *count += 1);
        let number = self.count.get_value();
        self.shown.update(|shown| {
            shown.push((number, message.clone()));
            let surplus = shown.len().saturating_sub(AT_ONCE);
            shown.drain(..surplus);
        });
        self.polite.set(Some(message));
        set_timeout(move || self.dismiss(number), STAYS);
    }

    /// Says something quietly: only screen readers hear it.
    pub fn say(self, message: Message) {
        self.polite.set(Some(message));
    }

    /// Interrupts: the session or a change has stopped.
    pub fn interrupt(self, message: Message) {
        self.assertive.set(Some(message));
    }

    fn dismiss(self, number: u64) {
        if self.shown.try_get_untracked().is_some() {
            self.shown
                .update(|shown| shown.retain(|(shown, _)| *shown != number));
        }
    }
}

/// The two live regions and the notifications; mounted once, from the start.
#[component]
pub fn NotificationArea() -> impl IntoView {
    let announcements = use_announcements();
    let words = use_i18n();
    let spoken = move |message: RwSignal<Option<Message>>| {
        live(move || message.get().map(|message| words.say(&message)))
    };
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">
            {spoken(announcements.polite)}
        </div>
        <div class="visually-hidden" role="alert" aria-live="assertive">
            {spoken(announcements.assertive)}
        </div>
        <section class="toasts" aria-label=t(text::notifications_label())>
            <For each=move || announcements.shown.get() key=|(number, _)| *number let((number, message))>
                <div class="toast">
                    <p>{live(move || words.show(&message))}</p>
                    {button(ButtonKind::Quiet, text::notifications_dismiss(), move || {
                        announcements.dismiss(number);
                    })}
                </div>
            </For>
        </section>
    }
}
