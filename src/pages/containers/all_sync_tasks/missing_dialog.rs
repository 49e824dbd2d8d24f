//! Copying what the targets of chosen tasks do not have.

use std::collections::{BTreeMap, BTreeSet};

use changes::{Found as Looked, PlannedWrite, RestsOn};
use cloud_api::ApiError;
use futures::FutureExt as _;
use leptos::prelude::*;
use words::list::joined;

use super::missing_tags::{Copied, Finding, Found, Missing, planned, read_all};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};

use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::listing::extent::extent_words;
use crate::live::{each, live, on, shown};
use crate::pages::containers::sync_tasks::target::target_name;
use crate::query::use_rest;
use crate::scans::sync_tasks::FoundTask;
use crate::session::use_session;
use crate::ui::ButtonKind;
use crate::ui::bounded::bounded;
use crate::ui::failure::failure;

/// What came of reading, and the targets that were deselected since.
#[derive(Clone, Copy)]
struct Findings {
    all: RwSignal<Vec<Finding>, LocalStorage>,
    left_out: RwSignal<BTreeSet<String>>,
}

impl Findings {
    /// Of what is missing at the selected targets; reacts.
    fn of_selected<T>(self, of: impl Fn(&Missing) -> T) -> Vec<T> {
        let left_out = self.left_out.get();
        self.all.with(|findings| {
            let read = findings.iter().filter_map(|(_, found)| found.missing());
            read.filter(|missing| !missing.tags.is_empty())
                .filter(|missing| !left_out.contains(&target_name(&missing.target)))
                .map(of)
                .collect()
        })
    }

    /// So many tags of so many repositories are copied; reacts.
    fn size(self) -> (u64, u64) {
        let missing = self.of_selected(|it| (it.repository.clone(), it.tags.len() as u64));
        let tags = missing.iter().map(|(_, tags)| tags).sum();
        let repositories: BTreeSet<_> = missing.iter().map(|(place, _)| place).collect();
        (tags, repositories.len() as u64)
    }

    /// The targets that lack something, with how many tags each; reacts.
    fn targets(self) -> BTreeMap<String, u64> {
        let mut targets = BTreeMap::new();
        self.all.with(|findings| {
            for missing in findings.iter().filter_map(|(_, found)| found.missing()) {
                if !missing.tags.is_empty() {
                    *targets.entry(target_name(&missing.target)).or_default() +=
                        missing.tags.len() as u64;
                }
            }
        });
        targets
    }

    /// A box for each target that lacks something.
    fn target_boxes(self) -> AnyView {
        let words = use_i18n();
        let names = move || self.targets().into_keys().collect::<Vec<String>>();
        let target_box = move |target: String| {
            let (of_count, name) = (target.clone(), target.clone());
            let is_selected = {
                let target = target.clone();
                move || !self.left_out.with(|left_out| left_out.contains(&target))
            };
            let count = move || {
                let count = self.targets().get(&of_count).copied().unwrap_or_default();
                words.say(&text::missing_tags(count))
            };
            view! {
                <label class="checkbox">
                    <input
                        type="checkbox"
                        prop:checked=live(is_selected)
                        on:change=on(move |event| {
                            let is_selected = event_target_checked(&event);
                            self.left_out
                                .update(|left_out| match is_selected {
                                    true => {
                                        left_out.remove(&target);
                                    }
                                    false => {
                                        left_out.insert(target.clone());
                                    }
                                });
                        })
                    />
                    <span>
                        <Untrusted text=name />
                        " "
                        <span class="field-hint">{live(count)}</span>
                    </span>
                </label>
            }
            .into_any()
        };
        view! {
            <fieldset class="choices" hidden=live(move || self.targets().is_empty())>
                <legend class="label">{t(text::missing_targets())}</legend>
                {each(names, String::clone, target_box)}
            </fieldset>
        }
        .into_any()
    }
}

