//! Where a target registry is.

use super::target_registry::RegistryType;
use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::{CharacterRule, TextError};

ruled_text!(
    /// The address of a registry, such as `https://harbor.example.com`: `http` or `https`, a host with or
    /// without a port, no name or password, no query, nothing but visible ASCII.
    RegistryUrl,
    check_url
);

/// Why a text is no address of a registry of its type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegistryUrlError {
    /// A character that no address has, or nothing at all.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It begins with neither `https://` nor `http://`.
    #[error("an address begins with https:// or http://")]
    Scheme,
    /// There is no host, or one that is none.
    #[error("an address names a host")]
    Host,
    /// It is where the shared edition's API is, not its images (corrections §5).
    #[error("the API's host holds no images; their host begins with swr.")]
    ApiHost,
}

impl RegistryUrl {
    /// Reads what a person has typed for a registry of this type. A slash at the end goes.
    ///
    /// # Errors
    /// Why it is none there.
    pub fn typed(registry_type: RegistryType, text: &str) -> Result<Self, RegistryUrlError> {
        let text = text.trim();
        check_text(text)?;
        let rest = rest_of(text).ok_or(RegistryUrlError::Scheme)?;
        let host = host_of(rest).ok_or(RegistryUrlError::Host)?;
        if registry_type == RegistryType::Shared && host.starts_with("swr-api.") {
            return Err(RegistryUrlError::ApiHost);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// The host, without its port.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = rest_of(&self.0).and_then(host_of);
        host.unwrap_or_default()
    }
}

/// What follows the scheme.
fn rest_of(text: &str) -> Option<&str> {
    let is = |scheme: &str| {
        text.get(..scheme.len())?
            .eq_ignore_ascii_case(scheme)
            .then_some(scheme.len())
    };
    let length = is("https://").or_else(|| is("http://"))?;
    text.get(length..)
}

/// The host at the beginning of what follows the scheme, where it is one: a name or an IPv4 address, or an
/// IPv6 address in brackets.
fn host_of(rest: &str) -> Option<&str> {
    let authority = rest.split('/').next()?;
    let (host, port) = match authority
        .strip_prefix('[')
        .and_then(|it| it.split_once(']'))
    {
        Some((_, "")) => (authority, None),
        Some((inner, port)) => (
            authority.get(..inner.len() + 2)?,
            Some(port.strip_prefix(':')?),
        ),
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0);
    (is_host(host) && port.is_none_or(is_port)).then_some(host)
}

pub(super) fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        let is_address = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.' | b']');
        return inner.len() > 3 && inner.bytes().all(is_address);
    }
    let is_label = |label: &str| {
        let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        !label.is_empty()
            && label.bytes().all(is_inside)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

fn check_text(text: &str) -> Result<(), TextError> {
    check_length(text, 2_048)?;
    // What ends a host or hides one before it has no place here.
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        character.is_ascii_graphic()
            && !matches!(
                character,
                '"' | '<' | '>' | '\\' | '@' | '?' | '#' | '`' | '{' | '}' | '|' | '^'
            )
    })
}

fn check_url(text: &str) -> Result<(), TextError> {
    check_text(text)?;
    let is_url = rest_of(text).and_then(host_of).is_some();
    check_characters(text, CharacterRule::NotAllowed, |_, _| is_url)
}
