//! Images that others share: which can be answered, and what an accepted one is in Terraform.

use cloud_api::ims::{
    Answerable, Decision, Image, ListReceivedImages, Member, MemberStatus, UpdateMember,
};
use cloud_api::{Before, Collection, Kind, Mutation, Operation as _, Owner, ProjectId};
use sample_writes::{IMAGE, PARTNER, update_member};

use crate::support::{ANNA, read};

fn member(kind: &str, id: &str, status: &str) -> Member {
    Member {
        member_type: kind.to_owned(),
        member_id: id.to_owned(),
        status: status.to_owned(),
        ..Member::default()
    }
}

fn answerable(member: Option<&Member>, wanted: Decision) -> Answerable {
    let project: ProjectId = read(PARTNER);
    Answerable::of(member, &project, wanted)
}

#[test]
fn what_stands_otherwise_can_be_answered_whatever_the_case_of_its_word() {
    for (status, accept, reject) in [
        ("Pending", true, true),
        ("ACCEPTED", false, true),
        ("rejected", true, false),
        // What nobody knows is for the service to judge.
        ("Expired", true, true),
        ("", true, true),
    ] {
        for kind in ["project", "Project", ""] {
            let member = member(kind, PARTNER, status);
            let open = |wanted| answerable(Some(&member), wanted).is_open();
            assert_eq!(open(Decision::Accepted), accept, "{kind} {status}");
            assert_eq!(open(Decision::Rejected), reject, "{kind} {status}");
        }
    }
    let pending = member("project", PARTNER, "PENDING");
    let open = Answerable::Open("pending".to_owned());
    assert_eq!(answerable(Some(&pending), Decision::Accepted), open);
    let accepted = member("project", PARTNER, "Accepted");
    let already = answerable(Some(&accepted), Decision::Accepted);
    assert_eq!(already, Answerable::Already);
}

#[test]
fn what_came_by_account_or_organization_cannot_be_answered_by_one_project() {
    for (kind, id) in [
        ("domain", ANNA),
        ("DOMAIN", PARTNER),
        ("organization", ""),
        ("project", ANNA),
    ] {
        let member = member(kind, id, "pending");
        let found = answerable(Some(&member), Decision::Rejected);
        assert_eq!(found, Answerable::Otherwise, "{kind} {id}");
    }
    let none = answerable(None, Decision::Accepted);
    assert_eq!(none, Answerable::NotShared);
}

#[test]
fn only_images_of_whole_servers_are_accepted_into_a_vault() {
    let needs_vault = |image: Image| image.needs_vault();
    assert!(needs_vault(Image {
        backup_id: "0d1b5c6e".to_owned(),
        ..Image::default()
    }));
    assert!(needs_vault(Image {
        whole_image: true,
        ..Image::default()
    }));
    assert!(!needs_vault(Image {
        virtual_env_type: "DataImage".to_owned(),
        ..Image::default()
    }));
}

#[test]
fn every_answer_makes_the_lists_of_received_images_old() {
    let list = ListReceivedImages {
        status: MemberStatus::Pending,
        marker: None,
    };
    let shown = list.collection();
    let touches = |mark: &Collection| shown.as_ref().is_some_and(|shown| mark.touches(shown));
    assert!(update_member().changes().iter().all(touches));
    let of = Owner::Image(read(IMAGE));
    assert!(!touches(&Collection::new(Kind::Tag, of)));
}

#[test]
fn an_accepted_image_has_a_form_in_terraform_and_a_rejected_one_has_none() {
    let answer = |status, vault: Option<&str>| {
        Mutation::UpdateMember(UpdateMember {
            images: vec![read("image")],
            project: read(PARTNER),
            status,
            vault: vault.map(read),
        })
    };
    let written = |mutation: &Mutation| crate::huawei::change(mutation, &Before::Nothing);
    assert_eq!(
        written(&answer(Decision::Accepted, Some("vault"))),
        Some(
            "resource \"huaweicloud_images_image_share_accepter\" \"image\" {\n  \
             image_id = \"image\"\n  vault_id = \"vault\"\n}\n"
                .to_owned()
        )
    );
    assert_eq!(
        written(&answer(Decision::Accepted, None)),
        Some(
            "resource \"huaweicloud_images_image_share_accepter\" \"image\" {\n  \
             image_id = \"image\"\n}\n"
                .to_owned()
        )
    );
    assert_eq!(written(&answer(Decision::Rejected, None)), None);
}
