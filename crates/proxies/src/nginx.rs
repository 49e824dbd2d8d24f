//! The configuration for nginx, from 1.22 on.

use server_places::{
    Route, USER_AGENT, each, fill, literal, nginx_asked, nginx_location, nginx_named,
    nginx_server_name, nginx_token_calls, nginx_upstream,
};

use crate::headers::{self, OF_REQUESTS};
use crate::refusal::Refusal;
use crate::route::Map;
use crate::{Certificate, Server};

/// Where Debian and its kin have the certificates that the system trusts.
const SYSTEM_TRUSTS: &str = "/etc/ssl/certs/ca-certificates.crt";

/// A file for the `http` block, or a whole one where nginx is started for the console alone.
#[must_use]
pub fn nginx(server: &Server, map: &Map) -> String {
    let before = server.mount.before();
    let log = |name: &str| match &server.alone {
        Some(folder) => format!("{folder}/{name}.log"),
        None => format!("/var/log/nginx/image-console-{name}.log"),
    };
    let pairs = |headers: &[(&str, &str)]| {
        each(headers, |(name, value)| {
            format!("\n    add_header {name} \"{value}\" always;")
        })
    };
    let names =
        |line: fn(&str) -> String| each(&server.names, |name| format!("\n    {}", line(name)));
    let trusted = server.trusted.as_ref().map(ToString::to_string);
    let text = fill(
        include_str!("nginx.conf"),
        &[
            ("asked", &names(nginx_asked)),
            ("named", &names(nginx_named)),
            ("server-names", names(nginx_server_name).trim_start()),
            ("prefixes", &prefixes(before, &map.routes)),
            ("mount-regex", &literal(&server.mount.to_string())),
            ("before-regex", &literal(before)),
            ("page-policy", &headers::policy(&map.others)),
            ("answer-policy", headers::ANSWER_POLICY),
            ("kept", headers::KEPT),
            ("asked-for", headers::ASKED_FOR),
            ("page-maps", &each(0..headers::PAGE.len(), page_map)),
            ("token-calls", &token_calls(&map.routes)),
            ("upstreams", &upstreams(&map.routes)),
            ("listen", &listen(server)),
            (
                "certificate",
                &server
                    .certificate
                    .as_ref()
                    .map_or_else(String::new, certificate),
            ),
            ("access-log", &log("access")),
            ("error-log", &log("error")),
            ("site", &server.site.to_string()),
            (
                "everywhere",
                &(pairs(&headers::EVERYWHERE) + &each(0..headers::PAGE.len(), page_header)),
            ),
            ("trusted", trusted.as_deref().unwrap_or(SYSTEM_TRUSTS)),
            ("user-agent", USER_AGENT),
            ("of-requests", &each(OF_REQUESTS, passed)),
            (
                "not-of-answers",
                &each(headers::NOT_OF_ANSWERS, |name| {
                    format!("\n    proxy_hide_header {name};")
                }),
            ),
            ("other-host", Refusal::OtherHost.body()),
            ("method", Refusal::Method.body()),
            ("stranger", Refusal::Stranger.body()),
            ("no-service", Refusal::NoService.body()),
            ("redirect", Refusal::Redirect.body()),
            ("locations", &each(&map.routes, nginx_location)),
            ("strip", &strip(before)),
            ("places", &places(before)),
        ],
    );
    match &server.alone {
        Some(folder) => fill(
            include_str!("nginx_alone.conf"),
            &[("folder", &folder.to_string()), ("rest", &text)],
        ),
        None => text,
    }
}

fn prefixes(before: &str, routes: &[Route]) -> String {
    let api = format!("{before}/api");
    let is_elsewhere = |route: &&Route| !route.prefix.starts_with(&format!("{api}/"));
    let elsewhere = routes.iter().filter(is_elsewhere);
    let own = format!("\n    \"~^{}(?:/|$)\" service;", literal(&api));
    own + &each(elsewhere, |route| {
        format!("\n    \"~^{}/\" service;", literal(&route.prefix))
    })
}

fn token_calls(routes: &[Route]) -> String {
    each(
        routes.iter().filter(|route| route.calls.has_tokens()),
        |route| format!("\n    {}", nginx_token_calls(&route.prefix)),
    )
}

/// One for each host, however many services it has.
fn upstreams(routes: &[Route]) -> String {
    let mut hosts: Vec<&str> = routes.iter().map(|route| route.host.as_str()).collect();
    hosts.sort_unstable();
    hosts.dedup();
    each(hosts, nginx_upstream)
}

fn listen(server: &Server) -> String {
    match server.certificate {
        Some(_) => format!("{} ssl http2", server.listen),
        None => server.listen.to_string(),
    }
}

fn certificate(certificate: &Certificate) -> String {
    let Certificate { chain, key } = certificate;
    format!(
        "\n    ssl_certificate {chain};\n    ssl_certificate_key {key};\n    ssl_protocols TLSv1.2 TLSv1.3;"
    )
}

/// Empty for what a service answers, and what is empty is not sent.
fn page_map(number: usize) -> String {
    let (_, value) = headers::PAGE[number];
    format!(
        "\nmap $image_console_part $image_console_page_{number} {{\n    default \"{value}\";\n    service \"\";\n}}"
    )
}

fn page_header(number: usize) -> String {
    let (name, _) = headers::PAGE[number];
    format!("\n    add_header {name} $image_console_page_{number} always;")
}

fn passed(name: &str) -> String {
    let variable = name.to_ascii_lowercase().replace('-', "_");
    format!("\n    proxy_set_header {name} $http_{variable};")
}

fn strip(before: &str) -> String {
    match before {
        "" => String::new(),
        before => format!("\n        rewrite ^{}(/.*)$ $1 break;", literal(before)),
    }
}

/// Where the pages of the console are, and that nothing is anywhere else.
fn places(before: &str) -> String {
    let page = |place: &str| {
        format!(
            "\n    location {place} {{\n        default_type text/html;\n        charset utf-8;\n        gzip on;\n        gzip_static on;\n        gzip_vary on;\n        rewrite ^ /index.html break;\n    }}"
        )
    };
    match before {
        "" => page("/"),
        before => {
            let nothing = "\n    location / {\n        default_type text/plain;\n        return 404 'Nothing is here.';\n    }";
            page(&format!("= {before}")) + &page(&format!("{before}/")) + nothing
        }
    }
}
