//! How a failed image stands in the table and in its export, which has the API's own names.

use cloud_api::hss::FailedImage;

use words::registry_type::type_words;

use crate::i18n::text;
use crate::pages::security_sync::registry_type::type_cell;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<FailedImage> {
    Columns {
        key: |image| format!("{} {}", image.registry_id, image.whole_name()),
        name: FailedImage::whole_name,
        selectable: None,
        columns: vec![
            Column::text("image", text::failed_images_image())
                .of_words(FailedImage::whole_name)
                .searched()
                .wide(12.0, 1.75),
            Column::unseen()
                .of(|image: &FailedImage| &image.namespace)
                .exported("namespace", |image| &image.namespace),
            Column::unseen()
                .of(|image: &FailedImage| &image.image_name)
                .exported("image_name", |image| &image.image_name),
            Column::unseen()
                .of(|image: &FailedImage| &image.image_version)
                .exported("image_version", |image| &image.image_version),
            Column::unseen()
                .of(|image: &FailedImage| &image.registry_id)
                .searched()
                .exported("registry_id", |image| &image.registry_id),
            Column::text("registry", text::registries_name())
                .of(|image: &FailedImage| &image.registry_name)
                .searched()
                .exported("registry_name", |image| &image.registry_name)
                .wide(9.0, 1.0),
            Column::text("type", text::registries_type())
                .of(|image: &FailedImage| &image.registry_type)
                .searched_as(|image| type_words(&image.registry_type))
                .exported("registry_type", |image| &image.registry_type)
                .cell(|image| type_cell(&image.registry_type))
                .wide(9.0, 0.5)
                .leaves_room()
                .fact(),
            Column::text("cause", text::image_sync_tasks_cause())
                .of(|image: &FailedImage| &image.failed_reason)
                .searched()
                .exported("failed_reason", |image| &image.failed_reason)
                .wide(16.0, 2.0)
                .own_lines(),
        ],
    }
}
