//! What happens between the press on a dialog's button and the sending: one look at how things stand
//! now, a comparison with what was shown, a plan.

use cloud_api::ApiError;

/// What the look before sending has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Everything is as it was shown.
    Same,
    /// Something is not as it was shown.
    Changed,
    /// It could not be read.
    NotRead(ApiError),
}

impl Found {
    /// Compares what was shown with what is there now.
    #[must_use]
    pub fn compare<S: PartialEq>(shown: &S, found: Result<&S, ApiError>) -> Self {
        match found {
            Ok(found) if found == shown => Self::Same,
            Ok(_) => Self::Changed,
            Err(error) => Self::NotRead(error),
        }
    }
}

/// What a decision rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestsOn {
    /// On what the person saw: when that has changed they look again.
    WhatWasShown,
    /// On what is found: the plan is made of it, whatever was shown. Nothing is planned unread.
    WhatIsFound,
    /// On what is found, where it can be read: otherwise the service judges.
    WhatIsFoundIfRead,
}

/// When the dialog closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closes {
    /// As soon as the writes are on their way.
    AtOnce,
    /// When the service has taken them: a refusal stands where it belongs.
    WhenTaken,
}

/// Something that happened to a dialog before a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreflightEvent {
    /// The person wants it, and nothing is missing in the fields.
    Pressed,
    /// What came of a [`PreflightCommand::Look`].
    Looked(Found),
    /// What came of a [`PreflightCommand::Plan`]: the writes are on their way.
    Sent,
    /// What came of a [`PreflightCommand::Plan`]: there is nothing to send, and the fields say why.
    NothingToSend,
    /// The service has taken what was sent, or it is followed elsewhere.
    Taken,
    /// The service has refused what was sent.
    Refused,
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreflightCommand {
    /// Read once more and report [`PreflightEvent::Looked`].
    Look,
    /// Plan from what was read, send, and report [`PreflightEvent::Sent`] or
    /// [`PreflightEvent::NothingToSend`].
    Plan,
    /// Close the dialog.
    Close,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreflightState {
    /// Nothing is under way.
    Open,
    /// It is being read once more.
    Looking,
    /// Writes are being planned.
    Planning,
    /// An answer is waited for.
    Waiting,
    /// The dialog has nothing more to do.
    Closed,
}

/// The look before sending. Changed by [`Preflight::handle`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preflight {
    rests_on: RestsOn,
    closes: Closes,
    state: PreflightState,
    has_changed: bool,
    not_read: Option<ApiError>,
}

impl Preflight {
    /// A dialog that was just opened.
    #[must_use]
    pub fn new(rests_on: RestsOn, closes: Closes) -> Self {
        Self {
            rests_on,
            closes,
            state: PreflightState::Open,
            has_changed: false,
            not_read: None,
        }
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> PreflightState {
        self.state
    }

    /// Whether the last look found something else than was shown, so that the person looks again.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }

    /// Why the last look told nothing and nothing was sent, if so.
    #[must_use]
    pub fn not_read(&self) -> Option<&ApiError> {
        self.not_read.as_ref()
    }

    /// Takes in what happened and says what to do next. What does not fit (a second press, a late
    /// answer) changes nothing.
    pub fn handle(&mut self, event: PreflightEvent) -> Option<PreflightCommand> {
        match (self.state, event) {
            (PreflightState::Open, PreflightEvent::Pressed) => {
                self.state = PreflightState::Looking;
                self.not_read = None;
                // Another change is told anew.
                self.has_changed = false;
                Some(PreflightCommand::Look)
            }
            (PreflightState::Looking, PreflightEvent::Looked(found)) => self.take(found),
            (PreflightState::Planning, PreflightEvent::Sent) => match self.closes {
                Closes::AtOnce => self.close(),
                Closes::WhenTaken => {
                    self.state = PreflightState::Waiting;
                    None
                }
            },
            (PreflightState::Planning, PreflightEvent::NothingToSend)
            | (PreflightState::Waiting, PreflightEvent::Refused) => {
                self.state = PreflightState::Open;
                None
            }
            (PreflightState::Waiting, PreflightEvent::Taken) => self.close(),
            _ => None,
        }
    }

    fn take(&mut self, found: Found) -> Option<PreflightCommand> {
        self.state = PreflightState::Open;
        match (found, self.rests_on) {
            (Found::Changed, RestsOn::WhatWasShown) => {
                self.has_changed = true;
                return None;
            }
            (Found::NotRead(error), RestsOn::WhatWasShown | RestsOn::WhatIsFound) => {
                self.not_read = Some(error);
                return None;
            }
            (Found::Same, _)
            | (Found::Changed, RestsOn::WhatIsFound | RestsOn::WhatIsFoundIfRead)
            | (Found::NotRead(_), RestsOn::WhatIsFoundIfRead) => {}
        }
        self.state = PreflightState::Planning;
        Some(PreflightCommand::Plan)
    }

    fn close(&mut self) -> Option<PreflightCommand> {
        self.state = PreflightState::Closed;
        Some(PreflightCommand::Close)
    }
}
