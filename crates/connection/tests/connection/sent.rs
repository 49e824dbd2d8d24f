//! What is asked, and what the check can explain.

use cloud_api::hss::EnterpriseProject;
use cloud_api::{ApiError, Meaning, Method, NotSent, Service};
use connection::{may_explain, requests};

use crate::support::{answer, missing};

#[test]
fn each_service_is_asked_once_and_only_read() {
    let project = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80".parse().unwrap();
    for project in [Some(&project), None] {
        let asked = requests(project, EnterpriseProject::default());
        let services: Vec<Service> = asked.iter().map(cloud_api::Request::service).collect();
        assert_eq!(services, Service::ALL);
        assert!(asked.iter().all(|request| request.method() == Method::Get));
        assert!(asked.iter().all(|request| request.body.is_empty()));
    }
}

#[test]
fn the_project_is_named_only_where_the_person_is() {
    let project = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80".parse().unwrap();
    let names = |asked: Vec<cloud_api::Request>| {
        let paths = asked.iter().map(cloud_api::Request::path);
        paths.filter(|path| path.contains("7c9d5e2b")).count()
    };
    assert_eq!(names(requests(Some(&project), EnterpriseProject::All)), 3);
    assert_eq!(names(requests(None, EnterpriseProject::All)), 0);
}

#[test]
fn the_check_explains_the_way_and_not_the_thing() {
    let told = |status, code: &str| {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"words"}}"#);
        let seen = answer(Service::Swr, status, &body);
        ApiError::from_response(&seen.came_back.unwrap())
    };
    for error in [
        told(404, "APIGW.0101"),
        told(401, "APIGW.0301"),
        told(429, "APIGW.0308"),
        told(403, ""),
        told(502, ""),
        ApiError::NotSent(NotSent::NotOffered),
        missing(cloud_api::NoAnswerKind::TimedOut)
            .came_back
            .unwrap_err(),
    ] {
        assert!(may_explain(&error), "{error}");
    }
    for error in [
        told(404, "SVCSTG.SWR.4040000"),
        told(409, "SVCSTG.SWR.4090000"),
        told(403, "SVCSTG.SWR.4030000"),
        ApiError::NotSent(NotSent::NobodyNamed),
    ] {
        assert!(!may_explain(&error), "{error}");
        assert_ne!(error.meaning(), Some(Meaning::NotTheService));
    }
}
