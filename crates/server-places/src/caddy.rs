//! For Caddy.

use crate::USER_AGENT;
use crate::route::Route;
use crate::template::{fill, literal};

/// For the block of the services. The path is matched and handed on as it was written: `$`, `%24` and
/// `%252F` are three different things. `trusted` is the line that names the certificates, if any.
#[must_use]
pub fn caddy_location(route: &Route, trusted: &str) -> String {
    fill(
        include_str!("caddy_location.conf"),
        &[
            ("prefix", &route.prefix),
            ("prefix-regex", &literal(&route.prefix)),
            ("paths", route.calls.paths()),
            ("host", &route.host),
            ("name", route.name()),
            ("port", route.port()),
            ("trusted", trusted),
            ("user-agent", USER_AGENT),
        ],
    )
}

/// For what tells requests under other names, beside those that are there. The numbers of an IPv6 address stand
/// there without their brackets.
#[must_use]
pub fn caddy_name(name: &str) -> String {
    format!("not host {}", name.trim_matches(['[', ']']))
}
