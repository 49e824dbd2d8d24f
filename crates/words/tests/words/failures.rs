//! Errors in words.

use std::collections::BTreeSet;

use cloud_api::{ApiError, Meaning, NoAnswer, NoAnswerKind, NotSent, Refusal, Unreadable};
use words::explanation::{
    is_about_account, of_image_sync_tasks, of_shared_account, of_shared_accounts,
    of_sync_task_write, of_sync_tasks, of_task_registries,
};
use words::failure::{details, remedy};

use crate::support::{english, says};

pub fn refused(meaning: Meaning, code: &str) -> ApiError {
    ApiError::Refused(Refusal {
        status: 400,
        code: code.to_owned(),
        message: String::new(),
        request_id: None,
        meaning,
        retry_after: None,
        encoded_authorization_message: None,
    })
}

fn no_answer(kind: NoAnswerKind) -> ApiError {
    ApiError::NoAnswer(NoAnswer {
        kind,
        may_have_been_applied: true,
    })
}

/// The meaning after another one: a new one does not compile before it has its place here.
fn after(meaning: Meaning) -> Option<Meaning> {
    Some(match meaning {
        Meaning::AlreadyGone => Meaning::AlreadyThere,
        Meaning::AlreadyThere => Meaning::InUse,
        Meaning::InUse => Meaning::QuotaReached,
        Meaning::QuotaReached => Meaning::NoRight,
        Meaning::NoRight => Meaning::SignInAgain,
        Meaning::SignInAgain => Meaning::NotForHere,
        Meaning::NotForHere => Meaning::Throttled,
        Meaning::Throttled => Meaning::CredentialLost,
        Meaning::CredentialLost => Meaning::WrongPath,
        Meaning::WrongPath => Meaning::NotTheService,
        Meaning::NotTheService => Meaning::Invalid,
        Meaning::Invalid => Meaning::ServiceDown,
        Meaning::ServiceDown => Meaning::Other,
        Meaning::Other => return None,
    })
}

fn meanings() -> Vec<Meaning> {
    std::iter::successors(Some(Meaning::AlreadyGone), |meaning| after(*meaning)).collect()
}

#[test]
fn every_meaning_has_words_of_its_own_with_a_way_out() {
    let told: Vec<String> = meanings()
        .into_iter()
        .map(|meaning| english(&remedy(&refused(meaning, ""))))
        .collect();
    assert_eq!(
        told,
        [
            "What was asked for does not exist or was deleted. Check the name or go back to the list.",
            "What should be created already exists.",
            "Still in use. Delete what uses it, or point that to another one.",
            "The quota is reached. Delete what is no longer needed, or ask the provider for more.",
            "You may not do this. Ask an administrator.",
            "The token is not accepted any more. Sign in again.",
            "IAM accepts your token, but this service does not: it is for another service, region or project. Sign out and sign in with a token for the region's main project. If that does not help, check that /api/ of the console's server leads to that region.",
            "The cloud gets too many requests. Wait a minute and try again.",
            "The request arrived without your token: the proxy does not pass the header X-Auth-Token on. Set it up to do so.",
            "The API gateway does not know this address: the service is not offered here, or the proxy is misconfigured.",
            "This is not an answer of the service: a proxy, a firewall or another server on the way gave it. Check that the address /api/ of the console's server leads to the cloud.",
            "The cloud rejected a value; the reason is below.",
            "The proxy could not reach the cloud. Try again in a moment.",
            "The cloud has an internal error. Try again in a moment.",
        ]
    );
}

