//! Which setting of a policy a refusal is about.

use cloud_api::enterprise::RefusedSetting;
use cloud_api::{ApiError, Meaning, Refusal};

fn of(meaning: Meaning, message: &str) -> Option<RefusedSetting> {
    RefusedSetting::of(&ApiError::Refused(Refusal {
        status: 400,
        code: "SWR.400003".to_owned(),
        message: message.to_owned(),
        request_id: None,
        meaning,
        retry_after: None,
        encoded_authorization_message: None,
    }))
}

#[test]
fn a_parameter_that_the_service_names_is_the_setting() {
    for (message, setting) in [
        ("Invalid parameter: cron", RefusedSetting::Cron),
        ("invalid trigger_settings", RefusedSetting::Cron),
        (
            "Invalid parameter: dest_namespace",
            RefusedSetting::DestNamespace,
        ),
        (
            "Invalid parameter: src_registry, dest_registry",
            RefusedSetting::Registry,
        ),
        ("The registry does not exist", RefusedSetting::Registry),
        ("the Filters of this policy: name", RefusedSetting::Filters),
        ("Invalid parameter: name", RefusedSetting::Name),
    ] {
        assert_eq!(of(Meaning::Invalid, message), Some(setting), "{message}");
    }
}

#[test]
fn a_name_that_is_taken_is_the_name_whatever_it_is_called() {
    let taken = of(Meaning::AlreadyThere, "cron already exists");
    assert_eq!(taken, Some(RefusedSetting::Name));
}

#[test]
fn what_names_no_parameter_is_about_none() {
    for message in ["", "The policy does not exist", "acronym", "<b>names</b>"] {
        assert_eq!(of(Meaning::Invalid, message), None, "{message}");
    }
    assert_eq!(of(Meaning::NoRight, "Invalid parameter: cron"), None);
}
