//! The fixed map: which path leads to which host.

use cloud_api::Service;
use config::{Config, Region, ServiceAddress};
use server_places::{Calls, Route};

use crate::mount::Mount;

/// Everything that leads out of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// Paths of the server itself, longer ones before those that they begin with.
    pub routes: Vec<Route>,
    /// Servers that the browser reaches by itself.
    pub others: Vec<String>,
}

/// Why there is no map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing tells a host.
    #[error("config.json names no cloud, so nobody knows where requests are to go")]
    NoCloud,
    /// One path would lead to two hosts.
    #[error(
        "two services share the address {0}, but not the host: give one of them another address"
    )]
    TwoHosts(String),
    /// The console would not be reached.
    #[error(
        "the address {0} leaves no room for the console at its mount point: give it another one"
    )]
    InTheWay(String),
}

/// The map of a console.
///
/// # Errors
/// What cannot be told apart by a path.
pub fn map(config: &Config, mount: &Mount) -> Result<Map, Problem> {
    let regions = config.clouds.iter().flat_map(|cloud| &cloud.regions);
    let mut map = Map {
        routes: Vec::new(),
        others: Vec::new(),
    };
    for (service, calls) in regions.flat_map(led) {
        match origin(&service.address) {
            Some(origin) if map.others.iter().any(|other| other == origin) => {}
            Some(origin) => map.others.push(origin.to_owned()),
            None => add(&mut map.routes, service, calls, mount)?,
        }
    }
    map.routes
        .sort_by_key(|route| std::cmp::Reverse(route.prefix.len()));
    match map.routes.is_empty() && map.others.is_empty() {
        true => Err(Problem::NoCloud),
        false => Ok(map),
    }
}

/// What of a region is led to, and which calls.
fn led(region: &Region) -> impl Iterator<Item = (&ServiceAddress, Calls)> {
    let services = region
        .services
        .iter()
        .map(|it| match it.service == Service::Iam {
            true => (it, Calls::OfIam),
            false => (it, Calls::OfService),
        });
    services.chain(region.global_iam.iter().map(|it| (it, Calls::OfTokens)))
}

fn add(
    routes: &mut Vec<Route>,
    service: &ServiceAddress,
    calls: Calls,
    mount: &Mount,
) -> Result<(), Problem> {
    let prefix = match service.address.starts_with('/') {
        true => service.address.clone(),
        false => format!("{mount}{}", service.address),
    };
    if mount.to_string().starts_with(&format!("{prefix}/")) {
        return Err(Problem::InTheWay(prefix));
    }
    let host = service.signed_host().to_owned();
    match routes.iter_mut().find(|route| route.prefix == prefix) {
        Some(route) if route.host == host => route.calls = route.calls.and(calls),
        Some(_) => return Err(Problem::TwoHosts(prefix)),
        None => routes.push(Route {
            prefix,
            host,
            calls,
        }),
    }
    Ok(())
}

/// Scheme and host of a whole address; `None` for a path.
fn origin(address: &str) -> Option<&str> {
    let host_at = address.find("://")? + "://".len();
    let length = address[host_at..].find('/');
    Some(length.map_or(address, |length| &address[..host_at + length]))
}
