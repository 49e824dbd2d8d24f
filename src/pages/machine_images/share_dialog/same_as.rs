//! The same recipients as another image has, which is read only then.

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ImageId, ImageMembers};
use leptos::prelude::*;
use words::failure::remedy;

use super::additions::Additions;
use crate::form::{Field, TextField};
use crate::i18n::{Message, t, text, use_i18n, visible};
use crate::live::{live, shown};
use crate::pages::machine_images::lists;
use crate::pages::machine_images::members_look::not_read;
use crate::query::List;
use crate::ui::{ButtonKind, button, focus_by_id};

/// ID of the field in the page.
const FIELD: &str = "share-same-as";

/// Images that are suggested at once; what is typed narrows them down.
const MOST: usize = 100;

/// The button, and once it was pressed the field for the image; whom it is shared with is added to what
/// is typed.
pub fn same_as(project: ProjectId, additions: Additions) -> AnyView {
    let is_open = RwSignal::new(false);
    let open = move || {
        is_open.set(true);
        // It is drawn only then.
        request_animation_frame(|| focus_by_id(FIELD));
    };
    let content = move || match is_open.get() {
        false => button(ButtonKind::Quiet, text::share_images_same_as(), open),
        true => untrack(|| choice_of_image(project.clone(), additions)),
    };
    live(content).into_any()
}

fn choice_of_image(project: ProjectId, additions: Additions) -> AnyView {
    let (list, words) = (lists::images(), use_i18n());
    let project = StoredValue::new(project);
    let field = Field::new(|_| None);
    // What came of the last image.
    let said = RwSignal::new(None::<Message>);
    let shared = move |is_wanted: &dyn Fn(&Image) -> bool| {
        project.with_value(|project| shared_images(list, project, is_wanted))
    };
    let begin = move |image: ImageId, name: String| {
        said.set(Some(text::table_loading()));
        leptos::task::spawn_local(async move {
            // The person may have left the dialog meanwhile.
            let Some(found) = additions.members.read_one(&image).await else {
                return;
            };
            said.set(Some(match found {
                Ok(found) => {
                    additions.typed.add(&found.members);
                    taken(&found, name)
                }
                Err(error) => not_read(name, &error, words),
            }));
        });
    };
    let take = move || {
        let wanted = field.text.with_untracked(|text| text.trim().to_owned());
        let found = shared(&|image| image.id == wanted || image.name == wanted);
        let by_id = found.iter().find(|(id, _)| id.as_str() == wanted);
        let refused = match (&*found, by_id) {
            (_, Some((image, name))) => return begin(image.clone(), name.clone()),
            // Another of this name may come with the rest.
            (_, None) if !is_read(list) => return said.set(None),
            ([(image, name)], None) => return begin(image.clone(), name.clone()),
            ([], None) => text::share_images_same_as_unknown(),
            (_, None) => text::share_images_same_as_several(),
        };
        field.refuse(wanted, refused);
        focus_by_id(FIELD);
    };
    let options = move || {
        let wanted = field.text.with(|text| text.trim().to_lowercase());
        list.rows.track();
        let found = shared(&|image| {
            image.id.starts_with(&wanted) || image.name.to_lowercase().contains(&wanted)
        });
        let option = |(id, name): (ImageId, String)| {
            view! { <option value=id.to_string()>{visible(&name)}</option> }.into_any()
        };
        let options: Vec<AnyView> = found.into_iter().take(MOST).map(option).collect();
        options.into_any()
    };
    let state = move || {
        list.status.read_at.track();
        let reading = || match list.status.error.get() {
            Some(error) => remedy(&error),
            None => text::table_loading(),
        };
        let words = said.get().or_else(|| (!is_read(list)).then(reading));
        shown(words.map(|words| view! { <p>{t(words)}</p> }))
    };
    view! {
        <TextField
            id=FIELD
            label=text::share_images_same_as()
            hint=text::share_images_same_as_hint()
            field
            suggestions="share-same-as-images"
            kind="search"
        />
        <datalist id="share-same-as-images" translate="no">
            {live(options)}
        </datalist>
        {button(ButtonKind::Plain, text::share_images_same_as_take(), take)}
        <div role="status">{live(state)}</div>
    }
    .into_any()
}

/// What came of reading the members of an image, called `name` (untrusted text).
fn taken(found: &ImageMembers, name: String) -> Message {
    let count = found.members.len() as u64;
    match found.are_all_known() {
        true if count == 0 => text::image_members_nothing(),
        true => text::share_images_same_as_taken(count, name),
        false => text::share_images_same_as_in_part(count, name),
    }
}

/// Whether the list was read to its end.
fn is_read(list: List<Image>) -> bool {
    list.status.read_at.get_untracked().is_some()
}

/// The images that the project shares, as far as they are listed, of which this holds.
fn shared_images(
    list: List<Image>,
    project: &ProjectId,
    is_wanted: &dyn Fn(&Image) -> bool,
) -> Vec<(ImageId, String)> {
    list.rows.with_untracked(|images| {
        let shared = images.iter();
        let shared = shared.filter(|image| is_wanted(image) && image.may_be_shared_by(project));
        let named = |image: &Image| Some((image.image_id()?, image.shown_name().to_owned()));
        shared.filter_map(named).collect()
    })
}
