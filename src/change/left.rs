//! Sending what a change has left that was made before a reload, or that rests on what was read before it: it
//! is looked at and confirmed anew.

use changes::{
    Found, Left, LeftAlone, LeftDepends, LeftNow, LeftPlan, LeftRead, PlannedWrite, Record, RestsOn,
};
use cloud_api::{Manner, Subject};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;
use words::item::thing_name;

use super::confirmation::Confirmation;
use super::copy_as::Copies;
use super::left_alone::{Stays, left_alone};
use super::look::Look;
use super::planned_list::{consequences, makes_public, planned_list, shown_name};
use super::write_dialog::{Ends, WriteDialog};
use crate::i18n::{Message, t, text};
use crate::live::{derived, live, shown};
use crate::query::use_rest;
use crate::session::use_session;
use crate::ui::{ButtonKind, button, write_button};
use crate::work::{Entry, use_work};

/// Calls that look at once.
const AT_ONCE: usize = 4;

/// The buttons that ask again for what is unknown, and that open the dialog for what is left.
pub fn send_left_button(entry: Entry) -> AnyView {
    let work = use_work();
    let is_open = RwSignal::new(false);
    let count = derived(move || entry.record.with(count_left));
    let is_held = derived(move || entry.record.with(|it| it.change.has_held()));
    let look = move || {
        let look = move || work.look_again(entry);
        shown(
            is_held
                .get()
                .then(|| button(ButtonKind::Quiet, text::activity_check_again(), look)),
        )
    };
    let send = move || {
        let label = text::activity_retry_rest(count.get());
        let can = count.get() > 0;
        shown(can.then(|| write_button(ButtonKind::Quiet, label, move || is_open.set(true))))
    };
    let dialog = move || {
        let close = Callback::new(move |()| is_open.set(false));
        let open = || untrack(|| dialog(entry, close));
        shown(is_open.get().then(open))
    };
    view! {
        {live(look)}
        {live(send)}
        {live(dialog)}
    }
    .into_any()
}

fn count_left(record: &Record) -> u64 {
    let stages = LeftPlan::of(&record.left(), &LeftNow::default()).stages;
    let writes = stages.iter().flatten();
    writes.map(|it| it.mutation.subjects().len() as u64).sum()
}

/// The dialog. What is left is read before anything is sent: what is as it was wanted by now is not
/// sent, and when that differs from what is shown, the person looks again.
fn dialog(entry: Entry, on_close: Callback<()>) -> AnyView {
    let names = entry.record.with_untracked(|record| {
        let names = record.names().into_iter();
        names
            .map(|(subject, name)| (subject.clone(), name.to_owned()))
            .collect::<Vec<_>>()
    });
    let left = StoredValue::new(entry.record.with_untracked(Record::left));
    let found = RwSignal::new(LeftNow::default());
    let plan = derived(move || left.with_value(|left| found.with(|now| LeftPlan::of(left, now))));
    let stages = move || plan.with(|plan| plan.stages.clone());
    let is_grave = |it: &PlannedWrite| makes_public(it) || it.mutation.manner() == Manner::Remove;
    let now = untrack(stages);
    let count: usize = now
        .iter()
        .flatten()
        .map(|it| it.mutation.subjects().len())
        .sum();
    let confirmation = Confirmation::for_count(count);
    let kind = match now.iter().flatten().any(is_grave) {
        true => {
            confirmation.require();
            ButtonKind::Danger
        }
        false => ButtonKind::Primary,
    };
    let warnings = move || {
        let warnings = consequences(&stages()).into_iter();
        let warnings: Vec<AnyView> = warnings
            .map(|words| view! { <p class="banner warning">{t(words)}</p> }.into_any())
            .collect();
        warnings.into_any()
    };
    let nothing = move || {
        let words = || view! { <p>{t(text::left_nothing())}</p> };
        let is_nothing = plan.with(|plan| {
            let mut alone = plan.left_alone.values();
            plan.stages.is_empty() && alone.all(|why| *why == LeftAlone::OutOfTheWay)
        });
        shown(is_nothing.then(words))
    };
    let content = view! {
        {live(move || plan.with(|plan| planned_list(&plan.stages)))}
        {live(move || plan.with(|plan| stays(plan, &names)))}
        <div role="alert">{live(nothing)}</div>
        <p id="dialog-description" class="consequence">
            {t(text::left_purpose())}
        </p>
        {live(warnings)}
    };
    WriteDialog {
        title: text::left_title(),
        place: None,
        content: content.into_any(),
        copies: Copies::Described(live(move || stages().into_iter().flatten().collect())),
        confirmation,
        kind,
        action: text::left_title(),
        check: Box::new(|| true),
        look: look(left, found),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::left_not_read(),
        plan: Box::new(move || {
            let stages = stages();
            (!stages.is_empty()).then_some(stages)
        }),
        ends: Ends::WhenSent(Box::new(move |_| {
            let note = |record: &mut Record| {
                left.with_value(|left| {
                    found.with_untracked(|now| record.note_sent_anew(left, now));
                });
            };
            entry.record.update(note);
        })),
        on_close,
    }
    .show()
}

