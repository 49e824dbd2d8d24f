//! Only the cloud's own servers tell of its things; what stands on the way tells of nothing.

use cloud_api::{ApiError, Meaning, NoAnswer, NoAnswerKind, NotSent, Service};

use crate::errors::{OWN, expected, refused, told, told_at};

#[test]
fn only_a_4xx_of_the_service_and_an_unsent_request_surely_changed_nothing() {
    let broken = NoAnswer {
        kind: NoAnswerKind::BrokeOff,
        may_have_been_applied: true,
    };
    let changed: Vec<bool> = [
        ApiError::NotSent(NotSent::NoCredential),
        ApiError::Refused(refused(400, &[], OWN)),
        ApiError::Refused(refused(409, &[], OWN)),
        ApiError::Refused(refused(302, &[], "")),
        ApiError::Refused(refused(500, &[], "")),
        ApiError::NoAnswer(broken),
    ]
    .iter()
    .map(ApiError::may_have_been_applied)
    .collect();
    assert_eq!(changed, [false, false, false, true, true, true]);
}

#[test]
fn a_write_that_somebody_on_the_way_refused_or_that_took_too_long_may_have_been_applied() {
    let page = "<html><title>403 Forbidden</title></html>";
    let proxy = r#"{"error_code":"PROXY.0403","error_msg":"m"}"#;
    for (status, body) in [
        (400, ""),
        (403, page),
        (404, proxy),
        (409, "{}"),
        (408, OWN),
        (425, OWN),
        (499, OWN),
        (302, OWN),
        (200, page),
    ] {
        let error = ApiError::Refused(refused(status, &[], body));
        assert!(error.may_have_been_applied(), "{status} {body}");
    }
}

#[test]
fn whatever_the_status_only_the_clouds_own_codes_tell_of_things_rights_and_tokens() {
    for status in [
        301, 400, 401, 403, 404, 405, 407, 408, 409, 410, 413, 429, 431, 500, 511,
    ] {
        for body in [
            "",
            "<html><h1>nginx</h1></html>",
            "null",
            r#"{"message":"no Route matched with those values"}"#,
            r#"{"code":404,"message":"page not found"}"#,
            r#"{"error":"Not Found","status":404}"#,
            r#"{"error_code":"PROXY.0404","error_msg":"m"}"#,
            r#"{"error_code":"XSVCSTG.SWR.4040010","error_msg":"m"}"#,
        ] {
            for service in Service::ALL {
                let (_, _, meaning) = told_at(service, status, body);
                assert_eq!(meaning, Meaning::NotTheService, "{status} {body}");
            }
        }
    }
}

/// The forms in which the services refuse, with whose they are.
const FORMS: [(&str, &[Service]); 8] = [
    (
        r#"{"error":{"code":STATUS,"message":"m","title":"t"}}"#,
        &[Service::Iam, Service::Ims],
    ),
    (
        r#"{"message":"m","code":"STATUS t","title":"t"}"#,
        &[Service::Iam, Service::Ims],
    ),
    (
        r#"{"error_code":"IAM.0001","error_msg":"m"}"#,
        &[Service::Iam],
    ),
    (
        r#"{"error_code":STATUS,"error_description":"m"}"#,
        &[Service::Hss],
    ),
    (
        r#"{"error_code":"HSS.0001","error_msg":"m"}"#,
        &[Service::Hss],
    ),
    (
        r#"{"errors":[{"errorCode":"SVCSTG.SWR.1","errorMessage":"m"}]}"#,
        &[Service::Swr, Service::Enterprise],
    ),
    (
        r#"{"error_code":"SWR.1","error_msg":"m"}"#,
        &[Service::Swr, Service::Enterprise],
    ),
    (
        r#"{"error":{"code":"IMG.0001","message":"m"}}"#,
        &[Service::Ims],
    ),
];

#[test]
fn only_the_service_that_was_asked_is_heard_whatever_its_form_and_status() {
    let of_the_service = [
        (401, Meaning::SignInAgain),
        (403, Meaning::NoRight),
        (404, Meaning::AlreadyGone),
        (409, Meaning::AlreadyThere),
        (429, Meaning::Throttled),
    ];
    for asked in Service::ALL {
        for (form, speakers) in FORMS {
            for (status, meaning) in of_the_service {
                let body = form.replace("STATUS", &status.to_string());
                let expected = match speakers.contains(&asked) {
                    // Another code of HSS's own decides there, whatever the status.
                    true if body.contains("HSS.0001") => Meaning::Invalid,
                    true => meaning,
                    false => Meaning::NotTheService,
                };
                let (_, _, told) = told_at(asked, status, &body);
                assert_eq!(told, expected, "{asked:?} {status} {body}");
            }
        }
    }
}

