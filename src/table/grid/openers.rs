//! What opens a menu: the button of a row, and the control in a cell in which something is chosen.

use leptos::prelude::*;

use crate::i18n::{text, use_i18n};
use crate::live::live;
use crate::table::choice::Offer;
use crate::ui::{Icon, IconName};

/// The button that opens the menu of a row.
pub(super) fn row_button(name: &str) -> AnyView {
    let (words, name) = (use_i18n(), name.to_owned());
    view! {
        <button
            type="button"
            class="button quiet icon-only"
            tabindex="-1"
            data-menu="row"
            aria-haspopup="menu"
            aria-label=live(move || words.say(&text::table_row_menu(name.clone())))
        >
            <Icon name=IconName::More />
        </button>
    }
    .into_any()
}

/// The control in a cell in which something is chosen.
pub(super) fn choice_button(column: usize, offer: Offer, face: AnyView) -> AnyView {
    let words = use_i18n();
    let (label, refusal) = (offer.label, offer.refusal);
    let is_refused = refusal.is_some();
    let name = move || match &refusal {
        Some(refusal) => text::table_not_chosen(label.clone(), refusal.clone()),
        None => label.clone(),
    };
    view! {
        <button
            type="button"
            class="button quiet in-place"
            tabindex="-1"
            data-menu=column.to_string()
            aria-haspopup="menu"
            aria-disabled=is_refused.then_some("true")
            aria-label=live(move || words.say(&name()))
        >
            {face}
            {(!is_refused).then(|| view! { <Icon name=IconName::Open /> })}
        </button>
    }
    .into_any()
}
