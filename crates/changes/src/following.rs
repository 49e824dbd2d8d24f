//! Following what goes on elsewhere, such as the jobs that a write has started, until it ends.

/// Something that goes on, as it was seen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen<I> {
    /// Tells it from others.
    pub id: I,
    /// Whether it has ended.
    pub is_over: bool,
}

/// Tells ends once: of what was seen to go on before it was seen to be over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following<I> {
    going_on: Vec<I>,
}

impl<I> Default for Following<I> {
    fn default() -> Self {
        Self {
            going_on: Vec::new(),
        }
    }
}

impl<I: Clone + PartialEq> Following<I> {
    /// Takes in what is seen now, and gives those that have ended since they were last seen to go
    /// on. What is not seen any more is forgotten without a word: nobody knows how it ended.
    pub fn see(&mut self, seen: &[Seen<I>]) -> Vec<I> {
        let ended = seen
            .iter()
            .filter(|one| one.is_over && self.going_on.contains(&one.id))
            .map(|one| one.id.clone())
            .collect();
        self.going_on = Self::unended(seen);
        ended
    }

    /// The same for things that end together: gives all of them when the last one has ended, and
    /// nothing before.
    pub fn see_together(&mut self, seen: &[Seen<I>]) -> Vec<I> {
        let unended = Self::unended(seen);
        for id in &unended {
            if !self.going_on.contains(id) {
                self.going_on.push(id.clone());
            }
        }
        match unended.is_empty() {
            true => std::mem::take(&mut self.going_on),
            false => Vec::new(),
        }
    }

    fn unended(seen: &[Seen<I>]) -> Vec<I> {
        let unended = seen.iter().filter(|one| !one.is_over);
        unended.map(|one| one.id.clone()).collect()
    }
}
