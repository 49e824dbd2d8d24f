//! What an address and a host may look like.

/// Whether requests can be sent below it: a path from the root of the console's own origin, or a whole
/// address. Tokens go to a whole one, so it is encrypted or on this machine.
pub fn is_address(text: &str) -> bool {
    let is_local = |host: &str| {
        let name = host.split(':').next().unwrap_or_default();
        matches!(name, "localhost" | "127.0.0.1")
    };
    let path = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => match split(rest) {
            (host, path) if is_host(host) => path,
            _ => return false,
        },
        (None, Some(rest)) => match split(rest) {
            (host, path) if is_host(host) && is_local(host) => path,
            _ => return false,
        },
        (None, None) if text.is_empty() => return false,
        (None, None) => text,
    };
    is_path(path)
}

/// The server that a whole address names, and the path on it; `None` for a path.
pub fn host_and_path_of(address: &str) -> Option<(&str, &str)> {
    let (_, rest) = address.split_once("://")?;
    Some(split(rest))
}

/// The host, and the path with the slash before it.
fn split(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find('/').unwrap_or(rest.len()))
}

/// Segments with a slash before each. What is asked for follows, so there is no slash at the end.
fn is_path(path: &str) -> bool {
    let is_segment = |segment: &str| {
        let is_of_names = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        !matches!(segment, "" | "." | "..") && segment.bytes().all(is_of_names)
    };
    match path.strip_prefix('/') {
        Some(segments) => segments.split('/').all(is_segment),
        None => path.is_empty(),
    }
}

/// Whether it names a server: lowercase letters, digits and `-` in parts joined by dots, and a port.
pub fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "443"));
    let is_part = |part: &str| {
        let is_of_names = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        !part.is_empty() && !part.starts_with('-') && part.bytes().all(is_of_names)
    };
    let is_port = !port.starts_with(['0', '+']) && port.parse::<u16>().is_ok();
    name.len() <= 253 && name.split('.').all(is_part) && is_port
}
