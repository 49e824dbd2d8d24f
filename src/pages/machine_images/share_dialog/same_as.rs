//! The same recipients as another image has, which is read only then.

use cloud_api::ProjectId;
use cloud_api::ims::{Image, ImageId};
use leptos::prelude::*;
use words::failure::remedy;

use super::typed::Typed;
use crate::form::{Field, TextField};
use crate::i18n::{t, text, use_i18n, visible};
use crate::live::{follow, live, shown};
use crate::pages::machine_images::lists;
use crate::pages::machine_images::members_look::MembersLook;
use crate::query::List;
use crate::ui::{ButtonKind, button, focus_by_id};

/// ID of the field in the page.
const FIELD: &str = "share-same-as";

/// Images that are suggested at once; what is typed narrows them down.
const MOST: usize = 100;

/// The button, and once it was pressed the field for the image; whom it is shared with is added to what
/// is typed.
pub fn same_as(project: ProjectId, typed: Typed) -> AnyView {
    let is_open = RwSignal::new(false);
    let open = move || {
        is_open.set(true);
        // It is drawn only then.
        request_animation_frame(|| focus_by_id(FIELD));
    };
    let content = move || match is_open.get() {
        false => button(ButtonKind::Quiet, text::share_images_same_as(), open),
        true => untrack(|| choice_of_image(project.clone(), typed)),
    };
    live(content).into_any()
}

fn choice_of_image(project: ProjectId, typed: Typed) -> AnyView {
    let list = lists::images();
    let project = StoredValue::new(project);
    let field = Field::new(|_| None);
    let chosen = RwSignal::new(None::<(ImageId, String)>);
    let take = move || {
        let wanted = field.text.with_untracked(|text| text.trim().to_owned());
        let found = shared_images(list, project, |image| {
            image.id == wanted || image.name == wanted
        });
        let by_id = found.iter().find(|(id, _)| id.as_str() == wanted);
        let refused = match (&*found, by_id) {
            (_, Some(one)) | ([one], None) => return chosen.set(Some(one.clone())),
            ([], None) => text::share_images_same_as_unknown(),
            (_, None) => text::share_images_same_as_several(),
        };
        field.refuse(wanted, refused);
        focus_by_id(FIELD);
    };
    let options = move || {
        let wanted = field.text.with(|text| text.trim().to_lowercase());
        list.rows.track();
        let found = shared_images(list, project, |image| {
            image.id.starts_with(&wanted) || image.name.to_lowercase().contains(&wanted)
        });
        let option = |(id, name): (ImageId, String)| {
            view! { <option value=id.to_string()>{visible(&name)}</option> }.into_any()
        };
        let options: Vec<AnyView> = found.into_iter().take(MOST).map(option).collect();
        options.into_any()
    };
    let state = move || {
        let is_read = list.status.read_at.get().is_some();
        let words = match list.status.error.get() {
            Some(error) if !is_read => Some(remedy(&error)),
            None if !is_read => Some(text::table_loading()),
            Some(_) | None => None,
        };
        shown(words.map(t))
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
        <div role="status">
            {live(state)} {live(move || shown(chosen.get().map(|image| taking(image, typed))))}
        </div>
    }
    .into_any()
}

/// The images that the project shares, as far as they are listed, of which this holds.
fn shared_images(
    list: List<Image>,
    project: StoredValue<ProjectId>,
    is_wanted: impl Fn(&Image) -> bool,
) -> Vec<(ImageId, String)> {
    list.rows.with_untracked(|images| {
        let is_shared = |image: &&Image| project.with_value(|it| image.may_be_shared_by(it));
        let wanted = images.iter().filter(|image| is_wanted(image));
        let shared = wanted.filter(is_shared);
        let named = |image: &Image| Some((image.image_id()?, image.shown_name().to_owned()));
        shared.filter_map(named).collect()
    })
}

/// Reads the members of an image and adds them to what is typed.
fn taking((image, name): (ImageId, String), typed: Typed) -> AnyView {
    let words = use_i18n();
    let look = MembersLook::begin(vec![(image.clone(), name.clone())]);
    follow(move || {
        look.read.with(|read| {
            for (_, members) in read {
                if let Ok(found) = members {
                    typed.add(&found.members);
                }
            }
        });
    });
    let told = move || {
        let said = look.read.with(|read| match read.first() {
            None => None,
            Some((_, Ok(found))) if found.members.is_empty() => Some(text::image_members_nothing()),
            Some((_, Ok(found))) => Some(text::share_images_same_as_taken(
                found.members.len() as u64,
                name.clone(),
            )),
            Some((_, Err(error))) => Some(look.not_read(&image, error, words)),
        });
        match said {
            None => look.progress(),
            Some(said) => view! { <p>{live(move || words.show(&said))}</p> }.into_any(),
        }
    };
    live(told).into_any()
}
