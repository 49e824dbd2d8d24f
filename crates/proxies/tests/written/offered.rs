//! What the connection check offers for a place that is missing is what is written here.

use cloud_api::Service;
use config::{Place, parse};
use connection::{Asked, Diagnosis, File, How, InNameOf, lines};
use proxies::{caddy, map, nginx};

use crate::shipped::server;

/// Two services on one host, one of them at another port.
fn file(images: &str) -> String {
    format!(
        r#"{{"clouds":[{{"id":"own","regions":[{{"id":"eu-de","services":{{
        "iam":{{"host":"localhost"}},"hss":{{"host":"localhost:8443"}}{images}}}}}]}}]}}"#
    )
}

/// Lines without what stands before them, and those that are empty left out.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.retain(|line| !line.is_empty());
    lines.sort_unstable();
    lines
}

#[test]
fn a_file_that_lacks_a_place_is_whole_with_the_lines_that_the_check_offers() {
    let before = parse(&file("")).unwrap();
    let whole = parse(&file(r#","swr":{"host":"localhost:7443"}"#)).unwrap();
    let whole = Box::leak(Box::new(whole));
    for mount in ["/", "/tools/console/"] {
        let server = server(mount);
        let place: Place = whole.places()[0];
        let asked = Asked {
            place,
            service: Service::Swr,
            in_name_of: InNameOf::Nobody,
            address: format!("{mount}{}", place.address(Service::Swr).unwrap()),
            origin: "https://images.example.com".to_owned(),
            base: mount.to_owned(),
            others: Vec::new(),
        };
        let offered = lines(&asked, Diagnosis::NoProxy);
        assert!(offered.iter().all(|lines| lines.how == How::UnlessThere));
        let of = |file: File| {
            let mut found = offered.iter().filter(|lines| lines.file == file);
            found.next().unwrap().text.clone()
        };
        let (old, new) = (
            map(&before, &server.mount).unwrap(),
            map(whole, &server.mount).unwrap(),
        );
        let (old_nginx, old_caddy) = (nginx(&server, &old), caddy(&server, &old));
        let pasted = [&*old_nginx, &of(File::NginxHttp), &of(File::NginxServer)].join("\n");
        assert_eq!(sorted(&pasted), sorted(&nginx(&server, &new)));
        let pasted = [&*old_caddy, &of(File::CaddyServices)].join("\n");
        assert_eq!(sorted(&pasted), sorted(&caddy(&server, &new)));
    }
}
