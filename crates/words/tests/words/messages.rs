//! Messages as sentences: plural forms, names, other messages and times inside.

use cloud_api::swr::AccessLevel;
use words::level::level_name;
use words::list::{joined, listed};
use words::{Piece, text, visible};

use crate::support::{NIGHT, chinese, english, pieces};

#[test]
fn one_thing_is_singular_in_english_and_none_or_many_are_not() {
    let told = |count| english(&text::work_delete_tags(count, "shop/api"));
    assert_eq!(told(0), "Delete 0 tags of shop/api");
    assert_eq!(told(1), "Delete 1 tag of shop/api");
    assert_eq!(told(2), "Delete 2 tags of shop/api");
    assert_eq!(told(101), "Delete 101 tags of shop/api");
}

#[test]
fn chinese_has_one_form_for_every_count() {
    let told = |count| chinese(&text::access_remove_people(count));
    assert_eq!(told(1), "移除 1‖ 个用户的权限");
    assert_eq!(told(3), "移除 3‖ 个用户的权限");
}

#[test]
fn a_kept_sentence_with_a_message_inside_is_said_wholly_in_the_language_of_the_moment() {
    let kept = text::remains_through_organization(level_name(AccessLevel::Manage), "li.wei");
    assert_eq!(english(&kept), "li.wei: Manage through the organization");
    assert_eq!(chinese(&kept), "li.wei：通过组织仍有“管理”权限");
}

#[test]
fn a_kept_sentence_with_a_time_inside_is_said_wholly_in_the_language_of_the_moment() {
    let kept = text::state_removed_verified(NIGHT);
    assert_eq!(
        english(&kept),
        "Removed, checked with the cloud at 01:30:07"
    );
    assert_eq!(chinese(&kept), "已移除，1时30分7秒 已与云端核对");
}

#[test]
fn a_message_inside_a_message_counts_for_itself() {
    let inner = text::sync_again_more(1);
    let outer = text::image_sync_tasks_ended(inner);
    assert_eq!(
        english(&outer),
        "The sync you started has ended: and 1 more."
    );
}

#[test]
fn a_name_stands_apart_from_the_words_also_inside_a_message_inside() {
    let unknown = text::level_unknown("12");
    let sentence = text::remains_through_organization(unknown, "li.wei");
    assert_eq!(
        pieces(&sentence),
        [
            Piece::Name("li.wei".to_owned()),
            Piece::Words(": Unknown (".to_owned()),
            Piece::Name("12".to_owned()),
            Piece::Words(") through the organization".to_owned()),
        ]
    );
}

#[test]
fn braces_in_a_name_are_no_parameter() {
    let sentence = text::sign_in_done("{name:name}{count:number}");
    assert_eq!(
        pieces(&sentence)[1],
        Piece::Name("{name:name}{count:number}".to_owned())
    );
}

#[test]
fn an_emoji_is_shown_as_one() {
    for emoji in [
        "❤\u{FE0F}",
        "1\u{FE0F}\u{20E3}",
        "👩\u{200D}💻",
        "👩🏽\u{200D}🚒",
        "👨\u{200D}👩\u{200D}👧\u{200D}👦",
        "🏳\u{FE0F}\u{200D}🌈",
        "🏳\u{FE0F}\u{200D}⚧\u{FE0F}",
        "👩\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨",
        "🏃🏿\u{200D}♀\u{FE0F}",
        "🕵\u{FE0F}\u{200D}♂\u{FE0F}",
        "🐻\u{200D}❄\u{FE0F}",
    ] {
        for text in [emoji.to_owned(), format!("api {emoji}{emoji} shop")] {
            assert_eq!(visible(&text), text);
        }
    }
}

