//! Quotas of machine images.

use cloud_api::ims::{ImageQuotaKind, ShowImageQuota};
use cloud_api::{Operation, Service};

use crate::support::{answer, decoded};

#[test]
fn the_quotas_that_are_told_are_read_and_the_others_are_absent() {
    let quotas = decoded::<ShowImageQuota>(
        r#"{"quotas":{"resources":[{"type":"image","used":12,"quota":100,"min":1,"max":1000}]}}"#,
    );
    let image = quotas.of(ImageQuotaKind::Image);
    let image = image.map(|quota| (quota.used, quota.quota));
    assert_eq!(image, Some((Some(12), Some(100))));
    assert_eq!(quotas.of(ImageQuotaKind::ImageShared), None);
    assert_eq!(quotas.of(ImageQuotaKind::ImageMember), None);
}

#[test]
fn one_odd_quota_spoils_no_other() {
    let quotas = decoded::<ShowImageQuota>(
        r#"{"quotas":{"resources":[7,{"type":"image_member","used":"3","quota":null},{"type":"IMAGE_SHARED","used":-1}]}}"#,
    );
    let member = quotas.of(ImageQuotaKind::ImageMember);
    assert_eq!(member.map(|it| (it.used, it.quota)), Some((Some(3), None)));
    assert!(quotas.of(ImageQuotaKind::ImageShared).is_some());
}

#[test]
fn an_answer_without_quotas_is_none() {
    for body in [
        "{}",
        "[]",
        r#"{"quotas":[]}"#,
        r#"{"quotas":{"resources":7}}"#,
    ] {
        assert!(
            ShowImageQuota::decode(&answer(200, body)).is_err(),
            "{body}"
        );
    }
}

#[test]
fn how_many_recipients_an_image_may_have_is_told_by_its_quota_alone() {
    let most = |quota: &str| {
        let row = format!(r#"{{"type":"image_member","used":3,"quota":{quota}}}"#);
        let body = format!(r#"{{"quotas":{{"resources":[{row}]}}}}"#);
        decoded::<ShowImageQuota>(&body).most_recipients()
    };
    assert_eq!(most("256"), Some(256));
    assert_eq!(most("-1"), Some(u64::MAX));
    assert_eq!(most("null"), None);
    let others = r#"{"quotas":{"resources":[{"type":"image","used":12,"quota":100}]}}"#;
    assert_eq!(decoded::<ShowImageQuota>(others).most_recipients(), None);
}

#[test]
fn quotas_are_asked_of_ims() {
    let request = ShowImageQuota.request();
    assert_eq!(request.service(), Service::Ims);
    assert_eq!(request.path_and_query(), "/v1/cloudimages/quota");
}
