//! What a server before the console is set up with, written from `config.json`: where the console sends
//! what is for a service, and which host that is, is told there alone.
//!
//! The server is a fixed map, never a relay: one location for each service of a region, with its host in
//! letters. Nothing in a request chooses where it goes.

mod caddy;
mod folder;
mod headers;
mod mount;
mod nginx;
mod refusal;
mod route;
mod static_host;

pub use caddy::caddy;
pub use folder::Folder;
pub use headers::{ASKED_FOR, OF_ANSWERS, OF_REQUESTS, PAGE, of_page, policy};
pub use mount::Mount;
pub use nginx::nginx;
pub use route::{Map, Problem, map};
pub use server_places::{Calls, Route};
pub use static_host::{TooManyRules, headers_file, is_hashed, redirects_file};

use std::net::SocketAddr;

/// What is told apart from `config.json`.
#[derive(Clone, Debug)]
pub struct Server {
    /// Where the built console lies.
    pub site: Folder,
    /// Where it is mounted.
    pub mount: Mount,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The names under which it answers, at least one, without a port.
    pub names: Vec<String>,
    /// What it proves its name with; without it connections are not encrypted.
    pub certificate: Option<Certificate>,
    /// Whose certificates a cloud's host may have, where that is not the system's choice.
    pub trusted: Option<Folder>,
    /// Where it keeps what it writes, where the server is started for the console alone.
    pub alone: Option<Folder>,
}

/// The files of a certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The certificate, with those between it and the root.
    pub chain: Folder,
    /// Its key.
    pub key: Folder,
}
