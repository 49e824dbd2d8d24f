//! What the server itself answers. The key `proxy` tells these answers from those of every service.

/// Why the server hands nothing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The path is nobody's.
    NoService,
    /// The request is for another name.
    OtherHost,
    /// The method is none of the services'.
    Method,
    /// It does not come from the console.
    Stranger,
    /// The service sent the console elsewhere.
    Redirect,
}

impl Refusal {
    /// The body, in JSON.
    pub(crate) fn body(self) -> &'static str {
        match self {
            Self::NoService => server_places::NO_SERVICE,
            Self::OtherHost => r#"{"proxy":"This server answers under other names."}"#,
            Self::Method => r#"{"proxy":"This method is not handed on."}"#,
            Self::Stranger => r#"{"proxy":"Only what Image Console itself sends is handed on."}"#,
            Self::Redirect => {
                r#"{"proxy":"The service answers with a redirect, which is not followed."}"#
            }
        }
    }
}
