//! What hosts of static files are told: the headers of the files, and that every address is a page.

use crate::headers::{self, KEPT};
use server_places::each;

/// The most rules that a host reads (Cloudflare: 100).
const MOST_RULES: usize = 100;

/// There are more files than a host has rules for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} files have a hash in their names, and hosts read 100 rules: group them in _headers")]
pub struct TooManyRules(usize);

/// The file `_headers`, which Netlify and Cloudflare read. Each file with a hash of its content in its name has a rule of
/// its own: a rule with a wildcard would also have browsers keep for a year what a host answers in the place of a file that
/// is missing. For the others these hosts ask each time by themselves.
///
/// # Errors
/// Where there are more files than the hosts have rules for.
pub fn headers_file<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<String, TooManyRules> {
    let hashed: Vec<&str> = names.into_iter().filter(|name| is_hashed(name)).collect();
    if hashed.len() + 1 > MOST_RULES {
        return Err(TooManyRules(hashed.len()));
    }
    let everywhere = each(headers::of_page(&[]), |(name, value)| {
        format!("  {name}: {value}\n")
    });
    let kept = each(hashed, |name| format!("/{name}\n  Cache-Control: {KEPT}\n"));
    Ok(format!(
        "{}/*\n{everywhere}{kept}",
        include_str!("headers_file.txt")
    ))
}

/// The file `_redirects`, which Netlify and GitLab read: what is no file is a page, on Netlify but for the paths of services.
#[must_use]
pub fn redirects_file() -> &'static str {
    include_str!("redirects_file.txt")
}

/// Digits that a hash of the content has at least: of its 16 trunk leaves out zeros at the beginning.
const DIGITS: usize = 12;

/// Whether a name has the digits of a hash of the content in it, as the configurations of nginx and Caddy tell it too.
#[must_use]
pub fn is_hashed(name: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let is_program = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ["css", "js", "json", "wasm"].contains(&ending));
    let mut parts = name.split('-').skip(1);
    is_program
        && !name.contains('/')
        && parts.any(|part| part.len() >= DIGITS && part.bytes().take(DIGITS).all(is_digit))
}
