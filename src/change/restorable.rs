//! What a change took away that only a person can bring back, because its secret is kept nowhere: the way
//! to the form that asks for it.

use changes::{Asked, AskedPolicy};
use cloud_api::enterprise::RestoredBy;
use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{derived, live, shown};
use crate::ui::bounded::bounded;
use crate::ui::{ButtonKind, button, offers_writes};
use crate::work::{Entry, use_work};

/// The form that brings something of a change back. The pages know it; cards are shown everywhere.
pub type RestoreForm = fn(Entry, Asked, Callback<()>) -> AnyView;

/// What a person wants to bring back.
#[derive(Clone, Copy)]
struct Wanted(RwSignal<Option<(Entry, Asked)>>);

/// Lets everything below open the form.
pub fn provide_restoring() {
    provide_context(Wanted(RwSignal::new(None)));
}

/// The form, while it is open. It stands beside the pages: the change that it makes takes the place of the
/// card from which it was opened.
pub fn restore_dialog(form: RestoreForm) -> AnyView {
    let Some(Wanted(wanted)) = use_context() else {
        return ().into_any();
    };
    let close = Callback::new(move |()| wanted.set(None));
    let dialog = move || {
        let wanted = wanted.get();
        shown(wanted.map(|(of, asked)| untrack(|| form(of, asked, close))))
    };
    live(dialog).into_any()
}

/// A button for each thing that can be brought back.
pub fn restorable(entry: Entry) -> AnyView {
    let Some(Wanted(wanted)) = use_context().filter(|_| offers_writes()) else {
        return ().into_any();
    };
    let work = use_work();
    let asked = derived(move || match entry.is_others() {
        true => Vec::new(),
        false => work.asked(entry),
    });
    let buttons = move || {
        let asked = asked.get();
        shown((!asked.is_empty()).then(|| {
            let restore = |it: Asked| {
                let words = words_of(&it);
                let left_behind = shown(left_behind(&it));
                let open = move || wanted.set(Some((entry, it.clone())));
                let button = button(ButtonKind::Plain, words, open);
                Some(view! { <li>{button} {left_behind}</li> }.into_any())
            };
            view! { <ul class="plain-list">{bounded(asked.into_iter(), restore)}</ul> }
        }))
    };
    live(buttons).into_any()
}

fn words_of(asked: &Asked) -> Message {
    let name = asked.registry.registry().name.as_str();
    match asked.registry.by {
        RestoredBy::Creating { .. } => text::restorable_create(name),
        RestoredBy::Updating { .. } => text::restorable_change(name),
    }
}

/// The policies that did not come back with a registry that is there again, and the way to bring them back.
fn left_behind(asked: &Asked) -> Option<AnyView> {
    if !asked.is_there_again || asked.policies.is_empty() {
        return None;
    }
    let name = asked.registry.registry().name.as_str();
    let policy = |it: &AskedPolicy| {
        let name = text::item_name(it.name());
        Some(view! { <li>{t(name)}</li> }.into_any())
    };
    let policies = bounded(asked.policies.iter(), policy);
    let view = view! {
        <p>{t(text::restorable_left_behind(asked.policies.len() as u64, name))}</p>
        <ul>{policies}</ul>
    };
    Some(view.into_any())
}
