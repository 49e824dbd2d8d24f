//! SDK-HMAC-SHA256 request signing, in steps, so that any signer can take the last one.
//!
//! Nothing here reads a clock: the date is one of the headers to sign.

mod in_a_row;
mod outgoing;
mod skew;

use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use super::path::{canonical_query, escape};
use super::request::HeaderValue;
use super::secret::Secret;

pub use in_a_row::{InARow, Next, Sent, Taken};
pub use outgoing::{SignedAs, Unsigned};
pub use skew::{read_date, wrong_clock};

/// Name of the algorithm, first word of the `Authorization` header.
pub const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// What is signed.
#[derive(Clone, Debug)]
pub struct Signable<'a> {
    /// Upper-case method.
    pub method: &'a str,
    /// Path without the query; `$` and `%24` sign alike.
    pub path: &'a str,
    /// Query pairs, not escaped.
    pub query: Vec<(String, String)>,
    /// Headers to sign, at least `Host` and `X-Sdk-Date`; names with an underscore are left out.
    pub headers: Vec<(String, String)>,
    /// Body bytes as they are sent.
    pub body: &'a [u8],
}

impl Signable<'_> {
    /// The canonical form, six parts joined by line breaks.
    #[must_use]
    pub fn canonical_request(&self) -> String {
        let headers = self.sorted_headers();
        let header_lines: String = headers
            .iter()
            .map(|(name, value)| format!("{name}:{value}\n"))
            .collect();
        let query = self
            .query
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()));
        [
            self.method.to_owned(),
            canonical_path(self.path),
            canonical_query(query),
            header_lines,
            self.signed_headers(),
            self.payload_hash(&headers),
        ]
        .join("\n")
    }

    /// Lower-case names of the signed headers, sorted, joined by `;`.
    #[must_use]
    pub fn signed_headers(&self) -> String {
        let names: Vec<String> = self
            .sorted_headers()
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        names.join(";")
    }

    fn sorted_headers(&self) -> Vec<(String, String)> {
        let mut headers: Vec<(String, String)> = self
            .headers
            .iter()
            .filter(|(name, _)| !name.contains('_'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        headers.sort();
        headers
    }

    fn payload_hash(&self, headers: &[(String, String)]) -> String {
        let announced = headers
            .iter()
            .find(|(name, _)| name == "x-sdk-content-sha256");
        match announced {
            Some((_, value)) if !self.body.is_empty() => value.clone(),
            _ => hexadecimal(&Sha256::digest(self.body)),
        }
    }
}

/// Decoded, split at `/`, each segment escaped, and a `/` at the end that is never sent.
fn canonical_path(path: &str) -> String {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let segments: Vec<String> = decoded.split('/').map(escape).collect();
    let mut canonical = segments.join("/");
    if !canonical.ends_with('/') {
        canonical.push('/');
    }
    canonical
}

/// The text whose keyed hash is the signature. `date` is the value of `X-Sdk-Date`.
#[must_use]
pub fn string_to_sign(date: &str, canonical_request: &str) -> String {
    let hash = hexadecimal(&Sha256::digest(canonical_request.as_bytes()));
    format!("{ALGORITHM}\n{date}\n{hash}")
}

/// The signature: a keyed hash with the secret key's bytes; there is no key derivation.
#[must_use]
pub fn signature(secret_key: &Secret, string_to_sign: &str) -> String {
    // A key of any length is taken, so the error cannot occur; an empty signature would be refused.
    let Ok(mut keyed) = Hmac::<Sha256>::new_from_slice(secret_key.reveal().as_bytes()) else {
        return String::new();
    };
    keyed.update(string_to_sign.as_bytes());
    hexadecimal(&keyed.finalize().into_bytes())
}

/// The value of the `Authorization` header.
#[must_use]
pub fn authorization(access_key_id: &str, signed_headers: &str, signature: &str) -> HeaderValue {
    HeaderValue::Secret(Secret::new(format!(
        "{ALGORITHM} Access={access_key_id}, SignedHeaders={signed_headers}, Signature={signature}"
    )))
}

/// Bytes as lower-case digits, as signatures are sent.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
