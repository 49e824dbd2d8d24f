//! Where copies go, as a table: a row for each arrow of the picture.

use cloud_api::swr::{CopyArrow, CopyMap};
use leptos::prelude::*;

use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::live::{live, shown};
use crate::route::container_images::sync_tasks;
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
    let (organization, region) = (arrow.organization.as_str(), arrow.copies.region.as_str());
    let of_both = [("organization", organization), ("region", region)];
    let all = sync_tasks(&of_both);
    let [organization, region] = of_both.map(|(_, text)| text.to_owned());
    let failed = sync_tasks(&[of_both[0], of_both[1], ("last", "failed")]);
    view! {
        <tr>
            <th scope="row">
                <Untrusted text=organization />
            </th>
            <td>
                <Untrusted text=region />
            </td>
            <td>{linked(arrow.copies.tasks(), all)}</td>
            <td>{linked(arrow.copies.failed, failed)}</td>
            <td>{plain(arrow.copies.never_ran)}</td>
        </tr>
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
