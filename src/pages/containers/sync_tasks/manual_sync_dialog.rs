//! Copying chosen tags by hand.

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::swr::{ListSyncJobs, SyncImages, SyncTarget, SyncTask, Tag};
use cloud_api::{ApiError, Before, Mutation, RepositoryPath, TagName, Timestamp};
use futures::FutureExt as _;
use leptos::prelude::*;
use words::failure::outcome;

use super::target::target_name;
use super::target_fields::TargetFields;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::form::check_box;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{follow_from, live, on, shown};
use crate::pages::containers::tags::list::tag_list;
use crate::query::use_rest;
use crate::session::use_session;
use crate::table::cells::age::age_cell;
use crate::ui::failure::{failure, failure_of};
use crate::ui::{ButtonKind, button};

/// What a manual sync begins with.
#[derive(Clone, Debug)]
pub struct ManualSync {
    /// Of which repository.
    pub place: RepositoryPath,
    /// Where to; without any the person types one.
    pub targets: Vec<SyncTarget>,
    /// Whether tags that are there already are overwritten.
    pub overwrite: bool,
    /// Tags that were pushed after this time are chosen to begin with.
    pub pushed_after: Option<Timestamp>,
}

impl ManualSync {
    /// To the targets of these tasks, overwriting when all of them do; nothing chosen yet.
    #[must_use]
    pub fn of_tasks(place: RepositoryPath, tasks: &[SyncTask]) -> Self {
        Self {
            place,
            targets: tasks.iter().filter_map(SyncTask::target).collect(),
            overwrite: !tasks.is_empty() && tasks.iter().all(|task| task.overwrite == Some(true)),
            pushed_after: None,
        }
    }
}

