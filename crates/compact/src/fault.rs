//! Why a program stays as it is.

/// Why a program stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It does not begin as a module does.
    #[error("this is no WebAssembly module")]
    NoModule,
    /// It ends before what it says is there.
    #[error("the module ends in the middle")]
    Ends,
    /// Nobody here knows such a thing.
    #[error("the module has {what} of kind {kind}, which is not known here")]
    Unknown {
        /// What it is.
        what: &'static str,
        /// Its number.
        kind: u32,
    },
    /// A table that is not empty at first: its empty places say something then.
    #[error("a table of the module is not its own or is not empty at first")]
    Table,
    /// The program asks for what the script does not hand it.
    #[error("the script hands the program no {0}")]
    NotHanded(String),
}
