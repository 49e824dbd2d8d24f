//! What others share with the project: waiting for an answer, accepted, rejected.

mod columns;
mod received_lists;

use std::rc::Rc;

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ListReceivedImages, MemberStatus};
use cloud_api::{Operation as _, Request};
use leptos::prelude::*;
use words::explanation;

use super::image_scan::Begin;
use super::members_scan::Known;
use super::row::Row;
use crate::change::copy_as::copy_as;
use crate::i18n::{t, text, use_i18n};
use crate::listing::choices::{AllRows, Called, Trait, choices_menu, use_choices};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, follow, live, shown};
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::page_help;
use columns::columns;
use received_lists::ReceivedLists;
use words::machine_image::member_status_words;

/// What narrows the list besides its filter, by its name in the address.
const PARAMETERS: &[&str] = &["status"];

/// How an image stands.
const STATUS: Trait<Row> = Trait {
    parameter: PARAMETERS[0],
    of: |row| &row.held.status,
    words: |name| MemberStatus::named(name).map(member_status_words),
};

/// The page.
pub fn page(project: ProjectId) -> AnyView {
    let lists = ReceivedLists::read();
    let members = lists.memberships();
    follow(move || {
        if lists.is_read() {
            let rows = untrack(|| lists.images());
            let images = rows.iter().map(|(_, image)| image);
            members.wants(images, Begin::WhereFew);
        }
    });
    let all: AllRows<Row> = RwSignal::new_local(Rc::default());
    follow(move || {
        let images = lists.images();
        let rows = members.scan.look(|scan| {
            let known = Known::of(scan);
            let row = |(listed, image): &(MemberStatus, Image)| {
                let members = known.of_image(image.image_id().as_ref());
                Row::received(image, *listed, &project, members)
            };
            images.iter().map(row).collect()
        });
        all.set(Rc::new(rows));
    });
    let choices = use_choices(&[STATUS], text::machine_images_count);
    let filter = use_filter_with(text::machine_images_filter, PARAMETERS);
    let sort = use_sort_in_address("status");
    let rows = use_rows_where(
        columns(),
        move || all.get(),
        filter.text(),
        Some(sort),
        move || choices.admits(),
    );
    let status = Called {
        id: "received-status",
        label: text::registries_status,
        chosen: text::received_status_chosen,
    };
    let known = MemberStatus::ALL.map(MemberStatus::name);
    let words = use_i18n();
    let refresh = Callback::new(move |()| {
        lists.refresh();
        members.scan.start_again();
    });
    let has_rejected = derived(move || {
        let is_rejected = |it: &Row| it.held.status == MemberStatus::Rejected.name();
        all.with(|all| all.iter().any(is_rejected))
    });
    let rejected = live(move || {
        shown(has_rejected.get().then(|| {
            view! { <p class="note">{t(text::received_rejected_can())}</p> }
        }))
    });
    let listing = Listing {
        id: "received-title",
        title: text::machine_image_shared_with_project(),
        count: text::machine_images_count,
        filter,
        rows: rows.grid(),
        read: lists.list_read(refresh),
        nothing: live(text::received_nothing),
        around: Around {
            standing: Standing::Tab,
            filters: choices_menu(status, STATUS, choices, all, (&known, rows.grid())),
            copies: Some(copy_as(live(requests), None)),
            export: Export {
                waits: live(move || !lists.has_ended() || members.covered.scan.is_reading()),
                gaps: live(move || {
                    let missing = lists.missing().into_iter().map(|it| words.say(&it));
                    let gaps = members.covered.outcome().told(words);
                    missing.chain(gaps).collect()
                }),
                ..Export::default()
            },
            notices: [lists.failures(rows.grid(), refresh), rejected.into_any()].into_any(),
            explain: explanation::of_machine_images,
            ..Around::default()
        },
    };
    view! {
        {page_help(text::received_purpose())}
        {members.view(text::received_begin)}
        {listing.view()}
    }
    .into_any()
}

/// The first page of each list.
fn requests() -> Vec<Request> {
    let first = MemberStatus::ALL.map(|status| {
        let list = ListReceivedImages {
            status,
            marker: None,
        };
        list.request()
    });
    first.to_vec()
}
