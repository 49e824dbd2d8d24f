//! Identifiers: whole numbers that stay exact, and texts that cannot leave their place in a path.

use cloud_api::enterprise::{InstanceId, NamespaceName, RegistryId, RepositoryName, WholeIdError};
use proptest::prelude::*;

use super::support::{BEYOND, registries};

#[test]
fn an_id_beyond_what_a_float_holds_stays_exact() {
    for id in [BEYOND, "9007199254740992", "18446744073709551615"] {
        for written in [id.to_owned(), format!("\"{id}\"")] {
            let rows = registries(&format!(r#"[{{"id":{written}}}]"#));
            let read = rows[0].id.map(|id| id.to_string());
            assert_eq!(read.as_deref(), Some(id), "{written}");
        }
    }
}

#[test]
fn what_is_no_id_names_nothing() {
    for id in [
        "0",
        "-1",
        "1.5",
        "11.0",
        "1e3",
        "9007199254740993.0",
        "18446744073709551616",
        "null",
        "true",
        "{}",
        "[]",
        r#""""#,
        r#""a""#,
        r#""-1""#,
    ] {
        let rows = registries(&format!(r#"[{{"id":{id},"name":"n"}}]"#));
        assert_eq!((rows[0].id, &*rows[0].name), (None, "n"), "{id}");
    }
}

#[test]
fn an_id_in_an_address_is_written_as_the_service_writes_it() {
    for odd in [
        "",
        "0",
        "01",
        "+1",
        "-1",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "０",
        "18446744073709551616",
        "../1",
    ] {
        assert_eq!(odd.parse::<RegistryId>(), Err(WholeIdError), "{odd:?}");
    }
    let read = BEYOND.parse::<RegistryId>().map(|id| id.to_string());
    assert_eq!(read.as_deref(), Ok(BEYOND));
}

#[test]
fn an_instance_id_cannot_lead_to_another_path() {
    for odd in ["", ".", "..", "a/b", "a b", "a?b", "ü", &"a".repeat(65)] {
        assert_eq!(InstanceId::listed(odd), None, "{odd:?}");
    }
    assert!(InstanceId::listed("A-1_b").is_some());
}

#[test]
fn names_from_a_service_cannot_lead_to_another_path() {
    for odd in ["", ".", "..", "a\n"] {
        assert_eq!(NamespaceName::listed(odd), None, "{odd:?}");
        assert_eq!(RepositoryName::listed(odd), None, "{odd:?}");
    }
    assert_eq!(NamespaceName::listed("a/b"), None);
    for odd in ["a/../b", "a//b", "/a", "a/"] {
        assert_eq!(RepositoryName::listed(odd), None, "{odd:?}");
    }
    assert!(RepositoryName::listed("team/app").is_some());
}

proptest! {
    #[test]
    fn every_id_displays_as_it_came(id in 1u64..) {
        let rows = registries(&format!(r#"[{{"id":{id}}}]"#));
        let shown = rows[0].id.map(|id| id.to_string());
        prop_assert_eq!(shown.clone(), Some(id.to_string()));
        prop_assert_eq!(shown.and_then(|text| text.parse().ok()), rows[0].id);
    }
}
