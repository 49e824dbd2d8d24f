//! What holds for every write.

use proptest::prelude::*;

use super::support::*;
use crate::support::Verdict::CannotTell;

#[test]
fn a_refused_read_back_tells_nothing() {
    let refusals = [
        (401, r#"{"error_code":"APIGW.0301","error_msg":"m"}"#),
        (
            403,
            r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m"}"#,
        ),
        (
            403,
            r#"{"error_code":"SVCSTG.SWR.4031032","error_msg":"m"}"#,
        ),
        (404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#),
        (404, "<html><h1>404 Not Found</h1></html>"),
        (404, ""),
        (500, ""),
        (502, "<html>"),
        (302, ""),
        (0, ""),
    ];
    for (status, body) in refusals {
        let all = [add(), change(), cancel()]
            .into_iter()
            .chain(of_one_thing());
        // A refusal to show it tells that a new organization is somebody else's.
        for mutation in all.filter(|write| *write != create_organization() || status != 403) {
            assert_eq!(
                verdict(&mutation, status, body),
                CannotTell,
                "{status} {body} {mutation:?}"
            );
        }
    }
}

proptest! {
    #[test]
    fn no_read_back_makes_judging_panic(
        status in prop_oneof![Just(200), any::<u16>()],
        body in prop_oneof![any::<String>(), "\\{\"others_auths\":[\\[\\]{}:,\"a-z0-9]{0,30}\\}"],
    ) {
        for mutation in [add(), change(), cancel()].into_iter().chain(of_one_thing()) {
            verdict(&mutation, status, &body);
        }
    }

    #[test]
    fn a_write_is_never_judged_applied_from_an_answer_outside_2xx_with_another_code(
        status in prop_oneof![0..200_u16, 300..400_u16, 500..=u16::MAX],
        body in any::<String>(),
    ) {
        for mutation in [add(), change(), cancel()].into_iter().chain(of_one_thing()) {
            prop_assert_eq!(verdict(&mutation, status, &body), CannotTell);
        }
    }
}
