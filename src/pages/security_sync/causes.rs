//! Why registries failed, the most frequent cause first: in words, with what to do, where HSS has a
//! code. Each narrows the table to its registries.

use std::cmp::Reverse;

use cloud_api::hss::{FailReason, TaskRegistry};
use leptos::prelude::*;
use words::fail_reason::remedy;

use super::choices::CAUSE;
use crate::i18n::{Untrusted, number, t, text, use_i18n, visible};
use crate::listing::choices::{Choices, Group};
use crate::live::{derived, each, live, on, shown};
use crate::query::List;
use crate::table::GridRows;

/// Causes that are shown at once: as many as stand beside each other.
const AT_ONCE: usize = 3;

/// Causes that are shown at all; with more the list would be longer than the table.
const LISTED: usize = 100;

/// The causes, while there are any.
pub fn causes(choices: Choices<TaskRegistry>, list: List<TaskRegistry>, rows: GridRows) -> AnyView {
    let words = use_i18n();
    let group = Group::new(CAUSE, list.rows, &[]);
    let counts = derived(move || {
        let mut counts = group.counts();
        let is_documented = |cause: &str| FailReason::named(cause).is_some();
        counts.sort_by_key(|(cause, count)| (Reverse(*count), !is_documented(cause)));
        counts.truncate(LISTED);
        counts
    });
    let [is_open, is_held] = std::array::from_fn(|_| RwSignal::new(false));
    let seen = move || {
        let at_most = if is_open.get() { LISTED } else { AT_ONCE };
        let counts = counts.get().into_iter().enumerate();
        // What narrows the table stays to be seen, and to be pressed once more.
        let seen = counts.filter(|(place, (cause, count))| {
            (*place < at_most && *count > 0) || choices.is_chosen(CAUSE, cause)
        });
        seen.map(|(_, (cause, _))| cause).collect::<Vec<_>>()
    };
    // Under the pointer or with the focus in them, nothing jumps: they stay as they stand.
    let last = StoredValue::new(None::<(bool, Vec<String>)>);
    let names = derived(move || {
        let opened = is_open.get();
        if is_held.get()
            && let Some((was_open, names)) = last.get_value()
            && was_open == opened
            && !names.is_empty()
        {
            return names;
        }
        let names = seen();
        last.set_value(Some((opened, names.clone())));
        names
    });
    let others = derived(move || {
        let there = counts.with(|counts| counts.iter().filter(|(_, count)| *count > 0).count());
        there.saturating_sub(AT_ONCE) as u64
    });
    let more = move || {
        shown((others.get() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=live(move || is_open.get().to_string())
                    on:click=on(move |_| is_open.update(|is_open| *is_open = !*is_open))
                >
                    {live(move || words.say(&text::registries_more_causes(others.get())))}
                </button>
            }
        }))
    };
    view! {
        <div
            class="causes"
            role="group"
            aria-label=t(text::registries_causes())
            hidden=live(move || names.with(Vec::is_empty))
            on:pointerenter=on(move |_| is_held.set(true))
            on:pointerleave=on(move |_| is_held.set(false))
            on:focusin=on(move |_| is_held.set(true))
            on:focusout=on(move |_| is_held.set(false))
        >
            {each(move || names.get(), String::clone, move |cause| tile(cause, choices, counts, rows))}
            {live(more)}
        </div>
    }
    .into_any()
}

/// How many failed by one cause, and why that is.
fn tile(
    cause: String,
    choices: Choices<TaskRegistry>,
    counts: Memo<Vec<(String, u64)>>,
    rows: GridRows,
) -> AnyView {
    let words = use_i18n();
    let this = cause.clone();
    let count = move || {
        let count = counts.with(|counts| counts.iter().find(|(it, _)| *it == this).map(|it| it.1));
        number(count.unwrap_or_default(), words.language())
    };
    let (mark, whole) = (cause.clone(), visible(&cause));
    let is_pressed = live(move || choices.is_chosen(CAUSE, &mark).to_string());
    let why = match FailReason::named(&cause) {
        Some(known) => t(remedy(known)).into_any(),
        None => view! { <Untrusted text=cause.clone() /> }.into_any(),
    };
    view! {
        <button
            type="button"
            class="tile"
            title=whole
            aria-pressed=is_pressed
            on:click=on(move |_| choices.press(CAUSE, &cause, rows))
        >
            <strong class="number">{live(count)}</strong>
            " "
            <span>{why}</span>
        </button>
    }
    .into_any()
}
