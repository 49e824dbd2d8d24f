//! Whatever arrives is answered.

use proptest::prelude::*;
use serde_json::Value;
use simulator::identities::PEOPLE;

use super::support::*;

proptest! {
    #[test]
    fn anything_at_all_is_answered_in_json(
        method in "[A-Z]{0,7}",
        path in "(/api)?(/swr|/iam|/hss|/ims|/enterprise)?(/v[0-9]|/_simulator)?(/[a-z$%0-9.]{0,9}){0,6}",
        query in "[a-z=&%:|0-9]{0,30}",
        body in proptest::collection::vec(any::<u8>(), 0..60),
    ) {
        let mut cloud = small_cloud();
        let mut request = incoming(&method, &path, PEOPLE[0].token, &Value::Null);
        request.query = query;
        request.body = body;
        let response = send(&mut cloud, &request);
        prop_assert!(response.body.is_empty() || serde_json::from_slice::<Value>(&response.body).is_ok());
        prop_assert!(response.header("X-Request-Id").is_some() || path.starts_with("/_simulator"));
    }

    #[test]
    fn any_body_and_query_of_a_known_call_is_answered_in_json(
        method in "GET|POST|PATCH|DELETE",
        path in "/v2/manage/namespaces/acme-web/repos/shop\\$api(/access|/sync_repo|/sync_images|/sync_job|/tags(/latest)?)?|/v2/manage/namespaces/acme-web(/access|/repos)?|/v3/manage/namespaces/acme-web/repos/shop\\$api/tags|/v[23]/manage/(repos|namespaces|overview|regions)|/v3/auth/tokens|/v3/users",
        query in "((filter|limit|offset|marker|name|order_column|order_type|is_public|enabled|tag)=[a-z:|0-9%-]{0,12}&){0,3}",
        body in r#"(\[|\{)?("(auth|user_id|user_name|is_public|namespace|repository|imageTag|remoteRegionId|syncAuto)":? ?(7|"x"|null|\[\])?,?){0,4}(\]|\})?"#,
    ) {
        let mut cloud = small_cloud();
        let mut request = incoming(&method, &path, PEOPLE[0].token, &Value::Null);
        request.query = query;
        request.body = body.into_bytes();
        let response = send(&mut cloud, &request);
        prop_assert!(response.body.is_empty() || serde_json::from_slice::<Value>(&response.body).is_ok());
    }

    #[test]
    fn any_body_and_query_of_a_call_of_hss_is_answered_in_json(
        method in "GET|POST",
        path in "/(registries|registries/statistics|tasks|image-sync/tasks|image-sync/tasks/[a-f0-9%-]{0,40}/registries)",
        query in "((type|limit|offset|registry_name|registry_type|sync_status|task_id|create_time)=[a-z_,0-9%-]{0,12}&){0,3}(type=image_sync)?",
        body in r#"(\{)?("(sync_all_registries|registry_info)":(true|false|null|\[\{"registry_id":"x"\}\]),?){0,2}(\})?"#,
    ) {
        let mut cloud = small_cloud();
        let mut request = incoming(&method, &format!("{HSS}{path}"), PEOPLE[0].token, &Value::Null);
        request.headers.push(("region".to_owned(), "eu-de".to_owned()));
        request.query = query;
        request.body = body.into_bytes();
        let response = send(&mut cloud, &request);
        prop_assert!(response.body.is_empty() || serde_json::from_slice::<Value>(&response.body).is_ok());
    }

    #[test]
    fn any_query_of_a_call_of_ims_is_answered_in_json(
        path in "/v2/cloudimages|/v2/images/[a-f0-9%-]{0,40}(/members(/[a-f0-9%]{0,9})?)?|/v1/[a-f0-9%]{0,9}/cloudimages/[a-f0-9%-]{0,9}/members",
        query in "((limit|marker|name|status|visibility|__imagetype|member_status|sort_key|enterprise_project_id)=[a-z_,0-9%-]{0,12}&){0,4}",
    ) {
        let mut cloud = small_cloud();
        let mut request = incoming("GET", &path, PEOPLE[0].token, &Value::Null);
        request.query = query;
        let response = send(&mut cloud, &request);
        prop_assert!(serde_json::from_slice::<Value>(&response.body).is_ok());
    }

    #[test]
    fn any_body_of_a_write_of_ims_is_answered_in_json(
        method in "POST|PUT|DELETE",
        path in "/v1/cloudimages/members|/v2/images/[a-f0-9%-]{0,9}/members(/[a-f0-9%]{0,9})?",
        body in r#"(\{|\[)?("(images|projects|domains|organizations|project_id|status|vault_id|member)":(7|"x"|null|\[\]|\["x"\]|\[7\]),?){0,4}(\}|\])?"#,
    ) {
        let mut cloud = small_cloud();
        let mut request = incoming(&method, &path, PEOPLE[0].token, &Value::Null);
        request.body = body.into_bytes();
        let response = send(&mut cloud, &request);
        prop_assert!(serde_json::from_slice::<Value>(&response.body).is_ok());
    }

    #[test]
    fn any_authorization_is_refused_in_json(value in "(SDK-HMAC-SHA256 )?[ -~]{0,60}", date in "\\PC{0,18}") {
        let mut cloud = small_cloud();
        let mut request = incoming("GET", "/v2/manage/namespaces", "", &Value::Null);
        request.headers.push(("Authorization".to_owned(), value));
        request.headers.push(("X-Sdk-Date".to_owned(), date));
        prop_assert_eq!(send(&mut cloud, &request).status, 401);
    }
}
