//! Narrowing a list by what a person looks for.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{derived, live, on};
use crate::route::{Navigation, use_navigation};
use crate::table::GridRows;
use crate::ui::{Icon, IconName, use_announcements};

/// The filter of a table, kept in the address.
#[derive(Clone, Copy)]
pub struct Filter {
    navigation: Navigation,
    parameter: &'static str,
    label: fn() -> Message,
    text: Memo<String>,
    others: &'static [&'static str],
}

/// The filter from the address; `label` says what it looks through.
pub fn use_filter(label: fn() -> Message) -> Filter {
    use_filter_called("filter", label, &[])
}

/// The same for a table that is also narrowed by other parameters of the address.
pub fn use_filter_with(label: fn() -> Message, others: &'static [&'static str]) -> Filter {
    use_filter_called("filter", label, others)
}

/// The same for a page with more than one table: `parameter` is its name in the address, and the ID
/// of its field.
pub fn use_filter_called(
    parameter: &'static str,
    label: fn() -> Message,
    others: &'static [&'static str],
) -> Filter {
    let navigation = use_navigation();
    let value = navigation.parameter(parameter);
    Filter {
        navigation,
        parameter,
        label,
        text: derived(move || value.get().unwrap_or_default()),
        others,
    }
}

impl Filter {
    /// What is looked for; reacts.
    #[must_use]
    pub fn get(self) -> String {
        self.text.get()
    }

    /// The same, to hand it on.
    #[must_use]
    pub fn text(self) -> Memo<String> {
        self.text
    }

    /// What the list is narrowed by, as a line for programs; reacts. Empty where it is not.
    #[must_use]
    pub fn described(self) -> String {
        let others = self.others.iter().filter_map(|name| {
            let value = self.navigation.parameter(name).get()?;
            Some(format!("{name}={value}"))
        });
        let text = Some(self.get()).filter(|text| !text.is_empty());
        text.into_iter()
            .chain(others)
            .collect::<Vec<_>>()
            .join(" | ")
    }

    /// ID of its field in the page.
    #[must_use]
    pub fn field_id(self) -> &'static str {
        self.parameter
    }

    /// Shows everything again.
    pub fn clear(self) {
        self.navigation.set_parameter(self.parameter, "");
        for other in self.others {
            self.navigation.set_parameter(other, "");
        }
    }
}

/// The filter field; how many rows match is said half a second after the last key.
pub(super) fn filter_field(filter: Filter, rows: GridRows, things: fn(u64) -> Message) -> AnyView {
    let announcements = use_announcements();
    let say_count = leptos::leptos_dom::helpers::debounce(Duration::from_millis(500), move |()| {
        if let Some(count) = rows.matching_count_if_shown() {
            announcements.say(text::table_matching(things(count as u64)));
        }
    });
    let say_count = StoredValue::new_local(say_count);
    view! {
        <div class="filter">
            <Icon name=IconName::Search />
            <input
                id=filter.parameter
                class="input"
                type="search"
                aria-label=t((filter.label)())
                placeholder=t((filter.label)())
                autocomplete="off"
                spellcheck="false"
                prop:value=live(move || filter.get())
                on:input=on(move |event| {
                    let looked_for = event_target_value(&event);
                    filter.navigation.set_parameter(filter.parameter, &looked_for);
                    say_count.update_value(|say| say(()));
                })
            />
        </div>
    }
    .into_any()
}
