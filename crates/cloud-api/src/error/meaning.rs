//! What a refusal means, told from status and code.

/// What a refusal means for the person. The codes are those of reference §4 and examples §1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// What the request names is not there (any more).
    AlreadyGone,
    /// What the request creates is there already.
    AlreadyThere,
    /// Something still depends on it, or is in it.
    InUse,
    /// The account has as many as it may have.
    QuotaReached,
    /// The caller may not.
    NoRight,
    /// The token or key is not accepted: sign in again.
    SignInAgain,
    /// Too many requests: wait.
    Throttled,
    /// The gateway knows no such path: usually a wrong address.
    WrongPath,
    /// The service finds fault with a value.
    Invalid,
    /// The proxy or gateway could not reach the service (502, 503, 504).
    ServiceDown,
    /// Anything else.
    Other,
}

impl Meaning {
    /// Codes are decisive where the status misleads: SWR throttles with 403, SWR and HSS say "already
    /// gone" with 400, and HSS denies access with 400 or 403 (examples §5.5).
    pub(super) fn of(status: u16, code: &str) -> Self {
        match code {
            "APIGW.0101" | "APIG.0101" => return Self::WrongPath,
            "APIGW.0308" | "IAM.0012" | "SVCSTG.SWR.4031032" | "SVCSTG.SWR.4031042" => {
                return Self::Throttled;
            }
            "SVCSTG.SWR.4001158" | "SVCSTG.SWR.4000306" | "SVCSTG.SWR.4001090" | "HSS.1005"
            | "HSS.1019" => {
                return Self::AlreadyGone;
            }
            "SVCSTG.SWR.4011064" | "00000010" => return Self::NoRight,
            "SVCSTG.SWR.4000097" => return Self::QuotaReached,
            "HSS.0001" => return Self::Invalid,
            "SVCSTG.SWR.4090023" => return Self::Throttled,
            _ => {}
        }
        match status {
            400 | 405 | 413 | 422 => Self::Invalid,
            401 => Self::SignInAgain,
            403 => Self::NoRight,
            // A service always sends a code: without one it was a server on the way that spoke, and
            // nothing is known of the object.
            404 | 410 if code.is_empty() => Self::WrongPath,
            404 | 410 => Self::AlreadyGone,
            406 | 412 => Self::InUse,
            409 => Self::AlreadyThere,
            429 => Self::Throttled,
            502..=504 => Self::ServiceDown,
            _ => Self::Other,
        }
    }
}
