//! The lists, each read whole in the background.

use cloud_api::ims::{Image, ImageId, ListImageMembers, ListImages, Member};

use crate::query::{ByMarker, List, RowKey, RowsOf, use_list_by_marker};
use crate::scans::machine_images::until_an_empty_page;

/// All images that the project can use.
pub fn images() -> List<Image> {
    use_list_by_marker(until_an_empty_page(), ListImages::after)
}

/// The members of an image.
pub fn members(image: ImageId) -> List<Member> {
    let by_marker = ByMarker {
        rows_of: RowsOf::all(member_key),
        id: |member: &Member| &member.member_id,
        is_last: ListImageMembers::is_last,
    };
    use_list_by_marker(by_marker, move |marker| ListImageMembers {
        image: image.clone(),
        marker: marker.map(str::to_owned),
    })
}

/// A project and an account may have the same ID.
fn member_key(member: &Member) -> RowKey {
    RowKey::of(&[&member.member_type, &member.member_id, &member.urn])
}
