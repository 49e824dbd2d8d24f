//! What becomes of the policies that keep a target registry in use: each is deleted, or it is pointed at
//! another one.

use cloud_api::enterprise::{PolicyId, RegistryId};
use leptos::prelude::*;

use crate::i18n::{t, text, use_i18n};
use crate::live::{live, on};

/// A registry that a policy can be pointed at, with its name; untrusted text.
pub type Other = (RegistryId, String);

/// The policies that get another registry; all others are deleted.
#[derive(Clone, Copy)]
pub struct Fates {
    pointed: RwSignal<Vec<(PolicyId, RegistryId)>>,
}

impl Fates {
    /// All of them are deleted.
    pub fn new() -> Self {
        Self {
            pointed: RwSignal::new(Vec::new()),
        }
    }

    /// The one of these registries that a policy gets; `None` where it is deleted, as it is where the chosen
    /// registry is not among them any more. Reacts.
    pub fn target(self, policy: PolicyId, others: &[Other]) -> Option<RegistryId> {
        let is_there = |to: RegistryId| others.iter().any(|(other, _)| *other == to);
        self.pointed.with(|pointed| {
            let mut pointed = pointed.iter();
            let chosen = pointed.find(|(of, _)| *of == policy);
            chosen.map(|(_, to)| *to).filter(|to| is_there(*to))
        })
    }

    fn choose(self, policy: PolicyId, target: Option<RegistryId>) {
        self.pointed.update(|pointed| {
            pointed.retain(|(of, _)| *of != policy);
            pointed.extend(target.map(|target| (policy, target)));
        });
    }

    /// The choice for a policy called `name` (untrusted text); one that is not told whole can only be
    /// deleted, and not be made again.
    pub fn choice(
        self,
        policy: PolicyId,
        name: &str,
        is_told_whole: bool,
        others: &[Other],
    ) -> AnyView {
        if !is_told_whole {
            let words = text::delete_registries_for_good();
            return view! { <p class="field-hint">{t(words)}</p> }.into_any();
        }
        let words = use_i18n();
        let chosen = untrack(|| self.target(policy, others));
        let options = others.iter().map(|(id, name)| {
            let (id, value) = (*id, id.to_string());
            let label = text::delete_registries_point(match &**name {
                "" => value.clone(),
                name => name.to_owned(),
            });
            view! {
                <option value=value prop:selected=chosen == Some(id)>
                    {live(move || words.show(&label))}
                </option>
            }
            .into_any()
        });
        let options: Vec<AnyView> = options.collect();
        let label = text::delete_registries_fate(name);
        view! {
            <select
                class="input"
                aria-label=live(move || words.say(&label))
                on:change=on(move |event| {
                    self.choose(policy, event_target_value(&event).parse().ok());
                })
            >
                <option value="">{t(text::delete_registries_delete_policy())}</option>
                {options}
            </select>
        }
        .into_any()
    }
}
