//! The lines that put it right.

use cloud_api::Service;
use config::{Iam, Place, Preset};
use server_places::{
    Calls, Route, caddy_location, caddy_name, nginx_asked, nginx_location, nginx_named,
    nginx_server_name, nginx_token_calls, nginx_upstream,
};

use crate::asked::Asked;
use crate::diagnosis::{Diagnosis, ProxyFault};

/// Where lines belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `config.json`: the services of a region of a cloud.
    Services {
        /// The cloud's ID.
        cloud: &'static str,
        /// The region's.
        region: &'static str,
    },
    /// The `http` block of nginx.
    NginxHttp,
    /// The map of nginx that tells the calls of which one a second is let through.
    NginxTokenCalls,
    /// The map of nginx that tells the names which a request may be for.
    NginxAsked,
    /// The map of nginx that tells the names which may stand in the header `Host`.
    NginxNamed,
    /// The `server` block of nginx.
    NginxServer,
    /// The block of nginx that leads to one service.
    NginxService,
    /// The first block of a Caddyfile, for all sites.
    CaddyOptions,
    /// The block of a Caddyfile that is the console's site.
    CaddySite,
    /// What tells, in a Caddyfile, requests under other names.
    CaddyNames,
    /// The block of a Caddyfile that leads to the services.
    CaddyServices,
    /// The block of a Caddyfile that limits what is sent to one service.
    CaddyBodies,
    /// The block of a Caddyfile that leads to one service.
    CaddyService,
    /// The content security policy: the header, and the line in `index.html`.
    Policy,
}

impl File {
    /// Which file it is, and what stands at the head of the block in it: the same in every language.
    #[must_use]
    pub fn block(self) -> Block {
        match self {
            Self::Services { cloud, region } => Block::Of(format!(
                "config.json, clouds[\"{cloud}\"].regions[\"{region}\"].services"
            )),
            Self::Policy => Block::Of("Content-Security-Policy".to_owned()),
            Self::NginxHttp => Block::Nginx("http"),
            Self::NginxTokenCalls => Block::Nginx("map $uri $image_console_token_call"),
            Self::NginxAsked => Block::Nginx("map $host $image_console_asked"),
            Self::NginxNamed => Block::Nginx("map $http_host $image_console_named"),
            Self::NginxServer => Block::Nginx("server"),
            Self::NginxService => Block::Nginx("location"),
            Self::CaddyOptions => Block::FirstOfCaddyfile,
            Self::CaddySite => Block::SiteOfCaddyfile,
            Self::CaddyNames => Block::Caddyfile("@other_host"),
            Self::CaddyServices => Block::Caddyfile("route @service"),
            Self::CaddyBodies => Block::Caddyfile("request_body"),
            Self::CaddyService => Block::Caddyfile("reverse_proxy"),
        }
    }
}

/// A block of a file, by what stands at its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What has a name of its own.
    Of(String),
    /// One of nginx's configuration.
    Nginx(&'static str),
    /// The first of a Caddyfile, which has no head.
    FirstOfCaddyfile,
    /// The one of the console's site, whose head is its address.
    SiteOfCaddyfile,
    /// Another one of a Caddyfile.
    Caddyfile(&'static str),
}

/// What is done with lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// They stand there, with this value or without one before.
    Set,
    /// They go before what is there.
    First,
    /// They take the place of what has the same name.
    Instead,
    /// They are added where they are missing.
    UnlessThere,
}

/// Lines to add or change in a file. They are made of what the console is set up with alone, so they hold
/// nothing that a person or a service has said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Where they belong.
    pub file: File,
    /// What is done with them.
    pub how: How,
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
        | Diagnosis::Proxy(ProxyFault::HasNoSuchPlace)
        | Diagnosis::RefusedByCors
        | Diagnosis::MixedContent
        | Diagnosis::Unreachable => through_the_proxy(asked),
        Diagnosis::BlockedByPolicy => vec![set(File::Policy, &connect_src(asked))],
        Diagnosis::NotOffered => not_offered(asked),
        Diagnosis::CredentialLost => vec![
            set(
                File::NginxServer,
                "proxy_set_header X-Auth-Token $http_x_auth_token;\n\
                 proxy_set_header Authorization $http_authorization;",
            ),
            set(
                File::CaddyService,
                "header_up X-Auth-Token {http.request.header.X-Auth-Token}\n\
                 header_up Authorization {http.request.header.Authorization}",
            ),
        ],
        // What is asked on another origin is behind no server of the console's.
        Diagnosis::Proxy(ProxyFault::WantsSignIn) if asked.is_elsewhere() => Vec::new(),
        // In the block of the server it would open the console itself as well.
        Diagnosis::Proxy(ProxyFault::WantsSignIn) => {
            let place = asked.address.replacen(&asked.origin, "", 1);
            let nginx = format!("# Of {place}/ alone.\nauth_basic off;\nauth_request off;");
            let caddy = format!(
                "# Right behind the word basic_auth or forward_auth that is there, write @signed_in. Other services follow in this line.\n\
                 @signed_in not path {place}/*"
            );
            vec![set(File::NginxService, &nginx), set(File::CaddySite, &caddy)]
        }
        // By it the shipped proxies know the console; another one before them has to hand it on.
        Diagnosis::Proxy(ProxyFault::Forbids) => vec![
            set(
                File::NginxServer,
                "proxy_set_header X-Image-Console $http_x_image_console;",
            ),
            set(
                File::CaddyService,
                "header_up X-Image-Console {http.request.header.X-Image-Console}",
            ),
        ],
        Diagnosis::Proxy(ProxyFault::BodyTooLarge) => vec![
            set(File::NginxServer, "client_max_body_size 1m;"),
            set(File::CaddyBodies, "max_size 1MB"),
        ],
        Diagnosis::Proxy(ProxyFault::UnknownName) => known_under(host_of(&asked.origin)),
        // Two tokens of 32 KB.
        Diagnosis::Proxy(ProxyFault::HeadersTooLarge) => vec![
            set(File::NginxServer, "large_client_header_buffers 6 48k;"),
            set(
                File::CaddyOptions,
                "servers {\n    max_header_size 128KB\n}",
            ),
        ],
        Diagnosis::Works
        | Diagnosis::Arrives
        | Diagnosis::Offline
        | Diagnosis::OwnServerSilent
        | Diagnosis::TimedOut
        | Diagnosis::BrokeOff
        // The place is there: what is behind it is not. The console waits no longer than they do.
        | Diagnosis::Proxy(
            ProxyFault::CannotReachService
            | ProxyFault::ServiceTooSlow
            | ProxyFault::TooManyRequests
            | ProxyFault::Other(_),
        )
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

