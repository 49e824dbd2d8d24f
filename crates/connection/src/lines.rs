//! The lines that put it right.

use cloud_api::Service;
use config::{Place, Preset};

use crate::asked::Asked;
use crate::diagnosis::{Diagnosis, ProxyFault};

/// Where lines belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `config.json`: the object of a region.
    Config,
    /// The configuration of nginx.
    Nginx,
    /// The configuration of Caddy.
    Caddy,
    /// The content security policy: the header, and the line in `index.html`.
    Policy,
}

impl File {
    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Config => "config.json",
            Self::Nginx => "nginx",
            Self::Caddy => "Caddy",
            Self::Policy => "Content-Security-Policy",
        }
    }
}

/// Lines to add or change in a file. They are made of what the console is set up with alone, so they hold
/// nothing that a person or a service has said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Where they belong.
    pub file: File,
    /// The lines.
    pub text: String,
}

/// The lines that put it right; none where no line does.
#[must_use]
pub fn lines(asked: &Asked, diagnosis: Diagnosis) -> Vec<Lines> {
    match diagnosis {
        Diagnosis::NoProxy
        | Diagnosis::LeadsElsewhere
        | Diagnosis::WrongPath
        | Diagnosis::Proxy(ProxyFault::HasNoSuchPlace | ProxyFault::CannotReachService) => {
            through_the_proxy(asked)
        }
        Diagnosis::RefusedByCors | Diagnosis::MixedContent | Diagnosis::Unreachable => {
            through_the_proxy(asked)
        }
        Diagnosis::BlockedByPolicy => vec![Lines {
            file: File::Policy,
            text: connect_src(asked),
        }],
        Diagnosis::NotOffered => not_offered(asked),
        Diagnosis::CredentialLost => both(
            "proxy_set_header X-Auth-Token $http_x_auth_token;\n\
             proxy_set_header Authorization $http_authorization;",
            "header_up X-Auth-Token {http.request.header.X-Auth-Token}\n\
             header_up Authorization {http.request.header.Authorization}",
        ),
        Diagnosis::Proxy(ProxyFault::WantsSignIn) => {
            vec![nginx("auth_basic off;\nauth_request off;")]
        }
        Diagnosis::Proxy(ProxyFault::BodyTooLarge) => both(
            "client_max_body_size 1m;",
            "request_body {\n    max_size 1MB\n}",
        ),
        Diagnosis::Proxy(ProxyFault::UnknownName) => {
            let name = host_of(&asked.origin);
            both(&format!("server_name {name};"), &format!("{name} {{"))
        }
        // Two tokens of 32 KB.
        Diagnosis::Proxy(ProxyFault::HeadersTooLarge) => both(
            "large_client_header_buffers 6 48k;",
            "servers {\n    max_header_size 128KB\n}",
        ),
        Diagnosis::Proxy(ProxyFault::ServiceTooSlow) => both(
            "proxy_read_timeout 60s;",
            "transport http {\n    response_header_timeout 60s\n}",
        ),
        Diagnosis::Works
        | Diagnosis::Arrives
        | Diagnosis::Offline
        | Diagnosis::OwnServerSilent
        | Diagnosis::TimedOut
        | Diagnosis::BrokeOff
        | Diagnosis::Proxy(ProxyFault::Forbids | ProxyFault::Other(_))
        | Diagnosis::OtherScope
        | Diagnosis::NotAccepted
        | Diagnosis::NoRight
        | Diagnosis::Throttled
        | Diagnosis::ServiceDown
        | Diagnosis::NotData
        | Diagnosis::Refused => Vec::new(),
    }
}

/// All servers that the page needs: whoever puts the line in the place of the one that is there takes none
/// away.
fn connect_src(asked: &Asked) -> String {
    let server = asked.server().to_owned();
    let others = match asked.others.contains(&server) {
        true => asked.others.clone(),
        false => vec![server],
    };
    format!("connect-src 'self' {};", others.join(" "))
}

