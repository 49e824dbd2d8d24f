//! The lines that are told: whole, for the file that they belong to, and right for the place.

use cloud_api::Service;
use config::{Iam, Place, parse};
use connection::{
    Asked, Block, Diagnosis, File, How, Lines, ProxyFault, lacks_by_preset, lines, others,
};

use crate::support::{FILE, asked, place};

fn of(found: &[Lines], file: File) -> &str {
    let found = found.iter().find(|lines| lines.file == file);
    &found.unwrap().text
}

fn files(found: &[Lines]) -> Vec<File> {
    found.iter().map(|lines| lines.file).collect()
}

const OF_DC_1: File = File::Services {
    cloud: "own",
    region: "dc-1",
};

/// The configuration after the lines for its region have been applied as they say.
fn applied(found: &[Lines], old: &str) -> &'static config::Config {
    let line = found.iter().find(|lines| lines.file == OF_DC_1).unwrap();
    let file = match line.how {
        How::First => FILE.replacen(
            "{\"id\":\"dc-1\",\"services\":{",
            &format!("{{\"id\":\"dc-1\",\"services\":{{{}", line.text),
            1,
        ),
        _ => FILE.replacen(old, &line.text, 1),
    };
    assert_ne!(file, FILE);
    Box::leak(Box::new(parse(&file).unwrap()))
}

#[test]
fn a_missing_proxy_is_told_with_the_place_that_leads_to_the_service() {
    let found = lines(&asked(place("eu-de"), Service::Swr), Diagnosis::NoProxy);
    assert_eq!(
        files(&found),
        [File::NginxHttp, File::NginxServer, File::CaddyServices]
    );
    assert!(found.iter().all(|lines| lines.how == How::UnlessThere));
    assert_eq!(
        of(&found, File::NginxHttp)
            .lines()
            .take(2)
            .collect::<Vec<_>>(),
        [
            "upstream swr-api.eu-de.otc.t-systems.com {",
            "    server swr-api.eu-de.otc.t-systems.com:443;",
        ]
    );
    let nginx = of(&found, File::NginxServer);
    assert!(
        nginx.contains("\nlocation ^~ /api/open-telekom-cloud/eu-de/swr/ {\n    if ("),
        "{nginx}"
    );
    assert!(!nginx.contains("upstream"), "{nginx}");
    let caddy = of(&found, File::CaddyServices);
    assert!(
        caddy.starts_with(
            "# Right behind \"route @dots { … }\", with tls_trusted_ca_certs where the others have it.\n@image_console/api/open-telekom-cloud/eu-de/swr vars_regexp "
        ),
        "{caddy}"
    );
    assert!(
        caddy.contains("reverse_proxy https://swr-api.eu-de.otc.t-systems.com:443 {"),
        "{caddy}"
    );
    for block in [nginx, caddy] {
        assert_eq!(block.matches('{').count(), block.matches('}').count());
        assert!(block.ends_with("\n}"), "{block}");
    }
}

#[test]
fn two_ports_of_a_host_are_two_upstreams() {
    let found = lines(&asked(place("dc-1"), Service::Swr), Diagnosis::WrongPath);
    let http = of(&found, File::NginxHttp);
    assert!(
        http.starts_with("upstream swr.dc-1.example_8443 {"),
        "{http}"
    );
    let server = of(&found, File::NginxServer);
    assert!(
        server.contains("proxy_pass https://swr.dc-1.example_8443/$"),
        "{server}"
    );
    assert!(
        server.contains("proxy_ssl_name swr.dc-1.example;"),
        "{server}"
    );
}

#[test]
fn below_a_sub_path_the_place_is_below_it_too() {
    let below = Asked {
        address: "/tools/console/api/swr".to_owned(),
        base: "/tools/console/".to_owned(),
        ..asked(Place::OwnOrigin, Service::Swr)
    };
    let found = lines(&below, Diagnosis::Proxy(ProxyFault::HasNoSuchPlace));
    assert!(of(&found, File::NginxServer).contains("location ^~ /tools/console/api/swr/ {"));
    assert!(of(&found, File::CaddyServices).contains("https://<host of swr>:443 {"));
}

/// Who may come that way is told by the path in the shipped configurations: for another one a place alone would
/// let everybody through.
#[test]
fn outside_of_the_services_paths_no_place_is_offered() {
    let outside = Asked {
        address: "/registry".to_owned(),
        ..asked(place("dc-1"), Service::Swr)
    };
    assert_eq!(lines(&outside, Diagnosis::NoProxy), []);
}

