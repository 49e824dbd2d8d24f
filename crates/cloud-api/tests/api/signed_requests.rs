//! Requests signed in the name of an access key, and refusals of signatures.

use cloud_api::iam::{AccessKeyId, ListDomains, ListProjects};
use cloud_api::signing::{SignedAs, Unsigned, read_date, wrong_clock};
use cloud_api::swr::{ListOrganizations, Visibility};
use cloud_api::{Operation, Request, Response, Secret, Service, Timestamp, WrongClock};

use crate::support::{PROJECT, read};

const DATE: &str = "20240301T081530Z";
const TOKEN: &str = "do-not-show-me";

fn time(date: &str) -> Timestamp {
    read_date(date).expect("a date")
}

fn signed(request: Request, change: impl Fn(&mut SignedAs<'_>)) -> Request {
    let key = AccessKeyId::typed("AKEXAMPLE0123456789").expect("a key");
    let project = read(PROJECT);
    let mut signed_as = SignedAs {
        key: &key,
        security_token: None,
        host: "iam.eu-de.otc.t-systems.com",
        path_before: "",
        project: Some(&project),
        account_id: Some("d"),
        time: time(DATE),
    };
    change(&mut signed_as);
    Unsigned::new(request, &signed_as).signed("5f")
}

fn organizations() -> Request {
    let list = ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    };
    list.request()
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let mut headers = request.headers.iter();
    let (_, value) = headers.find(|(key, _)| *key == name)?;
    Some(value.reveal())
}

fn authorization(request: &Request) -> &str {
    header(request, "Authorization").expect("an authorization")
}

#[test]
fn calls_of_iam_name_the_account_once_it_is_known() {
    let request = signed(ListProjects.request(), |_| ());
    assert_eq!(
        authorization(&request),
        "SDK-HMAC-SHA256 Access=AKEXAMPLE0123456789, \
         SignedHeaders=content-type;host;x-domain-id;x-sdk-date, Signature=5f"
    );
    assert_eq!(header(&request, "X-Domain-Id"), Some("d"));
    let first = signed(ListDomains.request(), |it| it.account_id = None);
    assert!(authorization(&first).contains("=content-type;host;x-sdk-date,"));
}

#[test]
fn calls_of_a_region_name_the_project_and_sign_it() {
    let request = signed(organizations(), |_| ());
    let names = "SignedHeaders=content-type;host;x-project-id;x-sdk-date,";
    assert!(authorization(&request).contains(names));
    assert_eq!(header(&request, "X-Project-Id"), Some(PROJECT));
    assert_eq!(header(&request, "X-Sdk-Date"), Some(DATE));
}

#[test]
fn the_host_is_signed_and_not_sent() {
    let unsigned = |host: &'static str| {
        let key = AccessKeyId::typed("AK1").expect("a key");
        let signed_as = SignedAs {
            key: &key,
            security_token: None,
            host,
            path_before: "",
            project: None,
            account_id: None,
            time: time(DATE),
        };
        Unsigned::new(ListDomains.request(), &signed_as)
    };
    assert_ne!(unsigned("a").to_sign(), unsigned("b").to_sign());
    assert_eq!(header(&unsigned("a").signed("5f"), "Host"), None);
}

#[test]
fn what_the_service_sees_before_the_path_is_signed_and_not_sent() {
    let key = AccessKeyId::typed("AK1").expect("a key");
    let unsigned = |path_before: &'static str| {
        let signed_as = SignedAs {
            key: &key,
            security_token: None,
            host: "a",
            path_before,
            project: None,
            account_id: None,
            time: time(DATE),
        };
        Unsigned::new(ListDomains.request(), &signed_as)
    };
    assert_ne!(unsigned("").to_sign(), unsigned("/gateway").to_sign());
    let sent = unsigned("/gateway").signed("5f");
    assert_eq!(sent.path_and_query(), "/v3/auth/domains");
}

#[test]
fn a_security_token_is_signed_and_never_printed() {
    let token = Secret::new(TOKEN);
    let key = AccessKeyId::typed("AK1").expect("a key");
    let signed_as = SignedAs {
        key: &key,
        security_token: Some(&token),
        host: "a",
        path_before: "",
        project: None,
        account_id: None,
        time: time(DATE),
    };
    let unsigned = Unsigned::new(ListDomains.request(), &signed_as);
    let printed = format!("{signed_as:?} {unsigned:?}");
    assert!(!printed.contains(TOKEN), "{printed}");
    let request = unsigned.signed("5f");
    assert!(authorization(&request).contains(";x-security-token,"));
    assert_eq!(header(&request, "X-Security-Token"), Some(TOKEN));
}

#[test]
fn dates_are_read_as_they_are_signed_and_no_other_text_is_one() {
    for date in [DATE, "19991231T235959Z", "20240229T000000Z"] {
        let request = signed(ListDomains.request(), |it| it.time = time(date));
        assert_eq!(header(&request, "X-Sdk-Date"), Some(date));
    }
    for text in [
        "",
        "2024-03-01T08:15:30Z",
        "20240301X081530Z",
        "20240301T081530",
        "20240230T081530Z",
        "äöüäöüäöü",
    ] {
        assert_eq!(read_date(text), None, "{text}");
    }
}

#[test]
fn an_access_key_id_is_of_letters_and_digits() {
    let typed = |text: &str| AccessKeyId::typed(text).map(|key| key.as_str().to_owned());
    assert_eq!(typed(" HPUA1 \n"), Some("HPUA1".to_owned()));
    for text in ["", " ", "a b", "a/b", "a,b", "ä", &"a".repeat(129)] {
        assert_eq!(typed(text), None, "{text}");
    }
}

/// The clock that a refusal at 08:15:30 of the computer's clock tells.
fn clock(message: &str, date: Option<&str>) -> Option<WrongClock> {
    let date = date.map(|date| ("Date".to_owned(), date.to_owned()));
    let body = serde_json::json!({ "error_code": "APIGW.0301", "error_msg": message });
    let response = Response {
        service: Service::Iam,
        status: 401,
        headers: date.into_iter().collect(),
        body: body.to_string().into_bytes(),
    };
    wrong_clock(&response, time(DATE))
}

#[test]
fn a_wrong_clock_is_told_by_the_date_of_the_refusal() {
    let told = |date| clock("verify aksk signature fail", Some(date));
    assert_eq!(
        told("Fri, 01 Mar 2024 07:15:30 GMT"),
        Some(WrongClock::Ahead(60))
    );
    assert_eq!(
        told("Fri, 01 Mar 2024 08:31:31 GMT"),
        Some(WrongClock::Behind(16))
    );
}

#[test]
fn fifteen_minutes_are_tolerated() {
    assert_eq!(clock("", Some("Fri, 01 Mar 2024 08:30:30 GMT")), None);
    assert_eq!(clock("", Some("Fri, 01 Mar 2024 08:00:30 GMT")), None);
}

#[test]
fn the_words_of_the_gateway_tell_its_time_where_they_hold_it() {
    let message = "Signature expired, signature time:20240301T081530Z,server time:20240301T071530Z";
    assert_eq!(clock(message, None), Some(WrongClock::Ahead(60)));
    let date = Some("Fri, 01 Mar 2024 08:15:30 GMT");
    assert_eq!(clock(message, date), Some(WrongClock::Ahead(60)));
}

#[test]
fn without_a_time_nothing_is_said_of_the_clock() {
    for message in ["", "server time:", "server time:ääääääääääääääää", "stale"] {
        assert_eq!(clock(message, None), None, "{message}");
        assert_eq!(clock(message, Some("yesterday")), None, "{message}");
    }
}
