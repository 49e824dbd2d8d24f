//! Who can get which images of an organization, as one file: the access of each repository is read as
//! long as the dialog is open.

mod contents;
mod scan;

use std::collections::BTreeSet;

use cloud_api::swr::{AccessPlace, RepositorySummary, ShowAccess};
use cloud_api::{OrganizationName, Owner, RepositoryPath};
use leptos::prelude::*;

use crate::i18n::{t, text, use_i18n};
use crate::listing::coverage::{Covered, Places, Scanned};
use crate::listing::export::Form;
use crate::listing::extent::extent_notice;
use crate::live::{derived, follow, live, on, shown};
use crate::pages::containers::repositories::repository_list;
use crate::query::{List, use_query};
use crate::scans::sight::{organization_words, sight_line, sight_of_organization};
use crate::session::use_session;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, Dialog, button, use_announcements};
use contents::Contents;
use scan::{AccessScan, use_access_scan};

/// The dialog.
pub fn organization_file(organization: OrganizationName, close: Callback<()>) -> AnyView {
    let scan = use_access_scan();
    forget_another(scan, &organization);
    let list = repository_list(organization.clone());
    let above = use_query(ShowAccess {
        place: AccessPlace::Organization(organization.clone()),
    });
    let sight = sight_of_organization(&organization, list);
    let of = organization.clone();
    let covered = Covered {
        places: Places::Repositories,
        scan: Scanned::of(scan.any(), Owner::to_string),
        unnameable: cover(scan, list),
        extent: list.extent,
        sight: derived(move || Some(organization_words(sight.get()?, &of))),
    };
    on_cleanup(move || scan.pause());
    tell_the_end(covered);
    let is_ready = move || {
        let is_awaited = above.is_awaited() || sight.is_asked();
        list.status.read_at.with(Option::is_some) && !is_awaited && !covered.scan.is_reading()
    };
    let contents = StoredValue::new_local(Contents {
        organization: organization.clone(),
        list,
        above,
        scan,
        covered,
        session: use_session(),
        words: use_i18n(),
    });
    let save = |form: Form| {
        view! {
            <button
                type="button"
                class="button"
                disabled=live(move || !is_ready())
                on:click=on(move |_| untrack(|| contents.with_value(|contents| contents.save(form))))
            >
                {t(form.label())}
            </button>
        }
        .into_any()
    };
    let forms: Vec<AnyView> = Form::ALL.into_iter().map(save).collect();
    let retry = Callback::new(move |()| above.refresh());
    let list_again = Callback::new(move |()| list.status.refresh());
    view! {
        <Dialog title=text::access_file_action(organization.to_string()) on_close=close>
            <div id="dialog-description">
                <p>{t(text::access_file_purpose())}</p>
                <p>{t(text::permissions_not_listed_organization())}</p>
            </div>
            <div class="page-beside">{covered.so_far()}</div>
            {covered.why_it_stands_still()}
            {sight_line(move || covered.sight.get())}
            {extent_notice(list.extent)}
            {failure_of(text::table_failed(), move || list.status.error.get(), Some(list_again))}
            {failure_of(text::organization_access_failed(), move || above.error(), Some(retry))}
            {live(move || {
                let wait = || view! { <p class="field-hint">{t(text::access_file_wait())}</p> };
                shown((!is_ready()).then(wait))
            })}
            <div class="dialog-actions">
                {forms} {button(ButtonKind::Plain, text::access_file_close(), move || close.run(()))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// Takes what was read of another organization off the scan: nothing of it is part of this file, also
/// as long as these repositories are not listed.
fn forget_another(scan: AccessScan, organization: &OrganizationName) {
    let is_another = |place: &RepositoryPath| place.organization != *organization;
    let holds_another = || scan.look(|scan| scan.places().any(is_another));
    if untrack(holds_another) {
        scan.cover(Vec::new());
    }
}

/// Lets the scan cover the repositories once they are listed; gives those that it cannot ask about. A
/// scan that was left goes on, one that came to its end begins anew.
fn cover(scan: AccessScan, list: List<RepositorySummary>) -> RwSignal<Vec<String>> {
    let unnameable = RwSignal::new(Vec::<String>::new());
    let has_begun = StoredValue::new(false);
    follow(move || {
        if list.status.read_at.get().is_none() {
            return;
        }
        let mut places: BTreeSet<RepositoryPath> = BTreeSet::new();
        let mut names = Vec::new();
        for row in list.rows.get().iter() {
            match row.repository() {
                Some(place) => drop(places.insert(place)),
                None => names.push(format!("{}/{}", row.namespace, row.name)),
            }
        }
        unnameable.set(names);
        scan.cover(places.into_iter().collect());
        if !has_begun.get_value() {
            has_begun.set_value(true);
            let coverage = untrack(|| scan.coverage());
            match coverage.read + coverage.refused == coverage.total {
                true => scan.start_again(),
                false => scan.resume(),
            }
        }
    });
    unnameable
}

/// Says how much was read once the reading ends.
fn tell_the_end(covered: Covered) {
    let announcements = use_announcements();
    let reads = derived(move || covered.scan.is_reading());
    let was_reading = StoredValue::new(false);
    follow(move || {
        let is_reading = reads.get();
        if was_reading.get_value() && !is_reading {
            announcements.say(untrack(|| covered.counts().words()));
        }
        was_reading.set_value(is_reading);
    });
}
