//! Where copies go, as a picture: organizations at the left, regions at the right with how their copies
//! stand, and an arrow for each pair, the thicker the more tasks. Everything in it is a link.

use cloud_api::sorted::sort_by;
use cloud_api::swr::{CopyArrow, CopyMap, RegionCopies};
use leptos::prelude::*;

use crate::i18n::{Message, number, t, text, use_i18n, visible};
use crate::live::{live, shown};
use crate::route::container_images::sync_tasks;

/// Places that are drawn at each side; the table has all.
const SHOWN: usize = 6;

/// Units of the picture: its width, its height, and how wide a place is at either side. The height is
/// always that of the most places, or what is below would move while they are found.
const WIDTH: usize = 560;
const HEIGHT: usize = SHOWN * 44;
const LEFT: usize = 128;
const RIGHT: usize = 164;

/// How thick the thickest arrow is, in units.
const THICKEST: u64 = 9;

/// Characters of a name that have room.
const LONGEST: usize = 16;

/// The same before the number of a region's tasks.
const LONGEST_REGION: usize = 14;

/// The picture.
pub fn picture(map: &CopyMap) -> AnyView {
    let organizations = map.organizations();
    let mut regions: Vec<&RegionCopies> = map.regions.iter().collect();
    sort_by(&mut regions, |one, other| other.tasks().cmp(&one.tasks()));
    let more = organizations.len().saturating_sub(SHOWN) + regions.len().saturating_sub(SHOWN);
    let (organizations, regions) = (
        &organizations[..organizations.len().min(SHOWN)],
        &regions[..regions.len().min(SHOWN)],
    );
    let middle = |number: usize, of: usize| (2 * number + 1) * HEIGHT / (2 * of);
    let most = map.arrows.iter().map(|arrow| arrow.copies.tasks()).max();
    let arrows: Vec<AnyView> = map
        .arrows
        .iter()
        .filter_map(|arrow| {
            let mut left = organizations.iter();
            let left = left.position(|(name, _)| *name == arrow.organization)?;
            let mut right = regions.iter();
            let right = right.position(|region| region.region == arrow.copies.region)?;
            let ends = (
                middle(left, organizations.len()),
                middle(right, regions.len()),
            );
            Some(arrow_line(arrow, ends, most.unwrap_or(1)))
        })
        .collect();
    let left: Vec<AnyView> = organizations
        .iter()
        .enumerate()
        .map(|(number, (name, tasks))| {
            organization(name, *tasks, middle(number, organizations.len()))
        })
        .collect();
    let right: Vec<AnyView> = regions
        .iter()
        .enumerate()
        .map(|(number, copies)| region(copies, middle(number, regions.len())))
        .collect();
    let more = (more > 0).then(|| {
        view! { <p class="field-hint">{t(text::overview_more_places(more as u64))}</p> }
    });
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    view! {
        <svg class="picture" viewBox=view_box role="group" aria-labelledby="overview-copies">
            {arrows}
            {left}
            {right}
        </svg>
        {shown(more)}
    }
    .into_any()
}

/// What a link of the picture says where it is heard.
fn said(words: Message) -> impl Fn() -> String + Send + 'static {
    let i18n = use_i18n();
    move || i18n.say(&words)
}

fn arrow_line(arrow: &CopyArrow, (from, to): (usize, usize), most: u64) -> AnyView {
    let copies = &arrow.copies;
    let thick = 1 + copies.tasks() * (THICKEST - 1) / most.max(1);
    let (begin, end) = (LEFT, WIDTH - RIGHT);
    let bend = (begin + end) / 2;
    let path = format!("M{begin} {from} C{bend} {from} {bend} {to} {end} {to}");
    let address = sync_tasks(&[
        ("organization", &arrow.organization),
        ("region", &copies.region),
    ]);
    let name = text::overview_arrow(
        counts(copies),
        arrow.organization.as_str(),
        copies.region.as_str(),
    );
    view! {
        <g class="copy-arrow">
            <a href=address aria-label=live(said(name))>
                <path class="hit" d=path.clone()></path>
                <path d=path stroke-width=thick.to_string()></path>
            </a>
        </g>
    }
    .into_any()
}

fn organization(name: &str, tasks: u64, middle: usize) -> AnyView {
    let address = sync_tasks(&[("organization", name)]);
    let said_of = text::overview_place(text::all_sync_tasks_of_target(tasks), name);
    let (top, baseline) = (middle.saturating_sub(18), middle + 4);
    view! {
        <g class="copy-place">
            <a href=address aria-label=live(said(said_of))>
                <rect x="1" y=top.to_string() width=(LEFT - 2).to_string() height="36" rx="4"></rect>
                <text x="12" y=baseline.to_string()>
                    {cut(name, LONGEST)}
                </text>
            </a>
        </g>
    }
    .into_any()
}

fn region(copies: &RegionCopies, middle: usize) -> AnyView {
    let address = sync_tasks(&[("region", &copies.region)]);
    let said_of = text::overview_place(counts(copies), copies.region.as_str());
    let (words, tasks) = (use_i18n(), copies.tasks());
    let (left, end) = (WIDTH - RIGHT, WIDTH - 13);
    let (top, baseline, bar) = (middle.saturating_sub(20), middle - 2, middle + 7);
    let all = (RIGHT - 25) as u64;
    let wide = |count: u64| (count * all / copies.tasks().max(1)).to_string();
    let (x, failed_at) = (
        left + 12,
        left as u64 + 12 + copies.copied * all / copies.tasks().max(1),
    );
    view! {
        <g class="copy-place region">
            <a href=address aria-label=live(said(said_of))>
                <rect
                    x=left.to_string()
                    y=top.to_string()
                    width=(RIGHT - 1).to_string()
                    height="40"
                    rx="4"
                ></rect>
                <text x=x.to_string() y=baseline.to_string()>
                    {cut(&copies.region, LONGEST_REGION)}
                </text>
                // Apart from the name, as what is said of the link has it.
                " "
                <text class="copy-count" x=end.to_string() y=baseline.to_string()>
                    {live(move || number(tasks, words.language()))}
                </text>
                <rect class="track" x=x.to_string() y=bar.to_string() width=all.to_string() height="5" rx="2.5"></rect>
                <rect class="copied" x=x.to_string() y=bar.to_string() width=wide(copies.copied) height="5"></rect>
                <rect class="failed" x=failed_at.to_string() y=bar.to_string() width=wide(copies.failed) height="5"></rect>
            </a>
        </g>
    }
    .into_any()
}

/// A name as far as it has room; the link says the whole.
fn cut(name: &str, longest: usize) -> String {
    let whole = visible(name);
    match whole.chars().count() > longest {
        true => whole.chars().take(longest - 1).chain(['…']).collect(),
        false => whole,
    }
}

/// How many tasks there are and how many of them need a hand, zeros unsaid.
fn counts(copies: &RegionCopies) -> Message {
    let tasks = text::all_sync_tasks_of_target(copies.tasks());
    match copies.failed {
        0 => tasks,
        failed => text::all_sync_tasks_region_failed(tasks, failed),
    }
}
