//! Where images are copied to: a tile for each region with how its copies stand, as a filter.

use cloud_api::Timestamp;
use cloud_api::swr::{CountedTask, RegionCopies};
use leptos::prelude::*;

use super::wanted::Wanted;
use crate::browser::clock::use_clock;
use crate::i18n::{Message, Untrusted, day, t, text, use_i18n};
use crate::live::{derived, each, follow, live, on, shown};
use crate::scans::sync_tasks::Tasks;
use crate::ui::{Icon, IconName};

/// The tiles, while there are tasks; as long as some are awaited, the room for them.
pub fn regions(tasks: Tasks, wanted: Wanted, is_awaited: Memo<bool>) -> AnyView {
    let counted = RwSignal::new(Vec::<RegionCopies>::new());
    follow(move || {
        let tasks = tasks.get();
        let tasks = tasks.iter().map(|found| CountedTask {
            region: &found.task.target_region,
            last_copy: found.last_copy,
            arrived_at: found.arrived_at,
        });
        counted.set(RegionCopies::by_region(tasks));
    });
    let names =
        move || counted.with(|regions| regions.iter().map(|it| it.region.clone()).collect());
    view! {
        <div
            class="tiles in-line"
            role="group"
            aria-label=t(text::all_sync_tasks_regions())
            hidden=live(move || !is_awaited.get() && counted.with(Vec::is_empty))
        >
            {each(names, String::clone, move |region| tile(region, counted, wanted))}
        </div>
    }
    .into_any()
}

/// One region; pressed, its tasks are the only ones that are shown. It stays while the counts change,
/// and the focus with it.
fn tile(region: String, counted: RwSignal<Vec<RegionCopies>>, wanted: Wanted) -> AnyView {
    let (words, clock) = (use_i18n(), use_clock());
    let name = region.clone();
    let copies = derived(move || {
        let find =
            |regions: &Vec<RegionCopies>| regions.iter().find(|it| it.region == name).cloned();
        counted.with(find).unwrap_or_default()
    });
    let this = region.clone();
    let is_pressed = derived(move || {
        wanted
            .region
            .with(|wanted| wanted.as_deref() == Some(this.as_str()))
    });
    let shown_alone = move || {
        shown(is_pressed.get().then(|| {
            view! {
                <span class="status neutral" aria-hidden="true">
                    <Icon name=IconName::Success />
                    <span>{t(text::all_sync_tasks_region_shown())}</span>
                </span>
            }
        }))
    };
    let counts = move || words.say(&copies.with(counts));
    let arrived = move || {
        let day = |time: Timestamp| day(time, clock.get(), words.language());
        let arrived_at = copies.with(|copies| copies.arrived_at);
        let arrived = arrived_at.map(|time| text::all_sync_tasks_region_last(day(time)));
        shown(arrived.map(|arrived| view! { <span class="tile-last">{t(arrived)}</span> }))
    };
    let share = move |class: &'static str, count: fn(&RegionCopies) -> u64| {
        let share = live(move || copies.with(|copies| count(copies).to_string()));
        view! { <span class=class style:flex-grow=share></span> }.into_any()
    };
    view! {
        <button
            type="button"
            class="tile"
            aria-pressed=live(move || is_pressed.get().to_string())
            on:click=on(move |_| wanted.press(&region))
        >
            <span class="tile-head">
                <strong>
                    <Untrusted text=copies.with_untracked(|copies| copies.region.clone()) />
                </strong>
                {live(shown_alone)}
            </span>
            <span class="tile-words">{live(counts)}</span>
            <span class="tile-foot">
                <span class="proportions" aria-hidden="true">
                    {share("success", |copies| copies.copied)}
                    {share("danger", |copies| copies.failed)}
                    {share("neutral", |copies| copies.never_ran + copies.open)}
                </span>
                {live(arrived)}
            </span>
        </button>
    }
    .into_any()
}

/// How many there are and how they stand, zeros unsaid.
fn counts(copies: &RegionCopies) -> Message {
    let mut counts = text::all_sync_tasks_of_target(copies.tasks());
    if copies.failed > 0 {
        counts = text::all_sync_tasks_region_failed(counts, copies.failed);
    }
    if copies.never_ran > 0 {
        counts = text::all_sync_tasks_region_never(counts, copies.never_ran);
    }
    counts
}
