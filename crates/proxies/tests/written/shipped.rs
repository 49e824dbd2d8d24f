//! What `deploy/` has, and what is written for every example.

use std::path::{Path, PathBuf};

use proxies::{Map, Server, caddy, map, nginx};

fn deploy() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy")
}

pub fn server(mount: &str) -> Server {
    Server {
        site: "/srv/image-console".parse().unwrap(),
        mount: mount.parse().unwrap(),
        listen: "127.0.0.1:8080".parse().unwrap(),
        names: vec!["images.example.com".to_owned()],
        certificate: None,
        trusted: None,
        alone: None,
    }
}

fn map_of(example: &str, server: &Server) -> Map {
    let file = std::fs::read_to_string(deploy().join("examples").join(example)).unwrap();
    map(&config::parse(&file).unwrap(), &server.mount).unwrap()
}

#[test]
fn what_is_shipped_is_what_is_written() {
    for (mount, name) in [
        ("/", "image-console"),
        ("/tools/console/", "image-console-sub-path"),
    ] {
        let server = server(mount);
        let map = map_of("open-telekom-cloud.json", &server);
        for (path, written) in [
            (format!("nginx/{name}.conf"), nginx(&server, &map)),
            (format!("caddy/{name}.caddy"), caddy(&server, &map)),
        ] {
            let shipped = std::fs::read_to_string(deploy().join(&path)).unwrap();
            assert!(
                shipped == written,
                "deploy/{path}: `make proxies` writes it anew"
            );
        }
    }
}

#[test]
fn every_example_gets_a_place_for_each_of_its_services_and_no_gap_is_left() {
    for example in [
        "huawei-cloud.json",
        "open-telekom-cloud.json",
        "private-cloud.json",
        "two-clouds.json",
    ] {
        let server = server("/");
        let map = map_of(example, &server);
        let places = [
            (nginx(&server, &map), "proxy_pass https://"),
            (caddy(&server, &map), "reverse_proxy https://"),
        ];
        for (written, place) in places {
            assert_eq!(
                written.matches(place).count(),
                map.routes.len(),
                "{example}"
            );
            for route in &map.routes {
                assert!(
                    written.contains(&format!(" {}", route.host)),
                    "{example}: {}",
                    route.host
                );
            }
            let gaps = written.split('<').skip(1).filter(|rest| {
                let name = rest.split('>').next().unwrap_or_default();
                name.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            });
            assert_eq!(gaps.count(), 0, "{example}");
        }
    }
}

#[test]
fn the_global_iam_is_asked_as_rarely_as_the_regions_and_for_less() {
    let server = server("/");
    let map = map_of("private-cloud.json", &server);
    let (nginx, caddy) = (nginx(&server, &map), caddy(&server, &map));
    let paths = "v3/(?:auth/(?:tokens|projects)|users)(?:[?].*)?";
    let prefix = "^/api/own/dc-1/iam_global/";
    assert!(nginx.contains(&format!("{prefix}(?<image_console_rest>{paths})$")));
    assert!(caddy.contains(&format!("{prefix}{paths}$")));
    let calls = nginx.matches("/+v3/+auth/+tokens/*$\" $binary_remote_addr;");
    assert_eq!(calls.count(), 2);
}

#[test]
fn caddy_opens_no_port_but_the_one_that_is_told() {
    let server = server("/");
    let written = caddy(&server, &map_of("open-telekom-cloud.json", &server));
    let options = written.split("\n}\n").next().unwrap();
    assert!(options.contains("\n\tauto_https disable_redirects\n"));
}

/// Versions that the tests with the real server do not have: 2.11 wrote tokens into its log.
#[test]
fn newer_caddies_tell_no_token_and_no_address_in_their_log() {
    let shared = server("/");
    let written = caddy(&shared, &map_of("open-telekom-cloud.json", &shared));
    let blocks = written.lines().filter(|line| line.ends_with('{'));
    assert_eq!(blocks.take(2).collect::<Vec<_>>(), ["{", "\tlog {"]);
    let alone = Server {
        alone: Some("/tmp/own".parse().unwrap()),
        ..server("/")
    };
    let map = map_of("open-telekom-cloud.json", &alone);
    for written in [written, caddy(&alone, &map)] {
        assert!(written.contains("\n\t\texclude http.handlers.reverse_proxy\n"));
        assert!(written.contains("\n\t\t\t\trequest>client_ip delete\n"));
    }
}
