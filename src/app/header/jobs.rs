//! What is under way, on every page: how many changes, and the way to them.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::ui::{Icon, IconName, UnderWay};

/// The link to Activity, with how many changes are under way.
pub fn jobs() -> AnyView {
    let under_way = use_context::<UnderWay>();
    let count = move || {
        let count = under_way.map_or(0, UnderWay::count);
        shown((count > 0).then(|| {
            view! {
                <span class="badge" aria-hidden="true">
                    {count}
                </span>
                <span class="visually-hidden">{t(text::header_jobs_running(count))}</span>
            }
        }))
    };
    view! {
        <a class="button quiet jobs" href="activity">
            <Icon name=IconName::Jobs />
            <span class="jobs-label">{t(text::header_jobs())}</span>
            {live(count)}
        </a>
    }
    .into_any()
}