/// Reads how it stands with what is left.
fn look(left: StoredValue<Vec<Left>>, found: RwSignal<LeftNow>) -> Look {
    let (session, rest) = (use_session(), use_rest());
    Look::by(move || {
        let all = left.get_value();
        let depends = LeftDepends::of(&all);
        async move {
            let all = all.iter().flat_map(Left::reads);
            let all: Vec<LeftRead> = all.collect();
            let is_awaited = || found.try_with_untracked(|_| ()).is_some();
            let read = |left: LeftRead| async move {
                let outcome = rest.ask(session, left.request(), &is_awaited).await?;
                Some((left, outcome))
            };
            let mut now = LeftNow::default();
            let mut reading = stream::iter(all).map(read).buffer_unordered(AT_ONCE);
            while let Some(read) = reading.next().await {
                // The person may have left the dialog meanwhile.
                let Some((left, outcome)) = read else {
                    return Found::Changed;
                };
                let mut next = now.add(&left, &outcome);
                while let Some(page) = next {
                    let Some(outcome) = rest.ask(session, page, &is_awaited).await else {
                        return Found::Changed;
                    };
                    next = now.add(&left, &outcome);
                }
            }
            // Behind the look at the things themselves, because what is gone is used by nobody.
            for mut list in depends {
                while let Some(page) = list.request() {
                    let Some(outcome) = rest.ask(session, page, &is_awaited).await else {
                        return Found::Changed;
                    };
                    list.add(&mut now, &outcome);
                }
            }
            if let Some(error) = now.nothing_read() {
                return Found::NotRead(error.clone());
            }
            let is_same = found.try_with_untracked(|shown| shown.sends_the_same(&now));
            found.try_set(now);
            match is_same {
                Some(true) => Found::Same,
                Some(false) | None => Found::Changed,
            }
        }
        .boxed_local()
    })
}

fn in_use(by: &[String]) -> Message {
    let first = by.first().map_or("", String::as_str);
    match by.len().saturating_sub(1) as u64 {
        0 => text::left_in_use(first),
        more => text::left_in_use_more(more, first),
    }
}

/// What is not sent, each with why.
fn stays(plan: &LeftPlan, names: &[(Subject, String)]) -> AnyView {
    let mut all = Vec::new();
    for (subject, alone) in &plan.left_alone {
        let (why, error) = match alone {
            LeftAlone::Changed => (text::left_changed(), None),
            LeftAlone::OutOfTheWay => (text::left_out_of_the_way(), None),
            LeftAlone::NotRead(error) => (text::undo_left_unread(), Some(error)),
            LeftAlone::Waits => (text::left_waits(), None),
            LeftAlone::InUse(by) => (in_use(by), None),
        };
        let name = names.iter().find(|(named, _)| named == subject);
        all.push(Stays {
            name: thing_name(
                subject,
                shown_name(subject, name.map_or("", |(_, name)| name)),
            ),
            why,
            error,
        });
    }
    left_alone(all)
}