#[test]
fn a_code_that_decides_at_one_service_tells_nothing_at_another() {
    let speakers: [(&str, &[Service]); 5] = [
        ("SVCSTG.SWR.4001158", &[Service::Swr, Service::Enterprise]),
        ("HSS.1019", &[Service::Hss]),
        ("00000010", &[Service::Hss]),
        ("IAM.0009", &[Service::Iam]),
        ("IMG.0027", &[Service::Ims]),
    ];
    for (code, speakers) in speakers {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        for asked in Service::ALL {
            let (_, _, told) = told_at(asked, 400, &body);
            let is_heard = told != Meaning::NotTheService;
            assert_eq!(is_heard, speakers.contains(&asked), "{asked:?} {code}");
        }
    }
}

#[test]
fn a_title_is_openstacks_only_with_the_status_as_its_code() {
    let body = r#"{"error":{"code":404,"message":"m","title":"Not Found"}}"#;
    for asked in [Service::Iam, Service::Ims] {
        assert_eq!(told_at(asked, 403, body).2, Meaning::NotTheService);
    }
    let problem = r#"{"type":"about:blank","title":"Not Found","status":404,"code":"X"}"#;
    assert_eq!(
        told_at(Service::Iam, 404, problem).2,
        Meaning::NotTheService
    );
}

#[test]
fn a_404_without_any_code_is_nobodys_word_and_never_a_missing_grant() {
    let page = "<html><h1>404 Not Found</h1><hr>nginx</html>";
    assert_eq!(told(404, page), expected("", "", Meaning::NotTheService));
}

#[test]
fn an_empty_body_has_no_code_but_a_meaning() {
    assert_eq!(told(401, ""), expected("", "", Meaning::NotTheService));
}

#[test]
fn a_page_in_place_of_json_has_no_code_but_a_meaning() {
    assert_eq!(
        told(502, "<html><h1>Bad Gateway</h1></html>"),
        expected("", "", Meaning::ServiceDown)
    );
}

#[test]
fn bodies_without_any_known_field_have_no_code() {
    for body in [
        "null",
        "[]",
        "[[]]",
        "{}",
        "true",
        "7",
        r#""text""#,
        r#"{"code":null}"#,
    ] {
        assert_eq!(
            told(400, body),
            expected("", "", Meaning::NotTheService),
            "{body}"
        );
    }
}

#[test]
fn a_token_that_is_refused_is_told_as_that_in_every_form_that_the_pages_show() {
    let swr = [
        (401, r#"{"error_code":"CODE","error_msg":"m"}"#),
        (
            401,
            r#"{"errors":[{"errorCode":"CODE","errorMessage":"m"}]}"#,
        ),
        (
            401,
            r#"[{"errorCode":"CODE","errorMessage":"m","detail":""}]"#,
        ),
        (
            401,
            r#"{"errors":[{"errorCode":"CODE","errorMessage":"m","detail":""}],"error_code":"CODE","error_msg":"m","details":[{"error_code":"CODE","error_msg":""}]}"#,
        ),
        (401, r#"{"details":[{"error_code":"CODE","error_msg":""}]}"#),
    ];
    let codes = [
        "SVCSTG.SWR.4010000",
        "SVCSTG.SWR.4001048",
        "SVCSTG.SWR.4000031",
        "SVCSTG.SWR.4031043",
        "SWR.401000",
        "APIGW.0301",
        "APIG.0301",
    ];
    for (status, form) in swr {
        for code in codes {
            let body = form.replace("CODE", code);
            let (_, _, meaning) = told_at(Service::Swr, status, &body);
            assert_eq!(meaning, Meaning::SignInAgain, "{body}");
        }
    }
    for body in [
        r#"{"error_code":"APIGW.0301","error_msg":"token expires","request_id":"r"}"#,
        r#"{"error_code":"APIG.0301","error_msg":"decrypt token fail"}"#,
        r#"{"error_code":"HSS.0401","error_description":"m"}"#,
        r#"{"error_code":"HSS.0401","error_description":"m","error_msg":"m"}"#,
        r#"{"error_code":"HSS.0401","error_msg":"m"}"#,
        r#"{"error_code":401,"error_description":"m"}"#,
    ] {
        let (_, _, meaning) = told_at(Service::Hss, 401, body);
        assert_eq!(meaning, Meaning::SignInAgain, "{body}");
    }
    // Some codes tell it with another status.
    for service in [Service::Swr, Service::Hss] {
        for (status, code) in [(400, "SVCSTG.SWR.4001048"), (403, "SVCSTG.SWR.4031043")] {
            let body = format!(r#"[{{"errorCode":"{code}","errorMessage":"m"}}]"#);
            let is_heard = told_at(service, status, &body).2 == Meaning::SignInAgain;
            assert_eq!(is_heard, service == Service::Swr, "{body}");
        }
    }
}
