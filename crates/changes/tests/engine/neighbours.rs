//! What tabs tell each other, and how they claim changes without locks.

use changes::claim::{Claim, EVERY, TabId, Whose, whose};
use changes::{ChangeId, Key, Notice};
use proptest::prelude::*;

use crate::cloud::*;

fn key() -> Key {
    Key {
        scope: scope(),
        id: ChangeId::made(START, None, 5),
    }
}

#[test]
fn a_notice_carries_a_key_and_what_to_do() {
    for notice in [Notice::LookAgain(key()), Notice::SignOut(key())] {
        let text = notice.to_string();
        assert!(text.ends_with(&key().to_string()));
        assert_eq!(text.parse(), Ok(notice));
    }
}

#[test]
fn what_is_no_notice_is_not_heard() {
    let long = format!("look again {}:b:c:d:1", "a".repeat(3_000));
    for text in [
        "",
        "look again",
        "look again ",
        "look again a:b:c:1",
        "look again a:b:c:d:e",
        "look again a:b:c:d:-1",
        "look again a:b:c:d:01",
        "look again a:b:c:d:1:2",
        "look again a%2:b:c:d:1",
        "look again %FF:b:c:d:1",
        "send again a:b:c:d:1",
        "sign out",
        &long,
    ] {
        assert!(text.parse::<Notice>().is_err(), "{text}");
    }
}

#[test]
fn a_claim_lasts_until_it_was_missed_three_times() {
    let (own, other) = (TabId(1), TabId(2));
    let claim = Claim {
        tab: other,
        at: START,
    };
    let after = |passed: i64| whose(Some(claim), own, START.plus_milliseconds(passed));
    assert_eq!(whose(None, own, START), Whose::Nobodys);
    assert_eq!(after(0), Whose::Others);
    assert_eq!(after(3 * EVERY - 1), Whose::Others);
    assert_eq!(after(3 * EVERY), Whose::Nobodys);
    // A clock that was set back holds nobody up for ever.
    assert_eq!(after(-3 * EVERY), Whose::Nobodys);
}

#[test]
fn a_tab_that_slept_has_its_claim_no_more() {
    let claim = Claim {
        tab: TabId(1),
        at: START,
    };
    let later = |passed| whose(Some(claim), TabId(1), START.plus_milliseconds(passed));
    assert_eq!(later(EVERY), Whose::Own);
    assert_eq!(later(3 * EVERY), Whose::Nobodys);
}

proptest! {
    #[test]
    fn a_claim_is_read_as_it_was_written(tab in any::<u32>(), at in 0..9_000_000_000_000_i64) {
        let claim = Claim { tab: TabId(tab), at: START.plus_milliseconds(at) };
        prop_assert_eq!(claim.to_string().parse(), Ok(claim));
    }

    #[test]
    fn no_text_breaks_claims_and_notices(text in any::<String>()) {
        prop_assert!(text.parse::<Notice>().is_err());
        let _read: Result<Claim, _> = text.parse();
    }
}
