//! What stands in the menu of a row, and in the choice in a cell of it.

use leptos::prelude::*;

use super::State;
use crate::i18n::{Message, t, text};
use crate::live::{on, shown};
use crate::table::menu::{Of, Opened};
use crate::ui::ButtonKind;
use crate::ui::failure::copy;

/// An entry of a menu.
struct Entry {
    role: &'static str,
    is_checked: Option<bool>,
    is_danger: bool,
    content: AnyView,
    refusal: Option<Message>,
    run: Callback<()>,
}

impl State {
    pub(super) fn menu_content(self, opened: &Opened) -> AnyView {
        let Some(place) = self.rows.place_of(&opened.key) else {
            return ().into_any();
        };
        let entries = match opened.of {
            Of::Row => self.row_entries(&opened.key, place),
            Of::Choice(column) => self.choice_entries(&opened.key, place, column),
        };
        let reason = entries.iter().find_map(|entry| entry.refusal.clone());
        let reason_id = format!("{}-menu-reason", self.id);
        let described_by = reason_id.clone();
        let entries: Vec<AnyView> = entries
            .into_iter()
            .map(|entry| self.entry_view(entry, &described_by))
            .collect();
        let reason = reason.map(|reason| {
            view! {
                <p id=reason_id class="menu-reason">
                    {t(reason)}
                </p>
            }
        });
        view! {
            {entries}
            {shown(reason)}
        }
        .into_any()
    }

    /// What is told of a row, what can be done with it, and what can be copied of it.
    fn row_entries(self, key: &str, place: u32) -> Vec<Entry> {
        let (of_details, menu) = (key.to_owned(), self.menu);
        let details = Entry {
            role: "menuitem",
            is_checked: None,
            is_danger: false,
            content: t(text::table_show_details()).into_any(),
            refusal: None,
            run: Callback::new(move |()| self.show_details(&of_details)),
        };
        let refusal = self.rows.source.with_value(|source| source.refusal(place));
        let actions = menu.actions.get_value().into_iter().map(|action| {
            let key = key.to_owned();
            Entry {
                role: "menuitem",
                is_checked: None,
                is_danger: matches!(action.kind, ButtonKind::DangerText | ButtonKind::Danger),
                content: t((action.label)(1)).into_any(),
                refusal: refusal.clone(),
                run: Callback::new(move |()| {
                    self.rows.selected.act_on_row(key.clone());
                    action.run.run(());
                }),
            }
        });
        let copied = self.rows.source.with_value(|source| {
            let shapes = source.shapes().into_iter().enumerate();
            let copied = shapes.filter_map(|(column, shape)| {
                let content = source.copy(place, column);
                let words = shape.copied.filter(|_| !content.is_empty())?;
                Some((words(), content))
            });
            copied.collect::<Vec<_>>()
        });
        let copied = copied.into_iter().map(|(words, content)| Entry {
            role: "menuitem",
            is_checked: None,
            is_danger: false,
            content: t(words).into_any(),
            refusal: None,
            run: Callback::new(move |()| copy(self.announcements, menu.by_hand, &content)),
        });
        std::iter::once(details)
            .chain(copied)
            .chain(actions)
            .collect()
    }

    fn choice_entries(self, key: &str, place: u32, column: usize) -> Vec<Entry> {
        let offer = self
            .rows
            .source
            .with_value(|source| source.offer(place, column));
        let Some(offer) = offer else {
            return Vec::new();
        };
        let (current, refusal) = (offer.current, offer.refusal);
        let options = offer.options.into_iter().enumerate();
        options
            .map(|(number, content)| {
                let key = key.to_owned();
                let is_current = current == Some(number);
                Entry {
                    role: "menuitemradio",
                    is_checked: Some(is_current),
                    is_danger: false,
                    content,
                    refusal: refusal.clone(),
                    run: Callback::new(move |()| {
                        let place = untrack(|| self.rows.place_of(&key));
                        if let Some(place) = place.filter(|_| !is_current) {
                            let source = self.rows.source.get_value();
                            source.choose(place, column, number);
                        }
                    }),
                }
            })
            .collect()
    }

    fn entry_view(self, entry: Entry, described_by: &str) -> AnyView {
        let Entry {
            role,
            is_checked,
            is_danger,
            content,
            refusal,
            run,
        } = entry;
        let is_refused = refusal.is_some();
        let press = move || match &refusal {
            Some(refusal) => self.announcements.say(refusal.clone()),
            None => {
                let key = self.menu.opened.get_untracked().map(|opened| opened.key);
                self.menu.close();
                match key.and_then(|key| untrack(|| self.rows.place_of(&key))) {
                    Some(_) => run.run(()),
                    None => self.announcements.tell(text::details_gone()),
                }
            }
        };
        view! {
            <button
                type="button"
                class="menu-entry"
                class:danger=is_danger
                role=role
                tabindex="-1"
                aria-checked=is_checked.map(|is_checked| is_checked.to_string())
                aria-disabled=is_refused.then_some("true")
                aria-describedby=is_refused.then(|| described_by.to_owned())
                on:click=on(move |_| press())
            >
                {content}
            </button>
        }
        .into_any()
    }
}
