//! A name with a slash signs as it is sent. The official signer (huaweicloudsdkcore 3.1.219) made the
//! signature, with keys and date of the other vectors.

use cloud_api::enterprise::{ListArtifacts, Paging};
use cloud_api::{Operation, Secret, signing};

use super::support::INSTANCE;
use crate::support::{PROJECT, read};

const SIGNATURE: &str = "7ef129695d8eafa566a9a17ff2b519da2e0de4454181f7000c162d48cc7d41ac";

const DATE: &str = "20240301T081530Z";

#[test]
fn a_repository_with_a_slash_is_signed_like_the_official_signer_does() {
    let operation = ListArtifacts {
        project: read(PROJECT),
        instance: read(INSTANCE),
        namespace: read("library"),
        repository: read("team/app"),
        paging: Paging::holding(0),
    };
    let request = operation.request();
    let path = request.path();
    assert!(path.ends_with("/library/repositories/team%252Fapp/artifacts"));
    let pairs = request.query.iter();
    let headers = [
        ("Content-Type", "application/json"),
        ("X-Sdk-Date", DATE),
        ("Host", "swr-api.eu-west-101.myhuaweicloud.eu"),
    ];
    let signable = signing::Signable {
        method: request.method().as_str(),
        path: &path,
        query: pairs
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        body: &request.body,
    };
    let to_sign = signing::string_to_sign(DATE, &signable.canonical_request());
    let key = Secret::new("SKexample0123456789abcdefghijklmnopqrstuv".to_owned());
    assert_eq!(signing::signature(&key, &to_sign), SIGNATURE);
}
