//! Results told to everybody: notifications to read, live regions to hear.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::button::{ButtonKind, button};
use super::foreground::Foreground;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{each, follow, live};

/// Where results are told.
#[derive(Clone, Copy)]
pub struct Announcements {
    shown: RwSignal<Vec<(u64, Message)>>,
    /// What is being said.
    polite: RwSignal<Vec<Said>>,
    /// What is said next.
    waiting: StoredValue<Vec<Said>>,
    /// Whether something was said less than [`APART`] ago.
    is_speaking: StoredValue<bool>,
    assertive: RwSignal<Vec<Said>>,
    count: StoredValue<u64>,
    pub(super) foreground: Foreground,
}

/// Something to hear.
#[derive(Clone)]
struct Said {
    number: u64,
    message: Message,
    /// Whether a newer one of its kind makes it pointless.
    is_passing: bool,
}

/// The least time between two polite announcements: a screen reader drops what is replaced sooner.
const APART: Duration = Duration::from_secs(5);

/// Notifications on screen at once; older ones make room.
const AT_ONCE: usize = 3;

/// How long a notification stays.
const STAYS: Duration = Duration::from_secs(8);

/// Makes the announcements available to everything below.
pub fn provide_announcements() -> Announcements {
    let announcements = Announcements {
        shown: RwSignal::new(Vec::new()),
        polite: RwSignal::new(Vec::new()),
        waiting: StoredValue::new(Vec::new()),
        is_speaking: StoredValue::new(false),
        assertive: RwSignal::new(Vec::new()),
        count: StoredValue::new(0),
        foreground: Foreground::new(),
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
        let number = self.next_number();
        self.shown.update(|shown| {
            shown.push((number, message.clone()));
            let surplus = shown.len().saturating_sub(AT_ONCE);
            shown.drain(..surplus);
        });
        self.hear(number, message);
        set_timeout(move || self.dismiss(number), STAYS);
    }

    /// Tells a result to ears alone: eyes find it where it happened.
    pub fn read_out(self, message: Message) {
        self.hear(self.next_number(), message);
    }

    fn hear(self, number: u64, message: Message) {
        self.speak(Said {
            number,
            message,
            is_passing: false,
        });
    }

    /// Says quietly how things stand: only screen readers hear it. What stood before and was not
    /// said yet is dropped.
    pub fn say(self, message: Message) {
        self.waiting
            .update_value(|waiting| waiting.retain(|said| !said.is_passing));
        self.speak(Said {
            number: self.next_number(),
            message,
            is_passing: true,
        });
    }

    fn next_number(self) -> u64 {
        let next = self.count.try_update_value(|count| {
            *count += 1;
            *count
        });
        // Whoever speaks later than the page is there is not heard.
        next.unwrap_or_default()
    }

    fn speak(self, said: Said) {
        self.waiting.update_value(|waiting| waiting.push(said));
        if self.is_speaking.try_get_value() == Some(false) {
            self.speak_waiting();
        }
    }

    fn speak_waiting(self) {
        let Some(waiting) = self.waiting.try_update_value(std::mem::take) else {
            return;
        };
        self.is_speaking.set_value(!waiting.is_empty());
        if !waiting.is_empty() {
            self.polite.set(waiting);
            set_timeout(move || self.speak_waiting(), APART);
        }
    }

    /// Interrupts: the session or a change has stopped.
    pub fn interrupt(self, message: Message) {
        self.assertive.set(vec![Said {
            number: self.next_number(),
            message,
            is_passing: false,
        }]);
    }

    /// What interrupted is not so any more.
    pub fn end_interruption(self) {
        self.assertive.set(Vec::new());
    }

    /// Takes back all that was told: whoever comes next reads and hears nothing of it.
    pub fn forget(self) {
        self.end_interruption();
        self.shown.set(Vec::new());
        self.polite.set(Vec::new());
        self.waiting.set_value(Vec::new());
    }

    fn dismiss(self, number: u64) {
        if self.shown.try_get_untracked().is_some() {
            self.shown
                .update(|shown| shown.retain(|(shown, _)| *shown != number));
        }
    }
}

/// The two live regions and the notifications; mounted once, from the start. They stand in the dialog
/// that is in front.
#[component]
pub fn NotificationArea() -> impl IntoView {
    let announcements = use_announcements();
    let words = use_i18n();
    // Numbered, so that the same words said again are new content.
    let spoken = move |said: RwSignal<Vec<Said>>| {
        each(
            move || said.get(),
            |said| said.number,
            move |said| view! { <p>{live(move || words.say(&said.message))}</p> }.into_any(),
        )
    };
    let told = NodeRef::<html::Div>::new();
    follow(move || {
        if let Some(told) = told.get() {
            announcements.foreground.take_along(told.into());
        }
    });
    view! {
        <div node_ref=told class="told">
            <div class="visually-hidden" role="status" aria-live="polite">
                {spoken(announcements.polite)}
            </div>
            <div class="visually-hidden" role="alert" aria-live="assertive">
                {spoken(announcements.assertive)}
            </div>
            <section class="toasts" aria-label=t(text::notifications_label())>
                {each(
                    move || announcements.shown.get(),
                    |(number, _)| *number,
                    move |(number, message)| {
                        view! {
                            <div class="toast">
                                <p>{live(move || words.show(&message))}</p>
                                {button(
                                    ButtonKind::Quiet,
                                    text::notifications_dismiss(),
                                    move || announcements.dismiss(number),
                                )}
                            </div>
                        }
                            .into_any()
                    },
                )}
            </section>
        </div>
    }
}
