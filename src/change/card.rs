//! One change: how it stands in one line, what can be done about it, and what is behind it.

use changes::{ItemState, Record, Standing, Undone};
use leptos::prelude::*;
use words::result::{result, undone};

use super::details::change_items;
use super::forget::forget_button;
use super::job_line::job_line;
use super::left::send_left_button;
use super::panel::{details_of, opener_id};
use super::remains::remains;
use super::restorable::restorable;
use super::undo::undo_button;
use crate::i18n::{moment, t, text, timed, use_i18n};
use crate::live::{derived, live, on, shown};
use crate::route::{DETAILS, use_navigation};
use crate::ui::{ButtonKind, Icon, IconName, Pill, Tone, button, focus_by_id, write_button};
use crate::work::{Entry, MadeBy, use_work};

/// What stands at the end of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndOfLine {
    /// When the change was made.
    Time,
    /// What takes the line off the page; the change stays in Activity.
    Dismiss,
}

/// The change as one line, with what may remain under it and the rest in a panel behind a button. Of what
/// did not turn out as it was wanted, each thing is shown at once.
pub fn change_card(entry: Entry, end: EndOfLine) -> AnyView {
    let words = use_i18n();
    let record = entry.record;
    let heading_id = format!("change-{}", entry.id);
    let (labelled_by, described_by) = (heading_id.clone(), heading_id.clone());
    let standing = derived(move || record.with(|record| record.change.standing()));
    let undone = derived(move || record.with(|record| record.undone()));
    entry.is_on_screen_here();
    let heading = move || record.with(|record| words.show(&result(&record.change)));
    let navigation = use_navigation();
    let parameter = navigation.parameter(DETAILS);
    let is_open = derived(move || parameter.get().as_ref() == Some(&details_of(entry)));
    let has_trouble = derived(move || {
        record.with(|record| {
            record
                .change
                .items()
                .values()
                .any(|it| is_trouble(&it.state))
        })
    });
    let waiting = move || {
        let until = record.with(|record| record.change.waits_until())?;
        Some(words.say(&text::waiting_until(until)))
    };
    let in_another_tab = move || {
        let words = || view! { <p>{t(text::activity_in_another_tab())}</p> };
        shown(entry.is_others().then(words))
    };
    // The panel tells them too.
    let trouble = move || {
        let is_told_here = has_trouble.get() && !is_open.get();
        let items = || view! { <div class="result-details">{change_items(entry)}</div> };
        shown(is_told_here.then(items))
    };
    let open = move || {
        let details = details_of(entry);
        match is_open.get_untracked() {
            true => navigation.set_parameter(DETAILS, ""),
            false => navigation.open_parameter(DETAILS, &details),
        }
    };
    view! {
        <article class=live(move || class(standing.get(), undone.get())) aria-labelledby=labelled_by>
            <div class="result-line">
                {live(move || {
                    view! { <Icon name=icon(standing.get(), undone.get()) /> }.into_any()
                })}
                <h3 id=heading_id tabindex="-1">
                    {live(heading)}
                </h3>
                {live(move || shown(undone.get().map(undone_pill)))}
                <div class="result-actions">
                    <button
                        id=opener_id(entry)
                        type="button"
                        class="button quiet"
                        aria-expanded=live(move || is_open.get().to_string())
                        aria-describedby=described_by
                        on:click=on(move |_| open())
                    >
                        {t(text::activity_details())}
                    </button>
                    {again_button(entry)}
                    {stop_button(entry)}
                    {undo_button(entry)}
                    {shown((end == EndOfLine::Time).then(|| forget_button(entry)))}
                </div>
                {end_of_line(entry, end)}
            </div>
            <p role="status">{live(waiting)}</p>
            {job_line(entry)}
            {live(in_another_tab)}
            {live(move || notes(entry))}
            {restorable(entry)}
            {live(move || remains(entry))}
            {live(trouble)}
        </article>
    }
    .into_any()
}

/// Whether a person has to look at it.
fn is_trouble(state: &ItemState) -> bool {
    match state {
        ItemState::InJob {
            poll_error: Some(_),
        }
        | ItemState::Unknown { .. }
        | ItemState::Failed(_)
        | ItemState::Stopped => true,
        ItemState::Waiting
        | ItemState::Running
        | ItemState::InJob { poll_error: None }
        | ItemState::Done { .. }
        | ItemState::AlreadyDone { .. } => false,
    }
}

/// How much of it was undone.
fn undone_pill(how_much: Undone) -> AnyView {
    let icon = match how_much.under_way {
        0 => IconName::Neutral,
        _ => IconName::Running,
    };
    view! { <Pill tone=Tone::Neutral icon label=t(undone(how_much)) /> }.into_any()
}