#[test]
fn every_error_has_words_of_its_own_in_both_languages() {
    let mut errors: Vec<ApiError> = meanings()
        .into_iter()
        .map(|meaning| refused(meaning, ""))
        .collect();
    errors.extend([
        ApiError::NotSent(NotSent::NoCredential),
        ApiError::NotSent(NotSent::NobodyNamed),
        ApiError::NotSent(NotSent::NoTagNamed),
        ApiError::NotSent(NotSent::NotOffered),
        ApiError::NotSent(NotSent::ReadOnly),
        ApiError::NotSent(NotSent::NotBuilt),
        no_answer(NoAnswerKind::Offline),
        no_answer(NoAnswerKind::Unreachable),
        no_answer(NoAnswerKind::TimedOut),
        no_answer(NoAnswerKind::BrokeOff),
        no_answer(NoAnswerKind::TooLarge),
        ApiError::Unreadable(Unreadable {
            status: 200,
            at: "$".to_owned(),
            request_id: None,
        }),
    ]);
    let told: BTreeSet<String> = errors.iter().map(|error| english(&remedy(error))).collect();
    assert_eq!(told.len(), errors.len());
    for error in &errors {
        let words = remedy(error);
        says(&words, &english(&words));
    }
}

#[test]
fn only_swr_sends_to_somebody_with_manage_and_others_name_their_permissions() {
    let told = |code| english(&remedy(&refused(Meaning::NoRight, code)));
    for code in ["SVCSTG.SWR.4030170", "SWR.4030001"] {
        assert!(told(code).ends_with("or someone with Manage."), "{code}");
    }
    let ims = told("IMG.0001");
    assert!(ims.contains("ims:images:get") && ims.contains("ims:images:share"));
    assert!(told("HSS.1005").contains("hss:container:"));
    for code in ["IMG.0001", "HSS.1005", "IAM.0003", "APIG.0302", "PEP.1", ""] {
        assert!(!told(code).contains("Manage"), "{code}");
        assert!(told(code).contains("Ask an administrator"), "{code}");
    }
}

#[test]
fn a_code_that_says_more_than_its_meaning_is_told() {
    let told = |code| english(&remedy(&refused(Meaning::Other, code)));
    assert_eq!(
        told("SVCSTG.SWR.4090060"),
        "The name is taken, possibly by another customer of this region. Enter another one."
    );
    for code in ["SVCSTG.SWR.4060074", "SVCSTG.SWR.4060012"] {
        assert_eq!(told(code), "Images are still in there. Delete them first.");
    }
    for code in ["SVCSTG.SWR.4131001", "SVCSTG.SWR.4131012"] {
        assert_eq!(told(code), "A text is too long. Shorten it and try again.");
    }
    for code in ["IAM.1104", "IAM.1106", "IAM.1107"] {
        assert_eq!(
            told(code),
            "This access key cannot be used: it is inactive, blocked or its user is gone. Use another one, or ask an administrator."
        );
    }
    for code in ["IAM.1105", "IAM.1108"] {
        assert_eq!(
            told(code),
            "This temporary access key has expired. Get a new one."
        );
    }
    assert_eq!(
        told("IAM.1109"),
        "The access key's project is not known here. Check the region and the project."
    );
    assert_eq!(told("IAM.0020"), "IAM failed. Wait a moment and try again.");
    assert_eq!(
        told("SVCSTG.SWR.5070070"),
        "The account's object storage, which holds the images, is switched off or failing. Check it with the provider."
    );
}

#[test]
fn the_details_name_status_code_message_and_request() {
    let error = ApiError::Refused(Refusal {
        status: 404,
        code: "SVCSTG.SWR.4001158".to_owned(),
        message: "namespace \u{202E}not found".to_owned(),
        request_id: Some("b7f0".to_owned()),
        meaning: Meaning::AlreadyGone,
        retry_after: None,
        encoded_authorization_message: None,
    });
    assert_eq!(
        details(&error, english),
        "HTTP 404 · SVCSTG.SWR.4001158 · namespace \u{202E}not found · Request ID b7f0"
    );
    assert_eq!(details(&refused(Meaning::Other, ""), english), "HTTP 400");
}

