//! What is counted of one organization.

use crate::people::People;

/// An organization, whether it is scanned or only named by a repository.
#[derive(Clone, Debug, Default)]
pub(crate) struct Organization {
    /// Repositories of it.
    held: u64,
    /// Who has a grant on it, by their numbers, ascending.
    above: Vec<usize>,
    /// Who has one on repositories of it, and on how many; by their numbers, ascending.
    direct: Vec<(usize, u64)>,
}

impl Organization {
    /// Takes in one repository more.
    pub(crate) fn hold_one_more(&mut self, people: &mut People) {
        self.held += 1;
        for person in &self.above {
            *people.reached(*person) += 1;
        }
    }

    /// Takes in that somebody has a grant on a repository of it.
    pub(crate) fn add(&mut self, person: usize, people: &mut People) {
        let place = self.direct.binary_search_by_key(&person, |(it, _)| *it);
        match place {
            Ok(place) => self.direct[place].1 += 1,
            Err(place) => self.direct.insert(place, (person, 1)),
        }
        if !self.is_above(person) {
            *people.reached(person) += 1;
        }
    }

    /// Takes that out again.
    pub(crate) fn remove(&mut self, person: usize, people: &mut People) {
        if let Ok(place) = self.direct.binary_search_by_key(&person, |(it, _)| *it) {
            self.direct[place].1 -= 1;
        }
        if !self.is_above(person) {
            *people.reached(person) -= 1;
        }
    }

    /// Takes in who has a grant on the organization itself: such a person reaches all of it, whatever else they have.
    pub(crate) fn grant(&mut self, mut above: Vec<usize>, people: &mut People) {
        above.sort_unstable();
        above.dedup();
        for person in &above {
            *people.reached(*person) += self.held - self.reached_directly(*person);
        }
        for person in std::mem::replace(&mut self.above, above) {
            *people.reached(person) -= self.held - self.reached_directly(person);
        }
    }

    fn reached_directly(&self, person: usize) -> u64 {
        let place = self.direct.binary_search_by_key(&person, |(it, _)| *it);
        place.map_or(0, |place| self.direct[place].1)
    }

    fn is_above(&self, person: usize) -> bool {
        self.above.binary_search(&person).is_ok()
    }
}
