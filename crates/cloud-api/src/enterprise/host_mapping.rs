//! The addresses of hosts that no name server knows.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::registry_url::is_host;

/// At least one host, each with its address. Open-source Harbor cannot be reached without
/// (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(
    try_from = "BTreeMap<String, String>",
    into = "BTreeMap<String, String>"
)]
pub struct HostMapping(BTreeMap<String, String>);

/// Why hosts cannot be mapped to addresses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HostMappingError {
    /// There is none.
    #[error("at least one host is needed")]
    Empty,
    /// A line has something else than a host and its address.
    #[error("line {line}: {text:?} is not a host and its address")]
    Line {
        /// Which, counted from 1.
        line: usize,
        /// What stands there; untrusted text.
        text: String,
    },
    /// The same host stands there twice.
    #[error("line {line}: the host {host:?} is there already")]
    Twice {
        /// Which, counted from 1.
        line: usize,
        /// The host; untrusted text.
        host: String,
    },
}

impl HostMapping {
    /// Reads what a person has typed: a host and its IP address a line, parted by spaces or `=`. The other
    /// way round, as in a file of hosts, is understood as well.
    ///
    /// # Errors
    /// The first line that says something else.
    pub fn typed(text: &str) -> Result<Self, HostMappingError> {
        let mut hosts = BTreeMap::new();
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let (host, address) = pair(text).ok_or_else(|| HostMappingError::Line {
                line,
                text: text.to_owned(),
            })?;
            let host = host.to_ascii_lowercase();
            if hosts.contains_key(&host) {
                return Err(HostMappingError::Twice { line, host });
            }
            hosts.insert(host, address.to_owned());
        }
        Self::try_from(hosts)
    }

    /// Reads what a service has listed, in the lines in which [`RegistrySetting::Hosts`] tells it; `None` for
    /// what no request can carry.
    ///
    /// [`RegistrySetting::Hosts`]: super::RegistrySetting::Hosts
    #[must_use]
    pub fn listed(lines: &str) -> Option<Self> {
        let pair = |line: &str| {
            let (host, address) = line.rsplit_once(' ')?;
            Some((host.to_owned(), address.to_owned()))
        };
        let hosts: Option<BTreeMap<String, String>> = lines.lines().map(pair).collect();
        Self::try_from(hosts?).ok()
    }

    /// The hosts with their addresses, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let hosts = self.0.iter();
        hosts.map(|(host, address)| (host.as_str(), address.as_str()))
    }

    pub(super) fn hosts(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}

fn pair(text: &str) -> Option<(&str, &str)> {
    let mut parts = text.split(|it: char| it.is_whitespace() || it == '=');
    let mut parts = parts.by_ref().filter(|part| !part.is_empty());
    let (one, other) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let is_address = |text: &str| text.parse::<IpAddr>().is_ok();
    match (is_address(one), is_address(other)) {
        (false, true) if is_host(one) => Some((one, other)),
        (true, false) if is_host(other) => Some((other, one)),
        _ => None,
    }
}

impl TryFrom<BTreeMap<String, String>> for HostMapping {
    type Error = HostMappingError;

    /// Takes what a service has listed or a record keeps.
    fn try_from(hosts: BTreeMap<String, String>) -> Result<Self, HostMappingError> {
        let is_odd = |(host, address): &(&String, &String)| host.is_empty() || address.is_empty();
        match hosts.iter().find(is_odd) {
            _ if hosts.is_empty() => Err(HostMappingError::Empty),
            Some((host, address)) => Err(HostMappingError::Line {
                line: 1,
                text: format!("{host} {address}"),
            }),
            None => Ok(Self(hosts)),
        }
    }
}

impl From<HostMapping> for BTreeMap<String, String> {
    fn from(mapping: HostMapping) -> Self {
        mapping.0
    }
}
