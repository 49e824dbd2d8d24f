//! The cloud, and what of it is kept.

use cloud_api::Timestamp;
use demo::{Asked, Fate, Order, Person, Standing, Told, Trial};
use simulator::identities::{self, PEOPLE};
use simulator::{
    Caller, ImageSharing, Incoming, ReferringPolicies, Reply, Scope, Settings, Simulator,
};

use crate::entry::{Entry, may_change};
use crate::trials::Trials;

/// Changes that the journal may have: doing that many again takes a second.
pub const MOST_ENTRIES: usize = 2_000;
/// Bytes that the journal may have.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Chance decides where a cloud is set up to fail now and then, and this one is not.
const NO_CHANCE: f64 = 1.0;

/// What a demo cloud begins with.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// Repositories of the largest organization.
    pub repositories: usize,
    /// When it begins.
    pub now: Timestamp,
    /// Drawn by chance, for its mark: clouds may begin at the same time.
    pub chance: u32,
    /// Whether there is a journal.
    pub standing: Standing,
}

/// The demo cloud.
pub struct DemoCloud {
    simulator: Simulator,
    trials: Trials,
    repositories: usize,
    start: Timestamp,
    chance: u32,
    standing: Standing,
    entries: usize,
    bytes: usize,
}

/// What becomes of a message.
#[derive(Debug)]
pub struct Outcome {
    /// Milliseconds to wait before the answer.
    pub after: u32,
    /// The answer, see [`Told::written`].
    pub told: Vec<u8>,
    /// What is to be done before it.
    pub then: Then,
}

/// What is to be done before an answer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// These bytes go to the end of the journal.
    Keep(Vec<u8>),
    /// Something is not in the journal: the cloud that is made of it has another mark than this one.
    MarkAnew,
    /// The journal is emptied, and the other tabs are told.
    BeginAnew,
}

impl DemoCloud {
    /// A cloud with its first data.
    #[must_use]
    pub fn begin(beginning: Beginning) -> Self {
        let Beginning {
            repositories,
            now,
            chance,
            standing,
        } = beginning;
        let mut simulator = Simulator::new(settings(repositories, now));
        Self {
            trials: Trials::begin(simulator.holdings(now)),
            simulator,
            repositories,
            start: now,
            chance,
            standing,
            entries: 0,
            bytes: 0,
        }
    }

    /// Does a change of the journal again. What cannot be read changes nothing.
    pub fn do_again(&mut self, entry: &[u8]) {
        self.entries += 1;
        self.bytes += entry.len();
        if let Some(Entry {
            caller,
            now,
            tried,
            asked,
        }) = Entry::read(entry)
        {
            self.simulator
                .handle_for(&caller, &incoming(asked), now, NO_CHANCE);
            self.trials.do_again(&tried);
        }
    }

    fn look(&mut self, now: Timestamp) {
        self.trials.look(&self.simulator.holdings(now));
    }

    /// Notes that the journal has not taken what it was given.
    pub fn is_not_kept(&mut self) {
        self.standing = Standing::NotKept;
    }

    /// What becomes of a request, see [`Asked::written`]; `None` where the bytes are not of one.
    pub fn answer(&mut self, asked: &[u8], now: Timestamp) -> Option<Outcome> {
        let asked = Asked::read(asked)?;
        if let Some(order) = Order::read(&asked) {
            return Some(self.carry_out(order, now));
        }
        if !self.trials.is_looked() && may_change(&asked) {
            // Whether something is given back is seen only by who saw it gone.
            self.look(now);
        }
        let incoming = incoming(asked.clone());
        let caller = self.simulator.caller(&incoming, now);
        let reply = self.simulator.handle(&incoming, now, NO_CHANCE);
        let told = told(&reply);
        let is_refused = told.fate == Fate::Answered && (400..500).contains(&told.status);
        self.trials.hear(&asked, &told.body);
        let caller = caller.filter(|_| !is_refused && may_change(&asked));
        let entry = caller.map(|caller| {
            self.look(now);
            Entry::of(&asked, caller, now, self.trials.untold())
        });
        Some(Outcome {
            after: reply.after.try_into().unwrap_or(u32::MAX),
            told: told.written(),
            then: entry.map_or(Then::Nothing, |entry| self.keep(&entry)),
        })
    }

