//! What others share with the project: waiting for an answer, accepted, rejected.

mod columns;
mod received_lists;

use std::rc::Rc;

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ListReceivedImages, MemberStatus, MemberType, RecipientId};
use cloud_api::{Operation as _, Request};
use leptos::prelude::*;
use words::explanation;

use super::answer_actions::AnswerActions;
use super::cells::is_share_of;
use super::image_scan::Begin;
use super::members_scan::Known;
use super::places::note_images;
use super::row::Row;
use crate::change::copy_as::copy_as;
use crate::change::recent::recent_change;
use crate::i18n::{t, text, use_i18n};
use crate::listing::choices::{AllRows, Called, Trait, choices_menu, use_choices};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, follow, live, shown};
use crate::query::use_places;
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
    let places = use_places();
    follow(move || {
        if lists.is_read() {
            let images: Vec<Image> = untrack(|| lists.images())
                .into_iter()
                .map(|(_, image)| image)
                .collect();
            members.wants(images.iter(), Begin::WhereFew);
            note_images(places, "received machine images", &images);
        }
    });
    let all: AllRows<Row> = RwSignal::new_local(Rc::default());
    let of_rows = project.clone();
    follow(move || {
        // An image that has left one list has not come into another yet.
        if lists.is_read_again() {
            return;
        }
        let images = lists.images();
        let rows = members.scan.look(|scan| {
            let known = Known::of(scan);
            let row = |(listed, image): &(MemberStatus, Image)| {
                let members = known.of_image(image.image_id().as_ref());
                Row::received(image, *listed, &of_rows, members)
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
    let actions = AnswerActions::closed();
    let own = RecipientId {
        member_type: MemberType::Project.name().to_owned(),
        identifier: project.to_string(),
    };
    let recent = recent_change(move |subject| is_share_of(subject, None, Some(&own)));
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
            selected: actions.of_rows(),
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
            notices: [lists.failures(rows.grid(), refresh), recent].into_any(),
            explain: explanation::of_machine_images,
            ..Around::default()
        },
    };
    view! {
        {page_help(text::received_purpose())}
        {members.view(text::received_begin)}
        {listing.view()}
        // Under the rows, which do not move when it comes.
        {rejected}
        {actions.dialogs(
            project,
            Box::new(move || rows.acted_on().into_iter().map(|row| row.image).collect()),
            Callback::new(move |()| rows.selected().clear_acted_on()),
        )}
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
