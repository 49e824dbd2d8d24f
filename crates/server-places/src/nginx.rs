//! For nginx.

use crate::NO_SERVICE;
use crate::route::Route;
use crate::template::{fill, literal};

/// The group of servers that a host is, for the `http` block: one for each host, however many services it
/// has. A connection is given up before the service does that: a request on one that has just ended would
/// be lost.
#[must_use]
pub fn nginx_upstream(host: &str) -> String {
    let port = if host.contains(':') { "" } else { ":443" };
    format!(
        "upstream {} {{\n    server {host}{port};\n    keepalive 16;\n    keepalive_timeout 15s;\n}}\n",
        upstream(host)
    )
}

/// For the map of those calls of which one a second is let through: asking for tokens, whichever way the path is
/// written, and however many slashes it has.
#[must_use]
pub fn nginx_token_calls(prefix: &str) -> String {
    let prefix = literal(prefix);
    format!("\"~*^{prefix}/+v3/+auth/+tokens/*$\" $binary_remote_addr;")
}

/// For the map of the names that a request may be for, wherever in it that stands.
#[must_use]
pub fn nginx_asked(name: &str) -> String {
    format!("\"~^{}$\" 1;", literal(name))
}

/// For the map of the names that may stand in the header `Host`.
#[must_use]
pub fn nginx_named(name: &str) -> String {
    format!("\"~*^{}(?::[0-9]+)?$\" 1;", literal(name))
}

/// For the `server` block, beside those that are there.
#[must_use]
pub fn nginx_server_name(name: &str) -> String {
    format!("server_name {name};")
}

/// A name cannot have a port of its own.
fn upstream(host: &str) -> String {
    host.replace(':', "_")
}

/// For the `server` block. The path is handed on as it was written: `$`, `%24` and `%252F` are three
/// different things.
#[must_use]
pub fn nginx_location(route: &Route) -> String {
    let prefix = &route.prefix;
    fill(
        include_str!("nginx_location.conf"),
        &[
            ("prefix", prefix),
            ("prefix-regex", &literal(prefix)),
            ("paths", route.calls.paths()),
            ("no-service", NO_SERVICE),
            ("host", &route.host),
            ("name", route.name()),
            ("upstream", &upstream(&route.host)),
        ],
    )
}
