//! The lists of headers, against what the console sends and what its page says.

use cloud_api::iam::{AccessKeyId, ListDomains};
use cloud_api::signing::{SignedAs, Unsigned, read_date};
use cloud_api::swr::{ListOrganizations, Visibility};
use cloud_api::{Operation as _, ProjectId, Request, Secret};
use proxies::{OF_REQUESTS, policy};
use sample_writes::each;

const PAGE: &str = include_str!("../../../../index.html");

fn passes(name: &str) -> bool {
    OF_REQUESTS.iter().any(|own| own.eq_ignore_ascii_case(name))
}

#[test]
fn the_policy_is_that_of_the_page_and_what_only_a_header_can_say() {
    let (_, after) = PAGE
        .split_once("\"Content-Security-Policy\" content=\"")
        .unwrap();
    let (own, _) = after.split_once('"').unwrap();
    assert_eq!(policy(&[]), format!("{own}; frame-ancestors 'none'"));
}

#[test]
fn a_server_that_the_browser_reaches_by_itself_may_be_connected_to() {
    let policy = policy(&["https://ims.cloud.example".to_owned()]);
    assert!(
        policy.contains("connect-src 'self' https://ims.cloud.example;"),
        "{policy}"
    );
}

/// With everything that signing adds.
fn signed(request: Request) -> Request {
    let key = AccessKeyId::typed("AKEXAMPLE0123456789").unwrap();
    let project: ProjectId = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80".parse().unwrap();
    let signed_as = SignedAs {
        key: &key,
        security_token: Some(&Secret::new("token".to_owned())),
        host: "iam.eu-de.otc.t-systems.com",
        path_before: "",
        project: Some(&project),
        account_id: Some("account"),
        time: read_date("20240301T081530Z").unwrap(),
    };
    Unsigned::new(request, &signed_as).signed("5f")
}

#[test]
fn every_header_that_the_console_sends_passes() {
    let organizations = ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    };
    let reads = [ListDomains.request(), organizations.request()].map(signed);
    let writes = each().map(|write| write.request().unwrap());
    for request in reads.iter().chain(&writes) {
        for (name, _) in &request.headers {
            assert!(passes(name), "{name}");
        }
    }
    // Kept by `net` and by what validates a token.
    assert!(passes("X-Auth-Token") && passes("X-Subject-Token"));
}
