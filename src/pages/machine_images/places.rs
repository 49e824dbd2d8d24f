//! Machine images that were read, to be gone to by their names.

use cloud_api::ims::{Image, ImageId};

use super::routes::Route;
use crate::i18n::text;
use crate::query::{FoundAt, Group, Places};

/// Takes note of the images of a list, which is called so.
pub fn note_images(places: Places, list: &str, images: &[Image]) {
    let images = images.iter().filter(|image| image.image_id().is_some());
    places.note(Group {
        list: list.to_owned(),
        kind: text::go_to_machine_image(),
        names: images.clone().map(|it| it.shown_name().into()).collect(),
        ids: images.map(|it| it.id.as_str().into()).collect(),
        found_at: FoundAt::ById(|id| Some(Route::Image(ImageId::listed(id)?).to_string())),
    });
}
