//! All organizations that the person can see, to create and to delete some.

mod columns;
mod create_dialog;
mod delete_dialog;

use std::rc::Rc;

use cloud_api::clipboard::terraform::{Resource, all};
use cloud_api::swr::{ListOrganizations, ListRepositories, PageSize, ShowOverview, Visibility};
use cloud_api::{Kind, Operation as _, OrganizationName};
use leptos::prelude::*;

use super::places::note_organizations;
use crate::change::copy_as::{Blocks, copy_as};
use crate::change::provider::use_provider;
use crate::change::recent::recent_change;
use crate::i18n::{text, use_i18n};
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing};
use crate::live::{follow, follow_from, live, shown};
use crate::query::{ReadStatus, use_places, use_query};
use crate::table::{RowAction, use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, page_help, write_button};
use columns::{columns, deletable};
use create_dialog::create_dialog;
use delete_dialog::delete_dialog;

const LIST: ListOrganizations = ListOrganizations {
    visibility: Visibility::Visible,
    name: None,
};

/// The page.
pub fn page() -> AnyView {
    let query = use_query(LIST);
    let filter = use_filter(text::organizations_filter);
    let sort = use_sort_in_address("name");
    let read = move || {
        let listed = query.value();
        Rc::new(listed.map(|listed| listed.to_vec()).unwrap_or_default())
    };
    let places = use_places();
    follow(move || {
        if let Some(listed) = query.value() {
            note_organizations(places, listed.iter());
        }
    });
    let rows = use_rows(columns(), read, filter.text(), Some(sort));
    let selected = rows.selected();
    let (is_creating, is_deleting) = (RwSignal::new(false), RwSignal::new(false));
    let create = move || {
        let close = Callback::new(move |()| is_creating.set(false));
        shown(is_creating.get().then(|| create_dialog(close)))
    };
    let chosen = move || rows.acted_on().iter().filter_map(deletable).collect();
    let delete = move || {
        let close = Callback::new(move |()| is_deleting.set(false));
        let dialog = || delete_dialog(chosen(), selected, close);
        shown(is_deleting.get().then(dialog))
    };
    let provider = use_provider();
    let on_screen = move || {
        let shown = rows.matching();
        let shown_organizations = shown.iter().filter_map(|row| {
            let organization = OrganizationName::listed(&row.name)?;
            Some(Resource::Organization { organization })
        });
        let written = all(shown_organizations, provider);
        match written.text.is_empty() {
            true if shown.is_empty() => Blocks::NotYet,
            true => Blocks::NoForm,
            false => Blocks::Written(written.text),
        }
    };
    let listing = Listing {
        id: "organizations-title",
        title: text::organizations_title(),
        count: text::organizations_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(query),
        nothing: live(text::organizations_nothing),
        around: Around {
            actions: create_button(is_creating),
            selected: vec![delete_action(is_deleting)],
            copies: Some(copy_as(
                live(move || vec![LIST.request()]),
                Some(live(on_screen)),
            )),
            notices: recent_change(|subject| subject.kind == Kind::Organization),
            ..Around::default()
        },
    };
    view! {
        {page_help(text::organizations_purpose())}
        <p class="answer">{overview(query.status())}</p>
        {listing.view()}
        {live(create)}
        {live(delete)}
    }
    .into_any()
}

/// How much the account has in the region, where the service tells; as old as the list.
fn overview(list: ReadStatus) -> AnyView {
    let words = use_i18n();
    let read = use_query(ShowOverview);
    let seen = use_query(ListRepositories {
        organization: None,
        name: None,
        offset: 0,
        limit: PageSize::ONE,
        order: None,
    });
    follow_from(move |reads| {
        let is_read = list.read_at.get().is_some();
        let reads = reads.unwrap_or_default() + u64::from(is_read);
        // The first came with a read of its own.
        if reads > 1 {
            read.refresh();
            seen.refresh();
        }
        reads
    });
    let told = move || {
        let overview = read.value()?;
        let (organizations, repositories) = (overview.namspace_num?, overview.repo_num?);
        let images = overview.image_num?;
        // How many the list would have in all is how many the person can see.
        let seen = seen.value().and_then(|page| page.total);
        if let Some(seen) = seen.filter(|seen| *seen < repositories) {
            return Some(words.say(&text::organizations_overview_part(repositories, seen)));
        }
        Some(words.say(&text::organizations_overview(
            images,
            organizations,
            repositories,
        )))
    };
    live(told).into_any()
}

fn create_button(is_creating: RwSignal<bool>) -> AnyView {
    write_button(
        ButtonKind::Primary,
        text::create_organization_action(),
        move || is_creating.set(true),
    )
}

fn delete_action(is_deleting: RwSignal<bool>) -> RowAction {
    selected_action(
        ButtonKind::DangerText,
        text::delete_organizations_count,
        move || is_deleting.set(true),
    )
}