#[test]
fn what_goes_through_the_own_origin_from_now_on_is_below_the_sub_path_as_well() {
    let below = Asked {
        base: "/tools/console/".to_owned(),
        ..asked(place("dc-1"), Service::Ims)
    };
    let found = lines(&below, Diagnosis::RefusedByCors);
    let path = "/tools/console/api/own/dc-1/ims";
    assert!(of(&found, File::NginxServer).contains(&format!("location ^~ {path}/ {{")));
    assert!(of(&found, File::CaddyServices).contains(&format!("uri strip_prefix {path}\n")));
}

#[test]
fn an_address_on_another_origin_is_led_through_the_own_one() {
    for told in [
        Diagnosis::RefusedByCors,
        Diagnosis::MixedContent,
        Diagnosis::Unreachable,
    ] {
        let found = lines(&asked(place("dc-1"), Service::Ims), told);
        assert_eq!(
            files(&found),
            [
                OF_DC_1,
                File::NginxHttp,
                File::NginxServer,
                File::CaddyServices
            ]
        );
        assert!(of(&found, File::NginxServer).contains("location ^~ /api/own/dc-1/ims/ {"));
        assert_eq!(found[0].how, How::Instead);
        let config = applied(&found, r#""ims":{"address":"https://ims.dc-1.example/v"}"#);
        let place = config.places()[2];
        assert_eq!(
            place.address(Service::Ims).as_deref(),
            Some("api/own/dc-1/ims")
        );
        assert!(place.has(Service::Swr));
    }
}

#[test]
fn a_service_that_is_added_leaves_the_file_right_and_the_others_there() {
    let found = lines(&asked(place("dc-1"), Service::Hss), Diagnosis::NotOffered);
    assert_eq!(found[0].how, How::First);
    let filled: Vec<Lines> = found
        .into_iter()
        .map(|lines| Lines {
            text: lines.text.replace("<host of hss>", "hss.dc-1.example"),
            ..lines
        })
        .collect();
    let place = applied(&filled, "").places()[2];
    for service in [Service::Iam, Service::Swr, Service::Hss, Service::Ims] {
        assert!(place.has(service), "{service:?}");
    }
    assert_eq!(
        OF_DC_1.block(),
        Block::Of(r#"config.json, clouds["own"].regions["dc-1"].services"#.to_owned())
    );
}

#[test]
fn a_policy_is_told_with_the_server_to_let_through() {
    let found = lines(
        &asked(place("dc-1"), Service::Ims),
        Diagnosis::BlockedByPolicy,
    );
    assert_eq!(files(&found), [File::Policy]);
    assert_eq!(
        found[0].text,
        "connect-src 'self' https://ims.dc-1.example;"
    );
}

#[test]
fn a_policy_that_is_told_keeps_all_servers_that_the_console_needs() {
    let file = r#"{"clouds":[{"id":"own","regions":[{"id":"dc-1","services":{
        "iam":{"address":"https://iam.dc-1.example"},
        "iam_global":{"address":"https://iam.example"},
        "swr":{"address":"https://images.dc-1.example/swr"},
        "ims":{"address":"https://images.dc-1.example:443/ims"},
        "hss":{"address":"https://console.example/hss"}}}]}]}"#;
    let config = Box::leak(Box::new(parse(file).unwrap()));
    let others = others(&config.places(), "https://console.example");
    assert_eq!(
        others,
        [
            "https://iam.dc-1.example",
            "https://images.dc-1.example",
            "https://iam.example"
        ]
    );
    let images = Asked {
        others,
        ..asked(config.places()[0], Service::Ims)
    };
    let found = lines(&images, Diagnosis::BlockedByPolicy);
    assert_eq!(
        found[0].text,
        "connect-src 'self' https://iam.dc-1.example https://images.dc-1.example https://iam.example;"
    );
}

#[test]
fn a_console_under_numbers_is_named_by_all_of_them() {
    for (origin, server, named, caddy) in [
        (
            "http://[::1]:8080",
            "server_name [::1];",
            r#""~*^\[::1\](?::[0-9]+)?$" 1;"#,
            "not host ::1",
        ),
        (
            "https://10.0.0.7:8443",
            "server_name 10.0.0.7;",
            r#""~*^10\.0\.0\.7(?::[0-9]+)?$" 1;"#,
            "not host 10.0.0.7",
        ),
    ] {
        let swr = Asked {
            origin: origin.to_owned(),
            ..asked(place("eu-de"), Service::Swr)
        };
        let found = lines(&swr, Diagnosis::Proxy(ProxyFault::UnknownName));
        assert_eq!(of(&found, File::NginxServer), server);
        assert_eq!(of(&found, File::NginxNamed), named);
        assert_eq!(of(&found, File::CaddyNames), caddy);
    }
}

