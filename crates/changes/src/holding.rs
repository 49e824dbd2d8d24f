//! Which tab goes on with a change: of the tabs of one person one alone sends and reads back, as long as
//! anything is to be sent or read. The others show what it keeps.

use cloud_api::Timestamp;

use crate::{CallState, Change, Command, Event, Phase, Record, Step};

/// How a tab stands with a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holding {
    /// The tab does nothing about it.
    #[default]
    Free,
    /// The tab has asked for it, to do this then. Another one may be going on with it.
    Asked(Purpose),
    /// The tab goes on with it, and no other one does.
    Held,
    /// Its scope was left: the tab only waits for the answers to what it has sent.
    Leaving,
}

/// What a tab asks for a change for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To send it: the person has confirmed it here.
    Send,
    /// To send what is left of it: the person wants that here.
    Retry,
    /// To read back what another tab has left.
    GoOn,
    /// To read back what this tab could not read, for there is a credential again.
    ReadAgain,
}

/// Something that happened to a tab's copy of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabEvent {
    /// Something that concerns the change.
    Change(Event),
    /// This was found where changes are kept.
    Found(Box<Record>),
    /// The tab has it, and this was found where changes are kept, if anything.
    Granted(Option<Box<Record>>),
    /// Another tab has taken it.
    Lost,
    /// The person at the screen is another, or nobody, or somewhere else.
    Left,
}

/// What a tab has to do now, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabCommand {
    /// Ask for the change, and report [`TabEvent::Granted`].
    Ask,
    /// Give it back, or do not ask for it any more.
    GiveBack,
    /// The copy is what another tab has kept: nobody has confirmed here what is left of it.
    TakeIn,
    /// What the change asks for.
    CarryOut(Command),
}

impl Holding {
    /// Whether another tab may be going on with it: here it is only shown.
    #[must_use]
    pub fn is_others(self) -> bool {
        matches!(self, Self::Asked(Purpose::GoOn | Purpose::ReadAgain))
    }

    /// Takes in what happened and says what to do next. What comes of a request of a tab that does not
    /// hold the change any more changes nothing: whoever goes on reads it back.
    pub fn handle(
        &mut self,
        record: &mut Record,
        event: TabEvent,
        now: Timestamp,
    ) -> Vec<TabCommand> {
        let mut commands = Vec::new();
        match (event, *self) {
            (TabEvent::Change(event), Self::Held | Self::Leaving) => {
                if event == Event::SignedIn {
                    *self = Self::Held;
                }
                carry(record, event, now, &mut commands);
            }
            (TabEvent::Change(event), Self::Free) => {
                if let Some(purpose) = purpose_of(&event, &record.change) {
                    *self = Self::Asked(purpose);
                    commands.push(TabCommand::Ask);
                }
            }
            (
                TabEvent::Found(found),
                Self::Free | Self::Asked(Purpose::GoOn | Purpose::ReadAgain),
            ) => {
                take_in(record, *found, &mut commands);
                if *self == Self::Free && !record.change.is_settled() {
                    *self = Self::Asked(Purpose::GoOn);
                    commands.push(TabCommand::Ask);
                }
            }
            (TabEvent::Granted(found), Self::Asked(purpose)) => {
                *self = Self::Held;
                let is_as_shown = found.as_ref().is_none_or(|found| **found == *record);
                if let Some(found) = found.filter(|_| purpose != Purpose::Send) {
                    take_in(record, *found, &mut commands);
                }
                for event in begins_with(purpose, is_as_shown, &record.change) {
                    carry(record, event, now, &mut commands);
                }
            }
            (TabEvent::Lost, Self::Held | Self::Leaving) => {
                *self = Self::Asked(Purpose::GoOn);
                commands.extend([TabCommand::GiveBack, TabCommand::Ask]);
            }
            (TabEvent::Left, Self::Held) => {
                *self = Self::Leaving;
                carry(record, Event::Stop, now, &mut commands);
            }
            (TabEvent::Left, Self::Asked(_)) => {
                *self = Self::Free;
                commands.push(TabCommand::GiveBack);
            }
            _ => {}
        }
        let is_over = match self {
            Self::Held => record.change.is_settled(),
            Self::Leaving => !is_in_flight(&record.change),
            Self::Free | Self::Asked(_) => false,
        };
        if is_over {
            *self = Self::Free;
            commands.push(TabCommand::GiveBack);
        }
        commands
    }
}

/// What a tab that does not have a change asks for it for.
fn purpose_of(event: &Event, change: &Change) -> Option<Purpose> {
    match event {
        Event::Confirmed => Some(Purpose::Send),
        Event::Retry => Some(Purpose::Retry),
        Event::SignedIn => waits_for_a_credential(change).then_some(Purpose::ReadAgain),
        // The others concern who has the change.
        _ => None,
    }
}

/// What happens to a change first when the tab gets it. What is not as the person has seen it is not
/// sent again; what another tab may have sent is read back.
fn begins_with(purpose: Purpose, is_as_shown: bool, change: &Change) -> Vec<Event> {
    match purpose {
        Purpose::Send => vec![Event::Confirmed],
        Purpose::Retry if is_as_shown => vec![Event::Retry],
        Purpose::ReadAgain if is_as_shown && is_at_rest(change) => vec![Event::SignedIn],
        Purpose::Retry | Purpose::ReadAgain | Purpose::GoOn if change.is_settled() => Vec::new(),
        Purpose::Retry | Purpose::ReadAgain | Purpose::GoOn => {
            vec![Event::Resumed, Event::SignedIn]
        }
    }
}

fn carry(record: &mut Record, event: Event, now: Timestamp, commands: &mut Vec<TabCommand>) {
    let next = record.change.handle(event, now).into_iter();
    commands.extend(next.map(TabCommand::CarryOut));
}

fn take_in(record: &mut Record, found: Record, commands: &mut Vec<TabCommand>) {
    if *record != found {
        *record = found;
        commands.push(TabCommand::TakeIn);
    }
}

/// Whether an answer is waited for.
fn is_in_flight(change: &Change) -> bool {
    let is_awaited = |state: &CallState| match state {
        CallState::Sent => true,
        CallState::Checking(check) => check.step == Step::Reading,
        _ => false,
    };
    let mut calls = change.calls().values();
    calls.any(|call| is_awaited(&call.state))
}

/// Whether it was stopped and no tab was about to send or to read something of it.
fn is_at_rest(change: &Change) -> bool {
    let rests = |state: &CallState| match state {
        CallState::Settled | CallState::Withdrawn => true,
        CallState::Checking(check) => check.step == Step::Held,
        _ => false,
    };
    let mut calls = change.calls().values();
    change.phase() == Phase::Halted && calls.all(|call| rests(&call.state))
}

fn waits_for_a_credential(change: &Change) -> bool {
    let mut calls = change.calls().values();
    let is_held =
        |state: &CallState| matches!(state, CallState::Checking(check) if check.step == Step::Held);
    !change.is_settled() || calls.any(|call| is_held(&call.state))
}
