//! What a policy does.

use cloud_api::enterprise::{Cron, ReplicationPolicy, RepoScopeMode, TargetRegistry, TriggerType};
use leptos::prelude::*;

use crate::browser::clock::use_clock;
use crate::i18n::{Message, Untrusted, age, t, text, timed, use_i18n};
use crate::live::{derived, live, on};
use crate::pages::enterprise::cells::moment_cell;
use crate::pages::enterprise::policies::{filters_cell, trigger_cell};
use crate::pages::enterprise::policy_side::PolicySide;
use crate::table::cells::flag::flag_cell;
use crate::table::cells::untold::told;

/// Its settings; what the service does not tell is left out.
pub fn settings(policy: &ReplicationPolicy, registries: &[TargetRegistry]) -> AnyView {
    let untrusted = |text: &str| {
        let text = text.to_owned();
        (!text.is_empty()).then(|| view! { <Untrusted text /> }.into_any())
    };
    let side = |side| Some(PolicySide::of(side, registries).cell());
    let all = [
        (text::policies_source(), side(policy.source)),
        (text::policies_destination(), side(policy.destination)),
        (
            text::policy_dest_namespace(),
            untrusted(&policy.dest_namespace)
                .or_else(|| Some(t(text::policy_same_namespace()).into_any())),
        ),
        (text::policies_filters(), Some(filters_cell(policy))),
        (text::policies_trigger(), Some(trigger_cell(policy))),
        (text::policy_next_run(), next_run(policy)),
        (text::policy_scope(), scope(&policy.repo_scope_mode)),
        (
            text::automatic_sync_overwrite_label(),
            Some(flag_cell(policy.overwrites)),
        ),
        (
            text::machine_images_created(),
            Some(moment_cell(&policy.created_at)),
        ),
        (
            text::machine_image_changed(),
            Some(moment_cell(&policy.updated_at)),
        ),
        (
            text::permissions_description(),
            untrusted(&policy.description),
        ),
        (
            text::policy_identifier(),
            Some(view! { <span class="identifier">{told(policy.id)}</span> }.into_any()),
        ),
    ];
    let all: Vec<AnyView> = all
        .into_iter()
        .filter_map(|(name, value)| Some(fact(name, value?)))
        .collect();
    // On a phone the first ones fill the screen before the executions.
    let is_open = RwSignal::new(false);
    view! {
        <section aria-labelledby="settings-title">
            <h2 id="settings-title" class="visually-hidden">
                {t(text::policy_settings())}
            </h2>
            <dl
                id="settings"
                class="menu-facts across folded"
                class:open=live(move || is_open.get())
            >
                {all}
            </dl>
            <button
                type="button"
                class="button quiet unfolds"
                aria-expanded=live(move || is_open.get().to_string())
                aria-controls="settings"
                on:click=on(move |_| is_open.update(|is_open| *is_open = !*is_open))
            >
                {t(text::policy_more_settings())}
            </button>
        </section>
    }
    .into_any()
}

fn fact(name: Message, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

fn scope(mode: &str) -> Option<AnyView> {
    let known = RepoScopeMode::ALL.into_iter();
    let words = known
        .clone()
        .find(|known| known.name() == mode)
        .map(|known| match known {
            RepoScopeMode::Regular => text::policy_scope_regular(),
            RepoScopeMode::Selection => text::policy_scope_selection(),
        });
    match words {
        Some(words) => Some(t(words).into_any()),
        None if mode.is_empty() => None,
        None => Some(view! { <Untrusted text=mode.to_owned() /> }.into_any()),
    }
}

/// When it runs next by the clock, where it does and its times are understood.
fn next_run(policy: &ReplicationPolicy) -> Option<AnyView> {
    let is_scheduled = policy.known_trigger() == Some(TriggerType::Scheduled);
    let cron: Cron = is_scheduled.then(|| policy.cron.parse().ok()).flatten()?;
    if policy.enabled == Some(false) {
        return Some(t(text::policy_not_while_disabled()).into_any());
    }
    let (clock, words) = (use_clock(), use_i18n());
    let next = derived(move || cron.next_runs(clock.get(), 1).first().copied());
    let content = move || match next.get() {
        Some(time) => timed(time, move |now| age(time, now, words.language())),
        None => t(text::cron_never()).into_any(),
    };
    Some(live(content).into_any())
}
