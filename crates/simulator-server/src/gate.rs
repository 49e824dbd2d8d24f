//! For whom the server answers: only under its own names, and never on another site's behalf. A page
//! from elsewhere may lead a browser to this machine under a name of its own, or let it post here.

use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode, Uri, header};

use crate::site::plain;

/// The names under which the server answers.
pub struct Gate {
    listen: IpAddr,
    names: Vec<String>,
}

impl Gate {
    /// The loopback names, the address that is listened on, and names of the person's choice.
    pub fn new(listen: SocketAddr, names: Vec<String>) -> Self {
        let listen = listen.ip();
        Self { listen, names }
    }

    /// The refusal of a request that names another host, or none.
    pub fn wrong_host(&self, uri: &Uri, headers: &HeaderMap) -> Option<Response<Body>> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let is_named = match (hosts.next().map(|host| host.to_str()), hosts.next()) {
            (Some(Ok(host)), None) => self.is_own(host),
            (None | Some(Err(_)), _) | (_, Some(_)) => false,
        };
        let is_asked = uri.authority().is_none_or(|it| self.is_own(it.as_str()));
        let words = "This server answers under other names; --host adds one";
        (!is_named || !is_asked).then(|| plain(StatusCode::MISDIRECTED_REQUEST, words))
    }

    /// Whether a host, with or without a port, is one of ours.
    fn is_own(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            Some(_) | None => host,
        };
        let bare = name
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'));
        match bare.unwrap_or(name).parse::<IpAddr>() {
            Ok(address) => address.is_loopback() || address == self.listen || self.has(name),
            Err(_) => name.eq_ignore_ascii_case("localhost") || self.has(name),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|own| own.eq_ignore_ascii_case(name))
    }
}

/// The refusal of a request to the cloud that a page of another origin has made, or none. Browsers say
/// so in `Sec-Fetch-Site`, older ones in `Origin` alone.
pub fn foreign(headers: &HeaderMap) -> Option<Response<Body>> {
    let text = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    let is_foreign = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let origin = origin.split_once("://").map(|(_, host)| host);
            origin.is_none() || origin != text("host")
        }
        (None, None) => false,
    };
    is_foreign.then(|| plain(StatusCode::FORBIDDEN, "Not for pages of other origins"))
}
