//! What somebody can try in the demo, ticked off by what the cloud shows. It can be put away, and stays so in the tab.

use std::time::Duration;

use demo::{Order, Trial};
use leptos::html;
use leptos::prelude::*;

use super::entry::Entry;
use crate::browser::storage::TabItem;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, on, shown};
use crate::route::container_images::SYNC_TASKS;
use crate::route::use_navigation;
use crate::ui::{Icon, IconName};

/// How often the cloud is asked what was done while the list is open, as some changes are done by jobs, and whether all
/// of it is kept.
pub const LOOK: Duration = Duration::from_secs(2);

/// What a tab remembers of a list that was put away.
const PUT_AWAY: &str = "put-away";

/// The list of target registries, narrowed to one of the demo cloud's that policies refer to and nothing refuses to free.
const REGISTRY_IN_USE: &str =
    "enterprise/0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a/registries?filter=ee-nl";

/// The list.
pub fn trials(entry: Entry) -> AnyView {
    let words = use_i18n();
    let done = RwSignal::new(Vec::new());
    let navigation = use_navigation();
    let (path, last) = (navigation.path(), navigation.parameter("last"));
    // The cloud cannot know which of the rows that it gave somebody looks at: the address does.
    let sees_failed = move || {
        let is_list = path.with_untracked(|path| path == SYNC_TASKS);
        is_list && last.with_untracked(|last| last.as_deref() == Some("failed"))
    };
    let look = move || {
        let order = match sees_failed() {
            true => Order::SeeFailed,
            false => Order::TellTrials,
        };
        leptos::task::spawn_local(async move {
            if let Ok(told) = entry.cloud().order(order).await {
                let told = Trial::read(&told);
                // The page may have been left.
                if done.try_get_untracked().is_some_and(|known| known != told) {
                    done.try_set(told);
                }
            }
        });
    };
    let list = NodeRef::<html::Details>::new();
    let is_open = move || list.get_untracked().is_some_and(|list| list.open());
    look();
    let looking = set_interval_with_handle(
        move || {
            if (is_open() || sees_failed())
                && done.with_untracked(|done| done.len() < Trial::ALL.len())
            {
                look();
            }
        },
        LOOK,
    );
    if let Ok(looking) = looking {
        on_cleanup(move || looking.clear());
    }
    let remember = move |_| {
        match is_open() {
            true => TabItem::DemoTrials.remove(),
            false => TabItem::DemoTrials.write(PUT_AWAY),
        };
    };
    let summary = move || {
        let count = done.with(Vec::len) as u64;
        words.say(&text::demo_trials(count, Trial::ALL.len() as u64))
    };
    let item = move |trial: Trial| {
        let is_done = move || done.with(|done| done.contains(&trial));
        let tick = move || {
            shown(is_done().then(|| {
                view! {
                    <span class="status success">
                        <Icon name=IconName::Success />
                        {t(text::demo_trial_done())}
                    </span>
                }
            }))
        };
        view! {
            <li>
                <a href=page_of(trial)>{t(label(trial))}</a>
                " "
                {live(tick)}
            </li>
        }
        .into_any()
    };
    let items: Vec<AnyView> = Trial::ALL.into_iter().map(item).collect();
    let was_put_away = TabItem::DemoTrials.read().is_some();
    view! {
        <details class="demo-trials" node_ref=list open=!was_put_away on:toggle=on(remember)>
            <summary>{live(summary)}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}

fn label(trial: Trial) -> Message {
    match trial {
        Trial::StopCopies => text::demo_trial_stop_copies(),
        Trial::TakeAccess => text::demo_trial_take_access(),
        Trial::FreeRegistry => text::demo_trial_free_registry(),
        Trial::StopSharing => text::demo_trial_stop_sharing(),
        Trial::FindFailed => text::demo_trial_find_failed(),
        Trial::Undo => text::demo_trial_undo(),
    }
}

/// Where it is done.
fn page_of(trial: Trial) -> &'static str {
    match trial {
        Trial::StopCopies | Trial::FindFailed => "sync-tasks",
        Trial::TakeAccess => "containers/acme-web/~permissions",
        Trial::FreeRegistry => REGISTRY_IN_USE,
        Trial::StopSharing => "machine-images",
        Trial::Undo => "activity",
    }
}
