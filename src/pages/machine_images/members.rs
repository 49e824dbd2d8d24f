//! Who an image is shared with.

mod columns;

use cloud_api::ims::{
    Image, ImageId, ImageVisibility, ListImageMembers, Member, MemberStatus, Recipient, RecipientId,
};
use cloud_api::{Operation as _, ProjectId};
use leptos::prelude::*;
use words::explanation;

use super::answer_image::answer_image;
use super::cells::is_share_of;
use super::dialogs::{Asked, dialog_about};
use super::lists;
use super::share_action::ShareAction;
use super::stop_dialog::StopSharing;
use crate::change::copy_as::copy_as;
use crate::change::recent::recent_change;
use crate::i18n::{t, text};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::{selected_action, single_action};
use crate::listing::{Around, Listing, Standing};
use crate::live::{live, shown};
use crate::query::{List, Query};
use crate::session::use_way_to_project;
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, dialog_while, use_announcements};
use columns::columns;

/// The table of an image's members; what is told of the image is read again with it.
pub fn members(
    project: ProjectId,
    image: ImageId,
    seen: Option<ImageVisibility>,
    details: Query<Image>,
) -> AnyView {
    let list = lists::members(image.clone());
    let is_anothers = seen == Some(ImageVisibility::SharedWithProject);
    let filter = use_filter(text::image_members_filter);
    let sort = use_sort_in_address("-since");
    let rows = use_rows(
        columns(&image, is_anothers),
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
    let of_project = project.clone();
    let (share, is_stopping) = (ShareAction::closed(), RwSignal::new(false));
    let stop = selected_action(ButtonKind::DangerText, text::stop_sharing_with, move || {
        is_stopping.set(true);
    });
    let announcements = use_announcements();
    let answer = use_way_to_project().map(|way| {
        single_action(
            |_| text::image_members_answer(),
            move || {
                let chosen = rows.acted_on().into_iter().next();
                match chosen.and_then(|member| member.recipient()) {
                    Some(Recipient::Project(project)) => way.lead(project),
                    _ => announcements.tell(text::image_members_answer_projects()),
                }
            },
        )
    });
    let of_image = image.clone();
    let recent = recent_change(move |subject| is_share_of(subject, Some(&of_image), None));
    let notices = view! {
        {shown(is_anothers.then(|| answer_image(project, details, list)))}
        {live(move || rejected_note(list))}
        {recent}
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
            actions: shown((!is_anothers).then(|| share.button())),
            selected: match is_anothers {
                true => Vec::new(),
                false => answer.into_iter().chain([stop]).collect(),
            },
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            export: Export::of_place("members", image.as_str()),
            notices: notices.into_any(),
            explain: explanation::of_image_members,
            ..Around::default()
        },
    };
    let images = move || {
        let image = details.value_untracked();
        image.iter().map(|image| (**image).clone()).collect()
    };
    let sharing = share.dialog(of_project, Box::new(images), Callback::new(|()| ()));
    let stopping = dialog_while(is_stopping, move |close| {
        let chosen = rows.acted_on();
        let recipients: Vec<RecipientId> = chosen.iter().map(Member::recipient_id).collect();
        let name = details.value().map(|it| it.shown_name().to_owned());
        let stop = StopSharing {
            images: vec![(image.clone(), name.unwrap_or_else(|| image.to_string()))],
            title: text::stop_sharing_with(recipients.len() as u64),
            recipients: Some(recipients),
            doubts: Vec::new(),
        };
        dialog_about(Asked::Stop(stop, rows.selected()), close)
    });
    [listing.view(), sharing, stopping].into_any()
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