    fn carry_out(&mut self, order: Order, now: Timestamp) -> Outcome {
        let (body, then) = match order {
            Order::SignIn(person) => {
                let token = self.simulator.give_token(&caller(person), now);
                (token.into_bytes(), Then::Nothing)
            }
            Order::TellMark => {
                let mark = format!("{}-{}", self.start.milliseconds(), self.chance);
                (mark.into_bytes(), Then::Nothing)
            }
            Order::TellStanding => (self.standing().name().as_bytes().to_vec(), Then::Nothing),
            Order::TellTrials => {
                self.look(now);
                (Trial::written(self.trials.done()), Then::Nothing)
            }
            Order::SeeFailed => {
                self.look(now);
                // What was found stays found after a reload.
                let found = self.trials.see_failed().then(|| {
                    let caller = caller(Person::Administrator);
                    Entry::of(&order.asked(), caller, now, self.trials.untold())
                });
                let then = found.map_or(Then::Nothing, |entry| self.keep(&entry));
                (Trial::written(self.trials.done()), then)
            }
            Order::StartAgain => {
                let standing = match self.standing {
                    Standing::Full => Standing::Kept,
                    standing => standing,
                };
                *self = Self::begin(Beginning {
                    repositories: self.repositories,
                    now,
                    chance: self.chance,
                    standing,
                });
                (Vec::new(), Then::BeginAnew)
            }
        };
        Outcome {
            after: 0,
            told: Told::answer(200, body).written(),
            then,
        }
    }

    /// A journal that is full is so before something does not fit.
    fn standing(&self) -> Standing {
        match self.standing {
            Standing::Kept if self.entries >= MOST_ENTRIES => Standing::Full,
            standing => standing,
        }
    }

    /// What is done again is done in order: once something did not fit, nothing behind it is kept.
    fn keep(&mut self, entry: &Entry) -> Then {
        if self.standing != Standing::Kept {
            return Then::Nothing;
        }
        let entry = entry.written();
        if self.entries >= MOST_ENTRIES || self.bytes + entry.len() > MOST_BYTES {
            self.standing = Standing::Full;
            return Then::MarkAnew;
        }
        self.entries += 1;
        self.bytes += entry.len();
        Then::Keep(entry)
    }
}

fn settings(repositories: usize, now: Timestamp) -> Settings {
    Settings {
        repositories,
        seed: 1,
        chaos: 0.0,
        control: false,
        without: Vec::new(),
        image_sharing: ImageSharing::HuaweiCloud,
        referring_policies: ReferringPolicies::Refuse,
        start_milliseconds: now.milliseconds(),
    }
}

fn caller(person: Person) -> Caller {
    let person = match person {
        Person::Administrator => PEOPLE[0],
        Person::Editor => PEOPLE[1],
        Person::Reader => PEOPLE[2],
        Person::Recipient => identities::PAULA,
    };
    Caller {
        user_id: person.id.to_owned(),
        scope: Scope::Main,
    }
}

fn incoming(asked: Asked) -> Incoming {
    Incoming {
        method: asked.method,
        path: asked.path,
        query: asked.query,
        headers: asked.headers,
        body: asked.body,
    }
}

fn told(reply: &Reply) -> Told {
    let (fate, response) = match &reply.fate {
        simulator::Fate::Answer(response) => (Fate::Answered, response),
        simulator::Fate::Truncate(response) => (Fate::BrokenOff, response),
        simulator::Fate::Drop => {
            return Told {
                fate: Fate::Dropped,
                ..Told::answer(0, Vec::new())
            };
        }
    };
    Told {
        fate,
        status: response.status,
        headers: response.headers.clone(),
        body: response.body.clone(),
    }
}
