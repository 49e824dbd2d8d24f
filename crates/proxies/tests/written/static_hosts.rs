//! What hosts of static files are told.

use proxies::{headers_file, is_hashed, of_page, redirects_file};

/// The rules: an address, and its lines.
fn rules(file: &str) -> Vec<(&str, Vec<&str>)> {
    let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(header) => rules.last_mut().unwrap().1.push(header),
            None => rules.push((line, Vec::new())),
        }
    }
    rules
}

#[test]
fn every_address_carries_what_a_page_carries_behind_the_own_servers() {
    let file = headers_file([]).unwrap();
    let [(address, headers)] = &rules(&file)[..] else {
        panic!("{file}");
    };
    assert_eq!(*address, "/*");
    let expected: Vec<String> = of_page(&[])
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    assert_eq!(*headers, expected);
    // The longest line that a host reads (Cloudflare).
    assert!(headers.iter().all(|line| line.len() <= 2_000));
}

#[test]
fn a_file_is_kept_by_its_whole_name_and_others_are_asked_for() {
    let names = [
        "boot.js",
        "console-df89f6d1778f79b4.css",
        "index.html",
        "zh-CN-598df265b2f075ad.json",
    ];
    let file = headers_file(names).unwrap();
    let kept: Vec<&str> = rules(&file).iter().skip(1).map(|rule| rule.0).collect();
    assert_eq!(
        kept,
        [
            "/console-df89f6d1778f79b4.css",
            "/zh-CN-598df265b2f075ad.json"
        ]
    );
    assert_eq!(
        rules(&file)[1].1,
        ["Cache-Control: public, max-age=31536000, immutable"]
    );
}

#[test]
fn more_rules_than_a_host_reads_are_a_fault() {
    let names: Vec<String> = (0..100)
        .map(|number| format!("area-{number:016x}.wasm"))
        .collect();
    let of = |count: usize| headers_file(names.iter().take(count).map(String::as_str));
    assert!(of(99).is_ok());
    assert!(of(100).unwrap_err().to_string().contains("100 files"));
}

#[test]
fn a_hash_in_a_name_is_sixteen_digits_after_a_dash_or_fewer_where_it_begins_with_zeros() {
    for name in [
        "console-df89f6d1778f79b4.css",
        "image-console-6952d268cc5e277b-areas.js",
        "image-console-6952d268cc5e277b_bg.wasm",
        "zh-CN-598df265b2f075ad.json",
        "console-e584820b30d2d1b.css",
        "console-df89f6d1778f.css",
    ] {
        assert!(is_hashed(name), "{name}");
    }
    for name in [
        "boot.js",
        "config.json",
        "df89f6d1778f79b4.css",
        "console-df89f6d1778.css",
        "console-DF89F6D1778F79B4.css",
        "console-df89f6d1778f79b4.html",
        "console-df89f6d1778f79b4.css.br",
        "folder/console-df89f6d1778f79b4.css",
    ] {
        assert!(!is_hashed(name), "{name}");
    }
}

#[test]
fn every_address_is_a_page_but_those_of_services() {
    let lines = redirects_file()
        .lines()
        .filter(|line| !line.starts_with('#'));
    let rules: Vec<Vec<&str>> = lines
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(
        rules,
        [
            ["/api/*", "/index.html", "404"],
            ["/*", "/index.html", "200"]
        ]
    );
}
