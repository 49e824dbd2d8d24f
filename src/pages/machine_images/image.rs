//! One image: what is told of it, and its members.

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ImageId, ImageVisibility, ShowImage};
use leptos::prelude::*;
use words::explanation;

use super::cells::status_pill;
use super::members::members;
use super::properties::properties;
use crate::i18n::{Message, t, text};
use crate::listing::empty::failed_view;
use crate::live::{derived, live, shown};
use crate::query::{Query, use_query};
use crate::ui::failure::failure_of;
use crate::ui::{HeadRoom, call_page, in_page_head};

/// The page.
pub fn page(project: ProjectId, id: ImageId) -> AnyView {
    let details = use_query(ShowImage { image: id.clone() });
    call_page(move || called(&*details.value()?));
    let refresh = Callback::new(move |()| details.refresh());
    let status = move || {
        let image = details.value();
        shown(image.map(|image| status_pill(&image.status)))
    };
    let of_properties = project.clone();
    let facts = move || {
        shown(
            details
                .value()
                .map(|image| properties(&image, &of_properties)),
        )
    };
    let never_came = move || {
        let error = details.error().filter(|_| !details.is_read());
        shown(error.map(|error| failed_view(&error, explanation::of_machine_image, refresh)))
    };
    let stale = failure_of(
        text::machine_image_failed(),
        move || details.error().filter(|_| details.is_read()),
        Some(refresh),
    );
    view! {
        {in_page_head(HeadRoom::Beside, live(status).into_any())}
        {live(never_came)}
        {stale}
        {live(facts)}
        {its_members(details, project, id)}
    }
    .into_any()
}

/// What the page is called; an image without a name keeps its ID.
fn called(image: &Image) -> Option<Message> {
    (!image.name.is_empty()).then(|| text::item_name(image.name.as_str()))
}

/// The members, once it is known whether the image can have any.
fn its_members(details: Query<Image>, project: ProjectId, id: ImageId) -> AnyView {
    let of = project.clone();
    let visibility = derived(move || {
        let image = details.value()?;
        // With its first share an image is shown as a shared one, by the same members.
        Some(match image.seen_from(&of) {
            Some(ImageVisibility::Private) => Some(ImageVisibility::SharedByProject),
            seen => seen,
        })
    });
    live(move || match visibility.get() {
        None => ().into_any(),
        Some(Some(seen)) if !seen.has_members() => {
            view! { <p class="note">{t(text::image_members_none())}</p> }.into_any()
        }
        Some(seen) => untrack(|| members(project.clone(), id.clone(), seen, details)),
    })
    .into_any()
}
