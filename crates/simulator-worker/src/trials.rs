//! What was tried, as the cloud shows it. What was done once stays done, also when it is taken back.

use std::collections::BTreeSet;

use demo::{Asked, Trial};
use simulator::{Holding, Holdings};

/// What was tried since the cloud began.
#[derive(Debug)]
pub struct Trials {
    beginning: Holdings,
    /// What there is less of than at the beginning, or was.
    fallen: BTreeSet<(Holding, String)>,
    done: Vec<Trial>,
    /// Whether an answer has told of a copy that failed.
    has_told_failed: bool,
    /// How many of them the journal tells.
    told: usize,
    /// Whether the cloud was looked at since what the journal has was done again.
    is_looked: bool,
}

impl Trials {
    /// Nothing yet, in a cloud that holds this at its beginning.
    pub fn begin(beginning: Holdings) -> Self {
        Self {
            beginning,
            fallen: BTreeSet::new(),
            done: Vec::new(),
            has_told_failed: false,
            told: 0,
            is_looked: true,
        }
    }

    /// What was done.
    pub fn done(&self) -> &[Trial] {
        &self.done
    }

    /// What was done that the journal does not tell; it is told from now on.
    pub fn untold(&mut self) -> Vec<Trial> {
        let untold = self.done.get(self.told..).unwrap_or_default().to_vec();
        self.told = self.done.len();
        untold
    }

    /// Notes what the journal tells. To look at the cloud after each of its entries would take longer than all of them.
    pub fn do_again(&mut self, tried: &[Trial]) {
        for trial in tried {
            self.note(*trial);
        }
        self.told = self.done.len();
        self.is_looked = false;
    }

    /// Whether what the cloud holds is known from the last look.
    pub fn is_looked(&self) -> bool {
        self.is_looked
    }

    fn is_open(&self, trial: Trial) -> bool {
        !self.done.contains(&trial)
    }

    /// Looks at what the cloud holds now.
    pub fn look(&mut self, now: &Holdings) {
        self.is_looked = true;
        let mut seen = Vec::new();
        for (what, before) in &self.beginning {
            let left = now.get(what).copied().unwrap_or_default();
            let is_less = left < *before;
            if !is_less && self.fallen.contains(what) {
                seen.push(Trial::Undo);
            }
            if is_less {
                self.fallen.insert(what.clone());
            }
            let done = match what.0 {
                Holding::SyncTasks if left == 0 => Trial::StopCopies,
                Holding::Grants if is_less => Trial::TakeAccess,
                Holding::Policies if left == 0 => Trial::FreeRegistry,
                Holding::Recipients if left == 0 => Trial::StopSharing,
                _ => continue,
            };
            seen.push(done);
        }
        for trial in seen {
            self.note(trial);
        }
    }

    /// Notes whether an answer tells of a copy that failed.
    pub fn hear(&mut self, asked: &Asked, body: &[u8]) {
        const FAILED: &[u8] = br#""status":"failed""#;
        self.has_told_failed |= asked.path.ends_with("/sync_job")
            && body.windows(FAILED.len()).any(|part| part == FAILED);
    }

    /// Somebody looks at the copies that failed: whether that finds one for the first time.
    pub fn see_failed(&mut self) -> bool {
        let is_first = self.has_told_failed && self.is_open(Trial::FindFailed);
        if is_first {
            self.note(Trial::FindFailed);
        }
        is_first
    }

    fn note(&mut self, trial: Trial) {
        if self.is_open(trial) {
            self.done.push(trial);
        }
    }
}
