//! The configuration for Caddy, from 2.6 on.

use server_places::{Route, caddy_location, caddy_name, each, fill, literal};

use crate::headers::{self, OF_ANSWERS, OF_REQUESTS};
use crate::refusal::Refusal;
use crate::route::Map;
use crate::{Certificate, Folder, Server};

/// A Caddyfile, which others may import.
#[must_use]
pub fn caddy(server: &Server, map: &Map) -> String {
    let before = server.mount.before();
    let pairs = |headers: &[(&str, &str)]| {
        each(headers, |(name, value)| {
            format!("\n\t\t\t{name} \"{value}\"")
        })
    };
    let log_output = server
        .alone
        .as_ref()
        .map(|folder| format!("\n\t\toutput file {folder}/access.log"));
    let trusted = server.trusted.as_ref().map_or_else(String::new, trusted);
    fill(
        include_str!("Caddyfile"),
        &[
            ("options", &options(server)),
            ("put-aside", &each(OF_REQUESTS, put_aside)),
            ("come-back", &each(OF_REQUESTS, come_back)),
            ("of-answers", &OF_ANSWERS.join(" ")),
            ("site-address", &site_address(server)),
            ("bind", &server.listen.ip().to_string()),
            (
                "certificate",
                &server
                    .certificate
                    .as_ref()
                    .map_or_else(String::new, certificate),
            ),
            ("log-output", log_output.as_deref().unwrap_or_default()),
            (
                "names",
                &each(&server.names, |name| {
                    format!("\n\t\t\t{}", caddy_name(name))
                }),
            ),
            ("services", &services(before, &map.routes)),
            ("before-regex", &literal(before)),
            ("strip", &strip(before)),
            ("everywhere", &pairs(&headers::EVERYWHERE)),
            ("page", &pairs(&headers::PAGE).replace('\n', "\n\t")),
            ("page-policy", &headers::policy(&map.others)),
            ("kept", headers::KEPT),
            ("asked-for", headers::ASKED_FOR),
            ("answer-policy", headers::ANSWER_POLICY),
            ("site", &server.site.to_string()),
            ("other-host", Refusal::OtherHost.body()),
            ("method", Refusal::Method.body()),
            ("stranger", Refusal::Stranger.body()),
            ("no-service", Refusal::NoService.body()),
            ("redirect", Refusal::Redirect.body()),
            (
                "locations",
                &each(&map.routes, |route| caddy_location(route, &trusted)),
            ),
        ],
    )
}

/// What holds for all of Caddy.
fn options(server: &Server) -> String {
    match &server.alone {
        Some(folder) => fill(
            include_str!("caddy_alone.conf"),
            &[("folder", &folder.to_string())],
        ),
        None => include_str!("caddy_shared.conf").to_owned(),
    }
}

fn variable(name: &str) -> String {
    format!(
        "image_console_{}",
        name.to_ascii_lowercase().replace('-', "_")
    )
}

fn put_aside(name: &str) -> String {
    format!("\n\tvars {} {{header.{name}}}", variable(name))
}

/// A header that did not come is not sent empty.
fn come_back(name: &str) -> String {
    let variable = variable(name);
    format!(
        "\n\t@{variable} not vars {{vars.{variable}}} \"\"\n\trequest_header @{variable} {name} {{vars.{variable}}}"
    )
}

/// Any name, so that requests for another one are answered as such.
fn site_address(server: &Server) -> String {
    let scheme = if server.certificate.is_some() {
        "https"
    } else {
        "http"
    };
    format!("{scheme}://:{}", server.listen.port())
}

fn certificate(certificate: &Certificate) -> String {
    let Certificate { chain, key } = certificate;
    format!("\n\ttls {chain} {key}")
}

fn strip(before: &str) -> String {
    match before {
        "" => String::new(),
        before => format!("\n\t\t\turi strip_prefix {before}"),
    }
}

fn services(before: &str, routes: &[Route]) -> String {
    let api = format!("{before}/api");
    let is_elsewhere = |route: &&Route| !route.prefix.starts_with(&format!("{api}/"));
    let elsewhere = routes.iter().filter(is_elsewhere);
    let elsewhere = each(elsewhere, |route| format!("|{}/", literal(&route.prefix)));
    format!("^(?:{}(?:/|$){elsewhere})", literal(&api))
}

fn trusted(file: &Folder) -> String {
    format!("\n\t\t\t\t\t\ttls_trusted_ca_certs {file}")
}
