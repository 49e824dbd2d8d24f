//! A change in one line, for a page that only names what was changed last: what was done, when, and the way
//! to take it back.

use leptos::prelude::*;

use super::card::icon;
use super::undo::undo_button;
use crate::i18n::{moment, timed, use_i18n};
use crate::live::{derived, live, shown};
use crate::ui::Icon;
use crate::work::Entry;
use words::result::{result, undone};

/// The line.
pub fn change_line(entry: Entry) -> AnyView {
    let words = use_i18n();
    let record = entry.record;
    entry.is_on_screen_here();
    let (standing, how_much) = (
        derived(move || record.with(|record| record.change.standing())),
        derived(move || record.with(|record| record.undone())),
    );
    let heading = move || record.with(|record| words.show(&result(&record.change)));
    let taken_back = move || {
        shown(how_much.get().map(|how_much| {
            let undone = undone(how_much);
            view! { <span class="field-hint">{live(move || words.say(&undone))}</span> }
        }))
    };
    let time = record.with_untracked(|record| record.change.made_at());
    let made_at = timed(time, move |now| moment(time, now, words.language()));
    view! {
        <li class="change-line">
            {live(move || view! { <Icon name=icon(standing.get(), how_much.get()) /> }.into_any())}
            <span class="change-words">{live(heading)} " " {live(taken_back)}</span>
            <span class="freshness">{made_at}</span>
            {undo_button(entry)}
        </li>
    }
    .into_any()
}
