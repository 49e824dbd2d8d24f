//! Recipients as people paste them, and the rules of what they type.

use cloud_api::TextError;
use cloud_api::ims::{Member, MemberType, PastedRecipient, Recipient, pasted_recipients};
use proptest::prelude::*;

use crate::support::*;

const URN: &str = "organizations::0d1b5c6e7f8a49b0a1c2d3e4f5061728:ou:o-1a2b/ou-3c4d";

fn pasted(text: &str) -> Vec<PastedRecipient> {
    pasted_recipients(text, MemberType::Project)
}

fn ids(text: &str) -> Vec<String> {
    pasted(text).into_iter().map(|it| it.text).collect()
}

/// At which character of a URN the fault is.
fn fault(text: &str) -> usize {
    match Recipient::typed(MemberType::Organization, text) {
        Err(TextError::OrganizationUrn { position, .. }) => position,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_list_of_any_shape_gives_its_ids() {
    for text in [
        format!("{ANNA}\n{BEN}"),
        format!("{ANNA}\r\n{BEN}\r\n"),
        format!("{ANNA}, {BEN}"),
        format!("{ANNA};{BEN};"),
        format!("{ANNA}\t{BEN}"),
        format!(r#"["{ANNA}","{BEN}"]"#),
        format!("'{ANNA}' '{BEN}'"),
        format!("\u{feff}“{ANNA}”，“{BEN}”"),
        format!("• {ANNA}\n• {BEN}"),
    ] {
        assert_eq!(ids(&text), [ANNA, BEN], "{text:?}");
    }
}

#[test]
fn an_empty_text_names_nobody() {
    for text in ["", " \n\t", "[]", "\"\"", ",;,"] {
        assert_eq!(ids(text), [""; 0], "{text:?}");
    }
}

#[test]
fn a_fault_is_told_with_its_line_its_place_and_its_rule() {
    let text = format!("{ANNA}\n  {}", BEN.replace('8', "x"));
    let wrong = &pasted(&text)[1];
    assert_eq!((wrong.line, wrong.position), (2, 3));
    assert!(matches!(
        wrong.recipient,
        Err(TextError::Character {
            position: 9,
            character: 'x',
            ..
        })
    ));
}

#[test]
fn an_id_that_is_too_short_says_how_long_it_is() {
    assert_eq!(
        pasted("0d1b")[0].recipient,
        Err(TextError::Length {
            length: 4,
            exactly: 32
        })
    );
}

#[test]
fn what_stands_there_twice_tells_where_it_stood_before() {
    let repeats: Vec<_> = pasted(&format!("{BEN}\n{ANNA} {BEN}"))
        .into_iter()
        .map(|it| it.repeats)
        .collect();
    assert_eq!(repeats, [None, None, Some((1, 1))]);
}

#[test]
fn what_begins_like_a_urn_is_of_an_organization_whatever_was_selected() {
    let entries = pasted(&format!("{ANNA},{URN}"));
    let kinds = entries.iter().filter_map(|it| it.recipient.as_ref().ok());
    let kinds: Vec<MemberType> = kinds.map(Recipient::kind).collect();
    assert_eq!(kinds, [MemberType::Project, MemberType::Organization]);
}

#[test]
fn an_id_is_of_the_kind_that_was_selected() {
    let account = &pasted_recipients(ANNA, MemberType::Domain)[0];
    assert_eq!(account.recipient, Ok(Recipient::Account(read(ANNA))));
}

#[test]
fn a_word_before_an_id_tells_its_kind_and_its_place_is_that_of_the_id() {
    let entries = pasted(&format!("account:{ANNA} Domain:{BEN},project:{ANNA}"));
    let kinds = entries.iter().filter_map(|it| it.recipient.as_ref().ok());
    let kinds: Vec<MemberType> = kinds.map(Recipient::kind).collect();
    assert_eq!(
        kinds,
        [MemberType::Domain, MemberType::Domain, MemberType::Project]
    );
    assert_eq!(entries[0].text, ANNA);
    assert_eq!((entries[1].line, entries[1].position), (1, 49));
    assert!(entries.iter().all(|it| it.repeats.is_none()));
    let nobody = pasted("account:");
    assert_eq!(nobody[0].recipient, Err(TextError::Empty));
    assert!(pasted("galaxy:0d1b")[0].recipient.is_err());
}

fn member(member_type: &str, member_id: &str, urn: &str) -> Member {
    Member {
        member_type: member_type.to_owned(),
        member_id: member_id.to_owned(),
        urn: urn.to_owned(),
        ..Member::default()
    }
}

#[test]
fn what_is_written_into_a_list_is_read_from_it_as_the_same() {
    let all = [
        member("Project", ANNA, ""),
        member("domain", ANNA, ""),
        member("organization", "o-1a2b", URN),
        member("", BEN, ""),
    ];
    for kind in MemberType::ALL {
        let lines = all.each_ref().map(|it| it.in_list_of(kind)).join("\n");
        let read: Vec<Recipient> = pasted_recipients(&lines, kind)
            .into_iter()
            .filter_map(|it| it.recipient.ok())
            .collect();
        let named = all.each_ref().map(|it| it.recipient().unwrap());
        assert_eq!(read, named, "{lines}");
    }
    assert_eq!(all[0].in_list_of(MemberType::Project), ANNA);
}

#[test]
fn whom_nobody_could_type_is_one_fault_in_a_list_and_never_somebody_else() {
    for odd in [
        member("galaxy", ANNA, ""),
        member("galaxy", &format!("{ANNA},{BEN}"), ""),
        member("organization", ANNA, ""),
        member("organization", "o-1a2b", ""),
        member("project", &format!("{ANNA},{BEN}"), ""),
        member("project", &format!("account:{ANNA}"), ""),
        member("domain", &format!("project:{ANNA}"), ""),
        member("domain", &format!("{ANNA}\n{BEN}"), ""),
        member("project", URN, ""),
        member("project", "", ""),
    ] {
        for kind in MemberType::ALL {
            let line = odd.in_list_of(kind);
            let faults: Vec<bool> = pasted_recipients(&line, kind)
                .into_iter()
                .map(|it| it.recipient.is_err())
                .collect();
            assert!(matches!(&*faults, [true] | []), "{line} among {kind:?}");
        }
    }
}

#[test]
fn organizations_roots_and_units_are_named_by_their_urns() {
    for end in ["organization:o-1a2b", "root:o-1a2b/r-3c", "ou:o-1a2b/ou-3c"] {
        let urn = format!("organizations::{ANNA}:{end}");
        assert!(Recipient::typed(MemberType::Organization, &urn).is_ok());
    }
}

#[test]
fn a_urn_that_is_none_tells_from_where_on() {
    let account = format!("organizations::{ANNA}:");
    assert_eq!(fault("organization::x"), 13);
    assert_eq!(fault("organizations:eu-de:x"), 15);
    assert_eq!(fault("organizations::0d1bx"), 20);
    assert_eq!(fault(&format!("{account}unit:o-1")), 49);
    assert_eq!(fault(&format!("{account}ou:o-1")), 55);
    assert_eq!(fault(&format!("{account}root:o-1/ou-2")), 58);
    assert_eq!(fault(&format!("{account}organization:o-1 ")), 65);
    assert_eq!(fault("o-1a2b"), 2);
}

#[test]
fn whoever_the_service_lists_can_be_named_again() {
    let named = |it: Member| it.recipient().map(|it| it.identifier().to_owned());
    assert_eq!(named(member("", "old_ID", "")).as_deref(), Some("old_ID"));
    assert_eq!(named(member("DOMAIN", "x/y", "")).as_deref(), Some("x/y"));
    assert_eq!(
        named(member("organization", "o-1", URN)).as_deref(),
        Some(URN)
    );
    assert_eq!(
        named(member("organization", "o-1", "")).as_deref(),
        Some("o-1")
    );
    assert_eq!(named(member("galaxy", ANNA, "")), None);
    assert_eq!(named(member("project", "", "")), None);
    assert_eq!(named(member("project", "..", "")), None);
}

proptest! {
    #[test]
    fn every_entry_stands_where_it_says(text in "\\PC{0,60}|[0-9a-f,;\\n \"]{0,80}") {
        for entry in pasted(&text) {
            let line = text.replace('\r', "\n");
            let line = line.split('\n').nth(entry.line - 1).map(str::to_owned);
            let there: String = line
                .unwrap_or_default()
                .chars()
                .skip(entry.position - 1)
                .take(entry.text.chars().count())
                .collect();
            prop_assert_eq!(there, entry.text);
        }
    }
}
