//! Pairs of texts, each with a number of its own.

use std::cmp::Ordering;

/// All that were met.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    all: Vec<(String, String)>,
    /// The numbers, in the order of the pairs.
    order: Vec<usize>,
}

impl Pairs {
    /// The number of a pair; one that is new gets the next.
    pub(crate) fn number_of(&mut self, first: &str, second: &str) -> usize {
        let compare = |number: &usize| match self.all.get(*number) {
            Some((one, other)) => (one.as_str(), other.as_str()).cmp(&(first, second)),
            None => Ordering::Less,
        };
        match self.order.binary_search_by(compare) {
            Ok(place) => self.order[place],
            Err(place) => {
                let number = self.all.len();
                self.all.push((first.to_owned(), second.to_owned()));
                self.order.insert(place, number);
                number
            }
        }
    }

    /// The numbers of those with this first text.
    pub(crate) fn with_first(&self, first: &str) -> impl Iterator<Item = usize> {
        let place = |number: &usize| self.all.get(*number).map(|(other, _)| other.as_str());
        let from = self.order.partition_point(|it| place(it) < Some(first));
        let numbers = self.order[from..].iter().copied();
        numbers.take_while(move |number| place(number) == Some(first))
    }

    /// All with their numbers, in the order of the pairs.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        let pair = |number: &usize| {
            let (first, second) = self.all.get(*number)?;
            Some((*number, first.as_str(), second.as_str()))
        };
        self.order.iter().filter_map(pair)
    }
}
