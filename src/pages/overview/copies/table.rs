//! Where copies go, as a table: a row for each arrow of the picture.

use cloud_api::OrganizationName;
use cloud_api::swr::{CopyArrow, CopyMap};
use leptos::prelude::*;

use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::live::{live, shown};
use crate::route::container_images::{organization as organization_at, sync_tasks};
use crate::ui::bounded::SHOWN;

/// The table.
pub fn table(map: &CopyMap) -> AnyView {
    let rows: Vec<AnyView> = map.arrows.iter().take(SHOWN).map(row).collect();
    let more = map.arrows.len().saturating_sub(SHOWN) as u64;
    let more = (more > 0).then(|| view! { <p class="field-hint">{t(text::list_more(more))}</p> });
    let heads = [
        text::organizations_name(),
        text::overview_region(),
        text::all_sync_tasks_table(),
        text::overview_failed(),
        text::all_sync_tasks_never(),
    ];
    let heads = heads.map(|head| view! { <th scope="col">{t(head)}</th> }.into_any());
    view! {
        <div id="copies-table" class="copies-table">
            <table aria-labelledby="overview-copies">
                <thead>
                    <tr>{heads.into_any()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {shown(more)}
        </div>
    }
    .into_any()
}

fn row(arrow: &CopyArrow) -> AnyView {
    let copies = &arrow.copies;
    let of_both = [
        ("organization", arrow.organization.as_str()),
        ("region", copies.region.as_str()),
    ];
    let last = |value| sync_tasks(&[of_both[0], of_both[1], ("last", value)]);
    let home = OrganizationName::listed(&arrow.organization);
    let home = home.map_or_else(|| sync_tasks(&of_both[..1]), |name| organization_at(&name));
    view! {
        <tr>
            <th scope="row">{named(&arrow.organization, home)}</th>
            <td>{named(&copies.region, sync_tasks(&of_both[1..]))}</td>
            <td>{linked(copies.tasks(), sync_tasks(&of_both))}</td>
            <td>{linked(copies.failed, last("failed"))}</td>
            <td>{linked(copies.never_ran, last("never"))}</td>
        </tr>
    }
    .into_any()
}

/// A name as the way to what it names.
fn named(name: &str, address: String) -> AnyView {
    let text = name.to_owned();
    view! {
        <a href=address>
            <Untrusted text />
        </a>
    }
    .into_any()
}

/// A number as the way to what it counts; none leads nowhere.
fn linked(count: u64, address: String) -> AnyView {
    match count {
        0 => plain(count),
        _ => view! { <a href=address>{plain(count)}</a> }.into_any(),
    }
}

fn plain(count: u64) -> AnyView {
    let words = use_i18n();
    live(move || number(count, words.language())).into_any()
}
