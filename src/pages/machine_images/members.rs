//! Who an image is shared with.

mod columns;

use cloud_api::Operation as _;
use cloud_api::ims::{Image, ImageId, ImageVisibility, ListImageMembers, Member, MemberStatus};
use leptos::prelude::*;
use words::explanation;

use super::lists;
use crate::change::copy_as::copy_as;
use crate::i18n::{t, text};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::{live, shown};
use crate::query::{List, Query};
use crate::table::{use_rows, use_sort_in_address};
use columns::columns;

/// The table of an image's members; what is told of the image is read again with it.
pub fn members(image: ImageId, seen: Option<ImageVisibility>, details: Query<Image>) -> AnyView {
    let list = lists::members(image.clone());
    let filter = use_filter(text::image_members_filter);
    let sort = use_sort_in_address("-since");
    let rows = use_rows(
        columns(),
        move || list.rows.get(),
        filter.text(),
        Some(sort),
    );
    let refresh = Callback::new(move |()| {
        list.status.refresh();
        details.refresh();
    });
    let request = ListImageMembers {
        image: image.clone(),
        marker: None,
    }
    .request();
    let is_anothers = seen == Some(ImageVisibility::SharedWithProject);
    let notices = view! {
        {shown(
            is_anothers.then(|| view! { <p class="note">{t(text::image_members_only_own())}</p> }),
        )}
        {live(move || rejected_note(list))}
    };
    let listing = Listing {
        id: "members-title",
        title: text::image_members_title(),
        count: text::image_members_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list).refreshed_by(refresh),
        nothing: live(text::image_members_nothing),
        around: Around {
            standing: Standing::Section,
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            export: Export::of_place("members", image.as_str()),
            notices: notices.into_any(),
            explain: explanation::of_image_members,
            ..Around::default()
        },
    };
    listing.view()
}

/// Rejecting takes an image out of a list, and no more.
fn rejected_note(list: List<Member>) -> AnyView {
    let is_rejected = list.rows.with(|members| {
        let mut members = members.iter();
        members.any(|member| member.known_status() == Some(MemberStatus::Rejected))
    });
    shown(is_rejected.then(|| {
        view! { <p class="note">{t(text::image_members_rejected_can())}</p> }
    }))
}
