//! Taking back what a change did: what comes back, what stays lost, and the word for it.

use changes::{Found, LeftAs, LookedAt, PlannedWrite, Record, RestsOn, Undo, UndoLook};
use cloud_api::{Loss, Manner, Mutation};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;
use words::change::only_gives;
use words::item::thing_name;
use words::loss::losses;

use super::confirmation::Confirmation;
use super::copy_as::Copies;
use super::left_alone::{Stays, left_alone};
use super::look::Look;
use super::planned_list::{
    consequences, group_title, groups, makes_public, planned_list, shown_name,
};
use super::write_dialog::{Ends, WriteDialog};
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::query::use_rest;
use crate::session::use_session;
use crate::ui::bounded::bounded;
use crate::ui::{ButtonKind, write_button};
use crate::work::{Entry, use_work};

/// Calls that look at once.
const AT_ONCE: usize = 4;

/// The button that offers the undo, as long as there is one, and its dialog.
pub fn undo_button(entry: Entry) -> AnyView {
    let is_open = RwSignal::new(false);
    let work = use_work();
    let offer = move || {
        shown(work.can_undo(entry).then(|| {
            write_button(ButtonKind::Quiet, text::undo_action(), move || {
                is_open.set(true);
            })
        }))
    };
    let dialog = move || {
        let record = untrack(|| work.to_undo(entry));
        let undo = is_open.get().then(|| record.undo()).flatten();
        let close = Callback::new(move |()| is_open.set(false));
        shown(undo.map(|undo| undo_dialog(entry, record, &undo, close)))
    };
    view! {
        {live(offer)}
        {live(dialog)}
    }
    .into_any()
}

/// The dialog. What the change made is read once more before anything is sent: what somebody has made
/// something else of since is left alone, and when that differs from what is shown, the person looks
/// again.
fn undo_dialog(entry: Entry, record: Record, undo: &Undo, on_close: Callback<()>) -> AnyView {
    let planned = || undo.stages.iter().flatten();
    let count: usize = planned().map(|it| it.mutation.subjects().len()).sum();
    // What only gives back takes nothing from anybody.
    let confirmation = match planned().all(|it| only_gives(&it.mutation)) {
        true => Confirmation::for_count(0),
        false => Confirmation::for_count(count),
    };
    let is_repository = |it: &PlannedWrite| matches!(it.mutation, Mutation::DeleteRepository(_));
    let makes_public = planned().any(makes_public);
    if makes_public || planned().any(is_repository) {
        confirmation.require();
    }
    let removes =
        |group: &&[PlannedWrite]| makes_public || group[0].mutation.manner() == Manner::Remove;
    let removal = groups(&undo.stages)
        .into_iter()
        .find(removes)
        .map(group_title);
    let kind = match removal {
        Some(_) => ButtonKind::Danger,
        None => ButtonKind::Primary,
    };
    let work = use_work();
    let record = StoredValue::new(record);
    let looked = RwSignal::new(LookedAt::default());
    let undo =
        derived(move || record.with_value(|record| looked.with(|looked| record.undo_of(looked))));
    let undo = move || undo.get();
    let warnings = move || {
        let warnings = consequences(&undo().stages).into_iter();
        let warnings: Vec<AnyView> = warnings
            .map(|words| view! { <p class="banner warning">{t(words)}</p> }.into_any())
            .collect();
        warnings.into_any()
    };
    let nothing = move || {
        let words = || view! { <p>{t(text::undo_nothing_left())}</p> };
        shown(undo().stages.is_empty().then(words))
    };
    let content = view! {
        {live(move || planned_list(&undo().stages))}
        {live(move || record.with_value(|record| looked.with(|looked| stays(record, looked))))}
        <div role="alert">{live(nothing)}</div>
        <div id="dialog-description" class="consequence">
            <p>{t(text::undo_purpose())}</p>
            {live(move || losses_of(&undo().lost))}
        </div>
        {live(warnings)}
    };
    WriteDialog {
        title: text::undo_action(),
        place: None,
        content: content.into_any(),
        copies: Copies::Described(live(move || undo().stages.into_iter().flatten().collect())),
        confirmation,
        kind,
        action: removal.unwrap_or_else(text::undo_action),
        check: Box::new(|| true),
        look: look(record, looked),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::undo_not_read(),
        plan: Box::new(move || {
            let stages = undo().stages;
            (!stages.is_empty()).then_some(stages)
        }),
        ends: Ends::WhenSent(Box::new(move |sent| {
            work.takes_back(sent, entry, undo().takes_back);
        })),
        on_close,
    }
    .show()
}

/// Reads what the change made once more.
fn look(record: StoredValue<Record>, looked: RwSignal<LookedAt>) -> Look {
    let (session, rest) = (use_session(), use_rest());
    Look::by(move || {
        let looks = record.with_value(Record::undo_looks);
        async move {
            let is_awaited = || looked.try_with_untracked(|_| ()).is_some();
            let read = |look: UndoLook| async move {
                let outcome = rest.ask(session, look.request(), &is_awaited).await?;
                Some((look, outcome))
            };
            let mut found = LookedAt::default();
            let mut reading = stream::iter(looks).map(read).buffer_unordered(AT_ONCE);
            while let Some(read) = reading.next().await {
                // The person may have left the dialog meanwhile.
                let Some((look, outcome)) = read else {
                    return Found::Changed;
                };
                let mut next = found.add(&look, &outcome);
                while let Some(page) = next {
                    let Some(outcome) = rest.ask(session, page, &is_awaited).await else {
                        return Found::Changed;
                    };
                    next = found.add(&look, &outcome);
                }
            }
            // When nothing could be read, what was shown before still stands.
            if let Some(error) = found.not_read() {
                return Found::NotRead(error.clone());
            }
            // The person may have left the dialog meanwhile.
            let is_same = looked.try_with_untracked(|shown| shown.leaves_the_same(&found));
            looked.try_set(found);
            match is_same {
                Some(true) => Found::Same,
                Some(false) | None => Found::Changed,
            }
        }
        .boxed_local()
    })
}

/// What is left as it is, each with why.
fn stays(record: &Record, looked: &LookedAt) -> AnyView {
    let names = record.names();
    let mut all = Vec::new();
    for (subject, left_as) in looked.left_alone() {
        let (why, error) = match left_as {
            LeftAs::NotRead(error) => (text::undo_left_unread(), Some(error)),
            LeftAs::Same | LeftAs::Changed => (text::undo_left_changed(), None),
        };
        let name = names.get(subject).copied().unwrap_or_default();
        all.push(Stays {
            name: thing_name(subject, shown_name(subject, name)),
            why,
            error,
        });
    }
    left_alone(all)
}

/// What the undo does not bring back.
fn losses_of(lost: &[Loss]) -> AnyView {
    let words = use_i18n();
    let mut told: Vec<Message> = Vec::new();
    for loss in lost.iter().flat_map(losses) {
        // Several calls may lose the same.
        if !told.contains(&loss) {
            told.push(loss);
        }
    }
    let line =
        |loss: Message| Some(view! { <li>{live(move || words.show(&loss))}</li> }.into_any());
    shown((!told.is_empty()).then(|| view! { <ul>{bounded(told.into_iter(), line)}</ul> }))
}