fn nginx(text: &str) -> Lines {
    Lines {
        file: File::Nginx,
        text: text.to_owned(),
    }
}

fn both(for_nginx: &str, for_caddy: &str) -> Vec<Lines> {
    let caddy = Lines {
        file: File::Caddy,
        text: for_caddy.to_owned(),
    };
    vec![nginx(for_nginx), caddy]
}

/// The region without an address for the service, where the file has one that leaves the console's own
/// origin; and the place of the proxy that leads to it.
fn through_the_proxy(asked: &Asked) -> Vec<Lines> {
    let host = match asked.host() {
        Some(host) => host.to_owned(),
        None => format!("<host of {}>", asked.service.segment()),
    };
    let (config, path) = match asked.is_elsewhere() {
        true => (
            of_region(asked, &host),
            format!("{}{}", asked.base, usual_address(asked)),
        ),
        false => (None, asked.address.replacen(&asked.origin, "", 1)),
    };
    let mut lines: Vec<Lines> = config.into_iter().collect();
    lines.extend(both(&nginx_place(&path, &host), &caddy_place(&path, &host)));
    lines
}

/// Where the console sends what is for the service when the file does not say.
fn usual_address(asked: &Asked) -> String {
    match asked.place {
        Place::OwnOrigin => format!("api/{}", asked.service.segment()),
        Place::Of(cloud, region) => {
            format!("api/{}/{}/{}", cloud.id, region.id, asked.service.segment())
        }
    }
}

/// Paths go on as they came: `%24` and `%252F` mean something to the services, so nginx must not read
/// them.
fn nginx_place(path: &str, host: &str) -> String {
    let name = host.split(':').next().unwrap_or_default();
    let server = match host.contains(':') {
        true => host.to_owned(),
        false => format!("{host}:443"),
    };
    format!(
        "upstream {name} {{\n    server {server};\n}}\n\
         location ^~ {path}/ {{\n    if ($request_uri !~ \"^{path}/(?<rest>.*)$\") {{\n        \
         return 404;\n    }}\n    proxy_pass https://{name}/$rest;\n    \
         proxy_set_header Host {host};\n    proxy_ssl_server_name on;\n    proxy_ssl_name {name};\n    \
         proxy_ssl_verify on;\n    \
         proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;\n}}"
    )
}

fn caddy_place(path: &str, host: &str) -> String {
    format!(
        "handle_path {path}/* {{\n    reverse_proxy https://{host} {{\n        \
         header_up Host {{upstream_hostport}}\n    }}\n}}"
    )
}

/// The object of the region in `config.json`; names and hosts there hold nothing that JSON escapes.
fn of_region(asked: &Asked, host: &str) -> Option<Lines> {
    let region = asked.place.region()?;
    let service = asked.service.segment();
    Some(Lines {
        file: File::Config,
        text: format!(
            "{{\n  \"id\": \"{region}\",\n  \"services\": {{ \"{service}\": {{ \"host\": \"{host}\" }} }}\n}}"
        ),
    })
}

/// A cloud that is known lacks what its preset lacks; of another one the file says what it has.
fn not_offered(asked: &Asked) -> Vec<Lines> {
    let is_known = asked.preset().is_some_and(|preset| lacks(preset, asked));
    let host = format!("<host of {}>", asked.service.segment());
    match is_known {
        true => Vec::new(),
        false => of_region(asked, &host).into_iter().collect(),
    }
}

fn lacks(preset: Preset, asked: &Asked) -> bool {
    let region = asked.place.region();
    let knows_region =
        region.is_some_and(|region| preset.host(Service::Iam, region.as_str()).is_some());
    knows_region
        && region.is_some_and(|region| preset.host(asked.service, region.as_str()).is_none())
}

fn host_of(origin: &str) -> &str {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    // The numbers of an IPv6 address stand in brackets, with colons between them.
    let end = match host.find(']') {
        Some(bracket) => bracket + 1,
        None => host.find(':').unwrap_or(host.len()),
    };
    &host[..end]
}
