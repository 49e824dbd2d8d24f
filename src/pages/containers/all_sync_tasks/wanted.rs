//! Which of the sync tasks are wanted, as the address says.

use cloud_api::swr::LastCopy;
use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{live, on, shown};
use crate::route::{Navigation, use_navigation};
use crate::scans::sync_tasks::FoundTask;
use crate::table::Admits;

/// The parameters of the address that narrow the list.
pub const PARAMETERS: &[&str] = &["region", "last", "organization"];

/// Which tasks are wanted.
#[derive(Clone, Copy)]
pub struct Wanted {
    navigation: Navigation,
    /// Only those to this region; reacts.
    pub region: Memo<Option<String>>,
    /// `failed`: only those whose latest copy did not arrive; `never`: only those that never copied.
    last: Memo<Option<String>>,
    /// Only those of repositories of this organization.
    organization: Memo<Option<String>>,
}

impl Wanted {
    /// What the address says.
    #[must_use]
    pub fn in_address() -> Self {
        let navigation = use_navigation();
        Self {
            navigation,
            region: navigation.parameter("region"),
            last: navigation.parameter("last"),
            organization: navigation.parameter("organization"),
        }
    }

    /// Which tasks are shown; reacts.
    #[must_use]
    pub fn admits(self) -> Admits<FoundTask> {
        let (region, only_failed) = (self.region.get(), self.is_only("failed"));
        let only_never = self.is_only("never");
        let organization = self.organization.get();
        Box::new(move |found| {
            let is_to_region = region
                .as_ref()
                .is_none_or(|region| *region == found.task.target_region);
            let is_of_organization = organization.as_deref().is_none_or(|organization| {
                let place = found.place.as_ref();
                place.is_some_and(|place| place.organization.as_str() == organization)
            });
            let is_of_last = (!only_failed || found.last_copy.has_failed())
                && (!only_never || found.last_copy == LastCopy::NeverRan);
            is_to_region && is_of_organization && is_of_last
        })
    }

    /// Shows the tasks to this region alone, or all again where it is so.
    pub fn press(self, region: &str) {
        let is_pressed = self
            .region
            .with_untracked(|wanted| wanted.as_deref() == Some(region));
        let value = if is_pressed { "" } else { region };
        self.navigation.set_parameter("region", value);
    }

    fn is_only(self, value: &str) -> bool {
        self.last.with(|last| last.as_deref() == Some(value))
    }

    /// The button that shows the tasks of all organizations again, while those of one alone are shown.
    pub fn organization_button(self) -> AnyView {
        live(move || {
            shown(self.organization.get().map(|organization| {
                view! {
                    <button
                        type="button"
                        class="button"
                        aria-pressed="true"
                        on:click=on(move |_| self.navigation.set_parameter("organization", ""))
                    >
                        {t(text::all_sync_tasks_only_organization(organization))}
                    </button>
                }
            }))
        })
        .into_any()
    }

    /// The buttons that show those alone whose latest copy did not arrive, or that never copied.
    pub fn last_buttons(self) -> AnyView {
        let button = move |(value, label): (&'static str, Message)| {
            view! {
                <button
                    type="button"
                    class="button"
                    aria-pressed=live(move || self.is_only(value).to_string())
                    on:click=on(move |_| {
                        let is_pressed = untrack(|| self.is_only(value));
                        self.navigation.set_parameter("last", if is_pressed { "" } else { value });
                    })
                >
                    {t(label)}
                </button>
            }
            .into_any()
        };
        let failed = button(("failed", text::all_sync_tasks_only_failed()));
        // Seldom asked for: it stands there as long as it narrows the list.
        let never = move || {
            let words = text::all_sync_tasks_never();
            shown(self.is_only("never").then(|| button(("never", words))))
        };
        [failed, live(never).into_any()].into_any()
    }
}