#[test]
fn what_a_known_cloud_lacks_no_line_can_add() {
    let otc = asked(place("eu-nl"), Service::Hss);
    assert_eq!(lines(&otc, Diagnosis::NotOffered), []);
    assert!(lacks_by_preset(&otc));
    let own = asked(place("dc-1"), Service::Hss);
    assert!(!lacks_by_preset(&own));
    let own = lines(&own, Diagnosis::NotOffered);
    assert_eq!(files(&own), [OF_DC_1]);
    assert_eq!(own[0].text, "\"hss\": { \"host\": \"<host of hss>\" },");
}

#[test]
fn what_a_proxy_forbids_or_limits_has_its_line_in_both() {
    let swr = asked(place("eu-de"), Service::Swr);
    for (fault, nginx, caddy) in [
        (
            ProxyFault::Forbids,
            "proxy_set_header X-Image-Console $http_x_image_console;",
            "header_up X-Image-Console {http.request.header.X-Image-Console}",
        ),
        (ProxyFault::BodyTooLarge, "client_max_body_size", "max_size"),
        (
            ProxyFault::HeadersTooLarge,
            "large_client_header_buffers",
            "max_header_size",
        ),
    ] {
        let found = lines(&swr, Diagnosis::Proxy(fault));
        assert_eq!(found[0].file, File::NginxServer, "{fault:?}");
        assert!(found[0].text.contains(nginx), "{fault:?}");
        let block = found[1].file.block();
        let is_caddys = matches!(block, Block::Caddyfile(_) | Block::FirstOfCaddyfile);
        assert!(is_caddys, "{fault:?}: {block:?}");
        assert!(found[1].text.contains(caddy), "{fault:?}");
    }
    // Where the proxy hears nothing no line of its own helps.
    for fault in [ProxyFault::ServiceTooSlow, ProxyFault::TooManyRequests] {
        assert_eq!(lines(&swr, Diagnosis::Proxy(fault)), [], "{fault:?}");
    }
}

#[test]
fn a_global_iam_is_led_to_by_a_place_of_its_own_for_what_a_token_needs() {
    let file = r#"{"clouds":[{"preset":"huawei-cloud","regions":["cn-north-4"]}]}"#;
    let config: &config::Config = Box::leak(Box::new(parse(file).unwrap()));
    let place = config.places()[0];
    let iam = Asked {
        iam: Iam::Global,
        address: "/api/huawei-cloud/cn-north-4/iam_global".to_owned(),
        ..asked(place, Service::Iam)
    };
    assert_eq!(iam.host(), Some("iam.myhuaweicloud.com"));
    let found = lines(&iam, Diagnosis::Proxy(ProxyFault::HasNoSuchPlace));
    let nginx = of(&found, File::NginxServer);
    assert!(nginx.contains("location ^~ /api/huawei-cloud/cn-north-4/iam_global/ {"));
    assert!(
        nginx.contains("v3/(?:auth/(?:tokens|projects)|users)"),
        "{nginx}"
    );
    let outside = Asked {
        address: "https://iam.example".to_owned(),
        ..iam
    };
    let found = lines(&outside, Diagnosis::RefusedByCors);
    assert!(found[0].text.starts_with("\"iam_global\": {"), "{found:?}");
}

#[test]
fn a_sign_in_before_the_console_is_lifted_from_the_service_alone() {
    let swr = asked(place("eu-de"), Service::Swr);
    let found = lines(&swr, Diagnosis::Proxy(ProxyFault::WantsSignIn));
    assert_eq!(files(&found), [File::NginxService, File::CaddySite]);
    assert_eq!(found[0].file.block(), Block::Nginx("location"));
    assert_eq!(found[1].file.block(), Block::SiteOfCaddyfile);
    let caddy = found[1].text.lines().last();
    assert_eq!(
        caddy,
        Some("@signed_in not path /api/open-telekom-cloud/eu-de/swr/*")
    );
    assert_eq!(
        found[0].text,
        "# Of /api/open-telekom-cloud/eu-de/swr/ alone.\nauth_basic off;\nauth_request off;"
    );
    let elsewhere = Asked {
        address: "https://swr.example".to_owned(),
        ..swr
    };
    let found = lines(&elsewhere, Diagnosis::Proxy(ProxyFault::WantsSignIn));
    assert_eq!(found, []);
}

#[test]
fn where_the_proxy_is_right_no_line_is_told() {
    let swr = asked(place("eu-de"), Service::Swr);
    for told in [
        Diagnosis::Works,
        Diagnosis::Arrives,
        Diagnosis::Offline,
        Diagnosis::NotAccepted,
        Diagnosis::OtherScope,
        Diagnosis::NoRight,
        Diagnosis::Throttled,
        Diagnosis::ServiceDown,
        // The place is there, or the status would be another.
        Diagnosis::Proxy(ProxyFault::CannotReachService),
    ] {
        assert_eq!(lines(&swr, told), [], "{told:?}");
    }
}
