//! What a change took away that only a person can bring back, because its secret is kept nowhere: the way
//! to the form that asks for it.

use changes::{Asked, ItemId, Record};
use cloud_api::enterprise::RestoredBy;
use leptos::prelude::*;

use crate::i18n::{Message, text};
use crate::live::{derived, live, shown};
use crate::ui::bounded::bounded;
use crate::ui::{ButtonKind, button};
use crate::work::Entry;

/// The form that brings something of a change back. The pages know it; a card is shown everywhere.
pub type RestoreForm = fn(Entry, Asked, Callback<()>) -> AnyView;

#[derive(Clone, Copy)]
struct Forms(RestoreForm);

/// Makes the form available to everything below.
pub fn provide_restore_form(form: RestoreForm) {
    provide_context(Forms(form));
}

/// A button for each thing that can be brought back, and the form while it is open.
pub fn restorable(entry: Entry) -> AnyView {
    let Some(Forms(form)) = use_context() else {
        return ().into_any();
    };
    let open = RwSignal::new(None::<ItemId>);
    let asked = derived(move || match entry.is_others() {
        true => Vec::new(),
        false => entry.record.with(Record::asked),
    });
    let buttons = move || {
        let asked = asked.get();
        shown((!asked.is_empty()).then(|| {
            let restore = |it: Asked| {
                let words = words_of(&it);
                let button = button(ButtonKind::Plain, words, move || open.set(Some(it.item)));
                Some(view! { <li>{button}</li> }.into_any())
            };
            view! { <ul class="plain-list">{bounded(asked.into_iter(), restore)}</ul> }
        }))
    };
    let dialog = move || {
        let item = open.get();
        let asked = untrack(|| asked.get()).into_iter();
        let chosen = asked.into_iter().find(|it| Some(it.item) == item);
        let close = Callback::new(move |()| open.set(None));
        shown(chosen.map(|asked| untrack(|| form(entry, asked, close))))
    };
    view! {
        {live(buttons)}
        {live(dialog)}
    }
    .into_any()
}

fn words_of(asked: &Asked) -> Message {
    let name = asked.registry.registry().name.as_str();
    match asked.registry.by {
        RestoredBy::Creating { .. } => text::restorable_create(name),
        RestoredBy::Updating(_) => text::restorable_change(name),
    }
}
