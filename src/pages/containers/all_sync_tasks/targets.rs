//! Where images are copied to: each target with how many tasks lead there, as a filter.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::columns::{has_failed, target};
use super::found_task::{FoundTask, SyncTaskScan};
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::{live, on};
use crate::route::Navigation;

/// Which tasks are wanted, as the address says.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// Only those to this target.
    pub target: Memo<Option<String>>,
    /// `failed`: only those whose last job failed.
    pub last: Memo<Option<String>>,
}

impl Wanted {
    /// The tasks that are wanted; reacts.
    pub fn of(self, found: &Rc<Vec<FoundTask>>) -> Rc<Vec<FoundTask>> {
        let (wanted, only_failed) = (self.target.get(), self.only_failed());
        if wanted.is_none() && !only_failed {
            return Rc::clone(found);
        }
        let is_wanted = |found: &&FoundTask| {
            (!only_failed || has_failed(found))
                && wanted
                    .as_ref()
                    .is_none_or(|wanted| *wanted == target(found))
        };
        Rc::new(found.iter().filter(is_wanted).cloned().collect())
    }

    fn only_failed(self) -> bool {
        self.last.with(|last| last.as_deref() == Some("failed"))
    }
}

/// The targets, and the switch for failed ones.
pub fn targets(scan: SyncTaskScan, navigation: Navigation, wanted: Wanted) -> AnyView {
    let list = move || {
        let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for found in scan.found().iter() {
            let count = counts.entry(target(found)).or_default();
            count.0 += 1;
            count.1 += u64::from(has_failed(found));
        }
        let items: Vec<AnyView> = counts
            .into_iter()
            .map(|(target, (tasks, failed))| {
                target_button(navigation, wanted, target, tasks, failed)
            })
            .collect();
        items.into_any()
    };
    view! {
        <div class="targets" role="group" aria-label=t(text::all_sync_tasks_targets())>
            {live(list)}
            <label class="checkbox">
                <input
                    type="checkbox"
                    prop:checked=live(move || wanted.only_failed())
                    on:change=on(move |event| {
                        let value = if event_target_checked(&event) { "failed" } else { "" };
                        navigation.set_parameter("last", value);
                    })
                />
                {t(text::all_sync_tasks_only_failed())}
            </label>
        </div>
    }
    .into_any()
}

/// One target; pressed, it is the only one that is shown.
fn target_button(
    navigation: Navigation,
    wanted: Wanted,
    target: String,
    tasks: u64,
    failed: u64,
) -> AnyView {
    let words = use_i18n();
    let name = target.clone();
    let this = target.clone();
    let is_pressed = move || wanted.target.with(|wanted| wanted.as_ref() == Some(&this));
    let pressed = is_pressed.clone();
    view! {
        <button
            type="button"
            class="button"
            aria-pressed=live(move || pressed().to_string())
            on:click=on(move |_| {
                let value = if untrack(&is_pressed) { "" } else { &target };
                navigation.set_parameter("target", value);
            })
        >
            <Untrusted text=name />
            "– "
            {live(move || words.say(&text::all_sync_tasks_of_target(tasks)))}
            {(failed > 0)
                .then(|| {
                    view! {
                        ", "
                        {live(move || words.say(&text::all_sync_tasks_failed(failed)))}
                    }
                        .into_any()
                })}
        </button>
    }
    .into_any()
}
