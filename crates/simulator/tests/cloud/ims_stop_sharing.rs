//! Stopping to share machine images.

use serde_json::json;
use simulator::identities::{ORGANIZATION_URN, OTHER_ACCOUNT_ID, OTHER_PROJECT_ID};

use super::ims_support::*;
use super::support::*;

#[test]
fn every_pair_is_gone_once_the_job_ends_and_the_others_stay() {
    let mut cloud = small_cloud();
    let ids = images(&mut cloud, &["release-a", "release-b"]);
    let all = member_ids(&mut cloud, &ids[0]);
    assert_eq!(all.len(), 4);
    let ended = done(&mut cloud, "DELETE", &pairs(&ids, &all[..3]));
    assert_eq!(ended["status"], "SUCCESS");
    for id in &ids {
        assert_eq!(member_ids(&mut cloud, id), all[3..]);
    }
}

#[test]
fn a_pair_that_is_none_fails_in_the_job_and_the_others_are_gone() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "release-a");
    let first = member_ids(&mut cloud, &id).remove(0);
    let body = pairs(std::slice::from_ref(&id), &[stranger(9), first.clone()]);
    let ended = done(&mut cloud, "DELETE", &body);
    assert_eq!(ended["status"], "FAIL");
    assert_eq!(ended["error_code"], "IMG.0113");
    assert!(!member_ids(&mut cloud, &id).contains(&first));
}

#[test]
fn a_recipient_is_taken_from_one_list_and_keeps_the_others() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "held-by-several-routes");
    done(
        &mut cloud,
        "DELETE",
        &pairs(std::slice::from_ref(&id), &[OTHER_PROJECT_ID.to_owned()]),
    );
    assert_eq!(
        member_ids(&mut cloud, &id),
        [OTHER_ACCOUNT_ID, "o-3h9k2m5p7q"]
    );
    let body = json!({ "images": [id], "projects": [], "domains": [OTHER_ACCOUNT_ID] });
    done(&mut cloud, "DELETE", &body);
    assert_eq!(member_ids(&mut cloud, &id), ["o-3h9k2m5p7q"]);
}

#[test]
fn an_account_that_is_named_among_the_projects_stays() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "held-by-several-routes");
    let ended = done(
        &mut cloud,
        "DELETE",
        &pairs(std::slice::from_ref(&id), &[OTHER_ACCOUNT_ID.to_owned()]),
    );
    assert_eq!(ended["error_code"], "IMG.0113");
    assert_eq!(member_ids(&mut cloud, &id).len(), 3);
}

#[test]
fn an_organization_is_named_by_its_urn_or_by_its_id() {
    for name in [ORGANIZATION_URN, "o-3h9k2m5p7q"] {
        let mut cloud = small_cloud();
        let id = image(&mut cloud, "held-by-several-routes");
        let body = json!({ "images": [id], "projects": [], "organizations": [name] });
        done(&mut cloud, "DELETE", &body);
        assert_eq!(member_ids(&mut cloud, &id).len(), 2, "{name}");
    }
}

#[test]
fn where_the_urn_is_ignored_the_job_succeeds_and_only_the_id_helps() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "fault-urn-ignored");
    for (name, left) in [(ORGANIZATION_URN, 1), ("o-3h9k2m5p7q", 0)] {
        let body = json!({ "images": [id], "projects": [], "organizations": [name] });
        assert_eq!(done(&mut cloud, "DELETE", &body)["status"], "SUCCESS");
        assert_eq!(member_ids(&mut cloud, &id).len(), left, "{name}");
    }
}

#[test]
fn members_of_odd_form_and_kind_can_be_taken_away() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "odd-members");
    let odd = member_ids(&mut cloud, &id);
    assert_eq!(
        done(
            &mut cloud,
            "DELETE",
            &pairs(std::slice::from_ref(&id), &odd)
        )["status"],
        "SUCCESS"
    );
    assert!(member_ids(&mut cloud, &id).is_empty());
    let again = pairs(&[id], &odd[..1]);
    assert_eq!(
        refused(&mut cloud, "DELETE", &again),
        expected(400, "IMG.0067")
    );
}

#[test]
fn the_image_of_another_cannot_be_taken_from_oneself() {
    let mut cloud = small_cloud();
    let id = image(&mut cloud, "partner-accepted-0");
    let own = [simulator::identities::PROJECT_ID.to_owned()];
    assert_eq!(
        refused(&mut cloud, "DELETE", &pairs(&[id], &own)),
        expected(400, "IMG.0047")
    );
}

#[test]
fn one_pair_is_left_the_first_time_though_the_job_succeeds() {
    let mut cloud = small_cloud();
    let ids = images(&mut cloud, &["release-a", "fault-left-once", "release-b"]);
    let all = member_ids(&mut cloud, &ids[0]);
    assert_eq!(
        done(&mut cloud, "DELETE", &pairs(&ids, &all))["status"],
        "SUCCESS"
    );
    assert!(member_ids(&mut cloud, &ids[0]).is_empty());
    assert_eq!(member_ids(&mut cloud, &ids[1]), all[3..]);
    assert!(member_ids(&mut cloud, &ids[2]).is_empty());
    done(&mut cloud, "DELETE", &pairs(&ids[1..2], &all[3..]));
    assert!(member_ids(&mut cloud, &ids[1]).is_empty());
}

#[test]
fn one_pair_fails_with_a_reason_while_the_others_are_done() {
    for (name, left_again) in [("fault-fail-once", 0), ("fault-fail-always", 1)] {
        let mut cloud = small_cloud();
        let id = image(&mut cloud, name);
        let all = member_ids(&mut cloud, &id);
        let ended = done(
            &mut cloud,
            "DELETE",
            &pairs(std::slice::from_ref(&id), &all),
        );
        assert_eq!(ended["status"], "FAIL");
        assert_eq!(ended["fail_reason"], "Failed to delete the tenant.");
        assert_eq!(member_ids(&mut cloud, &id), all[3..]);
        done(
            &mut cloud,
            "DELETE",
            &pairs(std::slice::from_ref(&id), &all[3..]),
        );
        assert_eq!(member_ids(&mut cloud, &id).len(), left_again, "{name}");
    }
}

#[test]
fn a_write_that_breaks_off_begins_nothing_once_or_always() {
    for (name, again) in [("fault-500-once", 200), ("fault-500-always", 500)] {
        let mut cloud = small_cloud();
        let ids = images(&mut cloud, &["release-a", name]);
        let all = member_ids(&mut cloud, &ids[1]);
        let body = pairs(&ids, &all);
        let first = ask_as(&mut cloud, anna(), "DELETE", MEMBERS, &body);
        assert_eq!(first.status, 500, "{name}");
        advance(&mut cloud, 10);
        assert_eq!(member_ids(&mut cloud, &ids[0]).len(), 4);
        let second = ask_as(&mut cloud, anna(), "DELETE", MEMBERS, &body);
        assert_eq!(second.status, again, "{name}");
    }
}
