//! From when to when: two moments in the person's own time zone, kept in the address in one that is the
//! same for everybody.

use cloud_api::Timestamp;
use cloud_api::enterprise::Moment;
use leptos::prelude::*;

use crate::browser::clock::{local_minute, moment_of_minute};
use crate::i18n::{Message, machine_time, t, text, use_i18n};
use crate::live::{live, on};
use crate::route::{Navigation, use_navigation};
use crate::ui::menu;

/// The moments in the address.
#[derive(Clone, Copy)]
pub struct Period {
    navigation: Navigation,
    from: Bound,
    to: Bound,
}

/// One of them.
#[derive(Clone, Copy)]
struct Bound {
    parameter: &'static str,
    text: Memo<Option<String>>,
}

/// What lies between two moments.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    from: Option<Timestamp>,
    to: Option<Timestamp>,
}

impl Bounds {
    /// Whether something happened in it; of what has no time nothing is known, so that it is hidden by
    /// every bound.
    pub fn hold(self, moment: &Moment) -> bool {
        let Some(time) = moment.time() else {
            return self.from.is_none() && self.to.is_none();
        };
        self.from.is_none_or(|from| from <= time) && self.to.is_none_or(|to| time <= to)
    }
}

impl Bound {
    fn get(self) -> Option<Timestamp> {
        Timestamp::parse(&self.text.get()?)
    }
}

impl Period {
    /// What the parameters of these names tell.
    pub fn in_address(from: &'static str, to: &'static str) -> Self {
        let navigation = use_navigation();
        let bound = |parameter| Bound {
            parameter,
            text: navigation.parameter(parameter),
        };
        Self {
            navigation,
            from: bound(from),
            to: bound(to),
        }
    }

    /// The bounds; reacts.
    pub fn bounds(self) -> Bounds {
        Bounds {
            from: self.from.get(),
            to: self.to.get(),
        }
    }

    /// Both fields in a menu that says whether one is filled.
    pub fn menu(self) -> AnyView {
        let words = use_i18n();
        let label = live(move || {
            let bounds = self.bounds();
            let filled = [bounds.from, bounds.to].into_iter().flatten().count();
            words.say(&match filled as u64 {
                0 => text::audit_log_time(),
                filled => text::audit_log_time_chosen(filled),
            })
        });
        let fields = [
            self.field(self.from, text::audit_log_from()),
            self.field(self.to, text::audit_log_to()),
        ];
        menu("audit-period", label.into_any(), fields.into_any())
    }

    fn field(self, bound: Bound, label: Message) -> AnyView {
        let id = format!("audit-{}", bound.parameter);
        let value = live(move || bound.get().map(local_minute).unwrap_or_default());
        view! {
            <div class="field">
                <label class="label" for=id.clone()>
                    {t(label)}
                </label>
                <input
                    id=id
                    class="input"
                    type="datetime-local"
                    prop:value=value
                    on:change=on(move |event| {
                        let moment = moment_of_minute(&event_target_value(&event));
                        let moment = moment.and_then(machine_time).unwrap_or_default();
                        self.navigation.set_parameter(bound.parameter, &moment);
                    })
                />
            </div>
        }
        .into_any()
    }
}
