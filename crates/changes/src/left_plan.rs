//! What is sent of what a change has left, and what is left alone: what is another thing by now than was
//! meant, and what makes no sense without it.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::Subject;

use crate::{Left, LeftAlone, LeftNow, PlannedWrite, Record};

/// What becomes of what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftPlan {
    /// The writes that are sent; those of a later stage wait for those of the earlier ones.
    pub stages: Vec<Vec<PlannedWrite>>,
    /// What is not sent although it is not as it was wanted, and why.
    pub left_alone: BTreeMap<Subject, LeftAlone>,
}

impl LeftPlan {
    /// Plans what is left as a look has found it.
    #[must_use]
    pub fn of(left: &[Left], now: &LeftNow) -> Self {
        let mut this = Self {
            stages: Vec::new(),
            left_alone: now.alone.clone(),
        };
        let mut in_order: Vec<&Left> = left.iter().collect();
        in_order.sort_by_key(|left| left.stage);
        this.hold_what_waits(&in_order, now);
        this.leave_what_makes_way(&in_order, now);
        let mut stage = None;
        for left in in_order {
            let planned = left.planned(now, &this.left_alone);
            match this.stages.last_mut() {
                _ if planned.is_empty() => {}
                Some(last) if stage == Some(left.stage) => last.extend(planned),
                Some(_) | None => {
                    stage = Some(left.stage);
                    this.stages.push(planned);
                }
            }
        }
        this
    }

    /// Leaves alone what waits for something that is not as it was wanted and is not sent either.
    fn hold_what_waits(&mut self, in_order: &[&Left], now: &LeftNow) {
        let (mut holds_all, mut held) = (None, BTreeSet::new());
        for left in in_order {
            let subjects = left.mutation.subjects();
            let waits = holds_all.is_some_and(|stage| stage < left.stage)
                || subjects.iter().any(|subject| held.contains(subject));
            if waits {
                self.leave(&subjects, now, &LeftAlone::Waits);
            }
            let is_open = |subject: &Subject| {
                let alone = self.left_alone.get(subject);
                alone.is_some_and(|alone| *alone != LeftAlone::OutOfTheWay)
            };
            if subjects.iter().any(is_open) {
                match left.mutation.makes_way_for(&left.before) {
                    Some(subject) => {
                        held.insert(subject);
                    }
                    None => {
                        holds_all.get_or_insert(left.stage);
                    }
                }
            }
        }
    }

    /// Leaves alone what only makes way for something that is as it was wanted already, or is left alone.
    fn leave_what_makes_way(&mut self, in_order: &[&Left], now: &LeftNow) {
        let mut later: BTreeMap<Subject, LeftAlone> = BTreeMap::new();
        for left in in_order.iter().rev() {
            let subjects = left.mutation.subjects();
            let way = left.mutation.makes_way_for(&left.before);
            if let Some(why) = way.and_then(|way| later.get(&way)) {
                self.leave(&subjects, now, why);
            }
            for subject in subjects {
                let why = match self.left_alone.get(&subject) {
                    _ if now.as_wanted.contains(&subject) => LeftAlone::OutOfTheWay,
                    Some(LeftAlone::OutOfTheWay) => LeftAlone::OutOfTheWay,
                    Some(_) => LeftAlone::Waits,
                    None => continue,
                };
                later.insert(subject, why);
            }
        }
    }

    fn leave(&mut self, subjects: &[Subject], now: &LeftNow, why: &LeftAlone) {
        let open = subjects.iter().filter(|it| !now.as_wanted.contains(it));
        for subject in open {
            let alone = self.left_alone.entry(subject.clone());
            alone.or_insert_with(|| why.clone());
        }
    }
}

impl Record {
    /// Notes that another change was made of what was left. What was left alone is not in it; what is as it
    /// was wanted, or out of the way, needs none.
    pub fn note_sent_anew(&mut self, left: &[Left], now: &LeftNow) {
        let alone = LeftPlan::of(left, now).left_alone;
        let needs_another = |subject: &Subject| {
            let alone = alone.get(subject);
            alone.is_some_and(|alone| *alone != LeftAlone::OutOfTheWay)
        };
        let numbers = self.numbers();
        let subjects = left.iter().flat_map(|left| left.mutation.subjects());
        let sent = subjects.filter(|subject| !needs_another(subject));
        self.sent_anew
            .extend(sent.filter_map(|subject| numbers.get(&subject).copied()));
    }
}
