//! What is in the archive.

use archive::{Problem, files, sum};

use crate::support::*;

#[test]
fn everything_that_was_built_is_uploaded() {
    let packed = packed_of(&console("everything", false));
    for (name, content) in SITE {
        assert_eq!(
            packed[&format!("site/{name}")],
            content.as_bytes(),
            "{name}"
        );
    }
    assert_eq!(packed["site/index.html"], PAGE.as_bytes());
}

#[test]
fn each_text_and_program_has_the_same_beside_it_compressed() {
    let packed = packed_of(&console("compressed", false));
    for (name, content) in SITE.iter().filter(|(name, _)| *name != "short.json") {
        let brotli = &packed[&format!("site/{name}.br")];
        let gzip = &packed[&format!("site/{name}.gz")];
        assert!(
            brotli.len() < content.len() && gzip.len() < content.len(),
            "{name}"
        );
        assert_eq!(from_brotli(brotli), content.as_bytes(), "{name}");
        assert_eq!(from_gzip(gzip), content.as_bytes(), "{name}");
    }
}

#[test]
fn what_would_not_get_smaller_stands_alone() {
    let packed = packed_of(&console("short", false));
    assert!(packed.contains_key("site/short.json"));
    assert!(!packed.contains_key("site/short.json.gz"));
}

/// It is edited for a sub-path, and a server would go on sending the compressed one.
#[test]
fn the_page_has_no_compressed_one_beside_it() {
    let dist = console("page", false);
    write(&dist, "index.html", &PAGE.repeat(100));
    let packed = packed_of(&dist);
    let pages: Vec<&String> = packed
        .keys()
        .filter(|path| path.contains("index.html"))
        .collect();
    assert_eq!(pages, ["site/index.html"]);
}

#[test]
fn neither_the_operators_file_nor_a_hidden_one_is_uploaded() {
    let dist = console("excluded", false);
    write(&dist, "config.json", "{\"title\":\"of somebody\"}");
    write(&dist, ".env", "SECRET");
    write(&dist, ".stage/index.html", "half");
    let packed = packed_of(&dist);
    let paths = packed.keys().filter(|path| path.starts_with("site/"));
    let others = paths.filter(|path| path.contains("config.json") || path.contains("/."));
    assert_eq!(others.count(), 0);
}

#[test]
fn every_example_has_a_configuration_for_each_server_and_is_itself_right() {
    let packed = packed_of(&console("examples", false));
    let examples: Vec<&str> = packed
        .keys()
        .filter_map(|path| path.strip_prefix("examples/")?.strip_suffix(".json"))
        .collect();
    assert!(examples.len() >= 4, "{examples:?}");
    for example in examples {
        let text = str::from_utf8(&packed[&format!("examples/{example}.json")]).unwrap();
        assert!(config::parse(text).is_ok(), "{example}");
        for (path, wanted) in [
            (format!("nginx/{example}.conf"), "listen 0.0.0.0:443 ssl"),
            (
                format!("nginx/{example}-sub-path.conf"),
                "location = /tools/console ",
            ),
            (
                format!("caddy/{example}.caddy"),
                "tls /etc/ssl/image-console.pem",
            ),
            (
                format!("caddy/{example}-sub-path.caddy"),
                "uri strip_prefix /tools/console",
            ),
        ] {
            let written = str::from_utf8(&packed[&path]).unwrap();
            assert!(written.contains(wanted), "{path}");
            assert!(written.contains("/srv/image-console"), "{path}");
        }
    }
}

/// Its words name lines to change, which have to be there.
#[test]
fn the_words_of_the_archive_name_what_stands_in_the_configurations() {
    let packed = packed_of(&console("words", false));
    let words = str::from_utf8(&packed["README.md"]).unwrap();
    let nginx = str::from_utf8(&packed["nginx/open-telekom-cloud-sub-path.conf"]).unwrap();
    let caddy = str::from_utf8(&packed["caddy/open-telekom-cloud-sub-path.caddy"]).unwrap();
    for (line, of_nginx, of_caddy) in [
        ("images.example.com", true, true),
        ("images\\.example\\.com", true, false),
        ("/etc/ssl/image-console.pem", true, true),
        ("/etc/ssl/image-console.key", true, true),
        ("0.0.0.0:443", true, false),
        ("bind 0.0.0.0", false, true),
        ("https://:443", false, true),
        ("/tools/console", true, true),
        ("/srv/image-console", true, true),
    ] {
        assert!(words.contains(line), "{line}");
        assert_eq!(nginx.contains(line), of_nginx, "nginx: {line}");
        assert_eq!(caddy.contains(line), of_caddy, "Caddy: {line}");
    }
}

#[test]
fn hosts_are_told_of_the_files_that_are_uploaded() {
    let packed = packed_of(&console("hosts", false));
    let headers = str::from_utf8(&packed["hosts/_headers"]).unwrap();
    assert!(headers.contains("\n/console-df89f6d1778f79b4.css\n  Cache-Control: public"));
    assert!(headers.contains("\n/image-console-6952d268cc5e277b_bg.wasm\n"));
    assert!(!headers.contains("/boot.js"));
    assert!(packed.contains_key("hosts/_redirects"));
    assert!(packed.keys().all(|path| !path.starts_with("site/_")));
}

#[test]
fn every_file_but_the_list_itself_is_in_the_list_of_sums() {
    let packed = packed_of(&console("sums", false));
    let listed: Vec<&str> = str::from_utf8(&packed["SHA256SUMS"])
        .unwrap()
        .lines()
        .collect();
    let expected: Vec<String> = packed
        .iter()
        .filter(|(path, _)| *path != "SHA256SUMS")
        .map(|(path, content)| format!("{}  {path}", sum(content)))
        .collect();
    assert_eq!(listed, expected);
    assert_eq!(
        sum(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn a_folder_without_a_page_is_no_console() {
    let folder = empty("no-console");
    write(&folder, "boot.js", "//");
    let problem = files(&sources(&folder)).unwrap_err();
    assert!(matches!(problem, Problem::NoConsole(_)), "{problem}");
}

#[test]
fn a_name_that_means_something_to_a_shell_or_a_list_is_not_packed() {
    for name in ["a b.js", "line\nbreak.js", "$(id).js", "ä.js"] {
        let folder = console("odd-name", false);
        write(&folder, name, "//");
        let problem = files(&sources(&folder)).unwrap_err();
        assert!(matches!(problem, Problem::Name(_)), "{name}: {problem}");
    }
}

/// Whoever unpacks it has nothing else at hand.
#[test]
fn the_archive_alone_is_enough_for_the_demo_and_says_how() {
    let packed = packed_of(&console("demo", false));
    let file = str::from_utf8(&packed["demo/config.json"]).unwrap();
    let set_up = config::parse(file).unwrap();
    assert_eq!(set_up.demo, config::Demo::Offered);
    assert_eq!(set_up.sign_in, config::SignIn::Off);
    let words = str::from_utf8(&packed["README.md"]).unwrap();
    assert!(words.contains("cp demo/config.json site/"));
    assert!(words.contains("connect-src"));
}
