//! SWR Enterprise in words: states, types, and what refusals mean.

use cloud_api::enterprise::{AuditOperation, InstanceStatus, RegistryStatus, RegistryType};
use cloud_api::{ApiError, Meaning, Refusal};
use words::Message;
use words::enterprise::{
    audit_operation_words, instance_status_words, registry_status_words, registry_type_words,
    use_words,
};
use words::explanation::{of_audit_log, of_instance, of_instances, of_target_registries};

use crate::support::{chinese, english, says};

/// Every known word is told, and any other is left to be shown as it is.
fn tells(words: fn(&str) -> Option<Message>, known: &[(&str, &str)]) {
    for (word, expected) in known {
        let told = words(word).map(|message| english(&message));
        assert_eq!(told.as_deref(), Some(*expected), "{word}");
    }
    for other in ["", "melting", "<b>"] {
        assert!(words(other).is_none(), "{other}");
    }
}

#[test]
fn every_state_of_an_instance_and_of_what_is_in_it_has_words() {
    let expected = ["Waiting", "Creating", "Running", "Unavailable"];
    let known = InstanceStatus::ALL.map(InstanceStatus::name);
    tells(instance_status_words, &pairs(known, expected));
    let known = RegistryStatus::ALL.map(RegistryStatus::name);
    tells(
        registry_status_words,
        &pairs(known, ["Healthy", "Unhealthy"]),
    );
    let known = RegistryType::ALL.map(RegistryType::name);
    let expected = ["Harbor", "SWR Enterprise", "SWR shared"];
    tells(registry_type_words, &pairs(known, expected));
    let expected = ["In use", "Not in use", "Not read"];
    tells(use_words, &pairs(["used", "unused", "not-read"], expected));
}

fn pairs<const N: usize>(
    known: [&'static str; N],
    expected: [&'static str; N],
) -> [(&'static str, &'static str); N] {
    let mut expected = expected.into_iter();
    known.map(|word| (word, expected.next().unwrap_or_default()))
}

#[test]
fn operations_are_called_as_the_cloud_calls_them() {
    let told = AuditOperation::ALL.map(audit_operation_words);
    assert_eq!(told.each_ref().map(english), ["Pull", "Delete", "Create"]);
    assert_eq!(told.each_ref().map(chinese), ["拉取", "删除", "创建"]);
}

fn refused(meaning: Meaning) -> ApiError {
    ApiError::Refused(Refusal {
        status: 400,
        code: String::new(),
        message: String::new(),
        request_id: None,
        meaning,
        retry_after: None,
        encoded_authorization_message: None,
    })
}

#[test]
fn a_refusal_says_what_it_is_about_and_what_to_do() {
    let no_service = refused(Meaning::WrongPath);
    for explain in [
        of_instances,
        of_instance,
        of_target_registries,
        of_audit_log,
    ] {
        let told = explain(&no_service).map(|message| english(&message));
        let told = told.unwrap_or_default();
        assert!(
            told.ends_with("Select another region in the top bar."),
            "{told}"
        );
    }
    let denied = refused(Meaning::NoRight);
    for explain in [of_instances, of_target_registries, of_audit_log] {
        let told = explain(&denied).map(|message| english(&message));
        let told = told.unwrap_or_default();
        assert!(told.ends_with("Ask an administrator."), "{told}");
    }
    let gone = of_target_registries(&refused(Meaning::AlreadyGone));
    if let Some(gone) = gone {
        says(
            &gone,
            "There is no instance with this ID in this project. Select the project that has it in the top bar.",
        );
    } else {
        panic!("an instance that is gone is told");
    }
    assert!(
        of_instance(&denied).is_none(),
        "what is in it may still be seen"
    );
}
