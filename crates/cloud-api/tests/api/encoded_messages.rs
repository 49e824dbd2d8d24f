//! The encoded message about a missing right.

use crate::errors::{OWN, refused};

#[test]
fn the_encoded_message_about_a_missing_right_is_kept_wherever_it_stands() {
    let encoded = |body: &str| refused(403, &[], body).encoded_authorization_message;
    let bodies = [
        r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m","encoded_authorization_message":"CiAg"}"#,
        r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170","errorMessage":"m","encoded_authorization_message":"CiAg"}]}"#,
        r#"[{"errorCode":"SVCSTG.SWR.4030170","errorMessage":"m","encoded_authorization_message":"CiAg"}]"#,
    ];
    for body in bodies {
        assert_eq!(encoded(body).as_deref(), Some("CiAg"), "{body}");
    }
    for body in [
        OWN,
        "",
        r#"{"encoded_authorization_message":null}"#,
        r#"{"encoded_authorization_message":""}"#,
        r#"{"encoded_authorization_message":7}"#,
    ] {
        assert_eq!(encoded(body), None, "{body}");
    }
}

#[test]
fn an_encoded_message_is_kept_whole_or_not_at_all() {
    let kept = |length: usize| {
        let message = "C".repeat(length);
        let body = format!(
            r#"{{"error_code":"SVCSTG.SWR.4030170","error_msg":"m","encoded_authorization_message":"{message}"}}"#
        );
        refused(403, &[], &body).encoded_authorization_message
    };
    assert_eq!(kept(4_096).map(|message| message.len()), Some(4_096));
    assert_eq!(kept(4_097), None);
}
