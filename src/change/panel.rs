//! The change that the address names, in a panel at the side: each thing with how it stands, and what was
//! sent.

use leptos::prelude::*;
use words::result::result;

use super::details::{change_calls, change_items};
use super::job_line::job_line;
use super::job_list::job_list;
use super::remains::remains;
use crate::i18n::{t, text, use_i18n};
use crate::live::{derived, follow_from, live, shown};
use crate::route::{DETAILS, use_navigation};
use crate::ui::{focus_by_id, side_panel};
use crate::work::{Entry, use_work};

/// What the address calls changes.
const CHANGE: &str = "change/";

/// How the address names a change.
pub fn details_of(entry: Entry) -> String {
    format!("{CHANGE}{}", entry.id)
}

/// ID of the button that opens it, in the page.
pub fn opener_id(entry: Entry) -> String {
    format!("change-{}-open", entry.id)
}

/// The panel, while the address names a change.
pub fn change_panel() -> AnyView {
    let (navigation, work) = (use_navigation(), use_work());
    let parameter = navigation.parameter(DETAILS);
    // A number that no change has is one that is not known.
    let named = derived(move || {
        let address = parameter.get()?;
        let id = address.strip_prefix(CHANGE)?;
        Some(id.parse::<u64>().ok())
    });
    let close = Callback::new(move |()| navigation.set_parameter(DETAILS, ""));
    follow_from(move |before| {
        let now = named.get().flatten();
        if let (None, Some(before)) = (now, before.filter(|before| *before > 0)) {
            request_animation_frame(move || focus_if_lost(before - 1));
        }
        // One more than the number, for nothing is 0.
        now.map_or(0, |id| id + 1)
    });
    // What a former page has kept comes a moment after the page.
    let known = derived(move || {
        let is_known = |id: &u64| work.entry(*id).is_some();
        named.get().map(|id| id.filter(is_known))
    });
    live(move || {
        let known = known.get();
        shown(known.map(|id| untrack(|| panel(id.and_then(|id| work.entry(id)), close))))
    })
    .into_any()
}

fn panel(entry: Option<Entry>, close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let Some(entry) = entry else {
        let gone = view! { <p>{t(text::details_no_change())}</p> };
        return side_panel(t(text::details_title()).into_any(), gone.into_any(), close);
    };
    let title = live(move || {
        entry
            .record
            .with(|record| words.show(&result(&record.change)))
    });
    let content = view! {
        {job_line(entry)}
        {change_items(entry)}
        {live(move || remains(entry))}
        {job_list(entry)}
        <details>
            <summary>{t(text::details_technical())}</summary>
            {change_calls(entry)}
        </details>
    };
    side_panel(title.into_any(), content.into_any(), close)
}

/// When the panel has gone and took the focus along, it is on what opened it.
fn focus_if_lost(id: u64) {
    let is_lost = document()
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    if is_lost {
        focus_by_id(&format!("change-{id}-open"));
    }
}
