//! When what is looked at is read again by itself, because something in it is under way.

use crate::schedule::{Sight, before_refresh};

/// What decides whether and when to read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Whether something of what was read last goes on.
    pub goes_on: bool,
    /// Whether it may be read now: somebody is signed in, nobody has paused it, and no reading is
    /// under way.
    pub may_read: bool,
    /// Whether somebody can see it.
    pub sight: Sight,
}

/// Tells one wait from the others, so that a wait that was given up rings in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm(u64);

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshEvent {
    /// What decides has changed, or is told for the first time.
    Changed(Watched),
    /// A [`RefreshCommand::Wait`] is over.
    Rang(Alarm),
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshCommand {
    /// Report [`RefreshEvent::Rang`] after so long.
    Wait {
        /// How long.
        milliseconds: i64,
        /// What to report.
        alarm: Alarm,
    },
    /// Read again.
    Read,
}

/// Decides when to read again: a while after each reading as long as something goes on, and once
/// more when nothing does any longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refresh {
    /// Readings since something began to go on.
    earlier: u32,
    /// The latest alarm; those before it are given up.
    alarm: Alarm,
    was_going_on: bool,
}

impl Default for Refresh {
    fn default() -> Self {
        Self {
            earlier: 0,
            alarm: Alarm(0),
            was_going_on: false,
        }
    }
}

impl Refresh {
    /// Takes in what happened and says what to do now, if anything.
    pub fn handle(&mut self, event: RefreshEvent) -> Option<RefreshCommand> {
        match event {
            RefreshEvent::Changed(watched) => {
                // Whatever was waited for before is waited for anew.
                self.alarm = Alarm(self.alarm.0.wrapping_add(1));
                self.look(watched)
            }
            RefreshEvent::Rang(alarm) => (alarm == self.alarm).then(|| {
                // An alarm rings once.
                self.alarm = Alarm(self.alarm.0.wrapping_add(1));
                self.earlier = self.earlier.saturating_add(1);
                RefreshCommand::Read
            }),
        }
    }

    fn look(&mut self, watched: Watched) -> Option<RefreshCommand> {
        if watched.goes_on {
            self.was_going_on = true;
            return watched.may_read.then(|| RefreshCommand::Wait {
                milliseconds: before_refresh(self.earlier, watched.sight),
                alarm: self.alarm,
            });
        }
        self.earlier = 0;
        // What is shown was read in parts; the last ones may be older than the end.
        let is_last_due = self.was_going_on && watched.may_read;
        if is_last_due {
            self.was_going_on = false;
        }
        is_last_due.then_some(RefreshCommand::Read)
    }
}
