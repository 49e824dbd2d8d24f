//! What a refusal can mean for a person.

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
    /// The service does not accept the token although IAM does: it is for another service, region or
    /// project. No answer says so by itself; whoever has asked IAM does.
    NotForHere,
    /// Too many requests: wait.
    Throttled,
    /// The request came without its token or key: a server on the way has dropped it.
    CredentialLost,
    /// The gateway or the service knows no such path: usually a wrong address.
    WrongPath,
    /// Not the service has answered but something on the way, so nothing is known of what was asked.
    NotTheService,
    /// The service finds fault with a value.
    Invalid,
    /// The proxy or gateway could not reach the service (502, 503, 504).
    ServiceDown,
    /// Anything else.
    Other,
}
