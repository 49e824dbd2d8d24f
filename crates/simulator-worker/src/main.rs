//! What `worker.js` calls.

use cloud_api::Timestamp;
use demo::Standing;
use simulator_worker::{Beginning, DemoCloud, Then};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// The cloud of the worker.
#[wasm_bindgen]
pub struct Cloud(DemoCloud);

/// What becomes of a message.
#[wasm_bindgen]
pub struct Outcome(simulator_worker::Outcome);

fn time(milliseconds: f64) -> Timestamp {
    Timestamp::from_milliseconds(milliseconds as i64)
}

#[wasm_bindgen]
impl Cloud {
    /// A cloud with so many repositories in its largest organization, which begins at a time in milliseconds since
    /// 1970, has a number of its own, drawn by chance, and has a journal or none.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(repositories: u32, now: f64, chance: u32, has_journal: bool) -> Self {
        let standing = match has_journal {
            true => Standing::Kept,
            false => Standing::NotKept,
        };
        Self(DemoCloud::begin(Beginning {
            repositories: repositories as usize,
            now: time(now),
            chance,
            standing,
        }))
    }

    /// Does a change of the journal again.
    #[wasm_bindgen(js_name = doAgain)]
    pub fn do_again(&mut self, entry: &[u8]) {
        self.0.do_again(entry);
    }

    /// Notes that the journal has not taken what it was given.
    #[wasm_bindgen(js_name = isNotKept)]
    pub fn is_not_kept(&mut self) {
        self.0.is_not_kept();
    }

    /// What becomes of a message at a time.
    #[must_use]
    pub fn answer(&mut self, message: &[u8], now: f64) -> Option<Outcome> {
        let asked = demo::without_number(message);
        self.0.answer(asked, time(now)).map(Outcome)
    }
}

#[wasm_bindgen]
impl Outcome {
    /// Milliseconds to wait before the answer.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn after(&self) -> u32 {
        self.0.after
    }

    /// The answer to a message.
    #[must_use]
    pub fn told(&self, message: &[u8]) -> Vec<u8> {
        demo::numbered(demo::number_of(message).unwrap_or_default(), &self.0.told)
    }

    /// What goes to the end of the journal before, if anything.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn entry(&self) -> Option<Vec<u8>> {
        match &self.0.then {
            Then::Keep(entry) => Some(entry.clone()),
            Then::Nothing | Then::MarkAnew | Then::BeginAnew => None,
        }
    }

    /// Whether what is made of the journal is another cloud from now on.
    #[wasm_bindgen(getter, js_name = isMarkedAnew)]
    #[must_use]
    pub fn is_marked_anew(&self) -> bool {
        self.0.then == Then::MarkAnew
    }

    /// Whether the cloud has begun anew.
    #[wasm_bindgen(getter, js_name = hasBegunAnew)]
    #[must_use]
    pub fn has_begun_anew(&self) -> bool {
        self.0.then == Then::BeginAnew
    }
}
