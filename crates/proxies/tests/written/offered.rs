//! What the connection check offers for a place that is missing is what is written here.

use cloud_api::Service;
use config::{Iam, Place, parse};
use connection::{Asked, Diagnosis, File, How, InNameOf, Lines, ProxyFault, lines};
use proxies::{Server, caddy, map, nginx};

use crate::shipped::server;

/// Two regions, of which the other has this besides.
fn file(other: &str) -> String {
    format!(
        r#"{{"clouds":[{{"id":"own","regions":[{{"id":"eu-de","services":{{
        "iam":{{"host":"localhost"}},"swr":{{"host":"localhost:8443"}}}}}}{other}]}}]}}"#
    )
}

/// Lines without what stands before them, and those that are empty left out.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.retain(|line| !line.is_empty());
    lines.sort_unstable();
    lines
}

/// What the check offers for a service that is missing.
fn offered(place: Place, mount: &str, service: Service) -> Vec<Lines> {
    offered_for(place, mount, service, Diagnosis::NoProxy)
}

fn offered_for(place: Place, mount: &str, service: Service, diagnosis: Diagnosis) -> Vec<Lines> {
    let asked = Asked {
        place,
        service,
        iam: Iam::OfRegion,
        in_name_of: InNameOf::Nobody,
        address: format!("{mount}{}", place.address(service).unwrap()),
        origin: "https://images.example.com".to_owned(),
        base: mount.to_owned(),
        others: Vec::new(),
    };
    lines(&asked, diagnosis)
}

/// Those for some of the files.
fn of(found: &[Lines], files: &[File]) -> String {
    let found = found.iter().filter(|lines| files.contains(&lines.file));
    let texts: Vec<&str> = found.map(|lines| &*lines.text).collect();
    texts.join("\n")
}

#[test]
fn a_file_that_lacks_places_is_whole_with_the_lines_that_the_check_offers() {
    let before = parse(&file("")).unwrap();
    let other = r#",{"id":"eu-nl","services":{"iam":{"host":"localhost:9443"},"swr":{"host":"localhost:7443"}}}"#;
    let whole = Box::leak(Box::new(parse(&file(other)).unwrap()));
    let place: Place = whole.places()[1];
    for mount in ["/", "/tools/console/"] {
        let server = server(mount);
        let mut found = offered(place, mount, Service::Iam);
        found.extend(offered(place, mount, Service::Swr));
        assert!(found.iter().all(|lines| lines.how == How::UnlessThere));
        let (old, new) = (
            map(&before, &server.mount).unwrap(),
            map(whole, &server.mount).unwrap(),
        );
        let (old_nginx, old_caddy) = (nginx(&server, &old), caddy(&server, &old));
        let of_nginx = of(
            &found,
            &[File::NginxHttp, File::NginxTokenCalls, File::NginxServer],
        );
        let pasted = [&*old_nginx, &of_nginx].join("\n");
        assert_eq!(sorted(&pasted), sorted(&nginx(&server, &new)));
        // Where it is put is told with it: before that it would be reached unguarded, at the end by nothing.
        assert!(old_caddy.contains("route @dots {"));
        let of_caddy = of(&found, &[File::CaddyServices]);
        assert!(of_caddy.contains("# Right behind \"route @dots { … }\", with "));
        let lines = of_caddy.lines().filter(|line| !line.starts_with('#'));
        let pasted: Vec<&str> = old_caddy.lines().chain(lines).collect();
        let pasted = pasted.join("\n");
        assert_eq!(sorted(&pasted), sorted(&caddy(&server, &new)));
    }
}

#[test]
fn asking_for_tokens_is_slowed_down_where_a_place_is_pasted() {
    let config = Box::leak(Box::new(parse(&file("")).unwrap()));
    let found = offered(config.places()[0], "/", Service::Iam);
    let mut calls = found.iter().filter(|it| it.file == File::NginxTokenCalls);
    assert!(calls.next().unwrap().text.contains("/api/own/eu-de/iam"));
    let found = offered(config.places()[0], "/", Service::Swr);
    assert!(found.iter().all(|it| it.file != File::NginxTokenCalls));
}

#[test]
fn a_name_that_the_proxy_does_not_know_is_known_with_the_lines_that_the_check_offers() {
    let config = Box::leak(Box::new(parse(&file("")).unwrap()));
    for mount in ["/", "/tools/console/"] {
        let before = Server {
            names: vec!["console.inside.example".to_owned()],
            ..server(mount)
        };
        let after = Server {
            names: [before.names.clone(), server(mount).names].concat(),
            ..before.clone()
        };
        let unknown = Diagnosis::Proxy(ProxyFault::UnknownName);
        let found = offered_for(config.places()[0], mount, Service::Swr, unknown);
        assert!(found.iter().all(|lines| lines.how == How::UnlessThere));
        let map = map(config, &before.mount).unwrap();
        let of_nginx = of(
            &found,
            &[File::NginxAsked, File::NginxNamed, File::NginxServer],
        );
        let pasted = [&*nginx(&before, &map), &of_nginx].join("\n");
        assert_eq!(sorted(&pasted), sorted(&nginx(&after, &map)));
        let pasted = [&*caddy(&before, &map), &of(&found, &[File::CaddyNames])].join("\n");
        assert_eq!(sorted(&pasted), sorted(&caddy(&after, &map)));
    }
}
