//! What is wrong with a file, where, and what is expected there.

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place in the file, such as `clouds[0].regions[1].services.swr`; empty for the whole file.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The server does not hand it out, with this status.
    Refused(u16),
    /// No answer came, or half of one.
    NotLoaded,
    /// It is a web page: the server has answered with one in the file's place.
    WebPage,
    /// Nothing is in the file.
    NothingInFile,
    /// It is not in UTF-8 from this line on, counted from 1.
    NotUtf8 {
        /// The line.
        line: usize,
    },
    /// It is no JSON from this line and column on, both counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// Nobody reads this key; these are read here.
    UnknownKey(Vec<&'static str>),
    /// This key has to be here.
    Missing(&'static str),
    /// The value is of another kind than this one.
    NotOfKind(Kind),
    /// The value is no number without a fraction from 0 to this.
    NoWholeNumber(u16),
    /// The text is not of this form.
    NotOfForm(Form),
    /// The text is none of these.
    NoneOf(&'static [&'static str]),
    /// The text is empty, or has more characters than this.
    TextLength(usize),
    /// The list or object has nothing in it, and may be left out.
    Empty,
    /// The same, and it has to be here.
    EmptyNeeded,
    /// Another of the same name is there already.
    Repeated,
    /// The object has this key twice.
    RepeatedKey,
    /// A cloud of the same preset is there already, and neither ID nor name tells this one from it.
    RepeatedPreset,
    /// The same word is there already.
    Twice,
    /// The preset knows no such region, but these: its services are to be named.
    NotInPreset(&'static [&'static str]),
    /// Nobody can sign in, and there is no demo either.
    NothingOffered,
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotation marks.
    Text,
    /// `true` or `false`.
    Switch,
    /// A list in brackets.
    List,
    /// An object in braces.
    Object,
}

/// What a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A region, or the ID of a cloud: a segment of addresses.
    Segment,
    /// The ID of a project.
    ProjectId,
    /// The name of a server, with a port where it is another one than 443.
    Host,
    /// Where the console sends what is for a service.
    Address,
}