/// The dialog; it stays open until the service has taken the sync.
pub fn manual_sync_dialog(sync: ManualSync, on_close: Callback<()>) -> AnyView {
    let ManualSync {
        place,
        targets,
        overwrite,
        pushed_after,
    } = sync;
    let (session, rest, words) = (use_session(), use_rest(), use_i18n());
    let tags = tag_list(place.clone());
    let chosen = RwSignal::new(Vec::<String>::new());
    let is_overwriting = RwSignal::new(overwrite);
    let fields = targets.is_empty().then(TargetFields::new);
    let problem = RwSignal::new(None::<Message>);
    let refusal = RwSignal::new(None::<ApiError>);
    // What the jobs of this sync are told from.
    let jobs_before = StoredValue::new(Before::Nothing);
    // The target that was typed when the button was pressed.
    let asked_target = StoredValue::new(None::<SyncTarget>);
    let on_refused = move |error| {
        let target = asked_target.get_value();
        let at_field = fields
            .zip(target)
            .is_some_and(|(fields, target)| fields.refuse(&target, &error));
        if !at_field {
            refusal.set(Some(error));
        }
    };
    follow_from(move |was_read| {
        let is_read = tags.status.read_at.with(Option::is_some);
        if let (Some(time), true) = (pushed_after, is_read && was_read != Some(1)) {
            let tags = tags.rows.get_untracked();
            let is_missed = |tag: &&Tag| Timestamp::parse(&tag.updated).is_some_and(|it| it > time);
            chosen.set(names(tags.iter().filter(is_missed)));
        }
        u64::from(is_read)
    });
    let target_items: Vec<AnyView> = targets
        .iter()
        .map(|target| {
            view! { <li class="identifier"><Untrusted text=target_name(target) /></li> }.into_any()
        })
        .collect();
    let repository = place.to_string();
    let place = StoredValue::new(place);
    let planned = move |targets: Vec<SyncTarget>| -> Vec<PlannedWrite> {
        let tags: Vec<TagName> = chosen.with(|chosen| {
            let tags = chosen.iter().filter_map(|tag| TagName::listed(tag));
            tags.collect()
        });
        if tags.is_empty() {
            return Vec::new();
        }
        let plan = |target| PlannedWrite {
            names: tags.iter().map(TagName::to_string).collect(),
            mutation: Mutation::SyncImages(place.with_value(|place| SyncImages {
                repository: place.clone(),
                tags: tags.clone(),
                target,
                overwrite: is_overwriting.get(),
            })),
            before: Before::Nothing,
        };
        targets.into_iter().map(plan).collect()
    };
    let pending_targets = move || match fields {
        Some(fields) => fields.typed_target().into_iter().collect(),
        None => targets.clone(),
    };
    let copied_targets = pending_targets.clone();
    let pending = move || planned(copied_targets());
    let asked = StoredValue::new(Vec::<PlannedWrite>::new());
    let check = move || {
        refusal.set(None);
        asked.set_value(planned(pending_targets()));
        asked_target.set_value(fields.and_then(TargetFields::target));
        let has_target = fields.is_none() || asked_target.with_value(Option::is_some);
        let has_tags = chosen.with(|chosen| !chosen.is_empty());
        problem.set((!has_tags).then(text::manual_sync_needed));
        has_target && has_tags
    };
    let look = Look::by(move || {
        // With some room should the service not put the newest first.
        let jobs = place.with_value(ListSyncJobs::newest);
        async move {
            let is_awaited = || jobs_before.try_with_value(|_| ()).is_some();
            match rest.read(session, jobs, &is_awaited).await {
                Some(Ok(page)) => {
                    jobs_before.try_set_value(page.before(&session.user_id()));
                    Found::Same
                }
                Some(Err(error)) => Found::NotRead(error),
                // The dialog was left.
                None => Found::Changed,
            }
        }
        .boxed_local()
    });
    let plan = move || {
        let mut planned = asked.get_value();
        for write in &mut planned {
            write.before = jobs_before.get_value();
        }
        Some(vec![planned])
    };
    let content = view! {
            {match fields {
                Some(fields) => fields.view(Vec::new),
                None => view! { <ul class="dialog-list" tabindex="0">{target_items}</ul> }.into_any(),
            }}
            <fieldset class="choices">
                <legend class="label">{t(text::manual_sync_choose())}</legend>
                <div class="toolbar-actions">
                    {button(ButtonKind::Plain, text::manual_sync_all(), move || {
                        tags.rows.with_untracked(|tags| chosen.set(names(tags.iter())));
                    })}
                    {button(ButtonKind::Plain, text::manual_sync_none(), move || {
                        chosen.set(Vec::new());
                    })}
                </div>
                <ul class="dialog-list">
                    {live(move || {
                        let tags = tags.rows.get();
                        let tags: Vec<AnyView> = tags
                            .iter()
                            .filter(|tag| tag.tag_name().is_some())
                            .map(|tag| tag_choice(tag, chosen))
                            .collect();
                        tags.into_any()
                    })}
                </ul>
                <p class="field-error" role="alert">
                    {live(move || problem.get().map(|problem| words.say(&problem)))}
                </p>
            </fieldset>
            {failure_of(text::table_failed(), move || tags.status.error.get(), None)}
            {check_box(text::automatic_sync_overwrite_label(), is_overwriting)}
            <p id="dialog-description" class="consequence">
                {t(text::manual_sync_consequence())}
            </p>
            <div role="alert">
                {live(move || {
                    let refusal = refusal.get();
                    shown(refusal.map(|error| failure(outcome(&error), &error, None)))
                })}
            </div>
    };
    WriteDialog {
        title: text::manual_sync_title(),
        place: Some(repository),
        content: content.into_any(),
        copies: Copies::Requests(live(pending)),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::manual_sync_title(),
        check: Box::new(check),
        look,
        rests_on: RestsOn::WhatIsFound,
        not_read: text::manual_sync_not_read(),
        plan: Box::new(plan),
        ends: Ends::WhenTaken(Box::new(on_refused)),
        on_close,
    }
    .show()
}

/// The names of those tags that a request can carry.
fn names<'a>(tags: impl Iterator<Item = &'a Tag>) -> Vec<String> {
    let names = tags.filter_map(Tag::tag_name);
    names.map(|tag| tag.to_string()).collect()
}

/// A tag to choose, with its age.
fn tag_choice(tag: &Tag, chosen: RwSignal<Vec<String>>) -> AnyView {
    let name = tag.name().to_owned();
    let (own, toggled) = (name.clone(), name.clone());
    view! {
        <li>
            <label class="checkbox">
                <input
                    type="checkbox"
                    prop:checked=live(move || chosen.with(|chosen| chosen.contains(&own)))
                    on:change=on(move |_| {
                        chosen
                            .update(|chosen| {
                                let before = chosen.len();
                                chosen.retain(|tag| *tag != toggled);
                                if chosen.len() == before {
                                    chosen.push(toggled.clone());
                                }
                            });
                    })
                />
                <span class="identifier">
                    <Untrusted text=name />
                </span>
                <span class="freshness">{age_cell(&tag.updated)}</span>
            </label>
        </li>
    }
    .into_any()
}