#[test]
fn a_code_that_is_the_status_is_not_said_twice() {
    let line = |status, code: &str| {
        let error = ApiError::Refused(Refusal {
            status,
            code: code.to_owned(),
            message: "m".to_owned(),
            request_id: None,
            meaning: Meaning::Other,
            retry_after: None,
            encoded_authorization_message: None,
        });
        details(&error, english)
    };
    assert_eq!(line(401, "401"), "HTTP 401 · m");
    assert_eq!(line(404, "404 Not Found"), "HTTP 404 · m");
    assert_eq!(line(400, "4001"), "HTTP 400 · 4001 · m");
    assert_eq!(line(400, "00000010"), "HTTP 400 · 00000010 · m");
    assert_eq!(line(403, "401"), "HTTP 403 · 401 · m");
}

#[test]
fn there_are_no_details_of_what_was_never_answered() {
    assert_eq!(details(&ApiError::NotSent(NotSent::NotBuilt), english), "");
    assert_eq!(details(&no_answer(NoAnswerKind::Offline), english), "");
}

#[test]
fn an_unreadable_answer_names_its_place_in_the_details() {
    let error = ApiError::Unreadable(Unreadable {
        status: 200,
        at: "namespaces[3].name".to_owned(),
        request_id: Some("b7f0".to_owned()),
    });
    assert_eq!(
        details(&error, english),
        "HTTP 200 · namespaces[3].name · Request ID b7f0"
    );
}

#[test]
fn a_wrong_path_means_that_the_service_is_not_offered() {
    let error = refused(Meaning::WrongPath, "");
    let told = of_sync_tasks(&error).expect("it has words");
    says(
        &told,
        "Copying images to other regions is not offered here.",
    );
    for told in [of_image_sync_tasks(&error), of_task_registries(&error)] {
        let told = told.expect("it has words");
        says(&told, "Image security sync is not offered in this region.");
    }
}

#[test]
fn a_missing_right_is_told_by_what_it_is_a_right_to() {
    let error = refused(Meaning::NoRight, "");
    says(
        &of_sync_task_write(&error),
        "Usually only the account or an administrator can manage automatic sync; identity policies can allow others to.",
    );
    says(
        &of_image_sync_tasks(&error).expect("it has words"),
        "You may not see image sync tasks of this enterprise project. Select yours in the top bar, under the region.",
    );
    says(
        &of_task_registries(&error).expect("it has words"),
        "This task is in another project or enterprise project, or you may not see it. Select the enterprise project in the top bar, under the region.",
    );
    says(
        &of_shared_accounts(&error).expect("it has words"),
        "Only people with Manage on this repository can see which accounts it is shared with.",
    );
    assert_eq!(of_sync_tasks(&error), None);
}

#[test]
fn an_unknown_task_is_told_where_its_registries_are_read() {
    let error = refused(Meaning::AlreadyGone, "");
    let told = of_task_registries(&error).expect("it has words");
    says(&told, "There is no task with this ID.");
    assert_eq!(of_image_sync_tasks(&error), None);
    says(&of_sync_task_write(&error), "Refused");
}

#[test]
fn a_refused_share_is_told_by_what_was_wrong_with_it() {
    let unknown = refused(Meaning::Invalid, "SVCSTG.SWR.4001041");
    let told = [
        (
            unknown,
            "SWR does not know this account, or it is your own. Check the account name.",
        ),
        (
            refused(Meaning::AlreadyThere, ""),
            "The repository is shared with this account already. Stop sharing first to change until when.",
        ),
    ];
    for (error, expected) in told {
        says(&of_shared_account(&error).expect("it has words"), expected);
        assert!(is_about_account(&error));
    }
    let other = refused(Meaning::Invalid, "SVCSTG.SWR.4000014");
    assert_eq!(of_shared_account(&other), None);
    assert!(!is_about_account(&other));
    assert!(!is_about_account(&refused(Meaning::NoRight, "")));
}

#[test]
fn a_lost_connection_means_the_same_everywhere() {
    let error = no_answer(NoAnswerKind::Unreachable);
    assert_eq!(of_sync_tasks(&error), None);
    assert_eq!(of_shared_account(&error), None);
    assert_eq!(of_image_sync_tasks(&error), None);
    assert_eq!(of_task_registries(&error), None);
}
