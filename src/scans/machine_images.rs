//! Lists of machine images.

use cloud_api::ims::{Image, ListReceivedImages, MemberStatus};

use crate::query::{ByMarker, List, RowKey, RowsOf, use_list_by_marker};

/// How a list of images is read to its end.
#[must_use]
pub fn until_an_empty_page() -> ByMarker<Image> {
    ByMarker {
        rows_of: RowsOf::all(|image: &Image| RowKey::of(&[&image.id])),
        id: |image| &image.id,
        is_last: |_| false,
    }
}

/// The images that others share with the project and that stand so.
#[must_use]
pub fn received(status: MemberStatus) -> List<Image> {
    use_list_by_marker(until_an_empty_page(), move |marker| ListReceivedImages {
        status,
        marker: marker.map(str::to_owned),
    })
}