/// The dialog. It reads every chosen task, its tags and its jobs before it says what is missing, and
/// once more before anything is sent: when that differs, the person looks again.
pub fn missing_dialog(chosen: Vec<FoundTask>, on_close: Callback<()>) -> AnyView {
    let words = use_i18n();
    let reader = (use_session(), use_rest());
    let total = chosen.len();
    let all = Findings {
        all: RwSignal::new_local(Vec::new()),
        left_out: RwSignal::default(),
    };
    let findings = all.all;
    let chosen = StoredValue::new(chosen);
    leptos::task::spawn_local(async move {
        let add = |finding| {
            let kept = findings.try_update(|findings| findings.push(finding));
            kept.is_some()
        };
        read_all(reader, chosen, add).await;
    });
    let confirmation = Confirmation::for_count(total);
    let problem = RwSignal::new(false);
    let pending = move || -> Vec<PlannedWrite> { all.of_selected(|it| planned(it.clone())) };
    let check = move || {
        let is_read = findings.with(Vec::len) == total;
        problem.set(!is_read || untrack(|| all.size()).0 == 0);
        !problem.get()
    };
    let look = Look::by(move || {
        async move {
            let mut read: Vec<Finding> = Vec::new();
            let add = |finding| {
                read.push(finding);
                // The person may leave the dialog meanwhile.
                findings.try_with_untracked(|_| ()).is_some()
            };
            read_all(reader, chosen, add).await;
            let errors: Option<Vec<&ApiError>> = read
                .iter()
                .map(|(_, found)| match found {
                    Found::NotRead(error) => Some(error),
                    Found::Missing(_) | Found::Gone => None,
                })
                .collect();
            // When nothing could be read, what was shown before still stands.
            if let Some(error) = errors.and_then(|errors| errors.first().copied().cloned()) {
                return Looked::NotRead(error);
            }
            let is_same = findings.try_with_untracked(|shown| pictures(shown) == pictures(&read));
            findings.try_set(read);
            match is_same {
                Some(true) => Looked::Same,
                Some(false) | None => Looked::Changed,
            }
        }
        .boxed_local()
    });
    let progress = move || {
        let read = findings.with(Vec::len) as u64;
        let missing = all.targets().into_values().sum();
        words.say(&text::missing_progress(missing, read, total as u64))
    };
    let list = move || findings.with(|findings| bounded(findings.iter(), |it| Some(row(it))));
    let is_empty = move || findings.with(Vec::is_empty);
    // What could not be read is not folded away.
    let is_open = move || {
        let is_unread = |(_, found): &Finding| matches!(found, Found::NotRead(_));
        findings.with(|findings| findings.iter().any(is_unread))
    };
    let nothing = || view! { <p>{t(text::missing_nothing_to_send())}</p> };
    let content = view! {
        <p id="dialog-description" class="consequence">
            {t(text::missing_purpose())}
        </p>
        <p>{live(progress)}</p>
        {all.target_boxes()}
        <details hidden=live(is_empty) open=live(is_open)>
            <summary>{t(text::missing_details())}</summary>
            <ul class="dialog-list" tabindex="0">{live(list)}</ul>
        </details>
        <div role="alert">{live(move || shown(problem.get().then(nothing)))}</div>
    };
    WriteDialog {
        title: text::missing_action(),
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(pending)),
        confirmation,
        kind: ButtonKind::Primary,
        action: text::missing_action(),
        check: Box::new(check),
        look,
        rests_on: RestsOn::WhatWasShown,
        not_read: text::missing_not_read(),
        plan: Box::new(move || {
            let pending = pending();
            problem.set(pending.is_empty());
            (!pending.is_empty()).then(|| vec![pending])
        }),
        ends: Ends::when_sent(),
        on_close,
    }
    .show_following(
        live(move || title_words(all)),
        live(move || size_words(all)),
    )
}

/// What the dialog is called: how many tags are missing, once that is known.
fn title_words(findings: Findings) -> Message {
    match findings.size() {
        (0, _) => text::missing_action(),
        (tags, _) => text::missing_title(tags),
    }
}

/// What the button that copies says: how much that is, once it is known.
fn size_words(findings: Findings) -> Message {
    match findings.size() {
        (0, _) => text::missing_action(),
        (tags, repositories) => text::missing_copy(
            text::missing_repositories(repositories),
            text::missing_tags(tags),
        ),
    }
}

/// What the person decides on, whichever was read first.
fn pictures(findings: &[Finding]) -> BTreeMap<&str, Option<Copied>> {
    let findings = findings.iter();
    findings
        .map(|(name, found)| (name.as_str(), found.shown()))
        .collect()
}

fn row((name, found): &Finding) -> AnyView {
    let words = use_i18n();
    let told = |what: Message| {
        let line = text::list_told(name.clone(), what);
        live(move || words.show(&line)).into_any()
    };
    let line = match found {
        Found::NotRead(error) => {
            let failed = failure(text::missing_not_read(), error, None);
            view! {
                <Untrusted text=name.clone() />
                {failed}
            }
            .into_any()
        }
        Found::Gone => told(text::automatic_sync_gone()),
        Found::Missing(missing) if missing.tags.is_empty() => {
            let part = extent_words(missing.extent);
            told(part.unwrap_or_else(text::missing_none))
        }
        Found::Missing(missing) => {
            let tags: Vec<String> = missing.tags.iter().map(ToString::to_string).collect();
            let not_all = missing.not_all_jobs.map(|(all, count)| {
                view! {
                    " "
                    <span class="field-hint">{t(text::missing_not_all_jobs(all, count))}</span>
                }
            });
            let not_all_tags = extent_words(missing.extent).map(|part| {
                view! {
                    " "
                    <span class="field-hint">{t(part)}</span>
                }
            });
            view! {
                {told(text::item_name(joined(&tags, &|it| words.say(it))))}
                {shown(not_all_tags)}
                {shown(not_all)}
            }
            .into_any()
        }
    };
    view! { <li>{line}</li> }.into_any()
}
