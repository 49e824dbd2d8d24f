//! What an undo does not bring back, and what a change leaves open.

use changes::Remaining;
use cloud_api::swr::AccessRow;
use cloud_api::{Loss, LostBecause, LostGrant};
use words::loss::losses;
use words::remaining::remaining;

use crate::support::{chinese, english, says};
use sample_writes::ANNA;

fn lost(name: &str, because: LostBecause) -> LostGrant {
    LostGrant {
        row: AccessRow {
            user_id: ANNA.to_owned(),
            user_name: name.to_owned(),
            auth: Some(7),
        },
        because,
    }
}

fn told(loss: &Loss) -> Vec<String> {
    losses(loss).iter().map(english).collect()
}

#[test]
fn every_lost_grant_is_told_with_its_reason() {
    let loss = Loss::Grants(vec![
        lost("anna", LostBecause::OwnGrant),
        lost("ben\u{200B}", LostBecause::NotGrantable),
    ]);
    assert_eq!(
        told(&loss),
        [
            "anna: you cannot give your own access back.",
            "ben⟨U+200B⟩: this level cannot be granted again.",
        ]
    );
}

#[test]
fn a_person_without_a_name_is_told_by_the_id() {
    let loss = Loss::Grants(vec![lost("", LostBecause::NotGrantable)]);
    let expected = format!("{ANNA}: this level cannot be granted again.");
    assert_eq!(told(&loss), [expected]);
}

#[test]
fn an_organization_loses_its_name_and_the_permissions_that_were_not_read() {
    let name = "Someone else may take the name first, and you become its creator.";
    assert_eq!(
        told(&Loss::Organization { grants: None }),
        [
            "Access to the organization was not read before the change and does not come back.",
            name
        ]
    );
    let grants = Some(vec![lost("anna", LostBecause::OwnGrant)]);
    assert_eq!(
        told(&Loss::Organization { grants }),
        ["anna: you cannot give your own access back.", name]
    );
    let grants = Some(Vec::new());
    assert_eq!(told(&Loss::Organization { grants }), [name]);
}

#[test]
fn every_loss_is_told_in_both_languages() {
    let lost = [
        (
            Loss::NoCategory,
            "The repository had no category; the one it has now stays.",
        ),
        (
            Loss::PushedMeanwhile,
            "Pushes in between are not copied: copy those tags once.",
        ),
        (
            Loss::SharedAccountExpired("PARTNER-GMBH".to_owned()),
            "Not given back: PARTNER-GMBH (the share had ended).",
        ),
        (
            Loss::SharedAccountNotTaken("PARTNER-GMBH".to_owned()),
            "Not given back: PARTNER-GMBH (SWR does not take a share of this form).",
        ),
    ];
    for (loss, expected) in lost {
        says(&losses(&loss)[0], expected);
    }
}

#[test]
fn every_way_in_that_remains_is_told() {
    says(
        &remaining(&Remaining::Everyone),
        "This repository is public: everyone can still pull it.",
    );
    let account = "PARTNER\u{202E}GMBH".to_owned();
    says(
        &remaining(&Remaining::SharedAccount { account }),
        "The shared account PARTNER⟨U+202E⟩GMBH can still pull.",
    );
    says(
        &remaining(&Remaining::NotListedOfRepository),
        "Administrators and IAM user groups also have access and are not listed by this API.",
    );
    says(
        &remaining(&Remaining::NotListedOfOrganization),
        "Whoever created the organization, administrators and IAM user groups also have access and are not always listed by this API.",
    );
}

#[test]
fn a_level_that_the_place_itself_still_gives_is_said() {
    let kept = Remaining::Directly {
        name: "li.wei".to_owned(),
        level: Some(1),
    };
    says(&remaining(&kept), "li.wei directly (Read).");
}

#[test]
fn a_level_that_remains_is_said_in_the_language_of_the_moment_also_after_a_restart() {
    let kept = Remaining::ThroughOrganization {
        name: "li.wei".to_owned(),
        level: Some(3),
    };
    let written = serde_json::to_string(&kept).expect("it can be written");
    assert_eq!(
        written,
        r#"{"through_organization":{"name":"li.wei","level":3}}"#
    );
    let read: Remaining = serde_json::from_str(&written).expect("it can be read");
    let sentence = remaining(&read);
    assert_eq!(english(&sentence), "li.wei: Edit through the organization");
    assert_eq!(chinese(&sentence), "li.wei：通过组织仍有“编辑”权限");
}

#[test]
fn images_that_are_shared_again_have_to_be_accepted_again() {
    let lost = &losses(&Loss::AcceptedShares)[0];
    says(lost, "The recipients have to accept the images again.");
}
