//! What people type for a target registry: address, access key, secret, hosts, name.

use cloud_api::enterprise::{
    AccessKey, AccessKeyError, AccessSecret, HostMapping, HostMappingError, RegistryName,
    RegistryType, RegistryUrl, RegistryUrlError,
};
use cloud_api::{Secret, TextError};
use proptest::prelude::*;

fn url(text: &str) -> Result<String, RegistryUrlError> {
    RegistryUrl::typed(RegistryType::Harbor, text).map(|url| url.to_string())
}

#[test]
fn addresses_are_taken_without_what_a_paste_brings_along() {
    for (typed, expected) in [
        ("https://harbor.example.com", "https://harbor.example.com"),
        (" http://harbor:8080/ \n", "http://harbor:8080"),
        ("HTTPS://h", "HTTPS://h"),
        (
            "https://10.0.1.20:443/harbor",
            "https://10.0.1.20:443/harbor",
        ),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]"),
        ("https://a_b.example", "https://a_b.example"),
    ] {
        assert_eq!(url(typed).as_deref(), Ok(expected), "{typed}");
    }
}

#[test]
fn what_is_no_address_is_refused_for_what_it_lacks() {
    for typed in [
        "harbor.example.com",
        "ftp://h",
        "javascript:alert(1)",
        "//h",
        "http:h",
    ] {
        assert_eq!(url(typed), Err(RegistryUrlError::Scheme), "{typed}");
    }
    for typed in [
        "https://",
        "https:///x",
        "https://:80",
        "https://h:",
        "https://h:0",
        "https://h:70000",
        "https://h:port",
        "https://-h",
        "https://h..x",
        "https://[::1",
        "https://[x]",
        "https://[]",
    ] {
        assert_eq!(url(typed), Err(RegistryUrlError::Host), "{typed}");
    }
    assert_eq!(url("  "), Err(RegistryUrlError::Text(TextError::Empty)));
    for typed in [
        "https://h/<b>",
        "https://user@h",
        "https://h?x=1",
        "https://h#x",
        "https://h\\x",
        "https://h x",
        "https://hárbor",
        "https://h\u{202e}x",
    ] {
        assert!(
            matches!(url(typed), Err(RegistryUrlError::Text(_))),
            "{typed}"
        );
    }
}

#[test]
fn the_shared_edition_has_its_images_elsewhere_than_its_api() {
    let typed = |text| RegistryUrl::typed(RegistryType::Shared, text);
    let api = "https://swr-api.eu-west-101.myhuaweicloud.eu";
    assert_eq!(typed(api), Err(RegistryUrlError::ApiHost));
    assert!(typed("https://swr.eu-west-101.myhuaweicloud.eu").is_ok());
    assert!(url(api).is_ok(), "only the shared edition");
}

#[test]
fn an_access_key_of_the_shared_edition_names_its_region() {
    let typed = |text| AccessKey::typed(RegistryType::Shared, text);
    let key = typed(" eu-de@HPUAABCDEFGHIJKLMNOP ").unwrap();
    assert_eq!(
        key.region().map(|region| region.to_string()).as_deref(),
        Some("eu-de")
    );
    for text in [
        "HPUA",
        "@HPUA",
        "eu-de@",
        "eu-de@A B",
        "EU@HPUA",
        "eu-de@a@b",
        "robot$x",
    ] {
        let refused = AccessKeyError::NotOfSharedEdition(text.to_owned());
        assert_eq!(typed(text), Err(refused), "{text}");
    }
    for registry_type in [RegistryType::Harbor, RegistryType::Enterprise] {
        assert!(AccessKey::typed(registry_type, "robot$project+sync").is_ok());
        let empty = AccessKeyError::Text(TextError::Empty);
        assert_eq!(AccessKey::typed(registry_type, " "), Err(empty));
        assert!(AccessKey::typed(registry_type, "a\u{202e}b").is_err());
    }
}

#[test]
fn a_secret_is_taken_as_it_is_but_for_the_line_break_of_a_paste() {
    let typed = |text| AccessSecret::typed(text).map(|it| it.secret().reveal().to_owned());
    assert_eq!(typed(" p w \r\n").as_deref(), Ok(" p w "));
    for nothing in ["", "\n", "\r\n"] {
        assert_eq!(typed(nothing), Err(TextError::Empty), "{nothing:?}");
    }
}

