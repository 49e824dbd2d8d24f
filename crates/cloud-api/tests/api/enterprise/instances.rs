//! Instances as the service answers, and what it means when there are none.

use cloud_api::enterprise::{
    Instance, InstanceStatus, ListInstances, Moment, Page, Quota, ShowInstance, ShowStatistics,
    Statistics,
};
use cloud_api::{Meaning, Service};

use super::support::{INSTANCE, moment};
use crate::errors::told_at;
use crate::support::{decoded, read};

/// The row of examples §4.1.
const INSTANCES: &str = r#"{"instances":[{"id":"0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a","name":"acme-ee","description":"","status":"Running","spec":"swr.ee.professional","version":"26.3.0","charge_mode":"postPaid","access_address":"acme-ee-7c9d5e.swr-pro.myhuaweicloud.com","project_id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","enterprise_project_id":"0","vpc_id":"1d2c","vpc_name":"vpc-a","vpc_cidr":"10.0.0.0/16","subnet_id":"2e3d","subnet_name":"sub-a","subnet_cidr":"10.0.1.0/24","obs_bucket_name":"swr-acme","user_def_obs":false,"created_at":"2026-02-01T08:00:00.000Z","updated_at":"2026-02-01T08:20:00.000Z","expires_at":""}],"total":1}"#;

#[test]
fn the_instance_of_the_example_is_read() {
    let page = decoded::<ListInstances>(INSTANCES);
    let expected = Instance {
        id: INSTANCE.to_owned(),
        name: "acme-ee".to_owned(),
        description: String::new(),
        status: "Running".to_owned(),
        spec: "swr.ee.professional".to_owned(),
        version: "26.3.0".to_owned(),
        charge_mode: "postPaid".to_owned(),
        access_address: "acme-ee-7c9d5e.swr-pro.myhuaweicloud.com".to_owned(),
        enterprise_project_id: "0".to_owned(),
        vpc_name: "vpc-a".to_owned(),
        vpc_cidr: "10.0.0.0/16".to_owned(),
        subnet_name: "sub-a".to_owned(),
        subnet_cidr: "10.0.1.0/24".to_owned(),
        obs_bucket_name: "swr-acme".to_owned(),
        created_at: moment("2026-02-01T08:00:00Z"),
        updated_at: moment("2026-02-01T08:20:00Z"),
        expires_at: Moment::NotTold,
    };
    assert_eq!(expected.instance_id(), Some(read(INSTANCE)));
    assert_eq!(expected.known_status(), Some(InstanceStatus::Running));
    let rows = vec![expected].into();
    let total = Some(1);
    assert_eq!(page, Page { rows, total });
}

#[test]
fn words_for_how_an_instance_stands_are_read_and_others_kept() {
    for status in InstanceStatus::ALL {
        let body = format!(r#"{{"status":"{}"}}"#, status.name());
        assert_eq!(decoded::<ShowInstance>(&body).known_status(), Some(status));
    }
    let odd = decoded::<ShowInstance>(r#"{"status":"Frozen"}"#);
    assert_eq!((odd.known_status(), &*odd.status), (None, "Frozen"));
}

#[test]
fn an_instance_of_which_nothing_is_told_cannot_be_asked_for() {
    for body in ["{}", r#"{"id":null}"#, r#"{"id":"../x"}"#, r#"{"id":true}"#] {
        assert_eq!(decoded::<ShowInstance>(body).instance_id(), None, "{body}");
    }
}

#[test]
fn moments_are_read_as_far_as_they_are_understood() {
    let moment = |text: &str| {
        let body = format!(r#"{{"created_at":{text}}}"#);
        decoded::<ShowInstance>(&body).created_at
    };
    for never in ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"] {
        assert_eq!(moment(&format!("\"{never}\"")), Moment::Never);
    }
    for nothing in [r#""""#, "null", "7", "{}"] {
        assert_eq!(moment(nothing), Moment::NotTold, "{nothing}");
    }
    for odd in ["0001-01-01", "yesterday", "2026-02-01T08:00:00+08:00"] {
        assert_eq!(moment(&format!("\"{odd}\"")), Moment::Odd(odd.to_owned()));
    }
    let six = moment(r#""2026-11-06T06:19:43.195123Z""#);
    assert_eq!(six, super::support::moment("2026-11-06T06:19:43.195Z"));
    let times = [six.time(), Moment::Never.time(), Moment::NotTold.time()];
    assert_eq!(times.map(|time| time.is_some()), [true, false, false]);
}

#[test]
fn counts_and_quotas_are_read_and_what_is_no_number_is_not_told() {
    let statistics = decoded::<ShowStatistics>(
        r#"{"storage_used":5,"total_namespace_count":2,"namespace_quota":100,"total_image_count":"7",
            "image_repo_quota":-1,"replica_registry_count":3,"replica_registry_quota":20,
            "replica_policy_count":{},"replica_policy_quota":null}"#,
    );
    let expected = Statistics {
        storage_used: Some(5),
        namespaces: Quota {
            count: Some(2),
            quota: Some(100),
        },
        repositories: Quota {
            count: Some(7),
            quota: None,
        },
        registries: Quota {
            count: Some(3),
            quota: Some(20),
        },
        policies: Quota::default(),
    };
    assert_eq!(statistics, expected);
    assert_eq!(decoded::<ShowStatistics>("{}"), Statistics::default());
}

#[test]
fn a_region_without_instances_and_one_without_the_edition_are_told_apart() {
    let none = decoded::<ListInstances>(r#"{"instances":[],"total":0}"#);
    assert_eq!((none.rows.received(), none.total), (0, Some(0)));
    for code in ["APIGW.0101", "APIG.0101", "SVCSTG.SWR.4040083"] {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        let (_, _, meaning) = told_at(Service::Enterprise, 404, &body);
        assert_eq!(meaning, Meaning::WrongPath, "{code}");
    }
}

#[test]
fn a_refusal_means_the_same_in_the_short_form_and_in_the_combined_one() {
    for (status, meaning) in [
        (400, Meaning::Invalid),
        (401, Meaning::SignInAgain),
        (403, Meaning::NoRight),
        (404, Meaning::AlreadyGone),
        (409, Meaning::AlreadyThere),
        (412, Meaning::InUse),
        (500, Meaning::Other),
    ] {
        for body in [
            r#"{"error_code":"SWR.400003","error_msg":"m","encoded_authorization_message":"e"}"#,
            r#"{"errors":[{"errorCode":"SVCSTG.SWR.1","errorMessage":"m","detail":""}],"error_code":"SVCSTG.SWR.1","error_msg":"m","details":[{"error_code":"SVCSTG.SWR.1","error_msg":""}]}"#,
        ] {
            let (_, message, told) = told_at(Service::Enterprise, status, body);
            assert_eq!((&*message, told), ("m", meaning), "{status} {body}");
        }
    }
}
