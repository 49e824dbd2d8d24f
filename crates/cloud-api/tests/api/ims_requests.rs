//! What can be asked of IMS.

use cloud_api::ims::{
    ImageId, ListImageMembers, ListImages, ListReceivedImages, MemberStatus, ShowImage,
};
use cloud_api::{Method, Operation, Service};

use crate::support::read;

const IMAGE: &str = "5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11";

#[test]
fn the_list_is_asked_for_over_all_enterprise_projects() {
    let request = ListImages::after(None).request();
    assert_eq!(
        (
            request.service(),
            request.method(),
            &*request.path_and_query()
        ),
        (
            Service::Ims,
            Method::Get,
            "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500"
        )
    );
}

#[test]
fn a_page_is_asked_for_by_the_row_before_it_whatever_stands_there() {
    let request = ListImages::after(Some("a&limit=1 #?")).request();
    assert_eq!(
        request.path_and_query(),
        "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=a%26limit%3D1%20%23%3F"
    );
}

#[test]
fn an_image_and_its_members_are_asked_for_by_its_id() {
    let image = || read(IMAGE);
    let members = |marker: Option<&str>| ListImageMembers {
        image: image(),
        marker: marker.map(str::to_owned),
    };
    for (request, path) in [
        (ShowImage { image: image() }.request(), ""),
        (members(None).request(), "/members?limit=100"),
        (members(Some("m")).request(), "/members?limit=100&marker=m"),
    ] {
        assert_eq!(
            request.path_and_query(),
            format!("/v2/images/{IMAGE}{path}")
        );
        assert_eq!(request.service(), Service::Ims);
    }
}

#[test]
fn an_image_id_cannot_lead_to_another_path() {
    for odd in ["", ".", "..", "a/b", "a b", "a?b", "ü", &"a".repeat(65)] {
        assert!(odd.parse::<ImageId>().is_err(), "{odd:?}");
        assert_eq!(ImageId::listed(odd), None, "{odd:?}");
    }
    for id in [IMAGE, "A-1_b"] {
        assert!(id.parse::<ImageId>().is_ok(), "{id}");
    }
}

#[test]
fn only_a_page_of_exactly_as_many_members_as_asked_for_may_be_followed_by_another() {
    let last = [0, 1, 99, 100, 101, 256].map(ListImageMembers::is_last);
    assert_eq!(last, [true, true, true, false, true, true]);
}

#[test]
fn received_images_are_asked_for_by_how_they_stand_over_all_enterprise_projects() {
    let read = ListReceivedImages {
        status: MemberStatus::Rejected,
        marker: Some("m".to_owned()),
    };
    assert_eq!(
        read.request().path_and_query(),
        "/v2/cloudimages?__imagetype=shared&enterprise_project_id=all_granted_eps&limit=500&marker=m&member_status=rejected&visibility=shared"
    );
}