/// Whether nothing of it is left.
fn is_taken_back(undone: Option<Undone>) -> bool {
    undone.is_some_and(|undone| undone.done >= undone.of)
}

/// What else is to be known of what was sent.
fn notes(entry: Entry) -> AnyView {
    let (is_perhaps_twice, is_sent_anew) = entry
        .record
        .with(|it| (it.change.perhaps_twice() > 0, it.is_sent_anew()));
    let twice = is_perhaps_twice.then(|| view! { <p>{t(text::activity_perhaps_twice())}</p> });
    let anew = is_sent_anew.then(|| view! { <p>{t(text::activity_sent_anew())}</p> });
    [shown(twice), shown(anew)].into_any()
}

/// Green only once it is checked, and as long as it stands.
fn class(standing: Standing, undone: Option<Undone>) -> &'static str {
    match standing {
        Standing::Checked { .. } if is_taken_back(undone) => "result",
        Standing::Sending | Standing::Working | Standing::Checking => "result",
        Standing::Unknown | Standing::StillUnknown | Standing::NotChecked => "result warning",
        Standing::Left => "result danger",
        Standing::Checked { .. } => "result success",
    }
}

pub(super) fn icon(standing: Standing, undone: Option<Undone>) -> IconName {
    match standing {
        Standing::Checked { .. } if is_taken_back(undone) => IconName::Neutral,
        Standing::Sending | Standing::Working | Standing::Checking => IconName::Running,
        Standing::Unknown | Standing::StillUnknown | Standing::NotChecked => IconName::Unknown,
        Standing::Left => IconName::Danger,
        Standing::Checked { .. } => IconName::Success,
    }
}

/// Puts the focus on the line: what was pressed leaves the page, and the focus must not leave with it.
fn stay(entry: Entry) {
    focus_by_id(&format!("change-{}", entry.id));
}

/// The button that sends again what is left, or asks again for what is unknown.
fn again_button(entry: Entry) -> AnyView {
    let rests_on_what_was_read = entry.record.with_untracked(Record::rests_on_what_was_read);
    // Nothing can be done here about what another tab goes on with.
    let asks_anew = derived(move || {
        let is_anothers = entry.made_by.get() == MadeBy::AnotherPage;
        (!entry.is_others()).then_some(is_anothers || rests_on_what_was_read)
    });
    let button = move || match asks_anew.get() {
        Some(true) => untrack(|| send_left_button(entry)),
        Some(false) => untrack(|| retry_button(entry)),
        None => ().into_any(),
    };
    live(button).into_any()
}

/// The button that sends at once what was confirmed on this page.
fn retry_button(entry: Entry) -> AnyView {
    let work = use_work();
    let again = live(move || {
        let (failed, stopped, needs_retry) = entry.record.with(|record| {
            let change = &record.change;
            let again = |it: &&ItemState| it.may_be_sent_again();
            let states = || {
                change
                    .items()
                    .values()
                    .map(|item| &item.state)
                    .filter(again)
            };
            let stopped = states()
                .filter(|it| matches!(it, ItemState::Stopped))
                .count();
            let failed = states().count() - stopped;
            (failed as u64, stopped as u64, change.needs_retry())
        });
        let (button, label): (fn(_, _, _) -> _, _) = match (failed, stopped) {
            (0, 0) => (button, text::activity_check_again()),
            (failed, 0) => (write_button, text::activity_retry(failed)),
            (failed, stopped) => (write_button, text::activity_retry_rest(failed + stopped)),
        };
        let again = move || {
            work.retry(entry);
            stay(entry);
        };
        shown(needs_retry.then(|| button(ButtonKind::Quiet, label, again)))
    });
    again.into_any()
}

/// The button that sends nothing more.
fn stop_button(entry: Entry) -> impl IntoView {
    let work = use_work();
    live(move || {
        let may_stop = entry
            .record
            .with(|record| record.change.may_stop() && !record.change.is_settled())
            && !entry.is_others();
        let stop = move || {
            work.stop(entry);
            stay(entry);
        };
        shown(may_stop.then(|| button(ButtonKind::Quiet, text::activity_stop(), stop)))
    })
}

fn end_of_line(entry: Entry, end: EndOfLine) -> AnyView {
    let words = use_i18n();
    match end {
        EndOfLine::Time => {
            let time = entry
                .record
                .with_untracked(|record| record.change.made_at());
            let made_at = timed(time, move |now| moment(time, now, words.language()));
            view! { <span class="freshness">{made_at}</span> }.into_any()
        }
        EndOfLine::Dismiss => {
            let dismiss = move |_| entry.is_put_away.set(true);
            view! {
                <button
                    type="button"
                    class="button quiet icon-only"
                    aria-label=t(text::notifications_dismiss())
                    on:click=on(dismiss)
                >
                    <Icon name=IconName::Close />
                </button>
            }
            .into_any()
        }
    }
}
