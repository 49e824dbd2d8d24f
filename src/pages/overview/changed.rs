//! What was changed last from this browser, with the way to take it back.

use leptos::prelude::*;

use crate::change::line::change_line;
use crate::i18n::{t, text};
use crate::live::{derived, each, live, shown};
use crate::ui::{Icon, IconName};
use crate::work::use_work;

/// Changes that are shown; Activity has all.
const SHOWN: usize = 5;

/// The section.
pub fn changed() -> AnyView {
    let work = use_work();
    let newest = move || {
        let mut entries = work.entries();
        entries.truncate(SHOWN);
        entries
    };
    let count = derived(move || work.entries().len());
    let all = move || {
        shown((count.get() > 0).then(|| {
            view! { <a class="at-end" href="activity">{t(text::overview_changed_all())}</a> }
        }))
    };
    let nothing = move || {
        shown((count.get() == 0).then(|| {
            view! { <p class="field-hint">{t(text::overview_changed_nothing())}</p> }
        }))
    };
    view! {
        <section aria-labelledby="overview-changed">
            <h2 id="overview-changed">
                <Icon name=IconName::History />
                {t(text::overview_changed())}
                {live(all)}
            </h2>
            {live(nothing)}
            <ul class="overview-lines">{each(newest, |entry| entry.id, change_line)}</ul>
        </section>
    }
    .into_any()
}
