//! A change as the journal has it: what was asked, by whom and when, and no credential.

use cloud_api::Timestamp;
use demo::{Asked, Reader, Trial, Writer};
use serde_json::Value;
use simulator::{Caller, Scope};

/// Headers that let somebody in.
const CREDENTIALS: [&str; 5] = [
    "Authorization",
    "X-Auth-Token",
    "X-Sdk-Date",
    "X-Security-Token",
    "X-Subject-Token",
];

/// Where credentials stand in bodies.
const SIGNING_IN: &str = "/v3/auth/";

/// Where a body holds what lets a registry in: typed by a person, and told by no answer of the cloud.
const SECRET: &str = "/credential/access_secret";

/// What stands in its place: the cloud wants some text there.
const UNTOLD: &str = "-";

/// A change that was made.
#[derive(Debug)]
pub struct Entry {
    pub caller: Caller,
    pub now: Timestamp,
    /// What was seen to be tried since the entry before.
    pub tried: Vec<Trial>,
    pub asked: Asked,
}

/// Whether a request may change something that is kept. Bodies of sign-ins hold passwords.
pub fn may_change(asked: &Asked) -> bool {
    asked.method != "GET" && !asked.path.contains(SIGNING_IN)
}

impl Entry {
    /// What somebody asked, without what let them in.
    pub fn of(asked: &Asked, caller: Caller, now: Timestamp, tried: Vec<Trial>) -> Self {
        let mut asked = asked.clone();
        asked.headers.retain(|(name, _)| {
            let mut credentials = CREDENTIALS.iter();
            !credentials.any(|credential| name.eq_ignore_ascii_case(credential))
        });
        if let Some(body) = without_secret(&asked.body) {
            asked.body = body;
        }
        Self {
            caller,
            now,
            tried,
            asked,
        }
    }

    /// As bytes.
    pub fn written(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.number(self.now.milliseconds().cast_unsigned());
        writer.bytes(self.caller.user_id.as_bytes());
        writer.byte(match self.caller.scope {
            Scope::Main => 0,
            Scope::Sub => 1,
            Scope::Account => 2,
        });
        writer.bytes(&Trial::written(&self.tried));
        self.asked.write(&mut writer);
        writer.written()
    }

    /// Of bytes; `None` where they are not of one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::of(bytes);
        let now = Timestamp::from_milliseconds(reader.number()?.cast_signed());
        let user_id = reader.text()?;
        let scope = match reader.byte()? {
            0 => Scope::Main,
            1 => Scope::Sub,
            2 => Scope::Account,
            _ => return None,
        };
        let tried = Trial::read(&reader.bytes()?);
        let asked = Asked::read_last(reader)?;
        Some(Self {
            caller: Caller { user_id, scope },
            now,
            tried,
            asked,
        })
    }
}

/// A body that holds a secret, without it; `None` for one that holds none.
fn without_secret(body: &[u8]) -> Option<Vec<u8>> {
    let mut body: Value = serde_json::from_slice(body).ok()?;
    let secret = body.pointer_mut(SECRET)?;
    *secret = UNTOLD.into();
    Some(body.to_string().into_bytes())
}