#[test]
fn what_only_looks_like_an_emoji_or_like_nothing_is_a_visible_code() {
    for (text, shown) in [
        ("a\u{FE0F}", "a⟨U+FE0F⟩"),
        ("\u{FE0F}❤", "⟨U+FE0F⟩❤"),
        ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}⟨U+FE0F⟩"),
        ("❤\u{FE0E}", "❤⟨U+FE0E⟩"),
        // These have their colours without it.
        ("😀\u{FE0F}", "😀⟨U+FE0F⟩"),
        ("1\u{FE0F}", "1⟨U+FE0F⟩"),
        ("a\u{200D}b", "a⟨U+200D⟩b"),
        ("💻\u{200D}", "💻⟨U+200D⟩"),
        ("\u{200D}💻", "⟨U+200D⟩💻"),
        // No such emoji is recommended, so the parts are shown side by side.
        ("😀\u{200D}😀", "😀⟨U+200D⟩😀"),
        ("🏳\u{200D}🌈", "🏳⟨U+200D⟩🌈"),
        ("🏃\u{200D}♀", "🏃⟨U+200D⟩♀"),
        ("👩\u{200D}\u{200D}💻", "👩⟨U+200D⟩⟨U+200D⟩💻"),
        ("👩\u{FE0F}\u{200D}💻", "👩⟨U+FE0F⟩⟨U+200D⟩💻"),
    ] {
        assert_eq!(visible(text), shown, "{text:?}");
    }
}

#[test]
fn a_name_that_is_too_long_is_cut_in_a_sentence_of_plain_text() {
    let long = "é".repeat(1_000_000);
    let said = |name: &str| {
        let pieces = pieces(&text::sign_in_done(name.to_owned()));
        pieces.into_iter().map(Piece::into_text).collect::<String>()
    };
    assert_eq!(said("anna"), "Signed in as anna.");
    assert_eq!(said(&long), format!("Signed in as {}….", "é".repeat(256)));
    let longest = "é".repeat(256);
    assert_eq!(said(&longest), format!("Signed in as {longest}."));
}

#[test]
fn control_and_bidirectional_characters_become_visible_codes() {
    assert_eq!(visible("a\u{202E}b\tc"), "a⟨U+202E⟩b⟨U+0009⟩c");
    assert_eq!(visible("\u{FEFF}\u{E0041}"), "⟨U+FEFF⟩⟨U+E0041⟩");
    assert_eq!(visible(""), "");
    assert_eq!(visible("商店 <b>"), "商店 <b>");
}

#[test]
fn fillers_that_show_nothing_become_visible_codes() {
    for character in [
        '\u{00AD}',
        '\u{034F}',
        '\u{115F}',
        '\u{1160}',
        '\u{180B}',
        '\u{2028}',
        '\u{2029}',
        '\u{2060}',
        '\u{2061}',
        '\u{2064}',
        '\u{2066}',
        '\u{2800}',
        '\u{3164}',
        '\u{FE00}',
        '\u{FE0F}',
        '\u{FFA0}',
        '\u{FFFB}',
        '\u{1D159}',
        '\u{1D173}',
        '\u{E0000}',
        '\u{E007F}',
        '\u{E0100}',
        '\u{E01EF}',
    ] {
        let code = format!("ann⟨U+{:04X}⟩a", u32::from(character));
        assert_eq!(visible(&format!("ann{character}a")), code);
    }
}

#[test]
fn what_is_seen_stays_as_it_is() {
    for name in [
        "müller söhne",
        "名字　空格",
        "naïve",
        "e\u{301}",
        "한글",
        "🙂",
        "−1%",
    ] {
        assert_eq!(visible(name), name);
    }
}

#[test]
fn a_hostile_name_inside_a_sentence_cannot_turn_it_around() {
    let sentence = text::sign_in_done("admin\u{202E}\u{200B}");
    assert_eq!(english(&sentence), "Signed in as admin⟨U+202E⟩⟨U+200B⟩.");
}

#[test]
fn names_are_joined_as_each_language_does() {
    let names = ["1.0", "1.1", "latest"].map(str::to_owned);
    assert_eq!(english(&listed(&names)), "1.0, 1.1, latest");
    assert_eq!(chinese(&listed(&names)), "1.0、1.1、latest");
    assert_eq!(english(&listed(&names[..1])), "1.0");
    assert_eq!(english(&listed(&[])), "");
}

#[test]
fn however_many_names_are_joined_as_each_language_does() {
    let names: Vec<String> = ["v1", "v2", "v3", "v4", "v5"].map(str::to_owned).into();
    assert_eq!(joined(&names, &english), "v1, v2, v3, v4, v5");
    assert_eq!(joined(&names, &chinese), "v1、v2、v3、v4、v5");
    assert_eq!(joined(&names[..1], &english), "v1");
    assert_eq!(joined(&[], &english), "");
    let many: Vec<String> = (0..100_000).map(|number| number.to_string()).collect();
    assert!(joined(&many, &english).ends_with(", 99998, 99999"));
}