/// The names that are there stay. nginx looks at two: that of the address may be another one than `Host`.
fn known_under(name: &str) -> Vec<Lines> {
    [
        (File::NginxAsked, nginx_asked(name)),
        (File::NginxNamed, nginx_named(name)),
        (File::NginxServer, nginx_server_name(name)),
        (File::CaddyNames, caddy_name(name)),
    ]
    .map(|(file, text)| Lines {
        file,
        how: How::UnlessThere,
        text,
    })
    .into()
}

fn set(file: File, text: &str) -> Lines {
    Lines {
        file,
        how: How::Set,
        text: text.to_owned(),
    }
}

/// The service without an address, where the file has one that leaves the console's own origin; and the
/// place of the proxy that leads to it.
fn through_the_proxy(asked: &Asked) -> Vec<Lines> {
    let host = match asked.host() {
        Some(host) => host.to_owned(),
        None => host_to_name(asked),
    };
    let mut lines = Vec::new();
    let prefix = match asked.is_elsewhere() {
        true => {
            let line = service_line(asked, &host);
            lines.extend(in_services(asked, How::Instead, line));
            format!("{}{}", asked.base, usual_address(asked))
        }
        false => asked.address.replacen(&asked.origin, "", 1),
    };
    // Outside of it the proxy has more to be told than a place: who may come that way.
    if prefix.starts_with(&format!("{}api/", asked.base)) {
        lines.extend(places(&Route {
            calls: match (asked.iam, asked.service) {
                (Iam::Global, _) => Calls::OfTokens,
                (Iam::OfRegion, Service::Iam) => Calls::OfIam,
                (Iam::OfRegion, _) => Calls::OfService,
            },
            prefix,
            host,
        }));
    }
    lines
}

fn places(route: &Route) -> Vec<Lines> {
    let place = |file, text: &str| Lines {
        file,
        how: How::UnlessThere,
        text: from_the_margin(text),
    };
    let mut places = vec![place(File::NginxHttp, &nginx_upstream(&route.host))];
    if route.calls.has_tokens() {
        // Without it whoever tries passwords there is not slowed down.
        let calls = nginx_token_calls(&route.prefix);
        places.push(place(File::NginxTokenCalls, &calls));
    }
    places.push(place(File::NginxServer, &nginx_location(route)));
    // Before them it would be reached by what they refuse, behind the last answer by nothing.
    let location = from_the_margin(&caddy_location(route, ""));
    let behind = format!(
        "# Right behind \"route @dots {{ … }}\", with tls_trusted_ca_certs where the others have it.\n{location}"
    );
    places.push(place(File::CaddyServices, &behind));
    places
}

/// Without what stands before all lines of a block.
fn from_the_margin(block: &str) -> String {
    let block = block.trim_matches('\n');
    let margin = block.len() - block.trim_start().len();
    let lines: Vec<&str> = block
        .lines()
        .map(|line| line.get(margin..).unwrap_or_default())
        .collect();
    lines.join("\n")
}

/// Where the console sends what is for the service when the file does not say.
fn usual_address(asked: &Asked) -> String {
    match asked.place {
        Place::OwnOrigin => format!("api/{}", asked.key()),
        Place::Of(cloud, region) => {
            format!("api/{}/{}/{}", cloud.id, region.id, asked.key())
        }
    }
}

fn host_to_name(asked: &Asked) -> String {
    format!("<host of {}>", asked.key())
}

/// Hosts hold nothing that JSON escapes.
fn service_line(asked: &Asked, host: &str) -> String {
    let service = asked.key();
    format!("\"{service}\": {{ \"host\": \"{host}\" }}")
}

/// The services of the region in `config.json`, where there is one.
fn in_services(asked: &Asked, how: How, text: String) -> Option<Lines> {
    let Place::Of(cloud, region) = asked.place else {
        return None;
    };
    let file = File::Services {
        cloud: &cloud.id,
        region: region.id.as_str(),
    };
    Some(Lines { file, how, text })
}

/// A cloud that is known lacks what its preset lacks; of another one the file says what it has. A region
/// has IAM at least, so another service follows.
fn not_offered(asked: &Asked) -> Vec<Lines> {
    let line = format!("{},", service_line(asked, &host_to_name(asked)));
    match lacks_by_preset(asked) {
        true => Vec::new(),
        false => in_services(asked, How::First, line).into_iter().collect(),
    }
}

/// Whether it is not the file that says what a region lacks, but the preset that it names.
#[must_use]
pub fn lacks_by_preset(asked: &Asked) -> bool {
    asked.preset().is_some_and(|preset| lacks(preset, asked))
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
