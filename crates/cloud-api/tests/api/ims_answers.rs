//! What IMS answers: as documented, with fields missing, and of other types than documented.

use cloud_api::ims::{
    Image, ImageContent, ImageStatus, ImageType, ImageVisibility, ListImageMembers, ListImages,
    Member, MemberStatus, MemberType, ShowImage,
};
use cloud_api::{ApiError, Meaning, Operation};
use proptest::prelude::*;

use crate::errors::told_at;
use crate::support::{PROJECT, answer, decoded, read};

fn images(rows: &str) -> Vec<Image> {
    decoded::<ListImages>(&format!(r#"{{"images":{rows}}}"#)).rows
}

fn image(fields: &str) -> Image {
    decoded::<ShowImage>(&format!("{{{fields}}}"))
}

fn members(rows: &str) -> Vec<Member> {
    decoded::<ListImageMembers>(&format!(r#"{{"members":{rows}}}"#)).rows
}

/// The rows of examples §3.1.
const IMAGES: &str = r#"{"images":[
 {"id":"5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11","name":"web-golden-2026-11","__imagetype":"private","visibility":"private","owner":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","status":"active","protected":false,
  "min_disk":40,"min_ram":0,"max_ram":"0","size":0,"virtual_size":null,"__image_size":"2147483648","__image_source_type":"uds","__isregistered":"true","__lazyloading":"true","__support_kvm":"true",
  "__os_type":"Linux","__platform":"Ubuntu","__os_version":"Ubuntu 24.04 server 64bit","__os_bit":"64","virtual_env_type":"FusionCompute","disk_format":"zvhd2","container_format":"bare","hw_firmware_type":"bios",
  "__data_origin":"instance,0a1b2c3d","__description":"","__originalimagename":"","checksum":"d41d8cd98f00b204e9800998ecf8427e","tags":["team.web"],"enterprise_project_id":"0",
  "created_at":"2026-11-06T14:03:27Z","updated_at":"2026-11-06T15:17:33Z","active_at":"2026-11-06T15:17:33Z","self":"/v2/images/x","file":"/v2/images/x/file","schema":"/v2/schemas/image"},
 {"id":"9d8e7f60-1b2c-4d3e-8f90-a1b2c3d4e5f6","name":"erp-full-ecs","__imagetype":"private","visibility":"private","owner":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","status":"active","protected":true,"min_disk":100,"min_ram":0,
  "__whole_image":"true","__backup_id":"c2a1b0d9-3e4f-4a5b-8c6d-7e8f90a1b2c3","__system__cmkid":"","__os_type":"Windows","__platform":"Windows","__os_version":"Windows Server 2022 Standard 64bit","virtual_env_type":"FusionCompute","disk_format":"zvhd2","container_format":"bare","tags":[],"size":0,"virtual_size":null,
  "created_at":"2026-10-01T08:00:00Z","updated_at":"2026-10-01T09:12:10Z"}],
 "page_info":{"next_marker":"9d8e7f60-1b2c-4d3e-8f90-a1b2c3d4e5f6"}}"#;

#[test]
fn the_images_of_the_example_are_read() {
    let rows = decoded::<ListImages>(IMAGES);
    let expected = Image {
        id: "5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11".to_owned(),
        name: "web-golden-2026-11".to_owned(),
        image_type: "private".to_owned(),
        visibility: "private".to_owned(),
        owner: PROJECT.to_owned(),
        status: "active".to_owned(),
        protected: Some(false),
        os_type: "Linux".to_owned(),
        platform: "Ubuntu".to_owned(),
        os_version: "Ubuntu 24.04 server 64bit".to_owned(),
        virtual_env_type: "FusionCompute".to_owned(),
        disk_format: "zvhd2".to_owned(),
        image_size: Some(2_147_483_648),
        min_disk: Some(40),
        min_ram: Some(0),
        enterprise_project_id: "0".to_owned(),
        created_at: "2026-11-06T14:03:27Z".to_owned(),
        updated_at: "2026-11-06T15:17:33Z".to_owned(),
        ..Image::default()
    };
    assert_eq!(rows[0], expected);
    assert!(rows[0].is_of(&read(PROJECT)));
    assert_eq!(rows[0].known_type(), Some(ImageType::Private));
    assert_eq!(rows[0].known_status(), Some(ImageStatus::Active));
    let content: Vec<_> = rows.iter().map(Image::content).collect();
    let expected = [ImageContent::SystemDisk, ImageContent::FullEcs].map(Some);
    assert_eq!(content, expected);
    assert_eq!((rows.left_out, rows[1].protected), (0, Some(true)));
}

#[test]
fn what_an_image_holds_is_told_by_its_backup_before_its_environment() {
    let content = |fields: &str| image(fields).content();
    assert_eq!(
        [
            content(r#""virtual_env_type":"DataImage""#),
            content(r#""virtual_env_type":"Ironic""#),
            content(r#""virtual_env_type":"FusionCompute","__backup_id":"b""#),
            content(r#""virtual_env_type":"FusionCompute","__whole_image":"True""#),
            content(r#""virtual_env_type":"IsoImage""#),
            content(""),
        ],
        [
            Some(ImageContent::DataDisk),
            Some(ImageContent::PhysicalServer),
            Some(ImageContent::FullEcs),
            Some(ImageContent::FullEcs),
            None,
            None,
        ]
    );
}

#[test]
fn who_can_use_an_image_depends_on_who_looks_at_it() {
    let seen = |kind: &str, owner: &str| {
        let image = image(&format!(r#""__imagetype":"{kind}","owner":"{owner}""#));
        image.seen_from(&read(PROJECT))
    };
    let other = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
    assert_eq!(
        [
            seen("private", PROJECT),
            seen("shared", PROJECT),
            seen("shared", other),
            seen("gold", other),
            seen("market", other),
        ],
        ImageVisibility::ALL.map(Some)
    );
    for unknown in ["", "public", "SHARED"] {
        assert_eq!(seen(unknown, PROJECT), None, "{unknown:?}");
    }
    let have_members = ImageVisibility::ALL.map(ImageVisibility::has_members);
    assert_eq!(have_members, [true, true, true, false, false]);
}

#[test]
fn every_word_of_an_image_is_found_by_its_name() {
    for known in ImageType::ALL {
        assert_eq!(ImageType::named(known.name()), Some(known));
    }
    for known in ImageStatus::ALL {
        let shouted = known.name().to_uppercase();
        assert_eq!(ImageStatus::named(known.name()), Some(known));
        assert_eq!(ImageStatus::named(&shouted), Some(known));
    }
    for known in ImageContent::ALL {
        assert_eq!(ImageContent::named(known.name()), Some(known));
    }
    for known in ImageVisibility::ALL {
        assert_eq!(ImageVisibility::named(known.name()), Some(known));
    }
    for known in MemberType::ALL {
        assert_eq!(MemberType::named(known.name()), Some(known));
    }
}

#[test]
fn an_image_with_a_key_is_encrypted() {
    let is_encrypted = |fields: &str| image(fields).is_encrypted();
    assert!(is_encrypted(r#""__system__cmkid":"0b1c""#));
    assert!(!is_encrypted(r#""__system__cmkid":"""#));
    assert!(!is_encrypted(r#""__system__cmkid":null"#));
}

#[test]
fn the_operating_system_is_told_as_exactly_as_it_is_known() {
    let system = |fields: &str| image(fields).operating_system().to_owned();
    let all = r#""__os_type":"Linux","__platform":"Ubuntu","__os_version":"Ubuntu 24.04""#;
    assert_eq!(system(all), "Ubuntu 24.04");
    assert_eq!(
        system(r#""__os_type":"Linux","__platform":"Ubuntu""#),
        "Ubuntu"
    );
    assert_eq!(system(r#""__os_type":"Linux""#), "Linux");
    assert_eq!(system(""), "");
}

#[test]
fn flags_stand_as_flags_or_as_text_in_either_case() {
    let protected = |value: &str| image(&format!(r#""protected":{value}"#)).protected;
    for yes in ["true", r#""true""#, r#""True""#] {
        assert_eq!(protected(yes), Some(true), "{yes}");
    }
    for no in ["false", r#""false""#, r#""False""#] {
        assert_eq!(protected(no), Some(false), "{no}");
    }
    for odd in ["null", "7", r#""yes""#, "[]", "{}"] {
        assert_eq!(protected(odd), None, "{odd}");
    }
}

#[test]
fn an_odd_value_spoils_its_own_cell_and_nothing_else() {
    for odd in ["null", "[]", "{}", "true", "-1", r#""many""#] {
        for field in ["__image_size", "min_disk", "min_ram"] {
            let told = image(&format!(r#""name":"web","{field}":{odd}"#));
            let expected = Image {
                name: "web".to_owned(),
                ..Image::default()
            };
            assert_eq!(told, expected, "{field} {odd}");
        }
    }
    let rows = images(r#"[{"id":7,"name":null,"owner":{},"status":["active"]},null,"x",{}]"#);
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["7", ""]);
    assert_eq!(
        (&*rows[0].name, &*rows[0].owner, &*rows[0].status),
        ("", "", "")
    );
}

#[test]
fn rows_that_are_none_are_counted() {
    let rows = decoded::<ListImages>(r#"{"images":[null,{},7,[]]}"#);
    assert_eq!((rows.rows.len(), rows.left_out, rows.received()), (1, 3, 4));
}

#[test]
fn an_id_that_no_path_can_carry_has_no_page() {
    let has_page = |id: &str| image(&format!(r#""id":"{id}""#)).image_id().is_some();
    assert!(has_page("5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11"));
    for odd in ["", "..", "a/b", "a%2fb", "<b>"] {
        assert!(!has_page(odd), "{odd:?}");
    }
}

/// The members of examples §3.2.
const MEMBERS: &str = r#"[
 {"status":"accepted","created_at":"2026-11-07T02:05:14Z","updated_at":"2026-11-07T02:37:11Z","image_id":"5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11","member_id":"b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8","member_type":"project","schema":"/v2/schemas/member"},
 {"status":"pending","created_at":"2026-11-08T10:00:00Z","updated_at":"2026-11-08T10:00:00Z","member_id":"c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9","member_type":"domain"},
 {"status":"accepted","member_id":"o-1","member_type":"organization","urn":"organizations::a:organization:o-1"}]"#;

#[test]
fn the_members_of_the_example_are_read_whatever_form_the_page_has() {
    let page_infos = [
        "",
        r#","page_info":null"#,
        r#","page_info":{"next_marker":"o-1","current_count":3}"#,
        r#","page_info":[{"next_marker":"o-1","current_count":3}]"#,
        r#","page_info":7"#,
    ];
    for page_info in page_infos {
        let rows =
            decoded::<ListImageMembers>(&format!(r#"{{"members":{MEMBERS}{page_info}}}"#)).rows;
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.known_type(), row.known_status(), row.identifier()))
            .collect();
        use {MemberStatus::*, MemberType::*};
        assert_eq!(
            told,
            [
                (
                    Some(Project),
                    Some(Accepted),
                    "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8"
                ),
                (
                    Some(Domain),
                    Some(Pending),
                    "c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9"
                ),
                (
                    Some(Organization),
                    Some(Accepted),
                    "organizations::a:organization:o-1"
                ),
            ],
            "{page_info}"
        );
        assert_eq!(rows[0].created_at, "2026-11-07T02:05:14Z");
    }
}

#[test]
fn states_of_members_compare_without_regard_to_case() {
    let states = |word: &str| members(&format!(r#"[{{"status":"{word}"}}]"#))[0].known_status();
    for word in ["pending", "PENDING", "Pending"] {
        assert_eq!(states(word), Some(MemberStatus::Pending));
    }
    assert_eq!(states("ACCEPTED"), Some(MemberStatus::Accepted));
    assert_eq!(states("Rejected"), Some(MemberStatus::Rejected));
    for unknown in ["", "expired", "pending ", "待接受"] {
        assert_eq!(states(unknown), None, "{unknown:?}");
    }
}

#[test]
fn a_member_without_a_kind_is_a_project_and_an_unknown_kind_stays_as_it_is() {
    let rows = members(r#"[{},{"member_type":"PROJECT"},{"member_type":"tenant"}]"#);
    let kinds: Vec<_> = rows.iter().map(Member::known_type).collect();
    let project = Some(MemberType::Project);
    assert_eq!(kinds, [project, project, None]);
    assert_eq!(rows[2].member_type, "tenant");
}

#[test]
fn lists_that_are_null_or_missing_are_empty() {
    for body in ["{}", r#"{"images":null,"members":null}"#] {
        assert_eq!(decoded::<ListImages>(body).received(), 0);
        assert_eq!(decoded::<ListImageMembers>(body).received(), 0);
    }
}

fn is_unreadable<O: Operation>(body: &str) -> bool {
    matches!(O::decode(&answer(200, body)), Err(ApiError::Unreadable(_)))
}

#[test]
fn answers_of_another_shape_are_unreadable() {
    for body in ["", "[]", "null", r#"{"images":7}"#, r#"{"images":{}}"#, "{"] {
        assert!(is_unreadable::<ListImages>(body), "{body}");
    }
    for body in ["", "[]", r#"{"members":"none"}"#] {
        assert!(is_unreadable::<ListImageMembers>(body), "{body}");
    }
    for body in ["", "[]", "null", "7"] {
        assert!(is_unreadable::<ShowImage>(body), "{body}");
    }
}

#[test]
fn the_codes_of_ims_mean_what_they_are_documented_to() {
    for (status, code, meaning) in [
        (400, "IMG.0027", Meaning::AlreadyGone),
        (400, "IMG.0086", Meaning::AlreadyGone),
        (400, "IMG.0144", Meaning::AlreadyGone),
        (403, "IMG.0026", Meaning::NoRight),
        (400, "IMG.0047", Meaning::NoRight),
        (400, "IMG.0106", Meaning::NoRight),
        (400, "IMG.0087", Meaning::SignInAgain),
        (400, "IMG.0060", Meaning::Throttled),
        (400, "IMG.0067", Meaning::Invalid),
    ] {
        let body = format!(r#"{{"error":{{"message":"m","code":"{code}"}}}}"#);
        let told = told_at(cloud_api::Service::Ims, status, &body);
        assert_eq!(told, (code.to_owned(), "m".to_owned(), meaning));
    }
}

#[test]
fn an_unknown_image_in_the_form_of_openstack_is_gone() {
    let body = r#"{"message":"No image found","code":"404 Not Found","title":"Not Found"}"#;
    let (_, message, meaning) = told_at(cloud_api::Service::Ims, 404, body);
    assert_eq!(
        (&*message, meaning),
        ("No image found", Meaning::AlreadyGone)
    );
}

proptest! {
    #[test]
    fn any_image_and_member_with_scalars_for_fields_is_read(
        size in any::<i64>(),
        disk in any::<f64>(),
        name in ".{0,40}",
        flag in any::<bool>(),
    ) {
        let body = serde_json::json!({
            "images": [{"id": name, "__image_size": size, "min_disk": disk, "protected": flag}],
            "members": [{"member_id": name, "status": flag, "member_type": size}],
        })
        .to_string();
        let images = decoded::<ListImages>(&body);
        prop_assert_eq!(&images[0].id, &name);
        prop_assert_eq!(images[0].image_size, u64::try_from(size).ok());
        let members = decoded::<ListImageMembers>(&body);
        prop_assert_eq!(&members[0].member_id, &name);
    }
}
