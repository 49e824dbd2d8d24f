//! How much an instance holds, and how much it may hold.

use cloud_api::enterprise::{Quota, Statistics};
use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::table::cells::count::count_cell;
use crate::ui::facts::fact;

/// A count for each kind of thing, with its quota as a bar.
pub fn quotas(statistics: &Statistics) -> AnyView {
    let all = [
        (text::instance_overview_namespaces(), statistics.namespaces),
        (
            text::instance_overview_repositories(),
            statistics.repositories,
        ),
        (text::target_registries_title(), statistics.registries),
        (text::policies_title(), statistics.policies),
    ];
    let all: Vec<AnyView> = all.into_iter().map(quota).collect();
    view! { <dl class="menu-facts across">{all}</dl> }.into_any()
}

fn quota((name, quota): (Message, Quota)) -> AnyView {
    let value = match (quota.count, quota.quota) {
        (Some(count), Some(most)) => {
            // The words tell the same.
            let bar = view! {
                <meter min="0" max=most.to_string() value=count.to_string() aria-hidden="true"></meter>
            };
            view! { <span class="progress">{t(text::instance_overview_quota(count, most))} {bar}</span> }
                .into_any()
        }
        (count, _) => count_cell(count),
    };
    fact(name, value)
}
