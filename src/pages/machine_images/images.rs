//! All images that the project can use.

mod columns;

use std::rc::Rc;

use cloud_api::ims::{Image, ListImages};
use cloud_api::{Operation as _, ProjectId};
use leptos::prelude::*;
use words::explanation;

use super::cells::is_share_of;
use super::choices::{PARAMETERS, TRAITS, menus};
use super::dialogs::{Asked, dialog_about};
use super::image_scan::Begin;
use super::members_scan::Known;
use super::places::note_images;
use super::row::Row;
use super::share_action::ShareAction;
use super::sharing::Sharing;
use super::stop_dialog::StopSharing;
use crate::change::copy_as::copy_as;
use crate::change::recent::recent_change;
use crate::i18n::{text, use_i18n};
use crate::listing::choices::{AllRows, use_choices};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live};
use crate::query::use_places;
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::{ButtonKind, dialog_while, page_help};
use columns::columns;

/// The page.
pub fn page(project: ProjectId) -> AnyView {
    let sharing = Sharing::of(project.clone(), Begin::WhereFew);
    let (of_share, of_stop) = (project.clone(), project.clone());
    let (list, scan) = (sharing.images, sharing.members.scan);
    let (places, words) = (use_places(), use_i18n());
    let all: AllRows<Row> = RwSignal::new_local(Rc::default());
    follow(move || {
        let images = list.rows.get();
        let rows = scan.look(|scan| {
            let known = Known::of(scan);
            let row = |image: &Image| {
                let members = known.of_image(image.image_id().as_ref());
                Row::of(image, &project, members)
            };
            images.iter().map(row).collect()
        });
        all.set(Rc::new(rows));
    });
    follow(move || {
        if list.status.read_at.get().is_some() {
            note_images(places, "machine images", &list.rows.get_untracked());
        }
    });
    let choices = use_choices(TRAITS, text::machine_images_count);
    let filter = use_filter_with(text::machine_images_filter, PARAMETERS);
    let sort = use_sort_in_address("-created");
    let rows = use_rows_where(
        columns(),
        move || all.get(),
        filter.text(),
        Some(sort),
        move || choices.admits(),
    );
    let request = ListImages::after(None).request();
    let refresh = Callback::new(move |()| sharing.refresh());
    let gaps = move || {
        let shown = rows.matching();
        let unknown = shown.iter().filter(|row| !row.shared_with.is_exact());
        match unknown.count() as u64 {
            0 => Vec::new(),
            count => {
                let not_counted = words.say(&text::image_scan_not_counted(count));
                let gaps = sharing.members.covered.outcome().gaps(words);
                [not_counted].into_iter().chain(gaps).collect()
            }
        }
    };
    let (share, is_stopping) = (ShareAction::closed(), RwSignal::new(false));
    let stop = selected_action(
        ButtonKind::DangerText,
        text::stop_sharing_of_images,
        move || is_stopping.set(true),
    );
    let listing = Listing {
        id: "machine-images-title",
        title: text::frame_machine_images(),
        count: text::machine_images_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list).refreshed_by(refresh),
        nothing: live(text::machine_images_nothing),
        around: Around {
            filters: menus(choices, all, rows.grid()),
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            standing: Standing::Tab,
            selected: vec![share.of_rows(), stop],
            notices: recent_change(|subject| is_share_of(subject, None, None)),
            export: Export {
                waits: live(move || sharing.members.covered.scan.is_reading()),
                gaps: live(gaps),
                ..Export::default()
            },
            explain: explanation::of_machine_images,
            ..Around::default()
        },
    };
    let chosen = move || {
        let chosen = rows.acted_on();
        chosen.iter().map(|row| row.image.clone()).collect()
    };
    let on_sent = Callback::new(move |()| rows.selected().clear_acted_on());
    view! {
        {page_help(text::machine_images_purpose())}
        {sharing.view()}
        {listing.view()}
        {share.dialog(of_share, Box::new(chosen), on_sent)}
        {dialog_while(is_stopping, move |close| {
            let stop = stopping(&of_stop, &rows.acted_on());
            dialog_about(Asked::Stop(stop, rows.selected()), close)
        })}
    }
    .into_any()
}

/// All shares of these images; those that have none are not asked about.
fn stopping(project: &ProjectId, chosen: &[Row]) -> StopSharing {
    let rows = chosen.iter();
    let own = rows.filter(|row| row.image.may_be_shared_by(project));
    let images: Vec<_> = own.filter_map(Row::named).collect();
    let others = (chosen.len() - images.len()) as u64;
    StopSharing {
        images,
        recipients: None,
        title: text::stop_sharing_of_images(chosen.len() as u64),
        doubts: (others > 0)
            .then(|| text::stop_sharing_others(others))
            .into_iter()
            .collect(),
    }
}
