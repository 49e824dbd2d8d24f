//! How much was read, beside the title, and the way to begin, to stop and to go on.

use leptos::prelude::*;
use reads::ScanPhase;

use super::known::{Asked, Refused};
use super::reading::Reading;
use super::routes::{List, Route};
use crate::i18n::{t, text, use_i18n};
use crate::listing::coverage::Counts;
use crate::live::{derived, live, shown};
use crate::ui::{
    Action, ButtonKind, HeadRoom, Icon, IconName, action_button, button, head_line, in_page_head,
};

/// How far the reading is, in the head of the page; what stopped it stands where this is called.
pub fn head(reading: Reading, asked: Asked) -> AnyView {
    let words = use_i18n();
    let is_reading = derived(move || reading.is_reading());
    let is_paused = derived(move || reading.is_paused());
    let is_open = derived(move || is_reading.get() || is_paused.get());
    let tally = derived(move || reading.counts());
    let refused = derived(move || reading.refused(asked));
    // What could not be read says it beside, and a list has no room for both.
    let is_told = derived(move || {
        let is_of_repositories = |it: Refused| it.organizations == 0;
        let is_all = |it: Counts| it.read + it.refused >= it.total && !it.may_be_more;
        asked != Asked::Everything
            && refused.get().is_some_and(is_of_repositories)
            && is_all(reading.counts_of(asked))
    });
    let told = derived(move || match is_told.get() {
        true => String::new(),
        false => reading.coverage(asked, words),
    });
    let so_far = move || {
        let tally = tally.get();
        if !reading.has_begun() {
            return String::new();
        }
        match (reading.listed_at(), is_open.get()) {
            // A list that failed is told of beside it.
            (None, _) if !reading.list.status.is_reading.get() => String::new(),
            (None, _) => words.say(&text::overview_listing(tally.read, tally.total)),
            (_, true) => words.say(&text::all_sync_tasks_read_so_far(tally.read, tally.total)),
            (_, false) if tally.total > 0 => told.get(),
            (_, false) => String::new(),
        }
    };
    let switch = move || {
        shown(is_open.get().then(|| {
            action_button(Action {
                kind: ButtonKind::Quiet,
                label: Box::new(move || match is_paused.get() {
                    true => text::all_sync_tasks_resume(),
                    false => text::all_sync_tasks_pause(),
                }),
                is_enabled: Box::new(|| true),
                run: Box::new(move || match is_paused.get_untracked() {
                    true => reading.resume(),
                    false => reading.pause(),
                }),
            })
        }))
    };
    let gaps = move || {
        shown(refused.get().map(|refused| {
            let address = Route::List(List::NotRead).to_string();
            let words = match refused.organizations {
                0 => text::all_sync_tasks_gaps(refused.repositories, tally.get().total),
                _ => text::overview_attention_not_read(refused.words()),
            };
            view! {
                <a class="status warning" href=address>
                    <Icon name=IconName::Warning />
                    <span>{t(words)}</span>
                </a>
            }
        }))
    };
    let begin = move || {
        shown((!reading.has_begun()).then(|| {
            button(ButtonKind::Primary, text::overview_begin(), move || {
                reading.begin()
            })
        }))
    };
    let line = view! {
        <span class="freshness">{live(so_far)}</span>
        {live(switch)}
        {live(gaps)}
        {live(begin)}
    };
    // What stops one scan stops the others too: it is told once, and all go on together.
    let resume = Callback::new(move |()| reading.resume());
    let number = derived(move || {
        let number_of = |is_meant: fn(&ScanPhase) -> bool| {
            let mut all = reading.covered();
            all.position(|covered| is_meant(&covered.scan.phase()))
        };
        let halted = number_of(|phase| matches!(phase, ScanPhase::Halted(_)));
        halted.or_else(|| number_of(|phase| matches!(phase, ScanPhase::Waiting { .. })))
    });
    let stopped = move || {
        let number = number.get().unwrap_or_default();
        let covered = reading.covered().nth(number);
        shown(covered.map(|covered| covered.why_it_stands_still_until(resume)))
    };
    view! {
        {in_page_head(HeadRoom::Beside, head_line(line.into_any()))}
        {live(stopped)}
    }
    .into_any()
}
