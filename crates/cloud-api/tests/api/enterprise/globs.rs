//! Patterns of names and tags.

use cloud_api::enterprise::{Glob, GlobError};
use proptest::prelude::*;

fn glob(pattern: &str) -> Glob {
    match pattern.parse() {
        Ok(glob) => glob,
        Err(error) => panic!("{pattern:?}: {error}"),
    }
}

#[test]
fn patterns_take_what_harbor_takes() {
    let table: &[(&str, &[&str], &[&str])] = &[
        (
            "library/nginx",
            &["library/nginx"],
            &["library/nginx2", "library", ""],
        ),
        (
            "library/*",
            &["library/nginx", "library/"],
            &["library/team/app", "library", "other/a"],
        ),
        (
            "library/**",
            &["library/nginx", "library/team/app"],
            &["library", "library2/a", "a/library/b"],
        ),
        ("**", &["", "a", "a/b/c"], &[]),
        ("*", &["", "a", "v1.2"], &["a/b", "/"]),
        (
            "**/app",
            &["app", "a/app", "a/b/app"],
            &["app/a", "myapp", "a/myapp"],
        ),
        (
            "a/**/z",
            &["a/z", "a/b/z", "a/b/c/z"],
            &["az", "a/bz", "a/z/b"],
        ),
        ("**/a/**", &["a/b", "x/a/b", "x/y/a/b/c"], &["a", "xa/b"]),
        // Only a whole part of a name is `**`.
        ("lib**", &["lib", "library"], &["library/nginx"]),
        ("lib**/a", &["library/a"], &["lib/x/a"]),
        ("***", &["abc"], &["a/b"]),
        ("v*", &["v", "v1", "v1.2"], &["1v", ""]),
        ("v?.?", &["v1.2"], &["v1.22", "v1/2", "v.2"]),
        ("?", &["a", "ü", "字"], &["", "/", "ab"]),
        ("{a,b*}", &["a", "b", "bc"], &["ab", "c", "", "{a,b*}"]),
        (
            "library/{nginx,redis}",
            &["library/nginx", "library/redis"],
            &["library/nginx,redis", "library/"],
        ),
        (
            "{library/**,team/app}",
            &["library/a/b", "team/app"],
            &["team/app/a", "app"],
        ),
        ("v{1,2}.{0,1,2}", &["v1.0", "v2.2"], &["v3.0", "v1."]),
        ("{a,{b,c}d}e", &["ae", "bde", "cde"], &["be", "ade"]),
        ("{,a}b", &["b", "ab"], &["aab", ""]),
        ("{a}", &["a"], &["{a}", ""]),
        ("{}a", &["a"], &["{}a"]),
        ("a,b}", &["a,b}"], &["a"]),
        ("", &[""], &["a"]),
        ("字*", &["字", "字库"], &["库字"]),
        ("A*", &["Ab"], &["ab"]),
        ("a.b", &["a.b"], &["axb"]),
    ];
    for (pattern, taken, left) in table {
        let glob = glob(pattern);
        for text in *taken {
            assert!(glob.matches(text), "{pattern} takes {text:?}");
        }
        for text in *left {
            assert!(!glob.matches(text), "{pattern} leaves {text:?}");
        }
    }
}

#[test]
fn what_is_not_understood_is_said_and_not_guessed() {
    let table = [
        ("{", GlobError::Unclosed),
        ("a{b,c", GlobError::Unclosed),
        ("{a,{b}", GlobError::Unclosed),
        ("[a-z]*", GlobError::Undocumented('[')),
        (r"a\*", GlobError::Undocumented('\\')),
        ("regex:.*", GlobError::RegularExpression),
    ];
    for (pattern, error) in table {
        assert_eq!(pattern.parse::<Glob>(), Err(error), "{pattern}");
    }
    let long = "a".repeat(4_097);
    let deep = format!("{}a{}", "{".repeat(17), "}".repeat(17));
    let endless = "{".repeat(4_000);
    for pattern in [long, deep, endless] {
        assert_eq!(pattern.parse::<Glob>(), Err(GlobError::TooMuch));
    }
    let longest = "a".repeat(4_096);
    assert!(glob(&longest).matches(&longest));
}

#[test]
fn a_hostile_pattern_takes_no_longer_than_pattern_times_text() {
    // Trying every way would not end.
    let text = "a".repeat(150);
    for pattern in [
        format!("{}b", "*a".repeat(150)),
        format!("{}b", "{a,aa,*}".repeat(100)),
        format!("{}b", "**/".repeat(150)),
    ] {
        assert!(!glob(&pattern).matches(&text));
    }
}

/// The same, told by trying every length of a `*`; no text has a slash.
fn tried(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern, text) {
        ([b'*', rest @ ..], _) => (0..=text.len()).any(|taken| tried(rest, &text[taken..])),
        ([wanted, rest @ ..], [first, behind @ ..]) => {
            (*wanted == b'?' || wanted == first) && tried(rest, behind)
        }
        _ => pattern.is_empty() && text.is_empty(),
    }
}

proptest! {
    #[test]
    fn a_text_without_signs_matches_itself_alone(text in "[a-z0-9._/-]{0,20}", other in "[a-z/]{0,5}") {
        prop_assert!(glob(&text).matches(&text));
        prop_assert_eq!(glob(&text).matches(&other), text == other);
    }

    #[test]
    fn a_pattern_without_slashes_takes_what_trying_everything_takes(
        pattern in "[*?ab]{0,8}", text in "[ab]{0,8}",
    ) {
        let expected = tried(pattern.as_bytes(), text.as_bytes());
        prop_assert_eq!(glob(&pattern).matches(&text), expected);
    }

    #[test]
    fn no_pattern_and_no_text_make_it_panic(pattern in "[*?{},/ab]{0,24}", text in "[ab/,]{0,12}") {
        let takes = pattern.parse::<Glob>().map(|glob| glob.matches(&text));
        let has_brace = pattern.contains('{');
        prop_assert!(takes.is_ok() || has_brace);
    }

    #[test]
    fn alternatives_take_what_one_of_them_takes(
        one in "[ab*]{0,4}", other in "[ab*]{0,4}", text in "[ab]{0,5}",
    ) {
        let either = glob(&one).matches(&text) || glob(&other).matches(&text);
        // Two stars that stand alone are another sign.
        prop_assume!(one != "**" && other != "**");
        prop_assert_eq!(glob(&format!("{{{one},{other}}}")).matches(&text), either);
    }
}