#[test]
fn a_secret_prints_as_an_ellipsis() {
    let secret = AccessSecret::typed("do-not-show-me").unwrap();
    assert_eq!(format!("{secret:?}"), "AccessSecret(…)");
    assert_eq!(*secret.secret(), Secret::new("do-not-show-me"));
}

fn hosts(text: &str) -> Result<Vec<(String, String)>, HostMappingError> {
    let mapping = HostMapping::typed(text)?;
    let pairs = mapping.iter();
    Ok(pairs
        .map(|(host, address)| (host.to_owned(), address.to_owned()))
        .collect())
}

#[test]
fn hosts_are_read_line_by_line_either_way_round() {
    let expected = [
        ("a.example".to_owned(), "10.0.1.20".to_owned()),
        ("b.example".to_owned(), "2001:db8::1".to_owned()),
    ];
    for text in [
        "a.example 10.0.1.20\nb.example 2001:db8::1",
        "\n  10.0.1.20\ta.example \r\n\n2001:db8::1 b.example\n",
        "A.Example=10.0.1.20\nb.example = 2001:db8::1",
    ] {
        assert_eq!(hosts(text).as_deref(), Ok(&expected[..]), "{text}");
    }
}

#[test]
fn the_first_line_that_maps_no_host_is_named() {
    for (text, line) in [
        ("a.example", 1),
        ("a.example 10.0.1.20\na.example b.example", 2),
        ("10.0.1.20 10.0.1.21", 1),
        ("a.example 10.0.1.300", 1),
        ("a.example 10.0.1.20 b.example", 1),
        ("\n\n<b> 10.0.1.20", 3),
    ] {
        let refused = hosts(text);
        assert!(
            matches!(&refused, Err(HostMappingError::Line { line: at, .. }) if *at == line),
            "{text}: {refused:?}"
        );
    }
    assert_eq!(hosts(" \n"), Err(HostMappingError::Empty));
    let twice = HostMappingError::Twice {
        line: 2,
        host: "a.example".to_owned(),
    };
    assert_eq!(
        hosts("a.example 10.0.1.20\nA.example 10.0.1.21"),
        Err(twice)
    );
}

#[test]
fn a_name_has_letters_digits_chinese_characters_and_two_signs() {
    for name in ["a", "old-harbor_2", "目标仓库", "-"] {
        assert!(name.parse::<RegistryName>().is_ok(), "{name}");
    }
    for name in ["", "a b", "a.b", "a/b", "<b>", "é"] {
        assert!(name.parse::<RegistryName>().is_err(), "{name}");
    }
    assert!("n".repeat(64).parse::<RegistryName>().is_ok());
    let long = "n".repeat(65).parse::<RegistryName>();
    let expected = TextError::TooLong {
        length: 65,
        maximum: 64,
    };
    assert_eq!(long, Err(expected));
}

proptest! {
    #[test]
    fn every_address_that_is_typed_can_be_read_from_a_record(text in "https?://[a-z0-9./:\\[\\]-]{0,20}") {
        if let Ok(url) = RegistryUrl::typed(RegistryType::Harbor, &text) {
            prop_assert!(RegistryUrl::listed(url.as_str()).is_some());
            prop_assert!(!url.host().is_empty());
        }
    }

    #[test]
    fn whatever_is_typed_reads_back_from_a_record_or_is_refused(text in any::<String>()) {
        if let Ok(url) = RegistryUrl::typed(RegistryType::Shared, &text) {
            prop_assert_eq!(RegistryUrl::listed(url.as_str()), Some(url.clone()));
        }
        if let Ok(key) = AccessKey::typed(RegistryType::Harbor, &text) {
            prop_assert_eq!(AccessKey::listed(key.as_str()), Some(key.clone()));
        }
        if let Ok(hosts) = HostMapping::typed(&text) {
            let written = serde_json::to_string(&hosts).unwrap();
            prop_assert_eq!(serde_json::from_str(&written).ok(), Some(hosts));
        }
    }
}
