//! Machine images and their members in words, and what refusals about them mean.

use cloud_api::ims::{
    ImageContent, ImageStatus, ImageVisibility, MemberStatus, MemberType, NotShareable, ShareDoubt,
};
use cloud_api::{ApiError, NotSent, Response, Service};
use words::explanation::{
    is_about_vault, of_image_members, of_image_share, of_machine_image, of_machine_images,
};
use words::failure::remedy;
use words::machine_image::{
    content_words, member_status_words, member_type_words, not_shareable_words, share_doubt_words,
    status_words, visibility_words,
};

use crate::support::{chinese, english, says};

#[test]
fn every_image_has_words_for_what_it_holds_who_can_use_it_and_how_it_stands() {
    let contents = ImageContent::ALL.map(|it| content_words(it.name()).as_ref().map(english));
    let expected = ["System disk", "Data disk", "Full-ECS", "Physical server"];
    assert_eq!(contents, expected.map(|it| Some(it.to_owned())));
    let seen = ImageVisibility::ALL.map(|it| visibility_words(it.name()).as_ref().map(english));
    let expected = [
        "Private",
        "Shared",
        "Shared with me",
        "Public",
        "Marketplace",
    ];
    assert_eq!(seen, expected.map(|it| Some(it.to_owned())));
    let stands = ImageStatus::ALL.map(|it| status_words(it.name()).as_ref().map(english));
    let expected = ["Waiting", "Creating", "Active", "Deleted", "Failed"];
    assert_eq!(stands, expected.map(|it| Some(it.to_owned())));
}

#[test]
fn a_word_that_nobody_knows_is_not_put_into_words() {
    for word in ["", "IsoImage", "frozen", "Private", "gold"] {
        assert_eq!(content_words(word), None);
        assert_eq!(visibility_words(word), None);
        assert_eq!(status_words(word), None);
    }
}

#[test]
fn every_member_has_words_in_both_languages() {
    let kinds = MemberType::ALL.map(|it| chinese(&member_type_words(it)));
    assert_eq!(kinds, ["项目", "账号", "组织（Organizations）"]);
    let states = MemberStatus::ALL.map(|it| chinese(&member_status_words(it)));
    assert_eq!(states, ["待接受", "已接受", "已拒绝"]);
    says(&member_status_words(MemberStatus::Pending), "Pending");
}

fn refusal(status: u16, body: &str) -> ApiError {
    ApiError::from_response(&Response {
        service: Service::Ims,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    })
}

#[test]
fn a_refusal_means_what_it_is_about() {
    let no_right = refusal(403, r#"{"error":{"code":"IMG.0026","message":"m"}}"#);
    let unknown = refusal(400, r#"{"error":{"code":"IMG.0027","message":"m"}}"#);
    let no_service = refusal(404, r#"{"error_code":"APIGW.0101","error_msg":"m"}"#);
    let said = |message: Option<words::Message>| message.as_ref().map(english);
    let list = "You may not see machine images of this project. Ask an administrator.";
    assert_eq!(said(of_machine_images(&no_right)).as_deref(), Some(list));
    assert_eq!(said(of_machine_image(&no_right)).as_deref(), Some(list));
    assert_eq!(
        said(of_image_members(&no_right)).as_deref(),
        Some(
            "You may not see who this image is shared with. Ask an administrator for ims:images:get."
        )
    );
    for explain in [of_machine_image, of_image_members] {
        assert_eq!(
            said(explain(&unknown)).as_deref(),
            Some("There is no image with this ID that this project can see.")
        );
    }
    assert_eq!(of_machine_images(&unknown), None);
    for explain in [of_machine_images, of_machine_image, of_image_members] {
        assert_eq!(
            said(explain(&no_service)).as_deref(),
            Some("IMS is not offered in this region.")
        );
    }
}

#[test]
fn ims_is_named_when_it_finds_fault() {
    let invalid = refusal(400, r#"{"error":{"code":"IMG.0024","message":"m"}}"#);
    assert!(english(&remedy(&invalid)).starts_with("IMS "));
}

#[test]
fn every_code_of_sharing_has_its_words_and_next_step_in_both_languages() {
    let refused = |code: &str| {
        ApiError::from_response(&Response {
            service: Service::Ims,
            status: 400,
            headers: Vec::new(),
            body: format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#).into_bytes(),
        })
    };
    for (code, beginning) in [
        ("IMG.0026", "You may not share"),
        ("IMG.0047", "Another project owns"),
        ("IMG.0106", "Another project owns"),
        ("IMG.0067", "IMS knows no such project"),
        ("IMG.0030", "IMS knows no such project"),
        ("IMG.0076", "The image belongs to this project"),
        ("IMG.0088", "The image has as many recipients"),
        ("IMG.0089", "Everyone can use"),
        ("IMG.0098", "The image is encrypted"),
        ("IMG.0105", "IMS does not support"),
        ("IMG.0196", "IMS does not support"),
        ("IMG.0107", "Marketplace images"),
        ("IMG.0112", "IMS could not add"),
        ("IMG.0113", "IMS could not remove"),
        ("IMG.0135", "Only a full-ECS image"),
        ("IMG.0177", "The recipient is in another region"),
        ("IMG.0178", "The recipient belongs to the same account"),
        ("IMG.0184", "A full-ECS image is accepted into a vault"),
        ("IMG.0185", "The vault is full"),
        ("IMG.0188", "The vault cannot be used"),
        ("IMG.0193", "The vault is of another type"),
        ("IMG.0027", "There is no image"),
    ] {
        let words = of_image_share(&refused(code)).expect(code);
        assert!(english(&words).starts_with(beginning), "{code}");
        assert_ne!(english(&words), chinese(&words), "{code}");
    }
    assert_eq!(of_image_share(&refused("IMG.0001")), None);
}

#[test]
fn why_an_image_cannot_be_shared_is_said_as_the_service_would() {
    for (why, code) in [
        (NotShareable::Public, "IMG.0089"),
        (NotShareable::Marketplace, "IMG.0107"),
        (NotShareable::Anothers, "IMG.0047"),
    ] {
        let body = format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#);
        let said = of_image_share(&refusal(400, &body));
        assert_eq!(said, Some(not_shareable_words(why)), "{code}");
    }
}

#[test]
fn what_the_service_may_refuse_is_said_of_the_image_with_its_numbers() {
    let said = |doubt| english(&share_doubt_words("base".to_owned(), doubt));
    assert!(said(ShareDoubt::Encrypted).starts_with("base is encrypted."));
    assert!(said(ShareDoubt::Windows).starts_with("base is a Windows image."));
    assert_eq!(
        said(ShareDoubt::Recipients {
            count: 11,
            most: 10
        }),
        "base would have 11 recipients. IMS may refuse more than 10."
    );
}

#[test]
fn only_refusals_about_the_vault_ask_for_another_one() {
    let refused = |code: &str| {
        refusal(
            400,
            &format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#),
        )
    };
    for code in ["IMG.0184", "IMG.0185", "IMG.0188", "IMG.0193"] {
        assert!(is_about_vault(&refused(code)), "{code}");
    }
    for code in ["IMG.0018", "IMG.01840", "IMG.0026", "", "SWR.0184"] {
        assert!(!is_about_vault(&refused(code)), "{code}");
    }
    let no_answer = ApiError::NotSent(NotSent::NoCredential);
    assert!(!is_about_vault(&no_answer));
}
